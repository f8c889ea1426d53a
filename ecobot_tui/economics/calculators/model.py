"""What a calculator is: a declaration of its inputs, its wordings, its limits and its function."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from ecobot_tui.economics.calculators.given import Given
    from ecobot_tui.economics.calculators.quantities import Reading


class Kind(Enum):
    """What sort of number an input takes; the value holds the marks of the slots that a wording may give it."""

    RATE = "%#"
    """A percentage, kept as it was written: 5 for «5 %»."""
    AMOUNT = "$#"
    """An amount of money, or any plain number that may be one."""
    NUMBER = "#"
    """A plain number: an index, a count, a share such as 0,8."""
    TIME = "@#"
    """A time with its unit, as in «6 meses»."""
    SHARE = "#%"
    """A coefficient between 0 and 1 that may be written as a percentage."""

    @property
    def unmistakable(self) -> str:
        """The marks of the slots that an input may take without a word that names it."""
        return {"%#": "%", "$#": "$#", "#": "#", "@#": "@", "#%": "#%"}[self.value]


class Input(msgspec.Struct, frozen=True):
    """One datum that a calculator needs."""

    symbol: str
    """Its name in wordings and in the function."""
    name: str
    """Its name for people, with the article: «la inflación»."""
    kind: Kind
    many: bool = False
    """It takes all the numbers of its kind, two at least, in their order."""
    optional: bool = False
    above: float | None = None
    """The value must be greater than this."""
    below: float | None = None
    """The value must be less than this."""
    no_year: bool = False
    """A whole number from 1900 to 2100 without a sign is more likely a year than this."""
    most: float | None = None
    """The value must not be greater than this."""
    foreign: bool | None = None
    """Whether it has to be in a foreign currency, or may not; None where both are right."""
    labels: str = ""
    """Pattern of the words that name it: where no wording gives it a number, the nearest fitting one is its."""

    @property
    def unit(self) -> str:
        """What is written after the number, with the blank before it."""
        return " %" if self.kind is Kind.RATE else ""


class Solution(msgspec.Struct, frozen=True):
    """What a calculator's function works out."""

    value: float
    """The main result: a percentage as 5 for «5 %», money in units of currency, time in the unit that is said."""
    result: str
    """One sentence with the result."""
    worked: str
    """The formula with the numbers in it and the result."""
    meaning: str
    """One sentence that interprets the result."""
    assumptions: tuple[str, ...] = ()
    """What was taken for granted, one sentence each."""


class Calculator(msgspec.Struct, frozen=True):
    """A calculator, found from a question by its words and filled from the numbers around them."""

    id: str
    name: str
    area: str
    formula: str
    """The formula in symbols, as help shows it."""
    inputs: tuple[Input, ...]
    keys: str
    """Folded words, one of which a question must hold; they lead to the calculator through the index."""
    when: tuple[str, ...]
    """Patterns that must all be found in the folded question."""
    wordings: tuple[str, ...]
    """Patterns that give numbers to inputs, best first: `{x}` is the number of input x, `~` up to four words."""
    work: Callable[["Given"], Solution]
    names: str = ""
    """Pattern of what can only mean this calculator («índice de Lerner»): it stands in for `when`, and the key words of
    other calculators around it count no longer against it."""
    unless: str = ""
    """A pattern that must not be found."""
    also: str = ""
    """Folded words that do not change what the calculator is asked, though they are keys of others."""
    asks: bool = True
    """Whether one missing datum is asked for."""
    place: "Callable[[Reading], dict[str, list[int]] | None] | None" = None
    """Tells which numbers of a question each input gets, where a story has to be understood rather than labels be
    near; None where the question is no such story."""
    needs: str = ""
    """Folded words, one of which a question must hold before any pattern is tried; for names full of everyday words."""

    family: "Callable[[Reading], str | None] | None" = None
    """Returns the id of the one of several calculators that a question may ask for; they share the function, which is
    asked once for each question."""

    def input(self, symbol: str) -> Input:
        """Return an input by its symbol; KeyError if there is none."""
        for one in self.inputs:
            if one.symbol == symbol:
                return one
        raise KeyError(symbol)
