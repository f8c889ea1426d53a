"""What stands between the axes: curves of braille dots, their markers, guides and labels.

The one place that knows the plotting library. plotille's `Canvas` turns lines into braille dots; it holds no state
outside itself, so that sessions cannot meet in it. Every curve carries its own letter-like marker every few columns,
because the library's curves can be told apart by colour only. For a screen of colours each also has a canvas of its
own, laid over the others, so that a cell knows whose it is; that takes twice the time of one canvas for all.
"""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise
from typing import Protocol

from ecobot_tui.plot.axes import Axis
from ecobot_tui.plot.chart import Chart, Mark, Point, is_drawable
from ecobot_tui.text import clean_line

# ASCII, because these must be told apart in any font; the marked points have the dot to themselves.
MARKERS = "ox+*#%"
_MARKED = "●"
_GUIDE = "·"
_MARKER_EVERY, _MARKER_ROWS = 8, 3
"""Columns, or for an upright curve rows, from one marker to the next."""
_MARKERS_AT_LEAST = 6
"""Markers from one side to the other of a plot that is too narrow for that distance."""
_GUIDE_EVERY = 4
"""Dots from one point of a guide to the next."""
_DOTS = re.compile("[\u2801-\u28ff]")
"""A character of braille that is not blank."""
_LABEL_WIDTH = 24
"""Columns that a label may have even where that is more than half of the plot."""
_LOSS = {" ": 0, _GUIDE: 1, _MARKED: 9}
"""What a label hides by standing on a character: nothing, a guide, a mark; a piece of a curve counts 2."""

Dot = tuple[int, int]
"""Two dots make a column and four a row; counted from the bottom left."""


class _Canvas(Protocol):
    """What is used of plotille's canvas; the package has no types of its own to be checked against."""

    def line(self, x0: int, y0: int, x1: int, y1: int) -> None: ...

    def plot(self, linesep: str) -> str: ...


class Area:
    """The cells between the axes, top row first: the character in each, and the curve it belongs to."""

    def __init__(self, columns: int, height: int) -> None:
        self.columns, self.height = columns, height
        self.letters = [[" "] * columns for _ in range(height)]
        self.owners: list[list[int | None]] = [[None] * columns for _ in range(height)]

    def put(self, dot: Dot, letter: str, owner: int | None = None) -> None:
        """Write a character where a dot is."""
        row, column = self.cell(dot)
        self.letters[row][column] = letter
        self.owners[row][column] = owner

    def cell(self, dot: Dot) -> tuple[int, int]:
        """Return row and column of a dot."""
        return self.height - 1 - dot[1] // 4, dot[0] // 2

    def trace(self, curves: list[list[Dot]], owner: int | None = None) -> None:
        """Draw straight lines from dot to dot, over what is there; a cell of two owners is nobody's."""
        # Imported late: a session that asks for no chart needs none of its 20 ms and 3 MB.
        from plotille import Canvas  # type: ignore[import-untyped]

        # One unit of the canvas is one dot, and a character holds two by four of them.
        canvas: _Canvas = Canvas(self.columns, self.height, 0, 0, self.columns * 2, self.height * 4)
        for curve in curves:
            for (x0, y0), (x1, y1) in pairwise(curve):
                canvas.line(x0, y0, x1, y1)
        for row, line in enumerate(canvas.plot(linesep="\n").split("\n")):
            for dots in _DOTS.finditer(line):
                column, drawn = dots.start(), dots[0]
                there = self.letters[row][column]
                self.owners[row][column] = owner if there == " " else None
                self.letters[row][column] = drawn if there == " " else chr(ord(drawn) | ord(there))


def fill_area(chart: Chart, x_axis: Axis, y_axis: Axis, columns: int, height: int, *, apart: bool) -> Area:
    """Draw curves, guides, markers, marked points and labels, each over those before it.

    With `apart`, the dots of a curve belong to it, and not only its markers.
    """

    def place(point: Point) -> Dot:
        return x_axis.place(point[0], columns * 2), y_axis.place(point[1], height * 4)

    area = Area(columns, height)
    curves = [[place(point) for point in series.points if is_drawable(point)] for series in chart.series]
    marks = [(mark, place(mark.point)) for mark in chart.marks if is_drawable(mark.point)]
    if apart:
        for order, curve in enumerate(curves):
            area.trace([curve], order)
    else:
        area.trace(curves)
    for mark, (x, y) in marks:
        if mark.guides:
            for left in range(0, x, _GUIDE_EVERY):
                area.put((left, y), _GUIDE)
            for below in range(0, y, _GUIDE_EVERY):
                area.put((x, below), _GUIDE)
    for order, curve in enumerate(curves):
        _put_markers(area, curve, order, len(curves))
    for _, dot in marks:
        area.put(dot, _MARKED)
    for mark, dot in marks:
        _write_label(area, mark, *area.cell(dot))
    return area


def cut(text: str, width: int) -> str:
    """Return the text on one line of at most `width` columns."""
    line = clean_line(text)
    return textwrap.shorten(line, width, placeholder="…") if len(line) > width and " " in line[:width] else line[:width]


def _put_markers(area: Area, curve: list[Dot], order: int, curves: int) -> None:
    """Put the curve's marker on it at every few columns, at other columns than the other curves', or at each point."""
    if not curve:
        return
    marker = MARKERS[order % len(MARKERS)]
    if len(curve) <= area.columns // 3 and (curves == 1 or len(curve) == 1):
        for dot in curve:
            area.put(dot, marker, order)
        return
    apart = max(min(_MARKER_EVERY, area.columns // _MARKERS_AT_LEAST), 1)
    offset = apart * order // curves
    upright = max(x for x, _ in curve) - min(x for x, _ in curve) < 2 * apart
    marked: set[int] = set()
    for (x0, y0), (x1, y1) in pairwise(curve):
        length = max(abs(x1 - x0), abs(y1 - y0))
        for step in range(length):
            x, y = round(x0 + (x1 - x0) * step / length), round(y0 + (y1 - y0) * step / length)
            cell, every = (y // 4, _MARKER_ROWS) if upright else (x // 2, apart)
            if cell % every == offset % every and cell not in marked:
                area.put((x, y), marker, order)
                marked.add(cell)


def _write_label(area: Area, mark: Mark, row: int, column: int) -> None:
    """Write a mark's label beside, above or below it, where it hides the least of the curves."""
    widest = max(area.columns // 2, min(_LABEL_WIDTH, area.columns - 2))
    label = f" {cut(mark.label, widest)} "
    free_places = []
    for order, (down, right) in enumerate(((0, True), (0, False), (-1, True), (1, True), (-1, False), (1, False))):
        start = column + 1 if right else column - len(label)
        # At the edge the blank around a label may be cut off, the label itself may not.
        if 0 <= row + down < area.height and start >= -1 and start + len(label) <= area.columns + 1:
            cells = area.letters[row + down][max(start, 0) : start + len(label)]
            free_places.append((sum(_LOSS.get(cell, 2) for cell in cells), order, row + down, start))
    if not free_places:
        return
    _, _, line, start = min(free_places)
    for place, letter in enumerate(label, start):
        if 0 <= place < area.columns and area.letters[line][place] != _MARKED:
            area.letters[line][place], area.owners[line][place] = letter, None
