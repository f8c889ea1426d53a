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
        (r"\b(?:me )?(?:cobr|gan|pag)\w+ lo mismo\b", "cobro subio 0 %"),
        (
            r"\b(sueldo|salario|jubilacion|ingreso)s? (?:no (?:se )?(?:\w+ )?(?:cambi|mov|mueve|vari)\w*|sigue igual"
            r"|qued[oa] igual)",
            r"\1 subio 0 %",
        ),
        (r"\bla mitad (?:de la poblacion )?mas (pobre|rica)", r"el 50 % mas \1"),
        (r"\bmismo (sueldo|salario)\b", r"\1 subio 0 %"),
    )
)


def normalised(question: str) -> str:
    """Return a question in folded letters, with its signs in words; « » and tabs become plain blanks."""
    if _SIGNED.search(question):
        question = question.translate(_SIGNS)
    text = " ".join(fold(question).replace("−", "-").split())
    for pattern, words in _PHRASES:
        text = pattern.sub(words, text)
    return " ".join(text.split())
