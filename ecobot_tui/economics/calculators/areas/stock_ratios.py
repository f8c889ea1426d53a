"""Acciones: ratios de mercado."""

from ecobot_tui.economics.calculators.areas.stocks import DIVIDEND, SHARE_PRICE, stock_calculator
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution


def _price_earnings(g: Given) -> Solution:
    each = g["e"] / g["n"] if "n" in g else g["e"]
    ratio = g["p"] / each
    return Solution(
        ratio,
        f"El P/E (PER) es {number(ratio)}.",
        f"{g.shown('p')} / {number(each)} = {number(ratio)}",
        f"Se pagan {number(ratio)} pesos por cada peso de ganancia anual: una rentabilidad de {percent(100 / ratio)}.",
        (f"ganancia por acción de {number(each)}",),
    )


def _earnings(g: Given) -> Solution:
    each = g["e"] / g["n"]
    return Solution(
        each,
        f"La ganancia por acción es {g.money(each, 'e')}.",
        g.fill(f"{{e}} / {{n}} = {number(each)}"),
        "Dividiendo el precio por eso se obtiene el P/E.",
        ("todas las acciones son iguales",),
    )


def _price_from_earnings(g: Given) -> Solution:
    price = g["x"] * g["e"]
    return Solution(
        price,
        f"El precio es {g.money(price, 'e')}.",
        g.fill(f"{{x}} × {{e}} = {number(price, money=True)}"),
        "Es lo que valdría la acción si el mercado le paga ese múltiplo.",
        ("P/E por ganancia por acción",),
    )


def _dividend_yield(g: Given) -> Solution:
    rate = 100 * g["d"] / g["p"]
    return Solution(
        rate,
        f"El rendimiento por dividendos es {percent(rate)}.",
        g.fill(f"{{d}} / {{p}} = {percent(rate)}"),
        "No cuenta lo que se gana o se pierde por el cambio del precio.",
        ("dividendo anual sobre el precio",),
    )


def _price_to_book(g: Given) -> Solution:
    ratio = g["p"] / g["b"]
    return Solution(
        ratio,
        f"La relación precio / valor libro es {number(ratio)}.",
        g.fill(f"{{p}} / {{b}} = {number(ratio)}"),
        f"El mercado paga {number(ratio)} pesos por cada peso de patrimonio contable.",
        ("precio y valor libro por acción, o los dos totales",),
    )


CALCULATORS = (
    stock_calculator(
        "precio_ganancia",
        "el P/E",
        "precio / ganancia por acción",
        (
            SHARE_PRICE,
            Input(
                "e",
                "la ganancia por acción",
                Kind.AMOUNT,
                above=0,
                labels=r"ganancia(?:s)?(?: neta)?(?: (?:por accion|anual|de|por))*|bpa|eps"
                r"|utilidad(?:es)?(?: neta)?(?: por accion)?|gana|beneficio"
                r"(?: neto)?(?: por accion)?|resultado neto",
            ),
            Input(
                "n",
                "la cantidad de acciones",
                Kind.NUMBER,
                optional=True,
                above=0,
                labels=r"(?:cantidad de |millones de )?acciones(?: en"
                r" circulacion| emitidas)?|de acciones",
            ),
        ),
        _price_earnings,
        r"pe\b(?! en)|p e\b(?! en)|per\b|price earnings|precio (?:sobre |a )?(?:ganancia|beneficio|utilidad)\w*",
        r"per capita|\b(?:per|pe|p e) #\d|(?:p ?e|per|multiplo)(?: [a-z]+){0,3} (?:de|es|del) [#$]",
        (
            r"{n} (?:de )?acciones",
            r"(?:ganancia|utilidad|beneficio)(?: (?:neta|neto|por|accion|de|es|anual))* {e}",
            r"(?:acciones?|precio|cotiza|vale)(?: (?:a|de|es|que|cotizan|valen|hoy|en))* {p}",
        ),
    ),
    stock_calculator(
        "ganancia_por_accion",
        "la ganancia por acción",
        "ganancia neta / acciones",
        (
            Input(
                "e",
                "la ganancia",
                Kind.AMOUNT,
                labels=r"ganancia\w*(?: neta)?|utilidad\w*(?: neta)?|gano|beneficio(?: neto)?|resultado",
            ),
            Input("n", "la cantidad de acciones", Kind.NUMBER, above=0, labels=r"acciones|de acciones|titulos"),
        ),
        _earnings,
        r"(?:ganancia|utilidad|beneficio|resultado) por accion|\bbpa\b|\beps\b|\bupa\b",
        r"\bper\b|p ?/? ?e\b|precio|cotiza",
        (r"{n} (?:de )?acciones",),
    ),
    stock_calculator(
        "precio_por_multiplo",
        "el precio por P/E",
        "P/E × ganancia por acción",
        (
            Input("x", "el P/E", Kind.NUMBER, above=0, labels=r"p ?e|per|multiplo(?: de)?|p"),
            Input(
                "e",
                "la ganancia por acción",
                Kind.AMOUNT,
                labels=r"ganancia(?: por accion)?|bpa|eps|utilidad(?: por accion)?|gana",
            ),
        ),
        _price_from_earnings,
        r"(?:precio|valor|cuanto (?:vale|deberia)).*(?:\bpe\b|\bp e\b|\bper\b|multiplo)|(?:\bpe\b|\bp e\b|\bper\b"
        r"|multiplo).*(?:precio"
        r"|valor|cuanto (?:vale|deberia))",
        r"per capita|capita|%\d|precio(?: (?:de|es|a|actual))* [$#]|cotiza",
    ),
    stock_calculator(
        "rendimiento_por_dividendo",
        "el rendimiento por dividendos",
        "dividendo / precio",
        (DIVIDEND, SHARE_PRICE),
        _dividend_yield,
        r"dividend yield|(?:rendimiento|rentabilidad|tasa|yield)(?: [a-z]+){0,2} (?:por |de "
        r"|del )?(?:los )?dividendos?|dividendo.*que (?:rendimiento"
        r"|porcentaje)|yield",
        r"%\d|compre|vendi\b|cupon|bono|pay ?out|\bgan[oa]\b|ganancia|utilidad|distribu",
        (
            r"(?:vale|cotiza|precio|cuesta|accion)(?: (?:de|a|es|hoy))* {p}",
            r"(?:paga|dividendos?|reparte)(?: (?:de|un|anual|por))* {d}",
        ),
    ),
    stock_calculator(
        "precio_valor_libro",
        "la relación precio / valor libro",
        "precio / valor libro",
        (
            SHARE_PRICE,
            Input(
                "b",
                "el valor libro",
                Kind.AMOUNT,
                above=0,
                labels=r"valor (?:contable|libros?|en libros|de libros)|book value"
                r"|patrimonio(?: neto)?|libros?|contable",
            ),
        ),
        _price_to_book,
        r"precio (?:a |sobre )?(?:valor )?(?:en )?(?:libros?|contable)|price to book|pbv?\b|p bv?\b|pvc\b|p vc\b"
        r"|market to book",
        r"%\d",
        (
            r"(?:valor )?(?:contable|libros?)(?: (?:de|es|por accion))* {b}",
            r"(?:cotiza|precio|vale)(?: (?:de|a|es))* {p}",
        ),
    ),
)
