"""Which number of a question is which input of a calculator.

First by wordings, which say exactly where a number stands; then by the words that name an input, wherever they stand
near a number; then by kind, where only one input can take it. A number that says how many others there are («tres
aumentos de 8, 5 y 12 %»), or that is a year, needs no place.
"""

import re
from collections.abc import Iterator

import msgspec

from ecobot_tui.economics.calculators.model import Calculator, Input, Kind
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.wording import input_kinds, label_pattern, slot_pattern
from ecobot_tui.economics.calculators.years import is_year

_FARTHEST = 5.0
_CLAUSE = 1.5
_BEHIND = 0.5
_LINK = 0.25
_LINK_WORDS = (
    "de del la el los las un una unos es son era fue fueron a al en por con su mi y e que da vale esta cuesta total"
    " igual actual anual mensual hay tiene tengo"
)
_LINKS = frozenset(_LINK_WORDS.split())
_PASSED = re.compile(r"\b(?:pas(?:o|aron|a|an)|valia|costaba|salia|cuesta|vale)\b")


class _Near(msgspec.Struct, frozen=True, order=True):
    """A number near a word that names an input; the nearest comes first."""

    distance: float
    shorter: int
    place: int
    symbol: str
    start: int
    end: int


class Filling(msgspec.Struct, frozen=True):
    """Which numbers of a question each input of a calculator gets."""

    places: dict[str, list[int]]
    ignored: tuple[int, ...] = ()
    """Numbers that the calculator has no use for."""


def fill(calculator: Calculator, reading: Reading, *, named: bool) -> Filling | None:
    """Return the places of the numbers that each input gets; None if a number is left over.

    Where the question names the calculator and the data by their words, one plain number more may be told in passing
    («el país tiene 20 millones de habitantes»): it is left out, and the answer says so.
    """
    places: dict[str, list[int]] = {}
    free = set(range(len(reading.quantities)))
    _by_currency(calculator, reading, places, free)
    _by_wording(calculator, reading, places, free)
    _by_label(calculator, reading, places, free)
    told = set(places)
    _by_kind(calculator, reading.quantities, places, free)
    # Figures of two different years are not to be set against each other.
    years = {reading.quantities[place].value for place in free if is_year(reading, place)}
    if len(years) > 1:
        return None
    spare = tuple(place for place in sorted(free) if not _is_aside(calculator, reading, place, places))
    if not spare:
        return Filling(places)
    needed = {one.symbol for one in calculator.inputs if not one.optional}
    in_passing = len(spare) == 1 and reading.quantities[spare[0]].mark == "#"
    return Filling(places, spare) if named and in_passing and needed <= told else None


def _by_currency(calculator: Calculator, reading: Reading, places: dict[str, list[int]], free: set[int]) -> None:
    """Give an input that must be foreign, or must not, the one amount that is written so."""
    for one in calculator.inputs:
        if one.foreign is None:
            continue
        written = [
            place
            for place in sorted(free)
            if reading.quantities[place].mark == "$"
            and one.foreign == (reading.quantities[place].number.currency != "$")
        ]
        rivals = [other for other in calculator.inputs if other.foreign == one.foreign]
        if len(written) == len(rivals) == 1:
            places[one.symbol] = written
            free.difference_update(written)


def _by_wording(calculator: Calculator, reading: Reading, places: dict[str, list[int]], free: set[int]) -> None:
    kinds = input_kinds(calculator)
    for wording in calculator.wordings:
        for found in slot_pattern(wording, kinds).finditer(reading.text):
            taken = {symbol: int(slot[1:]) for symbol, slot in found.groupdict().items() if slot}
            if not free.issuperset(taken.values()) or places.keys() & taken.keys():
                continue
            if all(_may_be(calculator.input(symbol), reading.quantities[place]) for symbol, place in taken.items()):
                places.update((symbol, [place]) for symbol, place in taken.items())
                free.difference_update(taken.values())
                break


