"""Distribución y estadística: lo que resume una lista de datos: medias, mediana, moda, dispersión, cuartiles y Gini."""

import math
import re
import statistics as stats
from collections.abc import Sequence

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import statistics
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Distribución y estadística"
_JOINT = re.compile(
    r"(?:[ ,]|\b(?:y|e|luego|despues|mm|cm|pesos|puntos|m|miles|anos|otr[oa]s?|un[ao]?s?|de|gana|ganan|cobra)\b)*"
)
_OF_SAMPLE = re.compile(r"\bn(?: menos)?$")
"""The 1 of «dividiendo por n − 1» is no datum."""
_COUNT_BEFORE = re.compile(r"\b(?:percentil|cuartil|decil|quintil|p|q)$")


def _run(reading: Reading, marks: str) -> list[int]:
    """Return the places of the longest run of numbers with nothing but commas and the like between them."""
    best: list[int] = []
    run: list[int] = []
    for place, one in enumerate(reading.quantities):
        if one.mark not in marks:
            run = []
            continue
        if run:
            gap = reading.text[reading.slots[place - 1][1] : reading.slots[place][0]]
            if run[-1] != place - 1 or _JOINT.fullmatch(gap) is None:
                run = []
        run = [*run, place]
        if len(run) > len(best):
            best = run
    return best


def _data(reading: Reading) -> dict[str, list[int]] | None:
    """Take the list of data of a question, and the percentile it asks for, if any; all else has to be an aside."""
    run = _run(reading, "#$%@")
    marks = [reading.quantities[place].mark for place in run]
    # In «4, 3,5 y 2,7 %» the sign stands once, after the last; other mixtures are values with their weights.
    if len(set(marks)) > 1 and (len(set(marks[:-1])) > 1 or marks[0] != "#"):
        return None
    found: dict[str, list[int]] = {}
    if run and _OF_SAMPLE.search(reading.text[: reading.slots[run[0]][0]].rstrip()):
        run = run[1:]
    if len(run) > 2 and _COUNT_BEFORE.search(reading.text[: reading.slots[run[0]][0]].rstrip()):
        run = run[1:]
    if len(run) > 3 and _counts(reading, run[0], len(run) - 1):
        run = run[1:]
    for place, one in enumerate(reading.quantities):
        if place in run:
            continue
        if _COUNT_BEFORE.search(reading.text[: reading.slots[place][0]].rstrip()):
            found["k"] = [place]
        elif not (
            _OF_SAMPLE.search(reading.text[: reading.slots[place][0]].rstrip())
            or _counts(reading, place, len(run))
            or (one.mark == "#" and one.value in (len(run), *range(1900, 2101)))
        ):
            return None
    if len(run) < 2:
        return None
    return {**found, "x": run}


def _counts(reading: Reading, place: int, many: int) -> bool:
    """Tell whether a number only says how many data there are: «cinco familias que ganan 100, …»."""
    one = reading.quantities[place]
    after = reading.text[reading.slots[place][1] :].lstrip()
    return (
        one.mark in "#@"
        and one.value == many
        and (one.spelled or one.mark == "@" or rx.match(r"[a-z]{3,}", after) is not None)
    )


def percentile(values: Sequence[float], share: float) -> tuple[float, float]:
    """Return a percentile by interpolation among n − 1 steps, as spreadsheets do, and among n + 1, as manuals do."""
    ordered, count = sorted(values), len(values)

    def at(position: float) -> float:
        position = min(max(position, 0.0), count - 1.0)
        low = math.floor(position)
        high = min(low + 1, count - 1)
        return ordered[low] + (position - low) * (ordered[high] - ordered[low])

    return at(share * (count - 1)), at(share * (count + 1) - 1)


_QUARTILES = {"primer": 25, "tercer": 75, "segundo": 50, "1er": 25, "3er": 75}
_WANTED = (
    ("geometrica", r"media geometrica|promedio geometrico|geometric[ao]"),
    ("armonica", r"media armonica|promedio armonico|armonic[ao]"),
    ("variacion", r"coeficiente de variacion|variacion relativa|\bcv\b"),
    ("varianza", r"varianza"),
    ("desvio", r"desvi\w*|dispersion"),
    ("rango", r"\brango\b|recorrido|amplitud|diferencia entre el (?:mayor|maximo)"),
    ("iqr", r"(?:rango|recorrido) intercuart\w+"),
    ("moda", r"\bmoda\b|mas (?:frecuente|repetid[oa])|se repite mas"),
    ("mediana", r"mediana|valor central"),
    ("percentil", r"percentil|cuartil|quintil|decil"),
    ("media", r"media\b|promedio|esperanza"),
)


