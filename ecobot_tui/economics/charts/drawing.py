"""A chart in plain text: the one place that knows the plotting library.

plotille's `Canvas` turns lines into braille dots; it holds no state outside itself, so that sessions cannot meet in it.
Axes, numbers, markers and legend are drawn here, because the library writes neither Spanish numbers nor lines that can
be told apart without colour: every curve carries its own letter-like marker every few columns.
"""

import textwrap
from itertools import pairwise
from typing import Protocol

from ecobot_tui.economics.charts.axes import Axis, make_axis
from ecobot_tui.economics.charts.chart import Chart, Mark, Point, is_drawable
from ecobot_tui.text import clean_line

WIDTH = 78
HEIGHT = 12
"""Rows of the plot itself: with title, axis, legend and three lines of text it still fits a screen of 24."""
_NARROWEST, _LOWEST = 40, 6
_HIGHEST = 100
_MOST_PERIODS = 10_000
# ASCII, because these must be told apart in any font; the marked points have the dot to themselves.
_MARKERS = "ox+*#%"
_MARKED = "●"
_MARKER_EVERY, _MARKER_ROWS = 8, 3
"""Columns, or for an upright curve rows, from one marker to the next."""
_BLANK_BRAILLE = "\u2800"
_LOSS = {" ": 0, "·": 1, _MARKED: 9}
"""What a label hides by standing on a character: nothing, a guide, a mark; a piece of a curve counts 2."""


class _Canvas(Protocol):
    """What is used of plotille's canvas; the package has no types of its own to be checked against."""

    width: int

    def line(self, x0: int, y0: int, x1: int, y1: int) -> None: ...

    def point(self, x: int, y: int, *, marker: str) -> None: ...

    def plot(self, linesep: str) -> str: ...


