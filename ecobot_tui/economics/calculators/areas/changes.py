"""Precios e inflación: variaciones porcentuales, puntos, aumentos sucesivos, vuelta atrás y tiempo de duplicación."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Precios e inflación"
_MOST_TIMES = 1_200
_CHANGE_ASKED = (
    r"porcentaje|porcentual|variacion|vari|cuanto (?:\w+ )?(?:aument|subi|baj|cay|crec|disminu)|por"
    r" ciento|aumento|suba|baja"
)


def _change(g: Given) -> Solution:
    first, last = g["a"], g["b"]
    if first < 0 or last < 0:
        raise CalculationError("La variación porcentual no dice nada claro con valores negativos.")
    if not first:
        raise CalculationError("Desde 0 no hay variación porcentual: sería dividir por cero.")
    rate = 100 * prices.change(first, last)
    verb = "aumentó" if rate > 0 else "bajó" if rate < 0 else "no varió:"
    return Solution(
        rate,
        f"De {g.shown('a')} a {g.shown('b')} {verb} {percent(abs(rate))}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(rate)}"),
        f"Lo que valía 100 pasa a valer {number(100 + rate)}.",
    )


def _points(g: Given) -> Solution:
    points = g["b"] - g["a"]
    verb = "subió" if points > 0 else "bajó" if points < 0 else "no cambió:"
    relative = ""
    if g["a"] > 0:
        change = 100 * prices.change(g["a"], g["b"])
        relative = f" En términos relativos, {verb} {percent(abs(change))}."
    return Solution(
        points,
        f"De {g.shown('a')} % a {g.shown('b')} % {verb} {number(abs(points))} puntos porcentuales.{relative}",
        g.fill(f"{{b}} − {{a}} = {number(points)} puntos porcentuales"),
        "Los puntos restan los dos porcentajes; el cambio relativo los compara con el primero.",
    )


def _successive(g: Given) -> Solution:
    rates = g.rates("p") if "p" in g else [g.rate("r")] * _times(g)
    total, plain = 100 * prices.compounded(rates), 100 * sum(rates)
    factors = (
        " × ".join(f"(1 + {number(100 * rate)} %)" for rate in rates)
        if "p" in g
        else g.fill(f"(1 + {{r}} %)^{len(rates)}")
    )
    return Solution(
        total,
        f"En total es {percent(total)}.",
        f"{factors} − 1 = {percent(total)}".replace("+ -", "− "),
        f"No es {percent(plain)}, la suma, porque cada cambio se calcula sobre el valor que dejó el anterior:"
        f" lo que valía 100 pasa a {number(100 + total)}.",
    )


def _times(g: Given) -> int:
    times = g["n"]
    if times != int(times) or not 1 <= times <= _MOST_TIMES:
        raise CalculationError(f"La cantidad de aumentos tiene que ser un número entero de 1 a {_MOST_TIMES}.")
    return int(times)


def _rise_and_fall(g: Given) -> Solution:
    total = 100 * prices.compounded([g.rate("u"), -g.rate("d")])
    return Solution(
        total,
        f"En total queda {percent(abs(total))} {'abajo' if total < 0 else 'arriba'} del valor inicial."
        if total
        else "En total queda igual (0 %).",
        g.fill(f"(1 + {{u}} %) × (1 − {{d}} %) − 1 = {percent(total)}"),
        f"Lo que valía 100 termina en {number(100 + total)}; el orden de los dos cambios no importa.",
    )


def _way_back(g: Given) -> Solution:
    rise = 100 * prices.way_back(g.rate("d"))
    return Solution(
        rise,
        f"Si bajó {g.shown('d')} %, tiene que subir {percent(rise)} para volver.",
        g.fill(f"1 / (1 − {{d}} %) − 1 = {percent(rise)}"),
        "Hace falta más que lo que bajó, porque la suba se calcula sobre un valor más chico.",
    )


def _doubling(g: Given) -> Solution:
    unit = {"mes": "meses", "dia": "días", "trimestre": "trimestres", "semestre": "semestres"}.get(
        g.period("g") or "ano", "años"
    )
    rule, exact = 70 / g["g"], prices.doubling_time(g.rate("g"))
    return Solution(
        rule,
        f"Se duplica en unos {number(rule)} {unit} (exacto: {number(exact)}).",
        g.fill(f"70 / {{g}} = {number(rule)}; ln 2 / ln(1 + {{g}} %) = {number(exact)}"),
        f"A un ritmo constante de {g.shown('g')} % por período, el valor se multiplica por dos en ese tiempo.",
        ("crecimiento compuesto y constante; la regla del 70 aproxima bien con tasas chicas",),
    )


_FIRST = Input("a", "el valor inicial", Kind.AMOUNT)
_LAST = Input("b", "el valor final", Kind.AMOUNT)
_UP = r"(?:aument\w+|sub\w+|increment\w+|recargo)"

CALCULATORS = (
    Calculator(
        id="variacion_porcentual",
        name="la variación porcentual",
        area=AREA,
        formula="(x₁ / x₀ − 1) × 100",
        inputs=(_FIRST, _LAST),
        keys="porcentaje porcentual variacion aumento aumentaron aumenta subio subieron bajo bajaron cayo"
        " crecio vario suba costaba"
        " costaban valia salia paso pasaron",
        when=(
            _CHANGE_ASKED,
            r"(?:de|desde|era|valia|costaba|costaban|salia|antes|inicial|entre|gan\w+|cobr\w+|paso|pasaron) ~[#$]\d",
        ),
        unless=r"elastic|cantidad|demanda|ofert|deflact|gini|dividend|margen|markup|ganancia|punto|cuota"
        r"|interes|uva\b|indice|\bipc\b|\bpbi\b|\bpib\b"
        r"|bono|acciones|desviacion|paralelo|blue|oficial|devalu|deprec|anos|meses|promedio|por ano",
        wordings=A_TO_B,
        also="precio sueldo salario alquiler dolar ventas produccion ipc inflacion pbi real nominal ingreso"
        " poblacion tasa",
        work=_change,
        asks=False,
    ),
    Calculator(
        id="puntos_porcentuales",
        name="la variación en puntos porcentuales",
        area=AREA,
        formula="p₁ − p₀",
        inputs=(
            Input("a", "el porcentaje inicial", Kind.RATE),
            Input("b", "el porcentaje final", Kind.RATE),
        ),
        keys="puntos porcentuales tasa desempleo inflacion pobreza desocupacion paso subio bajo cayo aumento",
        when=(r"(?:de|desde|del) [%#]\d+ (?:a|al|hasta) (?:un |el )?%\d|puntos",),
        unless=r"sueldo|salari|elastic|basicos|empat|gan[eo]|vendi",
        wordings=(
            r"(?:de|desde|del|era|era de|era del|estaba en|tenia) {a} ,? ?(?:y |ahora |paso |subio |bajo )*(?:a"
            r"|al|hasta|es)(?: un| el| de)? {b}",
            r"entre {a} y {b}",
            r"(?:antes|era|inicial|estaba)(?: (?:del?|en|es|era))* {a}",
            r"(?:ahora|hoy|final|actual|paso a)(?: (?:del?|en|es|a))* {b}",
        ),
        also="interes tasa porcentaje variacion real nominal desocupacion pbi anual mensual pobreza",
        work=_points,
        asks=False,
    ),
    Calculator(
        id="aumentos_sucesivos",
        name="el total de aumentos sucesivos",
        area=AREA,
        formula="Π(1 + aᵢ) − 1",
        inputs=(Input("p", "cada aumento", Kind.RATE, many=True, above=-100),),
        keys="aumentos aumento aumentaron subas suba incrementos subio remarco subieron",
        when=(_UP, r"\btotal\b|acumul|cuanto (?:aument|subi|es|sub|da)|sucesiv|seguid|en conjunto|combinad"),
        unless=r"inflacion|ipc|los precios|^precios|descuento|baj[oaóe]|cay|elastic|cantidad|demanda|por ciento"
        r" de|#\d+ aument|#\d+ sub|tasa",
        wordings=(),
        also="precio sueldo salario paritaria porcentaje alquiler",
        work=_successive,
        asks=False,
    ),
    Calculator(
        id="aumentos_iguales",
        name="el total de aumentos iguales",
        area=AREA,
        formula="(1 + a)ⁿ − 1",
        inputs=(
            Input("n", "la cantidad de aumentos", Kind.NUMBER),
            Input("r", "cada aumento", Kind.RATE, above=-100),
        ),
        keys="aumentos aumento subas incrementos veces",
        when=(rf"#\d+ (?:{_UP}|veces)",),
        unless=r"inflacion|ipc|descuento|baj[oaóe]|cay|elastic|\$\d",
        wordings=(r"{n} (?:aumentos|subas|incrementos|veces)",),
        also="sueldo salario precio paritaria porcentaje acumulado sucesivos alquiler",
        work=_successive,
        asks=False,
    ),
    Calculator(
        id="suba_y_baja",
        name="el total de una suba y una baja",
        area=AREA,
        formula="(1 + s)(1 − b) − 1",
        inputs=(
            Input("u", "la suba", Kind.RATE, above=-100),
            Input("d", "la baja", Kind.RATE, most=100),
        ),
        keys="sube subio aumento bajo baja cayo descuento cae",
        when=(
            r"\b(?:sub\w+|aument\w+|recargo) ~%\d+ ,? ?(?:y )?(?:despues |luego |desp |al otro mes )?(?:y"
            r" )?(?:baj\w+|ca[ey]\w*|descuento|disminu\w+)"
            r"|\b(?:baj\w+|ca[ey]\w*|disminu\w+) ~%\d+ ,? ?(?:y )?(?:despues |luego |desp )?(?:y )?(?:sub\w+"
            r"|aument\w+)",
        ),
        unless=r"inflacion|sueldo.*precio|cantidad|demanda|ingreso|elastic|tiene que|volver|tasa",
        wordings=(
            r"(?:sub\w+|aument\w+|recargo) (?:un |de |del )*{u}",
            r"(?:baj\w+|ca[ey]\w*|descuento|disminu\w+) (?:un |de |del )*{d}",
        ),
        also="precio accion total acumulado porcentaje variacion despues igual",
        work=_rise_and_fall,
        asks=False,
    ),
    Calculator(
        id="variacion_inversa",
        name="la suba que compensa una baja",
        area=AREA,
        formula="1 / (1 − d) − 1",
        inputs=(Input("d", "la baja", Kind.RATE, above=0, below=100),),
        keys="bajo cayo perdio baja caida perdi cae baja pierde perdida",
        when=(
            r"baj[oaóe]|cay|caid|perd|cae|pierd|disminu",
            r"volver|recuper|compens|quedar igual|como antes|mismo (?:valor|precio|nivel)",
        ),
        unless=r"inflacion|poder|sueldo|interes|tasa",
        wordings=(),
        also="subir precio accion porcentaje aumentar",
        work=_way_back,
        asks=False,
    ),
    Calculator(
        id="regla_del_70",
        name="el tiempo de duplicación",
        area=AREA,
        formula="años ≈ 70 / g; exacto: ln 2 / ln(1 + g)",
        inputs=(
            Input("g", "la tasa de crecimiento", Kind.RATE, above=0),
            Input("k", "el número de la regla", Kind.NUMBER, optional=True),
        ),
        keys="duplica duplicar duplicarse duplican doble regla",
        when=(
            r"duplic|el doble|regla del",
            r"crec|aument|pbi|poblacion|econom|precios|inflacion|regla|se duplica|ingreso",
        ),
        unless=r"\$\d|interes|capital|plazo fijo|invert|plata|deposit|ahorr|coloc",
        wordings=(
            r"regla del? {k}",
            r"{g} (?:anual|mensual|por ano|al ano|por mes)",
        ),
        also="tiempo anos economia tarda pbi crecimiento poblacion inflacion precios ingreso per capita tasa"
        " anual produccion",
        work=_doubling,
    ),
)
