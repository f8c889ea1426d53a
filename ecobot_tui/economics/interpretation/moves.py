"""Changes: from one percentage to another, points and basis points, a fall and a rise, money put in and taken out."""

import re
from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.found import Found, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_HUNDRED = Decimal(100)
_JOINED = re.compile(
    r" (?:del?|en|desde|era|era del?)(?: un| el| una)? ([%#])(\d)"
    r" (?:(?:[a-z]+ ){0,2}?(?:a|al|hasta)|y (?:ahora|luego|despues) (?:es|esta en|paso a|fue|era))(?: un| el)?"
    r" [%&](\d) "
)
_MOVE = re.compile(
    r" (?:(?:subi|baj|aument|cay|cae|pas[oaó]|sub[ea]|crec|descend|redu|disminu|increment|vari|cambi|trep|salt"
    r"|era)\w*) "
)
_THEN = re.compile(
    r" (?:despues|luego|sucesiv\w+|posterior\w*|seguid[ao]|siguiente|enseguida|mas tarde|al otro|con que|recuper\w+"
    r"|y (?:una? )?(?:sub|baj|cay|cai|aument|recuper|crec|gan|perd|perdi)\w*|vuelv\w+|volver"
    r"|si (?:sub|baj|cae|aument|crec)\w*) "
)
_DISCOUNTS = re.compile(r"^(?!.* (?:recarg|sub|aument)\w* ).* (?:descuentos?|rebajas?) ")
"""Where all that is told are discounts, «10 % más» is one more of them."""
_PUT = re.compile(
    r" (?:pongo|puse|pone|invert\w+|invierto|deposit\w+|coloc\w+|coloqu\w+|meto|meti|prest[eo]\w*|compr[eo]|di"
    r"|ahorr[eo])"
    r"(?: [a-z]+){0,4}? ([$#]\d) (?:[a-z@,]+\d? ){0,12}?(?:saco|saque|retir\w+|devolv\w+|devuelv\w+|recib\w+"
    r"|cobr\w+|vend\w+"
    r"|obtuv\w+|obten\w+|dieron|tengo|quedan?|quede|termin\w+|dan|pagan|pagaron|llev\w+)(?: [a-z]+){0,4}? ([$#]\d) "
)
_INFLATION = re.compile(r" (?:inflacion|precios|ipc|costo de vida) ")
_CAVEAT = "Los puntos restan dos porcentajes y la variación porcentual los compara con el primero: no son lo mismo."


def read_sequence(statement: Statement) -> Found | None:
    """Read a fall followed by a rise, and money put in and taken out with some inflation."""
    return _money(statement) or _compounded(statement) or _sequence(statement)


def read_points(statement: Statement) -> Found | None:
    """Read a change in points, or from one percentage to another."""
    return _between(statement) or _one_move(statement) or _one_percentage(statement)


def _sequence(statement: Statement) -> Found | None:
    """Read two changes in per cent, one after the other, on the same thing."""
    figures = statement.values[:2]
    if len(statement.values) not in (2, 3) or any(one.mark != "%" for one in statement.values):
        return None
    if not figures[0].direction or not _THEN.search(statement.text):
        return None
    off = _DISCOUNTS.search(statement.text) is not None
    if (
        not off
        and not figures[1].direction
        and not rx.search(rf" (?:despues|luego|otr[oa]s?)(?: [a-z]+)? {figures[1].slot} ", statement.text)
    ):
        return None
    first, second = figures[0].change, figures[1].change
    if off:
        first, second = -abs(first), -abs(second)
    elif not figures[1].direction and figures[0].direction < 0:
        second = -second
    if min(first, second) <= -100 or not first or not second:
        return None
    middle = _HUNDRED * (1 + first / 100)
    end = middle * (1 + second / 100)
    total = end - _HUNDRED
    words = [f"{'subir' if one > 0 else 'bajar'} {percent(abs(one))}" for one in (first, second)]
    reading = f"Dato: {words[0]} y después {words[1]}."
    if first * second > 0:
        verdict = (
            f"No es lo mismo que la suma, {percent(first + second)}: 100 pasan a {format_number(round(middle, 2))}"
            f" y después"
            f" a {format_number(round(end, 2))}; en total {'baja' if total < 0 else 'sube'} {percent(abs(total))}."
        )
    elif round(total, 2) == 0:
        verdict = "Termina igual que al principio: la segunda variación compensa justo la primera."
    else:
        verdict = (
            f"No queda igual: 100 pasan a {format_number(round(middle, 2))} y después a {format_number(round(end, 2))};"
            f" en total {'baja' if total < 0 else 'sube'} {percent(abs(total))}, una"
            f" {'pérdida' if total < 0 else 'ganancia'}."
        )
    caveat = "Los porcentajes no se suman: el segundo se aplica sobre otra base."
    if first < 0 < second:
        caveat += (
            f" Para volver al inicio después de caer {percent(-first)} hay que subir"
            f" {percent(-first / (100 + first) * 100)}."
        )
    return Found("variaciones sucesivas", "variación porcentual", (reading, verdict, caveat))


