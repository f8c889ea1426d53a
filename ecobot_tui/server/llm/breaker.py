"""A model that fails again and again is left alone for a while, then tried with one question."""

from __future__ import annotations

from collections import deque
from enum import StrEnum

FAILURES = 5
WITHIN_SECONDS = 30.0
REST_SECONDS = 20.0


class BreakerState(StrEnum):
    """What the operator reads."""

    CLOSED = "cerrado"
    OPEN = "abierto"
    PROBING = "a prueba"
    GONE = "dado de baja"


class Breaker:
    """One model's. Faults of the question do not count, only those of the model."""

    __slots__ = ("_failures", "_gone", "_open_until", "_probing")

    def __init__(self) -> None:
        self._failures: deque[float] = deque(maxlen=FAILURES)
        self._open_until = 0.0
        self._probing = False
        self._gone = False

    def state(self, now: float) -> BreakerState:
        """Return how it stands."""
        if self._gone:
            return BreakerState.GONE
        if self._probing or (self._open_until and now >= self._open_until):
            return BreakerState.PROBING
        return BreakerState.OPEN if self._open_until else BreakerState.CLOSED

    def allows(self, now: float) -> bool:
        """Tell whether the model may be asked."""
        state = self.state(now)
        return state is BreakerState.CLOSED or (state is BreakerState.PROBING and not self._probing)

    def asked(self, now: float) -> None:
        """Take that it is being asked; after a rest that is the one trial."""
        self._probing = self._open_until > 0 and now >= self._open_until

    def succeeded(self) -> None:
        """Take that it answered."""
        self._failures.clear()
        self._open_until = 0.0
        self._probing = False

    def failed(self, now: float) -> bool:
        """Take that it failed; return whether it is left alone from now on, and was not before."""
        was_closed = not self._open_until
        self._failures.append(now)
        many = len(self._failures) == FAILURES and now - self._failures[0] <= WITHIN_SECONDS
        if self._probing or many:
            self._open_until = now + REST_SECONDS
            self._probing = False
            return was_closed
        return False

    def left(self) -> None:
        """Take that a trial was given up before it could tell anything."""
        self._probing = False

    def remove(self) -> None:
        """Never ask it again: the provider has it no more."""
        self._gone = True
