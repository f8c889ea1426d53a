"""Sector externo: brecha cambiaria y dólar implícito."""

from ecobot_tui.economics.calculators.areas.exchange_words import pesos
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

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
            Input(
                "g",
                "la brecha",
                Kind.RATE,
                above=-100,
                labels=r"brecha(?: cambiaria)?|(?:por )?(?:arriba|encima)|mas car[oa]",
            ),
        ),
        keys="brecha",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|paralelo|mep|ccl)).*"
        r"|^(?=.*oficial)(?=.*(?:blue|paralelo|mep|ccl))(?=.*%\d+ (?:\w+ )?(?:arriba|encima|mas car|mas alt|mas)).*",
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
            Input(
                "g",
                "la brecha",
                Kind.RATE,
                above=-100,
                labels=r"brecha(?: cambiaria)?|(?:por )?(?:arriba|encima)|mas car[oa]",
            ),
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
        unless=r"%\d|@\d|oficial|blue|brecha|(?:[#$]\d.*){3}",
        wordings=(
            r"{p} (?:en |de )?pesos",
            r"{f} (?:en )?dolares",
            r"(?:al|gd)30 (?:a |por |en |vale |cotiza )*{p}",
        ),
        work=_implicit,
        asks=False,
    ),
)
