"""The server's log: lines on stderr, the last ones kept for consoles."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable

from ecobot_tui.settings import Secret
from ecobot_tui.text import clean

KEPT_LINES = 500


class _SafeFormatter(logging.Formatter):
    """Writes records without anything that a terminal would obey, and without the key."""

    def __init__(self, layout: str, secret: Secret | None) -> None:
        super().__init__(layout, "%Y-%m-%d %H:%M:%S")
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text."""
        text = clean(super().format(record))
        return text.replace(self._secret.reveal(), "***") if self._secret else text


class Logbook(logging.Handler):
    """Keeps the last lines, and tells `listener` each new one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.listener: Callable[[str], None] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, a traceback's lines each for itself."""
        for line in self.format(record).split("\n"):
            self._lines.append(line)
            if self.listener:
                self.listener(line)

    def lines(self) -> list[str]:
        """Return what is kept, oldest first."""
        return list(self._lines)


def start_logging(secret: Secret | None) -> Logbook:
    """Write the log to stderr from now on, and return the book that keeps its last lines."""
    stream = logging.StreamHandler(sys.stderr)
    book = Logbook()
    stream.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(message)s", secret))
    book.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(message)s", secret))
    logging.basicConfig(level=logging.INFO, handlers=[stream, book])
    # These two tell of every request, with its address.
    for chatty in ("httpx", "httpcore", "groq"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return book
