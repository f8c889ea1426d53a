"""The control door: what a script or a console sees and steers, on the real socket."""

from __future__ import annotations

import json
import socket
import stat
from typing import Any

import pytest

from tests.support.groq_server import Behaviour, GroqServer
from tests.support.server import PROMPT, ServerProcess, running_server
from tests.support.waiting import eventually


class Console:
    """A subscriber that remembers what it was told."""

    def __init__(self, server: ServerProcess) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(15)
        self.socket.connect(str(server.socket_path))
        self._lines = self.socket.makefile("rw", encoding="utf-8")
        self.greeting = self.read()
        self.rows: dict[str, dict[str, Any]] = {}
        self.gone: list[str] = []
        self.log: list[str] = []
        self.steps: list[dict[str, Any]] = []
        self.figures: dict[str, Any] = {}
        self.sequence: list[int] = []
        self._id = 0
        server.opened.callback(self.close)

    def read(self) -> dict[str, Any]:
        return json.loads(self._lines.readline())

    def request(self, op: str, **fields: Any) -> dict[str, Any]:
        self._id += 1
        self._lines.write(json.dumps({"op": op, "id": self._id, **fields}) + "\n")
        self._lines.flush()
        while (reply := self.read())["is"] == "batch":
            self.take(reply)
        assert reply["id"] == self._id
        return reply

    def take(self, batch: dict[str, Any]) -> None:
        self.sequence.append(batch["seq"])
        self.rows.update({row["sid"]: row for row in batch.get("rows", [])})
        for sid in batch.get("gone", []):
            self.gone.append(sid)
            self.rows.pop(sid, None)
        self.log += batch.get("log", [])
        self.figures = batch.get("figures") or self.figures
        if transcript := batch.get("transcript"):
            if transcript.get("reset"):
                self.steps.clear()
            self.steps += transcript["steps"]

    def until(self, what: Any) -> Any:
        """Take batches until `what()` is true, and return it."""
        while not (found := what()):
            self.take(self.read())
        return found

    def close(self) -> None:
        self._lines.close()
        self.socket.close()


