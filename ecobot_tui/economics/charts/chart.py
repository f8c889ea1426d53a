"""A chart as data: small, JSON-serialisable, drawn by whoever shows it at the width it has."""

import math

import msgspec

MOST_POINTS = 121
"""Points kept of one series: more than a terminal's columns can tell apart, and a few KiB at most on the wire."""

Point = tuple[float, float]


class Series(msgspec.Struct, frozen=True):
    """One curve: its name for the legend and its points from left to right, joined by straight lines."""

    name: str
    points: tuple[Point, ...]


class Mark(msgspec.Struct, frozen=True):
    """A point that matters, with a short label beside it; `guides` are dotted lines from it to both axes."""

    point: Point
    label: str
    guides: bool = False


class Chart(msgspec.Struct, frozen=True):
    """What to draw, and what to say of it."""

    title: str
    """One line, at most 66 columns, so that it fits behind the bot's name."""
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    """Spanish sentences that explain the chart, not wrapped; the first says which numbers were taken."""


class ChartAnswer(msgspec.Struct, frozen=True):
    """The answer to a question that asks for a chart."""

    text: str
    """Drawing and explanation, or one sentence that says what is wrong or missing; no line above 76 columns."""
    chart: Chart | None
    """None where nothing was drawn."""
    reason: str
    """Why this answer, in a few Spanish words for the operator."""


class ChartError(ValueError):
    """A chart that cannot be drawn; the message is a Spanish sentence for whoever asked."""


def sampled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return at most `MOST_POINTS` of the points, evenly chosen, the first and the last among them."""
    if len(points) <= MOST_POINTS:
        return points
    last = len(points) - 1
    return tuple(points[round(index * last / (MOST_POINTS - 1))] for index in range(MOST_POINTS))


def is_drawable(point: Point) -> bool:
    """Tell whether both coordinates are finite and far from overflow."""
    return all(math.isfinite(value) and abs(value) <= 1e18 for value in point)
