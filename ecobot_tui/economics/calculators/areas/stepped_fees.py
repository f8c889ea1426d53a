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


CALCULATORS = (
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
