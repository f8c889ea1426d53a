"""Stories of two things that move, a cause and its effect: which numbers belong to which, and in which direction.

«Un kiosco vendía 240 alfajores a $500, los pasó a $600 y ahora vende 204» tells two prices and two quantities in an
order of its own. Each number is weighed by the words around it, and the likeliest parting is taken.
"""

import re
from itertools import combinations

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.quantities import Reading

PRICE = (
    r"precios?|p\d?|p[ifo]|px|py|cost\w+|cuest\w+|val(?:e|ia|ian|er)|sal[ei]\w*"
    r"|cobr\w+|tarifas?|entradas?|boletos?|pasajes?"
    r"|cuota|abono|ticket|encarec\w+|abarat\w+|pag\w+|peaje|alquiler|importe|llev\w+ a"
)
INCOME = r"ingresos?|rentas?|sueldos?|salarios?|gan(?:a|an|o|aba|aban)|cobr\w+|y[01]|presupuesto|haberes|jubilacion\w*"
QUANTITY = (
    r"cantidad(?:es)?|demanda\w*|ventas?|vend\w+|consum\w+|compr\w+|unidades|q\d?"
    r"|q[ifod]|qd|qs|clientes|pasajeros|usuarios"
    r"|espectadores|visitantes|viajes|viajeros|ofrec\w+|ofert\w+|produc\w+|pedidos"
    r"|suscriptores|alumnos|socios|litros|kilos"
    r"|toneladas|despach\w+|coloc\w+|salidas|turistas|publico|asistentes|trafico"
)
UP = (
    r"sub[aeio]\w*|aument\w+|crec\w+|increment\w+|alza|encarec\w+|mas|mayor|ganar?on|suba|remarc\w+|trep\w+|salt\w+"
    r"|agreg\w+|dispar\w+|ajust\w+"
)
DOWN = (
    r"baj\w+|ca[ei]\w*|cayo|cayeron|disminu\w+|reduc\w+|reduj\w+|descien\w+|descend\w+|menos|menor|perd\w+|pierd\w+"
    r"|desplom\w+|abarat\w+|rebaj\w+|retroced\w+|contra[ej]\w+|recort\w+|descuento|merm\w+|retra[ij]\w+"
)
_DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
_LINK = re.compile(
    r"^(?: |,|a|hasta|y|al|ahora|hoy|luego|despues|paso|pasan|pasaron|por|en|de"
    r"|desde|vez|lugar|u|unidades|pesos|dolares"
    r"|el|la|los|las|kilo|litro|un|una|precio|nuevo|subio|bajo|sube|baja|fue|es"
    r"|son|fueron|mensuales|por|mes|dia|semana)*$"
)
_BACKWARDS = re.compile(
    r"\b(?:en vez de|en lugar de|antes|frente a|contra|cuando (?:era|estaba)|desde"
    r"|eran?|respecto|vendian?|cobraban?|costaban?|valian?|salian?)\b"
)
_WHEN = re.compile(
    r"\b(?:cuando|si|al|ante|tras|porque|debido|frente|por (?:un|una|el|la)|luego"
    r"|a raiz|como consecuencia|despues)\b"
)
_NOUN = re.compile(
    r" (?:[a-z]+ de )?(?!pesos|dolares|euros|cada|veces|puntos|mas|menos|las|los"
    r"|es|antes|despues)[a-z]{3,}s\b"
)


_SOLD_AT = re.compile(r"^ (?:[a-z]+ de )?(?!veces|pesos)[a-z]{3,}s (?:[a-z]+ ){0,3}?a (?:un precio de |razon de )?$")


_SELLS_AT = re.compile(r"\bvend(?:o|e|en|i|io|ia|ian|iamos|emos|ieron|iendo) (?:[a-z]+ )?a (?:un precio de )?$")


def cause_words(income: bool) -> re.Pattern[str]:
    """Return the pattern of the words for what moves first."""
    return re.compile(rf"\b(?:{INCOME if income else PRICE})\b")


_EFFECT = re.compile(rf"\b(?:{QUANTITY})\b")


def leanings(reading: Reading, places: list[int], income: bool) -> list[float]:
    """Return for each number how much its words speak for the cause (positive) or for the effect (negative)."""
    cause = cause_words(income)
    weights: list[float] = []
    for place in places:
        start, end = reading.slot(place)
        before = reading.text[_before(reading, place) : start]
        after = reading.text[end : _after(reading, place)]
        weight = 0.0
        found = [(one.end(), 3.0) for one in cause.finditer(before)] + [
            (one.end(), -3.0) for one in _EFFECT.finditer(before)
        ]
        if found:
            weight += max(found)[1]
        elif weights and place - 1 in places and _LINK.match(before):
            weight += weights[-1]
        if not income and (_SOLD_AT.match(before) or _SELLS_AT.search(before)):
            weight = 4.0
        near = rx.match(
            r" (?:(?:en|aumento|suba|incremento|baja|caida|rebaja|reduccion"
            r"|de|del|el|la|los|las|al|mas|menos|su|sus|mis) )*(\w+)",
            after,
        )
        if near:
            weight += 4.0 if cause.fullmatch(near[1]) else -4.0 if _EFFECT.fullmatch(near[1]) else 0.0
        if reading.quantities[place].mark == "$":
            weight += 5.0
        elif reading.quantities[place].mark == "#" and _NOUN.match(after):
            weight -= 5.0
        weights.append(weight)
    return weights


