"""Microeconomía: tablas de costos, producto, utilidad o ingreso por cantidad: lo fijo, lo medio y lo marginal."""

import itertools
from collections.abc import Callable, Sequence

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_FEWEST_ROWS = 3
_ORDINALS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim")
_ORDINAL = rf"\b({'|'.join(_ORDINALS)})[oa]?\b"
_COUNT_BEFORE = r"(?:\bq|\bl|unidad(?:es)?|produc\w+|trabajador\w*|con|cantidad\w*|x)(?: (?:de|son|es|igual|a|la|,))* $"
_COUNT_AFTER = r" (?:unidad|trabajador|obrer|emplead|operari|hora|[a-z]{3,}s\b(?! (?:de )?costo))"
_HEADER = r"\b(?:q|l|x|cantidad|unidades|produccion|trabajadores)[ ,y]+(?:c[tv]|p?t|u?t|it|q|costos?(?: total(?:es)?)?)"
_TOTAL_BEFORE = (
    r"(?:\bct|\bcv|costos?(?: total(?:es)?| variables?)?|cuestan?|es|son|\bq|\bpt|produc\w+|utilidad(?: total)?|\but"
    r"|ingresos?(?: total(?:es)?)?|\bit)(?: (?:de|son|es|igual|a|total|,))* $"
)


def _rows(reading: Reading, places: Sequence[int]) -> tuple[list[int], list[int]] | None:
    """Return the places of the quantities and of the totals: two lists, or pairs in which one comes first."""
    half = len(places) // 2
    values = [reading.quantities[place].value for place in places]
    gaps = [_between(reading, one, other) for one, other in itertools.pairwise(places)]
    if rx.search(r"\b(?![ye]\b)[a-z]", gaps[half - 1]) and all(
        rx.fullmatch(r"[ ,ye]*", gap) for place, gap in enumerate(gaps) if place != half - 1
    ):
        first, second = list(places[:half]), list(places[half:])
        counts_first = _is_even(values[:half]) and not (_is_even(values[half:]) and _named_count(reading, places[half]))
        return (first, second) if counts_first else (second, first)
    evens, odds = list(places[::2]), list(places[1::2])
    lead = reading.text[: reading.slot(evens[0])[0]]
    if all(
        rx.search(r"\b[cptui][tv]? , $", reading.text[: reading.slot(one)[0]])
        and _between(reading, one, other) == " , "
        for one, other in zip(evens, odds, strict=True)
    ) or rx.search(rf"{_HEADER}[ ,]*$", lead):
        # «CT(1) = 20», or «(Q; CT): (0; 80)»: the quantity comes first.
        return evens, odds
    weight = sum(_named_count(reading, place) for place in evens) - sum(_named_count(reading, place) for place in odds)
    if weight == 0:
        weight = 1 if values[0] <= values[1] else -1
    return (evens, odds) if weight > 0 else (odds, evens)


def _between(reading: Reading, one: int, other: int) -> str:
    return reading.text[reading.slot(one)[1] : reading.slot(other)[0]]


def _is_even(values: Sequence[float]) -> bool:
    steps = [other - one for one, other in itertools.pairwise(values)]
    return all(step == steps[0] > 0 for step in steps)


def _named_count(reading: Reading, place: int) -> int:
    """Tell whether a number is called a quantity (1), a total (-1) or nothing."""
    start, end = reading.slot(place)
    floor = reading.slot(place - 1)[1] if place else 0
    before, after = reading.text[floor:start], reading.text[end : end + 16]
    if reading.quantities[place].mark == "$":
        return -1
    if rx.match(_COUNT_AFTER, after):
        return 1
    count, total = rx.search(_COUNT_BEFORE, before), rx.search(_TOTAL_BEFORE, before)
    if count and total:
        return 1 if count.start() >= total.start() else -1
    return bool(count) - bool(total)


