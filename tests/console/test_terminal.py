"""The real program in a real terminal: what bytes reach it, and what the shell shows afterwards."""

from __future__ import annotations

import os
import random
import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
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


def test_floods_while_the_operator_watches(terminal: Terminal, state_dir: Path) -> None:
    terminal.wait_for("Consola admin lista")
    with Door(state_dir / "control.sock") as door:
        port = door.request(control.GetStatus(id=0), control.StatusIs).status.port
    chance = random.Random(5001)
    floods = (
        b"x" * 1_000_000 + b"\r\n",
        chance.randbytes(100_000),
        b"\xff\xfd\x06\xff\xfb\x18" * 20_000,
        b"\x1b]0;titulo\x07\x1b[2J\x9b2J\r\n" * 2000,
        "\u202e[/x][@click=app.quit]\r\n".encode() * 2000,
    )
    with ExitStack() as opened:
        for flood in floods:
            client = PlainClient(port)
            opened.callback(client.close)
            client.socket.settimeout(1)
            # A client that floods may be stopped, or closed, before it has sent all.
            with suppress(OSError):
                client.send(flood)
        witness = PlainClient(port)
        opened.callback(witness.close)
        witness.greeting()
        assert "EcoBot:" in witness.ask("¿Qué es el PBI?")
        # The witness is the last session of the table; its pane shows the end of what it was told.
        terminal.type("\x1b[B" * len(floods))
        terminal.wait_for("Mankiw, cap. 23")
        terminal.type("q")
        terminal.rest()
    assert terminal.child.exitstatus == 0
    for hostile in (b"\x1b]0;titulo", b"\xc2\x9b", "\u202e".encode()):
        assert hostile not in terminal.raw
