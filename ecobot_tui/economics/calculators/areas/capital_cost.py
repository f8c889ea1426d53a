"""Costo de capital: CAPM, WACC y rendimiento por riesgo."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.stocks import stock_calculator
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places


def _premium(g: Given) -> float:
    return g["q"] if "q" in g else g["m"] - g["f"]


def _capm(g: Given) -> Solution:
    premium = _premium(g)
    country = _country(g)
    rate = g["f"] + g["b"] * premium + country
    market = "{q} %" if "q" in g else "({m} % − {f} %)"
    added = f" + {number(country)} %" if country else ""
    how = (
        "el dato del mercado es su prima de riesgo"
        if "q" in g
        else "el dato del mercado es su rendimiento total, no la prima"
    )
    return Solution(
        rate,
        f"El rendimiento exigido es {percent(rate)}.",
        g.fill(f"{{f}} % + {{b}} × {market}{added} = {percent(rate)}"),
        f"Con beta {g.shown('b')} el activo es {'más' if g['b'] > 1 else 'menos' if g['b'] < 1 else 'tan'} riesgoso"
        f" {'como' if g['b'] == 1 else 'que'} el mercado, que da {percent(g['f'] + premium)}, y se le pide ese"
        f" rendimiento.",
        (f"CAPM; {how}", *(("el riesgo país se suma entero",) if country else ())),
    )


def _country(g: Given) -> float:
    """Return the country risk in percent; a number without the sign is in basis points."""
    if "c" not in g:
        return 0.0
    told = g.quantity("c")
    return told.value if told.mark == "%" else told.value / 100


def _beta(g: Given) -> Solution:
    premium = _premium(g)
    beta = (g["e"] - g["f"] - _country(g)) / premium
    return Solution(
        beta,
        f"La beta es {number(beta)}.",
        f"({g.shown('e')} − {g.shown('f')}) / {number(premium)} = {number(beta)}",
        f"El activo es {'más' if beta > 1 else 'menos'} riesgoso que el mercado.",
        ("CAPM: rendimiento exigido = rf + β × prima",),
    )


def _market(g: Given) -> Solution:
    premium = (g["e"] - g["f"] - _country(g)) / g["b"]
    return Solution(
        premium,
        f"La prima de riesgo del mercado es {percent(premium)} y el rendimiento del mercado,"
        f" {percent(premium + g['f'])}.",
        f"({g.shown('e')} − {g.shown('f')}) / {g.shown('b')} = {percent(premium)}",
        "La prima es lo que el mercado rinde por encima de la tasa libre de riesgo.",
        ("CAPM: rendimiento exigido = rf + β × prima",),
    )


def _free(g: Given) -> Solution:
    if g["b"] == 1:
        raise CalculationError("Con beta 1 el rendimiento es el del mercado, sea cual sea la tasa libre de riesgo.")
    rate = g["e"] - g["b"] * g["q"] if "q" in g else (g["e"] - g["b"] * g["m"]) / (1 - g["b"])
    return Solution(
        rate,
        f"La tasa libre de riesgo es {percent(rate)}.",
        f"despejando de {g.shown('e')} % = rf + {g.shown('b')} × prima: rf = {percent(rate)}",
        "Es lo que rinde un activo sin riesgo.",
        ("CAPM: rendimiento exigido = rf + β × prima",),
    )


def _wacc(g: Given) -> Solution:
    amounts = "e" in g and "d" in g and g.quantity("e").mark != "%" and g["e"] + g["d"] != 100
    equity = g["e"] if "e" in g else 100 - g["d"]
    debt = g["d"] if "d" in g else 100 - g["e"]
    total = equity + debt
    if not amounts and abs(total - 100) > 0.01:
        raise CalculationError("El patrimonio y la deuda tienen que sumar 100 %.")
    tax = g.rate("t") if "t" in g else 0.0
    shares = equity / total, debt / total
    rate = shares[0] * g["k"] + shares[1] * g["i"] * (1 - tax)
    after = f" × (1 − {g.shown('t')} %)" if "t" in g else ""
    return Solution(
        rate,
        f"El costo promedio del capital (WACC) es {percent(rate)}.",
        f"{percent(100 * shares[0])} × {g.shown('k')} % + {percent(100 * shares[1])} × {g.shown('i')} %{after} ="
        f" {percent(rate)}",
        f"Un proyecto de riesgo parecido conviene si rinde más que eso; la deuda cuesta {percent(g['i'] * (1 - tax))}"
        " después de impuestos.",
        (
            "los intereses de la deuda se descuentan del impuesto"
            if "t" in g
            else "sin impuestos, porque no los dijiste",
        ),
    )


_TAX = re.compile(r"\b(?:impuestos?|ganancias|alicuota|tasa impositiva|impositiva|t|isr|tax)(?: [a-z]+){0,4} ?$")
_TAX_AFTER = re.compile(r" (?:de |para )?(?:el |la )?(?:impuestos?|ganancias|alicuota|isr)\b")
_DEBT = r"deuda|pasivos?|prestamos?|creditos?|obligaciones|ajeno|bonos|kd"
_EQUITY = r"patrimonio|capital propio|propios?|equity|acciones|accionistas|capital|ke"


def _place_wacc(reading: Reading) -> Places | None:
    """Tell the parts and costs of debt and equity apart: each part is followed by its cost; the tax stands aside."""
    cash = Cash(reading)
    text = cash.text
    if not cash.whole or len(cash.percents) < 2 or cash.terms:
        return None
    tax = [place for place in cash.percents if _TAX.search(cash.lead(place)) or _TAX_AFTER.match(cash.tail(place))][:1]
    rest = [place for place in range(len(cash.quantities)) if place not in tax and place not in cash.years]
    places: Places = {"t": tax} if tax else {}
    if named := _named_wacc(cash, rest):
        return {**places, **named}
    if len(rest) == 4:
        pairs = [(rest[0], rest[1]), (rest[2], rest[3])]
    elif len(rest) == 3 and rx.search(r"\b(?:resto|lo demas|restante|lo que falta)\b", text):
        return _with_the_rest(cash, rest, places)
    else:
        return None
    said = []
    for weight, cost in pairs:
        lead = rx.split(r",| y ", cash.lead(weight))[-1]
        between = text[reading.slot(weight)[1] : reading.slot(cost)[0]]
        words = f"{between} {lead}" if rx.search(rf"\b(?:{_DEBT}|{_EQUITY})\b", between) else lead
        debt, equity = rx.search(rf"\b(?:{_DEBT})\b", words), rx.search(rf"\b(?:{_EQUITY})\b", words)
        said.append(
            "" if not (debt or equity) else "d" if debt and not (equity and equity.start() < debt.start()) else "e"
        )
    if set(said) == {"d", ""}:
        said = ["d" if one == "d" else "e" for one in said]
    elif set(said) == {"e", ""}:
        said = ["e" if one == "e" else "d" for one in said]
    if set(said) != {"d", "e"} or any(cost not in cash.percents for _, cost in pairs):
        return None
    for (weight, cost), which in zip(pairs, said, strict=True):
        places |= {"d": [weight], "i": [cost]} if which == "d" else {"e": [weight], "k": [cost]}
    return places


def _with_the_rest(cash: Cash, rest: list[int], places: Places) -> Places | None:
    """Read «30 % con deuda al 12 % y el resto con capital propio al 20 %»: one part is told, and both costs."""
    weight, cost, other = rest
    words = f"{rx.split(r',| y ', cash.lead(weight))[-1]} {cash.tail(weight)}"
    debt, equity = rx.search(rf"\b(?:{_DEBT})\b", words), rx.search(rf"\b(?:{_EQUITY})\b", words)
    if (debt is None) == (equity is None):
        return None
    if debt:
        return {**places, "d": [weight], "i": [cost], "k": [other]}
    return {**places, "e": [weight], "k": [cost], "i": [other]}


def _named_wacc(cash: Cash, rest: list[int]) -> Places | None:
    """Read «ke 15 %, kd 10 %, 40 % de deuda y 60 % de capital»: costs by their names, parts by theirs."""
    places: Places = {}
    for place in rest:
        lead, tail = cash.lead(place), cash.tail(place)
        if rx.search(
            r"\b(?:ke|costo (?:del? )?(?:capital propio|patrimonio|equity|los accionistas"
            r"|las acciones))(?: [a-z]+){0,2} ?$",
            lead,
        ):
            places.setdefault("k", [place])
        elif rx.search(r"\b(?:kd|costo (?:de )?(?:la )?deuda)(?: [a-z]+){0,2} ?$", lead):
            places.setdefault("i", [place])
        elif rx.match(rf" (?:de |en )?(?:{_DEBT})\b", tail) or rx.search(
            r"\b(?:deuda|d v|wd)(?: (?:de|es|por|del))* ?$", lead
        ):
            places.setdefault("d", [place])
        elif rx.match(rf" (?:de |en )?(?:{_EQUITY})\b", tail) or rx.search(
            r"\b(?:patrimonio|propio|equity|e v|we|capital)(?: (?:de|es|por|del))* ?$", lead
        ):
            places.setdefault("e", [place])
    if sum(map(len, places.values())) != len(rest) or not {"k", "i"} <= places.keys() or not {"d", "e"} & places.keys():
        return None
    return places


def _sharpe(g: Given) -> Solution:
    ratio = (g["r"] - g["f"]) / g["s"]
    return Solution(
        ratio,
        f"El ratio de Sharpe es {number(ratio)}.",
        g.fill(f"({{r}} − {{f}}) / {{s}} = {number(ratio)}"),
        f"Por cada punto de riesgo se ganan {number(ratio)} puntos por encima de la tasa libre de riesgo.",
        ("rendimientos y desvío del mismo período",),
    )


def _treynor(g: Given) -> Solution:
    ratio = (g["r"] - g["f"]) / g["b"]
    return Solution(
        ratio,
        f"El ratio de Treynor es {number(ratio)}.",
        g.fill(f"({{r}} − {{f}}) / {{b}} = {number(ratio)}"),
        "Mide los puntos ganados por encima de la tasa libre de riesgo por cada unidad de beta.",
        ("rendimientos del mismo período",),
    )


_FREE = Input(
    "f",
    "la tasa libre de riesgo",
    Kind.RATE,
    labels=r"(?:tasa )?libre(?: de riesgo)?|rf|bonos? del tesoro|(?:letras? del )?tesoro|sin riesgo|risk free"
    r"|treasur\w+",
)
_BETA = Input("b", "la beta", Kind.NUMBER, labels=r"betas?|coeficiente beta")
_MARKET = Input(
    "m",
    "el rendimiento del mercado",
    Kind.RATE,
    optional=True,
    labels=r"(?:rendimiento |retorno |tasa )?(?:esperado )?(?:del? )?mercado|rm|indice|merval|cartera de mercado|s p",
)
_PREMIUM = Input(
    "q",
    "la prima de riesgo del mercado",
    Kind.RATE,
    optional=True,
    labels=r"prima(?: (?:de|por|del|el))*(?: riesgo)?(?: (?:de|del))*(?: mercado)?|erp|exceso(?: de retorno)?",
)
_COUNTRY = Input("c", "el riesgo país", Kind.SHARE, optional=True, labels=r"riesgo ?pais|embi|prima pais")
_REQUIRED = Input(
    "e",
    "el rendimiento del activo",
    Kind.RATE,
    labels=r"exig\w+|(?:rendimiento|retorno)(?: (?:esperado|exigido|requerido|de|la|del|accion|activo))*|rinde|ke"
    r"|costo(?: del)?"
    r" capital(?: propio)?|cuyo (?:retorno|rendimiento) (?:esperado )?|pide\w*",
)
_NUMBER_FIRST = (
    r"betas?(?: (?:de|es|igual|a|un|su|vale))* {b}",
    r"{f} (?:la |de |es la |para la |como |en |una )?(?:tasa )?(?:libre|rf|sin riesgo)",
    r"{m} (?:el |es el |de |para el |del )?(?:rendimiento |retorno )?(?:esperado )?(?:del |de )?mercado",
    r"{q} (?:la |de |es la |como )?prima",
    r"(?:libre de riesgo|libre|rf) ~{f}",
    r"prima ~{q}",
)
_CAPM = (
    r"\bcapm\b(?:.*(?:libre|mercado|beta|prima|riesgo))?|\bbetas?\b.*(?:libre|mercado|prima|\brf\b)|(?:libre|\brf\b"
    r"|mercado|prima)"
    r".*\bbetas?\b"
)
_NO_MARKET = r"^(?!.*(?:mercado|prima|\brm\b|\berp\b|merval|indice))"

CALCULATORS = (
    stock_calculator(
        "capm",
        "el rendimiento exigido (CAPM)",
        "rf + β(rm − rf)",
        (_FREE, _BETA, _MARKET, _PREMIUM, _COUNTRY),
        _capm,
        _CAPM,
        rf"{_NO_MARKET}|covarianza|correlacion|wacc"
        rf"|ponderado|cartera de|sharpe|treynor|(?:cual|calcul\w+|hall\w+)(?: [a-z]+){{0,3}} beta"
        rf"|%\d de la cartera",
        _NUMBER_FIRST,
    ),
    stock_calculator(
        "capm_beta",
        "la beta (CAPM)",
        "β = (k − rf) / (rm − rf)",
        (_FREE, _REQUIRED, _MARKET, _PREMIUM, _COUNTRY),
        _beta,
        _CAPM,
        rf"{_NO_MARKET}|covarianza|correlacion|treynor|betas?(?: (?:de|es|igual|a))* [#$]",
        _NUMBER_FIRST,
        asks=False,
    ),
    stock_calculator(
        "capm_prima",
        "la prima de mercado (CAPM)",
        "prima = (k − rf) / β",
        (_FREE, _BETA, _REQUIRED, _COUNTRY),
        _market,
        _CAPM,
        r"treynor|sharpe|(?:mercado|prima|rm)(?: [a-z]+){0,4} %|%\d+ (?:de )?(?:el )?(?:rendimiento )?(?:del )?mercado",
        _NUMBER_FIRST,
        asks=False,
    ),
    stock_calculator(
        "capm_libre",
        "la tasa libre de riesgo (CAPM)",
        "rf = k − β·prima",
        (_BETA, _REQUIRED, _MARKET, _PREMIUM),
        _free,
        r"(?:cual|calcul\w+|hall\w+|que|cuanto)(?: [a-z]+){0,4} libre de riesgo(?=.*beta)|beta.*(?:cual|calcul\w+"
        r"|hall\w+|que|cuanto)"
        r"(?: [a-z]+){0,4} libre de riesgo",
        rf"{_NO_MARKET}|libre de riesgo (?:de|del|es) %",
        _NUMBER_FIRST,
        asks=False,
    ),
    stock_calculator(
        "wacc",
        "el costo promedio del capital (WACC)",
        "E/V·ke + D/V·kd·(1 − t)",
        (
            Input("e", "la proporción de patrimonio", Kind.AMOUNT, above=0, optional=True),
            Input("k", "el costo del patrimonio", Kind.RATE),
            Input("d", "la proporción de deuda", Kind.AMOUNT, above=0, optional=True),
            Input("i", "el costo de la deuda", Kind.RATE),
            Input("t", "la alícuota del impuesto", Kind.RATE, below=100, optional=True),
        ),
        _wacc,
        r"(?:costo|coste) (?:de|del) capital(?=.*\b(?:deuda|prestamos?|pasivos?)\b)"
        r"|\bwacc\b(?:.*(?:deuda|capital|patrimonio|equity|impuesto))?|\bcppc\b|(?:costo|coste|tasa) (?:promedio"
        r"|medio|ponderad\w+)"
        r"(?: ponderad\w+)?(?: de(?:l)? (?:capital|financiamiento))?|(?:deuda|patrimonio|capital propio"
        r"|equity).*(?:deuda|patrimonio"
        r"|capital propio|equity)",
        r"leverage|apalanc|endeudamiento|\broe\b|pbi",
        place=_place_wacc,
        asks=False,
    ),
    stock_calculator(
        "sharpe",
        "el ratio de Sharpe",
        "(r − rf) / σ",
        (
            Input(
                "r",
                "el rendimiento",
                Kind.RATE,
                labels=r"rendimiento|rind\w+|retorno|cartera|fondo|gan\w+|portafolio|rentabilidad|promedio|media",
            ),
            _FREE,
            Input(
                "s",
                "el desvío",
                Kind.RATE,
                above=0,
                labels=r"desvio(?: estandar| tipico)?|desviacion(?: estandar| tipica)?|volatilidad|sigma"
                r"|riesgo(?: de)?|vol",
            ),
        ),
        _sharpe,
        r"(?:ratio|indice|razon|coeficiente) (?:de )?sharpe|\bsharpe\b",
        r"treynor",
        (
            r"(?:libre de riesgo|libre|rf) ~{f}",
            r"{f} (?:la |de )?(?:tasa )?libre",
            r"(?:desvio|desviacion|volatilidad|sigma|riesgo de)(?: (?:estandar|tipica|tipico|de|del|es|anual|un"
            r"|una))* {s}",
            r"(?:rendimiento|rinde|rindio|retorno|cartera|fondo) ~{r}",
            r"sharpe(?: de| con)? {r} , {f} , {s}",
        ),
    ),
    stock_calculator(
        "treynor",
        "el ratio de Treynor",
        "(r − rf) / β",
        (Input("r", "el rendimiento", Kind.RATE, labels=r"rendimiento|rind\w+|retorno|cartera|fondo"), _FREE, _BETA),
        _treynor,
        r"(?:ratio|indice|razon) (?:de )?treynor|\btreynor\b",
        r"sharpe",
        _NUMBER_FIRST,
    ),
)
