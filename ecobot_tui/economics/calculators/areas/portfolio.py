"""Carteras: rendimiento esperado, beta y riesgo de varios activos."""

import math
import re
from collections.abc import Callable
from functools import lru_cache

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places

AREA = "Proyectos y bonos"
_PORTFOLIO = (
    r"\b(?:cartera|portafolio|portfolio|fondo|combinacion|invierto|inverti|invertir|pongo|puse|repart\w+"
    r"|activos?|acciones)\b"
)
_DEVIATION = r"desvios?|desviacion(?:es)?|volatilidad(?:es)?|varianza|riesgo de la cartera|sigma"
_CORRELATION = re.compile(r"\b(?:correlacion|rho|coeficiente de correlacion|correlacionad\w+)(?: [a-z]+){0,4} ?$")


_REST = r"\b(?:resto|restante|lo demas|lo que (?:queda|falta|sobra)|otra parte)\b"
_ASKS_PART = r"(?:que (?:parte|porcentaje|proporcion|fraccion)|cuanto)(?: [a-z]+){0,4} (?:pon\w+|invert\w+|destin\w+)"
_FRACTIONS = (
    (r"(?:la )?mitad\b", 0.5),
    (r"(?:dos|#\d+) tercios\b", 2 / 3),
    (r"(?:un|#\d+) tercio\b|(?:la )?tercera parte\b", 1 / 3),
    (r"tres cuartos\b|tres cuartas partes\b|#\d+ cuartos\b", 0.75),
    (r"un cuarto\b|(?:la |una )?cuarta parte\b|#\d+ cuarto\b", 0.25),
)


@lru_cache(maxsize=16)
def _read(reading: Reading) -> Choice | None:
    """Tell the weights, which add up to 100 %, from what is weighted."""
    cash = Cash(reading)
    text = cash.text
    if (
        not cash.whole
        or not rx.search(_PORTFOLIO, text)
        or cash.terms
        or rx.search(r"inflacion|deuda|sharpe|impuesto|capm|covarianza|probabilidad", text)
    ):
        return None
    everything = [place for place in range(len(cash.quantities)) if place not in cash.years]
    risk = rx.search(_DEVIATION, text) is not None
    correlation = [place for place in everything if _CORRELATION.search(cash.lead(place))]
    if not correlation and risk:
        correlation = [
            place
            for place in everything
            if cash.quantities[place].mark == "#"
            and abs(cash.value(place)) <= 1
            and place == everything[-1]
            and "correl" in text
        ]
    rest = [place for place in everything if place not in correlation]
    halves = rx.search(r"mitad y mitad|partes iguales|mitad en|por igual|50 ?/ ?50|equiponderad", text) is not None
    parted = _parted(cash, rest)
    places: Places = {}
    fractions = told_fractions(text)
    if parted is not None:
        places["w"], places["x"] = parted
    elif (
        fractions
        and (bare := [place for place in rest if not _is_fraction(cash, place)])
        and len(bare) == len(fractions)
    ):
        places["x"] = bare
    elif (
        len(rest) > 2
        and rx.search(_REST, text)
        and not rx.search(_ASKS_PART, text)
        and (some := _without_the_rest(cash, rest)) is not None
    ):
        places["w"], places["x"] = some
    elif halves and len(rest) == 2:
        places["x"] = rest
    else:
        return None
    if "beta" in text and not any(cash.quantities[place].mark == "%" for place in places["x"]):
        return Choice("cartera_beta", places)
    if risk:
        if len(places["x"]) != 2:
            return None
        return Choice("cartera_riesgo", {**places, "c": correlation}) if correlation else None
    if correlation or not rx.search(r"rend\w+|rind\w+|retorno|rentab\w+|espera\w+|gan\w+", text):
        return None
    if not all(cash.quantities[place].mark == "%" for place in places["x"]):
        return None
    return Choice("cartera_rendimiento", places)


def told_fractions(text: str) -> list[float]:
    """Return the parts of «un tercio en oro y dos tercios en acciones», the rest included; none that lack some."""
    found = [
        next(share for words, share in _FRACTIONS if rx.fullmatch(words, one[0]))
        for one in rx.finditer("|".join(words for words, _ in _FRACTIONS), text)
    ]
    total = math.fsum(found)
    if found and total < 1 - 1e-9 and rx.search(_REST, text):
        found.append(1 - total)
    return found if len(found) > 1 and math.isclose(math.fsum(found), 1) else []


def _is_fraction(cash: Cash, place: int) -> bool:
    return rx.match(r" (?:tercio|cuarto|quinto)s?\b", cash.tail(place)) is not None


def _without_the_rest(cash: Cash, rest: list[int]) -> tuple[list[int], list[int]] | None:
    """Tell the parts from what is weighted where the last part is «el resto»."""
    if len(rest) % 2 == 0:
        return None
    half = len(rest) // 2
    for weights, others in (
        (rest[:-1:2], [*rest[1:-1:2], rest[-1]]),
        (rest[:half], rest[half:]),
        (rest[-half:], rest[:-half]),
    ):
        told = [cash.value(place) for place in weights]
        percents = all(cash.quantities[place].mark == "%" for place in weights)
        if percents and 0 < math.fsum(told) < 100 and all(value > 0 for value in told):
            return list(weights), others
    return None


