import re

import pytest

from ecobot_tui.economics.calculation import Calculation, CalculationError
from ecobot_tui.economics.calculators import find_calculation
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.quantities import read_question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("debo 200.000 al 8% mensual y pago 10.000 por mes, en cuántos meses termino", "no bajaría nunca"),
        ("tengo 5 millones al 2% mensual y retiro 100.000 por mes, ¿cuántos meses me dura?", "no se termina nunca"),
        ("la compu vale 300.000, doy 400.000 y el resto en 12 cuotas al 5% mensual, ¿cuota?", "menor que el precio"),
        ("saldo de un préstamo de 100.000 a 12 meses al 5% mensual después de la cuota 20", "no hay cuota 20"),
        ("ahorro 60.000 por mes durante 12 meses y junto 500.000, ¿qué tasa mensual es?", "suman más que el objetivo"),
        ("descuento de un cheque de 100.000 a 400 días al 100% anual", "se come todo el documento"),
        ("wacc con 60% de deuda al 9% y 60% de capital propio al 18%, impuesto 25%", "sumar 100 %"),
        ("plazo fijo de 100.000 a 5000 días con TNA 30%", "1.200 días"),
    ],
)
def test_the_impossible_is_said(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=re.escape(said)):
        find_calculation(question)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("préstamo de 100.000 a 12 meses al 60% anual, ¿cuota?", "con tasa efectiva"),
        ("descuento un cheque de 100.000 a 60 días al 36% anual", "con el año de 360"),
        ("invierto 250.000 a 90 días al 28% anual, ¿cuánto gano?", "en proporción al tiempo"),
        ("si me cobran 0,2% diario, ¿cuánto es efectivo anual?", "con 360 sería"),
    ],
)
def test_the_other_common_reading_is_shown(question: str, shown: str) -> None:
    found = find_calculation(question)
    assert isinstance(found, Calculation)
    assert any(shown in remark for remark in found.remarks)


def test_a_number_of_the_same_kind_is_never_dropped() -> None:
    assert find_calculation("cuota de un préstamo de 100.000 a 12 meses con 3 meses de gracia al 5% mensual") is None
    assert find_calculation("invierto 100.000 al 4% mensual y 3% de comisión por 12 meses, ¿cuánto junto?") is None


def test_the_numbers_of_a_loan_are_told_apart() -> None:
    reading = read_question("hace dos años pedí 25.000 a 60 meses al 0,9% mensual y pagué las primeras 24 cuotas")
    assert reading is not None
    cash = Cash(reading)
    assert [cash.value(place) for place in cash.sums] == [25_000]
    assert [cash.value(place) for place in cash.terms] == [60]
    assert [cash.value(place) for place in cash.which] == [24]
    assert [cash.value(place) for place in cash.percents] == [0.9]
