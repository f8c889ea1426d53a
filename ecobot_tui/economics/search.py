"""Finding the concept a question asks about, by its names.

Two figures decide, not one: how much of a name the question holds, and how much of the question that name explains.
Rare words weigh more, and a word that no name holds weighs as the rarest, so that «inflación cósmica» is not taken
for inflation. Retrieval over names with these figures beat full-text engines in the trials behind this design.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

import msgspec

from ecobot_tui.economics.knowledge import Heading
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import EMPTY_WORDS, FRAMING_WORDS, split_words, stem

_HEAVIEST = 6.0
_CANONICAL_BONUS = 0.02
_LITERAL_BONUS = 0.01


class Match(msgspec.Struct, frozen=True):
    """A concept that a question may be about."""

    concept: str
    alias: str
    alias_coverage: float
    """Share of the name's weight that stands in the question, 0 to 1."""
    question_coverage: float
    """Share of the question's weight that the name explains, 0 to 1."""
    score: float
    """What orders the matches; it does not decide whether one is good enough."""
    exact: bool = False
    """The question is this name and nothing else, but for the words around it."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Misspelt words of the question and what they were taken for."""


class _Alias(msgspec.Struct, frozen=True):
    concept: str
    text: str
    stems: frozenset[str]
    literal: frozenset[str]
    weight: float
    canonical: bool


class _Question(msgspec.Struct, frozen=True):
    """A question as stems: those that count always, and those that count where a name holds them."""

    words: list[str]
    content: set[str]
    framing: set[str]
    corrections: tuple[tuple[str, str], ...]


class Index:
    """All names of all concepts, by their words."""

    def __init__(self, headings: Iterable[Heading]) -> None:
        named = [
            (heading.name, alias, split_words(alias), alias is heading.name)
            for heading in headings
            for alias in (heading.name, *heading.aliases)
        ]
        self._exact: dict[str, tuple[str, str]] = {}
        concepts_with: defaultdict[str, set[str]] = defaultdict(set)
        vocabulary: set[str] = set()
        for concept, alias, words, _ in named:
            self._exact.setdefault(" ".join(words), (concept, alias))
            telling = _telling(words)
            vocabulary.update(telling)
            for word in telling:
                concepts_with[stem(word)].add(concept)
        total = len({concept for concept, *_ in named})
        self._idf = {word: log(1 + total / len(concepts)) for word, concepts in concepts_with.items()}
        self._unknown = min(_HEAVIEST, log(1 + total)) if total else _HEAVIEST
        self._aliases: list[_Alias] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for concept, alias, words, canonical in named:
            telling = _telling(words)
            stems = frozenset(stem(word) for word in telling)
            weight = sum(self._idf[word] for word in sorted(stems))
            for word in stems:
                self._postings[word].append(len(self._aliases))
            self._aliases.append(_Alias(concept, alias, stems, frozenset(telling), weight, canonical))
        self._corrector = Corrector(vocabulary)

    def search(self, question: str, count: int = 5) -> list[Match]:
        """Return up to `count` concepts that share a word with the question, best first; ties go by name."""
        words = split_words(question)
        exact = self._exact_match(question, words)
        reading = self._read(words)
        shared: defaultdict[int, float] = defaultdict(float)
        for word in sorted(reading.content | reading.framing):
            for alias_number in self._postings.get(word, ()):
                shared[alias_number] += self._idf[word]
        best: dict[str, Match] = {} if exact is None else {exact.concept: exact}
        for alias_number, weight in shared.items():
            match = self._score(self._aliases[alias_number], weight, reading)
            known = best.get(match.concept)
            if known is None or (not known.exact and _rank(match) < _rank(known)):
                best[match.concept] = match
        return sorted(best.values(), key=_rank)[:count]

    def names_in(self, question: str) -> list[Match]:
        """Return every concept with a name that stands in the question whole, best first."""
        return [match for match in self.search(question, count=50) if match.alias_coverage >= 1]

    def _exact_match(self, question: str, words: Sequence[str]) -> Match | None:
        """Find a name that is all that remains once the words around it are taken off."""
        for start in range(len(words)):
            found = self._exact.get(" ".join(words[start:]))
            if found is not None and _stands_for_itself(found[1], words[start:], question):
                return Match(found[0], found[1], 1.0, 1.0, 2.0, exact=True)
            if _has_subject(words[start]):
                break
        return None

    def _read(self, words: Sequence[str]) -> _Question:
        content: set[str] = set()
        framing: set[str] = set()
        read: list[str] = []
        corrections: list[tuple[str, str]] = []
        for word in _telling(words):
            meant = word
            if word in FRAMING_WORDS:
                framing.add(stem(word))
            elif (root := stem(word)) in self._postings:
                content.add(root)
            else:
                corrected = self._corrector.correct(word)
                if corrected is not None:
                    meant = corrected
                    corrections.append((word, corrected))
                    root = stem(corrected)
                content.add(root)
            read.append(meant)
        return _Question(read, content, framing - content, tuple(corrections))

    def _score(self, alias: _Alias, shared: float, question: _Question) -> Match:
        explained = asked = 0.0
        for word in sorted(question.content):
            weight = min(self._idf.get(word, self._unknown), _HEAVIEST)
            asked += weight
            explained += weight if word in alias.stems else 0.0
        for word in sorted(question.framing & alias.stems):
            weight = min(self._idf[word], _HEAVIEST)
            asked += weight
            explained += weight
        alias_coverage = min(1.0, shared / alias.weight)
        question_coverage = explained / asked if asked else 0.0
        score = 0.6 * alias_coverage + 0.4 * question_coverage
        score += _CANONICAL_BONUS if alias.canonical else 0.0
        # Stems let «capitalismo» meet «capital»; the name with the very words wins.
        score += _LITERAL_BONUS if alias.literal.issubset(question.words) else 0.0
        return Match(
            alias.concept,
            alias.text,
            alias_coverage,
            question_coverage,
            score,
            corrections=tuple((wrong, right) for wrong, right in question.corrections if stem(right) in alias.stems),
        )


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in EMPTY_WORDS]


def _stands_for_itself(alias: str, words: Iterable[str], question: str) -> bool:
    """Tell «DA», aggregate demand, from «da», a verb: such an abbreviation counts only as it is written."""
    return not alias.isupper() or alias in question or any(_has_subject(word) for word in words)


def _has_subject(word: str) -> bool:
    return word not in EMPTY_WORDS and word not in FRAMING_WORDS


def _rank(match: Match) -> tuple[float, str, str]:
    return (-round(match.score, 9), match.concept, match.alias)