def _money(statement: Statement) -> Found | None:
    found = _PUT.search(statement.text)
    rates = [one for one in statement.values if one.mark == "%"]
    if found is None or len(statement.values) != 3 or len(rates) != 1 or not _INFLATION.search(statement.text):
        return None
    put, taken = (next(one.value for one in statement.figures if one.slot == slot) for slot in found.groups())
    inflation = rates[0].change
    if put <= 0 or taken <= 0 or inflation <= -100:
        return None
    nominal = (taken / put - 1) * _HUNDRED
    real = ((1 + nominal / 100) / (1 + inflation / 100) - 1) * _HUNDRED
    needed = put * (1 + inflation / 100)
    reading = (
        f"De {format_number(put)} a {format_number(taken)} la variación nominal es {percent(nominal)}"
        f"; con una inflación de {percent(inflation)} la real es {percent(real)}."
    )
    if round(real, 2) == 0:
        verdict = "No ganaste ni perdiste: el interés compensó justo la inflación."
    elif real < 0:
        verdict = (
            f"En términos reales perdiste poder de compra: para no perder hacían falta"
            f" {format_number(round(needed, 2))}."
        )
    else:
        verdict = (
            f"En términos reales ganaste poder de compra: para empatar alcanzaba con {format_number(round(needed, 2))}."
        )
    caveat = "Supone que la inflación es la del mismo período; no descuenta impuestos ni comisiones."
    return Found("rendimiento real", "tasa de interés real", (reading, verdict, caveat))


def _between(statement: Statement) -> Found | None:
    text = statement.text
    found = _JOINED.search(text)
    if found is None or not _MOVE.search(text):
        return None
    first, second = (_at(statement, place) for place in (found[2], found[3]))
    if first.value <= 0 or second.value < 0 or first.value == second.value:
        return None
    points, change = second.value - first.value, (second.value / first.value - 1) * _HUNDRED
    word = "subió" if points > 0 else "bajó"
    reading = f"De {percent(first.value)} a {percent(second.value)}"
    reading += f" {word} {format_number(abs(points))} puntos porcentuales."
    verdict = f"En términos relativos {word} {percent(abs(change))}: es la variación sobre el valor inicial"
    verdict += " (se duplicó)." if round(change, 2) == _HUNDRED else " (la mitad)." if round(change, 2) == -50 else "."
    return Found("puntos porcentuales", "puntos porcentuales", (reading, verdict, _CAVEAT))


def _at(statement: Statement, place: str) -> Figure:
    return next(one for one in statement.figures if one.slot[1:] == place)


