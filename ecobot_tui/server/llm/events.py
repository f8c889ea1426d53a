"""Server-sent events: bytes in, the data of events out. No I/O.

Rules (https://html.spec.whatwg.org/multipage/server-sent-events.html)
1. Lines end in LF, CRLF or CR; a read may end in the middle of anything, a letter of UTF-8 included.
2. Lines that begin with `data:` are the event's data; several are joined with LF. `event:` names it. Others, comments
   among them, are passed over.
3. An empty line ends the event; one without data is none. What no empty line ended is no event.
"""

from __future__ import annotations

LARGEST_EVENT = 256 * 1024
"""An answer has a few kilobytes; what is larger than this is a mistake or an attack, and memory is everybody's."""


_TOO_LARGE = "an event of more than 256 KiB"


class EventTooLargeError(ValueError):
    """An event is larger than any answer."""


class EventSplitter:
    """Splits one stream."""

    __slots__ = ("_data", "_name", "_rest")

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []
        self._name = b""

    def feed(self, read: bytes) -> list[tuple[bytes, bytes]]:
        """Return the events that `read` completes, each as its name (empty for most) and its data.

        Raises EventTooLargeError.
        """
        if self._rest:
            read = self._rest + read
        if b"\r" in read:
            # A CR at the end may be the first half of a CRLF.
            held = b"\r" if read.endswith(b"\r") else b""
            read = read[: len(read) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n") + held
        *lines, self._rest = read.split(b"\n")
        if len(read) > LARGEST_EVENT and max(map(len, lines), default=0) > LARGEST_EVENT:
            raise EventTooLargeError(_TOO_LARGE)
        events: list[tuple[bytes, bytes]] = []
        for line in lines:
            if line.startswith(b"data:"):
                self._data.append(line[6:] if line.startswith(b" ", 5) else line[5:])
            elif not line:
                if self._data:
                    events.append((self._name, self._data[0] if len(self._data) == 1 else b"\n".join(self._data)))
                    self._data.clear()
                self._name = b""
            elif line.startswith(b"event:"):
                self._name = line[6:].strip()
        if len(self._rest) > LARGEST_EVENT or (self._data and sum(map(len, self._data)) > LARGEST_EVENT):
            raise EventTooLargeError(_TOO_LARGE)
        return events
