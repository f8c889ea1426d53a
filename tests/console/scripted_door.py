"""A control door that says what a test tells it to, for what a real server does not do on demand."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec

from ecobot_tui.wire import control
from ecobot_tui.wire.control import Batch, Row, Status, Transcript, Turn
from ecobot_tui.wire.vocabulary import ClientKind, Role, Route, SessionState

NOW = "2026-11-22T15:04:05-03:00"


def a_row(number: int, sid: str | None = None, **changes: Any) -> Row:
    row = Row(
        number=number,
        sid=sid or f"{number:08x}",
        addr=f"127.0.0.1:{53000 + number}",
        started=NOW,
        last_seen=NOW,
        state=SessionState.FREE,
        client=ClientKind.PLAIN,
        node="local",
    )
    return msgspec.structs.replace(row, **changes)


def a_status(**changes: Any) -> Status:
    status = Status(
        pid=4242,
        host="127.0.0.1",
        port=5001,
        sessions=0,
        started_at=NOW,
        version="0.1.0",
        groq="off",
        store="memory",
        node="local",
        models=["openai/gpt-oss-120b"],
        concepts=60,
        questions=0,
        routes={str(route): 0 for route in Route},
    )
    return msgspec.structs.replace(status, **changes)


def asked(text: str, at: str = NOW) -> Turn:
    return Turn(role=Role.USER, text=text, at=at)


def answered(text: str, route: Route = Route.LOCAL, reason: str = "", **changes: Any) -> Turn:
    return msgspec.structs.replace(Turn(role=Role.ASSISTANT, text=text, at=NOW, route=route, reason=reason), **changes)


class ScriptedDoor:
    """Holds rows and turns, answers requests as the protocol says, and sends a batch whenever it is told to."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.greeting: bytes = control.encode(control.Greeting(v=control.VERSION, version="0.1.0", pid=4242))
        self.rows: dict[str, Row] = {}
        self.turns: dict[str, list[Turn]] = {}
        self.status = a_status()
        self.requests: list[control.Request] = []
        # Greets, and never answers.
        self.silent = False
        self.followed: str | None = None
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._subscribed: set[asyncio.StreamWriter] = set()
        self._attending: set[asyncio.Task[None]] = set()
        self._seq = itertools.count(1)

    async def start(self) -> None:
        self._server = await asyncio.start_unix_server(self._accept, str(self.path), limit=control.LINE_LIMIT)

    async def stop(self) -> None:
        """End as a server does that goes away: the socket file too."""
        if self._server is not None:
            self._server.close()
        self.hang_up()
        self.path.unlink(missing_ok=True)
        await asyncio.gather(*self._attending)

    def hang_up(self) -> None:
        for writer in self._writers:
            writer.close()
        self._writers.clear()
        self._subscribed.clear()

    def send(self, batch: Batch) -> None:
        """Send a batch under the next number, and hold what it changes."""
        self.rows.update({row.sid: row for row in batch.rows})
        for sid in batch.gone:
            self.rows.pop(sid, None)
        line = control.encode(msgspec.structs.replace(batch, seq=next(self._seq)))
        for writer in self._subscribed:
            writer.write(line)

    def send_raw(self, data: bytes) -> None:
        for writer in self._writers:
            writer.write(data)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        attending = asyncio.create_task(self._attend(reader, writer))
        self._attending.add(attending)
        attending.add_done_callback(self._attending.discard)

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        writer.write(self.greeting)
        if self.silent:
            await reader.read()
        while line := await reader.readline():
            request = control.decode_request(line)
            self.requests.append(request)
            writer.write(control.encode(self._answer(request)))
            if isinstance(request, control.Subscribe):
                self._subscribed.add(writer)
                self.send(Batch(seq=0, rows=list(self.rows.values()), figures=self.status))
            elif isinstance(request, control.Follow) and request.sid in self.rows:
                steps: list[control.TranscriptStep] = [*self.turns.get(request.sid or "", [])]
                self.send(Batch(seq=0, transcript=Transcript(sid=request.sid or "", steps=steps, reset=True)))
            elif isinstance(request, control.Kill):
                self.send(Batch(seq=0, gone=[request.sid]))
        writer.close()

    def _answer(self, request: control.Request) -> control.Reply:
        if isinstance(request, control.ListSessions):
            return control.Rows(id=request.id, rows=list(self.rows.values()))
        if isinstance(request, control.GetStatus):
            return control.StatusIs(id=request.id, status=self.status)
        if isinstance(request, control.Reload):
            if self.status.knowledge is None:
                return control.Refused(id=request.id, code="no-knowledge", text="No hay directorio.")
            return control.Reloaded(id=request.id, knowledge=self.status.knowledge)
        if isinstance(request, control.Follow):
            self.followed = request.sid
        if isinstance(request, control.Kill | control.Follow) and request.sid is not None:
            if request.sid not in self.rows:
                return control.Refused(id=request.id, code="no-session", text="No existe esa sesión.")
            if isinstance(request, control.Kill):
                return control.Killed(id=request.id, sid=request.sid, number=self.rows[request.sid].number)
        return control.Accepted(id=request.id)


@asynccontextmanager
async def scripted_door(
    path: Path, prepare: Callable[[ScriptedDoor], None] | None = None
) -> AsyncIterator[ScriptedDoor]:
    door = ScriptedDoor(path)
    if prepare is not None:
        prepare(door)
    await door.start()
    try:
        yield door
    finally:
        await door.stop()
