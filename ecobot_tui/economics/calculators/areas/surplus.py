"""Microeconomía: los excedentes del consumidor y del productor."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.curves import at_point, demand, market, sellers_surplus, supply
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution


def _surplus(g: Given) -> Solution:
    one = market(g)
    top, low = one.demand.top, max(0.0, one.supply.top)
    total = one.buyers + one.sellers
    given = (
        () if one.supply.top >= 0 else ("la oferta corta el eje debajo de cero: el del productor cuenta desde P = 0",)
    )
    worked = (
        f"½ × ({number(one.price)} − {number(low)}) × {number(one.quantity)}"
        if not given
        else f"({number(one.supply.a)} + {number(one.quantity)}) / 2 × {number(one.price)}"
    )
    return Solution(
        one.buyers,
        f"El excedente del consumidor es {number(one.buyers)} y el del productor, {number(one.sellers)}:"
        f" en total, {number(total)}.",
        f"EC = ½ × ({number(top)} − {number(one.price)}) × {number(one.quantity)} = {number(one.buyers)} ;"
        f" EP = {worked} = {number(one.sellers)}",
        f"Entre compradores y vendedores el mercado genera un bienestar de {number(total)}.",
        (f"mercado competitivo en equilibrio (P = {number(one.price)}, Q = {number(one.quantity)})", *given),
    )


def _buyers_surplus(g: Given) -> Solution:
    line = demand(g)
    price, quantity = at_point(g, line)
    if quantity <= 0 or price < 0:
        raise CalculationError("A ese precio no se compra nada: no hay excedente del consumidor.")
    value = (line.top - price) * quantity / 2
    if "r" in g:
        other = line.quantity(g["r"])
        after = max(0.0, (line.top - g["r"]) * other / 2)
        return Solution(
            after - value,
            f"El excedente del consumidor {'sube' if after > value else 'baja'} {number(abs(after - value))}:"
            f" pasa de {number(value)} a {number(after)}.",
            f"½ × ({number(line.top)} − {number(g['r'])}) × {number(other)} − {number(value)} "
            f"= {number(after - value)}",
            f"Se compraban {number(quantity)} unidades y ahora {number(max(0.0, other))}.",
            ("demanda lineal: el excedente es un triángulo",),
        )
    return Solution(
        value,
        f"El excedente del consumidor es {number(value)}.",
        f"½ × ({number(line.top)} − {number(price)}) × {number(quantity)} = {number(value)}",
        f"A un precio de {number(price)} se compran {number(quantity)} unidades, y "
        f"hasta {number(line.top)} se pagaría.",
        ("demanda lineal: el excedente es un triángulo",),
    )


def _sellers_surplus(g: Given) -> Solution:
    line = supply(g)
    price, quantity = at_point(g, line)
    if quantity <= 0 or price <= 0:
        raise CalculationError("A ese precio no se vende nada: no hay excedente del productor.")
    value, low = sellers_surplus(line, price), max(0.0, line.top)
    return Solution(
        value,
        f"El excedente del productor es {number(value)}.",
        f"({number(price)} − {number(low)}) × ({number(line.quantity(low))} + {number(quantity)}) "
        f"/ 2 = {number(value)}",
        f"A un precio de {number(price)} se venden {number(quantity)} unidades; la oferta arranca en {number(low)}.",
        ("oferta lineal, desde un precio de cero o más",),
    )


def _one_surplus(g: Given) -> Solution:
    gap = g["w"] - g["p"]
    if gap < 0:
        raise CalculationError("Nadie compra por más de lo que pagaría, ni vende por menos de lo que aceptaría.")
    value = gap * g["q"] / 2 if "q" in g else gap
    half = f"½ × {number(g['q'])} × " if "q" in g else ""
    return Solution(
        value,
        f"El excedente es {g.money(value)}.",
        f"{half}({number(g['w'])} − {number(g['p'])}) = {number(value)}",
        "Es la diferencia entre lo que se estaba dispuesto a pagar o a aceptar y el precio.",
        ("curva recta: el excedente es un triángulo",) if "q" in g else ("una sola unidad",),
    )


_WILLING = (
    r"dispuest\w+ a (?:pagar|dar)(?: hasta)?|disposicion a pagar|pagaria\w*(?: hasta)?|valor\w+(?: en)?"
    r"|(?:precio|p) maxim\w+|maximo"
)
_LEAST = r"(?:precio|p) minim\w+|minimo|aceptaria\w*|dispuest\w+ a (?:vender|aceptar|cobrar)(?: por| en| a)?|le cuesta"
_PAID = r"pag(?!aria)[oaue]\w*|precio(?: de mercado)?|cuesta|sale|compr\w+|vend\w+(?: a| en| por)?|cobr\w+|p"
_N = Input("q", "la cantidad", Kind.NUMBER, above=0, labels=r"cantidad|q|unidades", optional=True)

_EITHER = (
    Input("p", "el precio", Kind.AMOUNT, above=-1e-9, labels=f"{has.PRICE}|a|si cuesta|vale", optional=True),
    Input("q", "la cantidad", Kind.AMOUNT, above=0, labels=has.QUANTITY, optional=True),
)

CALCULATORS = (
    Calculator(
        id="excedentes",
        name="los excedentes del consumidor y del productor",
        area=has.AREA,
        formula="EC = ½ (Pmax − P*) Q* ; EP = ½ (P* − Pmin) Q*",
        inputs=has.BOTH,
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_BOTH}(?=.*(?:{has.SURPLUS})).*",
        unless=rf"{has.TWO_DEMANDS}|{has.TWO_SUPPLIES}|{has.ASIDE}",
        wordings=has.LINES,
        work=_surplus,
        asks=False,
    ),
    Calculator(
        id="excedente_de_una_compra",
        name="el excedente de una compra",
        area=has.AREA,
        formula="disposición a pagar − precio",
        inputs=(
            Input("w", "la disposición a pagar", Kind.AMOUNT, above=-1e-9, labels=_WILLING),
            Input("p", "el precio", Kind.AMOUNT, above=-1e-9, labels=_PAID),
            _N,
        ),
        keys="excedente",
        needs="excedente",
        when=(),
        names=rf"^(?=.*\bexcedente)(?=.*(?:{_WILLING})).*",
        unless=rf"\bz[dsci][qptmev] |%\d|{has.TAX}|productor|vendedor|oferta|trabaj",
        wordings=(),
        work=_one_surplus,
        asks=False,
    ),
    Calculator(
        id="excedente_de_una_venta",
        name="el excedente de una venta",
        area=has.AREA,
        formula="precio − mínimo aceptable",
        inputs=(
            Input("p", "el mínimo que se acepta", Kind.AMOUNT, above=-1e-9, labels=_LEAST),
            Input("w", "el precio", Kind.AMOUNT, above=-1e-9, labels=_PAID),
            _N,
        ),
        keys="excedente",
        needs="excedente",
        when=(),
        names=rf"^(?=.*\bexcedente)(?=.*(?:productor|vendedor))(?=.*(?:{_LEAST})).*",
        unless=rf"\bz[dsci][qptmev] |%\d|{has.TAX}|consumidor|demanda|trabaj",
        wordings=(),
        work=_one_surplus,
        asks=False,
    ),
    Calculator(
        id="excedente_consumidor",
        name="el excedente del consumidor",
        area=has.AREA,
        formula="EC = ½ (Pmax − P) Q",
        inputs=(*has.DEMAND, *_EITHER, Input("r", "el precio final", Kind.AMOUNT, above=-1e-9, optional=True)),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_DEMAND}(?=.*(?:{has.SURPLUS})).*",
        unless=rf"\bzs[qp] |{has.TWO_DEMANDS}|{has.MONOPOLY}|{has.RIVALS}|{has.TAX}|{has.SUBSIDY}|\bzcm"
        rf"|\bzct|%\d|\bcmg\b",
        wordings=(
            has.LINES[0],
            r"(?:de|desde) {p} a {r}",
            r"(?:precio|p)(?: (?:de|es|del|equilibrio|mercado|igual|a|baja|sube))* {p}",
        ),
        work=_buyers_surplus,
        asks=True,
    ),
    Calculator(
        id="excedente_productor",
        name="el excedente del productor",
        area=has.AREA,
        formula="EP = ½ (P − Pmin) Q",
        inputs=(*has.SUPPLY, *_EITHER),
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=rf"{has.WITH_SUPPLY}(?=.*(?:{has.SURPLUS})).*",
        unless=rf"\bzd[qp] |{has.TWO_SUPPLIES}|{has.TAX}|{has.SUBSIDY}|\bzcm|\bzct|%\d",
        wordings=(has.LINES[1], r"(?:precio|p)(?: (?:de|es|del|equilibrio|mercado|igual|a))* {p}"),
        work=_sellers_surplus,
        asks=True,
    ),
)
