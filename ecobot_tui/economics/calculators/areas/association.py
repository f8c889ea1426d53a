"""Distribución y estadística: covarianza, correlación y regresión de dos series, y predicción con una recta."""

import math
from itertools import pairwise

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import statistics
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Distribución y estadística"


def _series(g: Given) -> tuple[list[float], list[float]]:
    first, second = g.all("x"), g.all("y")
    for name, values in (("x", first), ("y", second)):
        if max(values) == min(values):
            raise CalculationError(f"La serie {name} es constante: sin variación no hay correlación ni recta.")
    return first, second


def _correlation(g: Given) -> Solution:
    first, second = _series(g)
    value = statistics.correlation(first, second)
    strength = (
        "perfecta"
        if abs(value) > 0.999999
        else "fuerte"
        if abs(value) >= 0.7
        else "moderada"
        if abs(value) >= 0.3
        else "débil"
    )
    side = "positiva" if value > 0 else "negativa"
    return Solution(
        value,
        f"El coeficiente de correlación es {number(value)}.",
        f"cov / (σx × σy) = {number(statistics.covariance(first, second))} /"
        f" √({number(statistics.covariance(first, first))}"
        f" × {number(statistics.covariance(second, second))}) = {number(value)}",
        f"La relación lineal es {strength} y {side}; que se muevan juntas no dice que una cause la otra."
        if abs(value) > 1e-9
        else "No hay relación lineal entre las dos.",
    )


def _covariance(g: Given) -> Solution:
    first, second = _series(g)
    value, count = statistics.covariance(first, second), len(first)
    sample = value * count / (count - 1)
    return Solution(
        value,
        f"La covarianza es {number(value)} (poblacional) o {number(sample)} (muestral).",
        f"Σ(x − x̄)(y − ȳ) / n = {number(value)}, o / (n − 1) = {number(sample)}, con n = {count}",
        "Positiva: las dos se mueven en el mismo sentido. Su tamaño depende de las unidades; para compararla, la"
        " correlación."
        if value > 0
        else "Negativa: cuando una sube, la otra tiende a bajar. Su tamaño depende de las unidades.",
    )


def _regression(g: Given) -> Solution:
    first, second = _series(g)
    constant, slope = statistics.regression(first, second)
    fit = statistics.correlation(first, second) ** 2
    line = f"ŷ = {number(constant)} {'+' if slope >= 0 else '−'} {number(abs(slope))} x"
    main = (
        fit
        if rx.search(r"\br ?2\b|r cuadrado|determinacion", g.text)
        else constant
        if rx.search(r"ordenada|constante|intercept", g.text)
        else slope
    )
    return Solution(
        main,
        f"La recta de regresión es {line}: pendiente {number(slope)}, ordenada {number(constant)}, R² {number(fit)}.",
        f"b = cov / var(x) = {number(statistics.covariance(first, second))} /"
        f" {number(statistics.covariance(first, first))}"
        f" = {number(slope)}; a = ȳ − b·x̄ = {number(constant)}",
        f"Cuando x sube 1, y varía en promedio {number(slope)}; la recta explica {percent(100 * fit)} de la"
        f" variación de y.",
        ("mínimos cuadrados ordinarios",),
    )


def _from_moments(g: Given) -> Solution:
    value = g["c"] / (g["a"] * g["b"])
    if abs(value) > 1 + 1e-9:
        raise CalculationError(
            "Con esos datos la correlación pasaría de 1, y eso no puede ser: revisá covarianza y desvíos."
        )
    return Solution(
        value,
        f"El coeficiente de correlación es {number(value)}.",
        g.fill(f"{{c}} / ({{a}} × {{b}}) = {number(value)}"),
        "Va de −1 a 1: cerca de los extremos la relación lineal es fuerte; cerca de 0, débil.",
    )


def _slope(g: Given) -> Solution:
    value = g["c"] / g["v"]
    return Solution(
        value,
        f"La pendiente es {number(value)}.",
        g.fill(f"cov / var(x) = {{c}} / {{v}} = {number(value)}"),
        f"Cuando x sube 1, y varía en promedio {number(value)}.",
        ("mínimos cuadrados ordinarios, con la varianza de la variable explicativa",),
    )


def _fit_of_correlation(g: Given) -> Solution:
    if "d" in g:
        value = math.sqrt(g["d"])
        return Solution(
            value,
            f"La correlación es {number(value)} en valor absoluto.",
            f"r = ±√{number(g['d'])} = ±{number(value)}",
            "El signo es el de la pendiente de la recta.",
        )
    value = g["r"] ** 2
    return Solution(
        value,
        f"El R² es {number(value)}: la recta explica {percent(100 * value)} de la variación.",
        f"R² = r² = {number(g['r'])}² = {number(value)}",
        f"El {percent(100 - 100 * value)} restante queda sin explicar. En la regresión simple R² es el cuadrado de r.",
    )


