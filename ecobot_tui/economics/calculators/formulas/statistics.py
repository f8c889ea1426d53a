"""Statistics and distribution. Sources: Sen, On Economic Inequality."""

import math
from collections.abc import Sequence


def gini(incomes: Sequence[float]) -> float:
    """Return the Gini coefficient of incomes in any order: Σ(2i−n−1)xᵢ/(nΣx)."""
    ordered = sorted(incomes)
    count = len(ordered)
    weighted = math.fsum((2 * place - count - 1) * one for place, one in enumerate(ordered, start=1))
    return weighted / (count * math.fsum(ordered))


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float:
    """Return Σwx/Σw; ZeroDivisionError if the weights add up to 0."""
    return math.fsum(w * x for w, x in zip(weights, values, strict=True)) / math.fsum(weights)


def covariance(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the population covariance of two series of the same length. Source: Wooldridge, apéndice A."""
    mean_x, mean_y = math.fsum(first) / len(first), math.fsum(second) / len(second)
    return math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(first, second, strict=True)) / len(first)


def correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Return Pearson's r: cov / (σx·σy); ZeroDivisionError where a series is constant."""
    return covariance(first, second) / math.sqrt(covariance(first, first) * covariance(second, second))


def regression(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """Return constant and slope of the least-squares line of `second` on `first`; `first` must not be constant."""
    slope = covariance(first, second) / covariance(first, first)
    return math.fsum(second) / len(second) - slope * math.fsum(first) / len(first), slope
