"""One model answer on its way into one session: pieces joined for the wire, and whatever went wrong in words."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from ecobot_tui.server import sentences
from ecobot_tui.server.llm.model import INTERRUPTED, ModelEnd, ModelError
from ecobot_tui.text import clean
from ecobot_tui.wire.vocabulary import Ending

if TYPE_CHECKING:
    from ecobot_tui.server.answering import Answering
    from ecobot_tui.server.router import Decision
    from ecobot_tui.server.session import Session
    from ecobot_tui.server.turns import Question

FLUSH_SECONDS = 0.04
"""Pieces are joined for so long: every write costs a system call."""

log = logging.getLogger("ecobot")


class Relay:
    """Hears the model for a session; `send` puts what the session has to say on the wire."""

    def __init__(
        self, answering: Answering, session: Session, question: Question, decision: Decision, send: Callable[[], None]
    ) -> None:
        self._answering = answering
        self._session = session
        self._question = question
        self._decision = decision
        self._send = send
        self._timer: asyncio.TimerHandle | None = None

    async def run(self) -> None:
        """Relay the answer and finish the question with it."""
        ending, end, note = Ending.COMPLETE, ModelEnd(), ""
        try:
            end = await self._answering.ask_model(self._session, self._question, self._decision, self)
            if end.cut_short:
                ending, note = Ending.LIMITED, sentences.CUT_SHORT
        except ModelError as error:
            ending, note = Ending.FAILED, self._sentence(error)
            log.warning("[Sesión %d] el modelo no respondió: %s", self._session.number, error)
        except Exception:
            ending, note = Ending.FAILED, sentences.INTERNAL
            log.exception("[Sesión %d] falló la respuesta del modelo", self._session.number)
        finally:
            self.stop()
        if self._session.answer_begun is None:
            self._session.begin(self._decision.route, self._decision.reason)
            # Where nothing was said, what is said of it is the answer.
            self._session.add(note)
            note = ""
        self._session.finish(ending, time.time(), note=note, end=end)
        if end.unfounded:
            log.info("[Sesión %d] cifras sin respaldo: %s", self._session.number, "; ".join(end.unfounded))
        self._answering.answered(self._session, self._decision)

    def piece(self, text: str) -> None:
        """Take more text: the first words are sent at once, others together."""
        session = self._session
        if not (text := clean(text)):
            return
        if session.answer_begun is None:
            session.begin(self._decision.route, self._decision.reason)
            session.add(text)
            self._flush()
            return
        session.add(text)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(FLUSH_SECONDS, self._flush)

    def waiting(self, position: int) -> None:
        """Tell the user how many are before him."""
        sentence = sentences.WAITING_NEXT if not position else sentences.WAITING.format(ahead=position)
        self._session.tell(sentence)
        self._send()

    def stop(self) -> None:
        """Send nothing more by itself."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _flush(self) -> None:
        self._timer = None
        self._session.flush()
        self._send()

    def _sentence(self, error: ModelError) -> str:
        if error.fault in INTERRUPTED or not self._decision.instead:
            return error.sentence
        # Something true, soon: what the local knowledge has is better than only an excuse.
        return f"{error.sentence}\n{self._decision.instead}"
