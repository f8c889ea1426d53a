"""The door itself: a Unix socket that only its owner can open, and who came through it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ecobot_tui.server.control.visitor import Visitor
from ecobot_tui.server.registry import Registry
from ecobot_tui.server.session import Session
from ecobot_tui.server.turns import Step
from ecobot_tui.wire import control

log = logging.getLogger("ecobot.control")


class Steward(Protocol):
    """What the door may have done, and be told, by the server."""

    version: str
    node: str
    registry: Registry

    def status(self) -> control.Status:
        """Return the server's figures."""

    def recent_log(self) -> list[str]:
        """Return the last lines of the log."""

    def kill(self, sid: str, reason: str) -> Session | None:
        """End a session; return it, or None where there is none of that sid."""

    def stop(self) -> None:
        """Begin to stop the server."""

    def pause_model(self, *, paused: bool) -> bool:
        """Ask nothing of the model any more, or again; return whether there is one."""

    def reload(self) -> asyncio.Task[control.OwnKnowledge]:
        """Read the teacher's own knowledge again; the task raises NotReloadedError."""


class ControlDoor:
    """Lets consoles in and passes the sessions' news to them."""

    def __init__(self, steward: Steward, path: Path) -> None:
        self._steward = steward
        self._path = path
        self._server: asyncio.Server | None = None
        self._visitors: set[Visitor] = set()

    async def open(self) -> None:
        """Start to let consoles in. A socket that stands there is a dead server's: the lock says that none lives."""
        self._path.unlink(missing_ok=True)
        # The socket is born with the mode that the mask leaves; a chmod afterwards would leave a moment open to all.
        mask = os.umask(0o177)
        try:
            self._server = await asyncio.get_running_loop().create_unix_server(self._welcome, str(self._path))
        finally:
            os.umask(mask)

    def close(self) -> None:
        """Send everyone out and take the socket away."""
        if self._server:
            self._server.close()
            self._path.unlink(missing_ok=True)
        for visitor in list(self._visitors):
            visitor.leave()

    def _welcome(self) -> Visitor:
        return Visitor(self._steward, self._visitors)

    # What the registry and the log tell.

    def changed(self, session: Session) -> None:
        """Pass on that a row changed."""
        for visitor in self._visitors:
            if visitor.subscription:
                visitor.subscription.changed(session)
                visitor.send_soon()

    def stepped(self, session: Session, steps: Iterable[Step]) -> None:
        """Pass on steps of a conversation."""
        for visitor in self._visitors:
            if visitor.subscription:
                visitor.subscription.stepped(session, steps)

    def gone(self, session: Session) -> None:
        """Pass on that a session is over."""
        for visitor in self._visitors:
            if visitor.subscription:
                visitor.subscription.gone(session)
                visitor.send_soon()

    def logged(self, line: str) -> None:
        """Pass on a line of the log."""
        for visitor in self._visitors:
            if visitor.subscription:
                visitor.subscription.logged(line)
                visitor.send_soon()
