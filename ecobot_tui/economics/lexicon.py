"""The words that questions are made of, and the mending of misspelt ones before calculators look for theirs.

A calculator that misses «inflasion» would miss the question, or worse, take its numbers for something else. So a word
that no list knows is read as the known word that is one slip away. A word that is known stays, also where it makes
little sense: «2 mesas» are not «2 meses».
"""

import re
from collections.abc import Iterable

import msgspec

from ecobot_tui.economics.knowledge import Heading
from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import COMMON_WORDS, fold, listed_words, split_words

MOST_MENDED = 6
"""A text with more unknown words than this is not in the words of a question."""

_TELLING = ("calculation_words.txt", "interpretation_words.txt", "framing_words.txt")
_WORD = re.compile(r"(?<![\w=])[^\W\d_]{4,}(?![\w=])")


class Mended(msgspec.Struct, frozen=True):
    """A question with its misspelt words put right."""

    text: str
    corrections: tuple[tuple[str, str], ...] = ()
    """Each word that was replaced, and by which."""


class Lexicon:
    """All words that are known, and which of them an unknown one may stand for; nothing changes once it is built."""

    def __init__(self, telling: Iterable[str], others: Iterable[str]) -> None:
        """Take the words that calculators and indicators listen to, and others that are words as well.

        The first may be written with their accents, which the mended text then has, whatever another list leaves out.
        """
        words = list(telling)
        self._written = {fold(word): fold(word) for word in words} | {
            fold(word): word for word in words if not word.isascii()
        }
        self._known = COMMON_WORDS.union(self._written, map(fold, others))
        self._corrector = Corrector(dict.fromkeys(self._written, 1), spared=self._known)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is known, as it is or as a plural."""
        return word in self._known or word.removesuffix("s") in self._known or word.removesuffix("es") in self._known

    def mend(self, question: str) -> Mended:
        """Return the question with every unknown word replaced that is one slip away from a known one."""
        corrections: list[tuple[str, str]] = []
        pieces: list[str] = []
        position = 0
        for found in _WORD.finditer(question):
            meant = self._meant(found[0])
            if meant is None:
                continue
            corrections.append((found[0], meant))
            pieces += question[position : found.start()], meant
            position = found.end()
            if len(corrections) > MOST_MENDED:
                return Mended(question)
        if not corrections:
            return Mended(question)
        return Mended("".join(pieces) + question[position:], tuple(corrections))

    def _meant(self, written: str) -> str | None:
        if written.isupper() and len(written) < 6:
            return None
        word = fold(written)
        if self.knows(word):
            return None
        meant = self._corrector.correct(word, 1)
        return None if meant is None else self._written.get(meant, meant)


def load_lexicon(headings: Iterable[Heading]) -> Lexicon:
    """Return the lexicon of the listings in `data/` and of the concepts' names."""
    telling = (word for file in _TELLING for word in listed_words(file))
    names = {word for heading in headings for name in (heading.name, *heading.aliases) for word in split_words(name)}
    return Lexicon(telling, names.union(listed_words("ordinary_words.txt")))
