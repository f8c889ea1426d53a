"""IVA: sumarlo a un neto, sacarlo de un final, la alícuota que se aplicó y la posición de un mes."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import everyday, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Impuestos"

_TAX = r"(?:iva|igv|itbms|itbis|impuesto al valor agregado)"
_GENERAL_RATES = (
    (r"mexic\w*|cdmx|sat\b", 16, "México"),
    (r"chil\w+|santiago|boleta", 19, "Chile"),
    (r"colombia\w*|bogota", 19, "Colombia"),
    (r"uruguay\w*|montevideo", 22, "Uruguay"),
    (r"peru\w*|igv|soles|lima", 18, "Perú"),
    (r"paraguay\w*|guaranies", 10, "Paraguay"),
    (r"bolivia\w*|bolivianos", 13, "Bolivia"),
    (r"ecuador\w*|quito", 15, "Ecuador"),
    (r"espan\w+|madrid|€", 21, "España"),
)
_HELD = (
    rf"(?:con|incl\w+|ya con|mas|e) (?:el )?{_TAX}(?: (?:del? |al )?[%#]\d+)? (?:inclu\w+|ya)|{_TAX}(?: (?:del? |al "
    rf")?[%#]\d+)?,? inclu\w+|inclu\w+ (?:el |ya )?{_TAX}|con (?:el )?(?:{_TAX}|impuestos?)(?! (?:de ventas|compras))"
    r"|finale?s?\b|al publico|impuestos? inclu\w+|precio de gondola|con todo|inclu(?:ye|ido|idos|ida)\b"
)
_ASKS_NET = (
    rf"sin (?:el )?(?:{_TAX}|impuesto\w*)|\bnet[oa]\b|subtotal|base imponible|valor de venta|precio base|antes de"
    r"(?:l)? (?:iva|impuesto\w*)|gravad[oa]"
)
_TAKES_OUT = (
    rf"(?:sac|quit|rest|descont|descuent|extra|elimin|despej|separ|discrimin|desglos)\w* (?:\w+ ){{0,3}}?{_TAX}"
    rf"|desglos\w+|discrimin\w+|(?:cuant[oa]|que parte|que monto|cual) (?:\w+ ){{0,4}}?(?:hay en|tiene"
    rf"|contiene|inclu\w+|de eso"
    rf"|de ese|de esa|corresponde a|es de|pague de|pago de|dentro|esta pag\w+)|de es[oea] (?:\w+ ){{0,3}}?{_TAX}"
)
_HOW_MUCH_IS = r"(?:cuant[oa]s? (?:es|son|seri\w+|da|dan|vale|sale|queda\w*)|a cuanto equivalen?)(?: (?:el|un|los|en))*"
_ADDS = rf"(?:sum|agreg|anad|aplic|carg|ponele|pone|calcul)\w* (?:\w+ ){{0,3}}?{_TAX}|mas (?:el )?{_TAX}|\+ ?{_TAX}"


def _rate(g: Given) -> tuple[float, tuple[str, ...]]:
    if "t" in g:
        return g.rate("t"), ()
    for words, rate, country in _GENERAL_RATES:
        if Story.mentions(g.text, words):
            return rate / 100, (f"la alícuota general de {country}, {rate} %, porque no la dijiste",)
    return 0.21, ("la alícuota general de Argentina, 21 %, porque no la dijiste",)


def _shown(g: Given, net: float, rate: float, value: float, worked: str, how: tuple[str, ...]) -> Solution:
    tax = net * rate
    return Solution(
        value,
        f"Neto {g.money(net)} + IVA {g.money(tax)} = final {g.money(net + tax)}.",
        worked,
        f"El IVA es {percent(100 * rate)} del neto, que es {percent(100 * rate / (1 + rate))} del precio final.",
        how,
    )


def _asks_tax(text: str) -> bool:
    return Story.mentions(
        asked_in(text), rf"^(?:cuanto|cual|que) (?:\w+ ){{0,5}}?(?:{_TAX}|impuesto)\b(?<!sin iva)(?<!con iva)"
    )


def _gross(g: Given) -> Solution:
    rate, how = _rate(g)
    value = g["v"] * (
        rate if _asks_tax(g.text) and not Story.mentions(g.text, r"final|total|con iva|mas iva") else 1 + rate
    )
    worked = f"{number(g['v'])} × (1 + {percent(100 * rate)}) = {number(g['v'] * (1 + rate), money=True)}"
    if not Story.mentions(g.text, rf"{_ADDS}|{_ASKS_NET}|factur|vend"):
        inside = number(g["v"] * rate / (1 + rate), money=True)
        how = (*how, f"el monto es sin IVA; si ya lo incluye, el IVA es {inside}")
    return _shown(g, g["v"], rate, value, worked, how)


def _net(g: Given) -> Solution:
    rate, how = _rate(g)
    net = everyday.without_tax(g["v"], rate)
    asks_tax = _asks_tax(g.text) and not Story.mentions(asked_in(g.text), r"sin iva|neto|subtotal")
    worked = f"{number(g['v'])} / (1 + {percent(100 * rate)}) = {number(net, money=True)}"
    return _shown(g, net, rate, g["v"] - net if asks_tax else net, worked, how)


def _position(g: Given) -> Solution:
    how: tuple[str, ...] = ()
    if "s" in g:
        debit, credit = g["s"], g["p"]
        worked = f"{number(debit)} − {number(credit)} = {number(debit - credit, money=True)}"
    else:
        rate, how = _rate(g)
        factor = (
            rate / (1 + rate)
            if len(rx.findall(r"con (?:el )?(iva)", g.text)) > 1
            or Story.mentions(g.text, r"iva inclu\w+|inclu\w+ (?:el )?iva|con iva (?:inclu|ya)|finales")
            else rate
        )
        debit, credit = g["v"] * factor, g["c"] * factor
        worked = (
            f"({number(g['v'])} − {number(g['c'])}) × {percent(100 * factor)} = {number(debit - credit, money=True)}"
        )
    balance = debit - credit
    verdict = (
        f"hay que ingresar {g.money(balance)}"
        if balance > 0
        else f"queda un saldo a favor de {g.money(-balance)}"
        if balance
        else "no hay nada que ingresar (0)"
    )
    return Solution(
        balance,
        f"Débito fiscal {g.money(debit)} − crédito fiscal {g.money(credit)}: {verdict}.",
        worked,
        "El débito es el IVA de las ventas y el crédito, el de las compras: solo se paga la diferencia.",
        how,
    )


def _rate_found(g: Given) -> Solution:
    net, gross = sorted((g["a"], g["b"]))
    if 0 < net < gross / 2:
        # The smaller one can only be the tax itself.
        with_tax = Story.mentions(g.text, rf"(?:total|final|con {_TAX})(?: \w+){{0,4}} [$#]\d")
        gross, net = (gross, gross - net) if with_tax else (gross + net, gross)
    if net <= 0:
        raise CalculationError("El neto tiene que ser mayor que 0.")
    rate = 100 * prices.change(net, gross)
    return Solution(
        rate,
        f"La alícuota es {percent(rate)}: {g.money(gross - net)} de impuesto sobre {g.money(net)}.",
        f"({number(gross)} / {number(net)} − 1) × 100 = {percent(rate)}",
        "La alícuota se mide sobre el neto, no sobre el precio final.",
    )


def _numbers(reading: Reading) -> tuple[Story, Places] | None:
    story = Story(reading)
    if len(story.rates) > 1 or any(not story.quantities[place].spelled for place in story.counts):
        return None
    return story, {"t": list(story.rates)} if story.rates else {}


def _is_gross(story: Story, place: int) -> bool:
    """Tell whether an amount holds the tax already."""
    asks_net = story.asks(_ASKS_NET) or story.says(rf"(?:{_ASKS_NET})(?: \w+)*\??$|sin (?:el )?{_TAX}")
    is_net = story.follows(
        place, rf"(?:pesos |euros )?(?:\w+ )?(?:net[oa]s?|mas {_TAX}|sin {_TAX}|{_TAX} aparte)"
    ) or story.leads(place, r"(?:net[oa]|subtotal|sin iva|base imponible|valor de venta)(?: (?:de|es|a|gravado))*")
    if is_net:
        # «¿Cuánto es 36.300 sin IVA?» asks for what stands behind the amount; «36.300 sin IVA, ¿cuánto…?» tells it.
        wanted = story.follows(place, rf"(?:pesos )?sin (?:el )?{_TAX}") and story.leads(place, _HOW_MUCH_IS)
        return wanted and not story.says(_ADDS)
    if asks_net or story.says(_TAKES_OUT):
        return True
    if story.asks(r"final|con (?:el )?iva|con impuesto|total|a cuanto queda|factur") or story.says(_ADDS):
        return False
    if story.asks(rf"(?:{_TAX}|impuesto)\b") and story.says(rf"con (?:un |el )?[%#]\d+ (?:de )?{_TAX}"):
        return True
    near = story.before(place)[-45:] + " # " + story.after(place)[:60]
    return Story.mentions(near, _HELD)


def _place_one(gross: bool, reading: Reading) -> Places | None:
    found = _numbers(reading)
    if found is None or len(found[0].amounts) != 1 or found[0].times:
        return None
    story, places = found
    if _is_gross(story, story.amounts[0]) is not gross:
        return None
    return places | {"v": list(story.amounts)}


def _place_net(reading: Reading) -> Places | None:
    return _place_one(True, reading)


def _place_gross(reading: Reading) -> Places | None:
    return _place_one(False, reading)


_SOLD = r"vend\w+|ventas?|factur\w+|debito"
_BOUGHT = r"compr\w+|credito|insumos|gast\w+|proveedor\w*"


def _place_position(reading: Reading) -> Places | None:
    found = _numbers(reading)
    if found is None or len(found[0].amounts) != 2:
        return None
    story, places = found
    sold, bought = story.nearest(story.amounts, _SOLD, 45), story.nearest(story.amounts, _BOUGHT, 45)
    if sold is None or bought is None:
        return None
    if sold == bought:
        # The verb of each stands before its amount: «compré por …, vendí por …».
        first, last = story.amounts
        swapped = Story.mentions(story.before(first), _BOUGHT) and not Story.mentions(story.before(first), _SOLD)
        sold, bought = (last, first) if swapped else (first, last)
    taxes = Story.mentions(
        story.text,
        (
            rf"{_TAX} (?:de |por |en |del mes de )?(?:las |mis )?(?:venta|compra)|(?:debito"
            rf"|credito)(?: fiscal)?(?: \w+){{0,3}} [$#]"
        ),
    )
    if taxes and not story.rates:
        return {"s": [sold], "p": [bought]}
    return places | {"v": [sold], "c": [bought]}


def _place_rate(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates or len(story.amounts) != 2 or story.times or story.counts:
        return None
    if any(story.value(place) < 35 and story.says(rf"{_TAX}[a-z ]* #{place}(?!\d)") for place in story.amounts):
        return None
    return {"a": [story.amounts[0]], "b": [story.amounts[1]]}


_T = Input("t", "la alícuota", Kind.RATE, optional=True, above=0, most=100)
_NOT_VAT = (
    r"presion tributaria|recaudacion|laffer|elastic|demanda|pbi|cuotas|descuent\w+ (?:del? )?%|%\d+ de descuent"
    r"|reintegro|recargo|percepcion|devol|\bno (?:se|cobra|incluye|lleva)\b|tramo|aguinaldo"
)
_MONTH = rf"{_TAX}(?=.*(?:compr|credito))|posicion (?:de |del |mensual de )*{_TAX}|debito fiscal"

CALCULATORS = (
    Calculator(
        id="iva",
        name="el monto sin IVA",
        area=AREA,
        formula="neto = final / (1 + t)",
        inputs=(Input("v", "el precio final", Kind.AMOUNT, above=0), _T),
        keys="iva igv",
        names=rf"\b{_TAX}\b|(?:valor|precio|monto|final|es|ticket) sin impuestos?",
        when=(),
        unless=_NOT_VAT,
        wordings=(),
        work=_net,
        asks=False,
        place=_place_net,
    ),
    Calculator(
        id="iva_bruto",
        name="el monto con IVA",
        area=AREA,
        formula="final = neto · (1 + t)",
        inputs=(Input("v", "el precio neto", Kind.AMOUNT, above=0), _T),
        keys="iva igv",
        names=rf"\b{_TAX}\b",
        when=(),
        unless=_NOT_VAT,
        wordings=(),
        work=_gross,
        asks=False,
        place=_place_gross,
    ),
    Calculator(
        id="iva_posicion",
        name="la posición de IVA",
        area=AREA,
        formula="posición = débito fiscal − crédito fiscal",
        inputs=(
            Input("v", "las ventas netas", Kind.AMOUNT, optional=True),
            Input("c", "las compras netas", Kind.AMOUNT, optional=True),
            Input("s", "el IVA de las ventas", Kind.AMOUNT, optional=True),
            Input("p", "el IVA de las compras", Kind.AMOUNT, optional=True),
            _T,
        ),
        keys="iva debito credito fiscal",
        names=rf"\b(?:{_MONTH}|{_TAX}\b)",
        when=(),
        unless=r"presion tributaria|recaudacion|elastic|pbi",
        wordings=(),
        work=_position,
        asks=False,
        place=_place_position,
    ),
    Calculator(
        id="iva_alicuota",
        name="la alícuota de IVA",
        area=AREA,
        formula="t = final / neto − 1",
        inputs=(Input("a", "un precio", Kind.AMOUNT), Input("b", "el otro precio", Kind.AMOUNT)),
        keys="iva alicuota",
        names=(
            rf"\b{_TAX}\b(?=.*(?:alicuota|tasa|porcentaje|que iva|cuanto))|(?:alicuota|tasa"
            rf"|porcentaje|que|cuanto)(?: de)? {_TAX}"
        ),
        when=(),
        unless=r"venta|compra|vend|debito|credito|presion|pbi",
        wordings=(),
        work=_rate_found,
        asks=False,
        place=_place_rate,
    ),
)
