"""Sector externo: tasas en pesos y en dólares: paridad cubierta y descubierta, y dólar futuro."""

from ecobot_tui.economics.calculators.areas.exchange_words import ABROAD, DOLLAR, LOCAL, pesos
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _forward(g: Given) -> Solution:
    abroad = g.rate("f") if "f" in g else 0.0
    value = macro.forward_rate(g["s"], g.rate("i"), abroad)
    return Solution(
        value,
        f"El tipo de cambio futuro de paridad es {pesos(value)}.",
        g.fill(f"{{s}} × (1 + {{i}} %) / (1 + {number(100 * abroad)} %) = {pesos(value)}"),
        "A ese precio futuro da lo mismo invertir en pesos que en dólares; si el dólar termina más barato conviene"
        " el peso.",
        ("las dos tasas son efectivas y del mismo plazo que el futuro",),
    )


def _implied_rate(g: Given) -> Solution:
    value = 100 * prices.change(g["s"], g["f"])
    days = g.quantity("n").days
    yearly = value * 365 / days
    return Solution(
        value if "directa" in g.text or "anual" not in g.text else yearly,
        f"La tasa implícita es {percent(value)} directa, {percent(yearly)} nominal anual.",
        g.fill(f"{{f}} / {{s}} − 1 = {percent(value)}; × 365 / {number(days)} = {percent(yearly)}"),
        "Es lo que el mercado espera que suba el dólar, o lo que rinde venderlo a futuro y colocar los pesos.",
        ("año de 365 días",),
    )


_RATE_HERE = Input(
    "i",
    "la tasa en pesos",
    Kind.RATE,
    above=-100,
    labels=(
        rf"tasa(?: de interes)? (?:(?:en )?pesos|{LOCAL})|(?:rinde|rindio|paga|pago|gana|gane) |letra|lecap|plazo fijo"
        rf"|en pesos|i(?= [%#])|tasa"
    ),
)


_RATE_THERE = Input(
    "f",
    "la tasa en dólares",
    Kind.RATE,
    above=-100,
    labels=rf"tasa(?: de interes)? (?:(?:en )?dolares|{ABROAD})|en dolares|i externo|{ABROAD}",
)


UNCOVERED = System(
    id="paridad_descubierta",
    name="la paridad descubierta de tasas",
    area=AREA,
    formula="(1 + i) = (1 + i*)(1 + d)",
    magnitudes=(
        Magnitude(
            "i",
            "i",
            "la tasa en pesos",
            rf"(?:tasa(?: de interes)?|interes|rendimiento|plazo fijo|letra)(?: (?:en pesos|{LOCAL}))?|(?:en|de) pesos"
            rf"|{LOCAL}|i(?= [%#])",
            Kind.RATE,
            meaning="A esa tasa da lo mismo quedarse en pesos que en dólares.",
        ),
        Magnitude(
            "f",
            "i*",
            "la tasa en dólares",
            rf"(?:tasa(?: de interes)?|interes|rendimiento)(?: anual)? (?:en dolares|{ABROAD})|en dolares|{ABROAD}"
            r"|i externo",
            Kind.RATE,
            meaning="Es lo que se gana en dólares sin riesgo de cambio.",
        ),
        Magnitude(
            "d",
            "d",
            "la suba esperada del dólar",
            r"(?:devaluacion|depreciacion|suba|variacion|aumento)(?: (?:esperada|implicita|del dolar|del peso|anual))*"
            r"|devalu\w+|deprec\w+|dolar (?:\w+ )?(?:sub|aument)\w+"
            r"|(?:sub|aument)\w+ (?:el |del )?(?:dolar|tipo de cambio)",
            Kind.RATE,
            asked=r"(?:devalu|deprec|sub|aument)\w*(?: [a-z]+){0,2} (?:dolar|peso|tipo de cambio)",
            meaning="Con esa suba del dólar las dos inversiones rinden igual.",
        ),
    ),
    rules=(
        rule("d", "(1 + {i} %) / (1 + {f} %) − 1", lambda i, f: 100 * prices.real_change(i / 100, f / 100)),
        rule("i", "(1 + {f} %) × (1 + {d} %) − 1", lambda f, d: 100 * ((1 + f / 100) * (1 + d / 100) - 1)),
        rule("f", "(1 + {i} %) / (1 + {d} %) − 1", lambda i, d: 100 * prices.real_change(i / 100, d / 100)),
    ),
    keys="paridad devaluacion dolar dolares",
    names=r"paridad (?:descubierta|no cubierta|de (?:las )?tasas|de intereses)|devaluacion (?:esperada|implicita)"
    r"|(?:espera\w*|descuent\w+|implicit\w+)(?: [a-z]+){0,3} (?:devalu|deprec|suba del dolar)\w*"
    r"|(?:devalu|deprec)\w+(?: [a-z]+){0,2} espera\w*"
    r"|tasa(?: de interes)? en dolares(?=.*(?:pesos|local|devalu))|en dolares(?=.*cuanto (?:\w+ ){0,3}en pesos)"
    r"|tasa en pesos(?=.*(?:igual|indiferen|compens|empat|mismo))",
    unless=r"[$#@]\d|inflacion|prestamo|cuota|riesgo pais|ppa|poder adquisitivo",
    default="d",
    assumptions=("las tasas y la suba del dólar son del mismo plazo",),
)

CALCULATORS = (
    calculator(UNCOVERED),
    Calculator(
        id="paridad_cubierta",
        name="el tipo de cambio futuro de paridad",
        area=AREA,
        formula="S(1 + i) / (1 + i*)",
        inputs=(
            Input("s", "el dólar de hoy", Kind.AMOUNT, above=0, labels=DOLLAR + r"|s(?= [#$])|spot|contado"),
            _RATE_HERE,
            _RATE_THERE,
        ),
        keys="paridad forward futuro",
        names=(
            r"paridad (?:cubierta|descubierta|de (?:tasas?|intereses))|\bforward\b|dolar futuro"
            r"|futuro (?:del )?dolar|cambio (?:futuro|a termino)"
        ),
        when=(r"paridad (?:cubierta|de (?:tasas|intereses))|forward", r"pesos|local|domestica"),
        unless=r"inflacion|[@]\d+ cuotas",
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
    Calculator(
        id="tasa_implicita_futuro",
        name="la tasa implícita del dólar futuro",
        area=AREA,
        formula="(F / S − 1) × 365 / días",
        inputs=(
            Input(
                "s",
                "el dólar de hoy",
                Kind.AMOUNT,
                above=0,
                labels=r"spot|contado|hoy|mayorista|a3500|oficial|dolar (?:esta|vale|cotiza)",
            ),
            Input(
                "f",
                "el dólar futuro",
                Kind.AMOUNT,
                above=0,
                labels=r"futuro|rofex|matba|a3|contrato(?: de \w+)?|posicion",
            ),
            Input("n", "el plazo", Kind.TIME, above=0),
        ),
        keys="futuro rofex implicita",
        names=r"^(?=.*(?:futuro|rofex))(?=.*(?:implicita|tasa)).*",
        when=(),
        unless=r"%\d",
        wordings=(),
        work=_implied_rate,
        asks=False,
    ),
)
