"""Macroeconomía: el PBI de una historia: cadenas de valor, cantidades por precios e ingresos de los factores."""

import math
import re
from itertools import pairwise

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Macroeconomía"


def _chain(g: Given) -> Solution:
    prices = g.all("x")
    if any(later < earlier for earlier, later in pairwise(prices)):
        raise CalculationError(
            "En esa cadena una etapa vende por menos de lo que compra: revisá el orden de los montos."
        )
    added = [prices[0], *(later - earlier for earlier, later in pairwise(prices))]
    asks_last = rx.search(r"cuanto (?:valor )?(?:agrega|anade|aporta)", g.text) is not None
    return Solution(
        added[-1] if asks_last else prices[-1],
        f"El PBI suma {g.money(prices[-1])}; el último eslabón agrega {g.money(added[-1])}.",
        f"valor agregado de cada etapa: {' + '.join(number(one) for one in added)} = {number(math.fsum(added))}",
        "El PBI cuenta el valor del bien final, que es la suma de los valores agregados: los intermedios ya están"
        " adentro.",
        ("la primera etapa no compra insumos, y cada una compra todo lo que vendió la anterior",),
    )


def _sales(reading: Reading) -> dict[str, list[int]] | None:
    """Take all amounts of a story of sales, from the first producer to the last one, in their order."""
    places = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    return {"x": places} if len(places) >= 2 and len(places) == len(reading.quantities) else None


_MADE = re.compile(
    r"[#$](\d+) (?:\w+ )?(?:de )?([a-z]{3,})(?: [a-z]\w*){0,3}? (?:a|por|x|con precio de|cuyo precio (?:era|es"
    r"|fue) (?:de )?)(?: un precio de)? [$#](\d+)"
)


def _made(reading: Reading) -> list[tuple[int, str, int]]:
    return [(int(one[1]), one[2], int(one[3])) for one in _MADE.finditer(reading.text)]


def _years(reading: Reading) -> dict[str, list[int]] | None:
    """Place the quantities and prices of one or two years: «100 panes a $ 20 y 50 vinos a $ 80; …»."""
    found = _made(reading)
    half, odd = divmod(len(found), 2)
    goods = [good[:5] for _, good, _ in found]
    if not found or not (goods[:half] == goods[half:] and not odd):
        return None
    taken = {place for one in found for place in (one[0], one[2])}
    for place, one in enumerate(reading.quantities):
        if place not in taken and not (one.mark in "#@" and (1900 <= one.value <= 2100 or one.value <= 2)):
            return None
    return {
        "q": [one[0] for one in found[:half]],
        "p": [one[2] for one in found[:half]],
        "r": [one[0] for one in found[half:]],
        "s": [one[2] for one in found[half:]],
    }


def _two_years(g: Given) -> Solution:
    first, base, second, current = g.all("q"), g.all("p"), g.all("r"), g.all("s")
    for one in (*first, *second, *base, *current):
        if one < 0:
            raise CalculationError("Las cantidades y los precios no pueden ser negativos.")

    def worth(quantities: list[float], prices: list[float]) -> float:
        return math.fsum(q * p for q, p in zip(quantities, prices, strict=True))

    before, nominal, real = worth(first, base), worth(second, current), worth(second, base)
    deflator, growth = 100 * nominal / real, 100 * (real / before - 1)
    text = g.text
    main = (
        growth
        if rx.search(r"crecimiento|crecio|tasa de variacion|cuanto vario", text)
        else deflator
        if "deflactor" in text and "real" not in text.partition("deflactor")[0]
        else nominal
        if "nominal" in text and "real" not in text
        else real
    )
    terms = " + ".join(f"{number(q)} × {number(p)}" for q, p in zip(second, base, strict=True))
    return Solution(
        main,
        f"El PBI real del segundo año, a precios del primero, es {g.money(real, 'p')}; el nominal,"
        f" {g.money(nominal, 'p')};"
        f" el deflactor, {number(deflator)}; el crecimiento real, {percent(growth)}.",
        f"{terms} = {number(real)}",
        f"El PBI del primer año fue {number(before)}: con los mismos precios, lo que cambia son las cantidades; los"
        f" precios"
        f" subieron {percent(deflator - 100)} según el deflactor.",
        ("el primer año es el año base",),
    )


