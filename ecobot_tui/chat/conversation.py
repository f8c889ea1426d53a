"""The client's end of `wire/chat.py`: bytes in, events out; no sockets and no clock of its own.

Rules
1. `bytes_to_send` has something from the start: the hello goes out without waiting for the greeting.
2. Until the line that starts with a welcome, everything is greeting and is dropped, but its last line is remembered: it
   is the only explanation of a server that will not have us.
3. A question is open from `ask` to its Finished or Refused. Anything said of a question that is not open is Unreadable;
   the fifth unreadable line ends the conversation, as it does at the server's end.
4. `off` counts the characters as they were sent. What a widget gets is cleaned and may be shorter.
5. After an event of `Over`, nothing goes in and nothing comes out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ecobot_tui.chat.events import (
    Begun,
    Broken,
    Closed,
    Event,
    Farewell,
    Finished,
    Gap,
    Kicked,
    Lost,
    Noticed,
    NotStructured,
    Over,
    Piece,
    Ready,
    Refused,
    Taken,
    TurnedAway,
    Unreadable,
    Welcomed,
)
from ecobot_tui.plot.chart import bounded
from ecobot_tui.text import clean, clean_line, shorten
from ecobot_tui.wire import chat
from ecobot_tui.wire.framing import FrameTooLongError, LineFramer
from ecobot_tui.wire.vocabulary import Dismissal

WELCOME_WITHIN = 5.0
UNREADABLE_LIMIT = 5
_SAID_WIDTH = 200


class NotOpenError(RuntimeError):
    """There is no session to ask in: not welcomed yet, or over."""


class QuestionTooLongError(ValueError):
    """The server takes no question of this length; `limit` is in bytes of UTF-8."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"a question may have {limit} bytes")
        self.limit = limit


class _Answer:
    """What has arrived of one answer."""

    __slots__ = ("characters", "pieces", "whole")

    def __init__(self) -> None:
        self.characters = 0
        self.pieces: list[str] = []
        self.whole = True


