"""A question as the interpreters read it: folded words, with a typed slot in the place of each figure.

«la inflación subió 5 % y mi sueldo 3 %» becomes ` la inflacion subio %0 , y mi sueldo %1 `. The mark tells a percentage
(`%`), money (`$`), a span of time (`@`), points (`&`), basis points (`!`) and a plain number (`#`) apart.
"""

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.normalising import normalised
from ecobot_tui.economics.numbers import FoundNumber, find_numbers

MOST_FIGURES = 8
"""More than any reading takes."""
_LARGEST = Decimal(10) ** 15
_HUNDRED = Decimal(100)
_MOST_RANKS = 10

_BASIS = re.compile(r" ?(?:puntos? basicos?|pbs?\b|bps?\b|p\.b\.?s?\.?|basis points)")
_POINTS = re.compile(r" ?(?:puntos? porcentual(?:es)?|puntos?\b|p\.?p\.?s?\b)")
_TIME = re.compile(r" ?(anos?|mes(?:es)?|dias?|trimestres?|semestres?|semanas?|periodos?)\b")
_MINUS = re.compile(r"(?<!o )(?<!ni )\b(?:menos|negativ[oa] (?:de(?:l)?|en)) ?$")
_BASE = re.compile(r"\bbase(?: (?:de|es|igual a|ano|el|\d{4}))* ?=? ?$")
_LEVEL = re.compile(
    r"\b(?:al|alfa|alpha|ic|confianza|significacion|significancia|nivel|intervalo)(?: (?:del?|es|un|igual a|="
    r"|confianza|al"
    r"|significa\w+|trabajando))* ?=? ?$"
)
_LEVEL_WORDS = re.compile(
    r"signific|p ?-?valor|valor ?-?p|p ?-?value|estadistic|intervalo|\bic\b|coeficiente|hipotesis|rechaz|confianza"
    r"|\bp (?:de|=|igual)|\bt (?:de|=)|\btest\b|prueba t"
)
_LEVELS = {Decimal(one) for one in ("1", "5", "10", "90", "95", "99", "0.01", "0.05", "0.1", "0.1", "0.90", "0.95")}
_CONFIDENCE_AFTER = re.compile(r" ?de (?:confianza|significa)")
_YEAR_BEFORE = re.compile(r"(?:\b(?:en|ano|base|desde|para|entre|del?|hasta|y|a)|\() ?$")
_SPELT_STANDS_ALONE = re.compile(
    r" ?(?:$|[,;:?.!)]|(?:que|y|o|como|es|cual|quiere|interpret\w+|esta|segun|para|entonces|en|de (?!cada)"
    r"|significa|indica)\b)"
)
_NOT_A_VALUE = re.compile(
    r"\b(?:distint[oa] de|diferente de|(?:incluy\w+|contien\w+|conteng\w+|abar\w+)(?: el| al)?|pas[ae] por(?: el)?"
    r"|las?|los) $"
)
_RANK_BEFORE = re.compile(
    r"\b(?:decil|quintil|percentil|cuartil|fondo|bono|opcion|proyecto|empresa|prestamo|credito|plan"
    r"|unidad|trabajador|obrero|empleado|operario) (?:numero |n )?$"
)
_PART_BEFORE = re.compile(r"\b(?:decil|quintil|percentil|cuartil) (?:numero |n )?$")
_COUNTED_AFTER = re.compile(
    r" (?:primeras |mayores )?(?:empresas|firmas|companias|marcas|bancos|paises|personas|variables|proyectos"
    r"|observaciones|datos|casos)\b"
)
_SHARE_BEFORE = re.compile(r"\bcada $")
_FIGURE_BEFORE = re.compile(r"\b(?:hhi|ihh|herfindahl|pais|embi|van|ipc|indice)\b(?: \w+){0,3} $")
_NOT_PLAIN = re.compile(r"[^a-z0-9,/]+")
_CLAUSE = re.compile(r"[;:?!()\[\]¿¡\n]+|\.(?= |$)|,(?= |$)")

