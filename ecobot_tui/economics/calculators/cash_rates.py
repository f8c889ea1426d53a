"""The rate per payment or per capitalisation, from the one that a question gives and from its words."""

import math
import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash import PAYMENTS, PERIODIC, without_rate_periods
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked, whole, year_days
from ecobot_tui.economics.calculators.quantities import Quantity, months_in

UNITS = {
    "diari": "dia",
    "semanal": "semana",
    "quincenal": "quincena",
    "mensual": "mes",
    "bimestral": "bimestre",
    "bimensual": "bimestre",
    "trimestral": "trimestre",
    "cuatrimestral": "cuatrimestre",
    "semestral": "semestre",
    "anual": "ano",
}
_UNIT = r"dia|semana|quincena|mes|bimestre|trimestre|cuatrimestre|semestre|ano"
CAPITALISED = re.compile(
    r"\b(?:capitaliz\w*|compuest[ao]s?|convertible|componible|composicion|acredit\w+)(?: (?:de forma|de manera|cada"
    r"|por|en forma|todos|todas|las"
    rf"|los|el|de|a|con|los intereses|intereses))* (?:({PERIODIC})\w*|({_UNIT})(?:e?s)?\b)"
)
_CONTINUOUS = re.compile(r"\bcontinu(?:a|o|amente)\b|instantane")
_NOMINAL = re.compile(r"\btna\b|nominal(?! [$#])")
_EFFECTIVE = re.compile(r"\btea\b|\btem\b|efectiv[oa]")
_PAID = re.compile(rf"{PAYMENTS}(?: [a-z]+){{0,3}}? ({PERIODIC})\w*")
_EVERY = re.compile(
    rf"\b(?:por|al|a la|x|cada|todos los|todas las|fin(?:es)? de|comienzos? de|principios? de"
    rf"|inicio de) ({_UNIT})(?:e?s)?\b"
    rf"|\b({PERIODIC})(?:es|mente)?\b"
)


class PerPeriod(msgspec.Struct, frozen=True):
    """A rate per period, with how it was taken, and the other common reading where there is one."""

    rate: float
    how: str
    other: float | None = None
    other_how: str = ""


def months_of_capitalisation(g: Given) -> float | None:
    """Return after how many months interest is added, where the question says it."""
    if "m" in g and g.quantity("m").unit:
        return checked(g.quantity("m").months)
    found = CAPITALISED.search(g.text)
    if found is None:
        return None
    return months_in(UNITS[found[1]] if found[1] else found[2])


def is_continuous(text: str) -> bool:
    """Tell whether interest is added without pause."""
    return _CONTINUOUS.search(text) is not None


def unit_of_instalments(g: Given, term: str) -> str:
    """Return the period of the instalments where no rate is given: «qué tasa anual» does not tell it."""
    bare = without_rate_periods(g.text)
    found = _PAID.search(bare)
    unit = g.quantity(term).unit
    if found:
        return UNITS[found[1]]
    told = rx.search(rf"[$#]\d+ (?:pesos |dolares )?(?:por|al|cada) ({_UNIT})\b", bare)
    return told[1] if told else unit if unit in ("semestre", "trimestre", "bimestre", "semana", "quincena") else "mes"


def unit_of_payments(g: Given, rate: str, term: str) -> str:
    """Return the period of the payments: as it is said, else that of the rate, else the month."""
    bare = without_rate_periods(g.text)
    if found := _PAID.search(bare):
        return UNITS[found[1]]
    if "mensualidad" in bare:
        return "mes"
    if found := _EVERY.search(bare):
        return found[1] or UNITS[found[2]]
    period = g.period(rate) if rate in g else None
    if period not in (None, "ano", "dia"):
        return str(period)
    unit = g.quantity(term).unit if term in g else None
    if unit in ("semestre", "trimestre", "bimestre", "cuatrimestre", "quincena", "semana"):
        return str(unit)
    return "mes"


