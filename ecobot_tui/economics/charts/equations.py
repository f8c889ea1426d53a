"""Equations as students write them: `P = 100 - 2Q`, `Qd = 50 − 0,5P`, `CT = 100 + 20Q - 3Q^2`."""

import re

import msgspec

from ecobot_tui.economics.digits import read_digits

_LEFT = re.compile(r"\b(?P<left>[a-z]{1,3})\s?(?:\([a-z]\))?\s?=")
_TERM = re.compile(
    r"\s*(?P<sign>[-−–+])?\s*(?P<size>\d[\d.,]*)?\s*[*·×]?\s*"
    # Folding writes «Q²» as «q2».
    r"(?P<variable>(?<![a-z])[a-z]{1,2}(?![a-z]))?(?P<power>\s?\^\s?[0-9]|[0-9](?![0-9.,]))?"
)
_LONGEST = 80


class Equation(msgspec.Struct, frozen=True):
    """A polynomial: `left` equals the sum of each coefficient times `variable` to the power of its place."""

    left: str
    variable: str
    coefficients: tuple[float, ...]
    """From the constant up; at least two, at most four."""


def find_equations(folded: str) -> list[Equation]:
    """Return the polynomials of one variable up to the third degree in a folded text, in order."""
    found = (_read(match["left"], folded[match.end() : match.end() + _LONGEST]) for match in _LEFT.finditer(folded))
    return [equation for equation in found if equation is not None]


def _read(left: str, right: str) -> Equation | None:
    coefficients = [0.0, 0.0, 0.0, 0.0]
    variable, position, first = "", 0, True
    while position < len(right):
        term = _TERM.match(right, position)
        if term is None or not (term["size"] or term["variable"]) or not (first or term["sign"]):
            break
        size = _number(term["size"]) if term["size"] else 1.0
        if size is None:
            return None
        power = 0
        if term["variable"]:
            if variable not in ("", term["variable"]):
                break
            variable = term["variable"]
            power = int(term["power"][-1]) if term["power"] else 1
        if power > 3:
            return None
        coefficients[power] += -size if term["sign"] and term["sign"] != "+" else size
        position, first = term.end(), False
    if not variable:
        return None
    while len(coefficients) > 2 and coefficients[-1] == 0:
        coefficients.pop()
    return Equation(left, variable, tuple(coefficients))


def _number(text: str) -> float | None:
    numbers = list(read_digits(text.rstrip(".,")))
    return float(numbers[0].value) if len(numbers) == 1 and len(text) < 25 else None
