"""Macroeconomía: propensiones, multiplicadores y sus efectos, cada uno desde cualquiera de los otros."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"


def _simple(text: str, known: frozenset[str]) -> Assumed:
    """Take for nothing the taxes on income and the imports that a question does not speak of."""
    assumed: list[tuple[str, float, str]] = []
    if "t" not in known:
        assumed.append(("t", 0.0, "sin impuestos que dependan del ingreso"))
    if "m" not in known:
        assumed.append(("m", 0.0, "economía cerrada, o sin importaciones que dependan del ingreso"))
    return tuple(assumed)


_LESS = (
    r"(?:ca\w+|baj\w+|reduc\w+|reduj\w+|recort\w+|disminu\w+|achic\w+|ajust\w+|quita\w*|retir\w+|menos|rebaj\w+"
    r"|sac\w+)"
)
_WORDS = {
    "g": r"(?:gastos?|inversion|exportaciones|consumo autonomo|obras?|obra publica)",
    "h": r"(?:impuestos?|tributos?)",
    "r": r"(?:transferencias|jubilaciones|subsidios|planes)",
    "y": r"(?:pbi|pib|producto|ingreso|renta)",
}


def _signs(text: str, values: dict[str, float]) -> None:
    """Read cents as shares and «recorta 50» as −50; CalculationError for propensities that are none."""
    for symbol in ("c", "s", "t", "m"):
        if values.get(symbol, 0) > 1 and rx.search(r"centavos|centimos|\bcada\b", text):
            values[symbol] /= 100
    for symbol, words in _WORDS.items():
        less = rf"\b{_LESS}(?: [a-z]\w*){{0,3}} {words}|\b{words}(?: [a-z]\w*){{0,2}} {_LESS}"
        if values.get(symbol, 0) > 0 and rx.search(less, text):
            values[symbol] = -values[symbol]
    for symbol, name in (("c", "La propensión marginal a consumir"), ("s", "La propensión marginal a ahorrar")):
        if symbol in values and values[symbol] <= 0:
            raise CalculationError(f"{name} tiene que ser mayor que 0.")
        if symbol in values and values[symbol] >= 1:
            raise CalculationError(f"{name} tiene que ser menor que 1.")


MULTIPLIERS = System(
    id="multiplicador",
    name="los multiplicadores",
    area=AREA,
    formula="k = 1 / (1 − c(1 − t) + m)",
    magnitudes=(
        Magnitude(
            "c",
            "c",
            "la propensión marginal a consumir",
            r"pmc|pmgc|pmgac|pmac|propension(?:es)?(?: marginal(?:es)?)?(?: al?)? (?:consumir|consumo|gastar)"
            r"|propension marginal(?= [#%])|c(?: minuscula)?(?= [#%])"
            r"|(?:gast|consum)\w+(?= [#%]\d+ (?:centavos|centimos|de cada|por cada|de ese|de lo))"
            r"|de cada \w+(?: \w+){0,3} (?:gast|consum)\w+|(?:gast|consum)\w+(?= [#%$])",
            Kind.SHARE,
            meaning="Es la parte de cada peso más de ingreso disponible que se gasta.",
        ),
        Magnitude(
            "s",
            "s",
            "la propensión marginal a ahorrar",
            r"pms|pmgs|pmgas|pmas|propension(?: marginal)?(?: al?)? (?:ahorrar|ahorro)|ahorran?(?= [#%$])"
            r"|ahorr\w+(?= [#%]\d+ (?:centavos|centimos|de cada|por cada))|s(?= [#%])|ahorrar|a ahorrar",
            Kind.SHARE,
            meaning="Es la parte de cada peso más de ingreso que no se consume.",
        ),
        Magnitude(
            "t",
            "t",
            "la tasa de impuestos",
            r"(?:tasa|alicuota|tipo)(?: (?:marginal|media|impositiva|tributaria|impositivo|del?|sobre|el|la|los"
            r"|impuestos?|al|ingreso|renta))+|impuestos? (?:proporcional(?:es)?|(?:al|sobre el|sobre la) (?:ingreso"
            r"|renta))(?: del?)?|t(?= [#%])|impuestos?|tasa|alicuota",
            Kind.SHARE,
        ),
        Magnitude(
            "m",
            "m",
            "la propensión marginal a importar",
            r"pmm|pmgm|propension(?: marginal)?(?: a)? (?:importar|la importacion)|importa\w*|m(?= [#%])",
            Kind.SHARE,
        ),
        Magnitude(
            "k",
            "k",
            "el multiplicador",
            r"multiplicador(?: (?:keynesiano|simple|del gasto(?: publico| autonomo)?|fiscal|de la inversion"
            r"|de las exportaciones|de la economia|abierta|con))*|k(?= #)",
            Kind.NUMBER,
            above=0,
            meaning="Cada peso más de gasto autónomo sube el ingreso esa cantidad de pesos, porque lo que uno gasta"
            " otro lo"
            " cobra y vuelve a gastar una parte.",
        ),
        Magnitude(
            "kt",
            "kT",
            "el multiplicador de los impuestos",
            r"multiplicador(?: (?:de|del|los))* (?:impuestos?|impositivo|tributario"
            r"|fiscal de los impuestos)(?: de suma fija)?",
            Kind.NUMBER,
            meaning=(
                "Cada peso más de impuestos baja el ingreso menos que un peso de gasto lo sube: una parte sale del"
                " ahorro."
            ),
        ),
        Magnitude(
            "kr",
            "kTR",
            "el multiplicador de las transferencias",
            r"multiplicador(?: (?:de|del|las))* (?:transferencias?|subsidios)",
            Kind.NUMBER,
            meaning="Cada peso de transferencias sube el ingreso menos que uno de gasto: una parte se ahorra.",
        ),
        Magnitude(
            "g",
            "ΔG",
            "el cambio del gasto",
            r"(?:(?:aument|sub|increment|mas|recort|baj|reduc|ca|amplia|invier|gast|eleva)\w* )?(?:(?:en|de|del|el"
            r"|la|un|una|su|las) )*(?:gastos?(?: (?:publicos?|autonomos?|del gobierno|del estado))*"
            r"|inversion(?: (?:privada|publica|autonoma))*|exportaciones|consumo autonomo|obras?(?: publicas?)?"
            r"|demanda autonoma|compras del (?:gobierno|estado))|invierte|invertir|gast\w+ (?:mas|extra|adicional)"
            r"|infraestructura",
            over=1,
            meaning="Con el multiplicador, es lo que tiene que cambiar el gasto para mover el ingreso esa cantidad.",
        ),
        Magnitude(
            "h",
            "ΔT",
            "el cambio de los impuestos",
            r"(?:(?:aument|sub|increment|recort|baj|reduc|rebaj|quit)\w* )?(?:(?:en|de|los|el|un) )*(?:impuestos?"
            r"|tributos?)(?: (?:de suma fija|fij[oa]s?|autonomos?|directos))*",
            over=1,
        ),
        Magnitude(
            "r",
            "ΔTR",
            "el cambio de las transferencias",
            r"transferencias?|subsidios?|jubilaciones|planes|asignaciones",
            over=1,
        ),
        Magnitude(
            "y",
            "ΔY",
            "el cambio del ingreso",
            r"(?:(?:ingreso|renta)s?(?: (?:nacional|disponible|de equilibrio|total))*|producto|produccion|pbi|pib"
            r"|demanda agregada)(?: (?:de equilibrio|nacional|total))*|brecha(?: recesiva)?|economia",
            over=1,
            meaning=(
                "El cambio inicial se multiplica porque lo que uno gasta otro lo cobra y vuelve a gastar una parte."
            ),
        ),
    ),
    rules=(
        rule("c", "1 − {s}", lambda s: 1 - s),
        rule("k", "1 / (1 − {c} × (1 − {t}) + {m})", lambda c, t, m: 1 / (1 - c * (1 - t) + m)),
        rule("y", "{k} × {g} − {c} × {k} × {h}", lambda k, g, c, h: k * g - c * k * h),
        rule("y", "{k} × {g}", lambda k, g: k * g),
        rule("k", "{y} / {g}", lambda y, g: y / g),
        rule("kt", "−{c} × {k}", lambda c, k: -c * k),
        rule("kr", "{c} × {k}", lambda c, k: c * k),
        rule("y", "{kt} × {h}", lambda kt, h: kt * h),
        rule("y", "{kr} × {r}", lambda kr, r: kr * r),
        rule("g", "{y} / {k}", lambda y, k: y / k),
        rule("h", "{y} / {kt}", lambda y, kt: y / kt),
        rule("r", "{y} / {kr}", lambda y, kr: y / kr),
        rule("c", "(1 − 1 / {k} + {m}) / (1 − {t})", lambda k, m, t: (1 - 1 / k + m) / (1 - t)),
        rule("s", "1 − {c}", lambda c: 1 - c),
    ),
    keys="pmc pmgc pms pmgs multiplicador propension c",
    names=(
        r"^(?=.*(?:propension|\bpmg?a?[cs]\b|multiplicador|\bc [#%]\d+ ,? ?(?:y )?(?:t|m) [#%]|\bc [#%]\d+$"
        r"|cada (?:peso|euro|dolar|sol|#\d+)(?: \w+){0,6} (?:gast|consum|ahorr))).*"
    ),
    unless=(
        r"^(?=.*consumo autonomo)(?=.*(?:ingreso|renta|\byd?)(?: (?:disponible|de|es|del?))* [$#]\d)(?!.*inversion).*|"
        r"@\d|monetari|encaje|bancari|deposit|base|paso de|media|promedio|#\d+ #\d+ yd?\b|\bc #\d+ #"
        r"|equilibrio (?:con|si)|presupuesto equilibrado|elastic|k de|utilidad|inflacion|\bi #\d"
    ),
    default="k",
    assumed=_simple,
    adjust=_signs,
    assumptions=("precios fijos y capacidad ociosa: modelo keynesiano simple",),
)

PROPENSITIES = System(
    id="propensiones",
    name="las propensiones a consumir y a ahorrar",
    area=AREA,
    formula="PMC = ΔC / ΔY; PMS = 1 − PMC; PMeC = C / Y",
    magnitudes=(
        Magnitude(
            "f",
            "ΔC",
            "el cambio del consumo",
            r"consumo(?: \w+)? (?:aument|sub|crec|increment)\w+(?: en)?|(?:gast|consum)\w+(?: \w+)? mas"
            r"|(?:gast|consum)\w+(?= [$#]\d+ (?:pesos )?mas)|(?:aument|sub|increment|elev)\w+ (?:el|su|mi"
            r"|en) (?:consumo|gasto)"
            r"(?: en)?",
        ),
        Magnitude(
            "i",
            "ΔYd",
            "el cambio del ingreso",
            r"(?:ingreso|renta|sueldo|salario)s?(?: (?!es|son)\w+){0,2}? (?:aument|sub|crec|increment)\w+(?: en)?"
            r"|(?:gan|cobr)\w+(?= [#$]\d+ (?:pesos )?mas)|(?:gan|cobr)\w+ (?:mas|extra)|me aumentaron(?: (?:el"
            r"|sueldo))*",
            above=0,
        ),
        Magnitude(
            "y",
            "Yd",
            "el ingreso",
            r"(?:ingreso|renta)s?(?: (?:disponible|nacional|familiar|mensual))*|yd?(?= [#$])|gan\w+|cobr\w+"
            r"|sueldo|salario",
            above=0,
        ),
        Magnitude(
            "c", "C", "el consumo", r"consumo(?: familiar)?|(?:consum|gast)\w+(?! [$#]\d+ (?:pesos )?mas)|c(?= [#$])"
        ),
        Magnitude("h", "S", "el ahorro", r"ahorro|ahorra\w*"),
        Magnitude(
            "p",
            "PMC",
            "la propensión marginal a consumir",
            r"propension(?:es)? marginal(?:es)?(?: al? (?:consumir|consumo))?|pmg?a?c",
            Kind.NUMBER,
            meaning="Es la parte de cada peso más de ingreso que se consume; el resto se ahorra.",
            asked=r"marginal a consumir",
        ),
        Magnitude(
            "s",
            "PMS",
            "la propensión marginal a ahorrar",
            r"propension marginal(?: al?)? (?:ahorrar|ahorro)|pmg?a?s|a ahorrar",
            Kind.NUMBER,
        ),
        Magnitude(
            "q",
            "PMeC",
            "la propensión media a consumir",
            r"propension(?:es)? medias?(?: al? (?:consumir|consumo))?|pmec|apc",
            Kind.NUMBER,
            meaning="Es la parte de todo el ingreso que se consume.",
        ),
        Magnitude(
            "r",
            "PMeS",
            "la propensión media a ahorrar",
            r"propension media(?: al?)? (?:ahorrar|ahorro)|tasa de ahorro|pmes",
            Kind.NUMBER,
        ),
    ),
    rules=(
        rule("p", "{f} / {i}", lambda f, i: f / i),
        rule("p", "{c} / {i}", lambda c, i: c / i),
        rule("s", "1 − {p}", lambda p: 1 - p),
        rule("c", "{y} − {h}", lambda y, h: y - h),
        rule("h", "{y} − {c}", lambda y, c: y - c),
        rule("q", "{c} / {y}", lambda c, y: c / y),
        rule("r", "1 − {q}", lambda q: 1 - q),
    ),
    keys="propension",
    names=(
        r"^(?=.*(?:propension|\bpmg?[cs]\b|tasa de ahorro))(?=.*(?:consum|gast|ahorr))(?=.*(?:ingreso|renta|gan|cobr"
        r"|sueldo|\by)).*"
    ),
    unless=r"%\d|@\d|multiplic|impuesto|importa|equilibrio|#\d+ #\d+ y",
)


def _between_points(g: Given) -> Solution:
    income, consumption = g["b"] - g["a"], g["e"] - g["d"]
    value = consumption / income
    saved = rx.search(r"ahorr|\bpmg?s\b", g.text) is not None and rx.search(r"consumir|\bpmg?c\b", g.text) is None
    return Solution(
        1 - value if saved else value,
        f"La propensión marginal a consumir es {number(value)} y la de ahorrar, {number(1 - value)}.",
        g.fill(f"({{e}} − {{d}}) / ({{b}} − {{a}}) = {number(value)}; 1 − {number(value)} = {number(1 - value)}"),
        f"De cada peso más de ingreso se consumen {number(100 * value)} centavos; la propensión media pasó de"
        f" {number(g['d'] / g['a'])} a {number(g['e'] / g['b'])}.",
        ("lo demás que mueve el consumo no cambió",),
    )


_INCOME = r"(?:ingreso|renta|sueldo|salario|gano|ganaba|yd?)s?(?: (?!consum|gast)[a-z]\w*){0,6}?"
_SPENT = r"(?:consum|gast)\w*(?: (?!ingres|renta|sueldo)[a-z]\w*){0,6}?"

CALCULATORS = (
    calculator(MULTIPLIERS),
    calculator(PROPENSITIES),
    Calculator(
        id="propension_entre_dos_puntos",
        name="la propensión marginal a consumir",
        area=AREA,
        formula="PMC = (C₁ − C₀) / (Y₁ − Y₀)",
        inputs=(
            Input("a", "el ingreso inicial", Kind.AMOUNT, above=0),
            Input("b", "el ingreso final", Kind.AMOUNT, above=0),
            Input("d", "el consumo inicial", Kind.AMOUNT),
            Input("e", "el consumo final", Kind.AMOUNT),
        ),
        keys="pmc pms propension",
        names=r"^(?=.*(?:propension|\bpmg?[cs]\b))(?=.*(?:consum|gast))(?=.* (?:a|hasta) [$#]\d).*",
        when=(),
        unless=r"%\d|@\d|multiplic|impuesto|importa",
        wordings=(
            rf"{_INCOME} {{a}}(?: pesos| dolares)? (?:a|hasta) {{b}}",
            rf"{_SPENT} {{d}}(?: pesos| dolares)? (?:a|hasta) {{e}}",
        ),
        work=_between_points,
        asks=False,
    ),
)
