"""Macroeconomía: el producto nominal y el real, por habitante y frente al potencial, en niveles y en tasas."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas import product_years
from ecobot_tui.economics.calculators.given import percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Kind

AREA = "Macroeconomía"

DEFLATOR = System(
    id="deflactor_pbi",
    name="el deflactor del PBI",
    area=AREA,
    formula="deflactor = PBI nominal / PBI real × 100",
    magnitudes=(
        Magnitude(
            "n",
            "PBI nominal",
            "el PBI nominal",
            r"(?:(?:pbi|pib|producto|produccion|valor)(?: (?:bruto|interno))* )?(?:nominal|a (?:precios"
            r"|valores) (?:corrientes|del ano|actuales)|corrientes)",
            above=0,
            meaning="Es lo producido valuado a los precios de cada año: sube también cuando solo suben los precios.",
        ),
        Magnitude(
            "r",
            "PBI real",
            "el PBI real",
            r"(?:(?:pbi|pib|producto|produccion|valor)(?: (?:bruto|interno))* )?(?:real|a (?:precios"
            r"|valores) (?:constantes|del ano base|de base)|constantes)",
            above=0,
            meaning="Es lo producido valuado a precios del año base: sus cambios son de cantidades y no de precios.",
        ),
        Magnitude(
            "d",
            "deflactor",
            "el deflactor",
            r"deflactor(?: (?:implicito|del|de los precios))*(?: (?:pbi|pib|producto))?|indice de precios implicitos"
            r"|ipi",
            Kind.NUMBER,
            above=0,
            meaning="Con base 100, dice cuánto subieron los precios de lo que se produce desde el año base.",
        ),
    ),
    rules=(
        rule("d", "{n} / {r} × 100", lambda n, r: 100 * n / r),
        rule("r", "{n} / ({d} / 100)", lambda n, d: 100 * n / d),
        rule("n", "{r} × {d} / 100", lambda r, d: r * d / 100),
    ),
    keys="pbi pib deflactor",
    names=(
        r"^(?=.*(?:deflactor|nominal|corrientes))(?=.*(?:\bpbi\b|\bpib\b|producto|deflactor))(?=.*(?:\breal\b"
        r"|constantes|nominal|corrientes)).*"
    ),
    unless=r"%\d|tasa|sueldo|salari|crec|base [#$]|velocidad|dinero|cambio|\bpaso\b|deuda|deficit",
    default="d r n",
    assumptions=("deflactor con base 100",),
    adjust=lambda text, values: _of_hundred(text, values),
)


def _of_hundred(text: str, values: dict[str, float]) -> None:
    """Read a deflator of 1,25 as 125."""
    if 0 < values.get("d", 100) < 10:
        values["d"] *= 100


def _difference(value: float) -> str:
    """Return what the difference of two rates gives, which manuals use for small ones."""
    return f"La resta de las dos tasas, que es una aproximación, da {percent(value)}."


GROWTH_OF_REAL = System(
    id="crecimiento_real_nominal",
    name="el crecimiento real y el nominal",
    area=AREA,
    formula="(1 + nominal) = (1 + real) × (1 + precios)",
    magnitudes=(
        Magnitude(
            "n",
            "nominal",
            "el crecimiento nominal",
            r"(?:pbi|pib|producto|crecimiento|producto bruto interno)?(?: \w+)? ?(?:nominal|(?:a )?(?:precios"
            r"|valores) corrientes)",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "r",
            "real",
            "el crecimiento real",
            r"(?:pbi|pib|producto|crecimiento|producto bruto interno)?(?: \w+)? ?(?:real|(?:a )?(?:precios"
            r"|valores) constantes)|(?:en )?terminos reales|volumen",
            Kind.RATE,
            meaning="Es lo que crecieron las cantidades, una vez sacada la suba de los precios.",
            above=-100,
        ),
        Magnitude(
            "p",
            "deflactor",
            "la suba del deflactor",
            r"(?:inflacion|variacion|suba)? ?(?:del? )?deflactor(?: implicito)?(?: (?:del )?(?:pbi|pib|producto))?"
            r"|inflacion|precios(?! (?:corr|const))",
            Kind.RATE,
            meaning="Es lo que subieron en promedio los precios de lo que el país produce.",
            above=-100,
        ),
    ),
    rules=(
        rule("r", "(1 + {n} %) / (1 + {p} %) − 1", lambda n, p: 100 * ((1 + n / 100) / (1 + p / 100) - 1)),
        rule("p", "(1 + {n} %) / (1 + {r} %) − 1", lambda n, r: 100 * ((1 + n / 100) / (1 + r / 100) - 1)),
        rule("n", "(1 + {r} %) × (1 + {p} %) − 1", lambda r, p: 100 * ((1 + r / 100) * (1 + p / 100) - 1)),
    ),
    keys="pbi pib deflactor",
    names=(
        r"^(?=.*(?:\bpbi\b|\bpib\b|\bproducto\b|deflactor|economia))(?=.*(?:nominal|corrientes|\breal\b"
        r"|constantes))(?=.*(?:deflactor|inflacion|precios|nominal)).*"
    ),
    unless=r"[$#]\d|tasa de interes|sueldo|salari|poblacion|capita|velocidad|dinero|plazo|cambio",
    adjust=lambda text, values: _real_falls(text, values),
    note=lambda symbol, values: _difference(values["n"] - values["p"]) if symbol == "r" else "",
)


def _real_falls(text: str, values: dict[str, float]) -> None:
    """Read «el real cayó 2 %» as −2 %."""
    for symbol, words in (
        ("r", r"(?:real|constantes|volumen)"),
        ("n", r"(?:nominal|corrientes)"),
        ("p", r"(?:deflactor|precios)"),
    ):
        if values.get(symbol, 0) > 0 and rx.search(
            rf"\b{words}(?: [a-z]\w*){{0,3}}? (?:ca[eyi]\w*|baj\w+|disminu\w+|reduj\w+"
            rf"|contra\w+)(?: [a-z]\w*){{0,2}} %",
            text,
        ):
            values[symbol] = -values[symbol]


PER_CAPITA = System(
    id="pbi_per_capita",
    name="el PBI per cápita",
    area=AREA,
    formula="PBI per cápita = PBI / población",
    magnitudes=(
        Magnitude(
            "y",
            "PBI",
            "el PBI",
            r"(?:pbi|pib|producto|ingreso|renta|produccion)(?: (?:bruto|interno|nacional|total|nominal|real))*"
            r"|produc(?:e|en|ir)",
            above=0,
            over=0,
            meaning="Es lo que produce el país entero.",
        ),
        Magnitude(
            "n",
            "población",
            "la población",
            r"habitantes|poblacion(?: total)?|personas|hab|gente|almas|viven|somos|tenemos",
            Kind.NUMBER,
            above=0,
            meaning="Es la cantidad de habitantes con la que cierran los otros dos datos.",
        ),
        Magnitude(
            "k",
            "PBI per cápita",
            "el PBI per cápita",
            r"(?:(?:pbi|pib|producto|ingreso|renta)(?: (?:bruto|interno|nacional))* )?(?:per ?capita"
            r"|por (?:habitante|persona|cabeza)|percapita)"
            r"|cada (?:habitante|persona|uno)(?: \w+)?",
            meaning="Es un promedio: lo que le tocaría a cada habitante en un reparto igual; no dice cómo se reparte.",
        ),
    ),
    rules=(
        rule("k", "{y} / {n}", lambda y, n: y / n),
        rule("y", "{k} × {n}", lambda k, n: k * n),
        rule("n", "{y} / {k}", lambda y, k: y / k),
    ),
    keys="capita habitantes habitante pbi pib",
    names=(
        r"^(?=.*(?:capita|habitante|por cabeza|por persona|poblacion|percapita))(?=.*(?:\bpbi\b|\bpib\b|producto"
        r"|ingreso|renta|produc)).*"
    ),
    unless=r"%\d|crec|subi|paso|duplic|deuda|gasto|deficit|sueldo|empleo|ocupad|activa|pea\b|pobre|linea|decil"
    r"|quintil|anos de|potencial|alquil"
    r"|deflactor|consumo|lluvia|compr",
    default="k y n",
)

PER_CAPITA_GROWTH = System(
    id="crecimiento_per_capita",
    name="el crecimiento per cápita",
    area=AREA,
    formula="(1 + per cápita) = (1 + producto) / (1 + población)",
    magnitudes=(
        Magnitude(
            "y",
            "producto",
            "el crecimiento del producto",
            r"pbi|pib|producto|economia|produccion|ingreso|renta|total|pais|crec\w+",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "n",
            "población",
            "el crecimiento de la población",
            r"poblacion|demografic\w+|habitantes|poblacional",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "k",
            "per cápita",
            "el crecimiento per cápita",
            r"(?:(?:pbi|pib|producto|ingreso|renta)(?: (?:bruto|interno|nacional|real))* )?(?:per ?capita"
            r"|por (?:habitante|persona|cabeza)|percapita)",
            Kind.RATE,
            meaning="El producto por habitante crece solo si la producción crece más que la población.",
            above=-100,
        ),
    ),
    rules=(
        rule("k", "(1 + {y} %) / (1 + {n} %) − 1", lambda y, n: 100 * ((1 + y / 100) / (1 + n / 100) - 1)),
        rule("y", "(1 + {k} %) × (1 + {n} %) − 1", lambda k, n: 100 * ((1 + k / 100) * (1 + n / 100) - 1)),
        rule("n", "(1 + {y} %) / (1 + {k} %) − 1", lambda y, k: 100 * ((1 + y / 100) / (1 + k / 100) - 1)),
    ),
    keys="capita",
    names=r"^(?=.*(?:capita|por habitante|por persona|por cabeza))(?=.*(?:poblacion|habitantes|demograf)).*",
    unless=r"[$#]\d|@\d",
    default="k",
    adjust=lambda text, values: _fallen(text, values),
    note=lambda symbol, values: _difference(values["y"] - values["n"]) if symbol == "k" else "",
)


def _fallen(text: str, values: dict[str, float]) -> None:
    """Read «el producto cae 2 %» as −2 %."""
    for symbol, words in (("y", r"(?:pbi|pib|producto|economia|produccion)"), ("n", "poblacion"), ("k", "capita")):
        if values.get(symbol, 0) > 0 and rx.search(
            rf"\b{words}\b(?: \w+){{0,3}} (?:ca[eyi]\w*|baj\w+|disminu\w+|reduj\w+"
            r"|contra\w+)(?: \w+){0,3} %",
            text,
        ):
            values[symbol] = -values[symbol]


GAP = System(
    id="brecha_producto",
    name="la brecha de producto",
    area=AREA,
    formula="(Y − Y*) / Y*",
    magnitudes=(
        Magnitude(
            "y",
            "Y",
            "el PBI observado",
            r"(?:(?:pbi|pib|producto|produccion|output)(?: (?:bruto|interno|real))* )?(?:efectiv[oa]|observad[oa]"
            r"|actual|corriente)|pbi|pib|producto(?: real)?|produce",
            above=0,
        ),
        Magnitude(
            "p",
            "Y*",
            "el PBI potencial",
            r"(?:(?:pbi|pib|producto|produccion|nivel)(?: (?:bruto|interno|real))* )?(?:potencial|de pleno empleo"
            r"|natural)|y externo",
            above=0,
        ),
        Magnitude(
            "b",
            "brecha",
            "la brecha de producto",
            r"brecha(?: (?:del?|de) (?:producto|pbi|pib))?|output gap|gap",
            Kind.RATE,
            meaning=(
                "Negativa: la economía produce menos de lo que puede con plena ocupación; positiva: está recalentada."
            ),
        ),
    ),
    rules=(
        rule("b", "({y} / {p} − 1) × 100", lambda y, p: 100 * (y / p - 1)),
        rule("y", "{p} × (1 + {b} %)", lambda p, b: p * (1 + b / 100)),
        rule("p", "{y} / (1 + {b} %)", lambda y, b: y / (1 + b / 100)),
    ),
    keys="potencial",
    names=r"^(?=.*(?:potencial|pleno empleo|output gap))(?=.*(?:pbi|pib|produc|brecha|gap|efectiv)).*",
    unless=(
        r"brecha(?: \w+){0,2} [#$]|okun|desempleo|desocup|deuda|paso|crec|multiplic|pmc|propension|\bc [#$]|taylor"
        r"|tasa"
    ),
    default="b y p",
)

CALCULATORS = (
    *(calculator(system) for system in (DEFLATOR, GROWTH_OF_REAL, PER_CAPITA, PER_CAPITA_GROWTH, GAP)),
    *product_years.CALCULATORS,
)
