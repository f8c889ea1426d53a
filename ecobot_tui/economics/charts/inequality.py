"""The Lorenz curve of groups of equal size, and its Gini coefficient."""

from itertools import accumulate, pairwise

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, require_sane, say
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import MOST_POINTS, Chart, Mark, Series

_EXAMPLE = (5.0, 10.0, 15.0, 22.0, 48.0)
_USAGE = "grafico lorenz 5,10,15,22,48"


def draw_lorenz(request: Request) -> Chart:
    """Return the Lorenz curve of the groups' shares or incomes; ChartError for fewer than two or a negative one."""
    values = request.listed() or _EXAMPLE
    example = not request.values
    if not 2 <= len(values) < MOST_POINTS:
        raise ChartError(
            f"Para la curva de Lorenz dame el ingreso de al menos dos grupos de igual tamaño. Ejemplo: {_USAGE}."
        )
    require_sane(*values)
    if min(values) < 0 or sum(values) <= 0:
        raise ChartError("En la curva de Lorenz los ingresos no pueden ser negativos, y alguno tiene que ser positivo.")
    shares = [value / sum(values) * 100 for value in sorted(values)]
    cumulative = [0.0, *accumulate(shares)]
    points = tuple((index * 100 / len(shares), share) for index, share in enumerate(cumulative))
    gini = gini_of(shares)
    written = "; ".join(f"{about(share)} %" for share in shares[:10]) + ("; …" if len(shares) > 10 else "")
    lead = "Ejemplo con quintiles" if example else f"Tomé {len(shares)} grupos de igual tamaño, de menor a mayor"
    usage = f" Con tus datos: {_USAGE}." if example else ""
    middle = points[len(points) // 2]
    notes = (
        f"{lead}: {written} del ingreso.{usage}",
        f"El punto marcado: el {about(middle[0])} % más pobre recibe el {about(middle[1])} % del ingreso.",
        f"Gini = {say(round(gini, 4))} (0: igualdad; 1: todo para uno). Cuanto más lejos la curva de la recta, más"
        " desigualdad; con datos agrupados el Gini queda algo por debajo del real.",
    )
    series = (Series("Igualdad perfecta", ((0.0, 0.0), (100.0, 100.0))), Series("Curva de Lorenz", points))
    mark = Mark(middle, f"{about(middle[0])} % → {about(middle[1])} %")
    x_label, y_label = "% de la población, de más pobre a más rica", "% del ingreso acumulado"
    return Chart("Curva de Lorenz", x_label, y_label, series, (mark,), notes)


def gini_of(shares: list[float]) -> float:
    """Return the Gini coefficient, from 0 to 1, of equal groups by the trapezoids under their Lorenz curve."""
    ordered = sorted(shares)
    cumulative = [0.0, *accumulate(ordered)]
    total = cumulative[-1]
    area = sum(left + right for left, right in pairwise(cumulative))
    return max(0.0, 1 - area / (total * len(ordered)))
