"""Impuestos por su monto: lo que hay detrás de un IVA pagado, la tasa marginal y un impuesto simple sobre una base."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Impuestos"
_TAX = r"(?:iva|igv|itbms|itbis)"
_GENERAL = 21.0
_FILLERS = (
    r"(?: (?:que|pague|pago|pagaste|pagaron|pagamos|cobre|cobraron|facture|de|del|la|el|una|esta|factura|compra|venta"
    r"|ticket"
    r"|es|fue|era|son|total|discriminado|me|dio|figura|por|en|[%#]\d+|al|suma|asciende|a|mes))*"
)


def _place_tax(reading: Reading) -> Places | None:
    """Take an amount that is the tax itself: «el IVA de la factura es 42.000»."""
    story = Story(reading)
    amounts = [place for place in story.amounts if place not in story.rates]
    if len(amounts) != 1 or len(story.rates) > 1 or story.times:
        return None
    (place,) = amounts
    before = reading.text[: reading.slots[place][0]]
    named = rx.search(rf"(?<!con )(?<!sin )(?<!mas )(?<!con el )(?<!sin el )(?<!mas el )\b{_TAX}{_FILLERS} $", before)
    behind = story.follows(place, rf"(?:pesos )?(?:de|en concepto de|por|en) (?:el )?{_TAX}\b")
    # «El IVA de una factura de 72.600»: that is the invoice.
    if rx.search(r"(?:factura|compra|venta|ticket|total)(?: total)? (?:de|por) $", before) and not behind:
        return None
    if not (named or behind) or story.says(rf"inclu\w+|{_TAX} aparte|mas {_TAX}|con {_TAX} (?:es|de|son) [$#]"):
        return None
    asked = story.asked or reading.text
    if not rx.search(r"net[oa]|total|final|base|precio|factur|vend|compr|sin|con|monto|valor|antes|subtotal", asked):
        return None
    return {"i": amounts} | ({"t": list(story.rates)} if story.rates else {})


def _from_tax(g: Given) -> Solution:
    rate = g.rate("t") if "t" in g else _GENERAL / 100
    net = g["i"] / rate
    total = net + g["i"]
    asked = asked_in(g.text) or g.text
    wants_total = rx.search(r"total|final|con (?:el )?iva|bruto|pag(?:o|ue) en total", asked) is not None
    wants_total = wants_total and rx.search(r"net[oa]\b|sin (?:el )?iva|subtotal", asked) is None
    return Solution(
        total if wants_total else net,
        f"Neto {g.money(net)} + IVA {g.money(g['i'])} = final {g.money(total)}.",
        f"{number(g['i'])} / {percent(100 * rate)} = {number(net, money=True)}",
        f"El IVA es {percent(100 * rate)} del neto: dividido por la alícuota da el neto.",
        () if "t" in g else ("la alícuota general de Argentina, 21 %, porque no la dijiste",),
    )


def _place_share(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) > 1 or story.times:
        return None
    return {"t": list(story.rates)} if story.rates else None


def _share(g: Given) -> Solution:
    value = 100 * g.rate("t") / (1 + g.rate("t"))
    return Solution(
        value,
        f"El IVA es {percent(value)} del precio final.",
        f"{g.shown('t')} / (100 + {g.shown('t')}) × 100 = {percent(value)}",
        f"Se calcula sobre el neto: de cada {number(100 + g['t'])} del precio final, {g.shown('t')} son IVA.",
    )


def _place_marginal(reading: Reading) -> Places | None:
    story = Story(reading)
    plain = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    if story.rates or story.times or len(plain) not in (2, 4):
        return None
    taxes = [place for place in plain if _is_tax(story, place)]
    if len(plain) == 4:
        if len(taxes) != 2:
            # «Gana 100 y paga 10; gana 150 y paga 25»: they take turns, the tax is the smaller one.
            taxes = plain[1::2]
        incomes = [place for place in plain if place not in taxes]
        return {"y": incomes[:1], "z": incomes[1:], "s": taxes[:1], "t": taxes[1:]}
    if len(taxes) != 1:
        taxes = [min(plain, key=story.value)]
    return {"z": [place for place in plain if place not in taxes], "t": taxes}


def _is_tax(story: Story, place: int) -> bool:
    return story.leads(place, r"(?:impuest\w+|pag\w+|tribut\w+|retien\w+)(?: \w+){0,3}") or story.follows(
        place, r"(?:pesos )?(?:mas )?(?:de|en) (?:impuesto|tributo|ganancias)"
    )


def _marginal(g: Given) -> Solution:
    income, tax = g["z"] - g.get("y", 0.0), g["t"] - g.get("s", 0.0)
    rate = 100 * tax / income
    return Solution(
        rate,
        f"La tasa marginal es {percent(rate)}.",
        f"{number(tax)} / {number(income)} × 100 = {percent(rate)}",
        f"De cada 100 que se ganan de más, {number(rate)} se van en el impuesto.",
    )


def _place_simple(reading: Reading) -> Places | None:
    story = Story(reading)
    amounts = [place for place in story.amounts if place not in story.rates]
    if len(amounts) != 1 or len(story.rates) != 1 or any(story.value(place) != 1 for place in story.times):
        return None
    return {"v": amounts, "t": list(story.rates)}


def _simple(g: Given) -> Solution:
    tax = g["v"] * g.rate("t")
    left = g["v"] - tax
    wants_rest = rx.search(r"queda|net[oa]|limpi|mano|despues", asked_in(g.text)) is not None
    return Solution(
        left if wants_rest else tax,
        f"El impuesto es {g.money(tax)} y quedan {g.money(left)}.",
        f"{number(g['v'])} × {g.shown('t')} % = {number(tax, money=True)}",
        f"De cada 100 se van {g.shown('t')}.",
    )


_RATE = Input("t", "la alícuota", Kind.RATE, optional=True, above=0, most=100)

CALCULATORS = (
    Calculator(
        id="iva_desde_el_impuesto",
        name="el neto y el total de un IVA",
        area=AREA,
        formula="neto = IVA / t",
        inputs=(Input("i", "el IVA", Kind.AMOUNT, above=0), _RATE),
        keys="iva igv",
        names=rf"^(?=.*\b{_TAX}\b).*",
        when=(),
        unless=r"debito|credito|presion|recaudacion|elastic|pbi|\bcuotas|%\d+ de descuent|reintegro|posicion",
        wordings=(),
        work=_from_tax,
        asks=False,
        place=_place_tax,
    ),
    Calculator(
        id="iva_en_el_precio",
        name="la parte del precio final que es IVA",
        area=AREA,
        formula="t / (1 + t)",
        inputs=(Input("t", "la alícuota", Kind.RATE, above=0, most=100),),
        keys="iva igv",
        names=(
            r"^(?=.*(?:que|cual|cuanto) (?:es el )?(?:porcentaje|parte|proporcion|por ?ciento) del? (?:precio|total"
            rf"|final)).*\b{_TAX}\b"
        ),
        when=(),
        unless=r"pbi|recaudacion|descuent",
        wordings=(),
        work=_share,
        asks=False,
        place=_place_share,
    ),
    Calculator(
        id="tasa_marginal_de_impuesto",
        name="la tasa marginal del impuesto",
        area=AREA,
        formula="tasa marginal = Δ impuesto / Δ ingreso",
        inputs=(
            Input("y", "el ingreso inicial", Kind.AMOUNT, optional=True),
            Input("z", "el ingreso, o lo que se gana de más", Kind.AMOUNT),
            Input("s", "el impuesto inicial", Kind.AMOUNT, optional=True),
            Input("t", "el impuesto, o lo que se paga de más", Kind.AMOUNT),
        ),
        keys="marginal impuesto",
        names=(
            r"^(?=.*(?:tasa|alicuota|tipo|impuesto) (?:impositiv[oa] |del impuesto )?marginal)"
            r"(?=.*(?:impuest|tribut|ganancias)).*"
        ),
        when=(),
        unless=r"sustituc|transformac|tecnica|costo marginal|propension|tramo|escala|%\d",
        wordings=(),
        work=_marginal,
        asks=False,
        place=_place_marginal,
    ),
    Calculator(
        id="impuesto_simple",
        name="el impuesto sobre un monto",
        area=AREA,
        formula="impuesto = base × alícuota",
        inputs=(Input("v", "la base", Kind.AMOUNT, above=0), Input("t", "la alícuota", Kind.RATE, above=0, most=100)),
        keys="impuesto alicuota",
        names=(
            r"^(?=.*(?:ingresos brutos|iibb|impuesto (?:a|de|sobre|al) (?:los? |las? )?(?:sellos|cheque|debito"
            r"|ganancias"
            r"|bienes|renta|automotor|inmobiliari|transferencia|herencia|propiedad|bebidas|lujo)|sellos|alcabala"
            r"|(?:tasa|impuesto) municipal|impuesto (?:proporcional|fijo|unico)|(?:monto|base) imponible"
            r"|impuestos? (?:de |del )?%))(?=.*(?:cuant|calcul|cual|pag"
            r"|imponible|alicuota))"
            r".*|^(?=.*antes de (?:los )?impuestos)(?=.*(?:net[ao]|despues de|queda)).*"
        ),
        when=(),
        unless=(
            r"tramo|escala|primer|exced|resto|hasta|elastic|demanda|\biva\b|descuent|cuotas|interes|inflaci|pbi|deduc"
            r"|no imponible|dolar|usd|auto\b|import|margen|ebit|tasa de (?:interes|descuento)"
        ),
        wordings=(),
        also="sociedad empresa gana utilidad ganancia neta antes paga",
        work=_simple,
        asks=False,
        place=_place_simple,
    ),
)
