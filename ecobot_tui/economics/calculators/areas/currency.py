"""Sector externo: brecha, dólar implícito y conversiones de moneda."""

from ecobot_tui.economics.calculators.areas.exchange_words import DOLLAR, pesos
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.number_format import format_amount

AREA = "Sector externo"


def _gap(g: Given) -> Solution:
    value = 100 * prices.change(g["a"], g["b"])
    return Solution(
        value,
        f"La brecha cambiaria es {percent(value)}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(value)}"),
        f"El dólar paralelo está {percent(abs(value))} {'por debajo' if value < 0 else 'por encima'} del oficial.",
    )


def _parallel_from_gap(g: Given) -> Solution:
    value = g["a"] * (1 + g.rate("g"))
    return Solution(
        value,
        f"El dólar paralelo está a {pesos(value)}.",
        g.fill(f"{{a}} × (1 + {{g}} %) = {pesos(value)}"),
        f"La brecha de {g.shown('g')} % se mide sobre el dólar oficial.",
    )


def _official_from_gap(g: Given) -> Solution:
    value = g["b"] / (1 + g.rate("g"))
    return Solution(
        value,
        f"El dólar oficial está a {pesos(value)}.",
        g.fill(f"{{b}} / (1 + {{g}} %) = {pesos(value)}"),
        f"La brecha de {g.shown('g')} % se mide sobre el dólar oficial.",
    )


def _implicit(g: Given) -> Solution:
    value = g["p"] / g["f"]
    return Solution(
        value,
        f"El dólar implícito es {pesos(value)} pesos por dólar.",
        g.fill(f"{{p}} / {{f}} = {pesos(value)}"),
        "Es lo que cuesta cada dólar si comprás el título en pesos y lo vendés en dólares.",
        ("sin comisiones ni impuestos",),
    )


