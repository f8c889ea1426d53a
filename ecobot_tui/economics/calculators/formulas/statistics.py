"""Statistics and distribution. Sources: Sen, On Economic Inequality; Stock y Watson, Econometría."""

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


def line(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float, float]:
    """Return slope, intercept and correlation of least squares; ZeroDivisionError where one does not vary."""
    x_mean, y_mean = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    together = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    x_spread = math.fsum((x - x_mean) ** 2 for x in xs)
    y_spread = math.fsum((y - y_mean) ** 2 for y in ys)
    slope = together / x_spread
    return slope, y_mean - slope * x_mean, together / math.sqrt(x_spread * y_spread)
