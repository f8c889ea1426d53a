"""Finds what figure of what indicator a question is about, and says what it means."""

import re
from decimal import Decimal

import msgspec

from ecobot_tui.economics.interpretation.figures import Figure, figures_in, in_unit, shown
from ecobot_tui.economics.interpretation.indicators import Indicator, named_in
from ecobot_tui.economics.interpretation.pairs import Found, interpret_move, interpret_pair
from ecobot_tui.economics.interpretation.wording import asks_for_meaning, sign_after
from ecobot_tui.economics.number_format import format_number
from ecobot_tui.economics.words import fold

LONGEST_QUESTION = 240
_BETWEEN = re.compile(r"\s*(?:puntos(?: basicos)? )?(?:a|al|hasta)(?: un| una)?\s*$")


class Interpretation(msgspec.Struct, frozen=True):
    """What a figure means, in Spanish, ready to be shown."""

    text: str
    """The reading, the conclusion, the caveat and the source, in logical lines."""
    reason: str
    """For the operator, as in «interpretación: Gini»."""
    concept: str
    """Canonical name of the concept that the indicator belongs to."""

    @property
    def source(self) -> str:
        """Where it comes from, without the word «Fuente:»."""
        return _source(self.concept)


def interpret(question: str) -> Interpretation | None:
    """Say what a stated figure means; None if the question asks for anything else or the figure is unclear."""
    if len(question) > LONGEST_QUESTION:
        return None
    text = fold(question)
    if not asks_for_meaning(text):
        return None
    found = interpret_pair(question, text) or _single(question, text) or interpret_move(question, text)
    if found is None:
        return None
    lines = [*found.lines, f"Fuente: {_source(found.concept)}"]
    return Interpretation("\n".join(lines), f"interpretación: {found.name}", found.concept)


def _source(concept: str) -> str:
    return f"base local › {concept[:1].upper()}{concept[1:]}"


def _single(question: str, text: str) -> Found | None:
    indicator = named_in(text)
    if indicator is None:
        return None
    figures = figures_in(question, indicator)
    if not figures:
        return _by_sign(indicator, text)
    if any(figure.is_change for figure in figures):
        return None
    values = [_signed(in_unit(figure, indicator), indicator, text) for figure in figures]
    if len(figures) == 2:
        return _trend(indicator, figures, values)
    if len(figures) > 1 or values[0] is None:
        return None
    return _reading(indicator, figures[0], values[0])


def _signed(value: Decimal | None, indicator: Indicator, text: str) -> Decimal | None:
    if value is None or value < 0 or not indicator.negative:
        return value
    return -value if re.search(indicator.negative, text) else value


def _reading(indicator: Indicator, figure: Figure, value: Decimal) -> Found | None:
    bound, number = figure.bound, float(value)
    conclusion = indicator.conclusion_beyond(number, above=bound == ">") if bound else indicator.conclusion(number)
    if conclusion is None:
        return None
    if bound:
        word = "mayor" if bound == ">" else "menor"
        reading = f"Dato: {indicator.name} {word} que {format_number(value)}."
    else:
        reading = indicator.reading.format_map(shown(value, figure, indicator))
    if indicator.unit == "share" and value != figure.value:
        reading += f" (Tomé {figure.written} como {format_number(value)}.)"
    elif figure.number.reading is not None:
        reading += f" (Tomé {figure.written} como {figure.number.reading}.)"
    return Found(indicator.name, indicator.concept, (reading, conclusion, indicator.caveat))


def _by_sign(indicator: Indicator, text: str) -> Found | None:
    """Read «VAN negativo», where the sign is the figure."""
    match = indicator.pattern.search(text)
    if not indicator.signed or match is None:
        return None
    sign = sign_after(text[match.end() :])
    conclusion = indicator.conclusion_beyond(0, above=sign > 0)
    if not sign or conclusion is None or indicator.negative:
        return None
    reading = f"Dato: {indicator.name} {'menor' if sign < 0 else 'mayor'} que 0."
    return Found(indicator.name, indicator.concept, (reading, conclusion, indicator.caveat))


def _trend(indicator: Indicator, figures: list[Figure], values: list[Decimal | None]) -> Found | None:
    """Read «pasó de A a B»."""
    first, second = values
    if first is None or second is None or not indicator.rise or first == second:
        return None
    if not _BETWEEN.search(figures[1].before) or any(figure.bound for figure in figures):
        return None
    conclusion = indicator.conclusion(float(second))
    if conclusion is None or indicator.conclusion(float(first)) is None:
        return None
    unit = {"percent": " %", "points": " puntos básicos", "basis points": " puntos básicos"}.get(indicator.unit, "")
    reading = f"Dato: {indicator.name} de {format_number(first)}{unit} a {format_number(second)}{unit}."
    moved = indicator.rise if second > first else indicator.fall
    return Found(indicator.name, indicator.concept, (reading, f"{moved} {conclusion}", indicator.caveat))