class Conversation:
    """One session with a server, from the hello to the end of the connection."""

    def __init__(self, opened: float, app: str = "", resume: str | None = None) -> None:
        self._outgoing = bytearray(chat.encode_hello(chat.Hello(v=chat.VERSION, app=app, resume=resume)))
        self._framer = LineFramer(chat.LINE_LIMIT)
        self._deadline = opened + WELCOME_WITHIN
        self._welcome: Welcomed | None = None
        self._said = ""
        self._last_id = 0
        self._open: dict[int, _Answer] = {}
        self._ready = False
        self._unreadable = 0
        self._ending = False
        self._over = False

    @property
    def deadline(self) -> float | None:
        """When to call `expire`; None once the welcome has come or the conversation is over."""
        return None if self._welcome or self._over else self._deadline

    @property
    def over(self) -> bool:
        """Whether an event of `Over` has been told."""
        return self._over

    @property
    def ready(self) -> bool:
        """Whether the server has asked for a question and not taken one since."""
        return self._ready

    @property
    def unfinished(self) -> tuple[int, ...]:
        """The questions that are still open, the oldest first."""
        return tuple(self._open)

    # What the user does.

    def ask(self, text: str) -> int:
        """Put a question and return its id. Raises NotOpenError, QuestionTooLongError."""
        if self._welcome is None or self._ending or self._over:
            raise NotOpenError
        text = clean(text)
        if len(text.encode()) > self._welcome.line_limit:
            raise QuestionTooLongError(self._welcome.line_limit)
        line = chat.encode(chat.Ask(id=self._last_id + 1, text=text))
        if len(line) > chat.LINE_LIMIT:
            raise QuestionTooLongError(self._welcome.line_limit)
        self._last_id += 1
        self._open[self._last_id] = _Answer()
        self._outgoing += line
        return self._last_id

    def cancel(self, id: int) -> bool:  # noqa: A002
        """Ask the server to stop answering; False when that answer is over already. Its Finished still comes."""
        if id not in self._open or self._over:
            return False
        self._outgoing += chat.encode(chat.Cancel(id=id))
        return True

    def leave(self) -> None:
        """Say goodbye; the server closes the connection."""
        if not self._ending and not self._over:
            self._ending = True
            self._outgoing += chat.encode(chat.Bye())

    # What the connection does.

    def bytes_to_send(self) -> bytes:
        """Return what has to go out, once."""
        data = bytes(self._outgoing)
        self._outgoing.clear()
        return data

    def receive(self, data: bytes) -> Iterator[Event]:
        """Take bytes as they came, and yield what they mean; to be read to its end before the next call."""
        if self._over:
            return
        self._framer.feed(data)
        try:
            while (line := self._framer.next_line()) is not None:
                yield from self._read(line)
                if self.over:
                    return
        except FrameTooLongError as error:
            yield self._break(str(error))

    def receive_end(self, detail: str = "") -> Iterator[Event]:
        """Take note that the connection is closed or, with `detail`, why it failed."""
        if self._over:
            return
        self._over = True
        if self._ending:
            yield Closed()
        elif self._welcome is None:
            yield TurnedAway(said=self._said)
        else:
            yield Lost(detail=clean_line(detail), unfinished=self.unfinished)

    def expire(self, now: float) -> Iterator[Event]:
        """Take note of the time; a welcome that has not come by its deadline never comes."""
        if self.deadline is not None and now >= self.deadline:
            self._over = True
            yield NotStructured(said=self._said)

    # What the server says.

    def _read(self, line: bytes) -> Iterator[Event]:
        if self._welcome is None and not line.startswith(chat.WELCOME_START):
            self._said = shorten(line.decode(errors="replace"), _SAID_WIDTH) or self._said
            return
        try:
            message = chat.decode_server(line)
        except chat.MalformedError as error:
            yield from self._unreadable_line(str(error))
            return
        match message:
            case chat.Welcome():
                yield from self._welcomed(message)
            case chat.Prompt():
                self._ready = True
                yield Ready()
            case chat.Notice(text=text):
                yield Noticed(clean(text).strip())
            case chat.Kicked(why=why, text=text, retry=retry):
                self._ending = True
                said = clean(text).strip()
                yield Farewell(said) if why == Dismissal.GOODBYE else Kicked(clean_line(why), said, retry)
            case chat.Ping(k=k):
                self._outgoing += chat.encode(chat.Pong(k=k))
            case chat.Error(id=None, code=code, text=text):
                yield Refused(None, clean_line(code), clean(text).strip())
            case _:
                yield from self._of_a_question(message)

    def _welcomed(self, message: chat.Welcome) -> Iterator[Event]:
        if self._welcome is not None:
            yield from self._unreadable_line("a second welcome")
        elif message.v != chat.VERSION:
            yield self._break(f"version {message.v} of the protocol, not {chat.VERSION}")
        else:
            self._welcome = Welcomed(
                number=message.n,
                sid=clean_line(message.sid),
                server=clean_line(message.srv),
                groq=message.groq,
                line_limit=message.lim.line,
                resume=message.resume,
            )
            yield self._welcome

    def _of_a_question(self, message: chat.Ack | chat.Begin | chat.Delta | chat.Done | chat.Error) -> Iterator[Event]:
        answer = None if message.id is None else self._open.get(message.id)
        if answer is None or message.id is None:
            yield from self._unreadable_line(f"about question {message.id}, which is not open")
            return
        match message:
            case chat.Ack(id=id_, ahead=ahead):
                self._ready = False
                yield Taken(id_, ahead)
            case chat.Begin(id=id_, route=route, reason=reason):
                yield Begun(id_, route, clean_line(reason))
            case chat.Delta():
                yield from self._piece(message, answer)
            case chat.Done(id=id_):
                del self._open[id_]
                yield Finished(
                    id=id_,
                    text="".join(answer.pieces),
                    ending=message.why,
                    ms=message.ms,
                    route=message.route,
                    reason=clean_line(message.reason),
                    source=clean_line(message.source),
                    model=clean_line(message.model),
                    tokens=message.tokens,
                    whole=answer.whole,
                    chart=bounded(message.chart),
                )
            case chat.Error(code=code, text=text):
                del self._open[message.id]
                yield Refused(message.id, clean_line(code), clean(text).strip())

    def _piece(self, delta: chat.Delta, answer: _Answer) -> Iterator[Event]:
        if delta.off != answer.characters:
            answer.whole = False
            yield Gap(delta.id, answer.characters, delta.off)
        answer.characters = delta.off + len(delta.s)
        text = clean(delta.s)
        answer.pieces.append(text)
        yield Piece(delta.id, text)

    def _unreadable_line(self, detail: str) -> Iterator[Event]:
        self._unreadable += 1
        detail = shorten(detail, _SAID_WIDTH)
        if self._unreadable < UNREADABLE_LIMIT:
            yield Unreadable(detail)
        else:
            yield self._break(detail)

    def _break(self, detail: str) -> Over:
        self._over = True
        if self._welcome is None:
            return NotStructured(said=self._said)
        return Broken(detail=detail, unfinished=self.unfinished)
