"""Acciones: ganancia, dividendos, payout y capitalización; beta por covarianza; y lo que se gana al revender."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Proyectos y bonos"
_HALF = r"(?:distribuy\w+|repart\w+|pag\w+|dividendos?)(?: [a-z]+){0,3} (?:la )?mitad"


def _said_in_words(text: str, known: frozenset[str]) -> Assumed:
    if "q" in known or "z" in known:
        return ()
    if rx.search(_HALF, text):
        return (("q", 50.0, "reparte la mitad de la ganancia"),)
    if rx.search(r"(?:distribuy\w+|repart\w+|pag\w+)(?: [a-z]+){0,2} (?:toda|todas|todo)\b", text):
        return (("q", 100.0, "reparte toda la ganancia"),)
    return ()


SHARES = System(
    id="dividendos",
    name="los dividendos y las acciones",
    area=AREA,
    formula="dividendo por acción = ganancia × payout / acciones; capitalización = precio × acciones",
    magnitudes=(
        Magnitude(
            "u",
            "ganancia por acción",
            "la ganancia por acción",
            r"(?:ganancia|utilidad|beneficio)(?: neta)? por (?:cada )?accion|bpa|eps|upa"
            r"|(?:gan\w+|ganancia(?: de)?|utilidad(?: de)?)(?= [#$]\d+ (?:\w+ )?por (?:cada )?accion)",
            above=0,
        ),
        Magnitude(
            "g",
            "ganancia",
            "la ganancia",
            r"ganancias?(?: (?:neta|anual|total)s?)*|utilidad(?:es)?(?: netas?)?|beneficios?(?: netos?)?"
            r"|gan(?:o|a|aron)(?! [#$]\d+ (?:\w+ )?por (?:cada )?accion)|resultado(?: neto)?",
            above=0,
        ),
        Magnitude(
            "n",
            "acciones",
            "la cantidad de acciones",
            r"(?:cantidad de )?acciones(?: (?:en circulacion|emitidas|ordinarias))?|papeles|titulos",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "h",
            "acciones propias",
            "las acciones que tenés",
            r"(?:tengo|tenes|compr\w+|poseo|mis|con)",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "d",
            "dividendo por acción",
            "el dividendo por acción",
            r"dividendos?(?: (?:anual|en efectivo))? (?:por|a cada) (?:cada )?accion|dpa"
            r"|(?:dividendos?(?: de)?|pagan?|reparten?|distribuyen?|pago|repartio)"
            r"(?= [#$]\d+ (?:(?:pesos|dolares|de|dividendos?) ){0,3}(?:por (?:cada )?(?:accion|una)|cada una))",
            above=0,
            asked=r"(?:cuanto|que)(?: [a-z]+){0,5} (?:por|cada) (?:cada )?accion|cobra cada accion",
            meaning="Es lo que cobra quien tiene una acción; lo demás queda en la empresa.",
        ),
        Magnitude(
            "t",
            "dividendos",
            "los dividendos totales",
            r"dividendos?(?: totales)?"
            r"|(?:repart\w+|distribuy\w+|pago|paga)(?: en| como)?(?: dividendos)?(?: por)?(?= [$#])",
            above=0,
        ),
        Magnitude(
            "q",
            "payout",
            "la parte que se reparte (payout)",
            r"pay ?out(?: ratio)?"
            r"|(?:repart\w+|distribu\w+|pag\w+)(?: (?:como|en|de|dividendos?|el|un))*(?= %)"
            r"|(?:tasa|porcentaje|ratio) de (?:reparto|distribucion|pago)|politica de dividendos",
            Kind.RATE,
            asked=r"que (?:porcentaje|parte|proporcion)(?: [a-z]+){0,5} (?:repart|distribu|pag)\w+",
            meaning="Es lo que va a los accionistas de cada 100 de ganancia.",
            most=1000,
        ),
        Magnitude(
            "z",
            "retención",
            "la parte que se reinvierte",
            r"retien\w+|reten\w+|reinviert\w+|reinvert\w+|reinvirt\w+|tasa de retencion",
            Kind.RATE,
            meaning="Es lo que queda en la empresa para crecer.",
        ),
        Magnitude(
            "m",
            "capitalización",
            "la capitalización bursátil",
            r"capitalizacion(?: (?:bursatil|de mercado))?|market cap|valor (?:de mercado|bursatil|en bolsa)"
            r"|vale en (?:la )?bolsa",
            above=0,
            asked=r"cuanto vale (?:toda )?la empresa|valor de la empresa",
            meaning="Es lo que el mercado paga por toda la empresa.",
        ),
        Magnitude(
            "p",
            "precio",
            "el precio de la acción",
            r"precio(?: (?:de (?:la|cada) accion|por accion|actual|de mercado))?|cotiza\w*(?: (?:a|en))?"
            r"|cada una(?: vale)?|valen|vale(?: cada)?|acci(?:on|ones) (?:vale[n]?|cuestan?|esta[n]? a|a)",
            above=0,
            asked=r"vale cada (?:una|accion)|precio de (?:la|cada) accion",
        ),
        Magnitude(
            "c",
            "cobro",
            "lo que cobrás de dividendos",
            r"(?:dividendos? )?(?:que )?cobr\w+|cobro total",
            asked=r"cuanto (?:dinero |plata )?(?:me |le |se )?(?:cobr\w+|recib\w+|correspond\w+|toca|pagan)",
            meaning="Es antes de impuestos y comisiones.",
        ),
    ),
    rules=(
        rule("u", "{g} / {n}", lambda g, n: g / n),
        rule("q", "100 − {z}", lambda z: 100 - z),
        rule("z", "100 − {q}", lambda q: 100 - q),
        rule("t", "{g} × {q} %", lambda g, q: g * q / 100),
        rule("d", "{t} / {n}", lambda t, n: t / n),
        rule("d", "{u} × {q} %", lambda u, q: u * q / 100),
        rule("q", "{d} / {u} × 100", lambda d, u: 100 * d / u),
        rule("q", "{t} / {g} × 100", lambda t, g: 100 * t / g),
        rule("t", "{d} × {n}", lambda d, n: d * n),
        rule("c", "{h} × {d}", lambda h, d: h * d),
        rule("c", "{n} × {d}", lambda n, d: n * d),
        rule("m", "{p} × {n}", lambda p, n: p * n),
        rule("p", "{m} / {n}", lambda m, n: m / n),
        rule("n", "{m} / {p}", lambda m, p: m / p),
        rule("g", "{u} × {n}", lambda u, n: u * n),
        rule("g", "{t} / ({q} / 100)", lambda t, q: 100 * t / q),
        rule("u", "{d} / ({q} / 100)", lambda d, q: 100 * d / q),
        rule("q", "{t} / {u} × 100", lambda t, u: 100 * t / u),
    ),
    keys="dividendo dividendos accion acciones payout capitalizacion",
    names=r"^(?=.*(?:dividend|pay ?out|market cap|la capitalizacion\b|capitalizacion (?:bursatil|de mercado)"
    r"|(?:repart|distribu)\w+ (?:.* )?(?:ganancia|utilidad)))"
    r"(?=.*(?:accion|ganancia|utilidad|gan[ao]\b|papel|repart)).*",
    unless=r"cre[cz]\w+|gordon|beta\b|capm|compre|vendi\b|yield|@\d|siempre|perpetu|exij|exig|\bper\b|\bp ?e\b|tasa"
    r"|interes|rendimiento|preferid|inflacion|dolar",
    default="d q m c",
    assumed=_said_in_words,
    assumptions=("todas las acciones cobran lo mismo",),
)

COVARIANCE = System(
    id="beta_por_covarianza",
    name="la beta",
    area=AREA,
    formula="β = Cov(ri, rm) / Var(rm) = ρ·σi / σm",
    magnitudes=(
        Magnitude(
            "b",
            "β",
            "la beta",
            r"betas?(?: (?:de la accion|del activo))?",
            Kind.NUMBER,
            meaning="Dice cuánto se mueve el activo, en promedio, por cada 1 % que se mueve el mercado.",
        ),
        Magnitude(
            "c",
            "Cov",
            "la covarianza",
            r"covarianza(?: (?:entre|con|de|del|la|el|una|un|accion|activo|papel|y|rendimientos?|mercado))*|cov",
            Kind.NUMBER,
        ),
        Magnitude(
            "v",
            "Var",
            "la varianza del mercado",
            r"(?<!co)varianza(?: (?:de|del|los|el|retornos?|rendimientos?|mercado))*|var",
            Kind.NUMBER,
        ),
        Magnitude(
            "r",
            "ρ",
            "la correlación",
            r"correlacion(?: (?:entre|con|de|del|la|el|una|accion|activo|y|mercado))*|rho",
            Kind.NUMBER,
        ),
        Magnitude(
            "m",
            "σm",
            "el desvío del mercado",
            r"(?:desvio|desviacion|volatilidad)(?: (?:estandar|tipica))? (?:del|de la|de) (?:mercado|indice|merval)"
            r"|(?:el |la )?del? (?:mercado|indice|merval)|sigma m",
            Kind.SHARE,
        ),
        Magnitude(
            "s",
            "σi",
            "el desvío del activo",
            r"(?:desvio|desviacion|volatilidad)(?: (?:estandar|tipica|de|del|la|el|accion|activo|papel|su))*|sigma",
            Kind.SHARE,
        ),
    ),
    rules=(
        rule("c", "{r} × {s} × {m}", lambda r, s, m: r * s * m),
        rule("b", "{r} × {s} / {m}", lambda r, s, m: r * s / m),
        rule("v", "{m}²", lambda m: m * m),
        rule("b", "{c} / {v}", lambda c, v: c / v),
        rule("c", "{b} × {v}", lambda b, v: b * v),
        rule("v", "{c} / {b}", lambda c, b: c / b),
        rule("r", "{c} / ({s} × {m})", lambda c, s, m: c / (s * m)),
        rule("r", "{b} × {m} / {s}", lambda b, m, s: b * m / s),
    ),
    keys="covarianza beta correlacion",
    names=r"^(?=.*\bbetas?\b)(?=.*(?:covarianza|correlacion|\bcov\b)).*",
    unless=r"cartera|portafolio|libre|prima|inflacion|%\d.*%\d.*%\d",
    default="b",
    assumptions=("rendimientos del mismo período",),
)


def _after_tax(g: Given) -> Solution:
    value = g["i"] * (1 - g.rate("t"))
    return Solution(
        value,
        f"La deuda cuesta {percent(value)} después de impuestos.",
        g.fill(f"{{i}} % × (1 − {{t}} %) = {percent(value)}"),
        "Los intereses se restan de la ganancia antes de pagar el impuesto, y eso abarata la deuda.",
        ("la empresa gana lo bastante como para aprovechar ese descuento",),
    )


def _resale(g: Given) -> Solution:
    rate = 100 * (g["b"] / g["a"] - 1)
    count = g.get("n", 1.0)
    gain = count * (g["b"] - g["a"])
    verb = "Ganaste" if gain >= 0 else "Perdiste"
    return Solution(
        rate if "n" not in g else gain,
        f"{verb} {g.money(abs(gain), 'a', 'b')}, {percent(abs(rate))} de lo invertido.",
        f"{number(count)} × ({g.shown('b')} − {g.shown('a')}) = {number(gain, money=True)};"
        f" {g.shown('b')} / {g.shown('a')} − 1 = {percent(rate)}",
        f"Pusiste {g.money(count * g['a'], 'a')} y sacás {g.money(count * g['b'], 'b')}.",
        ("sin dividendos, comisiones ni inflación",),
    )


CALCULATORS = (
    calculator(SHARES),
    calculator(COVARIANCE),
    Calculator(
        id="deuda_despues_de_impuestos",
        name="el costo de la deuda después de impuestos",
        area=AREA,
        formula="kd × (1 − t)",
        inputs=(
            Input(
                "i", "la tasa de la deuda", Kind.RATE, labels=r"tasa|deuda|interes(?:es)?|kd|cuesta|prestamo|credito"
            ),
            Input("t", "el impuesto", Kind.RATE, below=100, labels=r"impuestos?|ganancias|alicuota|impositiva|t"),
        ),
        keys="deuda impuestos",
        names=r"^(?=.*(?:deuda|prestamo|credito|kd)).*(?:despues|neto|libre|descontad\w+) de (?:los )?impuestos?.*",
        when=(),
        unless=r"patrimonio|capital propio|wacc|sueldo|salario|[$@]\d",
        wordings=(r"(?:impuestos?|ganancias|alicuota)(?: (?:a|las|de|del|es|la|ganancias))* {t}", r"{t} de impuesto"),
        work=_after_tax,
        asks=False,
    ),
    Calculator(
        id="reventa_de_acciones",
        name="la ganancia al revender",
        area=AREA,
        formula="cantidad × (venta − compra) ; venta / compra − 1",
        inputs=(
            Input(
                "n",
                "la cantidad",
                Kind.NUMBER,
                optional=True,
                above=0,
                labels=r"acciones|papeles|cedears?|nominales|titulos|bonos|cuotapartes",
            ),
            Input(
                "a",
                "el precio de compra",
                Kind.AMOUNT,
                above=0,
                labels=r"compr\w+(?: (?:acciones|una accion|un bono|cedears?))?(?: a)?|pagu\w+|inverti|entre|costo",
            ),
            Input(
                "b",
                "el precio de venta",
                Kind.AMOUNT,
                labels=r"vend\w+|(?:ahora|hoy)(?: vale\w*| cotiza\w*)?|cotiza\w*|vale\w*|estan? a",
            ),
        ),
        keys="acciones accion cedear cedears papeles",
        names=r"^(?=.*\b(?:accion(?:es)?|cedears?|papel(?:es)?|bonos?)\b)(?=.*\b(?:compr\w+|pague)\b)"
        r"(?=.*\b(?:vend\w+|vale\w*|cotiza\w*|estan?)\b)"
        r"(?=.*\b(?:gan\w+|perd\w+|rend\w+|rent\w+|porcentaje|resultado)\b).*",
        when=(),
        unless=r"[%@]\d|dividend|cupon|renta\b|dolar|mep\b|ccl\b|\bper\b|comision|valor tecnico|corrid|carry",
        wordings=(
            r"compr\w+ {n} (?:acciones|papeles|cedears|bonos|titulos)(?: (?:de|la|el|[a-z]+))* ?(?:a|por|en) {a}",
            r"{n} (?:acciones|papeles|cedears|bonos|titulos)",
            r"(?:vend\w+|ahora valen?|cotizan?|hoy valen?)(?: (?:a|en|por|la|las|hoy|ahora|todas|cada|una))* {b}",
        ),
        work=_resale,
        asks=False,
    ),
)
