"""A chart as data, and its drawing as plain text: what the server shows on a terminal and ecobot-chat on its screen.

`draw` gives text of any width; `draw_runs` the same with the curve that each piece belongs to, for a screen of colours.
"""

from ecobot_tui.plot.chart import MOST_POINTS, MOST_SERIES, Chart, Mark, Point, Series, bounded, is_drawable, sampled
from ecobot_tui.plot.drawing import Run, draw, draw_runs

__all__ = [
    "MOST_POINTS",
    "MOST_SERIES",
    "Chart",
    "Mark",
    "Point",
    "Run",
    "Series",
    "bounded",
    "draw",
    "draw_runs",
    "is_drawable",
    "sampled",
]
