"""Figures in the unit of an indicator, and the words in which they stand in its reading."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.found import as_said
from ecobot_tui.economics.interpretation.indicators import Indicator
from ecobot_tui.economics.interpretation.statement import Figure
from ecobot_tui.number_format import format_number

_HUNDRED = Decimal(100)


def in_unit(figure: Figure, indicator: Indicator) -> Decimal | None:
    """Return a figure's value in the indicator's unit; None where its own unit does not fit."""
    value = figure.change if indicator.grows else figure.value
    if figure.mark not in indicator.marks or (indicator.unit == "number" and figure.number.scaled):
        return None
    match indicator.unit:
        case "points" | "basis points":
            return _in_points(figure, plain=indicator.unit == "basis points")
        case "share":
            of_hundred = figure.mark in "%&" or (indicator.high is not None and 1 < value <= _HUNDRED)
            return value / _HUNDRED if of_hundred else value
        case "percent" | "percent only":
            if figure.is_bare and (figure.number.scaled or abs(value) > 10_000):
                return None
            return value * _HUNDRED if indicator.fraction and figure.is_bare and 0 < abs(value) <= 1 else value
    return value


def _in_points(figure: Figure, *, plain: bool) -> Decimal | None:
    value = figure.value
    if figure.mark == "%":
        return value * _HUNDRED
    if figure.mark == "!" or abs(value) >= _HUNDRED or (plain and figure.is_bare):
        return value
    if plain:
        return value * _HUNDRED if abs(value) < 20 else value
    return value * _HUNDRED if figure.mark == "&" else None


def shown(value: Decimal, figure: Figure, indicator: Indicator) -> dict[str, str]:
    """Return what the places of a reading hold."""
    said = as_said(figure, value)
    if indicator.unit == "balance":
        own = f"{format_number(abs(value))} % del PBI" if figure.mark in "%&" else as_said(figure, abs(value))
    elif indicator.unit in ("years", "money", "times", "time") and figure.mark in "@$":
        own = said
    else:
        own = format_number(value)
    return {
        "x": own,
        "said": said,
        "abs": format_number(abs(value)),
        "moves": "baja" if value < 0 else "sube",
        "moved": "cayó" if value < 0 else "creció",
        "balance": "déficit" if value < 0 else "superávit",
        "tenfold": format_number(abs(value) * 10),
        "hundredfold": format_number(value * _HUNDRED),
        "rest": format_number(_HUNDRED - value * _HUNDRED),
        "other": format_number(_HUNDRED - value),
        "hundredth": format_number(value / _HUNDRED),
        "plus_hundred": format_number(value + _HUNDRED),
        "minus_hundred": format_number(value - _HUNDRED),
        "square": format_number(value * value),
        "multiplier": format_number(1 / (1 - value)) if value not in (0, 1) else "1",
        "twelfth": format_number(round(value / 12, 2)),
        "eroded": format_number(round(_HUNDRED / (1 + value / _HUNDRED), 2)) if value > -_HUNDRED else "0",
        "times": format_number(round(1 + value / _HUNDRED, 2)),
        "inverse": format_number(_HUNDRED / value) if value else "0",
    }
