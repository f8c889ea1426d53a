"""A question as what it says: the roots of its telling words, and which of them are said to rise or fall."""

import re
from collections.abc import Callable, Iterable

import msgspec

from ecobot_tui.economics.words import EMPTY_WORDS, listed_words, root, split_words

_FRAME = frozenset(listed_words("asking_words.txt")) | {
    *(
        "decimos",
        "habla",
        "hablan",
        "hablamos",
        "podia",
        "podian",
        "resumio",
        "andaba",
        "nombrame",
        "nombres",
        "menciona",
    ),
    *("mencioname", "aparte", "despues", "ahi", "aca", "tiende", "tienden", "medida"),
    *("combate", "combatir", "combaten", "combatirse", "ayudan", "ayudar", "lograr", "conseguir"),
    *("causo", "causaron", "causan", "causar", "provoco", "provocaron", "origino", "frecuente", "frecuentes"),
    *("habitual", "habituales", "habria"),
    *("logra", "manera", "gran", "conoces", "dirias", "decirme", "responde", "contestame"),
    *("economista", "economistas", "ciertas", "determinado", "determinada", "hagan", "pone", "pongo", "ponen"),
}
_SAME = {
    word: first for line in listed_words("same_words.txt") for first, *others in [line.split("=")] for word in others
}
SAME_WORDS = frozenset(_SAME)
"""Words that another one stands for."""
_NAMING = frozenset({"llama", "llaman", "dice", "dicen", "denomina", "denominan", "conoce", "conocen"})
"""«¿Cómo se llama …?»: the words of a description follow."""
_MOVES = {"+": True, "-": False}


_LEADS_ON = frozenset({"el", "la", "los", "las", "un", "una", "de", "del", "mi", "su", "sus", "tu"})


_ASPECTS = {
    "causes": r"caus(?:as?|o|aron|an|ar|antes?)|motivos?|razon|razones|orig[ei]n\w*|provoc\w+"
    r"|porq|porque|por que|pq|xq",
    "effects": r"consecuencias?|efectos?|impactos?|que (?:pasa|sucede|ocurre)|afecta\w*",
    "purpose": r"para que|sirven?|importante|importancia|funcion|funciones",
    "thought": r"decian?|dicen?|dijo|propon\w+|sosten\w+|ideas|aportes?",
    "measure": r"miden?|medir|medicion|calculan?|calcular",
    "kinds": r"tipos|clases|clasificacion",
    "features": r"caracteristicas|requisitos|ejemplos?",
    "remedies": r"soluci\w*|combat\w*|como se (?:baja|reduc|evita|frena|resuelv|corrig|combat|sale)\w*"
    r"|politicas|medidas|para (?:bajar|reducir|frenar|evitar|combatir|salir|resolver)"
    r"|que (?:puede|podria|debe|deberia)n? hacer"
    r"|(?:puede|podria|debe|deberia)n? (?:bajar|reducir|frenar|evitar|combatir|resolver|intervenir)",
    "people": r"quienes|quien|economistas?|autor(?:es)?|representantes",
    "time": r"(?<=^)cuando|y cuando|desde cuando|en que ano|historia del?|terminos?|fin del?",
}
_ASPECT = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _ASPECTS.items()))
_CONDITION = re.compile(r"\b(?:si|cuando|ante|frente a)\b")


class Phrase(msgspec.Struct, frozen=True):
    """A question without what frames it."""

    roots: frozenset[str]
    moves: tuple[tuple[str, bool], ...]
    """The root of each thing that is said to move, and whether it rises."""
    aspects: frozenset[str] = frozenset()
    """What of a thing it asks for, as «causes» or «purpose»; empty where it does not say."""


def is_condition(text: str) -> bool:
    """Tell whether a question names a condition: «si …», «cuando …», «al …»."""
    return _CONDITION.search(" ".join(split_words(text))) is not None


def asks_for_aspect(text: str) -> bool:
    """Tell whether a question wants causes, uses, kinds or the like, and not just the thing itself."""
    return _ASPECT.search(" ".join(split_words(text))) is not None


def read_phrase(text: str, meant: Callable[[str], str] = str) -> Phrase:
    """Read a question; `meant` puts a misspelt folded word right, and leaves nothing of one that does not count."""
    words = split_words(text)
    telling: list[tuple[int, str]] = []
    moving: list[tuple[int, bool]] = []
    for place, word in enumerate(words):
        if word == "como" and not _NAMING.isdisjoint(words[place + 1 : place + 4]):
            continue
        said = _SAME.get(word, word)
        if said in _MOVES:
            moving.append((place, _MOVES[said]))
        elif word not in EMPTY_WORDS and word not in _FRAME:
            word = meant(word)
            if not word:
                continue
            telling.append((place, root(_SAME.get(word, word))))
    moves = tuple((what, up) for place, up in moving if (what := _mover(words, telling, place)))
    aspects = frozenset(match.lastgroup for match in _ASPECT.finditer(" ".join(words)) if match.lastgroup)
    return Phrase(frozenset(what for _, what in telling), moves, aspects)


def _mover(words: list[str], telling: list[tuple[int, str]], place: int) -> str | None:
    """Return what moves: in «sube la tasa» what follows, in «la tasa sube, ¿qué pasa?» what stands before."""
    after = next((one for one in telling if one[0] > place), None)
    before = next((what for at, what in reversed(telling) if at < place), None)
    if after is not None and all(word in _LEADS_ON for word in words[place + 1 : after[0]]):
        return after[1]
    return before if before is not None else after and after[1]


def is_reversed(asked: Phrase, known: Phrase) -> bool | None:
    """Tell whether a question moves the other way round from a known one; None where they cannot be compared."""
    if not asked.moves or not known.moves:
        return False
    ways = dict(asked.moves)
    agreed = {ways[what] == up for what, up in known.moves if what in ways}
    if not agreed:
        asked_ways, known_ways = set(ways.values()), {up for _, up in known.moves}
        return asked_ways != known_ways if len(asked_ways) == len(known_ways) == 1 else None
    return None if len(agreed) > 1 else not agreed.pop()


def is_turned(asked: Phrase, known: Phrase, siblings: Iterable[Phrase]) -> bool | None:
    """Tell the same of a known question among those of one answer.

    One that moves nothing («relación entre tasa e inversión») does not say which way its answer goes; a sibling may.
    """
    if asked.moves and not known.moves:
        ways = (is_reversed(asked, other) for other in siblings if other.moves)
        return next((way for way in ways if way is not None), False)
    return is_reversed(asked, known)
