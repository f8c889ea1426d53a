"""Questions in another language: which one it is, and how the question reads in Spanish.

EcoBot answers in Spanish whatever it is asked in. The words around the term are taken off, and the term is put into
Spanish where `foreign_terms.toml` holds it; otherwise it stays, since many entries have an English name as well.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Literal, cast

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.words import FRAMING_WORDS, fold, split_words

Language = Literal["en", "pt", "fr", "it", "de"]

IN_SPANISH = "Te respondo en español."
"""The line that goes before an answer to a question in another language."""

_LEAST = 2
"""How many words of a language alone make a question one of it."""
_LONGEST = 60
"""In words; what is longer is looked at no further."""
_SPANISH = re.compile(r"[ñ¿¡]|\b(?:qué|cuál|cómo|está|más)\b", re.IGNORECASE)
_READINGS = {
    "diferencia": "diferencia entre {0} y {1}",
    "calculo": "cómo se calcula {0}",
    "ejemplo": "ejemplo de {0}",
    "causa": "causas de {0}",
    "definicion": "qué es {0}",
}


class _Tables(msgspec.Struct, frozen=True):
    own: dict[str, frozenset[str]]
    """Of each language, the words that neither Spanish nor another of these has."""
    shared: frozenset[str]
    marks: dict[str, re.Pattern[str]]
    frames: tuple[tuple[str, re.Pattern[str]], ...]
    terms: dict[str, dict[str, str]]


@cache
def _tables() -> _Tables:
    folder = resources.files(__package__)
    table = tomllib.loads(folder.joinpath("languages.toml").read_text("utf-8"))
    terms = tomllib.loads(folder.joinpath("foreign_terms.toml").read_text("utf-8"))
    spanish = frozenset(table["shared"]["words"].split())
    return _Tables(
        own={language: frozenset(words.split()) - spanish for language, words in table["function_words"].items()},
        shared=spanish,
        marks={
            language: re.compile("|".join(rx.sub(r"\$$", r"(?!\\w)", mark) for mark in marks))
            for language, marks in table["marks"].items()
        },
        frames=tuple((name, re.compile(line)) for name, lines in table["frames"].items() for line in lines),
        terms={
            language: {" ".join(split_words(foreign)): name for foreign, name in listed.items()}
            for language, listed in terms.items()
        },
    )


def other_language(question: str) -> Language | None:
    """Return the language of a question that is not in Spanish; None for Spanish and for what cannot be told."""
    words = split_words(question)[:_LONGEST]
    if not words or _SPANISH.search(question):
        return None
    tables = _tables()
    told = {language: sum(word in own for word in words) for language, own in tables.own.items()}
    lowered = question.lower()
    for language, mark in tables.marks.items():
        told[language] += _LEAST * (mark.search(lowered) is not None)
    best = max(told, key=lambda language: told[language])
    if told[best] < _LEAST or told[best] * 5 < len([word for word in words if word not in tables.shared]):
        return None
    return cast(Language, best)


def in_spanish(question: str) -> str | None:
    """Return how a question in another language, or a foreign term alone, reads in Spanish; None for Spanish."""
    words = split_words(question)[:_LONGEST]
    language = other_language(question)
    if language is None:
        return _term_alone(words)
    text = " ".join(words)
    for name, frame in _tables().frames:
        if (found := frame.fullmatch(text)) is not None:
            return _READINGS[name].format(*(_translated(part, language) for part in found.groups()))
    return _translated(text, language)


def _term_alone(words: list[str]) -> str | None:
    """Return the Spanish name of a foreign term where a question, «¿qué es unemployment?», holds nothing else."""
    rest = list(words)
    while rest and (rest[0] in FRAMING_WORDS or rest[0] in {"que", "es", "son", "el", "la", "los", "las", "un", "una"}):
        rest = rest[1:]
    text = " ".join(rest)
    found = next((terms[text] for terms in _tables().terms.values() if text in terms), None)
    return f"qué es {found}" if found is not None and fold(found) != text else None


def _translated(text: str, language: Language) -> str:
    """Put every term of a text into Spanish, the longest first, and leave the other words as they are."""
    terms = _tables().terms.get(language, {})
    words, done = text.split(), []
    while words:
        for length in range(min(len(words), 5), 0, -1):
            if (name := terms.get(" ".join(words[:length]))) is not None:
                done.append(name)
                words = words[length:]
                break
        else:
            done.append(words.pop(0))
    return " ".join(done)
