"""Which figures of an answer stand nowhere: neither in what was asked, nor in what was calculated or given along.

A model's own example has such figures too, and rightly: they are marked for the operator, not taken from the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

MOST_SHOWN = 8
_LARGEST_COUNT = 12
_YEARS = range(1700, 2101)
_NEAR = Decimal("0.0005")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+", re.MULTILINE)


def unfounded(answer: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the figures of an answer, as they are written, that no source has; small counts and years are left out."""
    from ecobot_tui.economics.numbers import find_numbers

    text = _NUMBERING.sub("", answer)
    known: set[Decimal] = set()
    for source in sources:
        for one in find_numbers(source):
            # «5 %» is told as 0,05 as well, and an amount of thousands without them.
            known.update(abs(one.value) * factor for factor in (1, 100, Decimal("0.01"), 1000, Decimal("0.001")))
    found: dict[str, None] = {}
    for one in find_numbers(text):
        value = abs(one.value)
        counts = value == int(value) and (value <= _LARGEST_COUNT or (int(value) in _YEARS and not one.currency))
        if one.percent or not counts:
            # A figure may be told rounded: as near as its last decimal says, or half a thousandth.
            near = max(Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2, value * _NEAR)
            if not any(abs(value - other) <= near for other in known):
                found[text[one.start : one.end].strip()] = None
    return tuple(found)[:MOST_SHOWN]
