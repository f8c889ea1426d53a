"""How a server starts, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.support.groq_server import Behaviour, GroqServer
from tests.support.server import PROMPT, ServerProcess
from tests.support.waiting import eventually

GOODBYE = "⏹ EcoBot se está apagando. Gracias por usar EcoBot."


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, "stop"])
def test_stopping_says_goodbye_to_everyone_and_exits_with_0(server: ServerProcess, how):
    clients = [server.connect() for _ in range(3)]
    for client in clients:
        client.greeting()
    if how == "stop":
        assert server.control("stop")["is"] == "accepted"
    else:
        server.process.send_signal(how)
    for client in clients:
        assert client.read_to_end().decode() == f"\r\n{GOODBYE}\r\n"
    assert server.process.wait(20) == 0
    assert not server.socket_path.exists()
    assert "⏹ Apagando servidor EcoBot socket..." in server.log
    assert "Traceback" not in server.log


def test_answers_in_work_end_before_the_server_does(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una ", "dos ", "tres."], hold_after=1)
    idle, busy = server_with_model.connect(), server_with_model.connect()
    idle.greeting()
    busy.greeting()
    busy.send("Analizá críticamente el trueque en Saturno\r\n".encode())
    busy.read_until(b"Una")
    server_with_model.process.send_signal(signal.SIGTERM)
    assert GOODBYE in idle.read_to_end().decode()
    groq.release.set()
    said = busy.read_to_end().decode()
    assert "dos tres." in said
    assert said.endswith(f"\r\n{GOODBYE}\r\n")
    assert server_with_model.process.wait(20) == 0


def test_a_second_signal_ends_at_once(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una "] * 9, hold_after=1)
    client = server_with_model.connect()
    client.greeting()
    client.send("Analizá críticamente el trueque en Saturno\r\n".encode())
    client.read_until(b"Una")
    server_with_model.process.send_signal(signal.SIGTERM)
    while not server_with_model.status()["draining"]:
        pass
    began = time.monotonic()
    server_with_model.process.send_signal(signal.SIGTERM)
    assert server_with_model.process.wait(20) == 0
    assert time.monotonic() - began < 9, "it waited for the whole deadline"


def test_new_clients_are_not_taken_while_it_drains(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una "] * 9, hold_after=1)
    client = server_with_model.connect()
    client.greeting()
    client.send("Analizá críticamente el trueque en Saturno\r\n".encode())
    client.read_until(b"Una")
    server_with_model.process.send_signal(signal.SIGTERM)
    while not server_with_model.status()["draining"]:
        pass
    with pytest.raises(ConnectionError):
        server_with_model.connect()
    groq.release.set()
    assert server_with_model.process.wait(20) == 0


def test_a_hang_up_ends_nothing(server: ServerProcess):
    client = server.connect()
    client.greeting()
    server.process.send_signal(signal.SIGHUP)
    assert "EcoBot: " in client.ask("pbi")
    eventually(lambda: "no tiene un directorio de conceptos propios" in server.log, "the signal is told in the log")
    assert server.terminate() == 0


def test_a_second_server_on_the_same_directory_is_refused_with_one_line(server: ServerProcess):
    ended = subprocess.run(
        [sys.executable, "-m", "ecobot_tui.server", *server.arguments()],
        env=server.environment, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.strip() == f"Ya hay un servidor de EcoBot que usa {server.state_dir}."
    client = server.connect()
    client.greeting()
    assert client.ask("pbi").endswith(PROMPT.decode())


def test_after_kill_9_the_next_server_takes_the_directory_over(server: ServerProcess):
    server.kill()
    assert server.socket_path.exists()
    server.start()
    assert server.status()["sessions"] == 0


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--port", "cinco"], {}),
        (["--port", "70000"], {}),
        (["--store", "papel"], {}),
        ([], {"ECOBOT_SOCKET_PORT": "x"}),
        ([], {"ECOBOT_LIMITS": "off"}),
        (["--config", "/no/existe.toml"], {}),
        (["--knowledge", "/no/existe"], {}),
        ([], {"ECOBOT_KNOWLEDGE_DIR": "/dev/null"}),
    ],
)
def test_a_wrong_value_is_one_line_and_status_2(tmp_path, arguments, environment):
    ended = subprocess.run(
        [sys.executable, "-m", "ecobot_tui.server", *arguments],
        env={**os.environ, "HOME": str(tmp_path), **environment}, cwd=tmp_path,
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
