"""From a calculator and its data to a calculation in Spanish, or a sentence on why there is none."""

import math
from collections.abc import Mapping

from ecobot_tui.economics.calculation import Calculation, CalculationError, readings_taken
from ecobot_tui.economics.calculators.given import Given
from ecobot_tui.economics.calculators.model import Calculator, Input, Solution
from ecobot_tui.economics.calculators.quantities import Quantity
from ecobot_tui.number_format import format_number

_LARGEST = 1e24
_ALMOST_ZERO = -1e-6
"""A limit between this and zero only lets zero itself through."""


def solve(calculator: Calculator, quantities: Mapping[str, tuple[Quantity, ...]], text: str = "") -> Solution:
    """Do a calculation; CalculationError, with a Spanish sentence, where the data allow none.

    `text` is the folded question, for what words alone say, such as «capitalización trimestral».
    """
    given = Given(calculator, quantities, text)
    currencies = {one.number.currency for some in quantities.values() for one in some} - {None}
    if len(currencies) > 1 and calculator.area != "Sector externo":
        raise CalculationError("Hay montos en distintas monedas: pasalos todos a la misma y volvé a preguntar.")
    for one in calculator.inputs:
        if one.symbol in quantities:
            values = given.all(one.symbol) if one.many else [given[one.symbol]]
            for value in values:
                _check(one, value)
    try:
        solution = calculator.work(given)
    except ZeroDivisionError as error:
        raise CalculationError("Con esos datos habría que dividir por cero: revisalos.") from error
    except OverflowError as error:
        raise CalculationError("No puedo hacer esa cuenta: el resultado es demasiado grande.") from error
    if not math.isfinite(solution.value) or abs(solution.value) > _LARGEST:
        raise CalculationError("No puedo hacer esa cuenta: el resultado es demasiado grande.")
    return solution


def present(
    calculator: Calculator, solution: Solution, question: str, quantities: Mapping[str, tuple[Quantity, ...]]
) -> Calculation:
    """Return a solution as every calculation is shown."""
    numbers = [one.number for some in quantities.values() for one in some]
    assumptions = tuple(f"Supuesto: {one}." for one in solution.assumptions)
    return Calculation(
        subject=f"{calculator.name} ({calculator.id})",
        result=solution.result,
        formula=solution.worked,
        remarks=(solution.meaning, *assumptions, *readings_taken(question, numbers)),
    )


def _check(one: Input, value: float) -> None:
    name = one.name[:1].upper() + one.name[1:]
    if one.above is not None and value <= one.above:
        if _ALMOST_ZERO <= one.above < 0:
            raise CalculationError(f"{name} no puede ser menor que 0{one.unit}.")
        raise CalculationError(f"{name} tiene que ser mayor que {format_number(one.above)}{one.unit}.")
    if one.below is not None and value >= one.below:
        raise CalculationError(f"{name} tiene que ser menor que {format_number(one.below)}{one.unit}.")
    if one.most is not None and value > one.most:
        raise CalculationError(f"{name} no puede pasar de {format_number(one.most)}{one.unit}.")
