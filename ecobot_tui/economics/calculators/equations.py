"""Equations as they are typed, with any letters: «Y = 1.000 − 50i», «π = πe − 0,5(u − un)», read and solved.

A formula ends where its syntax does: «Y = 400 + 70i, con i en porcentaje» is read up to the comma. Nothing of it is
evaluated but by the few operations below.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence

import msgspec

from ecobot_tui.economics import rx

_NUMBER = re.compile(r"\s*(\d+(?:[.,]\d+)*)(\s?%)?")
_NAME = re.compile(
    r"\s*((?:brecha|[A-Za-zπαβδσθλ](?:[A-Za-z]|_\w)?[0-9]?(?![A-Za-zπ])|π\w?)(?:\^e|'| externo\b|\*(?!\s*[\w(]))?)"
)
_OPERATOR = re.compile(r"\s*([-−–+])")
_TIMES = re.compile(r"\s*([*·×/]|\bx\b(?=\s*[\d(]))")
_OPEN, _SHUT = re.compile(r"\s*\("), re.compile(r"\s*\)")
_POWER = re.compile(r"\s?(?:\^|\*\*)\s?|(?=[²³])")
_LEFT = re.compile(
    r"(?P<left>(?:\(\s?1\s?\+\s?[A-Za-zπ]\w?\s?\)|[A-Za-zπ](?:[A-Za-z]|_\w)?\w?\s?/\s?[A-Za-z]"
    r"|(?<![\w.,/])(?:brecha|[A-Za-zπαβδσθλ]\w{0,2}(?:\^e|'|\*| externo(?= ))?|(?<!\w)[a-záéíóúñ]{4,})"
    r"|(?<![\w.,+*/·-])\d+(?:[.,]\d+)*))(?:\s?\(\w{1,2}\))?\s*=(?!=)"
)
_WORD = re.compile(
    r"\s*((?!millones|pesos|dolares|dólares|unidades|cuando|para\b|donde|siendo|puntos|entonces)[a-záéíóúñ]{4,})\b"
)
_SHORT_WORDS = "y e o a es la de si en el un al se su te me lo con por que"
_NOT_NAMES = frozenset(_SHORT_WORDS.split())
_MOST_EQUATIONS, _DEEPEST, _LONGEST = 12, 12, 400
_STEPS, _CLOSE = 80, 1e-10


class Term(msgspec.Struct, frozen=True):
    """A number, a name, or an operation on others."""

    sign: str
    """`#` a number, `%` a number with its sign, `n` a name, and + - * / ^."""
    value: float = 0.0
    name: str = ""
    parts: "tuple[Term, ...]" = ()

    def names(self) -> frozenset[str]:
        """Return the names in it."""
        if self.sign == "n":
            return frozenset({self.name})
        return frozenset().union(*(one.names() for one in self.parts))

    def at(self, values: Mapping[str, float]) -> float:
        """Return its value; KeyError, ZeroDivisionError or ValueError where it has none."""
        if self.sign in "#%":
            return self.value
        if self.sign == "n":
            return values[self.name]
        one, other = (part.at(values) for part in self.parts)
        return _OPERATIONS[self.sign](one, other)


def _raise(one: float, other: float) -> float:
    if one < 0 and other != int(other):
        raise ValueError("no real root")
    return float(one**other)


_OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
    "^": _raise,
}


class Equation(msgspec.Struct, frozen=True):
    """Two terms that are equal, and where they stand in the question."""

    left: Term
    right: Term
    start: int = 0
    end: int = 0

    @property
    def names(self) -> frozenset[str]:
        """The names on both sides."""
        return self.left.names() | self.right.names()

    def error(self, values: Mapping[str, float]) -> float:
        """Return by how much the two sides differ."""
        return self.left.at(values) - self.right.at(values)


class _Reader:
    """Reads one expression from a place in a text on, as far as its syntax goes."""

    def __init__(self, text: str, place: int) -> None:
        self.text, self.place, self._depth = text, place, 0

    def sum(self) -> Term | None:
        self._depth += 1
        if self._depth > _DEEPEST:
            return None
        negative = self._take(_OPERATOR)
        term = self._product()
        if term is not None and negative is not None and negative != "+":
            term = Term("-", parts=(Term("#"), term))
        while term is not None:
            back = self.place
            sign = self._take(_OPERATOR)
            more = self._product() if sign is not None else None
            if sign is None or more is None:
                self.place = back
                break
            term = Term("+" if sign == "+" else "-", parts=(term, more))
        self._depth -= 1
        return term

    def _product(self) -> Term | None:
        term = self._factor()
        while term is not None:
            back = self.place
            sign = self._take(_TIMES)
            more = self._factor() if sign is not None else self._beside()
            if more is None:
                self.place = back
                break
            term = Term("/" if sign == "/" else "*", parts=(term, more))
        return term

    def _beside(self) -> Term | None:
        """Read what is multiplied without a sign: «0,6Yd», «0,5(u − un)», «50 i»."""
        following = self.text[self.place : self.place + 1]
        if following == "(":
            return self._factor()
        spaced = following == " "
        found = _NAME.match(self.text, self.place)
        if found is None and self._word() is not None and self.text[self.place - 1].isdigit():
            return self._factor()
        if found is None or (spaced and (found[1] in _NOT_NAMES or self.text[found.end() : found.end() + 2] == " =")):
            return None
        if spaced and not self.text[self.place - 1].isdigit():
            return None
        return self._factor()

    def _factor(self) -> Term | None:
        if (found := _NUMBER.match(self.text, self.place)) is not None:
            self.place = found.end()
            term: Term | None = Term("%" if found[2] else "#", value=_plain(found[1]))
        elif (found := _NAME.match(self.text, self.place)) is not None:
            self.place = found.end()
            term = Term("n", name=found[1].replace("^e", "e").replace(" externo", "*"))
        elif (found := self._word()) is not None:
            self.place = found.end()
            term = Term("n", name=found[1].lower())
        elif (found := _OPEN.match(self.text, self.place)) is not None:
            self.place = found.end()
            term = self.sum()
            closed = _SHUT.match(self.text, self.place)
            if term is None or closed is None:
                return None
            self.place = closed.end()
        else:
            return None
        return self._raised(term)

    def _word(self) -> re.Match[str] | None:
        """Find a variable that is a whole word; it has to stand elsewhere as well, or it is only what follows."""
        found = _WORD.match(self.text, self.place)
        if found is None or self.text.lower().count(found[1].lower()) < 2:
            return None
        return found

    def _raised(self, term: Term | None) -> Term | None:
        found = _POWER.match(self.text, self.place)
        if term is None or found is None:
            return term
        if found[0] == "" and self.text[self.place : self.place + 1] in ("²", "³"):
            self.place += 1
            return Term("^", parts=(term, Term("#", value=2.0 if self.text[self.place - 1] == "²" else 3.0)))
        self.place = found.end()
        power = self._factor()
        return None if power is None else Term("^", parts=(term, power))

    def _take(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self.text, self.place)
        if found is None:
            return None
        self.place = found.end()
        return found[1]


def _plain(digits: str) -> float:
    if digits.count(",") > 1:
        return float(digits.replace(",", "").replace(".", ""))
    if "," in digits:
        return float(digits.replace(".", "").replace(",", "."))
    if rx.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", digits):
        return float(digits.replace(".", ""))
    return float(digits) if digits.count(".") < 2 else float(digits.replace(".", ""))


def read_equations(text: str) -> list[Equation]:
    """Return the equations in a text, in their order."""
    if "=" not in text or len(text) > 2 * _LONGEST:
        return []
    found: list[Equation] = []
    for left in _LEFT.finditer(text):
        side = _Reader(text[: left.end("left")], left.start("left")).sum()
        if side is None and rx.fullmatch(r"[a-záéíóúñ]{4,}", left["left"]):
            side = Term("n", name=left["left"])
        reader = _Reader(text, left.end())
        right = reader.sum()
        if side is None or right is None:
            continue
        found.append(Equation(side, right, left.start(), reader.place))
    return found[:_MOST_EQUATIONS]


def solve_equations(equations: Sequence[Equation], values: Mapping[str, float]) -> dict[str, float]:
    """Return the values of all names that follow, those given included."""
    known = dict(values)
    rest = list(equations)
    grows = True
    while grows:
        grows = False
        for one in tuple(rest):
            unknown = sorted(one.names - known.keys())
            if not unknown:
                rest.remove(one)
            elif len(unknown) == 1 and (found := _newton([one], unknown, known)) is not None:
                known.update(found)
                rest.remove(one)
                grows = True
    unknown = sorted(frozenset().union(*(one.names for one in rest)) - known.keys())
    if unknown and len(unknown) == len(rest) and (found := _newton(rest, unknown, known)) is not None:
        known.update(found)
    return known


def _newton(
    equations: Sequence[Equation], unknown: Sequence[str], known: Mapping[str, float]
) -> dict[str, float] | None:
    """Find the roots by Newton's method, which takes one step where all is linear; None where there are none."""
    values = dict(known)
    for start in (1.0, 100.0, 0.1):
        values.update(dict.fromkeys(unknown, start))
        try:
            for _ in range(_STEPS):
                errors = [one.error(values) for one in equations]
                size = 1.0 + max(abs(values[name]) for name in unknown)
                slopes = [[_slope(one, name, values) for name in unknown] for one in equations]
                step = _gauss(slopes, errors)
                if step is None:
                    break
                for name, change in zip(unknown, step, strict=True):
                    values[name] -= change
                if max(map(abs, step)) < _CLOSE * size:
                    return {name: values[name] for name in unknown}
        except (ArithmeticError, ValueError):
            continue
    return None


def _slope(equation: Equation, name: str, values: dict[str, float]) -> float:
    at = values[name]
    width = 1e-6 * max(1.0, abs(at))
    above = equation.error({**values, name: at + width})
    below = equation.error({**values, name: at - width})
    return (above - below) / (2 * width)


def _gauss(rows: list[list[float]], right: list[float]) -> list[float] | None:
    """Solve a linear system; None where it has no one solution."""
    size = len(rows)
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(table[row][column]))
        if abs(table[pivot][column]) < 1e-12:
            return None
        table[column], table[pivot] = table[pivot], table[column]
        for row in range(size):
            if row != column:
                factor = table[row][column] / table[column][column]
                table[row] = [one - factor * two for one, two in zip(table[row], table[column], strict=True)]
    found = [table[row][size] / table[row][row] for row in range(size)]
    return found if all(map(math.isfinite, found)) else None
