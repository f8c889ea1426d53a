"""Macroeconomía: el ingreso de equilibrio del modelo keynesiano simple, con impuestos e importaciones."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Macroeconomía"


def _equilibrium(g: Given) -> Solution:
    parts = {symbol: g[symbol] for symbol in "acigxthmnr" if symbol in g}
    slope, taxed, imported = g["c"], parts.get("h", 0.0), parts.get("n", 0.0)
    if not 0 < slope < 1:
        raise CalculationError("La propensión marginal a consumir tiene que estar entre 0 y 1.")
    lump = parts.get("t", 0.0) - parts.get("r", 0.0)
    autonomous = (
        g["a"] - slope * lump + parts.get("i", 0.0) + parts.get("g", 0.0) + parts.get("x", 0.0) - parts.get("m", 0.0)
    )
    times = macro.multiplier(slope, taxed, imported)
    value = times * autonomous
    disposable = value - lump - taxed * value
    consumption = g["a"] + slope * disposable
    said = [
        f"El ingreso de equilibrio es {number(value)}",
        f"el consumo, {number(consumption)}",
        f"el multiplicador, {number(times)}",
    ]
    if lump or taxed:
        said.append(f"el ingreso disponible, {number(disposable)}")
    if "g" in g and ("t" in g or "h" in g):
        said.append(f"el resultado fiscal, {number(lump + taxed * value - g['g'])}")
    if "x" in g:
        said.append(f"el saldo comercial, {number(g['x'] - parts.get('m', 0.0) - imported * value)}")
    main, text = value, ""
    if "y" in g:
        needed = (g["y"] - value) / times
        main = needed
        text = (
            f" Para llegar a {g.shown('y')} el gasto autónomo tiene que cambiar {number(needed)}"
            + (f" (gasto público: {number(g['g'] + needed)})" if "g" in g else "")
            + "."
        )
    return Solution(
        main,
        "; ".join(said) + "." + text,
        f"{number(autonomous)} × 1 / (1 − {number(slope)} × (1 − {number(taxed)}) + {number(imported)}) ="
        f" {number(value)}",
        f"Con ese ingreso lo que se quiere gastar es justo lo que se produce; el ahorro privado es"
        f" {number(disposable - consumption)}.",
        ("precios fijos y capacidad ociosa: modelo keynesiano simple",),
    )


_IS = (
    r"(?: (?:es|de|del|son|vale|igual|a|publico|publica|autonoma?|privada|fijos?|totales|y|por|se|mantienen?|en"
    r"|suma fija))*"
)

CALCULATORS = (
    Calculator(
        id="renta_equilibrio",
        name="el ingreso de equilibrio",
        area=AREA,
        formula="(C₀ − cT + I + G + X − M₀) / (1 − c(1 − t) + m)",
        inputs=(
            Input("a", "el consumo autónomo", Kind.AMOUNT, labels=r"consumo autonomo|c0|autonomo"),
            Input(
                "c",
                "la propensión marginal a consumir",
                Kind.SHARE,
                labels=r"propension(?: marginal)? a consumir|pmg?c|c1",
            ),
            Input("i", "la inversión", Kind.AMOUNT, optional=True, labels=r"inversion|i(?= [#$])"),
            Input(
                "g",
                "el gasto público",
                Kind.AMOUNT,
                optional=True,
                labels=r"gasto(?: publico| del gobierno)?|g(?= [#$])|gobierno(?: gasta)?",
            ),
            Input(
                "x",
                "las exportaciones",
                Kind.AMOUNT,
                optional=True,
                labels=r"exportaciones(?: netas)?|xn?(?= [#$])|nx(?= [#$])",
            ),
            Input(
                "t",
                "los impuestos de suma fija",
                Kind.AMOUNT,
                optional=True,
                labels=r"impuestos(?: (?:de suma fija|fijos|autonomos))?|t(?= [#$])|t0",
            ),
            Input(
                "h",
                "la tasa de impuestos",
                Kind.SHARE,
                optional=True,
                labels=r"tasa (?:impositiva|de impuestos?)|alicuota|impuestos? (?:proporcional(?:es)?|al ingreso)",
            ),
            Input(
                "m",
                "las importaciones autónomas",
                Kind.AMOUNT,
                optional=True,
                labels=r"importaciones(?: autonomas)?|m(?= [#$])",
            ),
            Input(
                "n",
                "la propensión a importar",
                Kind.SHARE,
                optional=True,
                labels=r"propension(?: marginal)? a importar|pmg?m",
            ),
            Input("r", "las transferencias", Kind.AMOUNT, optional=True, labels=r"transferencias|tr(?= [#$])"),
            Input(
                "y",
                "el ingreso buscado",
                Kind.AMOUNT,
                optional=True,
                labels=r"(?:llegar|llegue|alcanzar|alcance|lograr|subir)(?: (?:a|al|un|el|de|ingreso|pleno|empleo"
                r"|producto|producto de))*"
                r"|pleno empleo|(?:ingreso|producto|pbi) (?:potencial|buscado|deseado|de pleno empleo)",
            ),
        ),
        keys="c consumo equilibrio autonomo",
        needs="c consumo",
        names=r"consumo autonomo(?=.*(?:equilibrio|propension)).*"
        r"|[#$]\d+ #\d+ ,? ?(?:y|yd|renta|ingreso)\b(?=.*(?:[#$]\d|ingreso|renta|equilibrio)).*",
        when=(),
        unless=r"ingreso disponible (?:es|de|vale|son|fuera|igual|a| )*[#$]|\byd [#$]\d"
        r"|^(?!.*equilibrio).*ahorr|\$\d+ de (?!inversion)|is lm|\blm\b|demanda de dinero|zd|zs|utilidad|taylor",
        wordings=(
            r"(?:c|consumo)(?: (?:es|de|igual|a|funcion))* {a} {c} ,? ?(?:y|yd|renta|ingreso)\b",
            r"(?:t|impuestos?)(?: (?:es|son|de))* {t} {h} y\b",
            r"(?:t|impuestos?)(?: (?:es|son|de))* {h} y\b",
            r"(?:m|importaciones)(?: (?:es|son|de))* {m} {n} y\b",
            r"(?:m|importaciones)(?: (?:es|son|de))* {n} y\b",
            rf"(?:i|inversion){_IS} {{i}}",
            rf"(?:g|gastos?){_IS} {{g}}",
            rf"(?:x|exportaciones){_IS} {{x}}",
            r"(?:tr|transferencias)(?: (?:es|son|de))* {r}",
        ),
        work=_equilibrium,
        asks=False,
    ),
)
