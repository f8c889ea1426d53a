"""Distribución y estadística: valor z, coeficiente de variación, error estándar, intervalo de confianza y t."""

import math

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Distribución y estadística"
# Two-sided quantiles of the standard normal distribution, as tables give them. Source: Wooldridge, tabla G.1.
_QUANTILES = {80: 1.281552, 90: 1.644854, 95: 1.959964, 98: 2.326348, 99: 2.575829}


def _z(g: Given) -> Solution:
    value = (g["x"] - g["m"]) / g["s"]
    return Solution(
        value,
        f"El valor z es {number(value)}.",
        g.fill(f"({{x}} − {{m}}) / {{s}} = {number(value)}"),
        f"El dato está {number(abs(value))} desvíos {'por encima' if value >= 0 else 'por debajo'} de la media.",
    )


def _variation(g: Given) -> Solution:
    value = 100 * g["s"] / g["m"]
    return Solution(
        value,
        f"El coeficiente de variación es {percent(value)}.",
        g.fill(f"{{s}} / {{m}} × 100 = {percent(value)}"),
        "Dice cuánto se dispersan los datos en relación con su media; permite comparar series de distinta unidad.",
    )


def _spread(g: Given) -> float:
    """Return the standard deviation, which may be told as a variance."""
    told_variance = "varianza" in g.text and rx.search(r"desv|dispersion|\bs [#$]|sigma [#$]", g.text) is None
    return math.sqrt(g["s"]) if told_variance else g["s"]


def _root(g: Given) -> Solution:
    if "v" in g:
        value = math.sqrt(g["v"])
        return Solution(
            value,
            f"El desvío estándar es {number(value)}.",
            g.fill(f"√{{v}} = {number(value)}"),
            "El desvío está en la misma unidad que los datos; la varianza, en esa unidad al cuadrado.",
        )
    value = g["s"] ** 2
    return Solution(
        value,
        f"La varianza es {number(value)}.",
        g.fill(f"{{s}}² = {number(value)}"),
        "La varianza está en la unidad de los datos al cuadrado; el desvío, en la de los datos.",
    )


def _mean_margin(g: Given) -> Solution:
    level = _level(g)
    quantile, spread = g.get("z", _QUANTILES[round(level)]), _spread(g)
    error = quantile * spread / math.sqrt(g["n"])
    return Solution(
        error,
        f"El margen de error es {number(error)}, con {percent(level)} de confianza.",
        f"{number(quantile)} × {number(spread)} / √{g.shown('n')} = {number(error)}",
        "La media verdadera está a esa distancia de la muestral, o menos, en esa parte de las muestras.",
        ("aproximación normal, buena con unas 30 observaciones o más",),
    )


def _standard_error(g: Given) -> Solution:
    spread = _spread(g)
    value = spread / math.sqrt(g["n"])
    return Solution(
        value,
        f"El error estándar de la media es {number(value)}.",
        g.fill(f"{number(spread)} / √{{n}} = {number(value)}"),
        "Es el desvío de la media de muestras de ese tamaño: con cuatro veces más datos se reduce a la mitad.",
    )


def _level(g: Given) -> float:
    level = g["c"] if "c" in g else 95.0  # noqa: SIM401 - no mapping
    if round(level) not in _QUANTILES or level != round(level):
        raise CalculationError("Calculo intervalos de 80 %, 90 %, 95 %, 98 % y 99 % de confianza: elegí uno.")
    return level


def _interval(g: Given) -> Solution:
    level = _level(g)
    quantile = g.get("z", _QUANTILES[round(level)])
    error = quantile * _spread(g) / math.sqrt(g["n"])
    low, high = g["m"] - error, g["m"] + error
    return Solution(
        low,
        f"El intervalo de confianza de {percent(level)} va de {number(low)} a {number(high)}.",
        g.fill(f"{{m}} ± {number(quantile)} × {{s}} / √{{n}} = {{m}} ± {number(error)}"),
        f"De cada 100 intervalos hechos así, {number(level)} contienen la media verdadera.",
        ("aproximación normal, buena con unas 30 observaciones o más",),
    )


def _proportion_interval(g: Given) -> Solution:
    level = _level(g)
    quantile, share = g.get("z", _QUANTILES[round(level)]), g["p"]
    if share > 1:
        share /= g["n"]
    if share > 1:
        raise CalculationError("La proporción no puede pasar de 1 (100 %): revisá los datos.")
    error = quantile * math.sqrt(share * (1 - share) / g["n"])
    low, high = 100 * (share - error), 100 * (share + error)
    return Solution(
        low,
        f"El intervalo de confianza de {percent(level)} va de {percent(low)} a {percent(high)}.",
        f"{number(100 * share)} % ± {number(quantile)} × √(p(1 − p)/n) = {number(100 * share)} % ±"
        f" {number(100 * error)} puntos",
        f"El margen de error es de {number(100 * error)} puntos porcentuales.",
        ("aproximación normal, buena con muestras grandes",),
    )