def _one(reading: Reading) -> dict[str, list[int]] | None:
    """Place the quantities and prices of one year, of different goods."""
    found = _made(reading)
    if (
        len(found) < 2
        or len({good[:5] for _, good, _ in found}) < len(found)
        or 2 * len(found) != len(reading.quantities)
    ):
        return None
    return {"q": [one[0] for one in found], "p": [one[2] for one in found]}


def _one_year(g: Given) -> Solution:
    pairs = list(zip(g.all("q"), g.all("p"), strict=True))
    value = math.fsum(quantity * price for quantity, price in pairs)
    return Solution(
        value,
        f"El PBI nominal es {g.money(value, 'p')}.",
        f"{' + '.join(f'{number(quantity)} × {number(price)}' for quantity, price in pairs)} = {number(value)}",
        "Cada bien final cuenta por su cantidad y su precio de ese año.",
        ("son todos bienes finales",),
    )


def _incomes(g: Given) -> Solution:
    terms = [symbol for symbol in "wbrimtd" if symbol in g]
    value = math.fsum(g[symbol] for symbol in terms) - (g["s"] if "s" in g else 0.0)  # noqa: SIM401 - no mapping
    minus = f" − {g.shown('s')}" if "s" in g else ""
    return Solution(
        value,
        f"El PBI por el ingreso es {g.money(value)}.",
        f"{' + '.join(g.shown(symbol) for symbol in terms)}{minus} = {number(value)}",
        "Todo lo que se produce se reparte en ingresos: salarios, ganancias, rentas, y los impuestos a la producción.",
    )


VALUE_ADDED = System(
    id="valor_agregado",
    name="el valor agregado",
    area=AREA,
    formula="valor agregado = producción − consumo intermedio",
    magnitudes=(
        Magnitude(
            "p",
            "producción",
            "el valor de la producción",
            r"(?:valor (?:bruto )?de (?:la )?)?produccion(?: bruta)?|vbp|produc(?:e|en|io|ia)(?: por)?|ventas?"
            r"|vend\w+|factur\w+",
        ),
        Magnitude(
            "i",
            "consumo intermedio",
            "el consumo intermedio",
            r"consumos? intermedios?|insumos(?: intermedios)?|materias? primas?|compras? intermedias?"
            r"|bienes intermedios|ci(?= [#$])|gast[aoe]\w*(?: en)?|compr\w+(?: [a-z]\w*){0,3}? (?:a|por|en)(?= [#$])",
        ),
        Magnitude(
            "v",
            "VA",
            "el valor agregado",
            r"valor (?:agreg|anad)\w+(?: bruto)?|vab?|agrega|agregado",
            meaning="Es lo que la empresa suma al PBI: lo que produce menos los insumos que otras ya produjeron.",
        ),
    ),
    rules=(
        rule("v", "{p} − {i}", lambda p, i: p - i),
        rule("i", "{p} − {v}", lambda p, v: p - v),
        rule("p", "{v} + {i}", lambda v, i: v + i),
    ),
    keys="agregado",
    names=(
        r"^(?=.*(?:valor (?:agreg|anad)\w+|consumo intermedio))(?=.*(?:insumo|intermedi|materias? prima"
        r"|produccion|compr|vend|factur)).*"
    ),
    unless=r"%\d|@\d|\biva\b|puntos",
    default="v",
)

