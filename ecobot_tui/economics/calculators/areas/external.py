"""Sector externo: saldo y términos del intercambio, tipo de cambio real, brecha, devaluación y arancel."""

from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _balance(g: Given) -> Solution:
    value = g["x"] - g["m"]
    side = "superávit" if value > 0 else "déficit" if value < 0 else "equilibrio"
    return Solution(
        value,
        f"El saldo comercial es {g.money(value)} ({side}).",
        g.fill(f"{{x}} − {{m}} = {number(value)}"),
        "Entran más divisas por ventas que las que salen por compras."
        if value > 0
        else "Salen más divisas por compras que las que entran por ventas."
        if value < 0
        else "Lo que se vende paga justo lo que se compra.",
    )


def _terms_of_trade(g: Given) -> Solution:
    value = 100 * g["x"] / g["m"]
    return Solution(
        value,
        f"Los términos del intercambio son {number(value)}.",
        g.fill(f"({{x}} / {{m}}) × 100 = {number(value)}"),
        f"Con la misma cantidad exportada se importa {number(value)} por cada 100 que se importaban en el año base.",
        ("los dos índices de precios tienen la misma base",),
    )


def _real_exchange_change(g: Given) -> Solution:
    value = 100 * macro.real_exchange_rate_change(g.rate("d"), g.rate("f"), g.rate("p"))
    meaning = (
        "El país se encareció frente al exterior: perdió competitividad por precio."
        if value < 0
        else "El país se abarató frente al exterior: ganó competitividad por precio."
        if value > 0
        else "La competitividad por precio no cambió."
    )
    return Solution(
        value,
        f"El tipo de cambio real {'cayó' if value < 0 else 'subió' if value > 0 else 'no cambió:'}"
        f" {percent(abs(value))}.",
        g.fill(f"(1 + {{d}} %) × (1 + {{f}} %) / (1 + {{p}} %) − 1 = {percent(value)}"),
        meaning,
        ("la devaluación es la suba del dólar en pesos; las tres tasas son del mismo período",),
    )


def _spread(g: Given) -> Solution:
    value = 100 * (g["b"] / g["a"] - 1)
    return Solution(
        value,
        f"La brecha cambiaria es {percent(value)}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(value)}"),
        f"El dólar paralelo está {percent(abs(value))} {'por debajo' if value < 0 else 'por encima'} del oficial.",
    )


def _devaluation(g: Given) -> Solution:
    up, lost = 100 * (g["b"] / g["a"] - 1), 100 * (1 - g["a"] / g["b"])
    dollar = "subió" if up > 0 else "bajó" if up < 0 else "no varió:"
    peso = "perdió" if lost > 0 else "ganó" if lost < 0 else "no varió:"
    return Solution(
        up,
        f"El dólar {dollar} {percent(abs(up))}; el peso {peso} {percent(abs(lost))} de su valor en dólares.",
        g.fill(f"{{b}} / {{a}} − 1 = {percent(up)}; 1 − {{a}} / {{b}} = {percent(lost)}"),
        "Son dos caras del mismo cambio con distinta base: la suba se mide sobre el dólar viejo, y lo que pierde el"
        " peso, sobre lo que un peso compraba antes.",
        ("tipo de cambio en pesos por dólar",),
    )


def _forward(g: Given) -> Solution:
    value = macro.forward_rate(g["s"], g.rate("i"), g.rate("f"))
    return Solution(
        value,
        f"El tipo de cambio futuro de paridad es {number(value, money=True)}.",
        g.fill(f"{{s}} × (1 + {{i}} %) / (1 + {{f}} %) = {number(value, money=True)}"),
        "A ese precio futuro da lo mismo invertir en pesos que en dólares con el cambio asegurado.",
        ("las dos tasas son efectivas y del mismo plazo que el futuro",),
    )


_X = (r"(?:x|exportaciones|exporta|exportan|exporto|exportamos)(?: (?:por|de|son|fueron|totales|es|y))* {x}",)
_M = (r"(?:m|importaciones|importa|importan|importo|importamos)(?: (?:por|de|son|fueron|totales|es))* {m}",)
_ODD = r"%\d|@\d|\bpbi\b|\bpib\b|consumo|multiplic|\bc [#$]|\bi [#$]|\bg [#$]|subi|paso|crec"