def _placer(told: str) -> Callable[[Reading], dict[str, list[int]] | None]:
    """Return what reads a table; `told` is the pattern of the totals that it may be of."""

    def place(reading: Reading) -> dict[str, list[int]] | None:
        if any(one.mark not in "$#" for one in reading.quantities) or not rx.search(told, reading.text):
            return None
        places = list(range(len(reading.quantities)))
        asked: list[int] = []
        if len(places) % 2:
            asked = [place for place in (places[-1], places[0]) if _is_asked(reading, place)][:1]
            if not asked:
                return None
            places = [place for place in places if place not in asked]
        if len(places) < 2 * (2 if rx.search(r"utilidad total|\but\b", reading.text) else _FEWEST_ROWS):
            return None
        rows = _rows(reading, places)
        if rows is None:
            return None
        counts = [reading.quantities[place].value for place in rows[0]]
        totals = [reading.quantities[place].value for place in rows[1]]
        if sorted(set(counts)) != counts or any(reading.quantities[place].mark == "$" for place in rows[0]):
            return None
        if "costo" in reading.text and sorted(totals) != totals:
            return None
        if asked and reading.quantities[asked[0]].value not in counts:
            return None
        return {"q": rows[0], "t": rows[1]} | ({"n": asked} if asked else {})

    return place


def _is_asked(reading: Reading, place: int) -> bool:
    """Tell whether a number says which quantity is asked about: at the end of the question, or at its beginning."""
    start, end = reading.slot(place)
    before, after = reading.text[max(0, start - 30) : start], reading.text[end : end + 14]
    alone = rx.search(
        r"\b(?:con|q|l|cuando|para|producir|unidad|la|de|las|el|en|unidades|a)(?: (?:es|de|igual))* $", before
    )
    return alone is not None or rx.match(r" (?:unidad|trabajador)", after) is not None


def _row(g: Given, counts: list[float]) -> int:
    """Return the row that is asked about, the last one where nothing tells."""
    if "n" in g:
        return counts.index(g["n"])
    said = rx.findall(_ORDINAL, g.text)
    if said:
        wanted = float(_ORDINALS.index(said[-1]) + 1)
        if wanted not in counts:
            raise CalculationError("Esa unidad no está en la tabla: decime una de las cantidades que diste.")
        return counts.index(wanted)
    return len(counts) - 1


def _costs(g: Given) -> Solution:
    counts, totals = g.all("q"), g.all("t")
    row = _row(g, counts)
    is_variable = (
        rx.search(r"\bct\b|costos? total", g.text) is None and rx.search(r"\bcv\b|variable", g.text) is not None
    )
    fixed = 0.0 if is_variable else totals[0] if counts[0] == 0 else None
    measures: dict[str, tuple[str, float, str]] = {}
    count, total = counts[row], totals[row]
    if row:
        step = count - counts[row - 1]
        worked = f"({number(total)} − {number(totals[row - 1])}) / {number(step)}"
        measures["marginal"] = ("costo marginal", (total - totals[row - 1]) / step, worked)
    if count:
        measures["medio"] = ("costo medio", total / count, f"{number(total)} / {number(count)}")
    if fixed is not None:
        variable = total - fixed
        measures["fijo"] = ("costo fijo", fixed, "costo total con Q = 0")
        measures["variable"] = ("costo variable", variable, f"{number(total)} − {number(fixed)}")
        if count:
            measures["variable medio"] = (
                "costo variable medio",
                variable / count,
                f"({number(total)} − {number(fixed)}) / {number(count)}",
            )
            measures["fijo medio"] = ("costo fijo medio", fixed / count, f"{number(fixed)} / {number(count)}")
    asked = _asked(g.text)
    if asked not in measures:
        raise CalculationError("Para eso me falta un dato: ¿cuál es el costo con cero unidades?")
    name, value, worked = measures[asked]
    others = "; ".join(f"{one} {number(size)}" for key, (one, size, _) in measures.items() if key != asked)
    return Solution(
        value,
        f"El {name} es {number(value)}.",
        f"{worked} = {number(value)}",
        f"Con {number(count)} unidades también: {others}." if others else "Sale de la tabla.",
        ("el costo fijo es el de no producir nada",) if fixed else (),
    )


