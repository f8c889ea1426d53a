"""A real server process on a free port with a state directory of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.waiting import eventually

PROMPT = b"\r\n> "


def clean_environment(home: Path, **extra: str) -> dict[str, str]:
    """Return an environment in which EcoBot finds neither a key nor anybody's own configuration."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("ECOBOT_", "GROQ_", "XDG_", "TEXTUAL", "NO_COLOR"))
    }
    return {**kept, "HOME": str(home), **extra}


def use_clean_environment(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let this process, and those it starts, live in such an environment while a test runs."""
    kept = clean_environment(home, TEXTUAL_ANIMATIONS="none")
    for name in os.environ.keys() - kept.keys():
        monkeypatch.delenv(name)
    for name, value in kept.items():
        monkeypatch.setenv(name, value)


class ServerProcess:
    """One running server."""

    def __init__(self, state_dir: Path, environment: dict[str, str]) -> None:
        self.state_dir = state_dir
        self.socket_path = state_dir / "control.sock"
        self.log_path = state_dir / "test.log"
        self.environment = environment
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None
        # What a test opened is closed with the server, so that a failing test leaves nothing behind.
        self.opened = ExitStack()

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process
        return self._process

    @property
    def log(self) -> str:
        return self.log_path.read_text(encoding="utf-8", errors="replace") if self.log_path.exists() else ""

    def arguments(self, port: int = 0) -> list[str]:
        return ["--host", "127.0.0.1", "--port", str(port), "--state-dir", str(self.state_dir)]

    def start(self, port: int = 0) -> None:
        """Start it, and wait until it takes connections."""
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ecobot_tui.server", *self.arguments(port)],
                cwd=self.state_dir,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.port = eventually(self._ready, "the server is ready")["port"]

    def _ready(self) -> dict[str, Any] | None:
        assert self.process.poll() is None, f"the server ended: {self.log}"
        try:
            return self.status()
        except OSError:
            return None

    def control(self, op: str, **fields: Any) -> dict[str, Any]:
        """Send one request through the control door and return the answer."""
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(10)
            door.connect(str(self.socket_path))
            with door.makefile("rw", encoding="utf-8") as lines:
                lines.readline()
                lines.write(json.dumps({"op": op, "id": 1, **fields}) + "\n")
                lines.flush()
                return json.loads(lines.readline())

    def status(self) -> dict[str, Any]:
        return self.control("status")["status"]

    def sessions(self) -> list[dict[str, Any]]:
        return self.control("list")["rows"]

    def transcript(self, sid: str) -> list[dict[str, Any]]:
        """Return what is stored of a conversation, as a console that follows it gets it."""
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(10)
            door.connect(str(self.socket_path))
            with door.makefile("rw", encoding="utf-8") as lines:
                lines.readline()
                for number, request in enumerate(({"op": "subscribe"}, {"op": "follow", "sid": sid}), start=1):
                    lines.write(json.dumps({**request, "id": number}) + "\n")
                lines.flush()
                for line in lines:
                    if (found := json.loads(line).get("transcript")) and found["sid"] == sid:
                        return found["steps"]
        raise AssertionError(f"no transcript of {sid}")

    def connect(self) -> PlainClient:
        client = PlainClient(self.port)
        self.opened.callback(client.close)
        return client

    def terminate(self) -> int:
        """Stop it as an operator does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def kill(self) -> None:
        self.opened.close()
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait(10)


class PlainClient:
    """A raw TCP client that reads up to what it waits for."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=15)
        self.received = b""

    def read_until(self, mark: bytes) -> bytes:
        """Return everything up to and with `mark`; what comes behind it stays for the next call."""
        while mark not in self.received:
            data = self.socket.recv(65536)
            if not data:
                raise AssertionError(f"closed before {mark!r}: {self.received!r}")
            self.received += data
        end = self.received.index(mark) + len(mark)
        found, self.received = self.received[:end], self.received[end:]
        return found

    def read_to_end(self) -> bytes:
        while data := self.socket.recv(65536):
            self.received += data
        return self.received

    def greeting(self) -> bytes:
        return self.read_until(PROMPT)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, question: str) -> str:
        """Send a question and return what came up to the prompt, as text."""
        self.send(question.encode() + b"\r\n")
        return self.read_until(PROMPT).decode()

    def close(self) -> None:
        self.socket.close()


@contextmanager
def running_server(**environment: str) -> Iterator[ServerProcess]:
    """Run a server in an empty state directory; Unix sockets need short paths, so it is not pytest's."""
    state_dir = Path(tempfile.mkdtemp(prefix="eco-"))
    server = ServerProcess(state_dir, clean_environment(state_dir, **environment))
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(state_dir, ignore_errors=True)
