"""The calculators of money in time, which differ in what they work out but are all found the same way."""

from collections.abc import Callable

from ecobot_tui.economics.calculators.cash_choice import chosen, chosen_id
from ecobot_tui.economics.calculators.cash_words import NAMES
from ecobot_tui.economics.calculators.given import Given
from ecobot_tui.economics.calculators.model import Calculator, Input, Solution

_ALSO = (
    "banco plata pesos dolares meses anos mensual anual puedo pagar cuota ingreso sueldo gano maxima maximo"
    " comprometer prestamo"
    " credito tasa interes plazo capital deposito"
)


def cash_calculator(
    identifier: str,
    area: str,
    name: str,
    formula: str,
    inputs: tuple[Input, ...],
    work: Callable[[Given], Solution],
    *,
    keys: str,
    names: str = NAMES,
) -> Calculator:
    """Return a calculator that is found by what a question about money in time leaves unknown."""
    return Calculator(
        id=identifier,
        name=name,
        area=area,
        formula=formula,
        inputs=inputs,
        keys=keys,
        when=(NAMES,),
        wordings=(),
        names=names,
        also=_ALSO,
        work=work,
        place=chosen(identifier),
        family=chosen_id,
    )
