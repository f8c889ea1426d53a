"""Which calculator a question asks for: by its name or its words, where every number has a place.

A calculator fits only where every number of the question has a place in it, and, unless the question calls it by its
name, no key word of another calculator is left unexplained: no answer is better than a wrong number.
"""

from collections.abc import Mapping

import msgspec

from ecobot_tui.economics.calculators.filling import Filling, fill
from ecobot_tui.economics.calculators.model import Calculator
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.wording import found_in


class Match(msgspec.Struct, frozen=True):
    """A calculator with the inputs that the question gives it."""

    calculator: Calculator
    quantities: Mapping[str, tuple[Quantity, ...]]
    missing: tuple[str, ...]
    """Symbols of the needed inputs that the question does not give."""
    ignored: tuple[Quantity, ...]
    """Numbers of the question that it has no use for."""
    named: int
    """How many letters of the question are the calculator's very name; 0 where it is only described."""
    score: int
    """How many words of the question the calculator knows, less those that only others know."""

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """What sorts the best match first."""
        return len(self.missing), len(self.ignored), -self.named, -self.score


def match(
    calculator: Calculator,
    reading: Reading,
    known: frozenset[str],
    terms: frozenset[str],
    *,
    named: bool = True,
    described: bool = True,
) -> Match | None:
    """Match one calculator with a question.

    `known` are the prefixes of the words that the calculator's declaration mentions, `terms` those of all keys. `named`
    and `described` tell whether its name and its `when` are worth looking for.
    """
    text = reading.text
    name = found_in(calculator.names, text) if named and calculator.names else None
    length = name.end() - name.start() if name else 0
    if not name and not (described and calculator.when and all(found_in(one, text) for one in calculator.when)):
        return None
    foreign = len((reading.prefixes & terms) - known)
    if (foreign and not name) or (calculator.unless and found_in(calculator.unless, text)):
        return None
    filling = _filling(calculator, reading, named=length > 0)
    if filling is None:
        return None
    places = filling.places
    missing = tuple(one.symbol for one in calculator.inputs if not one.optional and one.symbol not in places)
    quantities = {symbol: tuple(reading.quantities[place] for place in found) for symbol, found in places.items()}
    ignored = tuple(reading.quantities[place] for place in filling.ignored)
    return Match(calculator, quantities, missing, ignored, length, len(reading.prefixes & known) - foreign)


def _filling(calculator: Calculator, reading: Reading, *, named: bool) -> Filling | None:
    if calculator.place is None:
        return fill(calculator, reading, named=named)
    places = calculator.place(reading)
    return None if places is None else Filling(places)
