"""One console or script at the control door."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, cast

from ecobot_tui.server import views
from ecobot_tui.server.control.subscription import Subscription
from ecobot_tui.server.local_knowledge import NotReloadedError
from ecobot_tui.wire import control
from ecobot_tui.wire.framing import FrameTooLongError, LineFramer

if TYPE_CHECKING:
    from ecobot_tui.server.control.door import Steward

BATCH_SECONDS = 0.1
REQUEST_LIMIT = 64 * 1024
# A visitor that has this much unread gets its next batch when it has caught up.
UNREAD_LIMIT = 256 * 1024

NO_SESSION = "No existe esa sesión o ya está cerrada."
NOT_UNDERSTOOD = "El pedido no se entiende."
NO_MODEL = "Este servidor no tiene modelo que pausar: funciona en modo local."
DRAINING = "El servidor se está deteniendo."

log = logging.getLogger("ecobot.control")


class Visitor(asyncio.Protocol):
    """Answers requests as they come, and sends batches at most ten times a second once subscribed."""

    def __init__(self, steward: Steward, visitors: set[Visitor]) -> None:
        self._steward = steward
        self._visitors = visitors
        self._framer = LineFramer(REQUEST_LIMIT)
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._last_batch = 0.0
        self.subscription: Subscription | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet."""
        # A socket gives no other, though uvloop's is no subclass of it.
        self._transport = cast("asyncio.Transport", transport)
        self._visitors.add(self)
        self._send(control.Greeting(v=control.VERSION, version=self._steward.version, pid=self._steward.status().pid))

    def data_received(self, data: bytes) -> None:
        """Answer what was asked."""
        self._framer.feed(data)
        try:
            while (line := self._framer.next_line()) is not None:
                if (reply := self._answer(line)) is not None:
                    self._send(reply)
        except FrameTooLongError:
            log.warning("control: un pedido de más de %d bytes; se cierra", REQUEST_LIMIT)
            self.leave()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the visitor."""
        self._visitors.discard(self)
        if self._timer:
            self._timer.cancel()

    def leave(self) -> None:
        """Send the visitor out, with the last news."""
        if self._transport:
            self._send_batch()
            self._transport.close()

    def send_soon(self) -> None:
        """Send a batch as soon as the pace allows."""
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._last_batch + BATCH_SECONDS), self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        if self._transport and self._transport.get_write_buffer_size() > UNREAD_LIMIT:
            self._last_batch = asyncio.get_running_loop().time()
            self.send_soon()
            return
        self._send_batch()

    def _send_batch(self) -> None:
        if self.subscription is None:
            return
        batch = self.subscription.batch(self._steward.status())
        if batch:
            self._last_batch = asyncio.get_running_loop().time()
            self._send(batch)

    def _send(self, reply: control.Reply) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(control.encode(reply))

    def _answer(self, line: bytes) -> control.Reply | None:
        """Return the answer to a request; None where it comes later."""
        try:
            request = control.decode_request(line)
        except control.MalformedError:
            return control.Refused(0, "bad-request", NOT_UNDERSTOOD)
        match request:
            case control.ListSessions():
                sessions = sorted(self._steward.registry, key=lambda session: session.number)
                return control.Rows(request.id, [views.row(session, self._steward.node) for session in sessions])
            case control.GetStatus():
                return control.StatusIs(request.id, self._steward.status())
            case control.Kill(sid=sid, reason=reason):
                killed = self._steward.kill(sid, reason)
                if killed is None:
                    return control.Refused(request.id, "no-session", NO_SESSION)
                return control.Killed(request.id, killed.sid, killed.number)
            case control.Stop():
                self._steward.stop()
                return control.Accepted(request.id)
            case control.Reload():
                if self._steward.status().draining:
                    return control.Refused(request.id, "draining", DRAINING)
                self._steward.reload().add_done_callback(partial(self._reloaded, request.id))
                return None
            case control.PauseGroq(paused=paused):
                if not self._steward.pause_model(paused=paused):
                    return control.Refused(request.id, "no-model", NO_MODEL)
                return control.StatusIs(request.id, self._steward.status())
            case control.Subscribe():
                self.subscription = Subscription(self._steward.registry, self._steward.recent_log(), self._steward.node)
                self.send_soon()
                return control.Accepted(request.id)
            case control.Follow(sid=wanted):
                return self._follow(request.id, wanted)

    def _reloaded(self, number: int, reading: asyncio.Task[control.OwnKnowledge]) -> None:
        try:
            self._send(control.Reloaded(number, reading.result()))
        except NotReloadedError as error:
            self._send(control.Refused(number, error.code, str(error)))
        except asyncio.CancelledError:
            self._send(control.Refused(number, "draining", DRAINING))

    def _follow(self, number: int, sid: str | None) -> control.Reply:
        session = self._steward.registry.get(sid) if sid else None
        if self.subscription is None:
            return control.Refused(number, "bad-request", NOT_UNDERSTOOD)
        if sid and session is None:
            return control.Refused(number, "no-session", NO_SESSION)
        self.subscription.follow(session)
        self.send_soon()
        return control.Accepted(number)
