"""A transport that plays a script, and a listener that remembers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from ecobot_tui.server.llm.transport import LostError, RefusedError
from tests.server.llm.test_completion import DONE, USAGE, chunk

HOLD = object()
"""Stands in a script where the provider says nothing until the test releases it."""


def words(*said: str, finish: str = "stop") -> list[bytes]:
    """Return the reads of an answer that comes whole."""
    return [*map(chunk, said), chunk(finish=finish, x_groq={"id": "r", "usage": USAGE}) + DONE]


def calls(*asked: tuple[str, dict[str, Any] | str]) -> list[bytes]:
    """Return the reads of an answer that asks for calculations."""
    fragments = [
        {"index": place, "id": f"c{place}", "function": {"name": name, "arguments": _written(arguments)}}
        for place, (name, arguments) in enumerate(asked)
    ]
    return [chunk(tool_calls=fragments), chunk(finish="tool_calls", x_groq={"id": "r", "usage": USAGE}) + DONE]


def _written(arguments: dict[str, Any] | str) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments)


@dataclass
class Reply:
    """One scripted reply."""

    script: list[Any]
    release: asyncio.Event
    headers: Mapping[str, str] = field(default_factory=dict)

    async def reads(self) -> AsyncGenerator[bytes, None]:
        for step in self.script:
            if step is HOLD:
                await self.release.wait()
            elif isinstance(step, Exception):
                raise step
            else:
                yield step
                await asyncio.sleep(0)


class ScriptedTransport:
    """Answers each request with the next script: reads, an error to raise, or a function of the request."""

    def __init__(self, *scripts: Any) -> None:
        self.scripts = list(scripts)
        self.requests: list[Mapping[str, Any]] = []
        self.headers: Mapping[str, str] = {}
        self.open_now = 0
        self.most_open = 0
        self.abandoned = 0
        self.release = asyncio.Event()

    @property
    def models(self) -> list[str]:
        return [str(request["model"]) for request in self.requests]

    async def warm_up(self) -> None:
        return

    async def close(self) -> None:
        return

    @asynccontextmanager
    async def open(self, request: Mapping[str, Any]) -> AsyncIterator[Reply]:
        self.requests.append(json.loads(json.dumps(request)))
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        if callable(script):
            script = script(request)
        if isinstance(script, RefusedError | LostError):
            raise script
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            yield Reply(script, self.release, self.headers)
        except asyncio.CancelledError:
            self.abandoned += 1
            raise
        finally:
            self.open_now -= 1


class Heard:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.text = ""
        self.positions: list[int] = []

    def piece(self, text: str) -> None:
        self.text += text

    def waiting(self, position: int) -> None:
        self.positions.append(position)


async def until(condition: Callable[[], bool]) -> None:
    """Let others run until a condition holds, five seconds at most."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  # there is no event to wait for in what is tested
            await asyncio.sleep(0)
