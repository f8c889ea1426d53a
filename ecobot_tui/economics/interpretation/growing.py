"""The last resort for two things that grow at different rates: which one runs ahead of the other, and by how much."""

import re

from ecobot_tui.economics.interpretation.cases.telling import real
from ecobot_tui.economics.interpretation.found import Found, percent
from ecobot_tui.economics.interpretation.statement import FALL, RISE, Statement

_THING = r"(?P<{}>[a-z]{{3,}}(?: (?:de(?: la| los| las| el)?|del) [a-z]{{3,}})?)"
_MOVES = rf"(?:{FALL}|{RISE}|vari\w+|cambi\w+)"
_BY = r"(?: (?:un|una|en|de|solo|apenas|casi|mas de|cerca de|otro))* "
_TWO = re.compile(
    rf" {_THING.format('first')} (?:(?:me|nos|le|les|se) )*(?P<moves>{_MOVES}){_BY}(?P<one>%\d) (?:[a-z]+ ){{0,3}}?"
    rf"(?:y|e|pero|mientras(?: que)?|,|con|contra|cuando|aunque)(?: (?:que|el|la|los|las|mi|mis|su|sus|un|una|,))* "
    rf"{_THING.format('second')} (?:(?:me|nos|le|les|se|fue|es|de|del) )*(?:{_MOVES} )?"
    r"(?:(?:un|una|en|de|solo|apenas|casi|otro) )*(?P<other>%\d) "
)
_OTHER = re.compile(
    r" (?:elasticidad|cantidad\w*|demanda\w*|consum\w+|compr\w+|vend\w+|ventas?|cuant[oa]s?|despues|luego|tasa|interes"
    r"|descuento|recargo|desempleo|coeficiente|productividad|poblacion|pbi|pib|otra vez|volv\w+|vuelv\w+) "
)
_INCOME = re.compile(r"^(?:sueldo|salario|ingreso|jubilacion|haber|pension|paga|paritaria|cobro)s?\b")
_PRONOUNS = frozenset(
    ("que", "despues", "luego", "mes", "ano", "hoy", "ayer", "ahora", "antes", "otro", "otra", "este", "esta", "precio")
)


def read_growing(statement: Statement) -> Found | None:
    """Read «los remedios subieron 8 % y los honorarios 5 %», whatever the two things are."""
    values = statement.values
    if len(values) != 2 or any(one.mark != "%" for one in values) or _OTHER.search(statement.text):
        return None
    found = _TWO.search(statement.text)
    if found is None or {found["first"], found["second"]} & _PRONOUNS or found["first"] == found["second"]:
        return None
    first, second = (one.change for one in values)
    if not values[1].direction and values[0].direction < 0:
        return None
    change = real(first, second)
    if change is None:
        return None
    names = found["first"], found["second"]
    reading = f"«{names[0]}»: {percent(first)}; «{names[1]}»: {percent(second)}."
    if round(change, 2) == 0:
        verdict = "Los dos cambian en la misma proporción: la relación entre ellos no se mueve."
    else:
        ahead, behind = names if change > 0 else names[::-1]
        verdict = (
            f"«{ahead}» crece más que «{behind}»: medido en «{names[1]}», «{names[0]}»"
            f" {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
        )
        if _INCOME.match(behind):
            verdict += " Ese ingreso alcanza para menos: se pierde poder de compra en eso."
        elif _INCOME.match(ahead):
            verdict += " Ese ingreso alcanza para más: se gana poder de compra en eso."
    caveat = "Se dividen los factores, (1 + uno) / (1 + otro) − 1: restar los porcentajes es solo una aproximación."
    return Found("dos cosas que crecen", "variación porcentual", (reading, verdict, caveat))