CALCULATORS = (
    Calculator(
        id="saldo_comercial",
        name="el saldo comercial",
        area=AREA,
        formula="X − M",
        inputs=(
            Input("x", "el valor de las exportaciones", Kind.AMOUNT),
            Input("m", "el valor de las importaciones", Kind.AMOUNT),
        ),
        keys="exportaciones importaciones exporta exportan importa comercial x",
        when=(r"\bx [#$]|exporta|exporto", r"\bm [#$]|importa|importo"),
        unless=_ODD + r"|termino|precio|\bp[xm]?\b|indice|cantidad|unidades|toneladas|cobertura|\bv [#$]",
        wordings=(*_X, *_M),
        also="saldo balanza comercial deficit superavit netas pais",
        work=_balance,
        asks=False,
    ),
    Calculator(
        id="terminos_intercambio",
        name="los términos del intercambio",
        area=AREA,
        formula="(Px / Pm) × 100",
        inputs=(
            Input("x", "el índice de precios de exportación", Kind.NUMBER, above=0),
            Input("m", "el índice de precios de importación", Kind.NUMBER, above=0),
        ),
        keys="px terminos intercambio",
        when=(r"\bpx [#]|exportacion", r"\bpm [#]|importacion", r"termino|\bpx\b"),
        unless=r"%\d|@\d|subi|paso|elastic|\bq|base #",
        wordings=(
            r"(?:px|exportacion|exportaciones)(?: (?:de|es|son))* {x}",
            r"(?:pm|importacion|importaciones)(?: (?:de|es|son))* {m}",
        ),
        also="precios precio indice exportacion importacion exportaciones importaciones terminos intercambio",
        work=_terms_of_trade,
        asks=False,
    ),
    Calculator(
        id="variacion_tcr",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(1 + dev)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input("d", "la devaluación", Kind.RATE, above=-100),
            Input("p", "la inflación interna", Kind.RATE, above=-100),
            Input("f", "la inflación externa", Kind.RATE, above=-100),
        ),
        keys="devaluacion devaluo cambio",
        when=(r"devalu|dolar ~sub|cambio nominal", r"inflacion", r"extern|extranjer|internacional|eeuu|estados unidos"),
        unless=r"tasa de interes|[$@]\d|sueldo|salari",
        wordings=(
            r"(?:inflacion )?(?:externa|extranjera|internacional|del exterior|en eeuu)(?: (?:de|del|es|fue))* {f}",
            r"(?:devaluacion|devaluo|cambio nominal subio|dolar subio)(?: (?:de|del|es|fue|un|el|peso))* {d}",
            r"inflacion(?: (?:interna|local|domestica|argentina|de|del|es|fue))* {p}",
        ),
        also="tipo cambio real inflacion interna externa variacion vario peso",
        work=_real_exchange_change,
        asks=False,
    ),
    Calculator(
        id="brecha_cambiaria",
        name="la brecha cambiaria",
        area=AREA,
        formula="(paralelo / oficial − 1) × 100",
        inputs=(
            Input("a", "el dólar oficial", Kind.AMOUNT, above=0),
            Input("b", "el dólar paralelo", Kind.AMOUNT, above=0),
        ),
        keys="blue paralelo oficial brecha cambiaria",
        when=(r"oficial", r"\bblue\b|paralelo|\bmep\b|\bccl\b|\bcontado con"),
        unless=r"%\d|@\d|paso|subi|compr|vend",
        wordings=(
            r"oficial(?: (?:a|es|esta|en|de|vale|cotiza))* {a}",
            r"(?:blue|paralelo|mep|ccl)(?: (?:a|es|esta|en|de|vale|cotiza))* {b}",
        ),
        also="dolar brecha cambiaria cambio tipo mep ccl",
        work=_spread,
        asks=False,
    ),
    Calculator(
        id="devaluacion_y_depreciacion",
        name="la suba del dólar y la pérdida del peso",
        area=AREA,
        formula="e₁ / e₀ − 1 ; 1 − e₀ / e₁",
        inputs=(
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
        ),
        keys="dolar devaluacion devaluo deprecio depreciacion cambio",
        when=(
            r"\bdolar\b|tipo de cambio",
            r"devalu|deprec|^(?:el )?(?:dolar|tipo de cambio) (?:paso )?de #\d+ a #\d+ ?,?$",
        ),
        unless=r"%\d|@\d|blue|oficial|inflacion|tasa|\bcompr|vend|real\b|futuro|arancel|deprec\w+ (?:lineal|acumul)",
        wordings=A_TO_B,
        also="peso pesos moneda paso subio bajo aumento nominal tipo porcentaje perdio pierde",
        work=_devaluation,
        asks=False,
    ),
    Calculator(
        id="paridad_cubierta",
        name="el tipo de cambio futuro de paridad",
        area=AREA,
        formula="S(1 + i) / (1 + i*)",
        inputs=(
            Input("s", "el dólar de hoy", Kind.AMOUNT, above=0),
            Input("i", "la tasa en pesos", Kind.RATE, above=-100),
            Input("f", "la tasa en dólares", Kind.RATE, above=-100),
        ),
        keys="paridad forward",
        when=(r"paridad (?:cubierta|de (?:tasas|intereses))|forward", r"pesos|local|domestica"),
        unless=r"@\d|inflacion|descubierta",
        wordings=(
            r"tasa (?:de interes )?(?:en dolares|externa|extranjera|internacional)(?: (?:de|del|es))* {f}",
            r"tasa (?:de interes )?(?:en pesos|local|domestica)(?: (?:de|del|es))* {i}",
            r"{f} en dolares",
            r"{i} en pesos",
        ),
        also="tasa tasas interes dolar dolares cubierta cambio tipo spot contado pesos futuro teorico paridad",
        work=_forward,
        asks=False,
    ),
)
