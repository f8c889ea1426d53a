"""Macroeconomía: la función consumo, el producto por trabajador, el señoreaje y Okun en variaciones."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"
_GDP = r"(?:pbi|pib|producto|produccion)(?: (?:bruto|interno|nacional|total|real|nominal))*"


def _no_taxes(text: str, known: frozenset[str]) -> Assumed:
    """Take taxes for nothing where a question does not speak of them."""
    return () if "t" in known or "d" in known else (("t", 0.0, "sin impuestos, porque no los nombrás"),)


CONSUMPTION = System(
    id="funcion_consumo",
    name="la función consumo",
    area=AREA,
    formula="C = C₀ + c·(Y − T)",
    magnitudes=(
        Magnitude("a", "C₀", "el consumo autónomo", r"consumo autonomo|autonomo|c0"),
        Magnitude(
            "m",
            "c",
            "la propensión marginal a consumir",
            r"propension(?:es)?(?: (?:marginal|a|al|consumir|consumo))*|pmg?c|pmac",
            Kind.SHARE,
        ),
        Magnitude("y", "Y", "el ingreso", r"ingreso(?: (?:nacional|total))*|renta(?: nacional)?|pbi|pib|y(?= [$#])"),
        Magnitude("t", "T", "los impuestos", r"impuestos?|t(?= [$#])"),
        Magnitude("d", "Yd", "el ingreso disponible", r"(?:ingreso|renta) disponible|yd"),
        Magnitude(
            "c",
            "C",
            "el consumo",
            r"consumo(?: (?:total|privado))?|consum(?:e|en|o|ira)|cuanto se consume|gast(?:a|an|aria)",
            meaning="Es lo que se consume sin ingreso más la parte del ingreso disponible que se gasta.",
        ),
        Magnitude(
            "s",
            "S",
            "el ahorro",
            r"ahorro|ahorr(?:a|an|aria)",
            meaning="Es la parte del ingreso disponible que no se consume.",
        ),
    ),
    rules=(
        rule("d", "{y} − {t}", lambda y, t: y - t),
        rule("c", "{a} + {m} × {d}", lambda a, m, d: a + m * d),
        rule("s", "{d} − {c}", lambda d, c: d - c),
        rule("c", "{d} − {s}", lambda d, s: d - s),
        rule("a", "{c} − {m} × {d}", lambda c, m, d: c - m * d),
        rule("d", "({c} − {a}) / {m}", lambda c, a, m: (c - a) / m),
        rule("m", "({c} − {a}) / {d}", lambda c, a, d: (c - a) / d),
        rule("y", "{d} + {t}", lambda d, t: d + t),
    ),
    keys="autonomo",
    names=r"^(?=.*consumo autonomo)(?=.*(?:ingreso|renta|\byd?)\b).*",
    unless=r"%\d.*%\d|@\d|inversion|gasto publico|export|equilibrio|multiplic|#\d+ #\d+ yd?\b",
    default="c s",
    assumed=_no_taxes,
)

PER_WORKER = System(
    id="producto_por_trabajador",
    name="el producto por trabajador",
    area=AREA,
    formula="producto por trabajador = PBI / ocupados",
    magnitudes=(
        Magnitude("y", "PBI", "el PBI", _GDP, above=0, over=0),
        Magnitude(
            "n",
            "ocupados",
            "los ocupados",
            r"ocupad[oa]s|trabajador(?:es|as)|emplead[oa]s|(?:personas )?(?:trabajan|trabajando)|obrer[oa]s",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "k",
            "producto por trabajador",
            "el producto por trabajador",
            rf"(?:{_GDP} |productividad )?(?:por (?:cada )?(?:trabajador|ocupado|emplead[oa])|del trabajo|laboral)"
            r"|productividad|cada (?:trabajador|ocupado)(?: \w+)?",
            meaning="Es la productividad media del trabajo: cuánto se produce por cada ocupado.",
        ),
    ),
    rules=(
        rule("k", "{y} / {n}", lambda y, n: y / n),
        rule("y", "{k} × {n}", lambda k, n: k * n),
        rule("n", "{y} / {k}", lambda y, k: y / k),
    ),
    keys="ocupado trabajador productividad",
    names=r"^(?=.*(?:\bpbi\b|\bpib\b))(?=.*(?:productividad|por (?:cada )?(?:trabajador|ocupado|emplead)|ocupad"
    r"|cada trabajador)).*",
    unless=r"%\d|@\d|crec|subi|paso|marginal|habitante|poblacion|desocup|desemple|capital",
    default="k",
)

SEIGNIORAGE = System(
    id="senoreaje",
    name="el señoreaje",
    area=AREA,
    formula="señoreaje = aumento de la base monetaria / PBI",
    magnitudes=(
        Magnitude(
            "d",
            "aumento de la base",
            "el aumento de la base monetaria",
            r"(?:aument\w*|sub\w*|crec\w*|increment\w*|emi(?:te|tio|tieron|sion|tir)\w*)(?: (?:de|en|la|el|base"
            r"|monetaria|dinero))*"
            r"|base(?: monetaria)?(?: (?:sub|aument|crec)\w+)?|(?:imprim|emit)\w+",
        ),
        Magnitude("y", "PBI", "el PBI", _GDP, above=0),
        Magnitude("p", "precios", "el nivel de precios", r"(?:nivel de |indice de )?precios", Kind.NUMBER, above=0),
        Magnitude(
            "r",
            "señoreaje / PBI",
            "el señoreaje sobre el PBI",
            r"senoreaje|(?:que )?(?:porcentaje|parte|proporcion)",
            Kind.RATE,
            meaning="Es lo que el Estado compra con el dinero que emite, por cada 100 que produce el país.",
        ),
        Magnitude(
            "s",
            "señoreaje real",
            "el señoreaje real",
            r"senoreaje(?: (?:real|en terminos reales))*",
            meaning="Es lo que se puede comprar con el dinero que se emitió.",
        ),
    ),
    rules=(
        rule("r", "{d} / {y} × 100", lambda d, y: 100 * d / y),
        rule("d", "{r} % × {y}", lambda r, y: r * y / 100),
        rule("s", "{d} / {p}", lambda d, p: d / p),
    ),
    keys="senoreaje",
    names=r"senoreaje.*|^(?=.*senoreaje).*",
    unless=r"@\d|tasa de interes",
    default="r s",
)


def _okun_usual(text: str, known: frozenset[str]) -> Assumed:
    if "b" in known:
        return ()
    return (("b", 2.0, "coeficiente de Okun 2, el de los manuales; en cada país y época es otro"),)


def _directions(text: str, values: dict[str, float]) -> None:
    """Give a fall its sign: «el desempleo baja 1 punto», «el producto cae 3 %»."""
    for symbol, what in (("u", r"(?:desempleo|desocupacion)"), ("g", r"(?:producto|pbi|pib)")):
        if symbol in values and rx.search(rf"{what}(?: \w+){{0,2}}? (?:baj|ca(?:e|y)|disminu|reduc|retroced)", text):
            values[symbol] = -abs(values[symbol])


OKUN_CHANGES = System(
    id="okun_en_variaciones",
    name="la ley de Okun en variaciones",
    area=AREA,
    formula="variación del producto = −β · variación del desempleo",
    magnitudes=(
        Magnitude(
            "u",
            "Δu",
            "la variación del desempleo",
            r"(?:desempleo|desocupacion|paro)(?: (?:sub\w+|aument\w+|crec\w+|baj\w+|ca[ey]\w*|disminuy\w+|en|de))*",
            Kind.RATE,
        ),
        Magnitude(
            "b",
            "β",
            "el coeficiente de Okun",
            r"coeficiente(?: (?:de|okun))*|okun(?: (?:de|es|igual|a))*(?= #)|beta|(?:cuesta|resta"
            r"|baja)n?(?= #\d+ puntos? del? )",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "g",
            "Δ producto",
            "la variación del producto",
            r"(?:producto|pbi|pib|produccion)(?: (?:sub\w+|aument\w+|crec\w+|baj\w+|ca[ey]\w*|disminuy\w+))*",
            Kind.RATE,
            meaning="Es lo que el producto se aparta de su tendencia: con más desempleo se produce menos.",
        ),
    ),
    rules=(
        rule("g", "−{b} × {u}", lambda b, u: -b * u),
        rule("u", "−{g} / {b}", lambda g, b: -g / b),
    ),
    keys="okun",
    names=r"^(?=.*okun)(?=.*(?:sub|aument|baj|ca[ey]|crec|disminu)).*",
    unless=r"\$\d|@\d|natural|nairu|equilibrio|de [%#]\d+ (?:puntos )?a [%#]\d|potencial|brecha|tendencia|normal",
    default="g u",
    assumed=_okun_usual,
    adjust=_directions,
)

CALCULATORS = tuple(calculator(one) for one in (CONSUMPTION, PER_WORKER, SEIGNIORAGE, OKUN_CHANGES))
