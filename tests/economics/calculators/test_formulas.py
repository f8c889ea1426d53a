import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculators.formulas import interest, prices, projects

RATES = st.floats(-0.5, 2.0, allow_nan=False)
PERIODS = st.integers(1, 60)
AMOUNTS = st.floats(1, 1e9, allow_nan=False)


@given(st.lists(RATES, min_size=1, max_size=12))
def test_compounding_is_a_loop_of_rises(rates: list[float]) -> None:
    level = 1.0
    for rate in rates:
        level += level * rate
    assert prices.compounded(rates) == pytest.approx(level - 1, rel=1e-9, abs=1e-9)


@given(st.floats(-0.2, 2.0), st.integers(1, 24))
def test_a_converted_rate_comes_back(rate: float, periods: int) -> None:
    whole = prices.converted(rate, periods)
    assert whole == pytest.approx(prices.compounded([rate] * periods), rel=1e-9, abs=1e-9)
    assert prices.converted(whole, 1 / periods) == pytest.approx(rate, rel=1e-6, abs=1e-6)


@given(RATES, RATES)
def test_real_and_nominal_undo_each_other(nominal: float, inflation: float) -> None:
    real = prices.real_change(nominal, inflation)
    assert prices.nominal_needed(real, inflation) == pytest.approx(nominal, abs=1e-9)


@given(st.floats(0.01, 0.99))
def test_the_way_back_ends_where_it_began(loss: float) -> None:
    assert (1 - loss) * (1 + prices.way_back(loss)) == pytest.approx(1)


@given(st.floats(0.001, 1.0))
def test_after_the_doubling_time_it_is_twice_as_much(growth: float) -> None:
    assert (1 + growth) ** prices.doubling_time(growth) == pytest.approx(2)


@given(AMOUNTS, st.floats(0.0001, 0.5), PERIODS)
def test_annuities_are_sums_of_payments(payment: float, rate: float, periods: int) -> None:
    now = math.fsum(payment / (1 + rate) ** t for t in range(1, periods + 1))
    later = math.fsum(payment * (1 + rate) ** t for t in range(periods))
    assert interest.annuity_present_value(payment, rate, periods) == pytest.approx(now, rel=1e-8)
    assert interest.annuity_future_value(payment, rate, periods) == pytest.approx(later, rel=1e-8)


@given(AMOUNTS, st.floats(0.0001, 0.3), st.integers(1, 120), st.data())
def test_a_french_loan_is_repaid_step_by_step(loan: float, rate: float, periods: int, data: st.DataObject) -> None:
    payment = interest.french_payment(loan, rate, periods)
    owed = loan
    paid = data.draw(st.integers(0, periods))
    for _ in range(paid):
        owed = owed * (1 + rate) - payment
    tolerance = loan * (1 + rate) ** periods * 1e-9
    assert interest.french_balance(loan, rate, periods, paid) == pytest.approx(owed, abs=tolerance)
    assert interest.loan_rate(loan, payment, periods) == pytest.approx(rate, abs=1e-7)


@given(AMOUNTS, st.floats(0.0, 0.3), st.integers(1, 60))
def test_a_german_loan_repays_its_principal(loan: float, rate: float, periods: int) -> None:
    payments = [interest.german_payment(loan, rate, periods, which) for which in range(1, periods + 1)]
    interest_due = rate * loan * (periods + 1) / 2
    assert math.fsum(payments) == pytest.approx(loan + interest_due, rel=1e-9)


@given(RATES.filter(lambda rate: rate > -0.4), st.sampled_from([1, 2, 4, 12, 365]))
def test_nominal_and_effective_undo_each_other(nominal: float, times: int) -> None:
    effective = interest.effective_from_nominal(nominal, times)
    assert interest.nominal_from_effective(effective, times) == pytest.approx(nominal, rel=1e-6, abs=1e-7)


