"""Microeconomía: producto medio y marginal de un factor, e ingreso marginal de unidades de más."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.movements import before_after_more, in_time, table_step
from ecobot_tui.economics.calculators.quantities import Reading

_FACTOR = (
    r"trabajador\w*|empleado\w*|obrero\w*|operari\w+|persona\w*|l\d?|horas?|maquina\w*"
    r"|hectarea\w*|peon\w*|cosechador\w*|costurer\w+|mozos?|albanil\w*|cocinero\w*"
    r"|pintor\w*|factor|trabajo|jornal\w*"
)
_IS_FACTOR_AFTER = re.compile(rf" (?:\w+ )?(?:{_FACTOR})\b")
_IS_FACTOR_BEFORE = re.compile(
    rf"\b(?:{_FACTOR})(?: (?:de|es|a|pasa|pasan|son|pasar|contratados|sube|subir"
    rf"|trabajo|cuando|hay|al?))* $"
)


def _factor_weights(reading: Reading) -> list[int]:
    weights: list[int] = []
    for place in range(len(reading.quantities)):
        start, end = reading.slot(place)
        floor = reading.slot(place - 1)[1] if place else 0
        before, after = reading.text[floor:start], reading.text[end : end + 40]
        # «Con 5 obreros 60 sillas»: what the number before it counts says nothing of this one.
        before = _IS_FACTOR_AFTER.sub("", before) if _IS_FACTOR_AFTER.match(before) and place else before
        if (
            reading.quantities[place].unit is not None
            or _IS_FACTOR_AFTER.match(after)
            or _IS_FACTOR_BEFORE.search(before)
        ):
            weights.append(2)
        elif place and rx.fullmatch(r" ?,? ?(?:a|al|y|hasta) (?:los |las )?", before) and weights:
            # «De 4 a 5 empleados»: what is said of the second one holds for the first, and the other way round.
            weights.append(weights[-1])
        else:
            weights.append(0)
    for place in range(len(weights) - 2, -1, -1):
        between = reading.text[reading.slot(place)[1] : reading.slot(place + 1)[0]]
        if weights[place + 1] == 2 and rx.fullmatch(r" ?,? ?(?:a|al|hasta) ", between):
            weights[place] = 2
    return weights


def _points(reading: Reading) -> dict[str, list[int]] | None:
    numbers = reading.quantities
    if any(one.mark not in "#@" for one in numbers):
        return None
    if len(numbers) < 4:
        more = before_after_more(reading)
        return {{"a": "q", "b": "r"}.get(symbol, symbol): found for symbol, found in more.items()} if more else None
    step = table_step(reading)
    if step is not None:
        return dict(zip("lmqr", ([place] for place in (*step[0], *step[1])), strict=True))
    if len(numbers) != 4:
        return None
    weights = _factor_weights(reading)
    order = sorted(range(4), key=lambda place: (-weights[place], numbers[place].value))
    factor = sorted(order[:2])
    output = [place for place in range(4) if place not in factor]
    return {"l": [factor[0]], "m": [factor[1]], "q": [output[0]], "r": [output[1]]}


def _pair(reading: Reading) -> dict[str, list[int]] | None:
    numbers = reading.quantities
    if len(numbers) != 2 or any(one.mark not in "#@" for one in numbers):
        return None
    weights = _factor_weights(reading)
    if weights[0] == weights[1]:
        return None
    factor = 0 if weights[0] > weights[1] else 1
    return {"l": [factor], "q": [1 - factor]}


def _marginal_product(g: Given) -> Solution:
    if "l" not in g:
        count = g["n"] if "n" in g else 1.0  # noqa: SIM401 - no mapping
        value = (g["r"] - g["q"]) / count
        return Solution(
            value,
            f"El producto marginal es {number(value)} por unidad de factor.",
            g.fill(f"({{r}} − {{q}}) / {number(count)} = {number(value)}"),
            "Es lo que agrega a la producción cada unidad de más del factor.",
            ("promedio del tramo",),
        )
    if g["l"] == g["m"]:
        raise CalculationError("El factor no cambia: sin unidades de más no hay producto marginal.")
    value = (g["r"] - g["q"]) / (g["m"] - g["l"])
    means = [number(g[x] / g[y]) for x, y in (("q", "l"), ("r", "m")) if g[y]]
    return Solution(
        value,
        f"El producto marginal es {number(value)} por unidad de factor.",
        g.fill(f"({{r}} − {{q}}) / ({{m}} − {{l}}) = {number(value)}"),
        f"Cada unidad más del factor agrega en promedio {number(value)}; el producto medio pasa de"
        f" {' a '.join(means) if len(means) == 2 else means[0]}.",
        ("los demás factores no cambian",),
    )


def _average_product(g: Given) -> Solution:
    value = g["q"] / g["l"]
    return Solution(
        value,
        f"El producto medio es {number(value)} por unidad de factor.",
        g.fill(f"{{q}} / {{l}} = {number(value)}"),
        "Es la productividad media: cuánto sale, en promedio, de cada unidad del factor.",
    )


def _income_points(reading: Reading) -> dict[str, list[int]] | None:
    """Tell two incomes from two quantities: money, or what follows a word for an income, or else the larger ones."""
    numbers = reading.quantities
    if any(one.mark not in "$#" for one in numbers):
        return None
    if len(numbers) < 4:
        return before_after_more(reading)
    if len(numbers) != 4:
        return None
    money = [place for place in range(4) if numbers[place].mark == "$"]
    if len(money) != 2:
        money = sorted(sorted(range(4), key=lambda place: -_income_weight(reading, place))[:2])
    counts = in_time(reading, [place for place in range(4) if place not in money], reading.text)
    money = in_time(reading, money, reading.text)
    return {"a": [money[0]], "b": [money[1]], "c": [counts[0]], "d": [counts[1]]}


def _income_weight(reading: Reading, place: int) -> float:
    start, end = reading.slot(place)
    floor = reading.slot(place - 1)[1] if place else 0
    if rx.match(r" (?:unidades|[a-z]{4,}s\b)", reading.text[end:]):
        return -1e9
    said = rx.search(r"ingres(?!\w* marginal)|factur|recaud|\bit\b", reading.text[floor:start])
    return (1e9 if said else 0.0) + reading.quantities[place].value


def _marginal_income(g: Given) -> Solution:
    if "c" not in g:
        count = g["n"] if "n" in g else 1.0  # noqa: SIM401 - no mapping
        value = (g["b"] - g["a"]) / count
        return Solution(
            value,
            f"El ingreso marginal es {g.money(value)} por unidad.",
            g.fill(f"({{b}} − {{a}}) / {number(count)} = {number(value)}"),
            "Es lo que agrega al ingreso total cada unidad de más.",
            ("promedio del tramo",),
        )
    if g["c"] == g["d"]:
        raise CalculationError("La cantidad no cambia: sin unidades de más no hay ingreso marginal.")
    value = (g["b"] - g["a"]) / (g["d"] - g["c"])
    return Solution(
        value,
        f"El ingreso marginal es {g.money(value)} por unidad.",
        g.fill(f"({{b}} − {{a}}) / ({{d}} − {{c}}) = {number(value, money=True)}"),
        f"Cada unidad de más agrega en promedio {g.money(value)} al ingreso total.",
        ("promedio del tramo",),
    )


CALCULATORS = (
    Calculator(
        id="producto_marginal",
        name="el producto marginal",
        area=AREA,
        formula="PMg = ΔQ / ΔL",
        inputs=(
            Input("l", "el factor inicial", Kind.TIME, above=-1e-9, optional=True),
            Input("m", "el factor final", Kind.TIME, above=0, optional=True),
            Input("n", "las unidades de más", Kind.NUMBER, above=0, optional=True),
            Input("q", "la producción inicial", Kind.NUMBER, above=-1e-9),
            Input("r", "la producción final", Kind.NUMBER, above=-1e-9),
        ),
        keys="pmg",
        when=(),
        names=r"^(?=.*\b(?:pmg\w?|pml|pmgl|producto marginal|productividad marginal|produccion marginal"
        r"|rendimiento marginal)\b).*",
        unless=r"%\d|\$\d|\bz[dsci][qptmev] |\bzf[psm] |\bpmc\b|consumo|vend|precio|salario|(?:#\d+[^#]*){6}",
        wordings=(),
        place=_points,
        work=_marginal_product,
        asks=False,
    ),
    Calculator(
        id="producto_medio",
        name="el producto medio",
        area=AREA,
        formula="PMe = Q / L",
        inputs=(Input("l", "el factor", Kind.TIME, above=0), Input("q", "la producción", Kind.NUMBER, above=-1e-9)),
        keys="pme",
        when=(),
        names=r"^(?=.*\b(?:pme\w?|producto medio|productividad(?! marginal)"
        rf"|cuant[oa]s (?:\w+ ){{0,2}}?por (?:{_FACTOR})|produccion por"
        r"|producto por (?:trabajador|empleado|hora))\b).*",
        unless=r"%\d|\$\d|\bz[dsci][qptmev] |\bpib\b|\bpbi\b"
        r"|productividad.*\b(?:paso|subi\w*|baj[oa]|crec\w+|aument\w+)\b",
        wordings=(),
        place=_pair,
        work=_average_product,
        asks=False,
    ),
    Calculator(
        id="ingreso_marginal_discreto",
        name="el ingreso marginal",
        area=AREA,
        formula="IMg = ΔIT / ΔQ",
        inputs=(
            Input("a", "el ingreso inicial", Kind.AMOUNT, above=-1e-9),
            Input("b", "el ingreso final", Kind.AMOUNT, above=-1e-9),
            Input("c", "la cantidad inicial", Kind.NUMBER, above=-1e-9, optional=True),
            Input("d", "la cantidad final", Kind.NUMBER, above=-1e-9, optional=True),
            Input("n", "las unidades de más", Kind.NUMBER, above=0, optional=True),
        ),
        keys="marginal img",
        when=(),
        names=r"^(?=.*(?:ingreso marginal|\bimg\b)).*",
        unless=r"%\d|\bz[dsci][qptmev] |\bprecio|\bcosto|elastic|\bcobr\w+ [$#]\d+ .*\bcobr\w+ [$#]",
        wordings=(),
        place=_income_points,
        work=_marginal_income,
        asks=False,
    ),
)
