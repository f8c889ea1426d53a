"""Average, average variable and marginal cost of `CT = F + v·Q + m·Q² + n·Q³`."""

import math

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, require_sane, sample, say, taken
from ecobot_tui.economics.charts.equations import find_equations
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import Chart, Mark, Series

_FORM = "CT = F + v·Q + m·Q² + n·Q³"
_EXAMPLE = (128.0, 30.0, -6.0, 0.5)
_TALLEST = 2.5
"""Height of the chart in lowest average costs."""
_USAGE = "grafico costos 128 30 -6 0,5"


def draw_costs(request: Request) -> Chart:
    """Return the three curves with the lowest average cost marked; ChartError where a cost would be negative."""
    coefficients, example = _coefficients(request)
    fixed, v, m, n = coefficients
    _check(fixed, v, m, n)
    best = _cheapest(fixed, m, n)
    reference = best or math.sqrt(fixed / v) if fixed and v else best or 1.0
    require_sane(reference)
    start, end = reference / 4, reference * 1.75

    def variable(q: float) -> float:
        return v + m * q + n * q * q

    def average(q: float) -> float:
        return fixed / q + variable(q)

    def marginal(q: float) -> float:
        return v + 2 * m * q + 3 * n * q * q

    require_sane(average(start), marginal(end), average(end))
    # What shoots up at either end would press flat what is to be seen around the minimum.
    ceiling = _TALLEST * average(reference)
    curves = {"CMe (medio)": average, "CVMe (variable medio)": variable, "CMg (marginal)": marginal}
    series = tuple(
        Series(name, tuple(point for point in sample(curve, start, end) if point[1] <= ceiling))
        for name, curve in curves.items()
    )
    total = _polynomial(coefficients)
    first = taken(example, total, f"{_USAGE} (F, v, m y n)")
    if best is None:
        note = "El CMe no tiene un mínimo: con esta función el CMg nunca lo corta desde abajo."
        return Chart("Curvas de costos", "Cantidad (Q)", "Costo por unidad", series, notes=(first, note))
    lowest = average(best)
    notes = (
        first,
        f"El CMe es mínimo ({about(lowest)}) con Q = {about(best)}: ahí lo corta el CMg.",
        "Mientras el CMg está debajo del CMe, producir más abarata el promedio; cuando lo supera, lo encarece.",
    )
    mark = Mark((best, lowest), f"mín. CMe (Q={about(best)}; {about(lowest)})")
    return Chart("Curvas de costos", "Cantidad (Q)", "Costo por unidad", series, (mark,), notes)


def _coefficients(request: Request) -> tuple[tuple[float, float, float, float], bool]:
    for equation in find_equations(request.folded):
        if equation.variable in ("q", "x") and equation.left.startswith("c"):
            a, b, c, d = (*equation.coefficients, 0.0, 0.0)[:4]
            return (a, b, c, d), False
    values = request.values
    if not values:
        return _EXAMPLE, True
    if not 2 <= len(values) <= 4:
        raise ChartError(f"Para los costos necesito de dos a cuatro números, F, v, m y n ({_FORM}). Ejemplo: {_USAGE}.")
    a, b, c, d = (*values, 0.0, 0.0)[:4]
    return (a, b, c, d), False


def _check(fixed: float, v: float, m: float, n: float) -> None:
    require_sane(fixed, v, m, n)
    if fixed < 0:
        raise ChartError(f"El costo fijo (F) no puede ser negativo, y leí {say(fixed)} ({_FORM}).")
    # The marginal cost v + 2m·Q + 3n·Q² stays above zero if its lowest point does.
    falls = n < 0 or (n == 0 and m < 0)
    dips = n > 0 and m < 0 and v * 3 * n < m * m
    if v < 0 or falls or dips:
        raise ChartError(f"Con esos números producir más bajaría el costo total, y eso no puede ser ({_FORM}).")
    if v == m == n == 0:
        raise ChartError(f"Falta el costo variable: con v, m y n en cero no hay curva que dibujar ({_FORM}).")


def _cheapest(fixed: float, m: float, n: float) -> float | None:
    """Return the Q > 0 of the lowest average cost: the root of `2n·Q³ + m·Q² − F`; None if there is none."""
    if n == 0:
        return math.sqrt(fixed / m) if m > 0 and fixed > 0 else None
    if fixed == 0:
        return -m / (2 * n) if m < 0 else None
    low, high = 0.0, 1.0
    while (2 * n * high + m) * high * high < fixed:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if (2 * n * middle + m) * middle * middle < fixed:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _polynomial(coefficients: tuple[float, ...]) -> str:
    text = ""
    for value, variable in zip(coefficients, ("", "·Q", "·Q²", "·Q³"), strict=True):
        if value:
            text += f" {'−' if value < 0 else '+'} {say(abs(value))}{variable}"
    return f"CT = {text.removeprefix(' + ')}"
