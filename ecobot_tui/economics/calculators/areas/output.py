"""Macroeconomía: el producto por el gasto, su deflactor, su crecimiento, per cápita y frente al potencial."""

from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"
_GDP = r"(?:pbi|pib|producto(?: bruto)?(?: interno)?)"


def _expenditure(g: Given) -> Solution:
    value = macro.expenditure(g["c"], g["i"], g["g"], g["x"], g["m"])
    net = g["x"] - g["m"]
    side = "suman" if net > 0 else "restan" if net < 0 else "no cambian nada:"
    return Solution(
        value,
        f"El PBI es {g.money(value)}.",
        g.fill(f"{{c}} + {{i}} + {{g}} + {{x}} − {{m}} = {number(value)}"),
        f"Es el valor de lo que se produjo en el país; las exportaciones netas {side} {number(abs(net))}.",
        ("las importaciones se restan porque ya están contadas dentro de C, I, G y X",),
    )


def _closed(g: Given) -> Solution:
    value = macro.expenditure(g["c"], g["i"], g["g"], 0.0, 0.0)
    return Solution(
        value,
        f"El PBI es {g.money(value)}.",
        g.fill(f"{{c}} + {{i}} + {{g}} = {number(value)}"),
        "En una economía cerrada todo lo que se produce lo compran los hogares, las empresas y el Estado del país.",
        ("economía cerrada: sin exportaciones ni importaciones",),
    )


def _deflator(g: Given) -> Solution:
    value = 100 * g["n"] / g["r"]
    return Solution(
        value,
        f"El deflactor del PBI es {number(value)}.",
        g.fill(f"({{n}} / {{r}}) × 100 = {number(value)}"),
        f"Los precios de lo que se produce están {_against(value - 100)} los del año base.",
        ("deflactor con base 100",),
    )


def _against(points: float) -> str:
    if not points:
        return "igual que"
    return f"{percent(abs(points))} {'por encima de' if points > 0 else 'por debajo de'}"


def _real(g: Given) -> Solution:
    value = 100 * g["n"] / g["d"]
    return Solution(
        value,
        f"El PBI real es {g.money(value)}.",
        g.fill(f"{{n}} / ({{d}} / 100) = {number(value)}"),
        "Es lo producido valuado a precios del año base: sus cambios son de cantidades y no de precios.",
        ("deflactor con base 100",),
    )


def _nominal(g: Given) -> Solution:
    value = g["r"] * g["d"] / 100
    return Solution(
        value,
        f"El PBI nominal es {g.money(value)}.",
        g.fill(f"{{r}} × {{d}} / 100 = {number(value)}"),
        "Es lo producido valuado a los precios de cada año, así que sube también cuando solo suben los precios.",
        ("deflactor con base 100",),
    )


def _growth(g: Given) -> Solution:
    rate = 100 * (g["b"] / g["a"] - 1)
    verb = "creció" if rate > 0 else "cayó" if rate < 0 else "no varió:"
    return Solution(
        rate,
        f"El producto {verb} {percent(abs(rate))}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(rate)}"),
        f"Por cada 100 que se producían se producen {number(100 + rate)}.",
        ()
        if "real" in g.text
        else ("los dos valores son reales; si son nominales, la cuenta incluye la suba de precios",),
    )


def _average_growth(g: Given) -> Solution:
    periods = g["n"]
    rate = 100 * macro.average_growth(g["a"], g["b"], periods)
    unit = {"mes": "mes", "trimestre": "trimestre", "ano": "año"}.get(g.quantity("n").unit or "ano", "período")
    return Solution(
        rate,
        f"El crecimiento promedio es {percent(rate)} por {unit}.",
        g.fill(f"({{b}} / {{a}})^(1/{{n}}) − 1 = {percent(rate)}"),
        f"Con ese ritmo todos los períodos se llega de {g.shown('a')} a {g.shown('b')}; no es la variación total"
        f" ({percent(100 * (g['b'] / g['a'] - 1))}) dividida por {g.shown('n')}.",
        ("tasa compuesta (promedio geométrico)",),
    )


def _per_capita(g: Given) -> Solution:
    value = g["y"] / g["n"]
    return Solution(
        value,
        f"El PBI per cápita es {g.money(value, 'y')} por habitante.",
        g.fill(f"{{y}} / {{n}} = {number(value, money=True)}"),
        "Es un promedio: lo que le tocaría a cada habitante en un reparto igual; no dice cómo se reparte.",
    )


