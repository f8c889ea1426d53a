"""Points of functions, and the Spanish way to write linear ones."""

from collections.abc import Callable

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.number_format import format_amount, format_number
from ecobot_tui.plot import Point

_SAMPLES = 60
LARGEST = 1e12
SMALLEST = 1e-9


def sample(function: Callable[[float], float], start: float, end: float) -> tuple[Point, ...]:
    """Return evenly spaced points of a function between two abscissas, both included."""
    step = (end - start) / _SAMPLES
    return tuple((x, function(x)) for x in (start + index * step for index in range(_SAMPLES + 1)))


def say(value: float) -> str:
    """Return a number as it is shown to the student, four decimals at most."""
    return format_number(value + 0.0)


def about(value: float) -> str:
    """Return a number as an answer in a sentence, two decimals where it is not small."""
    return format_number(round(value, 2) + 0.0 if abs(value) >= 1 else value + 0.0)


def money(value: float) -> str:
    """Return an amount of money: `$ 1.500,50`."""
    return format_amount(value + 0.0, "$")


def linear(name: str, intercept: float, slope: float, variable: str) -> str:
    """Return `P = 100 − 2·Q` for its parts."""
    sign = "−" if slope < 0 else "+"
    size = "" if abs(slope) == 1 else f"{say(abs(slope))}·"
    return f"{name} = {say(intercept)} {sign} {size}{variable}" if intercept else f"{name} = {say(slope)}·{variable}"


def require_sane(*values: float) -> None:
    """Raise ChartError where a number is so large or so close to zero that nothing could be read in a chart."""
    if any(abs(value) > LARGEST for value in values):
        raise ChartError("No puedo dibujar números tan grandes: usá valores de hasta un billón (10^12).")
    if any(0 < abs(value) < SMALLEST for value in values):
        raise ChartError("No puedo dibujar números tan cercanos a cero: cambiá la unidad y probá de nuevo.")


def taken(example: bool, what: str, usage: str) -> str:
    """Return the sentence that says which numbers were drawn, and how to give others where they are an example."""
    return f"Ejemplo: {what}. Con tus números: {usage}." if example else f"Tomé: {what}."
