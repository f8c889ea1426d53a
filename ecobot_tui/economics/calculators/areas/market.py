"""Microeconomía: concentración, poder de mercado y punto de equilibrio."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Microeconomía"


def _hhi(g: Given) -> Solution:
    shares = g.all("s")  # In points, as they are written, with or without the sign.
    if any(share < 0 for share in shares) or sum(shares) > 100.5:
        raise CalculationError("Las cuotas de mercado tienen que ser positivas y sumar 100 % como mucho.")
    value = sum(share**2 for share in shares)
    level = "poco" if value < 1_500 else "moderadamente" if value <= 2_500 else "muy"
    return Solution(
        value,
        f"El HHI es {number(value)} (de 0 a 10.000).",
        f"{' + '.join(f'{number(share)}²' for share in shares)} = {number(value)}",
        f"Es un mercado {level} concentrado, según los umbrales usuales de 1.500 y 2.500.",
        (
            "cuotas en puntos porcentuales"
            + ("" if abs(sum(shares) - 100) < 0.5 else "; no suman 100 %: falta contar al resto"),
        ),
    )


def _lerner(g: Given) -> Solution:
    value = (g["p"] - g["c"]) / g["p"]
    return Solution(
        value,
        f"El índice de Lerner es {number(value)}.",
        g.fill(f"({{p}} − {{c}}) / {{p}} = {number(value)}"),
        f"El {percent(100 * value)} del precio está por encima del costo marginal; en competencia perfecta sería 0.",
    )


def _break_even(g: Given) -> Solution:
    if g["p"] <= g["v"]:
        raise CalculationError(
            "El precio tiene que ser mayor que el costo variable: si no, nunca se cubre el costo fijo."
        )
    amount = g["f"] / (g["p"] - g["v"])
    return Solution(
        amount,
        f"El punto de equilibrio es {number(amount)} unidades.",
        g.fill(f"{{f}} / ({{p}} − {{v}}) = {number(amount)}"),
        f"Vendiendo menos se pierde; cada unidad aporta {g.money(g['p'] - g['v'])} para cubrir el costo fijo.",
        ("precio y costo variable por unidad constantes",),
    )


CALCULATORS = (
    Calculator(
        id="hhi",
        name="el índice HHI",
        area=AREA,
        formula="Σ s²",
        inputs=(Input("s", "la cuota de cada empresa", Kind.SHARE, many=True),),
        keys="hhi herfindahl hirschman",
        when=(r"\bhhi\b|herfindahl|hirschman",),
        wordings=(),
        also="cuotas cuota mercado indice",
        work=_hhi,
        asks=False,
    ),
    Calculator(
        id="lerner",
        name="el índice de Lerner",
        area=AREA,
        formula="(P − CMg) / P",
        inputs=(
            Input("p", "el precio", Kind.AMOUNT, above=0),
            Input("c", "el costo marginal", Kind.AMOUNT),
        ),
        keys="lerner",
        when=(r"lerner",),
        wordings=(r"(?:precio|p) ~{p}", r"(?:cmg|costo marginal|c marginal|marginal) ~{c}"),
        also="indice precio costo marginal mercado",
        work=_lerner,
    ),
    Calculator(
        id="punto_equilibrio",
        name="el punto de equilibrio",
        area=AREA,
        formula="Q = CF / (p − cv)",
        inputs=(
            Input("f", "el costo fijo", Kind.AMOUNT, above=0),
            Input("p", "el precio", Kind.AMOUNT, above=0),
            Input("v", "el costo variable unitario", Kind.AMOUNT),
        ),
        keys="equilibrio fijos fijo variable cf",
        when=(
            r"costos? fijos?|\bcf\b|gastos? fijos?",
            r"variable|\bcv\b|\bcvu\b",
            r"equilibrio|precio|cuant[oa]s? (?:unidades|tengo|debo|hay)|vend",
        ),
        unless=r"%\d|costo total|costo medio|\bct\b|\bcme\b|beneficio|ganancia de",
        wordings=(
            r"(?:costos? fijos?|cf|gastos? fijos?) ~{f}",
            r"(?:costos? variables?|cvu?|variables?) ~{v}",
            r"(?:precio|vend\w+|p) ~{p}",
        ),
        also="costo costos precio venta unitario unidades punto",
        work=_break_even,
    ),
)
