"""Microeconomía: cuánto produce quien maximiza su beneficio: competencia perfecta, monopolio y oligopolio."""

import math
import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.cost_lines import COST_INPUTS, COST_WORDINGS, Costs, costs
from ecobot_tui.economics.calculators.curves import Line, demand
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading


def _monopoly(g: Given) -> Solution:
    line, cost = demand(g), costs(g)
    top, fall = line.top, -line.drop
    if cost.marginal(0) >= top:
        raise CalculationError("El costo marginal no puede alcanzar el precio máximo de la demanda: no produce.")
    # (top − fall·Q)·Q less a quadratic cost is greatest where top − 2·fall·Q = MC(Q).
    quantity = (top - cost.linear) / (2 * fall + 2 * cost.square)
    if quantity <= 0 or fall + cost.square <= 0:
        raise CalculationError("Con ese costo que baja al producir más no hay un máximo: revisalo.")
    price = line.price(quantity)
    profit = price * quantity - cost.total(quantity)
    rival = (top - cost.linear) / (fall + 2 * cost.square)
    lost = (price - cost.marginal(quantity)) * (rival - quantity) / 2
    word = "gana" if profit >= 0 else "pierde"
    before = "" if cost.known else " antes del costo fijo"
    return Solution(
        quantity,
        f"El monopolio produce {number(quantity)} y cobra {number(price)}; {word} {number(abs(profit))}{before}.",
        f"{number(top)} − {number(2 * fall)}Q = {cost.marginal_text} ⇒ Q = {number(quantity)} ; P = {number(price)} ;"
        f" beneficio = {number(price * quantity)} − {number(cost.total(quantity))} = {number(profit)}",
        f"En competencia se venderían {number(rival)} a {number(line.price(rival))}; la pérdida de eficiencia es"
        f" {number(lost)}, el excedente del consumidor {number((top - price) * quantity / 2)} y el índice de Lerner"
        f" {number((price - cost.marginal(quantity)) / price)}.",
        ("un solo precio" + ("" if cost.known else ", sin costo fijo"),),
    )


def _competition(g: Given) -> Solution:
    price, cost = g["p"], costs(g)
    if cost.cube:
        return _cubic_competition(price, cost)
    if cost.square <= 0:
        raise CalculationError("Con costo marginal que no crece no hay una cantidad óptima: produce nada o sin límite.")
    quantity = (price - cost.linear) / (2 * cost.square)
    if quantity <= 0:
        raise CalculationError("Ese precio no cubre el costo marginal de la primera unidad: no conviene producir.")
    return _competitor(price, quantity, cost)


def _cubic_competition(price: float, cost: Costs) -> Solution:
    inside = cost.square**2 - 3 * cost.cube * (cost.linear - price)
    if inside < 0:
        raise CalculationError("A ese precio el costo marginal no se cruza con el precio: no conviene producir.")
    return _competitor(price, (-cost.square + math.sqrt(inside)) / (3 * cost.cube), cost)


def _competitor(price: float, quantity: float, cost: Costs) -> Solution:
    profit = price * quantity - cost.total(quantity)
    variable = (cost.total(quantity) - cost.fixed) / quantity
    word = "gana" if profit >= 0 else "pierde"
    closing = (
        "Conviene cerrar: el precio no cubre el costo variable medio"
        if price < variable - 1e-9
        else "Conviene producir: el precio cubre el costo variable medio"
    )
    return Solution(
        quantity,
        f"Produce {number(quantity)} unidades y {word} {number(abs(profit))}"
        + ("" if cost.known else " antes del fijo")
        + ".",
        f"P = CMg: {number(price)} = {cost.marginal_text} ⇒ Q = {number(quantity)} ;"
        f" beneficio = {number(price * quantity)} − {number(cost.total(quantity))} = {number(profit)}",
        f"{closing} ({number(variable)}); el costo medio es {number(cost.total(quantity) / quantity)}.",
        ("competencia perfecta: toma el precio como dado" + ("" if cost.known else "; sin costo fijo"),),
    )


