"""Reads the figures of the indicators that a statement names."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.found import Found, as_said, percent
from ecobot_tui.economics.interpretation.indicators import Indicator
from ecobot_tui.economics.interpretation.naming import FARTHEST, Named, closest, names_in
from ecobot_tui.economics.interpretation.statement import FALL, RISE, Figure, Statement
from ecobot_tui.economics.interpretation.units import in_unit, shown
from ecobot_tui.economics.interpretation.wording import (
    asks_for_definition,
    asks_for_meaning,
    asks_for_value,
    bound_before,
    sign_after,
)
from ecobot_tui.number_format import format_number

_HUNDRED = Decimal(100)
_SHORT = 6
_SPECIFIC = 2
"""Rank from which a name and the figure next to it can be read among other figures."""
_JOINED = re.compile(
    r" (?:[a-z]+ ){0,2}?(?:a|al|hasta|a un|a una|y (?:ahora|luego|despues)(?: [a-z]+){0,2}(?: a| en| de)?) $"
)
_BACK = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:,|y|contra|frente a|cuando)(?: [a-z]+){0,3}? (?:pasad[oa]|anterior|antes|previo"
    r"|venia|viene|hace [a-z]+|hace @\d"
    r"|era|crecio|subio|bajo|cayo)(?: [a-z]+){0,2} $"
)
"""What stands between a value of now and one of before."""
_BETWEEN = re.compile(r" entre ([%#&!]\d) y ([%#&!]\d) ")
_COMPARES = re.compile(
    r" (?:cual|mejor|peor|otr[oa]|el de|el del|la de|la del|compar\w+|frente|contra|versus|vs|quien|mas [a-z]+"
    r" (?:es|esta)"
    r"|o (?:un|una|uno|otro|el|la)"
    r"|[%#]\d (?:en|para|de) [a-z]+(?: [a-z]+)? (?:y|contra|frente a|vs) (?:(?:de|un|en) (?:[a-z]+ )?)?[%#]\d)(?= )"
)
_PERIODS = {
    " interanual ": "Interanual es respecto del mismo mes del año anterior: lo que cambió en 12 meses.",
    " acumulada ": "Acumulada es la suma compuesta de los meses del período, en general desde enero.",
    " mensual ": "Mensual es respecto del mes anterior: repetida un año da más que doce veces esa cifra.",
}
"""What the word for a period says of a change in per cent."""
_STATES = re.compile(r" (?:es|da|dio|sea|sale|salio|fue|esta|igual|tiene|son|sean|si) ")


def read_indicators(statement: Statement, candidates: Iterable[Indicator]) -> Found | None:
    """Say what the figures of the named indicators mean; None where it is unclear whose figure is whose."""
    candidates = list(candidates)
    return _read(statement, candidates) or _signs(statement, names_in(statement, candidates))


def _read(statement: Statement, candidates: list[Indicator]) -> Found | None:
    every = names_in(statement, candidates)
    named = [one for one in every if not asks_for_value(statement.text[: one.start])]
    if not named:
        return None
    if not statement.figures or (asks_for_definition(statement.text) and not _in_digits(statement)):
        return _without_figures(statement, named)
    figures = [one for one in statement.figures if any(one.mark in name.indicator.marks for name in named)]
    values = statement.values
    if len(figures) >= 2 and (moved := _trend(statement, named, figures)):
        return moved
    if not figures:
        return None
    if len(figures) == 2 and (compared := _compared(statement, named, figures)):
        return compared
    owners = closest(statement, named, figures)
    if any(statement.text.startswith(" si ", one.end) for one in named if one not in owners.values()):
        return None
    if len(values) <= 1 and len(figures) == 1:
        owner = owners.get(figures[0].slot) or _foremost(named, figures[0])
        return _reading(statement, owner.indicator, figures[0]) if owner else None
    if len(values) == 1 and len(figures) == 2:
        figures = [one for one in figures if one.slot in owners][:1] or [one for one in figures if one.mark != "@"]
        owner = owners.get(figures[0].slot) or _foremost(named, figures[0])
        return _reading(statement, owner.indicator, figures[0]) if owner else None
    return _among_others(statement, owners, figures)


def _in_digits(statement: Statement) -> bool:
    return any(letter.isdigit() for figure in statement.figures for letter in figure.written)


def _foremost(named: list[Named], figure: Figure) -> Named | None:
    """Return the one indicator of the highest rank that may have a figure."""
    fitting = [one for one in named if figure.mark in one.indicator.marks]
    best = [one for one in fitting if one.indicator.rank == max(other.indicator.rank for other in fitting)]
    return best[0] if len(best) == 1 else None


def _among_others(statement: Statement, owners: dict[str, Named], figures: list[Figure]) -> Found | None:
    """Read figures of several indicators, or the one that stands next to a name that can be nothing else."""
    owned = [(owners[one.slot], one) for one in figures if one.slot in owners]
    if len(owned) == 2 == len(statement.values) and owned[0][0].indicator is not owned[1][0].indicator:
        readings = [_reading(statement, name.indicator, figure) for name, figure in owned]
        first, second = readings
        if first is not None and second is not None:
            lines = (*first.lines[:2], *second.lines[:2])
            return Found(f"{first.name} y {second.name}", first.concept, lines)
    sure = [
        (name, figure)
        for name, figure in owned
        if name.indicator.rank >= _SPECIFIC and name.distance(statement, figure) < FARTHEST // 2
    ]
    if len({name.indicator.name for name, _ in sure}) != 1:
        return None
    marks = sure[0][0].indicator.marks
    rivals = [one for one in statement.values if one.slot not in owners and one.mark in marks and not one.moved]
    if rivals:
        return None
    return _reading(statement, sure[0][0].indicator, sure[0][1])


def _signed(value: Decimal, indicator: Indicator, text: str) -> Decimal:
    if value < 0 or not indicator.negative:
        return value
    return -value if rx.search(rf"\b(?:{indicator.negative})", text) else value


def _reading(statement: Statement, indicator: Indicator, figure: Figure) -> Found | None:
    if figure.moved and not indicator.grows and figure.mark != "@":
        return _change(indicator, figure)
    if indicator.unit == "index" and figure.mark == "%" and not figure.moved:
        return None
    value = in_unit(figure, indicator)
    if value is None:
        return None
    value = _signed(value, indicator, statement.text)
    bound = bound_before(statement.text[: statement.place(figure)])
    if bound:
        conclusion = indicator.conclusion_beyond(float(value), above=bound == ">")
        word = "mayor" if bound == ">" else "menor"
        reading = f"Dato: {indicator.name} {word} que {format_number(value)}."
        return _found(indicator, reading, conclusion) if conclusion else None
    monthly = indicator.name == "inflación" and " mensual " in statement.text and value > 0
    yearly = ((1 + value / _HUNDRED) ** 12 - 1) * _HUNDRED if monthly else value
    conclusion = indicator.conclusion(float(yearly))
    if figure.mark in "$#" and indicator.unit == "balance" and value:
        conclusion = (indicator.below_zero if value < 0 else indicator.above_zero) or conclusion
    if conclusion is None:
        return None
    reading = indicator.reading.format_map(shown(value, figure, indicator))
    if indicator.unit == "share" and value != figure.value and figure.mark != "%":
        reading += f" (Tomé {figure.written} como {format_number(value)}.)"
    elif figure.number.reading is not None:
        reading += f" (Tomé {figure.written} como {figure.number.reading}.)"
    if indicator.concept == "inflación" and (said := [one for one in _PERIODS if one in statement.text]):
        reading += f" {_PERIODS[said[0]]}"
        if monthly:
            reading += f" En un año serían {percent(yearly)}."
    return _found(indicator, reading, conclusion)


def _found(indicator: Indicator, reading: str, conclusion: str) -> Found:
    return Found(indicator.name, indicator.concept, (reading, conclusion, indicator.caveat))


def _change(indicator: Indicator, figure: Figure) -> Found | None:
    """Read «subió 200 puntos», where the level is not told."""
    moved = indicator.rise if figure.direction > 0 else indicator.fall
    if not moved or not figure.direction:
        return None
    reading = f"Dato: {indicator.name}, {'suba' if figure.direction > 0 else 'baja'} de {as_said(figure)}."
    note = "Dice cuánto cambió y no en qué nivel está; un cambio en puntos no es lo mismo que uno en porcentaje."
    if figure.mark == "!":
        note = f"Son {format_number(figure.value / _HUNDRED)} puntos porcentuales. {note}"
    return Found(indicator.name, indicator.concept, (reading, moved, note))


def _without_figures(statement: Statement, named: list[Named]) -> Found | None:
    """Read «subió el riesgo país», where the direction is all that is told."""
    text = statement.text
    if asks_for_definition(text):
        return None
    if len({one.indicator.name for one in named}) != 1:
        return None
    indicator = named[0].indicator
    if not asks_for_meaning(text):
        return None
    falls, rises = rx.search(rf" {FALL} ", text), rx.search(rf" (?:{RISE}) ", text)
    if bool(falls) == bool(rises):
        return None
    moved = indicator.rise if rises else indicator.fall
    reading = f"Dato: {indicator.name}, {'suba' if rises else 'baja'}."
    return _found(indicator, reading, moved) if moved else None


def _signs(statement: Statement, named: list[Named]) -> Found | None:
    """Read «VAN negativo», where the sign is the figure."""
    text = statement.text
    if asks_for_definition(text):
        return None
    for one in named:
        sign = sign_after(text[one.end :])
        if sign and (asks_for_meaning(text) or _STATES.search(text) or " , " in text or len(text.split()) <= _SHORT):
            found = _by_sign(one.indicator, sign)
            if found is not None:
                return found
    return None


def _by_sign(indicator: Indicator, sign: str) -> Found | None:
    if sign == "∞":
        reading = f"Dato: {indicator.name} infinita."
        return _found(indicator, reading, indicator.infinite) if indicator.infinite else None
    if sign == "0":
        conclusion = indicator.conclusion(0.0)
        fits = any(band.at == 0 for band in indicator.bands)
        return _found(indicator, f"Dato: {indicator.name} igual a 0.", conclusion) if conclusion and fits else None
    if not indicator.tells_sign:
        return None
    conclusion = indicator.conclusion_beyond(0, above=sign == "+")
    reading = f"Dato: {indicator.name} {'menor' if sign == '-' else 'mayor'} que 0."
    return _found(indicator, reading, conclusion) if conclusion else None


def _trend(statement: Statement, named: list[Named], figures: list[Figure]) -> Found | None:
    """Read «pasó de A a B», and «entre A y B»."""
    first, second = figures[:2]
    between = statement.text[statement.place(first) + len(first.slot) : statement.place(second)]
    owners = closest(statement, named, [first])
    owner = owners.get(first.slot) or _foremost(named, first) or _foremost(named, second)
    if owner is None or _has_another(statement, owner, figures):
        return None
    indicator = owner.indicator
    if _BETWEEN.search(statement.text) and len(statement.values) == 2:
        return _range(indicator, first, second)
    back = (
        len(statement.values) == 2 and _BACK.match(between) is not None and not rx.search(r" (?:hoy|ahora) $", between)
    )
    if not back and not _JOINED.match(between):
        return None
    values = [in_unit(one, indicator) for one in (first, second)]
    if first.is_bare and second.mark in "%&" and indicator.unit.startswith("percent"):
        values[0] = first.value
    before, after = reversed(values) if back else values
    if before is None or after is None or before == after:
        return None
    level = indicator.conclusion(float(after))
    if level is None or indicator.conclusion(float(before)) is None:
        return None
    moved = (indicator.rise or "Subió.") if after > before else (indicator.fall or "Bajó.")
    reading = _moved_text(indicator, before, after)
    return _found(indicator, reading, f"{moved} {level}")


def _has_another(statement: Statement, owner: Named, figures: list[Figure]) -> bool:
    """Tell whether a name that stands behind the two figures leads to one of its own («… y la inflación fue 30 %»)."""
    if owner.start < statement.place(figures[1]):
        return False
    return any(statement.place(one) > owner.start and one.mark in "%&" for one in figures[2:])


def _moved_text(indicator: Indicator, before: Decimal, after: Decimal) -> str:
    unit = {"points": " puntos básicos", "basis points": " puntos básicos"}.get(indicator.unit, "")
    unit = " %" if indicator.unit.startswith("percent") else unit
    reading = f"Dato: {indicator.name} de {format_number(before)}{unit} a {format_number(after)}{unit}"
    relative = percent(abs(after / before - 1) * _HUNDRED) if before > 0 else ""
    word = "suba" if after > before else "baja"
    if unit == " %":
        points = f"{format_number(abs(after - before))} puntos porcentuales"
        doubled = " (se duplicó)" if after == 2 * before else " (la mitad)" if before == 2 * after else ""
        return f"{reading}: {word} de {points}" + (
            f", {relative} sobre el valor inicial{doubled}." if relative else "."
        )
    return f"{reading}: {word} de {relative}." if relative else f"{reading}."


def _compared(statement: Statement, named: list[Named], figures: list[Figure]) -> Found | None:
    """Read two values of one indicator, of two countries, firms or years."""
    owner = _foremost(named, figures[0])
    if owner is None or len({one.indicator.name for one in named}) != 1 or not _COMPARES.search(statement.text):
        return None
    indicator = owner.indicator
    values = [in_unit(one, indicator) for one in figures]
    first, second = values
    if first is None or second is None or first == second or len(statement.values) != 2:
        return None
    conclusions = [indicator.conclusion(float(one)) for one in (first, second)]
    if conclusions[0] is None or conclusions[1] is None:
        return None
    said = [
        as_said(figure, value) if figure.mark != "%" or indicator.unit != "share" else as_said(figure)
        for figure, value in zip(figures, (first, second), strict=True)
    ]
    order = "mayor" if first > second else "menor"
    low, high = sorted((first, second))
    times = f", {format_number(round(high / low, 2))} veces el otro" if low > 0 and high >= 2 * low else ""
    reading = f"Dato: {indicator.name} de {said[0]} y de {said[1]}: el primero es {order}."
    if times:
        reading = (
            reading.removesuffix(".")
            + (times if first > second else f" (el segundo es{times[1:].replace('el otro', 'el primero')})")
            + "."
        )
    if conclusions[0] == conclusions[1]:
        verdict = f"Los dos: {conclusions[0]}"
        if indicator.rise:
            verdict += f" El {'primero' if first > second else 'segundo'} es el más alto."
        return _found(indicator, reading, verdict)
    lines = (reading, f"Con {said[0]}: {conclusions[0]}", f"Con {said[1]}: {conclusions[1]}", indicator.caveat)
    return Found(indicator.name, indicator.concept, lines)


def _range(indicator: Indicator, first: Figure, second: Figure) -> Found | None:
    low, high = in_unit(first, indicator), in_unit(second, indicator)
    if low is None or high is None or low >= high:
        return None
    conclusion = indicator.conclusion_between(float(low), float(high))
    reading = f"Dato: {indicator.name} entre {format_number(low)} y {format_number(high)}."
    return _found(indicator, reading, conclusion) if conclusion else None
