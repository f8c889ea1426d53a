"""Spanish words as the search sees them: folded letters, stems, and the words that carry no subject."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer.spanish_stemmer import SpanishStemmer

# These few make up nearly all Spanish text, and translating them is ten times as fast as decomposing everything.
_SPANISH_LETTERS = str.maketrans("áéíóúüñ", "aeiouun")

# With these in it a text is still as folded as it gets; nearly every question has a «¿».
_TO_DECOMPOSE = re.compile(r"[^\x00-\x7f¿¡«»“”‘’–—−×·€°]")

_WORD = re.compile(r"[a-z0-9]+")

_ENDING = re.compile(
    r"(?:amientos?|imientos?|aciones|iciones|acion|icion|andose|iendose|ando|iendo|aron|ieron|arse|erse|irse|aban|ian"
    r"|ad[oa]s?|id[oa]s?|ara|era|ar|er|ir|an|en|as|es|os|a|e|o|s)$"
)
_LONGEST_STEM = 6
_SHORTEST_STEM = 3

# The stemmer knows these endings only with their accent, which folded text has lost.
_ACCENTED_ENDINGS = (("cion", "ción"), ("sion", "sión"))

# Folded, «interés» looks like a verb form and loses an ending that its plural keeps.
_IRREGULAR_STEMS = {"interes": "interes", "intereses": "interes"}


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Return the text in lower case and without accents; «ñ» becomes «n».

    On its way to an answer a question is folded some thirty times.
    """
    text = text.lower().translate(_SPANISH_LETTERS)
    if text.isascii() or not _TO_DECOMPOSE.search(text):
        return text
    # Taking a letter apart may bring out a capital («ℂ»), and lowering one may bring out an accent («İ»).
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def split_words(text: str) -> list[str]:
    """Return the folded words and digit groups of a text, in order."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return the stem of a folded word, so that singular and plural meet."""
    if word in _IRREGULAR_STEMS:
        return _IRREGULAR_STEMS[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    for plain, accented in _ACCENTED_ENDINGS:
        if word.endswith(plain):
            word = word.removesuffix(plain) + accented
    return fold(str(_stemmer().stemWord(word)))


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """Cut a folded word to what its forms share: coarser than a stem and far quicker, for whole texts."""
    if len(word) <= _SHORTEST_STEM:
        return word
    cut = _ENDING.sub("", word)
    return (cut if len(cut) >= _SHORTEST_STEM else word)[:_LONGEST_STEM]


def singular(word: str) -> str:
    """Return a folded word without the endings of gender and number: «activa» meets «activos», not «actividad»."""
    if word in _IRREGULAR_STEMS:
        return _IRREGULAR_STEMS[word]
    if len(word) <= 3:
        return word
    word = word.removesuffix("s")
    return word[:-1] if word[-1] in "aeo" else word


@cache
def _stemmer() -> "SpanishStemmer":
    # Imported late: the package loads the stemmers of all its languages.
    import snowballstemmer

    return snowballstemmer.stemmer("spanish")


def listed_words(file: str) -> list[str]:
    """Return the words of a listing in `data/` as they are written there, several a line; `#` begins a comment."""
    listing = (resources.files(__package__) / "data" / file).read_text(encoding="utf-8")
    lines = (line for line in listing.splitlines() if not line.startswith("#"))
    return [word for line in lines for word in line.split()]


EMPTY_WORDS = frozenset(listed_words("empty_words.txt"))
"""Articles, prepositions and the like: never part of a name, never counted in a question."""

FRAMING_WORDS = frozenset(listed_words("framing_words.txt"))
"""What people put around what they ask for; it counts only where it is part of a name («efecto ingreso»)."""

COMMON_WORDS = EMPTY_WORDS | FRAMING_WORDS | frozenset(listed_words("common_words.txt"))
"""Ordinary Spanish words, which are never taken for a misspelt term."""
