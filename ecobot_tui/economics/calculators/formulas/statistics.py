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
