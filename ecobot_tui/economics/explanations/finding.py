"""Finding the answer whose question is nearest: shared words weighed by how rare they are, from both sides.

As with names, two figures decide: how much of a known question stands in what was asked, and how much of what was asked
the known question holds. A word that no known question holds weighs as a rare one, so that «¿qué pasa con la lluvia si
sube el dólar?» is not answered about the dollar.
"""

import re
from collections import Counter
from functools import cache

import msgspec

from ecobot_tui.economics.explanations.entries import Explanation, load_explanations
from ecobot_tui.economics.explanations.phrases import SAME_WORDS, Phrase, is_condition, is_turned, read_phrase
from ecobot_tui.economics.explanations.resembling import Resembling
from ecobot_tui.economics.holding import Holding
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import COMMON_WORDS, fold, listed_words, split_words

LEAST_OF_KNOWN = 0.72
"""Share of a known question's weight that must stand in what was asked."""
LEAST_OF_ASKED = 0.66
"""Share of what was asked that the known question must hold."""
LEAST_OF_BOTH = 0.52
"""What the two must come to when multiplied: one may be low, but «principales exportaciones» are no «impuestos»."""
LEAST_OF_DEFINED = 0.9
"""The same where it asks what something is: «¿qué es la paradoja del mate?» is no question about mate."""
_DEFINES = re.compile(
    r"^\W*(?:(?:que|q|k) (?:es|son|significan?)|que se entiende por|que quiere decir|a que se llama|defin\w+"
    r"|concepto de|explic\w+ (?:que es|el|la|los|las)) "
)
_OTHERWISE = re.compile(
    r"\bcomo (?:se )?(?:le |les )?(?:llama|dice|denomina|conoce)n?\b|\bque nombre\b"
    r"|\bcuant[oa]s?\b|\bcalcul|\d ?%|\$ ?\d|\bque (?:porcentaje|tasa|monto|valor|parte|variacion)\b"
    r"|\bcual (?:es|fue|era|sera|seria) (?:el|la|mi|su|tu)\b"
)
"""Who asks for a name gives its description, and reasons hold the words of any; and no reason is a figure."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SPARED = SAME_WORDS.union(listed_words("ordinary_words.txt"))
_HEAVIEST = 6.0
_FEWEST = 2
_OTHER_ASPECT = 0.9
"""What remains of the nearness where the one asks for causes and the other for effects."""
_EQUAL = 0.95
"""Nearness from which two questions are the same."""


class Found(msgspec.Struct, frozen=True):
    """The answer to a question, and how near the question is to a known one."""

    entry: Explanation
    text: str
    nearness: float
    same_question: bool = False
    """Whether both ask for the same of the same thing, as its causes: then a bare name asks for no definition."""
    sure: bool = True
    """False where no known question is near, and the answer only holds the words of what was asked."""


class Explanations:
    """All ready answers by the words of their questions; indexed when first needed, and safe in several threads."""

    def __init__(self, entries: tuple[Explanation, ...] | None = None) -> None:
        """Take the entries; without any, those of this package."""
        self._entries = entries
        self._index: _Index | None = None

    def prepare(self) -> None:
        """Build the index now, so that the first question need not wait for it."""
        self._indexed()

    def find(self, question: str) -> Found | None:
        """Return the answer to the nearest known question; None where none is near enough."""
        return self._indexed().find(question)

    def _indexed(self) -> "_Index":
        index = self._index
        if index is None:
            # Two threads may both build it for the first time; they store equal indexes.
            index = self._index = _builtin() if self._entries is None else _Index(self._entries)
        return index


class _Index:
    def __init__(self, entries: tuple[Explanation, ...]) -> None:
        uses: Counter[str] = Counter()
        read = [[read_phrase(ask) for ask in entry.asks] for entry in entries]
        self._of_entry = {entry.asks: phrases for entry, phrases in zip(entries, read, strict=True)}
        asks = [(entry, phrase) for entry, phrases in zip(entries, read, strict=True) for phrase in phrases]
        self._holding = Holding([dict.fromkeys(sorted(phrase.roots), 1.0) for _, phrase in asks], _HEAVIEST)
        self._known = [(entry, phrase, self._holding.whole(sorted(phrase.roots))) for entry, phrase in asks]
        for entry in entries:
            for ask in entry.asks:
                uses.update(split_words(ask))
        self._words = frozenset(uses)
        self._corrector = Corrector(uses)
        self._resembling = Resembling(entries, read)

    def find(self, question: str) -> Found | None:
        phrase = read_phrase(question, self._meant)
        defines = _DEFINES.match(fold(question)) is not None
        if (near := self._nearest(phrase, defines=defines)) is not None:
            return near
        if (
            defines
            or _OTHERWISE.search(fold(question))
            or not (phrase.aspects or phrase.moves or is_condition(question))
        ):
            # What something is, its entry tells; what only resembles a reason would stand in its way.
            return None
        if (found := self._resembling.find(phrase)) is None:
            return None
        text = found.entry.reverse if found.turned else found.entry.text
        return Found(found.entry, text, found.nearness, sure=False)

    def _nearest(self, phrase: Phrase, *, defines: bool) -> Found | None:
        if len(phrase.roots) < (1 if phrase.aspects else _FEWEST):
            return None
        roots = sorted(phrase.roots)
        whole = self._holding.whole(roots)
        shared = self._holding.find(roots, LEAST_OF_DEFINED if defines else LEAST_OF_ASKED)
        near = sorted(
            (-weight * weight / (whole * self._known[place][2]) * _agreement(phrase, self._known[place][1]), place)
            for place, weight in shared.items()
            if weight >= LEAST_OF_KNOWN * self._known[place][2]
        )
        for nearness, place in near:
            if -nearness < LEAST_OF_BOTH:
                break
            entry, known, _ = self._known[place]
            same_aspect = not phrase.aspects.isdisjoint(known.aspects)
            if min(len(phrase.roots), len(known.roots)) < _FEWEST and not same_aspect:
                continue
            if defines and not known.aspects <= phrase.aspects:
                # «¿Qué es la paridad?» does not ask who wrote of it.
                continue
            turned = is_turned(phrase, known, self._of_entry[entry.asks])
            if turned is None or (turned and not entry.reverse):
                continue
            is_same = same_aspect and -nearness >= _EQUAL
            return Found(entry, entry.reverse if turned else entry.text, -nearness, is_same)
        return None

    def _meant(self, word: str) -> str:
        if word not in self._words and _YEAR.fullmatch(word):
            # «La gran depresión de 1930»: when it was says nothing that its name does not.
            return ""
        if word in self._words or word in COMMON_WORDS or word in _SPARED:
            return word
        return self._corrector.correct(word) or word


@cache
def _builtin() -> _Index:
    """Index the entries of this package; they are the same for every brain, also where a teacher's notes are new."""
    return _Index(load_explanations())


def _agreement(asked: Phrase, known: Phrase) -> float:
    """Weigh down what asks for effects where causes are asked for: of two with equal words the right one wins."""
    differ = asked.aspects and known.aspects and asked.aspects.isdisjoint(known.aspects)
    return _OTHER_ASPECT if differ else 1.0
