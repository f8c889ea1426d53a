"""The one-shot commands: each opens the door, does one thing, prints and leaves. For scripts, so no heavy imports."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from ecobot_tui.console import groq_listing, listing, words
from ecobot_tui.console.door import Door
from ecobot_tui.console.faults import BrokenDoorError, DoorError, RefusedError
from ecobot_tui.wire import control

# An answer in work may take ten seconds to end, and the farewells a little more.
STOP_TIMEOUT = 30.0
# A directory may be on a slow disk.
RELOAD_TIMEOUT = 30.0
_POLL = 0.02

Say = Callable[[str], None]


def list_sessions(path: Path, say: Say, *, as_json: bool) -> None:
    """Print all sessions. Raises DoorError."""
    with Door(path) as door:
        rows = _rows(door)
    if as_json:
        say(listing.as_json(rows))
    else:
        for line in listing.session_lines(rows):
            say(line)


def kill(path: Path, target: str, reason: str, say: Say, *, as_json: bool) -> None:
    """End the session whose sid or number is `target`. Raises DoorError."""
    with Door(path) as door:
        sid = _sid(door, target)
        killed = door.request(control.Kill(id=0, sid=sid, reason=reason), control.Killed)
    say(
        listing.as_json({"sid": killed.sid, "number": killed.number})
        if as_json
        else words.KILLED.format(sid=killed.sid)
    )


def status(path: Path, say: Say, *, as_json: bool) -> None:
    """Print the server's figures. Raises DoorError."""
    with Door(path) as door:
        figures = door.request(control.GetStatus(id=0), control.StatusIs).status
    if as_json:
        say(listing.as_json(figures))
    else:
        for line in listing.status_lines(figures):
            say(line)


def reload(path: Path, say: Say, *, as_json: bool) -> None:
    """Have the teacher's own knowledge read again, and print what came of it. Raises DoorError."""
    with Door(path, RELOAD_TIMEOUT) as door:
        knowledge = door.request(control.Reload(id=0), control.Reloaded).knowledge
    if as_json:
        say(listing.as_json(knowledge))
    else:
        for line in listing.reloaded_lines(knowledge):
            say(line)


def groq(path: Path, switch: str | None, say: Say, *, as_json: bool) -> None:
    """Pause the model or let it go on, where `switch` says so, and print how it is. Raises DoorError."""
    with Door(path) as door:
        request = control.PauseGroq(id=0, paused=words.GROQ_SWITCHES[switch]) if switch else control.GetStatus(id=0)
        figures = door.request(request, control.StatusIs).status
    if as_json:
        say(listing.as_json(figures.llm))
    else:
        for line in groq_listing.lines(figures):
            say(line)


def stop(path: Path, say: Say, timeout: float = STOP_TIMEOUT) -> None:
    """Stop the server and return when it has ended. Raises DoorError."""
    deadline = time.monotonic() + timeout
    with Door(path) as door:
        pid = door.greeting.pid
        try:
            door.request(control.Stop(id=0), control.Accepted)
        except RefusedError as refused:
            # Another console was faster; its end is waited for all the same.
            if refused.code != "draining":
                raise
        except BrokenDoorError:
            # It may end before its answer is read; whether it did is looked at below.
            pass
        closed = door.wait_until_closed(timeout)
    while closed and _runs(pid) and time.monotonic() < deadline:
        time.sleep(_POLL)
    if not closed or _runs(pid):
        raise DoorError(f"El servidor (pid {pid}) no terminó en {timeout:.0f} segundos.")
    say(words.STOPPED)


def _rows(door: Door) -> list[control.Row]:
    return door.request(control.ListSessions(id=0), control.Rows).rows


def _sid(door: Door, target: str) -> str:
    number = listing.number_in(target)
    if number is None:
        return target.lower()
    for row in _rows(door):
        if row.number == number:
            return row.sid
    raise RefusedError("no-session", words.NO_SUCH_SESSION)


def _runs(pid: int) -> bool:
    """Return whether the process is there and is more than a zombie that its parent has yet to collect."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        # No /proc here (macOS), or the process ended just now and the next look will see it.
        return True
    return state[:1] != ["Z"]
