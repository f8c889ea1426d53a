"""A chart as data: small, JSON-serialisable, drawn by whoever shows it at the width it has."""

from __future__ import annotations

import math

import msgspec

from ecobot_tui.text import shorten

MOST_POINTS = 121
"""Points kept of one series: more than a terminal's columns can tell apart, and a few KiB at most on the wire."""
MOST_SERIES = 6
"""As many as there are markers to tell them apart by."""
MOST_MARKS = 8
MOST_NOTES = 8
LONGEST_LABEL = 80
LONGEST_NOTE = 320

Point = tuple[float, float]


class Series(msgspec.Struct, frozen=True):
    """One curve: its name for the legend and its points from left to right, joined by straight lines."""

    name: str
    points: tuple[Point, ...]


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A point that matters, with a short label beside it; `guides` are dotted lines from it to both axes."""

    point: Point
    label: str
    guides: bool = False


class Chart(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to draw, and what to say of it."""

    title: str
    """One line, at most 66 columns, so that it fits behind the bot's name."""
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    """Spanish sentences that explain the chart, not wrapped; the first says which numbers were taken."""


def bounded(chart: Chart | None) -> Chart | None:
    """Return the chart fit to travel and to be drawn; None where there is nothing to draw.

    Its texts are clean lines, its points can be drawn, and there is no more of anything than a screen can show. The
    limits together keep it below 64 KiB of JSON, whatever it held.
    """
    if chart is None:
        return None
    series = tuple(
        Series(shorten(each.name, LONGEST_LABEL), kept)
        for each in chart.series
        if (kept := sampled(tuple(point for point in each.points if is_drawable(point))))
    )
    if not series:
        return None
    marks = tuple(
        Mark(mark.point, shorten(mark.label, LONGEST_LABEL), mark.guides)
        for mark in chart.marks
        if is_drawable(mark.point)
    )
    return Chart(
        shorten(chart.title, LONGEST_LABEL),
        shorten(chart.x_label, LONGEST_LABEL),
        shorten(chart.y_label, LONGEST_LABEL),
        series[:MOST_SERIES],
        marks[:MOST_MARKS],
        tuple(shorten(note, LONGEST_NOTE) for note in chart.notes[:MOST_NOTES]),
    )


def sampled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return at most `MOST_POINTS` of the points, evenly chosen, the first and the last among them."""
    if len(points) <= MOST_POINTS:
        return points
    last = len(points) - 1
    return tuple(points[round(index * last / (MOST_POINTS - 1))] for index in range(MOST_POINTS))


def is_drawable(point: Point) -> bool:
    """Tell whether both coordinates are finite and far from overflow."""
    return all(math.isfinite(value) and abs(value) <= 1e18 for value in point)
