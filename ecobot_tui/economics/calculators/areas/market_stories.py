"""Microeconomía: excedentes, impuestos, salarios y precios distintos contados sin las dos curvas de un mercado."""

from collections.abc import Callable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.areas.two_variables import FUNCTION, KEYS, function, parts
from ecobot_tui.economics.calculators.cost_lines import COST_INPUTS, COST_WORDINGS, costs
from ecobot_tui.economics.calculators.curves import Line
from ecobot_tui.economics.calculators.given import Given, Incomplete, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_PRICE_BEFORE = (
    r"\b(?:precio(?: de (?:mercado|venta|equilibrio))?|vale|cuesta|sale|cobran?|se vende|vende)"
    r"(?: (?:de|es|a|un|en|el|que|mercado|por))* $"
)
_RESERVE = r"pagari\w+|dispuest\w+|reserva|valora\w*|acept\w+|minimo|maximo"


def _people(reading: Reading) -> dict[str, list[int]] | None:
    """Take the one price, and every other number for what somebody would pay or accept."""
    numbers = reading.quantities
    if any(one.mark not in "$#" for one in numbers):
        return None
    priced = [
        place
        for place in range(len(numbers))
        if rx.search(_PRICE_BEFORE, reading.text[: reading.slot(place)[0]])
        and not rx.search(r"precios? de reserva (?:de |son |es )*$", reading.text[: reading.slot(place)[0]])
    ]
    rest = [place for place in range(len(numbers)) if place not in priced and not numbers[place].spelled]
    return {"v": rest, "p": priced} if len(priced) == 1 and len(rest) > 1 else None


def _surplus_of_people(g: Given) -> Solution:
    price, values = g["p"], g.all("v")
    sells = rx.search(r"productor|vendedor|oferent|acept", g.text) is not None
    gains = [price - one if sells else one - price for one in values]
    kept = [one for one in gains if one > 0]
    value = sum(kept)
    who, does = ("productor", "venden") if sells else ("consumidor", "compran")
    return Solution(
        value,
        f"El excedente del {who} es {g.money(value)} en total.",
        f"{' + '.join(number(one) for one in kept) or '0'} = {number(value)}",
        f"Solo {does} {len(kept)} de {len(values)}: a los demás no les conviene a ese precio.",
        ("cada uno compra o vende una unidad",),
    )


def _triangle(g: Given) -> Solution:
    value = abs(g["m"] - g["p"]) * g["q"] / 2
    who = "productor" if g["m"] < g["p"] else "consumidor"
    return Solution(
        value,
        f"El excedente del {who} es {g.money(value)}.",
        f"½ × ({number(max(g['m'], g['p']))} − {number(min(g['m'], g['p']))}) × {number(g['q'])} = {number(value)}",
        "Es el triángulo entre la curva y el precio.",
        ("curva recta",),
    )


def _loss(g: Given) -> Solution:
    value = g["t"] * abs(g["a"] - g["b"]) / 2
    revenue = g["t"] * min(g["a"], g["b"])
    return Solution(
        value,
        f"La pérdida irrecuperable es {g.money(value)}.",
        f"½ × {number(g['t'])} × {number(abs(g['a'] - g['b']))} = {number(value)}",
        f"Es el bienestar que no recibe nadie; la recaudación es {g.money(revenue)}.",
        ("curvas rectas",),
    )


def _revenue(g: Given) -> Solution:
    value = g["t"] * g["q"]
    return Solution(
        value,
        f"Se recaudan {g.money(value, 't')}.",
        g.fill(f"{{t}} × {{q}} = {number(value, money=True)}"),
        "Es el impuesto de cada unidad por las unidades que se venden con el impuesto.",
    )


def _marginal_value(g: Given) -> Solution:
    value = g["m"] * g["p"]
    verdict = ""
    if "w" in g:
        verdict = (
            " Conviene contratarlo: aporta más de lo que cuesta."
            if value > g["w"]
            else " No conviene contratarlo: cuesta más de lo que aporta."
            if value < g["w"]
            else " Es justo el punto hasta el que conviene contratar."
        )
    return Solution(
        value,
        f"El valor del producto marginal es {g.money(value, 'p', 'w')}.{verdict}",
        g.fill(f"{{m}} × {{p}} = {number(value, money=True)}"),
        "Se contrata hasta que el valor del producto marginal iguala al salario.",
        ("la empresa no mueve el precio de lo que vende",),
    )


def _two_demands(reading: Reading) -> dict[str, list[int]] | None:
    found = list(rx.finditer(r"\bzd[qp] [$#](\d+) , [$#](\d+)", reading.text))
    if len(found) != 2 or any(one.mark not in "$#" for one in reading.quantities):
        return None
    taken = [int(one[group]) for one in found for group in (1, 2)]
    cost = rx.search(r"\bzc[tm] ([$#]\d+) , ([$#]\d+)", reading.text)
    rest = [place for place in range(len(reading.quantities)) if place not in taken]
    rest = [place for place in rest if not (reading.quantities[place].spelled and reading.quantities[place].value == 2)]
    places = {"a": taken[::2], "b": taken[1::2]}
    if cost or len(rest) > 1:
        return None
    return places | {"k": rest} if rest else None


