"""Sector externo: dólares y pesos de todos los días: cuánto es, cuánto queda, cuánto falta."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import dollars, pesos
from ecobot_tui.economics.calculators.currency_story import read_story, steps
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Sector externo"
_OTHERS = r"libras|reales|yuanes|yenes|guaranies|soles|francos"
_FOREIGN_AFTER = re.compile(rf" (?:dolares|dolar|usd|us|euros?|verdes|{_OTHERS})\b")
_QUOTE = (
    r"(?:dolar(?:es)?|euros?|tipo de cambio|cambio|blue|oficial|mep|ccl|tarjeta|turista|cotiza\w*|usd)"
    r"(?: (?:oficial|blue|mep|ccl|tarjeta|turista|ahorro|hoy|esta|estaba|cotiza|vale|valia|sale|cuesta|esta en|en|a"
    r"|de|es|fue|se|me|lo|los|paga\w*|toma\w*|vend\w+|unos|el|por))*$"
    r"|\b(?:los|las|lo|me|te|se) (?:los |las )?(?:vend\w+|compr\w+|cambi\w+|pag\w+|tom\w+|liquid\w+)"
    r"(?: (?:a|por|en|con))*$"
    r"|\b(?:vend\w+|compr\w+|cambi\w+|consig\w+)(?: \w+){0,2} a$|\bal cambio de$|\ba razon de$"
)
_QUOTE_AFTER = r"(?:pesos )?(?:(?:el|cada|por|x|un) (?:un )?(?:dolar|euro|usd|billete|uno|una)|c ?/? ?u)\b"
_BARE_LEAD = r"\b(?:a|x|por|con|de|en|es|esta|cambio)$"
_GOODS = r"\b(?:cuestan?|salen?|costaba|precio|aca|local\w*|argentina|cobr\w+|pag\w+)(?: [a-z]+){0,2}$"
_ASKS_DOLLARS = (
    r"\b(?:cuantos|que cantidad de|cuanto (?:es|son|seria|vale)?(?: [a-z]+){0,3} en|a cuantos)"
    r" (?:dolares|euros|usd)"
    r"|en (?:dolares|usd|euros)\b(?! (?:esta|vale|cuesta|cotiza|a\b))"
)


def two_currencies(reading: Reading) -> tuple[Story, list[int], list[int]] | None:
    """Return the places of the amounts in another currency and of the others, where there are no more than both."""
    story = Story(reading)
    numbers = reading.quantities
    told = [
        place
        for place, one in enumerate(numbers)
        if place not in story.years and not (one.value == 1 and (one.mark == "@" or one.number.currency))
    ]
    if any(numbers[place].mark not in "$#" or numbers[place].value <= 0 for place in told):
        return None
    held = [
        place
        for place in told
        if numbers[place].number.currency in ("US$", "€")
        or (numbers[place].number.currency is None and _FOREIGN_AFTER.match(story.after(place)))
    ]
    return story, held, [place for place in told if place not in held]


def _is_quote(story: Story, place: int) -> bool:
    """Tell whether a number is the price of a currency."""
    return story.leads(place, _QUOTE) or story.follows(place, _QUOTE_AFTER)


def _is_crossed(reading: Reading) -> bool:
    """Tell whether the question goes through two prices, which is another calculation."""
    told = read_story(reading.text, reading.quantities)
    return told is not None and len(told.prices) > 1 and bool(steps(told))


def _place_pesos(reading: Reading) -> Places | None:
    found = two_currencies(reading)
    if found is None:
        return None
    story, held, others = found
    if len(held) != 1 or len(others) != 1 or _is_crossed(reading):
        return None
    quote = others[0]
    if not _is_quote(story, quote) and (not story.leads(quote, _BARE_LEAD) or story.leads(quote, _GOODS)):
        return None
    if rx.search(_ASKS_DOLLARS, reading.text) and not rx.search(r"pesos\b", story.asked):
        return None
    return {"q": held, "e": others}


def _place_dollars(reading: Reading) -> Places | None:
    found = two_currencies(reading)
    if found is None:
        return None
    story, held, others = found
    if held or len(others) != 2 or not rx.search(_ASKS_DOLLARS, reading.text):
        return None
    quotes = [place for place in others if _is_quote(story, place)]
    if len(quotes) != 1:
        if rx.search(r"\bcompr\w+.*\bvend[ei]\w*|\bpas[oa]\w* de\b", reading.text):
            return None
        # «Los vendo a 1.250 para juntar 3.000.000»: a price of money is the smaller one.
        small, large = sorted(others, key=story.value)
        quotes = [small] if story.value(large) > 3 * story.value(small) or len(quotes) == 2 else []
    if len(quotes) != 1:
        return None
    return {"q": [place for place in others if place not in quotes], "e": quotes}


def _to_pesos(g: Given) -> Solution:
    value = g["q"] * g["e"]
    return Solution(
        value,
        f"Son $ {pesos(value)}.",
        g.fill(f"{{q}} × {{e}} = {pesos(value)}"),
        f"Cada unidad de moneda extranjera vale {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


def _to_dollars(g: Given) -> Solution:
    value = g["q"] / g["e"]
    shown = f"{number(value, money=True)} euros" if "euro" in g.text and "dolar" not in g.text else dollars(value)
    return Solution(
        value,
        f"Son {shown}.",
        g.fill(f"{{q}} / {{e}} = {number(value, money=True)}"),
        f"Cada unidad de moneda extranjera cuesta {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


def _kept(g: Given) -> Solution:
    bought = g["p"] / g["a"]
    value = bought * g["b"]
    return Solution(
        value,
        f"Tenés {dollars(bought)}, que hoy son $ {pesos(value)}: {'ganás' if value >= g['p'] else 'perdés'}"
        f" $ {pesos(abs(value - g['p']))} ({percent(abs(100 * (g['b'] / g['a'] - 1)))}).",
        g.fill(f"{{p}} / {{a}} × {{b}} = {pesos(value)}"),
        "Es la ganancia en pesos; con inflación, parte de ella solo repone el valor de la moneda.",
        ("sin comisiones ni impuestos",),
    )


def _lacking(g: Given) -> Solution:
    got = g["q"] * g["e"]
    value = g["p"] - got
    said = f"te faltan $ {pesos(value)}" if value > 0 else f"alcanza y te sobran $ {pesos(-value)}"
    return Solution(
        value,
        f"Los dólares son $ {pesos(got)}: {said}.",
        g.fill(f"{{p}} − {{q}} × {{e}} = {pesos(value)}"),
        f"Hacen falta {dollars(g['p'] / g['e'])} para llegar justo.",
        ("sin comisiones ni impuestos",),
    )


def _through_bond(g: Given) -> Solution:
    count = g["m"] / g["p"]
    value = count * g["f"]
    return Solution(
        value,
        f"Te quedan {dollars(value)}.",
        g.fill(f"{{m}} / {{p}} × {{f}} = {number(value, money=True)}"),
        f"Comprás {number(count)} títulos; el dólar implícito es {pesos(g['p'] / g['f'])}.",
        ("sin comisiones ni impuestos, y se pueden comprar fracciones",),
    )


_AWAY = (
    r"[%@]\d|bono|\bal30|gd30|paso de|subi[oa]|\bsub[ea]n?\b|exportaci|importaci|arancel|hamburguesa|big ?mac|ppa"
    r"|paridad|tarda|acciones"
    r"|rinde|rindio|plazo fijo|inflacion|brecha|futuro|deuda|reservas|deberia|\bgane\b"
    r"|cuanto (?:gan|perd|pierd)\w*|faltan?|sobran?|ahorr\w+ (?:si|compr)|mas (?:caro|cara|barato|barata)|conviene"
    r"|(?:por mes|mensual\w*|por dia).*(?:por ano|al ano|anual)|noches"
)

CALCULATORS = (
    Calculator(
        id="conversion_a_pesos",
        name="la conversión a pesos",
        area=AREA,
        formula="moneda extranjera × tipo de cambio",
        inputs=(
            Input("q", "el monto en moneda extranjera", Kind.AMOUNT),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0),
        ),
        keys="dolares dolar euros euro pesos",
        names=r"^(?=.*(?:dolar|euro|usd|tipo de cambio|[$]\d))(?=.*\b(?:cuant[oa]s?|pesos|conver\w+|pas[ao]\w*"
        r"|cambi[eoa]\w*|en total)\b).*|^\$0 (?:a|x|al? cambio de) [$#]1$"
        rf"|^#0 (?:{_OTHERS}) (?:a|x) [$#]1$",
        when=(),
        unless=_AWAY,
        wordings=(),
        work=_to_pesos,
        place=_place_pesos,
    ),
    Calculator(
        id="conversion_a_dolares",
        name="la conversión a moneda extranjera",
        area=AREA,
        formula="pesos / tipo de cambio",
        inputs=(
            Input("q", "el monto en pesos", Kind.AMOUNT),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0),
        ),
        keys="dolares dolar euros",
        names=r"^(?=.*\b(?:dolares|euros|usd)\b).*",
        when=(),
        unless=_AWAY,
        wordings=(),
        work=_to_dollars,
        place=_place_dollars,
    ),
    Calculator(
        id="dolares_guardados",
        name="los pesos que dan unos dólares guardados",
        area=AREA,
        formula="pesos / dólar de compra × dólar de hoy",
        inputs=(
            Input(
                "p", "los pesos", Kind.AMOUNT, above=0, foreign=False, labels=r"con|compr\w+ (?:dolares )?(?:por|con)"
            ),
            Input("a", "el dólar de compra", Kind.AMOUNT, above=0, foreign=False),
            Input("b", "el dólar de hoy", Kind.AMOUNT, above=0, foreign=False),
        ),
        keys="dolares dolar",
        names=r"^(?=.*\b(?:compr[eoa]\w*|pas[eo]|cambi[eo]|puse)\b)(?=.*\b(?:dolares|dolar)\b)(?=.*\b(?:hoy|ahora|vend\w+"
        r"|actual\w*|despues)\b)(?=.*\b(?:cuantos pesos|cuanto (?:tengo|gan\w+|tendria|me dan|saco|recib\w+))\b).*",
        when=(),
        unless=r"[%@]\d|bono|accion|al30|vendi a|mep\b|ccl\b",
        wordings=(
            r"(?:con|por|puse|cambie|pase) {p}(?: pesos)? (?=.*dolar)",
            r"dolares (?:con|por) {p}",
            r"(?:estaba|valia|compre|compro|costaba)(?: (?:a|en|el|dolar|dolares|cuando))* {a}",
            r"(?:hoy|ahora|vend\w+|actual|despues)(?: (?:esta|estan|vale|valen|a|en|el|dolar|los))* {b}",
        ),
        work=_kept,
        asks=False,
    ),
    Calculator(
        id="pesos_que_faltan",
        name="los pesos que faltan después de vender dólares",
        area=AREA,
        formula="precio − dólares × tipo de cambio",
        inputs=(
            Input("q", "los dólares", Kind.AMOUNT, above=0, foreign=True),
            Input(
                "e",
                "el tipo de cambio",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"vend\w+(?: a)?|dolar(?: a)?|cambio(?: a)?|cotiza\w*|blue|pag\w+",
            ),
            Input(
                "p",
                "el precio",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"cuesta|vale|sale|comprar\w*|precio|de|llegar a|juntar|moto|auto|necesit\w+",
            ),
        ),
        keys="dolares vendo",
        names=r"^(?=.*\b(?:vend\w+|cambi\w+)\b)(?=.*\b(?:dolares|usd)\b|.*\$\d)(?=.*\b(?:falt\w+|alcanz\w+|sobr\w+)\b).*",
        when=(),
        unless=r"[%@]\d|bono|accion",
        wordings=(
            r"(?:los|las) (?:vend\w+|cambi\w+)(?: (?:a|por))* {e}",
            r"dolar(?: (?:a|esta|vale|en|es|blue|oficial))* {e}",
        ),
        work=_lacking,
        asks=False,
    ),
    Calculator(
        id="dolares_por_bono",
        name="los dólares que quedan por el dólar bolsa",
        area=AREA,
        formula="pesos / precio en pesos × precio en dólares",
        inputs=(
            Input("m", "los pesos que hay", Kind.AMOUNT, above=0, foreign=False, labels=r"con|tengo|inviert\w+|pongo"),
            Input("p", "el precio en pesos", Kind.AMOUNT, above=0, foreign=False, labels=r"compr\w+|a|bono|al30|gd30"),
            Input("f", "el precio en dólares", Kind.AMOUNT, above=0, foreign=True),
        ),
        keys="mep ccl bono al30 gd30 bolsa",
        names=r"^(?=.*\b(?:mep|ccl|bono|al30|gd30|titulo|bolsa)\w*)(?=.*\b(?:cuantos dolares|cuantos usd)\b).*",
        when=(),
        unless=r"[%@]\d|cupon",
        wordings=(
            r"(?:con|tengo|inviert\w+|pongo) {m}",
            r"(?:al30|gd30|bonos?|titulos?|compr\w+)(?: [a-z]+){0,3} (?:a|en|por) {p}",
        ),
        work=_through_bond,
        asks=False,
    ),
)
