"""Questions of several figures that are read as one: decisions, comparisons, what someone says of a figure."""

from collections.abc import Iterable

from ecobot_tui.economics.interpretation.cases import (
    data,
    finance,
    households,
    incomes,
    inequality,
    macro,
    markets,
    offers,
    prices,
)
from ecobot_tui.economics.interpretation.cases.telling import Case
from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.statement import Statement

CASES: tuple[Case, ...] = (
    *prices.CASES,
    *incomes.CASES,
    *offers.CASES,
    *finance.CASES,
    *markets.CASES,
    *inequality.CASES,
    *households.CASES,
    *macro.CASES,
    *data.CASES,
)


def read_cases(statement: Statement, candidates: Iterable[Case]) -> Found | None:
    """Read a statement as the first case that it is one of; None if it is none."""
    for case in candidates:
        if (lines := case.read(statement)) is not None:
            return Found(case.name, case.concept, lines)
    return None