def _discrimination(g: Given) -> Solution:
    forms = rx.findall(r"\bzd([qp]) ", g.text)
    cost = costs(g).linear
    said, worked, total, first = [], [], 0.0, 0.0
    for form, a, b in zip(forms, g.all("a"), g.all("b"), strict=True):
        if b >= 0:
            raise CalculationError("Una demanda tiene que bajar con el precio: revisá los signos.")
        line = Line(a, b) if form == "q" else Line(-a / b, 1 / b)
        if cost >= line.top:
            raise CalculationError("El costo marginal no puede alcanzar el precio máximo de las demandas.")
        price = (line.top + cost) / 2
        quantity = line.quantity(price)
        first = first or price
        total += (price - cost) * quantity
        said.append(f"{number(price)} (vende {number(quantity)})")
        worked.append(f"({number(line.top)} + {number(cost)}) / 2 = {number(price)}")
    return Solution(
        first,
        f"En el primer mercado cobra {said[0]} y en el segundo {said[1]}.",
        " ; ".join(worked),
        f"Gana {number(total)} antes del costo fijo: cobra más donde la demanda es menos elástica.",
        ("IMg = CMg en cada mercado, con costo marginal constante",),
    )


def _cheapest_place(reading: Reading) -> dict[str, list[int]] | None:
    read = parts(reading)
    if read is None:
        return None
    places, rest = read
    if len(rest) != 3:
        return None
    wages = [place for place in rest if _after(reading, place, r"w|salarios?|trabajo|pl|l")]
    rents = [
        place
        for place in rest
        if _after(reading, place, r"r|alquiler(?: del capital)?|renta(?: del capital)?|pk|k|capital")
    ]
    if len(wages) != 1 or len(rents) != 1 or wages == rents:
        return None
    found = rx.search(r"\bzfp (\w\w?) ", reading.text)
    labour_first = found is not None and found[1] in ("l", "n", "t", "x")
    first, second = (wages, rents) if labour_first else (rents, wages)
    return places | {"p": first, "r": second, "q": [place for place in rest if place not in (*wages, *rents)]}


def _after(reading: Reading, place: int, words: str) -> bool:
    start = reading.slot(place)[0]
    return rx.search(rf"\b(?:{words})(?: (?:es|de|igual|a|vale|son))* $", reading.text[:start]) is not None


def _cheapest(g: Given) -> Solution:
    one = function(g)
    if one.kind != "p":
        raise Incomplete("a")
    if min(g["p"], g["r"], g["q"]) <= 0:
        raise CalculationError("Los precios de los factores y la cantidad tienen que ser mayores que 0.")
    share = one.a * g["r"] / (one.b * g["p"])  # x for each y
    y = (g["q"] / (one.scale * share**one.a)) ** (1 / (one.a + one.b))
    x = share * y
    value = g["p"] * x + g["r"] * y
    return Solution(
        value,
        f"El costo mínimo es {g.money(value, 'p', 'r')}, con {one.one.upper()} = {number(x)} y"
        f" {one.other.upper()} = {number(y)}.",
        f"RMST = {number(g['p'])} / {number(g['r'])} ⇒ {one.one.upper()} = {number(share)}{one.other.upper()} ;"
        f" costo = {number(g['p'])} × {number(x)} + {number(g['r'])} × {number(y)} = {number(value)}",
        "En el mínimo el último peso gastado en cada factor rinde lo mismo.",
        ("los dos factores se eligen libremente",),
    )


def _calculator(
    calculator_id: str,
    name: str,
    formula: str,
    inputs: tuple[Input, ...],
    keys: str,
    names: str,
    unless: str,
    work: Callable[[Given], Solution],
    place: Callable[[Reading], dict[str, list[int]] | None] | None = None,
    wordings: tuple[str, ...] = (),
) -> Calculator:
    return Calculator(
        id=calculator_id,
        name=name,
        area=has.AREA,
        formula=formula,
        inputs=inputs,
        keys=keys,
        when=(),
        names=names,
        unless=unless,
        wordings=wordings,
        place=place,
        work=work,
        asks=False,
    )


def _amount(symbol: str, name: str, labels: str = "", *, optional: bool = False) -> Input:
    return Input(symbol, name, Kind.AMOUNT, above=-1e-9, labels=labels, optional=optional)


