"""Distribución y estadística: binomial, Poisson, normal, combinatoria y promedio móvil."""

import math
from statistics import NormalDist

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Distribución y estadística"
_MOST = 1_000
_AT_LEAST = r"al menos|como minimo|por lo menos|(?:o|y) mas\b|minimo"
_AT_MOST = r"a lo sumo|como maximo|hasta|(?:o|y) menos\b|maximo"
_MORE = r"mas de|mas que|mayor(?:es)? (?:a|que|de)|super[ea]\w*|encima de|arriba de"
_LESS = r"menos de|menos que|menor(?:es)? (?:a|que|de)|debajo de|inferior(?:es)? a"


def _told(value: float, worked: str, meaning: str, *assumed: str) -> Solution:
    return Solution(
        100 * value, f"La probabilidad es {percent(100 * value)} ({number(value)}).", worked, meaning, assumed
    )


def _whole(value: float, name: str) -> int:
    if value != int(value) or not 0 <= value <= _MOST:
        raise CalculationError(f"{name} tiene que ser un número entero de 0 a {number(_MOST)}.")
    return int(value)


def _range(text: str, count: int, top: int) -> tuple[int, int, str]:
    """Return the first and the last number of cases that are asked, and how it is written."""
    if rx.search(_AT_LEAST, text):
        return count, top, f"P(X ≥ {count})"
    if rx.search(_AT_MOST, text):
        return 0, count, f"P(X ≤ {count})"
    if rx.search(_MORE, text):
        return count + 1, top, f"P(X > {count})"
    if rx.search(_LESS, text):
        return 0, count - 1, f"P(X < {count})"
    return count, count, f"P(X = {count})"


def _binomial(g: Given) -> Solution:
    trials, chance = _whole(g["n"], "La cantidad de intentos"), g["p"]
    if not 0 <= chance <= 1:
        raise CalculationError("La probabilidad tiene que ir de 0 a 1 (100 %).")
    first, last, written = _range(g.text, _whole(g["k"], "La cantidad de éxitos"), trials)
    value = math.fsum(
        math.comb(trials, one) * chance**one * (1 - chance) ** (trials - one)
        for one in range(first, min(last, trials) + 1)
    )
    single = f"C({trials}, {first}) × {number(chance)}^{first} × {number(1 - chance)}^{trials - first}"
    return _told(
        value,
        f"{written} = {single if first == last else 'suma de C(n, k)·p^k·(1 − p)^(n − k)'} = {number(value)}",
        f"En {trials} intentos se esperan {number(trials * chance)} éxitos.",
        "los intentos son independientes y con la misma probabilidad (binomial)",
    )


def _poisson(g: Given) -> Solution:
    mean, count = g["m"], _whole(g["k"], "La cantidad de casos")
    if mean > _MOST / 2:
        raise CalculationError("Con una media tan grande conviene usar la normal.")
    first, last, written = _range(g.text, count, -1)

    def chance(one: int) -> float:
        return math.exp(one * math.log(mean) - mean - math.lgamma(one + 1))

    value = (
        1 - math.fsum(chance(one) for one in range(first))
        if last < first and "<" not in written
        else math.fsum(chance(one) for one in range(first, last + 1))
    )
    shown = f"e^−{number(mean)} × {number(mean)}^{count} / {count}!" if first == last else "suma de e^−λ·λ^k / k!"
    return _told(
        max(value, 0.0),
        f"{written} = {shown} = {number(max(value, 0.0))}",
        f"La media y la varianza de una Poisson son iguales: {number(mean)}.",
    )


def _normal(g: Given) -> Solution:
    mean, spread, points = g["m"], g["s"], g.all("x")
    law = NormalDist(mean, spread)
    scores = [number((one - mean) / spread) for one in points]
    if len(points) == 2:
        low, high = sorted(points)
        value = law.cdf(high) - law.cdf(low)
        written = f"P({number(low)} < X < {number(high)})"
    elif rx.search(rf"{_MORE}|{_AT_LEAST}", g.text):
        value, written = 1 - law.cdf(points[0]), f"P(X > {number(points[0])})"
    else:
        value, written = law.cdf(points[0]), f"P(X < {number(points[0])})"
    return _told(
        value,
        f"z = {' y '.join(scores)} ; {written} = {number(value)}",
        "Es el área bajo la campana; a un desvío de la media queda el 68 % de los casos y a dos, el 95 %.",
        "distribución normal",
    )


