"""The main job, whole: a console in a terminal, two telnets, an ecobot-chat, and what becomes of each."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.support.server import clean_environment
from tests.support.terminal import Terminal

PROMPT = "\r\n\r\n> "


class Desk:
    """An operator's machine: a state directory, terminals, and the shell."""

    def __init__(self, telnet: str) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="eco-"))
        self.environment = clean_environment(self.directory)
        self.opened = contextlib.ExitStack()
        self.opened.callback(shutil.rmtree, self.directory, ignore_errors=True)
        self.opened.callback(self.shell, "stop")
        self._telnet = telnet

    def shell(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ecobot_tui.console.cli", *arguments, "--state-dir", str(self.directory)]
        return subprocess.run(
            command, env=self.environment, cwd=self.directory, capture_output=True, text=True, timeout=30, check=False
        )

    def sessions(self) -> list[dict[str, Any]]:
        return json.loads(self.shell("list", "--json").stdout)

    def console(self) -> Terminal:
        options = ["--host", "127.0.0.1", "--port", "0", "--state-dir", str(self.directory)]
        return self._terminal(["ecobot_tui.console.cli", *options], columns=140, lines=40)

    def chat(self, port: int) -> Terminal:
        return self._terminal(["ecobot_tui.chat.cli", "127.0.0.1", str(port)], columns=80, lines=24)

    def telnet(self, port: int) -> pexpect.spawn[str]:
        client = pexpect.spawn(self._telnet, ["127.0.0.1", str(port)], timeout=15, encoding="utf-8")
        self.opened.callback(client.close, force=True)
        return client

    def _terminal(self, module: list[str], columns: int, lines: int) -> Terminal:
        command = [sys.executable, "-m", *module]
        terminal = Terminal(command, self.environment, self.directory, columns=columns, lines=lines)
        self.opened.callback(terminal.close)
        return terminal


@pytest.fixture
def desk(telnet: str) -> Iterator[Desk]:
    desk = Desk(telnet)
    with desk.opened:
        yield desk


def greeted(client: pexpect.spawn[str]) -> str:
    """Wait for the greeting and return the sid in it."""
    client.expect(r"Tu session_id es: ([0-9a-f]{8})\r\n")
    sid = client.match.group(1)
    client.expect_exact("> ")
    return str(sid)


def ask(client: pexpect.spawn[str], question: str) -> str:
    """Ask and return the answer."""
    client.sendline(question)
    client.expect(r"EcoBot: (.*?)\r\n\r\n> ")
    return str(client.match.group(1))


@pytest.mark.telnet
@pytest.mark.timeout(180)
def test_the_main_job(desk: Desk):
    console = desk.console()
    console.wait_for("Consola admin lista")
    port = json.loads(desk.shell("status", "--json").stdout)["port"]

    # Each client is in the operator's table within a second of its greeting, and then its conversation.
    first = desk.telnet(port)
    doomed = greeted(first)
    console.wait_for(doomed, seconds=1)
    second = desk.telnet(port)
    staying = greeted(second)
    console.wait_for(staying, seconds=1)
    chat = desk.chat(port)
    chat.wait_for("sesión 3")
    console.wait_for("ecobot-chat", seconds=1)
    chatting = desk.sessions()[2]["sid"]

    assert "precios" in ask(first, "¿Qué es la inflación?")
    console.wait_for("¿Qué es la inflación?", seconds=1)
    console.type("\x1b[B")
    ask(second, "¿Qué es el PBI?")
    console.wait_for("¿Qué es el PBI?", seconds=1)
    console.type("\x1b[B")
    chat.type("¿Qué es el desempleo?\r")
    chat.wait_for("PEA")
    console.wait_for("¿Qué es el desempleo?", seconds=1)

    # Killed by sid from the command line; only that one goes.
    console.type(f":kill {doomed}\r")
    console.wait_for(f"Sesión {doomed} cerrada desde admin.")
    first.expect_exact("Tu sesión fue cerrada desde admin.")
    first.expect(pexpect.EOF)
    assert [row["sid"] for row in desk.sessions()] == [staying, chatting]

    console.type(":exit\r")
    farewell = console.rest()
    assert "ecobot-console" in farewell
    assert re.search(r"ecobot-console .*stop", farewell)
    assert console.child.exitstatus == 0

    # Nobody noticed; and a new one can come.
    assert "15" in ask(second, "cuánto es 7 + 8")
    chat.type("cuánto es 20 + 22\r")
    chat.wait_for("42")
    third = desk.telnet(port)
    newcomer = greeted(third)
    ask(third, "¿Qué es un bono?")

    # The console is back, with all three and what they said.
    console = desk.console()
    for sid in (staying, chatting, newcomer):
        console.wait_for(sid)
    for question in ("¿Qué es el PBI?", "¿Qué es el desempleo?", "¿Qué es un bono?"):
        console.wait_for(question)
        console.type("\x1b[B")

    assert desk.shell("stop").returncode == 0
    for client in (second, third):
        client.expect_exact("EcoBot se está apagando")
        client.expect(pexpect.EOF)
    chat.wait_for("apagando")
    assert desk.shell("list").returncode == 1
