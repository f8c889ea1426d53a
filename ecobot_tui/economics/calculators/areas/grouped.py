"""Distribución y estadística: promedios de grupos, brecha de pobreza de varios hogares y reparto en proporción."""

import math
import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import statistics
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Distribución y estadística"
_GROUP_AFTER = re.compile(
    r" (?:de (?:los|las|ellos|ellas)\b|(?!y\b|en\b|por\b|al?\b|con\b|pesos\b|mil\b)[a-z]{3,}"
    r"|con (?:un |una )?(?:promedio|media|nota|sueldo|edad|ingreso))"
)
_HAS = re.compile(
    r"\b(?:gana|cobra|percib|recib|ingres|sueldo|salario|promedi|media|tiene|sac|obtu|nota|a|con|de|por|mid"
    r"|pesa|consum"
    r"|gast|trabaj|vend|rind|produc|cada)\w*"
)


def _groups(reading: Reading) -> dict[str, list[int]] | None:
    """Part counts and values: «12 operarios ganan $ 900 mil, 5 supervisores $ 1,4 millones»."""
    quantities, text = reading.quantities, reading.text
    # «Dos grupos: …» and «de los 40 alumnos, 10 sacaron …» tell first how many there are in all.
    first = len(quantities) % 2
    if len(quantities) < 4 + first:
        return None
    counts, values = list(range(first, len(quantities), 2)), list(range(first + 1, len(quantities), 2))
    if first and quantities[0].value not in (len(counts), math.fsum(quantities[place].value for place in counts)):
        return None
    for count, value in zip(counts, values, strict=True):
        one, end = quantities[count], reading.slots[count][1]
        if one.mark not in "#%" or (one.mark == "#" and one.value != int(one.value)) or one.value < 0:
            return None
        between = text[end : reading.slots[value][0]]
        if rx.search(r"[a-z]{2,}|\ba\b", between) is None:
            return None
        if quantities[value].mark not in "$#@" or (
            _GROUP_AFTER.match(between) is None and one.mark == "#" and count == first
        ):
            return None
        if quantities[value].mark != "$" and count == first and _HAS.search(between) is None:
            return None
    marks = {quantities[place].mark for place in counts}
    if len(marks) > 1 or len({quantities[place].mark for place in values}) > 1:
        return None
    if marks == {"%"} and abs(math.fsum(quantities[place].value for place in counts) - 100) > 0.5:
        return None
    return {"w": counts, "x": values}


def _mean_of_groups(g: Given) -> Solution:
    values, weights = g.all("x"), g.all("w")
    value, total = statistics.weighted_mean(values, weights), math.fsum(weights)
    terms = " + ".join(f"{number(w)} × {number(x)}" for x, w in zip(values, weights, strict=True))
    shown = g.money(value, "x") if any(one.number.currency for one in g.quantities("x")) else number(value)
    return Solution(
        value,
        f"El promedio es {shown}.",
        f"({terms}) / {number(total)} = {number(value)}",
        f"Cada grupo cuenta según cuántos son; el promedio simple de los grupos daría"
        f" {number(math.fsum(values) / len(values))}.",
    )


_LINE = re.compile(r"\b(?:linea|canasta|cbt|cba|umbral)\b(?: [a-z]\w*){0,8} $")


def _poor(reading: Reading) -> dict[str, list[int]] | None:
    """Take the line and the incomes, which stand side by side; a count of them or of all people is told apart."""
    amounts = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    lines = [place for place in amounts if _LINE.search(reading.text[: reading.slots[place][0]])]
    if len(lines) != 1 or len(amounts) != len(reading.quantities):
        return None
    rest = [place for place in amounts if place != lines[0]]
    incomes = [place for place in rest if reading.quantities[place].mark == "$" or not _is_count(reading, place)]
    others = [place for place in rest if place not in incomes]
    if len(incomes) < 2 or len(others) > 2:
        return None
    found = {"z": lines, "y": incomes}
    everyone = [place for place in others if reading.quantities[place].value > len(incomes)]
    if len(everyone) > 1:
        return None
    return {**found, "n": everyone} if everyone else found


def _is_count(reading: Reading, place: int) -> bool:
    after = reading.text[reading.slots[place][1] :]
    return rx.match(r" (?:person|hogar|famil|habitant|pobr|individu|vecin|miembr|integrant)\w*", after) is not None


