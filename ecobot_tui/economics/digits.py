"""Numbers written in digits, as people write them in Argentina: `1.500,75`, but also `1500.75` and `1,500.75`."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from ecobot_tui.economics.numerals import say

GROUP_SPACES = "\u00a0\u2009\u202f"
"""Blanks that do not break a line and may part the groups of three digits."""


class Digits(msgspec.Struct, frozen=True):
    """One number in digits: where it starts within its text, its text, its value, and how it was read if in doubt."""

    offset: int
    text: str
    value: Decimal
    reading: str | None = None


def read_digits(text: str, *, money: bool = False) -> Iterator[Digits]:
    """Read digits with dots and commas inside; a list without blanks (`10,20,30`) yields several numbers.

    Nothing is yielded for what is no number, such as `1.2.3`. Money has no three decimals: «$5,800» is five thousand.
    """
    for space in GROUP_SPACES:
        text = text.replace(space, ".")
    number = _read(text)
    if number is not None:
        yield _in_thousands(number) if money else number
        return
    if "," in text:
        offset = 0
        for item in text.split(","):
            if item and (number := _read(item)) is not None:
                yield Digits(offset, number.text, number.value, number.reading)
            offset += len(item) + 1


def _read(text: str) -> Digits | None:
    dots, commas = text.count("."), text.count(",")
    if not dots and not commas:
        return Digits(0, text, Decimal(text))
    if dots and commas:
        decimal_mark, group_mark = (",", ".") if text.rindex(",") > text.rindex(".") else (".", ",")
        whole, _, decimals = text.rpartition(decimal_mark)
        if not _is_grouped(whole, group_mark):
            return None
        return Digits(0, text, Decimal(f"{whole.replace(group_mark, '')}.{decimals}"))
    mark = "." if dots else ","
    whole, _, decimals = text.partition(mark)
    if dots + commas > 1:
        if not _is_grouped(text, mark):
            return None
        value = Decimal(text.replace(mark, ""))
        return Digits(0, text, value, _written_plainly(value) if mark == "," else None)
    return _read_one_mark(text, whole, decimals, mark)


def _read_one_mark(text: str, whole: str, decimals: str, mark: str) -> Digits:
    could_be_grouped = _is_grouped(text, mark)
    if mark == "." and could_be_grouped:
        value = Decimal(whole + decimals)
        # Nobody writes three decimals that are all zero, so «80.000» leaves no doubt; «1.500» does.
        return Digits(0, text, value, None if decimals == "000" else say(int(value)))
    value = Decimal(f"{whole or '0'}.{decimals}")
    return Digits(0, text, value, _written_plainly(value) if could_be_grouped else None)


def _in_thousands(number: Digits) -> Digits:
    """Return an amount whose comma parts three digits as the thousands that it parts in Mexico."""
    if "." in number.text or not _is_grouped(number.text, ",") or "," not in number.text:
        return number
    value = Decimal(number.text.replace(",", ""))
    return Digits(0, number.text, value, say(int(value)))


def _is_grouped(text: str, mark: str) -> bool:
    """Tell whether the digits stand in groups of three, the first one shorter or equal and not zero."""
    first, *groups = text.split(mark)
    if not 1 <= len(first) <= 3 or not first.isdigit() or first[0] == "0":
        return False
    return all(len(group) == 3 and group.isdigit() for group in groups)


def _written_plainly(value: Decimal) -> str:
    if value == value.to_integral_value():
        return str(int(value))
    return f"{value.normalize():f}".replace(".", ",") + " (la coma separa los decimales)"
