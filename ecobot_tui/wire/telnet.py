"""The passive telnet decoder: bytes of a plain client in, cooked lines out, and never a negotiation of its own.

Rules
1. The decoder never starts a negotiation. Any unsolicited IAC turns Linux telnet to character mode, turns off the local
   echo of Microsoft's and shows as garbage in nc.
2. `DO TM` is answered with `WONT TM`, every time: after Ctrl-C, telnet shows nothing until that answer comes.
3. Other offers are declined, once for each option, at most 64 answers a session; `WILL` with `DONT`, `DO` with `WONT`.
4. `IP`, `BRK`, `AO` and Ctrl-C interrupt; `AYT` is answered; `EC`, `EL`, backspace and delete edit the line.
5. A line ends in LF, CR LF, CR NUL or CR. At most 4096 bytes of it count (a tty cannot send more): beyond that the line
   is dropped up to its end, and said to be too long once.
6. FF that is followed by no telnet command is data: nc does not double it, and a latin-1 «ÿ» is not a command.
7. Text is UTF-8. A line that is not, but is Spanish in cp1252 or cp850, pins the session to that; otherwise invalid
   bytes are dropped (local erasing of «ñ» in Linux telnet leaves such orphans behind).

The caller feeds bytes and pulls events until there are none; what is left to answer to the client's telnet stands in
`replies`. Nothing here waits, and nothing grows beyond a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from ecobot_tui.text import clean_line

LINE_LIMIT = 4096  # the canonical line of a tty
SUBNEGOTIATION_LIMIT = 512
REPLY_LIMIT = 64
ARE_YOU_THERE = "\r\n[EcoBot: sí]\r\n"

_IAC, _DONT, _DO, _WONT, _WILL, _SB, _SE = 255, 254, 253, 252, 251, 250, 240
_EL, _EC, _AYT, _AO, _IP, _BRK = 248, 247, 246, 245, 244, 243
_FIRST_COMMAND = 236
_TIMING_MARK = 6
_DO_TIMING_MARK = bytes((_IAC, _DO, _TIMING_MARK))
_WONT_TIMING_MARK = bytes((_IAC, _WONT, _TIMING_MARK))
_LF, _CR, _NUL, _BS, _DEL, _ETX, _EOT = 10, 13, 0, 8, 127, 3, 4

# A run of bytes that is a plain line: nothing to edit, nothing to answer.
_PLAIN_LINE = re.compile(rb"[\t\x1b\x20-\x7e\x80-\xfe]*+\r?\n")

_CP1252_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»€".encode("cp1252"))
_CP850_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»".encode("cp850"))


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line, cleaned."""

    text: str


@dataclass(frozen=True, slots=True)
class Interrupt:
    """The user wants the running answer to stop."""


@dataclass(frozen=True, slots=True)
class EndOfInput:
    """Ctrl-D on an empty line: the user leaves."""


@dataclass(frozen=True, slots=True)
class LineTooLong:
    """A line grew past its limit; the rest of it is dropped."""


@dataclass(frozen=True, slots=True)
class Abuse:
    """The client sends telnet that no client sends; the session should end."""


TelnetEvent = Line | Interrupt | EndOfInput | LineTooLong | Abuse


class _State(Enum):
    DATA = auto()
    COMMAND = auto()
    OPTION = auto()
    SUBNEGOTIATION = auto()
    SUBNEGOTIATION_COMMAND = auto()


