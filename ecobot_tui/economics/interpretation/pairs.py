"""Figures that are read against another one: wage and inflation, TIR and cost of capital, rate and inflation."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache, cached_property
from typing import Literal

import msgspec

from ecobot_tui.economics.interpretation.found import Found, as_said, percent
from ecobot_tui.economics.interpretation.indicators import Band
from ecobot_tui.economics.interpretation.naming import FARTHEST, distance
from ecobot_tui.economics.interpretation.rules import rule_files
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_HUNDRED = Decimal(100)
_LARGEST_RATE = 1_000
_TOO_FAR = 4 * FARTHEST
_TOUCHING = 4
_FROM_TO = re.compile(
    r" (?:de |era de |eran |cobraba |ganaba )?([$#]\d) (?:a|y ahora|hasta|y paso a)(?: [a-z]+)? ([$#]\d) "
)
_TO_FROM = re.compile(
    r" (?:hoy|ahora|actualmente) (?:[a-z]+ ){1,3}([$#]\d) (?:[a-z,]+ ){0,2}?(?:hace|antes|el ano pasado)(?:"
    r" [a-z@]+\d?){0,4} ([$#]\d) "
)
_TREND = re.compile(r" (?:del?|desde)(?: un| el)? [%#$&!]\d(?: [a-z]+)? (?:a|al|hasta)(?: un| el)? [%#$&!]\d ")
"""One thing that went from one value to another."""
_AT_PRICE = re.compile(r" (?:a|al|con|si) (?:(?:un|el|ese|este) )?precio (?:(?:de|es|esta|actual|en) )*([$#]\d) ")
"""The price at which two quantities are told."""


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Two figures that make one conclusion together."""

    name: str
    concept: str
    keys: str
    """Beginnings of words, one of which stands in every question about it."""
    first: str
    """Pattern of the names of the first figure."""
    second: str
    compute: Literal["real", "difference", "sum", "ratio", "inverse", "gap", "product", "times", "share"]
    """What is computed of a and b."""
    reading: str
    caveat: str
    bands: list[Band] = []
    """What the result means; without bands it is above, at or below `pivot`."""
    above: str = ""
    equal: str = ""
    below: str = ""
    pivot: float | None = None
    """Where it is given, the result is compared without its sign."""
    marks: str = "%#&"
    """Kinds of figures that both may be."""
    marks_second: str = ""
    unless: str = ""
    directed: bool = True
    """«Bajó 3 %» is -3."""

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """The compiled patterns of both names."""
        return re.compile(rf"(?<= )(?:{self.first})(?= )"), re.compile(rf"(?<= )(?:{self.second})(?= )")

    @cached_property
    def excluded(self) -> re.Pattern[str] | None:
        """The compiled pattern of what makes the names mean something else."""
        return re.compile(rf"(?<![a-z0-9])(?:{self.unless})") if self.unless else None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pair: list[Pair]


@cache
def pairs() -> tuple[Pair, ...]:
    """Return all pairs, the more specific first."""
    return tuple(pair for text in rule_files("pairs") for pair in msgspec.convert(tomllib.loads(text), _File).pair)


def read_pairs(statement: Statement, candidates: Iterable[Pair]) -> Found | None:
    """Read two figures that a statement sets against each other; None if no pair explains them."""
    for _ in range(len(statement.values) - 2):
        statement = _with_changes(statement)
    statement = _without_price(statement)
    if len(statement.figures) < 2 or _TREND.search(statement.text):
        return None
    for pair in candidates:
        if (found := _read(pair, statement)) is not None:
            return found
    return None


def _with_changes(statement: Statement) -> Statement:
    """Put the change in per cent in the place of «de 100.000 a 150.000», where a third figure stands."""
    if len(statement.values) < 3:
        return statement
    found, back = _FROM_TO.search(statement.text), _TO_FROM.search(statement.text)
    found = found or back
    if found is None:
        return statement
    first, second = (next(one for one in statement.figures if one.slot == slot) for slot in found.groups())
    if found is back:
        first, second = second, first
    if first.value <= 0 or second.value <= 0:
        return statement
    change = (second.value / first.value - 1) * _HUNDRED
    slot = f"%{first.slot[1:]}"
    merged = Figure(slot, round(change, 2), first.number, percent(change), "", 1 if change >= 0 else -1)
    kept = " gano" if found is back else ""
    text = f"{statement.text[: found.start()]}{kept} {slot} {statement.text[found.end() :]}"
    figures = tuple(merged if one is first else one for one in statement.figures if one is not second)
    return Statement(text, figures, statement.levels)


