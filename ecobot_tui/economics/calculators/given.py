"""The data a calculator was given: by symbol, as numbers, as rates, and as they are written in a formula."""

from collections.abc import Mapping

from ecobot_tui.economics.calculators.model import Calculator, Kind
from ecobot_tui.economics.calculators.quantities import Quantity, months_in
from ecobot_tui.number_format import format_amount, format_number


class Incomplete(Exception):  # noqa: N818 - the question is at fault, not the program
    """A calculator that takes one datum or another was given neither: it is not what the question asks."""


class Given:
    """The quantities of each input of one calculator."""

    __slots__ = ("_calculator", "_quantities", "text")

    def __init__(self, calculator: Calculator, quantities: Mapping[str, tuple[Quantity, ...]], text: str = "") -> None:
        self.text = text
        self._calculator = calculator
        self._quantities = quantities

    def __contains__(self, symbol: str) -> bool:
        return symbol in self._quantities

    def __getitem__(self, symbol: str) -> float:
        """Return a number as it was written: 5 for «5 %»; a coefficient such as 0,8 also where it is «80 %»."""
        one = self.quantity(symbol)
        if one.mark == "%" and self._calculator.input(symbol).kind is Kind.SHARE:
            return one.value / 100
        return one.value

    def get(self, symbol: str, otherwise: float) -> float:
        """Return a number as it was written, or another one where the question does not give it."""
        if symbol not in self:
            return otherwise
        return self[symbol]

    def optional(self, symbol: str) -> float | None:
        """Return a number as it was written; None where the question does not give it."""
        if symbol not in self:
            return None
        return self[symbol]

    def quantity(self, symbol: str) -> Quantity:
        """Return the one quantity of an input; Incomplete where the question gives none."""
        return self.quantities(symbol)[0]

    def quantities(self, symbol: str) -> tuple[Quantity, ...]:
        """Return every quantity of an input; Incomplete where the question gives none."""
        try:
            return self._quantities[symbol]
        except KeyError:
            raise Incomplete(symbol) from None

    def all(self, symbol: str) -> list[float]:
        """Return every number of an input that takes many."""
        return [one.value for one in self.quantities(symbol)]

    def rate(self, symbol: str) -> float:
        """Return a percentage as a share: 0.05 for «5 %»."""
        return self.quantity(symbol).value / 100

    def rates(self, symbol: str) -> list[float]:
        """Return every percentage of an input as a share."""
        return [one.value / 100 for one in self.quantities(symbol)]

    def period(self, symbol: str) -> str | None:
        """Return the period a rate is for, where it was said."""
        return self.quantity(symbol).period

    def months_per_period(self, symbol: str, otherwise: str) -> float:
        """Return the length in months of a rate's period."""
        return months_in(self.period(symbol) or otherwise)

    def shown(self, symbol: str) -> str:
        """Return a number as it stands in a formula, without its unit."""
        one = self.quantity(symbol)
        if one.mark == "%" and self._calculator.input(symbol).kind is Kind.SHARE:
            return format_number(one.number.value / 100, exact=True)
        return format_number(one.number.value, exact=True)

    def fill(self, template: str) -> str:
        """Return a formula with the numbers in the places of their symbols, as `{p}`."""
        for symbol in self._quantities:
            place = f"{{{symbol}}}"
            if place in template:
                template = template.replace(place, self.shown(symbol))
        return template

    def money(self, value: float, *symbols: str) -> str:
        """Return an amount in the currency of the inputs, in that of the first that has one, or in none."""
        for symbol in symbols or tuple(self._quantities):
            for one in self._quantities.get(symbol, ()):
                if one.number.currency:
                    return format_amount(value, one.number.currency)
        return number(value, money=True)


def number(value: float, *, money: bool = False) -> str:
    """Write a calculated number; a residue of binary arithmetic near zero is zero."""
    return format_number(0.0 if abs(value) < 1e-12 else round(value, 12), money=money)


def percent(value: float) -> str:
    """Write a calculated percentage, 5 as `5 %`."""
    return f"{number(value)} %"
