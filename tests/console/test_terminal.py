"""The real program in a real terminal: what bytes reach it, and what the shell shows afterwards."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecobot_tui.console.door import Door
from ecobot_tui.console.errands import stop
from ecobot_tui.wire import control
from tests.support.server import PlainClient
from tests.support.terminal import Terminal


@pytest.fixture
def terminal(state_dir: Path) -> Iterator[Terminal]:
    arguments = ["--host", "127.0.0.1", "--port", "0", "--state-dir", str(state_dir)]
    terminal = Terminal([sys.executable, "-m", "ecobot_tui.console.cli", *arguments], dict(os.environ), state_dir)
    yield terminal
    terminal.close()
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
        terminal.type("q")
        shell = terminal.rest()
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
