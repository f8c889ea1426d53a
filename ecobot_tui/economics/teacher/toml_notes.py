"""A teacher's TOML file, entry by entry: one that is wrong does not take its neighbours with it."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from ecobot_tui.economics.teacher.parts import Draft, NoteFile, Problem
from ecobot_tui.text import clean

_ENTRY_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*concept[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEY_LINE = re.compile(r"^[ \t]*([A-Za-z_]+)[ \t]*=", re.MULTILINE)
_AT_LINE = re.compile(r"\(at line (\d+),")
_FOR_THE_FILE = frozenset({"area", "level", "source"})

NO_ENTRY = "no tiene ningún concepto: cada uno empieza con una línea [[concept]]"
_MISPLACED = "«{key}» está fuera de un concepto: cada uno empieza con una línea [[concept]]"

# What Python's reader says, by the words that its sentence holds, and what a teacher can make of it.
_IN_SPANISH = (
    ("Unterminated string", "hay un texto sin cerrar: le falta la comilla del final"),
    ("Illegal character '\\n'", "hay un texto sin cerrar: le falta la comilla del final"),
    ("Illegal character", "hay un carácter que no puede estar ahí"),
    ("Unescaped '\\'", "hay una barra «\\» sola en un texto: se escribe «\\\\», o el texto va entre comillas simples"),
    ("Expected '='", "falta el signo = entre el campo y su valor"),
    ("Invalid value", 'el valor no se entiende; los textos van entre comillas rectas ("así")'),
    ("Expected newline", "sobra algo después del valor; cada campo va en su línea"),
    ("Cannot overwrite", "el mismo campo está dos veces"),
    ("Cannot declare", "la misma tabla está dos veces"),
    ("Unclosed array", "a una lista le falta el corchete del final"),
    ("Unclosed inline table", "a una tabla le falta la llave del final"),
    ("Invalid date", "la fecha no existe"),
    ("Invalid initial character", "tendría que empezar con el nombre de un campo"),
    ("Invalid statement", "tendría que empezar con el nombre de un campo"),
)
_NOT_TOML = "no es TOML: cada línea es un campo, un signo = y su valor"


def read_toml(file: NoteFile) -> Iterator[Draft | Problem]:
    """Yield what a file holds, in order."""
    text = clean(file.text)
    headers = list(_ENTRY_HEADER.finditer(text))
    defaults: dict[str, object] = {}
    preamble = _parse(file, text[: headers[0].start()] if headers else text, 1)
    if isinstance(preamble, Problem):
        yield preamble
    else:
        defaults = {key: value for key, value in preamble.items() if key in _FOR_THE_FILE}
        if misplaced := next((key for key in preamble if key not in _FOR_THE_FILE), None):
            yield Problem(file.name, _MISPLACED.format(key=misplaced), _line_of_key(text, misplaced, 1))
        elif not headers:
            yield Problem(file.name, NO_ENTRY)
    for number, header in enumerate(headers):
        end = headers[number + 1].start() if number + 1 < len(headers) else len(text)
        block, first = text[header.end() : end], text.count("\n", 0, header.end()) + 1
        values = _parse(file, block, first)
        if isinstance(values, Problem):
            yield values
        else:
            yield Draft(values, first, {key: _line_of_key(block, key, first) for key in values}, defaults)


def _parse(file: NoteFile, toml: str, first: int) -> dict[str, Any] | Problem:
    """Return the values of a stretch whose first line is line `first` of the file."""
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _AT_LINE.search(said)
        # Without a line it is «at end of document», and the last line with something in it is the one to look at.
        line = int(at[1]) if at else toml.rstrip().count("\n") + 1
        kind = next((spanish for english, spanish in _IN_SPANISH if english in said), _NOT_TOML)
        return Problem(file.name, kind, first + line - 1)
    except (ValueError, RecursionError):
        # A number of thousands of digits; lists within lists without end.
        return Problem(file.name, _NOT_TOML, first)


def _line_of_key(toml: str, key: str, first: int) -> int:
    found = next((match for match in _KEY_LINE.finditer(toml) if match[1] == key), None)
    return first + (toml.count("\n", 0, found.start(1)) if found else 0)
