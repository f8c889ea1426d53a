"""Prices and inflation. Sources: Mankiw, Principios de economía, caps. 23, 24 y 30; INDEC, Metodología del IPC."""

import math
from collections.abc import Sequence


def change(first: float, last: float) -> float:
    """Return the change from `first` to `last` as a share of the first; ZeroDivisionError if that is 0."""
    return last / first - 1


def compounded(rates: Sequence[float]) -> float:
    """Return the change that successive changes add up to: Π(1+rᵢ) − 1."""
    return math.prod(1 + rate for rate in rates) - 1


def converted(rate: float, periods: float) -> float:
    """Return the rate over `periods` periods that a rate over one amounts to; `periods` may be a fraction."""
    return math.expm1(periods * math.log1p(rate))


def real_change(nominal: float, inflation: float) -> float:
    """Return a nominal change in constant prices (Fisher): (1+i)/(1+π) − 1."""
    return (1 + nominal) / (1 + inflation) - 1


def nominal_needed(real: float, inflation: float) -> float:
    """Return the nominal change that is worth a real one: (1+r)(1+π) − 1."""
    return (1 + real) * (1 + inflation) - 1


def purchasing_power_lost(inflation: float) -> float:
    """Return what share of its purchasing power idle money loses: 1 − 1/(1+π)."""
    return 1 - 1 / (1 + inflation)


def way_back(loss: float) -> float:
    """Return the rise that makes up for a fall: 1/(1−d) − 1."""
    return 1 / (1 - loss) - 1


def doubling_time(growth: float) -> float:
    """Return the exact number of periods in which something doubles: ln 2 / ln(1+g)."""
    return math.log(2) / math.log1p(growth)


def laspeyres(old_prices: Sequence[float], new_prices: Sequence[float], old_amounts: Sequence[float]) -> float:
    """Return the price index with the amounts of the base period, base 100; Paasche's with those of the last one."""
    return 100 * _value(new_prices, old_amounts) / _value(old_prices, old_amounts)


def _value(prices: Sequence[float], amounts: Sequence[float]) -> float:
    return math.fsum(price * amount for price, amount in zip(prices, amounts, strict=True))
