"""Identities: magnitudes that follow from one another, any of which may be given and any other asked.

Y = C + I + G + XN has as many questions as it has letters. So a system declares its magnitudes with the words that name
them, and the rules between them; numbers go to the words nearest to them, what is named without a number is asked, and
the rules are applied until nothing new follows.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.systems import Assumed, Magnitude, Rule, System, rule
from ecobot_tui.economics.calculators.wording import label_pattern
from ecobot_tui.economics.calculators.years import BEFORE_YEAR, is_year

__all__ = ["Assumed", "Magnitude", "Rule", "System", "calculator", "rule"]

_LINK_WORDS = (
    "de del la el los las un una unos unas es son era eran fue fueron a al en por con su sus mi e que da vale valen"
    " esta estan cuesta total totales igual actual anual mensual hay tiene tengo tienen suman suma pais fueran sea sean"
    " habia cada peso pesos se paga pagan ascienden asciende equivale equivalen representa sobre"
)
_LINKS = frozenset(_LINK_WORDS.split())
_MOST_SHARE, _UNSIGNED = 2, 2.0
_MOST_RATE, _MOST_NUMBERS, _MOST_CANDIDATES, _UNNAMED = 1_000, 10, 5, 100.0
_FARTHEST, _CLAUSE, _BEHIND, _LINK = 5.0, 1.5, 0.5, 0.25
_SLOT = re.compile(r"[%$@#]\d+")
_ASKING = re.compile(
    r"\b(?:cuant[oa]s?|cual(?:es)?|calcul\w*|hall\w+|determin\w+|sac\w+|obten\w+|encontr\w+|dame|decime|necesito"
    r"|averigu\w+|estim\w+|comput\w+|quiero|saber|piden?)\b|(?:^|, |\ba |\ben )que\b"
)
_OF_ALL = re.compile(r"[ ,]*cuanto es (?:el |un )?%\d+ de\b")
_JOINT = re.compile(r"(?:[ ,]|\b(?:[ye]|el|la|los|las|de|del|su)\b)*")


class _Label(msgspec.Struct, frozen=True):
    start: int
    end: int
    symbol: str


def calculator(system: System) -> Calculator:
    """Return the calculator of a system."""
    inputs = tuple(
        Input(one.symbol, one.name, one.kind, optional=True, above=one.above, most=one.most, labels=one.labels)
        for one in system.magnitudes
    )
    return Calculator(
        id=system.id,
        name=system.name,
        area=system.area,
        formula=system.formula,
        inputs=inputs,
        keys=system.keys,
        names=system.names,
        when=(),
        unless=system.unless,
        wordings=(),
        work=lambda g: _solve(system, g),
        asks=False,
        place=lambda reading: _place(system, reading),
    )


def _labels(system: System, text: str) -> list[_Label]:
    """Return the names of magnitudes in a text, each with the symbol; of two that overlap the longer one."""
    return list(_named(tuple((one.symbol, one.labels) for one in system.magnitudes), text))


@lru_cache(maxsize=64)
def _named(names: tuple[tuple[str, str], ...], text: str) -> tuple[_Label, ...]:
    """Find the names in a text; placing and solving look at the same question."""
    found = [_Label(*one.span(), symbol) for symbol, labels in names for one in label_pattern(labels).finditer(text)]
    kept: list[_Label] = []
    for label in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        # The same words may name two magnitudes, which the sort of the number tells apart.
        if all(
            label.end <= other.start or other.end <= label.start or (label.start, label.end) == (other.start, other.end)
            for other in kept
        ):
            kept.append(label)
    return tuple(sorted(kept, key=lambda one: one.start))


def _distance(between: str) -> float:
    return sum(_CLAUSE if word == "," else _LINK if word in _LINKS else 1.0 for word in between.split())


def _place(system: System, reading: Reading) -> dict[str, list[int]] | None:
    text, labels = reading.text, _labels(system, reading.text)
    near = [_candidates(system, reading, labels, place) for place in range(len(reading.quantities))]
    places = _nearest(labels, near)
    _in_turn(system, reading, labels, places)
    given = {found for some in places.values() for found in some}
    if not places or not all(_is_aside(system, reading, place) for place in range(len(near)) if place not in given):
        return None
    known = frozenset(places)
    if _OF_ALL.match(text):
        return None
    return places if _asked(system, text, known, _reach(system, text, known)) else None


_Candidate = tuple[float, int]
"""How far a label is, and which one it is."""


def _candidates(system: System, reading: Reading, labels: list[_Label], place: int) -> list[_Candidate]:
    """Return the labels that may name a number, which no other number parts from it, the nearest first."""
    text, quantity, (start, end) = reading.text, reading.quantities[place], reading.slots[place]
    # An age, as in «población de 15 años y más: 8.000», stands in nobody's way.
    if _dates(reading, place) or is_year(reading, place):
        return []
    before = [one for one in range(place) if reading.quantities[one].mark != "@" and not _dates(reading, one)]
    floor = reading.slots[before[-1]][1] if before else 0
    roof = reading.slots[place + 1][0] if place + 1 < len(reading.slots) else len(text)
    found: list[_Candidate] = []
    for which, label in enumerate(labels):
        if not _may_be(system.magnitude(label.symbol), quantity, text[end:], text):
            continue
        if floor <= label.start and label.end <= start:
            low, high, more = label.end, start, 0.0
        elif end <= label.start and label.end <= roof and _ASKING.search(text, end, label.start) is None:
            low, high, more = end, label.start, _BEHIND
        else:
            continue
        if system.magnitude(label.symbol).kind is Kind.RATE and quantity.mark == "#":
            more += _UNSIGNED
        between = sum(1 for one in labels if low <= one.start and one.end <= high and one.symbol != label.symbol)
        distance = _distance(_DATE.sub("", text[low:high])) + more + between
        if distance <= _FARTHEST:
            found.append((distance, which))
    return sorted(found)[:_MOST_CANDIDATES]


def _dates(reading: Reading, place: int) -> bool:
    """Tell whether a number is the year of the one right behind it: «PBI nominal de 2022: 2.300»."""
    one, (start, end) = reading.quantities[place], reading.slots[place]
    if one.mark != "#" or not 1_900 <= one.value <= 2_100 or one.number.reading is not None or one.number.scaled:
        return False
    return (
        BEFORE_YEAR.search(reading.text[:start].rstrip()) is not None and _FIGURE.match(reading.text, end) is not None
    )


def _nearest(labels: list[_Label], near: list[list[_Candidate]]) -> dict[str, list[int]]:
    """Give as many numbers as possible a label each, so that all together stand nearest to theirs."""

    @cache
    def best(place: int, starts: frozenset[int], symbols: frozenset[str]) -> tuple[float, tuple[tuple[str, int], ...]]:
        if place == len(near):
            return 0.0, ()
        cost, rest = best(place + 1, starts, symbols)
        found = cost + _UNNAMED, rest
        for distance, which in near[place]:
            label = labels[which]
            if label.start in starts or label.symbol in symbols:
                continue
            cost, rest = best(place + 1, starts | {label.start}, symbols | {label.symbol})
            found = min(found, (cost + distance, ((label.symbol, place), *rest)))
        return found

    if len(near) > _MOST_NUMBERS:
        return {}
    return {symbol: [place] for symbol, place in best(0, frozenset(), frozenset())[1]}


def _in_turn(system: System, reading: Reading, labels: list[_Label], places: dict[str, list[int]]) -> None:
    """Give the numbers of «el consumo y la inversión son 600 y 200» in their order."""
    slots = reading.slots
    for count in range(min(len(labels), len(slots)), 1, -1):
        for first in range(len(slots) - count + 1):
            block = range(first, first + count)
            before = [
                one for one in labels if one.end <= slots[first][0] and (not first or one.start >= slots[first - 1][1])
            ]
            gaps = (reading.text[slots[one][1] : slots[one + 1][0]] for one in list(block)[:-1])
            named = before[-count:]
            joints = [reading.text[one.end : two.start] for one, two in pairwise(named)]
            if len(before) < count or any(_JOINT.fullmatch(gap) is None for gap in (*gaps, *joints)):
                continue
            if len({one.symbol for one in named}) < count:
                continue
            pairs = list(zip(block, named, strict=True))
            if not all(
                _may_be(system.magnitude(one.symbol), reading.quantities[place], "", "") for place, one in pairs
            ):
                continue
            for symbol in [symbol for symbol, found in places.items() if found[0] in block]:
                del places[symbol]
            for place, label in pairs:
                places[label.symbol] = [place]
            return


_FIGURE = re.compile(r"(?: ,)?(?: (?:fue|era|es|fueron|de|con|un|valia|son|dio|sumo))* [#$%]\d")
_DATE = re.compile(r"#\d+(?: ,)?")
"""A year between a name and its figure, which is all that may stand there, is no distance."""
_OF_HUNDRED = re.compile(r"\bde cada [#$]\d")
_OF_EACH = re.compile(r" (?:centavos|centimos|de cada|por cada)")


def _may_be(magnitude: Magnitude, quantity: Quantity, after: str, text: str) -> bool:
    """Tell whether a number may be a magnitude by its mark and size."""
    if magnitude.kind is Kind.SHARE and quantity.mark != "%" and 1 < quantity.value < 100 and _OF_HUNDRED.search(text):
        return True
    if quantity.mark not in magnitude.kind.value or (magnitude.over is not None and quantity.value <= magnitude.over):
        return False
    if quantity.mark == "#" and abs(quantity.value) > 1:
        of_each = _OF_EACH.match(after) is not None
        if of_each != (magnitude.kind is Kind.SHARE) and (of_each or abs(quantity.value) > _MOST_SHARE):
            return False
    return magnitude.kind is not Kind.RATE or quantity.mark == "%" or abs(quantity.value) < _MOST_RATE


def _is_aside(system: System, reading: Reading, place: int) -> bool:
    """Tell whether a number is a year, or how many years or months a period lasts, and so no magnitude."""
    one, (start, end) = reading.quantities[place], reading.slots[place]
    if one.mark == "@":
        return one.value == 1 or one.unit == "ano"
    if one.value in (1, 100) and reading.text[:start].endswith(" cada "):
        return True
    if system.aside and rx.search(system.aside, reading.text[max(0, start - 30) : end + 30]):
        return True
    return is_year(reading, place)


def _reach(system: System, text: str, known: frozenset[str]) -> frozenset[str]:
    """Return what follows from the known magnitudes and from what the question leaves out as nothing."""
    reached = known | {symbol for symbol, *_ in system.assumed(text, known)}
    grows = True
    while grows:
        more = {one.target for one in system.rules if reached.issuperset(one.needs)} - reached
        grows, reached = bool(more), reached | more
    return reached


def _asked(system: System, text: str, known: frozenset[str], reached: frozenset[str]) -> tuple[str, ...]:
    """Return the magnitudes that a question asks for, in its order; none if what it asks first does not follow."""
    parts = [found.span() for found in _ASKING.finditer(text)]
    ends = [slot.start() for slot in _SLOT.finditer(text)]
    spans = [(start, min([end for end in ends if end > start], default=len(text))) for start, _ in parts]
    labels = [one for one in _labels(system, text) if one.symbol not in known]
    for magnitude in system.magnitudes:
        if magnitude.asked and magnitude.symbol not in known:
            labels += [_Label(*one.span(), magnitude.symbol) for one in label_pattern(magnitude.asked).finditer(text)]
    labels.sort(key=lambda one: one.start)
    within = [one for one in labels if any(start <= one.start < end for start, end in spans)]
    asked = tuple(dict.fromkeys(one.symbol for one in within))
    if asked:
        return tuple(one for one in asked if one in reached) if asked[0] in reached else ()
    named = tuple(one for one in dict.fromkeys(one.symbol for one in labels) if one in reached)
    return named or next(((one,) for one in system.default.split() if one in reached and one not in known), ())


def _follow(system: System, values: dict[str, float]) -> dict[str, Rule]:
    """Add to values every magnitude that follows, and return by which rule each one does."""
    ways: dict[str, Rule] = {}
    grows = True
    while grows:
        grows = False
        for one in system.rules:
            if one.target in values or any(need not in values for need in one.needs):
                continue
            values[one.target] = one.compute(*(values[need] for need in one.needs))
            ways[one.target] = one
            grows = True
    return ways


def _solve(system: System, g: Given) -> Solution:
    known = frozenset(one.symbol for one in system.magnitudes if one.symbol in g)
    assumed = system.assumed(g.text, known)
    values = {symbol: g[symbol] for symbol in known}
    system.adjust(g.text, values)
    values.update((symbol, value) for symbol, value, _ in assumed)
    ways = _follow(system, values)
    asked = _asked(system, g.text, known, frozenset(values))
    if not asked:
        raise CalculationError("Con esos datos no alcanza para esa cuenta: revisalos.")
    steps: list[str] = []
    needed: set[str] = set()
    for symbol in asked:
        _explain(system, symbol, values, ways, steps, needed)
    for symbol in needed:
        _check(system.magnitude(symbol), values[symbol])
    said = "; ".join(_said(system, system.magnitude(symbol), values, g) for symbol in asked)
    taken = tuple(sentence for symbol, _, sentence in assumed if symbol in needed and sentence)
    meaning = system.magnitude(asked[0]).meaning or "Sale de la identidad: lo que se conoce deja un solo valor posible."
    note = system.note(asked[0], values)
    meaning = f"{meaning} {note}" if note else meaning
    return Solution(
        values[asked[0]], said[:1].upper() + said[1:] + ".", " ; ".join(steps), meaning, (*taken, *system.assumptions)
    )


def _explain(
    system: System,
    symbol: str,
    values: Mapping[str, float],
    ways: Mapping[str, Rule],
    steps: list[str],
    needed: set[str],
) -> None:
    """Add the steps that lead to a magnitude, each one once."""
    if symbol in needed:
        return
    needed.add(symbol)
    way = ways.get(symbol)
    if way is None:
        return
    for need in way.needs:
        _explain(system, need, values, ways, steps, needed)
    written = way.text.format(**{need: _in_formula(values[need]) for need in way.needs})
    steps.append(f"{system.magnitude(symbol).short} = {written} = {_shown(system.magnitude(symbol), values[symbol])}")


def _in_formula(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _shown(magnitude: Magnitude, value: float) -> str:
    return percent(value) if magnitude.kind is Kind.RATE else number(value)


def _said(system: System, magnitude: Magnitude, values: Mapping[str, float], g: Given) -> str:
    value = values[magnitude.symbol]
    verb = "son" if magnitude.name.startswith(("los ", "las ")) else "es"
    shown = g.money(value) if magnitude.kind is Kind.AMOUNT else _shown(magnitude, value)
    if magnitude.kind is Kind.RATE and magnitude.name.startswith(("el crecimiento", "la suba", "la variación")):
        shown += " (creció)" if value > 0 else " (cayó)" if value < 0 else " (no cambió)"
    if not magnitude.opposite:
        return f"{magnitude.name} {verb} {shown}"
    return (
        f"{magnitude.name} {verb} {shown} ({system.magnitude(magnitude.opposite).name.split(' ', 1)[1]}:"
        f" {number(-value)})"
    )


def _check(magnitude: Magnitude, value: float) -> None:
    name = magnitude.name[:1].upper() + magnitude.name[1:]
    if magnitude.least is not None and value < magnitude.least - 1e-9:
        raise CalculationError(f"Los datos no cierran: {magnitude.name} daría {number(value)}.")
    if magnitude.most is not None and value > magnitude.most + 1e-9:
        raise CalculationError(
            f"Los datos no cierran: {name[:1].lower() + name[1:]} pasaría de {number(magnitude.most)}."
        )
