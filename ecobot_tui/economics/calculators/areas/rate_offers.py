"""Tasas e interés: dos tasas de distinto período o capitalización, comparadas por su TEA."""

import re

from ecobot_tui.economics.calculators.cash_rates import CAPITALISED, UNITS
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading, months_in
from ecobot_tui.economics.calculators.rate_words import SAID, Term, offers_in
from ecobot_tui.economics.calculators.story import Places

AREA = "Tasas e interés"
_COMPARES = re.compile(
    r"convien|conven|mejor|\bmas\b|\bmenos\b|mayor|menor|barat|\bcar[oa]\b|compar\w+|elegir|eleg\w+|elij\w+|prefer\w+"
    r"|\bcual\b|versus|\bvs\b|rinde|diferencia"
)
_LENDS = re.compile(r"prestamo|credito|deuda|tom(?:ar|o)\b|pido|pedir|financi\w+|cobra\w*|barat|\bcar[oa]\b|tarjeta")


def _capital(text: str, start: int, end: int, term: Term, months: float | None) -> float | None:
    """Return how long a capitalisation of a rate lasts, as a share of a year, where the words by its number say it."""
    found = CAPITALISED.search(text, start, end)
    if found:
        return months_in(UNITS[found[1]] if found[1] else found[2]) / 12
    return months


def _place(reading: Reading) -> Places | None:
    text = reading.text
    if len(reading.quantities) != 2 or not _COMPARES.search(text):
        return None
    offers = offers_in(text)
    if offers is None:
        return None
    first, last = offers
    same = (first.term.length, first.term.nominal, first.capital) == (last.term.length, last.term.nominal, last.capital)
    caps = [CAPITALISED.search(text, one.start, one.end) for one in offers]
    if same and (caps[0] is None or caps[1] is None or caps[0][0] == caps[1][0]):
        # Two rates of one kind are compared as they stand.
        return None
    return {"i": [0], "j": [1]}


def _yearly(g: Given, symbol: str, which: int) -> tuple[float, str]:
    """Return the TEA of one of the two rates, and how it was worked out."""
    offers = offers_in(g.text)
    if offers is None:
        raise Incomplete(symbol)
    one = offers[which]
    term, share = one.term, g.rate(symbol)
    capital = _capital(g.text, one.start, one.end, term, one.capital)
    shown = g.shown(symbol)
    nominal = term.nominal or (capital is not None and not term.effective and abs(capital - term.length) > 1e-9)
    if not nominal:
        times = 1 / term.length
        tea = converted(share, times)
        return tea, f"{shown} %" if times == 1 else f"(1 + {shown} %)^{number(times)} − 1"
    length = capital or min(1 / 12, term.length)
    per, times = share * length / term.length, 1 / length
    return converted(per, times), f"(1 + {shown} % / {number(term.length / length)})^{number(times)} − 1"


def _said(one: Term) -> str:
    name = SAID.get(one.length, "anual")
    return "TNA" if one.nominal and one.length == 1 else "TEA" if one.effective and one.length == 1 else name


def _compare(g: Given) -> Solution:
    offers = offers_in(g.text)
    if offers is None:
        raise Incomplete("i")
    first, worked = _yearly(g, "i", 0)
    last, other = _yearly(g, "j", 1)
    names = [f"{g.shown(symbol)} % {_said(one.term)}" for symbol, one in zip("ij", offers, strict=True)]
    lends = _LENDS.search(g.text) is not None
    higher, lower = (0, 1) if first >= last else (1, 0)
    best = lower if lends else higher
    if abs(first - last) < 1e-6:
        verdict = "Dan lo mismo."
    elif lends:
        verdict = f"Es más barata la de {names[best]}; para invertir conviene la otra."
    else:
        verdict = f"Rinde más la de {names[best]}; para pedir prestado conviene la otra."
    return Solution(
        100 * first,
        f"{names[0]} es una TEA de {percent(100 * first)} y {names[1]}, de {percent(100 * last)}. {verdict}",
        f"{worked} = {percent(100 * first)}; {other} = {percent(100 * last)}",
        "Las tasas se comparan con el mismo período y con los intereses reinvertidos.",
        ("sin capitalización dicha, la TNA capitaliza por mes",),
    )


CALCULATORS = (
    Calculator(
        id="comparar_tasas",
        name="la comparación de dos tasas",
        area=AREA,
        formula="TEA = (1 + TNA/m)^m − 1; (1 + i)^(1/p) − 1",
        inputs=(
            Input("i", "la primera tasa", Kind.RATE, above=-100),
            Input("j", "la segunda tasa", Kind.RATE, above=-100),
        ),
        keys="tna tea tem tasa mensual anual trimestral semestral diaria capitalizacion",
        names=(
            r"(?:tna|tea|tem|mensual|anual|trimestral|semestral|bimestral|diari[oa]|capitaliz\w+)\b"
            r".*\b(?:tna|tea|tem|mensual|anual|trimestral|semestral|bimestral|diari[oa]|capitaliz\w+).*"
        ),
        when=(),
        wordings=(),
        work=_compare,
        asks=False,
        place=_place,
    ),
)
