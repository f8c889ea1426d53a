"""Rates and times that count in different periods: «4 % mensual por 2 años» is 24 periods."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.conventions import COMMERCIAL_YEAR
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.quantities import months_in

MOST_PERIODS = 1_200
PERIOD_NAMES = {
    "dia": ("día", "días"),
    "semana": ("semana", "semanas"),
    "quincena": ("quincena", "quincenas"),
    "mes": ("mes", "meses"),
    "bimestre": ("bimestre", "bimestres"),
    "trimestre": ("trimestre", "trimestres"),
    "cuatrimestre": ("cuatrimestre", "cuatrimestres"),
    "semestre": ("semestre", "semestres"),
    "ano": ("año", "años"),
}


def year_days(g: Given) -> int:
    """Return how many days the question counts in a year: 365, or 360 where it says so."""
    return 360 if COMMERCIAL_YEAR in g.text else 365


def periods(g: Given, rate: str, time: str) -> float:
    """Return the time in periods of the rate; where the rate says none, its period is the unit of the time.

    CalculationError where it is nothing, or more than a calculator takes.
    """
    one = g.quantity(time)
    period = g.period(rate) or one.unit
    count = one.value if one.unit is None or period is None else one.months / months_in(period)
    if one.unit in ("dia", "semana", "quincena") and period not in (one.unit, "ano", None):
        # The months of interest have 30 days.
        count = one.days / (30 * months_in(period)) if period != "dia" else one.days
    elif period == "dia":
        count = one.days
    elif period == "ano" and one.unit in ("dia", "semana", "quincena"):
        count = one.days / year_days(g)
    return checked(count)


def checked(count: float) -> float:
    """Return a number of periods if a calculator takes it; CalculationError otherwise."""
    if count <= 0:
        raise CalculationError("El plazo tiene que ser mayor que cero.")
    if count > MOST_PERIODS:
        raise CalculationError(f"No calculo más de {number(MOST_PERIODS)} períodos: revisá el plazo.")
    return count


def whole(count: float, name: str) -> int:
    """Return a count of instalments, 1 to 1,200; CalculationError, naming it, for any other number."""
    if count != int(count) or not 1 <= count <= MOST_PERIODS:
        raise CalculationError(f"{name} tiene que ser un número entero de 1 a {number(MOST_PERIODS)}.")
    return int(count)


def period_assumption(g: Given, rate: str, time: str) -> str:
    """Return which period a rate was taken to be for."""
    period = g.period(rate) or g.quantity(time).unit
    if period is None:
        return "la tasa es por período"
    how = "" if g.period(rate) else " (no lo dijiste: tomé la unidad del plazo)"
    return f"la tasa es efectiva por {PERIOD_NAMES[period][0]}{how}"
