"""Finding the answer that a question resembles, where no known way to ask is near enough.

Students ask «¿por qué un rumor puede hacer caer a un banco?» with words that stand in the answer rather than in any
known question. So here the words of the answer count too, though less. Much of what was asked must be found in one
entry, and a fair part of one of its known questions in what was asked: the words of an answer alone are in too many.
"""

from collections.abc import Sequence

import msgspec

from ecobot_tui.economics.explanations.entries import Explanation
from ecobot_tui.economics.explanations.phrases import Phrase, is_turned, read_phrase
from ecobot_tui.economics.holding import Holding

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
        texts: list[dict[str, float]] = []
        for entry, phrases in zip(entries, asks, strict=True):
            told = read_phrase(f"{entry.text} {entry.concept}").roots
            words = dict.fromkeys(sorted(told), _IN_THE_ANSWER)
            words.update((root, 1.0) for phrase in phrases for root in sorted(phrase.roots))
            texts.append(words)
        self._holding = Holding(texts, _HEAVIEST)
        self._weights = [[self._holding.whole(sorted(phrase.roots)) for phrase in phrases] for phrases in asks]

    def find(self, asked: Phrase) -> Resembled | None:
        """Return the entry that a question resembles most; None where none holds enough of it."""
        if len(asked.roots) < _SHORTEST_ASKED:
            return None
        roots = sorted(asked.roots)
        whole = self._holding.whole(roots)
        # A word that no answer holds may be what the question is about, and then the rest must say all the more.
        least = LEAST_OF_ASKED if all(root in self._holding for root in roots) else LEAST_BESIDE_UNKNOWN
        best: Resembled | None = None
        for place, weight in self._holding.find(roots, least).items():
            if self._holding.shared(roots, place) < _FEWEST:
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
        for known, weight in zip(self._asks[place], self._weights[place], strict=True):
            of_known = self._holding.whole(sorted(known.roots & asked.roots)) / weight if weight else 0.0
            if of_known < LEAST_OF_KNOWN or (strict and strict.isdisjoint(known.aspects)):
                continue
            turned = is_turned(asked, known, self._asks[place])
            if turned is None or (turned and not entry.reverse):
                continue
            differ = asked.aspects and known.aspects and asked.aspects.isdisjoint(known.aspects)
            nearness = ((1 - _OF_KNOWN) * share + _OF_KNOWN * of_known) * (_OTHER_ASPECT if differ else 1.0)
            if nearness >= LEAST_OF_BOTH and (best is None or nearness > best.nearness):
                best = Resembled(entry, turned, nearness)
        return best
