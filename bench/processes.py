"""The processes of a measurement: each started on the core that it is to have, ended with the block that began it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
HAS_TWO_CORES = len(_CORES) > 1


@contextmanager
def on_core(place: int) -> Iterator[None]:
    """Let what is started in the block have one core of its own; it inherits it from this process."""
    if HAS_TWO_CORES:
        os.sched_setaffinity(0, {_CORES[place]})
    try:
        yield
    finally:
        if HAS_TWO_CORES:
            os.sched_setaffinity(0, set(_CORES))


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def clean_environment(home: Path, **extra: str) -> dict[str, str]:
    """Return an environment in which nothing finds a key or a configuration, and this tree can be imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ECOBOT_", "GROQ_", "XDG_"))}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), **extra}


@contextmanager
def running(arguments: list[str], port: int, home: Path, core: int, environment: Mapping[str, str]) -> Iterator[int]:
    """Run `python ARGUMENTS` until the block ends, and yield its process id once its port takes connections."""
    with (home / f"{port}.log").open("wb") as log, on_core(core):
        process = subprocess.Popen(  # noqa: S603  # our own modules
            [sys.executable, *arguments], cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        _wait_for(port, process, home)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not start: {(home / f'{port}.log').read_text(errors='replace')[-2000:]}")
