"""`ecobot-chat` as a process: its command line, and its line mode against a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.groq_server import GroqServer
from tests.support.server import ServerProcess

CHAT = [sys.executable, "-W", "error", "-m", "ecobot_tui.chat.cli"]


def chat(*arguments: str, typed: str | bytes = "", **environment: str) -> tuple[int, str, str]:
    given = typed if isinstance(typed, bytes) else typed.encode()
    ran = subprocess.run(
        [*CHAT, *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=40,
        check=False,
    )
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def test_the_help_is_in_spanish() -> None:
    status, out, err = chat("--help")
    assert (status, err) == (0, "")
    assert out.startswith("uso: ecobot-chat [-h] [--version] [HOST] [PORT]\n")
    assert "show this help" not in out


def test_help_and_line_mode_load_neither_textual_nor_rich() -> None:
    program = """
import sys
from ecobot_tui.chat import cli
try:
    cli.main(sys.argv[1:])
except SystemExit:
    pass
heavy = {name for name in sys.modules if name.partition(".")[0] in {"textual", "rich", "groq"}}
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""
    for arguments in (["--help"], ["127.0.0.1", "1"]):
        ran = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=40,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["127.0.0.1", "0"], {}, "PORT = «0»: tiene que ser un número entre 1 y 65535."),
        (["127.0.0.1", "99999"], {}, "PORT = «99999»: tiene que ser un número entre 1 y 65535."),
        (["127.0.0.1", "00500199"], {}, "PORT = «00500199»: tiene que ser un número entre 1 y 65535."),
        (["127.0.0.1", "\x1b[2Jx"], {}, "PORT = «x»: tiene que ser un número entre 1 y 65535."),
        ([], {"ECOBOT_SOCKET_PORT": "cinco"}, "ECOBOT_SOCKET_PORT = «cinco»: tiene que ser un número entre 1 y 65535."),
        (["a b"], {}, "HOST = «a b»: tiene que ser un nombre o una dirección, como 127.0.0.1."),
        (["--nada"], {}, "ecobot-chat: no se entiende: --nada. Probá con --help."),
        (["a", "1", "más"], {}, "ecobot-chat: no se entiende: más. Probá con --help."),
    ],
)
def test_a_wrong_value_is_one_line_in_spanish(arguments: list[str], environment: dict[str, str], said: str) -> None:
    assert chat(*arguments, **environment) == (2, "", said + "\n")


def test_a_name_that_does_not_exist() -> None:
    status, _, err = chat("no-hay.invalid", "5001")
    assert status == 1
    assert err.startswith("No se pudo conectar a no-hay.invalid:5001: ")
    assert err.count("\n") == 1


def test_one_question_through_a_pipe(server: ServerProcess) -> None:
    status, out, err = chat(typed="¿qué es el PBI?\n", ECOBOT_SOCKET_PORT=str(server.port))
    assert (status, err) == (0, "")
    assert "producto bruto interno (PBI)" in out
    assert out.endswith("\n")


def test_several_questions_and_a_last_line_without_its_end(server: ServerProcess) -> None:
    status, out, err = chat("127.0.0.1", str(server.port), typed="21 % de 15.300\n\n\n10 % de 50")
    assert (status, err) == (0, "")
    assert "3.213" in out
    assert out.index("3.213") < out.rindex("5")


def test_a_question_of_a_megabyte_is_told(server: ServerProcess) -> None:
    status, out, err = chat("127.0.0.1", str(server.port), typed=b"x" * 1_000_000 + b"\n")
    assert (status, out) == (1, "")
    assert err == "Esa línea es demasiado larga para ser una pregunta; no se lee más.\n"


def test_bytes_that_are_no_text(server: ServerProcess) -> None:
    status, out, _ = chat("127.0.0.1", str(server.port), typed=b"\xff\xfe \x1b[2J [/x]\n\xf0\x9f\n")
    assert status == 0
    assert "\x1b" not in out


def test_a_file_as_input(server: ServerProcess, tmp_path: Path) -> None:
    questions = tmp_path / "preguntas.txt"
    questions.write_text("¿qué es el PBI?\n" * 5, encoding="utf-8")
    with questions.open("rb") as file:
        ran = subprocess.run(
            [*CHAT, "127.0.0.1", str(server.port)], stdin=file, capture_output=True, timeout=40, check=False
        )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().count("producto bruto interno (PBI)") == 5


def test_a_reader_that_has_enough(server: ServerProcess) -> None:
    command = f"yes '¿qué es el PBI?' | '{sys.executable}' -m ecobot_tui.chat.cli 127.0.0.1 {server.port} | head -1"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=40, check=False, text=True
    )
    assert ran.stderr.replace("yes: standard output: Broken pipe\n", "") == ""
    assert ran.stdout.count("\n") == 1


def test_the_model_streams_through_a_pipe(server_with_model: ServerProcess, groq: GroqServer) -> None:
    status, out, err = chat("127.0.0.1", str(server_with_model.port), typed="contame de la economía de Marte\n")
    assert (status, err) == (0, "")
    assert out.strip()


def test_the_server_goes_away(server: ServerProcess) -> None:
    with subprocess.Popen(
        [*CHAT, "127.0.0.1", str(server.port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as client:
        assert client.stdin
        assert client.stdout
        assert client.stderr
        client.stdin.write("21 % de 15.300\n")
        client.stdin.flush()
        assert "3.213" in client.stdout.readline()
        server.terminate()
        # Standard input stays open: the program ends because the session did.
        assert client.wait(15) == 1
        assert "apagando" in client.stderr.read()
