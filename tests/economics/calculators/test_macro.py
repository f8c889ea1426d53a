import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculation import Calculation, CalculationError
from ecobot_tui.economics.calculators import Pending, find_calculation
from ecobot_tui.economics.calculators.formulas import macro

SHARES = st.floats(0.01, 0.95)
RATES = st.floats(-0.5, 2.0)


@given(SHARES)
def test_the_multiplier_is_the_sum_of_the_rounds(consumption: float) -> None:
    rounds = sum(consumption**n for n in range(2_000))
    assert macro.multiplier(consumption) == pytest.approx(rounds)
    assert macro.multiplier(consumption) + macro.tax_multiplier(consumption) == pytest.approx(1)


@given(SHARES, st.floats(0.05, 1.0))
def test_cash_makes_the_money_multiplier_smaller(cash: float, reserves: float) -> None:
    assert macro.money_multiplier(reserves, cash) <= macro.money_multiplier(reserves) + 1e-9


@given(st.floats(1, 1e9), RATES, st.integers(1, 60))
def test_average_growth_leads_from_the_first_to_the_last(first: float, rate: float, periods: int) -> None:
    last = first * (1 + rate) ** periods
    assert macro.average_growth(first, last, periods) == pytest.approx(rate, abs=1e-6)


@given(RATES, RATES)
def test_a_devaluation_as_large_as_the_inflation_gap_changes_nothing(abroad: float, at_home: float) -> None:
    devaluation = macro.forward_rate(1.0, at_home, abroad) - 1
    assert macro.real_exchange_rate_change(devaluation, abroad, at_home) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("multiplicador con PMC 1,2", "menor que 1"),
        ("multiplicador con PMC 0", "mayor que 0"),
        ("multiplicador monetario con encaje 0%", "mayor que 0"),
        ("tasa de desempleo con 900 desocupados y una PEA de 100", "más desocupados que población activa"),
        ("tasa de actividad con una PEA de 30 y una población de 20", "la PEA es mayor que la población"),
        ("PBI nominal 1500, real 0", "mayor que 0"),
        ("presión tributaria con recaudación de 700 y PBI de 600", "mayor que el PBI"),
        ("oficial 0, blue 1250", "mayor que 0"),
    ],
)
def test_the_impossible_is_said(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=re.escape(said)):
        find_calculation(question)


def test_what_lacks_is_asked_for() -> None:
    found = find_calculation("¿cuánto es el PBI con C=600, I=200, G=250 y X=150?")
    assert isinstance(found, Pending)
    assert "importaciones" in found.text


def test_both_sides_of_a_devaluation_are_told() -> None:
    found = find_calculation("si el dólar pasa de 800 a 1000, ¿cuánto se depreció el peso?")
    assert isinstance(found, Calculation)
    assert found.result == "El dólar subió 25 %; el peso perdió 20 % de su valor en dólares."
    assert found.formula == "1.000 / 800 − 1 = 25 %; 1 − 800 / 1.000 = 20 %"


def test_unemployment_is_measured_as_the_statistics_institute_does() -> None:
    found = find_calculation("900.000 desocupados y 11.100.000 ocupados")
    assert isinstance(found, Calculation)
    assert "INDEC" in found.remarks[1]
