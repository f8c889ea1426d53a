"""Microeconomía: la elasticidad y el ingreso marginal en un punto de una curva, y la curva que pasa por dos puntos."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.curves import Line, at_point, demand, market, supply
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading


def _line_elasticity(g: Given) -> Solution:
    line, is_demand = (demand(g), True) if "a" in g else (supply(g), False)
    price, _ = at_point(g, line)
    return _elasticity(line, price, is_demand)


def _equilibrium_elasticity(g: Given) -> Solution:
    one = market(g)
    of_supply = "oferta" in (
        rx.findall(r"elasticidad(?:es)?(?: precio)? (?:de(?: la)? )?(demanda|oferta)", g.text) or [""]
    )
    price = g["p"] if "p" in g else one.price  # noqa: SIM401 - no mapping
    solution = _elasticity(one.supply if of_supply else one.demand, price, not of_supply)
    other = _elasticity(one.demand if of_supply else one.supply, price, of_supply)
    result = (
        f"En P = {number(price)} la elasticidad de la {'oferta' if of_supply else 'demanda'} es"
        f" {number(solution.value)} y la de la {'demanda' if of_supply else 'oferta'}, {number(other.value)}."
    )
    found = f"el equilibrio está en P = {number(one.price)} y Q = {number(one.quantity)}"
    return Solution(solution.value, result, f"{solution.worked} ; {other.worked}", solution.meaning, (found,))


def _elasticity(line: Line, price: float, is_demand: bool) -> Solution:
    quantity = line.quantity(price)
    if quantity <= 0 or price < 0:
        bought = "compra" if is_demand else "vende"
        raise CalculationError(f"A ese precio no se {bought} nada: no hay elasticidad que calcular.")
    value = line.b * price / quantity
    unitary = abs(abs(value) - 1) < 1e-9
    kind = "unitaria" if unitary else "elástica" if abs(value) > 1 else "inelástica"
    name, verb = ("demanda", "cae") if is_demand else ("oferta", "sube")
    if is_demand:
        marginal = line.top + 2 * line.drop * quantity
        worth = f" Ahí el ingreso total es {number(price * quantity)} y el marginal {number(marginal)}."
    else:
        worth = ""
    unit = f" Es unitaria en P = {number(line.top / 2)}." if is_demand and not unitary else ""
    return Solution(
        value,
        f"La elasticidad precio de la {name} en P = {number(price)} es {number(value)}.",
        f"{number(line.b)} × {number(price)} / {number(quantity)} = {number(value)}",
        f"En ese punto la {name} es {kind}: si el precio sube 1 %, la cantidad {verb} {number(abs(value))} %."
        f"{unit}{worth}",
        (f"a ese precio la cantidad es {number(quantity)}",),
    )


def _where_elastic(g: Given) -> Solution:
    line, size = demand(g), -abs(g["e"]) if "e" in g else -1.0
    price = size * line.a / (line.b * (1 - size))
    quantity = line.quantity(price)
    return Solution(
        price,
        f"La elasticidad es {number(size)} en P = {number(price)}, con Q = {number(quantity)}.",
        f"{number(size)} × {number(line.a)} / ({number(line.b)} × (1 − ({number(size)}))) = {number(price)}",
        "A precios más altos la demanda es más elástica, y a precios más bajos, menos"
        + (": ahí el ingreso total es máximo." if size == -1 else "."),
        ("demanda lineal",),
    )


def _marginal_income(g: Given) -> Solution:
    line = demand(g)
    price, quantity = at_point(g, line)
    if quantity <= 0 or price < 0:
        raise CalculationError("En ese punto la demanda ya no compra nada: no hay ingreso.")
    value = line.top + 2 * line.drop * quantity
    income = price * quantity
    return Solution(
        value,
        f"El ingreso marginal es {number(value)} y el ingreso total, {number(income)}.",
        f"IMg = {number(line.top)} − {number(-2 * line.drop)} × {number(quantity)} = {number(value)} ;"
        f" IT = {number(price)} × {number(quantity)} = {number(income)}",
        f"El precio (y el ingreso medio) es {number(price)}; vender una unidad más "
        + ("sube el ingreso." if value > 0 else "baja el ingreso." if value < 0 else "ya no lo mueve: es el máximo."),
        ("demanda lineal: el ingreso marginal cae el doble de rápido que el precio",),
    )


def _through(g: Given) -> Solution:
    p, r, q, s = g["p"], g["r"], g["q"], g["s"]
    if p == r:
        raise CalculationError("Los dos precios son iguales: por esos puntos no pasa ninguna curva así.")
    slope = (s - q) / (r - p)
    line = Line(q - slope * p, slope)
    if slope == 0:
        raise CalculationError("La cantidad no cambia con el precio: la curva es vertical.")
    name, sign = ("Qd", "demanda") if slope < 0 else ("Qs", "oferta")
    inverse = f"{number(line.top)} {'−' if line.drop < 0 else '+'} {number(abs(line.drop))}Q"
    return Solution(
        slope,
        f"La {sign} es {name} = {number(line.a)} {'−' if slope < 0 else '+'} {number(abs(slope))} P"
        f" (ordenada {number(line.a)}, pendiente {number(slope)}).",
        f"b = ({number(s)} − {number(q)}) / ({number(r)} − {number(p)}) = {number(slope)} ;"
        f" a = {number(q)} − ({number(slope)}) × {number(p)} = {number(line.a)}",
        f"En forma inversa es P = {inverse}: por cada peso que sube el precio la cantidad"
        f" {'cae' if slope < 0 else 'sube'} {number(abs(slope))}.",
        ("la relación es lineal",),
    )


_MONEY = re.compile(
    r"(?:precio|cuest\w+|val\w+|sale|cobr\w+|pag\w+|a|\bp\d?|si es)(?: (?:de|es|un|una|el|los|precio|son|era|a))* $"
)


def _points(reading: Reading) -> dict[str, list[int]] | None:
    """Tell the prices of two points from their quantities: money, or what follows a word for a price."""
    numbers = reading.quantities
    if len(numbers) != 4 or any(one.mark not in "$#" for one in numbers):
        return None
    starts = [reading.slot(place)[0] for place in range(4)]
    prices = [place for place in range(4) if numbers[place].mark == "$"]
    if len(prices) != 2:
        prices = [place for place in range(4) if _MONEY.search(reading.text, 0, starts[place])]
    if len(prices) != 2:
        # «(10, 80) y (15, 60)», «P = 10, Q = 80»: in each pair the price comes first unless the quantity is named.
        quantity_first = rx.match(r".*?\b(?:q|cantidad|unidades)\b[^$#]*[$#]0", reading.text)
        prices = [1, 3] if quantity_first else [0, 2]
    quantities = [place for place in range(4) if place not in prices]
    return {"p": [prices[0]], "r": [prices[1]], "q": [quantities[0]], "s": [quantities[1]]}


_EITHER = (
    Input("p", "el precio", Kind.AMOUNT, above=0, labels=f"{has.PRICE}|cuesta|vale", optional=True),
    Input("q", "la cantidad", Kind.AMOUNT, above=0, labels=rf"{has.QUANTITY}|(?:vend|compr)\w+(?! a\b)", optional=True),
)
_AT = (
    r"(?:precio|p|w)(?: (?:de|es|del|mercado|igual|a|vale))* {p}",
    r"(?:cantidad|q|l|x)(?: (?:de|es|igual|a|vale))* {q}",
)

_WHERE = (
    r"que (?:precio|cantidad|punto) (?:\w+ ){0,4}?(?:es |vale |tiene |hace |sea "
    r"|seria )?(?:\w+ ){0,2}?(?:elasticidad|unitari|elastic)|donde la elasticidad"
)

CALCULATORS = (
    Calculator(
        id="precio_de_elasticidad",
        name="el precio que tiene una elasticidad",
        area=has.AREA,
        formula="P = E · a / (b (1 − E))",
        inputs=(
            *has.DEMAND,
            Input("e", "la elasticidad", Kind.NUMBER, optional=True, labels=r"elasticidad\w*|es|vale"),
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:{_WHERE})).*",
        unless=rf"\bzs[qp] |{has.TAX}|%\d|{has.RIVALS}",
        wordings=(has.LINES[0],),
        work=_where_elastic,
        asks=False,
    ),
    Calculator(
        id="elasticidad_lineal",
        name="la elasticidad en un punto de la demanda",
        area=has.AREA,
        formula="b · P / Q",
        inputs=(*has.DEMAND, *_EITHER),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*elastic).*",
        unless=rf"\bzs[qp] |\barco\b|punto medio|cruzada|monopol|{has.TAX}|%\d|{has.RIVALS}|{_WHERE}",
        wordings=(has.LINES[0], *_AT),
        work=_line_elasticity,
        asks=False,
    ),
    Calculator(
        id="elasticidad_oferta_lineal",
        name="la elasticidad en un punto de la oferta",
        area=has.AREA,
        formula="d · P / Q",
        inputs=(*has.SUPPLY, *_EITHER),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_SUPPLY}(?=.*elastic).*",
        unless=rf"\bzd[qp] |\barco\b|punto medio|%\d|{has.TAX}",
        wordings=(has.LINES[1], *_AT),
        work=_line_elasticity,
        asks=False,
    ),
    Calculator(
        id="elasticidad_en_equilibrio",
        name="la elasticidad en el equilibrio",
        area=has.AREA,
        formula="b · P* / Q*",
        inputs=(*has.BOTH, Input("p", "el precio", Kind.AMOUNT, above=0, labels=has.PRICE, optional=True)),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*elastic).*",
        unless=rf"%\d|{has.POLICY}|{has.SURPLUS}|{has.RIVALS}|{has.MONOPOLY}|ambos|punto de equilibrio .*precio de equ",
        wordings=has.LINES,
        work=_equilibrium_elasticity,
        asks=False,
    ),
    Calculator(
        id="ingreso_marginal_lineal",
        name="el ingreso marginal de una demanda",
        area=has.AREA,
        formula="IMg = a − 2bQ",
        inputs=(*has.DEMAND, *_EITHER),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:ingresos? marginal|ingresos? total|ingresos? medio"
        rf"|\bimg\b|\bit\b|\bime\b)).*",
        unless=rf"\bzs[qp] |elastic|{has.MONOPOLY}|{has.RIVALS}|{has.TAX}|%\d|\bzc[tm]|\bcmg\b|maxim",
        wordings=(has.LINES[0], *_AT),
        work=_marginal_income,
        asks=False,
    ),
    Calculator(
        id="curva_por_dos_puntos",
        name="la curva que pasa por dos puntos",
        area=has.AREA,
        formula="b = ΔQ / ΔP ; a = Q − bP",
        inputs=(
            Input("p", "el primer precio", Kind.AMOUNT, above=-1e-9),
            Input("r", "el segundo precio", Kind.AMOUNT, above=-1e-9),
            Input("q", "la primera cantidad", Kind.AMOUNT, above=-1e-9),
            Input("s", "la segunda cantidad", Kind.AMOUNT, above=-1e-9),
        ),
        keys="ecuacion funcion recta",
        needs="demanda oferta demandan ofrecen",
        when=(),
        names=r"^(?=.*(?:demand|ofrec|oferta))(?=.*(?:ecuacion|funcion|recta|expresion|curva (?:de )?(?:demanda|oferta)"
        r"|(?:demanda|oferta) lineal|(?:hall\w+|encontr\w+|calcul\w+|determin\w+|obten\w+"
        r"|cual es) (?:la )?(?:demanda|oferta)\b)).*",
        unless=r"elastic|\bz[ds][qp] |%\d|agregada|consumo|excedente",
        wordings=(),
        place=_points,
        work=_through,
        asks=False,
    ),
)
