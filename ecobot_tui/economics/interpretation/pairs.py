"""Figures that are read against another one: TIR and cost of capital, interval and zero, rate and inflation."""

import re
from decimal import Decimal

import msgspec

from ecobot_tui.economics.interpretation.figures import Figure, figures_in
from ecobot_tui.economics.number_format import format_number

_TIR = re.compile(r"\b(?:tir|tasa interna de (?:retorno|rendimiento))\b")
_COST = re.compile(r"\b(?:costo|coste|wacc|tasa (?:exigida|requerida|de corte|de descuento)|tasa minima)\b")
_INTERVAL = re.compile(r"\b(?:intervalo|ic)\b")
_ZERO = re.compile(r"\b(?:incluy[ea]n?|contien[ea]n?|contenga|pas[ae] por|abar[cq]u?[ae]) (?:el |al )?(?:cero|0)\b")
_WITHOUT_ZERO = re.compile(
    r"\bno (?:incluy[ea]n?|contien[ea]n?|contenga|pas[ae] por|abar[cq]u?[ae]) (?:el |al )?(?:cero|0)\b"
)
_RATE = re.compile(r"\b(?:tna|tea|tasa|plazo fijo|rinde|rindio|rendimiento|interes)\b")
_INFLATION = re.compile(r"\b(?:inflacion|ipc|precios)\b")
_PAY = re.compile(r"\b(?:sueldos?|salarios?|jubilacion\w*|paritarias?|haberes|real(?:es)?)\b")
_MOVE = re.compile(r"\b(?:subi\w+|baj\w+|aument\w+|cay\w+|paso|pasar\w*|suba|baja|aumento)\b")
_JOINED = re.compile(r"^\s*(?:a|al|hasta)(?: el| un)?\s*$")
_CAVEAT_POINTS = (
    "Los puntos restan dos porcentajes y la variación porcentual los compara con el primero: no son lo mismo."
)


class Found(msgspec.Struct, frozen=True):
    """An interpretation without its source line."""

    name: str
    concept: str
    lines: tuple[str, ...]


def interpret_pair(question: str, text: str) -> Found | None:
    """Read figures that a folded question sets against each other; None if there are none."""
    if _INTERVAL.search(text):
        return _interval(question, text)
    if _TIR.search(text) and _COST.search(text):
        return _tir(question, text)
    if _RATE.search(text) and _INFLATION.search(text) and not _PAY.search(text):
        return _rate(question, text)
    return None


def interpret_move(question: str, text: str) -> Found | None:
    """Read a change in points or between two percentages; None if the folded question tells of none."""
    return _points(question) if _MOVE.search(text) else None


def _percent(value: Decimal) -> str:
    return f"{format_number(value)} %"


def _two_rates(question: str) -> list[Figure] | None:
    figures = figures_in(question)
    if len(figures) != 2 or any(abs(one.value) > 10_000 or one.number.currency or one.bound for one in figures):
        return None
    return figures if any(one.is_percentage for one in figures) else None


def _ordered(question: str, text: str, name: re.Pattern[str], other: re.Pattern[str]) -> list[Decimal] | None:
    """Return the rate of one name and of the other, each said before its figure, in either order."""
    figures, first, second = _two_rates(question), name.search(text), other.search(text)
    if figures is None or first is None or second is None or len(text) != len(question):
        return None
    low, high = sorted((first.start(), second.start()))
    if not low < figures[0].number.start <= high + 40 or not high < figures[1].number.start:
        return None
    values = [figures[0].value, figures[1].value]
    return values if first.start() < second.start() else values[::-1]


def _tir(question: str, text: str) -> Found | None:
    rates = _ordered(question, text, _TIR, _COST)
    if rates is None:
        return None
    tir, cost = rates
    verdict = (
        "La TIR supera al costo de capital: el VAN es positivo y por este criterio conviene, se acepta."
        if tir > cost
        else "La TIR es menor que el costo de capital: el VAN es negativo y por este criterio no conviene, se rechaza."
        if tir < cost
        else "La TIR iguala al costo de capital: el VAN es cero y el proyecto es indiferente."
    )
    reading = f"La TIR es {_percent(tir)} y el costo de capital {_percent(cost)}."
    caveat = "Vale con flujos normales (primero se invierte, después se cobra); entre proyectos rivales decide el VAN."
    return Found("TIR y costo de capital", "tasa interna de retorno", (reading, verdict, caveat))


