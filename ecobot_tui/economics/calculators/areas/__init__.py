"""The tables of calculators, one module or two for each area."""

from ecobot_tui.economics.calculators.areas import (
    bonds,
    changes,
    elasticity,
    external,
    inflation,
    interest,
    labour,
    loans,
    macro,
    market,
    output,
    projects,
    rates,
    real_values,
    supply_demand,
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
    *market.CALCULATORS,
    *elasticity.CALCULATORS,
    *supply_demand.CALCULATORS,
    *output.CALCULATORS,
    *labour.CALCULATORS,
    *macro.CALCULATORS,
    *external.CALCULATORS,
)
