"""Macroeconomics. Sources: Mankiw, Macroeconomía, caps. 2, 4, 5, 10, 13; INDEC, EPH; BCRA, ITCRM."""


def expenditure(consumption: float, investment: float, government: float, exports: float, imports: float) -> float:
    """Return the product by expenditure: C + I + G + X − M."""
    return consumption + investment + government + exports - imports


def average_growth(first: float, last: float, periods: float) -> float:
    """Return the rate that, repeated, leads from `first` to `last`: (Yn/Y0)^(1/n) − 1."""
    return float((last / first) ** (1 / periods)) - 1


def multiplier(consumption: float, tax: float = 0.0, imports: float = 0.0) -> float:
    """Return the expenditure multiplier: 1/(1 − c(1−t) + m)."""
    return 1 / (1 - consumption * (1 - tax) + imports)


def tax_multiplier(consumption: float) -> float:
    """Return the multiplier of lump-sum taxes: −c/(1−c)."""
    return -consumption / (1 - consumption)


def money_multiplier(reserves: float, cash: float = 0.0) -> float:
    """Return the money multiplier: (1+c)/(c+e), with cash as a share of deposits."""
    return (1 + cash) / (cash + reserves)


def okun_gap(unemployment: float, natural: float, coefficient: float) -> float:
    """Return the output gap by Okun's law: −β(u − u*)."""
    return -coefficient * (unemployment - natural)


def real_exchange_rate_change(devaluation: float, abroad: float, at_home: float) -> float:
    """Return the change of the real exchange rate: (1+dev)(1+π*)/(1+π) − 1."""
    return (1 + devaluation) * (1 + abroad) / (1 + at_home) - 1


def forward_rate(spot: float, at_home: float, abroad: float) -> float:
    """Return the forward exchange rate of covered parity: S(1+i)/(1+i*)."""
    return spot * (1 + at_home) / (1 + abroad)


def effective_protection(product: float, material: float, share: float) -> float:
    """Return the effective rate of protection: (t − a·tᵢ)/(1 − a). Source: Krugman y Obstfeld, cap. 9."""
    return (product - share * material) / (1 - share)


def relative_ppp(at_home: float, abroad: float) -> float:
    """Return the rise of the exchange rate by relative PPP: (1+π)/(1+π*) − 1. Source: Krugman y Obstfeld, cap. 16."""
    return (1 + at_home) / (1 + abroad) - 1
