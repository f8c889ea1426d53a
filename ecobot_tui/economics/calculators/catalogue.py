"""All calculators, and the index from the words of a question to those that may answer it."""

from collections.abc import Sequence

from ecobot_tui.economics.calculators.areas import ALL_CALCULATORS
from ecobot_tui.economics.calculators.matching import Match, match
from ecobot_tui.economics.calculators.model import Calculator
from ecobot_tui.economics.calculators.quantities import Reading, prefix
from ecobot_tui.economics.calculators.wording import literals

# Verbs of movement and the like lead to calculators, but they change nothing about what another one is asked.
_GENERIC_WORDS = (
    "aumento aumenta subio sube suben suba subas subieron subir subiendo bajo baja bajaron bajar cayo cae"
    " crecio crece  vario varia paso pasaron total puntos porcentual porcentaje regla veces valia costaba"
    " costaban salia falta  pago pagos queda devuelven devolvieron obtuve recibi mes siempre perdio perdi"
    " pierde perdida doble  ajusta actualiza acumulado acumula"
)
_GENERIC = frozenset(prefix(word) for word in _GENERIC_WORDS.split())


class Catalogue:
    """Calculators by the words that lead to them; nothing changes in it once it is built."""

    def __init__(self, calculators: Sequence[Calculator]) -> None:
        self.calculators = tuple(calculators)
        self._by_key: dict[str, list[int]] = {}
        terms: set[str] = set()
        for place, calculator in enumerate(self.calculators):
            keys = {prefix(word) for word in calculator.keys.split()}
            terms |= keys
            for key in sorted(keys | literals(calculator.names)):
                self._by_key.setdefault(key, []).append(place)
        # A letter such as the X of the exports leads to a calculator; it says too little to rule another one out.
        self._terms = frozenset(key for key in terms if key.isalpha() and len(key) > 2) - _GENERIC

    def candidates(self, reading: Reading) -> list[Calculator]:
        """Return the calculators that have a key word in the question, in the order of the catalogue."""
        places = {place for key in reading.prefixes for place in self._by_key.get(key, ())}
        return [self.calculators[place] for place in sorted(places)]

    def matches(self, reading: Reading) -> list[Match]:
        """Return what fits the question, best first; what fits equally well stays in the order of the catalogue."""
        found = (match(calculator, reading, self._terms) for calculator in self.candidates(reading))
        return sorted((one for one in found if one), key=lambda one: one.rank)


CATALOGUE = Catalogue(ALL_CALCULATORS)
