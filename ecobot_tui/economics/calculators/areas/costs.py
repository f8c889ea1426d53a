"""Microeconomía: costos, ingresos y beneficios de una empresa, cualquiera a partir de los otros."""

import re
from collections.abc import Callable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.accounts import NAMES, agree, follow, read_accounts
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.movements import before_after_more, in_time, table_step
from ecobot_tui.economics.calculators.quantities import Reading

_GIVEN = ("ct", "ex", "cf", "cv", "me", "fm", "v", "it", "p", "q", "b", "im")
_INPUTS = tuple(
    Input(symbol, NAMES[symbol][1], Kind.AMOUNT, above=-1e-9, optional=True) for symbol in _GIVEN if symbol != "b"
)
_INPUTS += (Input("b", NAMES["b"][1], Kind.AMOUNT, optional=True),)
_NOT_NEGATIVE = ("ct", "cf", "cv", "me", "fm", "v", "it", "q")
_ASKED = ("ct", "cf", "cv", "me", "fm", "v", "it", "b", "e")
_MEANINGS = {
    "ct": "Es todo lo que cuesta producir esa cantidad, lo fijo y lo variable.",
    "cf": "Es lo que se paga aunque no se produzca nada.",
    "cv": "Es la parte del costo que depende de cuánto se produce.",
    "me": "Para no perder hay que vender cada unidad al menos a ese precio.",
    "fm": "Es lo fijo repartido entre las unidades: baja al producir más.",
    "v": "Por debajo de ese precio conviene no producir.",
    "it": "Es lo que entra por ventas, antes de restar costos.",
    "p": "Es lo que entra por cada unidad.",
    "q": "Son las unidades que corresponden a esos montos.",
    "b": "Es lo que queda del ingreso después de pagar los costos.",
    "e": "Es lo que queda después de pagar también lo que se resigna: si es negativo, conviene la alternativa.",
}


def _known(g: Given) -> dict[str, float]:
    """Return the sums of what was given, a variable cost that is clearly one of each unit taken as such."""
    known = {symbol: sum(g.all(symbol)) for symbol in _GIVEN if symbol in g}
    return _sorted_out(known)


def _sorted_out(known: dict[str, float]) -> dict[str, float]:
    """Take plain expenses and costs for what they can only be beside the others."""
    if "ex" in known:
        spent = known.pop("ex")
        if not known.keys() & {"cf", "cv", "v", "ct", "me"}:
            known["ct"] = spent
        elif known.keys() & {"cv", "v"}:
            known["cf"] = known.get("cf", 0.0) + spent
        elif "cf" in known:
            known["cv"] = spent
        else:
            known["ct"] = known.get("ct", 0.0) + spent
    if "v" in known and "q" in known and "cv" in known:
        known.pop("v")
    if "cv" in known and "v" not in known and "q" in known and "p" in known and known["cv"] < known["p"]:
        known["v"] = known.pop("cv")
    if "it" in known and "cf" in known and not known.keys() & {"cv", "v", "ct", "me", "fm", "b"}:
        known["ct"] = known.pop("cf")
    if "it" in known and "p" not in known and "v" in known and "q" not in known and "ct" not in known:
        known["ct"] = known.pop("v") + known.pop("cf", 0.0)
    return known


def _no_fixed(target: str, known: dict[str, float]) -> dict[str, float]:
    """Take the fixed cost for nothing where a profit is asked of a purchase that is sold again."""
    if target == "b" and known.keys() >= {"p", "v", "q"} and not known.keys() & {"cf", "ct", "fm", "me", "b"}:
        return known | {"cf": 0.0}
    return known


def _placer(target: str, told: str) -> Callable[[Reading], dict[str, list[int]] | None]:
    """Return what reads a story that asks for one magnitude; `told` is the pattern of how it is asked for."""

    def place(reading: Reading) -> dict[str, list[int]] | None:
        read = read_accounts(reading)
        if read is None:
            return None
        places, asked = read
        if target in places or any(symbol not in _GIVEN for symbol in places):
            return None
        known = {symbol: sum(reading.quantities[one].value for one in found) for symbol, found in places.items()}
        if not agree(known):
            return None
        try:
            values, _ = follow(_no_fixed(target, _sorted_out(known)))
        except ZeroDivisionError:
            return places
        # A cost below zero says that the words were misread, not that the firm is odd.
        if target not in values or any(values.get(symbol, 0.0) < 0 for symbol in _NOT_NEGATIVE):
            return None
        # Where several are asked, the first one is answered, and the others beside it.
        found = rx.search(told, reading.text)
        if target == "e":
            return places if found else None
        wanted = [(start, symbol) for symbol, start in asked if symbol in _ASKED and symbol in values]
        if found and target not in (symbol for _, symbol in wanted):
            wanted.append((found.start(), target))
        return places if wanted and min(wanted)[1] == target else None

    return place


