"""Line mode: a question a line on standard input, answers on standard output, everything else on standard error.

For pipes and scripts. Answers are written as they stream and are exactly what the server sent, Markdown included; an
empty line stands between two of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TextIO

from ecobot_tui.chat import sentences
from ecobot_tui.chat.conversation import NotOpenError, QuestionTooLongError
from ecobot_tui.chat.events import (
    Begun,
    Broken,
    Closed,
    Event,
    Farewell,
    Finished,
    Gap,
    Kicked,
    Lost,
    Noticed,
    NotStructured,
    Piece,
    Ready,
    Refused,
    Taken,
    TurnedAway,
    Unreadable,
    Welcomed,
)
from ecobot_tui.chat.link import GOODBYE_WITHIN, ConnectError, Link
from ecobot_tui.wire.framing import FrameTooLongError
from ecobot_tui.wire.vocabulary import Ending


async def run(host: str, port: int, questions: AsyncIterator[str], out: TextIO, notes: TextIO) -> int:
    """Ask every question of `questions` and return the exit status. Raises BrokenPipeError when `out` is closed."""
    try:
        link = await Link.open(host, port)
    except ConnectError as error:
        print(error, file=notes)
        return 1
    async with link:
        return await LineMode(link, f"{host}:{port}", out, notes).run(questions)


class LineMode:
    """One conversation, line by line."""

    def __init__(self, link: Link, address: str, out: TextIO, notes: TextIO) -> None:
        self._link = link
        self._address = address
        self._answers = _Answers(out)
        self._notes = notes
        self._failed = False
        self._moved = asyncio.Event()

    async def run(self, questions: AsyncIterator[str]) -> int:
        """Ask them all, one after the other; return 0, or 1 when something went wrong on the way."""
        listening = asyncio.create_task(self._listen())
        asking = asyncio.create_task(self._ask_all(questions))
        try:
            await asyncio.wait({listening, asking}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                asking.result()
                self._link.leave()
                await asyncio.wait({listening}, timeout=GOODBYE_WITHIN)
            if listening.done():
                listening.result()
        finally:
            for task in (listening, asking):
                task.cancel()
                with suppress(asyncio.CancelledError, BrokenPipeError):
                    await task
        return 1 if self._failed else 0

    async def _ask_all(self, questions: AsyncIterator[str]) -> None:
        try:
            async for question in questions:
                if sentences.wants_to_leave(question):
                    return
                if sentences.wants_to_cancel(question):
                    # The one before is over when the next line is read, so there is never anything to cancel.
                    self._complain(sentences.NOTHING_TO_CANCEL)
                elif question.strip():
                    await self._ask(question)
        except FrameTooLongError:
            self._complain("Esa línea es demasiado larga para ser una pregunta; no se lee más.")
        except OSError as error:
            self._complain(f"No se pudo leer la entrada: {error.strerror}.")

    async def _ask(self, question: str) -> None:
        await self._until_idle()
        try:
            self._link.ask(question)
        except QuestionTooLongError as error:
            self._complain(sentences.too_long(error.limit))
        except NotOpenError:
            # The session ended between two questions; `_listen` says so.
            return
        else:
            await self._until_idle()

    async def _until_idle(self) -> None:
        while not self._link.ready or self._link.unfinished:
            self._moved.clear()
            await self._moved.wait()

    async def _listen(self) -> None:
        async for event in self._link.events():
            self._tell(event)
            self._moved.set()

    def _tell(self, event: Event) -> None:
        match event:
            case Piece(text=text):
                self._answers.write(text)
            case Finished():
                self._answers.finish()
                self._finish(event)
            case Refused():
                self._complain(sentences.refused(event))
            case Noticed(text=text):
                print(text, file=self._notes)
            case Kicked():
                self._complain(sentences.kicked(event))
            case Unreadable():
                self._complain(sentences.fault(event))
            case Lost() | Broken() | TurnedAway() | NotStructured():
                self._complain(sentences.over(event, self._address))
            case Welcomed() | Ready() | Taken() | Begun() | Gap() | Farewell() | Closed():
                pass

    def _finish(self, event: Finished) -> None:
        if event.ending is Ending.FAILED:
            # The text says why, in the server's words; what a script sees is the status.
            self._failed = True
        if remark := sentences.remark(event.ending, event.whole):
            self._complain(remark)

    def _complain(self, sentence: str) -> None:
        self._failed = True
        print(sentence, file=self._notes)


class _Answers:
    """Standard output: each answer ends its last line, and an empty line stands between two of them."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._written = 0
        self._last = ""

    def write(self, text: str) -> None:
        """Write the next words of an answer, so that a reader sees them now."""
        if not text:
            return
        if not self._last and self._written:
            self._out.write("\n")
        self._out.write(text)
        self._out.flush()
        self._last = text[-1]

    def finish(self) -> None:
        """End the answer; one without a word leaves no trace."""
        if self._last:
            if self._last != "\n":
                self._out.write("\n")
                self._out.flush()
            self._written += 1
            self._last = ""
