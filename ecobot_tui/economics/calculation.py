"""What every calculator hands back, and how it says no."""

from collections.abc import Iterable

import msgspec

from ecobot_tui.economics.numbers import FoundNumber


class Calculation(msgspec.Struct, frozen=True):
    """A calculation that was done, in Spanish, ready to be shown."""

    subject: str
    """What was calculated, in a few words for the operator."""
    result: str
    """One sentence with the result."""
    formula: str
    """The calculation with its numbers in place."""
    remarks: tuple[str, ...] = ()
    """How to interpret the result, and how ambiguous numbers were read; one sentence each."""


class CalculationError(ValueError):
    """A calculation that cannot be done; the message is a Spanish sentence for whoever asked."""


def readings_taken(text: str, numbers: Iterable[FoundNumber]) -> tuple[str, ...]:
    """Return a sentence for each number of the text that could have been read otherwise: which reading it got."""
    sentences = (
        f"Tomé {text[number.start : number.end].strip()} como {number.reading}."
        for number in numbers
        if number.reading is not None
    )
    return tuple(dict.fromkeys(sentences))
