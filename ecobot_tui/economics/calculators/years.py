"""Which numbers of a question are years: «en 2023», not the 2.000 of «ventas de 2.000»."""

import re

from ecobot_tui.economics.calculators.quantities import Reading

BEFORE_YEAR = re.compile(r"\b(?:en|de|del|desde|a|hasta|ano|entre|y|para)$")


def is_year(reading: Reading, place: int) -> bool:
    """Tell whether a number is a year: four bare digits, from 1900 to 2100, behind a word that leads to one."""
    one = reading.quantities[place]
    written = reading.question[one.number.start : one.number.end].strip()
    if one.mark != "#" or not written.isdigit() or not 1_900 <= one.value <= 2_100:
        return False
    return BEFORE_YEAR.search(reading.text[: reading.slots[place][0]].rstrip()) is not None
