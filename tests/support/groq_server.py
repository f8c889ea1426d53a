"""A small Groq of our own: the API's HTTP and streaming format, and its faults on demand.

What it does with a request stands in `behave`; what it was asked, in `requests`. It runs in a thread, so that tests
that block (a real telnet client) can use it as well.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

ORGANISATION = "org_01secretorganisation"


@dataclass
class Behaviour:
    """How a request is answered: `words`, `delay` seconds apart; `hold_after` stops before a word until released."""

    words: list[str] = field(default_factory=lambda: ["La ", "respuesta ", "del ", "modelo."])
    delay: float = 0.0
    status: int = 200
    cut_after: int | None = None
    stall_after: int | None = None
    hold_after: int | None = None
    finish: str | None = "stop"
    error_in_stream: bool = False
    code: str = "c"
    failed_generation: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    """The whole body instead of an answer's."""
    trailing_error: bool = False
    done: bool = True
    byte_by_byte: bool = False
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """Functions that the model wants called, instead of words."""


Chooser = Callable[[dict[str, Any]], Behaviour]


class GroqServer:
    """Answers `/openai/v1/chat/completions`."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.aborted = 0
        self.behave: Chooser = lambda request: Behaviour()
        self.url = ""
        self.release = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        self.release.set()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        runner = self._loop.run_until_complete(self._serve())
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _serve(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/openai/v1/chat/completions", self._complete)
        runner = web.AppRunner(app, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        assert site._server is not None
        self.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[attr-defined]
        return runner

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.requests.append(body)
        self.keys.append(request.headers.get("Authorization", ""))
        behaviour = self.behave(body)
        if behaviour.status != 200:
            error = {"message": f"failed for {ORGANISATION}", "type": "t", "code": behaviour.code}
            if behaviour.failed_generation:
                error["failed_generation"] = behaviour.failed_generation
            return web.json_response({"error": error}, status=behaviour.status, headers=behaviour.headers)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **behaviour.headers})
        await response.prepare(request)
        if behaviour.raw is not None:
            await response.write(behaviour.raw)
            return response
        try:
            await self._stream(response, behaviour, body["model"])
        except (ConnectionError, asyncio.CancelledError):
            self.aborted += 1
            raise
        return response

    async def _stream(self, response: web.StreamResponse, behaviour: Behaviour, model: str) -> None:
        async def send(delta: dict[str, Any], finish: str | None = None, **extra: Any) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": model, "choices": [choice]}
            data = f"data: {json.dumps({**chunk, **extra}, ensure_ascii=False)}\n\n".encode()
            for piece in (bytes([byte]) for byte in data) if behaviour.byte_by_byte else (data,):
                await response.write(piece)

        await send({"role": "assistant", "content": ""}, x_groq={"id": "req_1"})
        for place, (name, arguments) in enumerate(behaviour.calls):
            text = json.dumps(arguments)
            await send({"tool_calls": [{"index": place, "id": f"c{place}", "function": {"name": name}}]})
            for part in (text[: len(text) // 2], text[len(text) // 2 :]):
                await send({"tool_calls": [{"index": place, "function": {"arguments": part}}]})
        for position, word in enumerate([] if behaviour.calls else behaviour.words):
            if position == behaviour.stall_after:
                await asyncio.sleep(3600)
            if position == behaviour.hold_after:
                while not self.release.is_set():
                    # Something has to be written for a client that is gone to be noticed.
                    await response.write(b": waiting\n\n")
                    await asyncio.sleep(0.02)
            if position == behaviour.cut_after:
                assert response._req is not None
                assert response._req.transport is not None
                response._req.transport.abort()
                return
            await send({"content": word})
            if behaviour.delay:
                await asyncio.sleep(behaviour.delay)
        if behaviour.error_in_stream:
            await response.write(b'event: error\ndata: {"error":{"message":"boom","code":"internal"}}\n\n')
            return
        usage = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
        if behaviour.finish:
            finish = "tool_calls" if behaviour.calls else behaviour.finish
            extra: dict[str, Any] = {"error": "over_capacity"} if behaviour.trailing_error else {}
            await send({}, finish, x_groq={"id": "req_1", "usage": usage, **extra})
            if behaviour.done:
                await response.write(b"data: [DONE]\n\n")


@contextmanager
def groq_server() -> Iterator[GroqServer]:
    """Run a Groq of our own."""
    server = GroqServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()


def last_question(request: dict[str, Any]) -> str:
    """Return what the user asked last in a request, without the passages that go along."""
    return questions(request)[-1]


def questions(request: dict[str, Any]) -> list[str]:
    """Return what the user asked in a request, oldest first."""
    asked = [message["content"] for message in request["messages"] if message["role"] == "user"]
    return [text.rpartition("</contexto>")[2].strip() for text in asked]