def _rivals(g: Given) -> tuple[Line, float, float, float, int]:
    """Return the demand, its top and fall, the marginal cost and how many firms compete."""
    line = demand(g)
    top, fall = line.top, -line.drop
    cost = costs(g, otherwise=0.0)
    if cost.square or cost.cube:
        raise CalculationError("Para competir en cantidades uso un costo marginal constante: así no puedo.")
    if cost.linear >= top:
        raise CalculationError("El costo marginal no puede alcanzar el precio máximo de la demanda: no producen.")
    count = int(g["n"]) if "n" in g else _COUNTS.get(next(iter(_COUNT.findall(g.text)), ""), 2)
    if not 1 <= count <= 1_000:
        raise CalculationError("La cantidad de empresas tiene que ser un número entero de 1 a 1.000.")
    return line, top, fall, cost.linear, count


_COUNT = re.compile(r"\b(monopol|duopol|triopol)")
_COUNTS = {"monopol": 1, "duopol": 2, "triopol": 3}


def _cournot(g: Given) -> Solution:
    line, top, fall, cost, count = _rivals(g)
    if "l" in g:
        return _unequal(g, line, top, fall, cost)
    each = (top - cost) / ((count + 1) * fall)
    total = count * each
    price = line.price(total)
    return Solution(
        each,
        f"Cada empresa produce {number(each)}, en total {number(total)}, y el precio es {number(price)}.",
        f"({number(top)} − {number(cost)}) / ({count + 1} × {number(fall)}) = {number(each)} ; P = {number(price)}",
        f"Cada una gana {number((price - cost) * each)} antes del costo fijo;"
        " producen más que un monopolio y menos que en competencia perfecta.",
        (f"{count} empresas iguales con costo marginal de {number(cost)}, que eligen cantidades a la vez",),
    )


def _unequal(g: Given, line: Line, top: float, fall: float, cost: float) -> Solution:
    other = g["l"]
    first, second = (top - 2 * cost + other) / (3 * fall), (top - 2 * other + cost) / (3 * fall)
    if min(first, second) <= 0:
        raise CalculationError("Con costos tan distintos una de las dos no produce: queda un monopolio.")
    price = line.price(first + second)
    return Solution(
        first,
        f"La primera produce {number(first)} y la segunda {number(second)}; el precio es {number(price)}.",
        f"q1 = ({number(top)} − 2 × {number(cost)} + {number(other)}) / (3 × {number(fall)}) = {number(first)} ;"
        f" q2 = ({number(top)} − 2 × {number(other)} + {number(cost)}) / (3 × {number(fall)}) = {number(second)}",
        f"En total son {number(first + second)}; ganan {number((price - cost) * first)} y"
        f" {number((price - other) * second)} antes del costo fijo.",
        ("dos empresas con costos marginales constantes que eligen cantidades a la vez",),
    )


def _stackelberg(g: Given) -> Solution:
    line, top, fall, cost, _ = _rivals(g)
    leader, follower = (top - cost) / (2 * fall), (top - cost) / (4 * fall)
    price = line.price(leader + follower)
    return Solution(
        leader,
        f"La líder produce {number(leader)}, la seguidora {number(follower)} y el precio es {number(price)}.",
        f"({number(top)} − {number(cost)}) / (2 × {number(fall)}) = {number(leader)} ;"
        f" ({number(top)} − {number(cost)}) / (4 × {number(fall)}) = {number(follower)}",
        f"En total son {number(leader + follower)}; la líder gana {number((price - cost) * leader)} y la seguidora"
        f" {number((price - cost) * follower)} antes del costo fijo.",
        ("dos empresas con el mismo costo marginal constante; la líder elige primero",),
    )


def _bertrand(g: Given) -> Solution:
    line, _, _, cost, _ = _rivals(g)
    quantity = line.quantity(cost)
    return Solution(
        cost,
        f"El precio es {number(cost)}, igual al costo marginal, y se venden {number(quantity)} en total"
        f" ({number(quantity / 2)} cada una si son dos).",
        f"P = CMg = {number(cost)} ⇒ Q = {number(quantity)}",
        "Como en competencia perfecta, el beneficio es 0: cada una baja su precio hasta el costo.",
        ("empresas iguales, producto homogéneo y sin límite de capacidad",),
    )


def _cartel(g: Given) -> Solution:
    line, top, fall, cost, count = _rivals(g)
    quantity = (top - cost) / (2 * fall)
    price, profit = line.price(quantity), (line.price(quantity) - cost) * quantity
    return Solution(
        quantity,
        f"El cartel produce {number(quantity)} en total y cobra {number(price)};"
        f" a cada una le tocan {number(quantity / count)}.",
        f"({number(top)} − {number(cost)}) / (2 × {number(fall)}) = {number(quantity)} ; P = {number(price)}",
        f"Juntas ganan {number(profit)}, {number(profit / count)} cada una, como un monopolio.",
        (f"{count} empresas iguales con costo marginal constante que se reparten todo por igual",),
    )


