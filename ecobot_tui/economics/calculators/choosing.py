"""Where one reader tells several calculators apart: which of them a question asks for, and what each is given."""

from collections.abc import Callable

import msgspec

from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places


class Choice(msgspec.Struct, frozen=True):
    """A calculator and the places of the numbers that it gets."""

    id: str
    places: Places


def chosen_by(read: Callable[[Reading], Choice | None]) -> Callable[[str], Callable[[Reading], Places | None]]:
    """Return what makes the `place` of each calculator that `read` may choose, by its id."""

    def of(identifier: str) -> Callable[[Reading], Places | None]:
        def place(reading: Reading) -> Places | None:
            choice = read(reading)
            return choice.places if choice is not None and choice.id == identifier else None

        return place

    return of
