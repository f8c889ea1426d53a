"""Sector externo: tasas en pesos y en dólares: paridad cubierta, dólar de empate, futuros y carry trade."""

from ecobot_tui.economics.calculators.areas.exchange_words import ABROAD, DOLLAR, LOCAL, dollars, pesos
from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
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


def _carry(g: Given) -> Solution:
    value = 100 * ((1 + g.rate("i")) * g["a"] / g["b"] - 1)
    return Solution(
        value,
        f"El carry trade rinde {percent(value)} en dólares.",
        g.fill(f"(1 + {{i}} %) × {{a}} / {{b}} − 1 = {percent(value)}"),
        "La tasa en pesos le ganó a la suba del dólar."
        if value > 0
        else "La suba del dólar se comió la tasa en pesos: mejor era quedarse en dólares."
        if value < 0
        else "La tasa y la suba del dólar se compensaron.",
        ("la tasa es la del período entero, sin comisiones",),
    )


def _carry_amount(g: Given) -> Solution:
    local = g["q"] * g["a"] * (1 + g.rate("i"))
    value = local / g["b"]
    return Solution(
        value,
        f"Terminás con {dollars(value)}: {'ganás' if value >= g['q'] else 'perdés'} {dollars(abs(value - g['q']))}.",
        g.fill(f"{{q}} × {{a}} × (1 + {{i}} %) / {{b}} = {number(value, money=True)}"),
        f"En dólares es {percent(100 * prices.change(g['q'], value))}.",
        ("la tasa es la del período entero, sin comisiones",),
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


def _carry_by_rates(g: Given) -> Solution:
    value = 100 * prices.real_change(g.rate("i"), g.rate("d"))
    return Solution(
        value,
        f"El rendimiento en dólares es {percent(value)}.",
        g.fill(f"(1 + {{i}} %) / (1 + {{d}} %) − 1 = {percent(value)}"),
        "La tasa en pesos le ganó a la suba del dólar."
        if value > 0
        else ("La suba del dólar se comió la tasa en pesos."),
        ("la tasa y la suba del dólar son del mismo período, sin comisiones",),
    )


_RATE_HERE = Input(
    "i",
    "la tasa en pesos",
    Kind.RATE,
    above=-100,
    labels=(
        rf"tasa(?: de interes)? (?:en pesos|{LOCAL})|(?:rinde|rindio|paga|pago|gana|gane) |letra|lecap|plazo fijo"
        rf"|en pesos|i(?= [%#])|tasa"
    ),
)


_RATE_THERE = Input(
    "f",
    "la tasa en dólares",
    Kind.RATE,
    above=-100,
    labels=rf"tasa(?: de interes)? (?:en dolares|{ABROAD})|en dolares|i externo|{ABROAD}",
)


CALCULATORS = (
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
        id="dolar_de_empate",
        name="el dólar que empata con la tasa en pesos",
        area=AREA,
        formula="S(1 + i)",
        inputs=(
            Input("s", "el dólar de hoy", Kind.AMOUNT, above=0, labels=DOLLAR + "|hoy"),
            _RATE_HERE,
        ),
        keys="dolar empate empata",
        names=(
            r"(?:hasta (?:que|cuanto)|a cuanto|que) (?:\w+ ){0,4}dolar (?=.*(?:empat|no pierd|convien|indiferent"
            r"|mismo))|dolar de (?:empate|equilibrio|indiferencia|break ?even)"
        ),
        when=(r"dolar", r"empat|no pierdo|indiferente"),
        unless=r"inflacion|@\d",
        wordings=(),
        work=_forward,
        asks=False,
    ),
    Calculator(
        id="carry_trade",
        name="el rendimiento en dólares del carry trade",
        area=AREA,
        formula="(1 + i) × S₀ / S₁ − 1",
        inputs=(
            _RATE_HERE,
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0, labels=r"inicial|vend\w+|compr\w+ pesos"),
            Input("b", "el dólar final", Kind.AMOUNT, above=0, labels=r"final|recompr\w+|termina"),
        ),
        keys="carry bicicleta trade dolar",
        names=(
            r"carry(?: trade)?|bicicleta(?: financiera)?|(?:rend\w+|gan\w+|rind\w+|tasa"
            r"|retorno) (?:\w+ ){0,2}en dolares"
        ),
        when=(r"carry|bicicleta|en dolares", r"dolar|cambio"),
        unless=r"inflacion|@\d cuotas",
        wordings=A_TO_B,
        work=_carry,
        asks=False,
    ),
    Calculator(
        id="carry_trade_monto",
        name="los dólares al final del carry trade",
        area=AREA,
        formula="dólares × S₀ × (1 + i) / S₁",
        inputs=(
            Input("q", "los dólares iniciales", Kind.AMOUNT, above=0, foreign=True),
            Input("a", "el dólar de venta", Kind.AMOUNT, above=0, foreign=False, labels=r"vend\w+|a(?= [#$])"),
            _RATE_HERE,
            Input(
                "b",
                "el dólar de recompra",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"(?:re)?compr\w+|volv\w+|dolar (?:final|despues)",
            ),
        ),
        keys="vendi dolares carry recompro",
        names=r"^(?=.*(?:recompr|compr\w+ de nuevo|volv\w+ a comprar|carry))(?=.*(?:vend|cambi|pas)).*",
        when=(r"dolares|us\$|carry", r"vend", r"compr"),
        wordings=(r"{q} (?:dolares )?a {a}", r"(?:recompr\w+|compr\w+ de nuevo|volvi a comprar) (?:\w+ ){0,2}a {b}"),
        work=_carry_amount,
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
    Calculator(
        id="carry_con_devaluacion",
        name="el rendimiento en dólares",
        area=AREA,
        formula="(1 + i) / (1 + d) − 1",
        inputs=(
            _RATE_HERE,
            Input(
                "d",
                "la suba del dólar",
                Kind.RATE,
                above=-100,
                labels=(
                    r"dolar(?: \w+){0,1} (?:sub|aument)\w*|devalu\w+|deprec\w+|tipo de cambio(?: \w+)? (?:sub"
                    r"|aument)\w*"
                    r"|dolar"
                ),
            ),
        ),
        keys="carry dolar",
        names=(
            r"^(?=.*(?:carry|(?:rend|gan|retorno|tasa|rind)\w*(?: [a-z]+){0,3} (?:en"
            r"|medid\w+ en) dolares))(?=.*(?:dolar|devalu|deprec)).*"
        ),
        when=(),
        unless=r"[$#]\d|@\d|inflacion|tasa en dolares|externa",
        wordings=(),
        work=_carry_by_rates,
        asks=False,
    ),
)
