"""Microeconomía: la cantidad que maximiza el beneficio cuando se dan las funciones de ingreso y de costo."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_INCOME = r"\bzi([tm]) ((?:[$#]\d+(?: , )?)+)"
_COST = r"\bzc([tm]) ((?:[$#]\d+(?: , )?)+)"
_FLAT = r"\b(?:cmg|costo marginal)(?: (?:es|de|constante|igual|a))* [$#](\d+)"


def _place(reading: Reading) -> dict[str, list[int]] | None:
    """Take the coefficients of both functions; a plain marginal cost counts as a function too."""
    income, cost = rx.search(_INCOME, reading.text), rx.search(_COST, reading.text)
    flat = None if cost else rx.search(_FLAT, reading.text)
    if income is None or (cost is None and flat is None):
        return None
    earned = [int(found) for found in rx.findall(r"\d+", income[2])]
    spent = [int(found) for found in rx.findall(r"\d+", cost[2])] if cost else [int(flat[1])] if flat else []
    if len(earned) + len(spent) != len(reading.quantities) or max(len(earned), len(spent)) > 4:
        return None
    return {f"i{power}": [place] for power, place in enumerate(earned)} | {
        f"c{power}": [place] for power, place in enumerate(spent)
    }


def _coefficients(g: Given, letter: str) -> list[float]:
    return [g.get(f"{letter}{power}", 0.0) for power in range(4)]


def _derived(coefficients: list[float]) -> list[float]:
    return [power * one for power, one in enumerate(coefficients)][1:]


def _at(coefficients: list[float], quantity: float) -> float:
    return sum(one * quantity**power for power, one in enumerate(coefficients))


def _best(marginal: list[float]) -> float:
    """Return where a marginal profit of degree two at most falls through zero; CalculationError where it does not."""
    constant, slope, bend = (*marginal, 0.0, 0.0, 0.0)[:3]
    if bend == 0:
        roots = [-constant / slope] if slope else []
    else:
        inside = slope**2 - 4 * bend * constant
        roots = [(-slope + side * inside**0.5) / (2 * bend) for side in (1, -1)] if inside >= 0 else []
    falling = [one for one in roots if one > 0 and slope + 2 * bend * one < 0]
    if not falling:
        raise CalculationError("Con esas funciones no hay una cantidad positiva que maximice el beneficio.")
    return max(falling)


def _maximum(g: Given) -> Solution:
    earned, spent = _coefficients(g, "i"), _coefficients(g, "c")
    total_income, total_cost = "zit" in g.text, "zct" in g.text
    gains = _derived(earned) if total_income else earned
    costs = _derived(spent) if total_cost else spent
    width = max(len(gains), len(costs))
    gains, costs = gains + [0.0] * (width - len(gains)), costs + [0.0] * (width - len(costs))
    if any(one - other for one, other in zip(gains[3:], costs[3:], strict=True)):
        raise CalculationError("Esas funciones tienen un grado más alto del que sé resolver.")
    quantity = _best([one - other for one, other in zip(gains, costs, strict=True)][:3])
    marginal = _at(gains, quantity)
    profit = _at(earned, quantity) - _at(spent, quantity) if total_income and total_cost else None
    said = f" El beneficio máximo es {number(profit)}." if profit is not None else ""
    asked = profit is not None and rx.search(
        r"(?:cuanto (?:gana|es el beneficio)|cual es el beneficio|beneficio maximo|maximo beneficio)", g.text
    )
    return Solution(
        profit if asked and profit is not None else quantity,
        f"Conviene producir {number(quantity)} unidades.{said}",
        f"IMg = CMg = {number(marginal)} ⇒ Q = {number(quantity)}"
        + (
            f" ; π = {number(_at(earned, quantity))} − {number(_at(spent, quantity))} = {number(profit)}"
            if profit is not None
            else ""
        ),
        "Una unidad más costaría más de lo que ingresa; una menos dejaría de ganar.",
        ("el beneficio es máximo donde el ingreso marginal iguala al costo marginal",),
    )


CALCULATORS = (
    Calculator(
        id="maximo_beneficio_de_funciones",
        name="la cantidad que maximiza el beneficio",
        area=AREA,
        formula="IMg = CMg",
        inputs=tuple(
            Input(f"{letter}{power}", f"un coeficiente del {name}", Kind.AMOUNT, optional=power > 0)
            for letter, name in (("i", "ingreso"), ("c", "costo"))
            for power in range(4)
        ),
        keys="zit zim",
        needs="zit zim",
        when=(),
        names=r"^(?=.*(?:maxim|optim|conviene|ganar (?:mas|lo mas)|cuanto (?:debe |tiene que )?produc|que cantidad"
        r"|beneficio|cuant[oa]s? (?:unidades )?(?:debe|hay que|produc|vend))).*",
        unless=r"\bz[ds][qp] |%\d|@\d|elastic|impuesto",
        wordings=(),
        place=_place,
        work=_maximum,
        asks=False,
    ),
)
