"""What the readers of a teacher's files take and give."""

import datetime
from collections.abc import Mapping

import msgspec

from ecobot_tui.economics.knowledge import Concept

DEFAULT_AREA = "apuntes"


class NoteFile(msgspec.Struct, frozen=True):
    """A file of a teacher: its name as she knows it, its text, and the day she last changed it."""

    name: str
    text: str
    modified: datetime.date


class Problem(msgspec.Struct, frozen=True):
    """What is wrong in a file, in Spanish and without a full stop, and in which line, counted from 1."""

    file: str
    text: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, línea {self.line}"
        return f"{place}: {self.text}."


class Draft(msgspec.Struct, frozen=True):
    """One entry as it was found: values that nobody has looked at yet, and the lines they stand in."""

    values: Mapping[str, object]
    line: int
    lines: Mapping[str, int]
    defaults: Mapping[str, object]
    """What holds for the whole file, as its area."""


class Notes(msgspec.Struct, frozen=True):
    """A teacher's entries, and what could not be read."""

    concepts: tuple[Concept, ...] = ()
    problems: tuple[Problem, ...] = ()
