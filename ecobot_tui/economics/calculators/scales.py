"""A scale that one number has and those beside it share: «importaciones 7.250 y exportaciones 6.480 millones».

Only where the numbers stand in parallel, are of like size, and the first has no scale, sign or unit of its own; how it
was read is told with the result.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from ecobot_tui.economics.digits import read_digits
from ecobot_tui.economics.numbers import FoundNumber

_LIST = re.compile(r"\s*(?:[,;]|[,;]?\s+(?:y|e|o)\s)\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:a|hasta|y|contra)\s+", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"(?:\b(?:de|desde|entre)\s+)$", re.IGNORECASE)
_NAMED = re.compile(r"\s*,?\s+(?:y|e|contra|frente a|vs\.?)\s+(?:[^\W\d_]+\s+){1,3}", re.IGNORECASE)
_OF_MANTISSA = re.compile(r"\d[\d.,]*")
_EACH = re.compile(r"\b(?:cada|c/u|por unidad)\b", re.IGNORECASE)
_MOST_APART, _MOST_APART_NAMED, _LEAST_NAMED = 10, 3, 10


def share_scales(text: str, numbers: Sequence[FoundNumber]) -> list[FoundNumber]:
    """Give numbers the scale of the one after them where the two are written in parallel."""
    shared = list(numbers)
    if not any(one.scaled for one in shared[1:]):
        return shared
    for place in range(len(shared) - 2, -1, -1):
        one, following = shared[place], shared[place + 1]
        found = _OF_MANTISSA.search(text, following.start, following.end)
        if not following.scaled or found is None:
            continue
        mantissa = next((digits.value for digits in read_digits(found[0].rstrip(".,"))), None)
        if not mantissa or not _is_bare(text, one):
            continue
        scale = abs(following.value) / mantissa
        if scale < 1_000 or not _in_parallel(text, one, following, mantissa):
            continue
        name = "mil" if scale == 1_000 else "millones" if scale == 1_000_000 else f"por {scale:n}"
        written = text[one.start : one.end].strip()
        shared[place] = msgspec.structs.replace(
            one,
            value=one.value * scale,
            currency=one.currency or following.currency,
            reading=f"{written} {name}, en la misma unidad que el número que sigue",
            scaled=True,
        )
    return shared


def _is_bare(text: str, one: FoundNumber) -> bool:
    """Tell whether a number is written in digits, without a scale or a percent sign, and is no year."""
    if one.scaled or one.percent or one.value <= 0 or not text[one.start : one.end].strip(" $USusDd")[:1].isdigit():
        return False
    return not (1_900 <= one.value <= 2_100 and one.reading is None)


def _in_parallel(text: str, one: FoundNumber, following: FoundNumber, mantissa: Decimal) -> bool:
    gap, apart = text[one.end : following.start], max(one.value, mantissa) / min(one.value, mantissa)
    if apart > _MOST_APART or _EACH.search(text):
        return False
    if _LIST.fullmatch(gap):
        return True
    if _RANGE.fullmatch(gap):
        return _RANGE_BEFORE.search(text, 0, one.start) is not None
    named = _NAMED.fullmatch(gap) is not None and min(one.value, mantissa) >= _LEAST_NAMED
    return named and apart <= _MOST_APART_NAMED
