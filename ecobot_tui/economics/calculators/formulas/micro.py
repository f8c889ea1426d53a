"""Microeconomics. Sources: Varian, Microeconomía intermedia, caps. 14-16, 24, 27; Mankiw, Principios, caps. 5-8."""


def point_elasticity(before: float, after: float, price_before: float, price_after: float) -> float:
    """Return (ΔQ/Q₀)/(ΔP/P₀)."""
    return ((after - before) / before) / ((price_after - price_before) / price_before)


def arc_elasticity(before: float, after: float, price_before: float, price_after: float) -> float:
    """Return the elasticity by midpoints: (ΔQ/Q̄)/(ΔP/P̄)."""
    return ((after - before) / (after + before)) / ((price_after - price_before) / (price_after + price_before))


def equilibrium(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    """Return price and quantity where Qd = a + bP meets Qs = c + dP."""
    price = (a - c) / (d - b)
    return price, a + b * price
