"""Impuestos por tramos, con cualquier cantidad de ellos, escritos como los dicen un libro o un alumno."""

import re
from collections.abc import Sequence

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.bracket_words import read_spans
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Impuestos"

_AMOUNT = r"(?:los |las |unos )?[$#](\d+)(?: pesos| dolares| euros)?"
_FREE = re.compile(
    r"\bno (?:se )?(?:paga\w*|grava\w*|tribut\w+|cobra\w*|imponible|alcanza\w*)|exent[oa]s?|exencion"
    r"|libres?\b|nada\b|sin impuesto"
)
_BETWEEN = re.compile(
    rf"(?:de|desde|entre|entre los|desde los|de los) {_AMOUNT} ?(?:a|hasta|y|hasta los|y los) {_AMOUNT}"
)
_FIRST = re.compile(rf"primer[oa]?s? {_AMOUNT}")
_NEXT = re.compile(rf"(?:siguientes?|proxim[oa]s|otr[oa]s) {_AMOUNT}")
_ABOVE = re.compile(
    r"(?:mas de|encima de|(?:que )?super\w+(?: a| los)?|exced\w+(?: a| de| los)*|arriba de|a partir de"
    r"|mayor\w*(?: a| de| que)"
    rf"|pas\w+(?: de)?|sobrepas\w+|desde|resto desde|de|>) {_AMOUNT}(?: en adelante)?"
)
_UP_TO = re.compile(
    rf"(?:hasta|a|menos de|menor\w* (?:a|de|que)|inferior\w* a|imponible(?: (?:de|es|por|era))*"
    rf"|exent[oa]s? (?:los |hasta )?|<|deduccion de) {_AMOUNT}"
)
_REST = re.compile(r"\b(?:resto|exced\w+|demas|adelante|restante|supere|lo que (?:pas\w+|sobre))\b")
_BASE = re.compile(
    r"(?:base(?: imponible)?|gan\w+|ingres\w+|sueldos?|salario|renta|para|cobr\w+|factur\w+|utilidad\w*|si"
    r"|con|quien|persona"
    rf"|contribuyente|patrimonio|valor|beneficio|hay|tien\w+|declar\w+|sobre)(?: (?!que\b)[a-z]+){{0,4}}? {_AMOUNT}"
)
_SPLIT = re.compile(
    r" , | y (?=(?:el |un |al |a |de |los |las |por |lo |sobre |mas |desde |despues |luego |hasta |del |paga "
    r"|pagan |si |para |gano |[%])*(?:[%$#]|rest|exced|demas|lo |que |sigu|prox|gan|ingr|base|alic|super|ade"
    r"|pas))| ; | luego | despues "
)


class Bracket(msgspec.Struct, frozen=True):
    """One rate and the income from which it counts."""

    floor: float
    rate: float


def read_brackets(text: str, values: Sequence[float]) -> tuple[tuple[Bracket, ...], int] | None:
    """Return the brackets of a folded question and the place of the base; None where they are not clear.

    `values` are the question's numbers, in the order of their slots.
    """
    found = _by_pieces(text, values)
    if found is not None:
        return found
    spans = read_spans(text, values)
    if spans is None:
        return None
    brackets = tuple(Bracket(one.floor, one.rate) for one in spans[0])
    base = _base(text, {int(one) for one in rx.findall(r"[$#](\d+)", text)} - spans[1])
    return None if base is None else (brackets, base)


def _base(text: str, left: set[int]) -> int | None:
    """Return which of the amounts that no bracket takes is taxed."""
    if len(left) > 1:
        left &= {int(one) for found in _BASE.finditer(text) for one in found.groups() if one}
    return next(iter(left)) if len(left) == 1 else None