class TelnetDecoder:
    """One client's side of a telnet connection. Feed it, then pull `next_event()` until it is None."""

    __slots__ = (
        "_after_cr",
        "_answered",
        "_at_end",
        "_command",
        "_line",
        "_overlong",
        "_position",
        "_raw",
        "_replies",
        "_replies_left",
        "_state",
        "_subnegotiated",
        "encoding",
    )

    def __init__(self) -> None:
        self.encoding = "utf-8"
        self._raw = b""
        self._position = 0
        self._line = bytearray()
        self._overlong = False
        self._after_cr = False
        self._at_end = False
        self._state = _State.DATA
        self._command = 0
        self._subnegotiated = 0
        self._replies = bytearray()
        self._replies_left = REPLY_LIMIT
        self._answered: set[tuple[int, int]] = set()

    def feed(self, data: bytes) -> None:
        """Take bytes as they came from the network."""
        self._raw = self._raw[self._position :] + data if self._position < len(self._raw) else data
        self._position = 0

    def replies(self) -> bytes:
        """Return, once, what the client's telnet has to be answered."""
        if not self._replies:
            return b""
        replies = bytes(self._replies)
        self._replies.clear()
        return replies

    def remaining(self) -> bytes:
        """Return the bytes that were fed and not yet decoded, and forget them."""
        rest = self._raw[self._position :]
        self._raw, self._position = b"", 0
        return rest

    def feed_eof(self) -> None:
        """Take the end of the stream: a line that was begun counts as ended (`printf hola | nc` sends no line feed)."""
        self._at_end = True

    def next_event(self) -> TelnetEvent | None:
        """Return what the client did next, or None where more bytes are needed."""
        if self._position >= len(self._raw):
            return self._last_line()
        if self._state is _State.DATA and not self._line and not self._after_cr and not self._overlong:
            plain = _PLAIN_LINE.match(self._raw, self._position)
            if plain and plain.end() - self._position <= LINE_LIMIT:
                self._position = plain.end()
                return Line(self._decode(plain.group().rstrip(b"\r\n")))
        raw, end = self._raw, len(self._raw)
        while self._position < end:
            byte = raw[self._position]
            self._position += 1
            event = self._take_data(byte) if self._state is _State.DATA else self._take_telnet(byte)
            if event is not None:
                return event
        return self._last_line()

    def _last_line(self) -> TelnetEvent | None:
        return self._end_line() if self._at_end and self._line else None

    def _take_data(self, byte: int) -> TelnetEvent | None:
        if byte == _IAC:
            self._state = _State.COMMAND
            return None
        if self._after_cr:
            self._after_cr = False
            if byte in (_LF, _NUL):
                return None
        if byte in (_LF, _CR):
            self._after_cr = byte == _CR
            return self._end_line()
        if byte in (_BS, _DEL):
            self._erase_character()
        elif byte == _ETX:
            return self._interrupt()
        elif byte == _EOT:
            if not self._line and not self._overlong:
                return EndOfInput()
        elif byte != _NUL:
            return self._append(byte)
        return None

    def _take_telnet(self, byte: int) -> TelnetEvent | None:
        if self._state is _State.COMMAND:
            return self._take_command(byte)
        if self._state is _State.OPTION:
            self._state = _State.DATA
            self._answer_option(byte)
        elif self._state is _State.SUBNEGOTIATION:
            if byte == _IAC:
                self._state = _State.SUBNEGOTIATION_COMMAND
            return self._count_subnegotiated()
        elif byte == _SE:
            self._state = _State.DATA
        else:
            self._state = _State.SUBNEGOTIATION
            return self._count_subnegotiated()
        return None

    def _count_subnegotiated(self) -> TelnetEvent | None:
        self._subnegotiated += 1
        if self._subnegotiated <= SUBNEGOTIATION_LIMIT:
            return None
        self._state = _State.DATA
        return Abuse()

    def _take_command(self, byte: int) -> TelnetEvent | None:
        self._state = _State.DATA
        if byte == _IAC:
            return self._append(_IAC)
        if byte < _FIRST_COMMAND:
            overlong = self._append(_IAC)
            return self._take_data(byte) or overlong
        if byte in (_DO, _DONT, _WILL, _WONT):
            self._command = byte
            self._state = _State.OPTION
        elif byte == _SB:
            self._subnegotiated = 0
            self._state = _State.SUBNEGOTIATION
        elif byte in (_IP, _BRK, _AO):
            return self._interrupt()
        elif byte == _AYT:
            self._reply(ARE_YOU_THERE.encode(self.encoding))
        elif byte == _EC:
            self._erase_character()
        elif byte == _EL:
            self._forget_line()
        return None

    def _answer_option(self, option: int) -> None:
        if self._command == _DO and option == _TIMING_MARK:
            # Three bytes for three bytes: no flood grows by this, and without it the user's screen stays mute.
            self._replies += _WONT_TIMING_MARK
        elif self._command in (_DO, _WILL) and (self._command, option) not in self._answered:
            self._answered.add((self._command, option))
            self._reply(bytes((_IAC, _WONT if self._command == _DO else _DONT, option)))

    def _reply(self, data: bytes) -> None:
        if self._replies_left:
            self._replies_left -= 1
            self._replies += data

    def _append(self, byte: int) -> TelnetEvent | None:
        self._after_cr = False
        if self._overlong:
            return None
        if len(self._line) >= LINE_LIMIT:
            self._line.clear()
            self._overlong = True
            return LineTooLong()
        self._line.append(byte)
        return None

    def _erase_character(self) -> None:
        del self._line[len(self._line) - self._size_of_last() :]

    def _size_of_last(self) -> int:
        """Return how many bytes the last character of the line has; a byte that is not UTF-8 stands for itself."""
        if not self._line or self._line[-1] < 0x80 or self.encoding != "utf-8":
            return min(1, len(self._line))
        for size in (2, 3, 4):
            try:
                if len(self._line[-size:].decode()) == 1:
                    return size
            except UnicodeDecodeError:
                pass
        return 1

    def _forget_line(self) -> None:
        self._line.clear()
        self._overlong = False

    def _interrupt(self) -> Interrupt:
        self._forget_line()
        # Telnet sends its timing mark right behind, and throws away whatever comes before the answer to it: that
        # answer has to stand before anything that is said of the interrupt.
        if self._raw.startswith(_DO_TIMING_MARK, self._position):
            self._position += len(_DO_TIMING_MARK)
            self._replies += _WONT_TIMING_MARK
        return Interrupt()

    def _end_line(self) -> TelnetEvent | None:
        if self._overlong:
            self._overlong = False
            return None
        line = bytes(self._line)
        self._line.clear()
        return Line(self._decode(line))

    def _decode(self, line: bytes) -> str:
        if self.encoding != "utf-8":
            return clean_line(line.decode(self.encoding, "replace"))
        try:
            return clean_line(line.decode())
        except UnicodeDecodeError:
            foreign = {byte for byte in line if byte >= 0x80}
            if foreign <= _CP1252_SPANISH:
                self.encoding = "cp1252"
            elif foreign <= _CP850_SPANISH:
                self.encoding = "cp850"
            else:
                return clean_line(line.decode(errors="ignore"))
            return clean_line(line.decode(self.encoding, "replace"))