def _prediction(g: Given) -> Solution:
    value = g["a"] + g["b"] * g["x"]
    return Solution(
        value,
        f"La predicción es {number(value)}.",
        g.fill(f"{{a}} + {{b}} × {{x}} = {number(value)}"),
        "Es el valor medio que da la recta; el dato observado se aparta de él por el error.",
        ("la recta vale para valores de x parecidos a los de la muestra",),
    )


def _two_series(reading: Reading) -> dict[str, list[int]] | None:
    """Part the numbers in two series of the same length, where a word stands between the two."""
    places = [place for place, one in enumerate(reading.quantities) if one.mark in "#$%"]
    half, odd = divmod(len(places), 2)
    if odd or half < 2 or len(places) != len(reading.quantities):
        return None
    if _are_pairs(reading):
        return {"x": places[::2], "y": places[1::2]}
    between = reading.text[reading.slot(places[half - 1])[1] : reading.slot(places[half])[0]]
    first, second = places[:half], places[half:]
    inside = [
        reading.text[reading.slot(one)[1] : reading.slot(two)[0]]
        for part in (first, second)
        for one, two in pairwise(part)
    ]
    if not rx.search(r"[a-z]", between) or any(rx.sub(r"[ ,]|\b[ye]\b", "", text) for text in inside):
        return None
    return (
        {"x": first, "y": second}
        if _x_is_first(reading.text, reading.slot(places[0])[0])
        else {"x": second, "y": first}
    )


def _are_pairs(reading: Reading) -> bool:
    """Tell whether the numbers stand two by two in brackets: «(2;10), (4;13)»."""
    numbers = [one.number for one in reading.quantities]
    gaps = [reading.question[one.end : two.start] for one, two in pairwise(numbers)]
    return all(")" not in gap for gap in gaps[::2]) and all(")" in gap and "(" in gap for gap in gaps[1::2])


def _x_is_first(text: str, start: int) -> bool:
    """Tell whether the series that stands first is x; it is not where it is called y."""
    return rx.search(r"\by\s*$", text[:start].rstrip(" ,")) is None


_X = Input("x", "la serie x", Kind.AMOUNT, many=True)
_Y = Input("y", "la serie y", Kind.AMOUNT, many=True)
_R = r"correlacion|\bpearson\b|coeficiente r\b"

FIT = System(
    id="r_cuadrado",
    name="el coeficiente de determinación",
    area=AREA,
    formula="R² = explicada / total = 1 − residual / total",
    magnitudes=(
        Magnitude(
            "e",
            "SCE",
            "la suma explicada",
            (r"(?:suma (?:de (?:los )?cuadrados )?)?(?:explicada|de la regresion)|sce"),
            Kind.NUMBER,
        ),
        Magnitude(
            "r",
            "SCR",
            "la suma residual",
            (r"(?:suma (?:de (?:los )?cuadrados )?)?(?:residual|de (?:los )?(?:residuos|errores)|del error)|scr"),
            Kind.NUMBER,
        ),
        Magnitude(
            "t",
            "SCT",
            "la suma total",
            (r"(?:suma (?:de (?:los )?cuadrados )?)?total(?:es)?|sct"),
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "d",
            "R²",
            "el R²",
            (r"r ?2|r cuadrado|coeficiente de determinacion|bondad"),
            Kind.SHARE,
            most=1,
            least=0,
            meaning="Es la parte de la variación de y que la recta explica.",
        ),
    ),
    rules=(
        rule("t", "{e} + {r}", lambda e, r: e + r),
        rule("d", "{e} / {t}", lambda e, t: e / t),
        rule("d", "1 − {r} / {t}", lambda r, t: 1 - r / t),
        rule("e", "{t} − {r}", lambda t, r: t - r),
        rule("r", "{t} − {e}", lambda t, e: t - e),
        rule("e", "{d} × {t}", lambda d, t: d * t),
    ),
    keys="cuadrados",
    names=(
        r"^(?=.*(?:suma de (?:los )?cuadrados|\bsc[etr]\b))(?=.*(?:r ?2|cuadrado|determinacion|explicada|residual)).*"
    ),
    default="d t",
)

