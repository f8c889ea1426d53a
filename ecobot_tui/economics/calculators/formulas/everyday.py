"""Everyday money: discounts, taxes on prices, pay and taxes by brackets.

Sources: Ley 23.041 (aguinaldo), Ley 20.744 (horas, vacaciones, indemnización), Ley 23.349 (IVA). The rest is plain
arithmetic.
"""

import math
from collections.abc import Sequence


def factor(falls: Sequence[float], rises: Sequence[float]) -> float:
    """Return what successive falls and rises multiply an amount by: Π(1 − dᵢ) · Π(1 + uᵢ)."""
    return math.prod(1 - fall for fall in falls) * math.prod(1 + rise for rise in rises)


def without_tax(gross: float, rate: float) -> float:
    """Return the price before a tax on it: final / (1 + t)."""
    return gross / (1 + rate)


def bracket_tax(base: float, brackets: Sequence[tuple[float, float]]) -> float:
    """Return a tax by brackets: each rate only on what lies between its floor and the next one.

    `brackets` are (floor, rate), in rising order of their floors.
    """
    tops = [floor for floor, _ in brackets[1:]] + [math.inf]
    parts = zip(brackets, tops, strict=True)
    return math.fsum(rate * max(0.0, min(base, top) - floor) for (floor, rate), top in parts)


def thirteenth_salary(best: float, share_of_half_year: float) -> float:
    """Return half of the best monthly pay of the half-year, in proportion to the time worked in it."""
    return best / 2 * share_of_half_year


def overtime_pay(hour: float, hours: float, surcharge: float) -> float:
    """Return the pay of overtime: hours at the normal hour's price plus a surcharge."""
    return hour * hours * (1 + surcharge)
