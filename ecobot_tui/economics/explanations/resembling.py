"""Finding the answer that a question resembles, where no known way to ask is near enough.

Students ask «¿por qué un rumor puede hacer caer a un banco?» with words that stand in the answer rather than in any
known question. So here the words of the answer count too, though less. Much of what was asked must be found in one
entry, and a fair part of one of its known questions in what was asked: the words of an answer alone are in too many.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

import msgspec

from ecobot_tui.economics.explanations.entries import Explanation
from ecobot_tui.economics.explanations.phrases import Phrase, is_turned, read_phrase

LEAST_OF_ASKED = 0.45
"""Share of what was asked that an entry must hold, with its answer."""
LEAST_BESIDE_UNKNOWN = 0.6
LEAST_OF_KNOWN = 0.5
"""Share of one of its known questions that must stand in what was asked."""
LEAST_OF_BOTH = 0.62
"""What the two must come to together: the less the one, the more the other."""
_IN_THE_ANSWER = 0.75
"""What a word counts that stands in the answer and in no known question."""
_FEWEST = 2
_HEAVIEST = 6.0
_OF_KNOWN = 0.4
_OTHER_ASPECT = 0.85
_SHORTEST_ASKED = 2
_STRICT = frozenset({"purpose", "measure", "kinds", "features", "people", "time", "thought", "remedies"})
"""What an entry must be about where it is asked for; causes and effects are often told together."""


class Resembled(msgspec.Struct, frozen=True):
    """An entry that a question resembles, and whether it moves the other way."""

    entry: Explanation
    turned: bool
    nearness: float


class Resembling:
    """The words of all entries, those of their answers too; nothing changes once it is built."""

    def __init__(self, entries: Sequence[Explanation], asks: Sequence[Sequence[Phrase]]) -> None:
        """Take the entries, and of each its known questions as read."""
        self._entries = entries
        self._asks = asks
        self._words: list[dict[str, float]] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for place, (entry, phrases) in enumerate(zip(entries, asks, strict=True)):
            told = read_phrase(f"{entry.text} {entry.concept}").roots
            words = dict.fromkeys(sorted(told), _IN_THE_ANSWER)
            words.update((root, 1.0) for phrase in phrases for root in sorted(phrase.roots))
            self._words.append(words)
            for root in words:
                self._postings[root].append(place)
        uses = Counter({root: len(places) for root, places in self._postings.items()})
        self._idf = {root: min(_HEAVIEST, log(1 + len(entries) / count)) for root, count in uses.items()}

    def find(self, asked: Phrase) -> Resembled | None:
        """Return the entry that a question resembles most; None where none holds enough of it."""
        if len(asked.roots) < _SHORTEST_ASKED:
            return None
        roots = sorted(asked.roots)
        whole = sum(self._idf.get(root, _HEAVIEST) for root in roots)
        # A word that no answer holds may be what the question is about, and then the rest must say all the more.
        least = LEAST_OF_ASKED if all(root in self._idf for root in roots) else LEAST_BESIDE_UNKNOWN
        held: defaultdict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for root in roots:
            for place in self._postings.get(root, ()):
                held[place] += self._idf[root] * self._words[place][root]
                shared[place] += 1
        best: Resembled | None = None
        for place, weight in held.items():
            if weight < least * whole or shared[place] < _FEWEST:
                continue
            found = self._compared(place, asked, weight / whole)
            if found is not None and (best is None or found.nearness > best.nearness):
                best = found
        return best

    def _compared(self, place: int, asked: Phrase, share: float) -> Resembled | None:
        """Hold a question against the known ones of an entry; the nearest of those that may be meant counts."""
        entry = self._entries[place]
        strict = asked.aspects & _STRICT
        best: Resembled | None = None
        for known in self._asks[place]:
            weight = sum(self._idf[root] for root in sorted(known.roots))
            of_known = sum(self._idf[root] for root in sorted(known.roots & asked.roots)) / weight if weight else 0.0
            turned = is_turned(asked, known, self._asks[place])
            if of_known < LEAST_OF_KNOWN or turned is None or (turned and not entry.reverse):
                continue
            if strict and strict.isdisjoint(known.aspects):
                continue
            differ = asked.aspects and known.aspects and asked.aspects.isdisjoint(known.aspects)
            nearness = ((1 - _OF_KNOWN) * share + _OF_KNOWN * of_known) * (_OTHER_ASPECT if differ else 1.0)
            if nearness >= LEAST_OF_BOTH and (best is None or nearness > best.nearness):
                best = Resembled(entry, turned, nearness)
        return best
