"""Correction of misspelt terms against the words of the knowledge base."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from ecobot_tui.economics.words import COMMON_WORDS

_SHORTEST_CORRECTED = 4
_LONG_WORD = 7


class Corrector:
    """Finds the known word a misspelt one stands for: one edit away, or two when it has seven letters or more."""

    def __init__(self, vocabulary: Mapping[str, int], spared: frozenset[str] = COMMON_WORDS) -> None:
        """Take the known words, folded, with how many concepts use each, and the words that are never corrected.

        Words with digits or of fewer than four letters are never proposed.
        """
        self._uses = vocabulary
        self._spared = spared
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(vocabulary):
            if word.isalpha() and len(word) >= _SHORTEST_CORRECTED:
                self._by_length[len(word)].append(word)
        self.correct = lru_cache(maxsize=4096)(self._correct)

    @staticmethod
    def distance(word: str, other: str) -> int:
        """Return how many letters are wrong, missing, too many or swapped between two words."""
        from rapidfuzz.distance import DamerauLevenshtein

        return int(DamerauLevenshtein.distance(word, other))

    def _correct(self, word: str, farthest: int = 2) -> str | None:
        """Return the known word meant by this unknown one, at most `farthest` edits away, or None."""
        if len(word) < _SHORTEST_CORRECTED or not word.isalpha() or word in self._spared:
            return None
        # Imported late: the brain starts without it, and clean questions never need it.
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        reach = 1 if len(word) < _LONG_WORD else farthest
        near: list[tuple[int, bool, bool, int, str]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            found = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=reach,
                limit=None,
            )
            # Typos in the first letter are rare, and a term is likelier meant than an ordinary word within a name.
            near.extend(
                (int(distance), known[0] != word[0], known in COMMON_WORDS, -self._uses[known], known)
                for known, distance, _ in found
            )
        return min(near)[-1] if near else None
