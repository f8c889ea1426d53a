"""Wordings: patterns in which `{x}` stands for the number of input x and `~` for up to four words."""

import re
from functools import cache, lru_cache

from ecobot_tui.economics.calculators.model import Calculator, Kind
from ecobot_tui.economics.calculators.quantities import prefix

_PLACE = re.compile(r"\{([a-z]\w*)\}")
_GAP_BEFORE = re.compile(r"~\{([a-z]\w*)\}")
_LEAD = r"(?:de|del|es|era|fue|un|una|la|el|anual|mensual|nominal|real|subio|sube|suben|subieron|al)"
_NOT_LITERAL = re.compile(r"\{\w+\}|\\[a-zA-Z]")
_ANYWHERE = re.compile(r"\.\*(?=(?:\(\?:)*(?:[a-z]|\\b))")
_GAP = r"(?:[a-z]\w* ){0,4}?"
_LITERAL = re.compile(r"[a-z]{2,}")


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern at its first use; all of them together take longer than many answers.

    It matches from the beginning of a word on, and so does what it looks for further on: «habitantes» holds no «antes».
    """
    anchored = _ANYWHERE.sub(r".*(?<![a-z])", source).replace("~", _GAP)
    return re.compile(rf"(?<![a-z])(?:{anchored})")


@lru_cache(maxsize=1_024)
def found_in(source: str, text: str) -> re.Match[str] | None:
    """Search a text for a pattern; many calculators of an area ask the same of one question."""
    return pattern(source).search(text)


@cache
def slot_pattern(calculator_wording: str, kinds: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Compile a wording; `kinds` tells the marks that each symbol's slot may have."""
    marks = dict(kinds)
    body = _GAP_BEFORE.sub(lambda found: _gap(marks[found[1]]) + found[0][1:], calculator_wording).replace("~", _GAP)
    body = _PLACE.sub(lambda found: rf"(?P<{found[1]}>[{marks[found[1]]}]\d+)(?!\d)", body)
    return re.compile(rf"(?<![a-z])(?:{body})")


def _gap(marks: str) -> str:
    """Return what may stand before a number: before a percentage without its sign, only what leads straight to it."""
    return rf"(?:(?={_GAP}%){_GAP}|(?:{_LEAD} ){{0,2}})" if marks == Kind.RATE.value else _GAP


def input_kinds(calculator: Calculator) -> tuple[tuple[str, str], ...]:
    """Return the marks that each input's slot may have in a wording."""
    return tuple((one.symbol, one.kind.value) for one in calculator.inputs)


@cache
def label_pattern(labels: str) -> re.Pattern[str]:
    """Compile the words that name an input; they begin where a word begins, and end where one ends."""
    return re.compile(rf"(?<![a-z])(?:{labels})(?![a-z])")


def literals(source: str) -> frozenset[str]:
    """Return the prefixes of the words that a pattern mentions."""
    return frozenset(prefix(word) for word in _LITERAL.findall(_NOT_LITERAL.sub(" ", source)))


_KNOWN: dict[str, frozenset[str]] = {}


def known_words(calculator: Calculator) -> frozenset[str]:
    """Return the prefixes of all words that a calculator's declaration mentions; worked out once for each id."""
    known = _KNOWN.get(calculator.id)
    if known is None:
        labels = (one.labels for one in calculator.inputs)
        sources = (*calculator.when, *calculator.wordings, calculator.names, calculator.keys, calculator.also, *labels)
        known = _KNOWN[calculator.id] = frozenset().union(*map(literals, sources))
    return known
