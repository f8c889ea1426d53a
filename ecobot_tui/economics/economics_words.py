"""Whether words speak of economics at all, by a list that is far smaller than the knowledge."""

from collections.abc import Iterable
from functools import cache

from ecobot_tui.economics.words import listed_words


class _Vocabulary:
    """Words, and beginnings of words, that speak of a field."""

    def __init__(self, listed: Iterable[str]) -> None:
        words = list(listed)
        self._words = frozenset(word for word in words if not word.endswith("*"))
        self._beginnings = frozenset(word[:-1] for word in words if word.endswith("*"))
        self._lengths = sorted({len(word) for word in self._beginnings})

    def holds(self, word: str) -> bool:
        return word in self._words or any(word[:length] in self._beginnings for length in self._lengths)


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary(listed_words("economics_words.txt"))


def speaks_of_economics(words: Iterable[str]) -> bool:
    """Tell whether any of these folded words is one of economics; words that other fields share do not count."""
    return any(map(_vocabulary().holds, words))
