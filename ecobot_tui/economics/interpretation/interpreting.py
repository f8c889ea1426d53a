"""Finds what figure of what indicator a question is about, and says what it means."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Protocol, TypeVar

import msgspec

from ecobot_tui.economics.interpretation.cases import CASES, FIGURED, read_cases
from ecobot_tui.economics.interpretation.cases.telling import Case
from ecobot_tui.economics.interpretation.equations import read_equation
from ecobot_tui.economics.interpretation.firm import read_firm
from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.growing import read_growing
from ecobot_tui.economics.interpretation.indicators import indicators
from ecobot_tui.economics.interpretation.moves import read_points, read_sequence
from ecobot_tui.economics.interpretation.pairs import pairs, read_pairs
from ecobot_tui.economics.interpretation.readings import read_indicators
from ecobot_tui.economics.interpretation.significance import read_test
from ecobot_tui.economics.interpretation.situations import read_situation, situations
from ecobot_tui.economics.interpretation.statement import Statement, read_statement, without_echoes
from ecobot_tui.economics.interpretation.wording import (
    asks_about_another_subject,
    asks_for_present,
    asks_for_something_else,
)
from ecobot_tui.economics.interpretation.wording import asks_for_reading as says_it_wants_a_reading
from ecobot_tui.economics.words import fold

LONGEST_QUESTION = 240
_LONGEST_CASE = 420
"""A decision is told with all its figures, and takes more words."""
_MOST_FIGURES = 4
"""Only the cases read more."""
_WORD = re.compile(r"[a-z]+[0-9]?|[βαρ]")
_ALIKE = 4
"""By how many letters a word is looked up."""
_CHANGES = (
    "subio subi bajo bajar aume perdi gane cayo regre recta paso pasa cayo caida cae sube baja punt basi creci"
    " dismi reduj era desde despu"
    " luego pongo puse inve desc reba suce"
)
_RESULT = re.compile(
    r"\bcuant[oa]s?\b|\bcalcul|\bhalla|\bque (?:porcentaje|tasa|proporcion|valor|monto|rendimiento)\b"
    r"|\bcual(?:es)? (?:es|fue|seria|sera|son) (?:el|la|los|las|mi|su)\b"
)
"""A question for a result, which the calculators know better."""
_OTHER_FIGURE = re.compile(
    r" cuanto (?:subio|bajo|cayo|aumento|perdio|gano|vario)(?: o [a-z]+)? (?:mi|el|su|tu) (?:sueldo|salario"
    r"|ingreso|haber)"
)
"""What one figure alone does not tell."""
_PART = re.compile(r" cuanto (?:es|son|da|seria)(?: el| un| la)? [%$#]\d de ")
"""A part of something is a calculation, whatever the thing is called."""
_TESTS = "p valor inte ic"


class _Rule(Protocol):
    @property
    def keys(self) -> str: ...


_R = TypeVar("_R", bound=_Rule)


class Interpretation(msgspec.Struct, frozen=True):
    """What a figure means, in Spanish, ready to be shown."""

    text: str
    """The reading, the conclusion, the caveat and the source, in logical lines."""
    reason: str
    """For the operator, as in «interpretación: Gini»."""
    concept: str
    """Canonical name of the concept that the indicator belongs to."""

    @property
    def source(self) -> str:
        """Where it comes from, without the word «Fuente:»."""
        return _source(self.concept)


def interpret(question: str) -> Interpretation | None:
    """Say what a stated figure means; None if the question asks for anything else or the figure is unclear."""
    if len(question) > _LONGEST_CASE:
        return None
    begins = _beginnings(question)
    if _every_key().isdisjoint(begins):
        return None
    statement = read_statement(question)
    if statement is None:
        return None
    statement = without_echoes(statement)
    found = _read_case(statement, begins)
    if found is None and (
        len(question) > LONGEST_QUESTION
        or len(statement.figures) > _MOST_FIGURES
        or asks_for_something_else(statement.text)
        or (not statement.figures and asks_for_present(statement.text))
    ):
        return None
    if found is None and len(statement.values) == 1 and _OTHER_FIGURE.search(statement.text):
        return None
    found = found or read_equation(question) or _found(statement, begins)
    if found is None:
        return None
    lines = [*found.lines, f"Fuente: {_source(found.concept)}"]
    return Interpretation("\n".join(lines), f"interpretación: {found.name}", found.concept)


def asks_for_reading(question: str) -> bool:
    """Tell whether a question wants its figures read before a calculator takes them for data of something else."""
    if _RESULT.search(fold(question)) is not None:
        return False
    case = _case(question)
    return says_it_wants_a_reading(question) if case is None else case.first


def _case(question: str) -> Case | None:
    if len(question) > _LONGEST_CASE:
        return None
    begins = _beginnings(question)
    figured = any(letter.isdigit() for letter in question)
    if (_case_keys() if figured else _wordy_keys()).isdisjoint(begins):
        return None
    statement = read_statement(question)
    if statement is None or asks_about_another_subject(statement.text) or _PART.search(statement.text):
        return None
    statement = without_echoes(statement)
    return next((one for one in _candidates(_cases_by_key(), CASES, begins) if one.read(statement) is not None), None)


@lru_cache(maxsize=8)
def _beginnings(question: str) -> frozenset[str]:
    return frozenset(word[:_ALIKE] for word in _WORD.findall(fold(question)))


def _read_case(statement: Statement, begins: frozenset[str]) -> Found | None:
    if asks_about_another_subject(statement.text) or _PART.search(statement.text):
        return None
    return read_cases(statement, _candidates(_cases_by_key(), CASES, begins))


def _found(statement: Statement, begins: frozenset[str]) -> Found | None:
    if statement.figures or statement.levels or not begins.isdisjoint(_keys(_TESTS)):
        found = (
            read_test(statement)
            or read_firm(statement)
            or read_pairs(statement, _candidates(_pairs_by_key(), pairs(), begins))
            or read_sequence(statement)
        )
        if found is not None:
            return found
    return (
        read_situation(statement, _candidates(_situations_by_key(), situations(), begins))
        or read_indicators(statement, _candidates(_indicators_by_key(), indicators(), begins))
        or (read_points(statement) or read_growing(statement) if statement.figures else None)
    )


def _source(concept: str) -> str:
    return f"base local › {concept[:1].upper()}{concept[1:]}"


def _keys(keys: str) -> frozenset[str]:
    return frozenset(key[:_ALIKE] for key in keys.split())


def _by_key(rules: tuple[_R, ...]) -> dict[str, set[int]]:
    places: dict[str, set[int]] = {}
    for place, rule in enumerate(rules):
        for key in _keys(rule.keys):
            places.setdefault(key, set()).add(place)
    return places


@cache
def _cases_by_key() -> dict[str, set[int]]:
    return _by_key(CASES)


@cache
def _case_keys() -> frozenset[str]:
    return frozenset(_cases_by_key())


@cache
def _wordy_keys() -> frozenset[str]:
    return frozenset(_by_key(tuple(one for one in CASES if one.name not in FIGURED)))


@cache
def _indicators_by_key() -> dict[str, set[int]]:
    return _by_key(indicators())


@cache
def _pairs_by_key() -> dict[str, set[int]]:
    return _by_key(pairs())


@cache
def _situations_by_key() -> dict[str, set[int]]:
    return _by_key(situations())


@cache
def _every_key() -> frozenset[str]:
    own = _keys(_CHANGES) | _keys(_TESTS)
    return own.union(_cases_by_key(), _indicators_by_key(), _pairs_by_key(), _situations_by_key())


def _candidates(places: Mapping[str, set[int]], rules: tuple[_R, ...], begins: frozenset[str]) -> list[_R]:
    """Return the rules whose key words a question holds, in their own order."""
    return [rules[place] for place in sorted(set().union(*(places.get(word, ()) for word in begins)))]
