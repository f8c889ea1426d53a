"""What a test needs to work the chat's screen: to open it, to type, to wait, to read it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from html import unescape

from textual.pilot import Pilot

from ecobot_tui.chat.app import ChatApp

SMALLEST = (60, 15)
USUAL = (80, 24)
LARGE = (120, 40)
DEADLINE = 15.0


class Chat:
    """The program on a screen that only the test sees."""

    def __init__(self, app: ChatApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return unescape("\n".join(strip.text.rstrip() for strip in strips))

    @property
    def flowing(self) -> str:
        """What stands on the screen as one line, as if nothing had been wrapped."""
        return " ".join(self.text.replace("▌", " ").split())

    @property
    def drawn(self) -> str:
        """What is written to the terminal, escape sequences included."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "".join(segment.text for strip in strips for segment in strip)

    async def until(self, probe: Callable[[], object], what: str = "") -> None:
        """Return once `probe` is true; fail after the deadline, and show the screen."""
        until = time.monotonic() + DEADLINE
        while not probe():
            if time.monotonic() > until:
                raise AssertionError(f"not within {DEADLINE} s: {what or probe}\n{self.text}")
            await self.pilot.pause(0.02)

    async def sees(self, *texts: str) -> None:
        """Return once all of `texts` stand on the screen, wrapped or not."""
        await self.until(lambda: all(text in self.text or text in self.flowing for text in texts), repr(texts))

    async def asks(self, question: str) -> None:
        """Type a question and send it."""
        self.app.query_one("#prompt").value = question  # type: ignore[attr-defined]
        await self.pilot.press("enter")

    async def presses(self, *keys: str) -> None:
        await self.pilot.press(*keys)


@asynccontextmanager
async def chat_on(port: int, size: tuple[int, int] = USUAL) -> AsyncIterator[Chat]:
    """Run the program against the server on `port`."""
    app = ChatApp("127.0.0.1", port)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield Chat(app, pilot)
