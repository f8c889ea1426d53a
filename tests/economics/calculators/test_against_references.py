"""The formulas against numpy, numpy-financial and scipy on random inputs, some ten thousand in all."""

import math
import random
import statistics as stats

import numpy as np
import numpy_financial as npf
import pytest
from scipy import optimize
from scipy import stats as scipy_stats

from ecobot_tui.economics.calculators.formulas import interest, micro, prices, projects, statistics

ROUNDS = 600


@pytest.fixture
def dice() -> random.Random:
    return random.Random(20261122)


def rate_of(dice: random.Random) -> float:
    return dice.uniform(0.0005, 0.6)


def test_values_in_time(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        amount, rate, count = dice.uniform(1, 1e7), rate_of(dice), dice.randint(1, 120)
        assert interest.future_value(amount, rate, count) == pytest.approx(float(npf.fv(rate, count, 0, -amount)))
        assert interest.present_value(amount, rate, count) == pytest.approx(float(npf.pv(rate, count, 0, -amount)))
        assert interest.annuity_present_value(amount, rate, count) == pytest.approx(float(npf.pv(rate, count, -amount)))
        assert interest.annuity_future_value(amount, rate, count) == pytest.approx(
            float(npf.fv(rate, count, -amount, 0))
        )


def test_loans(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        loan, rate, count = dice.uniform(1e3, 1e8), dice.uniform(0.001, 0.2), dice.randint(2, 360)
        payment = interest.french_payment(loan, rate, count)
        assert payment == pytest.approx(float(npf.pmt(rate, count, -loan)))
        paid = dice.randint(1, count - 1)
        assert interest.french_balance(loan, rate, count, paid) == pytest.approx(
            float(npf.pv(rate, count - paid, -payment))
        )
        before = interest.french_balance(loan, rate, count, paid - 1)
        repaid = before - interest.french_balance(loan, rate, count, paid)
        assert repaid == pytest.approx(payment - rate * before, rel=1e-6, abs=1e-6 * loan)


def test_the_rate_of_a_loan(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        rate, count = dice.uniform(0.001, 0.5), dice.randint(2, 120)
        payment = interest.french_payment(1000, rate, count)
        assert interest.loan_rate(1000, payment, count) == pytest.approx(rate, rel=1e-6)
        expected = optimize.brentq(lambda i, n=count, a=payment: float(npf.pv(i, n, -a)) - 1000, 1e-6, 2)
        assert interest.loan_rate(1000, payment, count) == pytest.approx(expected, rel=1e-6)


def test_net_present_value_and_internal_rate(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        flows = [-dice.uniform(500, 5000), *(dice.uniform(10, 3000) for _ in range(dice.randint(1, 15)))]
        rate = dice.uniform(-0.5, 1.5)
        assert projects.net_present_value(flows, rate) == pytest.approx(float(npf.npv(rate, flows)))
        found = projects.internal_rate(flows)
        assert projects.net_present_value(flows, found) == pytest.approx(0, abs=1e-5 * sum(map(abs, flows)))
        expected = float(npf.irr(flows))
        if not math.isnan(expected):
            assert found == pytest.approx(expected, rel=1e-6, abs=1e-8)


def test_bonds(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        face, coupon, years, rate = 1000, dice.uniform(0, 0.3), dice.randint(1, 30), dice.uniform(0.001, 0.5)
        price = projects.bond_price(face, coupon, years, rate)
        assert price == pytest.approx(float(npf.pv(rate, years, -face * coupon, -face)))
        step = 1e-6
        slope = (
            projects.bond_price(face, coupon, years, rate + step)
            - projects.bond_price(face, coupon, years, rate - step)
        ) / (2 * step)
        duration = projects.bond_duration(face, coupon, years, rate)
        assert duration / (1 + rate) == pytest.approx(-slope / price, rel=1e-4)


def test_conversions_of_rates(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        rate, times = rate_of(dice), dice.choice((1, 2, 4, 6, 12, 365))
        effective = interest.effective_from_nominal(rate, times)
        assert effective == pytest.approx(math.expm1(times * math.log1p(rate / times)))
        assert interest.nominal_from_effective(effective, times) == pytest.approx(rate)
        assert prices.converted(prices.converted(rate, 1 / times), times) == pytest.approx(rate)


def test_successive_changes(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        changes = [dice.uniform(-0.9, 2) for _ in range(dice.randint(1, 24))]
        assert prices.compounded(changes) == pytest.approx(
            float(np.prod(1 + np.array(changes)) - 1), rel=1e-9, abs=1e-12
        )


def test_two_series(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        count = dice.randint(3, 30)
        first = [dice.uniform(-100, 100) for _ in range(count)]
        second = [dice.uniform(-100, 100) for _ in range(count)]
        line = scipy_stats.linregress(first, second)
        constant, slope = statistics.regression(first, second)
        assert slope == pytest.approx(line.slope, rel=1e-8, abs=1e-10)
        assert constant == pytest.approx(line.intercept, rel=1e-8, abs=1e-8)
        assert statistics.correlation(first, second) == pytest.approx(line.rvalue, abs=1e-10)
        assert statistics.covariance(first, second) == pytest.approx(
            float(np.cov(first, second, ddof=0)[0, 1]), abs=1e-8
        )


def test_gini_is_half_the_mean_difference(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        incomes = [dice.uniform(0, 1e6) for _ in range(dice.randint(2, 40))]
        array = np.array(incomes)
        expected = np.abs(array[:, None] - array[None, :]).mean() / (2 * array.mean())
        assert statistics.gini(incomes) == pytest.approx(float(expected))


def test_a_weighted_mean(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        values = [dice.uniform(-10, 10) for _ in range(dice.randint(1, 20))]
        weights = [dice.uniform(0.01, 5) for _ in values]
        expected = float(np.average(values, weights=weights))
        assert statistics.weighted_mean(values, weights) == pytest.approx(expected, abs=1e-12)
        assert statistics.weighted_mean(values, [1.0] * len(values)) == pytest.approx(stats.fmean(values), abs=1e-12)


def test_the_crossing_of_two_lines(dice: random.Random) -> None:
    for _ in range(ROUNDS):
        a, b = dice.uniform(50, 500), dice.uniform(0.1, 10)
        c, d = dice.uniform(-50, 40), dice.uniform(0.1, 10)
        price, amount = micro.equilibrium(a, -b, c, d)
        expected = optimize.brentq(lambda p, a=a, b=b, c=c, d=d: (a - b * p) - (c + d * p), -1e5, 1e5)
        assert price == pytest.approx(expected, rel=1e-8, abs=1e-8)
        assert amount == pytest.approx(a - b * expected, rel=1e-8, abs=1e-6)
