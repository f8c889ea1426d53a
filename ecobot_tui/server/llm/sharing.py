"""Answers that several ask for: one stream for all who ask the same at the same time, and a short memory of answers.

Only questions without a conversation before them are shared: «¿y por qué?» means something else to everybody.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine

from ecobot_tui.server.llm.model import Clock, Inquiry, Listener, ModelEnd
from ecobot_tui.server.llm.said import Said

MOST_KEPT = 256
LONGEST_KEPT = 20_000

Ask = Callable[[Inquiry, Listener], Coroutine[None, None, ModelEnd]]


def key_of(inquiry: Inquiry) -> str:
    """Return what two inquiries share where one answer serves both; empty where none but its own does."""
    return "" if inquiry.history else " ".join(inquiry.question.casefold().strip(" ¿?¡!.").split())


class Kept:
    """Answers given lately; `seconds` of 0 keeps none."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._seconds = seconds
        self._clock = clock
        self._answers: OrderedDict[str, tuple[float, str, ModelEnd]] = OrderedDict()

    def get(self, key: str) -> tuple[str, ModelEnd] | None:
        """Return an answer that is not too old."""
        found = self._answers.get(key)
        if found is None:
            return None
        until, text, end = found
        if self._clock() >= until:
            del self._answers[key]
            return None
        return text, end

    def put(self, key: str, text: str, end: ModelEnd) -> None:
        """Keep an answer that came whole."""
        if not self._seconds or end.cut_short or len(text) > LONGEST_KEPT:
            return
        self._answers[key] = (self._clock() + self._seconds, text, end)
        self._answers.move_to_end(key)
        while len(self._answers) > MOST_KEPT:
            self._answers.popitem(last=False)

    def clear(self) -> None:
        """Forget them all."""
        self._answers.clear()


class Flight:
    """One stream and all who listen to it. It lives as long as one of them does."""

    def __init__(self) -> None:
        self.task: asyncio.Task[ModelEnd] | None = None
        self.listeners: list[Listener] = []
        self.said = Said()
        self._position: int | None = None

    def piece(self, text: str) -> None:
        """Say more text to all."""
        self.said.add(text)
        for listener in self.listeners:
            listener.piece(text)

    def waiting(self, position: int) -> None:
        """Tell all how many are before them."""
        self._position = position
        for listener in self.listeners:
            listener.waiting(position)

    def join(self, listener: Listener) -> None:
        """Add a listener, who hears first what was said before."""
        if said := self.said.text:
            listener.piece(said)
        elif self._position is not None:
            listener.waiting(self._position)
        self.listeners.append(listener)


class Flights:
    """The streams in flight, by what they answer."""

    def __init__(self) -> None:
        self._by_key: dict[str, Flight] = {}

    def get(self, key: str) -> Flight | None:
        """Return the stream that answers this, if one does."""
        return self._by_key.get(key)

    async def ride(self, key: str, inquiry: Inquiry, listener: Listener, ask: Ask) -> tuple[ModelEnd, str]:
        """Answer through the stream for `key`, begun here if there is none; return its end and all that was said.

        Who is cancelled leaves; the last one to leave ends the stream.
        """
        flight = self._by_key.get(key)
        if flight is None:
            flight = self._by_key[key] = Flight()
            flight.task = asyncio.get_running_loop().create_task(ask(inquiry, flight))
            flight.task.add_done_callback(lambda _: self._by_key.pop(key, None))
        assert flight.task is not None  # noqa: S101  # set where the flight was made
        flight.join(listener)
        try:
            end = await asyncio.shield(flight.task)
        finally:
            flight.listeners.remove(listener)
            if not flight.listeners and not flight.task.done():
                flight.task.cancel()
                # Whoever asks the same from now on asks anew.
                self._by_key.pop(key, None)
        return end, flight.said.text
