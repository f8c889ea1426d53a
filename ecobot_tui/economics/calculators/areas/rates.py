"""Tasas e interés: conversión entre tasas nominales y efectivas de cualquier período."""

import math
import re
from collections.abc import Callable

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash_rates import is_continuous, months_of_capitalisation
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import checked
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.rate_words import PERIOD, SAID, UNIT, Term, conversion_in
from ecobot_tui.economics.calculators.story import Places

AREA = "Tasas e interés"
_IN_A_YEAR = {"quincena": 24, "mes": 12, "trimestre": 4, "semestre": 2, "bimestre": 6, "cuatrimestre": 3, "semana": 52}


def _name(term: Term) -> str:
    """Return the identifier's word for a rate."""
    if term.nominal:
        return "tna" if term.length == 1 else "nominal"
    return {1.0: "tea", 1 / 12: "tem"}.get(term.length, "efectiva")


_IDS = {("tna", "tem"), ("tna", "tea"), ("tea", "tna"), ("tea", "tem"), ("tem", "tea")}


def _identifier(text: str) -> str | None:
    found = conversion_in(text)
    if found is None or found.target is None:
        return None
    pair = (_name(found.source), _name(found.target))
    return f"{pair[0]}_a_{pair[1]}" if pair in _IDS else "tasa_equivalente"


def _place(identifier: str) -> Callable[[Reading], Places | None]:
    def place(reading: Reading) -> Places | None:
        found = conversion_in(reading.text)
        if found is None or _identifier(reading.text) != identifier:
            return None
        places: Places = {"i": [found.rate]}
        for other, one in enumerate(reading.quantities):
            if other == found.rate:
                continue
            if one.mark != "@":
                return None
            if rx.search(
                rf"(?:capitaliz\w*|acredit\w+|reinv\w+|intereses|abon\w+|liquid\w+)(?: [a-z]+){{0,3}} @{other}(?!\d)",
                reading.text,
            ):
                places["m"] = [other]
            elif one.unit != "dia" and one.value not in (1, _IN_A_YEAR.get(one.unit or "")):
                return None
        return places

    return place


def _place_term(reading: Reading) -> Places | None:
    """Give the one rate and the one time of «TNA 60 %, ¿cuánto es en 45 días?» their places."""
    found = conversion_in(reading.text)
    if (
        found is None
        or found.target is not None
        or not _ASKS_TERM.search(reading.text)
        or _DEFINES.search(reading.text)
    ):
        return None
    times = [place for place, one in enumerate(reading.quantities) if one.mark == "@"]
    # «Un año de 365 días» is one time.
    whole = [place for place in times if not (reading.quantities[place].value == 365 and len(times) == 2)]
    if len(whole) != 1 or len(times) + 1 != len(reading.quantities):
        return None
    return {"i": [found.rate], "t": whole}


_DEFINES = re.compile(r"cuanto es (?:el |un )?%\d+ de\b")
_ASKS_TERM = re.compile(
    r"cuanto(?: [a-z]+){0,3} (?:es|son|rinde|rendiria|paga|da|dan|gana|gano|seria|equivale|corresponde|cobra)\b"
    r"|que tasa|que porcentaje|que rendimiento|tasa (?:del"
    r"|para el|de ese) (?:periodo|plazo)|rendimiento"
)


def _over_term(g: Given) -> Solution:
    found = conversion_in(g.text)
    if found is None:
        raise Incomplete("i")
    source, time = found.source, g.quantity("t")
    days = time.unit in ("dia", "semana", "quincena")
    if source.length == 1 / 365:
        count = 365.0 if time.unit == "ano" and time.value == 1 else time.days
    elif source.length == 1 / 12 and days:
        count = time.days / 30
    else:
        count = time.months / 12 / source.length
    compound, simple = 100 * converted(g.rate("i"), checked(count)), g["i"] * count
    reinvested = rx.search(r"reinv|compuest|capitaliz|renov", g.text)
    nominal = (source.nominal or (not source.effective and count < 1)) and not reinvested
    rate, other = (simple, compound) if nominal else (compound, simple)
    worked = f"{{i}} % × {number(count)}" if nominal else f"(1 + {{i}} %)^{number(count)} − 1"
    how = "tasa nominal, proporcional al tiempo; como efectiva"
    if not nominal:
        how = "tasa efectiva, reinvirtiendo; sin reinvertir"
    return Solution(
        rate,
        f"En ese plazo es {percent(rate)}.",
        g.fill(f"{worked} = {percent(rate)}"),
        f"Por cada 100 pesos se ganan {number(rate)}.",
        (
            f"{how} sería {percent(other)}",
            "año de 365 días",
        ),
    )


