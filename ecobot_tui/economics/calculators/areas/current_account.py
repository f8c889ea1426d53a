"""Sector externo: la cuenta corriente como ahorro menos inversión, y en dinero si se la da sobre el PBI."""

from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Sector externo"


def _of_product(g: Given) -> Solution:
    value = g["y"] * g.rate("c")
    value = -abs(value) if "deficit" in g.text else value
    return Solution(
        value,
        f"La cuenta corriente es {g.money(value, 'y')} ({'superávit' if value > 0 else 'déficit'}).",
        g.fill(f"{{y}} × {{c}} % = {number(value)}"),
        "Es lo que el país recibe o debe financiar en el año.",
        ("el PBI y la cuenta corriente son del mismo año",),
    )


SAVING = System(
    id="cuenta_corriente_ahorro_inversion",
    name="la cuenta corriente como ahorro menos inversión",
    area=AREA,
    formula="CC = S − I",
    magnitudes=(
        Magnitude(
            "c",
            "CC",
            "el saldo de la cuenta corriente",
            r"(?:saldo de la |resultado de la )?cuenta corriente|superavit (?:de cuenta corriente|externo)",
            meaning="Si se ahorra menos de lo que se invierte, la diferencia la pone el resto del mundo.",
        ),
        Magnitude(
            "f",
            "déficit",
            "el déficit de la cuenta corriente",
            r"deficit (?:de (?:la )?cuenta corriente|externo)|ahorro externo",
            opposite="c",
        ),
        Magnitude("s", "S", "el ahorro nacional", r"ahorro(?: (?:nacional|interno|domestico|total))?|s(?= [#$])"),
        Magnitude("p", "Sp", "el ahorro privado", r"ahorro (?:privado|de las familias|de los hogares)"),
        Magnitude("g", "Sg", "el ahorro público", r"ahorro publico|superavit (?:fiscal|publico)|resultado fiscal"),
        Magnitude("d", "déficit fiscal", "el déficit fiscal", r"deficit (?:fiscal|publico|del estado)", opposite="g"),
        Magnitude("i", "I", "la inversión", r"inversion(?: (?:interna|total|bruta|domestica))?|invierte\w*|i(?= [#$])"),
    ),
    rules=(
        rule("g", "−{d}", lambda d: -d),
        rule("s", "{p} + {g}", lambda p, g: p + g),
        rule("c", "−{f}", lambda f: -f),
        rule("c", "{s} − {i}", lambda s, i: s - i),
        rule("i", "{s} − {c}", lambda s, c: s - c),
        rule("s", "{c} + {i}", lambda c, i: c + i),
        rule("f", "−{c}", lambda c: -c),
    ),
    keys="ahorro corriente",
    names=r"^(?=.*ahorr)(?=.*(?:inversion|inviert))(?=.*(?:cuenta corriente|externo)).*",
    unless=r"[%@]\d|banco|cheque|multiplic|consumo",
    default="c f",
    assumptions=("los valores son del mismo período",),
)

CALCULATORS = (
    Calculator(
        id="cuenta_corriente_desde_pbi",
        name="la cuenta corriente en dinero",
        area=AREA,
        formula="PBI × porcentaje",
        inputs=(Input("y", "el PBI", Kind.AMOUNT, above=0), Input("c", "la cuenta corriente", Kind.RATE)),
        keys="corriente",
        names=r"^(?=.*cuenta corriente)(?=.*(?:pbi|pib|producto)).*",
        when=(),
        unless=r"banco|tasa|crec",
        wordings=(),
        work=_of_product,
        asks=False,
    ),
    calculator(SAVING),
)
