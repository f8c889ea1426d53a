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
    return f"{number(constant)} {'−' if slope < 0 else '+'} {'' if abs(slope) == 1 else number(abs(slope))}P"


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


def _ceiling(g: Given) -> Solution:
    a, b, c, d, price, _ = _market(g)
    cap = g["m"]
    if cap >= price:
        raise CalculationError(
            f"Ese precio máximo no está por debajo del de equilibrio ({number(price)}): no tiene efecto."
        )
    wanted, offered = a + b * cap, max(0.0, c + d * cap)
    value = wanted - offered
    return Solution(
        value,
        f"Faltan {number(value)} unidades: se quieren {number(wanted)} y se ofrecen {number(offered)}.",
        f"Qd({number(cap)}) − Qs({number(cap)}) = {number(wanted)} − {number(offered)} = {number(value)}",
        f"El tope queda por debajo del precio de equilibrio ({number(price)}) y genera escasez.",
        ("mercado competitivo; nadie vende por encima del tope",),
    )


def _line_elasticity(g: Given) -> Solution:
    a, b = _demand(g)
    price = g["p"]
    quantity = a + b * price
    if quantity <= 0:
        raise CalculationError("A ese precio no se compra nada: no hay elasticidad que calcular.")
    value = b * price / quantity
    unitary = abs(abs(value) - 1) < 1e-9
    kind = "unitaria" if unitary else "elástica" if value < -1 else "inelástica"
    return Solution(
        value,
        f"La elasticidad precio en P = {number(price)} es {number(value)}.",
        f"{number(b)} × {number(price)} / {number(quantity)} = {number(value)}",
        f"En ese punto la demanda es {kind}: si el precio sube 1 %, la cantidad cae {number(-value)} %.",
        (f"a ese precio se demandan {number(quantity)} unidades",),
    )


def _monopoly(g: Given) -> Solution:
    a, b = _demand(g)
    top, slope = -a / b, -1 / b  # P = top − slope·Q
    if g["k"] >= top:
        raise CalculationError("El costo marginal no puede alcanzar el precio máximo de la demanda: no produce.")
    quantity = (top - g["k"]) / (2 * slope)
    price = top - slope * quantity
    return Solution(
        quantity,
        f"El monopolio produce {number(quantity)} y cobra {number(price)}; gana"
        f" {number((price - g['k']) * quantity)} antes del costo fijo.",
        f"{number(top)} − {number(2 * slope)}Q = {number(g['k'])} ⇒ Q = {number(quantity)} ; P = {number(price)}",
        f"En competencia el precio sería {number(g['k'])}: el monopolio cobra más y produce menos.",
        ("costo marginal constante, sin costo fijo y un solo precio",),
    )


def _cournot(g: Given) -> Solution:
    if "n" in g and g["n"] != 2:
        raise CalculationError("Solo calculo Cournot con dos empresas iguales.")
    a, b = _demand(g)
    top, slope = -a / b, -1 / b  # P = top − slope·Q
    if g["k"] >= top:
        raise CalculationError("El costo marginal no puede alcanzar el precio máximo de la demanda: no producen.")
    each = (top - g["k"]) / (3 * slope)
    price = top - 2 * slope * each
    return Solution(
        each,
        f"Cada empresa produce {number(each)} y el precio es {number(price)}.",
        f"({number(top)} − {number(g['k'])}) / (3 × {number(slope)}) = {number(each)} ; P = {number(price)}",
        "Entre las dos producen más que un monopolio y menos que en competencia perfecta.",
        ("dos empresas iguales con costo marginal constante, que eligen cantidades a la vez",),
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
        unless=rf"exces|excedent|impuest|maxim|minim|tope|escasez|{_OTHERS}",
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
    Calculator(
        id="precio_maximo_escasez",
        name="el faltante por un precio máximo",
        area=AREA,
        formula="Qd(Pm) − Qs(Pm)",
        inputs=(*_BOTH, Input("m", "el precio máximo", Kind.AMOUNT, above=0)),
        keys=_KEYS,
        when=(*_WHEN, r"\btope\b|precio maximo"),
        unless=rf"impuest|minim|excedent|{_OTHERS}",
        wordings=(*_LINES, r"(?:tope|maximo) (?!z)~{m}"),
        also=f"{_ALSO} tope maximo escasez faltante",
        work=_ceiling,
        asks=False,
    ),
    Calculator(
        id="elasticidad_lineal",
        name="la elasticidad en un punto de la demanda",
        area=AREA,
        formula="b · P / Q",
        inputs=(_A, _B, Input("p", "el precio", Kind.AMOUNT, above=0)),
        keys=f"{_KEYS} zuq zup",
        when=(r"\bz[du][qp] \S+ , \S+", r"elastic", r"(?:precio|\bp)(?: (?:de|es|igual a))* [$#]\d"),
        unless=r"\bzs|arco|medio|cruzada|ingreso|ofert|monopol|\bno\b|impuest|%\d",
        wordings=(r"z[du][qp] {a} , {b}", r"(?:precio|p)(?: (?:de|es|igual a))* {p}"),
        also=f"{_ALSO} elasticidad punto zuq zup",
        work=_line_elasticity,
        asks=False,
    ),
    Calculator(
        id="optimo_monopolio",
        name="el óptimo del monopolio",
        area=AREA,
        formula="IMg = CMg",
        inputs=(_A, _B, Input("k", "el costo marginal", Kind.AMOUNT, above=-1e-9)),
        keys=f"{_KEYS} zuq zup monopolio monopolista",
        when=(
            r"\bz[du][qp] \S+ , \S+",
            r"monopol|^zup \S+ , \S+ , cmg \S+$",
            r"(?:cmg|costos? marginal(?:es)?)(?: (?:de|es|constante|igual a))* [$#]\d+(?! ?(?:[a-z]*q|por q)\b)",
        ),
        unless=r"\bzs|fijo|\bcf\b|duopol|cournot|empresas|competencia|impuest|%\d|\bno\b|discrimin|subsid",
        wordings=(
            r"z[du][qp] {a} , {b}",
            r"(?:cmg|costos? marginal(?:es)?)(?: (?:de|es|constante|igual a))* {k}",
        ),
        also=f"{_ALSO} costo marginal cmg monopolio monopolista zuq zup beneficio maximo",
        work=_monopoly,
        asks=False,
    ),
    Calculator(
        id="cournot",
        name="el equilibrio de Cournot",
        area=AREA,
        formula="q = (a − c) / (3b)",
        inputs=(
            _A,
            _B,
            Input("k", "el costo marginal", Kind.AMOUNT, above=-1e-9),
            Input("n", "la cantidad de empresas", Kind.NUMBER, optional=True),
        ),
        keys=f"{_KEYS} zuq zup cournot duopolio",
        when=(
            r"\bz[du][qp] \S+ , \S+",
            r"cournot|duopol|^zup \S+ , \S+ , cmg \S+ , #\d empresas$",
            r"(?:cmg|costos? marginal(?:es)?)(?: (?:de|es|constante|igual a))* [$#]\d+(?! ?(?:[a-z]*q|por q)\b)",
        ),
        unless=r"\bzs|fijo|\bcf\b|stackelberg|bertrand|cartel|colu|impuest|%\d|\bno\b|lider",
        wordings=(
            r"z[du][qp] {a} , {b}",
            r"(?:cmg|costos? marginal(?:es)?)(?: (?:de|es|constante|igual a))* {k}",
            r"{n} (?:empresas|firmas)",
        ),
        also=f"{_ALSO} costo marginal cmg cournot duopolio empresa empresas zuq zup",
        work=_cournot,
        asks=False,
    ),
)
