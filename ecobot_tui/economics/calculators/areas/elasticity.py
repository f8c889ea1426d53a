"""Microeconomía: elasticidades de dos variaciones, en porcentaje o de un valor a otro."""

import re
from collections.abc import Callable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.formulas import micro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.movements import is_down, two_pairs, two_percents
from ecobot_tui.economics.calculators.quantities import Reading

INCOME = (
    r"elasticidad (?:\w+ )?(?:de(?:l)? )?(?:la )?(?:ingreso|renta)\b|\b(?:ingresos?"
    r"|renta|sueldos?|salarios?)\b(?! total)"
)
CROSS = r"\bcruzada|\bexy\b|\bsustitut|\bcomplementari"
SUPPLY = r"\boferta|\bofrec|\bofertad|\bproductores\b|\boferen"
ARC = r"\barco\b|puntos? medios?|promedio"


def _moved(
    g: Given, percents: tuple[str, str], pairs: tuple[str, str, str, str], opposed: bool
) -> tuple[float, float, str, str]:
    """Return the relative changes of the cause and the effect, the formula for each of them included."""
    x, y = percents
    a, b, q, r = pairs
    cause, cause_text = _change(g, x, a, b)
    effect, effect_text = _change(g, y, q, r)
    if opposed and x in g and y in g and cause * effect > 0 and not _both_have_ways(g):
        # «El precio sube 10 %, la cantidad 20 %»: what is not said goes by the law of demand.
        effect = -effect
        effect_text = percent(effect)
    if cause == 0:
        raise CalculationError("Lo que tendría que variar no cambia: sin esa variación no hay elasticidad.")
    return cause, effect, cause_text, effect_text


def _change(g: Given, rate: str, before: str, after: str) -> tuple[float, str]:
    if rate in g:
        value = signed(g, rate)
        return value, percent(value)
    if g[before] == 0:
        raise CalculationError("Una variación desde cero no tiene porcentaje.")
    value = 100 * (g[after] - g[before]) / g[before]
    return value, g.fill(f"({{{after}}} − {{{before}}}) / {{{before}}}")


def signed(g: Given, symbol: str) -> float:
    """Return a percentage with the sign of the word before it, as «cae 20 %»."""
    one = g.quantity(symbol)
    if one.value < 0:
        return one.value
    slots = [found[0] for found in rx.finditer(r"%\d+", g.text)]
    order = sorted({each.number.start for name in ("x", "y") if name in g for each in g.quantities(name)})
    slot = slots[order.index(one.number.start)] if len(slots) == len(order) else slots[-1]
    place = g.text.index(slot)
    start = max((found.end() for found in rx.finditer(r"[%$#@]\d+", g.text[:place])), default=0)
    down = is_down(g.text, start, slot)
    if down is None and start:
        # «La demanda cae, cuando el precio sube un 5 %, un 10 %»: without a word of its own the last one before holds.
        down = is_down(g.text, 0, slot)
    return -one.value if down else one.value


def _both_have_ways(g: Given) -> bool:
    floor = 0
    told: list[bool] = []
    for found in rx.finditer(r"%\d+", g.text):
        told.append(is_down(g.text, floor, found[0]) is not None)
        floor = found.end()
    return all(told)


def sense(value: float, name: str = "demanda") -> str:
    """Return the sentence that classifies an elasticity by its size."""
    size = abs(value)
    if abs(size - 1) < 1e-9:
        return f"La {name} tiene elasticidad unitaria: la cantidad cambia en la misma proporción que el precio."
    if size < 1e-12:
        return f"La {name} es perfectamente inelástica: la cantidad no responde al precio."
    kind, how = ("elástica", "más") if size > 1 else ("inelástica", "menos")
    return f"La {name} es {kind}: la cantidad cambia en proporción {how} que el precio."


def _of_income(value: float) -> str:
    if value < 0:
        return "Es un bien inferior: cuando sube el ingreso se compra menos."
    if value > 1:
        return "Es un bien normal y de lujo: se compra proporcionalmente más que lo que sube el ingreso."
    if value == 0:
        return "El consumo no responde al ingreso."
    return "Es un bien normal: se compra más al subir el ingreso, sin pasar la proporción (de 0 a 1, necesario)."