def draw(chart: Chart, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return the chart as lines of at most `width` columns, `height` of them for the plot, without colours.

    Below 40 columns or 6 rows that much is taken anyway. A chart without points is its title and a sentence.
    """
    width, height = max(width, _NARROWEST), min(max(height, _LOWEST), _HIGHEST)
    points = [point for series in chart.series for point in series.points if is_drawable(point)]
    if not points:
        return "\n".join([_cut(chart.title, width), "Sin datos para dibujar."])
    points += [mark.point for mark in chart.marks if is_drawable(mark.point)]
    y_axis = make_axis(min(y for _, y in points), max(y for _, y in points), ticks=max(height // 2, 3), from_zero=True)
    margin = max(len(text) for _, text in y_axis.ticks)
    columns = width - margin - 1
    abscissas = [x for x, _ in points]
    whole = all(x == int(x) and abs(x) < _MOST_PERIODS for x in abscissas)
    x_axis = make_axis(min(abscissas), max(abscissas), ticks=max(columns // 10, 3), whole=whole)
    rows = _plot(chart, x_axis, y_axis, columns, height)
    written = {height - 1 - y_axis.place(value, height * 4) // 4: text for value, text in y_axis.ticks}
    lines = [_cut(chart.title, width), _cut(_with_unit(chart.y_label, y_axis), width)]
    for row, line in enumerate(rows):
        edge = "┤" if row in written else "│"
        lines.append(f"{written.get(row, ''):>{margin}}{edge}{line}".rstrip())
    lines += _bottom(x_axis, margin, columns)
    lines.append(_cut(_with_unit(chart.x_label, x_axis), width).rjust(width))
    return "\n".join([*lines, *_legend(chart, width)])


def _plot(chart: Chart, x_axis: Axis, y_axis: Axis, columns: int, height: int) -> list[str]:
    """Return the rows between the axes, top first."""
    # Imported late: a session that asks for no chart needs none of its 20 ms and 3 MB.
    from plotille import Canvas  # type: ignore[import-untyped]

    # One unit of the canvas is one dot, and a character holds two by four of them.
    canvas: _Canvas = Canvas(columns, height, 0, 0, columns * 2, height * 4)

    def place(point: Point) -> tuple[int, int]:
        return x_axis.place(point[0], columns * 2), y_axis.place(point[1], height * 4)

    marks = [(mark, *place(mark.point)) for mark in chart.marks if is_drawable(mark.point)]
    for mark, x, y in marks:
        if mark.guides:
            _draw_guides(canvas, x, y)
    curves = [[place(point) for point in series.points if is_drawable(point)] for series in chart.series]
    for curve in curves:
        for (x0, y0), (x1, y1) in pairwise(curve):
            canvas.line(x0, y0, x1, y1)
    for order, curve in enumerate(curves):
        _draw_markers(canvas, curve, order, len(curves))
    rows = [list(line.replace(_BLANK_BRAILLE, " ")) for line in canvas.plot(linesep="\n").split("\n")]
    for _, x, y in marks:
        rows[height - 1 - y // 4][x // 2] = _MARKED
    for mark, x, y in marks:
        _write_label(rows, mark, height - 1 - y // 4, x // 2)
    return ["".join(row).rstrip() for row in rows]


def _draw_guides(canvas: _Canvas, x: int, y: int) -> None:
    for left in range(0, x, 4):
        canvas.point(left, y, marker="·")
    for below in range(0, y, 4):
        canvas.point(x, below, marker="·")


def _draw_markers(canvas: _Canvas, curve: list[tuple[int, int]], order: int, curves: int) -> None:
    """Put the curve's marker on it at every few columns, at other columns than the other curves', or at each point."""
    if not curve:
        return
    marker = _MARKERS[order % len(_MARKERS)]
    if len(curve) <= canvas.width // 3 and (curves == 1 or len(curve) == 1):
        for x, y in curve:
            canvas.point(x, y, marker=marker)
        return
    offset = _MARKER_EVERY * order // curves
    upright = max(x for x, _ in curve) - min(x for x, _ in curve) < 2 * _MARKER_EVERY
    marked: set[int] = set()
    for (x0, y0), (x1, y1) in pairwise(curve):
        length = max(abs(x1 - x0), abs(y1 - y0))
        for step in range(length):
            x, y = round(x0 + (x1 - x0) * step / length), round(y0 + (y1 - y0) * step / length)
            cell, every = (y // 4, _MARKER_ROWS) if upright else (x // 2, _MARKER_EVERY)
            if cell % every == offset % every and cell not in marked:
                canvas.point(x, y, marker=marker)
                marked.add(cell)


def _write_label(rows: list[list[str]], mark: Mark, row: int, column: int) -> None:
    """Write a mark's label beside, above or below it, where it hides the least of the curves."""
    columns = len(rows[0])
    label = f" {_cut(mark.label, columns // 2)} "
    free_places = []
    for order, (down, right) in enumerate(((0, True), (0, False), (-1, True), (1, True), (-1, False), (1, False))):
        start = column + 1 if right else column - len(label)
        # At the edge the blank around a label may be cut off, the label itself may not.
        if 0 <= row + down < len(rows) and start >= -1 and start + len(label) <= columns + 1:
            cells = rows[row + down][max(start, 0) : start + len(label)]
            free_places.append((sum(_LOSS.get(cell, 2) for cell in cells), order, row + down, start))
    if not free_places:
        return
    _, _, line, start = min(free_places)
    for place, letter in enumerate(label, start):
        if 0 <= place < columns and rows[line][place] != _MARKED:
            rows[line][place] = letter


def _bottom(axis: Axis, margin: int, columns: int) -> list[str]:
    """Return the horizontal axis and the numbers under its ticks, leaving out those that would touch."""
    rule, numbers = ["─"] * columns, [" "] * (margin + 1 + columns)
    free = 0
    for value, text in axis.ticks:
        column = axis.place(value, columns * 2) // 2
        start = min(max(margin + 1 + column - len(text) // 2, 0), margin + 1 + columns - len(text))
        if start < free:
            continue
        rule[column] = "┬"
        numbers[start : start + len(text)] = text
        free = start + len(text) + 2
    return [f"{' ' * margin}└{''.join(rule)}", "".join(numbers).rstrip()]


def _legend(chart: Chart, width: int) -> list[str]:
    entries = [
        f"{_MARKERS[order % len(_MARKERS)]} {series.name}" for order, series in enumerate(chart.series) if series.name
    ]
    lines: list[str] = []
    for entry in entries:
        short = _cut(entry, width)
        if lines and len(lines[-1]) + 3 + len(short) <= width:
            lines[-1] += f"   {short}"
        else:
            lines.append(short)
    return lines


def _with_unit(label: str, axis: Axis) -> str:
    return f"{label} (en {axis.unit})" if axis.unit else label


def _cut(text: str, width: int) -> str:
    """Return the text on one line of at most `width` columns."""
    line = clean_line(text)
    return textwrap.shorten(line, width, placeholder="…") if len(line) > width and " " in line[:width] else line[:width]
