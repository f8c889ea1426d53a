"""Precios relativos, cantidades detrás de una facturación, y sueldos que valen lo mismo en dos lugares."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in, in_time_order

AREA = "Precios e inflación"

_LEVEL = (
    r"inflaci\w+|nivel (?:general )?(?:de )?(?:los )?precios|indice(?: general)?|ipc\b|inpc\b|precios en general"
    r"|los precios|resto|demas|otros|promedio|costo de vida|canasta|todo lo demas|los otros"
)
_FALL = r"(?:baj|ca[yei]|descen|disminu|abarat|redu|retroced)\w*(?: \w+){0,2}"


def _place_relative(reading: Reading) -> Places | None:
    story = Story(reading)
    plain = [place for place, one in enumerate(reading.quantities) if one.mark in "#$" and place not in story.years]
    rates = list(story.rates)
    if len(rates) == 1 and len(plain) == 1 and abs(story.value(plain[0])) < 1_000:
        # «40 % mientras que los demás subieron 60»: the sign stands once.
        rates, plain = sorted((*rates, *plain)), []
    if len(rates) == 2 and not plain:
        level = [place for place in rates if Story.mentions(story.before(place), _LEVEL)]
        level = level or [
            place for place in rates if story.follows(place, rf"(?:de |en |del? )?(?:la |el |los )?(?:{_LEVEL})")
        ]
        if len(level) != 1:
            return None
        return {"w": [place for place in rates if place not in level], "p": level}
    if len(plain) != 4 or rates:
        return None
    level = [place for place in plain if Story.mentions(story.before(place), _LEVEL)]
    if not level or level[0] not in (plain[0], plain[2]):
        return None
    index = plain[:2] if level[0] == plain[0] else plain[2:]
    good = [place for place in plain if place not in index]
    first, last = in_time_order(story, good)
    old, new = in_time_order(story, index)
    return {"a": [first], "b": [last], "i": [old], "j": [new]}


def _relative(g: Given) -> Solution:
    if "w" in g:
        own = g.rate("w") * (-1 if _falls(g, "w") else 1)
        level = g.rate("p") * (-1 if _falls(g, "p") else 1)
        shown = f"(1 + {number(100 * own)} %) / (1 + {number(100 * level)} %) − 1"
    else:
        own, level = prices.change(g["a"], g["b"]), prices.change(g["i"], g["j"])
        shown = f"({number(g['b'])} / {number(g['a'])}) / ({number(g['j'])} / {number(g['i'])}) − 1"
    change = 100 * prices.real_change(own, level)
    verb = "se encareció" if change > 0 else "se abarató" if change < 0 else "no cambió:"
    return Solution(
        change,
        f"En términos relativos {verb} {percent(abs(change))}.",
        f"{shown} = {percent(change)}".replace("+ -", "− "),
        f"Su precio subió {percent(100 * own)} y los precios en general {percent(100 * level)}: lo que cuenta es la"
        " diferencia, compuesta y no restada.",
        ("las dos variaciones son del mismo período",),
    )


def _falls(g: Given, symbol: str) -> bool:
    """Tell whether the verb before a percentage says that it fell."""
    names = sorted((one.number.start, name) for name in "wpq" if name in g for one in g.quantities(name))
    slots = list(rx.finditer(r"[%#]\d+", g.text))
    place = [name for _, name in names].index(symbol)
    before = g.text[slots[place - 1].end() if place else 0 : slots[place].start()] if place < len(slots) else ""
    return g[symbol] > 0 and rx.search(rf"\b{_FALL} $", before) is not None


_GOOD = r"precios?|kilos?|litros?|cuesta\w*|vale\w*|costab\w+|valia\w*|sal[ei]\w*|canasta|boleto|entrada|cada"
_PAY = r"sueldos?|salarios?|gan\w+|cobr\w+|ingresos?|jubilaci\w+|haber\w*|plata|dinero|presupuesto"


def _place_bought(reading: Reading) -> Places | None:
    """Take what is earned and what one unit costs, before and now."""
    story = Story(reading)
    plain = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    if story.rates or len(plain) != 4 or any(story.value(place) != 1 for place in story.times):
        return None
    sides = story.sides(plain, {"p": _GOOD, "w": _PAY})
    if sides is None or any(len(sides.get(symbol, ())) != 2 for symbol in "pw"):
        return None
    first, last = in_time_order(story, sides["w"])
    old, new = in_time_order(story, sides["p"])
    if min(story.value(first), story.value(last)) < max(story.value(old), story.value(new)):
        return None
    return {"a": [first], "b": [last], "i": [old], "j": [new]}


def _bought(g: Given) -> Solution:
    before, now = g["a"] / g["i"], g["b"] / g["j"]
    change = 100 * prices.change(before, now)
    asked = asked_in(g.text)
    wants_rate = rx.search(r"porcentaje|por ?ciento|poder", asked) is not None
    wants_gap = rx.search(r"\b(?:menos|mas|de diferencia)\b", asked) is not None
    value = change if wants_rate else now - before if wants_gap else now
    return Solution(
        value,
        f"Antes alcanzaba para {number(before)} y ahora para {number(now)}: {number(abs(now - before))}"
        f" {'más' if now >= before else 'menos'}, {percent(change)}.",
        f"{number(g['a'])} / {number(g['i'])} = {number(before)}; {number(g['b'])} / {number(g['j'])} = {number(now)}",
        "El poder de compra es lo que se gana dividido por lo que cuesta lo que se compra.",
    )


_SALES = (
    r"ventas|exportacion\w*|importacion\w*|factur\w+|ingresos? (?:por|total)\w*|recaud\w+|gasto|cobranzas"
    r"|ventas nominales|monto vendido"
)
_PRICES = r"precios?|inflaci\w+|lista|remarc\w+|ipc\b|deflactor"
_VOLUME = r"cantidad\w*|unidades|volumen|fisic\w+|terminos reales|reales|realmente"


def _place_volume(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 2 or [place for place in story.amounts if place not in story.rates]:
        return None
    sold = [place for place in story.rates if story.follows(place, rf"(?:mas|menos) (?:de |en )?(?:{_VOLUME})")]
    if len(sold) == 1:
        other = next(place for place in story.rates if place not in sold)
        return {"q": sold, "p" if Story.mentions(story.before(other), _PRICES) else "w": [other]}
    words = {"w": _SALES, "p": _PRICES, "q": _VOLUME}
    if not Story.mentions(reading.text[: reading.slots[story.rates[-1]][0]], _VOLUME):
        # Named behind all numbers, the quantities are what is asked.
        del words["q"]
    sides = story.sides(story.rates, words)
    if sides is None or len(sides) != 2 or any(len(some) != 1 for some in sides.values()):
        return None
    return sides


def _volume(g: Given) -> Solution:
    rates = {name: g.rate(name) * (-1 if _falls(g, name) else 1) for name in "wpq" if name in g}
    if "q" not in g:
        value = 100 * prices.real_change(rates["w"], rates["p"])
        what, shown = "Las cantidades", f"(1 + {number(100 * rates['w'])} %) / (1 + {number(100 * rates['p'])} %) − 1"
    elif "w" not in g:
        value = 100 * prices.nominal_needed(rates["q"], rates["p"])
        what, shown = "La facturación", f"(1 + {number(100 * rates['q'])} %) × (1 + {number(100 * rates['p'])} %) − 1"
    else:
        value = 100 * prices.real_change(rates["w"], rates["q"])
        what, shown = "Los precios", f"(1 + {number(100 * rates['w'])} %) / (1 + {number(100 * rates['q'])} %) − 1"
    verb = ("subieron" if value >= 0 else "bajaron") if what != "La facturación" else "subió" if value >= 0 else "bajó"
    return Solution(
        value,
        f"{what} {verb} {percent(abs(value))}.",
        f"{shown} = {percent(value)}".replace("+ -", "− "),
        "Lo facturado es precio por cantidad: los dos cambios se multiplican, no se suman.",
    )


def _place_cities(reading: Reading) -> Places | None:
    """Two costs of living and a wage, or a wage and by how much dearer the other place is."""
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "#$" and place not in story.years]
    if story.times or len(story.rates) > 1:
        return None
    if story.rates:
        return {"v": left, "r": list(story.rates)} if len(left) == 1 else None
    if len(left) != 3:
        return None
    money = [place for place in left if reading.quantities[place].mark == "$"]
    if len(money) == 3:
        money = [
            place for place in left if story.leads(place, r"(?:gan\w+|cobr\w+|sueldo|salario|ingreso)(?: \w+){0,3}")
        ]
    money = money or [max(left, key=story.value)]
    if len(money) != 1:
        return None
    indices = [place for place in left if place not in money]
    here, there = indices
    names = [rx.findall(r"[a-z]+", story.before(place)) for place in indices]
    wage = story.before(money[0]).split() + story.after(money[0]).split()[:8]
    home = [len({word for word in some if len(word) > 3} & set(wage) - _COMMON) for some in names]
    if home[1] > home[0]:
        here, there = there, here
    return {"v": money, "a": [here], "b": [there]}


_COMMON_WORDS = "costo vida indice sueldo salario cuanto tendria ganar para vivir igual ciudad mismo nivel"
_COMMON = frozenset(_COMMON_WORDS.split())


def _cities(g: Given) -> Solution:
    if "r" in g:
        cheaper = rx.search(r"mas (?:barat|baj|chic|econom)|menos|menor|inferior", g.text) is not None
        factor = 1 + (-g.rate("r") if cheaper else g.rate("r"))
        shown = f"{number(g['v'])} × (1 {'−' if cheaper else '+'} {g.shown('r')} %)"
    else:
        factor = g["b"] / g["a"]
        shown = f"{number(g['v'])} × {number(g['b'])} / {number(g['a'])}"
    value = g["v"] * factor
    return Solution(
        value,
        f"Equivale a {g.money(value, 'v')}.",
        f"{shown} = {number(value, money=True)}",
        f"Con eso se compra allá lo mismo que acá con {g.money(g['v'], 'v')}: el costo de vida es"
        f" {number(100 * factor)} por cada 100.",
        ("lo que se consume no cambia con la mudanza",),
    )


CALCULATORS = (
    Calculator(
        id="sueldo_en_unidades",
        name="la cantidad que se compra con el sueldo",
        area=AREA,
        formula="sueldo / precio, antes y ahora",
        inputs=(
            Input("a", "el sueldo de antes", Kind.AMOUNT, above=0),
            Input("b", "el sueldo de ahora", Kind.AMOUNT, above=0),
            Input("i", "el precio de antes", Kind.AMOUNT, above=0),
            Input("j", "el precio de ahora", Kind.AMOUNT, above=0),
        ),
        keys="sueldo",
        names=(
            r"^(?=.*(?:sueldo|salario|gan[aoe]|cobr|jubilac|ingreso))(?=.*(?:cuant[oa]s (?:\w+ ){0,3}?(?:menos"
            r"|mas|compr|alcanz|puedo)"
            r"|cuant[oa]s [a-z]+s\b|poder (?:de compra|adquisitivo)|alcanza))(?=.*(?:kilo|litro|canasta|paquete"
            r"|unidad|entrada"
            r"|boleto|alfajor|hamburg|libro|cafe|[a-z]+s menos|precio)).*"
        ),
        when=(),
        unless=r"\bipc\b|indice|inflaci|interes|elastic|demanda|utilidad|produc|horas?\b|dolar",
        wordings=(),
        work=_bought,
        asks=False,
        place=_place_bought,
    ),
    Calculator(
        id="precio_relativo_variacion",
        name="la variación de un precio relativo",
        area=AREA,
        formula="(1 + suba del precio) / (1 + inflación) − 1",
        inputs=(
            Input("w", "la suba del precio", Kind.RATE, optional=True, above=-100),
            Input("p", "la inflación", Kind.RATE, optional=True, above=-100),
            Input("a", "el precio inicial", Kind.AMOUNT, optional=True, above=0),
            Input("b", "el precio final", Kind.AMOUNT, optional=True, above=0),
            Input("i", "el índice inicial", Kind.NUMBER, optional=True, above=0),
            Input("j", "el índice final", Kind.NUMBER, optional=True, above=0),
        ),
        keys="relativo relativos relativa",
        names=(
            r"^(?=.*(?:relativ[oa]|en relacion (?:al?|con) (?:los|el|la)|frente al resto|respecto (?:al?|del?) "
            r"(?:el |la |los )?(?:resto|demas|otros|inflacion|nivel)|comparado con))"
            rf"(?=.*(?:{_LEVEL})).*"
        ),
        when=(),
        unless=r"variacion relativa|puntos|elastic|sustituc|sueldo|salari|jubilac|paritaria|ventaja|oportunidad|peso",
        wordings=(),
        work=_relative,
        asks=False,
        place=_place_relative,
    ),
    Calculator(
        id="cantidades_de_la_facturacion",
        name="la variación de las cantidades vendidas",
        area=AREA,
        formula="(1 + facturación) = (1 + precios) × (1 + cantidades)",
        inputs=(
            Input("w", "la variación de la facturación", Kind.RATE, optional=True, above=-100),
            Input("p", "la variación de los precios", Kind.RATE, optional=True, above=-100),
            Input("q", "la variación de las cantidades", Kind.RATE, optional=True, above=-100),
        ),
        keys="facturacion",
        names=rf"^(?=.*(?:ventas|factur|recaud|cobranzas|vendi|exportacion|importacion))(?=.*(?:precios|inflacion|remarc))(?=.*(?:{_VOLUME})).*",
        when=(),
        unless=r"elastic|demanda|sueldo|salari|impuest|pbi|\bpib\b|margen|interes",
        wordings=(),
        work=_volume,
        asks=False,
        place=_place_volume,
    ),
    Calculator(
        id="sueldo_equivalente",
        name="el sueldo equivalente en otro lugar",
        area=AREA,
        formula="sueldo × costo de vida allá / costo de vida acá",
        inputs=(
            Input("v", "el sueldo", Kind.AMOUNT, above=0),
            Input("a", "el costo de vida de acá", Kind.AMOUNT, optional=True, above=0),
            Input("b", "el costo de vida de allá", Kind.AMOUNT, optional=True, above=0),
            Input("r", "la diferencia de costo de vida", Kind.RATE, optional=True, above=-100),
        ),
        keys="costo",
        names=(
            r"^(?=.*(?:costo de (?:la )?vida|nivel de precios|vivir (?:alla|ahi|en)|es (?:mas|un|[%#]\d+ mas) "
            r"(?:\w+ )?(?:car|barat)))(?=.*(?:sueldo|salario|gan[aoe]|cobr|ingreso))(?=.*(?:\bmud|equival|viv[io]"
            r"|misma vida|mismo nivel|poder (?:de compra|adquisitivo)|alla\b|ciudad|capital|mantener)).*"
        ),
        when=(),
        unless=r"inflacion|subio|aument|@\d|paridad|tipo de cambio|pbi",
        wordings=(),
        work=_cities,
        asks=False,
        place=_place_cities,
    ),
)
