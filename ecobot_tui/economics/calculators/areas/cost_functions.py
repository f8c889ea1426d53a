"""Microeconomía: lo que una función de costo dice de una cantidad, y la de costo medio mínimo."""

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.cost_lines import COST_INPUTS, COST_WORDINGS, costs
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading


def _place(reading: Reading) -> dict[str, list[int]] | None:
    """Take the coefficients after the marker, a fixed cost by its name, and all the rest for quantities."""
    marker = rx.search(r"\bzc[tvm] ((?:[$#]\d+(?: , )?)+)", reading.text)
    if (
        marker is None
        or len(rx.findall(r"\bz[ci][a-z] ", reading.text)) > 1
        or any(one.mark not in "$#" for one in reading.quantities)
    ):
        return None
    coefficients = [int(found) for found in rx.findall(r"[$#](\d+)", marker[1])]
    if len(coefficients) not in (3, 4):
        return None
    places = {f"t{power}": [place] for power, place in enumerate(coefficients)}
    rest = [place for place in range(len(reading.quantities)) if place not in coefficients]
    fixed = rx.search(r"(?:costos? fijos?|\bcf)(?: (?:de|es|son|total|igual|a))* [$#](\d+)", reading.text)
    if fixed and int(fixed[1]) in rest:
        places["f"] = [int(fixed[1])]
        rest.remove(int(fixed[1]))
    return places | {"q": rest} if rest else places


def _at_quantity(g: Given) -> Solution:
    quantities = list(dict.fromkeys(g.all("q")))
    first = _at_one(g, quantities[0])
    others = [_at_one(g, quantity).result for quantity in quantities[1:]]
    return msgspec.structs.replace(first, result=" ".join((first.result, *others)))


def _at_one(g: Given, quantity: float) -> Solution:
    cost = costs(g)
    total, variable, marginal = cost.total(quantity), cost.variable(quantity), cost.marginal(quantity)
    asked = {
        "marginal": (marginal, f"el costo marginal es {number(marginal)}"),
        "medio": (total / quantity, f"el costo medio es {number(total / quantity)}"),
        "variable": (variable, f"el costo variable es {number(variable)}"),
        "total": (total, f"el costo total es {number(total)}"),
    }
    order = [name for name, words in _ASKED.items() if rx.search(words, g.text)] or ["total"]
    said = " y ".join(asked[name][1] for name in order)
    return Solution(
        asked[order[0]][0],
        f"Con Q = {number(quantity)}, {said}.",
        f"CT = {number(total)} ; CF = {number(cost.fixed)} ; CV = {number(variable)} ;"
        f" CMg = {cost.marginal_text} = {number(marginal)}",
        f"El costo medio es {number(total / quantity)}: CFMe {number(cost.fixed / quantity)} más CVMe"
        f" {number(variable / quantity)}; "
        + ("producir más lo baja." if marginal < total / quantity else "producir más lo sube."),
        (f"CT = {cost}",),
    )


_ASKED = {
    "marginal": r"marginal|\bcmg\b",
    "medio": r"\bmedios?\b|promedio|\bcme\b|\bcvme\b|\bcfme\b|\bctme\b|unitario",
    "variable": r"costos? variables?\b(?! medio)|\bcv\b",
    "total": r"costos? total|\bct\b|cuanto cuesta",
}


def _least_average(g: Given) -> Solution:
    cost = costs(g)
    if cost.cube or cost.square <= 0 or cost.fixed <= 0:
        raise CalculationError("Con esa función el costo medio no tiene un mínimo que sepa hallar.")
    quantity = (cost.fixed / cost.square) ** 0.5
    least = cost.total(quantity) / quantity
    return Solution(
        quantity,
        f"El costo medio es mínimo con {number(quantity)} unidades, y ahí vale {number(least)}.",
        f"CMe = CMg ⇒ {number(cost.fixed)} / Q = {number(cost.square)}Q ⇒ Q = {number(quantity)}",
        f"Es la escala eficiente: por debajo de un precio de {number(least)} se pierde; el mínimo del costo variable"
        f" medio es {number(cost.linear)}.",
        (f"CT = {cost}",),
    )


def _from_function(g: Given) -> Solution:
    cost, price = costs(g), g["p"]
    if cost.square or cost.cube or price <= cost.linear:
        raise CalculationError("El precio tiene que ser mayor que el costo de cada unidad, y este constante.")
    quantity = cost.fixed / (price - cost.linear)
    return Solution(
        quantity,
        f"El punto de equilibrio es {number(quantity)} unidades ({number(price * quantity)} de ventas).",
        f"{number(price)}Q = {cost} ⇒ Q = {number(quantity)}",
        f"Vendiendo menos se pierde; cada unidad aporta {number(price - cost.linear)}.",
        ("precio y costo por unidad constantes",),
    )


_KEYS = "zct zcm zcv zce"
_MEASURES = (
    r"medi[oa]s?\b|promedio|marginal|\bcmg\b|\bc[vft]?me\b|cuanto (?:cuesta|vale)"
    r"|costos? (?:total|variable|fijo|de prod)"
    r"|\bct\b|\bcv\b|\bcf\b"
)

CALCULATORS = (
    Calculator(
        id="costos_en_una_cantidad",
        name="los costos de una cantidad",
        area=has.AREA,
        formula="CMe = CT / Q ; CMg = dCT/dQ",
        inputs=(
            *COST_INPUTS,
            Input(
                "q", "la cantidad", Kind.AMOUNT, above=0, labels=has.QUANTITY + r"|produc\w+|cuando|en|fabric\w+|para"
            ),
        ),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"^(?=.*\bzc[tvm] )(?=.*(?:{_MEASURES})).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d|precio|\bp\b|minimi|minimo|\bvend[oea]",
        wordings=(),
        place=_place,
        work=_at_quantity,
        asks=True,
    ),
    Calculator(
        id="costo_medio_minimo",
        name="la cantidad de costo medio mínimo",
        area=has.AREA,
        formula="CMe = CMg",
        inputs=COST_INPUTS,
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=r"^(?=.*\bzc[tv] )(?=.*(?:minimi|minimo|escala eficiente|optimo de explotacion|largo plazo)).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d",
        wordings=(*COST_WORDINGS[:2], COST_WORDINGS[3]),
        work=_least_average,
        asks=False,
    ),
    Calculator(
        id="punto_equilibrio_funcion",
        name="el punto de equilibrio",
        area=has.AREA,
        formula="PQ = CF + cQ",
        inputs=(*COST_INPUTS, Input("p", "el precio", Kind.AMOUNT, above=0, labels=r"precio|p|vend\w+|cobr\w+|a")),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=r"^(?=.*\bzct (?:\S+ , ){2}\S+)(?=.*(?:punto de equilibrio|equilibrio|no perder"
        r"|desde que|a partir|empat|cubr"
        r"|gana)).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d|competencia|maximi|optim|conviene",
        wordings=COST_WORDINGS,
        work=_from_function,
        asks=False,
    ),
)
