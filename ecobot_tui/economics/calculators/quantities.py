"""A question as the calculators read it: folded words, with a typed slot in the place of each number.

«tasa nominal 40% e inflación 30%, ¿tasa real en 6 meses?» becomes `tasa nominal %0 e inflacion %1 , tasa real en @2 ,`.
The mark tells a percentage (`%`), money (`$`), a time (`@`) and a plain number (`#`) apart.
"""

import re

import msgspec

from ecobot_tui.economics.calculators.conventions import COMMERCIAL_YEAR, without_scales
from ecobot_tui.economics.calculators.linear import mark_lines
from ecobot_tui.economics.calculators.needs import beginnings
from ecobot_tui.economics.calculators.scales import share_scales
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.words import fold

LONGEST_QUESTION = 400
MOST_NUMBERS = 24

_MONTHS_IN = {"mes": 1.0, "bimestre": 2.0, "trimestre": 3.0, "cuatrimestre": 4.0, "semestre": 6.0, "ano": 12.0}
_DAYS_IN = {"dia": 1.0, "semana": 7.0, "quincena": 15.0}
_TIME_WORD = re.compile(r"\s*(?:(?:dia|semana|quincena|bimestre|trimestre|cuatrimestre|semestre|ano)s?\b|mes(?:es)?\b)")
_PERIODS = {
    "diari": "dia",
    "mensual": "mes",
    "bimestral": "bimestre",
    "trimestral": "trimestre",
    "cuatrimestral": "cuatrimestre",
    "semestral": "semestre",
    "anual": "ano",
    "tna": "ano",
    "tea": "ano",
    "tem": "mes",
    "mes": "mes",
    "dia": "dia",
    "ano": "ano",
}
_ADJECTIVES = {
    "dia": "diaria",
    "mes": "mensual",
    "bimestre": "bimestral",
    "trimestre": "trimestral",
    "cuatrimestre": "cuatrimestral",
    "semestre": "semestral",
    "ano": "anual",
}
_ADJECTIVE = r"(diari(?=[ao])|mensual|bimestral|cuatrimestral|trimestral|semestral|anual)"
_PERIOD_AFTER = re.compile(
    rf" (?:de )?(?:interes |tasa |inflacion |efectiv[ao] |nominal |real |directo |simple "
    rf"|compuest[ao] |acumulativ[ao] )*{_ADJECTIVE}"
    r"| (?:por|al|cada|x|a la?) (mes|dia|ano)\b| (?:de )?(tna|tea|tem)\b"
)
_PERIOD_BEFORE = re.compile(rf"(?:{_ADJECTIVE}\w*|\b(tna|tea|tem))(?: (?!y\b)[a-z]+){{0,2}} $")
_SEPARATORS = re.compile(r"[,;:.?!()¿¡\n]+")
_PAIR = re.compile(r"= ?\((\d+),(\d+)\)")
_WORD = re.compile(r"[a-z]\w*")
_STARRED = re.compile(r"\b([PpIiRrπ])\*(?!\s*[\d(])")
_LONE_PERCENT = re.compile(
    r"(?:(?<=[¿,.;:(])|(?<=\bqu[eé] )|(?<=\ben )|(?<=\bel )|(?<=cuanto )|(?<=cuánto ))%(?!\s*\d)", re.IGNORECASE
)
_HALF_YEAR = re.compile(r"\bmedio año\b|\bmedio ano\b", re.IGNORECASE)
_YEAR_AND_HALF = re.compile(r"\b(?:(?:un|1) )?a[ñn]o y medio\b", re.IGNORECASE)
_AND_HALF = re.compile(r"\s+y\s+medi[oa]\b")
_ZERO_COUPON = re.compile(r"\bcup[oó]n(?:es)? (?:cero|0)\b|\bcero cup[oó]n\b|\bzero[ -]coupon\b", re.IGNORECASE)
_STATES = re.compile(r"\b(?:EE\.? ?UU?\b\.?|E\.? ?UU?\b\.?|EUA\b)", re.IGNORECASE)
_ONE_DOLLAR = re.compile(
    r"\bun (d[oó]lar(?= (?:oficial|blue|paralelo|mep|ccl|futuro|spot|mayorista|libre|financiero|(?:de|a) \$?\d)))",
    re.IGNORECASE,
)
_NO_MARKS = str.maketrans("%$@#", "    ")
_REST = re.compile(r"[^a-z0-9,%$@#]+")


class Quantity(msgspec.Struct, frozen=True):
    """A number of a question with what stands around it."""

    value: float
    mark: str
    """`%`, `$`, `@` or `#`."""
    number: FoundNumber
    unit: str | None = None
    """For a time: dia, semana, mes, bimestre, trimestre, semestre or ano."""
    period: str | None = None
    """For a rate: the period it is for, where the question says it."""
    spelled: bool = False
    """It was written in letters, as «tres»."""

    @property
    def months(self) -> float:
        """The time in months; days count as a 365th of twelve months. A number without a unit stays as it is."""
        if self.unit in _DAYS_IN:
            return self.value * _DAYS_IN[self.unit] * 12 / 365
        return self.value * _MONTHS_IN.get(self.unit or "mes", 1.0)

    @property
    def days(self) -> float:
        """The time in days; a month counts 30 and a year 365. A number without a unit counts days."""
        if self.unit is None or self.unit in _DAYS_IN:
            return self.value * _DAYS_IN.get(self.unit or "dia", 1.0)
        return self.value * (365 if self.unit == "ano" else 30 * _MONTHS_IN[self.unit])


