import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators import find_calculation
from ecobot_tui.economics.calculators.formulas import statistics

INCOMES = st.lists(st.floats(1, 1e6), min_size=2, max_size=20)


@given(INCOMES)
def test_the_gini_is_half_the_mean_difference(incomes: list[float]) -> None:
    count = len(incomes)
    apart = sum(abs(x - y) for x in incomes for y in incomes)
    assert statistics.gini(incomes) == pytest.approx(apart / (2 * count * sum(incomes)), abs=1e-9)


@given(INCOMES)
def test_equal_weights_change_nothing(values: list[float]) -> None:
    assert statistics.weighted_mean(values, [3.0] * len(values)) == pytest.approx(sum(values) / len(values))


def test_weights_that_do_not_add_up_are_told() -> None:
    with pytest.raises(CalculationError, match="sumar 100 %"):
        find_calculation("promedio ponderado de 8 (30%) y 6 (50%)")


def test_without_any_income_there_is_no_gini() -> None:
    with pytest.raises(CalculationError, match="alguno mayor que cero"):
        find_calculation("gini de 0, 0, 0")
