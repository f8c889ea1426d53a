"""Wordings written as plain lines, found in a question in time that does not grow with how many there are.

A line is words as `split_words` gives them, one blank apart:

    receta|recetas de|para      any of the words at that place
    instruccion*                any word that begins so
    tus?                        may be missing
    ...                         up to four words of any kind
    ^ and $                     the beginning and the end of the question; `a|$` is either
    @article                    the words that are listed under that name

Every line is filed under the words of its rarest place; only lines that share such a word with the question are
tried, and only then is their pattern compiled.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

_KEY = 4
"""In letters: what a word is filed under; where a place gives fewer before its `*`, another place must serve."""
_GAP = r"((?:\w+ ){0,4})"

_PLACE = re.compile(r"\.\.\.|\^|(?:[a-z0-9]+\*?|\$)(?:\|(?:[a-z0-9]+\*?|\$))*\??")


class PhraseError(ValueError):
    """A line that cannot be used; the message quotes it."""


class Found(msgspec.Struct, frozen=True):
    """One wording that stands in a question."""

    label: str
    rest: str
    """The words of the question that it does not name: around it, and in its gaps."""


class Phrases:
    """Wordings, each with the label of the list it stands in."""

    def __init__(self, lines: Mapping[str, Iterable[str]], classes: Mapping[str, str] | None = None) -> None:
        """Take the lines by label, and the words of each `@name`; PhraseError for a line that cannot be found."""
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._lines: list[tuple[str, tuple[str, ...]]] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        for label, written in lines.items():
            for line in written:
                places = tuple(_named(place, classes or {}) for place in line.split())
                for key in _keys(places, line):
                    self._by_key[key].append(len(self._lines))
                self._lines.append((label, places))

    def search(self, words: Sequence[str]) -> Iterator[Found]:
        """Give every wording that stands in the words of a question, in the order of the lists."""
        near: set[int] = set()
        for key in {word[:_KEY] for word in words}:
            near.update(self._by_key.get(key, ()))
        text = f" {' '.join(words)} "
        for number in sorted(near):
            if (found := self._pattern(number).search(text)) is not None:
                around = (text[: found.start()], *found.groups(), text[found.end() :])
                yield Found(self._lines[number][0], " ".join(around))

    def words(self) -> set[str]:
        """Return every word that stands whole in a line."""
        return {word for _, places in self._lines for place in places for word in place.rstrip("?").split("|")}

    def _pattern(self, number: int) -> re.Pattern[str]:
        pattern = self._compiled.get(number)
        if pattern is None:
            pattern = self._compiled[number] = re.compile("(?<= )" + "".join(map(_as_pattern, self._lines[number][1])))
        return pattern


def _named(place: str, classes: Mapping[str, str]) -> str:
    """Put the words of each `@name` in its place."""
    if "@" not in place:
        return place
    optional = "?" if place.endswith("?") else ""
    try:
        words = (classes[one[1:]] if one.startswith("@") else one for one in place.removesuffix("?").split("|"))
        return "|".join("|".join(words).split()) + optional
    except KeyError as error:
        raise PhraseError(f"no words are listed for «{place}»") from error


def _keys(places: Sequence[str], line: str) -> set[str]:
    """Return what a line is filed under: the beginnings of the words at the place where the shortest is longest."""
    best: tuple[int, list[str]] = (0, [])
    for place in places:
        if not _PLACE.fullmatch(place):
            raise PhraseError(f"«{place}» of «{line}» is not written as a place is")
        words = place.split("|")
        if place.endswith("?") or "$" in words or place in {"...", "^"}:
            continue
        if any(word.endswith("*") and len(word) <= _KEY for word in words):
            continue
        best = max(best, (min(map(len, words)), words), key=lambda one: one[0])
    if not best[1]:
        raise PhraseError(f"no place of «{line}» says enough to find it by")
    return {word[:_KEY] for word in best[1]}


def _as_pattern(place: str) -> str:
    if place == "...":
        return _GAP
    if place == "^":
        return r"(?<=\A )"
    choices = place.removesuffix("?").split("|")
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in choices if word != "$")
    either = [f"(?:{words}) "] if words else []
    if "$" in choices:
        either.append(r"\Z")
    return f"(?:{'|'.join(either)})" + ("?" if place.endswith("?") else "")
