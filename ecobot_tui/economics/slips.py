"""One wrong letter in a word that matters, put right in a few microseconds and without the search's vocabulary."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache


class Slips:
    """Finds the listed word that is one letter, more, less, other or swapped, away from a word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._shorter: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            for cut in _cuts(word):
                self._shorter[cut].append(word)
        self.mend = lru_cache(maxsize=4096)(self._mend)

    def _mend(self, word: str) -> str:
        """Return the listed word that was meant, or the word itself; the first letter is taken to be right."""
        if word in self._words:
            return word
        near = [*self._shorter.get(word, ())]
        for cut in _cuts(word):
            if cut in self._words:
                near.append(cut)
            near.extend(other for other in self._shorter.get(cut, ()) if _is_one_slip(word, other))
        return min((other for other in near if other[0] == word[0]), default=word)


def _cuts(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _is_one_slip(word: str, other: str) -> bool:
    """Tell one other letter, or two neighbours swapped, in words of the same length."""
    if len(word) != len(other):
        return False
    places = [place for place, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
    if len(places) == 1:
        return True
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and word[places[0]] == other[places[1]]
        and (word[places[1]] == other[places[0]])
    )