CALCULATORS = (
    calculator(VALUE_ADDED),
    Calculator(
        id="cadena_de_valor",
        name="el valor agregado de una cadena",
        area=AREA,
        formula="Σ (ventas − insumos) = valor del bien final",
        inputs=(Input("x", "el precio de venta de cada etapa", Kind.AMOUNT, many=True, above=0),),
        keys="agregado agrega",
        names=(
            r"^(?=.*(?:vende\w*|vendio|vendi)(?:.*(?:vende|vendio|revend)).*(?:valor agregado|valor anadido|agrega"
            r"|pbi|pib|producto bruto)).*"
        ),
        when=(),
        unless=r"%\d|@\d|unidades|cada un[oa]|consumo intermedio|margen|iva",
        wordings=(),
        work=_chain,
        asks=False,
        place=_sales,
    ),
    Calculator(
        id="pbi_real_de_cantidades",
        name="el PBI nominal y el real",
        area=AREA,
        formula="PBI real = Σ Q₁ P₀ ; nominal = Σ Q₁ P₁",
        inputs=(
            Input("q", "las cantidades del primer año", Kind.AMOUNT, many=True),
            Input("p", "los precios del primer año", Kind.AMOUNT, many=True),
            Input("r", "las cantidades del segundo año", Kind.AMOUNT, many=True),
            Input("s", "los precios del segundo año", Kind.AMOUNT, many=True),
        ),
        keys="pbi pib deflactor",
        names=(
            r"^(?=.*(?:pbi|pib|producto|economia|pais|deflactor))(?=.*[#$]\d+ [a-z]+.* (?:a|por"
            r"|x) [$#]\d).*(?:\breal\b|nominal|deflactor|crec).*"
        ),
        when=(),
        unless=r"%\d",
        wordings=(),
        work=_two_years,
        asks=False,
        place=_years,
    ),
    Calculator(
        id="pbi_de_cantidades",
        name="el PBI nominal",
        area=AREA,
        formula="Σ Q P",
        inputs=(
            Input("q", "las cantidades", Kind.AMOUNT, many=True),
            Input("p", "los precios", Kind.AMOUNT, many=True),
        ),
        keys="pbi pib",
        names=r"^(?=.*(?:\bpbi\b|\bpib\b|producto bruto))(?=.*[#$]\d+ [a-z]+.* (?:a|por|x) [$#]\d).*",
        when=(),
        unless=r"%\d|\breal\b|deflactor|crec",
        wordings=(),
        work=_one_year,
        asks=False,
        place=_one,
    ),
    Calculator(
        id="pbi_ingresos",
        name="el PBI por el ingreso",
        area=AREA,
        formula="salarios + ganancias + rentas + intereses + impuestos netos + depreciación",
        inputs=(
            Input(
                "w",
                "los salarios",
                Kind.AMOUNT,
                labels=r"(?:remuneraci\w+|salarios|sueldos)(?: (?:de|a|al|los|trabajo|asalariados|trabajadores|y))*",
            ),
            Input(
                "b",
                "las ganancias",
                Kind.AMOUNT,
                labels=(
                    r"(?:excedente(?: bruto)?(?: de explotacion)?|ebe|beneficios?|ganancias|utilidades)(?: (?:de las"
                    r"|empresas|empresariales|empresarios))*"
                ),
            ),
            Input("r", "las rentas", Kind.AMOUNT, optional=True, labels=r"rentas?(?: de la tierra)?|alquileres"),
            Input("i", "los intereses", Kind.AMOUNT, optional=True, labels=r"intereses"),
            Input(
                "m",
                "el ingreso mixto",
                Kind.AMOUNT,
                optional=True,
                labels=r"ingresos? mixtos?(?: bruto)?|cuentapropistas",
            ),
            Input(
                "t",
                "los impuestos indirectos",
                Kind.AMOUNT,
                optional=True,
                labels=(
                    r"impuestos(?: (?:indirectos|netos|a|sobre|la|produccion|las|importaciones|de subsidios"
                    r"|menos subsidios|menos subvenciones|y|los productos))*"
                ),
            ),
            Input(
                "d",
                "la depreciación",
                Kind.AMOUNT,
                optional=True,
                labels=r"depreciacion|amortizacion(?:es)?|consumo de capital(?: fijo)?",
            ),
            Input("s", "los subsidios", Kind.AMOUNT, optional=True, labels=r"subsidios|subvenciones"),
        ),
        keys="excedente remuneracion pbi pib",
        names=(
            r"^(?=.*(?:salarios|remuneraci|sueldos))(?=.*(?:excedente|beneficios|ganancias|utilidades"
            r"|\bebe\b))(?=.*(?:pbi|pib|producto|ingreso nacional)).*"
        ),
        when=(),
        unless=r"%\d|@\d",
        wordings=(),
        work=_incomes,
        asks=False,
    ),
)
