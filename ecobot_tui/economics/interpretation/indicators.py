"""The indicators whose figures can be read, from the TOML files next to this module."""

import math
import re
import tomllib
from functools import cache, cached_property
from typing import Literal

import msgspec

from ecobot_tui.economics.interpretation.rules import rule_files

_ROUNDING = 1e-6

MARKS = {
    "number": "#",
    "index": "#%&",
    "share": "#%&",
    "percent": "%#&",
    "percent only": "%&",
    "points": "!&%#",
    "basis points": "!#&",
    "money": "$#",
    "balance": "%$#&",
    "years": "@#",
    "times": "#@",
    "time": "@",
}
"""Which kinds of figures an indicator in a unit may have."""


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a range of values means; the first band that holds the value counts."""

    text: str
    below: float | None = None
    """Values less than this."""
    at: float | None = None
    """This very value; with neither, all that is left."""

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in this band, given that it lies in none before."""
        if self.at is not None:
            return value == self.at
        return self.below is None or value < self.below


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One indicator: how it is named in a question and what its values mean."""

    name: str
    """In a few words for the operator."""
    concept: str
    """Canonical name of the concept it belongs to."""
    keys: str
    """Beginnings of words, one of which stands in every question about it."""
    words: str
    """Pattern of its names, in folded letters, with single blanks and no punctuation but «/»."""
    reading: str
    """The figure as a sentence, with the places that `shown` fills."""
    bands: list[Band]
    caveat: str
    unit: Literal[
        "number",
        "index",
        "share",
        "percent",
        "percent only",
        "points",
        "basis points",
        "money",
        "balance",
        "years",
        "times",
        "time",
    ] = "number"
    """A share lies between 0 and 1 and may be said in per cent; a balance is money or a percentage of GDP."""
    unless: str = ""
    """Pattern of what makes the name mean something else."""
    needs: str = ""
    """Pattern of what the question must hold besides the name."""
    negative: str = ""
    """Pattern of words that make a figure negative, such as «déficit»."""
    low: float | None = None
    high: float | None = None
    absolute: bool = False
    """The bands look at the value without its sign."""
    signed: bool = False
    """«Negativo» or «positivo» says enough, without a figure."""
    rank: int = 0
    """Which name wins in a question with several: a correlation may be one of inflation and unemployment."""
    above_zero: str = ""
    """What a positive value means where the bands above zero say different things."""
    below_zero: str = ""
    """What a negative amount of money means."""
    fraction: bool = False
    """A plain number up to 1 is a share: a ROE of 0,25 is one of 25 %."""
    infinite: str = ""
    """What an infinite value means."""
    grows: bool = False
    """Its value is itself a change: «cayó 3 %» is -3 and not a fall of the indicator."""
    rise: str = ""
    """What it means that the value went up."""
    fall: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern of its names."""
        return re.compile(rf"(?<= )(?:{self.words})(?= )")

    @cached_property
    def excluded(self) -> re.Pattern[str] | None:
        """The compiled pattern of what makes the name mean something else."""
        return re.compile(rf"(?<![a-z0-9])(?:{self.unless})") if self.unless else None

    @cached_property
    def needed(self) -> re.Pattern[str] | None:
        """The compiled pattern of what the question must hold besides the name."""
        return re.compile(rf"\b(?:{self.needs})") if self.needs else None

    @property
    def marks(self) -> str:
        """The kinds of figures it may have."""
        return MARKS[self.unit]

    def fits(self, text: str) -> bool:
        """Tell whether the rest of a statement leaves the name its meaning."""
        if self.excluded is not None and self.excluded.search(text):
            return False
        return self.needed is None or self.needed.search(text) is not None

    @property
    def tells_sign(self) -> bool:
        """Whether «negativo» or «positivo» says enough, without a figure."""
        return not self.negative and (self.signed or self.bands[0].below == 0)

    def conclusion(self, value: float) -> str | None:
        """Return what a value means; None for one that the indicator cannot have."""
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            return None
        compared = abs(value) if self.absolute else value
        return next((band.text for band in self.bands if band.holds(compared)), None)

    def conclusion_beyond(self, value: float, *, above: bool) -> str | None:
        """Return what it means to lie above or below a limit; None where it may mean several things."""
        if self.above_zero and above and value == 0:
            return self.above_zero
        if self.absolute and value < 0:
            value, above = -value, not above
        low = -math.inf if self.low is None else self.low
        high = math.inf if self.high is None else self.high
        if self.absolute:
            low = 0.0
        return self.conclusion_between(max(value, low) if above else low, high if above else min(value, high))

    def conclusion_between(self, low: float, high: float) -> str | None:
        """Return what it means to lie strictly between two values; None where it may mean several things."""
        texts: list[str] = []
        start = -math.inf
        for band in self.bands:
            if band.at is None:
                end = math.inf if band.below is None else band.below
                if max(start, low) < min(end, high) - _ROUNDING:
                    texts.append(band.text)
                start = end
        return texts[0] if len(texts) == 1 else None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    indicator: list[Indicator]


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return all indicators."""
    files = rule_files("indicators")
    return tuple(one for text in files for one in msgspec.convert(tomllib.loads(text), _File).indicator)
