"""What a test needs to work the console's screen: to wait for it, and to read it."""

from __future__ import annotations

import time
from collections.abc import Callable
from html import unescape
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from ecobot_tui.console.app import ConsoleApp

WIDE = (140, 40)
NARROW = (80, 24)
DEADLINE = 15.0

Screen = Pilot[Any]


async def wait_until(pilot: Screen, predicate: Callable[[], object], what: str = "") -> None:
    """Return once `predicate` is true; fail after the deadline, and show the screen."""
    until = time.monotonic() + DEADLINE
    while not predicate():
        if time.monotonic() > until:
            raise AssertionError(f"not within {DEADLINE} s: {what or predicate}\n{shown(pilot.app)}")
        await pilot.pause(0.02)


async def wait_for_text(pilot: Screen, text: str) -> None:
    """Return once `text` stands on the screen."""
    await wait_until(pilot, lambda: text in shown(pilot.app), repr(text))


def shown(app: App[Any]) -> str:
    """Return what stands on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size) if width and height else []
    return unescape("\n".join(strip.text.rstrip() for strip in lines))


def sids(app: ConsoleApp) -> list[str]:
    """Return the table's sids from top to bottom."""
    return [row.key.value or "" for row in app.table.ordered_rows]


def current(app: ConsoleApp) -> str | None:
    """Return the sid under the cursor."""
    return app.table.current.sid if app.table.current else None
