"""Macroeconomía: el producto por el gasto, con todos sus términos."""

from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"
_GDP = r"(?:pbi|pib|producto(?: bruto)?(?: interno)?)"


def _expenditure(g: Given) -> Solution:
    value = macro.expenditure(g["c"], g["i"], g["g"], g["x"], g["m"])
    net = g["x"] - g["m"]
    side = "suman" if net > 0 else "restan" if net < 0 else "no cambian nada:"
    return Solution(
        value,
        f"El PBI es {g.money(value)}.",
        g.fill(f"{{c}} + {{i}} + {{g}} + {{x}} − {{m}} = {number(value)}"),
        f"Es el valor de lo que se produjo en el país; las exportaciones netas {side} {number(abs(net))}.",
        ("las importaciones se restan porque ya están contadas dentro de C, I, G y X",),
    )


_AMOUNTS = r"(?: (?:privad[oa]|publico|total|nominal|real|bruto|bruta|de|es|son|por|fue|del|gobierno|la|el))*"
_C = Input("c", "el consumo", Kind.AMOUNT)
_I = Input("i", "la inversión", Kind.AMOUNT)
_G = Input("g", "el gasto público", Kind.AMOUNT)
_CIG = (
    rf"(?:c|consumo|consumo c){_AMOUNTS} {{c}}",
    rf"(?:i|inversion|inversion i){_AMOUNTS} {{i}}",
    rf"(?:g|gasto|gasto publico|gasto g){_AMOUNTS} {{g}}",
)
_WRONG = r"%\d|ahorro|impuesto|\bt\b|multiplic|pmc|propension|netas|saldo|equilibrio|cuota|stock|\by #|nominal"

CALCULATORS = (
    Calculator(
        id="pbi_gasto",
        name="el PBI por el gasto",
        area=AREA,
        formula="C + I + G + X − M",
        inputs=(
            _C,
            _I,
            _G,
            Input("x", "el valor de las exportaciones", Kind.AMOUNT),
            Input("m", "el valor de las importaciones", Kind.AMOUNT),
        ),
        keys="pbi pib producto consumo x",
        when=(
            rf"\b(?:c|consumo){_AMOUNTS} [#$]\d+",
            r"\b(?:i|inversion)\b",
            rf"\b{_GDP}\b|\bx{_AMOUNTS} [#$].*\bm{_AMOUNTS} [#$]|exporta.*importa",
        ),
        unless=_WRONG + r"|cerrada|sin comercio",
        wordings=(
            *_CIG,
            rf"(?:x|exportaciones|exportaciones x|exporta){_AMOUNTS} {{x}}",
            rf"(?:m|importaciones|importaciones m|importa){_AMOUNTS} {{m}}",
        ),
        also="gasto publico gobierno inversion exportaciones importaciones economia bruto interno demanda enfoque"
        " agregada",
        work=_expenditure,
    ),
)
