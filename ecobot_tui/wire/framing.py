"""Lines of bytes out of a stream that arrives in pieces of any size, with a limit on each."""

from __future__ import annotations


class FrameTooLongError(ValueError):
    """A line grew past its limit before it ended; the stream cannot be trusted any further."""


class LineFramer:
    """Cuts a byte stream into lines that end in a line feed; the line feed, and a carriage return before it, go.

    Bytes are searched once: a line that arrives one byte at a time costs no more than its length.
    """

    __slots__ = ("_limit", "_pending", "_searched")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pending = bytearray()
        self._searched = 0

    def feed(self, data: bytes) -> None:
        """Take bytes as they came."""
        self._pending += data

    def next_line(self) -> bytes | None:
        """Return the next whole line, or None where more bytes are needed.

        Raises FrameTooLongError when a line, ended or not, is longer than the limit.
        """
        end = self._pending.find(b"\n", self._searched)
        if end < 0:
            self._searched = len(self._pending)
            if self._searched > self._limit:
                raise FrameTooLongError(f"no line end within {self._limit} bytes")
            return None
        if end > self._limit:
            raise FrameTooLongError(f"a line of {end} bytes, the limit is {self._limit}")
        line = bytes(self._pending[:end])
        del self._pending[: end + 1]
        self._searched = 0
        return line.removesuffix(b"\r")
