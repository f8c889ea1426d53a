"""Distribución y estadística: desigualdad entre grupos, pobreza, tasas por mil habitantes y números índice."""

from ecobot_tui.economics.calculators.areas import chances, distributions, grouped
from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Distribución y estadística"
_RICH = (
    r"(?:d10|q5|(?:el |al |del )?(?:ultimo |decimo )?(?:decil|quintil|grupo)? ?(?:mas )?(?:ric[oa]s?|alto|superior"
    r"|favorecid[oa]s?)|(?:decil|quintil) (?:10|5|mas (?:ric|alt)[oa])|decimo decil|ultimo (?:decil|quintil)"
    r"|quinto quintil|mas ricos?)"
)
_POOR = (
    r"(?:d1|q1|(?:decil|quintil|grupo)? ?(?:mas )?(?:pobres?|bajo|inferior|postergad[oa]s?)|primer (?:decil|quintil)"
    r"|mas pobres?)"
)


def _deciles(g: Given) -> Solution:
    value = g["a"] / g["b"]
    group = "20 %" if "quintil" in g.text else "10 %"
    return Solution(
        value,
        f"La brecha entre los dos grupos es {number(value)} veces.",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        f"El {group} más rico recibe {number(value)} veces lo que recibe el grupo más pobre.",
        ("los dos datos son ingresos medios, o partes del total, de grupos del mismo tamaño",),
    )


def _palma(g: Given) -> Solution:
    value = g["a"] / g["b"]
    return Solution(
        value,
        f"El índice de Palma es {number(value)}.",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        f"El 10 % más rico recibe {number(value)} veces lo que recibe, en conjunto, el 40 % más pobre.",
    )


def _per_thousand(g: Given) -> Solution:
    per = g["h"] if "h" in g else 1_000.0  # noqa: SIM401 - no mapping
    value = per * g["c"] / g["n"]
    return Solution(
        value,
        f"La tasa es {number(value)} por cada {number(per)} habitantes.",
        g.fill(f"{{c}} / {{n}} × {number(per)} = {number(value)}"),
        f"En porcentaje es {percent(100 * g['c'] / g['n'])}.",
    )


def _index(g: Given) -> Solution:
    value = 100 * g["b"] / g["a"]
    return Solution(
        value,
        f"El número índice es {number(value)}.",
        g.fill(f"{{b}} / {{a}} × 100 = {number(value)}"),
        f"Respecto del período base varió {percent(value - 100)}.",
        ("base 100 en el período inicial",),
    )


POVERTY = System(
    id="tasa_de_pobreza",
    name="la tasa de pobreza",
    area=AREA,
    formula="pobres / población × 100",
    magnitudes=(
        Magnitude(
            "p",
            "pobres",
            "los pobres",
            r"(?:personas |habitantes |hogares |gente )?(?:pobres|indigentes|(?:bajo|debajo de|por debajo de"
            r"|no alcanzan?) (?:de )?la (?:linea(?: de (?:la )?(?:pobreza|indigencia))?|canasta(?: basica)?))"
            r"|en la pobreza|son pobres",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "n",
            "población",
            "la población",
            r"poblacion(?: total)?|habitantes|(?:personas|hogares|familias)(?: (?:en total|relevad[oa]s"
            r"|encuestad[oa]s))?|viven|total"
            r"|(?<=%\d )(?:de|sobre)(?: una poblacion de)?(?= #)",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "r",
            "tasa",
            "la tasa de pobreza",
            r"(?:tasa|incidencia|indice|porcentaje|nivel) (?:de )?(?:(?:la )?pobreza|pobres|indigencia)|pobreza"
            r"|indigencia|que (?:porcentaje|parte)",
            Kind.RATE,
            most=100,
            meaning="Es la parte de la población cuyo ingreso no alcanza a cubrir la canasta de la línea.",
        ),
    ),
    rules=(
        rule("r", "{p} / {n} × 100", lambda p, n: 100 * p / n),
        rule("p", "{n} × {r} %", lambda n, r: n * r / 100),
        rule("n", "{p} / ({r} / 100)", lambda p, r: 100 * p / r),
    ),
    keys="pobreza pobres indigencia indigentes",
    names=r"^(?=.*(?:pobre|indigen)).*",
    unless=r"\$\d|@\d|mas pobre|decil|quintil|gini|ingreso|palma|subi|\bbaj(?:a|aron)\b|\bbajo (?:de|del|al?|en"
    r"|[#%])|\bpaso\b",
    default="r p n",
)

