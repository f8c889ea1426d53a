"""What the cases share: which figure is whose, what an alternative is called, and how a reading is declared."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import permutations

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.found import percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement

HUNDRED = Decimal(100)
Lines = tuple[str, str, str]
"""A reading, the conclusion, and the caveat."""
_SLOT = re.compile(r"[%$@&!#]\d")
_JOINT = re.compile(r"(?:^| )(?:y|e|pero|mientras|contra|frente|vs|,)(?= |$)")
_FARTHEST = 14
_LEFT_OVER = 7
"""What it costs to give a figure to a role without words."""
_ANNUAL = re.compile(r"^ (?:(?:de )?(?:tna|tea|tasa|interes) )?(?:anual(?:es)?|por ano|al ano|nominal anual|tna|tea)\b")
_MONTHLY = re.compile(
    r"^ (?:(?:de )?(?:tasa|interes|inflacion) )?(?:mensual(?:es)?|por mes|al mes|cada mes|x mes|tem)\b"
)
_ANNUAL_BEFORE = re.compile(r"\b(?:tna|tea|anual)(?: [a-z]+){0,3} $")
_MONTHLY_BEFORE = re.compile(r"\b(?:mensual(?:es)?|por mes|al mes|tem)(?: [a-z]+){0,3} $")
_THINGS = (
    r"prestamos?|creditos?|bancos?|ofertas?|opcion|proyectos?|fondos?|bonos?|accion|acciones|tarjetas?|mutual"
    r"|cooperativa|financiera|billetera|pais|empresa|plan|alternativa|cartera|negocio|trabajo|inversion|plazo fijo"
    r"|letra|lecap|proveedor|contrato|maquina"
)
_NAMED = re.compile(rf"\b(?:{_THINGS})(?: (?:[abcxyz12]|uno|dos|nacion|provincia))?(?= |$)")
_LETTER = re.compile(
    r"(?:^|[ ,])(?:(?:el|la|en|de) ([abcxz])(?= )|([abcxz])(?= (?:,|tiene|rinde|paga|cobra|con|es|da|van|tir"
    r"|cft|tna) ))"
)
_NOUN = re.compile(
    r"\b(?:el|la|los|las|en|mi|un|una|del|al|de) (?:(?:ultim[oa]|primer[oa]?|siguiente"
    r"|segund[oa]) (?:[a-z]+ de )?)?(?!(?:tasa|inflacion|ano|mes|cft|tna|tea|van|tir|que|cual|mismo|gini|pbi"
    r"|costo|banda|un|una|el|la|rinde|desvio|volatilidad|utilidad|satisfaccion|precio|los|las|mi|todo|rendimiento"
    r"|costo|coeficiente|indice|interes|desempleo|riesgo|beta|sharpe|otr[oa]|primer[oa]?|segund[oa]|ultim[oa])\b)"
    r"([a-z]{3,})"
)
_ACCENTS = {
    "prestamo": "préstamo",
    "prestamos": "préstamo",
    "credito": "crédito",
    "creditos": "crédito",
    "opcion": "opción",
    "accion": "acción",
    "acciones": "acción",
    "pais": "país",
    "inversion": "inversión",
    "maquina": "máquina",
    "nacion": "Nación",
}

CHOOSES = (
    r"cual(?:es)?|conviene\w*|convenia|convendria|elij\w+|elegi\w*|elegir|prefier\w+|mejor|peor|quedo|donde"
    r"|quien|mas barat[oa]"
    r"|mas car[oa]|que (?:hago|me|tomo|pido|agarro|acepto|compro)|opcion|tomo|pido|saco|acepto|car[oa]"
    r"|barat[oa]|decid\w+"
)
"""Words of a choice between alternatives."""


class Case(msgspec.Struct, frozen=True):
    """One question of a kind that takes several figures, or words of its own, to be read."""

    name: str
    concept: str
    keys: str
    """Beginnings of words, one of which stands in every question about it."""
    read: Callable[[Statement], Lines | None]
    """Return the reading, the conclusion and the caveat; None where the statement is about something else."""
    first: bool = False
    """It goes before the calculators, which would take its figures for data of something else."""


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """Return a pattern that stands between blanks, compiled once: `re` itself keeps too few."""
    return re.compile(rf"(?<= )(?:{pattern})(?= )")


def has(statement: Statement, *patterns: str) -> bool:
    """Tell whether a statement holds words of each of the patterns."""
    return all(_whole(pattern).search(statement.text) is not None for pattern in patterns)


def slot(statement: Statement, pattern: str) -> Figure | None:
    """Return the figure that the first group of a pattern finds."""
    found = _whole(pattern).search(statement.text)
    return None if found is None else next(one for one in statement.figures if one.slot == found[1])


def assigned(statement: Statement, *roles: tuple[str, str], spare: bool = False) -> tuple[Figure, ...] | None:
    """Return the figures of the roles, each one a pattern of its names and the kinds that it may be.

    Where `spare` is false all figures but spans of time must have a role. Of orders that are as good as each other
    the one of the text is taken.
    """
    marks = set("".join(kinds for _, kinds in roles))
    figures = [one for one in statement.figures if one.mark in marks]
    loose = [one for one in statement.figures if one.mark not in marks and one.mark != "@"]
    if len(figures) < len(roles) or len(figures) > len(roles) + 3 or (loose and not spare):
        return None
    if len(figures) > len(roles) and not spare:
        return None
    spans = [[one.span() for one in _whole(name).finditer(statement.text)] for name, _ in roles]
    best: tuple[int, tuple[Figure, ...]] | None = None
    costs = {
        (role, figure.slot): _cost(statement, spans[role], figure) if roles[role][0] else _LEFT_OVER
        for role in range(len(roles))
        for figure in figures
        if figure.mark in roles[role][1]
    }
    for order in permutations(figures, len(roles)):
        pieces = [costs.get((role, figure.slot), 99) for role, figure in enumerate(order)]
        if max(pieces) <= _FARTHEST and (best is None or sum(pieces) < best[0]):
            best = (sum(pieces), order)
    return best[1] if best else None


def _cost(statement: Statement, spans: list[tuple[int, int]], figure: Figure) -> int:
    place = statement.place(figure)
    return min((_between(statement.text, span, place, len(figure.slot)) for span in spans), default=99)


def _between(text: str, span: tuple[int, int], place: int, length: int) -> int:
    start, end = span
    if start <= place < end:
        return 0
    between = text[end:place] if place >= end else text[place + length : start]
    cost = len(between.split()) + 2 * len(_JOINT.findall(between)) + 4 * len(_SLOT.findall(between))
    return cost if place >= end else cost + 2


def called(statement: Statement, figure: Figure) -> str:
    """Return what an alternative is called that a figure belongs to, such as «A» or «banco»; empty if nothing."""
    place = statement.place(figure)
    lead = statement.text[:place]
    whole = lead
    for cut in (" , ", " y ", " pero ", " contra ", " o "):
        # The words of its own clause, without those of the figures before.
        piece = lead.rpartition(cut)[2]
        if len(piece.split()) >= 2:
            lead = f" {piece}"
    lead = f" {_SLOT.split(lead)[-1]}"
    if letter := _LETTER.search(lead):
        return (letter[1] or letter[2]).upper()
    if (thing := rx.search(rf" (?:{_THINGS}) [abcxyz] (?!.* (?:{_THINGS}) [abcxyz] )", whole)) is not None:
        return _written(thing[0])
    if (thing := _NAMED.search(lead)) is not None:
        return _written(thing[0])
    if (noun := _NOUN.search(lead)) is not None:
        return _written(noun[1])
    return ""


def names(statement: Statement, one: Figure, other: Figure, *, first: str, second: str) -> tuple[str, str]:
    """Return what two alternatives are called; the words given here where they have no names of their own."""
    found = called(statement, one), called(statement, other)
    return found if found[0] and found[1] and found[0] != found[1] else (first, second)


def _written(words: str) -> str:
    first, *rest = words.split()
    rest = [one.upper() if len(one) == 1 else _ACCENTS.get(one, one) for one in rest]
    return " ".join([_ACCENTS.get(first, first), *rest])


def period(statement: Statement, figure: Figure) -> str:
    """Return «mes» or «año» where the words next to a rate say its period, else nothing."""
    place = statement.place(figure)
    after, before = statement.text[place + len(figure.slot) :], statement.text[:place]
    if _MONTHLY.match(after):
        return "mes"
    if _ANNUAL.match(after):
        return "año"
    if _MONTHLY_BEFORE.search(before):
        return "mes"
    return "año" if _ANNUAL_BEFORE.search(before) else ""


def yearly(rate: Decimal) -> Decimal:
    """Return the effective rate of a year that a monthly one in per cent amounts to."""
    return ((1 + rate / HUNDRED) ** 12 - 1) * HUNDRED


def same_period(statement: Statement, one: Figure, other: Figure) -> tuple[Decimal, Decimal, str]:
    """Return two rates for the same period, and a note where one of them was taken to a year."""
    first, second = period(statement, one), period(statement, other)
    if {first, second} != {"mes", "año"}:
        return one.value, other.value, ""
    values = [
        yearly(figure.value) if told == "mes" else figure.value for figure, told in ((one, first), (other, second))
    ]
    monthly = one if first == "mes" else other
    return values[0], values[1], f" ({percent(monthly.value)} por mes es {percent(yearly(monthly.value))} por año.)"


def real(nominal: Decimal, prices: Decimal) -> Decimal | None:
    """Return the real change of two changes in per cent."""
    return None if prices <= -HUNDRED else ((1 + nominal / HUNDRED) / (1 + prices / HUNDRED) - 1) * HUNDRED


def percentages(statement: Statement) -> list[Figure]:
    """Return the figures of a statement that are percentages."""
    return [one for one in statement.values if one.mark == "%"]
