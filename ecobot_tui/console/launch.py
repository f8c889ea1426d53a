"""Starting a server in the background: a process of its own, which outlives the console that started it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ecobot_tui import settings as options
from ecobot_tui.console.faults import LaunchError, NoServerError
from ecobot_tui.console.link import Link
from ecobot_tui.settings import Settings
from ecobot_tui.text import clean_line

DEADLINE = 15.0
_POLL = 0.03
_SLOW = 2.0
_LAST_LINES = 6
_LAST_BYTES = 8 * 1024


def server_command(flags: Mapping[str, Any]) -> list[str]:
    """Return the command line of a server with the options that this console was given."""
    return [sys.executable, "-m", "ecobot_tui.server", *options.as_arguments(flags)]


async def launch(settings: Settings, flags: Mapping[str, Any], say: Callable[[str], None]) -> Link:
    """Start a server and return a link to it; `say` gets the progress. Raises LaunchError, OtherVersionError."""
    started = time.monotonic()
    try:
        log_start, process = _start(settings, flags)
    except OSError as error:
        raise LaunchError(f"No se pudo iniciar el servidor: {error}") from error
    slow = False
    while True:
        # The process is looked at before the door: where it has ended, another console's server may answer by now.
        status = process.poll()
        try:
            link = await Link.open(settings.socket_path)
        except NoServerError:
            elapsed = time.monotonic() - started
            if status is not None:
                raise LaunchError(_ended(status, settings.log_path, log_start)) from None
            if elapsed > DEADLINE:
                raise LaunchError(f"El servidor (pid {process.pid}) no respondió en {DEADLINE:.0f} segundos.") from None
            if elapsed > _SLOW and not slow:
                slow = True
                say(f"El servidor (pid {process.pid}) tarda en responder; sigo esperando…")
            await asyncio.sleep(_POLL)
        else:
            say(f"Servidor listo en {time.monotonic() - started:.1f} s (pid {link.greeting.pid}).".replace(".", ",", 1))
            return link


def _start(settings: Settings, flags: Mapping[str, Any]) -> tuple[int, subprocess.Popen[bytes]]:
    settings.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(settings.log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        log_start = os.fstat(descriptor).st_size
        process = subprocess.Popen(  # noqa: S603  # Our own module, under our own interpreter.
            server_command(flags),
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=descriptor,
            # A session of its own: neither the terminal's hang-up nor its Ctrl-C reaches the server.
            start_new_session=True,
        )
    finally:
        os.close(descriptor)
    # A child that ends stays a zombie until somebody waits for it, and `stop` would take it for a live server. Not an
    # asyncio subprocess: closing its loop would kill the child.
    threading.Thread(target=process.wait, name="reaper", daemon=True).start()
    return log_start, process


def _ended(status: int, log_path: Path, log_start: int) -> str:
    lines = last_lines(log_path, log_start)
    reason = "\n".join(lines) if lines else f"No dejó nada en {log_path}."
    return f"El servidor terminó al iniciarse (estado {status}):\n{reason}"


def last_lines(path: Path, start: int = 0) -> list[str]:
    """Return the last lines of a log that were written after byte `start`, cleaned."""
    try:
        with path.open("rb") as log:
            log.seek(max(start, log.seek(0, os.SEEK_END) - _LAST_BYTES))
            text = log.read().decode("utf-8", "replace")
    except OSError:
        return []
    return [clean_line(line) for line in text.splitlines() if line.strip()][-_LAST_LINES:]