def _t(g: Given) -> Solution:
    value = (g["x"] - g["m"]) / (g["s"] / math.sqrt(g["n"]))
    return Solution(
        value,
        f"El estadístico t es {number(value)}.",
        g.fill(f"({{x}} − {{m}}) / ({{s}} / √{{n}}) = {number(value)}"),
        "En valor absoluto pasa de 2, más o menos: se rechaza la hipótesis nula al 5 %."
        if abs(value) > 2
        else "En valor absoluto no llega a 2, más o menos: no se rechaza la hipótesis nula al 5 %.",
        ("prueba de una media, a dos colas; el valor crítico exacto depende de los grados de libertad",),
    )


def _t_of_coefficient(g: Given) -> Solution:
    null = g["m"] if "m" in g else 0.0  # noqa: SIM401 - no mapping
    value = (g["b"] - null) / g["e"]
    return Solution(
        value,
        f"El estadístico t es {number(value)}.",
        g.fill(f"({{b}} − {number(null)}) / {{e}} = {number(value)}"),
        "El coeficiente es significativo al 5 % (|t| mayor que 1,96)."
        if abs(value) > 1.96
        else "El coeficiente no es significativo al 5 % (|t| menor que 1,96).",
    )


_SPREAD = r"desvi\w+(?: (?:estandar|tipic[ao]|poblacional|muestral))*|sigma|s(?= #)|dispersion"
_MEAN = r"media(?: muestral)?|promedio|medio"
_SIZE = (
    r"n(?= #)|muestra(?:s)?(?: (?:de|tamano|son))*|observaciones|casos|(?:encuest|entrevist|relev)\w+|tamano|datos"
    r"|(?:personas|hogares|familias|clientes|alumnos|estudiantes|votantes|trabajadores|empresas|viviendas)"
)
_S = Input("s", "el desvío estándar", Kind.AMOUNT, above=0, labels=_SPREAD)
_N = Input("n", "el tamaño de la muestra", Kind.NUMBER, above=0, labels=_SIZE)
_MEAN_TOLD = Input("m", "la media", Kind.AMOUNT, optional=True, labels=_MEAN + r"|gasta\w*|gana\w*|en promedio")
_SCORE = Input("z", "el valor z", Kind.NUMBER, optional=True, above=1, below=4, labels=r"z|valor critico")
_LEVEL = Input("c", "el nivel de confianza", Kind.RATE, optional=True, labels=r"confianza(?: del?)?|nivel")

