"""The one reader of numbers in Spanish text; `number_format` is the one writer."""

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

from ecobot_tui.economics.digits import GROUP_SPACES, read_digits
from ecobot_tui.economics.numerals import HUNDREDS, MILLIONS, TENS, THOUSANDS, UNITS
from ecobot_tui.economics.words import fold

_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)"
    rf"|(?P<digits>(?<![\w.,])[.,][0-9]+|(?<!\w)[0-9]{{1,3}}(?:[{GROUP_SPACES}][0-9]{{3}})+(?![0-9.,])"
    r"|(?<!\w)[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<sign>\S)"
)
_LONGEST_DIGITS = 60
_ORDINAL_ENDINGS = ("er", "ro", "ra", "do", "da", "to", "ta", "mo", "ma", "vo", "va", "no", "na", "º", "ª", "°")
_CURRENCY_BEFORE = re.compile(r"(?P<code>u\$[sd]|us\$|usd|ar\$|ars|\$|€|eur)\s*$", re.IGNORECASE)
_CURRENCIES = (
    {"$": "$", "ar$": "$", "ars": "$", "peso": "$", "pesos": "$", "mango": "$", "mangos": "$"}
    | dict.fromkeys(("u$s", "u$d", "us$", "usd", "dolar", "dolares"), "US$")
    | dict.fromkeys(("€", "eur", "euro", "euros"), "€")
)
_MINUS = "-−–"

# «Un» and «una» are articles, except before what is counted in ones.
_COUNTED = {"mes", "ano", "dia", "semana", "trimestre", "semestre", "cuota", "peso", "dolar", "euro", "punto"}
_COUNTED.update(MILLIONS, THOUSANDS)
# A numeral begins with one of these or with digits; anything else need not be tried.
_FIRST_WORDS = frozenset({"medio", "media"}).union(UNITS, TENS, HUNDREDS, THOUSANDS, MILLIONS)
_OPERATIONS = ("mas", "menos", "por", "multiplicado", "dividido", "entre", "sobre")


class FoundNumber(msgspec.Struct, frozen=True):
    """A number in a text."""

    start: int
    """Where it starts in the text, its sign and currency included."""
    end: int
    """Where it ends, its unit (`%`, `por ciento`, `pesos`) included."""
    value: Decimal
    """Its value; `5 %` is 5, not 0.05."""
    percent: bool = False
    currency: str | None = None
    """`$`, `US$` or `€` where one is written."""
    reading: str | None = None
    """How it was read, in Spanish, where it could have been read otherwise («1.500»: «mil quinientos»)."""
    scaled: bool = False
    """A word such as «mil» or «millones» multiplied it."""

    @property
    def ambiguous(self) -> bool:
        """Whether it could have been read otherwise."""
        return self.reading is not None