def _worker(target: str) -> Callable[[Given], Solution]:
    def work(g: Given) -> Solution:
        known = _known(g)
        values, ways = follow(_no_fixed(target, known))
        value = values[target]
        name = NAMES[target][1]
        said = f"{name[:1].upper()}{name[1:]} es {g.money(value) if target != 'q' else number(value)}."
        if target in ("b", "e") and value < 0:
            said = f"{said[:-1]}: se pierde."
        # What else the same words ask for, and what one looks at beside it.
        others = [symbol for symbol in ("me", "fm", "v", "b", "e", "it", "ct") if symbol in values and symbol in ways]
        extra = " ; ".join(f"{NAMES[symbol][0]} {number(values[symbol])}" for symbol in others if symbol != target)
        meaning = _MEANINGS[target] + (f" También: {extra}." if extra else "")
        return Solution(value, said, " ; ".join(_chain(target, ways)) or said[:-1], meaning, _assumed(target, g))

    return work


def _chain(target: str, ways: dict[str, str]) -> list[str]:
    """Return the steps that lead to a magnitude: all that were found before it, and it."""
    steps: list[str] = []
    for symbol, way in ways.items():
        steps.append(way)
        if symbol == target:
            return steps[-4:]
    return steps[-4:]


def _assumed(target: str, g: Given) -> tuple[str, ...]:
    if target == "b":
        explicit = "beneficio contable: no resta costos implícitos"
        if not any(symbol in g for symbol in ("cf", "ct", "ex", "fm", "me")):
            return ("sin costos fijos, porque no los nombrás", explicit)
        return (explicit,) if "im" not in g else ("beneficio contable; el económico resta los implícitos",)
    if target == "e":
        return ("los costos implícitos son lo que se deja de ganar",)
    return ("mismo período para todos los montos",)


def _calculator(target: str, calculator_id: str, formula: str, keys: str, names: str, unless: str = "") -> Calculator:
    return Calculator(
        id=calculator_id,
        name=NAMES[target][1],
        area=AREA,
        formula=formula,
        inputs=_INPUTS,
        keys=keys,
        when=(),
        names=names,
        unless=rf"\bz[dsci][qptmev] |%\d|marginal|\bcmg\b|punto de equilibrio|elastic|margen"
        rf"|markup|\bno\b (?!perd)|{unless or 'lerner'}",
        wordings=(),
        place=_placer(target, names),
        work=_worker(target),
        asks=False,
    )


def _marginal(g: Given) -> Solution:
    if "c" not in g:
        count = g["n"] if "n" in g else 1.0  # noqa: SIM401 - no mapping
        value = (g["b"] - g["a"]) / count
        return Solution(
            value,
            f"El costo marginal es {g.money(value)} por unidad.",
            g.fill(f"({{b}} − {{a}}) / {number(count)} = {number(value, money=True)}"),
            "Es lo que agrega al costo total cada unidad de más.",
            ("promedio del tramo",),
        )
    if g["c"] == g["d"]:
        raise CalculationError("La cantidad no cambia: sin unidades de más no hay costo marginal.")
    value = (g["b"] - g["a"]) / (g["d"] - g["c"])
    before, after = (number(g[x] / g[y], money=True) if g[y] else "" for x, y in (("a", "c"), ("b", "d")))
    mean = f"; el costo medio pasa de {before} a {after}" if before and after else ""
    return Solution(
        value,
        f"El costo marginal es {g.money(value)} por unidad.",
        g.fill(f"({{b}} − {{a}}) / ({{d}} − {{c}}) = {number(value, money=True)}"),
        f"Cada unidad de más cuesta en promedio {g.money(value)}{mean}.",
        ("promedio del tramo",),
    )


