"""The costs of a firm as a question gives them: a function of total, variable or marginal cost, or plain numbers."""

import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Input, Kind


class Costs(msgspec.Struct, frozen=True):
    """A total cost of up to the third power of the quantity."""

    fixed: float
    linear: float
    square: float = 0.0
    cube: float = 0.0
    known: bool = True
    """Whether the fixed cost was given."""

    def total(self, quantity: float) -> float:
        """Return the total cost of a quantity."""
        return self.fixed + self.variable(quantity)

    def variable(self, quantity: float) -> float:
        """Return the variable cost of a quantity."""
        return quantity * (self.linear + quantity * (self.square + quantity * self.cube))

    def marginal(self, quantity: float) -> float:
        """Return the marginal cost at a quantity."""
        return self.linear + quantity * (2 * self.square + quantity * 3 * self.cube)

    @property
    def marginal_text(self) -> str:
        """The marginal cost as a formula."""
        return _polynomial((self.linear, 2 * self.square, 3 * self.cube))

    def __str__(self) -> str:
        return _polynomial((self.fixed, self.linear, self.square, self.cube))


COST_INPUTS = (
    Input("k", "el costo marginal", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("f", "el costo fijo", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("t0", "el costo fijo de la función", Kind.AMOUNT, optional=True),
    Input("t1", "el costo por unidad de la función", Kind.AMOUNT, optional=True),
    Input("t2", "el coeficiente del cuadrado", Kind.AMOUNT, optional=True),
    Input("t3", "el coeficiente del cubo", Kind.AMOUNT, optional=True),
)
COST_WORDINGS = (
    r"zc[tmv] {t0} , {t1} , {t2} , {t3}",
    r"zc[tmv] {t0} , {t1} , {t2}",
    r"(?:cmg?|costos? (?:marginal(?:es)?|unitarios?|medios?(?: y marginal)?|variables?|por unidad)|cme cmg|c|mc)"
    r"(?: (?:de|es|son|en|constantes?|igual(?:es)?|a|iguales a|para|ambas|cada"
    r"|una|unidad|por|cmg|cme|unitario|comun))* {k}",
    r"(?:costos? fijos?|cf|cft)(?: (?:de|es|son|total|igual|a))* {f}",
    r"producir (?:cada unidad )?(?:les |le )?cuesta {k}",
)
"""Where a cost function or its parts stand; after the lines of demand, whose numbers are not to be taken."""


_NOTHING = re.compile(
    r"(?:costos?(?: marginal(?:es)?)?|cmg)(?: (?:es|son|de|igual|a|constante))* nul[oa]s?|sin costos?\b"
)


def costs(g: Given, otherwise: float | None = None) -> Costs:
    """Return the costs of a question; CalculationError where there are none and nothing may stand for them."""
    fixed = g["f"] if "f" in g else 0.0  # noqa: SIM401 - no mapping
    if "t0" in g:
        marker = rx.search(r"\bzc([tmv]) ", g.text)
        parts = [g[symbol] for symbol in ("t0", "t1", "t2", "t3") if symbol in g]
        if marker and marker[1] == "m":
            if any(parts[3:]):
                raise CalculationError("Ese costo marginal tiene una potencia más alta de las que sé integrar.")
            return Costs(fixed, parts[0], parts[1] / 2, parts[2] / 3, known="f" in g)
        linear, square, *cube = parts[1:]
        known = "f" in g or (marker is not None and marker[1] == "t")
        return Costs(fixed or parts[0], linear, square, cube[0] if cube else 0.0, known)
    if "k" in g:
        return Costs(fixed, g["k"], known="f" in g)
    if _NOTHING.search(g.text):
        return Costs(fixed, 0.0, known=True)
    if otherwise is None:
        raise CalculationError("Para eso me falta un dato: ¿cuál es el costo marginal?")
    return Costs(fixed, otherwise, known="f" in g)


def _polynomial(coefficients: tuple[float, ...]) -> str:
    """Write coefficients by rising power, as `5 + 4Q`."""
    powers = ("", "Q", "Q²", "Q³")
    parts: list[str] = []
    for power, value in enumerate(coefficients):
        if value:
            size = "" if power and abs(value) == 1 else number(abs(value))
            sign = ("−" if value < 0 else "") if not parts else (" − " if value < 0 else " + ")
            parts.append(f"{sign}{size}{powers[power]}")
    return "".join(parts) or "0"
