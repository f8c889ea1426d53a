"""The control door for the app: requests with their answers, and the server's batches as they come.

Whoever iterates over the batches must not wait for an answer while it does: both come over one connection, in order,
and a full queue of batches holds back the answers behind it. That queue is short on purpose; a console that falls
behind makes the server send fewer, fuller batches (rule 4 of `wire/control.py`) instead of growing here.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import msgspec

from ecobot_tui.console.arrival import answer, greeting_of, receive
from ecobot_tui.console.faults import BrokenDoorError, DoorError, ForeignDoorError, NoServerError
from ecobot_tui.failures import reason_of
from ecobot_tui.wire import control
from ecobot_tui.wire.framing import FrameTooLongError, LineFramer

TIMEOUT = 10.0
_CHUNK = 256 * 1024
_BATCHES_WAITING = 4

R = TypeVar("R")


class Link:
    """An open connection to the server's control door. `Link.open` makes it, `close` ends it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._framer = LineFramer(control.LINE_LIMIT)
        self._last_id = 0
        self._waiting: dict[int, asyncio.Future[control.Reply]] = {}
        # None follows the last batch; `_fault` then says why there are no more.
        self._batches: asyncio.Queue[control.Batch | None] = asyncio.Queue(_BATCHES_WAITING)
        self._fault: DoorError | None = None
        self._reading: asyncio.Task[None] | None = None
        self.greeting = control.Greeting(v=control.VERSION, version="", pid=0)

    @classmethod
    async def open(cls, path: Path, timeout: float = TIMEOUT) -> Link:  # noqa: ASYNC109  # Part of what it promises.
        """Connect and read the greeting. Raises NoServerError, OtherVersionError, ForeignDoorError, BrokenDoorError."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(path), limit=_CHUNK)
        except (FileNotFoundError, ConnectionRefusedError):
            raise NoServerError from None
        except OSError as error:
            raise BrokenDoorError(reason_of(error)) from error
        link = cls(reader, writer)
        try:
            async with asyncio.timeout(timeout):
                link.greeting = greeting_of(await link._line())
        except TimeoutError:
            writer.close()
            raise BrokenDoorError("no saluda") from None
        except BaseException:
            writer.close()
            raise
        link._reading = asyncio.create_task(link._read())
        return link

    async def request(self, message: control.Request, expected: type[R]) -> R:
        """Send `message` under the next id and return its answer, of the kind `expected`.

        Raises RefusedError, BrokenDoorError, ForeignDoorError.
        """
        if self._fault is not None:
            raise self._fault
        self._last_id += 1
        number = self._last_id
        waiting: asyncio.Future[control.Reply] = asyncio.get_running_loop().create_future()
        self._waiting[number] = waiting
        try:
            self._writer.write(control.encode(msgspec.structs.replace(message, id=number)))
            async with asyncio.timeout(TIMEOUT):
                reply = await waiting
        except TimeoutError:
            raise BrokenDoorError("no responde") from None
        finally:
            self._waiting.pop(number, None)
        return answer(reply, expected)

    async def batches(self) -> AsyncIterator[control.Batch]:
        """Yield what changed, as it comes, after a `Subscribe`. Ends by raising the fault that ended the connection."""
        while (batch := await self._batches.get()) is not None:
            yield batch
        raise self._fault or BrokenDoorError

    async def close(self) -> None:
        """End the connection; waiting requests fail."""
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        self._writer.close()

    async def _read(self) -> None:
        try:
            while True:
                await self._take(receive(await self._line()))
        except DoorError as fault:
            self._end(fault)
            await self._batches.put(None)
        except asyncio.CancelledError:
            self._end(BrokenDoorError("cerrada"))
            raise

    async def _take(self, reply: control.Reply) -> None:
        if isinstance(reply, control.Batch):
            await self._batches.put(reply)
        elif not isinstance(reply, control.Greeting):
            waiting = self._waiting.get(reply.id)
            if waiting is not None and not waiting.done():
                waiting.set_result(reply)

    def _end(self, fault: DoorError) -> None:
        self._fault = fault
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(fault)
        self._writer.close()

    async def _line(self) -> bytes:
        try:
            while (line := self._framer.next_line()) is None:
                data = await self._reader.read(_CHUNK)
                if not data:
                    raise BrokenDoorError
                self._framer.feed(data)
        except OSError as error:
            raise BrokenDoorError(reason_of(error)) from error
        except FrameTooLongError as error:
            raise ForeignDoorError(str(error)) from error
        return line
