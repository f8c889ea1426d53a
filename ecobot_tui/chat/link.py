"""The conversation on a TCP connection: the thin asyncio shell around `Conversation`."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from types import TracebackType
from typing import Self

from ecobot_tui import __version__
from ecobot_tui.chat.conversation import Conversation
from ecobot_tui.chat.events import Event
from ecobot_tui.failures import reason_of

CONNECT_WITHIN = 10.0
GOODBYE_WITHIN = 2.0
_READ_SIZE = 16 * 1024
_APP = f"ecobot-chat/{__version__}"


class ConnectError(ConnectionError):
    """No connection came about; the text says to where and why, in Spanish."""


class Link:
    """An open connection and the conversation on it. One task reads `events`; any may ask, cancel and leave."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._conversation = Conversation(opened=time.monotonic(), app=_APP)

    @classmethod
    async def open(cls, host: str, port: int, within: float = CONNECT_WITHIN) -> Self:
        """Connect and send the hello. Raises ConnectError."""
        try:
            async with asyncio.timeout(within):
                reader, writer = await asyncio.open_connection(host, port)
        except (OSError, UnicodeError) as error:
            # UnicodeError: a host name that cannot be written as a domain name. TimeoutError is an OSError.
            raise ConnectError(f"No se pudo conectar a {host}:{port}: {reason_of(error)}.") from error
        # Without keepalive, a student whose network went away in silence would look at «conectado» for ever.
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        link = cls(reader, writer)
        link._send()
        return link

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def ready(self) -> bool:
        """Whether the server waits for a question."""
        return self._conversation.ready

    @property
    def unfinished(self) -> tuple[int, ...]:
        """The questions that are still open, the oldest first."""
        return self._conversation.unfinished

    async def events(self) -> AsyncIterator[Event]:
        """Yield what happens, to the end of the conversation. Never raises for what the network or the server does."""
        while True:
            try:
                async with asyncio.timeout_at(self._deadline()):
                    data = await self._reader.read(_READ_SIZE)
            except TimeoutError as error:
                # The operating system's own time limit on a dead connection is a TimeoutError too; only ours passes
                # with the welcome still outstanding.
                late = self._conversation.expire(time.monotonic())
                happened = list(late) or list(self._conversation.receive_end(reason_of(error)))
            except OSError as error:
                happened = list(self._conversation.receive_end(reason_of(error)))
            else:
                happened = list(self._conversation.receive(data) if data else self._conversation.receive_end())
            self._send()
            for event in happened:
                yield event
            if self._conversation.over:
                return

    def ask(self, text: str) -> int:
        """Put a question and return its id. Raises NotOpenError, QuestionTooLongError."""
        asked = self._conversation.ask(text)
        self._send()
        return asked

    def cancel(self, asked: int) -> bool:
        """Ask the server to stop answering; False when that answer is over already."""
        open_still = self._conversation.cancel(asked)
        self._send()
        return open_still

    def leave(self) -> None:
        """Say goodbye; `events` ends when the server has closed the connection."""
        self._conversation.leave()
        self._send()

    async def close(self) -> None:
        """Close the connection, sending first what still waits, as long as that takes a reasonable time."""
        self._writer.close()
        # What went wrong on the way was an event already, or nobody waits for it any more.
        with suppress(OSError):
            try:
                async with asyncio.timeout(GOODBYE_WITHIN):
                    await self._writer.wait_closed()
            except TimeoutError:
                self._writer.transport.abort()

    def _deadline(self) -> float | None:
        deadline = self._conversation.deadline
        # The loop's clock and ours are the same monotonic clock in CPython, but only the difference is promised.
        return None if deadline is None else asyncio.get_running_loop().time() + max(0.0, deadline - time.monotonic())

    def _send(self) -> None:
        # Writing to a transport never blocks and never fails: a broken connection shows when it is read. All that we
        # send are lines that a person typed, and one pong a ping.
        if data := self._conversation.bytes_to_send():
            self._writer.write(data)