def _normal_places(reading: Reading) -> dict[str, list[int]] | None:
    """Take the mean and the deviation by their names, and one or two points from the rest."""
    found: dict[str, list[int]] = {}
    for place, one in enumerate(reading.quantities):
        start = reading.slots[place][0]
        before = reading.text[reading.slots[place - 1][1] if place else 0 : start]
        if one.mark not in "#$":
            return None
        if "s" not in found and rx.search(r"\b(?:desv\w+|sigma|ds)\b(?: [a-z]+){0,3} $", before):
            found["s"] = [place]
        elif "m" not in found and rx.search(r"\b(?:media|promedio|mu)\b(?: [a-z]+){0,3} $", before):
            found["m"] = [place]
        else:
            found.setdefault("x", []).append(place)
    return found if found.keys() == {"m", "s", "x"} and len(found["x"]) <= 2 else None


def _choices(g: Given) -> Solution:
    many, few = _whole(g["n"], "El total"), _whole(g["k"], "El grupo")
    if few > many:
        raise CalculationError("No se pueden elegir más elementos de los que hay.")
    ordered = rx.search(r"permutacion|variacion|orden(?!ador)", g.text) and not rx.search(
        r"sin importar|no importa", g.text
    )
    value = math.perm(many, few) if ordered else math.comb(many, few)
    name = "formas ordenadas (variaciones)" if ordered else "combinaciones"
    worked = f"{many}! / {many - few}!" if ordered else f"{many}! / ({few}! × {many - few}!)"
    return Solution(
        float(value),
        f"Hay {number(value)} {name}.",
        f"{worked} = {number(value)}",
        "En las combinaciones no importa el orden; en las variaciones, sí.",
    )


def _moving(g: Given) -> Solution:
    width, data = _whole(g["n"], "La cantidad de períodos"), g.all("x")
    if not 1 < width <= len(data):
        raise CalculationError("El promedio móvil necesita al menos tantos datos como períodos toma.")
    means = [math.fsum(data[one : one + width]) / width for one in range(len(data) - width + 1)]
    return Solution(
        means[-1],
        f"El promedio móvil da {'; '.join(map(number, means))}.",
        f"último = ({' + '.join(map(number, data[-width:]))}) / {width} = {number(means[-1])}",
        "Suaviza la serie: cada valor promedia los últimos períodos. Como pronóstico simple se usa el último.",
    )


def _moving_places(reading: Reading) -> dict[str, list[int]] | None:
    """Take the width, which is named, and the series, which is all the rest."""
    found = rx.search(
        r"(?:movil|moviles)(?: (?:simple|de|a|con|los|ultimos|cada|orden))* [#@](\d+)|[#@](\d+) (?:periodos|terminos)",
        reading.text,
    )
    if found is None:
        return None
    width = int(found[1] or found[2])
    data = [place for place in range(len(reading.quantities)) if place != width]
    if len(data) < 2 or any(reading.quantities[place].mark not in "#$" for place in data):
        return None
    return {"n": [width], "x": data}


_CHANCE = r"p|probabilidad(?: de (?:exito|cada un[oa]))?(?: (?:es|de|del))*"

