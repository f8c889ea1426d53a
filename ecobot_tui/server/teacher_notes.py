"""Reading a teacher's directory: every TOML and Markdown file below it, within limits that no set of notes reaches.

What cannot be read is named and left out; the rest counts. Only the directory itself has to be there.
"""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ecobot_tui.economics.teacher import NoteFile, Problem
from ecobot_tui.economics.teacher.notes import SUFFIXES
from ecobot_tui.failures import reason_of
from ecobot_tui.text import clean_line

FILE_LIMIT = 1024 * 1024
TOTAL_LIMIT = 16 * FILE_LIMIT
MOST_FILES = 500
MOST_DIRECTORIES = 1000

NOT_UTF_8 = "no es texto en UTF-8; guardalo con esa codificación"
TOO_LARGE = "es demasiado grande: se acepta hasta 1 MiB"
TOO_MUCH = "no se leyó, ni lo que sigue: hay más de 500 archivos o de 16 MiB"
TOO_MANY_DIRECTORIES = "no se leyó: hay más de 1000 directorios"
NOT_A_FILE = "no es un archivo común"
LOOP = "es un enlace a un directorio que ya se leyó"


def read_directory(directory: Path) -> tuple[list[NoteFile], list[Problem]]:
    """Return the files of a directory by name, and what cannot be read. Raises OSError where it cannot be listed."""
    files: list[NoteFile] = []
    problems: list[Problem] = []
    total = 0
    for found in _walk(directory):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        if len(files) >= MOST_FILES or total >= TOTAL_LIMIT:
            problems.append(Problem(_name(found, directory), TOO_MUCH))
            break
        read = _read(found, _name(found, directory))
        if isinstance(read, Problem):
            problems.append(read)
        else:
            files.append(read)
            total += len(read.text)
    return files, problems


def _walk(top: Path) -> Iterator[Path | Problem]:
    """Yield the files with notes below `top`, sorted; hidden ones, which editors and Git leave, are passed over."""
    visited: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        directory = waiting.pop()
        try:
            status = directory.stat()
            if (status.st_dev, status.st_ino) in visited:
                yield Problem(_name(directory, top), LOOP)
                continue
            if len(visited) >= MOST_DIRECTORIES:
                yield Problem(_name(directory, top), TOO_MANY_DIRECTORIES)
                return
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(directory) as entries:
                below = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            if directory is top:
                raise
            yield Problem(_name(directory, top), f"no se pudo leer: {reason_of(error)}")
            continue
        # Popped from the end, so the last is the first.
        waiting += [directory / entry.name for entry in reversed(below) if _is_directory(entry)]
        yield from (
            directory / entry.name
            for entry in below
            if Path(entry.name).suffix.lower() in SUFFIXES and not _is_directory(entry)
        )


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads to itself; reading it as a file says why it cannot be.
        return False


def _read(path: Path, name: str) -> NoteFile | Problem:
    try:
        # Not blocking, since opening a named pipe would wait for somebody who writes into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return Problem(name, NOT_A_FILE)
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        return Problem(name, f"no se pudo leer: {reason_of(error)}")
    if len(data) > FILE_LIMIT:
        return Problem(name, TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem(name, NOT_UTF_8, data.count(b"\n", 0, error.start) + 1)
    return NoteFile(name, text, datetime.datetime.fromtimestamp(status.st_mtime).astimezone().date())


def _name(path: Path, top: Path) -> str:
    """Return the path as its owner knows it, from her directory on."""
    return clean_line(str(path.relative_to(top))) if path != top else clean_line(str(top))