def _one_move(statement: Statement) -> Found | None:
    moved = [one for one in statement.values if one.mark in "&!"]
    if len(moved) != 1 or any(one.mark in "$#" for one in statement.values):
        return None
    if not _MOVE.search(statement.text) and not (
        moved[0].mark == "!" and moved[0].value != 1 and _ASKED.search(statement.text)
    ):
        return None
    figure = moved[0]
    value = abs(figure.value)
    if figure.mark == "!" and 0 < value <= 5_000:
        points = value / _HUNDRED
        reading = (
            f"{format_number(value)} puntos básicos son {format_number(points)} puntos porcentuales"
            f" ({percent(points)})."
        )
    elif figure.mark == "&" and 0 < value <= 60 and all(abs(one.value) == value for one in statement.values):
        points = value
        reading = f"Un cambio de {format_number(value)} puntos porcentuales es una resta entre dos porcentajes."
    else:
        return None
    example = 40 + (points if figure.direction >= 0 else -points)
    if example < 0:
        return None
    relative = abs(example / 40 - 1) * _HUNDRED
    verdict = f"Por ejemplo, pasar de 40 % a {percent(example)}: en términos relativos es {percent(relative)}."
    return Found("puntos porcentuales", "puntos porcentuales", (reading, verdict, _CAVEAT))


_TIMES = {
    200: "se triplica (el triple)",
    300: "se cuadruplica (cuatro veces)",
    100: "se duplica (el doble)",
    400: "vale 5 veces lo de antes",
}
_ASKED = re.compile(
    r" (?:significa|quiere decir|cuanto|cuantas|duplic\w+|triplic\w+|cuadruplic\w+|doble|triple|mitad|veces|indica"
    r"|equivale|interpret\w+|recuper\w+) "
)


def _one_percentage(statement: Statement) -> Found | None:
    """Read one large change in per cent as the number of times it multiplies."""
    figures = statement.values
    if len(figures) != 1 or figures[0].mark != "%" or not figures[0].moved or not _ASKED.search(statement.text):
        return None
    change = figures[0].change
    if change < -100 or not change:
        return None
    end = _HUNDRED + change
    reading = f"Dato: {'subir' if change > 0 else 'bajar'} {percent(abs(change))}."
    verdict = (
        f"Lo que valía 100 pasa a valer {format_number(end)}, es decir, {format_number(end / _HUNDRED)} veces lo de"
        f" antes"
    )
    named = _TIMES.get(int(change)) if change == int(change) else None
    named = "queda en la mitad" if change == -50 else named
    verdict += f": {named}." if named else "."
    caveat = "El porcentaje se suma al valor inicial: subir 100 % es el doble, y subir 200 % es el triple, no el doble."
    if change < 0:
        back = percent(-change / end * _HUNDRED) if end else ""
        caveat = f"Para volver al valor inicial hay que subir {back}." if back else "No queda nada del valor inicial."
    return Found("variación porcentual", "variación porcentual", (reading, verdict, caveat))


_MONTHLY = re.compile(r" (%\d) (?:mensual(?:es)?|por mes|al mes|todos los meses|cada mes) ")
_MONTHLY_BEFORE = re.compile(r" mensual(?: (?:de|del|es|fue|sostenida|constante|un))+ (%\d) ")
_YEARLY = re.compile(r" (?:anual(?:es)?|un ano|todo el ano|doce meses|@\d|al ano|por ano) ")


def _compounded(statement: Statement) -> Found | None:
    """Read a monthly rate that someone takes for a twelfth of the yearly one."""
    monthly = _MONTHLY.search(statement.text) or _MONTHLY_BEFORE.search(statement.text)
    if monthly is None or not _YEARLY.search(statement.text) or len(statement.values) > 2:
        return None
    rate = next(one for one in statement.figures if one.slot == monthly[1])
    others = [one for one in statement.values if one is not rate]
    spans = [one for one in statement.figures if one.mark == "@"]
    if not 0 < rate.value <= 100 or any(abs(one.value - 12 * rate.value) > 1 for one in others):
        return None
    if any((one.unit, int(one.value)) not in (("meses", 12), ("ano", 1)) for one in spans) or not (others or spans):
        return None
    year = ((1 + rate.value / 100) ** 12 - 1) * _HUNDRED
    reading = f"Dato: {percent(rate.value)} por mes durante un año."
    verdict = (
        f"No es {percent(12 * rate.value)}: se capitaliza, y en el año son {percent(year)}, porque cada mes se"
        f" aplica sobre"
        " un valor que ya subió."
    )
    caveat = "Se calcula (1 + tasa)^12 - 1; multiplicar por 12 solo sirve para tasas nominales anuales."
    return Found("variación acumulada", "interés compuesto", (reading, verdict, caveat))
