"""Sector externo: tipo de cambio real y paridad del poder de compra."""

from ecobot_tui.economics.calculators.areas.exchange_words import ABROAD, DOLLAR, LOCAL, pesos
from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _real_rate(g: Given) -> Solution:
    value = g["e"] * g["f"] / g["p"]
    return Solution(
        value,
        f"El tipo de cambio real es {number(value)}.",
        g.fill(f"{{e}} × {{f}} / {{p}} = {number(value)}"),
        "Mide cuántas canastas locales cuesta una canasta extranjera: si sube, el país se abarata y gana"
        " competitividad.",
        ("los dos niveles de precios tienen la misma base",),
    )


def _real_change(g: Given) -> Solution:
    nominal = g.rate("d") if "d" in g else prices.change(g["a"], g["b"])
    value = 100 * macro.real_exchange_rate_change(nominal, g.rate("f"), g.rate("p"))
    meaning = (
        "El país se encareció frente al exterior (apreciación real): perdió competitividad por precio."
        if value < 0
        else "El país se abarató frente al exterior (depreciación real): ganó competitividad por precio."
        if value > 0
        else "La competitividad por precio no cambió."
    )
    verb = "cayó" if value < 0 else "subió" if value > 0 else "no cambió:"
    return Solution(
        value,
        f"El tipo de cambio real {verb} {percent(abs(value))} (variación {percent(value)}).",
        g.fill(f"(1 + {number(100 * nominal)} %) × (1 + {{f}} %) / (1 + {{p}} %) − 1 = {percent(value)}"),
        meaning,
        ("la devaluación es la suba del dólar en pesos; las tres tasas son del mismo período",),
    )


def _purchasing_parity(g: Given) -> Solution:
    value = g["p"] / g["f"]
    result = f"El tipo de cambio de paridad (PPA) es {pesos(value)} por unidad de moneda extranjera."
    worked = g.fill(f"{{p}} / {{f}} = {pesos(value)}")
    meaning = "A ese precio del dólar, lo mismo cuesta igual en los dos países."
    if "e" in g:
        gap = 100 * prices.change(g["e"], value)
        side = "subvaluada" if gap < 0 else "sobrevaluada" if gap > 0 else "en su paridad:"
        result += f" Con el dólar a {g.shown('e')}, la moneda local está {side} {percent(abs(gap))}."
        worked += g.fill(f"; {pesos(value)} / {{e}} − 1 = {percent(gap)}")
    return Solution(value, result, worked, meaning, ("el bien es el mismo en los dos países",))


def _relative_parity(g: Given) -> Solution:
    value = 100 * macro.relative_ppp(g.rate("p"), g.rate("f"))
    return Solution(
        value,
        f"Según la PPA relativa el dólar tendría que {'bajar' if value < 0 else 'subir'} {percent(abs(value))}.",
        g.fill(f"(1 + {{p}} %) / (1 + {{f}} %) − 1 = {percent(value)}"),
        "Con esa variación el tipo de cambio real queda igual: compensa la diferencia de inflaciones.",
        (f"la resta de las inflaciones, {percent(g['p'] - g['f'])}, es solo una aproximación",),
    )


_REAL = (
    r"tipo de cambio (?:bilateral |multilateral )?real|\btcr\b|\bitcr\w*|depreciacion real|apreciacion real|cambio real"
)


_INSIDE = Input(
    "p", "la inflación interna", Kind.RATE, above=-100, labels=rf"(?:inflacion|precios|{LOCAL})(?: (?:{LOCAL}))?"
)


_OUTSIDE = Input(
    "f", "la inflación externa", Kind.RATE, above=-100, labels=rf"(?:(?:inflacion|precios|y) )?(?:{ABROAD})"
)


_PARITY = (
    r"\bppa\b|\bppp\b|paridad (?:de|del) poder|poder adquisitivo|big ?mac|hamburguesa|ley de (?:un"
    r"|unico) (?:solo )?precio"
)


