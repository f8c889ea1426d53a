"""Calculators: found from a question in Spanish, filled with its numbers, worked out and explained."""

import re

import msgspec

from ecobot_tui.economics.calculation import Calculation
from ecobot_tui.economics.calculators.catalogue import CATALOGUE
from ecobot_tui.economics.calculators.filling import are_only_years
from ecobot_tui.economics.calculators.given import Incomplete
from ecobot_tui.economics.calculators.matching import Match
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading, read_question
from ecobot_tui.economics.calculators.solving import present, solve

__all__ = [
    "CALCULATORS",
    "Calculator",
    "Pending",
    "Solution",
    "complete",
    "data_of",
    "find_calculation",
    "prepare",
    "solution_of",
]

CALCULATORS: tuple[Calculator, ...] = CATALOGUE.calculators
"""Every calculator there is."""

_ASKS = re.compile(
    r"\b(?:cuant\w+|calcul\w+|cual|que (?:tasa|cuota|valor|monto|interes)|necesito|hall\w+"
    r"|averigu\w+|sac\w+)\b"
)

_DEFINES = re.compile(
    r"^[\s,]*(?:que (?:es|son|significa)|defin\w+|explic\w+|para que|por que|como se)\b|cuanto es (?:el |un )?%\d+ de"
)


prepare = CATALOGUE.prepare
"""Compiles now what the first questions would wait for."""


class Pending(msgspec.Struct, frozen=True):
    """A calculation that waits for one datum."""

    calculator: str
    """Its id."""
    question: str
    """The question as far as it went, with the data that were given since."""
    reading: str
    """The same as the calculators read it."""
    quantities: dict[str, tuple[Quantity, ...]]
    """The inputs that are known, by symbol."""
    missing: str
    """The symbol of the input that is asked for."""
    wanted: str
    """Its name."""
    text: str
    """What to ask, in Spanish."""


def find_calculation(question: str) -> Calculation | Pending | None:
    """Calculate what a question asks, ask for the one datum that lacks, or leave it alone (None).

    CalculationError, with a Spanish sentence, where the question is understood and has no answer.
    """
    reading, found = _best(question)
    if reading is None or found is None:
        return None
    if found.missing:
        return _asking(found, reading)
    try:
        solution = solve(found.calculator, found.quantities, reading.text)
    except Incomplete:
        return None
    calculation = present(found.calculator, solution, reading.question, found.quantities)
    unused = tuple(f"No usé el dato {reading.written(one)}." for one in found.ignored)
    return msgspec.structs.replace(calculation, remarks=calculation.remarks + unused)


def complete(pending: Pending, datum: str) -> Calculation | Pending | None:
    """Go on with a calculation that waited for a datum, or ask for the next one; None where `datum` is none.

    CalculationError as in `find_calculation`.
    """
    reading = read_question(datum)
    calculator = next((one for one in CALCULATORS if one.id == pending.calculator), None)
    if reading is None or calculator is None or len(reading.quantities) != 1:
        return None
    quantity, wanted = reading.quantities[0], calculator.input(pending.missing)
    # Asked for a rate, one answers «35»; asked for an amount, nobody answers «35 %».
    if quantity.mark not in wanted.kind.value and quantity.mark != "#":
        return None
    quantities = pending.quantities | {wanted.symbol: (quantity,)}
    question = f"{pending.question}, {wanted.name} {datum}"
    lacking = [one for one in calculator.inputs if not one.optional and one.symbol not in quantities]
    if lacking:
        return _waiting(calculator, question, pending.reading, quantities, lacking[0])
    try:
        solution = solve(calculator, quantities, pending.reading)
    except Incomplete:
        return None
    return present(calculator, solution, question, quantities)


def solution_of(question: str) -> tuple[Calculator, Solution] | None:
    """Return the calculator that a question finds and what it works out, as numbers; None where it is incomplete."""
    reading, found = _best(question)
    if reading is None or found is None or found.missing:
        return None
    try:
        return found.calculator, solve(found.calculator, found.quantities, reading.text)
    except Incomplete:
        return None


def data_of(question: str, *, without: Kind | None = None) -> str:
    """Return the data of a calculation by their names, as in «monto del préstamo 1.000.000, tasa 5 % mensual».

    So another result can be asked from them. Inputs of the kind `without` are left out; empty where there is none.
    """
    reading, found = _best(question)
    if reading is None or found is None:
        return ""
    inputs = (one for one in found.calculator.inputs if one.symbol in found.quantities and one.kind is not without)
    return ", ".join(
        f"{one.name.partition(' ')[2]} {'; '.join(map(reading.written, found.quantities[one.symbol]))}"
        for one in inputs
    )


def _best(question: str) -> tuple[Reading | None, Match | None]:
    """Return the reading of a question and the one calculator that fits it best; none where two fit equally."""
    reading = read_question(question)
    if reading is None or are_only_years(reading):
        return None, None
    matches = CATALOGUE.matches(reading)
    if not matches:
        return reading, None
    best = matches[0]
    if len(matches) > 1 and matches[1].rank == best.rank:
        return reading, None
    return reading, best


def _asking(found: Match, reading: Reading) -> Pending | None:
    """Ask for the datum that lacks, or for the first of two where the calculator is named, if one is wanted."""
    if len(found.missing) > (2 if found.named else 1) or not found.calculator.asks:
        return None
    if all(found.calculator.input(symbol).optional for symbol in found.quantities):
        return None
    if _DEFINES.search(reading.text) or not (found.named or _ASKS.search(reading.text)):
        return None
    missing = found.calculator.input(found.missing[0])
    return _waiting(found.calculator, reading.question, reading.text, dict(found.quantities), missing)


def _waiting(
    calculator: Calculator,
    question: str,
    reading: str,
    quantities: dict[str, tuple[Quantity, ...]],
    missing: Input,
) -> Pending:
    text = f"Para calcular {calculator.name} me falta un dato: ¿cuál es {missing.name}?"
    return Pending(calculator.id, question, reading, quantities, missing.symbol, missing.name, text)
