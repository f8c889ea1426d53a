"""An answer that is a chart, drawn from its data at the width of its column and again whenever that changes."""

from __future__ import annotations

from itertools import chain

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from ecobot_tui.plot import Chart, draw_runs
from ecobot_tui.ui.foreign import paragraph, pieces

_COLOURS = ("$text-primary", "$text-accent", "$text-secondary", "$text-error", "$text-success", "$text-warning")
"""One a curve, in their order. They only help: every curve has its own marker, here as on a terminal."""
_COLUMNS_A_ROW = 6
"""The plot's shape: two such cells are about as wide as one is high."""
_LOWEST, _HIGHEST = 8, 20
_ROWS_AROUND = 16
"""Rows of the screen that belong to others: top line, title, axes, legend, most of the notes, prompt, keys."""


class ChartAnswer(Vertical):
    """The drawing and, below it, what there is to say of it."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(classes="answer -chart")
        self._chart = chart

    def compose(self) -> ComposeResult:
        """Yield the drawing and the notes, which flow with the column."""
        yield Plot(self._chart)
        if self._chart.notes:
            yield Static(paragraph("\n".join(self._chart.notes)))


class Plot(Widget):
    """The drawing: as wide as there is room, and as high as suits its width and the screen."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._screen_rows = 0
        self._drawn: tuple[tuple[int, int], Content] | None = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the drawing takes at this width."""
        self._screen_rows = viewport.height
        return self._draw(width).plain.count("\n") + 1

    def render(self) -> Content:
        """Return the drawing."""
        return self._draw(self.content_size.width)

    def _draw(self, width: int) -> Content:
        """Draw, unless what is asked for was drawn last: the layout asks for the height, and then for the lines."""
        shape = (width, self._height(width))
        if self._drawn is None or self._drawn[0] != shape:
            lines = draw_runs(self._chart, *shape)
            styled = ([(text, _colour(owner)) for text, owner in line] for line in lines)
            broken = chain.from_iterable((("\n", ""), *line) for line in styled)
            next(broken)
            self._drawn = shape, pieces(broken)
        return self._drawn[1]

    def _height(self, width: int) -> int:
        return max(min(width // _COLUMNS_A_ROW, _HIGHEST, self._screen_rows - _ROWS_AROUND), _LOWEST)


def _colour(owner: int | None) -> str:
    return "" if owner is None else _COLOURS[owner % len(_COLOURS)]
