"""Microeconomía: elasticidades."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import micro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Microeconomía"
_UP = r"sub(?:e|en|io|ieron|a|an|iera|ida|idas)|aument\w+|crec\w+|increment\w+|suba"
_DOWN = r"baj\w+|cae|caen|cayo|cayeron|caida|caiga|caer|disminu\w+|reduc\w+|reduj\w+|desciend\w+|descendio"
_DIRECTION = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_ASKED = rf"\b(?:{_UP}|{_DOWN})\b.*%\d.*%\d"
_BOTH_ASKED = rf"\b(?:{_UP}|{_DOWN})\b.*%\d.*\b(?:{_UP}|{_DOWN})\b.*%\d"
_QUANTITY = r"(?:cantidad(?:es)?|demanda|ventas|consumo|unidades|qd|compras)"
_VERB = r"(?:\w+ ){0,3}?"


def _signed(g: Given, symbol: str, *symbols: str) -> float:
    """Return a percentage with the sign of the word before it, as «cae 20 %»; `symbols` are all the inputs."""
    one = g.quantity(symbol)
    place = sorted(g.quantity(each).number.start for each in symbols).index(one.number.start)
    found = list(_DIRECTION.finditer(g.text, 0, g.text.index(f"%{place}")))
    if one.value < 0 or not found:
        return one.value
    return -one.value if found[-1]["down"] else one.value


def _sense(value: float) -> str:
    size = abs(value)
    if abs(size - 1) < 1e-9:
        return "La demanda tiene elasticidad unitaria: la cantidad cambia en la misma proporción que el precio."
    if size < 1e-12:
        return "La demanda es perfectamente inelástica: la cantidad no responde al precio."
    kind, how = ("elástica", "más") if size > 1 else ("inelástica", "menos")
    return f"La demanda es {kind}: la cantidad cambia en proporción {how} que el precio."


def _checked(g: Given) -> None:
    if g["a"] == g["b"]:
        raise CalculationError("El precio no cambia: sin variación del precio no hay elasticidad.")


def _point(g: Given) -> Solution:
    _checked(g)
    value = micro.point_elasticity(g["q"], g["r"], g["a"], g["b"])
    return Solution(
        value,
        f"La elasticidad precio es {number(value)}.",
        g.fill(f"[({{r}} − {{q}}) / {{q}}] / [({{b}} − {{a}}) / {{a}}] = {number(value)}"),
        _sense(value),
        ("variaciones respecto del punto inicial; con punto medio (arco) da otro valor", "lo demás no cambia"),
    )


def _arc(g: Given) -> Solution:
    _checked(g)
    value = micro.arc_elasticity(g["q"], g["r"], g["a"], g["b"])
    mean_q, mean_p = number((g["q"] + g["r"]) / 2), number((g["a"] + g["b"]) / 2)
    return Solution(
        value,
        f"La elasticidad arco es {number(value)}.",
        g.fill(f"[({{r}} − {{q}}) / {mean_q}] / [({{b}} − {{a}}) / {mean_p}] = {number(value)}"),
        _sense(value),
        ("variaciones respecto del punto medio", "lo demás no cambia"),
    )


def _ratio(g: Given, cause: str) -> tuple[float, str]:
    below, above = _signed(g, "x", "x", "y"), _signed(g, "y", "x", "y")
    if below == 0:
        raise CalculationError(f"{cause} no cambia: sin esa variación no hay elasticidad.")
    value = above / below
    return value, f"({percent(above)}) / ({percent(below)}) = {number(value)}"


def _price_percent(g: Given) -> Solution:
    value, worked = _ratio(g, "El precio")
    odd = " Ojo: da positiva, al revés de lo que dice la ley de la demanda." if value > 0 else ""
    return Solution(
        value,
        f"La elasticidad precio es {number(value)}.",
        worked,
        _sense(value) + odd,
        ("lo demás no cambia",),
    )


def _income(g: Given) -> Solution:
    value, worked = _ratio(g, "El ingreso")
    if value < 0:
        meaning = "Es un bien inferior: cuando sube el ingreso se compra menos."
    elif value > 1:
        meaning = "Es un bien normal y de lujo: se compra proporcionalmente más que lo que sube el ingreso."
    elif value == 0:
        meaning = "El consumo no responde al ingreso."
    else:
        meaning = "Es un bien normal: se compra más al subir el ingreso, sin pasar la proporción (de 0 a 1, necesario)."
    return Solution(value, f"La elasticidad ingreso es {number(value)}.", worked, meaning, ("los precios no cambian",))


def _cross(g: Given) -> Solution:
    value, worked = _ratio(g, "El precio del otro bien")
    if value > 0:
        meaning = "Son bienes sustitutos: al encarecerse uno se compra más del otro."
    elif value < 0:
        meaning = "Son bienes complementarios: al encarecerse uno se compra menos del otro."
    else:
        meaning = "Son bienes independientes: el precio de uno no mueve la demanda del otro."
    return Solution(value, f"La elasticidad cruzada es {number(value)}.", worked, meaning, ("lo demás no cambia",))


_FOUR = (
    Input("a", "el precio inicial", Kind.AMOUNT, above=0),
    Input("b", "el precio final", Kind.AMOUNT, above=0),
    Input("q", "la cantidad inicial", Kind.NUMBER, above=0),
    Input("r", "la cantidad final", Kind.NUMBER, above=-1e-9),
)
_FOUR_WORDINGS = (
    rf"(?:precio|precios) {_VERB}(?:de|desde|era|en) {{a}} ,? ?(?:y )?(?:pasa |paso |sube |baja )?(?:a|hasta) {{b}}",
    rf"{_QUANTITY} {_VERB}(?:de|desde|era|en) {{q}} (?:unidades )?(?:a|hasta) {{r}}",
    r"p[01i] {a} ,? ?p[12f] {b} ,? ?(?:y )?q[01i] {q} ,? ?(?:y )?q[12f] {r}",
    r"q[01i] {q} ,? ?q[12f] {r} ,? ?(?:y )?p[01i] {a} ,? ?(?:y )?p[12f] {b}",
)
_FOUR_WHEN = rf"{_QUANTITY}|q[01]"
_OTHER = r"ofert|ofrec|ingreso|renta|cruzada|sueldo|salari|otro bien|factur|gasto|recaud|\bte\b|\bno\b|inflacion"
_ALSO = (
    "elasticidad precio precios cantidad cantidades demanda demandada ventas consumo unidades producto arco punto medio"
    " elastica inelastica bien bienes coeficiente"
)
_MOVES = (
    Input("x", "la variación porcentual del precio o del ingreso", Kind.RATE),
    Input("y", "la variación porcentual de la cantidad", Kind.RATE),
)
_TO_QUANTITY = (rf"{_QUANTITY} (?!(?:\w+ ){{0,6}}(?:precio|ingreso))~{{y}}", rf"{{y}} (?:en|de) la {_QUANTITY}")

CALCULATORS = (
    Calculator(
        id="elasticidad_punto",
        name="la elasticidad precio de la demanda",
        area=AREA,
        formula="(ΔQ / Q₀) / (ΔP / P₀)",
        inputs=_FOUR,
        keys="elasticidad elastica inelastica precio",
        when=(
            r"elastic|inelastic|^(?:si )?(?:el precio sube|sube el precio|baja el precio|el precio baja)"
            r" (?:de|desde) \S+ a \S+ y la cantidad (?:demandada )?\w+ de \S+ a \S+$",
            _FOUR_WHEN,
        ),
        unless=rf"arco|medio|media|promedio|%\d|{_OTHER}",
        wordings=_FOUR_WORDINGS,
        also=_ALSO,
        work=_point,
        asks=False,
    ),
    Calculator(
        id="elasticidad_arco",
        name="la elasticidad arco de la demanda",
        area=AREA,
        formula="(ΔQ / Q̄) / (ΔP / P̄)",
        inputs=_FOUR,
        keys="elasticidad elastica arco medio precio",
        when=(r"\barco\b|punto medio|puntos medios|metodo del punto medio", _FOUR_WHEN),
        unless=rf"%\d|{_OTHER}",
        wordings=_FOUR_WORDINGS,
        also=_ALSO,
        work=_arc,
        asks=False,
    ),
    Calculator(
        id="elasticidad_porcentual",
        name="la elasticidad precio de la demanda",
        area=AREA,
        formula="%ΔQ / %ΔP",
        inputs=_MOVES,
        keys="elasticidad elastica inelastica",
        when=(r"elastic", r"\bprecios?\b", _QUANTITY, _BOTH_ASKED),
        unless=rf"arco|#\d|{_OTHER}|sustitut|complement|precio de(?: la|l)? \w+ .*(?:demanda|cantidad|consumo) de",
        wordings=(
            *_TO_QUANTITY,
            r"precios? (?!(?:\w+ ){0,6}(?:cantidad|demanda|consumo|ventas))~{x}",
            r"{x} (?:en el|del|de|en los) precios?",
        ),
        also=_ALSO,
        work=_price_percent,
        asks=False,
    ),
    Calculator(
        id="elasticidad_ingreso",
        name="la elasticidad ingreso de la demanda",
        area=AREA,
        formula="%ΔQ / %ΔY",
        inputs=_MOVES,
        keys="elasticidad ingreso ingresos renta",
        when=(
            rf"elastic|^(?:si )?el ingreso (?:{_UP}|{_DOWN}) (?:un )?%\d y la demanda (?:\w+ )?(?:un )?%\d$",
            r"\bingresos?\b|\brenta\b",
            _QUANTITY,
            _ASKED,
        ),
        unless=r"\bprecios?\b|ofert|ofrec|#\d|cruzada|\bno\b|inflacion|ingresos? totale?s?",
        wordings=(
            *_TO_QUANTITY,
            rf"(?:ingresos?|renta) (?!(?:\w+ ){{0,6}}{_QUANTITY})~{{x}}",
            r"{x} (?:en el|del|de|en la|en los) (?:ingresos?|renta)",
        ),
        also=_ALSO,
        work=_income,
        asks=False,
    ),
    Calculator(
        id="elasticidad_cruzada",
        name="la elasticidad cruzada de la demanda",
        area=AREA,
        formula="%ΔQx / %ΔPy",
        inputs=_MOVES,
        keys="elasticidad cruzada precio sustitutos complementarios",
        when=(
            rf"cruzada|elastic.*precio de(?: la|l)? \w+|^(?:si )?el precio de(?: la|l)? \w+ (?:{_UP}|{_DOWN})"
            r" (?:un )?%\d y la demanda de(?: la|l)? \w+ (?:\w+ )?(?:un )?%\d$",
            r"precio de",
            rf"{_QUANTITY} (?:demandada )?de",
            _ASKED,
        ),
        unless=r"\bingresos?\b|\brenta\b|ofert|ofrec|#\d|\bno\b|inflacion|elasticidad (?:precio|propia)"
        r"|precio de(?: la|l)? (\w+) .*(?:demanda|cantidad|consumo|ventas|demandada) de(?: la|l)? \1\b"
        r"|(?:demanda|cantidad|consumo|ventas|demandada) de(?: la|l)? (\w+) .*precio de(?: la|l)? \2\b",
        wordings=(
            *_TO_QUANTITY,
            r"precio (?!(?:\w+ ){0,6}(?:cantidad|demanda|consumo|ventas))~{x}",
            r"{x} (?:en el|del) precio",
        ),
        also=_ALSO,
        work=_cross,
        asks=False,
    ),
)
