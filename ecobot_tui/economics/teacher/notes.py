"""All files of a teacher together: each by its format, and each name once."""

from collections.abc import Iterable

from ecobot_tui.economics.knowledge import Concept, name_key
from ecobot_tui.economics.teacher.fields import WrongFieldError, concept_of
from ecobot_tui.economics.teacher.markdown_notes import read_markdown
from ecobot_tui.economics.teacher.parts import NoteFile, Notes, Problem
from ecobot_tui.economics.teacher.toml_notes import read_toml

MOST_CONCEPTS = 5000
_READERS = {".toml": read_toml, ".md": read_markdown, ".markdown": read_markdown}
SUFFIXES = frozenset(_READERS)


def read_notes(files: Iterable[NoteFile]) -> Notes:
    """Return the entries of these files, in their order, and what could not be read of them."""
    concepts: dict[tuple[str, ...], Concept] = {}
    problems: list[Problem] = []
    places: dict[tuple[str, ...], str] = {}
    for file in files:
        reader = _READERS[file.name[file.name.rindex(".") :].lower()]
        for found in reader(file):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            try:
                concept = concept_of(found, file)
            except WrongFieldError as error:
                problems.append(Problem(file.name, str(error), found.lines.get(error.field, found.line)))
                continue
            key = name_key(concept.name)
            if key in concepts:
                problems.append(Problem(file.name, f"«{concept.name}» ya está en {places[key]}", found.line))
            elif len(concepts) >= MOST_CONCEPTS:
                problems.append(Problem(file.name, f"hay más de {MOST_CONCEPTS} conceptos; el resto no se lee"))
                return Notes(tuple(concepts.values()), tuple(problems))
            else:
                concepts[key], places[key] = concept, f"{file.name}, línea {found.line}"
    return Notes(tuple(concepts.values()), tuple(problems))
