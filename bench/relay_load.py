"""`python -m bench.relay_load SPEC`: the clients of a relay, a process of their own; SPEC and what they saw are JSON.

With streams, each client asks, reads up to the prompt and asks again until all streams were had; what the relay and the
upstream used meanwhile is read here, at the very beginning and end. Without any it is a probe: a question at a steady
pace, each to the next of its clients whether or not earlier ones are answered, until its standard input ends.
"""

from __future__ import annotations

import asyncio
import sys
import time
from itertools import cycle
from pathlib import Path

import msgspec

from bench.fake_groq import MARK
from bench.relays import PROMPT
from ecobot_tui.server.descriptors import raise_descriptor_limit

SAMPLE_SECONDS = 0.02
AT_ONCE = 50
"""Connections opened together; more than a listener's queue would wait a second for the next try."""


class Spec(msgspec.Struct):
    """What to ask of whom."""

    port: int
    question: str
    """Has `{number}` where a question is to be unlike all others."""
    clients: int
    streams: int = 0
    first: int = 0
    """The first of the numbers."""
    marks: int = 0
    """How often `MARK` stands in a whole answer."""
    relay: int = 0
    upstream: int = 0
    """The process ids of both."""
    every: float = 0.05
    """For the probe, in seconds."""


class Seen(msgspec.Struct):
    """What came of it; times in seconds, `began` and `ended` by the machine's monotonic clock."""

    began: float
    ended: float
    answers: list[tuple[float, float, float]]
    """Of each: when it was asked, how long the first and the last byte took."""
    broken: int = 0
    relay_cpu: float = 0.0
    upstream_cpu: float = 0.0
    load_cpu: float = 0.0
    memory_before: int = 0
    memory_peak: int = 0


def cpu_seconds(pid: int) -> float:
    """Return what a process has used, threads that have ended included: Linux makes a clock of every process."""
    return time.clock_gettime((~pid << 3) | 2)


def memory(pid: int) -> int:
    """Return the resident bytes of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096


class Client(asyncio.Protocol):
    """One client, that has at most one question open."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._asked = self._first = 0.0
        self.greeted: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hold the connection."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # for the type checker: TCP gives no other
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Gather an answer up to the prompt."""
        if self._asked and not self._first:
            self._first = time.monotonic()
        self._received += data
        if not self._received.endswith(PROMPT):
            return
        answer, asked = bytes(self._received), self._asked
        self._received.clear()
        self._asked = 0.0
        if not self.greeted.done():
            self.greeted.set_result(None)
        elif asked:
            self._load.answered(self, answer, asked, self._first - asked)

    def connection_lost(self, exc: Exception | None) -> None:
        """End everything: nothing here closes before the end."""
        if not self.greeted.done():
            self.greeted.set_exception(ConnectionError("closed without a greeting"))
        self._load.lost()

    def ask(self, question: str) -> None:
        """Send a question, unless one is open still."""
        if self._transport and not self._asked:
            self._asked, self._first = time.monotonic(), 0.0
            self._transport.write(question.encode() + b"\r\n")


class Load:
    """All clients of one run."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._clients: list[Client] = []
        self._answers: list[tuple[float, float, float]] = []
        self._asked = self._broken = self._peak = 0
        self._done = asyncio.Event()

    async def connect(self) -> None:
        """Open all connections, and wait until each was greeted."""
        loop = asyncio.get_running_loop()
        while (missing := self._spec.clients - len(self._clients)) > 0:
            opening = [
                loop.create_connection(lambda: Client(self), "127.0.0.1", self._spec.port)
                for _ in range(min(AT_ONCE, missing))
            ]
            clients = [protocol for _, protocol in await asyncio.gather(*opening)]
            await asyncio.gather(*(client.greeted for client in clients))
            self._clients += clients

    async def stream(self) -> Seen:
        """Have all streams."""
        spec = self._spec
        before = memory(spec.relay)
        await self.connect()
        sampling = asyncio.get_running_loop().create_task(self._sample())
        cpu = [cpu_seconds(spec.relay), cpu_seconds(spec.upstream), time.process_time()]
        began = time.monotonic()
        for client in self._clients:
            self._ask(client)
        await self._done.wait()
        ended = time.monotonic()
        sampling.cancel()
        return Seen(
            began,
            ended,
            self._answers,
            self._broken + spec.streams - len(self._answers),
            cpu_seconds(spec.relay) - cpu[0],
            cpu_seconds(spec.upstream) - cpu[1],
            time.process_time() - cpu[2],
            before,
            self._peak,
        )

    async def probe(self) -> Seen:
        """Ask at a steady pace until told to stop."""
        await self.connect()
        print("ready", flush=True)
        loop = asyncio.get_running_loop()
        stopped = loop.run_in_executor(None, sys.stdin.read)
        began = time.monotonic()
        for number, client in enumerate(cycle(self._clients)):
            client.ask(self._spec.question)
            await asyncio.wait([stopped], timeout=max(0.0, began + (number + 1) * self._spec.every - time.monotonic()))
            if stopped.done():
                break
        return Seen(began, time.monotonic(), self._answers)

    def answered(self, client: Client, answer: bytes, asked: float, first: float) -> None:
        """Take a whole answer."""
        self._answers.append((asked, first, time.monotonic() - asked))
        if not self._spec.streams:
            return
        self._broken += answer.count(MARK.encode()) != self._spec.marks
        self._ask(client)
        if len(self._answers) == self._spec.streams:
            self._done.set()

    def lost(self) -> None:
        """Take that a connection is gone."""
        self._done.set()

    def _ask(self, client: Client) -> None:
        if self._asked < self._spec.streams:
            client.ask(self._spec.question.format(number=self._spec.first + self._asked))
            self._asked += 1

    async def _sample(self) -> None:
        while True:
            self._peak = max(self._peak, memory(self._spec.relay))
            await asyncio.sleep(SAMPLE_SECONDS)


async def _run(spec: Spec) -> Seen:
    load = Load(spec)
    return await (load.stream() if spec.streams else load.probe())


if __name__ == "__main__":
    raise_descriptor_limit()
    print(msgspec.json.encode(asyncio.run(_run(msgspec.json.decode(sys.argv[1], type=Spec)))).decode())