def test_only_the_owner_can_open_it(server: ServerProcess):
    assert stat.S_IMODE(server.socket_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(server.state_dir.stat().st_mode) == 0o700


def test_an_open_state_directory_is_closed():
    with running_server() as server:
        server.terminate()
        server.state_dir.chmod(0o755)
        server.start()
        assert stat.S_IMODE(server.state_dir.stat().st_mode) == 0o700


def test_status_has_the_promised_keys(server: ServerProcess):
    status = server.status()
    assert {"pid", "host", "port", "sessions", "started_at", "version", "groq", "store"} <= set(status)
    assert status["pid"] == server.process.pid
    assert (status["host"], status["groq"], status["store"]) == ("127.0.0.1", "off", "memory")
    # The knowledge is read while the port is open already.
    eventually(lambda: server.status()["concepts"] >= 60, "the knowledge is read")


def test_list_has_the_promised_keys(server: ServerProcess):
    client = server.connect()
    client.greeting()
    [row] = server.sessions()
    assert {"number", "sid", "addr", "started", "last_seen", "state", "client", "node"} <= set(row)
    assert row["addr"] == f"127.0.0.1:{client.socket.getsockname()[1]}"
    assert (row["number"], row["state"], row["client"]) == (1, "libre", "telnet")


def test_kill_ends_that_session_only_and_tells_its_user_why(server: ServerProcess):
    first, second = server.connect(), server.connect()
    first.greeting()
    second.greeting()
    sid = server.sessions()[0]["sid"]
    reply = server.control("kill", sid=sid, reason="clase terminada\x1b[2J\r\n> ")
    assert (reply["is"], reply["number"]) == ("killed", 1)
    assert first.read_to_end().decode() == "\r\nTu sesión fue cerrada desde admin. Motivo: clase terminada >\r\n"
    assert "EcoBot: " in second.ask("pbi")
    assert f"Sesión {sid} cerrada desde admin." in server.log
    again = server.control("kill", sid=sid)
    assert (again["is"], again["code"]) == ("refused", "no-session")
    assert again["text"] == "No existe esa sesión o ya está cerrada."


def test_two_consoles_each_get_all_news(server: ServerProcess):
    one, two = Console(server), Console(server)
    for console in (one, two):
        console.request("subscribe")
    client = server.connect()
    client.greeting()
    client.ask("pbi")
    sid = server.sessions()[0]["sid"]
    for console in (one, two):
        row = console.until(lambda c=console: (r := c.rows.get(sid)) and r["route"] and r)
        assert (row["route"], row["questions"], row["last_question"]) == ("local", 1, "pbi")
        assert any("Nueva conexión" in line for line in console.until(lambda c=console: c.log))
    client.close()
    for console in (one, two):
        console.until(lambda c=console: sid in c.gone)
        assert console.rows == {}
        assert console.sequence == list(range(1, len(console.sequence) + 1))


def test_a_followed_session_is_told_token_by_token(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["uno ", "dos ", "tres"], hold_after=2)
    client = server_with_model.connect()
    client.greeting()
    client.ask("pbi")
    client.send("Analizá críticamente el trueque en Saturno\r\n".encode())
    client.read_until(b"uno")
    console = Console(server_with_model)
    console.request("subscribe")
    console.request("follow", sid=server_with_model.sessions()[0]["sid"])
    # What was said before comes first, the running answer as far as it got.
    console.until(lambda: len(console.steps) >= 5)
    assert [step["step"] for step in console.steps] == ["turn", "turn", "turn", "begin", "piece"]
    assert (console.steps[1]["role"], console.steps[1]["route"]) == ("assistant", "local")
    assert console.steps[4]["text"].startswith("uno")
    groq.release.set()
    last = console.until(lambda: console.steps[-1]["step"] == "turn" and console.steps[-1])
    assert (last["role"], last["text"], last["route"]) == ("assistant", "uno dos tres", "groq")
    assert last["reason"]
    pieces = "".join(step["text"] for step in console.steps if step["step"] == "piece")
    assert pieces == "uno dos tres"


def test_a_console_that_does_not_read_costs_a_bounded_buffer_and_is_told_all_in_the_end(server: ServerProcess):
    console = Console(server)
    console.request("subscribe")
    client = server.connect()
    client.greeting()
    console.request("follow", sid=server.sessions()[0]["sid"])
    for _ in range(400):
        client.send(b"pbi\r\n" * 5)
        for _ in range(5):
            client.read_until(PROMPT)
    assert server.status()["questions"] == 2000
    row = console.until(lambda: (rows := list(console.rows.values())) and rows[0]["questions"] == 2000 and rows[0])
    assert row["state"] == "libre"
    assert console.until(lambda: console.steps[-1]["step"] == "turn")


@pytest.mark.parametrize("line", [b"", b"nada", b"[]", b'{"op":"boom","id":1}', b'{"op":"kill"}', b"\xff\x00\x1b[2J"])
def test_nonsense_is_refused_and_the_door_stays_open(server: ServerProcess, line: bytes):
    console = Console(server)
    console.socket.sendall(line + b"\n")
    reply = console.read()
    assert (reply["is"], reply["code"]) == ("refused", "bad-request")
    assert console.request("status")["is"] == "status"


def test_an_endless_request_closes_the_visit_and_not_the_server(server: ServerProcess):
    console = Console(server)
    try:
        console.socket.sendall(b"x" * 1_000_000)
        assert console.socket.recv(10) == b""
    except ConnectionError:
        pass
    assert server.status()["sessions"] == 0


def test_following_nobody_is_refused(server: ServerProcess):
    console = Console(server)
    console.request("subscribe")
    assert console.request("follow", sid="00000000")["code"] == "no-session"
    assert console.request("follow", sid=None)["is"] == "accepted"


def test_a_console_that_vanishes_is_forgotten(server: ServerProcess):
    console = Console(server)
    console.request("subscribe")
    console.close()
    client = server.connect()
    client.greeting()
    assert "EcoBot: " in client.ask("pbi")
    eventually(lambda: server.status()["sessions"] == 1, "the server goes on")


def test_what_was_said_before_a_kill_is_told_as_partial(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["uno ", "dos ", "tres"], hold_after=2)
    client = server_with_model.connect()
    client.greeting()
    client.send("Analizá críticamente el trueque en Saturno\r\n".encode())
    client.read_until(b"uno")
    sid = server_with_model.sessions()[0]["sid"]
    console = Console(server_with_model)
    console.request("subscribe")
    console.request("follow", sid=sid)
    console.until(lambda: any(step["step"] == "piece" for step in console.steps))
    console.request("kill", sid=sid)
    last = console.until(lambda: console.steps[-1]["step"] == "turn" and console.steps[-1])
    assert (last["role"], last["partial"]) == ("assistant", True)
    assert last["text"].startswith("uno")
    assert "Tu sesión fue cerrada desde admin." in client.read_to_end().decode()
