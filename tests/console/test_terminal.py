"""The real program in a real terminal: what bytes reach it, and what the shell shows afterwards."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from ecobot_tui.console.door import Door
from ecobot_tui.console.errands import stop
from ecobot_tui.wire import control
from tests.support.server import PlainClient, clean_environment
from tests.support.waiting import eventually

COLUMNS, LINES = 80, 24


class Terminal:
    """The console in a terminal of 80x24, with every byte that it wrote."""

    def __init__(self, state_dir: Path) -> None:
        self.raw = b""
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        arguments = ["--host", "127.0.0.1", "--port", "0", "--state-dir", str(state_dir)]
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "ecobot_tui.console.cli", *arguments],
            dimensions=(LINES, COLUMNS),
            env=clean_environment(state_dir, TERM="xterm-256color"),
            cwd=str(state_dir),
            timeout=20,
        )

    def shows(self, text: str) -> bool:
        self._take()
        return any(text in line for line in self._screen.display)

    def wait_for(self, text: str) -> None:
        eventually(lambda: self.shows(text), f"{text!r} on\n" + "\n".join(self._screen.display))

    def rest(self) -> bytes:
        """Return what came until the program ended."""
        before = len(self.raw)
        while self._take():
            pass
        self.child.wait()
        return self.raw[before:]

    def _take(self) -> bool:
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True


@pytest.fixture
def terminal(state_dir: Path) -> Iterator[Terminal]:
    terminal = Terminal(state_dir)
    yield terminal
    terminal.child.close(force=True)
    if (state_dir / "control.sock").exists():
        stop(state_dir / "control.sock", lambda line: None)


def test_start_work_leave_and_what_reached_the_terminal(terminal: Terminal, state_dir: Path) -> None:
    terminal.wait_for("Consola admin lista")
    with Door(state_dir / "control.sock") as door:
        status = door.request(control.GetStatus(id=0), control.StatusIs).status
    client = PlainClient(status.port)
    try:
        client.greeting()
        terminal.wait_for("libre")
        client.ask("[/x] [@click=app.quit]x[/] \x1b]52;c;aG9sYQ==\x07 \x1b]0;titulo\x07 \x9b2J \u202emarca")
        terminal.wait_for("marca")
        terminal.child.send("q")
        shell = terminal.rest().decode("utf-8", "replace")
        assert "EcoBot:" in client.ask("¿Qué es el PBI?")
    finally:
        client.close()
    for hostile in (b"\x1b]52", b"\x1b]0;titulo", b"\xc2\x9b", "\u202e".encode()):
        assert hostile not in terminal.raw
    command = f"ecobot-console --state-dir {shlex.quote(str(state_dir))}"
    for line in (
        "Saliendo consola admin (el server sigue corriendo)...",
        f"Servidor en 127.0.0.1:{status.port} (pid {status.pid}).",
        f"Para volver: {command}",
        f"Para detenerlo: {command} stop",
    ):
        assert f"{line}\r\n" in shell
    assert terminal.child.exitstatus == 0
    os.kill(status.pid, 0)
