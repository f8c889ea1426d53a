"""Microeconomía: lo que una función de costo dice de una cantidad, y la de costo medio mínimo."""

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.areas import profit_functions
from ecobot_tui.economics.calculators.cost_lines import COST_INPUTS, COST_WORDINGS, Costs, costs
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


def _least(cost: Costs) -> tuple[float, float]:
    """Return the quantity of the least average cost, and that cost; CalculationError where there is none."""
    if cost.fixed < 0:
        raise CalculationError("El costo fijo no puede ser negativo: revisá la función.")
    if cost.cube > 0:
        # The average falls to its only minimum, where −CF/Q² + b + 2cQ is zero, and rises behind it.
        below, above = 0.0, 1.0
        while _slope(cost, above) < 0 and above < 1e12:
            below, above = above, 2 * above
        for _ in range(200):
            middle = (below + above) / 2
            below, above = (middle, above) if _slope(cost, middle) < 0 else (below, middle)
        quantity = above
        if quantity < 1e-9:
            return 0.0, cost.linear
        return quantity, cost.total(quantity) / quantity
    if cost.cube < 0 or cost.square < 0 or (cost.square == 0 and cost.fixed > 0):
        raise CalculationError("Con esa función el costo medio no tiene un mínimo que sepa hallar.")
    if cost.fixed == 0:
        return 0.0, cost.linear
    quantity = (cost.fixed / cost.square) ** 0.5
    return quantity, cost.total(quantity) / quantity


def _slope(cost: Costs, quantity: float) -> float:
    return cost.square + 2 * cost.cube * quantity - (cost.fixed / quantity**2 if quantity else 0.0)


def _least_average(g: Given) -> Solution:
    cost = costs(g)
    variable = msgspec.structs.replace(cost, fixed=0.0)
    of_variable = rx.search(_OF_VARIABLE, g.text) is not None
    shut_quantity, shut = _least(variable)
    quantity, least = (shut_quantity, shut) if of_variable else _least(cost)
    if not quantity:
        raise CalculationError("Con esa función el costo medio no tiene un mínimo que sepa hallar.")
    name = "variable medio" if of_variable else "medio"
    by = _polynomial_average(variable if of_variable else cost)
    return Solution(
        quantity,
        f"El costo {name} es mínimo con {number(quantity)} unidades, y ahí vale {number(least)}.",
        f"C{'V' if of_variable else ''}Me = CMg: {by} = {cost.marginal_text} ⇒ Q = {number(quantity)}",
        "Es el punto de cierre: a un precio más bajo conviene no producir."
        if of_variable
        else f"Es la escala eficiente: por debajo de un precio de {number(least)} se pierde; el mínimo del costo"
        f" variable medio es {number(shut)}.",
        (f"CT = {cost}",),
    )


def _polynomial_average(cost: Costs) -> str:
    terms = [f"{number(cost.fixed)} / Q"] if cost.fixed else []
    for value, power in ((cost.linear, ""), (cost.square, "Q"), (cost.cube, "Q²")):
        if value:
            size = number(abs(value)) if abs(value) != 1 or not power else ""
            terms.append(f"{'− ' if value < 0 else '+ ' if terms else ''}{size}{power}")
    return " ".join(terms) or "0"


def _shut_down(g: Given) -> Solution:
    cost = costs(g)
    variable = msgspec.structs.replace(cost, fixed=0.0)
    to_earn = rx.search(_NO_LOSS, g.text) is not None
    quantity, price = _least(cost if to_earn else variable)
    name = "medio" if to_earn else "variable medio"
    where = f", con Q = {number(quantity)}" if quantity else ""
    by = _polynomial_average(cost if to_earn else variable)
    return Solution(
        price,
        f"El precio de {'nivelación' if to_earn else 'cierre'} es {number(price)}: el mínimo del costo {name}{where}.",
        f"C{'' if to_earn else 'V'}Me = {by} ; mínimo = {number(price)}",
        "A un precio más bajo la empresa pierde; produce igual mientras cubra el costo variable medio."
        if to_earn
        else "A un precio más bajo no cubre ni lo variable: a corto plazo conviene cerrar y perder solo el costo fijo.",
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
_OF_VARIABLE = r"variable medio|\bcvme\b|medio variable"
_NO_LOSS = (
    r"no (?:pierd|perd|tenga perd)|nivelacion|cubr\w+ (?:todos|el costo total)|largo plazo|beneficio (?:cero|nulo|sea)"
)
_CLOSES = (
    r"cierr\w*|cerrar|cese|(?:dej\w+|par\w+) de produc|(?:debajo|partir|desde|menor|menos|hasta|encima) de que precio"
    r"|a que precio (?:dej|conv|cierr|empie|comie)|precio minimo|minimo precio|precio mas bajo"
    r"|no (?:le )?conviene produc"
    r"|que precio minimo|desde que precio"
)
_MEASURES = (
    r"medi[oa]s?\b|promedio|marginal|\bcmg\b|\bc[vft]?me\b|cuanto (?:cuesta|vale)"
    r"|costos? (?:total|variable|fijo|de prod|de [#$])"
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
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d|{_CLOSES}",
        wordings=(*COST_WORDINGS[:2], COST_WORDINGS[3]),
        work=_least_average,
        asks=False,
    ),
    Calculator(
        id="precio_de_cierre",
        name="el precio de cierre",
        area=has.AREA,
        formula="P = CVMe mínimo",
        inputs=COST_INPUTS,
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"^(?=.*\bzc[tvm] )(?=.*(?:{_CLOSES})).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d",
        wordings=(*COST_WORDINGS[:2], COST_WORDINGS[3]),
        work=_shut_down,
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
        r"|empez\w+ a gan|empie\w+ a gan|gane\b)).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d|competencia|maximi|optim|conviene",
        also="gana",
        wordings=COST_WORDINGS,
        work=_from_function,
        asks=False,
    ),
    *profit_functions.CALCULATORS,
)