def _of_cross(value: float) -> str:
    if value > 0:
        return "Son bienes sustitutos: al encarecerse uno se compra más del otro."
    if value < 0:
        return "Son bienes complementarios: al encarecerse uno se compra menos del otro."
    return "Son bienes independientes: el precio de uno no mueve la demanda del otro."


def _price_sense(value: float) -> str:
    odd = " Ojo: da positiva, al revés de lo que dice la ley de la demanda." if value > 0 else ""
    return sense(value) + odd


def _supply_sense(value: float) -> str:
    return sense(value, "oferta")


def _worker(
    name: str, meaning: Callable[[float], str], *, arc_first: bool = False, opposed: bool = False
) -> Callable[[Given], Solution]:
    def work(g: Given) -> Solution:
        cause, effect, below, above = _moved(g, ("x", "y"), ("a", "b", "q", "r"), opposed)
        value = effect / cause
        ratio = f"({above}) / ({below})" if "x" in g or "y" in g else f"[{above}] / [{below}]"
        if "a" not in g or "q" not in g:
            worked = f"{ratio} = {number(value)}"
            return Solution(value, f"La {name} es {number(value)}.", worked, meaning(value), ("lo demás no cambia",))
        arc = micro.arc_elasticity(g["q"], g["r"], g["a"], g["b"])
        mean_q, mean_p = number((g["q"] + g["r"]) / 2), number((g["a"] + g["b"]) / 2)
        by_arc = g.fill(f"[({{r}} − {{q}}) / {mean_q}] / [({{b}} − {{a}}) / {mean_p}] = {number(arc)}")
        by_point = f"{ratio} = {number(value)}"
        if arc_first:
            other = f"variaciones respecto del punto medio; desde el punto inicial daría {number(value)}"
            arc_name = name.replace("elasticidad precio", "elasticidad arco")
            return Solution(
                arc, f"La {arc_name} es {number(arc)}.", by_arc, meaning(arc), (other, "lo demás no cambia")
            )
        other = f"variaciones respecto del punto inicial; con punto medio (arco) daría {number(arc)}"
        return Solution(
            value, f"La {name} es {number(value)}.", by_point, meaning(value), (other, "lo demás no cambia")
        )

    return work


def _placer(
    *, income: bool, arc: bool = False, pairs: bool | None = None
) -> Callable[[Reading], dict[str, list[int]] | None]:
    """Return what tells the changes of a story apart; `pairs` wants both told from a value to another, or neither."""

    def place(reading: Reading) -> dict[str, list[int]] | None:
        marks = [one.mark for one in reading.quantities]
        percents = [place for place, mark in enumerate(marks) if mark == "%"]
        amounts = [place for place, mark in enumerate(marks) if mark in "$#" and not _is_year(reading, place)]
        if any(is_elasticity(reading, place) for place in amounts):
            return None
        if len(percents) == 2 and not amounts and pairs is not True and not arc:
            if pairs is False and not any(_has_way(reading, place) for place in percents):
                return None
            cause, effect = two_percents(reading, percents, income)
            return {"x": [cause], "y": [effect]}
        if len(amounts) == 4 and not percents and pairs is not False:
            before_after, others = two_pairs(reading, amounts, income)
            return dict(zip("abqr", ([one] for one in (*before_after, *others)), strict=True))
        if len(percents) == 1 and len(amounts) == 2 and pairs is not True and not arc:
            cause, _ = two_percents(reading, sorted((percents[0], amounts[0])), income)
            if cause == percents[0]:
                return {"x": percents, "q": amounts[:1], "r": amounts[1:]}
            return {"y": percents, "a": amounts[:1], "b": amounts[1:]}
        return None

    return place


def _has_way(reading: Reading, place: int) -> bool:
    """Tell whether it is said of a percentage that it is a rise or a fall."""
    floor = reading.slot(place - 1)[1] if place else 0
    slot = reading.text[slice(*reading.slot(place))]
    return (
        reading.quantities[place].value < 0
        or is_down(reading.text, floor, slot) is not None
        or (rx.search(r"variacion|delta|cambi", reading.text) is not None)
    )


