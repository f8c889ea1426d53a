"""Questions that ask to tell two concepts apart: «diferencia entre A y B», «¿es lo mismo A que B?»."""

import re
from collections.abc import Iterator

from ecobot_tui.economics.spelling import Corrector
from ecobot_tui.economics.words import fold

_PAIR_QUESTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:diferencias?|distincion|distinguir|comparacion|contraste) (?:hay |existe )?(?:que hay |que existe )?"
        r"entre (?P<pair>.+)",
        r"\b(?:diferencias?|distincion|distingue|distinguir|diferencio|distingo) de (?P<pair>.+)",
        r"\b(?:distingue|diferencia|separa)n? (?:a|al) (?P<pair>.+)",
        r"\b(?:en que|como) se (?:diferencian?|distinguen?) (?P<pair>.+)",
        r"\b(?:se parecen?|tienen? en comun|semejanzas? (?:hay )?entre) (?P<pair>.+)",
        r"\b(?:es|son|significan?|seria) lo mismo (?P<pair>.+)",
        r"\b(?:es|son) (?:iguales|igual|distintos|distintas|sinonimos) (?P<pair>.+)",
        r"\bcompara(?:me|r)? (?P<pair>.+)",
        r"^(?P<pair>.+) (?:es|son|significan?) lo mismo\b.*",
        r"^(?P<pair>.+? (?:y|e) .+?) (?:(?:cual|que|en que|como) (?:es |son |se )?(?:las? )?)?"
        r"(?:diferencias?|diferencian|distinguen)(?: hay| tienen| existe)?$",
        r"^(?P<pair>.+ (?:es|son|significan?) (?:lo mismo|igual) que .+)",
        r"^(?P<pair>.+ (?:vs|versus|contra) .+)",
    )
)
# What gives a comparison away; a slip in one of these must not hide the question.
_MARKERS = (
    "comparar",
    "comparame",
    "compara",
    "diferencia",
    "diferencian",
    "diferencias",
    "distingue",
    "entre",
    "mismo",
)
_marker = Corrector(dict.fromkeys(_MARKERS, 1))
_BETWEEN = re.compile(
    r" (?:(?:es|son|significan?) (?:lo mismo|igual) que|y|e|o|que|con|de|del|a|al|vs|versus|contra|respecto de) "
)
# Without any of these none of the patterns above can match.
_HINT = re.compile(r"difer|disti|parec|en comun|semejan|compara|contrast|mismo|igual|sinonim|\bvs\b|versus|contra")
_ALSO_WITHIN_NAMES = (" de ", " del ", " a ", " al ")
_ARTICLES = re.compile(r"^(?:(?:el|la|los|las|un|una|lo|de|del|a|al|con|entre)\b *)+")
_MARKS = re.compile(r"[^\w\s\-&+=/]|_")


def pairs_compared(question: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a question as «A against B», most literal first; nothing if it compares nothing.

    Where the second name is cut short («costo fijo y variable»), the first one's words complete it.
    """
    text = " ".join(_MARKS.sub(" ", fold(question)).split())
    cuts = _compared(text)
    if not cuts and _BETWEEN.search(text):
        cuts = _compared(" ".join(_marker.correct(word, 1) or word for word in text.split()))
    for first, second in cuts:
        yield _bare(first), _bare(second)
    for first, second in cuts:
        words = _bare(first).split()
        for length in range(len(words) - 1, 0, -1):
            yield " ".join(words), " ".join([*words[:length], _bare(second)])


def _compared(text: str) -> list[tuple[str, str]]:
    if _HINT.search(text) is None:
        return []
    for pattern in _PAIR_QUESTIONS:
        found = pattern.search(text)
        if found and (cuts := list(_cuts(found["pair"]))):
            return cuts
    return []


def _cuts(pair: str) -> Iterator[tuple[str, str]]:
    start = 0
    within_names: list[tuple[str, str]] = []
    # Matches may share a blank («y a»), so each search starts inside the one before.
    while found := _BETWEEN.search(pair, start):
        cut = pair[: found.start()], pair[found.end() :]
        start = found.start() + 1
        if found[0] in _ALSO_WITHIN_NAMES:
            within_names.append(cut)
        else:
            yield cut
    yield from within_names


def _bare(name: str) -> str:
    return _ARTICLES.sub("", name).strip()
