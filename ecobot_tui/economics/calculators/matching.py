"""Which calculator a question asks for, and which of its numbers is which input.

A calculator fits only where its words are there, every number of the question has a place in it, and no key word of
another calculator is left unexplained: no answer is better than a wrong number.
"""

from collections.abc import Mapping

import msgspec

from ecobot_tui.economics.calculators.model import Calculator, Kind
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.wording import input_kinds, pattern, prefix, slot_pattern, vocabulary


class Match(msgspec.Struct, frozen=True):
    """A calculator with the inputs that the question gives it."""

    calculator: Calculator
    quantities: Mapping[str, tuple[Quantity, ...]]
    missing: tuple[str, ...]
    """Symbols of the needed inputs that the question does not give."""
    score: int
    """How many words of the question the calculator knows."""


def match(calculator: Calculator, reading: Reading, terms: frozenset[str]) -> Match | None:
    """Match one calculator with a question; `terms` are the prefixes of all calculators' keys."""
    text = reading.text
    if not all(pattern(one).search(text) for one in calculator.when):
        return None
    if calculator.unless and pattern(calculator.unless).search(text):
        return None
    known = vocabulary(calculator.id, (*calculator.when, *calculator.wordings, calculator.keys, calculator.also))
    prefixes = {prefix(word) for word in reading.words}
    if (prefixes & terms) - known:
        return None
    places = _fill(calculator, text, reading.quantities)
    if places is None:
        return None
    missing = tuple(one.symbol for one in calculator.inputs if not one.optional and one.symbol not in places)
    quantities = {symbol: tuple(reading.quantities[place] for place in found) for symbol, found in places.items()}
    return Match(calculator, quantities, missing, len(prefixes & known))


def _fill(calculator: Calculator, text: str, quantities: tuple[Quantity, ...]) -> dict[str, list[int]] | None:
    """Give each number to an input, first by the words around it, then by its kind; None if one is left over."""
    places: dict[str, list[int]] = {}
    free = set(range(len(quantities)))
    kinds = input_kinds(calculator)
    for wording in calculator.wordings:
        for found in slot_pattern(wording, kinds).finditer(text):
            taken = {symbol: int(slot[1:]) for symbol, slot in found.groupdict().items() if slot}
            if not free.issuperset(taken.values()) or places.keys() & taken.keys():
                continue
            if all(_may_be(calculator, symbol, quantities[place]) for symbol, place in taken.items()):
                places.update((symbol, [place]) for symbol, place in taken.items())
                free.difference_update(taken.values())
                break
    _fill_by_kind(calculator, quantities, places, free)
    return None if free else places


def _may_be(calculator: Calculator, symbol: str, quantity: Quantity) -> bool:
    """Tell whether a number may be what a wording takes it for: «1.000.000» without a sign is no percentage."""
    if calculator.input(symbol).no_year and quantity.mark == "#" and quantity.value in range(1900, 2101):
        return False
    if calculator.input(symbol).kind is not Kind.RATE or quantity.mark == "%":
        return True
    return not quantity.number.scaled and abs(quantity.value) < 1_000


def _fill_by_kind(
    calculator: Calculator, quantities: tuple[Quantity, ...], places: dict[str, list[int]], free: set[int]
) -> None:
    # First what only one mark can mean, then what a plain number may also be; an optional input takes what is left.
    first = [(one, one.kind.unmistakable[0]) for one in calculator.inputs if not one.optional]
    later = [(one, one.kind.unmistakable) for one in sorted(calculator.inputs, key=lambda one: one.optional)]
    for one, marks in first + later:
        if one.symbol in places:
            continue
        fitting = [place for place in sorted(free) if quantities[place].mark in marks]
        if one.many:
            fitting = [place for place in sorted(free) if quantities[place].mark in one.kind.value]
            # In «4, 3,5 y 2,7 %» the sign stands once; numbers without any are no percentages.
            if len(fitting) < 2 or (one.kind is Kind.RATE and all(quantities[place].mark == "#" for place in fitting)):
                continue
        else:
            rivals = [
                other
                for other in calculator.inputs
                if other.symbol not in places
                and other.kind.unmistakable[0] in marks
                and (one.optional or not other.optional)
            ]
            if len(fitting) != 1 or len(rivals) != 1:
                continue
        places[one.symbol] = fitting
        free.difference_update(fitting)
