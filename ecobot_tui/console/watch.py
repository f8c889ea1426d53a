"""Keeping a link to the server: attach or start one, take its batches, and come back when the connection breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Protocol

from ecobot_tui.console import orders, words
from ecobot_tui.console.faults import BrokenDoorError, DoorError, NoServerError
from ecobot_tui.console.launch import launch
from ecobot_tui.console.link import Link
from ecobot_tui.settings import Settings
from ecobot_tui.wire import control

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 5.0


class Watcher(Protocol):
    """Who is told."""

    def progress(self, text: str) -> None:
        """Tell how the start goes."""

    def attached(self, link: Link, status: control.Status, *, again: bool) -> None:
        """Take a link that works; `again` when one was lost before."""

    def batch(self, batch: control.Batch, *, first: bool) -> None:
        """Take what changed; the first batch of a link holds every session."""

    def lost(self, sentence: str) -> None:
        """Take the end of the link, and why; another is being sought."""

    def failed(self, sentence: str) -> None:
        """Take that there is no server and none will be sought any more."""


async def watch(settings: Settings, flags: Mapping[str, Any], watcher: Watcher) -> None:
    """Run until cancelled, or until there is no server to be had."""
    again = False
    try:
        link = await _attach_or_launch(settings, flags, watcher)
        while True:
            watcher.lost(await _attend(link, watcher, again=again))
            link = await _find_again(settings)
            again = True
    except DoorError as fault:
        watcher.failed(str(fault))


async def _attach_or_launch(settings: Settings, flags: Mapping[str, Any], watcher: Watcher) -> Link:
    try:
        return await Link.open(settings.socket_path)
    except NoServerError:
        watcher.progress(words.STARTING)
        return await launch(settings, flags, watcher.progress)


async def _attend(link: Link, watcher: Watcher, *, again: bool) -> str:
    """Take batches until the link breaks; return the sentence that says why it did."""
    stopping = False
    try:
        status = await orders.status(link)
        await link.request(control.Subscribe(id=0), control.Accepted)
        watcher.attached(link, status, again=again)
        first = True
        async for batch in link.batches():
            if batch.figures is not None:
                stopping = batch.figures.draining
            watcher.batch(batch, first=first)
            first = False
    except DoorError as fault:
        return words.SERVER_STOPPED if stopping else str(fault)
    finally:
        await link.close()
    return words.LINK_BROKEN


async def _find_again(settings: Settings) -> Link:
    """Try until a server answers. Raises OtherVersionError, ForeignDoorError: trying again would not mend those."""
    pause = _FIRST_PAUSE
    while True:
        await asyncio.sleep(pause)
        try:
            return await Link.open(settings.socket_path)
        except (NoServerError, BrokenDoorError):
            pause = min(_LONGEST_PAUSE, pause * 1.5)