FALL = (
    r"(?:baj|cay|cae|caid|disminu|redu[cj]|descen|perd|desplom|derrumb|hund|recort|retroce|contra[jei]|deterior|empeor"
    r"|deprecia|rebaj|(?<!tasa de )descuento)\w*"
)
RISE = (
    r"(?:sub(?:io|ieron|e|en|a|an|o|i|imos|amos|ir|iendo|ida|ido|iera)\b|(?:aument|crec|incremen|trep|salt"
    r"|ascen|recuper|mejor"
    r"|avanz|recarg|dispar|escal|acelera|acelero|repunt|rebot|eleva|elevo|expand)\w*"
    r"|alza|gan(?:o|e|aron|amos)\b)"
)
_FALLS = re.compile(rf"\b{FALL}(?: (?!(?:pero|y|que|si)\b)[a-z]+){{0,6}} $")
_RISES = re.compile(rf"\b{RISE}(?: (?!(?:pero|y|que|si)\b)[a-z]+){{0,6}} $")
_MOVED = re.compile(
    rf"\b(?:(?:{FALL}|{RISE}|(?:cambi|vari)(?:o|a|aron|an)\b)(?: (?:en|un|unos|casi|otros?))*"
    r"|(?:una?|la|el|su|de) (?:caida|baja|suba|alza|aumento|incremento|retroceso|recorte|descenso|derrumbe|salto)"
    r"(?: (?:interanual|mensual|anual|acumulada))? de(?:l| un)?) $"
)
_BY = re.compile(r"(?<! a) (?:un|en un|en) $")
_MORE = re.compile(r" (?:de aumento|de suba|mas\b|de alza|de incremento|de recargo)")
_LESS = re.compile(r" (?:de caida|de baja|menos\b|de reduccion|de descuento|de rebaja)")


class Figure(msgspec.Struct, frozen=True):
    """One figure of a question."""

    slot: str
    """How it stands in the statement's text, such as `%0`."""
    value: Decimal
    number: FoundNumber
    written: str
    unit: str = ""
    """For a span of time: mes, ano …, as written."""
    direction: int = 0
    """-1 after «bajó», 1 after «subió», else 0."""
    moved: bool = False
    """Whether such a word leads straight to it, so that it says by how much something changed."""

    @property
    def mark(self) -> str:
        """The kind of figure: one of `%$@&!#`."""
        return self.slot[0]

    @property
    def change(self) -> Decimal:
        """Its value as a change, negative after «bajó»."""
        return -abs(self.value) if self.direction < 0 else self.value

    @property
    def is_bare(self) -> bool:
        """Whether it carries no sign of percentage, money or time."""
        return self.mark == "#"


class Statement(msgspec.Struct, frozen=True):
    """A question with slots for its figures."""

    text: str
    figures: tuple[Figure, ...]
    levels: tuple[Decimal, ...] = ()
    """Levels of significance or confidence, in per cent."""

    def place(self, figure: Figure) -> int:
        """Return where a figure's slot starts in the text."""
        return self.text.index(f" {figure.slot} ") + 1

    @property
    def values(self) -> tuple[Figure, ...]:
        """The figures that are no spans of time."""
        return tuple(one for one in self.figures if one.mark != "@")


@lru_cache(maxsize=8)
def read_statement(question: str) -> Statement | None:
    """Read a question; None where it holds too many figures or one that no indicator can have."""
    text = normalised(question)
    numbers = find_numbers(text)
    if len(numbers) > MOST_FIGURES + 4:
        return None
    parts: list[str] = []
    figures: list[Figure] = []
    levels: list[Decimal] = []
    position = 0
    statistical = _LEVEL_WORDS.search(text) is not None
    for number in numbers:
        if number.start < position:
            continue
        before, after = text[position : number.start], text[number.end :]
        lead = text[: number.start]
        written = text[number.start : number.end].strip()
        parts.append(before)
        position = number.end
        if _is_aside(number, lead, after, written):
            if _BASE.search(lead) or (number.value == _HUNDRED and _SHARE_BEFORE.search(lead)):
                parts.append("cien")
            elif _COUNTED_AFTER.match(after):
                parts.append("pocas")
            elif _PART_BEFORE.search(lead) or not any(letter.isdigit() for letter in written):
                parts.append(written)
            elif _RANK_BEFORE.search(lead):
                parts.append("numero")
            continue
        if statistical and abs(number.value) in _LEVELS and (_LEVEL.search(lead) or _CONFIDENCE_AFTER.match(after)):
            levels.append(number.value if number.percent or number.value >= 1 else number.value * _HUNDRED)
            parts.append("nivel")
            continue
        if abs(number.value) > _LARGEST or len(figures) >= MOST_FIGURES:
            return None
        mark, unit, length = _mark(number, after)
        position += length
        slot = f"{mark}{len(figures)}"
        value = -abs(number.value) if _MINUS.search(lead) else number.value
        direction, moved = _movement(_plain(lead), _plain(after[length:]))
        if mark == "%" and not direction:
            direction = 1 if lead.endswith("+") or written.startswith("+") else -1 if value < 0 else 0
        figures.append(Figure(slot, value, number, written, unit, direction, moved))
        parts.append(f"\0{slot}\0")
    parts.append(text[position:])
    pieces = "".join(f" {one} " if one.startswith("\0") else _plain(one) for one in parts).replace("\0", "")
    return Statement(f" {' '.join(pieces.split())} ", tuple(figures), tuple(levels))


