"""Sector externo: paridad del poder de compra, y la moneda que está cara o barata según ella."""

from ecobot_tui.economics.calculators.areas.exchange_words import ABROAD, DOLLAR, LOCAL, pesos
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


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
    result = f"Según la PPA relativa el dólar tendría que {'bajar' if value < 0 else 'subir'} {percent(abs(value))}."
    worked = g.fill(f"(1 + {{p}} %) / (1 + {{f}} %) − 1 = {percent(value)}")
    level = g.optional("e")
    if level is not None:
        after = level * (1 + value / 100)
        result = f"El tipo de cambio que mantiene la paridad es {pesos(after)}: {percent(abs(value))}" + (
            " menos." if value < 0 else " más."
        )
        worked += g.fill(f"; {{e}} × (1 + {percent(value)}) = {pesos(after)}")
    return Solution(
        value if level is None else level * (1 + value / 100),
        result,
        worked,
        "Con esa variación el tipo de cambio real queda igual: compensa la diferencia de inflaciones.",
        (f"la resta de las inflaciones, {percent(g['p'] - g['f'])}, es solo una aproximación",),
    )


_INSIDE = Input(
    "p", "la inflación interna", Kind.RATE, above=-100, labels=rf"(?:inflacion|precios|{LOCAL})(?: (?:{LOCAL}))?"
)


_OUTSIDE = Input(
    "f", "la inflación externa", Kind.RATE, above=-100, labels=rf"(?:(?:inflacion|precios|y) )?(?:{ABROAD})"
)


_PARITY = (
    r"\bppa\b|\bppp\b|paridad (?:de|del) poder|poder adquisitivo|big ?mac|hamburguesa"
    r"|ley de (?:un|unico) (?:solo )?precio"
    r"|(?:tipo de cambio|dolar)(?: [a-z]+){0,3} igual\w+ (?:el |los |sus )?precios?"
    r"|mism[oa] (?:cosa )?(?:cueste|valga|salga)"
)


def _valuation(g: Given) -> Solution:
    value = 100 * prices.change(g["e"], g["t"])
    side = "sobrevaluada" if value > 0 else "subvaluada"
    return Solution(
        value,
        f"La moneda local está {side} {percent(abs(value))} (variación {percent(value)}).",
        g.fill(f"{{t}} / {{e}} − 1 = {percent(value)}"),
        "Su valor de mercado está por "
        + ("encima" if value > 0 else "debajo")
        + f" del que da la paridad: al revés, el dólar está {percent(abs(100 * (g['e'] / g['t'] - 1)))}"
        + (" más barato" if value > 0 else " más caro")
        + " que en su paridad.",
        ("tipo de cambio en moneda local por dólar",),
    )


CALCULATORS = (
    Calculator(
        id="moneda_cara_o_barata",
        name="la sobrevaluación de la moneda",
        area=AREA,
        formula="paridad / mercado − 1",
        inputs=(
            Input(
                "t",
                "el tipo de cambio de paridad",
                Kind.AMOUNT,
                above=0,
                labels=r"paridad|ppa|ppp|big ?mac|deberia(?: \w+)?|tendria que \w+|teoric\w+|implicit\w+|equilibrio",
            ),
            Input(
                "e",
                "el tipo de cambio de mercado",
                Kind.AMOUNT,
                above=0,
                labels=r"mercado(?: (?:esta|cotiza|vale|es))*|cotiza\w*|esta|oficial|observad\w+|realidad|hoy"
                r"|actual|vale|nominal|se (?:vende|negocia)",
            ),
        ),
        keys="paridad ppa subvaluado subvaluada",
        names=r"^(?=.*(?:sub ?valu|sobre ?valu|infravalor|sobrevalor|subvalor|barat[oa]\b|car[oa]\b|atras[ao]))"
        r"(?=.*(?:paridad|ppa"
        r"|ppp|big ?mac|deberia|tendria que|teoric|equilibrio)).*",
        when=(),
        unless=r"%\d|@\d|bono|accion|valor tecnico|\bper\b|gordon|dividend",
        wordings=(
            r"(?:deberia|tendria que|paridad|ppa|ppp|teorico)(?: [a-z]+){0,5} {t}",
            r"(?:mercado|cotiza|realidad|hoy|oficial|esta)(?: (?:a|en|esta|es|de|vale|cotiza))* {e}",
        ),
        work=_valuation,
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
        inputs=(
            _INSIDE,
            _OUTSIDE,
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, optional=True, labels=DOLLAR + "|inicial|hoy|vale"),
        ),
        keys="ppa paridad inflacion",
        names=rf"^(?=.*(?:inflacion|precios))(?=.*(?:{ABROAD}|eeuu))(?=.*dolar|.*tipo de cambio)(?=.*(?:deberia"
        rf"|tendria|mantener|compens)).*"
        r"|^(?=.*(?:\bppa\b|\bppp\b|paridad (?:de|del) poder)).*"
        r"|(?:tipo de cambio real|\btcr\b)(?: [a-z]+){0,4} (?:igual|constante|cambie|cambia|cambio|cambiar|mantenga"
        r"|mantuvo|fijo|estable|vario|varie)"
        r"|cuanto (?:\w+ ){0,3}(?:subir|devaluar\w*|depreciar\w*|aumentar) el (?:dolar|tipo de cambio)",
        when=(r"ppa|paridad|poder adquisitivo", ABROAD),
        unless=r"(?:[$#]\d.*){2}|sueldo|salari|cuesta|alquiler"
        r"|(?:devalu|deprec|dolar (?:\w+ )?sub)\w*(?: [a-z]+){0,3} %",
        wordings=(),
        work=_relative_parity,
        asks=False,
    ),
)
