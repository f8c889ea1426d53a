"""Percentages: shares, increases, discounts, changes, percentage points, and the way back from a fall.

A question is calculated only when the whole of it fits one of the known wordings. What merely resembles one («el 10 %
de inflación anual en 3 años») is left alone: no answer is better than a wrong number.
"""

from collections.abc import Callable
from decimal import Decimal

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.arithmetic import evaluate
from ecobot_tui.economics.calculation import Calculation, CalculationError, readings_taken
from ecobot_tui.economics.numbers import FoundNumber, find_numbers
from ecobot_tui.economics.percentage_wordings import Kind, read_wording
from ecobot_tui.economics.words import fold
from ecobot_tui.number_format import equals, format_amount, format_number

LONGEST_QUESTION = 240

_MOST_NUMBERS = 2
_LARGEST = Decimal(10) ** 18


class _Ask(msgspec.Struct, frozen=True):
    """The numbers of a question by the letter its wording gives them."""

    numbers: dict[str, FoundNumber]

    def value(self, letter: str) -> Decimal:
        return self.numbers[letter].value

    def shown(self, letter: str) -> str:
        """Return a number as it goes into a formula, without its unit."""
        return format_number(self.value(letter), exact=True)

    def amount(self, value: Decimal) -> str:
        """Return a result in the currency of the question, if there is one."""
        currencies = [number.currency for number in self.numbers.values() if number.currency]
        return format_amount(value, currencies[0] if currencies else None)


def calculate_percentage(question: str) -> Calculation | None:
    """Calculate what a question asks about percentages; None if it asks for anything else.

    CalculationError, with a Spanish sentence, where there is no result.
    """
    if len(question) > LONGEST_QUESTION:
        return None
    numbers = find_numbers(question)
    if not 1 <= len(numbers) <= _MOST_NUMBERS or len({number.currency for number in numbers} - {None}) > 1:
        return None
    wording = read_wording(_with_slots(question, numbers))
    if wording is None:
        return None
    kind, parts = wording
    ask = _Ask({part: numbers[place] for part, place in parts.items()})
    if any(abs(number.value) > _LARGEST for number in numbers) or _is_doubtful(ask):
        return None
    calculation = _CALCULATORS[kind](ask)
    return msgspec.structs.replace(calculation, remarks=calculation.remarks + readings_taken(question, numbers))


def _is_doubtful(ask: _Ask) -> bool:
    """Tell «de 40 a 46 millones», where 40 may mean millions as well, and «de 2019 a 2023», which are years."""
    if "a" not in ask.numbers:
        return False
    first, second = ask.numbers["a"], ask.numbers["b"]
    if first.scaled != second.scaled:
        return abs((second if first.scaled else first).value) < 1_000
    return _is_year(first) and _is_year(second)


def _is_year(number: FoundNumber) -> bool:
    is_bare = number.currency is None and number.reading is None and not number.scaled and not number.percent
    return is_bare and 1_900 <= number.value <= 2_100 and number.value == int(number.value)


def _with_slots(question: str, numbers: tuple[FoundNumber, ...]) -> str:
    """Return the folded question with `p0` for a percentage, `n0` for another number, and no punctuation."""
    parts: list[str] = []
    position = 0
    for place, number in enumerate(numbers):
        parts.append(question[position : number.start])
        parts.append(f" {'p' if number.percent else 'n'}{place} ")
        position = number.end
    parts.append(question[position:])
    return " ".join(rx.sub(r"[^\w\s+−-]|_", " ", fold("".join(parts))).split())


def _share_of(ask: _Ask) -> Calculation:
    result = _work("{p} * {x} / 100", ask)
    share = ask.shown("p")
    return Calculation(
        subject=f"porcentaje: {share} % de {ask.shown('x')}",
        result=f"El {share} % de {ask.amount(ask.value('x'))} es {ask.amount(result)}.",
        formula=f"{ask.shown('x')} × {share} / 100 {equals(result)}",
        remarks=(f"Por cada 100 son {format_number(ask.value('p'), exact=True)}.",),
    )


def _share_of_share(ask: _Ask) -> Calculation:
    result = _work("{p} * {q} / 100", ask)
    return Calculation(
        subject=f"porcentaje de porcentaje: {ask.shown('p')} % de {ask.shown('q')} %",
        result=f"El {ask.shown('p')} % del {ask.shown('q')} % es {format_number(result)} %.",
        formula=f"{ask.shown('p')} × {ask.shown('q')} / 100 {equals(result)}",
        remarks=("Los porcentajes encadenados se multiplican, no se suman.",),
    )


def _what_share(ask: _Ask) -> Calculation:
    if not ask.value("y"):
        raise CalculationError("No se puede calcular un porcentaje de 0: sería dividir por cero.")
    result = _work("{x} / {y} * 100", ask)
    return Calculation(
        subject=f"qué porcentaje: {ask.shown('x')} de {ask.shown('y')}",
        result=f"{ask.shown('x')} es el {format_number(result)} % de {ask.shown('y')}.",
        formula=f"{ask.shown('x')} / {ask.shown('y')} × 100 {equals(result)} %",
        remarks=(f"De cada 100 partes del total, son {format_number(result)}.",),
    )


