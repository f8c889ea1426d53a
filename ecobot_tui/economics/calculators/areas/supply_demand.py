"""Microeconomía: demanda y oferta lineales, excedentes, impuestos y estructuras de mercado."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import micro
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Microeconomía"


def _quantity_line(constant: float, slope: float, inverse: bool) -> tuple[float, float]:
    """Return Q = a + bP, also where P was given as a function of Q."""
    if slope == 0:
        raise CalculationError("La pendiente no puede ser cero en una función lineal.")
    return (-constant / slope, 1 / slope) if inverse else (constant, slope)


def _demand(g: Given) -> tuple[float, float]:
    a, b = _quantity_line(g["a"], g["b"], "zdp " in g.text or "zup " in g.text)
    if b > 0:
        raise CalculationError("Esa demanda crece con el precio: tiene que tener pendiente negativa.")
    if a <= 0:
        raise CalculationError("Con esa demanda no se compra nada a ningún precio: revisá la ordenada.")
    return a, b


def _market(g: Given) -> tuple[float, float, float, float, float, float]:
    """Return a, b, c, d of Qd = a + bP and Qs = c + dP, and their price and quantity."""
    a, b = _demand(g)
    c, d = _quantity_line(g["c"], g["d"], "zsp " in g.text)
    if d < 0:
        raise CalculationError("Esa oferta baja con el precio: tiene que tener pendiente positiva.")
    price, quantity = micro.equilibrium(a, b, c, d)
    if price <= 0 or quantity <= 0:
        raise CalculationError("Esas curvas no se cortan con precio y cantidad positivos: no hay equilibrio.")
    return a, b, c, d, price, quantity


def _line(constant: float, slope: float) -> str:
    return f"{number(constant)} {'−' if slope < 0 else '+'} {number(abs(slope))}P"


def _equilibrium(g: Given) -> Solution:
    a, b, c, d, price, quantity = _market(g)
    return Solution(
        price,
        f"El precio de equilibrio es {number(price)} y la cantidad, {number(quantity)}.",
        f"{_line(a, b)} = {_line(c, d)} ⇒ P = {number(price)} ; Q = {number(quantity)}",
        "A ese precio se quiere comprar justo lo que se quiere vender: ni sobra ni falta.",
        ("mercado competitivo, sin impuestos ni topes",),
    )


def _surplus(g: Given) -> Solution:
    a, b, c, d, price, quantity = _market(g)
    top, bottom = -a / b, -c / d
    if bottom < 0:
        raise CalculationError("Con esa oferta se vende hasta gratis: no calculo el excedente del productor así.")
    buyers, sellers = (top - price) * quantity / 2, (price - bottom) * quantity / 2
    return Solution(
        buyers,
        f"El excedente del consumidor es {number(buyers)} y el del productor, {number(sellers)}.",
        f"EC = ½ × ({number(top)} − {number(price)}) × {number(quantity)} = {number(buyers)} ;"
        f" EP = ½ × ({number(price)} − {number(bottom)}) × {number(quantity)} = {number(sellers)}",
        f"Entre compradores y vendedores el mercado genera un bienestar de {number(buyers + sellers)}.",
        (f"mercado competitivo en equilibrio (P = {number(price)}, Q = {number(quantity)})",),
    )


def _tax(g: Given) -> Solution:
    a, b, c, d, _, before = _market(g)
    tax = g["t"]
    paid = (a - c + d * tax) / (d - b)
    kept, quantity = paid - tax, a + b * paid
    if kept <= 0 or quantity <= 0:
        raise CalculationError("Con un impuesto tan alto no se vende nada: el mercado desaparece.")
    share = 100 * d / (d - b)
    return Solution(
        paid,
        f"El comprador paga {number(paid)}, el vendedor recibe {number(kept)} y se venden {number(quantity)}.",
        f"{_line(a, b)} = {number(c)} + {number(d)} × (P − {number(tax)}) ⇒ Pc = {number(paid)} ;"
        f" recaudación = {number(tax)} × {number(quantity)} = {number(tax * quantity)} ;"
        f" pérdida de eficiencia = ½ × {number(tax)} × {number(before - quantity)}"
        f" = {number(tax * (before - quantity) / 2)}",
        f"Los compradores cargan con {number(share)} % del impuesto y los vendedores con {number(100 - share)} %.",
        ("impuesto fijo por unidad en un mercado competitivo",),
    )


_A = Input("a", "la ordenada de la demanda", Kind.AMOUNT)
_B = Input("b", "la pendiente de la demanda", Kind.AMOUNT)
_BOTH = (
    _A,
    _B,
    Input("c", "la ordenada de la oferta", Kind.AMOUNT),
    Input("d", "la pendiente de la oferta", Kind.AMOUNT),
)
_LINES = (r"zd[qp] {a} , {b}", r"zs[qp] {c} , {d}")
_WHEN = (r"\bzd[qp] \S+ , \S+", r"\bzs[qp] \S+ , \S+")
_KEYS = "zdq zdp zsq zsp"
_ALSO = (
    "demanda oferta equilibrio precio precios cantidad cantidades excedente excedentes consumidor productor mercado"
    " zdq zdp zsq zsp funcion funciones total impuesto unidad"
)
_OTHERS = r"monopol|cournot|duopol|subsid|elastic|\bno\b"

CALCULATORS = (
    Calculator(
        id="equilibrio_lineal",
        name="el equilibrio de mercado",
        area=AREA,
        formula="a − bP = c + dP",
        inputs=_BOTH,
        keys=_KEYS,
        when=_WHEN,
        unless=rf"excedent|impuest|maxim|minim|tope|escasez|{_OTHERS}",
        wordings=_LINES,
        also=_ALSO,
        work=_equilibrium,
        asks=False,
    ),
    Calculator(
        id="excedentes",
        name="los excedentes del consumidor y del productor",
        area=AREA,
        formula="EC = ½ (Pmax − P*) Q* ; EP = ½ (P* − Pmin) Q*",
        inputs=_BOTH,
        keys=_KEYS,
        when=(*_WHEN, r"excedent|bienestar"),
        unless=rf"impuest|maxim|minim|tope|escasez|exceso|{_OTHERS}",
        wordings=_LINES,
        also=_ALSO,
        work=_surplus,
        asks=False,
    ),
    Calculator(
        id="incidencia_impuesto",
        name="la incidencia de un impuesto",
        area=AREA,
        formula="ΔPc = t · d / (b + d)",
        inputs=(*_BOTH, Input("t", "el impuesto por unidad", Kind.AMOUNT, above=0)),
        keys=_KEYS,
        when=(*_WHEN, r"impuesto"),
        unless=rf"%\d|ad valorem|suma fija|renta|excedent|maxim|minim|tope|{_OTHERS}",
        wordings=(*_LINES, r"impuesto (?!z)~{t}", r"{t} ~impuesto"),
        also=_ALSO,
        work=_tax,
        asks=False,
    ),
)