CALCULATORS = (
    calculator(FIT),
    Calculator(
        id="pendiente_desde_covarianza",
        name="la pendiente de la recta",
        area=AREA,
        formula="cov(x, y) / var(x)",
        inputs=(
            Input("c", "la covarianza", Kind.NUMBER, labels=r"covarianza|cov"),
            Input("v", "la varianza de x", Kind.NUMBER, above=0, labels=r"varianza|var"),
        ),
        keys="covarianza pendiente",
        names=r"^(?=.*\bcov(?:arianza)?\b)(?=.*\bvar(?:ianza)?\b)(?=.*(?:pendiente|regresion|coeficiente|recta"
        r"|\bb1?\b)).*",
        when=(),
        unless=r"\bbeta\b.*mercado|mercado.*\bbeta\b|accion|desvi",
        wordings=(r"cov(?:arianza)?(?: [a-z]\w*| ,){0,10} {c}", r"var(?:ianza)?(?: [a-z]\w*| ,){0,6} {v}"),
        work=_slope,
        asks=False,
    ),
    Calculator(
        id="r2_desde_correlacion",
        name="el coeficiente de determinación",
        area=AREA,
        formula="R² = r²",
        inputs=(
            Input(
                "r",
                "la correlación",
                Kind.NUMBER,
                optional=True,
                above=-1.0000001,
                most=1,
                labels=r"(?:coeficiente de )?correlacion(?: lineal)?|pearson|r",
            ),
            Input(
                "d",
                "el R²",
                Kind.SHARE,
                optional=True,
                above=0,
                most=1,
                labels=r"r ?2|r cuadrado|(?:coeficiente de )?determinacion",
            ),
        ),
        keys="correlacion determinacion",
        names=r"^(?=.*(?:correlacion|pearson|\br #))(?=.*(?:\br ?2\b|r cuadrado|determinacion|explica)).*",
        when=(),
        unless=r"[$@]\d|suma de|[#%]\d.*[#%]\d",
        wordings=(),
        work=_fit_of_correlation,
        asks=False,
    ),
    Calculator(
        id="correlacion",
        name="el coeficiente de correlación",
        area=AREA,
        formula="cov(x, y) / (σx·σy)",
        inputs=(_X, _Y),
        keys="correlacion pearson",
        names=_R,
        when=(_R,),
        unless=r"regresion|covarianza",
        wordings=(),
        work=_correlation,
        asks=False,
        place=_two_series,
    ),
    Calculator(
        id="covarianza",
        name="la covarianza",
        area=AREA,
        formula="Σ(x − x̄)(y − ȳ) / n",
        inputs=(_X, _Y),
        keys="covarianza",
        names=r"covarianza",
        when=(r"covarianza",),
        wordings=(),
        work=_covariance,
        asks=False,
        place=_two_series,
    ),
    Calculator(
        id="regresion_lineal",
        name="la recta de regresión",
        area=AREA,
        formula="b = cov(x, y) / var(x); a = ȳ − b·x̄",
        inputs=(_X, _Y),
        keys="regresion recta minimos pendiente",
        names=(
            r"regresion(?: lineal)?|recta de (?:regresion|ajuste|minimos)|minimos cuadrados|\bmco\b"
            r"|pendiente de la recta"
        ),
        when=(r"regresion|minimos cuadrados",),
        wordings=(),
        work=_regression,
        asks=False,
        place=_two_series,
    ),
    Calculator(
        id="correlacion_desde_covarianza",
        name="el coeficiente de correlación",
        area=AREA,
        formula="cov / (σx·σy)",
        inputs=(
            Input("c", "la covarianza", Kind.NUMBER, labels="covarianza|cov"),
            Input("a", "el desvío de x", Kind.NUMBER, above=0),
            Input("b", "el desvío de y", Kind.NUMBER, above=0),
        ),
        keys="covarianza correlacion",
        names=rf"{_R}|\bcov\b(?=.*desvi)|\bcovarianza(?=.*(?:\br\b|correlac))",
        when=(r"covarianza", r"desvi"),
        wordings=(
            r"desvi\w+(?: [a-z]+){0,3} {a} (?:y|e)(?: [a-z]+){0,3} {b}",
            r"desvi\w+(?: [a-z]+){0,4} {a} (?:, )?(?:(?:y|e|el|un) )*desvi\w+(?: [a-z]+){0,4} {b}",
        ),
        work=_from_moments,
        asks=False,
    ),
    Calculator(
        id="prediccion_lineal",
        name="el valor que predice la recta",
        area=AREA,
        formula="ŷ = a + b·x",
        inputs=(
            Input(
                "a",
                "la ordenada al origen",
                Kind.NUMBER,
                labels=r"ordenada(?: al origen)?|constante|intercepto|termino independiente|b0|alfa",
            ),
            Input("b", "la pendiente", Kind.NUMBER, labels=r"pendiente|coeficiente|b1|beta"),
            Input(
                "x",
                "el valor de x",
                Kind.AMOUNT,
                labels=r"para (?:un|una) \w+(?: de)?|(?:si|cuando|con)(?: (?:el|la|un|una|su))? \w+(?: (?:es"
                r"|vale|de|sube a|llega a|fuera))+|cuando \w+(?: \w+)? (?:es|vale)|x|si \w+ (?:es|vale)",
            ),
        ),
        keys="ordenada pendiente regresion predice",
        names=(
            r"^(?=.*(?:regresion|recta|ordenada|intercepto|\by #\d+ #\d+ x\b))(?=.*(?:predi[cj]|estim|pronost"
            r"|pendiente.*ordenada|ordenada.*pendiente"
            r"|valor (?:esperado )?de y)).*"
        ),
        when=(r"regresion|recta", r"predic|estim|pronostic|valor de y"),
        unless=r"elastic|error estandar|\b[a-z]+ #\d+ #\d+ (?:x|[a-z]{4,})\b",
        wordings=(r"\by {a} {b} x\b", r"(?:para|si|cuando|con)(?: un)? x(?: (?:es|vale|de|igual|a))* {x}"),
        work=_prediction,
        asks=False,
    ),
)
