"""The numbers of the charts against independent ways to get them."""

import math
import random
from fractions import Fraction

import pytest

from ecobot_tui.economics.charts import Chart, answer_chart
from ecobot_tui.economics.charts.inequality import gini_of
from ecobot_tui.economics.charts.money import balance_after, instalment


def chart_of(question: str) -> Chart:
    answer = answer_chart(question)
    assert answer is not None
    assert answer.chart is not None, answer.text
    return answer.chart


def test_the_equilibrium_lies_on_both_curves() -> None:
    generator = random.Random(1)
    for _ in range(200):
        a, b, c, d = (generator.randint(low, high) for low, high in ((50, 900), (1, 20), (1, 49), (1, 20)))
        chart = chart_of(f"grafico oferta demanda {a} {b} {c} {d}")
        quantity, price = chart.marks[0].point
        exact = Fraction(a - c, b + d)
        assert quantity == pytest.approx(float(exact))
        assert price == pytest.approx(float(a - b * exact))
        assert price == pytest.approx(float(c + d * exact))
        for series in chart.series:
            assert all(x >= 0 and y >= -1e-9 for x, y in series.points)


def test_is_and_lm_cross_at_the_mark() -> None:
    chart = chart_of("grafico is-lm 30 0,02 5 0,03")

    output, rate = chart.marks[0].point
    assert output == pytest.approx(500)
    assert rate == pytest.approx(30 - 0.02 * output)
    assert rate == pytest.approx(5 + 0.03 * output)


def test_the_gini_is_the_mean_difference_over_twice_the_mean() -> None:
    generator = random.Random(2)
    for _ in range(100):
        incomes = [generator.uniform(0, 100) for _ in range(generator.randint(2, 30))]
        differences = sum(abs(one - other) for one in incomes for other in incomes)
        expected = differences / (2 * len(incomes) * sum(incomes))
        assert gini_of(incomes) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("rate", [0.0, 1e-6, 0.01, 0.05, 0.5, 3.0])
def test_the_balance_is_what_paying_month_by_month_leaves(rate: float) -> None:
    for count in (1, 2, 12, 60):
        payment, balance = instalment(1_000.0, rate, count), 1_000.0
        for paid in range(1, count + 1):
            balance = balance * (1 + rate) - payment
            if rate < 0.5:  # Month by month, rounding errors grow with the rate.
                assert balance_after(1_000.0, rate, count, paid) == pytest.approx(balance, abs=1e-4)
        assert balance_after(1_000.0, rate, count, count) == pytest.approx(0, abs=1e-9)
        assert balance_after(1_000.0, rate, count, 0) == pytest.approx(1_000)


def test_marginal_cost_cuts_average_cost_at_its_lowest() -> None:
    generator = random.Random(3)
    for _ in range(100):
        fixed, v, n = generator.randint(1, 500), generator.randint(20, 90), generator.randint(1, 4)
        m = -generator.randint(0, math.isqrt(3 * n * v) - 1)
        chart = chart_of(f"grafico costos CT = {fixed} + {v}Q - {-m}Q² + {n}Q³")
        best, lowest = chart.marks[0].point
        assert lowest == pytest.approx(fixed / best + v + m * best + n * best**2)
        assert lowest == pytest.approx(v + 2 * m * best + 3 * n * best**2, rel=1e-6)


def test_compound_growth_multiplies_period_by_period() -> None:
    chart = chart_of("grafico interes compuesto 1000 5% 24")

    amount = 1_000.0
    for period, (time, shown) in enumerate(chart.series[0].points):
        assert time == pytest.approx(period)
        assert shown == pytest.approx(amount)
        amount *= 1.05


def test_the_frontier_holds_the_efficient_point_and_not_the_others() -> None:
    chart = chart_of("grafico fpp 80 30")

    def share(x: float, y: float) -> float:
        return (x / 80) ** 2 + (y / 30) ** 2

    efficient, idle, impossible = (share(*mark.point) for mark in chart.marks)
    assert efficient == pytest.approx(1)
    assert idle < 1 < impossible
    assert all(share(*point) == pytest.approx(1) for point in chart.series[0].points)


def test_the_phillips_curve_passes_through_the_natural_rate() -> None:
    chart = chart_of("grafico phillips 8 1,5 6")

    assert chart.marks[0].point == (6.0, 8.0)
    (u0, pi0), (u1, pi1) = chart.series[0].points[0], chart.series[0].points[-1]
    assert (pi1 - pi0) / (u1 - u0) == pytest.approx(-1.5)