_NO_LINES = r"%\d|\bz[dsci][qptmev] "
_UNIT_TAX = r"impuesto|tributo|gravamen"
CALCULATORS = (
    _calculator(
        "excedente_de_varios",
        "el excedente de varios compradores o vendedores",
        "Σ (disposición − P)",
        (
            Input("v", "lo que pagaría o aceptaría cada uno", Kind.AMOUNT, many=True),
            _amount("p", "el precio"),
        ),
        "excedente excedentes",
        rf"^(?=.*excedentes?\b).*(?:{_RESERVE}).*",
        rf"{_NO_LINES}|impuesto|cantidad|unidades",
        _surplus_of_people,
        _people,
    ),
    _calculator(
        "excedente_del_triangulo",
        "el excedente entre un precio y el máximo",
        "½ (Pmáx − P) · Q",
        (
            _amount(
                "m", "el precio en el que nadie compra o vende", r"precio (?:maximo|minimo|de reserva)\w*|maximo|minimo"
            ),
            _amount("p", "el precio", r"precio(?: (?:de|del|mercado|equilibrio|actual))*"),
            _amount("q", "la cantidad", has.QUANTITY + r"|se venden|vend\w+|compr\w+"),
        ),
        "excedente excedentes",
        r"^(?=.*excedentes?\b)(?=.*(?:maxim|minim|reserva)).*(?:cantidad|unidades|se (?:venden|compran)|compra|q\b).*",
        rf"{_NO_LINES}|impuesto",
        _triangle,
    ),
    _calculator(
        "perdida_por_impuesto",
        "la pérdida irrecuperable de un impuesto",
        "½ · t · ΔQ",
        (
            _amount("t", "el impuesto por unidad", rf"(?:{_UNIT_TAX})(?: (?:de|por|unitario|es))*"),
            _amount("a", "la cantidad sin impuesto"),
            _amount("b", "la cantidad con impuesto"),
        ),
        "irrecuperable eficiencia",
        r"^(?=.*(?:impuesto|tributo|gravamen)).*(?:irrecuperable|peso muerto"
        r"|perdida (?:de|en) (?:eficiencia|bienestar|peso muerto)|costo en eficiencia|perdida social).*",
        _NO_LINES,
        _loss,
        wordings=(r"(?:impuesto|tributo|gravamen)(?: (?:de|por|unitario|es|unidad))* {t}", r"(?:de|desde) {a} ~a {b}"),
    ),
    _calculator(
        "recaudacion_por_unidad",
        "la recaudación de un impuesto por unidad",
        "t · Q",
        (
            _amount("t", "el impuesto por unidad", rf"(?:{_UNIT_TAX})(?: (?:de|por|unitario|es))*"),
            _amount("q", "las unidades", has.QUANTITY + r"|vend\w+|compr\w+"),
        ),
        "recaudacion recauda impuesto",
        r"^(?=.*(?:impuesto|tributo|gravamen))(?=.*(?:por unidad|cada unidad|unitario|por litro|por kilo|por paquete"
        r"|por botella|por atado)).*recaud\w*.*",
        rf"{_NO_LINES}|elastic",
        _revenue,
    ),
    _calculator(
        "valor_del_producto_marginal",
        "el valor del producto marginal",
        "VPMg = PMg · P",
        (
            Input(
                "m",
                "el producto marginal",
                Kind.NUMBER,
                above=-1e-9,
                labels=r"producto marginal(?: del trabajo)?|productividad marginal(?: del \w+)?|pmgl?|produc\w+"
                r"|agrega"
                r"|aporta|suma|hace|unidades",
            ),
            _amount(
                "p", "el precio", r"precio(?: (?:de|del|producto|venta|bien))*|se venden? a|vend\w+ a|p|cada un[oa] a"
            ),
            _amount("w", "el salario", r"salarios?|sueldo|w|jornal|paga\w*|cobra\w*|cuesta", optional=True),
        ),
        "pmg vpmg",
        r"^(?=.*(?:valor(?: del?)? (?:su )?(?:producto|productividad) marginal|vpmg"
        r"|cuanto vale (?:su|el) producto marginal"
        r"|(?:pmg|producto marginal|productividad marginal|trabajador).*(?:conviene|contrat))).*(?:precio|vend|p\b).*",
        rf"{_NO_LINES}|\bzf[psm] |\bzg[lr] ",
        _marginal_value,
    ),
    Calculator(
        id="discriminacion_de_precios",
        name="los precios de quien discrimina",
        area=has.AREA,
        formula="IMg₁ = IMg₂ = CMg",
        inputs=(
            Input("a", "las ordenadas", Kind.AMOUNT, many=True),
            Input("b", "las pendientes", Kind.AMOUNT, many=True),
            *COST_INPUTS,
        ),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:discrimin|cada (?:uno|una|mercado|grupo|segmento)|monopol)).*",
        unless=rf"\bzs[qp] |%\d|{has.RIVALS}|{has.POLICY}|elastic",
        wordings=(COST_WORDINGS[0],),
        place=_two_demands,
        work=_discrimination,
        asks=False,
    ),
    _calculator(
        "costo_minimo_de_producir",
        "el costo mínimo de producir una cantidad",
        "PMgL / w = PMgK / r",
        (
            *FUNCTION,
            _amount("p", "el precio del primer factor"),
            _amount("r", "el precio del segundo factor"),
            _amount("q", "la cantidad"),
        ),
        KEYS,
        r"^(?=.*\bzfp )(?=.*(?:minim|mas barat|optim)).*(?:costo|producir|combinacion).*",
        r"%\d|presupuest|gasto total|costo total de",
        _cheapest,
        _cheapest_place,
    ),
)
