"""The production-possibility frontier: a quarter of an ellipse between the most of each good."""

import math

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, require_sane, say, taken
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import Chart, Mark, Series

_ANGLES = 60


def draw_frontier(request: Request) -> Chart:
    """Return the frontier of the most of X and the most of Y, with an efficient, an idle and an impossible point."""
    (most_x, most_y), example = request.parameters("X Y", "máximo de cada bien", (100.0, 50.0))
    if most_x <= 0 or most_y <= 0:
        raise ChartError("En la FPP el máximo de cada bien tiene que ser mayor que cero.")
    require_sane(most_x, most_y)
    turns = (math.pi / 2 * (1 - step / _ANGLES) for step in range(_ANGLES + 1))
    # The cosine of a right angle is a residue, not zero.
    points = tuple((round(math.cos(turn), 12) * most_x, round(math.sin(turn), 12) * most_y) for turn in turns)
    efficient = (0.6 * most_x, 0.8 * most_y)
    marks = (
        Mark(efficient, "A eficiente"),
        Mark((0.35 * most_x, 0.4 * most_y), "B ineficiente"),
        Mark((0.85 * most_x, 0.85 * most_y), "C inalcanzable"),
    )
    what = f"máximo de X = {say(most_x)}, máximo de Y = {say(most_y)}, con forma de elipse (una simplificación)"
    x, y = about(efficient[0]), about(efficient[1])
    notes = (
        taken(example, what, "grafico fpp 100 50"),
        f"A ({x}; {y}) usa todos los recursos; en B sobran recursos; C no se puede con los que hay.",
        "Es curva hacia afuera porque el costo de oportunidad crece: cada X más obliga a resignar más Y.",
    )
    title = "Frontera de posibilidades de producción (FPP)"
    return Chart(title, "Bien X", "Bien Y", (Series("FPP", points),), marks, notes)
