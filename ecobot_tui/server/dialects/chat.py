"""The dialect of ecobot-chat: `wire.chat` messages in and out."""

from __future__ import annotations

from ecobot_tui.server import sentences
from ecobot_tui.server.dialects.base import Abused, Asked, Cancelled, Input, Left, Outcome, Rejected
from ecobot_tui.server.turns import Question
from ecobot_tui.text import clean_line
from ecobot_tui.wire import chat
from ecobot_tui.wire.framing import FrameTooLongError, LineFramer
from ecobot_tui.wire.telnet import LINE_LIMIT
from ecobot_tui.wire.vocabulary import ClientKind, Dismissal, Ending, Route

MALFORMED_LIMIT = 5


class ChatDialect:
    """An ecobot-chat."""

    __slots__ = ("_framer", "_last_id", "_malformed", "_offset", "_question")

    kind = ClientKind.CHAT

    def __init__(self) -> None:
        self._framer = LineFramer(chat.LINE_LIMIT)
        self._last_id = 0
        self._malformed = 0
        self._offset = 0
        self._question = 0

    def welcome(self, number: int, sid: str, server: str, waiting: int, *, groq: bool) -> bytes:
        """Return the first message, and the line end behind the greeting that it needs."""
        limits = chat.Limits(line=LINE_LIMIT, waiting=waiting)
        message = chat.Welcome(v=chat.VERSION, n=number, sid=sid, srv=server, lim=limits, groq=groq)
        return b"\r\n" + chat.encode(message)

    def feed(self, data: bytes) -> None:
        """Take bytes of the client."""
        self._framer.feed(data)

    def feed_eof(self) -> None:
        """Take the end of the stream: a message that has no end is no message."""

    def replies(self) -> bytes:
        """Return nothing: there is no telnet here."""
        return b""

    def next_input(self) -> Input | None:
        """Return what the client did next, or None where more bytes are needed."""
        while True:
            try:
                line = self._framer.next_line()
            except FrameTooLongError:
                return Abused(sentences.TOO_LONG.format(limit=chat.LINE_LIMIT))
            if line is None:
                return None
            try:
                message = chat.decode_client(line)
            except chat.MalformedError:
                return self._reject_malformed()
            if (given := self._input(message)) is not None:
                return given

    def _input(self, message: chat.ClientMessage) -> Input | None:
        match message:
            case chat.Ask(id=number, text=text):
                if number <= self._last_id:
                    return None  # Sent again after a hiccup; it was taken the first time.
                self._last_id = number
                if len(text.encode(errors="replace")) > LINE_LIMIT:
                    return Rejected("linea_larga", sentences.TOO_LONG.format(limit=LINE_LIMIT), number)
                question = clean_line(text)
                return Asked(question, number) if question else Rejected("vacia", sentences.EMPTY, number)
            case chat.Cancel(id=number):
                return Cancelled(number)
            case chat.Bye():
                return Left()
            case chat.Pong():
                return None

    def _reject_malformed(self) -> Input:
        self._malformed += 1
        if self._malformed >= MALFORMED_LIMIT:
            return Abused(sentences.MALFORMED)
        return Rejected("mal_json", sentences.MALFORMED)

    def ready(self) -> bytes:
        """Say that the next question is welcome."""
        return chat.encode(chat.Prompt())

    def taken(self, question: Question, ahead: int) -> bytes:
        """Acknowledge a question."""
        return chat.encode(chat.Ack(id=question.id, ahead=ahead))

    def begin(self, question: Question, route: Route, reason: str) -> bytes:
        """Begin an answer."""
        self._question, self._offset = question.id, 0
        return chat.encode(chat.Begin(id=question.id, route=route, reason=reason))

    def piece(self, text: str) -> bytes:
        """Say a piece of the running answer."""
        offset = self._offset
        self._offset += len(text)
        return chat.encode(chat.Delta(id=self._question, off=offset, s=text))

    def end(self, question: Question, outcome: Outcome) -> bytes:
        """End the running answer; what is to be said of it is its last piece, unless the client says it itself."""
        note = b""
        if outcome.note and outcome.ending is not Ending.CANCELLED:
            note = self.piece(f"\n\n{outcome.note}" if self._offset else outcome.note)
        return note + chat.encode(
            chat.Done(
                id=question.id,
                why=outcome.ending,
                ms=outcome.ms,
                route=outcome.route,
                reason=outcome.reason,
                source=outcome.source,
                model=outcome.model,
                tokens=outcome.tokens,
                chart=outcome.chart,
            )
        )

    def notice(self, sentence: str) -> bytes:
        """Say something between a question and its answer."""
        return chat.encode(chat.Notice(sentence))

    def refuse(self, code: str, sentence: str, question_id: int | None = None) -> bytes:
        """Say that something was not taken."""
        return chat.encode(chat.Error(code=code, text=sentence, id=question_id))

    def dismiss(self, why: Dismissal, sentence: str, *, retry: bool = False) -> bytes:
        """Say the last words of the session."""
        return chat.encode(chat.Kicked(why=why, text=sentence, retry=retry))
