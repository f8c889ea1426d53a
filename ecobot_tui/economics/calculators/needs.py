"""Which words a pattern cannot do without: read from its source, once.

A `Need` is what any text that a pattern matches must hold, as beginnings of words and marks of numbers of which one or
all must be there. `ways` lays it out as the combinations that would do.

Understood are the parts of the syntax that wordings use: alternation, groups, looking ahead and behind, character
classes, repetition. What is not understood counts as matching anything, which is slower but never wrong.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import product
from math import prod

import msgspec

from ecobot_tui.economics.words import EMPTY_WORDS, FRAMING_WORDS

LONGEST = 5
"""Letters of a word that are looked at."""
SHORTEST = 2

Words = frozenset[str]
Way = frozenset[Words]
"""Sets of words, from each of which one must be there."""

_GENERIC = 40
_MOST_WAYS = 24
_MARKS = frozenset("%$@#")
_ORDINARY = frozenset(word[:LONGEST] for word in EMPTY_WORDS | FRAMING_WORDS) | _MARKS
_GROUP = re.compile(r"\(\?(?:P<\w+>|[:=!]|<[=!])|\(")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]])*\]")


class Every(msgspec.Struct, frozen=True):
    """A need that is met where all its parts are."""

    parts: "tuple[Need, ...]"


class Either(msgspec.Struct, frozen=True):
    """A need that is met where one of its parts is."""

    parts: "tuple[Need, ...]"


Need = Words | Every | Either
"""A set of words is met by any one of them."""


@cache
def ways(source: str) -> tuple[Way, ...]:
    """Return the combinations of words one of which any match holds; one that is empty is met by any text."""
    need = _Source(source).alternatives().need
    return (frozenset(),) if need is None else tuple(dict.fromkeys(_ways(need)))


def cost(words: Collection[str]) -> int:
    """Return how little a set of beginnings tells: fewer, longer and rarer ones are better."""
    return sum(_GENERIC if word in _ORDINARY else 1 + (LONGEST - len(word)) * 2 for word in words)


def beginnings(words: Collection[str], marks: Collection[str] = ()) -> Words:
    """Return the beginnings of a text's words, as needs have them, and the marks of its numbers."""
    found = {word[:length] for word in set(words) for length in range(SHORTEST, LONGEST + 1)}
    found.update(word for word in words if len(word) == 1)
    found.update(marks)
    return frozenset(found)


def _ways(need: Need) -> list[Way]:
    if isinstance(need, frozenset):
        return [frozenset({need})]
    parts = [_ways(part) for part in need.parts]
    if isinstance(need, Either):
        return [way for part in parts for way in part]
    if prod(map(len, parts)) > _MOST_WAYS:
        # Asking less of a text is never wrong, and quicker than hundreds of combinations.
        parts = [[frozenset({_most_telling(part)})] for part in need.parts]
    return [frozenset().union(*way) for way in product(*parts)]


def _most_telling(need: Need) -> Words:
    """Return words of which one is there whenever the need is met, the fewest and rarest."""
    if isinstance(need, frozenset):
        return need
    parts = [_most_telling(part) for part in need.parts]
    if isinstance(need, Either):
        return frozenset().union(*parts)
    return min(parts, key=lambda words: (cost(words), sorted(words)))


def _every(needs: Sequence[Need]) -> Need | None:
    parts: list[Need] = []
    for need in needs:
        parts += [part for part in (need.parts if isinstance(need, Every) else (need,)) if part not in parts]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _either(needs: Sequence[Need | None]) -> Need | None:
    words: Words = frozenset()
    parts: list[Need] = []
    for need in needs:
        if need is None:
            return None
        for part in need.parts if isinstance(need, Either) else (need,):
            if isinstance(part, frozenset):
                words |= part
            elif part not in parts:
                parts.append(part)
    # A part that needs one of the words, and more, says no more than the words.
    parts = [part for part in parts if not (isinstance(part, Every) and _holds_subset(part, words))]
    if words:
        parts.insert(0, words)
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _holds_subset(need: Every, words: Words) -> bool:
    return any(isinstance(part, frozenset) and part <= words for part in need.parts)


class _Part(msgspec.Struct, frozen=True):
    """A piece of a pattern."""

    need: Need | None = None
    ends_word: bool = False
    """Whether a word surely begins right behind it."""
    is_empty: bool = False
    """Whether it only looks around, and takes no letters."""
    is_edge: bool = False
    """Whether it is where a word begins or ends."""
    is_anything: bool = False
    """Whether it is `.*`, behind which `wording.pattern` lets only a word begin."""
    letter: str = ""


def _word(literal: str, *, is_whole: bool) -> list[Need]:
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
        """Read up to the end of a group: one of its branches holds."""
        branches = [self._branch()]
        while self._place < len(self._source) and self._source[self._place] == "|":
            self._place += 1
            branches.append(self._branch())
        return _Part(_either([branch.need for branch in branches]), all(branch.ends_word for branch in branches))

    def _branch(self) -> _Part:
        """Read a sequence, all of which holds."""
        found: list[Need] = []
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
            if part.need is not None and is_needed:
                found.append(part.need)
            if part.is_anything or part.is_edge:
                at_beginning = True
            elif not part.is_empty:
                at_beginning = part.ends_word and (is_needed or at_beginning)
        if literal_begins:
            found += _word(literal, is_whole=False)
        return _Part(_every(found), ends_word=at_beginning)

    def _item(self) -> _Part:
        source, place = self._source, self._place
        if source[place] == "(":
            return self._group()
        if source[place] == "[":
            found = _CLASS.match(source, place)
            self._place = found.end() if found else len(source)
            letters = frozenset(source[place + 1 : self._place - 1])
            return _Part(letters if letters <= _MARKS else None)
        if source[place] == "\\":
            self._place += 2
            escaped = source[place + 1 : place + 2]
            return _Part(is_edge=escaped == "b", ends_word=escaped in "bdsW$")
        self._place += 1
        letter = source[place]
        if letter.isalnum():
            return _Part(letter=letter)
        if letter in "%@#":
            return _Part(frozenset(letter), ends_word=True)
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
        return _Part(inside.need, inside.ends_word, is_empty=opened[0].endswith("="))

    def _least(self) -> int:
        """Read what follows an item and return how often it must hold at least."""
        found = _QUANTIFIER.match(self._source, self._place)
        if found is None:
            return 1
        self._place = found.end()
        if found[0][0] == "+":
            return 1
        return int(found["least"] or 0) if found[0][0] == "{" else 0
