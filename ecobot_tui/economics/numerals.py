"""Spanish numerals in words: what each word is worth, and how a number is said."""

from decimal import Decimal

_UNITS_SAID = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve"
)
_TENS_SAID = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS_SAID = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_UNITS, _TENS, _HUNDREDS = _UNITS_SAID.split(), _TENS_SAID.split(), _HUNDREDS_SAID.split()

_WITHOUT_ACCENTS = str.maketrans("áéíóú", "aeiou")

UNITS = {word.translate(_WITHOUT_ACCENTS): value for value, word in enumerate(_UNITS)} | {
    "un": 1,
    "una": 1,
    "veintiun": 21,
    "veintiuna": 21,
}
"""Folded words for 0 to 29."""

TENS = {word: 10 * value for value, word in enumerate(_TENS, start=3)}
"""Folded words for 30, 40 … 90, which «y» joins to a unit."""

HUNDREDS = (
    {word: 100 * value for value, word in enumerate(_HUNDREDS, start=1)}
    | {word.removesuffix("os") + "as": 100 * value for value, word in enumerate(_HUNDREDS[1:], start=2)}
    | {"cien": 100}
)
"""Folded words for 100, 200 … 900, in both genders."""

THOUSANDS = {"mil": Decimal(1_000), "luca": Decimal(1_000), "lucas": Decimal(1_000), "k": Decimal(1_000)}
"""Words that multiply by a thousand; «luca» is what Argentines call a thousand pesos."""

MILLIONS = {
    "millon": Decimal(10**6),
    "millones": Decimal(10**6),
    "palo": Decimal(10**6),
    "palos": Decimal(10**6),
    "billon": Decimal(10**12),
    "billones": Decimal(10**12),
}
"""Words that multiply by a million or more; a «palo» is a million, and a Spanish billion is 10¹²."""


def say(number: int) -> str:
    """Return a whole number from 0 to 999,999 in Spanish words; ValueError outside of that."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"{number} is outside 0 … 999,999")
    thousands, rest = divmod(number, 1_000)
    if not thousands:
        return _say_small(rest)
    head = "mil" if thousands == 1 else f"{_shortened(_say_small(thousands))} mil"
    return f"{head} {_say_small(rest)}" if rest else head


def _say_small(number: int) -> str:
    if number < 30:
        return _UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return f"{_TENS[tens - 3]} y {_UNITS[unit]}" if unit else _TENS[tens - 3]
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    return f"{_HUNDREDS[hundreds - 1]} {_say_small(rest)}" if rest else _HUNDREDS[hundreds - 1]


def _shortened(words: str) -> str:
    """Shorten «uno» as it stands before «mil»."""
    if words.endswith("veintiuno"):
        return words.removesuffix("veintiuno") + "veintiún"
    return words.removesuffix("o") if words.endswith("uno") else words
