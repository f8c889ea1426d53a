"""Waiting for something to become true, with a deadline and without hoping."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

DEADLINE = 15.0
STEP = 0.02


def eventually(probe: Callable[[], T], what: str = "", seconds: float = DEADLINE) -> T:
    """Return the first true value of `probe`, which is asked again and again; fail after `seconds`."""
    until = time.monotonic() + seconds
    while not (found := probe()):
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} s: {what or probe}")
        time.sleep(STEP)
    return found


async def eventually_async(probe: Callable[[], T], what: str = "", seconds: float = DEADLINE) -> T:
    """Do the same without holding up the loop."""
    until = time.monotonic() + seconds
    while not (found := probe()):
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} s: {what or probe}")
        await asyncio.sleep(STEP)
    return found
