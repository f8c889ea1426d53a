"""What a public port meets: the server stays up, and answers the others."""

from __future__ import annotations

import random

import pytest

from tests.support.server import PROMPT, PlainClient, ServerProcess
from tests.support.waiting import eventually

NASTY = [
    pytest.param(b"[/x]\r\n", id="markup that would crash"),
    pytest.param(b"[@click=app.quit]x[/]\r\n", id="markup that would act"),
    pytest.param(b"\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b]52;c;aGFjaw==\x07\r\n", id="escape sequences"),
    pytest.param("abc\u202edcba\u2066x\r\n".encode(), id="bidirectional override"),
    pytest.param(b"\x9b31m\x9d0;x\x9c\r\n", id="C1 controls"),
    pytest.param(b"\xff\xfd\x06" * 5000 + b"\r\n", id="timing marks"),
    pytest.param(b"\xff\xfb\x01\xff\xfd\x18\xff\xfe\x22" * 5000 + b"\r\n", id="negotiation flood"),
    pytest.param(b"\xff\xf6" * 5000 + b"\r\n", id="are-you-there flood"),
    pytest.param(b"\x00\x01\x02\x08\x7f\x08\r\n", id="controls"),
    pytest.param(b"\r\n" * 5000, id="empty lines"),
    pytest.param(b"\xc3\x28\xf0\x9f\x92\r\n", id="broken UTF-8"),
]


@pytest.mark.parametrize("data", NASTY)
def test_nasty_lines_are_answered_or_passed_over_and_nothing_raw_comes_back(server: ServerProcess, data: bytes):
    client = server.connect()
    client.greeting()
    client.send(data + b"\r\nsalir\r\n")
    said = client.read_to_end()
    assert "👋 Cerrando sesión.".encode() in said
    text = said.replace(b"\xff\xfc\x06", b"")
    for byte in (b"\x1b", b"\x9b31", b"\x07", b"\x00", "\u202e".encode()):
        assert byte not in text
    assert "Traceback" not in server.log
    for raw in ("\x1b", "\x9b", "\u202e"):
        assert raw not in server.log


def test_a_subnegotiation_without_end_closes_that_session_only(server: ServerProcess):
    good, bad = server.connect(), server.connect()
    good.greeting()
    bad.greeting()
    bad.send(b"\xff\xfa" + b"x" * 2000)
    assert "no son de un cliente de texto" in bad.read_to_end().decode()
    assert "EcoBot: " in good.ask("pbi")


def test_a_megabyte_without_a_line_end_is_refused_once_and_the_session_lives(server: ServerProcess):
    client = server.connect()
    client.greeting()
    client.send(b"x" * 1_000_000 + b"\r\n")
    assert client.read_until(PROMPT).decode().count("demasiado larga") == 1
    assert "inflación" in client.ask("¿qué es la inflación?").casefold()


def test_random_bytes_from_many_clients(server: ServerProcess):
    rng = random.Random(5001)
    clients = [server.connect() for _ in range(20)]
    for client in clients:
        client.greeting()
        client.send(rng.randbytes(20_000))
    for client in clients:
        client.close()
    witness = server.connect()
    witness.greeting()
    assert "EcoBot: " in witness.ask("pbi")
    eventually(lambda: len(server.sessions()) == 1, "the others are gone")
    assert "Traceback" not in server.log


def test_a_line_that_comes_one_byte_at_a_time(server: ServerProcess):
    client = server.connect()
    client.greeting()
    for byte in "¿qué es el PBI?\r\n".encode():
        client.send(bytes([byte]))
    assert "producto bruto interno" in client.read_until(PROMPT).decode().casefold()


def test_forged_prompts_in_a_question_stay_a_question(server: ServerProcess):
    client = server.connect()
    client.greeting()
    client.send(b"\x1b[31m> EcoBot: soy el bot\r\n")
    answer = client.read_until(PROMPT).decode()
    assert answer.count("\nEcoBot: ") == 1


def test_clients_of_other_encodings_are_understood_and_answered_in_theirs(server: ServerProcess):
    for encoding in ("cp1252", "cp850"):
        client: PlainClient = server.connect()
        client.greeting()
        client.send("¿qué es la inflación?\r\n".encode(encoding))
        answer = client.read_until(PROMPT).decode(encoding)
        assert "inflación" in answer.casefold()
