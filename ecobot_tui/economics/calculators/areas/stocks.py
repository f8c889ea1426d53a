"""Acciones y costo de capital: rendimiento total, Gordon, CAPM, WACC, Sharpe y ratios de mercado."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Proyectos y bonos"


def _total_return(g: Given) -> Solution:
    paid = g["d"]
    if "n" in g and not rx.search(r"por accion|cada (?:una|accion)|por cada|por papel", g.text):
        paid /= g["n"]
    rate = 100 * ((g["b"] + paid) / g["a"] - 1)
    gain, income = 100 * (g["b"] / g["a"] - 1), 100 * paid / g["a"]
    total = (g["b"] + paid - g["a"]) * (g.get("n", 1))
    return Solution(
        rate,
        f"El rendimiento total es {percent(rate)}.",
        f"({g.shown('b')} + {number(paid)}) / {g.shown('a')} − 1 = {percent(rate)}",
        f"Por cada 100 invertidos {'ganaste' if rate >= 0 else 'perdiste'} {number(abs(rate))}: {percent(gain)} por el"
        f" precio y {percent(income)} por lo cobrado, {g.money(total, 'a', 'b')} en total; falta descontar la"
        f" inflación y"
        " las comisiones.",
        ("rendimiento de todo el período, sin anualizar",),
    )


_PLACE = re.compile(r"\{([a-z])\}")


def _next_dividend(g: Given) -> tuple[float, str, str]:
    """Return the next dividend, how it is written and what was assumed."""
    paid = rx.search(
        r"acab\w+ de (?:pagar|repartir|distribuir)|recien (?:pag|repart)\w+|pag[oa] (?:hoy|ayer|este ano)"
        r"|ultimo dividendo"
        r"|dividendo (?:actual|de este ano|pagado|reciente|de hoy)|reparti[oa]\b|\bd0\b|el ano pasado"
        r"|(?<!se )pago (?:un )?dividendo",
        g.text,
    )
    growth = g.rate("g") if "g" in g else 0.0
    if paid and growth:
        value = g["d"] * (1 + growth)
        return (
            value,
            f"{g.shown('d')} × (1 + {g.shown('g')} %)",
            "el dividendo dado ya se pagó: el próximo crece un año",
        )
    return g["d"], g.shown("d"), "el dividendo es el del año que viene"


def _gordon(g: Given) -> Solution:
    growth = g.rate("g") if "g" in g else 0.0
    if g.rate("k") <= growth:
        raise CalculationError("La tasa exigida tiene que ser mayor que el crecimiento del dividendo.")
    dividend, shown, how = _next_dividend(g)
    price = dividend / (g.rate("k") - growth)
    below = g.fill("({k} % − {g} %)") if "g" in g else g.fill("{k} %")
    return Solution(
        price,
        f"El valor de la acción es {g.money(price, 'd')}.",
        f"{shown} / {below} = {number(price, money=True)}",
        "Si cotiza más barata que eso, está barata según el modelo.",
        (f"modelo de Gordon: {how} y {'crece siempre al mismo ritmo' if growth else 'no crece'}",),
    )


def _gordon_rate(g: Given) -> Solution:
    dividend, shown, how = _next_dividend(g)
    growth = g.get("g", 0.0)
    rate = 100 * dividend / g["p"] + growth
    return Solution(
        rate,
        f"El rendimiento exigido es {percent(rate)}.",
        f"{shown} / {g.shown('p')} + {number(growth)} % = {percent(rate)}",
        f"De eso, {percent(rate - growth)} es rendimiento por dividendos y {percent(growth)}, crecimiento.",
        (f"modelo de Gordon: {how} y crece siempre al mismo ritmo",),
    )


def _gordon_growth(g: Given) -> Solution:
    dividend, shown, how = _next_dividend(g)
    rate = g["k"] - 100 * dividend / g["p"]
    return Solution(
        rate,
        f"El crecimiento implícito es {percent(rate)}.",
        f"{g.shown('k')} % − {shown} / {g.shown('p')} = {percent(rate)}",
        "Es el ritmo al que el mercado espera que crezca el dividendo.",
        (f"modelo de Gordon: {how}",),
    )


SHARE_PRICE = Input(
    "p",
    "el precio de la acción",
    Kind.AMOUNT,
    above=0,
    labels=r"precio(?: de mercado| actual| de la accion)?|cotiza\w*|vale|cuesta|acciones? a|acciones? de|acciones?"
    r"|a|sale|accion(?: a)?"
    r"|esta(?: en| a)?",
)
DIVIDEND = Input(
    "d",
    "el dividendo",
    Kind.AMOUNT,
    above=0,
    labels=r"dividendos?(?: (?:anual|esperado|proximo|por accion|de|en efectivo))*|d1|d0|div|repart\w+|paga\w*"
    r"|pagar\w*|distribu\w+"
    r"|de dividendos?",
)
_REQUIRED_RATE = Input(
    "k",
    "la tasa exigida",
    Kind.RATE,
    labels=r"k|ke|tasa(?: (?:exigida|de descuento|requerida|de retorno))*|exij\w+|exig\w+|descuento"
    r"|rendimiento(?: exigido| requerido)?"
    r"|retorno(?: exigido| requerido)?|pid\w+|costo(?: del? capital(?: propio)?)?|le pide\w*|requ\w+"
    r"|quiero(?: ganar)?|r",
)
_GROWTH = Input(
    "g",
    "el crecimiento del dividendo",
    Kind.RATE,
    above=-100,
    optional=True,
    labels=r"cre[cz]\w+(?: (?:a|al|un|constante|de|a una tasa|del|por ano))*|g|aument\w+|sub\w+|increment\w+"
    r"|tasa de crecimiento",
)
_GORDON = (
    r"gordon(?:.*(?:dividend\w+|cre[cz]\w+|tasa|precio))?|dividend\w+.*(?:cre[cz]\w+|siempre|perpetu\w+|constante"
    r"|gordon|exij\w+|exig\w+"
    r"|pid\w+|indefinid\w+|anticip\w+|\bg\b)|(?:cre[cz]\w+|gordon|preferid\w+|preferente).*dividend\w+"
    r"|accion\w* (?:preferid\w+"
    r"|preferent\w+).*(?:paga|dividend)\w*|accion(?:es)?\b.*\bpag\w+.*\bcre[cz]\w+"
)
_ALSO = (
    "bono cupon anual rendimiento tasa nominal precio plazo valor mercado vale interes accion acciones libre"
    " riesgo costo capital"
)
_KEYS = (
    "dividendo dividendos accion acciones capm beta libre wacc cppc patrimonio deuda gordon sharpe treynor per pe"
    " yield ganancia"
    " compre vendi preferida preferente promedio ponderado libro"
)


def stock_calculator(
    identifier: str,
    name: str,
    formula: str,
    inputs: tuple[Input, ...],
    work: object,
    names: str,
    unless: str = r"\bpmc\b",
    wordings: tuple[str, ...] = (),
    place: object = None,
    asks: bool = True,
) -> Calculator:
    """Return a calculator of shares."""
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys=_KEYS,
        when=(names,),
        wordings=tuple(
            one for one in wordings if {found[1] for found in _PLACE.finditer(one)} <= {one.symbol for one in inputs}
        ),
        names=rf"^(?=.*(?<![a-z])(?:{names})).*",
        unless=unless,
        also=_ALSO,
        work=work,  # type: ignore[arg-type]
        place=place,  # type: ignore[arg-type]
        asks=asks,
    )


CALCULATORS = (
    stock_calculator(
        "rendimiento_total",
        "el rendimiento total",
        "(P₁ + D) / P₀ − 1",
        (
            Input(
                "a",
                "el precio de compra",
                Kind.AMOUNT,
                above=0,
                labels=r"compr\w+|pague|pagaste|pago|inverti|entre|costo|costaba|valia|paso de|de|desde|inicial",
            ),
            Input(
                "b",
                "el precio de venta",
                Kind.AMOUNT,
                labels=r"vend\w+|ahora(?: vale| cotiza)?|hoy(?: vale| cotiza)?|cotiza|vale|a|hasta|final|subio a"
                r"|paso a|cayo a|bajo a",
            ),
            Input(
                "d",
                "el dividendo o cupón cobrado",
                Kind.AMOUNT,
                labels=r"dividendos?(?: (?:de|por|en|efectivo|total))*|de (?:dividendos?|cupon|renta)|cobr\w+"
                r"|recib\w+|repart\w+|pago"
                r"|cupon(?:es)?|renta",
            ),
            Input("n", "la cantidad de acciones", Kind.NUMBER, optional=True, above=0),
        ),
        _total_return,
        r"(?:compr\w+|pague|valia|paso de|inverti|costaba).*(?:vend\w+|vale|cotiza\w*|a [$#]).*(?:dividend\w+"
        r"|cupon\w*|renta)|(?:compr\w+"
        r"|pague|inverti).*(?:dividend\w+|cupon\w*|renta).*(?:vend\w+|vale|cotiza\w*)"
        r"|dividend\w+.*compr\w+.*(?:vend\w+|vale)"
        r"|(?:accion|papel|bono|cedear)\b.*\b(?:paso|pasa|baj[ao]|sub(?:e|io)|ca(?:e|yo)|trepo) .*(?:dividend\w+"
        r"|cupon\w*|renta)",
        r"%\d|crec|@\d+ anos .*anual|gordon",
        (
            r"compr\w+ {n} (?:acciones|papeles|titulos|bonos|nominales)(?: (?:de|la|el|en|empresa|[a-z]+))* ?(?:a"
            r"|por|en) {a}",
            r"compr\w+(?: (?:una|un|la|acciones|accion|acciones de|bono|a|en|por|de|el|papel))* {a}",
            r"(?:vend\w+|ahora valen?|cotizan?|hoy valen?)(?: (?:a|en|por|la|las|hoy|ahora))* {b}",
            r"{d} (?:pesos |dolares )?(?:de |en |por )(?:accion de )?(?:dividendos?|cupon|renta)",
            r"dividendos?(?: (?:de|por|en efectivo))* {d}",
            r"(?:cobr\w+|recib\w+) {d}",
            r"(?:paso|pasa|baj[ao]|sub(?:e|io)|ca(?:e|yo)|trepo) (?:de )?{a} a {b}",
        ),
    ),
    stock_calculator(
        "gordon",
        "el valor de la acción (Gordon)",
        "P = D₁ / (k − g)",
        (DIVIDEND, _REQUIRED_RATE, _GROWTH),
        _gordon,
        _GORDON,
        r"compre|vendi\b|(?:precio|cotiza|vale|accion a)(?: (?:de|a|es|hoy|la|accion))* [$#]|yield",
        (
            r"(?:cre[cz]\w+|g) (?:a |al |un |de |del |constante |una |tasa |anual )*{g}",
            r"{g} (?:de )?crecimiento",
            r"(?:k|ke|exij\w+|exig\w+|descuento|pid\w+) ~{k}",
        ),
    ),
    stock_calculator(
        "gordon_tasa",
        "el rendimiento exigido (Gordon)",
        "k = D₁ / P + g",
        (SHARE_PRICE, DIVIDEND, _GROWTH),
        _gordon_rate,
        rf"{_GORDON}|dividend\w+.*(?:costo|rendimiento|retorno|tasa)",
        r"compre|vendi\b|yield|rendimiento por dividendo|%\d.*%\d|^(?!.*%)|(?:que|cual)(?: [a-z]+){0,3} crecimiento"
        r"|crecimiento (?:esta"
        r" )?(?:implicito|descuenta)|exij|exig\w+ %",
        (
            r"(?:cre[cz]\w+|g) (?:a |al |un |de |del |constante |una |tasa |anual )*{g}",
            r"{g} (?:de )?crecimiento",
            r"dividendos?(?: (?:proximo|esperado|del|de|ano|que|viene|sera|es))* {d}",
            r"(?:precio|cotiza|vale|accion(?:es)?)(?: (?:de|a|es|hoy|actual|la|accion))* {p}",
        ),
        asks=False,
    ),
    stock_calculator(
        "gordon_crecimiento",
        "el crecimiento del dividendo (Gordon)",
        "g = k − D₁ / P",
        (SHARE_PRICE, DIVIDEND, _REQUIRED_RATE),
        _gordon_growth,
        rf"{_GORDON}|dividend\w+.*crecimiento|crecimiento.*dividend\w+",
        r"compre|vendi\b|yield|cre[cz]\w+ (?:a |al |un |de |del )*%",
        (
            r"dividendos?(?: (?:proximo|esperado|del|de|ano|que|viene|sera|es))* {d}",
            r"(?:precio|cotiza|vale|accion(?:es)?)(?: (?:de|a|es|hoy|actual|la|accion))* {p}",
        ),
        asks=False,
    ),
)
