"""Which indicators a statement names, and which of its figures is whose."""

import re
from collections.abc import Iterable

import msgspec

from ecobot_tui.economics.interpretation.indicators import Indicator
from ecobot_tui.economics.interpretation.statement import Figure, Statement

FARTHEST = 8
"""How far a figure may stand from the name it belongs to, in words; a clause's end counts for several."""
_CLAUSE_COSTS = 4
_JOINING = re.compile(r"(?:^| )(?:y|e|o|pero|con|si|cuando|mientras|entre|contra|frente|vs|aunque|,)(?= |$)")
_SLOT = re.compile(r"[%$@&!#]\d")
_OF = re.compile(
    r"^ (?:(?:de|del|en|por|mas de|menos de) (?:[a-z]+ ){0,2}|(?:la|el|los|las|mi|su) |anual de |mensual de )?$"
)


class Named(msgspec.Struct, frozen=True):
    """An indicator with the place of its name."""

    indicator: Indicator
    start: int
    end: int

    def distance(self, statement: Statement, figure: Figure) -> int:
        """Return how far a figure stands from the name; `FARTHEST` and more where it does not belong to it."""
        return distance(statement, self.start, self.end, figure)


def names_in(statement: Statement, candidates: Iterable[Indicator]) -> list[Named]:
    """Return the indicators that a statement names, without names within longer ones."""
    found = [
        Named(one, match.start(), match.end())
        for one in candidates
        if (match := one.pattern.search(statement.text)) and one.fits(statement.text)
    ]
    return [one for one in found if not any(_covers(other, one) for other in found if other is not one)]


def _covers(other: Named, one: Named) -> bool:
    """Tell whether a name holds another one; of two equal ones the higher rank does."""
    if not (other.start <= one.start and one.end <= other.end) or other.indicator.name == one.indicator.name:
        # One thing in two units has two indicators: the figure tells which of them is meant.
        return False
    if (other.start, other.end) == (one.start, one.end):
        return other.indicator.rank > one.indicator.rank
    return True


def distance(statement: Statement, start: int, end: int, figure: Figure) -> int:
    """Return how far a figure stands from a name at a place, after it or, with «de» between, before it."""
    place = statement.place(figure)
    if start <= place < end:
        return 0
    if place >= end:
        between = statement.text[end:place]
        if _SLOT.search(between):
            return FARTHEST + 1
        return len(between.split()) + (_CLAUSE_COSTS - 1) * len(_JOINING.findall(between))
    between = statement.text[place + len(figure.slot) : start]
    if _SLOT.search(between) or not _OF.match(between):
        return FARTHEST + 1
    return 1 + len(between.split())


def closest(statement: Statement, named: list[Named], figures: Iterable[Figure]) -> dict[str, Named]:
    """Return, by slot, the indicator that each figure belongs to; a figure near none has no entry."""
    owners: dict[str, Named] = {}
    options = sorted(
        (
            (one.distance(statement, figure), -one.indicator.rank, place, one, figure)
            for figure in figures
            for place, one in enumerate(named)
            if figure.mark in one.indicator.marks
        ),
        key=lambda option: option[:3],
    )
    for cost, _, _, one, figure in options:
        if cost <= FARTHEST and figure.slot not in owners and one not in owners.values():
            owners[figure.slot] = one
    return owners
