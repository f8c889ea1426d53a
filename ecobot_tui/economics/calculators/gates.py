"""Which words a pattern cannot do without, so that most patterns need never be tried.

There are hundreds of calculators with several patterns each, and a question is about one of them. `needed_words` reads
a pattern's source and returns a few beginnings of words, one of which any text that it matches must hold. Looking them
up takes microseconds; trying every pattern took five milliseconds a question.

Understood are the parts of the syntax that wordings use: alternation, groups, looking ahead and behind, character
classes, repetition. What is not understood counts as matching anything, which is slower but never wrong.
"""

import re
from collections.abc import Collection
from functools import cache

import msgspec

from ecobot_tui.economics.words import EMPTY_WORDS, FRAMING_WORDS

LONGEST = 5
"""Letters of a word that are looked at."""
SHORTEST = 2

Words = frozenset[str]

_GENERIC = 40
_ORDINARY = frozenset(word[:LONGEST] for word in EMPTY_WORDS | FRAMING_WORDS)
_GROUP = re.compile(r"\(\?(?:P<\w+>|[:=!]|<[=!])|\(")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]])*\]")


@cache
def needed_words(source: str) -> Words | None:
    """Return beginnings of words of which any match holds one; None where nothing is sure."""
    return _Source(source).alternatives().words


def cost(words: Collection[str]) -> int:
    """Return how little a set of beginnings tells: fewer, longer and rarer ones are better."""
    return sum(_GENERIC if word in _ORDINARY else 1 + (LONGEST - len(word)) * 2 for word in words)


def beginnings(words: Collection[str]) -> Words:
    """Return the beginnings of a text's words, as `needed_words` has them."""
    parts = (word[:length] for word in words for length in range(SHORTEST, LONGEST + 1))
    return frozenset(parts).union(word[:1] for word in words if len(word) == 1)


class _Part(msgspec.Struct, frozen=True):
    """A piece of a pattern."""

    words: Words | None = None
    """Beginnings, one of which it needs."""
    ends_word: bool = False
    """Whether a word surely begins right behind it."""
    is_empty: bool = False
    """Whether it only looks around, and takes no letters."""
    is_edge: bool = False
    """Whether it is where a word begins or ends."""
    is_anything: bool = False
    """Whether it is `.*`, behind which `wording.pattern` lets only a word begin."""
    letter: str = ""


def _word(literal: str, *, is_whole: bool) -> list[Words]:
    """Return what a run of letters needs; a single letter says something only where it is a whole word."""
    if len(literal) >= SHORTEST or (literal and is_whole):
        return [frozenset({literal[:LONGEST]})]
    return []


class _Source:
    """One pattern, read from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0

    def alternatives(self) -> _Part:
        """Read up to the end of a group: one of its branches holds, so one word of each is needed."""
        branches = [self._branch()]
        while self._place < len(self._source) and self._source[self._place] == "|":
            self._place += 1
            branches.append(self._branch())
        needed = [branch.words for branch in branches]
        known = [words for words in needed if words is not None]
        ends_word = all(branch.ends_word for branch in branches)
        return _Part(frozenset().union(*known) if len(known) == len(needed) else None, ends_word)

    def _branch(self) -> _Part:
        """Read a sequence, all of which holds: the words of its most telling part are needed."""
        found: list[Words] = []
        literal = ""
        # Where a pattern or a group begins, a word is taken to begin: patterns are tried at the beginning of words.
        literal_begins, at_beginning = True, True
        while self._place < len(self._source) and self._source[self._place] not in "|)":
            part = self._item()
            is_needed = self._least() > 0
            if part.letter and is_needed and (literal or part.letter.isalpha()):
                if not literal:
                    literal_begins = at_beginning
                literal += part.letter
                at_beginning = False
                continue
            if literal_begins:
                found += _word(literal, is_whole=part.ends_word and is_needed)
            literal = ""
            if part.words is not None and is_needed:
                found.append(part.words)
            if part.is_anything or part.is_edge:
                at_beginning = True
            elif not part.is_empty:
                at_beginning = part.ends_word and (is_needed or at_beginning)
        if literal_begins:
            found += _word(literal, is_whole=False)
        words = min(found, key=lambda words: (cost(words), sorted(words)), default=None)
        return _Part(words, ends_word=at_beginning)

    def _item(self) -> _Part:
        source, place = self._source, self._place
        if source[place] == "(":
            return self._group()
        if source[place] == "[":
            found = _CLASS.match(source, place)
            self._place = found.end() if found else len(source)
            return _Part()
        if source[place] == "\\":
            self._place += 2
            escaped = source[place + 1 : place + 2]
            return _Part(is_edge=escaped == "b", ends_word=escaped in "bdsW$")
        self._place += 1
        letter = source[place]
        if letter.isalnum():
            return _Part(letter=letter)
        is_anything = letter == "." and source[place + 1 : place + 2] == "*"
        return _Part(is_empty=letter in "^$", ends_word=letter not in ".~{}", is_anything=is_anything)

    def _group(self) -> _Part:
        opened = _GROUP.match(self._source, self._place)
        assert opened is not None  # noqa: S101 - it stands at a parenthesis
        self._place = opened.end()
        inside = self.alternatives()
        self._place += 1
        if opened[0].endswith("!"):
            return _Part(is_empty=True)
        return _Part(inside.words, inside.ends_word, is_empty=opened[0].endswith("="))

    def _least(self) -> int:
        """Read what follows an item and return how often it must hold at least."""
        found = _QUANTIFIER.match(self._source, self._place)
        if found is None:
            return 1
        self._place = found.end()
        if found[0][0] == "+":
            return 1
        return int(found["least"] or 0) if found[0][0] == "{" else 0
