"""Who is asked about next, when more questions come than may be asked at once.

Fair between sessions: the one that was served longest ago goes first, whoever came before it, so that nobody who asks
again and again keeps a class waiting. Pure; `waiting.py` makes futures of it.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_REMEMBERED = 4096
FIRST_GUESS_SECONDS = 3.0
_LEARNING = 0.2


@dataclass(eq=False, slots=True)
class Ticket:
    """One question's place."""

    session: str
    number: int


class Turnstile:
    """Lets at most `limit` questions through at a time."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.inside = 0
        self._waiting: list[Ticket] = []
        self._served: dict[str, int] = {}
        self._count = 0
        self._seconds = FIRST_GUESS_SECONDS

    def __len__(self) -> int:
        return len(self._waiting)

    def enter(self, session: str) -> Ticket:
        """Take a place at the end of the session's own questions."""
        self._count += 1
        ticket = Ticket(session, self._count)
        self._waiting.append(ticket)
        return ticket

    def next(self) -> Ticket | None:
        """Let the next one through, if there is room."""
        if self.inside >= self.limit or not self._waiting:
            return None
        ticket = min(self._waiting, key=self._order)
        self._waiting.remove(ticket)
        self.inside += 1
        self._count += 1
        self._served.pop(ticket.session, None)
        self._served[ticket.session] = self._count
        while len(self._served) > MOST_REMEMBERED:
            del self._served[next(iter(self._served))]
        return ticket

    def leave(self, ticket: Ticket, seconds: float) -> None:
        """Take that one who was let through is done, after so many seconds."""
        self.inside -= 1
        self._seconds += _LEARNING * (seconds - self._seconds)

    def give_up(self, ticket: Ticket) -> None:
        """Take that one no longer waits."""
        if ticket in self._waiting:
            self._waiting.remove(ticket)

    def positions(self) -> list[Ticket]:
        """Return who waits, the next one first."""
        return sorted(self._waiting, key=self._order)

    def expected_wait(self, ahead: int) -> float:
        """Return the seconds that one with so many before him can expect to wait."""
        return (ahead + 1) * self._seconds / self.limit

    def _order(self, ticket: Ticket) -> tuple[int, int]:
        return self._served.get(ticket.session, 0), ticket.number