def _increase(ask: _Ask) -> Calculation:
    return _changed_by(ask, "+", "aumento", "Sube")


def _discount(ask: _Ask) -> Calculation:
    return _changed_by(ask, "-", "descuento", "Baja")


def _changed_by(ask: _Ask, sign: str, noun: str, verb: str) -> Calculation:
    result = _work(f"{{x}} * (1 {sign} {{p}} / 100)", ask)
    difference = _work("{x} * {p} / 100", ask)
    share, base = ask.shown("p"), ask.shown("x")
    return Calculation(
        subject=f"{noun}: {base} {sign} {share} %",
        result=f"{ask.amount(ask.value('x'))} {'más' if sign == '+' else 'menos'} {share} % es {ask.amount(result)}.",
        formula=f"{base} × (1 {sign} {share} / 100) {equals(result)}",
        remarks=(f"{verb} {ask.amount(difference)}, que es el {share} % de {ask.amount(ask.value('x'))}.",),
    )


def _change(ask: _Ask) -> Calculation:
    if not ask.value("a"):
        raise CalculationError("Desde 0 no hay variación porcentual: sería dividir por cero.")
    if ask.value("a") < 0 or ask.value("b") < 0:
        raise CalculationError("La variación porcentual no dice nada claro con valores negativos.")
    result = _work("({b} / {a} - 1) * 100", ask)
    first, second = ask.shown("a"), ask.shown("b")
    verb = "un aumento" if result > 0 else "una baja" if result < 0 else "sin cambio:"
    return Calculation(
        subject=f"variación porcentual: de {first} a {second}",
        result=f"De {first} a {second} hay {verb} de {format_number(abs(result))} %."
        if result
        else f"De {first} a {second} no hay variación.",
        formula=f"({second} / {first} - 1) × 100 {equals(result)} %",
        remarks=(f"Lo que valía 100 pasa a valer {format_number(100 + result)}.",),
    )


def _points(ask: _Ask) -> Calculation:
    points = _work("{b} - {a}", ask)
    first, second = ask.shown("a"), ask.shown("b")
    moved = "subió" if points > 0 else "bajó" if points < 0 else "no cambió"
    unit = "punto porcentual" if abs(points) == 1 else "puntos porcentuales"
    size = f" {format_number(abs(points))} {unit}" if points else ""
    relative, formula = "", f"{second} - {first} {equals(points)} puntos"
    if points and ask.value("a") > 0:
        change = _work("({b} / {a} - 1) * 100", ask)
        relative = f" En términos relativos, {moved} {format_number(abs(change))} %."
        formula += f"; ({second} / {first} - 1) × 100 {equals(change)} %"
    return Calculation(
        subject=f"puntos porcentuales: de {first} % a {second} %",
        result=f"De {first} % a {second} %, {moved}{size}.{relative}",
        formula=formula,
        remarks=("Los puntos restan los dos porcentajes; el cambio relativo los compara con el primero.",),
    )


def _way_back_up(ask: _Ask) -> Calculation:
    if not 0 < ask.value("p") < 100:
        raise CalculationError("Para poder volver, la baja tiene que ser mayor que 0 % y menor que 100 %.")
    result = _work("(1 / (1 - {p} / 100) - 1) * 100", ask)
    share = ask.shown("p")
    return Calculation(
        subject=f"variación inversa: bajó {share} %",
        result=f"Si bajó {share} %, tiene que subir {format_number(result)} % para volver.",
        formula=f"(1 / (1 - {share} / 100) - 1) × 100 {equals(result)} %",
        remarks=("Hace falta más que lo que bajó, porque la suba se calcula sobre un valor más chico.",),
    )


def _way_back_down(ask: _Ask) -> Calculation:
    if ask.value("p") <= 0:
        raise CalculationError("Para poder volver, la suba tiene que ser mayor que 0 %.")
    result = _work("(1 - 1 / (1 + {p} / 100)) * 100", ask)
    share = ask.shown("p")
    return Calculation(
        subject=f"variación inversa: subió {share} %",
        result=f"Si subió {share} %, tiene que bajar {format_number(result)} % para volver.",
        formula=f"(1 - 1 / (1 + {share} / 100)) × 100 {equals(result)} %",
        remarks=("Hace falta menos que lo que subió, porque la baja se calcula sobre un valor más grande.",),
    )


def _work(template: str, ask: _Ask) -> Decimal:
    values = {letter: f"({number.value:f})" for letter, number in ask.numbers.items()}
    return evaluate(template.format(**values))


_CALCULATORS: dict[Kind, Callable[[_Ask], Calculation]] = {
    "share of": _share_of,
    "share of a share": _share_of_share,
    "what share": _what_share,
    "increase": _increase,
    "discount": _discount,
    "way back up": _way_back_up,
    "way back down": _way_back_down,
    "points": _points,
    "change": _change,
}