def _parted(cash: Cash, rest: list[int]) -> tuple[list[int], list[int]] | None:
    if len(rest) < 4 or len(rest) % 2 or len(rest) > 12:
        return None
    half = len(rest) // 2
    for weights, others in (
        (rest[::2], rest[1::2]),
        (rest[:half], rest[half:]),
        (rest[half:], rest[:half]),
        (rest[1::2], rest[::2]),
    ):
        total = math.fsum(cash.value(place) for place in weights)
        if math.isclose(total, 100) or (math.isclose(total, 1) and all(0 < cash.value(place) < 1 for place in weights)):
            return weights, others
    amounts, others = rest[::2], rest[1::2]
    money = all(cash.quantities[place].mark in "$#" and cash.value(place) > 100 for place in amounts)
    return (amounts, others) if money and all(place in cash.percents for place in others) else None


_of = chosen_by(_read)


def _weights(g: Given) -> list[float]:
    """Return the weights as shares; the rest where one lacks, and equal ones where none are told."""
    if "w" not in g:
        return told_fractions(g.text) or [1 / len(g.all("x"))] * len(g.all("x"))
    weights = g.all("w")
    if len(weights) < len(g.all("x")):
        weights = [*weights, 100 - math.fsum(weights)]
    if any(weight < 0 for weight in weights):
        raise CalculationError("Las proporciones de la cartera no pueden ser negativas.")
    total = math.fsum(weights)
    return [weight / total for weight in weights]


def _mean(g: Given) -> Solution:
    weights, rates = _weights(g), g.all("x")
    value = math.fsum(weight * rate for weight, rate in zip(weights, rates, strict=True))
    worked = " + ".join(f"{number(weight)} × {number(rate)} %" for weight, rate in zip(weights, rates, strict=True))
    return Solution(
        value,
        f"El rendimiento esperado de la cartera es {percent(value)}.",
        f"{worked} = {percent(value)}",
        "Es el promedio de los rendimientos, ponderado por lo invertido en cada activo.",
        ("las proporciones suman 100 %",),
    )


def _beta(g: Given) -> Solution:
    weights, betas = _weights(g), g.all("x")
    value = math.fsum(weight * beta for weight, beta in zip(weights, betas, strict=True))
    worked = " + ".join(f"{number(weight)} × {number(beta)}" for weight, beta in zip(weights, betas, strict=True))
    return Solution(
        value,
        f"La beta de la cartera es {number(value)}.",
        f"{worked} = {number(value)}",
        f"La cartera se mueve {'más' if value > 1 else 'menos' if value < 1 else 'igual'} que el mercado.",
        ("promedio de las betas, ponderado por lo invertido",),
    )


def _risk(g: Given) -> Solution:
    correlation = g["c"]
    if not -1 <= correlation <= 1:
        raise CalculationError("La correlación tiene que estar entre -1 y 1.")
    first, second = (weight * share for weight, share in zip(_weights(g), g.all("x"), strict=True))
    variance = first**2 + second**2 + 2 * first * second * correlation
    deviation = math.sqrt(max(variance, 0.0))
    value = variance / 1e4 if "varianza" in g.text and "desv" not in g.text else deviation
    return Solution(
        value,
        f"El desvío de la cartera es {percent(deviation)} y la varianza, {number(variance / 1e4)}"
        f" ({number(variance)} en"
        " puntos al cuadrado).",
        f"√({number(first)}² + {number(second)}² + 2 × {number(first)} × {number(second)} × {number(correlation)}) ="
        f" {percent(deviation)}",
        f"Sin diversificar sería {percent(first + second)}: cuanto menor la correlación, menos riesgo.",
        ("dos activos; cada término es proporción por desvío",),
    )


_WEIGHTS = Input("w", "las proporciones", Kind.AMOUNT, many=True, optional=True)
_KEYS = "cartera portafolio portfolio fondo activos invierto repartida beta desvio desvios correlacion acciones pongo"
_NAMES = (
    rf"{_PORTFOLIO}(?:.*(?:rend\w+|retorno|beta\w*|desv\w+|varianza|volatilidad|correlacion|rinde\w*|riesgo|cartera))?"
)


def _calculator(
    identifier: str, name: str, formula: str, inputs: tuple[Input, ...], work: Callable[[Given], Solution]
) -> Calculator:
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys=_KEYS,
        when=(_NAMES,),
        wordings=(),
        names=_NAMES,
        work=work,
        place=_of(identifier),
    )


CALCULATORS = (
    _calculator(
        "cartera_rendimiento",
        "el rendimiento de la cartera",
        "Σ wᵢ·rᵢ",
        (_WEIGHTS, Input("x", "los rendimientos", Kind.RATE, many=True)),
        _mean,
    ),
    _calculator(
        "cartera_beta",
        "la beta de la cartera",
        "Σ wᵢ·βᵢ",
        (_WEIGHTS, Input("x", "las betas", Kind.NUMBER, many=True)),
        _beta,
    ),
    _calculator(
        "cartera_riesgo",
        "el riesgo de la cartera",
        "√(w₁²σ₁² + w₂²σ₂² + 2w₁w₂σ₁σ₂ρ)",
        (_WEIGHTS, Input("x", "los desvíos", Kind.RATE, many=True), Input("c", "la correlación", Kind.SHARE)),
        _risk,
    ),
)