class Reading(msgspec.Struct, frozen=True, eq=False):
    """A question with slots for its numbers. It is equal only to itself, so that caches need not compare it."""

    question: str
    text: str
    quantities: tuple[Quantity, ...]
    prefixes: frozenset[str]
    """The parts of its words that keys are compared with."""
    beginnings: frozenset[str]
    """Beginnings of its words, by which calculators are found."""
    slots: tuple[tuple[int, int], ...]
    """Where each number stands in `text`."""

    @property
    def year_days(self) -> int:
        """How many days the question counts in a year: 365, or 360 where it says so."""
        return 360 if COMMERCIAL_YEAR in self.text else 365

    def slot(self, place: int) -> tuple[int, int]:
        """Return where a number starts and ends in `text`."""
        return self.slots[place]

    def written(self, quantity: Quantity) -> str:
        """Return a number as the question has it, with the unit of a time and the period of a rate."""
        number = self.question[quantity.number.start : quantity.number.end].strip()
        unit = {"ano": "años", "mes": "meses"}.get(quantity.unit or "", f"{quantity.unit}s") if quantity.unit else ""
        period = _ADJECTIVES.get(quantity.period or "", "")
        return " ".join(filter(None, (number, unit, period)))


def prefix(word: str) -> str:
    """Return the part of a word by which keys are found: «inflación» and «inflacionario» meet."""
    return word[:5]


def months_in(period: str) -> float:
    """Return the length of a period in months; days and weeks as a share of a year of 365 days."""
    return _MONTHS_IN[period] if period in _MONTHS_IN else _DAYS_IN[period] * 12 / 365


def read_question(question: str) -> Reading | None:
    """Read a question; None where it holds no numbers or too many, or is too long to be one."""
    if len(question) > LONGEST_QUESTION:
        return None
    if len(fold(question)) != len(question):
        # A letter that folds into several would shift every number behind it; none of Spanish does.
        question = "".join(letter if len(fold(letter)) == 1 else " " for letter in question)
    # In «p0=(10,5)» the comma parts two prices.
    question = mark_lines(_PAIR.sub(r"=(\1; \2)", _spelt_out(without_scales(question))))
    numbers = share_scales(question, find_numbers(question))
    if not 1 <= len(numbers) <= MOST_NUMBERS:
        return None
    folded = fold(question)
    parts: list[str] = []
    units: list[str | None] = []
    marks: list[str] = []
    halves: list[float] = []
    position = 0
    for number in numbers:
        parts.append(folded[position : number.start].translate(_NO_MARKS))
        position = number.end
        mark = "%" if number.percent else "$" if number.currency else "#"
        unit = _TIME_WORD.match(folded, position) if mark == "#" else None
        half = None
        if unit:
            mark = "@"
            position = unit.end()
            word = unit[0].strip()
            half = _AND_HALF.match(folded, position)
            position = half.end() if half else position
        units.append(("mes" if word.startswith("mes") else word.removesuffix("s")) if unit else None)
        halves.append(0.5 if half else 0.0)
        parts.append(f"{mark}{len(marks)}")
        marks.append(mark)
    parts.append(folded[position:].translate(_NO_MARKS))
    text = " ".join(_REST.sub(" ", _SEPARATORS.sub(" , ", " ".join(parts))).split())
    slots = tuple((text.index(slot), text.index(slot) + len(slot)) for slot in _names(marks))
    quantities = tuple(
        Quantity(
            float(number.value) + half,
            mark,
            number,
            unit,
            _period(text, *slot) if mark in "%#" else None,
            not any(letter.isdigit() for letter in question[number.start : number.end]),
        )
        for number, mark, unit, slot, half in zip(numbers, marks, units, slots, halves, strict=True)
    )
    if any(abs(one.value) > 1e15 for one in quantities):
        return None
    words = _WORD.findall(text)
    return Reading(question, text, quantities, frozenset(map(prefix, words)), beginnings(words, marks), slots)


def _names(marks: list[str]) -> list[str]:
    return [f"{mark}{place}" for place, mark in enumerate(marks)]


def _spelt_out(question: str) -> str:
    """Write out what the folded text would lose: the star of «P*», the foreign level, and the dots of «EE.UU.»."""
    folded = fold(question)
    # Seven patterns on every question cost as much as reading its numbers; a part of a word tells which to try.
    if "%" in folded:
        question = _LONE_PERCENT.sub("porcentaje", question)
    if "cup" in folded or "coupon" in folded:
        question = _ZERO_COUPON.sub("cuponcero", question)
    if "medio" in folded:
        question = _YEAR_AND_HALF.sub("18 meses", _HALF_YEAR.sub("6 meses", question))
    if "*" in folded:
        question = _STARRED.sub(r"\1 externo ", question)
    if ("E" in question and "U" in question) or "ee" in folded or "eua" in folded:
        question = _STATES.sub("eeuu", question)
    return _ONE_DOLLAR.sub(r"\1", question) if "un dol" in folded else question


def _period(text: str, start: int, end: int) -> str | None:
    """Return the period a rate is for, by the words right after it, or else right before it."""
    after = _PERIOD_AFTER.match(text, end)
    found = after or _PERIOD_BEFORE.search(text, max(0, start - 40), start)
    if not found:
        return None
    return _PERIODS[next(group for group in found.groups() if group)]
