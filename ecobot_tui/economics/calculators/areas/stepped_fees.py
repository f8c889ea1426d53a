"""Comisiones escalonadas: un porcentaje hasta un monto y otro sobre lo que pasa, con básico o sin él."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.bracket_words import Span, read_spans
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Trabajo"

_SOLD = r"vend\w+|ventas?|factur\w+|operacion\w*|coloc\w+|monto|total"
_FIXED = r"basic[oa]|fij[oa]|sueldo|salario"


def _parts(reading: Reading) -> tuple[tuple[Span, ...], int, int | None] | None:
    """Return the steps, the place of what was sold, and that of the fixed pay if there is one."""
    story = Story(reading)
    found = read_spans(reading.text, [one.value for one in reading.quantities])
    if found is None or story.times:
        return None
    spans, used = found
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in used]
    fixed = [place for place in left if story.leads(place, rf"(?:{_FIXED})(?: \w+){{0,2}}")]
    if len(left) == 2 and len(fixed) == 1:
        left.remove(fixed[0])
    else:
        fixed = []
    return (spans, left[0], fixed[0] if fixed else None) if len(left) == 1 else None


def _place(reading: Reading) -> Places | None:
    found = _parts(reading)
    if found is None:
        return None
    _, sold, fixed = found
    rest = [place for place in range(len(reading.quantities)) if place not in (sold, fixed)]
    return {"v": [sold], "x": rest} | ({} if fixed is None else {"f": [fixed]})


def _fee(g: Given) -> Solution:
    sold = g["v"]
    everything = sorted(
        (one for symbol in ("v", "f", "x") if symbol in g for one in g.quantities(symbol)),
        key=lambda one: one.number.start,
    )
    found = read_spans(g.text, [one.value for one in everything])
    if found is None:
        raise CalculationError(
            "No entiendo la escala: escribila así: 2 % hasta 1.000 y 3 % sobre el resto, ventas 3.000."
        )
    spans = found[0]
    if rx.search(r"sobre (?:el total|todo)|retroactiv\w+|a todas? las? ventas?", g.text):
        rate = max((one for one in spans if one.floor < sold), key=lambda one: one.floor).rate
        fee, steps = sold * rate, f"{number(sold)} × {percent(100 * rate)}"
    else:
        fee = everyday.bracket_tax(sold, [(one.floor, one.rate) for one in spans])
        steps = " + ".join(
            f"{number((sold if one.end is None else min(sold, one.end)) - one.floor)} × {percent(100 * one.rate)}"
            for one in spans
            if sold > one.floor and one.rate
        )
    fixed = g.get("f", 0.0)
    total = fee + fixed
    with_fixed = f" Con el básico de {g.money(fixed)} son {g.money(total)}." if fixed else ""
    only = rx.search(r"comision", asked_in(g.text)) is not None
    mean = 100 * fee / sold if sold else 0.0
    return Solution(
        fee if only or not fixed else total,
        f"La comisión es {g.money(fee)}, en promedio {percent(mean)} de lo vendido.{with_fixed}",
        f"{steps or '0'} = {number(fee, money=True)}",
        "Cada porcentaje se aplica solo a la parte de las ventas que cae en su escalón.",
    )


def _place_back(reading: Reading) -> Places | None:
    """Take what was earned, the rate and perhaps the fixed pay: how much was sold is asked."""
    story = Story(reading)
    plain = [place for place in story.amounts if place not in story.rates]
    if len(story.rates) != 1 or not 1 <= len(plain) <= 2 or any(story.value(place) != 1 for place in story.times):
        return None
    fixed = [place for place in plain if story.leads(place, rf"(?:{_FIXED})(?: \w+){{0,2}}")]
    rest = [place for place in plain if place not in fixed]
    if len(plain) == 2 and (len(fixed) != 1 or len(rest) != 1):
        return None
    if len(plain) == 1 and not story.leads(plain[0], _KEPT):
        return None
    if not story.asks(_SOLD):
        return None
    if len(plain) == 1:
        return {"k": plain, "r": list(story.rates)}
    return {"c": rest, "f": fixed, "r": list(story.rates)}


_KEPT = r"(?:(?:me|nos|le) )?(?:qued\w+|llev\w+|sobr\w+|limpi\w+|net[oa]s?)(?: (?:con|de|unos|netos|limpios|en))*"


def _back(g: Given) -> Solution:
    rate = g.rate("r")
    if "k" in g:
        value = g["k"] / (1 - rate)
        return Solution(
            value,
            f"Se vendió por {g.money(value)}: la comisión fue {g.money(value - g['k'])}.",
            f"{number(g['k'])} / (1 − {percent(100 * rate)}) = {number(value, money=True)}",
            "La comisión se calcula sobre el precio de venta, no sobre lo que queda.",
        )
    value = (g["c"] - g["f"]) / rate
    return Solution(
        value,
        f"Hay que vender {g.money(value)}."
        if rx.search(r"tengo que|necesit|deb[oe]", g.text)
        else f"Se vendieron {g.money(value)}.",
        f"({number(g['c'])} − {number(g['f'])}) / {percent(100 * rate)} = {number(value, money=True)}",
        f"Lo que pasa del básico, {g.money(g['c'] - g['f'])}, es la comisión.",
    )


CALCULATORS = (
    Calculator(
        id="ventas_desde_lo_cobrado",
        name="las ventas que hay detrás de lo cobrado",
        area=AREA,
        formula="ventas = (cobrado − básico) / comisión; precio = neto / (1 − comisión)",
        inputs=(
            Input("c", "lo que se cobró", Kind.AMOUNT, optional=True, above=0),
            Input("f", "el básico", Kind.AMOUNT, optional=True, above=0),
            Input("k", "lo que quedó", Kind.AMOUNT, optional=True, above=0),
            Input("r", "la comisión", Kind.RATE, above=0, below=100),
        ),
        keys="comision",
        names=(
            r"^(?=.*(?:comision|basic[oa]|%\d+ (?:de|sobre) (?:lo|las|mis) (?:que )?ven))(?=.*(?:vend"
            r"|vent))(?=.*cuant).*"
        ),
        when=(),
        unless=r"impuest|\biva\b|inflacion|cuotas|interes|exced|primer|hasta|escal|dolar",
        wordings=(),
        work=_back,
        asks=False,
        place=_place_back,
    ),
    Calculator(
        id="comision_escalonada",
        name="la comisión escalonada",
        area=AREA,
        formula="comisión = Σ porcentajeᵢ × (parte de las ventas en el escalón i)",
        inputs=(
            Input("v", "las ventas", Kind.AMOUNT, above=0),
            Input("f", "el básico", Kind.AMOUNT, optional=True, above=0),
            Input("x", "la escala", Kind.AMOUNT, many=True),
        ),
        keys="comision comisiones escalonada",
        names=(
            rf"^(?=.*(?:comision|(?:pagan|cobr\w+|gan\w+|premio|bonific\w+|incentivo)\b.*(?:{_SOLD})))(?=.*%.*%)"
            r"(?=.*(?:primer|hasta|exced|resto|super|tramo|escal|encima|adelante|pas[ea]|sobre lo|desde|mas de)).*"
        ),
        when=(),
        unless=r"impuest|iibb|ingresos brutos|ganancias|\biva\b|inflacion|descuent|interes|cuotas|margen",
        wordings=(),
        work=_fee,
        asks=False,
        place=_place,
    ),
)
