"""The asyncio shell around a session: one TCP connection.

`BufferedProtocol` with one receive buffer for all connections: 9.4 µs of CPU a line against 26.8 for `Protocol`, which
allocates 256 KiB a read. The buffer is copied out before control returns to the loop, so that sharing it is safe.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from typing import TYPE_CHECKING, cast

from ecobot_tui.server import sentences
from ecobot_tui.server.relay import Relay
from ecobot_tui.server.session import Answer
from ecobot_tui.wire.vocabulary import Dismissal, Ending

if TYPE_CHECKING:
    from ecobot_tui.server.answering import Answering
    from ecobot_tui.server.session import Session
    from ecobot_tui.server.turns import Question

RECEIVE_BUFFER = 16 * 1024
CLOSE_SECONDS = 2.0
# How much may wait in this process for a client that does not read, before it is not read from either.
WRITE_HIGH_WATER = 64 * 1024
SEND_BUFFER = 32 * 1024
# Questions answered in one turn of the loop; then the others have theirs. A pasted read can hold four thousand.
ANSWERS_A_TURN = 16

log = logging.getLogger("ecobot")


class Connection(asyncio.BufferedProtocol):
    """One client. `session` is None where the server was full."""

    __slots__ = ("_answering", "_buffer", "_paused", "_relay", "_task", "_transport", "session")

    def __init__(self, answering: Answering, buffer: memoryview) -> None:
        self._answering = answering
        self._buffer = buffer
        self._transport: asyncio.Transport | None = None
        self._task: asyncio.Task[None] | None = None
        self._relay: Relay | None = None
        self._paused = False
        self.session: Session | None = None

    # The transport's calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet the client."""
        # TCP gives no other, though uvloop's is no subclass of it.
        transport = cast("asyncio.Transport", transport)
        self._transport = transport
        peer = transport.get_extra_info("peername")
        if peer is None:  # Gone before it was accepted.
            transport.abort()
            return
        transport.set_write_buffer_limits(high=WRITE_HIGH_WATER)
        _set_socket_options(transport.get_extra_info("socket"))
        self.session = self._answering.open(self, (peer[0], peer[1]), time.time())
        if self.session is None:
            transport.write(f"{sentences.FULL}\r\n".encode())
            transport.close()
            return
        log.info("[Sesión %d] Nueva conexión desde %s (sid=%s)", self.session.number, peer[:2], self.session.sid)
        if self._answering.router is None:
            transport.pause_reading()
        self._send()

    def start_reading(self) -> None:
        """Take what the client has sent and sends; it was greeted before questions could be answered."""
        if self._transport and not self._transport.is_closing():
            self._transport.resume_reading()

    def get_buffer(self, sizehint: int) -> memoryview:
        """Lend the shared buffer."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Take what was received."""
        if self.session:
            self.session.receive(bytes(self._buffer[:nbytes]))
            if self._answering.pace.takes(nbytes):
                self.advance()
            else:
                self._answering.pace.wait(self.advance)

    def eof_received(self) -> bool:
        """Keep the connection open: what was asked is still answered (`printf … | nc -N`)."""
        if self.session:
            self.session.receive_eof()
            self.advance()
        return True

    def pause_writing(self) -> None:
        """Stop reading from a client that does not read, and let the running answer gather in the session."""
        self._paused = True
        if self._transport:
            self._transport.pause_reading()

    def resume_writing(self) -> None:
        """Go on."""
        self._paused = False
        if self._transport and not self._transport.is_closing():
            self._transport.resume_reading()
            self._send()
            self.advance()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        session = self.session
        if session is None:
            return
        self._cancel_task()
        session.abandon()
        session.finish(Ending.CANCELLED, time.time(), note=sentences.INTERRUPTED)
        self._answering.close(session)
        log.info("[Sesión %d] Conexión cerrada %s (sid=%s)", session.number, session.addr, session.sid)

    # The session's affairs.

    def advance(self) -> None:
        """Do what the session wants done, send what it says, close when it is over."""
        session, transport = self.session, self._transport
        if session is None or transport is None:
            return
        answered = 0
        while not self._paused and (action := session.next_action(time.time())) is not None:
            if isinstance(action, Answer):
                self._answer(session, action.question)
                answered += 1
                if answered >= ANSWERS_A_TURN:
                    # Nothing more is read until these are answered, so that what waits stays one read.
                    transport.pause_reading()
                    asyncio.get_running_loop().call_soon(self._continue)
                    break
            else:
                self._cancel_task()
                session.finish(Ending.CANCELLED, time.time(), note=sentences.CANCELLED)
        self._send()

    def kick(self, sentence: str, why: Dismissal) -> None:
        """End the session with these last words."""
        if self.session:
            self._cancel_task()
            self.session.kick(sentence, why=why)
            # What was said of a running answer is kept, as partial; the user has had his last word already.
            self.session.finish(Ending.CANCELLED, time.time(), note=sentences.INTERRUPTED)
            self._send()

    def finish_soon(self, sentence: str) -> None:
        """End the session with these last words once the answer in work is given."""
        if self.session:
            self.session.finish_soon(sentence)
            self._send()

    def abort(self) -> None:
        """Drop the client without a word."""
        if self._transport:
            self._transport.abort()

    def _continue(self) -> None:
        if self._transport and not self._transport.is_closing() and not self._paused:
            self._transport.resume_reading()
        self.advance()

    def _answer(self, session: Session, question: Question) -> None:
        try:
            decision = self._answering.decide(session, question)
        except Exception:
            # The local brain is fed by strangers: a fault in it must cost one answer and be seen, not the session.
            log.exception("[Sesión %d] falló la respuesta local", session.number)
            session.finish(Ending.FAILED, time.time(), note=sentences.INTERNAL)
            return
        if decision.text is None:
            self._relay = Relay(self._answering, session, question, decision, self._send_unless_paused)
            self._task = asyncio.get_running_loop().create_task(self._relay.run())
            self._task.add_done_callback(self._relayed)
            return
        session.begin(decision.route, decision.reason)
        session.add(decision.text)
        session.finish(Ending.COMPLETE, time.time(), source=decision.source, chart=decision.chart)
        self._answering.answered(session, decision)

    def _relayed(self, task: asyncio.Task[None]) -> None:
        if self._task is task:
            self._task = self._relay = None
            self.advance()

    def _send_unless_paused(self) -> None:
        # While the client does not read, the running answer gathers in the session.
        if not self._paused:
            self._send()

    def _cancel_task(self) -> None:
        if self._task and self._relay:
            self._relay.stop()
            self._task.cancel()
        self._task = self._relay = None

    def _send(self) -> None:
        session, transport = self.session, self._transport
        if session is None or transport is None:
            return
        self._answering.report(session)
        data = session.data_to_send()
        if transport.is_closing():
            return
        if data:
            transport.write(data)
        if session.over:
            self._cancel_task()
            transport.close()
            # What a client that does not read has left unread is not worth more waiting than this.
            asyncio.get_running_loop().call_later(CLOSE_SECONDS, transport.abort)


def _set_socket_options(sock: socket.socket) -> None:
    # A reader that stalls holds 4 MiB of kernel memory with the default send buffer, 170 KiB with a small one.
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    if hasattr(socket, "TCP_KEEPIDLE"):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 60)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 15)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 4)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        # Closes a peer that is gone, and one that has not read for a minute.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 60_000)