def _gap(g: Given) -> Solution:
    gap = 100 * (g["y"] / g["p"] - 1)
    meaning = (
        "La economía produce menos que lo que puede: hay capacidad ociosa."
        if gap < 0
        else "La economía produce por encima de su potencial: presiona sobre los precios."
        if gap > 0
        else "La economía produce justo su potencial."
    )
    return Solution(
        gap,
        f"La brecha de producto es {percent(gap)}.",
        g.fill(f"({{y}} − {{p}}) / {{p}} = {percent(gap)}"),
        meaning,
    )


_AMOUNTS = r"(?: (?:privad[oa]|publico|total|nominal|real|bruto|bruta|de|es|son|por|fue|del|gobierno|la|el))*"
_C = Input("c", "el consumo", Kind.AMOUNT)
_I = Input("i", "la inversión", Kind.AMOUNT)
_G = Input("g", "el gasto público", Kind.AMOUNT)
_CIG = (
    rf"(?:c|consumo|consumo c){_AMOUNTS} {{c}}",
    rf"(?:i|inversion|inversion i){_AMOUNTS} {{i}}",
    rf"(?:g|gasto|gasto publico|gasto g){_AMOUNTS} {{g}}",
)
_WRONG = r"%\d|ahorro|impuesto|\bt\b|multiplic|pmc|propension|netas|saldo|equilibrio|cuota|stock|\by #|nominal"
_REAL = rf"(?:{_GDP} )?(?:a precios constantes|real)(?: (?:de|es|fue|en|del))* {{r}}"
_NOMINAL = rf"(?:{_GDP} )?(?:a precios corrientes|nominal)(?: (?:de|es|fue|en|del))* {{n}}"
_DEFLATOR = r"(?:deflactor)(?: (?:del?|es|fue|en|implicito|pbi|pib|vale))* {d}"
_N = Input("n", "el PBI nominal", Kind.AMOUNT, above=0)
_R = Input("r", "el PBI real", Kind.AMOUNT, above=0)
_D = Input("d", "el deflactor", Kind.NUMBER, above=0)
_A = Input("a", "el producto inicial", Kind.AMOUNT, above=0, no_year=True)
_B = Input("b", "el producto final", Kind.AMOUNT, above=0, no_year=True)