def _said(term: Term) -> str:
    if term.nominal:
        return "TNA" if term.length == 1 else f"tasa nominal {SAID[term.length]}"
    return {1.0: "TEA", 1 / 12: "tasa mensual"}.get(term.length, f"tasa efectiva {SAID[term.length]}")


def _times(length: float, other: float) -> float:
    """Return how many times the second period goes into the first; a month of days has 30."""
    if other == 1 / 365 and length == 1 / 12:
        return 30.0
    if length == 1 / 365 and other == 1 / 12:
        return 1 / 30
    return length / other


def _convert(g: Given) -> Solution:
    found = conversion_in(g.text)
    if found is None or found.target is None:
        raise Incomplete("i")
    first = _to(g, found.source, found.target)
    if found.also is None:
        return first
    second = _to(g, found.source, found.also)
    return msgspec.structs.replace(
        first,
        result=f"{first.result[:-1]}; {second.result[:1].lower()}{second.result[1:]}",
        worked=f"{first.worked}; {second.worked}",
        assumptions=tuple(dict.fromkeys((*first.assumptions, *second.assumptions))),
    )


def _to(g: Given, source: Term, target: Term) -> Solution:
    """Convert the given rate into another one."""
    share = g.rate("i")
    months = months_of_capitalisation(g)
    capital = months / 12 if months else None
    assumptions: list[str] = []
    if is_continuous(g.text) and (source.nominal or target.effective) and not target.nominal:
        rate = math.expm1(share * target.length / source.length)
        return _told(
            g,
            target,
            rate,
            f"e^({g.shown('i')} % × {number(target.length / source.length)}) − 1",
            ["capitalización continua"],
        )
    if source.nominal:
        length = capital or (target.length if target.length < 1 and not target.nominal else 1 / 12)
        per = share * length / source.length
        inner = f"{g.shown('i')} % / {number(source.length / length)}"
        assumptions.append(f"capitalización {_often(length)}" + ("" if capital else " (no lo dijiste)"))
        if length == 1 / 12 and target.length == 1 / 12:
            assumptions = [f"convención TNA / 12; con meses de 30 días sobre 365 sería {percent(g['i'] * 30 / 365)}"]
    else:
        length, per, inner = source.length, share, f"{g.shown('i')} %"
        if capital and not source.effective and not math.isclose(capital, source.length):
            # A rate without a surname that is added more often than its period is nominal.
            length, per = capital, share * capital / source.length
            inner = f"{g.shown('i')} % / {number(source.length / capital)}"
            assumptions.append(f"tasa nominal con capitalización {_often(capital)}")
    if target.nominal:
        part = capital or (length if length < target.length else 1 / 12)
        times = _times(part, length)
        rate = converted(per, times) * target.length / part
        worked = f"{number(target.length / part)} × [(1 + {inner})^{_power(times)} − 1]"
        if abs(times - 1) < 1e-9:
            worked = f"{number(target.length / part)} × {inner}"
        assumptions.append(f"la TNA se calcula con capitalización {_often(part)}")
        return _told(g, target, rate, worked, assumptions)
    times = _times(target.length, length)
    rate = converted(per, times)
    worked = inner if abs(times - 1) < 1e-9 else f"(1 + {inner})^{_power(times)} − 1"
    if not source.nominal:
        simple = g["i"] * _times(target.length, source.length)
        assumptions.append(f"tasas efectivas, con interés compuesto; en proporción simple sería {percent(simple)}")
    if 1 / 365 in (length, target.length) and 1.0 in (length, target.length):
        assumptions.append(
            f"año de 365 días; con 360 sería"
            f" {percent(100 * converted(per, times * 360 / 365 if times > 1 else times * 365 / 360))}"
        )
    return _told(g, target, rate, worked, assumptions)


