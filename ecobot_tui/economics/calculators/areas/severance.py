"""Trabajo: vacaciones e indemnización."""

from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Trabajo"


_VACATION_DIVISOR = 25


def _place_days(reading: Reading) -> Places | None:
    story = Story(reading)
    days = [place for place in story.times if story.quantities[place].unit == "dia"]
    amounts = [
        place for place in story.amounts if not story.leads(place, r"(?:divid\w+|entre|sobre)(?: (?:por|entre|en))?")
    ]
    if len(amounts) != 1 or len(days) != 1 or story.rates:
        return None
    return {"s": amounts, "d": days}


def _vacation(g: Given) -> Solution:
    days, day = g["d"], g["s"] / _VACATION_DIVISOR
    value, plain = day * days, g["s"] / 30 * days
    return Solution(
        value,
        f"Por {number(days)} días de vacaciones se pagan {g.money(value)}.",
        f"{number(g['s'])} / {_VACATION_DIVISOR} × {number(days)} = {number(value, money=True)}",
        f"Son {g.money(value - plain)} más que los mismos días a un treintavo del sueldo ({g.money(plain)}): "
        f"ese es el plus"
        " vacacional.",
        ("sueldo mensual dividido por 25, como manda la Ley de Contrato de Trabajo argentina",),
    )


def _place_severance(reading: Reading) -> Places | None:
    story = Story(reading)
    years = [place for place in story.times if story.quantities[place].unit == "ano"]
    months = [place for place in story.times if story.quantities[place].unit == "mes"]
    if len(story.amounts) != 1 or len(years) != 1 or len(months) > 1 or story.rates:
        return None
    return {"s": list(story.amounts), "y": years} | ({"m": months} if months else {})


def _severance(g: Given) -> Solution:
    extra = 1 if "m" in g and g["m"] > 3 else 0
    years = int(g["y"]) + extra if g["y"] == int(g["y"]) else int(g["y"]) + (1 if g["y"] % 1 > 0.25 else 0)
    value = g["s"] * max(1, years)
    return Solution(
        value,
        f"La indemnización por antigüedad es {g.money(value)}.",
        f"{number(g['s'])} × {number(max(1, years))} = {number(value, money=True)}",
        "Es un sueldo por cada año trabajado o fracción mayor de tres meses; aparte van preaviso, integración,"
        " vacaciones y aguinaldo proporcionales.",
        ("despido sin causa en Argentina, mejor sueldo mensual y sin tope de convenio",),
    )


_SALARY = Input("s", "el sueldo", Kind.AMOUNT, above=0)


CALCULATORS = (
    Calculator(
        id="vacaciones",
        name="el pago de las vacaciones",
        area=AREA,
        formula="vacaciones = sueldo / 25 × días",
        inputs=(_SALARY, Input("d", "los días", Kind.TIME, above=0)),
        keys="vacaciones",
        names=r"\bvacaciones\b",
        when=(),
        unless=r"hotel|viaj|gast|alquil|ahorr|dolar",
        wordings=(),
        work=_vacation,
        asks=False,
        place=_place_days,
    ),
    Calculator(
        id="indemnizacion",
        name="la indemnización por despido",
        area=AREA,
        formula="indemnización = mejor sueldo × años",
        inputs=(
            _SALARY,
            Input("y", "los años de antigüedad", Kind.TIME, above=0),
            Input("m", "los meses de más", Kind.TIME, optional=True),
        ),
        keys="indemnizacion despido despidieron",
        names=r"\bindemniz\w+|\bdespid\w+|\b(?:me|lo|la|te) ech\w+|sin causa|por antiguedad\b|desvincul\w+",
        when=(),
        unless=r"inflacion|tasa|seguro",
        wordings=(),
        work=_severance,
        asks=False,
        place=_place_severance,
    ),
)
