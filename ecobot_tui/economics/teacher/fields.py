"""The fields of a teacher's entry: each read forgivingly, cleaned, and refused with a sentence in Spanish."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from ecobot_tui.economics import rx
from ecobot_tui.economics.knowledge import Concept, Contrast
from ecobot_tui.economics.teacher.parts import DEFAULT_AREA, Draft, NoteFile
from ecobot_tui.economics.words import fold, split_words
from ecobot_tui.text import clean, clean_line

_LONGEST = {"name": 100, "area": 80, "definition": 4000, "source": 300}
_LONGEST_TEXT = 2000
_LONGEST_NAME = 100
_MOST_NAMES = 50
_LEVELS = {"basico": "básico", "medio": "medio", "avanzado": "avanzado"}
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
# At the start of an answer's line this would be the prompt.
_QUOTE_MARKS = re.compile(r"^(?:> ?)+")


class WrongFieldError(ValueError):
    """A field that cannot be used; the text says why in Spanish, `field` names it."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


def concept_of(draft: Draft, file: NoteFile) -> Concept:
    """Return the concept of a draft, with what it leaves out filled in. Raises WrongFieldError."""
    given = {**draft.defaults, **draft.values}
    if unknown := next((field for field in given if field not in _READERS), None):
        raise WrongFieldError(unknown, f"«{clean_line(unknown)}» no es un campo de un concepto")
    read = {field: _READERS[field](field, value) for field, value in given.items()}
    name = read.get("name", "")
    if not split_words(name):
        raise WrongFieldError("name", "al concepto le falta el nombre («name»)")
    if not read.get("definition"):
        raise WrongFieldError("definition", f"a «{name}» le falta la definición («definition»)")
    return Concept(**{**_left_out(file), **{field: value for field, value in read.items() if value}})


def _left_out(file: NoteFile) -> Mapping[str, Any]:
    return {
        "area": DEFAULT_AREA,
        "level": "básico",
        "example": "",
        "reading": "",
        "mistake": "",
        "related": (),
        "source": file.name,
        "reviewed": file.modified,
    }


def _text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise WrongFieldError(field, f"«{field}» tiene que ser un texto entre comillas")
    return _short_enough(field, _QUOTE_MARKS.sub("", clean_line(value)))


def _definition(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise WrongFieldError(field, f"«{field}» tiene que ser un texto entre comillas")
    paragraphs = (_QUOTE_MARKS.sub("", clean_line(paragraph)) for paragraph in _BLANK_LINES.split(clean(value)))
    return _short_enough(field, "\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _short_enough(field: str, text: str) -> str:
    longest = _LONGEST.get(field, _LONGEST_TEXT)
    if len(text) > longest:
        raise WrongFieldError(field, f"«{field}» tiene {len(text)} caracteres; se aceptan hasta {longest}")
    return text


def _names(field: str, value: object) -> tuple[str, ...]:
    """Read a list of names, or one text with commas between them."""
    items = rx.split("[,;]", value) if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise WrongFieldError(field, f'«{field}» tiene que ser una lista de textos, como ["uno", "otro"]')
    names = tuple(name for item in items if (name := clean_line(item).strip(" .")))
    if len(names) > _MOST_NAMES or any(len(name) > _LONGEST_NAME for name in names):
        raise WrongFieldError(field, f"«{field}» acepta hasta {_MOST_NAMES} nombres de {_LONGEST_NAME} caracteres")
    return names


def _level(field: str, value: object) -> str:
    text = _text(field, value)
    if text and fold(text) not in _LEVELS:
        raise WrongFieldError(field, f"«{field}» tiene que ser básico, medio o avanzado")
    return _LEVELS.get(fold(text), "")


def _day(field: str, value: object) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(_text(field, value).strip())
    except ValueError:
        raise WrongFieldError(field, f"«{field}» tiene que ser una fecha, como 2026-03-31") from None


def _switch(field: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongFieldError(field, f"«{field}» tiene que ser true o false")
    return value


def _contrasts(field: str, value: object) -> tuple[Contrast, ...]:
    return tuple(_contrast(field, item) for item in (value if isinstance(value, list) else [value]))


def _contrast(field: str, value: object) -> Contrast:
    if not isinstance(value, dict) or value.keys() != {"with", "difference"}:
        raise WrongFieldError(field, f'«{field}» tiene que ser como [{{ with = "otro", difference = "frase" }}]')
    return Contrast(_text(field, value["with"]), _text(field, value["difference"]))


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "name": _text,
    "area": _text,
    "level": _level,
    "definition": _definition,
    "formula": _text,
    "example": _text,
    "reading": _text,
    "mistake": _text,
    "source": _text,
    "aliases": _names,
    "related": _names,
    "checks": _names,
    "contrast": _contrasts,
    "reviewed": _day,
    "volatile": _switch,
}
