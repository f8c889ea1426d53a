"""Axis limits and ticks: round numbers, as a teacher would write them on the board."""

import math

import msgspec

from ecobot_tui.number_format import format_number

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SCALES = ((1e12, "billones"), (1e9, "miles de millones"), (1e6, "millones"))
_LEAST_SPAN = 1e-12
"""Values nearer to each other than this are one: below, steps of an axis lose their digits."""

_NEAR_ZERO = 0.7
"""An axis starts at zero if its lowest value is at most this share of the highest."""


class Axis(msgspec.Struct, frozen=True):
    """One axis: its ends, where its ticks stand, what is written at each, and the unit of what is written."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    unit: str = ""
    """`millones` and the like where the ticks are written in them; empty otherwise."""

    def place(self, value: float, dots: int) -> int:
        """Return which of `dots` dots, from 0, stands for a value; outside the axis it is the nearest end."""
        share = (value - self.low) / (self.high - self.low)
        return round(min(max(share, 0.0), 1.0) * (dots - 1))


def make_axis(low: float, high: float, ticks: int, *, from_zero: bool = False, whole: bool = False) -> Axis:
    """Return an axis that holds both values and has about `ticks` round ticks, its ends among them.

    `from_zero` starts it at zero unless that would press the curves flat; `whole` counts periods: ticks at
    whole steps from the first on, and no room beyond the last.
    """
    if from_zero and 0 <= low <= _NEAR_ZERO * high:
        low = 0.0
    size = max(abs(low), abs(high))
    if high - low <= max(1e-9 * size, _LEAST_SPAN):
        margin = size / 2 if size > _LEAST_SPAN else 1.0
        low, high = low - margin, high + margin
    step = _round_step((high - low) / max(ticks - 1, 1))
    if whole:
        step = float(math.ceil(step))
        count = math.floor((high - low) / step) + 1
        return Axis(
            low, high, tuple((low + index * step, _written(low + index * step, step, 1)) for index in range(count))
        )
    first, last = math.floor(low / step + 1e-6), math.ceil(high / step - 1e-6)
    last = max(last, first + 1)
    scale, unit = next((each for each in _SCALES if max(abs(low), abs(high)) >= each[0]), (1.0, ""))
    marks = tuple((index * step, _written(index * step, step, scale)) for index in range(first, last + 1))
    return Axis(first * step, last * step, marks, unit)


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * (1 - 1e-9))


def _written(value: float, step: float, scale: float) -> str:
    decimals = max(0, 1 - math.floor(math.log10(step / scale)))
    return format_number(round(value / scale, decimals) + 0.0)
