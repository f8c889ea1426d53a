"""What a builder gets of a question: its words and its numbers."""

import re
from itertools import pairwise

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import readings_taken
from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import require_sane
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.words import fold

_COUNT_WORDS = {2: "dos", 3: "tres", 4: "cuatro"}
# «10,12,11» without blanks is a list also where a reader of single numbers would see decimals or thousands.
_COMMA_LIST = re.compile(r"(?<![\w.,;-])-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?)+(?![\w.,])")

_SPOKEN = (
    re.compile(r"\b(?:ordenada(?: al origen)?|intercepto)(?: de| es)?\s*$"),
    re.compile(r"\bpendiente(?: de| es)?\s*$"),
)
_POWER = re.compile(r"\d\s?(?:\^|\*\*)\s?\d|\d[eE][+-]?\d")
_LIST_MINUS = re.compile(r"\s[-−–]$")
_BETWEEN = re.compile(r"[\s,;|/%$y()-]*")
_MOST_REMARKS = 2
_NEVER = re.compile(r"(?!)")


class Request(msgspec.Struct, frozen=True):
    """One request for a chart, read."""

    question: str
    words: tuple[str, ...]
    """Folded words, misspelt ones put right."""
    numbers: tuple[FoundNumber, ...]

    @property
    def folded(self) -> str:
        """The question in lower case without accents."""
        return fold(self.question)

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers as they stand: `5 %` is 5."""
        return tuple(float(number.value) for number in self.numbers)

    def listed(self) -> tuple[float, ...]:
        """Return the values where the question means a list, so that commas without blanks part them."""
        written = self._comma_list()
        return tuple(float(item) for item in written.split(",")) if written else self.values

    def remarks(self) -> tuple[str, ...]:
        """Return how ambiguous numbers were read; nothing for a list whose commas part its items."""
        return () if self._comma_list() else readings_taken(self.question, self.numbers)[:_MOST_REMARKS]

    def are_in_a_row(self) -> bool:
        """Tell whether nothing but separators stands between the numbers, as in a list of data."""
        return all(
            _BETWEEN.fullmatch(self.question, first.end, second.start) for first, second in pairwise(self.numbers)
        )

    def _comma_list(self) -> str:
        """Return the list without blanks that holds all numbers of the question; empty if there is none."""
        written = _COMMA_LIST.search(self.question)
        if written is None or not all(written.start() <= n.start and n.end <= written.end() for n in self.numbers):
            return ""
        return written[0]

    def parameters(self, names: str, formula: str, example: tuple[float, ...]) -> tuple[tuple[float, ...], bool]:
        """Return the parameters of a curve and whether they are the example because the question states none.

        `names` are the parameters' names with blanks between. ChartError where there are too few or too many.
        """
        wanted = names.split()
        values = self._named(wanted) or self.values
        if not values:
            return example, True
        if len(values) < len(wanted):
            values = self.listed()
        if len(values) != len(wanted):
            count = _COUNT_WORDS.get(len(wanted), str(len(wanted)))
            together = f"{', '.join(wanted[:-1])} y {wanted[-1]}"
            raise ChartError(f"Necesito {count} números, {together} ({formula}), y leí {len(values)}.")
        require_sane(*values)
        return values, False

    def _named(self, names: list[str]) -> tuple[float, ...]:
        """Return the values in the order of their names where each has its own («b = 2 y a = 100»), else nothing."""
        named: dict[int, float] = {}
        for number in self.numbers:
            before = fold(self.question[max(number.start - 24, 0) : number.start])
            for place, name in enumerate(names):
                spoken = _SPOKEN[place] if len(names) == 2 else _NEVER
                if rx.search(rf"\b{fold(name)}\s*[=:]\s*$", before) or spoken.search(before):
                    named[place] = float(number.value)
        return tuple(named[place] for place in range(len(names))) if len(named) == len(names) else ()


def read_request(question: str, words: tuple[str, ...]) -> Request:
    """Return a question with its words, put right by the caller, and its numbers."""
    return Request(question, words, tuple(_with_sign(question, number) for number in find_numbers(question)))


def require_plain_numbers(request: Request) -> None:
    """Raise ChartError for numbers written as powers, which would be read as two."""
    if _POWER.search(request.question):
        raise ChartError("Escribí los números completos, sin potencias: 1000000 y no 10^6 ni 1e6.")


def _with_sign(question: str, number: FoundNumber) -> FoundNumber:
    """Take «30 -6» for two items of a list, which in a calculation is a subtraction."""
    minus = number.value > 0 and _LIST_MINUS.search(question, max(number.start - 2, 0), number.start)
    if not minus or "=" in question:
        return number
    return msgspec.structs.replace(number, start=number.start - 1, value=-number.value)
