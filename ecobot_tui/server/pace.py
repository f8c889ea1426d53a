"""How much of a turn of the event loop may go to long questions, so that nobody waits for a whole class.

A question that wants thinking over takes a millisecond here, and five hundred of them may come at once: taken as they
come, whoever asks meanwhile what inflation is waits for all of them, and so does every word of a running answer.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

TURN_SECONDS = 0.002
SHORT_READ = 64
"""Bytes. What is so short is a definition, a name or a small sum: answered in a tenth of the time, as it comes."""


class Pace:
    """Shares out the turns of one loop, first come, first served."""

    def __init__(self) -> None:
        self._until: float | None = None
        self._waiting: deque[Callable[[], None]] = deque()

    def takes(self, size: int) -> bool:
        """Tell whether a read of so many bytes may be dealt with in this turn."""
        return size <= SHORT_READ or (not self._waiting and self._has_time())

    def wait(self, go: Callable[[], None]) -> None:
        """Call `go` in a later turn, after all who wait already."""
        self._waiting.append(go)

    def _has_time(self) -> bool:
        loop = asyncio.get_running_loop()
        if self._until is None:
            self._until = loop.time() + TURN_SECONDS
            loop.call_soon(self._next_turn)
        return loop.time() < self._until

    def _next_turn(self) -> None:
        self._until = None
        while self._waiting and self._has_time():
            self._waiting.popleft()()
