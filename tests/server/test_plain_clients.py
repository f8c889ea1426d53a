"""Plain clients on real sockets."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.support.server import PROMPT, ServerProcess
from tests.support.waiting import eventually


def test_greeting_prompt_answer_and_farewell(server: ServerProcess):
    client = server.connect()
    greeting = client.greeting().decode()
    sid = server.sessions()[0]["sid"]
    assert greeting == (
        f"Bienvenido a EcoBot👋\r\nTu session_id es: {sid}\r\n"
        "Escribí tu pregunta de economía o 'salir' para desconectarte.\r\n\r\n> "
    )
    answer = client.ask("¿Qué es el PBI?")
    assert answer.startswith("\r\nEcoBot: ")
    assert "producto bruto interno" in answer.casefold()
    assert answer.endswith("\r\n\r\n> ")
    client.send(b"salir\r\n")
    assert client.read_to_end().decode() == "👋 Cerrando sesión. Gracias por usar EcoBot.\r\n"


def test_log_speaks_in_the_original_s_words(server: ServerProcess):
    client = server.connect()
    client.greeting()
    [row] = server.sessions()
    name = ("127.0.0.1", client.socket.getsockname()[1])
    client.close()
    eventually(lambda: not server.sessions(), "the session is gone")
    assert f"EcoBot socket server escuchando en 127.0.0.1:{server.port} ..." in server.log
    assert f"[Sesión 1] Nueva conexión desde {name} (sid={row['sid']})" in server.log
    assert f"[Sesión 1] Conexión cerrada {name} (sid={row['sid']})" in server.log


def test_a_question_may_lean_on_the_one_before_and_sessions_do_not_mix(server: ServerProcess):
    one, other = server.connect(), server.connect()
    for client in (one, other):
        client.greeting()
    one.ask("¿qué es la inflación?")
    other.ask("¿qué es el VAN?")
    assert "Inflación" in one.ask("más")
    assert "Valor actual neto" in other.ask("un ejemplo")
    assert "Inflación" in one.ask("¿cómo se calcula?")


def test_a_chart_fits_a_terminal(server: ServerProcess):
    client = server.connect()
    client.greeting()
    lines = client.ask("grafico oferta demanda 100 2 20 1").strip("\r\n> ").split("\r\n")
    assert lines[0] == "EcoBot: Oferta y demanda"
    assert any("Q=26,67; P=46,67" in line for line in lines)
    assert max(len(line) for line in lines) <= 78


def test_half_closed_client_gets_its_answer(server: ServerProcess):
    client = server.connect()
    client.send("cuánto es 2+2".encode())  # No line end either, as from `printf`.
    client.socket.shutdown(socket.SHUT_WR)
    said = client.read_to_end().decode()
    assert "EcoBot: " in said
    assert "4" in said.split("EcoBot: ")[1]


def test_without_a_key_a_hard_question_is_told_so_and_nothing_is_made_up(server: ServerProcess):
    client = server.connect()
    client.greeting()
    answer = client.ask("Analizá críticamente la política industrial de Corea del Sur desde 1960")
    assert "necesita el modelo de IA" in answer
    assert "modo local" in answer
    assert server.status()["routes"] == {"guía": 1}


def test_numbers_grow_and_sids_are_eight_hex_digits(server: ServerProcess):
    clients = [server.connect() for _ in range(5)]
    for client in clients:
        client.greeting()
    rows = server.sessions()
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5]
    assert len({row["sid"] for row in rows}) == 5
    assert all(len(row["sid"]) == 8 and int(row["sid"], 16) >= 0 for row in rows)
    clients[0].close()
    eventually(lambda: len(server.sessions()) == 4, "one is gone")
    sixth = server.connect()
    sixth.greeting()
    assert server.sessions()[-1]["number"] == 6


def test_pasted_questions_are_all_answered(server: ServerProcess):
    client = server.connect()
    client.greeting()
    client.send(b"".join(b"cuanto es %d + 1\r\n" % n for n in range(100)))
    said = "".join(client.read_until(PROMPT).decode() for _ in range(100))
    assert said.count("EcoBot: ") == 100
    assert [f" {n + 1}" in said for n in range(100)] == [True] * 100


def test_a_client_that_does_not_read_is_not_read_from_and_others_go_on(server: ServerProcess):
    greedy = server.connect()
    greedy.socket.settimeout(1)
    # Each answer is fifty times as long as its question: without a stop, all of it would wait in the server. What the
    # kernel's own buffers take is a few megabytes; then sending stands still.
    with pytest.raises(TimeoutError):
        greedy.send(b"pbi\r\n" * 10_000_000)
    other = server.connect()
    other.greeting()
    assert "EcoBot: " in other.ask("¿Qué es la inflación?")


@pytest.mark.telnet
def test_real_telnet_client_talks_interrupts_and_leaves(server: ServerProcess, telnet: str):
    import pexpect

    with pexpect.spawn(telnet, ["127.0.0.1", str(server.port)], timeout=15, encoding="utf-8") as client:
        client.expect("Escribí tu pregunta de economía o 'salir' para desconectarte.\r\n\r\n> ")
        client.sendline("¿Qué es el PBI?")
        client.expect("EcoBot: .*\r\n\r\n> ")
        # Ctrl-C makes Linux telnet mute until the server has answered its timing mark.
        client.sendintr()
        client.expect("No hay ninguna respuesta en curso.")
        client.sendline("¿Qué es la inflación?")
        client.expect("EcoBot: .*\r\n\r\n> ")
        client.sendline("salir")
        client.expect("👋 Cerrando sesión. Gracias por usar EcoBot.")
        client.expect("Connection closed by foreign host.")


def test_port_in_use_is_one_clear_line(server: ServerProcess, tmp_path):
    arguments = ["--host", "127.0.0.1", "--port", str(server.port), "--state-dir", str(tmp_path)]
    ended = subprocess.run(
        [sys.executable, "-m", "ecobot_tui.server", *arguments],
        env=server.environment, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert len(ended.stderr.strip().splitlines()) == 1
    sentence = f"No se pudo iniciar EcoBot en 127.0.0.1:{server.port}: otro programa ya usa ese puerto."
    assert ended.stderr.splitlines()[-1] == sentence
