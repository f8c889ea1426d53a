"""Which figures of an answer stand nowhere: neither in what was asked, nor in what was calculated or given along.

A model's own example has such figures too, and rightly: they are marked for the operator, not taken from the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecobot_tui.economics.numbers import FoundNumber

MOST_SHOWN = 8
_LARGEST_COUNT = 12
_YEARS = range(1700, 2101)
_NEAR = Decimal("0.0005")
_DIGIT = re.compile(r"\d")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+", re.MULTILINE)


def unfounded(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the figures of an answer, as they are written, that no source has; small counts and years are left out."""
    from ecobot_tui.economics.numbers import find_numbers

    if _DIGIT.search(answer) is None:
        return ()
    text = _NUMBERING.sub("", answer)
    figures = [one for one in find_numbers(text) if not _counts(one)]
    if not figures:
        return ()
    known = frozenset().union(*map(_figures_of, sources))
    found: dict[str, None] = {}
    for one in figures:
        value = abs(one.value)
        # A figure may be told rounded: as near as its last decimal says, or half a thousandth.
        near = max(Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2, value * _NEAR)
        if not any(abs(value - other) <= near for other in known):
            found[text[one.start : one.end].strip()] = None
    return tuple(found)[:MOST_SHOWN]


def _counts(one: FoundNumber) -> bool:
    value = abs(one.value)
    whole = value == int(value) and not one.percent
    return whole and (value <= _LARGEST_COUNT or (int(value) in _YEARS and not one.currency))


@lru_cache(maxsize=256)
def _figures_of(source: str) -> frozenset[Decimal]:
    """Return a source's figures; the same passages and turns go along with many questions."""
    from ecobot_tui.economics.numbers import find_numbers

    # «5 %» is told as 0,05 as well, and an amount of thousands without them.
    factors = (Decimal(1), Decimal(100), Decimal("0.01"), Decimal(1000), Decimal("0.001"))
    return frozenset(abs(one.value) * factor for one in find_numbers(source) for factor in factors)
