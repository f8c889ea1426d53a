"""Linear demands and supplies of a question, as what they mean: quantities at prices, and where they meet."""

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import micro
from ecobot_tui.economics.calculators.given import Given, number


class Line(msgspec.Struct, frozen=True):
    """A line Q = a + bP."""

    a: float
    b: float

    def quantity(self, price: float) -> float:
        """Return the quantity at a price."""
        return self.a + self.b * price

    def price(self, quantity: float) -> float:
        """Return the price at a quantity."""
        return (quantity - self.a) / self.b

    @property
    def top(self) -> float:
        """The price at which the quantity is zero."""
        return -self.a / self.b

    @property
    def drop(self) -> float:
        """How much the price changes with one unit more."""
        return 1 / self.b

    def __str__(self) -> str:
        slope = "" if abs(self.b) == 1 else number(abs(self.b))
        return f"{number(self.a)} {'−' if self.b < 0 else '+'} {slope}P"

    def moved(self, units: float) -> "Line":
        """Return the line with so many units more at each price."""
        return Line(self.a + units, self.b)


class Market(msgspec.Struct, frozen=True):
    """A demand and a supply with their price and quantity of equilibrium."""

    demand: Line
    supply: Line
    price: float
    quantity: float

    @property
    def buyers(self) -> float:
        """The consumers' surplus."""
        return (self.demand.top - self.price) * self.quantity / 2

    @property
    def sellers(self) -> float:
        """The producers' surplus, from a price of zero on."""
        return sellers_surplus(self.supply, self.price)


def demand(g: Given, constant: str = "a", slope: str = "b", which: int = 0) -> Line:
    """Return the demand of a question, the first or the second one; CalculationError where it is none."""
    line = _line(g, constant, slope, "d", which)
    if line.b > 0:
        raise CalculationError("Esa demanda crece con el precio: tiene que tener pendiente negativa.")
    if line.a <= 0:
        raise CalculationError("Con esa demanda no se compra nada a ningún precio: revisá la ordenada.")
    return line


def supply(g: Given, constant: str = "c", slope: str = "d", which: int = 0) -> Line:
    """Return the supply of a question, the first or the second one; CalculationError where it is none."""
    line = _line(g, constant, slope, "s", which)
    if line.b < 0:
        raise CalculationError("Esa oferta baja con el precio: tiene que tener pendiente positiva.")
    return line


def _line(g: Given, constant: str, slope: str, side: str, which: int) -> Line:
    a, b = g[constant], g[slope]
    if b == 0:
        raise CalculationError("La pendiente no puede ser cero en una función lineal.")
    forms: list[str] = rx.findall(rf"\bz{side}([qp]) ", g.text)
    return Line(-a / b, 1 / b) if forms[which] == "p" else Line(a, b)


def market(g: Given) -> Market:
    """Return the market of a question; CalculationError where its curves do not meet."""
    return meeting(demand(g), supply(g))


def meeting(buyers: Line, sellers: Line) -> Market:
    """Return the market of a demand and a supply; CalculationError where they do not meet."""
    price, quantity = micro.equilibrium(buyers.a, buyers.b, sellers.a, sellers.b)
    if price <= 0 or quantity <= 0:
        raise CalculationError("Esas curvas no se cortan con precio y cantidad positivos: no hay equilibrio.")
    return Market(buyers, sellers, price, quantity)


def sellers_surplus(line: Line, price: float) -> float:
    """Return the area between a price and a supply, from a price of zero on."""
    lowest = max(0.0, line.top)
    return (price - lowest) * (line.quantity(lowest) + line.quantity(price)) / 2


def at_point(g: Given, line: Line) -> tuple[float, float]:
    """Return price and quantity of a line at the point a question gives; CalculationError where it gives none."""
    if "p" in g and "q" in g and abs(line.quantity(g["p"]) - g["q"]) > 1e-6 * max(1.0, g["q"]):
        raise CalculationError("Ese precio y esa cantidad no están los dos sobre la curva: decime uno solo.")
    if "p" in g:
        return g["p"], line.quantity(g["p"])
    if "q" in g:
        return line.price(g["q"]), g["q"]
    raise CalculationError("Para eso me falta un dato: ¿en qué precio o en qué cantidad?")


def solved(one: Market) -> str:
    """Return how the equilibrium was found, as a formula."""
    return f"{one.demand} = {one.supply} ⇒ P = {number(one.price)} ; Q = {number(one.quantity)}"
