"""The figures of a question that say something about an indicator, in the indicator's unit."""

import re
from decimal import Decimal

import msgspec

from ecobot_tui.economics.interpretation.indicators import Indicator
from ecobot_tui.economics.interpretation.wording import bound_before
from ecobot_tui.economics.number_format import format_amount, format_number
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.words import fold

_LARGEST = Decimal(10) ** 15
_HUNDRED = Decimal(100)
_MINUS_BEFORE = re.compile(r"(?<!o )\bmenos\s*$")
_ASIDE_BEFORE = re.compile(r"\b(?:base|al|nivel de confianza(?: del?)?|confianza del?)\s*=?\s*$")
_YEAR_BEFORE = re.compile(r"\b(?:en|ano|desde|para|entre|del?)\s*$")
_FIGURE_BEFORE = re.compile(r"\b(?:un|una|unos|con) (?:[\w-]+ ){1,3}de\s*$")
_MOVED_BEFORE = re.compile(
    r"\b(?:sub|baj|aument|cay|cai|crec|reduj|disminu|cambi|vari|increment|perd|gan)\w* (?:en |un |unos |casi )*$"
)
_TIME_AFTER = re.compile(r"\s*(?P<unit>anos?|mes(?:es)?|dias?|trimestres?|semestres?|semanas?|periodos?)\b")
_BASIS = re.compile(r"\s*(?:puntos? basicos?|pbs?\b|bps?\b|p\.b\.)")
_POINTS = re.compile(r"\s*(?:puntos?\b|p\.?p\.?\b)")
_PERCENTAGE_POINTS = re.compile(r"\s*(?:puntos? porcentual|p\.?p\b)")


class Figure(msgspec.Struct, frozen=True):
    """A number with what stands around it, in folded letters."""

    number: FoundNumber
    value: Decimal
    before: str
    after: str
    written: str

    @property
    def bound(self) -> str | None:
        """`>` or `<` where the figure is a limit and not a value."""
        return bound_before(self.before)

    @property
    def is_change(self) -> bool:
        """Whether it says by how much something moved, and not where it is."""
        return _MOVED_BEFORE.search(self.before) is not None

    @property
    def is_percentage(self) -> bool:
        """Whether it is said in per cent."""
        return self.number.percent

    @property
    def has_points(self) -> bool:
        """Whether «puntos» follows, and not basis points."""
        return _POINTS.match(self.after) is not None and not self.has_basis_points

    @property
    def has_basis_points(self) -> bool:
        """Whether «puntos básicos» follows."""
        return _BASIS.match(self.after) is not None


def figures_in(question: str, indicator: Indicator | None = None) -> list[Figure]:
    """Return the figures of a question without years, base years' hundred, spans of time and confidence levels."""
    figures = [_figure(question, number) for number in find_numbers(question)]
    timed = indicator is not None and indicator.unit == "years"
    return [one for one in figures if not _is_aside(one) and (timed or _TIME_AFTER.match(one.after) is None)]


def _figure(question: str, number: FoundNumber) -> Figure:
    before, after = fold(question[: number.start]), fold(question[number.end :])
    value = -number.value if _MINUS_BEFORE.search(before) else number.value
    return Figure(number, value, before[-40:], after[:40], question[number.start : number.end].strip())


def _is_aside(figure: Figure) -> bool:
    value, number = figure.value, figure.number
    if _ASIDE_BEFORE.search(figure.before) and (value == 100 or number.percent):
        return True
    if re.match(r"\s*(?:a|hasta) \d", figure.after) and not re.match(r"\s*a (?:19|20)\d\d\b", figure.after):
        return False
    is_bare = number.currency is None and not number.percent and not number.scaled and "." not in figure.written
    if not is_bare or not 1_900 <= value <= 2_100 or value != int(value):
        return False
    if figure.has_points or figure.has_basis_points or _FIGURE_BEFORE.search(figure.before):
        return False
    return _YEAR_BEFORE.search(figure.before) is not None


def in_unit(figure: Figure, indicator: Indicator) -> Decimal | None:
    """Return a figure's value in the indicator's unit; None where its own unit does not fit."""
    value, number = figure.value, figure.number
    if abs(value) > _LARGEST or (number.currency is not None and indicator.unit != "money"):
        return None
    if indicator.unit in ("points", "basis points"):
        return _in_points(figure, plain=indicator.unit == "basis points")
    if indicator.unit == "share":
        of_hundred = number.percent or (indicator.high is not None and 1 < value <= _HUNDRED)
        return value / _HUNDRED if of_hundred else value
    if indicator.unit == "percent":
        return None if number.scaled or (not number.percent and abs(value) > 1_000) else value
    return None if number.percent else value


def _in_points(figure: Figure, *, plain: bool) -> Decimal | None:
    if figure.number.percent or _PERCENTAGE_POINTS.match(figure.after):
        return figure.value * _HUNDRED
    if figure.has_basis_points or abs(figure.value) >= _HUNDRED:
        return figure.value
    return figure.value * _HUNDRED if figure.has_points and not plain else None


def shown(value: Decimal, figure: Figure, indicator: Indicator) -> dict[str, str]:
    """Return what the places of a reading hold."""
    currency = figure.number.currency
    span = _TIME_AFTER.match(figure.after)
    own = format_amount(value, currency) if currency else format_number(value)
    return {
        "x": f"{own} {_SPANS.get(span['unit'], span['unit'])}" if span and indicator.unit == "years" else own,
        "abs": format_number(abs(value)),
        "moves": "baja" if value < 0 else "sube",
        "balance": "déficit" if value < 0 else "superávit",
        "tenfold": format_number(abs(value) * 10),
        "hundredfold": format_number(value * _HUNDRED),
        "rest": format_number(_HUNDRED - value * _HUNDRED),
        "hundredth": format_number(value / _HUNDRED),
        "plus_hundred": format_number(value + _HUNDRED),
        "minus_hundred": format_number(value - _HUNDRED),
        "square": format_number(value * value),
    }


_SPANS = {"ano": "año", "anos": "años", "dia": "día", "dias": "días", "periodo": "período", "periodos": "períodos"}
