"""A chart in plain text: title, axes with Spanish numbers, what is between them, legend."""

from __future__ import annotations

from itertools import groupby

from ecobot_tui.plot.area import MARKERS, Area, cut, fill_area
from ecobot_tui.plot.axes import Axis, make_axis
from ecobot_tui.plot.chart import Chart, is_drawable

WIDTH = 78
HEIGHT = 12
"""Rows of the plot itself: with title, axis, legend and three lines of text it still fits a screen of 24."""
_NARROWEST, _LOWEST = 24, 6
_HIGHEST = 100
_MOST_PERIODS = 10_000

Run = tuple[str, int | None]
"""Characters of one line, and the number of the curve they belong to; None for what is of none or of several."""


def draw(chart: Chart, width: int = WIDTH, height: int = HEIGHT) -> str:
    """Return the chart as lines of at most `width` columns, `height` of them for the plot, without colours.

    Below 24 columns or 6 rows that much is taken anyway. A chart without points is its title and a sentence.
    """
    return "\n".join("".join(text for text, _ in line) for line in _lines(chart, width, height, apart=False))


def draw_runs(chart: Chart, width: int = WIDTH, height: int = HEIGHT) -> list[list[Run]]:
    """Return the lines of `draw` in pieces that each belong to one curve."""
    return _lines(chart, width, height, apart=True)


def _lines(chart: Chart, width: int, height: int, *, apart: bool) -> list[list[Run]]:
    width, height = max(width, _NARROWEST), min(max(height, _LOWEST), _HIGHEST)
    points = [point for series in chart.series for point in series.points if is_drawable(point)]
    if not points:
        return _plain([cut(chart.title, width), "Sin datos para dibujar."])
    points += [mark.point for mark in chart.marks if is_drawable(mark.point)]
    y_axis = make_axis(min(y for _, y in points), max(y for _, y in points), ticks=max(height // 2, 3), from_zero=True)
    margin = max(len(text) for _, text in y_axis.ticks)
    columns = width - margin - 1
    abscissas = [x for x, _ in points]
    whole = all(x == int(x) and abs(x) < _MOST_PERIODS for x in abscissas)
    x_axis = make_axis(min(abscissas), max(abscissas), ticks=max(columns // 10, 4), whole=whole)
    area = fill_area(chart, x_axis, y_axis, columns, height, apart=apart)
    written = {height - 1 - y_axis.place(value, height * 4) // 4: text for value, text in y_axis.ticks}
    above = [cut(chart.title, width), cut(_with_unit(chart.y_label, y_axis), width)]
    below = [*_bottom(x_axis, margin, columns), cut(_with_unit(chart.x_label, x_axis), width).rjust(width)]
    rows = [
        [(f"{written.get(row, ''):>{margin}}{'┤' if row in written else '│'}", None), *_runs(area, row)]
        for row in range(height)
    ]
    return [*_plain(above), *rows, *_plain(below), *_legend(chart, width)]


def _plain(lines: list[str]) -> list[list[Run]]:
    return [[(line, None)] for line in lines]


def _runs(area: Area, row: int) -> list[Run]:
    """Return a row of the area, without the blanks at its end."""
    letters = "".join(area.letters[row]).rstrip()
    cells = zip(letters, area.owners[row], strict=False)
    return [("".join(letter for letter, _ in run), owner) for owner, run in groupby(cells, key=lambda cell: cell[1])]


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


def _legend(chart: Chart, width: int) -> list[list[Run]]:
    """Return each curve's marker and name, as many on a line as there is room for."""
    lines: list[list[Run]] = []
    room = 0
    for order, series in enumerate(chart.series):
        if not series.name:
            continue
        entry = cut(f"{MARKERS[order % len(MARKERS)]} {series.name}", width)
        if lines and len(entry) + 3 <= room:
            lines[-1] += [("   ", None), (entry, order)]
            room -= len(entry) + 3
        else:
            lines.append([(entry, order)])
            room = width - len(entry)
    return lines


def _with_unit(label: str, axis: Axis) -> str:
    return f"{label} (en {axis.unit})" if axis.unit else label
