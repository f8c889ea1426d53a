"""The sessions that are open, their numbers and sids, and who watches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from ecobot_tui.server.session import Host, Session
from ecobot_tui.server.turns import Step


class Watcher(Protocol):
    """Somebody who is told what happens in the sessions: the control door, later the store."""

    def changed(self, session: Session) -> None:
        """Take that something of the session's row changed."""

    def stepped(self, session: Session, steps: Iterable[Step]) -> None:
        """Take the steps that the conversation went."""

    def gone(self, session: Session) -> None:
        """Take that the session is over."""


class Registry:
    """All open sessions by sid. Numbers count from 1 and are never used twice; a sid is never that of an open session.

    A sid names a session to people and is shown to everyone; it opens nothing.
    """

    def __init__(self, new_sid: Callable[[], str], host: Host) -> None:
        """Use `new_sid` for eight random hex digits."""
        self._new_sid = new_sid
        self._host = host
        self._last_number = 0
        self._sessions: dict[str, Session] = {}
        self._watchers: list[Watcher] = []

    def __len__(self) -> int:
        return len(self._sessions)

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._sessions.values()))

    def get(self, sid: str) -> Session | None:
        """Return the open session of that sid."""
        return self._sessions.get(sid)

    def watch(self, watcher: Watcher) -> None:
        """Tell `watcher` what happens from now on."""
        self._watchers.append(watcher)

    def open(self, addr: tuple[str, int], now: float) -> Session:
        """Return a new session for a client at `addr`."""
        self._last_number += 1
        sid = self._new_sid()
        while sid in self._sessions:
            sid = self._new_sid()
        session = Session(self._last_number, sid, addr, now, self._host)
        self._sessions[sid] = session
        for watcher in self._watchers:
            watcher.changed(session)
        return session

    def report(self, session: Session) -> None:
        """Pass on what happened in `session` since the last time."""
        steps = session.steps()
        for watcher in self._watchers:
            if steps:
                watcher.stepped(session, steps)
            watcher.changed(session)

    def close(self, session: Session) -> None:
        """Forget a session that is over."""
        if self._sessions.pop(session.sid, None) is not None:
            self.report(session)
            for watcher in self._watchers:
                watcher.gone(session)
