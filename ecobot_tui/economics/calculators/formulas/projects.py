"""Projects, bonds and shares. Source: Brealey, Myers y Allen, Principios de finanzas corporativas, caps. 3 a 9."""

import math
from collections.abc import Sequence
from itertools import pairwise


def net_present_value(flows: Sequence[float], rate: float) -> float:
    """Return the value today of flows at t = 0, 1, 2 …; the first one is not discounted."""
    return math.fsum(flow / (1 + rate) ** t for t, flow in enumerate(flows))


def sign_changes(flows: Sequence[float]) -> int:
    """Return how often the sign changes: at most that many internal rates of return there are."""
    signs = [flow > 0 for flow in flows if flow]
    return sum(one != other for one, other in pairwise(signs))


def internal_rate(flows: Sequence[float]) -> float:
    """Return the rate at which flows with one change of sign are worth nothing, by bisection; it is above −1.

    OverflowError where it is beyond a million times the investment.
    """
    low, high = -0.9999, 1.0
    below = net_present_value(flows, low) > 0
    while (net_present_value(flows, high) > 0) == below:
        high *= 4
        if high > 1e6:
            raise OverflowError
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if (net_present_value(flows, middle) > 0) == below else (low, middle)
    return (low + high) / 2


def internal_rates(flows: Sequence[float]) -> list[float]:
    """Return every rate from −0.99 to 10 at which flows are worth nothing, as far as a fine grid parts them."""
    grid = [-0.99 + 0.01 * step for step in range(1_100)]
    values = [net_present_value(flows, rate) for rate in grid]
    found: list[float] = []
    for (low, first), (high, last) in pairwise(zip(grid, values, strict=True)):
        if abs(first) < 1e-9:
            found.append(low)
        elif first * last < 0 and abs(last) >= 1e-9:
            below, above = low, high
            for _ in range(80):
                middle = (below + above) / 2
                if (net_present_value(flows, middle) > 0) == (first > 0):
                    below = middle
                else:
                    above = middle
            found.append((below + above) / 2)
    return found


def payback(flows: Sequence[float], rate: float = 0.0) -> float | None:
    """Return the periods until the flows, discounted at `rate`, have paid the first one back; None if never."""
    missing = -flows[0]
    for t, flow in enumerate(flows[1:], start=1):
        value = flow / (1 + rate) ** t
        if value >= missing > 0:
            return t - 1 + missing / value
        missing -= value
    return None


def bond_price(face: float, coupon: float, years: int, rate: float) -> float:
    """Return the price of a bond with one coupon a year, `coupon` and `rate` as shares."""
    return net_present_value([0.0] + [face * coupon] * (years - 1) + [face * (1 + coupon)], rate)


def bond_duration(face: float, coupon: float, years: int, rate: float) -> float:
    """Return Macaulay's duration in years: Σ t·VPₜ / P."""
    flows = [0.0] + [face * coupon] * (years - 1) + [face * (1 + coupon)]
    return math.fsum(t * flow / (1 + rate) ** t for t, flow in enumerate(flows)) / net_present_value(flows, rate)
