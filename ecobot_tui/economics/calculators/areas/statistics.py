"""Distribución y estadística: Gini, brecha de deciles, media, mediana, desvío y promedio ponderado."""

import math
import statistics as stats

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import statistics
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Distribución y estadística"


def _gini(g: Given) -> Solution:
    incomes = g.all("x")
    if min(incomes) < 0 or not any(incomes):
        raise CalculationError("El Gini necesita ingresos que no sean negativos, y alguno mayor que cero.")
    value = statistics.gini(incomes)
    return Solution(
        value,
        f"El coeficiente de Gini es {number(value)}.",
        f"Σ(2i − n − 1)xᵢ / (n Σx), con n = {len(incomes)} y Σx = {number(math.fsum(incomes))} → {number(value)}",
        "Va de 0 (todos ganan lo mismo) a 1 (uno se lleva todo): cuanto más alto, más desigualdad.",
        ("cada número es el ingreso de una persona o de un grupo de igual tamaño",),
    )


def _gini_of_shares(g: Given) -> Solution:
    total = math.fsum(g.all("x"))
    if abs(total - 100) > 0.5:
        raise CalculationError(f"Las participaciones suman {number(total)} % y tienen que sumar 100 %.")
    return _gini(g)


def _deciles(g: Given) -> Solution:
    value = g["a"] / g["b"]
    return Solution(
        value,
        f"La brecha entre deciles es {number(value)} veces.",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        f"El 10 % más rico gana en promedio {number(value)} veces lo que gana el 10 % más pobre.",
        ("los dos montos son ingresos medios de su decil",),
    )


def _summary(g: Given) -> Solution:
    values = g.all("x")
    mean, median = math.fsum(values) / len(values), stats.median(values)
    spread, sample = stats.pstdev(values), stats.stdev(values)
    main = spread if "desvi" in g.text else median if "mediana" in g.text else mean
    return Solution(
        main,
        f"Media {number(mean)}; mediana {number(median)}; desvío estándar {number(spread)} (poblacional) o"
        f" {number(sample)} (muestral).",
        f"media = {number(math.fsum(values))} / {len(values)} = {number(mean)}; desvío = √(Σ(x − media)² / n), o / (n −"
        f" 1) en una muestra",
        "La mediana deja la mitad de los datos de cada lado y no la mueven los extremos; el desvío dice cuánto se"
        " alejan los datos de la media.",
    )


def _weighted(g: Given) -> Solution:
    values, weights = g.all("x"), g.all("w")
    if len(values) != len(weights):
        raise CalculationError("Para el promedio ponderado hace falta un peso por cada valor.")
    if min(weights) < 0 or abs(math.fsum(weights) - 100) > 0.5:
        raise CalculationError("Los pesos del promedio ponderado tienen que ser positivos y sumar 100 %.")
    value = statistics.weighted_mean(values, weights)
    terms = " + ".join(f"{number(x)} × {number(w)} %" for x, w in zip(values, weights, strict=True))
    return Solution(
        value,
        f"El promedio ponderado es {number(value)}.",
        f"{terms} = {number(value)}",
        "Cada valor cuenta según su peso, y no todos por igual.",
    )


_LIST = r"[#$]\d+ (?:, |y |e )*[#$]\d+"
_MIXED = r"|@\d|[#$]\d+ (?!y\b|e\b)[a-z]\w*.*[#$]\d|[a-z] [#$]\d+ , [a-z]+ [#$]\d"

CALCULATORS = (
    Calculator(
        id="gini",
        name="el coeficiente de Gini",
        area=AREA,
        formula="Σ(2i − n − 1)xᵢ / (n Σx)",
        inputs=(Input("x", "cada ingreso", Kind.AMOUNT, many=True),),
        keys="gini ingresos",
        when=(r"gini|^ingresos (?:de )?" + _LIST + r"(?: (?:, |y )*[#$]\d+){2,}$", _LIST),
        unless=r"%\d|acumul|lorenz|subi|baj|paso|(?:de|desde) [#$]\d+ a |gini (?:de |es )*0|entre" + _MIXED,
        wordings=(),
        also="coeficiente indice ingresos ingreso distribucion desigualdad personas",
        work=_gini,
        asks=False,
    ),
    Calculator(
        id="gini_participaciones",
        name="el coeficiente de Gini",
        area=AREA,
        formula="Σ(2i − n − 1)xᵢ / (n Σx)",
        inputs=(Input("x", "la participación de cada grupo", Kind.RATE, many=True),),
        keys="gini",
        when=(r"gini", r"%\d+ (?:, |y |e )*%\d"),
        unless=r"[#$@]\d|acumul|lorenz|subi|baj|paso|(?:de|desde) %\d+ a |mas rico|mas pobre",
        wordings=(),
        also="coeficiente indice ingresos ingreso participaciones quintiles deciles distribucion desigualdad",
        work=_gini_of_shares,
        asks=False,
    ),
    Calculator(
        id="brecha_deciles",
        name="la brecha entre deciles",
        area=AREA,
        formula="media D10 / media D1",
        inputs=(
            Input("a", "el ingreso medio del decil más rico", Kind.AMOUNT),
            Input("b", "el ingreso medio del decil más pobre", Kind.AMOUNT, above=0),
        ),
        keys="d10 decil deciles",
        when=(r"\bd10\b|decil", r"\bd1\b|decil"),
        unless=r"%\d|@\d|gini|acumul|mediana",
        wordings=(
            r"(?:d10|decil mas rico|decil mas alto)(?: (?:gana|es|de|en|promedio|tiene))* {a}",
            r"(?:d1|mas pobre|mas bajo)(?: (?:gana|es|de|en|promedio|tiene))* {b}",
        ),
        also="brecha ingreso ingresos decil gana promedio medio rico pobre",
        work=_deciles,
        asks=False,
    ),
    Calculator(
        id="media_mediana_desvio",
        name="la media, la mediana y el desvío",
        area=AREA,
        formula="Σx / n ; valor central ; √(Σ(x − x̄)² / n)",
        inputs=(Input("x", "cada dato", Kind.AMOUNT, many=True),),
        keys="media mediana desvio desviacion promedio",
        when=(r"\bmedia\b|mediana|\bdesvi|promedio", _LIST),
        unless=r"%\d|ponderad|movil|geometric|armonic|varianza|costo|crec|tasa|propension|gini|decil"
        r"|(?:de|desde) [#$]\d+ a |punto medio|elastic|anual|entre [#$]|cada" + _MIXED,
        wordings=(),
        also="estandar numeros datos aritmetica notas ingresos precios valores",
        work=_summary,
        asks=False,
    ),
    Calculator(
        id="media_ponderada",
        name="el promedio ponderado",
        area=AREA,
        formula="Σwx / Σw",
        inputs=(
            Input("x", "cada valor", Kind.NUMBER, many=True),
            Input("w", "el peso de cada valor", Kind.RATE, many=True),
        ),
        keys="ponderada ponderado notas ponderacion",
        when=(r"ponderad|notas|ponderacion", r"^[^#%$@]*(?:#\d+[^#%$@]*%\d+[^#%$@]*){2,}$"),
        unless=r"[$@]\d|subi|baj|paso|aument|inflacion|gini",
        wordings=(),
        also="promedio media nota peso pesa vale examen final parcial",
        work=_weighted,
        asks=False,
    ),
)
