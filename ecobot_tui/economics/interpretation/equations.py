"""Reads the coefficients of a simple equation such as «consumo = 50 + 0,6 ingreso»."""

import re
from decimal import Decimal

from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.normalising import normalised
from ecobot_tui.economics.interpretation.wording import asks_for_meaning
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.number_format import format_number

_NUMBER = r"\d+(?:[.,]\d+)*"
_EQUATION = re.compile(
    rf"\b(?P<left>[a-z]+)(?: estimad[oa])? ?= ?(?P<constant>-?{_NUMBER}) ?(?P<sign>[-+]) ?(?P<slope>{_NUMBER})"
    r" ?[*·x×]? ?(?:por )?(?P<right>[a-z]+(?: de [a-z]+)?)\b"
)
_MARKED = re.compile(r"[=+]")
_SUPPLY_OR_DEMAND = re.compile(r"^(?:q\w?|p|demanda|oferta|cantidad|precio)$")


def read_equation(question: str) -> Found | None:
    """Read the constant and the slope of an equation that a question asks the meaning of."""
    if _MARKED.search(question) is None:
        return None
    text = normalised(question)
    found = _EQUATION.search(text)
    if found is None or not asks_for_meaning(text) or _SUPPLY_OR_DEMAND.match(found["left"]):
        return None
    constant, slope = _value(found["constant"]), _value(found["slope"])
    if constant is None or slope is None:
        return None
    slope = -slope if found["sign"] == "-" else slope
    left, right = found["left"], found["right"].removesuffix(" que")
    moves = "sube" if slope >= 0 else "baja"
    reading = (
        f"En {left} = {format_number(constant)} {'+' if slope >= 0 else '-'} {format_number(abs(slope))} · {right}:"
    )
    verdict = (
        f"la pendiente {format_number(slope)} dice que, si {right} sube una unidad, {left} {moves}"
        f" {format_number(abs(slope))} unidades en promedio, con lo demás constante; la constante"
        f" {format_number(constant)} es el valor de {left} cuando {right} es cero."
    )
    caveat = (
        "Las unidades son las de cada variable; es una relación promedio y no prueba por sí sola que una cause la otra."
    )
    if left in ("consumo", "c"):
        caveat = (
            "Es la función consumo: la pendiente es la propensión marginal a consumir y la constante, el consumo"
            " autónomo."
        )
    return Found("ecuación de una recta", "regresión lineal", (reading, verdict, caveat))


def _value(written: str) -> Decimal | None:
    numbers = find_numbers(written)
    return numbers[0].value if len(numbers) == 1 else None