def _mode(values: Sequence[float]) -> tuple[float, str]:
    modes = stats.multimode(values)
    if len(modes) == len(set(values)):
        return modes[0], "no hay moda: ningún dato se repite más que otro"
    return modes[0], f"moda {' y '.join(number(one) for one in modes)}" + (
        " (la que más se repite)" if len(modes) == 1 else ""
    )


def _summary(g: Given) -> Solution:
    values = g.all("x")
    count = len(values)
    unit = " %" if all(one.mark == "%" for one in g.quantities("x")) else ""
    mean, median = math.fsum(values) / count, stats.median(values)
    spread, sample = stats.pstdev(values), stats.stdev(values)
    variances = spread**2, sample**2
    of_sample = rx.search(r"muestral|muestra\b|\bn (?:menos )?#\d", g.text) is not None
    first, said_mode = _mode(values)
    told: dict[str, tuple[float, str]] = {
        "media": (mean, f"media {number(mean)}{unit}"),
        "mediana": (median, f"mediana {number(median)}{unit}"),
        "moda": (first, said_mode),
        "desvio": (
            sample if of_sample else spread,
            f"desvío estándar {number(spread)}{unit} (poblacional) o {number(sample)}{unit} (muestral)",
        ),
        "varianza": (
            variances[1] if of_sample else variances[0],
            f"varianza {number(variances[0])} (poblacional) o {number(variances[1])} (muestral)",
        ),
        "rango": (
            max(values) - min(values),
            f"rango {number(max(values) - min(values))} (de {number(min(values))} a {number(max(values))})",
        ),
    }
    wanted = [name for name, words in _WANTED if rx.search(words, g.text)]
    if "geometrica" in wanted:
        if min(values) <= 0:
            raise CalculationError("La media geométrica necesita datos mayores que cero.")
        told["geometrica"] = (
            stats.geometric_mean(values),
            f"media geométrica {number(stats.geometric_mean(values))}{unit}",
        )
    if "armonica" in wanted:
        if min(values) <= 0:
            raise CalculationError("La media armónica necesita datos mayores que cero.")
        told["armonica"] = stats.harmonic_mean(values), f"media armónica {number(stats.harmonic_mean(values))}{unit}"
    if "variacion" in wanted:
        main = sample if of_sample else spread
        told["variacion"] = (
            100 * main / mean,
            f"coeficiente de variación {percent(100 * spread / mean)} (poblacional) o {percent(100 * sample / mean)}"
            f" (muestral)",
        )
    if "percentil" in wanted or "iqr" in wanted:
        _add_percentiles(g, values, told)
    if "iqr" in wanted and "iqr" in told:
        wanted = [name for name in wanted if name not in ("rango", "percentil")]
    if {"geometrica", "armonica"} & set(wanted) and not rx.search(r"aritmetic", g.text):
        wanted = [name for name in wanted if name != "media"]
    if {"varianza", "desvio"} & set(wanted) and rx.search(r"(?:respecto|alrededor) (?:de|a) la media", g.text):
        wanted = [name for name in wanted if name != "media"]
    shown = [name for name in wanted if name in told] or ["media"]
    rest = [name for name in ("media", "mediana", "desvio") if name not in shown]
    result = "; ".join(told[name][1] for name in (*shown, *rest))
    return Solution(
        told[shown[0]][0],
        result[:1].upper() + result[1:] + ".",
        f"media = {number(math.fsum(values))} / {count} = {number(mean)}; desvío = √(Σ(x − media)² / n) ="
        f" {number(spread)}, o"
        f" / (n − 1) en una muestra = {number(sample)}",
        "La mediana deja la mitad de los datos de cada lado y no la mueven los extremos; el desvío dice cuánto se"
        " alejan los datos de la media.",
    )


def _add_percentiles(g: Given, values: list[float], told: dict[str, tuple[float, str]]) -> None:
    low, high = percentile(values, 0.25), percentile(values, 0.75)
    told["iqr"] = (
        high[0] - low[0],
        f"rango intercuartílico {number(high[0] - low[0])}, u {number(high[1] - low[1])} con el otro método",
    )
    share = g["k"] if "k" in g else next((float(v) for word, v in _QUARTILES.items() if word in g.text), 0.0)
    if "k" in g and "cuartil" in g.text and share <= 4:
        share *= 25
    if "k" in g and "decil" in g.text and share <= 10:
        share *= 10
    if not 0 < share < 100 and "intercuart" in g.text:
        return
    if not 0 < share < 100:
        if rx.search(r"cuartiles", g.text):
            told["percentil"] = (
                low[0],
                f"cuartiles {number(low[0])}, {number(stats.median(values))} y {number(high[0])}",
            )
            return
        raise CalculationError("El percentil tiene que ser mayor que 0 y menor que 100.")
    one, other = percentile(values, share / 100)
    note = "" if abs(one - other) < 1e-9 else f", o {number(other)} con el método de los manuales (n + 1)"
    told["percentil"] = one, f"percentil {number(share)}: {number(one)}{note}"