def _to_pesos(g: Given) -> Solution:
    value = g["q"] * g["e"]
    return Solution(
        value,
        f"Son $ {pesos(value)}.",
        g.fill(f"{{q}} × {{e}} = {pesos(value)}"),
        f"Cada unidad de moneda extranjera vale {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


def _to_foreign(g: Given) -> Solution:
    value = g["q"] / g["e"]
    currency = g.quantity("e").number.currency
    shown = format_amount(value, "€" if currency == "€" or "euro" in g.text else "US$")
    return Solution(
        value,
        f"Son {shown}.",
        g.fill(f"{{q}} / {{e}} = {number(value, money=True)}"),
        f"Cada unidad de moneda extranjera cuesta {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


_IMPLICIT = (
    r"\bmep\b|\bccl\b|contado con l\w+|dolar bolsa|dolar implicito|\bal30\b|\bgd30\b|\bal29\b|\bgd\d\d\b"
    r"|(?:a cuanto|que (?:dolar|precio|cotizacion)) (?=.*(?:bono|titulo|cedear|accion))(?=.*(?:dolar|us\$))"
)


CALCULATORS = (
    Calculator(
        id="brecha_cambiaria",
        name="la brecha cambiaria",
        area=AREA,
        formula="(paralelo / oficial − 1) × 100",
        inputs=(
            Input(
                "a",
                "el dólar oficial",
                Kind.AMOUNT,
                above=0,
                labels=(r"oficial|mayorista|dolar(?! (?:blue|mep|ccl|paralelo|libre|financiero|informal))"),
            ),
            Input(
                "b",
                "el dólar paralelo",
                Kind.AMOUNT,
                above=0,
                labels=r"blue|paralelo|mep|ccl|libre|informal|financiero",
            ),
        ),
        keys="blue paralelo oficial brecha cambiaria",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|dolar|cambi|mep|ccl|paralelo)).*",
        when=(r"oficial", r"\bblue\b|paralelo|\bmep\b|\bccl\b|\bcontado con"),
        unless=r"%\d|@\d|paso|subi|compr|vend",
        wordings=(
            r"oficial(?: (?:a|es|esta|en|de|vale|cotiza))* {a}",
            r"(?:blue|paralelo|mep|ccl)(?: (?:a|es|esta|en|de|vale|cotiza))* {b}",
        ),
        also="dolar brecha cambiaria cambio tipo mep ccl",
        work=_gap,
        asks=False,
    ),
    Calculator(
        id="paralelo_desde_brecha",
        name="el dólar paralelo",
        area=AREA,
        formula="oficial × (1 + brecha)",
        inputs=(
            Input("a", "el dólar oficial", Kind.AMOUNT, above=0, labels=r"oficial|mayorista"),
            Input("g", "la brecha", Kind.RATE, above=-100, labels=r"brecha(?: cambiaria)?"),
        ),
        keys="brecha",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|paralelo|mep|ccl)).*",
        when=(r"brecha", r"oficial"),
        unless=r"(?:blue|paralelo|mep|ccl)(?: (?:esta|a|en|vale|es))* [#$]\d",
        wordings=(),
        work=_parallel_from_gap,
        asks=False,
    ),
    Calculator(
        id="oficial_desde_brecha",
        name="el dólar oficial",
        area=AREA,
        formula="paralelo / (1 + brecha)",
        inputs=(
            Input("b", "el dólar paralelo", Kind.AMOUNT, above=0, labels=r"blue|paralelo|mep|ccl|libre"),
            Input("g", "la brecha", Kind.RATE, above=-100, labels=r"brecha(?: cambiaria)?"),
        ),
        keys="brecha",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|paralelo|mep|ccl)).*",
        when=(r"brecha", r"(?:blue|paralelo|mep|ccl)(?: (?:esta|a|en|vale|es))* [#$]\d"),
        wordings=(r"(?:blue|paralelo|mep|ccl)(?: (?:a|es|esta|en|de|vale|cotiza))* {b}",),
        unless=r"oficial(?: (?:esta|a|en|vale|es|de|cotiza|hoy))* [#$]\d",
        work=_official_from_gap,
        asks=False,
    ),
    Calculator(
        id="dolar_mep_implicito",
        name="el dólar implícito (MEP o CCL)",
        area=AREA,
        formula="precio en pesos / precio en dólares",
        inputs=(
            Input(
                "p", "el precio en pesos", Kind.AMOUNT, above=0, foreign=False, labels=r"compr\w+|gast\w+|pag\w+|pesos"
            ),
            Input("f", "el precio en dólares", Kind.AMOUNT, above=0, foreign=True, labels=r"vend\w+|dolares|usd|us"),
        ),
        keys="mep ccl bolsa implicito bono titulo al30d gd30",
        names=rf"^(?=.*(?:{_IMPLICIT}|cambio implicito)).*",
        when=(_IMPLICIT,),
        unless=r"%\d|@\d|oficial|blue|brecha",
        wordings=(
            r"{p} (?:en |de )?pesos",
            r"{f} (?:en )?dolares",
            r"(?:al|gd)30 (?:a |por |en |vale |cotiza )*{p}",
        ),
        work=_implicit,
        asks=False,
    ),
    Calculator(
        id="conversion_a_pesos",
        name="la conversión a pesos",
        area=AREA,
        formula="moneda extranjera × tipo de cambio",
        inputs=(
            Input("q", "el monto en moneda extranjera", Kind.AMOUNT, foreign=True, labels=r"dolares|euros"),
            Input(
                "e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False, labels=DOLLAR + "|a|cada uno|euro|pesos"
            ),
        ),
        keys="dolares dolar euros euro pesos",
        names=r"cuantos pesos (?=.*(?:dolar|euro))|(?:dolares|euros) (?:a|en) pesos",
        when=(r"\$\d", r"dolares|usd|us\$|euros|pesos", r"cuant|conver|pas[ao]|cambi"),
        unless=(
            r"%\d|@\d|bono|al30|gd30|paso|subi|exporta|importa|arancel|mep|hamburguesa|ppa|paridad|tarda"
            r"|vend\w+ .*compr|[#$]\d.*[#$]\d.*[#$]\d"
        ),
        wordings=(r"{q} (?:dolares |euros )?(?:a|por|con el dolar a|al cambio de|x) {e}",),
        work=_to_pesos,
        asks=False,
    ),
    Calculator(
        id="conversion_a_dolares",
        name="la conversión a moneda extranjera",
        area=AREA,
        formula="pesos / tipo de cambio",
        inputs=(
            Input("q", "el monto en pesos", Kind.AMOUNT, foreign=False, labels=r"tengo|pesos|cambi\w+|ahorr\w+|con"),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, labels=DOLLAR + "|compro|a|cada uno|euro"),
        ),
        keys="dolares dolar euros",
        names=r"(?:cuantos|que cantidad de) (?:dolares|euros|us\$)|cuanto (?:\w+ ){0,2}en (?:dolares|euros)"
        r"|pas\w+ (?:\w+ ){0,4}a (?:dolares|euros)",
        when=(r"(?:cuantos|en|a) (?:dolares|euros)",),
        unless=(
            r"%\d|@\d|bono|al30|gd30|paso|subi|exporta|importa|mep|hamburguesa|ppa|paridad|vend(?!er (?:a )?[#$])"
            r"|rinde|rindio"
            r"|plazo fijo|[#$]\d.*[#$]\d.*[#$]\d"
        ),
        wordings=(
            r"vender (?:a )?{e} para (?:juntar|tener|llegar a|conseguir|pagar) {q}",
            r"{q} (?:pesos )?,? ?(?:cuantos (?:dolares|euros) (?:\w+ ){0,3})?(?:a|con el dolar a|al cambio de) {e}",
        ),
        work=_to_foreign,
        asks=False,
    ),
)