CALCULATORS = (
    Calculator(
        id="valor_z",
        name="el valor z",
        area=AREA,
        formula="(x − μ) / σ",
        inputs=(
            Input(
                "x",
                "el dato",
                Kind.AMOUNT,
                labels=r"saque|dato|valor|nota|puntaje|observ\w+|gana|mide|x|tiene|obtuv\w+",
            ),
            Input("m", "la media", Kind.AMOUNT, labels=_MEAN + "|mu"),
            _S,
        ),
        keys="z estandarizar puntaje tipificar estandarizado",
        names=(
            r"valor z|puntaje z|puntuacion z|score z|nota z|variable z|estandariz\w*|tipific\w*|zscore|z score|z de\b"
            r"|cuantos desvios|cuantas desviaciones|calcul\w+ z\b|cuanto (?:es|vale) z\b|cual es z\b"
        ),
        when=(),
        unless=r"%\d|confianza",
        wordings=(),
        work=_z,
    ),
    Calculator(
        id="coeficiente_variacion",
        name="el coeficiente de variación",
        area=AREA,
        formula="σ / μ × 100",
        inputs=(Input("m", "la media", Kind.AMOUNT, above=0, labels=_MEAN), _S),
        keys="variacion coeficiente",
        names=(
            r"^(?=.*coef\w*(?: ,)? de variacion)(?=.*(?:media|promedio)).*|coeficiente de variacion"
            r"|variacion relativa|\bcv\b"
        ),
        when=(r"coeficiente de variacion",),
        wordings=(),
        work=_variation,
    ),
    Calculator(
        id="error_estandar",
        name="el error estándar de la media",
        area=AREA,
        formula="s / √n",
        inputs=(_S, _N, _MEAN_TOLD),
        keys="error estandar",
        names=r"error (?:estandar|tipico|estd)(?: de la media)?",
        when=(r"error estandar",),
        unless=r"coeficiente|beta|pendiente|\bt\b",
        wordings=(),
        work=_standard_error,
    ),
    Calculator(
        id="varianza_y_desvio",
        name="el desvío estándar",
        area=AREA,
        formula="σ = √varianza",
        inputs=(
            Input("v", "la varianza", Kind.NUMBER, optional=True, above=0, labels=r"varianza"),
            Input("s", "el desvío", Kind.NUMBER, optional=True, above=0, labels=_SPREAD),
        ),
        keys="varianza desvio",
        names=r"^(?=.*varianza)(?=.*desv).*",
        when=(),
        unless=r"[%@]\d|[#$]\d.*[#$]\d",
        wordings=(),
        work=_root,
        asks=False,
    ),
    Calculator(
        id="margen_de_error_de_la_media",
        name="el margen de error de la media",
        area=AREA,
        formula="z·s/√n",
        inputs=(_S, _N, _LEVEL, _SCORE, _MEAN_TOLD),
        keys="margen error",
        names=r"^(?=.*(?:margen de error|error maximo|error muestral))(?=.*(?:desv|varianza)).*",
        when=(),
        wordings=(r"confianza (?:de|del|al) {c}", r"{c} (?:de )?confianza"),
        work=_mean_margin,
        asks=False,
    ),
    Calculator(
        id="intervalo_confianza",
        name="el intervalo de confianza de la media",
        area=AREA,
        formula="x̄ ± z·s/√n",
        inputs=(
            Input("m", "la media", Kind.AMOUNT, labels=_MEAN + r"|gasta\w*|gana\w*|en promedio"),
            _S,
            _N,
            _LEVEL,
            _SCORE,
        ),
        keys="intervalo confianza limites",
        names=r"intervalos? (?:de confianza|al|del)|limites (?:de confianza|del intervalo)",
        when=(r"intervalo", r"media|promedio"),
        wordings=(r"confianza (?:de|del|al) {c}", r"{c} (?:de )?confianza"),
        work=_interval,
    ),
    Calculator(
        id="intervalo_proporcion",
        name="el intervalo de confianza de una proporción",
        area=AREA,
        formula="p ± z·√(p(1 − p)/n)",
        inputs=(
            Input(
                "p",
                "la proporción",
                Kind.SHARE,
                above=-1e-9,
                labels=r"proporcion|vot\w+|apoya\w*|respond\w+|si|favor|dijo|aprueba\w*|tasa|imagen|intencion"
                r"|da|dio|sac\w+|prefier\w+|tiene",
            ),
            _N,
            _LEVEL,
            _SCORE,
        ),
        keys="intervalo confianza encuesta margen",
        names=r"intervalos? (?:de confianza|al|del)(?=.*(?:proporcion|encuest|%\d.*%\d))"
        r"|(?:margen de )?error (?:muestral|maximo)|margen de error",
        when=(r"intervalo|margen de error", r"proporcion|encuest"),
        unless=r"desvi|media|promedio",
        wordings=(r"confianza (?:de|del|al) {c}", r"{c} (?:de )?confianza"),
        work=_proportion_interval,
    ),
    Calculator(
        id="estadistico_t",
        name="el estadístico t de una media",
        area=AREA,
        formula="(x̄ − μ₀) / (s/√n)",
        inputs=(
            Input(
                "x",
                "la media de la muestra",
                Kind.AMOUNT,
                labels=r"media muestral|media de la muestra|muestral|promedio|media",
            ),
            Input(
                "m",
                "la media de la hipótesis nula",
                Kind.AMOUNT,
                labels=(
                    r"(?:media )?(?:segun |de |bajo )?(?:la )?(?:hipotesis|hipotetica|poblacional|nula|h0)(?: nula)?"
                    r"|mu|h0|valor supuesto"
                ),
            ),
            _S,
            _N,
        ),
        keys="estadistico t hipotesis prueba",
        names=r"(?:estadistico|valor|prueba|test) t\b|\bt de student",
        when=(r"\bt\b|estadistico|prueba de hipotesis", r"muestra|hipotesis|nula|h0"),
        unless=r"coeficiente|pendiente|error estandar|confianza|\bm #\d+ , v",
        wordings=(),
        work=_t,
    ),
    Calculator(
        id="t_de_un_coeficiente",
        name="el estadístico t de un coeficiente",
        area=AREA,
        formula="(b − b₀) / error estándar",
        inputs=(
            Input(
                "b",
                "el coeficiente",
                Kind.NUMBER,
                labels=r"coeficiente(?: estimado)?|pendiente|beta|b1"
                r"|estimad[oa]|b",
            ),
            Input("e", "el error estándar", Kind.NUMBER, above=0, labels=r"error(?: estandar| tipico)?|ee|se"),
            Input("m", "el valor de la hipótesis nula", Kind.NUMBER, optional=True, labels=r"hipotesis(?: nula)?|h0"),
        ),
        keys="estadistico coeficiente error",
        names=r"(?:estadistico|valor|prueba|test|ratio|cociente|vale|calcul\w+|es) t\b|\bt(?= (?:del"
        r"|de la) (?:coeficiente|pendiente))",
        when=(r"\bt\b|estadistico t", r"error estandar|error tipico"),
        unless=r"muestra|media|%\d",
        wordings=(),
        work=_t_of_coefficient,
    ),
)
