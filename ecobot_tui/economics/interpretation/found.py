"""What the readers hand on, and the words in which figures stand in it."""

from decimal import Decimal

import msgspec

from ecobot_tui.economics.interpretation.statement import Figure
from ecobot_tui.number_format import format_amount, format_number

_SPANS = {"ano": "año", "anos": "años", "dia": "día", "dias": "días", "periodo": "período", "periodos": "períodos"}
_SYMBOLS = {"u$s": "US$", "us$": "US$", "usd": "US$"}


class Found(msgspec.Struct, frozen=True):
    """An interpretation without its source line."""

    name: str
    concept: str
    lines: tuple[str, ...]


def percent(value: Decimal) -> str:
    """Return a percentage rounded to two decimals."""
    return f"{format_number(round(value, 2))} %"


def as_said(figure: Figure, value: Decimal | None = None) -> str:
    """Return a figure with its unit."""
    value = figure.value if value is None else value
    match figure.mark:
        case "%":
            return f"{format_number(value)} %"
        case "&":
            return f"{format_number(value)} punto{'s' if value != 1 else ''}"
        case "!":
            return f"{format_number(value)} puntos básicos"
        case "@":
            return f"{format_number(value)} {_SPANS.get(figure.unit, figure.unit)}"
        case "$" if figure.number.scaled and value == figure.value > 0:
            return f"{figure.number.currency} {_scaled(value)}"
        case "$":
            return format_amount(value, figure.number.currency)
    return _scaled(value) if figure.number.scaled else format_number(value)


def _scaled(value: Decimal) -> str:
    million = Decimal(10) ** 6
    if abs(value) >= million:
        return f"{format_number(value / million)} {'millón' if value == million else 'millones'}"
    return format_number(value)
