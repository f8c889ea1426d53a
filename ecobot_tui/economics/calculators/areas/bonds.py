"""Bonos, acciones y costo de capital."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import whole

AREA = "Proyectos y bonos"


def _years(g: Given) -> int:
    years = g.quantity("n").months / 12 if g.quantity("n").unit else g["n"]
    return whole(years, "El plazo del bono, en años,")


def _price(g: Given) -> Solution:
    years = _years(g)
    price = projects.bond_price(g["v"], g.rate("c"), years, g.rate("y"))
    side = "bajo la par" if price < g["v"] - 1e-9 else "sobre la par" if price > g["v"] + 1e-9 else "a la par"
    coupon = number(g["v"] * g.rate("c"))
    return Solution(
        price,
        f"El precio del bono es {g.money(price, 'v')}.",
        g.fill(
            f"Σ {coupon}/(1 + {{y}} %)^t, t = 1 a {years}, + {{v}}/(1 + {{y}} %)^{years} = {number(price, money=True)}"
        ),
        f"Cotiza {side}, porque el cupón es de {g.shown('c')} % y el rendimiento pedido, de {g.shown('y')} %.",
        ("un cupón por año y el capital al final",),
    )


def _duration(g: Given) -> Solution:
    duration = projects.bond_duration(g["v"], g.rate("c"), _years(g), g.rate("y"))
    modified = duration / (1 + g.rate("y"))
    return Solution(
        duration,
        f"La duration es {number(duration)} años; la modificada, {number(modified)}.",
        g.fill(f"Σ t·VPₜ / P = {number(duration)}; {number(duration)} / (1 + {{y}} %) = {number(modified)}"),
        f"Si el rendimiento sube 1 punto, el precio baja cerca de {percent(modified)}.",
        ("un cupón por año y el capital al final; duration de Macaulay",),
    )


def _yield(g: Given) -> Solution:
    years = _years(g)
    flows = [-g["p"], *[g["v"] * g.rate("c")] * (years - 1), g["v"] * (1 + g.rate("c"))]
    rate = 100 * projects.internal_rate(flows)
    return Solution(
        rate,
        f"El rendimiento al vencimiento es {percent(rate)} anual.",
        g.fill(f"{{p}} = Σ cupón/(1 + y)^t + {{v}}/(1 + y)^{years} → y = {percent(rate)}"),
        "Es lo que gana por año quien lo compra a ese precio y lo tiene hasta el final, si cobra todo.",
        ("un cupón por año y el capital al final; es la TIR del bono, por bisección",),
    )


def _parity(g: Given) -> Solution:
    share = 100 * g["p"] / g["t"]
    return Solution(
        share,
        f"La paridad es {percent(share)}.",
        g.fill(f"{{p}} / {{t}} × 100 = {percent(share)}"),
        f"Cotiza {'bajo' if share < 100 else 'sobre' if share > 100 else 'a'} la par: por cada 100 que debe hoy el"
        f" emisor se pagan {number(share)}.",
        ("el valor técnico es el residual más los intereses corridos",),
    )


def _total_return(g: Given) -> Solution:
    paid = g["d"]
    rate = 100 * ((g["b"] + paid) / g["a"] - 1)
    return Solution(
        rate,
        f"El rendimiento total es {percent(rate)}.",
        g.fill(f"({{b}} + {{d}}) / {{a}} − 1 = {percent(rate)}"),
        f"Por cada 100 invertidos {'ganaste' if rate >= 0 else 'perdiste'} {number(abs(rate))}; falta descontar la"
        " inflación y las comisiones.",
        ("rendimiento de todo el período, sin anualizar",),
    )


def _capm(g: Given) -> Solution:
    rate = g["f"] + g["b"] * (g["m"] - g["f"])
    return Solution(
        rate,
        f"El rendimiento exigido es {percent(rate)}.",
        g.fill(f"{{f}} % + {{b}} × ({{m}} % − {{f}} %) = {percent(rate)}"),
        f"Con beta {g.shown('b')} el activo es {'más' if g['b'] > 1 else 'menos' if g['b'] < 1 else 'tan'} riesgoso"
        f" {'como' if g['b'] == 1 else 'que'} el mercado, y se le pide ese rendimiento.",
        ("CAPM; el dato del mercado es su rendimiento total, no la prima de riesgo",),
    )


def _wacc(g: Given) -> Solution:
    if abs(g["e"] + g["d"] - 100) > 0.01:
        raise CalculationError("El patrimonio y la deuda tienen que sumar 100 %.")
    rate = g.rate("e") * g["k"] + g.rate("d") * g["i"] * (1 - g.rate("t"))
    return Solution(
        rate,
        f"El costo promedio del capital (WACC) es {percent(rate)}.",
        g.fill(f"{{e}} % × {{k}} % + {{d}} % × {{i}} % × (1 − {{t}} %) = {percent(rate)}"),
        "Un proyecto de riesgo parecido conviene si rinde más que eso.",
        ("los intereses de la deuda se descuentan del impuesto",),
    )


def _gordon(g: Given) -> Solution:
    if g.rate("k") <= g.rate("g"):
        raise CalculationError("La tasa exigida tiene que ser mayor que el crecimiento del dividendo.")
    price = g["d"] / (g.rate("k") - g.rate("g"))
    return Solution(
        price,
        f"El valor de la acción es {g.money(price, 'd')}.",
        g.fill(f"{{d}} / ({{k}} % − {{g}} %) = {number(price, money=True)}"),
        "Si cotiza más barata que eso, está barata según el modelo.",
        ("modelo de Gordon: el dividendo es el del año que viene y crece siempre al mismo ritmo",),
    )


def _sharpe(g: Given) -> Solution:
    ratio = (g["r"] - g["f"]) / g["s"]
    return Solution(
        ratio,
        f"El ratio de Sharpe es {number(ratio)}.",
        g.fill(f"({{r}} − {{f}}) / {{s}} = {number(ratio)}"),
        f"Por cada punto de riesgo se ganan {number(ratio)} puntos por encima de la tasa libre de riesgo.",
        ("rendimientos y desvío del mismo período",),
    )


_FACE = Input("v", "el valor nominal", Kind.AMOUNT, above=0)
_COUPON = Input("c", "el cupón", Kind.RATE, above=-0.001)
_YEARS = Input("n", "el plazo", Kind.TIME)
_YIELD = Input("y", "el rendimiento exigido", Kind.RATE, above=-100)
_BOND = (
    r"cupon(?:es)? ~{c}",
    r"{c} de cupon",
    r"(?:rendimiento|tir|tasa|exig\w+|rinde) ~{y}",
    r"(?:cotiza|precio|vale|cuesta|sale)(?: (?:a|de|es|hoy))* {p}",
    r"(?:bono|nominal|vn) ~{v}",
)
_ALSO = "bono cupon anual rendimiento tasa nominal precio plazo valor vencimiento duration mercado vale interes tir"


def _known(*symbols: str) -> tuple[str, ...]:
    return tuple(one for one in _BOND if any(f"{{{symbol}}}" in one for symbol in symbols))


CALCULATORS = (
    Calculator(
        id="bono_precio",
        name="el precio del bono",
        area=AREA,
        formula="Σ C / (1 + y)ᵗ + VN / (1 + y)ⁿ",
        inputs=(_FACE, _COUPON, _YEARS, _YIELD),
        keys="bono",
        when=(r"\bbono\b", r"cupon"),
        unless=r"duration|duracion|cotiza|semestral|cuanto rinde|paridad|que (?:tir|rendimiento)|precio (?:de "
        r"|es )?[$#]",
        wordings=_known("c", "y", "v"),
        also=_ALSO,
        work=_price,
    ),
    Calculator(
        id="bono_rendimiento",
        name="el rendimiento del bono",
        area=AREA,
        formula="y tal que el precio iguala a los flujos",
        inputs=(_FACE, _COUPON, _YEARS, Input("p", "el precio", Kind.AMOUNT, above=0)),
        keys="bono",
        when=(r"\bbono\b", r"cupon", r"cotiza|precio (?:de |es )?[$#]|cuesta|vale"),
        unless=r"duration|duracion|semestral|paridad",
        wordings=_known("c", "p", "v"),
        also=_ALSO,
        work=_yield,
    ),
    Calculator(
        id="bono_duration",
        name="la duration del bono",
        area=AREA,
        formula="Σ t·VPₜ / P; Dmod = D / (1 + y)",
        inputs=(_FACE, _COUPON, _YEARS, _YIELD),
        keys="duration duracion",
        when=(r"duration|duracion", r"\bbono\b|cupon"),
        unless=r"semestral",
        wordings=_known("c", "y", "v"),
        also=_ALSO + " modificada",
        work=_duration,
    ),
    Calculator(
        id="paridad_bono",
        name="la paridad del bono",
        area=AREA,
        formula="precio / valor técnico × 100",
        inputs=(
            Input("p", "el precio", Kind.AMOUNT, above=0),
            Input("t", "el valor técnico", Kind.AMOUNT, above=0),
        ),
        keys="tecnico paridad",
        when=(r"valor tecnico",),
        unless=r"%\d",
        wordings=(r"valor tecnico(?: (?:de|es|vale))* {t}", r"(?:cotiza|precio|vale|cuesta)(?: (?:a|de|es))* {p}"),
        also=_ALSO + " paridad",
        work=_parity,
    ),
    Calculator(
        id="rendimiento_total",
        name="el rendimiento total",
        area=AREA,
        formula="(P₁ + D) / P₀ − 1",
        inputs=(
            Input("a", "el precio de compra", Kind.AMOUNT, above=0),
            Input("b", "el precio de venta", Kind.AMOUNT),
            Input("d", "el dividendo o cupón cobrado", Kind.AMOUNT),
        ),
        keys="dividendo dividendos compre vendi",
        when=(r"compr", r"vend|ahora vale|cotiza", r"dividend|cupon|renta"),
        unless=r"%\d|crec|@\d",
        wordings=(
            r"compr\w+ ~{a}",
            r"(?:vend\w+|ahora vale|cotiza)(?: \w+)? {b}",
            r"(?:cobr\w+|recib\w+) {d}",
            r"{d} (?:pesos )?(?:de |en )(?:dividendos?|cupon|renta)",
            r"dividendos?(?: (?:de|por))* {d}",
        ),
        also=_ALSO + " accion total gane recibi obtuve",
        work=_total_return,
    ),
    Calculator(
        id="capm",
        name="el rendimiento exigido (CAPM)",
        area=AREA,
        formula="rf + β(rm − rf)",
        inputs=(
            Input("f", "la tasa libre de riesgo", Kind.RATE),
            Input("b", "la beta", Kind.NUMBER),
            Input("m", "el rendimiento del mercado", Kind.RATE),
        ),
        keys="capm beta",
        when=(r"\bbeta\b", r"mercado|\brm\b", r"libre|\brf\b"),
        unless=r"prima",
        wordings=(r"(?:libre de riesgo|libre|rf) ~{f}", r"beta(?: (?:de|es))* {b}", r"(?:mercado|rm) ~{m}"),
        also=_ALSO + " libre riesgo",
        work=_capm,
    ),
    Calculator(
        id="wacc",
        name="el costo promedio del capital (WACC)",
        area=AREA,
        formula="E/V·ke + D/V·kd·(1 − t)",
        inputs=(
            Input("e", "la proporción de patrimonio", Kind.RATE, above=0),
            Input("k", "el costo del patrimonio", Kind.RATE),
            Input("d", "la proporción de deuda", Kind.RATE, above=0),
            Input("i", "el costo de la deuda", Kind.RATE),
            Input("t", "la alícuota del impuesto", Kind.RATE, below=100),
        ),
        keys="wacc cppc patrimonio deuda",
        when=(r"patrimonio|capital propio|equity|\bke\b", r"deuda|\bkd\b", r"impuesto|ganancias|\bt\b"),
        wordings=(
            r"{e} (?:de |en )?(?:patrimonio|capital propio|equity) (?:al|con costo|a un costo|que cuesta)(?:"
            r" del?| el)? {k}",
            r"{d} (?:de |en )?deuda (?:al|con costo|a un costo|que cuesta)(?: del?| el)? {i}",
            r"(?:impuestos?|ganancias|t)(?: (?:a|las|ganancias|del?|es|al))* {t}",
        ),
        also=_ALSO + " costo capital propio ponderado promedio impuesto ganancias",
        work=_wacc,
        asks=False,
    ),
    Calculator(
        id="gordon",
        name="el valor de la acción (Gordon)",
        area=AREA,
        formula="P = D₁ / (k − g)",
        inputs=(
            Input("d", "el dividendo", Kind.AMOUNT, above=0),
            Input("k", "la tasa exigida", Kind.RATE),
            Input("g", "el crecimiento del dividendo", Kind.RATE, above=-100),
        ),
        keys="gordon dividendo dividendos",
        when=(r"dividend", r"gordon|crec|\bg\b"),
        unless=r"compre|vendi|pago hoy|acaba de pagar",
        wordings=(r"(?:crec\w+|g) ~{g}", r"(?:k|ke|tasa|exig\w+|descuento|rendimiento) ~{k}"),
        also=_ALSO + " accion crecimiento descuento",
        work=_gordon,
    ),
    Calculator(
        id="sharpe",
        name="el ratio de Sharpe",
        area=AREA,
        formula="(r − rf) / σ",
        inputs=(
            Input("r", "el rendimiento", Kind.RATE),
            Input("f", "la tasa libre de riesgo", Kind.RATE),
            Input("s", "el desvío", Kind.RATE, above=0),
        ),
        keys="sharpe",
        when=(r"sharpe",),
        wordings=(
            r"(?:libre de riesgo|libre|rf) ~{f}",
            r"(?:desvio|volatilidad|sigma|riesgo de) ~{s}",
            r"(?:rendimiento|rinde|rindio|retorno|cartera|fondo) ~{r}",
            r"sharpe(?: de| con)? {r} , {f} , {s}",
        ),
        also=_ALSO + " libre riesgo desvio estandar volatilidad cartera fondo",
        work=_sharpe,
    ),
)
