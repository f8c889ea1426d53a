"""Microeconomía: lo que queda del presupuesto para un bien después de comprar otro, contado como una historia."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_WORD = re.compile(r"[a-z]{4,}")
_ASIDE = (
    "cada cuesta cuestan sale salen vale valen precio precios pesos tengo dispongo ingreso presupuesto gasto para"
    " comprar compro compra compre entre semana este esta estos unidad unidades veces puedo puede podria alcanza"
    " queda quedo resto bien bienes quiero llevo llevar cuantas cuantos cuanto como total dinero plata mesada cobran"
    " cobra"
)
_SAYS_NOTHING = frozenset(_ASIDE.split())
_INCOME = re.compile(
    r"\b(?:ingresos?|presupuesto|renta|tengo|tiene|tenemos|dispon\w+|sueldo|plata|gast\w+|mesada|cuent\w+ con|destin\w+"
    r"|ahorr\w+|me dan|me dieron|separ\w+|un billete de|reserv\w+|llev\w+ (?=[$#]\d))"
    r"(?: (?:de|es|un|una|con|para|son|en|total|mensual|semanal|solo|unos|hasta))* $"
)
_PER = re.compile(
    r" (?:pesos )?(?:por (?:mes|semana|dia) )?(?:para|de (?:ingreso|presupuesto|mesada)|a gastar|mensuales)"
)
_ONE = (
    r"\b(?:compr\w+|le[eoa]\w*|voy|va|vas|vamos|pid\w+|llev\w+|consum\w+|tom\w+|us[aeo]\w*|sac\w+|veo|ve|mir\w+)"
    r" (?:solo |solamente |a )?una?\b"
)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:4] for word in _WORD.findall(text) if word not in _SAYS_NOTHING)


def _place(reading: Reading) -> dict[str, list[int]] | None:
    numbers = reading.quantities
    if any(one.mark not in "$#" for one in numbers) or len(numbers) not in (3, 4):
        return None
    counts: list[int] = []
    if len(numbers) == 4:
        counts = [place for place, one in enumerate(numbers) if one.mark == "#" and _may_count(reading, place)]
        least = min(range(4), key=lambda place: numbers[place].value)
        if least not in counts:
            return None
        counts = [least]
    elif not rx.search(_ONE, reading.text):
        return None
    rest = [place for place in range(len(numbers)) if place not in counts]
    incomes = [place for place in rest if _is_income(reading, place)]
    income = incomes[0] if incomes else max(rest, key=lambda place: numbers[place].value)
    rest.remove(income)
    if numbers[income].value <= max(numbers[place].value for place in rest):
        return None
    first, second = (_good(reading, place) for place in rest)
    if first & second:
        first, second = first - second, second - first
    one = rx.search(_ONE, reading.text)
    end = reading.slot(counts[0])[1] if counts else one.end() if one else 0
    bought = _stems(_clause(reading.text[end:], 4))
    asked = _stems(_clause(reading.text[_asked_at(reading.text) :], 7))
    if bought & first or (asked & second and not bought & second):
        order = rest
    elif bought & second or asked & first:
        order = rest[::-1]
    else:
        return None
    return {"m": [income], "p": [order[0]], "r": [order[1]]} | ({"x": counts} if counts else {})


def _clause(text: str, words: int) -> str:
    return " ".join(re.split(r"[$#,]", text, maxsplit=1)[0].split()[:words])


def _asked_at(text: str) -> int:
    found = [one.end() for one in rx.finditer(r"\bcuant[oa]s?\b", text)]
    return found[-1] if found else len(text)


def _may_count(reading: Reading, place: int) -> bool:
    start, end = reading.slot(place)
    one = reading.quantities[place]
    before = reading.text[:start]
    priced = rx.search(r"\b(?:cuestan?|salen?|valen?|precio|cobran?|a|es|son)(?: (?:de|a))* $", before)
    counted = rx.match(r" [a-z]{3,}", reading.text[end:]) and not rx.match(r" pesos", reading.text[end:])
    bought = rx.search(r"\b(?:compr\w+|llev\w+|voy|le[oe]|pido|tomo|uso)(?: \w+)? $", before)
    return one.value == int(one.value) < 1_000 and priced is None and bool(counted or bought)


def _is_income(reading: Reading, place: int) -> bool:
    start, end = reading.slot(place)
    return _INCOME.search(reading.text[:start]) is not None or _PER.match(reading.text[end:]) is not None


def _good(reading: Reading, place: int) -> frozenset[str]:
    """Return the words of what a price is of: those since the last number, or clause where that says something."""
    start, end = reading.slot(place)
    floor = reading.slot(place - 1)[1] if place else 0
    before = reading.text[floor:start]
    near = _stems(before.rsplit(",", 1)[-1])
    behind = rx.match(r" (?:pesos )?(?:la|el|cada|por|cada uno de los) [a-z]+", reading.text[end:])
    return near or (_stems(behind[0]) if behind else frozenset()) or _stems(before)


def _left(g: Given) -> Solution:
    count = g["x"] if "x" in g else 1.0  # noqa: SIM401 - no mapping
    left = g["m"] - g["p"] * count
    if left < 0:
        raise CalculationError("Ese consumo ya cuesta más que el presupuesto: no alcanza.")
    value = left / g["r"]
    whole = f" (enteras: {number(value // 1)})" if value != value // 1 else ""
    return Solution(
        value,
        f"Alcanza para {number(value)}{whole}: quedan {g.money(left)}.",
        f"({number(g['m'])} − {number(g['p'])} × {number(count)}) / {number(g['r'])} = {number(value)}",
        "Es un punto de la recta de presupuesto: lo que se gasta en un bien no queda para el otro.",
        ("se gasta todo lo que queda en ese bien",),
    )


CALCULATORS = (
    Calculator(
        id="resto_del_presupuesto",
        name="la cantidad que alcanza con lo que queda",
        area=AREA,
        formula="Y = (M − Px·X) / Py",
        inputs=(
            Input("m", "el presupuesto", Kind.AMOUNT, above=0),
            Input("p", "el precio de lo que ya se compra", Kind.AMOUNT, above=0),
            Input("r", "el precio del otro bien", Kind.AMOUNT, above=0),
            Input("x", "cuántos se compran", Kind.NUMBER, above=-1e-9, optional=True),
        ),
        keys="presupuesto",
        when=(),
        names=r"^(?=.*cuant[oa]s)(?=.*(?:ingreso|presupuesto|renta\b|tengo|tiene|dispon|sueldo|plata|gast|mesada"
        r"|cuento con|destin|ahorr|me dan|me dieron|separ|billete|reserv)).*(?:cuest|sale|vale|precio|cobran|a [$#]"
        r"|\b(?:la|el|cada|una?) [a-z]{3,} [$#]).*",
        unless=r"%\d|@\d|\bz[dscif][qptmevs] |utilidad|marginal|dolar|cuotas|inflacion|deuda|fijos?\b|gananci",
        wordings=(),
        place=_place,
        work=_left,
        asks=False,
    ),
)
