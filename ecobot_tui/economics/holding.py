"""Which texts hold most of what a question says, found without looking at every text that shares a word with it.

The words that tell most stand in few texts. Once the words that are left weigh less than a text must hold, no text can
come in any more, and the common words, which stand in hundreds, are only looked up in the few that are left.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log


class Holding:
    """The words of some texts, each with how much it counts there; nothing changes once it is built."""

    def __init__(self, texts: Sequence[Mapping[str, float]], heaviest: float) -> None:
        """Take for each text its words and what each counts in it, and the weight of a word that no text holds."""
        self._postings: dict[str, dict[int, float]] = {}
        for place, words in enumerate(texts):
            for word, counts in words.items():
                self._postings.setdefault(word, {})[place] = counts
        self._heaviest = heaviest
        self.weights = {word: min(heaviest, log(1 + len(texts) / len(at))) for word, at in self._postings.items()}
        """How much each word tells: the rarer, the more."""

    def __contains__(self, word: str) -> bool:
        """Tell whether any text holds a word."""
        return word in self._postings

    def whole(self, words: Iterable[str]) -> float:
        """Return what words weigh together."""
        return sum([self.weights.get(word, self._heaviest) for word in words])

    def shared(self, words: Iterable[str], place: int) -> int:
        """Return how many of some words a text holds."""
        return sum([place in self._postings.get(word, ()) for word in words])

    def find(self, words: Iterable[str], least: float) -> dict[int, float]:
        """Return the texts that hold at least a share of what different words weigh, and the weight they hold."""
        asked = list(words)
        need = least * self.whole(asked)
        # By weight and then by letters, so that weights add up to the same last digit each time.
        ordered = sorted([(-self.weights[word], word) for word in asked if word in self.weights])
        rest = -sum([weight for weight, _ in ordered])
        held: dict[int, float] = {}
        for number, (negative, word) in enumerate(ordered):
            if rest < need:
                # What stands in these words alone is too little, and what stands in none of the others is out.
                held = {place: weight for place, weight in held.items() if weight + rest >= need}
                for other, rare in ordered[number:]:
                    at = self._postings[rare]
                    for place in held:
                        if place in at:
                            held[place] -= other * at[place]
                break
            rest += negative
            for place, counts in self._postings[word].items():
                held[place] = held.get(place, 0.0) - negative * counts
        return {place: weight for place, weight in held.items() if weight >= need}
