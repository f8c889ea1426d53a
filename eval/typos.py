"""One typing mistake per question, always the same one for the same question."""

import hashlib
import re

LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+")
# What tells a quantity or its unit is a number too: it is left alone.
_QUANTITIES = frozenset(
    {"cero", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "quince", "veinte"}
    | {"treinta", "cuarenta", "cincuenta", "cien", "ciento", "cientos", "medio", "media"}
    | {"millon", "millón", "millones", "luca", "lucas", "palo", "palos"}
)
_NEIGHBOURS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "kñ", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "xa",
}  # fmt: skip


def mistype(text: str, seed: int = 0) -> str:
    """Return the text with one mistake in one of its words: a slip, a lost, doubled or swapped letter."""
    words = [match for match in _WORD.finditer(text) if _may_slip(match[0], text, match.start(), match.end())]
    if not words:
        return text
    dice = hashlib.sha256(f"{seed}:{text}".encode()).digest()
    word = words[dice[0] % len(words)]
    place = word.start() + dice[1] % (len(word[0]) - 1)
    letter, following = text[place], text[place + 1]
    match dice[2] % 4:
        case 0 if letter != following:
            return text[:place] + following + letter + text[place + 2 :]
        case 1:
            return text[:place] + text[place + 1 :]
        case 2 if letter.lower() in _NEIGHBOURS:
            near = _NEIGHBOURS[letter.lower()]
            return text[:place] + near[dice[3] % len(near)] + text[place + 1 :]
        case _:
            return text[:place] + letter + text[place:]


def _may_slip(word: str, text: str, start: int, end: int) -> bool:
    """Say whether a word is long enough, no acronym, no number, and no part of an expression."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return (
        len(word) >= LEAST_LETTERS
        and not word.isupper()
        and word.lower() not in _QUANTITIES
        and not any(c.isdigit() or c in "_=" for c in beside)
    )