def _gini(g: Given) -> Solution:
    incomes = g.all("x")
    if min(incomes) < 0 or not any(incomes):
        raise CalculationError("El Gini necesita ingresos que no sean negativos, y alguno mayor que cero.")
    value, count = statistics.gini(incomes), len(incomes)
    return Solution(
        value,
        f"El coeficiente de Gini es {number(value)}.",
        f"Σ(2i − n − 1)xᵢ / (n Σx), con n = {count} y Σx = {number(math.fsum(incomes))} → {number(value)}",
        "Va de 0 (todos ganan lo mismo) a 1 (uno se lleva todo): cuanto más alto, más desigualdad.",
        ("cada número es el ingreso de una persona o de un grupo de igual tamaño",),
    )


def _gini_of_shares(g: Given) -> Solution:
    total = math.fsum(g.all("x"))
    if abs(total - 100) > 0.5 and abs(total - 1) > 0.005:
        raise CalculationError(f"Las participaciones suman {number(total)} % y tienen que sumar 100 %.")
    return _gini(g)


def _amounts(reading: Reading) -> dict[str, list[int]] | None:
    found = _data(reading)
    if found is None or "k" in found or any(reading.quantities[place].mark not in "#$" for place in found["x"]):
        return None
    return found


def _shares(reading: Reading) -> dict[str, list[int]] | None:
    found = _data(reading)
    marks = {reading.quantities[place].mark for place in found["x"]} if found else set()
    return found if found and "%" in marks and marks <= {"%", "#"} else None


_NOT_DATA = r"subi|baj[oa]\b|\bpaso\b|(?:de|desde) [#$%]\d+ a [#$%]\d"

CALCULATORS = (
    Calculator(
        id="gini",
        name="el coeficiente de Gini",
        area=AREA,
        formula="Σ(2i − n − 1)xᵢ / (n Σx)",
        inputs=(Input("x", "cada ingreso", Kind.AMOUNT, many=True),),
        keys="gini ingresos",
        names=r"^(?=.*gini).*|^ingresos (?:de )?[#$]\d+ , [#$]\d+ , [#$]\d+(?: (?:, |y )*[#$]\d+)+$",
        when=(),
        unless=rf"%\d|acumul|lorenz|{_NOT_DATA}|gini (?:de |es )*0|entre",
        wordings=(),
        work=_gini,
        asks=False,
        place=_amounts,
    ),
    Calculator(
        id="gini_participaciones",
        name="el coeficiente de Gini",
        area=AREA,
        formula="Σ(2i − n − 1)xᵢ / (n Σx)",
        inputs=(Input("x", "la participación de cada grupo", Kind.RATE, many=True),),
        keys="gini",
        names=r"gini",
        when=(),
        unless=rf"acumul|lorenz|{_NOT_DATA}|mas rico|mas pobre",
        wordings=(),
        work=_gini_of_shares,
        asks=False,
        place=_shares,
    ),
    Calculator(
        id="media_mediana_desvio",
        name="la media, la mediana y el desvío",
        area=AREA,
        formula="Σx / n ; valor central ; √(Σ(x − x̄)² / n)",
        inputs=(
            Input("x", "cada dato", Kind.AMOUNT, many=True),
            Input("k", "el percentil", Kind.NUMBER, optional=True),
        ),
        keys="media mediana desvio desviacion promedio varianza",
        names=(
            r"^(?=.*(?:\bmedia\b|mediana|\bmoda\b|\bdesvi|promedio|varianza|\brango\b|percentil|cuartil|dispersion"
            r"|geometric|armonic|coeficiente de variacion|\bcv\b)).*"
        ),
        when=(),
        unless=rf"ponderad|movil|costo|crec|tasa (?:de|anual)|propension|gini|decil mas|{_NOT_DATA}|punto medio"
        rf"|elastic|anual\b|entre [#$]\d+ y|\bpesos? [#$]\d.*\bpeso"
        r"|tcr|inflacion|%\d y %\d$|rend\w+|rentab|aumentos|correlac|covarian|muestra de|confianza"
        r"|(?:ganan|cobran|tienen|perciben|sacaron|miden) [#$@]\d+ (?:y |, )+#\d+ (?:[a-z]+ ){0,2}(?:ganan"
        r"|cobran|tienen|perciben|sacaron|miden)"
        r"|poblacion de \w+ con media|probab|\bz\b|media (?:es|de) [#$]\d+ (?:y|,|con) (?:desv|sigma|varian)"
        r"|clase media",
        wordings=(),
        work=_summary,
        asks=False,
        place=_data,
    ),
)