@given(AMOUNTS, st.floats(0.001, 0.5), PERIODS)
def test_value_rate_and_time_undo_each_other(capital: float, rate: float, periods: int) -> None:
    value = interest.future_value(capital, rate, periods)
    assert interest.present_value(value, rate, periods) == pytest.approx(capital)
    assert interest.implied_rate(capital, value, periods) == pytest.approx(rate, rel=1e-6)
    assert interest.periods_needed(value / capital, rate) == pytest.approx(periods)


def test_a_loan_that_is_not_repaid_has_no_rate() -> None:
    with pytest.raises(ValueError, match="do not repay"):
        interest.loan_rate(100, 5, 12)


@given(st.floats(1, 1e6), st.lists(st.floats(0.01, 1e6), min_size=1, max_size=20))
def test_at_the_internal_rate_a_project_is_worth_nothing(investment: float, flows: list[float]) -> None:
    if math.fsum(flows) < 0.5 * investment or math.fsum(flows) > 1e4 * investment:
        return
    rate = projects.internal_rate([-investment, *flows])
    if rate > -0.5:
        assert projects.net_present_value([-investment, *flows], rate) == pytest.approx(0, abs=1e-5 * investment)


@given(st.floats(0.001, 0.3), st.integers(1, 30), st.floats(0.001, 0.3))
def test_a_bond_is_an_annuity_and_its_face(coupon: float, years: int, rate: float) -> None:
    price = interest.annuity_present_value(100 * coupon, rate, years) + interest.present_value(100, rate, years)
    assert projects.bond_price(100, coupon, years, rate) == pytest.approx(price, rel=1e-8)
    step = 1e-5
    slope = (
        projects.bond_price(100, coupon, years, rate + step) - projects.bond_price(100, coupon, years, rate - step)
    ) / (2 * step)
    duration = projects.bond_duration(100, coupon, years, rate)
    assert duration / (1 + rate) == pytest.approx(-slope / price, rel=1e-4)


def test_what_is_never_paid_back_has_no_payback() -> None:
    assert projects.payback([-100, 10, 20]) is None
    assert projects.payback([-100, 50, 50]) == 2


@given(AMOUNTS, st.floats(0.001, 0.3), st.integers(1, 120))
def test_the_payments_of_a_loan_are_counted_back(loan: float, rate: float, periods: int) -> None:
    payment = interest.french_payment(loan, rate, periods)
    if payment > loan * rate * (1 + 1e-6):
        assert interest.payments_to_repay(loan, payment, rate) == pytest.approx(periods, rel=1e-3)
    assert interest.french_balance_with(loan, rate, payment, periods) == pytest.approx(
        0, abs=loan * (1 + rate) ** periods * 1e-9
    )


def test_a_payment_below_the_interest_never_repays() -> None:
    with pytest.raises(ValueError, match="does not cover"):
        interest.payments_to_repay(100, 5, 0.05)


@given(AMOUNTS, st.floats(0.0001, 0.3), st.integers(1, 120), st.floats(0, 1e6))
def test_a_goal_is_reached_when_it_is_said(payment: float, rate: float, periods: int, start: float) -> None:
    goal = interest.annuity_future_value(payment, rate, periods) + interest.future_value(start, rate, periods)
    assert interest.payments_to_reach(goal, payment, rate, start) == pytest.approx(periods, rel=1e-6)


@given(AMOUNTS, st.floats(0.001, 0.3), st.integers(2, 120))
def test_the_rate_of_savings_comes_back(payment: float, rate: float, periods: int) -> None:
    goal = interest.annuity_future_value(payment, rate, periods)
    assert interest.saving_rate(goal, payment, periods) == pytest.approx(rate, rel=1e-6)


@given(AMOUNTS, st.floats(0.001, 0.5), PERIODS)
def test_a_rational_discount_is_the_simple_interest_of_what_is_received(face: float, rate: float, periods: int) -> None:
    discount = interest.rational_discount(face, rate, periods)
    assert (face - discount) * rate * periods == pytest.approx(discount)
