"""Sector externo: cuenta corriente, términos del intercambio, reservas y protección efectiva."""

from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _current_account(g: Given) -> Solution:
    terms = [symbol for symbol in ("b", "s", "p", "t") if symbol in g]
    value = sum(g[symbol] for symbol in terms)
    side = "superávit" if value > 0 else "déficit" if value < 0 else "equilibrio"
    shown = " + ".join(f"({g.shown(symbol)})" if g[symbol] < 0 else g.shown(symbol) for symbol in terms)
    return Solution(
        value,
        f"El saldo de la cuenta corriente es {g.money(value)} ({side}).",
        f"{shown} = {number(value)}",
        "El país recibe del exterior más de lo que le paga y le presta al resto del mundo."
        if value > 0
        else "El país paga al exterior más de lo que recibe: lo financia con deuda, inversión extranjera o reservas."
        if value < 0
        else "El país no necesita ni da financiamiento externo.",
        ("bienes + servicios + ingreso primario + ingreso secundario; un déficit entra con signo menos",),
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


def _terms_of_trade_over_time(g: Given) -> Solution:
    first, value = 100 * g["a"] / g["c"], 100 * g["b"] / g["d"]
    change = 100 * prices.change(first, value)
    return Solution(
        value,
        f"Los términos del intercambio pasan de {number(first)} a {number(value)}: varían {percent(change)}.",
        g.fill(f"{{b}} / {{d}} × 100 = {number(value)}"),
        "Mejoraron: con lo mismo que se exporta se importa más."
        if change > 0
        else "Empeoraron: con lo mismo que se exporta se importa menos."
        if change < 0
        else "No cambiaron.",
    )


def _terms_of_trade_change(g: Given) -> Solution:
    value = 100 * prices.real_change(g.rate("x"), g.rate("m"))
    verb = "mejoraron" if value > 0 else "empeoraron" if value < 0 else "no cambiaron:"
    return Solution(
        value,
        f"Los términos del intercambio {verb} {percent(abs(value))} (variación {percent(value)}).",
        g.fill(f"(1 + {{x}} %) / (1 + {{m}} %) − 1 = {percent(value)}"),
        "Se comparan los precios de lo que se exporta con los de lo que se importa.",
    )


def _months_of_imports(g: Given) -> Solution:
    yearly = "ano" in (g.period("m") or "") or "anual" in g.text or "por ano" in g.text or "al ano" in g.text
    monthly = g["m"] / 12 if yearly else g["m"]
    value = g["r"] / monthly
    return Solution(
        value,
        f"Las reservas alcanzan para {number(value)} meses de importaciones.",
        f"{g.shown('r')} / {number(monthly)} = {number(value)} meses",
        "Un nivel de tres meses suele tomarse como mínimo prudente.",
        ("importaciones anuales repartidas en doce meses" if yearly else "importaciones de un mes",),
    )


def _effective_protection(g: Given) -> Solution:
    value = 100 * macro.effective_protection(g.rate("t"), g.rate("i"), g["a"])
    return Solution(
        value,
        f"La protección efectiva es {percent(value)}.",
        g.fill(f"({{t}} % − {{a}} × {{i}} %) / (1 − {{a}}) = {percent(value)}"),
        "Mide cuánto protegen los aranceles al valor agregado local, y no solo al precio del producto.",
    )


_EXPORTS = r"x(?= [#$])|exportacion(?:es)?|exporta\w*|exporto|vend\w+ (?:al (?:exterior|mundo)|afuera)|ventas externas"
_IMPORTS = (
    r"m(?= [#$])|importacion(?:es)?|importa\w*|importo|compr\w+ (?:al (?:exterior|mundo)|afuera)|compras externas"
)
_TRADE_PRICES = r"termino\w* (?:del? |de los )?intercambio|relacion (?:real )?de intercambio|\btdi\b|\brti\b"

CALCULATORS = (
    Calculator(
        id="cuenta_corriente",
        name="el saldo de la cuenta corriente",
        area=AREA,
        formula="bienes + servicios + ingreso primario + ingreso secundario",
        inputs=(
            Input(
                "b", "el saldo de bienes", Kind.AMOUNT, labels=r"bienes|mercancias|balanza comercial|saldo comercial"
            ),
            Input("s", "el saldo de servicios", Kind.AMOUNT, optional=True, labels=r"servicios"),
            Input(
                "p",
                "el ingreso primario",
                Kind.AMOUNT,
                optional=True,
                labels=r"(?:ingresos?|rentas?) primari[oa]s?|rentas?(?: de la inversion)?|intereses(?: y utilidades)?",
            ),
            Input(
                "t",
                "el ingreso secundario",
                Kind.AMOUNT,
                optional=True,
                labels=r"(?:ingresos?|rentas?) secundari[oa]s?|transferencias(?: corrientes)?|remesas",
            ),
        ),
        keys="corriente servicios remesas",
        names=r"cuenta corriente",
        when=(r"cuenta corriente",),
        unless=r"%\d|@\d|banco|cheque|descubierto|ahorro",
        wordings=(),
        work=_current_account,
        asks=False,
    ),
    Calculator(
        id="terminos_intercambio",
        name="los términos del intercambio",
        area=AREA,
        formula="(Px / Pm) × 100",
        inputs=(
            Input("x", "el índice de precios de exportación", Kind.NUMBER, above=0, labels=_EXPORTS + "|px"),
            Input("m", "el índice de precios de importación", Kind.NUMBER, above=0, labels=_IMPORTS + "|pm"),
        ),
        keys="px terminos intercambio",
        names=_TRADE_PRICES,
        when=(r"\bpx [#]|exportacion", r"\bpm [#]|importacion", r"termino|\bpx\b"),
        unless=r"%\d|@\d|elastic|\bq|#\d+ a #\d+",
        wordings=(
            r"(?:px|exportacion|exportaciones)(?: (?:de|es|son))* {x}",
            r"(?:pm|importacion|importaciones)(?: (?:de|es|son))* {m}",
        ),
        also="precios precio indice exportacion importacion exportaciones importaciones terminos intercambio",
        work=_terms_of_trade,
        asks=False,
    ),
    Calculator(
        id="terminos_intercambio_entre_periodos",
        name="los términos del intercambio entre dos períodos",
        area=AREA,
        formula="(Px₁ / Pm₁) × 100",
        inputs=(
            Input("a", "el índice de exportación inicial", Kind.NUMBER, above=0),
            Input("b", "el índice de exportación final", Kind.NUMBER, above=0),
            Input("c", "el índice de importación inicial", Kind.NUMBER, above=0),
            Input("d", "el índice de importación final", Kind.NUMBER, above=0),
        ),
        keys="terminos intercambio exportacion exportaciones",
        names=_TRADE_PRICES,
        when=(_TRADE_PRICES,),
        unless=r"%\d|@\d",
        wordings=(
            r"(?:exporta\w*|px|vend\w+)(?: [a-z]\w*){0,6} (?:de |desde |entre )?{a} (?:a|hasta|y) {b}",
            r"(?:importa\w*|pm|compr\w+)(?: [a-z]\w*){0,6} (?:de |desde |entre )?{c} (?:a|hasta|y) {d}",
        ),
        work=_terms_of_trade_over_time,
        asks=False,
    ),
    Calculator(
        id="variacion_terminos_intercambio",
        name="la variación de los términos del intercambio",
        area=AREA,
        formula="(1 + ΔPx) / (1 + ΔPm) − 1",
        inputs=(
            Input("x", "la variación de los precios de exportación", Kind.RATE, above=-100, labels=_EXPORTS),
            Input("m", "la variación de los precios de importación", Kind.RATE, above=-100, labels=_IMPORTS),
        ),
        keys="terminos intercambio",
        names=_TRADE_PRICES,
        when=(_TRADE_PRICES,),
        unless=r"[#$@]\d",
        wordings=(),
        work=_terms_of_trade_change,
        asks=False,
    ),
    Calculator(
        id="reservas_en_meses",
        name="los meses de importaciones que cubren las reservas",
        area=AREA,
        formula="reservas / importaciones mensuales",
        inputs=(
            Input("r", "las reservas", Kind.AMOUNT, labels=r"reservas?(?: internacionales)?"),
            Input("m", "las importaciones", Kind.AMOUNT, labels=_IMPORTS, above=0),
        ),
        keys="reservas",
        names=r"^(?=.*reservas)(?=.*(?:meses|tiempo))(?=.*import).*",
        when=(r"reservas", r"meses", r"importa"),
        unless=r"%\d",
        wordings=(),
        work=_months_of_imports,
        asks=False,
    ),
    Calculator(
        id="proteccion_efectiva",
        name="la protección efectiva",
        area=AREA,
        formula="(t − a·tᵢ) / (1 − a)",
        inputs=(
            Input(
                "t",
                "el arancel del producto",
                Kind.RATE,
                labels=r"producto(?: final)?|bien(?: final)?|arancel (?:al|del)",
            ),
            Input("i", "el arancel del insumo", Kind.RATE, labels=r"insumos?|materia(?:s)? primas?|partes"),
            Input(
                "a",
                "la parte del insumo en el costo",
                Kind.SHARE,
                below=1,
                labels=r"participacion|peso|parte|representa\w*",
            ),
        ),
        keys="efectiva proteccion",
        names=r"(?:proteccion|tasa de proteccion) (?:arancelaria )?efectiva",
        when=(r"proteccion efectiva",),
        wordings=(),
        work=_effective_protection,
        asks=False,
    ),
)
