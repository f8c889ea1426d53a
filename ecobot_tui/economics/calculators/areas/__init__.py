"""The tables of calculators, one module or two for each area."""

from ecobot_tui.economics.calculators.areas import (
    bonds,
    changes,
    inflation,
    interest,
    loans,
    projects,
    rates,
    real_values,
)

ALL_CALCULATORS = (
    *inflation.CALCULATORS,
    *real_values.CALCULATORS,
    *changes.CALCULATORS,
    *interest.CALCULATORS,
    *rates.CALCULATORS,
    *loans.CALCULATORS,
    *projects.CALCULATORS,
    *bonds.CALCULATORS,
)
