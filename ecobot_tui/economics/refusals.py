"""What EcoBot turns down before anything else, with a fixed sentence: it never reaches the knowledge or a model.

Precision comes first: a question of economics that is turned down is worse than a joke that reaches the model, which
has been told what it is for. So wordings, not single words, decide, and a word of economics beside one clears it,
except where someone wants keys, other instructions or advice on his money.
"""

import re
import tomllib
from functools import cache
from importlib import resources

import msgspec

from ecobot_tui.economics.economics_words import speaks_of_economics
from ecobot_tui.economics.phrases import Phrases
from ecobot_tui.economics.slips import Slips
from ecobot_tui.economics.words import COMMON_WORDS, split_words

_LONGEST = 400
"""In words: what is longer is a text to work on, and its beginning and end say what for."""
_SHORTEST_MENDED = 5
"""In letters: shorter words are too near to others."""
_FIGURE = re.compile(r"\d")


class Refusal(msgspec.Struct, frozen=True):
    """Why a question is not answered, and what is said instead."""

    kind: str
    """What sort of question it is, in Spanish for the operator: «inyección», «fuera de tema» …"""
    reason: str
    """Why it is turned down, in a few Spanish words for the operator."""
    text: str
    """The polite sentence for the student."""


class _Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    reason: str
    text: str
    phrases: tuple[str, ...]
    always: bool = False
    no_figures: bool = False
    """Only where the question holds no digit: with figures it is a calculation or something to interpret."""

    @property
    def refusal(self) -> Refusal:
        return Refusal(self.kind, self.reason, self.text)


class _Refusals:
    """All wordings, read once."""

    def __init__(self) -> None:
        file = resources.files(__package__).joinpath("refusals.toml")
        table = tomllib.loads(file.read_text("utf-8"))
        self._listed = msgspec.convert(table["refusal"], list[_Listed])
        lines = {str(number): one.phrases for number, one in enumerate(self._listed)}
        self._phrases = Phrases(lines, table["words"])
        self._known = COMMON_WORDS | self._phrases.words()
        self._slips = Slips(table["mended"].split())

    def find(self, question: str) -> Refusal | None:
        words = split_words(question)
        if len(words) > _LONGEST:
            words = [*words[: _LONGEST // 2], *words[-_LONGEST // 2 :]]
        meant = [self._meant(word) for word in words]
        has_figures = _FIGURE.search(question) is not None
        for found in self._phrases.search(meant):
            one = self._listed[int(found.label)]
            if one.no_figures and has_figures:
                continue
            if one.always or not speaks_of_economics(found.rest.split()):
                return one.refusal
        return None

    def _meant(self, word: str) -> str:
        if len(word) < _SHORTEST_MENDED or word in self._known or speaks_of_economics((word,)):
            return word
        return self._slips.mend(word)


@cache
def _refusals() -> _Refusals:
    return _Refusals()


def refuse(question: str) -> Refusal | None:
    """Return why a question is turned down, or None where it may be answered; some 10 µs for an ordinary question."""
    return _refusals().find(question)