def _without_price(statement: Statement) -> Statement:
    """Leave out «a un precio de 50» where two quantities at that price follow."""
    found = _AT_PRICE.search(statement.text) if len(statement.values) == 3 else None
    if found is None:
        return statement
    text = f"{statement.text[: found.start()]} {statement.text[found.end() :]}"
    return Statement(text, tuple(one for one in statement.figures if one.slot != found[1]), statement.levels)


def _read(pair: Pair, statement: Statement) -> Found | None:
    if pair.excluded is not None and pair.excluded.search(statement.text):
        return None
    chosen = _assigned(pair, statement)
    if chosen is None:
        return None
    first, second = chosen
    a, b = (one.change if pair.directed else one.value for one in chosen)
    result = _computed(pair.compute, a, b)
    if result is None:
        return None
    pivot = Decimal(str(pair.pivot or 0))
    measured = abs(result) if pair.pivot is not None else result
    if pair.bands:
        verdict = next(band.text for band in pair.bands if band.holds(float(measured)))
    else:
        verdict = pair.equal if round(measured - pivot, 2) == 0 else pair.above if measured > pivot else pair.below
    size = format_number(abs(round(result, 2)))
    places = {
        "a": percent(a) if first.mark == "#" and pair.marks.startswith("%") else as_said(first, a),
        "b": percent(b) if second.mark == "#" and pair.marks.startswith("%") else as_said(second, b),
        "r": format_number(round(result, 2)),
        "abs": size,
        "hundred": format_number(round(_HUNDRED + result, 2)),
        "minus": format_number(round(a - b, 2)),
        "plus": format_number(round(a + b, 2)),
        "moves": f"{'sube' if result > 0 else 'baja'} {size} %" if round(result, 2) else "no cambia",
        "nearly": f"{'sube' if result > 0 else 'baja'} cerca de {size} %" if round(result, 2) else "no cambia",
    }
    lines = (pair.reading.format_map(places), verdict.format_map(places), pair.caveat.format_map(places))
    return Found(pair.name, pair.concept, lines)


def _computed(compute: str, a: Decimal, b: Decimal) -> Decimal | None:
    match compute:
        case "real":
            return None if b <= -100 or a < -100 else ((1 + a / 100) / (1 + b / 100) - 1) * 100
        case "ratio":
            return a / b if b else None
        case "inverse":
            return b / a if a else None
        case "share":
            return a / b * 100 if b > 0 else None
        case "gap":
            return (a / b - 1) * 100 if b else None
        case "product":
            return -a * b
        case "times":
            return a * b
        case "sum":
            return a + b
    return a - b


def _assigned(pair: Pair, statement: Statement) -> tuple[Figure, Figure] | None:
    """Return the figures of the first and the second name, by which stands nearer to which; None in doubt."""
    figures = statement.figures if "@" in pair.marks else statement.values
    if len(figures) != 2 or (pair.marks.startswith("%") and not _are_rates(figures)):
        return None
    one, other = figures
    spans = [[match.span() for match in pattern.finditer(statement.text)] for pattern in pair.patterns]
    if not spans[0] or not spans[1]:
        return None
    orders = [order for order in ((one, other), (other, one)) if _may_be(pair, order)]
    places = sorted(statement.place(figure) for figure in figures)
    if all(end <= places[0] for side in spans for _, end in side):
        # Both names come first, as in «subió menos que la inflación: 20 % contra 30 %»: the figures keep their order.
        in_order = (one, other) if min(spans[0]) < min(spans[1]) else (other, one)
        return in_order if in_order in orders and not all(figure.is_bare for figure in figures) else None
    costs = [(_cost(statement, spans, order), place) for place, order in enumerate(orders)]
    costs = sorted(cost for cost in costs if cost[0] < _TOO_FAR)
    if not costs or (len(costs) == 2 and costs[0][0] == costs[1][0]):
        return None
    if pair.marks.startswith("%") and all(figure.is_bare for figure in figures) and costs[0][0] > _TOUCHING:
        return None
    return orders[costs[0][1]]


def _may_be(pair: Pair, order: tuple[Figure, Figure]) -> bool:
    return order[0].mark in pair.marks and order[1].mark in (pair.marks_second or pair.marks)


def _cost(statement: Statement, spans: list[list[tuple[int, int]]], order: tuple[Figure, Figure]) -> int:
    """Return how far the figures of an order stand from their names."""
    return sum(
        min(distance(statement, start, end, figure) for start, end in side)
        for side, figure in zip(spans, order, strict=True)
    )


def _are_rates(figures: Sequence[Figure]) -> bool:
    """Tell whether plain numbers among figures may stand for percentages."""
    return not any(one.is_bare and (one.number.scaled or abs(one.value) > _LARGEST_RATE) for one in figures)
