"""What stands where the answer will be, until its first words come."""

from __future__ import annotations

import time

from textual.content import Content
from textual.widgets import Static

from ecobot_tui.chat.caption import elapsed

_FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_FRAMES_A_SECOND = 8


class Waiting(Static):
    """A sign of life with the time elapsed and, where others go first, how many."""

    def __init__(self) -> None:
        super().__init__(classes="waiting")
        self._since = time.monotonic()
        self._taken = False
        self._ahead = 0

    def on_mount(self) -> None:
        """Begin to tick."""
        self._tick()
        self.set_interval(1 / _FRAMES_A_SECOND, self._tick)

    def taken(self, ahead: int) -> None:
        """Take note that the server has the question and `ahead` others go first."""
        self._taken, self._ahead = True, ahead
        self._tick()

    def moved_up(self, ahead: int) -> None:
        """Take note that fewer go first; the server tells the place only once, with its acknowledgement."""
        if self._taken:
            self._ahead = ahead

    def _tick(self) -> None:
        waited = time.monotonic() - self._since
        frame = _FRAMES[int(waited * _FRAMES_A_SECOND) % len(_FRAMES)]
        self.update(Content(f"{frame} {self._state()} {elapsed(waited)}"))

    def _state(self) -> str:
        if not self._taken:
            return "enviando…"
        if self._ahead == 0:
            return "pensando…"
        return "en espera, hay una pregunta antes…" if self._ahead == 1 else f"en espera, hay {self._ahead} antes…"
