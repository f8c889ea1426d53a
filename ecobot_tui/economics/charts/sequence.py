"""A list of values, one a period."""

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, require_sane, say
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import MOST_POINTS, Chart, Mark, Series

_SHOWN = 6
_USAGE = "grafico serie 10,12,11,15"


def draw_sequence(request: Request) -> Chart:
    """Return the values over 1, 2, 3 …, the highest and the lowest marked; ChartError for fewer than two."""
    values = request.listed()
    if not values:
        raise ChartError(f"Decime los valores de la serie, separados por comas. Ejemplo: {_USAGE}.")
    if len(values) == 1:
        raise ChartError(f"Con un solo valor no hay serie: dame al menos dos. Ejemplo: {_USAGE}.")
    if len(values) > MOST_POINTS:
        raise ChartError(f"Son {len(values)} valores y en la pantalla entran {MOST_POINTS}: mandame menos.")
    require_sane(*values)
    points = tuple((float(period), value) for period, value in enumerate(values, 1))
    highest, lowest = max(points, key=lambda point: point[1]), min(points, key=lambda point: point[1])
    shown = "; ".join(say(value) for value in values[:_SHOWN]) + ("; …" if len(values) > _SHOWN else "")
    notes = [f"Tomé {len(values)} valores: {shown}. El eje horizontal es el orden (1 es el primero)."]
    if highest[1] == lowest[1]:
        return Chart("Serie de datos", "Período", "Valor", (Series("Serie", points),), notes=(*notes, "No cambia."))
    marks = (Mark(highest, f"máx. {about(highest[1])}"), Mark(lowest, f"mín. {about(lowest[1])}"))
    notes.append(
        f"El máximo es {about(highest[1])} (período {int(highest[0])}) y el mínimo, {about(lowest[1])}"
        f" (período {int(lowest[0])})."
    )
    notes.append(_change(values[0], values[-1]))
    return Chart("Serie de datos", "Período", "Valor", (Series("Serie", points),), marks, tuple(notes))


def _change(first: float, last: float) -> str:
    if last == first:
        return f"Entre puntas no cambia: empieza y termina en {about(first)}."
    verb = "sube" if last > first else "baja"
    # A percentage of a base that is zero or negative would mislead.
    share = f" ({about((last / first - 1) * 100)} %)" if first > 0 and last / first < 1e6 else ""
    return f"Entre puntas {verb} {about(abs(last - first))}: de {about(first)} a {about(last)}{share}."