_OF_ELASTICITY = re.compile(r"\b(?:(?:in)?elastic\w*|e(?:d|p|pd|xy|i|y|o|c)?)\b(?:(?! [$#%]\d).){0,70}? $")
_STRAIGHT = re.compile(
    r"\b(?:elasticidad|e(?:d|p|pd|xy)?)(?: (?:precio|ingreso|cruzada|de|la|es|demanda|oferta|vale|igual|a|una))* $"
)


def is_elasticity(reading: Reading, place: int, *, loosely: bool = False) -> bool:
    """Tell whether a number is an elasticity that is given, by its sign or by the words straight before it."""
    if reading.quantities[place].value < 0:
        return True
    floor = reading.slot(place - 1)[1] if place else 0
    lead = reading.text[floor : reading.slot(place)[0]]
    after = reading.text[reading.slot(place)[1] :]
    named = (_OF_ELASTICITY if loosely else _STRAIGHT).search(lead) is not None
    return (named and abs(reading.quantities[place].value) <= 50) or (
        rx.match(r" (?:de|como) elasticidad|, ? elasticidad$", after) is not None and loosely
    )


def _is_year(reading: Reading, place: int) -> bool:
    one = reading.quantities[place]
    before = reading.text[: reading.slot(place)[0]].rstrip()
    return one.mark == "#" and one.value in range(1990, 2051) and rx.search(r"\b(?:en|desde|ano)$", before) is not None