def _rate(question: str, text: str) -> Found | None:
    rates = _ordered(question, text, _RATE, _INFLATION)
    if rates is None or rates[1] <= -100 or rates[0] <= -100:
        return None
    nominal, inflation = rates
    real = ((1 + nominal / 100) / (1 + inflation / 100) - 1) * 100
    side = "perdés" if real < 0 else "ganás" if real > 0 else "ni ganás ni perdés"
    reading = f"Con una tasa nominal de {_percent(nominal)} y una inflación de {_percent(inflation)}"
    reading += f", la tasa real es {_percent(round(real, 2))} (Fisher)."
    verdict = (
        f"En términos reales {side}: 100 terminan con el poder de compra de {format_number(round(100 + real, 2))}."
    )
    caveat = "Supone que las dos son del mismo período; si una es mensual y la otra anual hay que llevarlas al mismo."
    return Found("tasa nominal e inflación", "tasa de interés real", (reading, verdict, caveat))


def _interval(question: str, text: str) -> Found | None:
    figures = [one for one in figures_in(question) if not (one.is_percentage and one.value in (90, 95, 99))]
    if _WITHOUT_ZERO.search(text):
        inside, reading = False, "El intervalo de confianza no incluye el cero."
    elif _ZERO.search(text) and len(figures) < 2:
        inside, reading = True, "El intervalo de confianza incluye el cero."
    elif len(figures) >= 2 and figures[0].value < figures[1].value:
        low, high = figures[0].value, figures[1].value
        inside = low <= 0 <= high
        reading = f"El intervalo va de {format_number(low)} a {format_number(high)} e{'' if inside else ' no'} incluye"
        reading = reading.replace("e no", "y no") + " el cero."
    else:
        return None
    verdict = (
        "No es significativo al nivel del intervalo (5 % si es de 95 %): no se puede descartar que el efecto sea nulo."
        if inside
        else "Es significativo al nivel del intervalo (5 % si es de 95 %): se rechaza que el efecto sea nulo."
    )
    caveat = "No rechazar no prueba que el efecto sea cero; si se mide un cociente, el valor nulo es 1 y no 0."
    return Found("intervalo de confianza", "intervalo de confianza", (reading, verdict, caveat))


def _points(question: str) -> Found | None:
    figures = figures_in(question)
    if len(figures) == 1 and figures[0].is_change and (figures[0].has_points or figures[0].has_basis_points):
        return _one_move(figures[0]) if 0 < figures[0].value <= (1_000 if figures[0].has_basis_points else 60) else None
    if len(figures) < 2 or not figures[1].is_percentage:
        return None
    first, second = figures[0], figures[1]
    between = question[first.number.end : second.number.start]
    if not _JOINED.match(between.lower()) or first.value <= 0 or first.value == second.value:
        return None
    points, change = second.value - first.value, (second.value / first.value - 1) * 100
    reading = f"De {_percent(first.value)} a {_percent(second.value)}"
    reading += f" {'subió' if points > 0 else 'bajó'} {format_number(abs(points))} puntos porcentuales."
    verdict = f"En términos relativos la variación es de {_percent(round(change, 2))} sobre el valor inicial."
    return Found("puntos porcentuales", "puntos porcentuales", (reading, verdict, _CAVEAT_POINTS))


def _one_move(figure: Figure) -> Found:
    if figure.has_basis_points:
        reading = (
            f"{format_number(figure.value)} puntos básicos son {format_number(figure.value / 100)} puntos porcentuales."
        )
        example = 40 + figure.value / 100
    else:
        reading = f"Un cambio de {format_number(figure.value)} puntos porcentuales es una resta entre dos porcentajes."
        example = 40 + figure.value
    relative = (example / 40 - 1) * 100
    verdict = f"Por ejemplo, pasar de 40 % a {_percent(example)}: en términos relativos es {_percent(relative)}."
    return Found("puntos porcentuales", "puntos porcentuales", (reading, verdict, _CAVEAT_POINTS))
