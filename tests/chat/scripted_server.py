"""A server that does what a test's script says, right or wrong: faults that no real server commits on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Self, TypeVar

from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route

GREETING = "Bienvenido a EcoBot👋\r\nTu session_id es: 91ab27ef\r\n\r\n> ".encode()
WELCOME = chat.Welcome(v=1, n=3, sid="91ab27ef", srv="ecobot/0.1", lim=chat.Limits(line=4096, waiting=3))

MessageT = TypeVar("MessageT", bound=chat.ClientMessage)


class Peer:
    """One connection, seen from the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    def raw(self, data: bytes) -> None:
        self.writer.write(data)

    def send(self, *messages: chat.ServerMessage) -> None:
        self.raw(b"".join(chat.encode(message) for message in messages))

    async def open(self, welcome: chat.Welcome = WELCOME) -> chat.Hello:
        """Greet, read the hello, welcome and prompt."""
        self.raw(GREETING)
        hello = chat.decode_hello((await self.reader.readline()).decode())
        self.raw(b"\r\n")
        self.send(welcome, chat.Prompt())
        return hello

    async def expect(self, kind: type[MessageT]) -> MessageT:
        line = await self.reader.readline()
        assert line, f"the client left instead of sending {kind.__name__}"
        message = chat.decode_client(line)
        assert isinstance(message, kind), message
        return message

    async def answer(self, *pieces: str, route: Route = Route.LOCAL, why: Ending = Ending.COMPLETE) -> str:
        """Take a question, answer it with these pieces, prompt for the next, return the question."""
        ask = await self.expect(chat.Ask)
        self.take(ask.id, *pieces, route=route)
        self.send(done(ask.id, route, why), chat.Prompt())
        return ask.text

    def take(self, asked: int, *pieces: str, route: Route = Route.LOCAL) -> None:
        """Begin the answer with these pieces, and leave it open."""
        self.send(chat.Ack(asked), chat.Begin(asked, route))
        off = 0
        for piece in pieces:
            self.send(chat.Delta(asked, off, piece))
            off += len(piece)

    async def end(self) -> None:
        """Wait until the client has closed the connection."""
        await self.reader.read()


def done(asked: int, route: Route = Route.LOCAL, why: Ending = Ending.COMPLETE) -> chat.Done:
    if route is Route.GROQ:
        return chat.Done(asked, why, 812, route, model="openai/gpt-oss-120b", tokens=240)
    return chat.Done(asked, why, 3, route, reason="concepto", source="PBI")


Script = Callable[[Peer], Awaitable[None]]


class ScriptedServer:
    """Listens on a free port of loopback and plays `script` to whoever connects."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.faults: list[BaseException] = []
        self.served = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        if error is None and self.faults:
            raise self.faults[0]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.served += 1
        try:
            await self._script(Peer(reader, writer))
        except (AssertionError, chat.MalformedError) as fault:
            self.faults.append(fault)
        except ConnectionError:
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
