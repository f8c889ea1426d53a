"""All calculators, and the index from the words of a question to those that may answer it."""

from collections.abc import Sequence
from functools import cached_property

from ecobot_tui.economics.calculators.areas import ALL_CALCULATORS
from ecobot_tui.economics.calculators.gates import Gates
from ecobot_tui.economics.calculators.matching import Match, match
from ecobot_tui.economics.calculators.model import Calculator
from ecobot_tui.economics.calculators.quantities import MOST_NUMBERS, Reading, prefix
from ecobot_tui.economics.calculators.wording import input_kinds, known_words, label_pattern, pattern, slot_pattern

# Verbs of movement and the like lead to calculators, but they change nothing about what another one is asked.
_GENERIC_WORDS = (
    "aumento aumenta subio sube suben suba subas subieron subir subiendo bajo baja bajaron bajar cayo cae"
    " crecio crece  vario varia paso pasaron total puntos porcentual porcentaje regla veces valia costaba"
    " costaban salia falta  pago pagos queda devuelven devolvieron obtuve recibi mes siempre perdio perdi"
    " pierde perdida doble  ajusta actualiza acumulado acumula"
)
_MAY_LACK = 2
_IN_PASSING = 3
_GENERIC = frozenset(prefix(word) for word in _GENERIC_WORDS.split())


class Catalogue:
    """Calculators by the words that lead to them; nothing changes in it once it is built."""

    def __init__(self, calculators: Sequence[Calculator]) -> None:
        self.calculators = tuple(calculators)
        keys = [frozenset(map(prefix, calculator.keys.split())) for calculator in self.calculators]
        # A letter such as the X of the exports leads to a calculator; it says too little to rule another one out.
        self._terms = frozenset(key for key in frozenset().union(*keys) if key.isalpha() and len(key) > 2) - _GENERIC
        self._keys = keys
        self._needs = [frozenset(map(prefix, calculator.needs.split())) for calculator in self.calculators]
        self._sizes = [_size(calculator) for calculator in self.calculators]

    def prepare(self) -> None:
        """Compile the patterns of all calculators now, a fifth of a second, so that no question waits for its own."""
        self._gates  # noqa: B018 - they are built once, when they are first looked at
        for calculator in self.calculators:
            known_words(calculator)
            for source in filter(None, (calculator.names, calculator.unless, *calculator.when)):
                pattern(source)
            for wording in calculator.wordings:
                slot_pattern(wording, input_kinds(calculator))
            for one in calculator.inputs:
                if one.labels:
                    label_pattern(one.labels)

    @cached_property
    def _gates(self) -> Gates:
        return Gates(self.calculators, self._keys)

    def candidates(self, reading: Reading) -> list[tuple[Calculator, bool, bool]]:
        """Return the calculators that may be meant by a question, in the order of the catalogue.

        With each, whether its name may stand in the question, and whether all its `when` may.
        """
        count = len(reading.quantities)
        chosen: dict[object, str | None] = {}
        return [
            (calculator, named, described)
            for place, named, described in self._gates.open_to(reading.beginnings)
            if count in self._sizes[place]
            and (not (needs := self._needs[place]) or not needs.isdisjoint(reading.prefixes))
            and ((calculator := self.calculators[place]).family is None or _is_chosen(calculator, reading, chosen))
        ]

    def matches(self, reading: Reading) -> list[Match]:
        """Return what fits the question, best first; what fits equally well stays in the order of the catalogue."""
        found = (
            match(calculator, reading, known_words(calculator), self._terms, named=named, described=described)
            for calculator, named, described in self.candidates(reading)
        )
        return sorted((one for one in found if one), key=lambda one: one.rank)


def _is_chosen(calculator: Calculator, reading: Reading, chosen: dict[object, str | None]) -> bool:
    """Tell whether a calculator is the one of its family, if it has one; `chosen` keeps what each family said."""
    family = calculator.family
    if family is None:
        return True
    if family not in chosen:
        chosen[family] = family(reading)
    return chosen[family] == calculator.id


def _size(calculator: Calculator) -> range:
    """Return how many numbers a question for a calculator may hold: some may lack, a few may be told in passing."""
    needed = sum(not one.optional for one in calculator.inputs)
    takes_lists = calculator.place is not None or any(one.many for one in calculator.inputs)
    return range(
        max(1, needed - _MAY_LACK), MOST_NUMBERS + 1 if takes_lists else len(calculator.inputs) + _IN_PASSING + 1
    )


CATALOGUE = Catalogue(ALL_CALCULATORS)