def _cost_points(reading: Reading) -> dict[str, list[int]] | None:
    """Tell two total costs from two quantities: money, what follows a word for a cost, or else the larger ones."""
    numbers = reading.quantities
    if any(one.mark not in "$#" for one in numbers):
        return None
    functions = [[int(one) for one in found.groups()] for found in _AT.finditer(reading.text)]
    if len(functions) == 2:
        (c, a), (d, b) = functions
        return {"a": [a], "b": [b], "c": [c], "d": [d]}
    step = table_step(reading)
    if step is not None:
        return dict(zip("cdab", ([place] for place in (*step[0], *step[1])), strict=True))
    # «La unidad 51, si 50 cuestan 4.000 y 51, 4.070»: the unit's own number, at an end, says nothing new.
    places = list(range(len(numbers)))
    ordinals = [place for place in places if _ORDINAL.search(reading.text[: reading.slot(place)[0]])]
    if len(numbers) == 3 and len(ordinals) == 1:
        return dict(zip("ab", ([place] for place in places if place not in ordinals), strict=True))
    if len(numbers) < 4:
        return before_after_more(reading)
    if len(places) == 5:
        ends = [place for place in (0, 4) if sum(numbers[place].value == one.value for one in numbers) == 2]
        places = [place for place in places if place not in ends[:1]]
    if len(places) != 4:
        return None
    costs = [place for place in places if numbers[place].mark == "$"]
    if len(costs) != 2:
        weights = {place: _cost_weight(reading, place) for place in places}
        costs = sorted(sorted(places, key=lambda place: (-weights[place], -numbers[place].value))[:2])
    counts = [place for place in places if place not in costs]
    costs, counts = in_time(reading, costs, reading.text), in_time(reading, counts, reading.text)
    return {"a": [costs[0]], "b": [costs[1]], "c": [counts[0]], "d": [counts[1]]}


_AT = re.compile(r"\b(?:ct|c) ,? ?#(\d+) ,? ?[$#](\d+)")
"""«CT(49) = 980»"""
_ORDINAL = re.compile(r"\b(?:la|esa|ultima) (?:unidad|pieza|[a-z]{3,}a)(?: numero| nro)? $")


def _cost_weight(reading: Reading, place: int) -> int:
    start, end = reading.slot(place)
    floor = reading.slot(place - 1)[1] if place else 0
    before, after = reading.text[floor:start], reading.text[end : end + 14]
    before = rx.sub(r"^ [a-z]{4,}s\b", "", before)  # What the number before it counts says nothing of this one.
    if rx.match(r" (?:unidades|[a-z]{4,}s\b)", after) and not after.startswith(" pesos"):
        return -2
    labels = [(found.start(), 1) for found in rx.finditer(r"\b(?:ct\d?|costos?|cuesta\w*|sale\w*|gast\w+)\b", before)]
    labels += [
        (found.start(), -1)
        for found in rx.finditer(r"\b(?:q\d?|cantidad|produc\w+|hacer|fabric\w+|unidades|elabor\w+)\b", before)
    ]
    if labels:
        return max(labels)[1]
    return (
        _cost_weight(reading, place - 1) if place and rx.fullmatch(r" (?:unidades )?(?:a|al|y|hasta) ", before) else 0
    )


_BE_EACH = (
    r"costos? (?:total(?:es)? )?(?:medios?|promedio)|cme\b|ctme\b"
    r"|costos? unitarios?(?: total(?:es)?)?(?! (?:\w+ ){0,3}?(?:[$#]\d|variable|fijo))"
    r"|cuanto (?:me |le )?(?:sale|cuesta) (?:hacer |producir )?cada|costos? (?:por|de cada) [a-z]{3,}(?! [$#]\d)"
)
_COSTS = "costo costos ct"

