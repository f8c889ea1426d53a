"""Questions of several figures that are read as one: decisions, comparisons, what someone says of a figure."""

from collections.abc import Iterable

from ecobot_tui.economics.interpretation.cases import (
    averages,
    bonds,
    daily,
    data,
    elasticities,
    external,
    finance,
    groups,
    holdings,
    households,
    incomes,
    inequality,
    investing,
    loans,
    macro,
    markets,
    offers,
    prices,
    production,
    rates,
    repeats,
    shops,
    units,
)
from ecobot_tui.economics.interpretation.cases.telling import Case
from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.statement import Statement

CASES: tuple[Case, ...] = (
    *rates.CASES,
    *prices.CASES,
    *incomes.CASES,
    *offers.CASES,
    *loans.CASES,
    *bonds.CASES,
    *finance.CASES,
    *elasticities.CASES,
    *production.CASES,
    *units.CASES,
    *markets.CASES,
    *averages.CASES,
    *inequality.CASES,
    *households.CASES,
    *external.CASES,
    *macro.CASES,
    *data.CASES,
    *groups.CASES,
    *daily.CASES,
    *holdings.CASES,
    *investing.CASES,
    *shops.CASES,
    *repeats.CASES,
)
"""The more specific come first; `Case.keys` keeps most of them from being tried."""


FIGURED = frozenset(
    one.name for module in (production, groups, daily, holdings, investing, shops, repeats) for one in module.CASES
)
"""Cases that need a figure in digits to go before the calculators: without one they need not be tried there."""


def read_cases(statement: Statement, candidates: Iterable[Case]) -> Found | None:
    """Read a statement as the first case that it is one of; None if it is none."""
    for case in candidates:
        if (lines := case.read(statement)) is not None:
            return Found(case.name, case.concept, lines)
    return None