def _by_pieces(text: str, values: Sequence[float]) -> tuple[tuple[Bracket, ...], int] | None:
    """Read a scale that names a bracket in each piece of the question."""
    brackets: list[Bracket] = []
    used: set[int] = set()
    top: float | None = 0.0
    for part in _parts(text):
        rates = [int(one) for one in rx.findall(r"%(\d+)", part)]
        if len(rates) > 1:
            return None
        if not rates and not _FREE.search(part):
            continue
        span = _range(part, values, top or 0.0)
        if span is None:
            return None
        floor, end, places = span
        if top is None or (brackets and abs(floor - top) > max(1.0, 0.001 * floor)):
            return None
        if not brackets and floor > 0:
            brackets.append(Bracket(0.0, 0.0))
        brackets.append(Bracket(floor, values[rates[0]] / 100 if rates else 0.0))
        used.update(places)
        top = end
    amounts = {int(one) for one in rx.findall(r"[$#](\d+)", text)}
    base = _base(text, amounts - used)
    return None if base is None or len(brackets) < 2 else (tuple(brackets), base)


def _parts(text: str) -> list[str]:
    """Part a question into the pieces that name a bracket each: one rate, or none where it is free, and its range."""
    text = rx.sub(r"entre (?:los )?([$#]\d+) (?:pesos )?y (?:los )?(?=[$#]\d)", r"de \1 a ", text)
    pieces = [piece.strip() for piece in _SPLIT.split(f"{text} ") if piece.strip()]
    joined: list[str] = []
    for piece in pieces:
        bare = joined and not rx.search(r"%\d", joined[-1]) and not _FREE.search(joined[-1])
        starts = joined and rx.search(r"hasta|primer|siguiente|mas de|entre|de [$#]\d+ a|exced|resto|super", joined[-1])
        if (
            bare
            and starts
            and rx.match(
                r"(?:se )?(?:paga\w*|al?|tribut\w+|con|cobra\w*|es|el|un|alicuota|la)? ?(?:un |el |alicuota |de )*%\d",
                piece,
            )
        ):
            joined[-1] += " " + piece
        else:
            joined.append(piece)
    return joined


def _range(part: str, values: Sequence[float], top: float) -> tuple[float, float | None, tuple[int, ...]] | None:
    """Return where a bracket starts and ends, and which numbers say so."""
    if found := _BETWEEN.search(part):
        first, last = int(found[1]), int(found[2])
        return values[first], values[last], (first, last)
    if found := _FIRST.search(part):
        return 0.0, values[int(found[1])], (int(found[1]),)
    if found := _NEXT.search(part):
        return top, top + values[int(found[1])], (int(found[1]),)
    if _REST.search(part):
        found = _ABOVE.search(part)
        if found and abs(values[int(found[1])] - top) <= 1:
            return values[int(found[1])], None, (int(found[1]),)
        if found and not top:
            return values[int(found[1])], None, (int(found[1]),)
        return top, None, ()
    if found := _UP_TO.search(part):
        return top, values[int(found[1])], (int(found[1]),)
    if found := _ABOVE.search(part):
        return values[int(found[1])], None, (int(found[1]),)
    return None if rx.search(r"[$#]\d", part) and not _BASE.search(part) else (top, None, ())


def _place_brackets(reading: Reading) -> Places | None:
    story = Story(reading)
    if not story.rates:
        return None
    values = [one.value for one in reading.quantities]
    if read_brackets(reading.text, values) is None:
        return None
    return {"x": list(range(len(values)))}


