"""What one console has still to be told, gathered until the next batch.

Each subscriber has its own set of what changed: with a shared one, two consoles steal each other's news. A row is built
when the batch is, so that a hundred changes cost one. What gathers is bounded: a console that does not read gets its
transcript from the start again, and a count of the log lines it missed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from ecobot_tui.server import views
from ecobot_tui.server.session import Session
from ecobot_tui.server.turns import AnswerPiece, Step
from ecobot_tui.wire import control

STEP_LIMIT = 1000
LOG_LIMIT = 500


class Subscription:
    """One subscriber's news. `batch` takes them."""

    def __init__(self, sessions: Iterable[Session], log: Iterable[str], node: str) -> None:
        """Start with everything there is."""
        self._node = node
        self._changed: dict[str, Session] = {session.sid: session for session in sessions}
        self._gone: list[str] = []
        self._log: deque[str] = deque(log, maxlen=LOG_LIMIT)
        self._log_lost = 0
        self._followed: Session | None = None
        self._reset = False
        self._steps: list[Step] = []
        self._figures: control.Status | None = None
        self._sequence = 0

    def follow(self, session: Session | None) -> None:
        """Tell of this session's conversation, from its start."""
        self._followed = session
        self._reset = session is not None
        self._steps.clear()

    def changed(self, session: Session) -> None:
        """Take that a row changed."""
        self._changed[session.sid] = session

    def gone(self, session: Session) -> None:
        """Take that a session is over."""
        self._changed.pop(session.sid, None)
        self._gone.append(session.sid)

    def stepped(self, session: Session, steps: Iterable[Step]) -> None:
        """Take steps of a conversation, where it is the followed one."""
        if session is self._followed and not self._reset:
            self._steps.extend(steps)
            if len(self._steps) > STEP_LIMIT:
                self.follow(session)

    def logged(self, line: str) -> None:
        """Take a line of the log."""
        if len(self._log) == LOG_LIMIT:
            self._log_lost += 1
        self._log.append(line)

    def batch(self, figures: control.Status) -> control.Batch | None:
        """Return the news, and forget them; None where there are none. `figures` go along when they changed."""
        news = figures if figures != self._figures else None
        if not (self._changed or self._gone or self._log or self._reset or self._steps or news):
            return None
        self._figures = figures
        self._sequence += 1
        batch = control.Batch(
            seq=self._sequence,
            rows=[views.row(session, self._node) for session in self._changed.values()],
            gone=list(self._gone),
            transcript=self._transcript(),
            figures=news,
            log=list(self._log),
            log_lost=self._log_lost,
        )
        self._changed.clear()
        self._gone.clear()
        self._log.clear()
        self._log_lost = 0
        return batch

    def _transcript(self) -> control.Transcript | None:
        session = self._followed
        if session is None or not (self._reset or self._steps):
            return None
        reset, self._reset = self._reset, False
        steps = views.transcript(session) if reset else [views.step(step) for step in _joined(self._steps)]
        self._steps.clear()
        return control.Transcript(session.sid, steps, reset)


def _joined(steps: list[Step]) -> list[Step]:
    """Return the steps with neighbouring pieces made one."""
    joined: list[Step] = []
    for step in steps:
        if isinstance(step, AnswerPiece) and joined and isinstance(joined[-1], AnswerPiece):
            joined[-1] = AnswerPiece(joined[-1].text + step.text)
        else:
            joined.append(step)
    return joined