CALCULATORS = (
    Calculator(
        id="tipo_cambio_real",
        name="el tipo de cambio real",
        area=AREA,
        formula="e × P* / P",
        inputs=(
            Input("e", "el tipo de cambio nominal", Kind.AMOUNT, above=0, labels=DOLLAR + "|e(?= [#$])|nominal"),
            Input(
                "f",
                "el nivel de precios externo",
                Kind.NUMBER,
                above=0,
                labels=rf"(?:p|precios?|ipc|indice|nivel de precios|precios? en)? ?(?:{ABROAD})",
            ),
            Input(
                "p",
                "el nivel de precios interno",
                Kind.NUMBER,
                above=0,
                labels=rf"(?:precios?|ipc|indice|nivel de precios) (?:{LOCAL})|p(?= [#$])|{LOCAL}",
            ),
        ),
        keys="real cambio",
        names=_REAL,
        when=(_REAL,),
        unless=r"%\d|@\d",
        wordings=(),
        work=_real_rate,
    ),
    Calculator(
        id="variacion_tcr",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(1 + dev)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input(
                "d",
                "la devaluación",
                Kind.RATE,
                above=-100,
                labels=(
                    r"devalu\w+|deprec\w+|(?:dolar|tipo de cambio|cambio nominal)(?: \w+){0,2} (?:sub\w+|aument\w+"
                    r"|crec\w+)|dolar"
                ),
            ),
            _INSIDE,
            _OUTSIDE,
        ),
        keys="devaluacion devaluo cambio dolar",
        names=rf"{_REAL}|competitividad|(?=.*(?:devalu|dolar))(?=.*(?:{ABROAD}))inflacion",
        when=(r"devalu|dolar ~sub|cambio nominal", r"inflacion|precios", ABROAD),
        unless=r"^[^%]*$|tasa de interes|[$@]\d|sueldo|salari|#\d+ a #\d+|\bppa\b|tendria que",
        wordings=(
            rf"(?:inflacion )?(?:{ABROAD})(?: (?:de|del|es|fue))* {{f}}",
            r"(?:devaluacion|devaluo|cambio nominal subio|dolar subio)(?: (?:de|del|es|fue|un|el|peso))* {d}",
            rf"inflacion(?: (?:{LOCAL}|de|del|es|fue))* {{p}}",
        ),
        work=_real_change,
        asks=False,
    ),
    Calculator(
        id="variacion_tcr_con_niveles",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(e₁ / e₀)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
            _INSIDE,
            _OUTSIDE,
        ),
        keys="dolar cambio devaluacion",
        names=rf"{_REAL}|depreciacion real|apreciacion real",
        when=(r"dolar|cambio", r"inflacion|precios", ABROAD),
        unless=r"@\d|tasa de interes",
        wordings=A_TO_B,
        work=_real_change,
        asks=False,
    ),
    Calculator(
        id="ppa",
        name="el tipo de cambio de paridad del poder de compra",
        area=AREA,
        formula="P / P*",
        inputs=(
            Input(
                "p",
                "el precio local",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=rf"{LOCAL}|en (?:santiago|mexico|chile|argentina|buenos aires)|pesos",
            ),
            Input("f", "el precio en moneda extranjera", Kind.AMOUNT, above=0, foreign=True, labels=ABROAD),
            Input("e", "el tipo de cambio", Kind.AMOUNT, optional=True, above=0, foreign=False, labels=DOLLAR),
        ),
        keys="ppa hamburguesa paridad mac poder",
        names=_PARITY,
        when=(_PARITY,),
        unless=r"%\d|@\d|inflacion",
        wordings=(r"(?:dolar|cambio)(?: [a-z]+){0,2} (?:cotiza |esta |vale )?(?:a |en )?{e}",),
        work=_purchasing_parity,
    ),
    Calculator(
        id="ppa_relativa",
        name="la variación del dólar según la PPA relativa",
        area=AREA,
        formula="(1 + π) / (1 + π*) − 1",
        inputs=(_INSIDE, _OUTSIDE),
        keys="ppa paridad inflacion",
        names=rf"^(?=.*(?:inflacion|precios))(?=.*(?:{ABROAD}|eeuu))(?=.*dolar|.*tipo de cambio)(?=.*(?:deberia"
        rf"|tendria|mantener|compens)).*"
        r"|\bppa\b|\bppp\b|paridad (?:de|del) poder|cuanto (?:\w+ ){0,3}(?:subir|devaluar\w*|depreciar\w*"
        r"|aumentar) el (?:dolar|tipo de cambio)",
        when=(r"ppa|paridad|poder adquisitivo", ABROAD),
        unless=r"[$@#]\d",
        wordings=(),
        work=_relative_parity,
        asks=False,
    ),
)