CALCULATORS = (
    _calculator(
        "me",
        "costo_medio",
        "CMe = CT / Q",
        "costo medio cme promedio",
        _BE_EACH,
        r"costos? (?:fijos?|variables?) medios?(?=.*\?)(?!.*costo medio)|ponderad",
    ),
    _calculator(
        "ct",
        "costo_total",
        "CT = CF + CV",
        _COSTS,
        r"costos? total(?:es)?(?! medio)|\bct\b|cuanto (?:me |le )?(?:cuesta|sale"
        r"|gasto|sali)\w* (?:\w+ ){0,2}?(?:producir|hacer|fabricar)",
    ),
    _calculator(
        "cf",
        "costo_fijo",
        "CF = CT − CV",
        "fijo fijos",
        r"costos? fijos?(?: total(?:es)?)?(?! (?:medio|unitario|prom))|\bcft?\b"
        r"|(?:cuanto|cual) (?:es|son|seria|queda) (?:el |los |de )?fijos?(?! (?:medio|unitario|prom|por))",
    ),
    _calculator(
        "cv",
        "costo_variable",
        "CV = CT − CF",
        "variable variables",
        r"costos? variables?(?: total(?:es)?)?(?! (?:medio|unitario|prom|por unidad))"
        r"|\bcvt?\b|(?:cuanto|cual) (?:es|son|seria|queda) (?:el |los |de )?variables?(?! (?:medio|unitario|prom|por))",
    ),
    _calculator(
        "v",
        "costo_variable_medio",
        "CVMe = CV / Q",
        "variable cvme",
        r"costos? variables? (?:medios?|unitarios?|promedio|por unidad)|\bcvme\b|\bcvu\b",
    ),
    _calculator(
        "fm",
        "costo_fijo_medio",
        "CFMe = CF / Q",
        "fijo cfme",
        r"costos? fijos? (?:medios?|unitarios?|promedio|por unidad)|\bcfme\b",
    ),
    _calculator(
        "it",
        "ingreso_total",
        "IT = P × Q",
        "ingreso ingresos",
        r"ingresos? total(?:es)?|\bit\b|cuanto (?:voy a )?(?:factur|recaud|ingres)\w+"
        r"|facturacion(?: total)?|recaudacion total",
        "impuesto|alicuota",
    ),
    _calculator(
        "b",
        "beneficio",
        "π = IT − CT",
        "beneficio ganancia ingreso costo",
        r"beneficios?(?! economico)|ganancias?(?! economica)|cuanto (?:gano|gane|gana|ganamos"
        r"|me queda|le queda|ganan|ganaria|pierd\w+)|que (?:ganancia|utilidad|beneficio) "
        r"|utilidad(?:es)?|gano o pierdo|resultado|, (?:gane|gano)(?: ,)*$",
        "impuesto|tasa|plazo fijo|implicit|oportunidad|economic|maximiz|accion|dividend",
    ),
    _calculator(
        "e",
        "beneficio_economico",
        "π económico = IT − costos explícitos − implícitos",
        "beneficio ganancia implicitos",
        r"(?:beneficios?|ganancias?|utilidad) (?:\w+ y (?:el |la )?(?:\w+ )?)?economic[ao]s?|(?:beneficio"
        r"|ganancia)s?.*implicit\w*"
        r"|implicit\w*.*(?:beneficio|ganancia)s?",
        "impuesto",
    ),
    _calculator(
        "p",
        "precio_de_los_ingresos",
        "P = IT / Q",
        "ingreso ingresos",
        r"^(?=.*(?:ingres|factur|recaud))(?=.*(?:(?:a )?que precio|precio unitario"
        r"|cual (?:es|fue|era) el precio|a cuanto)).*",
        "equilibrio|costo",
    ),
    _calculator(
        "q",
        "cantidad_de_los_montos",
        "Q = IT / P",
        "ingreso ingresos unidades",
        r"^(?=.*(?:ingres|factur|recaud|costos?))(?=.*(?:cuant[oa]s (?:unidades|productos"
        r"|se vend|vend|produ)|que cantidad"
        r"|cual (?:es|fue|era) la cantidad)).*",
        "equilibrio|fijo|perd",
    ),
    Calculator(
        id="costos",
        name="el costo marginal",
        area=AREA,
        formula="CMg = ΔCT / ΔQ",
        inputs=(
            Input("a", "el costo total inicial", Kind.AMOUNT, above=-1e-9),
            Input("b", "el costo total final", Kind.AMOUNT, above=-1e-9),
            Input("c", "la cantidad inicial", Kind.NUMBER, above=-1e-9, optional=True),
            Input("d", "la cantidad final", Kind.NUMBER, above=0, optional=True),
            Input("n", "las unidades de más", Kind.NUMBER, above=0, optional=True),
        ),
        keys="ct costo costos marginal cmg",
        when=(),
        names=r"(?:costo de|cuesta|sale)(?: \w+){0,2} (?:la|el|esa|ese) [a-z]{3,}(?: numero| nro)? #"
        r"|costos? marginal(?:es)?"
        r"|\bcmg\b|^ct .*produc|(?:cuesta|sale|costo)(?: de)? (?:hacer "
        r"|producir )?(?:cada|la|el|una|un)? ?\w* ?(?:adicional|extra|de mas)",
        unless=r"%\d|lerner|\bz[dsci][qptmev] |utilidad|beneficio|\bprecio\b|\bno\b|monopol|cournot|duopol|\bmargen\b"
        r"|ingreso marginal|\bimg\b",
        wordings=(),
        place=_cost_points,
        work=_marginal,
        asks=False,
    ),
)