def payments_in(g: Given, term: str, unit: str) -> int:
    """Return how many payments there are, 1 to 1,200."""
    time = g.quantity(term)
    count = time.value if time.unit is None else round(time.months / months_in(unit), 4)
    return whole(count, "La cantidad de cuotas")


def rate_per(g: Given, symbol: str, unit: str, *, proportional: bool = True) -> PerPeriod:
    """Return a rate per payment; an annual rate without a surname is taken as nominal, or as effective."""
    share, months = g.rate(symbol), months_in(unit)
    name, period = PERIOD_NAMES[unit][0], g.period(symbol)
    nominal, effective = _NOMINAL.search(g.text), _EFFECTIVE.search(g.text)
    in_years = unit == "mes" and "n" in g and g.quantity("n").unit == "ano"
    if period is None and (nominal or effective or in_years):
        period = "ano"
    if is_continuous(g.text):
        length = months / months_in(period or "ano")
        return PerPeriod(math.expm1(share * length), "capitalización continua")
    if period is None:
        return PerPeriod(share, f"tomé la tasa por {name}, porque no dijiste el período")
    length = months / months_in(period)
    if unit == "mes" and period == "dia":
        length = 30
    if capitals := months_of_capitalisation(g):
        per = share * capitals / months_in(period)
        rate = converted(per, months / capitals)
        return PerPeriod(rate, f"tasa nominal: con esa capitalización da {percent(100 * rate)} por {name}")
    if abs(length - 1) < 1e-9:
        return PerPeriod(share, f"tasa por {name}")
    simple, compound = share * length, converted(share, length)
    as_nominal = f"tasa nominal: {percent(100 * simple)} por {name}"
    as_effective = f"tasa efectiva: equivale a {percent(100 * compound)} por {name}"
    if length > 1 or (effective and not nominal):
        return PerPeriod(compound, as_effective)
    if nominal:
        return PerPeriod(simple, as_nominal)
    if proportional:
        return PerPeriod(simple, as_nominal, compound, as_effective)
    return PerPeriod(compound, as_effective, simple, as_nominal)


def time_in_periods(time: Quantity, period: str | None, year: int = 365) -> float:
    """Return a time in periods of a rate; a month of days has 30, a year 365 or 360."""
    if time.unit is None or period is None or time.unit == period:
        return time.value
    if period == "dia":
        return time.days
    if time.unit in ("dia", "semana", "quincena") and period != "ano":
        return time.days / (30 * months_in(period))
    if time.unit in ("dia", "semana", "quincena"):
        return time.days / year
    return time.months / months_in(period)


class Growth(msgspec.Struct, frozen=True):
    """Compound growth: the rate per capitalisation, how many there are, and what was assumed."""

    rate: float
    count: float
    how: str


def growth(g: Given, rate: str, time: str) -> Growth:
    """Return how a sum grows over a time; CalculationError where the time is none or too long."""
    share, one = g.rate(rate), g.quantity(time)
    period = g.period(rate)
    nominal = _NOMINAL.search(g.text) is not None
    capitals = months_of_capitalisation(g)
    if period is None and (nominal or capitals):
        period = "ano"
    if one.unit is not None and (nominal or capitals) and period is not None:
        months = capitals or (1.0 if months_in(period) > 1 else months_in(period))
        if abs(months - months_in(period)) > 1e-9:
            per = share * months / months_in(period)
            count = checked(round(one.months / months, 9))
            how = f"tasa nominal que capitaliza {number(months_in(period) / months)} veces en su período"
            if not capitals:
                how += " (no dijiste cada cuánto: tomé por mes)"
            return Growth(per, count, how)
    unit = period or one.unit
    if unit is None:
        return Growth(share, checked(one.value), "la tasa es por período")
    count = time_in_periods(one, period, year_days(g))
    said = "" if period else " (no lo dijiste: tomé la unidad del plazo)"
    return Growth(share, checked(count), f"la tasa es efectiva por {PERIOD_NAMES[unit][0]}{said}")


def not_negative(value: float, sentence: str) -> float:
    """Return a value that must not be below zero; CalculationError with a sentence otherwise."""
    if value < 0:
        raise CalculationError(sentence)
    return value