CALCULATORS = (
    Calculator(
        id="binomial",
        name="la probabilidad binomial",
        area=AREA,
        formula="C(n, k)·p^k·(1 − p)^(n − k)",
        inputs=(
            Input("n", "la cantidad de intentos", Kind.NUMBER, above=0, labels=r"n|intentos|ensayos|pruebas|tiradas"),
            Input("p", "la probabilidad de éxito", Kind.SHARE, labels=_CHANCE),
            Input("k", "la cantidad de éxitos", Kind.NUMBER, labels=r"x|k|exactamente|exitos|menos|maximo|mas de"),
        ),
        keys="binomial",
        names=r"binomial.*|^(?=.*binomial).*",
        when=(),
        unless=r"\$\d|normal",
        wordings=(
            r"(?:exactamente|al menos|a lo sumo|como (?:maximo|minimo)|mas de|menos de|hasta|x|k|sean) {k}",
            r"{k} exitos",
        ),
        work=_binomial,
        asks=False,
    ),
    Calculator(
        id="poisson",
        name="la probabilidad de Poisson",
        area=AREA,
        formula="e^−λ·λ^k / k!",
        inputs=(
            Input(
                "m",
                "la media",
                Kind.NUMBER,
                above=0,
                labels=r"lambda|media|promedio|tasa|llegan(?: en promedio)?|por (?:hora|dia|minuto|semana)",
            ),
            Input(
                "k",
                "la cantidad de casos",
                Kind.NUMBER,
                labels=r"x|k|exactamente|probabilidad de(?: que (?:lleguen|haya|entren))?|lleguen|haya|mas de|menos",
            ),
        ),
        keys="poisson",
        names=r"poisson.*|^(?=.*poisson).*",
        when=(),
        unless=r"[$%]\d",
        wordings=(
            r"(?:exactamente|al menos|a lo sumo|como (?:maximo|minimo)|mas de|menos de|hasta|lleguen|haya|x|k) {k}",
        ),
        work=_poisson,
        asks=False,
    ),
    Calculator(
        id="probabilidad_normal",
        name="la probabilidad de una normal",
        area=AREA,
        formula="P(X < x) = Φ((x − μ) / σ)",
        inputs=(
            Input("m", "la media", Kind.AMOUNT),
            Input("s", "el desvío estándar", Kind.AMOUNT, above=0),
            Input("x", "los valores", Kind.AMOUNT, many=True),
        ),
        keys="normal probabilidad",
        names=r"^(?=.*(?:\bnormal|probab|porcentaje|que parte))(?=.*(?:media|promedio|\bmu\b))(?=.*(?:desv|sigma))"
        rf"(?=.*(?:{_MORE}|{_LESS}|entre|{_AT_LEAST}|{_AT_MOST})).*",
        when=(),
        unless=r"%\d|muestra|confianza|hipotesis|error|\bn #|encuest|varianza|poisson|binomial",
        wordings=(),
        place=_normal_places,
        work=_normal,
        asks=False,
    ),
    Calculator(
        id="combinaciones",
        name="las combinaciones",
        area=AREA,
        formula="n! / (k!·(n − k)!)",
        inputs=(Input("n", "el total", Kind.NUMBER, above=0), Input("k", "cuántos se eligen", Kind.NUMBER, above=0)),
        keys="combinaciones permutaciones combinacion variaciones",
        names=r"(?:combinaciones|combinatorio|permutaciones|variaciones (?:de|sin)|de cuantas (?:formas"
        r"|maneras)|cuant[oa]s"
        r" (?:formas|maneras|combinaciones|parejas|grupos|comites)).*",
        when=(),
        unless=r"[%$]\d|frontera|produc|precio|gast|compr|cuotas|pagar",
        wordings=(
            r"{n} (?:[a-z]+ ){0,3}?(?:tomad[oa]s |elegid[oa]s |agrupad[oa]s )?(?:de |en )a? ?(?:grupos de )?{k}",
            r"(?:elegir|seleccionar|formar|sacar|armar)(?: [a-z]+){0,3} {k} (?:[a-z]+ ){0,4}?(?:de|entre|con)"
            r"(?: (?:un|grupo|de|los|las|total))* {n}",
            r"(?:grupos|comites|equipos) de {k} (?:[a-z]+ ){0,5}?(?:con|de|entre|a partir de)(?: [a-z]+){0,2} {n}",
            r"{n} .*(?:elegir|seleccionar|formar|sacar|armar|grupos de)(?: [a-z]+){0,2} {k}",
        ),
        work=_choices,
        asks=False,
    ),
    Calculator(
        id="promedio_movil",
        name="el promedio móvil",
        area=AREA,
        formula="(x₁ + … + xₙ) / n",
        inputs=(
            Input("n", "la cantidad de períodos", Kind.TIME, above=1),
            Input("x", "cada dato", Kind.AMOUNT, many=True),
        ),
        keys="movil moviles",
        names=r"(?:promedios?|medias?) (?:moviles|movil).*",
        when=(),
        unless=r"%\d|exponencial",
        wordings=(),
        place=_moving_places,
        work=_moving,
        asks=False,
    ),
)
