"""What questions are answered from: the built-in knowledge and, before it, a teacher's own, which can be read again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ecobot_tui.failures import reason_of
from ecobot_tui.text import clean_line
from ecobot_tui.wire.control import OwnKnowledge

if TYPE_CHECKING:
    from ecobot_tui.economics import Dialogue
    from ecobot_tui.economics.knowledge import Knowledge

MOST_PROBLEMS = 100
MORE_PROBLEMS = "Y {count} problemas más."
NO_DIRECTORY = "Este servidor no tiene un directorio de conceptos propios: se elige al iniciarlo, con --knowledge."
UNREADABLE = "No se pudo leer {directory}: {reason}. Sigue valiendo lo que se leyó antes."
INTERNAL = "No se pudieron leer los conceptos propios; el registro del servidor dice por qué."
READ = "Conceptos propios de %s: %d."
NOT_READ = "Conceptos propios: %s"

log = logging.getLogger("ecobot")


class NotReloadedError(Exception):
    """What was read before still counts; the text says why in Spanish, `code` for programs."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


class LocalKnowledge:
    """Reads it in a thread, and hands each reading to `take` whole: nobody meets half of a new one."""

    def __init__(self, directory: Path | None, take: Callable[[Dialogue], None]) -> None:
        self._directory = directory
        self._take = take
        self._builtin: Knowledge | None = None
        self._reading = asyncio.Lock()
        self._next: asyncio.Task[OwnKnowledge] | None = None
        self.own: OwnKnowledge | None = None

    async def read(self) -> None:
        """Read all of it for the first time; a directory that cannot be read is a problem like others then."""
        async with self._reading:
            await self._read()

    def reload(self) -> asyncio.Task[OwnKnowledge]:
        """Read the teacher's own again; the task raises NotReloadedError.

        Whoever asks before a reading has begun shares it; one that has begun may have missed what changed since.
        """
        if self._next is None:
            self._next = asyncio.get_running_loop().create_task(self._reload())
            # Told in the log; that nobody waits for the answer to a signal is no fault.
            self._next.add_done_callback(lambda done: done.cancelled() or done.exception())
        return self._next

    async def _reload(self) -> OwnKnowledge:
        async with self._reading:
            self._next = None
            if self._directory is None:
                log.info(NO_DIRECTORY)
                raise NotReloadedError("no-knowledge", NO_DIRECTORY)
            try:
                await self._read()
            except OSError as error:
                text = UNREADABLE.format(directory=clean_line(str(self._directory)), reason=reason_of(error))
                log.warning(text)
                raise NotReloadedError("unreadable", text) from error
            except Exception as error:
                # A fault of ours, not of the notes; the server goes on with what it has.
                log.exception(INTERNAL)
                raise NotReloadedError("unreadable", INTERNAL) from error
        assert self.own is not None  # noqa: S101  # a directory was read
        return self.own

    async def _read(self) -> None:
        dialogue, own = await asyncio.to_thread(self._make)
        self.own = own
        self._take(dialogue)
        if own is not None:
            log.info(READ, own.directory, own.concepts)
            for problem in own.problems:
                log.warning(NOT_READ, problem)

    def _make(self) -> tuple[Dialogue, OwnKnowledge | None]:
        # Imported here, in the thread: the economist is half of what there is to import.
        from ecobot_tui.economics import Brain, Dialogue
        from ecobot_tui.economics.knowledge import load_knowledge

        knowledge, own = self._builtin or load_knowledge(), None
        if self._directory is not None:
            self._builtin = knowledge
            try:
                knowledge, own = _with_own(knowledge, self._directory)
            except OSError as error:
                if self.own is not None:
                    raise
                own = OwnKnowledge(clean_line(str(self._directory)), 0, [f"no se pudo leer: {reason_of(error)}."])
        brain = Brain(knowledge)
        brain.prepare()
        return Dialogue(brain), own


def _with_own(builtin: Knowledge, directory: Path) -> tuple[Knowledge, OwnKnowledge]:
    from ecobot_tui.economics.teacher import read_notes
    from ecobot_tui.server.teacher_notes import read_directory

    files, unread = read_directory(directory)
    notes = read_notes(files)
    problems = [str(problem) for problem in (*unread, *notes.problems)]
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [MORE_PROBLEMS.format(count=len(problems) - MOST_PROBLEMS)]
    return builtin.with_own(notes.concepts), OwnKnowledge(clean_line(str(directory)), len(notes.concepts), problems)
