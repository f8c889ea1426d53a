"""The turnstile with people in front of it: who waits is told his place, and who waits too long is turned away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ecobot_tui.server.llm.model import Clock, Listener, ModelError, ModelFault
from ecobot_tui.server.llm.turnstile import Ticket, Turnstile

LONGEST_WAIT = 30.0
TOLD_FROM_SECONDS = 1.0
"""A wait that is over sooner needs no words."""


class WaitingRoom:
    """Lets so many questions at a time through to the model."""

    def __init__(self, limit: int, clock: Clock) -> None:
        self._turnstile = Turnstile(limit)
        self._clock = clock
        self._places: dict[Ticket, tuple[asyncio.Future[None], Listener]] = {}

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._turnstile)

    @asynccontextmanager
    async def turn(self, session: str, listener: Listener) -> AsyncIterator[None]:
        """Wait for a turn and hold it. Raises ModelError where the wait is, or becomes, too long."""
        ticket = self._turnstile.enter(session)
        self._let_through(ticket)
        if ticket in self._turnstile.positions():
            await self._wait(ticket, listener)
        began = self._clock()
        try:
            yield
        finally:
            self._turnstile.leave(ticket, self._clock() - began)
            self._let_through()

    async def _wait(self, ticket: Ticket, listener: Listener) -> None:
        ahead = self._turnstile.positions().index(ticket)
        if self._turnstile.expected_wait(ahead) >= LONGEST_WAIT:
            self._turnstile.give_up(ticket)
            raise ModelError(ModelFault.FULL, f"{ahead} before it")
        through: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._places[ticket] = through, listener
        if self._turnstile.expected_wait(ahead) >= TOLD_FROM_SECONDS:
            listener.waiting(ahead)
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await through
        except BaseException as error:
            if through.done() and not through.cancelled():
                # Let through and called away in the same moment: the next one has the turn.
                self._turnstile.leave(ticket, 0.0)
                self._let_through()
            self._turnstile.give_up(ticket)
            if isinstance(error, TimeoutError):
                raise ModelError(ModelFault.FULL, f"waited {LONGEST_WAIT:.0f} s") from None
            raise
        finally:
            self._places.pop(ticket, None)

    def _let_through(self, arriving: Ticket | None = None) -> None:
        while (ticket := self._turnstile.next()) is not None:
            if ticket is arriving:
                continue
            place = self._places.get(ticket)
            if place is None or place[0].done():
                # Called away, and has not noticed yet.
                self._turnstile.leave(ticket, 0.0)
            else:
                place[0].set_result(None)