@lru_cache(maxsize=8)
def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of a Spanish text in order, in digits and in words.

    Calculators, indicators and the search all look for the numbers of the question at hand: it is read once.
    """
    return tuple(_Reader(text).numbers())


class _Token(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str
    """The folded word, the sign, or the digits."""
    value: Decimal | None = None
    reading: str | None = None


class _Part(msgspec.Struct, frozen=True):
    """A piece of a numeral: its value, the token after it, and what the reader must remember of it."""

    value: Decimal
    next: int
    reading: str | None = None
    scaled: bool = False
    digits: bool = False


class _Reader:
    """Walks the tokens of one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))

    def numbers(self) -> list[FoundNumber]:
        found: list[FoundNumber] = []
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            if token.value is None and token.text not in _FIRST_WORDS:
                position += 1
                continue
            part = self._quantity(position)
            if part is None or self._is_ordinal(position):
                position += 1
                continue
            number, position = self._with_units(position, part, found[-1].end if found else 0)
            found.append(number)
        return found

    def _word(self, position: int) -> str:
        return self._tokens[position].text if 0 <= position < len(self._tokens) else ""

    def _is_ordinal(self, position: int) -> bool:
        return (
            self._tokens[position].value is not None
            and self._word(position + 1) in _ORDINAL_ENDINGS
            and self._touches(position + 1)
        )

    def _touches(self, position: int) -> bool:
        """Tell whether a token follows the one before it without a blank."""
        return self._tokens[position].start == self._tokens[position - 1].end

    def _quantity(self, position: int, ceiling: Decimal = Decimal(10**15)) -> _Part | None:
        """Read a numeral with its scales, as in «dos mil quinientos millones» or «2 millones 500 mil»."""
        part = self._below_million(position) or self._half_or_bare_scale(position, MILLIONS)
        if part is None:
            return None
        scale = MILLIONS.get(self._word(part.next))
        if scale is None or scale >= ceiling:
            return part
        whole = self._scaled(part, scale)
        rest = self._quantity(whole.next, scale)
        if rest is None or rest.value >= scale or (rest.digits and not rest.scaled):
            return whole
        return _Part(whole.value + rest.value, rest.next, part.reading or rest.reading, scaled=True)

    def _below_million(self, position: int) -> _Part | None:
        part = self._small(position) or self._half_or_bare_scale(position, THOUSANDS)
        if part is None:
            return None
        scale = THOUSANDS.get(self._word(part.next))
        if scale is None or (self._word(part.next) == "k" and not self._touches(part.next)):
            return part
        whole = self._scaled(part, scale)
        rest = self._in_words(whole.next) if self._word(part.next) == "mil" else None
        if rest is None:
            return whole
        return _Part(whole.value + rest.value, rest.next, part.reading, scaled=True)

    def _scaled(self, part: _Part, scale: Decimal) -> _Part:
        value, following = part.value * scale, part.next + 1
        if self._word(following) == "y" and self._word(following + 1) in ("medio", "media"):
            value, following = value + scale / 2, following + 2
        return _Part(value, following, part.reading, scaled=True, digits=part.digits)

    def _half_or_bare_scale(self, position: int, scales: dict[str, Decimal]) -> _Part | None:
        """Read what stands before a scale without being a numeral: «medio millón», «palo y medio», «mil»."""
        word = self._word(position)
        if word in ("medio", "media") and self._word(position + 1) in scales:
            return _Part(Decimal("0.5"), position + 1)
        if word in ("millon", "palo") and word in scales and self._word(position - 1) in ("al", "el", "del"):
            return _Part(Decimal(1), position)
        halved = self._word(position + 1) == "y" and self._word(position + 2) in ("medio", "media")
        if word == "mil" and word in scales:
            return _Part(Decimal(1), position)
        return _Part(Decimal(1), position) if word in scales and halved else None

    def _small(self, position: int) -> _Part | None:
        """Read digits, or words below a thousand, with «y medio» or decimals in words after them."""
        part = self._in_digits(position) or self._in_words(position)
        if part is None:
            return None
        if self._word(part.next) == "y" and self._word(part.next + 1) in ("medio", "media"):
            return _Part(part.value + Decimal("0.5"), part.next + 2, part.reading, digits=part.digits)
        if self._word(part.next) in ("coma", "punto"):
            return self._with_spoken_decimals(part)
        return part

    def _with_spoken_decimals(self, part: _Part) -> _Part:
        position, decimals = part.next + 1, ""
        while self._word(position) == "cero":
            decimals, position = decimals + "0", position + 1
        rest = self._in_digits(position) or self._in_words(position)
        if rest is not None and rest.value == int(rest.value):
            decimals, position = f"{decimals}{int(rest.value)}", rest.next
        if not decimals:
            return part
        return _Part(part.value + Decimal(f"0.{decimals}"), position)

    def _in_digits(self, position: int) -> _Part | None:
        if position >= len(self._tokens):
            return None
        token = self._tokens[position]
        return None if token.value is None else _Part(token.value, position + 1, token.reading, digits=True)

    def _in_words(self, position: int) -> _Part | None:
        """Read a numeral in words from 0 to 999."""
        value, start = 0, position
        word = self._word(position)
        if word in HUNDREDS and not (word == "ciento" and self._word(position - 1) == "por"):
            value, position = HUNDREDS[word], position + 1
        word = self._word(position)
        if word in TENS:
            value, position = value + TENS[word], position + 1
            unit = self._word(position + 1)
            if self._word(position) == "y" and UNITS.get(unit, 10) in range(1, 10) and self._joins(position + 1):
                value, position = value + UNITS[unit], position + 2
        elif word in UNITS and (self._joins(position) if position > start else self._counts(position)):
            value, position = value + UNITS[word], position + 1
        return _Part(Decimal(value), position) if position > start else None

    def _joins(self, position: int) -> bool:
        """Tell «treinta y un días», a numeral, from «treinta y una tasa», an article."""
        if self._word(position) not in ("un", "una"):
            return True
        following = self._word(position + 1)
        return following in THOUSANDS or following in MILLIONS or following.endswith("s") or self._percent(position + 1)

    def _counts(self, position: int) -> bool:
        """Tell «un millón» and «uno más dos» from the article and the pronoun."""
        word = self._word(position)
        if word in ("un", "una"):
            return self._word(position + 1) in _COUNTED or self._percent(position + 1)
        if word == "uno":
            before = self._word(position - 1)
            goes_on = before in _OPERATIONS or before in THOUSANDS or before in MILLIONS
            return goes_on or self._word(position + 1) in _OPERATIONS
        return True

    def _percent(self, position: int) -> bool:
        return self._percent_length(position) > 0

    def _percent_length(self, position: int) -> int:
        if self._word(position) in ("%", "porciento"):
            return 1
        return 2 if self._word(position) == "por" and self._word(position + 1) in ("ciento", "cien") else 0

    def _with_units(self, position: int, part: _Part, floor: int) -> tuple[FoundNumber, int]:
        """Add what stands around a numeral: sign and currency before, percent sign or currency after."""
        start, following = self._tokens[position].start, part.next
        currency: str | None = None
        negative, start = self._sign_before(start, floor)
        if before := _CURRENCY_BEFORE.search(self._text, floor, start):
            lead = self._text[floor : before.start()]
            if not lead or not lead[-1].isalnum():
                currency, start = _CURRENCIES[before["code"].lower()], before.start()
        if not negative:
            negative, start = self._sign_before(start, floor)
        percent = self._percent_length(following)
        following += percent
        if not percent and currency is None:
            skipped = 1 if part.scaled and self._word(following) == "de" else 0
            name = self._word(following + skipped)
            if name in _CURRENCIES and (name != "$" or self._text[self._tokens[following].start - 1].isalnum()):
                currency, following = _CURRENCIES[name], following + skipped + 1
        value = -part.value if negative else part.value
        end = self._tokens[following - 1].end
        return FoundNumber(start, end, value, percent > 0, currency, part.reading, part.scaled), following

    def _sign_before(self, start: int, floor: int) -> tuple[bool, int]:
        """Take a minus sign that touches the number, unless it subtracts from what stands before it."""
        if start <= floor or self._text[start - 1] not in _MINUS:
            return False, start
        before = self._text[floor : start - 1]
        last = before.rstrip()[-1:]
        touches = before[-1:] and before[-1:].isalnum()
        if touches or (not last and floor) or (last and (last.isdigit() or last in ")%")):
            return False, start
        return True, start - 1


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    # One fold for the whole text; a letter that folds into several would shift what stands behind it.
    folded = fold(text)
    folded = folded if len(folded) == len(text) else ""
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "digits":
            if len(found[0]) <= _LONGEST_DIGITS:
                tokens.extend(
                    _Token(
                        found.start() + item.offset,
                        found.start() + item.offset + len(item.text),
                        item.text,
                        item.value,
                        item.reading,
                    )
                    for item in read_digits(found[0], money=text[: found.start()].rstrip()[-1:] in ("$", "€"))
                )
        else:
            start, end = found.span()
            tokens.append(_Token(start, end, folded[start:end] if folded else fold(found[0])))
    return tokens