INPUTS = (
    Input("x", "la variación porcentual de la causa", Kind.RATE, optional=True),
    Input("y", "la variación porcentual de la cantidad", Kind.RATE, optional=True),
    Input("a", "el valor inicial de la causa", Kind.AMOUNT, above=0, optional=True),
    Input("b", "el valor final de la causa", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("q", "la cantidad inicial", Kind.AMOUNT, above=0, optional=True),
    Input("r", "la cantidad final", Kind.AMOUNT, above=-1e-9, optional=True),
)
ELASTICITY = r"(?:elastic|inelastic)\w*"
_KEYS = "elasticidad elastica inelastica"
_NEVER = r"\bz[dsci][qptmev] |\blerner|\bno (?:sub|baj|aument|cambi|vari|ca[ei])|inflacion"

CALCULATORS = (
    Calculator(
        id="elasticidad_punto",
        name="la elasticidad precio de la demanda",
        area=AREA,
        formula="(ΔQ / Q₀) / (ΔP / P₀)",
        inputs=INPUTS,
        keys=_KEYS,
        when=(),
        names=rf"{ELASTICITY}(?: precio)?(?: de la demanda)?|^(?:si )?(?:el precio sube|sube el precio|baja el precio"
        r"|el precio baja) (?:de|desde) \S+ a \S+ y la cantidad (?:demandada )?\w+ de \S+ a \S+$",
        unless=rf"{ARC}|{SUPPLY}|{CROSS}|{INCOME}|{_NEVER}",
        wordings=(),
        place=_placer(income=False, pairs=True),
        work=_worker("elasticidad precio", _price_sense),
        asks=False,
    ),
    Calculator(
        id="elasticidad_arco",
        name="la elasticidad arco de la demanda",
        area=AREA,
        formula="(ΔQ / Q̄) / (ΔP / P̄)",
        inputs=INPUTS,
        keys=f"{_KEYS} arco medio",
        when=(),
        names=rf"(?:{ARC})",
        unless=rf"{SUPPLY}|{CROSS}|{INCOME}|{_NEVER}|costo|(?<!elasticidad )promedio(?!.*elastic)",
        wordings=(),
        place=_placer(income=False, arc=True),
        work=_worker("elasticidad precio", _price_sense, arc_first=True),
        asks=False,
    ),
    Calculator(
        id="elasticidad_porcentual",
        name="la elasticidad precio de la demanda",
        area=AREA,
        formula="%ΔQ / %ΔP",
        inputs=INPUTS,
        keys=_KEYS,
        needs="elasticidad inelastica epd ed",
        when=(),
        names=rf"{ELASTICITY}(?: precio)?(?: de la demanda)?",
        unless=rf"\barco\b|{SUPPLY}|{CROSS}|{INCOME}|{_NEVER}|\biva\b|impuesto|factur|recaud",
        wordings=(),
        place=_placer(income=False, pairs=False),
        work=_worker("elasticidad precio", _price_sense, opposed=True),
        asks=False,
    ),
    Calculator(
        id="elasticidad_ingreso",
        name="la elasticidad ingreso de la demanda",
        area=AREA,
        formula="%ΔQ / %ΔY",
        inputs=INPUTS,
        keys="elasticidad ingreso ingresos renta",
        needs="elasticidad demanda",
        when=(),
        names=rf"^(?=.*{ELASTICITY})(?=.*(?:{INCOME})).*?(?:ingresos?|renta|sueldos?|salarios?)"
        r"|^(?:si )?el ingreso \w+ (?:un )?%\d y la demanda (?:\w+ )?(?:un )?%\d$",
        unless=rf"{SUPPLY}|{CROSS}|{_NEVER}|ingresos? totale?s?|\bprecios?\b(?! (?:no|constante))",
        wordings=(),
        place=_placer(income=True),
        work=_worker("elasticidad ingreso", _of_income),
        asks=False,
    ),
    Calculator(
        id="elasticidad_cruzada",
        name="la elasticidad cruzada de la demanda",
        area=AREA,
        formula="%ΔQx / %ΔPy",
        inputs=INPUTS,
        keys="elasticidad cruzada precio sustitutos complementarios",
        needs="cruzada sustitutos complementarios demanda",
        when=(),
        names=rf"^(?=.*(?:{CROSS})).*?(?:{CROSS})\w*"
        r"|^(?:si )?el precio de(?: la|l)? \w+ \w+ (?:un )?%\d y la demanda de(?: la|l)? \w+ (?:\w+ )?(?:un )?%\d$",
        unless=rf"{SUPPLY}|{_NEVER}|\brenta\b|elasticidad (?:precio(?! cruzad)|propia)"
        r"|precio de(?: la|l)? (\w+) .*(?:demanda|cantidad|consumo|ventas|demandada) de(?: la|l)? \1\b"
        r"|(?:demanda|cantidad|consumo|ventas|demandada) de(?: la|l)? (\w+) .*precio de(?: la|l)? \2\b",
        wordings=(),
        place=_placer(income=False),
        work=_worker("elasticidad cruzada", _of_cross),
        asks=False,
    ),
    Calculator(
        id="elasticidad_oferta",
        name="la elasticidad precio de la oferta",
        area=AREA,
        formula="%ΔQs / %ΔP",
        inputs=INPUTS,
        keys=_KEYS,
        needs="elasticidad inelastica epd ed",
        when=(),
        names=rf"^(?=.*{ELASTICITY})(?=.*(?:{SUPPLY})).*?(?:oferta|ofrec\w+|ofertad\w+|productores|oferentes)",
        unless=rf"{ARC}|{CROSS}|{_NEVER}|\bdemand|\bimpuest",
        wordings=(),
        place=_placer(income=False),
        work=_worker("elasticidad precio de la oferta", _supply_sense),
        asks=False,
    ),
    Calculator(
        id="elasticidad_arco_oferta",
        name="la elasticidad arco de la oferta",
        area=AREA,
        formula="(ΔQs / Q̄) / (ΔP / P̄)",
        inputs=INPUTS,
        keys=_KEYS,
        needs="elasticidad inelastica epd ed",
        when=(),
        names=rf"^(?=.*(?:{ARC}))(?=.*{ELASTICITY})(?=.*(?:{SUPPLY})).*",
        unless=rf"{CROSS}|{_NEVER}|\bdemand",
        wordings=(),
        place=_placer(income=False, arc=True),
        work=_worker("elasticidad precio de la oferta", _supply_sense, arc_first=True),
        asks=False,
    ),
)
