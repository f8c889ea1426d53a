"""Signs and phrases that mean a figure or a name, put into the words that the readers know."""

import re

from ecobot_tui.economics.words import fold

_SIGNS = str.maketrans(
    {
        "β": "beta ",
        "α": "alfa ",
        "σ": "desvio ",
        "ρ": "correlacion ",
        "ε": "elasticidad ",
        "η": "elasticidad ",
        "∞": "infinita",
    }
)
_SIGNED = re.compile("[βασρεη∞]")
_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<=\d) ?x ?(?:ciento|cien)\b", " %"),
        (r"[≥>]=?", " mayor que "),
        (r"[≤<]=?", " menor que "),
        (r"\br ?(?:\^ ?2|2|cuadrad[oa]|-?cuadrado)(?![\d.,]\d)\b", "r2"),
        (r"\b(cr|c) ?(\d)\b", r"\1\2"),
        (r"(?<=[a-z=:]) [-−–] ?(?=\d)", " -"),
        (r"(?<=\d) [-−–] (?=\d[\d.,]* ?[*·x]? ?(?:ln|log)\b)", " negativo de "),
        (r"[=:](?=[-−–]?\d)", " = "),
        (
            r"\b((?:igual a|de|es|da|dio|vale|que|a|al)) un[oa]\b(?= *(?:$|[,;:?.!)]|que\b|y\b|como\b|cual\b"
            r"|significa))",
            r"\1 1",
        ),
        (r"(?<!que )(?<!¿)\bse (?:me )?(?:duplic\w+|dobl[oa]\w*)", "subio 100 %"),
        (r"(?<!que )(?<!¿)\bse (?:me )?triplic\w+", "subio 200 %"),
        (r"\b((?:cobro|gano|gane|cobre)) (?:hoy |ahora )?el doble\b", r"\1 100 % mas"),
        (r"\b(?:bajo|cayo|se redujo) a la mitad\b", "bajo 50 %"),
        (
            r"\b(?:(?:(?:esta|estuvo|quedo|sigue|siguio|permanecio) )?(?:congelad|estancad)[oa]s?|se congel\w+"
            r"|no (?:me )?(?:lo |la )?(?:aument|subi|actualiz)\w+(?:"
            r" nada)?)\b(?! ?\d)",
            "subio 0 %",
        ),
        (r"\b(?:me |nos |le )?(?:cobr\w+|gan[oae]\w*|(?<=(?:me|le) )pag\w+) lo mismo\b", "cobro subio 0 %"),
        (
            r"\b(sueldo|salario|jubilacion|ingreso)s? (?:no (?:se )?(?:\w+ )?(?:cambi|mov|mueve|vari)\w*|sigue igual"
            r"|qued[oa] igual|nada\b|cero\b)",
            r"\1 subio 0 %",
        ),
        (r"\bse cuadruplic\w+", "subio 300 %"),
        (r"\bcanvi", "cambi"),
        (r"\b(export\w+|import\w+) (?:lo mismo|igual)(?! (?:que|a)\b)", r"\1 subio 0 %"),
        (r"\b((?:credito|prestamo|cuotas|prest\w+)(?: [a-z]+)? a tasa (?:de interes )?)0 ?%?(?![.,]?\d)", r"\1cero"),
        (r"\bla mitad (?=de(?:l)? (?:mi |tu |su |el |lo que )?(?:sueldo|ingreso|salario|gano|cobro))", "el 50 % "),
        (
            r"\bun dolar(?= (?:que|de|a|vale|valia|cost\w+|cuesta|sal\w+|pas\w+|oficial|barato|caro|alto|est\w+)\b)",
            "el dolar",
        ),
        (r"\bla mitad (?:de la poblacion )?mas (pobre|rica)", r"el 50 % mas \1"),
        (r"\bmismo (sueldo|salario)\b", r"\1 subio 0 %"),
    )
)


_TIMES = re.compile(r"\bse multiplic\w+ por (\d{1,3}|dos|tres|cuatro|cinco|seis|diez)\b(?![.,]\d)")
_HEARD = re.compile(r"n(?=[bp][a-z])")
"""No Spanish word has these letters: it is «competitivo» or «cambio», written as it sounds."""
_SPELT = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "diez": 10}


def _multiplied(found: re.Match[str]) -> str:
    """Return «se multiplicó por 3» as the change in per cent that it is."""
    times = _SPELT.get(found[1]) or int(found[1])
    return f"subio {100 * (times - 1)} %" if times > 1 else found[0]


# Most questions hold none of them, and one search is quicker than fifteen.
_ANY_PHRASE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _PHRASES))


def normalised(question: str) -> str:
    """Return a question in folded letters, with its signs in words; « » and tabs become plain blanks."""
    if _SIGNED.search(question):
        question = question.translate(_SIGNS)
    text = " ".join(fold(question).replace("−", "-").split())
    if _ANY_PHRASE.search(text):
        for pattern, words in _PHRASES:
            text = pattern.sub(words, text)
    text = _HEARD.sub("m", text)
    text = _TIMES.sub(_multiplied, text)
    return " ".join(text.split())
