"""Charts for a terminal: asked for in Spanish, kept as data; `ecobot_tui.plot` draws them.

`answer_chart` is the way in. The chart of its answer holds all that the text says, for whoever draws it at
another width.
"""

import re
import textwrap

import msgspec

from ecobot_tui.economics.charts.chart import ChartAnswer, ChartError
from ecobot_tui.economics.charts.kinds import KINDS, OTHER_MARKETS, Kind, kind_of, usage_lines
from ecobot_tui.economics.charts.request import Request, read_request, require_plain_numbers
from ecobot_tui.economics.charts.wording import LONGEST, asks_for_chart, corrected, names_a_chart
from ecobot_tui.plot import Chart, draw

__all__ = ["Chart", "ChartAnswer", "answer_chart", "present_chart"]

WIDTH = 70
"""Columns of an answer's lines: what ecobot-chat shows whole on 80 columns; telnet has six more."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_SEQUENCE = next(kind for kind in KINDS if kind.subject == "serie")


def answer_chart(question: str) -> ChartAnswer | None:
    """Return a chart, or why there is none, for a question that asks for one; None for any other question.

    Pure, and never raises for a text; takes a few milliseconds, and some 20 more the first time.
    """
    if len(question) > LONGEST:
        return None
    folded = corrected(question)
    if not asks_for_chart(folded):
        return None
    words = frozenset(folded.split())
    request = read_request(question, tuple(folded.split()))
    kind = kind_of(words) or _of_numbers_alone(request, words)
    if kind is None:
        return _usage(folded) if names_a_chart(folded) else None
    try:
        require_plain_numbers(request)
        chart = kind.build(request)
    except ChartError as error:
        return ChartAnswer(_wrapped(str(error)), None, f"gráfico imposible: {kind.subject}")
    chart = msgspec.structs.replace(chart, notes=(*chart.notes, *request.remarks()))
    return ChartAnswer(present_chart(chart), chart, f"gráfico: {kind.subject}")


def present_chart(chart: Chart, width: int = WIDTH) -> str:
    """Return the drawing with its notes wrapped below it."""
    return "\n".join([draw(chart, width), *(_wrapped(note, width) for note in chart.notes)])


def _of_numbers_alone(request: Request, words: frozenset[str]) -> Kind | None:
    """Take three numbers or more without a known name for a series, unless they are years or name another chart."""
    values = request.listed()
    years = all(_YEAR.fullmatch(f"{value:g}") for value in values)
    is_list = len(values) >= 3 and not years and request.are_in_a_row()
    is_list = is_list and len({number.percent for number in request.numbers}) == 1
    return _SEQUENCE if is_list and not words & OTHER_MARKETS else None


def _usage(folded: str) -> ChartAnswer:
    lead = "Puedo dibujar (los números entre corchetes son opcionales):"
    if len(folded.split()) > 1:
        lead = "Ese gráfico no lo conozco, y no tengo datos propios. Puedo dibujar:"
    tail = "También en palabras: «dibujame la oferta y la demanda con 100 2 20 1»."
    return ChartAnswer("\n".join([lead, *usage_lines(), tail]), None, "gráfico: ayuda")


def _wrapped(text: str, width: int = WIDTH) -> str:
    return textwrap.fill(text, width, subsequent_indent="", break_long_words=True, break_on_hyphens=False)
