"""Calculators: found from a question in Spanish, filled with its numbers, worked out and explained."""

import re

import msgspec

from ecobot_tui.economics.calculation import Calculation
from ecobot_tui.economics.calculators.catalogue import CATALOGUE
from ecobot_tui.economics.calculators.matching import Match
from ecobot_tui.economics.calculators.model import Calculator, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading, read_question
from ecobot_tui.economics.calculators.solving import present, solve

__all__ = ["CALCULATORS", "Calculator", "Pending", "find_calculation", "solution_of"]

CALCULATORS: tuple[Calculator, ...] = CATALOGUE.calculators
"""Every calculator there is."""

_ASKS = re.compile(
    r"\b(?:cuant\w+|calcul\w+|cual|que (?:tasa|cuota|valor|monto|interes)|necesito|hall\w+"
    r"|averigu\w+|sac\w+)\b"
)

_DEFINES = re.compile(
    r"^[\s,]*(?:que (?:es|son|significa)|defin\w+|explic\w+|para que|por que|como se)\b|cuanto es (?:el |un )?%\d+ de"
)


class Pending(msgspec.Struct, frozen=True):
    """A calculation that waits for one datum."""

    calculator: str
    """Its id."""
    question: str
    """The question as far as it went."""
    quantities: dict[str, tuple[Quantity, ...]]
    """The inputs that are known, by symbol."""
    missing: str
    """The symbol of the input that is asked for."""
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
    solution = solve(found.calculator, found.quantities, reading.text)
    return present(found.calculator, solution, reading.question, found.quantities)


def solution_of(question: str) -> tuple[Calculator, Solution] | None:
    """Return the calculator that a question finds and what it works out, as numbers; None where it is incomplete."""
    reading, found = _best(question)
    if reading is None or found is None or found.missing:
        return None
    return found.calculator, solve(found.calculator, found.quantities, reading.text)


def _best(question: str) -> tuple[Reading | None, Match | None]:
    """Return the reading of a question and the one calculator that fits it best; none where two fit equally."""
    reading = read_question(question)
    if reading is None:
        return None, None
    matches = CATALOGUE.matches(reading)
    if not matches:
        return reading, None
    best = matches[0]
    if len(matches) > 1 and matches[1].rank == best.rank:
        return reading, None
    return reading, best


def _asking(found: Match, reading: Reading) -> Pending | None:
    """Ask for the datum that lacks, where it is one only and the question wants a calculation."""
    if len(found.missing) != 1 or not found.calculator.asks:
        return None
    if all(found.calculator.input(symbol).optional for symbol in found.quantities):
        return None
    if _DEFINES.search(reading.text) or not _ASKS.search(reading.text):
        return None
    missing = found.calculator.input(found.missing[0])
    text = f"Para calcular {found.calculator.name} me falta un dato: ¿cuál es {missing.name}?"
    return Pending(found.calculator.id, reading.question, dict(found.quantities), missing.symbol, text)