_ECHO = re.compile(
    r" (?:es[aoe]s?|de es[aoe]s?|est[aoe]s?|la diferencia de|los|las|mas o menos (?:que|de(?:l)?)|distancia de) $"
)


def without_echoes(statement: Statement) -> Statement:
    """Leave out a last figure that only says again what two others differ by, or one of them («esos 25 puntos»)."""
    if len(statement.figures) < 2:
        return statement
    last, others = statement.figures[-1], statement.figures[:-1]
    if _ECHO.search(statement.text[: statement.place(last)]) is None:
        return statement
    values = [one.value for one in others]
    gaps = {abs(one - other) for one in values for other in values if one != other}
    if last.value not in gaps and last.value not in values:
        return statement
    return Statement(statement.text.replace(f" {last.slot} ", " ", 1), others, statement.levels)


def _plain(text: str) -> str:
    """Keep letters, digits and «/», and a comma wherever a clause may end."""
    return " " + _NOT_PLAIN.sub(" ", _CLAUSE.sub(" , ", text).replace("/", " / ")) + " "


def _mark(number: FoundNumber, after: str) -> tuple[str, str, int]:
    if number.percent:
        return "%", "", 0
    if number.currency:
        return "$", "", 0
    if found := _BASIS.match(after):
        return "!", "", found.end()
    if found := _POINTS.match(after):
        return "&", "", found.end()
    if not number.scaled and (found := _TIME.match(after)):
        return "@", found[1], found.end()
    return "#", "", 0


def _movement(lead: str, after: str) -> tuple[int, bool]:
    """Return the direction of a figure, and whether it is a change."""
    lead = f" {' '.join(lead.split()[-8:])} "
    after = f" {' '.join(after.split()[:4])} "
    if _MORE.match(after):
        return 1, False
    if _LESS.match(after):
        return -1, False
    falls, rises = _FALLS.search(lead), _RISES.search(lead)
    direction = -1 if falls else 1 if rises else 0
    if falls and rises:
        direction = -1 if falls.start() > rises.start() else 1
    return direction, _MOVED.search(lead) is not None or (direction != 0 and _BY.search(lead) is not None)


def _is_aside(number: FoundNumber, lead: str, after: str, written: str) -> bool:
    """Leave out years, the hundred of a base, and words that count things («las dos»)."""
    value = number.value
    if (value == _HUNDRED and _BASE.search(lead)) or (value <= _HUNDRED and _SHARE_BEFORE.search(lead)):
        return True
    if number.percent or number.currency or number.scaled:
        return False
    if value <= _MOST_RANKS and value == int(value) and (_RANK_BEFORE.search(lead) or _COUNTED_AFTER.match(after)):
        return True
    if not any(letter.isdigit() for letter in written):
        if _NOT_A_VALUE.search(lead):
            return True
        if _POINTS.match(after) or _BASIS.match(after) or _TIME.match(after):
            return False
        return _SPELT_STANDS_ALONE.match(after) is None
    if _NOT_A_VALUE.search(lead) and value == 0:
        return True
    if not 1_900 <= value <= 2_100 or value != int(value) or "." in written or "," in written:
        return False
    if _POINTS.match(after) or _BASIS.match(after) or _FIGURE_BEFORE.search(lead):
        return False
    if rx.match(r" (?:a|hasta) \d", after) and not rx.match(r" (?:a|hasta) (?:19|20)\d\d\b", after):
        return False
    return _YEAR_BEFORE.search(lead) is not None
