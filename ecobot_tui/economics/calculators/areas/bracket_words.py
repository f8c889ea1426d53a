"""Scales told in any order: ranges and rates are read as they come, and paired by turns.

«5 % hasta 100, 10 % de 100 a 300, 20 % más de 300» and «hasta 100 el 5 %, …» hold the same pieces the other way round.
"""

import re
from collections.abc import Sequence

import msgspec

_AMOUNT = r"(?:los |las |unos )?[$#](\d+)(?!\d)(?: pesos| dolares| euros| soles)?"
_BETWEEN = rf"(?:entre |desde |de |del )?{_AMOUNT} ?(?:a|hasta|y) {_AMOUNT}"
_FIRST = rf"primer[oa]?s? {_AMOUNT}"
_NEXT = rf"(?:siguientes?|proxim[oa]s|otr[oa]s) {_AMOUNT}"
_ABOVE = (
    r"(?:mas (?:de|alla de)|encima de|super\w+(?: a| los)?|exced\w+(?: a| de| los)*|arriba de|a partir de|desde"
    rf"|mayor\w*(?: a| de| que)|pas\w+(?: de)?|sobrepas\w+|>) {_AMOUNT}"
)
_UP_TO = (
    r"(?:hasta|menos de|menor\w*(?: a| de| que)?|inferior\w* a|debajo de|no imponible(?: (?:de|es|por|era))*"
    rf"|exent[oa]s?(?: hasta)?|<) {_AMOUNT}"
)
_REST = (
    r"(?:el )?\b(?:resto|exced\w+|demas|restante|(?:de ahi )?en (?:adelante|mas)|(?:por|de ahi para) (?:encima|arriba)"
    r"|arriba de (?:eso|es[ao]s?\b.{0,12})|lo que (?:pas\w+|sobr\w+|super\w+|sig\w+))(?: de (?:ahi|eso|es[ea]))?\b"
)
_FREE = (
    r"no (?:se )?(?:pag\w+|grava\w*|tribut\w+|cobra\w*|alcanza\w*)(?: nada| impuesto\w*)?|exent[oa]s?\b|exencion"
    r"|libres?\b|nada\b|sin impuesto|no imponible"
)
_TOKEN = re.compile(
    rf"(?P<between>{_BETWEEN})|(?P<first>{_FIRST})|(?P<next>{_NEXT})|(?P<above>{_ABOVE})|(?P<upto>{_UP_TO})"
    rf"|(?P<rest>{_REST})|%(?P<rate>\d+)|(?P<free>\b(?:{_FREE}))"
)


class Span(msgspec.Struct, frozen=True):
    """One rate as a share, and from where to where it counts; no end for what is above all others."""

    floor: float
    end: float | None
    rate: float


class _Range(msgspec.Struct, frozen=True):
    sort: str
    places: tuple[int, ...]


def read_spans(text: str, values: Sequence[float]) -> tuple[tuple[Span, ...], frozenset[int]] | None:
    """Return the brackets of a folded question and the places of the numbers that tell them."""
    ranges: list[_Range] = []
    rates: list[float] = []
    order = ""
    for found in _TOKEN.finditer(text):
        sort = found.lastgroup or ""
        if sort == "rate":
            rates.append(values[int(found["rate"])] / 100)
            order += "t"
        elif sort == "free":
            # «No se paga nada» is one rate of 0.
            if not order.endswith("0"):
                rates.append(0.0)
                order += "0"
        else:
            places = tuple(int(one) for one in re.findall(r"[$#](\d+)", found[0]))
            if sort == "upto" and re.match(r"exent|no imponible", found[0]):
                rates.append(0.0)
                order += "0"
            ranges.append(_Range(sort, places))
            order += "r"
    if len(ranges) == len(rates) + 1 and ranges and ranges[-1].sort == "upto":
        ranges.pop()
    if len(rates) == len(ranges) + 1 and order[-1:] in "t0" and _alternate(order):
        # A last rate without words is for all the rest.
        ranges.append(_Range("rest", ()))
    if len(rates) < 2 or len(ranges) != len(rates):
        return None
    return _joined(ranges, rates, values)


def _alternate(order: str) -> bool:
    return re.fullmatch(r"(?:r[t0]|[t0]r)*[t0]", order) is not None


def _joined(
    ranges: Sequence[_Range], rates: Sequence[float], values: Sequence[float]
) -> tuple[tuple[Span, ...], frozenset[int]] | None:
    spans: list[Span] = []
    top: float | None = 0.0
    for one, rate in zip(ranges, rates, strict=True):
        if top is None:
            return None
        numbers = [values[place] for place in one.places]
        floor, end = top, None
        if one.sort == "between":
            floor, end = numbers
        elif one.sort in ("first", "upto"):
            end = numbers[0]
        elif one.sort == "next":
            end = top + numbers[0]
        elif one.sort == "above":
            floor = numbers[0]
        if abs(floor - top) > max(1.0, 0.001 * floor) and (spans or one.sort == "between"):
            if spans or floor < 0:
                return None
            spans.append(Span(0.0, floor, 0.0))
        elif not spans and floor > 0:
            spans.append(Span(0.0, floor, 0.0))
        if end is not None and end <= floor:
            return None
        spans.append(Span(top if spans and abs(floor - top) <= 1 else floor, end, rate))
        top = end
    return tuple(spans), frozenset(place for one in ranges for place in one.places)
