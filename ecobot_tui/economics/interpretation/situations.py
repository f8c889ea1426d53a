"""Situations in words that have one well-known reading: an inverted yield curve, a ceiling above the equilibrium."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, cached_property

import msgspec

from ecobot_tui.economics.interpretation.found import Found, as_said
from ecobot_tui.economics.interpretation.rules import rule_files
from ecobot_tui.economics.interpretation.statement import FALL, RISE, Statement
from ecobot_tui.economics.interpretation.wording import asks_for_definition, asks_for_meaning

_TELLS = re.compile(
    r" (?:es|son|esta|estan|tiene|tienen|tengo|tenemos|debo|fue|se|cotiza|supera|hay|con|cubre|alcanza|fijan?|sobran?"
    rf"|aportan?|rinden?|,|{FALL}|{RISE}) "
)
"""What makes a statement of a question, rather than a name alone."""


class Situation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What several words together mean."""

    name: str
    concept: str
    keys: str
    """Beginnings of words, one of which stands in every question about it."""
    all: list[str]
    """Patterns that must all be there; a figure is written as its mark and a digit, such as `%\\d`."""
    reading: str
    conclusion: str
    caveat: str
    unless: str = ""

    @cached_property
    def patterns(self) -> list[re.Pattern[str]]:
        """The compiled patterns."""
        return [re.compile(rf"(?<= )(?:{one})(?= )") for one in self.all]

    @cached_property
    def excluded(self) -> re.Pattern[str] | None:
        """The compiled pattern of what makes the words mean something else."""
        return re.compile(rf"(?<![a-z0-9])(?:{self.unless})") if self.unless else None

    def fits(self, text: str) -> bool:
        """Tell whether a statement holds all the words, and none that makes them mean something else."""
        if not all(pattern.search(text) for pattern in self.patterns):
            return False
        return self.excluded is None or self.excluded.search(text) is None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    situation: list[Situation]


@cache
def situations() -> tuple[Situation, ...]:
    """Return all situations, the more specific first."""
    files = rule_files("situations")
    return tuple(one for text in files for one in msgspec.convert(tomllib.loads(text), _File).situation)


def read_situation(statement: Statement, candidates: Iterable[Situation]) -> Found | None:
    """Read a statement by its words; the figures that it holds are repeated."""
    text = statement.text
    if not statement.figures and (_asks_what_it_is(text) or not (asks_for_meaning(text) or _TELLS.search(text))):
        return None
    for one in candidates:
        if one.fits(text):
            said = ", ".join(as_said(figure) for figure in statement.figures)
            reading = f"{one.reading} (Datos: {said}.)" if said else one.reading
            return Found(one.name, one.concept, (reading, one.conclusion, one.caveat))
    return None


def _asks_what_it_is(text: str) -> bool:
    """Tell whether a statement wants a definition; one that begins with «hay» tells what holds."""
    return asks_for_definition(text) and not text.startswith(" hay ")
