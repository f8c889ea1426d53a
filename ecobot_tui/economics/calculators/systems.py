"""What a system of identities is: magnitudes with the words that name them, and the rules between them."""

from collections.abc import Callable, Mapping

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.model import Kind


class Magnitude(msgspec.Struct, frozen=True):
    """One magnitude of a system."""

    symbol: str
    short: str
    """How formulas write it: «XN»."""
    name: str
    """With its article: «las exportaciones netas»."""
    labels: str
    """Pattern of the words that name it; of two that overlap the longer one counts."""
    kind: Kind = Kind.AMOUNT
    meaning: str = ""
    asked: str = ""
    """Pattern of words that ask for it without naming a datum, such as «cuánto consumen»."""
    opposite: str = ""
    """Symbol of the magnitude that is this one with the other sign, to be told with it: a deficit and the balance."""
    above: float | None = None
    over: float | None = None
    """A number that is not greater than this is something else: a change of taxes is no 0,25."""
    least: float | None = None
    """What it cannot be below, given or worked out."""
    most: float | None = None


class Rule(msgspec.Struct, frozen=True):
    """How one magnitude follows from others."""

    target: str
    needs: tuple[str, ...]
    compute: Callable[..., float]
    text: str
    """The formula, with the symbols in braces."""


Assumed = tuple[tuple[str, float, str], ...]
"""Values that a question leaves out because they are nothing: symbol, value and the sentence that says so."""


class System(msgspec.Struct, frozen=True):
    """Magnitudes and the rules between them, and the questions they answer."""

    id: str
    name: str
    area: str
    formula: str
    magnitudes: tuple[Magnitude, ...]
    rules: tuple[Rule, ...]
    keys: str
    names: str
    """Pattern of the questions that may be about this system; it has to match words, not be a lookahead only."""
    unless: str = ""
    default: str = ""
    """Symbols, best first, of what is meant where nothing unknown is named."""
    assumed: Callable[[str, frozenset[str]], Assumed] = lambda text, known: ()
    assumptions: tuple[str, ...] = ()
    adjust: Callable[[str, dict[str, float]], None] = lambda text, values: None
    """Puts right what words say about the given values, as the sign of «cayó 50»; may refuse them."""
    note: Callable[[str, Mapping[str, float]], str] = lambda symbol, values: ""
    """A sentence on what is asked that needs the numbers, such as the approximation that manuals use."""
    aside: str = ""
    """Pattern that, right before or after a number, makes it none of the magnitudes."""

    def magnitude(self, symbol: str) -> Magnitude:
        """Return a magnitude by its symbol; KeyError if there is none."""
        for one in self.magnitudes:
            if one.symbol == symbol:
                return one
        raise KeyError(symbol)


def rule(target: str, text: str, compute: Callable[..., float]) -> Rule:
    """Return a rule whose needs are the symbols in its text, in their first order: the order of its parameters."""
    return Rule(target, tuple(dict.fromkeys(rx.findall(r"\{(\w+)\}", text))), compute, text)
