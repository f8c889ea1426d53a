"""The wordings of questions about percentages that are understood, as patterns over the whole question."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ecobot_tui.economics import rx

Kind = Literal[
    "share of",
    "share of a share",
    "what share",
    "increase",
    "discount",
    "way back up",
    "way back down",
    "points",
    "change",
]

_OPENING = re.compile(
    r"^(?:(?:hola|che|por favor|porfa|ecobot|decime|me decis|podes decirme|calcula|calculame|calcular|necesito"
    r"|quiero saber|saber|si|entonces|y|a ver) )+"
)
_ASKED = r"(?:cuanto (?:es|da|son|seria|vale|queda)|cual es|cuanto me (?:queda|da)) "
_CLOSING = re.compile(r" (?:por favor|porfa|gracias|cuanto (?:es|da|seria|queda|sale|pago|me queda|tengo que pagar))$")
_ARTICLE = r"(?:el |la |un |una )?"
_SUBJECT = r"(?:(?:el|la|los|las|un|una|mi|su)(?: [a-z]+){1,4} )"
_RISES = r"(?:aumento|subio|crecio|paso|cambio|vario|se incremento)"
_FALLS = r"(?:bajo|cayo|disminuyo|se redujo|descendio)"
_CHANGE_ASKED = (
    r"(?: (?:en )?(?:cuanto (?:fue|es)? ?(?:aumento|subio|crecio|vario|cambio|bajo|cayo|disminuyo|la suba|el aumento"
    r"|la variacion|la baja|la caida|la inflacion)|que porcentaje (?:aumento|subio|bajo|cayo|vario|crecio)"
    r"|(?:cual (?:es|fue) )?la variacion(?: porcentual)?|cuanto (?:es|fue)(?: en porcentaje)?"
    r"|cuantos puntos(?: porcentuales)?(?: son| aumento| subio| bajo)?(?: y que porcentaje)?))?"
)
_MUST = r"(?:que|cuanto) (?:porcentaje )?(?:tiene que|debe|deberia)"
_RETURN = (
    r"(?:volver|recuperar(?:se|lo)?|quedar|estar|llegar)(?: (?:a|al|a la|como|igual|en|lo|el|su|mismo|valor|precio"
    r"|nivel|inicial|original|anterior|antes|estaba|principio|donde|perdido|que))*"
)


def read_wording(text: str) -> tuple[Kind, dict[str, int]] | None:
    """Return what a question asks, and which of its numbers plays which part; None if it is no known wording.

    `text` is folded, without punctuation, and has `p0` for a percentage that is its first number, `n1` for a plain
    number that is its second. The parts are p, q (percentages), x, y (numbers), a, b (from … to …).
    """
    text = _CLOSING.sub("", _OPENING.sub("", text))
    for kind, patterns in _wordings():
        for pattern in patterns:
            if found := pattern.fullmatch(text):
                return kind, {part: int(slot[1:]) for part, slot in found.groupdict().items() if slot}
    return None


def _patterns(*bodies: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_fill(body)) for body in bodies)


def _fill(body: str) -> str:
    """Write out the letters of a wording: P and Q are percentages, X and Y other numbers."""
    slots = {"P": r"(?P<p>p\d)", "Q": r"(?P<q>p\d)", "X": r"(?P<x>n\d)", "Y": r"(?P<y>n\d)"}
    return rx.sub(r"(?<!\(\?)\b[PQXY]\b", lambda found: slots[found[0]], body)


def _moves(kinds: str) -> Iterator[str]:
    """Yield the wordings of «de A a B»; `kinds` are the two slots' patterns."""
    first, second = kinds.split()
    pair = f"de(?:l)? (?P<a>{first}) (?:a|al|hasta) (?P<b>{second})"
    verb = f"(?:{_RISES}|{_FALLS})"
    yield rf"(?:{_SUBJECT})?{verb} {pair}{_CHANGE_ASKED}"
    yield rf"(?:{_SUBJECT})?{pair}{_CHANGE_ASKED.removesuffix('?')}"
    yield rf"(?:cuanto|que porcentaje) (?:{verb}) (?:{_SUBJECT})?(?:si (?:{verb}) )?{pair}"
    yield rf"(?:{_ASKED})?(?:la )?(?:variacion(?: porcentual)?|suba|baja) {pair}"


