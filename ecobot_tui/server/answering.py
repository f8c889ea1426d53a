"""What connections share: the open sessions, the router, the model, and the count of what was answered."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from ecobot_tui.server.llm.model import Inquiry
from ecobot_tui.server.pace import Pace
from ecobot_tui.wire.vocabulary import Route

if TYPE_CHECKING:
    from ecobot_tui.server.connection import Connection
    from ecobot_tui.server.llm.model import Listener, Model, ModelEnd
    from ecobot_tui.server.registry import Registry
    from ecobot_tui.server.router import Decision, Router
    from ecobot_tui.server.session import Session
    from ecobot_tui.server.turns import Question

log = logging.getLogger("ecobot")


class Answering:
    """The server, as far as a connection knows it."""

    def __init__(self, registry: Registry, model: Model, session_limit: int) -> None:
        self.registry = registry
        self.router: Router | None = None
        self.connections: dict[str, Connection] = {}
        self.routes: Counter[Route] = Counter()
        self.on_empty: Callable[[], None] | None = None
        self.pace = Pace()
        self._model = model
        self._session_limit = session_limit

    def open(self, connection: Connection, addr: tuple[str, int], now: float) -> Session | None:
        """Return a session for a new connection, or None where there is no room for one."""
        if len(self.registry) >= self._session_limit:
            return None
        session = self.registry.open(addr, now)
        self.connections[session.sid] = connection
        return session

    def take_questions(self, router: Router) -> None:
        """Let questions in from now on; before, clients are greeted and wait."""
        self.router = router
        for connection in list(self.connections.values()):
            connection.start_reading()

    def close(self, session: Session) -> None:
        """Forget a connection and its session."""
        self.connections.pop(session.sid, None)
        self.registry.close(session)
        if not self.connections and self.on_empty:
            self.on_empty()

    def report(self, session: Session) -> None:
        """Tell whoever watches what happened in `session`."""
        self.registry.report(session)

    def decide(self, session: Session, question: Question) -> Decision:
        """Return the way that a question goes, and remember for the session what it is about."""
        assert self.router is not None  # noqa: S101  # nothing is read, so nothing asked, before it is there
        decision = self.router.decide(question.text, session.memory)
        session.memory = decision.memory or session.memory
        return decision

    async def ask_model(self, session: Session, question: Question, decision: Decision, listener: Listener) -> ModelEnd:
        """Let the model answer to `listener`, in the light of the session's history and what is known locally."""
        inquiry = Inquiry(session.sid, question.text, session.history(), decision.passages)
        return await self._model.answer(inquiry, listener)

    def answered(self, session: Session, decision: Decision) -> None:
        """Count an answer that was given, and log by which route; what was asked stays out of the log."""
        self.routes[decision.route] += 1
        log.info("[Sesión %d] ruta=%s motivo=%s", session.number, decision.route.value, decision.reason)