def _brackets(g: Given) -> Solution:
    found = read_brackets(g.text, g.all("x"))
    if found is None:
        raise CalculationError("No entiendo la escala: escribila así: 10 % hasta 1.000 y 20 % el resto, base 3.000.")
    brackets, place = found
    base = g.all("x")[place]
    if base < 0 or any(not 0 <= one.rate <= 1 for one in brackets):
        raise CalculationError("La base no puede ser negativa y cada alícuota tiene que ir de 0 a 100 %.")
    tax = everyday.bracket_tax(base, [(one.floor, one.rate) for one in brackets])
    tops = [one.floor for one in brackets[1:]] + [base]
    steps = [
        f"{number(min(base, top) - one.floor)} × {percent(100 * one.rate)}"
        for one, top in zip(brackets, tops, strict=True)
        if base > one.floor
    ]
    marginal = max((one for one in brackets if one.floor < base), key=lambda one: one.floor, default=brackets[0])
    mean = 100 * tax / base if base else 0.0
    return Solution(
        tax,
        (
            f"El impuesto es {g.money(tax)}: una alícuota media de {percent(mean)} y una marginal de "
            f"{percent(100 * marginal.rate)}."
        ),
        f"{' + '.join(steps) or '0'} = {number(tax, money=True)}",
        "Cada alícuota se aplica solo a la parte que cae en su tramo, no a todo; después del impuesto quedan"
        f" {g.money(base - tax)}.",
    )


def _place_mean(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates or len(story.amounts) != 2:
        return None
    tax = story.nearest(story.amounts, r"impuest\w+|pag\w+|tribut\w+|cuota", 30)
    first, last = story.amounts
    smaller = first if story.value(first) <= story.value(last) else last
    tax = smaller if tax is None or story.value(tax) > story.value(smaller) else tax
    return {"t": [tax], "b": [last if tax == first else first]}


def _mean(g: Given) -> Solution:
    rate = 100 * g["t"] / g["b"]
    return Solution(
        rate,
        f"La alícuota efectiva es {percent(rate)}.",
        f"{number(g['t'])} / {number(g['b'])} × 100 = {percent(rate)}",
        f"De cada 100 de la base se van {number(rate)} en el impuesto.",
    )


CALCULATORS = (
    Calculator(
        id="impuesto_por_tramos",
        name="el impuesto por tramos",
        area=AREA,
        formula="T = Σ alícuotaᵢ × (parte de la base en el tramo i)",
        inputs=(Input("x", "los tramos y la base", Kind.AMOUNT, many=True),),
        keys="tramos tramo escala excedente",
        names=(
            r"\b(?:(?:impuestos?|tribut\w+|isr|irpf|ganancias|cuota)\b(?=.*(?:tramo|hasta|primer|excede|resto"
            r"|super|escala|mas de|no imponible))"
            r"|tramos?\b|escala\b|excedente\b|minimo no imponible|progresiv\w+|lo que exced\w+|sobre el resto"
            r"|el resto\b|alicuotas"
            r"|(?:hasta|primer[oa]s?|tasa)\b(?=.*(?:impuest|tribut|irpf|isr|ganancias|contribuyente))"
            r"|^(?=.*(?:hasta|primer)\b)(?=.*(?:exced|resto|despues|adelante|mas de|super|encima|no pag))"
            r"(?=.*(?:impuest|tribut|ganancias|irpf|isr\b)).*)"
        ),
        when=(),
        unless=r"elastic|demanda|inflacion|interes|\bcuotas|descuent|presion tributaria|gini|canasta|markup|empresas",
        wordings=(),
        work=_brackets,
        asks=False,
        place=_place_brackets,
    ),
    Calculator(
        id="alicuota_efectiva",
        name="la alícuota efectiva",
        area=AREA,
        formula="alícuota = impuesto / base × 100",
        inputs=(Input("t", "el impuesto", Kind.AMOUNT), Input("b", "la base", Kind.AMOUNT, above=0)),
        keys="alicuota",
        names=(
            r"\b(?:(?:alicuota|tasa|tipo|carga|presion) (?:impositiv[oa] |tributari[oa] "
            r"|del impuesto )?(?:efectiv[oa]|medi[oa]|promedio|real)|alicuota)\b"
        ),
        when=(),
        unless=r"^(?!.*(?:impuest|tribut|alicuota|ganancias))|\biva\b|\bigv\b|interes|pbi|\bpib\b|recaud|tramo|%\d",
        wordings=(),
        work=_mean,
        asks=False,
        place=_place_mean,
    ),
)
