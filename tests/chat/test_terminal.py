"""The program in a real terminal: the bytes that reach it, and what it leaves behind."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.chat.scripted_server import GREETING, WELCOME
from tests.support.server import ServerProcess
from tests.support.terminal import Terminal

HOSTILE = "[/x] [@click=app.quit]x[/] \x1b]52;c;aG9sYQ==\x07\x1b]0;robado\x07\x9b31m\u202efin"


@contextmanager
def program(port: int, directory: Path) -> Iterator[Terminal]:
    command = [sys.executable, "-m", "ecobot_tui.chat.cli", "127.0.0.1", str(port)]
    terminal = Terminal(command, dict(os.environ), directory)
    try:
        yield terminal
    finally:
        terminal.close()


@contextmanager
def one_client(script: Callable[[socket.socket], None]) -> Iterator[int]:
    """Play a script to one client from a thread: a terminal is read by calls that block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with listener.accept()[0] as peer:
                peer.settimeout(20)
                script(peer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(20)
        assert not thread.is_alive()


def test_nothing_raw_reaches_the_terminal(tmp_path: Path) -> None:
    def script(peer: socket.socket) -> None:
        heard = peer.makefile("rb")
        heard.readline()
        peer.sendall(GREETING + b"\r\n" + chat.encode(WELCOME) + chat.encode(chat.Prompt()))
        for route in (Route.LOCAL, Route.GROQ):
            ask = chat.decode_client(heard.readline())
            assert isinstance(ask, chat.Ask)
            answer = (
                chat.Ack(ask.id),
                chat.Begin(ask.id, route, HOSTILE),
                chat.Delta(ask.id, 0, HOSTILE),
                chat.Notice(HOSTILE),
                chat.Done(ask.id, Ending.COMPLETE, 5, route, HOSTILE, HOSTILE, ""),
            )
            peer.sendall(b"".join(chat.encode(message) for message in answer))
        heard.read()

    with one_client(script) as port, program(port, tmp_path) as terminal:
        terminal.wait_for("conectado")
        terminal.type("uno\r")
        terminal.wait_for("local · [/x]")
        terminal.type("dos\r")
        terminal.wait_for("groq · [/x]")
        assert terminal.shows("[/x] [@click=app.quit]x[/]")
        terminal.type("\x11")
        terminal.rest()
        # Textual itself says which shape the mouse pointer has.
        raw = terminal.raw.replace(b"\x1b]22;default\x07", b"").replace(b"\x1b]22;text\x07", b"")
        for forbidden in (b"\x1b]52", b"robado", b"\x07", "\x9b".encode(), "\u202e".encode()):
            assert forbidden not in raw
        assert terminal.child.exitstatus == 0


def test_a_goodbye_is_left_on_the_terminal(server: ServerProcess, tmp_path: Path) -> None:
    with program(server.port, tmp_path) as terminal:
        terminal.wait_for("conectado")
        terminal.type("salir\r")
        assert "👋 Cerrando sesión. Gracias por usar EcoBot." in terminal.rest()
        assert terminal.child.exitstatus == 0


def test_a_server_of_another_kind(tmp_path: Path) -> None:
    def script(peer: socket.socket) -> None:
        peer.sendall(b"x" * (chat.LINE_LIMIT + 1))
        peer.makefile("rb").read()

    with one_client(script) as port, program(port, tmp_path) as terminal:
        assert "no habla el protocolo estructurado de EcoBot" in terminal.rest()
        assert terminal.child.exitstatus == 1