def _power(times: float) -> str:
    return number(times) if times >= 1 else f"(1/{number(1 / times)})"


def _often(length: float) -> str:
    for share, name in SAID.items():
        if math.isclose(share, length):
            times = round(1 / share)
            return f"{name}, {times} veces al año" if times > 1 else name
    return f"cada {number(365 * length)} días"


def _told(g: Given, target: Term, share: float, worked: str, assumptions: list[str]) -> Solution:
    rate, name = 100 * share, _said(target)
    meaning = f"Por cada 100 pesos son {number(rate)} por período {SAID[target.length]}."
    if target.nominal:
        meaning = "La tasa nominal no cuenta los intereses sobre intereses: con la efectiva se comparan ofertas."
    elif target.length == 1:
        meaning = f"Reinvirtiendo los intereses, 100 pesos se vuelven {number(100 + rate)} en un año."
    return Solution(
        rate,
        f"La {name} es {percent(rate)}.",
        f"{worked} = {percent(rate)}",
        meaning,
        tuple(assumptions),
    )


_NAMES = (
    rf"\b(?:por (?:{UNIT})|tna|tea|tem|tet|tes|ted|nominal|efectiv[oa]s?|equivalente|equival\w+|capitaliz\w+"
    rf"|rind\w+|(?:{PERIOD})[oa]?"
    rf"|tasa)\b(?:.*\b(?:tna|tea|tem|tet|tes|ted|nominal|efectiv[oa]s?|equivalente|equival\w+|capitaliz\w+"
    rf"|(?:{PERIOD})[oa]?"
    rf"|por (?:{UNIT})|al (?:mes|ano)|ano)\b)"
)
_TERM_NAMES = (
    rf"{_NAMES}|\b(?:tna|tea|tem)\b.*\b(?:cuanto|que porcentaje|que rendimiento)\b.*"
    rf"|\bcuanto\b.*\binteres compuesto\b.*"
    r"|\b(?:acredita\w*|rinde\w*|paga\w*|tasa|cobra\w*)\b.*\bcuanto\b.*"
)
_KEYS = (
    "acredita rinde tna nominal tea efectiva efectivo tem mensual anual diario diaria trimestral semestral"
    " capitalizacion equivale"
)


def _calculator(identifier: str, name: str, formula: str, given: str) -> Calculator:
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=(
            Input("i", given, Kind.RATE, above=-100),
            Input("m", "el plazo de capitalización", Kind.TIME, optional=True),
        ),
        keys=_KEYS,
        when=(_NAMES,),
        wordings=(),
        names=_NAMES,
        work=_convert,
        place=_place(identifier),
    )


CALCULATORS = (
    _calculator("tna_a_tem", "la tasa mensual de una TNA", "TEM = TNA / 12 (o TNA × 30 / 365)", "la TNA"),
    _calculator("tna_a_tea", "la TEA de una TNA", "TEA = (1 + TNA/m)^m − 1", "la TNA"),
    _calculator("tea_a_tna", "la TNA de una TEA", "TNA = m[(1 + TEA)^(1/m) − 1]", "la TEA"),
    _calculator("tea_a_tem", "la TEM de una TEA", "TEM = (1 + TEA)^(1/12) − 1", "la TEA"),
    _calculator("tem_a_tea", "la TEA de una TEM", "TEA = (1 + TEM)¹² − 1", "la TEM"),
    Calculator(
        id="tasa_del_plazo",
        name="la tasa de un plazo",
        area=AREA,
        formula="TNA × d / 365; efectiva: (1 + i)^n − 1",
        inputs=(Input("i", "la tasa", Kind.RATE, above=-100), Input("t", "el plazo", Kind.TIME)),
        keys=_KEYS,
        when=(_TERM_NAMES,),
        wordings=(),
        names=_TERM_NAMES,
        work=_over_term,
        place=_place_term,
    ),
    _calculator("tasa_equivalente", "la tasa equivalente", "(1 + i)^(p₂/p₁) − 1", "la tasa"),
)