POVERTY_GAP = System(
    id="brecha_de_pobreza",
    name="la brecha de pobreza",
    area=AREA,
    formula="brecha = (línea − ingreso) / línea",
    magnitudes=(
        Magnitude(
            "z",
            "línea",
            "la línea de pobreza",
            (
                r"canasta(?: basica)?(?: total)?(?: le)?(?: sale| cuesta| vale)?|linea(?: de (?:la )?(?:pobreza"
                r"|indigencia))?|cbt|cba"
            ),
            above=0,
        ),
        Magnitude(
            "y",
            "ingreso",
            "el ingreso",
            (r"gan(?:a|an|o|amos)|ingresos?(?: (?:familiar|mensual|total|del hogar))*|cobra\w*|tiene|junta\w*"),
        ),
        Magnitude(
            "f",
            "falta",
            "el dinero que falta",
            (r"falta\w*|diferencia|monto de la brecha"),
            meaning="Es lo que hay que sumar al ingreso para llegar a la línea.",
        ),
        Magnitude(
            "g",
            "brecha",
            "la brecha de pobreza",
            (r"brecha(?: de (?:la )?pobreza)?|intensidad|que porcentaje"),
            Kind.RATE,
            meaning="Es lo que falta para llegar a la línea, como parte de la línea.",
        ),
    ),
    rules=(
        rule("f", "{z} − {y}", lambda z, y: z - y),
        rule("g", "({z} − {y}) / {z} × 100", lambda z, y: 100 * (z - y) / z),
        rule("y", "{z} − {f}", lambda z, f: z - f),
        rule("z", "{y} + {f}", lambda y, f: y + f),
    ),
    keys="pobreza pobre",
    names=(
        r"^(?=.*(?:canasta|linea de (?:la )?(?:pobreza|indigencia)|\bcb[ta]\b))(?=.*(?:falta|brecha))(?=.*(?:pobre"
        r"|canasta|indigen)).*"
    ),
    unless=r"%\d|@\d|ipc|laspeyres|adultos? equivalentes?",
)