_LETTERED = (
    r"(?:cmg|costos? marginal(?:es)?) (?:de |para )?(?:la )?(?:empresa |firma )?a (?:es |de )*[$#]\d+"
    r".{0,30}\bb (?:es |de )*[$#]\d"
)
_FIRM = re.compile(r"\b(?:empresa|firma|compania|productora?|duopolista|planta|la|cmg|c|costo|numero|nro) $")


def _two_firms(reading: Reading) -> dict[str, list[int]] | None:
    """Tell the costs of two firms from their names: «la empresa 1 tiene costo marginal 20 y la 2, 30»."""
    text, numbers = reading.text, reading.quantities
    line = rx.search(r"\bzd[qp] [$#](\d+) , [$#](\d+)", text)
    if line is None or any(one.mark not in "$#" for one in numbers):
        return None
    taken = [int(line[1]), int(line[2])]
    places = {"a": taken[:1], "b": taken[1:]}
    functions = [[int(one) for one in found.groups()] for found in _FIRM_COST.finditer(text)]
    if len(functions) == 2:
        if any(numbers[square].value for _, _, square in functions):
            return None
        return places | {"k": [functions[0][1]], "l": [functions[1][1]], "x": [functions[0][0], functions[1][0]]}
    rest = [place for place in range(len(numbers)) if place not in taken]
    names = [place for place in rest if _is_firm_name(reading, place)]
    costs_told = [place for place in rest if place not in names]
    if len(costs_told) == 3 and rx.match(r" (?:empresas|firmas)", text[reading.slot(costs_told[0])[1] :]):
        costs_told = costs_told[1:]
    if (
        len(costs_told) != 2
        or len(names) > 2
        or not (names or rx.search(rf"\b(?:la|una) (?:otra|segunda)\b|{_LETTERED}", text))
    ):
        return None
    if names and numbers[names[0]].value == 2 and len(names) == 2:
        costs_told.reverse()
    return places | {"k": costs_told[:1], "l": costs_told[1:]}


_FIRM_COST = re.compile(r"\bzct [$#](\d+) , [$#](\d+) , [$#](\d+)(?! , [$#])")


def _is_firm_name(reading: Reading, place: int) -> bool:
    one, start = reading.quantities[place], reading.slot(place)[0]
    return one.mark == "#" and one.value in (1, 2) and _FIRM.search(reading.text, 0, start) is not None


_KEYS = f"{has.KEYS} zct zcm zcv"
_HAS_COST = r"(?=.*(?:\bzc[tmv] |\bcmg?\b|\bcostos?\b|\bcme\b|\bc[12]?\b|cuesta))"
_N = Input(
    "n",
    "la cantidad de empresas",
    Kind.NUMBER,
    optional=True,
    labels=r"empresas|firmas|oligopolistas|competidores|compan\w+|n|petroleras|aceiteras"
    r"|productor\w+",
)
_L = Input("l", "el costo marginal de la segunda", Kind.AMOUNT, optional=True)
_FIRMS = (
    r"{n} (?:empresas|firmas|competidor\w+|oligopolistas|productor\w+|compan\w+"
    r"|[a-z]+ (?:identic|igual|compit)\w*)",
)
_TWO_COSTS = (
    r"c1 {k} ,? ?(?:y )?c2 {l}",
    r"(?:costos? marginal(?:es)?|cmg)(?: (?:de|son|constantes?|es|una|la primera"
    r"|la otra))* {k} (?:y|para la \w+ y|la \w+ y)"
    r"(?: (?:de|la|otra|el|segunda|para))* {l}(?! (?:empresas|firmas|[a-z]{3,}s))",
    r"cmg ?1 {k} ,? ?(?:y )?cmg ?2 {l}",
)
_CMG = COST_WORDINGS
_P = Input("p", "el precio", Kind.AMOUNT, above=0, labels=has.PRICE + r"|vende|vendo")

