"""`python -m bench.fake_groq PORT`: an upstream that writes Groq's stream as fast, or as slowly, as it is asked to.

The request's own model name says how: `bench-200-0` is 200 tokens without delay, `bench-100-20` one every 20 ms. It is
a plain asyncio protocol that looks at nothing else of a request, and what it sends is made once for each name: whatever
is measured through it, the upstream must not be what is slow.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from functools import cache
from typing import Any

from ecobot_tui.server.descriptors import raise_descriptor_limit

WORDS = re.findall(
    r" ?\**\w+\**|[.,;-]|\n+",
    "La **inflación** erosiona el poder de compra de los salarios cuando los precios suben más rápido que los ingresos."
    "\n\n- Quien ahorra en pesos pierde;\n- quien debe a una tasa fija, gana.\n\n"
    "Por eso conviene mirar la tasa real, no la nominal.\n\n",
)
"""One round of an answer: some fifty tokens, with as much Markdown as a model's answers have."""
MARK = "inflación"
"""Stands once in each round, whole in one token: counting it shows that nothing of an answer was lost."""

_MODEL = re.compile(rb'"model":\s*"bench-(\d+)-(\d+)"')
_LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)
# Limits so high that nobody is held back; reading such headers is a part of what each request costs.
_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\nx-request-id: req_01bench\r\n"
    b"x-ratelimit-limit-requests: 500000000\r\nx-ratelimit-limit-tokens: 900000000\r\n"
    b"x-ratelimit-remaining-requests: 499999999\r\nx-ratelimit-remaining-tokens: 899999999\r\n"
    b"x-ratelimit-reset-requests: 172.8ms\r\nx-ratelimit-reset-tokens: 7.66s\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n"
)


def marks(tokens: int) -> int:
    """Return how often `MARK` stands in an answer of so many tokens."""
    return sum(MARK in WORDS[place % len(WORDS)] for place in range(tokens))


@cache
def _writes(tokens: int, delay: int) -> list[bytes]:
    """Return what is written, in its order: the head with the role, a write for each token, the end."""
    model = f"bench-{tokens}-{delay}"
    usage = {"queue_time": 0.004, "prompt_tokens": 900, "completion_tokens": tokens, "total_tokens": 900 + tokens}
    begun = _chunk(model, {"role": "assistant", "content": ""}, x_groq={"id": "req_01bench"})
    words = [_chunk(model, {"content": WORDS[place % len(WORDS)]}) for place in range(tokens)]
    end = _chunk(model, {}, "stop", x_groq={"id": "req_01bench", "usage": usage})
    return [_HEAD + begun, *words, end + _framed(b"data: [DONE]\n\n") + b"0\r\n\r\n"]


def _chunk(model: str, delta: dict[str, str], finish: str | None = None, **extra: Any) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    chunk = {
        "id": "chatcmpl-6f0d1c5e-9b1e-4a55-8f0a-3c1d2e4f5a6b",
        "object": "chat.completion.chunk",
        "created": 1763862000,
        "model": model,
        "system_fingerprint": "fp_f8b414701e",
        "choices": [choice],
        **extra,
    }
    return _framed(b"data: " + json.dumps(chunk, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n")


def _framed(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


class Upstream(asyncio.Protocol):
    """One connection: one request after another, each answered by a stream."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._received = b""
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hold the connection."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # for the type checker: TCP gives no other
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Write no more."""
        self._transport = None
        if self._timer:
            self._timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Answer once the request is whole; no client here sends the next one before that."""
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not found or length is None or len(body) < int(length[1]):
            return
        self._received = b""
        asked = _MODEL.search(body)
        if asked is None:
            self._write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        tokens, delay = int(asked[1]), int(asked[2])
        writes = _writes(tokens, delay)
        if delay:
            self._write_on(writes, 0, asyncio.get_running_loop().time(), delay / 1000)
            return
        for each in writes:
            # One call for each token, as a model gives them, not one for all.
            self._write(each)

    def _write_on(self, writes: list[bytes], place: int, began: float, delay: float) -> None:
        self._write(writes[place])
        place += 1
        if place == len(writes) - 1:
            self._write(writes[place])
        else:
            # By the time of the beginning, so that late timers do not add up.
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(began + place * delay, self._write_on, writes, place, began, delay)

    def _write(self, data: bytes) -> None:
        if self._transport:
            self._transport.write(data)


async def _serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Upstream, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    raise_descriptor_limit()
    asyncio.run(_serve(int(sys.argv[1])))