def _gap_of_many(g: Given) -> Solution:
    line, incomes = g["z"], g.all("y")
    poor = [one for one in incomes if one < line]
    if not poor:
        raise CalculationError("Con esos ingresos nadie está por debajo de la línea: no hay brecha.")
    gaps = [(line - one) / line for one in poor]
    everyone = g.get("n", float(len(incomes)))
    among_poor, share = 100 * math.fsum(gaps) / len(poor), 100 * len(poor) / everyone
    index = 100 * math.fsum(gaps) / everyone
    squared = 100 * math.fsum(one**2 for one in gaps) / everyone
    text = g.text
    main = (
        squared
        if rx.search(r"severidad|fgt ?2|cuadrad", text)
        else share
        if rx.search(r"(?:tasa|incidencia|porcentaje) (?:de )?(?:pobreza|pobres)|fgt ?0", text)
        else among_poor
        if rx.search(r"(?:de|entre) los (?:pobres|hogares pobres)|promedio|media", text)
        else index
    )
    same = "" if len(poor) == everyone else f"; repartida entre todos (FGT1), {percent(index)}"
    return Solution(
        main,
        f"La brecha promedio de los pobres es {percent(among_poor)}{same}; son pobres {percent(share)}; la severidad"
        f" (FGT2) es {percent(squared)}. En total falta {g.money(line * math.fsum(gaps))}.",
        f"Σ(línea − ingreso) / línea / {len(poor)} = {percent(among_poor)}",
        "Es lo que le falta, en promedio, a cada pobre para llegar a la línea, como parte de la línea.",
    )


def _seats(g: Given) -> Solution:
    share = g.rate("r") if "r" in g else g["a"] / g["b"]
    value = g["n"] * share
    whole = round(value)
    shown = number(value) if abs(value - whole) < 1e-9 else f"{number(value)}: {math.floor(value)} enteras y un resto"
    return Solution(
        value,
        f"En proporción le tocan {shown}.",
        g.fill(f"{{n}} × {percent(100 * share)} = {number(value)}"),
        "Los restos se reparten según la regla de cada elección, como D'Hont o el resto mayor.",
    )


_SEATS = r"bancas|escanos|curules|concejales|diputados|senadores|asientos"


def _mean_of_sum(g: Given) -> Solution:
    value = g["s"] / g["n"]
    return Solution(
        value,
        f"La media es {number(value)}.",
        g.fill(f"{{s}} / {{n}} = {number(value)}"),
        "La media reparte la suma por igual entre todos los datos.",
    )


def _sum_of_mean(g: Given) -> Solution:
    value = g["m"] * g["n"]
    return Solution(
        value,
        f"Suman {number(value)}.",
        g.fill(f"{{m}} × {{n}} = {number(value)}"),
        "La suma es el promedio por la cantidad de datos.",
    )


def _last_of_mean(g: Given) -> Solution:
    known = g.all("x")
    if len(known) != g["n"] - 1:
        raise CalculationError("Para eso tiene que faltar un solo dato.")
    value = g["m"] * g["n"] - math.fsum(known)
    return Solution(
        value,
        f"El dato que falta es {number(value)}.",
        f"{number(g['m'])} × {number(g['n'])} − ({' + '.join(map(number, known))}) = {number(value)}",
        "Los datos tienen que sumar el promedio por su cantidad.",
    )


def _last_places(reading: Reading) -> dict[str, list[int]] | None:
    """Read «el promedio de 4 notas es 7 y tres son 6, 7 y 8»: how many, their mean, and those that are known."""
    values = [one.value for one in reading.quantities]
    if any(one.mark not in "#$" for one in reading.quantities) or len(values) < 4:
        return None
    rest = list(range(2, len(values)))
    if len(rest) > 1 and values[rest[0]] == len(rest) - 1 == values[0] - 1:
        rest = rest[1:]
    return {"n": [0], "m": [1], "x": rest} if len(rest) > 1 and len(rest) == values[0] - 1 else None


