"""Interest and loans. Sources: Mankiw, cap. 27; Brealey, Myers y Allen, Finanzas corporativas, cap. 2; BCRA (TNA)."""

import math

from ecobot_tui.economics.calculators.formulas.prices import converted


def future_value(capital: float, rate: float, periods: float) -> float:
    """Return what a capital grows to with compound interest: C(1+i)ⁿ."""
    return capital * (1 + converted(rate, periods))


def present_value(amount: float, rate: float, periods: float) -> float:
    """Return what a future amount is worth today: VF/(1+i)ⁿ."""
    return amount / (1 + converted(rate, periods))


def effective_from_nominal(nominal: float, times: float) -> float:
    """Return the effective rate of a nominal one that is paid `times` times in its period: (1+j/m)^m − 1."""
    return converted(nominal / times, times)


def nominal_from_effective(effective: float, times: float) -> float:
    """Return the nominal rate, paid `times` times, of an effective one: m[(1+e)^(1/m) − 1]."""
    return times * converted(effective, 1 / times)


def implied_rate(first: float, last: float, periods: float) -> float:
    """Return the rate per period at which `first` becomes `last`: (VF/VP)^(1/n) − 1."""
    return math.pow(last / first, 1 / periods) - 1


def periods_needed(ratio: float, rate: float) -> float:
    """Return the periods in which a capital is multiplied by `ratio`: ln(VF/VP)/ln(1+i)."""
    return math.log(ratio) / math.log1p(rate)


def annuity_present_value(payment: float, rate: float, periods: float) -> float:
    """Return today's value of equal payments at the end of each period: C[1 − (1+i)^−n]/i."""
    return payment * (periods if rate == 0 else -converted(rate, -periods) / rate)


def annuity_future_value(payment: float, rate: float, periods: float) -> float:
    """Return what equal payments at the end of each period add up to: C[(1+i)ⁿ − 1]/i."""
    return payment * (periods if rate == 0 else converted(rate, periods) / rate)


def french_payment(loan: float, rate: float, periods: float) -> float:
    """Return the constant instalment of a loan: P·i/(1 − (1+i)^−n)."""
    return loan / annuity_present_value(1, rate, periods)


def french_balance(loan: float, rate: float, periods: float, paid: float) -> float:
    """Return what is owed after some payments: the present value of the ones that are left.

    Growing the loan and taking the payments off, as textbooks do, loses every digit at high rates over many periods.
    """
    return annuity_present_value(french_payment(loan, rate, periods), rate, periods - paid)


def german_payment(loan: float, rate: float, periods: float, which: float) -> float:
    """Return instalment number `which` of a loan whose principal is repaid in equal parts."""
    return loan / periods + rate * (loan - (which - 1) * loan / periods)


def loan_rate(loan: float, payment: float, periods: int) -> float:
    """Return the rate per period at which equal instalments repay a loan, by bisection; at least 0 %.

    ValueError where the instalments do not add up to the loan.
    """
    if payment * periods < loan:
        raise ValueError("the instalments do not repay the loan")
    low, high = 0.0, 1.0
    while annuity_present_value(payment, high, periods) > loan:
        high *= 2
        if high > 1e6:
            raise OverflowError
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if annuity_present_value(payment, middle, periods) > loan else (low, middle)
    return (low + high) / 2


def continuous_value(capital: float, rate: float, years: float) -> float:
    """Return what a capital grows to when interest is added without pause: C·e^(rt)."""
    return capital * math.exp(rate * years)


def annuity_due(value: float, rate: float) -> float:
    """Return the value of payments at the start of each period, from that of payments at its end."""
    return value * (1 + rate)


def payments_to_repay(loan: float, payment: float, rate: float) -> float:
    """Return how many payments repay a loan: −ln(1 − P·i/A)/ln(1+i).

    ValueError where a payment does not even cover the interest.
    """
    if rate == 0:
        return loan / payment
    if payment <= loan * rate:
        raise ValueError("the payment does not cover the interest")
    return -math.log1p(-loan * rate / payment) / math.log1p(rate)


def payments_to_reach(goal: float, payment: float, rate: float, start: float = 0.0) -> float:
    """Return how many deposits, on top of a first sum, reach a goal: ln((VF·i + A)/(VP·i + A))/ln(1+i)."""
    if rate == 0:
        return (goal - start) / payment
    return math.log((goal * rate + payment) / (start * rate + payment)) / math.log1p(rate)


def saving_rate(goal: float, payment: float, periods: float) -> float:
    """Return the rate per period at which equal deposits at the end of each period reach a goal, by bisection.

    ValueError where they exceed it without any interest.
    """
    if payment * periods > goal:
        raise ValueError("the deposits exceed the goal")
    low, high = 0.0, 1.0
    while annuity_future_value(payment, high, periods) < goal:
        high *= 2
        if high > 1e6:
            raise OverflowError
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if annuity_future_value(payment, middle, periods) < goal else (low, middle)
    return (low + high) / 2


def rational_discount(face: float, rate: float, periods: float) -> float:
    """Return the discount on the present value of a document: N·i·t/(1 + i·t)."""
    return face * rate * periods / (1 + rate * periods)


def french_balance_with(loan: float, rate: float, payment: float, paid: float) -> float:
    """Return what is still owed after so many payments of any size."""
    return future_value(loan, rate, paid) - annuity_future_value(payment, rate, paid)


def payments_needed_at(loan: float, payment: float, rate: float) -> float:
    """Return how many equal flows repay an investment at a rate, 10,000 at most; 0 where they never do."""
    try:
        return min(payments_to_repay(loan, payment, rate), 10_000)
    except ValueError:
        return 0