@cache
def _wordings() -> tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...]:
    # Compiled at the first question with a percentage: it takes longer than the answer.
    return (
        (
            "share of",
            _patterns(
                rf"(?:{_ASKED})?(?:{_ARTICLE}|al )P (?:de|del|sobre) (?:los |las |un total de |unos )?X",
                rf"(?:{_ASKED})?{_ARTICLE}porcentaje P (?:de|sobre) X",
            ),
        ),
        ("share of a share", _patterns(rf"(?:{_ASKED})?{_ARTICLE}P (?:de|del) {_ARTICLE}Q")),
        (
            "what share",
            _patterns(
                r"que (?:porcentaje|por ciento|parte) (?:es|son|representa|representan) X (?:de|del|sobre)"
                r" (?:los |las |un total de )?Y",
                r"X que porcentaje (?:es|son|representa) (?:de|del|sobre) Y",
                r"que (?:porcentaje|por ciento) (?:de|del) Y (?:es|son|representa|representan) X",
                r"cuanto por ciento (?:es|son) X (?:de|del|sobre) Y",
                r"(?:cuanto (?:es|son) )?X (?:de|sobre) Y en porcentaje",
            ),
        ),
        (
            "increase",
            _patterns(
                rf"(?:aumenta|aumentar|aumentale|incrementa|incrementar|subi|suma|sumale|agregale|agrega) {_ARTICLE}P"
                r" (?:a |sobre |de )?(?:los |las )?X",
                rf"(?:aumenta|aumentar|incrementa|incrementar) X (?:en )?{_ARTICLE}P",
                rf"(?:{_ASKED})?X (?:mas|\+) {_ARTICLE}P",
                rf"(?:{_ASKED})?X con (?:un )?(?:aumento|recargo|incremento)(?: de| del)? {_ARTICLE}P",
                rf"(?:{_ASKED})?X con {_ARTICLE}P de (?:aumento|recargo|incremento)",
                rf"(?:{_ASKED})?{_ARTICLE}P de (?:aumento|recargo|incremento) (?:sobre|a|en|de) X",
                rf"(?:{_ASKED})?{_ARTICLE}(?:aumento|recargo|incremento) (?:de|del) {_ARTICLE}P (?:sobre|a|en) X",
            ),
        ),
        (
            "discount",
            _patterns(
                rf"(?:{_ASKED})?{_ARTICLE}P (?:de descuento|off|de rebaja|menos) (?:sobre|a|en|de) X",
                rf"(?:{_ASKED})?{_ARTICLE}(?:descuento|rebaja) (?:de|del) {_ARTICLE}P (?:sobre|a|en|de) X",
                rf"(?:{_ASKED})?X (?:menos|-|−) {_ARTICLE}P",
                rf"(?:{_ASKED})?X con {_ARTICLE}P (?:de descuento|off|de rebaja|menos)",
                rf"(?:{_ASKED})?X con (?:un )?(?:descuento|rebaja)(?: de| del)? {_ARTICLE}P",
                rf"(?:descontale|descontar|restale|quitale|bajale|descuenta|resta) {_ARTICLE}P (?:a|de) X",
            ),
        ),
        (
            "way back up",
            _patterns(
                rf"(?:{_SUBJECT})?{_FALLS} {_ARTICLE}P (?:en )?{_MUST} (?:subir|aumentar|crecer)(?: para {_RETURN})?",
            ),
        ),
        (
            "way back down",
            _patterns(
                rf"(?:{_SUBJECT})?{_RISES} {_ARTICLE}P (?:en )?{_MUST} (?:bajar|caer|disminuir)(?: para {_RETURN})?",
            ),
        ),
        # «De 8 a 10 %» means the same as «de 8 % a 10 %».
        ("points", _patterns(*_moves(r"[pn]\d p\d"))),
        ("change", _patterns(*_moves(r"n\d n\d"))),
    )