def _by_label(calculator: Calculator, reading: Reading, places: dict[str, list[int]], free: set[int]) -> None:
    wanted = [one for one in calculator.inputs if one.labels and not one.many and one.symbol not in places]
    if not wanted or not free:
        return
    taken: list[tuple[int, int]] = []
    for near in sorted(found for one in wanted for found in _near(one, reading, free)):
        if near.symbol in places or near.place not in free:
            continue
        if any(near.start < end and start < near.end for start, end in taken):
            continue
        places[near.symbol] = [near.place]
        free.discard(near.place)
        taken.append((near.start, near.end))


def _near(one: Input, reading: Reading, free: set[int]) -> Iterator[_Near]:
    for label in label_pattern(one.labels).finditer(reading.text):
        start, end = label.span()
        for place in free:
            if not _may_be(one, reading.quantities[place]):
                continue
            slot, behind = reading.slot(place)
            if end <= slot:
                distance = _distance(reading.text[end:slot])
            elif behind <= start:
                distance = _distance(reading.text[behind:start]) + _BEHIND
            else:
                continue
            if distance <= _FARTHEST:
                yield _Near(distance, start - end, place, one.symbol, start, end)


def _distance(between: str) -> float:
    """Return how far apart a name and a number are; another number between them is too far."""
    total = 0.0
    for word in between.split():
        if word[0] in "%$@#":
            return _FARTHEST + 1
        total += _CLAUSE if word == "," else _LINK if word in _LINKS else 1.0
    return total


def _may_be(one: Input, quantity: Quantity) -> bool:
    """Tell whether a number may be this input: «1.000.000» without a sign is no percentage."""
    if quantity.mark not in one.kind.value:
        return False
    if not _fits(one, quantity):
        return False
    if one.no_year and quantity.mark == "#" and quantity.value in range(1900, 2101):
        return False
    if one.kind is not Kind.RATE or quantity.mark == "%":
        return True
    return not quantity.number.scaled and abs(quantity.value) < 1_000


def _fits(one: Input, quantity: Quantity) -> bool:
    """Tell whether a number's currency, if it has one, is that of an input."""
    currency = quantity.number.currency
    return one.foreign is None or not currency or one.foreign == (currency != "$")


def _by_kind(
    calculator: Calculator, quantities: tuple[Quantity, ...], places: dict[str, list[int]], free: set[int]
) -> None:
    # First what only one mark can mean, then what a plain number may also be; an optional input takes what is left.
    first = [(one, one.kind.unmistakable[0]) for one in calculator.inputs if not one.optional]
    later = [(one, one.kind.unmistakable) for one in sorted(calculator.inputs, key=lambda one: one.optional)]
    for one, marks in first + later:
        if one.symbol in places:
            continue
        fitting = [place for place in sorted(free) if quantities[place].mark in marks and _fits(one, quantities[place])]
        if one.many:
            fitting = [place for place in sorted(free) if quantities[place].mark in one.kind.value]
            fitting = _without_their_count(fitting, quantities)
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


def _without_their_count(fitting: list[int], quantities: tuple[Quantity, ...]) -> list[int]:
    """Leave out a first number that only says how many follow: «cuatro empresas: 35 %, 30 %, 20 % y 15 %»."""
    first, *rest = fitting or [0]
    if len(rest) > 1 and quantities[first].mark == "#" and quantities[first].value == len(rest):
        alike = {quantities[place].mark for place in rest}
        if alike == {"%"} or alike == {"$"} or quantities[first].spelled:
            return rest
    return fitting


def _is_aside(calculator: Calculator, reading: Reading, place: int, places: dict[str, list[int]]) -> bool:
    """Tell whether a number needs no place: a count of those that have one, a year, «en un mes»."""
    quantity = reading.quantities[place]
    if quantity.mark not in "#@" or quantity.value != int(quantity.value):
        return False
    if any(one.many and len(places.get(one.symbol, ())) == quantity.value for one in calculator.inputs):
        return True
    if quantity.mark == "@":
        timed = any(one.kind is Kind.TIME for one in calculator.inputs)
        return quantity.value == 1 and not timed
    return is_year(reading, place)


def are_only_years(reading: Reading) -> bool:
    """Tell whether two years are all that a question gives: «¿cuánto subió el dólar de 2020 a 2023?»."""
    every = range(len(reading.quantities))
    return len(every) == 2 and all(is_year(reading, place) for place in every) and not _PASSED.search(reading.text)