CALCULATORS = (
    Calculator(
        id="suma_desde_la_media",
        name="la suma de los datos",
        area=AREA,
        formula="x̄ · n",
        inputs=(
            Input("m", "la media", Kind.AMOUNT, labels=r"promedi\w+|media|en promedio|cada un[oa]"),
            Input("n", "la cantidad de datos", Kind.NUMBER, above=0, labels=r"datos|numeros|notas|personas|alumnos"),
        ),
        keys="suman promedio media",
        names=r"^(?=.*(?:promedi|\bmedia\b))(?=.*(?:cuanto suman|suma total|cual es (?:la suma|el total)|total de)).*",
        when=(),
        unless=r"[%@]\d|costo|precio|[#$]\d.*[#$]\d.*[#$]\d|produc",
        wordings=(
            r"{n} (?:datos|numeros|notas|personas|alumnos|valores|hijos|emplead[oa]s)",
            r"(?:promedio|media)(?: (?:es|de|da))* {m}",
        ),
        work=_sum_of_mean,
        asks=False,
    ),
    Calculator(
        id="ultimo_dato_del_promedio",
        name="el dato que falta para un promedio",
        area=AREA,
        formula="x̄ · n − Σx",
        inputs=(
            Input("n", "la cantidad de datos", Kind.NUMBER, above=1),
            Input("m", "la media", Kind.AMOUNT),
            Input("x", "los datos que se conocen", Kind.AMOUNT, many=True),
        ),
        keys="promedio media",
        names=r"^(?=.*(?:promedi|\bmedia\b))(?=.*\b(?:la|el) (?:otr[oa]|que falta|cuart[oa]|quint[oa]"
        r"|tercer[oa]?|ultim[oa]|sext[oa]"
        r"|restante)\b).*",
        when=(),
        unless=r"[%@]\d|ponderad|costo|precio|desvi|mediana",
        wordings=(),
        place=_last_places,
        work=_last_of_mean,
        asks=False,
    ),
    Calculator(
        id="media_de_una_suma",
        name="la media",
        area=AREA,
        formula="Σx / n",
        inputs=(
            Input("s", "la suma", Kind.AMOUNT),
            Input("n", "la cantidad de datos", Kind.NUMBER, above=0),
        ),
        keys="suma media promedio",
        names=r"^(?=.*(?:\bsuma\b|sumatoria|\bsuman\b|en total))(?=.*(?:media\b|promedio|\bmedio\b)).*",
        when=(),
        unless=r"[%@]\d|mediana|desv|cuanto suman|costo|produc|descuento|inflacion|cuadrados|ponderad"
        r"|[#$]\d.*[#$]\d.*[#$]\d",
        wordings=(
            r"suma(?:toria)?(?: (?:total|de|los|las|todos|sus))* {n} (?:[a-z]+ ){0,4}{s}",
            r"{n} (?:[a-z]+ ){0,3}suman (?:en total )?{s}",
            r"{n} (?:[a-z]+ ){1,4}{s} en total",
            r"{n} (?:[a-z]+ ){0,4}(?:en )?total(?: (?:de|es|por|son))* {s}",
            r"(?:suma(?:toria)?|suman)(?: (?:[a-z]+)){0,4} {s} (?:, )?(?:[a-z]+ ){0,4}{n} (?:datos"
            r"|observaciones|casos|alumnos"
            r"|personas|valores|numeros)",
        ),
        work=_mean_of_sum,
        asks=False,
    ),
    Calculator(
        id="promedio_de_grupos",
        name="el promedio de varios grupos",
        area=AREA,
        formula="Σ n·x / Σ n",
        inputs=(
            Input("w", "cuántos son en cada grupo", Kind.AMOUNT, many=True),
            Input("x", "el valor de cada grupo", Kind.AMOUNT, many=True),
        ),
        keys="promedio medio media",
        names=(
            r"(?:salario|sueldo|ingreso|edad|nota|gasto|consumo|valor|jornal|altura|peso|rendimiento|antiguedad)"
            r" (?:promedio|medi[oa])(?: [a-z]+){0,5}|promedio|en promedio|la media\b"
        ),
        when=(),
        unless=(
            r"elastic|costo (?:medio|promedio)|indice|ipc|inflacion|crec|bono|accion|plazo|compr\w+ (?:#|a )|precio"
            r"|desvi|producto medio|propension|impuest|descuento|cuota|mediana"
        ),
        wordings=(),
        work=_mean_of_groups,
        asks=False,
        place=_groups,
    ),
    Calculator(
        id="brecha_de_pobreza_de_varios",
        name="la brecha de pobreza",
        area=AREA,
        formula="Σ(z − y) / z / n",
        inputs=(
            Input("z", "la línea de pobreza", Kind.AMOUNT, above=0),
            Input("y", "cada ingreso", Kind.AMOUNT, many=True),
            Input("n", "toda la población", Kind.NUMBER, optional=True, above=0),
        ),
        keys="pobreza pobres brecha",
        names=(
            r"^(?=.*(?:\blinea\b|canasta|umbral de pobreza))"
            r"(?=.*(?:brecha|fgt|severidad|intensidad|incidencia|pobreza|porcentaje de pobres|falta)).*"
        ),
        when=(),
        unless=r"[%@]\d|adultos? equivalentes?|ipc",
        wordings=(),
        work=_gap_of_many,
        asks=False,
        place=_poor,
    ),
    Calculator(
        id="reparto_de_bancas",
        name="las bancas en proporción a los votos",
        area=AREA,
        formula="bancas × porcentaje de votos",
        inputs=(
            Input("n", "las bancas", Kind.NUMBER, above=0, labels=_SEATS),
            Input("r", "el porcentaje de los votos", Kind.RATE, above=0, most=100, optional=True),
            Input("a", "los votos del partido", Kind.NUMBER, above=0, optional=True),
            Input("b", "todos los votos", Kind.NUMBER, above=0, optional=True),
        ),
        keys="bancas escanos curules diputados senadores concejales",
        names=_SEATS,
        when=(),
        unless=r"[$@]\d|sueldo|dieta",
        wordings=(r"{a} (?:votos )?(?:de|sobre|entre)(?: (?:los|las|un|total|de|votos))* {b}",),
        work=_seats,
        asks=False,
    ),
)
