"""Tests of significance: a p-value against its own level, and confidence intervals."""

import re
from decimal import Decimal

from ecobot_tui.economics.interpretation.found import Found
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.economics.interpretation.wording import bound_before
from ecobot_tui.number_format import format_number

_P_VALUE = re.compile(r" (?:p ?valor(?:es)?|p ?values?|valor(?:es)? (?:de )?p|p)(?= )")
_P_ALONE = re.compile(r" p (?:de|igual a|es|=|menor|mayor|dio|da|fue)?")
_LEVEL_TOLD = re.compile(r" (?:alfa|alpha|significacion|significancia)(?: (?:de|del|es|igual|a))* #\d ")
_INTERVAL = re.compile(r" (?:intervalo|ic) ")
_HOLDS_ZERO = re.compile(
    r" (?P<no>(?:no|ni) )?(?:incluy\w+|contien\w+|conteng\w+|pas[ae] por|abar\w+|esta|cae)(?: dentro)? (?:el |al"
    r" )?(?:cero|0) "
)
_HUNDRED = Decimal(100)


def read_test(statement: Statement) -> Found | None:
    """Read a p-value or a confidence interval; None if the statement is about neither."""
    if _INTERVAL.search(statement.text):
        return _interval(statement)
    return _p_value(statement)


def _p_value(statement: Statement) -> Found | None:
    text = statement.text
    name = _P_VALUE.search(text)
    if name is None:
        return None
    figures = [one for one in statement.figures if one.mark in "#%"]
    levels = [level if level <= 50 else _HUNDRED - level for level in statement.levels]
    if len(figures) == 2 and (told := _LEVEL_TOLD.search(text)):
        own = next(one for one in figures if one.slot in told[0])
        figures = [one for one in figures if one is not own]
        levels.append(own.value * _HUNDRED)
    after = [one for one in figures if statement.place(one) >= name.end()]
    if len(after) == 1:
        figures = after
    if len(levels) > 1 or len(figures) != 1:
        return None
    figure = figures[0]
    if name[0] == " p" and not _P_ALONE.match(text, name.start()):
        return None
    value = figure.value / _HUNDRED if figure.mark == "%" else figure.value
    bound = bound_before(text[: statement.place(figure)])
    if not 0 <= value <= 1 or (bound and levels):
        return None
    level = levels[0] if levels else Decimal(5)
    limit = level / _HUNDRED
    if bound:
        return _bounded(value, above=bound == ">")
    shown = f"{format_number(level)} %"
    reading = (
        f"Un valor p de {format_number(value)} es la probabilidad de ver un resultado así o más extremo si la hipótesis"
        f" nula fuera cierta ({format_number(value * _HUNDRED)} %)."
    )
    if value == limit:
        verdict = (
            f"Está justo en el límite del {shown}: con la regla p ≤ {format_number(limit)} se rechaza la hipótesis"
            f" nula, pero la evidencia es débil."
        )
    elif value < limit:
        verdict = f"Es significativo al {shown} (menor que {format_number(limit)}): se rechaza la hipótesis nula."
        if not levels and value > Decimal("0.01"):
            verdict += " Al 1 % no sería significativo."
    else:
        verdict = (
            f"No es significativo al {shown} (mayor que {format_number(limit)}): no se rechaza la hipótesis nula,"
            f" lo que no prueba que sea cierta."
        )
        if not levels and value < Decimal("0.1"):
            verdict += " Al 10 % sí lo sería."
    return _found(reading, verdict)


def _bounded(value: Decimal, *, above: bool) -> Found | None:
    reading = f"Dato: valor p {'mayor' if above else 'menor'} que {format_number(value)}."
    shown = f"{format_number(value * _HUNDRED)} %"
    if not above and 0 < value <= Decimal("0.1"):
        return _found(reading, f"Es significativo al {shown}: se rechaza la hipótesis nula a ese nivel.")
    if above and value >= Decimal("0.05"):
        return _found(
            reading,
            f"No es significativo al {shown}: no se rechaza la hipótesis nula a ese nivel, lo que no prueba que sea"
            f" cierta.",
        )
    return None


def _found(reading: str, verdict: str) -> Found:
    caveat = (
        "No es la probabilidad de que la hipótesis nula sea cierta ni mide el tamaño o la importancia del efecto; el"
        " nivel se elige antes de mirar los datos."
    )
    return Found("valor p", "valor p", (reading, verdict, caveat))


def _interval(statement: Statement) -> Found | None:
    figures = statement.figures
    if len(figures) == 3 and (name := _INTERVAL.search(statement.text)):
        figures = tuple(one for one in figures if statement.place(one) > name.start())
    level = next((one for one in statement.levels if one >= 50), None)
    told = _HOLDS_ZERO.search(statement.text)
    if told and len(figures) < 2:
        inside = told["no"] is None
        reading = f"El intervalo de confianza {'' if inside else 'no '}incluye el cero."
    elif len(figures) == 2 and figures[0].value < figures[1].value:
        low, high = figures[0].value, figures[1].value
        inside = low <= 0 <= high
        reading = f"El intervalo de confianza{_of(level)} va de {format_number(low)} a {format_number(high)}"
        reading += " e incluye el cero." if inside else " y no incluye el cero."
    else:
        return None
    verdict = (
        "No es significativo al nivel del intervalo (5 % si es de 95 %): no se puede descartar que el efecto sea nulo."
        if inside
        else "Es significativo al nivel del intervalo (5 % si es de 95 %): se rechaza que el efecto sea nulo."
    )
    caveat = (
        f"Con muestras repetidas, {format_number(level or Decimal(95))} de cada 100 intervalos así contendrían el"
        f" valor verdadero; no es la"
        " probabilidad de que esté en este. Si se mide un cociente, el valor nulo es 1."
    )
    return Found("intervalo de confianza", "intervalo de confianza", (reading, verdict, caveat))


def _of(level: Decimal | None) -> str:
    return f" del {format_number(level)} %" if level else ""
