"""A telnet client as a script: what it sends, and what the decoder makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ecobot_tui.wire.telnet import Abuse, EndOfInput, Interrupt, Line, LineTooLong, TelnetDecoder, TelnetEvent

INTERRUPT, LEAVES, TOO_LONG, ABUSE = Interrupt(), EndOfInput(), LineTooLong(), Abuse()

DONT, DO, WONT, WILL = b"\xff\xfe", b"\xff\xfd", b"\xff\xfc", b"\xff\xfb"
SB, SE = b"\xff\xfa", b"\xff\xf0"
IP, AO, BRK, AYT, EC, EL = b"\xff\xf4", b"\xff\xf5", b"\xff\xf3", b"\xff\xf6", b"\xff\xf7", b"\xff\xf8"
TM = b"\x06"


@dataclass
class Dialogue:
    """One client and its decoder. `events` and `replies` hold what came of all it sent."""

    decoder: TelnetDecoder = field(default_factory=TelnetDecoder)
    events: list[TelnetEvent] = field(default_factory=list)
    replies: bytes = b""

    def send(self, *pieces: bytes) -> list[TelnetEvent]:
        """Send each piece as one read of the server; return the events that came of them."""
        fresh: list[TelnetEvent] = []
        for piece in pieces:
            self.decoder.feed(piece)
            fresh += self._pull()
        self.events += fresh
        self.replies += self.decoder.replies()
        return fresh

    def end(self) -> list[TelnetEvent]:
        """End the stream."""
        self.decoder.feed_eof()
        fresh = list(self._pull())
        self.events += fresh
        return fresh

    def _pull(self) -> Iterator[TelnetEvent]:
        while (event := self.decoder.next_event()) is not None:
            yield event


def lines(*texts: str) -> list[TelnetEvent]:
    """Return the events of these lines."""
    return [Line(text) for text in texts]
