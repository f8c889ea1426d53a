"""The dialect of telnet, nc and PuTTY: lines in, wrapped text and a prompt out."""

from __future__ import annotations

from ecobot_tui.server import sentences
from ecobot_tui.server.dialects.base import Abused, Asked, Blank, Cancelled, Input, Left, Outcome, Rejected, Upgraded
from ecobot_tui.server.plain_flow import NAME, NEWLINE, PlainFlow, wrap
from ecobot_tui.server.turns import Question
from ecobot_tui.wire import telnet
from ecobot_tui.wire.chat import HELLO_PREFIX, MalformedError, decode_hello
from ecobot_tui.wire.vocabulary import ClientKind, Dismissal, Route

PROMPT = "> "


class PlainDialect:
    """A person at a terminal."""

    __slots__ = ("_decoder", "_first_line", "_flow")

    kind = ClientKind.PLAIN

    def __init__(self) -> None:
        self._decoder = telnet.TelnetDecoder()
        self._first_line = True
        self._flow: PlainFlow | None = None

    def greeting(self, sid: str) -> bytes:
        """Return what everyone sees first, the prompt included."""
        lines = (sentences.GREETING, sentences.YOUR_SID.format(sid=sid), sentences.HOW_TO, "", PROMPT)
        return self._encode(NEWLINE.join(lines))

    def feed(self, data: bytes) -> None:
        """Take bytes of the client."""
        self._decoder.feed(data)

    def feed_eof(self) -> None:
        """Take the end of the client's stream."""
        self._decoder.feed_eof()

    def replies(self) -> bytes:
        """Return what the client's telnet has to be answered."""
        return self._decoder.replies()

    def next_input(self) -> Input | None:
        """Return what the user did next, or None where more bytes are needed."""
        match self._decoder.next_event():
            case telnet.Line(text):
                return self._line(text)
            case telnet.Interrupt():
                return Cancelled()
            case telnet.EndOfInput():
                return Left()
            case telnet.LineTooLong():
                return Rejected("linea_larga", sentences.TOO_LONG.format(limit=telnet.LINE_LIMIT))
            case telnet.Abuse():
                return Abused(sentences.ABUSE)
            case None:
                return None

    def _line(self, text: str) -> Input:
        first, self._first_line = self._first_line, False
        if first and text.startswith(HELLO_PREFIX + "{"):
            try:
                return Upgraded(decode_hello(text), self._decoder.remaining())
            except MalformedError:
                return Rejected("mal_json", sentences.MALFORMED)
        return Asked(text) if text else Blank()

    def ready(self) -> bytes:
        """Show the prompt."""
        return PROMPT.encode()

    def taken(self, question: Question, ahead: int) -> bytes:
        """Say nothing: the terminal has shown the line."""
        return b""

    def begin(self, question: Question, route: Route, reason: str) -> bytes:
        """Show the bot's name."""
        self._flow = PlainFlow(markdown=route is Route.GROQ)
        return self._encode(NEWLINE + NAME)

    def piece(self, text: str) -> bytes:
        """Show as much of the answer as whole words have come."""
        return self._encode(self._flow.feed(text)) if self._flow else b""

    def end(self, question: Question, outcome: Outcome) -> bytes:
        """Show the rest of the answer, and what is to be said of it."""
        if self._flow is None:
            return b""
        remarks = [outcome.note] if outcome.note else []
        if outcome.model:
            remarks.append(f"Elaborado con IA ({outcome.model}).")
        rest = self._flow.end("".join(f"\n{remark}" for remark in remarks))
        self._flow = None
        return self._encode(rest + NEWLINE * 2)

    def notice(self, sentence: str) -> bytes:
        """Show the sentence in brackets, on lines of its own."""
        return self._encode(NEWLINE + wrap(f"[{sentence}]") + NEWLINE)

    def refuse(self, code: str, sentence: str, question_id: int | None = None) -> bytes:
        """Show the sentence on lines of its own, also in the midst of an answer."""
        if self._flow:
            return self._encode(self._flow.interject(sentence))
        return self._encode(wrap(sentence) + NEWLINE)

    def dismiss(self, why: Dismissal, sentence: str, *, retry: bool = False) -> bytes:
        """Show the last sentence."""
        # After `salir` the cursor stands at the start of a line already; anything else interrupts one.
        start = "" if why is Dismissal.GOODBYE else NEWLINE
        return self._encode(start + wrap(sentence) + NEWLINE)

    def _encode(self, text: str) -> bytes:
        return text.encode(self._decoder.encoding, "replace")