CALCULATORS = (
    Calculator(
        id="pbi_gasto",
        name="el PBI por el gasto",
        area=AREA,
        formula="C + I + G + X − M",
        inputs=(
            _C,
            _I,
            _G,
            Input("x", "el valor de las exportaciones", Kind.AMOUNT),
            Input("m", "el valor de las importaciones", Kind.AMOUNT),
        ),
        keys="pbi pib producto consumo x",
        when=(
            rf"\b(?:c|consumo){_AMOUNTS} [#$]\d+",
            r"\b(?:i|inversion)\b",
            rf"\b{_GDP}\b|\bx{_AMOUNTS} [#$].*\bm{_AMOUNTS} [#$]|exporta.*importa",
        ),
        unless=_WRONG + r"|cerrada|sin comercio",
        wordings=(
            *_CIG,
            rf"(?:x|exportaciones|exportaciones x|exporta){_AMOUNTS} {{x}}",
            rf"(?:m|importaciones|importaciones m|importa){_AMOUNTS} {{m}}",
        ),
        also="gasto publico gobierno inversion exportaciones importaciones economia bruto interno demanda enfoque"
        " agregada",
        work=_expenditure,
    ),
    Calculator(
        id="pbi_cerrada",
        name="el PBI de una economía cerrada",
        area=AREA,
        formula="C + I + G",
        inputs=(_C, _I, _G),
        keys="pbi pib producto consumo cerrada",
        when=(r"cerrada|sin comercio", rf"\b(?:c|consumo){_AMOUNTS} [#$]\d+", r"\b(?:i|inversion)\b"),
        unless=_WRONG,
        wordings=_CIG,
        also="gasto publico gobierno inversion economia bruto interno comercio exterior exportaciones importaciones",
        work=_closed,
    ),
    Calculator(
        id="pbi_nominal_real_deflactor",
        name="el deflactor del PBI",
        area=AREA,
        formula="(PBI nominal / PBI real) × 100",
        inputs=(_N, _R),
        keys="pbi pib deflactor",
        when=(rf"deflactor|\b{_GDP}\b", r"nominal|corrientes", r"\breal\b|constantes"),
        unless=r"%\d|deflactor (?:del? |es |fue |pbi )*[#$]|tasa|sueldo|salari|crec",
        wordings=(_NOMINAL, _REAL),
        also="nominal real indice precios producto bruto interno implicito constantes corrientes",
        work=_deflator,
    ),
    Calculator(
        id="pbi_real",
        name="el PBI real",
        area=AREA,
        formula="PBI nominal / (deflactor / 100)",
        inputs=(_N, _D),
        keys="pbi pib deflactor",
        when=(r"deflactor", r"nominal|corrientes"),
        unless=r"%\d|(?:real|constantes) (?:de |es |fue )*[#$]|crec|base [#$]",
        wordings=(_NOMINAL, _DEFLATOR),
        also="nominal real producto bruto interno implicito constantes corrientes precios",
        work=_real,
    ),
    Calculator(
        id="pbi_nominal",
        name="el PBI nominal",
        area=AREA,
        formula="PBI real × deflactor / 100",
        inputs=(_R, _D),
        keys="pbi pib deflactor",
        when=(r"deflactor", r"\breal\b|constantes"),
        unless=r"%\d|(?:nominal|corrientes) (?:de |es |fue )*[#$]|crec|base [#$]",
        wordings=(_REAL, _DEFLATOR),
        also="nominal real producto bruto interno implicito constantes corrientes precios",
        work=_nominal,
    ),
    Calculator(
        id="crecimiento",
        name="el crecimiento del producto",
        area=AREA,
        formula="(Y₁ / Y₀ − 1) × 100",
        inputs=(_A, _B),
        keys="pbi pib producto economia",
        when=(rf"\b{_GDP}\b",),
        unless=r"%\d|@\d|potencial|capita|habitante|deuda|nominal|corrientes|deflactor|deficit|indice|inflacion"
        r"|recaud|promedio|consumo|\bpor ano\b|trimestr|punto|mercado|empleo|desocup|entre",
        wordings=A_TO_B,
        also="crecimiento crecio crece real nominal subio bajo cayo caida paso aumento porcentaje variacion tasa total"
        " bruto interno porcentual",
        work=_growth,
        asks=False,
    ),
    Calculator(
        id="crecimiento_promedio",
        name="el crecimiento promedio",
        area=AREA,
        formula="(Yₙ / Y₀)^(1/n) − 1",
        inputs=(_A, _B, Input("n", "la cantidad de períodos", Kind.TIME, above=0)),
        keys="pbi pib crecimiento crecio promedio anual poblacion exportaciones",
        when=(r"promedio|anual|por (?:ano|mes|trimestre)|acumulativ|tasa de crecimiento", r"crec|aument|vari|subi"),
        unless=r"%\d|capital|interes|invert|invierto|plazo|ahorr|inflacion|ipc|indice|deposit|bono|uva|sueldo",
        wordings=A_TO_B,
        also="tasa real pbi economia producto ventas paso subio aumento variacion anual compuesta geometrico",
        work=_average_growth,
        asks=False,
    ),
    Calculator(
        id="pbi_per_capita",
        name="el PBI per cápita",
        area=AREA,
        formula="PBI / población",
        inputs=(
            Input("y", "el PBI", Kind.AMOUNT),
            Input("n", "la población", Kind.NUMBER, above=0),
        ),
        keys="capita habitantes habitante pbi pib",
        when=(r"per ?capita|habitante|persona|poblacion", rf"\b{_GDP}\b|\bingreso nacional\b"),
        unless=r"%\d|crec|subi|paso|duplic|deuda|gasto|deficit|sueldo|capita (?:es |de |fue |era )*[$#]",
        wordings=(
            r"{n} (?:de )?(?:habitantes|personas|hab)",
            r"(?:poblacion|habitantes)(?: (?:es|son|de|total))* {n}",
            rf"{_GDP}(?: (?:es|de|total|anual|nominal|fue))* {{y}}",
        ),
        also="poblacion producto bruto interno ingreso nacional total pais",
        work=_per_capita,
    ),
    Calculator(
        id="brecha_producto",
        name="la brecha de producto",
        area=AREA,
        formula="(Y − Y*) / Y*",
        inputs=(
            Input("y", "el PBI observado", Kind.AMOUNT),
            Input("p", "el PBI potencial", Kind.AMOUNT, above=0),
        ),
        keys="potencial",
        when=(r"potencial", rf"\b{_GDP}\b|brecha"),
        unless=r"%\d|okun|desempleo|deuda|nominal|subi|paso|crec|brecha (?:de |es )*[#$]",
        wordings=(
            r"(?:potencial|natural)(?: (?:es|de|en|vale))* {p}",
            rf"{_GDP}(?: (?:efectivo|observado|real|actual|es|de|en))* {{y}}",
            r"(?:efectivo|observado|actual|real)(?: (?:es|de|en))* {y}",
        ),
        also="pbi pib producto brecha output gap economia real bruto interno",
        work=_gap,
    ),
)