CALCULATORS = (
    calculator(POVERTY_GAP),
    calculator(POVERTY),
    Calculator(
        id="brecha_deciles",
        name="la brecha entre deciles",
        area=AREA,
        formula="media D10 / media D1",
        inputs=(
            Input("g", "el tamaño del grupo", Kind.RATE, optional=True),
            Input("h", "el tamaño del otro grupo", Kind.RATE, optional=True),
            Input("a", "el ingreso del grupo más rico", Kind.AMOUNT, above=0, labels=_RICH),
            Input("b", "el ingreso del grupo más pobre", Kind.AMOUNT, above=0, labels=_POOR),
        ),
        keys="d10 decil deciles",
        names=(
            r"^(?=.*(?:\bd10\b|decil|quintil|%\d mas (?:ric|pobre)|brecha))(?=.*(?:\bd1\b|\bq1\b|pobre|bajo|primer"
            r"|inferior)).*"
        ),
        when=(),
        unless=r"%\d+ (?:, |y )?[%#]\d+ (?:, |y )[%#]\d|@\d|gini|acumul|mediana|palma|%40",
        wordings=(
            r"{g} mas ric[oa]s?(?: [a-z]+){0,5} {a}",
            r"{h} mas pobres?(?: [a-z]+){0,5} {b}",
            r"{a} (?:[a-z]+ ){0,4}?{g} (?:mas )?(?:ric|alto|super)",
            r"{b} (?:[a-z]+ ){0,4}?{h} (?:mas )?pobre",
            r"{a} (?:[a-z]+ ){0,4}?decil (?:mas )?(?:ric|alto|super)",
            r"decil(?: [a-z]+){0,4} {a}",
            r"(?:d10|decil mas rico|decil mas alto)(?: (?:gana|es|de|en|promedio|tiene))* {a}",
            r"(?:d1|mas pobre|mas bajo)(?: (?:gana|es|de|en|promedio|tiene))* {b}",
        ),
        work=_deciles,
        asks=False,
    ),
    Calculator(
        id="brecha_de_participaciones",
        name="la brecha entre grupos de ingreso",
        area=AREA,
        formula="participación del más rico / participación del más pobre",
        inputs=(
            Input("a", "la parte del grupo más rico", Kind.RATE, above=0),
            Input("b", "la parte del grupo más pobre", Kind.RATE, above=0),
            Input("g", "el tamaño del grupo", Kind.RATE, optional=True),
            Input("h", "el tamaño del otro grupo", Kind.RATE, optional=True),
        ),
        keys="decil deciles quintil",
        names=(
            r"^(?=.*(?:decil|quintil|%\d mas (?:ric|pobre)|brecha))(?=.*(?:ric|alto|superior|ultimo|q5"
            r"|d10))(?=.*(?:pobre|bajo|primer|inferior|q1|d1)).*"
        ),
        when=(),
        unless=r"[$@]\d|gini|palma|%\d+ (?:, |y )?%\d+ (?:, |y )%\d",
        wordings=(
            r"(?:(?:{g} )?(?:mas )?(?:ric[oa]s?|superior)|(?:decil|quintil) (?:mas )?(?:ric[oa]|alto|superior)"
            r"|ultimo (?:decil|quintil)|q5|d10)(?: (?!pobre)[a-z]+){0,5} {a}",
            r"(?:(?:{h} )?(?:mas )?(?:pobres?|inferior)|(?:decil|quintil) (?:mas )?(?:pobre|bajo|inferior)"
            r"|primer (?:decil|quintil)|q1|d1)(?: (?!ric)[a-z]+){0,5} {b}",
        ),
        work=_deciles,
        asks=False,
    ),
    Calculator(
        id="indice_palma",
        name="el índice de Palma",
        area=AREA,
        formula="parte del 10 % más rico / parte del 40 % más pobre",
        inputs=(
            Input("a", "la parte del 10 % más rico", Kind.RATE, above=0),
            Input("b", "la parte del 40 % más pobre", Kind.RATE, above=0),
            Input("g", "el grupo más rico", Kind.RATE, optional=True),
            Input("h", "el grupo más pobre", Kind.RATE, optional=True),
        ),
        keys="palma",
        names=r"(?:indice|ratio|razon|coeficiente|relacion) (?:de )?palma|palma",
        when=(),
        unless=r"[$@]\d|aceite|gini",
        wordings=(
            r"{g} mas ric[oa]s?(?: [a-z]+){0,5} {a}",
            r"{h} mas pobres?(?: [a-z]+){0,5} {b}",
        ),
        work=_palma,
        asks=False,
    ),
    Calculator(
        id="tasa_por_mil",
        name="la tasa por mil habitantes",
        area=AREA,
        formula="casos / población × 1.000",
        inputs=(
            Input(
                "c",
                "la cantidad de casos",
                Kind.NUMBER,
                labels=(
                    r"nacimientos|nacieron|nacidos(?: vivos)?|defunciones|muertes|murieron|fallec\w+|casos|delitos"
                    r"|robos|homicidios|matrimonios|medicos|autos"
                ),
            ),
            Input(
                "n",
                "la población",
                Kind.NUMBER,
                above=0,
                labels=r"habitantes|poblacion|personas|viven|vecinos"
                r"|pais de",
            ),
            Input("h", "cada cuántos habitantes", Kind.NUMBER, above=0, optional=True),
        ),
        keys="natalidad mortalidad",
        names=(
            r"^(?=.*(?:natalidad|mortalidad|(?:por|cada)(?: cada)? #\d+ (?:habitantes|personas|nacid)"
            r"|por #\d+))(?=.*(?:habitantes|poblacion|personas|\bpais)).*"
        ),
        when=(),
        unless=r"%\d|[$@]\d|pbi|pib",
        wordings=(
            r"(?:por|cada)(?: cada)? {h} (?:habitantes|personas|nacid|nacim)",
            r"{c} (?:nacimientos|defunciones|muertes|casos|delitos|robos|homicidios|matrimonios|medicos|nacidos)",
            r"(?:por|cada)(?: cada)? {h} (?:habitantes|personas|nacid|nacim)",
            r"por(?: cada)? {h}",
        ),
        work=_per_thousand,
        asks=False,
    ),
    Calculator(
        id="numero_indice",
        name="el número índice",
        area=AREA,
        formula="valor / valor base × 100",
        inputs=(
            Input(
                "a",
                "el valor del período base",
                Kind.AMOUNT,
                above=0,
                no_year=True,
                labels=r"(?:periodo |ano |valor )?base|inicial",
            ),
            Input("b", "el valor actual", Kind.AMOUNT, no_year=True, labels=r"ahora|hoy|actual|despues|final"),
            Input("h", "la base del índice", Kind.NUMBER, optional=True),
        ),
        keys="indice base",
        names=(
            r"(?:numero|arm\w+ (?:un|el)|constru\w+ (?:un|el)|calcul\w+ (?:un"
            r"|el)) (?:numero )?indice(?: simple)?(?! (?:de )?(?:gini|lerner|herfindahl|precios|palma|laspeyres"
            r"|paasche|rentab))(?=.*base)|indice (?:con )?base(?: #\d+)?"
            r"|numero indice de [#$]\d+ (?:con |sobre )?(?:la )?base.*"
        ),
        when=(),
        unless=r"%\d|@\d|ipc|inflacion|deflactor|nominal|canasta|laspeyres|paasche|cambi\w+ de base|nueva base",
        wordings=(
            r"numero indice de {b} (?:con |sobre )?(?:la )?base(?: de)? {a}",
            r"base(?: (?:es|de|igual|a))* {h}(?= |$)(?! y ahora)",
            r"val(?:or|ia|io)(?: de)? {a} ,? ?y? ?(?:ahora|hoy)(?: (?:vale|es))? {b}",
            *A_TO_B,
        ),
        work=_index,
        asks=False,
    ),
    *grouped.CALCULATORS,
    *distributions.CALCULATORS,
    *chances.CALCULATORS,
)