def _before(reading: Reading, place: int) -> int:
    return reading.slot(place - 1)[1] if place else 0


def _after(reading: Reading, place: int) -> int:
    following = reading.slot(place + 1)[0] if place + 1 < len(reading.slots) else len(reading.text)
    comma = reading.text.find(" ,", reading.slot(place)[1], following)
    return comma if comma >= 0 else following


def is_down(text: str, start: int, slot: str) -> bool | None:
    """Tell whether the number in a slot is said to fall; None where no word tells."""
    place = text.index(slot)
    after = rx.match(rf"{re.escape(slot)} (mas|menos)\b", text[place:])
    if after:
        return after[1] == "menos"
    found = list(_DIRECTION.finditer(text, start, place))
    return None if not found else found[-1]["down"] is not None


def two_percents(reading: Reading, places: list[int], income: bool) -> tuple[int, int]:
    """Return which of two percentages is the cause and which the effect."""
    first, second = leanings(reading, places, income)
    one, other = places
    if first != second:
        return (one, other) if first > second else (other, one)
    between = reading.text[reading.slot(one)[1] : reading.slot(other)[0]]
    return (other, one) if _WHEN.search(between) else (one, other)


def two_pairs(reading: Reading, places: list[int], income: bool) -> tuple[list[int], list[int]]:
    """Return which two of four numbers are the cause, from before to after, and which two the effect."""
    weights = leanings(reading, places, income)
    text = reading.text
    # Two pairs that follow each other are likelier than numbers that alternate.
    usual = {(0, 1): 0.5, (2, 3): 0.4, (0, 2): 0.3, (1, 3): 0.2, (1, 2): 0.1, (0, 3): 0.0}
    best = max(combinations(range(4), 2), key=lambda pair: (sum(weights[one] for one in pair), usual[pair]))
    cause = [places[one] for one in best]
    effect = [place for place in places if place not in cause]
    return in_time(reading, cause, text), in_time(reading, effect, text)


def in_time(reading: Reading, pair: list[int], text: str) -> list[int]:
    """Return two numbers from before to after: in «180 en vez de 240» the second one was first."""
    earlier, later = pair
    lead = text[max(_before(reading, later), reading.slot(earlier)[1]) : reading.slot(later)[0]]
    return [later, earlier] if _BACKWARDS.search(lead) and not rx.search(r"\b(?:ahora|hoy|despues)\b", lead) else pair


_ORDINALS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim")
_WHICH = re.compile(rf"\b(?:el|la|del|de la|un|una) ({'|'.join(_ORDINALS)})[oa]?\b")


def table_step(reading: Reading) -> tuple[list[int], list[int]] | None:
    """Return two counts and their two totals from «uno hace 20, dos hacen 50 y tres, 70: ¿el tercero?»."""
    which = _WHICH.search(reading.text)
    values = [one.value for one in reading.quantities]
    if which is None or not 5 <= len(values) <= 16:
        return None
    wanted = _ORDINALS.index(which[1]) + 1
    # «Un obrero» is an article, and no number that is read.
    first = 1 if len(values) % 2 else 0
    counts = list(range(first, len(values), 2))
    if [values[place] for place in counts] != [float(first + 1 + step) for step in range(len(counts))]:
        return None
    at = [place for place in counts if values[place] == wanted]
    before = [place for place in counts if values[place] == wanted - 1]
    return (before + at, [before[0] + 1, at[0] + 1]) if at and before else None


_ONE_MORE = re.compile(
    r"\b(?:(?:una?|otr[oa]|la) (?:\w+ ){0,2}?(?:mas|adicional|extra|de mas)"
    r"|(?:el|la|un|una) (?:segund|tercer|cuart|quint|sext|septim|octav|noven|decim|ultim)[oa]?)\b"
)
_SOME_MORE = re.compile(r"[#@](\d+) (?:\w+ ){0,2}?(?:mas|adicionales|extras?)\b")


def before_after_more(reading: Reading) -> dict[str, list[int]] | None:
    """Tell a total before and after from how many units more made the difference; one more needs no number."""
    more = _SOME_MORE.search(reading.text)
    totals = [place for place in range(len(reading.quantities)) if more is None or place != int(more[1])]
    if len(totals) != 2 or not (more or _ONE_MORE.search(reading.text)):
        return None
    places = {"a": totals[:1], "b": totals[1:]}
    return places | {"n": [int(more[1])]} if more else places