def _asked(text: str) -> str:
    """Return which cost is asked for: the one that is named last."""
    kinds = (
        ("variable medio", r"variables? (?:medio|promedio|unitario|por unidad)|\bcvme\b"),
        ("fijo medio", r"fijos? (?:medio|promedio|unitario|por unidad)|\bcfme\b"),
        ("marginal", r"marginal|\bcmg\b|costo (?:de|adicional|extra)(?: \w+){0,2} (?:unidad|adicional)"),
        ("medio", r"(?<!variable )(?<!variables )(?<!fijo )(?:medio|promedio|unitario)|\bct?me\b|por unidad"),
        ("variable", r"variable(?! (?:medio|promedio|unitario|por unidad))|\bcvt?\b"),
        ("fijo", r"fijo(?! (?:medio|promedio|unitario|por unidad))|\bcft?\b"),
    )
    found = [(hit.start(), name) for name, pattern in kinds for hit in rx.finditer(pattern, text)]
    return max(found)[1] if found else "marginal"


def _others(g: Given) -> Solution:
    counts, totals = g.all("q"), g.all("t")
    row = _row(g, counts)
    count, total = counts[row], totals[row]
    before_count, before = (counts[row - 1], totals[row - 1]) if row else (0.0, 0.0)
    marginal = (total - before) / (count - before_count) if count != before_count else 0.0
    is_mean = rx.search(r"medi[oa]|promedio|\bpme", g.text) is not None and rx.search(r"marginal|mg\b", g.text) is None
    if is_mean and count == 0:
        raise CalculationError("Con cero unidades no hay promedio que calcular.")
    if is_mean:
        value, worked = total / count, f"{number(total)} / {number(count)}"
        also = f"Lo marginal de la última es {number(marginal)}."
    else:
        value = marginal
        worked = f"({number(total)} − {number(before)}) / ({number(count)} − {number(before_count)})"
        also = "Es lo que agrega una unidad más" + (f"; el promedio es {number(total / count)}." if count else ".")
    if rx.search(r"utilidad|\bumg|\but\b", g.text):
        name = f"La utilidad {'media' if is_mean else 'marginal'}"
    else:
        of = "producto" if rx.search(r"produc|trabajador|\bpmg|\bpme", g.text) else "ingreso"
        name = f"El {of} {'medio' if is_mean else 'marginal'}"
    return Solution(value, f"{name} es {number(value)}.", f"{worked} = {number(value)}", also)


_INPUTS = (
    Input("q", "cada cantidad", Kind.AMOUNT, many=True),
    Input("t", "cada total", Kind.AMOUNT, many=True),
    Input("n", "la cantidad por la que se pregunta", Kind.NUMBER, optional=True),
)
_NEVER = r"%\d|\bz[dsci][qptmev] |precio|elastic|canasta|indice|ingreso(?! (?:marginal|medio|total))"

CALCULATORS = (
    Calculator(
        id="tabla_de_costos",
        name="los costos de una tabla",
        area=AREA,
        formula="CMg = ΔCT / ΔQ ; CMe = CT / Q",
        inputs=_INPUTS,
        keys="costo costos ct cv",
        when=(),
        names=r"^(?=.*(?:costos?\b|ct\b|cv\b))(?=.*(?:marginal|cmg\b|medio|promedio|unitario|fijos?\b|variables?\b|cme\b"
        r"|cvme\b|cfme\b|ctme\b|adicional)).*",
        unless=rf"{_NEVER}|oportunidad|salario",
        wordings=(),
        place=_placer(r"\bcostos?\b|\bc[tv]\b|cuestan?\b"),
        work=_costs,
        asks=False,
    ),
    Calculator(
        id="tabla_de_totales",
        name="el marginal y el medio de una tabla",
        area=AREA,
        formula="ΔT / ΔQ ; T / Q",
        inputs=_INPUTS,
        keys="pmg umg img",
        needs="producto productividad produccion pmg pme pmgl pmel utilidad umg ingreso img",
        when=(),
        names=r"^(?=.*(?:marginal|medi[ao]\b|pmgl?\b|pmel?\b|umg\b|img\b|promedio)).*",
        unless=rf"{_NEVER}|marginal(?:es)?(?: (?:son|es|de))* [#$]|costo"
        r"|\bc[tv]\b|por peso|\bp[xy]\b|cuest|\bval[ei]|pbi|pib|consumo|ahorro|propension",
        wordings=(),
        place=_placer(r"produc|utilidad total|\but\b|ingreso|\bpmg|\bpme|\bimg"),
        work=_others,
        asks=False,
    ),
)
