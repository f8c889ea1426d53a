"""How people ask for the meaning of a figure, in folded letters."""

import re

_JUDGED = (
    r"alt[oa]s?|baj[oa]s?|buen[oa]s?|mal[oa]s?|elastic\w*|inelastic\w*|unitaria|significativ\w*|grave|peligros[oa]"
    r"|preocupante|san[oa]|normal|rentable|concentrad[oa]|desigual\w*|competitiv[oa]|inferior|(?:de )?lujo"
    r"|sustitut\w*|complementari\w*|fuerte|debil|much[oa]|poc[oa]|barat[oa]|car[oa]|riesgos[oa]|inflacionari\w*"
    r"|recesiv\w*|viable|sostenible|aceptable|positiv[oa]|negativ[oa]|solvente|liquid[oa]|agresiv[oa]|defensiv[oa]"
    r"|moderad[oa]|perfecta"
)
_ASKS = re.compile(
    r"\b(?:(?:que|q) (?:me |nos |te )?(?:significa\w*|quiere\w* decir|indica\w*|implica\w*|dice|representa|muestra"
    r"|interpretacion|conclu\w+|tan (?:alt|baj|buen|mal)\w+|tipo de bien|te dice|lectura)|interpret\w+|significado"
    r"|como (?:se |lo |la )*(?:lee|leo|leer|entiend\w+|tomo)|es bueno o malo|conviene|se (?:acepta|rechaza)|rechazo"
    r"|acepto|gano|pierdo|gane|perdi|esta (?:bien|mal)|hay (?:poder|mucha|poca|concentracion|autocorrelacion)"
    r"|(?:subio|bajo|aumento|cayo) (?:un )?[0-9,.]+ ?(?:puntos|%)[^?]{0,20} o (?:un )?[0-9]"
    rf"|(?:es|son|esta|seria) (?:(?:un|una|muy|bastante|demasiado|mercado|bien|bienes) ){{0,3}}(?:{_JUDGED})"
    r"(?! (?:que|a|al) ))\b"
)
_ASKS_ELSE = re.compile(
    r"\b(?:cuant[oa]s?|calcul\w+|formula|grafic\w+|diferencia entre|por que|ejemplos?|afecta\w*|impact\w+|influ[iy]\w+"
    r"|que (?:pasa|pasaria|sucede|ocurre)|como (?:se )?(?:mide|obtiene|reduc\w+|baj\w+|sub\w+|mejor\w+)|causas?"
    r"|predec\w+|pronostic\w+|recomend\w+|deberia|invierto|ensayo|(?:si|y si) fuera|cual (?:es|fue|sera) (?:el|la))\b"
)
_BOUND = re.compile(
    r"\b(?P<word>mayor(?:es)?|menor(?:es)?|superior(?:es)?|inferior(?:es)?|mas alt[oa]|mas baj[oa]|por encima"
    r"|por debajo) (?:que|a|al|de|del)(?: el| la)?\s*$"
)
_FEWER = ("menor", "inferior", "mas baj", "por debajo")
_SIGN = re.compile(r"(?:\w+ ){0,4}?(?P<sign>negativ|positiv)[oa]s?\b")


def asks_for_meaning(text: str) -> bool:
    """Tell whether a folded question wants to know what a figure means, and nothing else."""
    return _ASKS.search(text) is not None and _ASKS_ELSE.search(text) is None


def bound_before(text: str) -> str | None:
    """Return `>` or `<` where the words before a figure make a bound of it, as in «mayor que 1»."""
    found = _BOUND.search(text)
    if found is None:
        return None
    return "<" if found["word"].startswith(_FEWER) else ">"


def sign_after(text: str) -> int:
    """Return -1 or 1 where the words after a name call it negative or positive, else 0."""
    found = _SIGN.match(text.strip())
    if found is None or re.search(r"negativ.* o .*positiv|positiv.* o .*negativ", text):
        return 0
    return -1 if found["sign"] == "negativ" else 1