CALCULATORS = (
    Calculator(
        id="optimo_monopolio",
        name="el óptimo del monopolio",
        area=has.AREA,
        formula="IMg = CMg",
        inputs=(*has.DEMAND, *COST_INPUTS),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}{_HAS_COST}.*",
        unless=rf"\bzs[qp] |{has.RIVALS}|^(?!.*(?:monopol|patente)).*(?:competencia perfecta"
        rf"|competitiv)|{has.TAX}|%\d|discrimin|{has.SUBSIDY}"
        r"|#\d (?:empresas|firmas)|tomador",
        wordings=(has.LINES[0], *_CMG),
        work=_monopoly,
        asks=False,
    ),
    Calculator(
        id="optimo_competencia",
        name="la producción óptima en competencia perfecta",
        area=has.AREA,
        formula="P = CMg",
        inputs=(_P, *COST_INPUTS),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=r"^(?=.*\bzc[tmv] )(?=.*(?:precio|\bp\b|vend))(?=.*(?:compet|tomador|aceptante|maxim"
        r"|optim|produc|gana|benefici|ofrec"
        r"|mercado)).*",
        unless=rf"\bz[ds][qp] |{has.MONOPOLY}|{has.RIVALS}|%\d|minimi|\bmedio|punto de equilibrio"
        rf"|marginal (?:de|cuando|en|si)",
        wordings=_CMG,
        work=_competition,
        asks=False,
    ),
    Calculator(
        id="cournot",
        name="el equilibrio de Cournot",
        area=has.AREA,
        formula="q = (a − c) / ((n + 1) b)",
        inputs=(*has.DEMAND, *COST_INPUTS, _L, _N),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}{_HAS_COST}(?=.*(?:cournot|duopol|oligopol|compiten en cantidad"
        rf"|#\d (?:empresas|firmas)|#\d [a-z]+ (?:iguales|identic))).*",
        unless=rf"\bzs[qp] |stackelberg|bertrand|cartel|\bcolu[ds]|{has.TAX}|%\d|\blider|seguidora|{_LETTERED}",
        wordings=(has.LINES[0], *_TWO_COSTS, *_CMG, *_FIRMS),
        work=_cournot,
        asks=False,
    ),
    Calculator(
        id="cournot_con_costos_distintos",
        name="el equilibrio de Cournot con costos distintos",
        area=has.AREA,
        formula="q₁ = (a − 2c₁ + c₂) / (3b)",
        inputs=(
            *has.DEMAND,
            Input("k", "el costo marginal de la primera", Kind.AMOUNT, above=-1e-9),
            msgspec.structs.replace(_L, optional=False),
            Input("x", "los costos fijos", Kind.AMOUNT, many=True, optional=True),
        ),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:cournot|duopol|oligopol|compiten en cantidad|empresa #\d.*empresa #\d"
        r"|firma #\d.*firma #\d|empresas?|firmas?)).*",
        unless=rf"\bzs[qp] |stackelberg|bertrand|cartel|\bcolu[ds]|{has.TAX}|%\d|\blider|seguidora|\bzcm ",
        wordings=(),
        place=_two_firms,
        work=_cournot,
        asks=False,
    ),
    Calculator(
        id="stackelberg",
        name="el equilibrio de Stackelberg",
        area=has.AREA,
        formula="qL = (a − c) / (2b) ; qS = (a − c) / (4b)",
        inputs=(*has.DEMAND, *COST_INPUTS, _N),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:stackelberg|\blider|seguidor)).*",
        unless=rf"\bzs[qp] |cournot|bertrand|cartel|\bcolu[ds]|{has.TAX}|%\d",
        wordings=(has.LINES[0], *_CMG, *_FIRMS),
        work=_stackelberg,
        asks=False,
    ),
    Calculator(
        id="bertrand",
        name="el equilibrio de Bertrand",
        area=has.AREA,
        formula="P = CMg",
        inputs=(*has.DEMAND, *COST_INPUTS, _N),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:bertrand|compiten (?:en|por|via) precios?)).*",
        unless=rf"\bzs[qp] |cournot|stackelberg|cartel|\bcolu[ds]|{has.TAX}|%\d",
        wordings=(has.LINES[0], *_CMG, *_FIRMS),
        work=_bertrand,
        asks=False,
    ),
    Calculator(
        id="cartel",
        name="el cartel",
        area=has.AREA,
        formula="IMg = CMg",
        inputs=(*has.DEMAND, *COST_INPUTS, _N),
        keys=_KEYS,
        needs=_KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:cartel|\bcolu[ds]|se ponen de acuerdo|acuerdan)).*",
        unless=rf"\bzs[qp] |stackelberg|bertrand|{has.TAX}|%\d",
        wordings=(has.LINES[0], *_CMG, *_FIRMS),
        work=_cartel,
        asks=False,
    ),
)
