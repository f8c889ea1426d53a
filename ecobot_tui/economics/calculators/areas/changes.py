"""Precios e inflación: variaciones porcentuales y en puntos."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in, in_time_order

AREA = "Precios e inflación"


_CHANGE_ASKED = (
    r"porcentaje|porcentual|variacion|vari|cuanto (?:\w+ )?(?:aument|subi|baj|cay|crec|disminu)|por"
    r" ciento|aumento|suba|baja"
)


def _change(g: Given) -> Solution:
    sign = -1 if rx.search(r"baj|cay|cae|descont|reduj", g.text) else 1
    last = g["b"] if "b" in g else g["a"] + sign * g["d"]
    first = g["a"] if "a" in g else last - sign * g["d"]
    if rx.search(r"mismo precio", g.text) and rx.search(
        r"gramo|kilo|litro|unidades|contenido|trae|gr\b|ml\b|cc\b", g.text
    ):
        # A smaller packet for the same price is a rise of the price of each gram.
        first, last = last, first
    if first < 0 or last < 0:
        raise CalculationError("La variación porcentual no dice nada claro con valores negativos.")
    if not first:
        raise CalculationError("Desde 0 no hay variación porcentual: sería dividir por cero.")
    rate = 100 * prices.change(first, last)
    verb = "aumentó" if rate > 0 else "bajó" if rate < 0 else "no varió:"
    return Solution(
        rate,
        f"De {number(first)} a {number(last)} {verb} {percent(abs(rate))} ({g.money(abs(last - first))}).",
        f"({number(last)} / {number(first)} − 1) × 100 = {percent(rate)}",
        f"Lo que valía 100 pasa a valer {number(100 + rate)}.",
    )


def _points(g: Given) -> Solution:
    points = g["b"] - g["a"]
    asked = asked_in(g.text)
    wants_rate = rx.search(r"porcentaje|por ?ciento|relativ|variacion porcentual", asked) and "punto" not in g.text
    verb = "subió" if points > 0 else "bajó" if points < 0 else "no cambió:"
    relative = ""
    if g["a"] > 0:
        change = 100 * prices.change(g["a"], g["b"])
        relative = f" En términos relativos, {verb} {percent(abs(change))}."
    return Solution(
        100 * prices.change(g["a"], g["b"]) if wants_rate and g["a"] > 0 else points,
        f"De {g.shown('a')} % a {g.shown('b')} % {verb} {number(abs(points))} puntos porcentuales.{relative}",
        g.fill(f"{{b}} − {{a}} = {number(points)} puntos porcentuales"),
        "Los puntos restan los dos porcentajes; el cambio relativo los compara con el primero.",
    )


_BEFORE_IT = (
    r"(?:sobre|a|de)(?: un| mi| el)* \w+(?: de)?|sobre|antes(?: \w+){0,2}|(?:valia|costaba|salia|ganaba|cobraba|era)n?"
    r"(?: de| a| en)?"
)


def _place_pair(reading: Reading) -> Places | None:
    story = Story(reading)
    pair = list(story.amounts)
    if len(pair) < 2:
        pair = sorted({*pair, *(place for place in story.counts if not story.quantities[place].spelled)})
    if len(pair) == 3 and story.says(
        r"punta a punta|en total|al final|desde el (?:inicio|principio|comienzo)|respecto del (?:inicio|principio)"
    ):
        # What lies between the first and the last value does not count.
        pair = [pair[0], pair[-1]]
    # «En dos meses» only tells when, unless a rate for each month is asked for.
    timed = any(story.value(place) != 1 for place in story.times)
    if story.rates or len(pair) != 2 or (timed and story.says(r"por mes|mensual|por ano|anual|promedio|cada mes")):
        return None
    first, last = pair
    one, other = (reading.quantities[place].number for place in (first, last))
    # «De 40 a 46 millones» may mean millions in both.
    if one.scaled != other.scaled and min(abs(story.value(first)), abs(story.value(last))) < 1_000:
        return None
    if all(
        story.value(place) in range(1_900, 2_101) and reading.quantities[place].mark == "#" for place in (first, last)
    ):
        return None
    if story.leads(first, r"(?:sub|aument|baj|cay|increment|reduj|redujo|crec|descont)\w*(?: (?:unos|solo|casi|en))*"):
        return {
            "d": [first],
            ("a" if story.leads(last, _BEFORE_IT) else "b"): [last],
        }
    if story.leads(first, r"(?:aumento|suba|baja|rebaja|incremento|caida) de") and story.leads(
        last, "sobre(?: un| el)?"
    ):
        return {"d": [first], "a": [last]}
    if story.leads(first, r"(?:aumento|suba|baja|rebaja|incremento|caida) de(?: unos)?") and story.leads(
        last, r"(?:ahora|hoy|gano|cobro|cuesta|vale|sale|quedo)(?: \w+){0,3}"
    ):
        return {"d": [first], "b": [last]}
    was = r"(?:pesos )?(?:de )?(?:antes|entonces|hace)"
    if story.follows(first, was) and not story.follows(last, was):
        return {"a": [first], "b": [last]}
    old, new = in_time_order(story, [first, last])
    return {"a": [old], "b": [new]}


_SPAN = r"(?:de|desde|del) [%#]\d+ a(?:l)? [%#]\d+ (?:puntos|pp\b)"
"""«De 6,5 a 7,8 puntos»: the second number is where it ends, and not by how much it moved."""


def _place_points(reading: Reading) -> Places | None:
    story = Story(reading)
    rates = [place for place, one in enumerate(reading.quantities) if one.mark in "%#" and place not in story.years]
    spanned = story.says(_SPAN)
    if len(rates) != 2 or not (story.rates or spanned):
        return None
    if any(story.follows(place, "puntos") for place in rates) and not spanned:
        return None
    if len(rates) != len(reading.quantities) - len(story.years):
        return None
    first, last = in_time_order(story, rates)
    return {"a": [first], "b": [last]}


def _place_moved(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.says(_SPAN):
        return None
    moved = [place for place in range(len(reading.quantities)) if story.follows(place, r"puntos?\b|pp\b")]
    rest = [place for place in range(len(reading.quantities)) if place not in (*moved, *story.years)]
    if len(moved) != 1 or len(rest) != 1 or reading.quantities[rest[0]].mark not in "%#":
        return None
    if story.value(moved[0]) > 100 or abs(story.value(rest[0])) > 1_000:
        return None
    return {"d": moved, "a": rest}


def _moved(g: Given) -> Solution:
    falls = rx.search(r"\bbaj|\bca[eyi]|reduj|reduc|disminu|descend", g.text)
    last = g["a"] + (-g["d"] if falls else g["d"])
    if rx.search(r"(?:hasta|a|queda\w* en|quedo en|ahora es|llego a) (?:el |un )?%\d", g.text):
        first, last = g["a"] + (g["d"] if falls else -g["d"]), g["a"]
    else:
        first = g["a"]
    if first <= 0:
        raise CalculationError("Desde 0 no hay variación porcentual: sería dividir por cero.")
    change = 100 * prices.change(first, last)
    asks_change = rx.search(r"porcentaje|por ?ciento|relativ|variaci|porcentual", asked_in(g.text))
    return Solution(
        change if asks_change else last if last != g["a"] else first,
        f"De {number(first)} % a {number(last)} %: {number(g['d'])} puntos, que son"
        f" {percent(abs(change))} {'menos' if change < 0 else 'más'} en términos relativos.",
        f"{number(last)} / {number(first)} − 1 = {percent(change)}",
        "Los puntos restan los dos porcentajes; el cambio relativo los compara con el primero.",
    )


def _place_bought(reading: Reading) -> Places | None:
    story = Story(reading)
    bought = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and place not in story.years]
    money = [place for place, one in enumerate(reading.quantities) if one.mark == "$"]
    if len(bought) == 3 and not money:
        bought = bought[1:]
    if story.rates or story.times or len(bought) != 2 or len(money) > 1:
        return None
    if any(story.leads(place, r"(?:vale|cuesta|sale|esta)(?: (?:a|en|el|kilo|ahora))*") for place in bought):
        # One of them is a price, and no quantity.
        return None
    old, new = in_time_order(story, bought)
    return {"a": [old], "b": [new]}


def _place_more(reading: Reading) -> Places | None:
    """Take an amount and by which percentage it is more, or less, than another one."""
    story = Story(reading)
    if len(story.rates) != 1 or len(story.amounts) != 1 or len(reading.quantities) != 2:
        return None
    (rate,), (amount,) = story.rates, story.amounts
    # «Gano 690.000, 15 % más que él»: his is asked; «gano 15 % más que él, que gana 600.000»: mine is.
    return {"r": [rate], "w" if amount < rate else "v": [amount]}


def _more(g: Given) -> Solution:
    less = rx.search(r"%\d+ (?:\w+ )?(?:menos|menor|inferior|mas (?:barat|baj|chic))", g.text) is not None
    factor = 1 - g.rate("r") if less else 1 + g.rate("r")
    shown = f"(1 {'−' if less else '+'} {g.shown('r')} %)"
    if factor <= 0:
        raise CalculationError("Con 100 % menos no queda nada.")
    value = g["v"] * factor if "v" in g else g["w"] / factor
    return Solution(
        value,
        f"Es {g.money(value)}.",
        f"{number(g['v'] if 'v' in g else g['w'])} {'×' if 'v' in g else '/'} {shown} = {number(value, money=True)}",
        "El porcentaje se calcula sobre aquello con lo que se compara.",
    )


def _bought(g: Given) -> Solution:
    power, price = 100 * prices.change(g["a"], g["b"]), 100 * prices.change(g["b"], g["a"])
    asks_power = rx.search(r"poder|plata|dinero|pesos perd|valor de|billete", asked_in(g.text))
    return Solution(
        power if asks_power else price,
        f"Cada unidad {'subió' if price >= 0 else 'bajó'} {percent(abs(price))}; lo que se compra con la misma plata"
        f" {'subió' if power > 0 else 'bajó'} {percent(abs(power))}.",
        f"{number(g['a'])} / {number(g['b'])} − 1 = {percent(price)}; {number(g['b'])} / {number(g['a'])} − 1 ="
        f" {percent(power)}",
        "El precio y el poder de compra se mueven al revés, pero no en el mismo porcentaje.",
    )


_FIRST = Input("a", "el valor inicial", Kind.AMOUNT, optional=True)


_LAST = Input("b", "el valor final", Kind.AMOUNT, optional=True)


CALCULATORS = (
    Calculator(
        id="tanto_por_ciento_mas",
        name="el monto que es un porcentaje mayor o menor que otro",
        area=AREA,
        formula="b = a × (1 ± r)",
        inputs=(
            Input("r", "la diferencia", Kind.RATE, above=0),
            Input("v", "el monto con el que se compara", Kind.AMOUNT, optional=True, above=0),
            Input("w", "el monto que se compara", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="porcentaje",
        names=r"^(?=.*%\d+ (?:mas|menos)(?: [a-z]+)? (?:que|del? (?:lo que|su|el)))(?=.*(?:cuant|cual)).*",
        when=(),
        unless=(
            r"inflacion|precios|tasa|elastic|demanda|cantidad|iva\b|descuent|cuotas|dolar|peso\b|ano pasado|mes pasado"
            r"|que (?:antes|ahora|hace|el (?:ano|mes)|hoy|ayer)|punto|costo de (?:la )?vida|vivir"
        ),
        wordings=(),
        work=_more,
        asks=False,
        place=_place_more,
    ),
    Calculator(
        id="variacion_porcentual",
        name="la variación porcentual",
        area=AREA,
        formula="(x₁ / x₀ − 1) × 100",
        inputs=(_FIRST, _LAST, Input("d", "la diferencia", Kind.AMOUNT, optional=True)),
        keys="porcentaje porcentual variacion aumento aumentaron aumenta subio subieron bajo bajaron cayo"
        " crecio vario suba costaba"
        " costaban valia salia paso pasaron",
        names=(
            r"\b(?:variaci\w+ (?:porcentual|relativa|en porcentaje)|(?:que|cual|en que|cuanto)(?: fue| es"
            r"| seria)?(?: el| la)? (?:porcentaje|variacion|por ?ciento)(?: de)?"
            r" (?:\w+ ){0,3}?(?:aument\w+|sub\w+|baj\w+|ca[eyi]\w+|vari\w+|crec\w+|cambi\w+|disminu\w+"
            r"|reduj\w+|rebaj\w+|recort\w+|abarat\w+|encarec\w+|perd\w+|remar\w+|dieron)"
            r"|porcentaje (?:\w+ ){0,2}?de [#$]\d+ a [#$]\d"
            r"|(?:aument|sub|baj|cay|increment|reduj)\w* de [#$]\d+ a [#$]\d+(?=.*(?:porcentaje|por ?ciento))"
            r"|cuanto (?:\w+ ){0,4}?(?:aument\w+|subi\w+|subieron|baj\w+|cayo|vari\w+|creci\w+|disminu\w+"
            r"|encarec\w+|abarat\w+)|(?:aumento|suba|baja|caida|reduccion|incremento"
            r"|crecimiento) (?:porcentual|en porcentaje)"
            r"|(?:porcentaje|por ?ciento)(?: de)? (?:aumento|suba|baja|variacion|caida|reduccion|incremento"
            r"|crecimiento)|en porcentaje|abarat\w+|encarec\w+|variacion)"
            r"|^(?:[a-z]+ ){0,4}?(?:subi\w+|bajo|bajaron|aument[oa]\w*|cay\w+|pas[eoa]\w*)(?= .*\bde )"
            r"(?: [a-z]+){1,5} [$#]0 a [$#]1(?: ,(?: [a-z]+){0,3})?$"
        ),
        when=(
            _CHANGE_ASKED,
            r"(?:de|desde|era|valia|costaba|costaban|salia|antes|inicial|entre|gan\w+|cobr\w+|paso|pasaron) ~[#$]\d",
        ),
        unless=(
            r"elastic|cantidad|demanda|ofert|deflact|gini|dividend|margen|markup|ganancia|punto|cuotas|prestamo|interes"
            r"|uva\b|indice|\bipc\b|\binpc\b|\bpbi\b|\bpib\b|bono|acciones|desviacion|paralelo"
            r"|blue|oficial|devalu|deprec|anos\b|meses|promedio|por ano|tipo de cambio|dolar|inflacion"
            r"|costo (?:total|marginal|fijo|variable)|ingreso total|multiplic|exporta|importa|per capita"
            r"|peso\b"
            r"|\bvan\b|\btir\b|poder|descuento|recargo|iva\b|represent|consumo paso|(?:renta"
            r"|ingreso disponible)"
        ),
        wordings=(),
        also="sobre precio sueldo salario alquiler dolar ventas produccion ipc inflacion pbi real nominal ingreso"
        " poblacion tasa",
        work=_change,
        asks=False,
        place=_place_pair,
    ),
    Calculator(
        id="inflacion_de_un_precio",
        name="la suba de un precio",
        area=AREA,
        formula="(x₁ / x₀ − 1) × 100",
        inputs=(_FIRST, _LAST, Input("d", "la diferencia", Kind.AMOUNT, optional=True)),
        keys="inflacion precio",
        names=(
            r"\b(?:(?:que|cuant[ao]|cual(?: es| fue| seria)?(?: la)?|de cuanto (?:es|fue)(?: la)?|calcul\w+(?: la)?"
            r"|hall\w+(?: la)?) (?:tasa de |la )?inflaci\w+)"
        ),
        when=(),
        unless=(
            r"indice|\bipc\b|inpc|deflactor|canasta|real\b|poder|sueldo|salari|nominal|dinero|velocidad"
            r"|cantidad|\bpib\b"
            r"|\bpbi\b|@\d+ .*\b(?:mensual|por mes)"
        ),
        wordings=(),
        work=_change,
        asks=False,
        place=_place_pair,
    ),
    Calculator(
        id="compra_con_la_misma_plata",
        name="la suba del precio por lo que se compra",
        area=AREA,
        formula="suba del precio = antes / ahora − 1",
        inputs=(
            Input("a", "lo que se compraba", Kind.NUMBER, above=0),
            Input("b", "lo que se compra", Kind.NUMBER, above=0),
        ),
        keys="compraba compraban alcanzaba",
        names=(
            r"\b(?:compraba[ns]?|se compraban?|alcanzaba\w*|podia comprar|llenaba"
            r"|llevaba\w*|rendia\w*)\b(?=.*(?:cuant|que porcentaje|cual))"
        ),
        when=(),
        unless=(
            r"elastic|demanda|inflacion de|salia|costaba|valia|utilidad|cantidad demandada"
            r"|precio (?:era|paso|subio)"
        ),
        wordings=(),
        work=_bought,
        asks=False,
        place=_place_bought,
    ),
    Calculator(
        id="cambio_en_puntos",
        name="el cambio de una tasa en puntos",
        area=AREA,
        formula="t₁ = t₀ ± puntos",
        inputs=(Input("a", "la tasa", Kind.RATE), Input("d", "los puntos", Kind.RATE)),
        keys="puntos pp",
        names=r"[#%]\d+ (?:puntos?|pp\b)(?: porcentuales?)?",
        when=(),
        unless=(
            r"^(?!.*(?:cuant|\bque |cual|calcul))|\bpbi\b|\bpib\b|deficit|\bipc\b|indice|basicos|sueldo|salari"
            r"|elastic|multiplic|bono|duration|pes[ao]n?\b|pondera|aporta|inflacion (?:de|del|fue) %"
        ),
        wordings=(),
        work=_moved,
        asks=False,
        place=_place_moved,
    ),
    Calculator(
        id="puntos_porcentuales",
        name="la variación en puntos porcentuales",
        area=AREA,
        formula="p₁ − p₀",
        inputs=(
            Input("a", "el porcentaje inicial", Kind.RATE),
            Input("b", "el porcentaje final", Kind.RATE),
        ),
        keys="puntos porcentuales tasa desempleo inflacion pobreza desocupacion paso subio bajo cayo aumento",
        names=r"\bpuntos?(?: porcentuales?)?\b|\bpp\b|variacion relativa",
        when=(r"(?:de|desde|del) [%#]\d+ (?:a|al|hasta) (?:un |el )?%\d|puntos",),
        unless=r"sueldo|salari|elastic|basicos|empat|gan[eo]\b|vendi|cantidad|acumul|pes[ao]n?\b|pondera|aporta",
        wordings=(),
        also="interes tasa porcentaje variacion real nominal desocupacion pbi anual mensual pobreza",
        work=_points,
        asks=False,
        place=_place_points,
    ),
)
