"""A program in a real terminal: what its screen shows, and every byte that reached it."""

from __future__ import annotations

from pathlib import Path

import pexpect
import pyte

from tests.support.waiting import DEADLINE, eventually


class Terminal:
    """One program in a pty of its own."""

    def __init__(
        self, command: list[str], environment: dict[str, str], directory: Path, *, columns: int = 80, lines: int = 24
    ) -> None:
        self.raw = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(lines, columns),
            env={**environment, "TERM": "xterm-256color"},
            cwd=str(directory),
            timeout=20,
        )

    @property
    def screen(self) -> str:
        """What the screen shows now, line by line."""
        self._take()
        return "\n".join(line.rstrip() for line in self._screen.display)

    def shows(self, text: str) -> bool:
        return text in self.screen

    def wait_for(self, text: str, seconds: float = DEADLINE) -> None:
        try:
            eventually(lambda: self.shows(text), repr(text), seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; the screen shows\n{self.screen}") from None

    def wait_until_gone(self, text: str) -> None:
        eventually(lambda: not self.shows(text), f"no {text!r}")

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def rest(self) -> str:
        """Return what came until the program ended, as text."""
        before = len(self.raw)
        while self._take():
            pass
        self.child.wait()
        return self.raw[before:].decode("utf-8", "replace")

    def close(self) -> None:
        self.child.close(force=True)

    def _take(self) -> bool:
        """Take what has come; return False once the program has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True
