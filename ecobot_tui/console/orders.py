"""What the `:` line's orders do through the link, answered in the original's words."""

from __future__ import annotations

from ecobot_tui.console import groq_listing, listing, words
from ecobot_tui.console.commands import Order
from ecobot_tui.console.faults import RefusedError
from ecobot_tui.console.link import Link
from ecobot_tui.wire import control


async def answer(order: Order, link: Link) -> list[str]:
    """Carry out an order that needs the server and return the lines that answer it. Raises DoorError."""
    if order.command.action == "list":
        return listing.session_lines(await sessions(link))
    if order.command.action == "status":
        return listing.status_lines(await status(link))
    if order.command.action == "reload":
        return listing.reloaded_lines((await link.request(control.Reload(id=0), control.Reloaded)).knowledge)
    if order.command.action == "groq":
        return await groq(link, order.argument)
    if not order.argument:
        return [words.KILL_USAGE]
    return [await kill(link, await _sid(link, order.argument))]


async def sessions(link: Link) -> list[control.Row]:
    """Return all sessions. Raises DoorError."""
    return (await link.request(control.ListSessions(id=0), control.Rows)).rows


async def status(link: Link) -> control.Status:
    """Return the server's figures. Raises DoorError."""
    return (await link.request(control.GetStatus(id=0), control.StatusIs)).status


async def groq(link: Link, switch: str) -> list[str]:
    """Pause the model or let it go on, where `switch` says so, and return how it is. Raises DoorError."""
    if not switch:
        return groq_listing.lines(await status(link))
    paused = words.GROQ_SWITCHES.get(switch.lower())
    if paused is None:
        return [words.GROQ_USAGE]
    told = await link.request(control.PauseGroq(id=0, paused=paused), control.StatusIs)
    return groq_listing.lines(told.status)


async def kill(link: Link, sid: str, reason: str = "") -> str:
    """End a session and return the sentence that says so. Raises DoorError, RefusedError where there is none such."""
    killed = await link.request(control.Kill(id=0, sid=sid, reason=reason), control.Killed)
    return words.KILLED.format(sid=killed.sid)


async def _sid(link: Link, target: str) -> str:
    number = listing.number_in(target)
    if number is None:
        return target.lower()
    for row in await sessions(link):
        if row.number == number:
            return row.sid
    raise RefusedError("no-session", words.NO_SUCH_SESSION)
