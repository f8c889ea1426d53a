"""Whether a question asks for a chart, in a student's Spanish."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from ecobot_tui.economics.charts.kinds import OTHER_MARKETS, VOCABULARY
from ecobot_tui.economics.words import COMMON_WORDS, split_words

LONGEST = 1_500
"""Characters above which a text is no request for a chart."""

_POLITE = (
    r"(?:(?:hola|un|che|bueno|dale|ahora|y|por|favor|porfa|ecobot|entonces|quiero|queres|puedes|podes|podrias|me|nos)"
    r"\s+)*"
)
_PRONOUN = r"(?:me|nos|lo|la|los|las|melo|mela|noslo)?"
_GRAPH = rf"(?:grafic(?:o|os|a|as|ar|ame|anos|alo|ala|ue|uemos|amos)|graf(?:iqu|ic)e{_PRONOUN}|graficar{_PRONOUN})"
_DRAW = rf"(?:dibuj(?:as?|es?|o|emos)|dibujar|traz(?:a|ar|ame)|plote(?:a|ar)){_PRONOUN}"
_SHOW = (
    r"(?:mostra(?:r|me|nos|rme)?|muestra(?:me|nos)?|hace(?:r|me|nos|rme)?|haz(?:me)?|arma(?:r|me|nos)?"
    r"|da(?:me|nos)|ver|necesito|quiero|quisiera|pasame|genera(?:r|me)?|crea(?:r|me)?|como (?:se ve|es|seria))"
)
_THING = r"(?:un |una |el |la |los |las )?(?:nuevo |buen )?(?:grafic[oa]s?|curvas?|dibujo)"

_ASKS = re.compile(rf"{_POLITE}(?:{_GRAPH}|{_DRAW}|{_SHOW} {_THING})\b|.*\b(?:{_DRAW}|graficame|graficalo|graficar)\b")
_SHOWS = re.compile(
    rf".*\b{_SHOW} {_THING}\b|.*\bcomo se (?:grafica|dibuja)\b|.*\bcon (?:un|una) (?:grafic[oa]|dibujo)\b"
)
_GRAPH_WORD = re.compile(rf"\b{_GRAPH}\b")
# What asks about charts rather than for one; a question of theory, which the knowledge base answers better.
_ABOUT = re.compile(
    r"\b(?:que (?:es|son|significa|significan|muestra|muestran|representa|representan|indica|mide|pasa|quiere)"
    r"|por que|porque|para que|cual(?:es)?|quien|definicion|concepto|diferencia"
    r"|como se (?:calcula|interpreta|lee)|interpreta(?:r|cion)?|sirve)\b"
)
_REQUEST_WORDS = frozenset(
    {
        "grafico",
        "grafica",
        "graficos",
        "graficas",
        "graficame",
        "graficar",
        "graficalo",
        "dibuja",
        "dibujame",
        "dibujar",
        "dibujas",
        "mostrame",
        "muestrame",
        "mostrar",
        "haceme",
        "curva",
    }
)
_KNOWN = VOCABULARY | OTHER_MARKETS | _REQUEST_WORDS
# Words of their own, one letter from a name or verb of charts.
_OWN_WORDS = frozenset({"trafico", "traficos", "grafito", "dibujo", "dibuje", "grafique", "grafiti", "curvo", "curvas"})
_FIRST_LETTER_SURE = 6
"""A slip in the first letter is taken only for a name of at least this length."""


def corrected(question: str) -> str:
    """Return the question folded, its words parted by single blanks, with names and verbs of charts spelt right."""
    words = split_words(question[:LONGEST])
    return " ".join(map(_corrected, words))


def asks_for_chart(folded: str) -> bool:
    """Tell whether a corrected question asks for a chart, known or not."""
    if _ABOUT.search(folded):
        return False
    return bool(_ASKS.match(folded) or _SHOWS.match(folded))


def names_a_chart(folded: str) -> bool:
    """Tell whether a corrected question says «gráfico» or «graficá», so that it is about a chart whatever follows."""
    return bool(_GRAPH_WORD.search(folded))


@lru_cache(maxsize=4_096)
def _corrected(word: str) -> str:
    if len(word) < 5 or word in _KNOWN or word in COMMON_WORDS or word in _OWN_WORDS or not word.isalpha():
        return word
    near = sorted(name for name in _KNOWN if OSA.distance(word, name, score_cutoff=1) <= 1)
    sure = (name for name in near if name[0] == word[0] or len(name) >= _FIRST_LETTER_SURE)
    return next(sure, word)
