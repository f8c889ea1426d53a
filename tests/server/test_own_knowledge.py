"""A real server with a teacher's directory: answered from her entries, read again without anybody's session ending."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.server import PlainClient, ServerProcess, running_server
from tests.support.waiting import eventually

QUESTION = "¿qué es la inflación?"
BAD = '[[concept]]\nname = "bono"\ndefinition = "Sin cerrar\n'
BAD_TOLD = "malo.toml, línea 3: hay un texto sin cerrar: le falta la comilla del final."


@pytest.fixture
def notes() -> Iterator[Path]:
    """Her directory, with an entry of hers and a bad file."""
    path = Path(tempfile.mkdtemp(prefix="eco-"))
    (path / "clase.md").write_text("# Inflación\n\nLa primera.\n", encoding="utf-8")
    (path / "malo.toml").write_text(BAD, encoding="utf-8")
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def teaching(notes: Path) -> Iterator[ServerProcess]:
    with running_server(ECOBOT_KNOWLEDGE_DIR=str(notes)) as running:
        yield running


def a_student(server: ServerProcess) -> PlainClient:
    client = server.connect()
    client.greeting()
    return client


def write(notes: Path, text: str) -> None:
    (notes / "clase.md").write_text(f"# Inflación\n\n{text}\n", encoding="utf-8")


def own(server: ServerProcess) -> dict[str, Any]:
    return eventually(lambda: server.status()["knowledge"], "it is read")


def test_her_entry_is_answered_and_what_is_bad_is_told(teaching: ServerProcess, notes: Path):
    student = a_student(teaching)
    answer = student.ask(QUESTION)
    assert "EcoBot: La primera.\r\n" in answer
    assert "Fuente: base local › Apuntes › Inflación (clase.md)" in answer
    # The built-in entry stays where hers is bad, and everything else is as it was.
    assert "título de deuda" in student.ask("¿qué es un bono?")
    assert own(teaching) == {"directory": str(notes), "concepts": 1, "problems": [BAD_TOLD]}
    assert f"WARNING Conceptos propios: {BAD_TOLD}" in teaching.log
    assert teaching.status()["concepts"] > 60


def test_a_hang_up_has_it_read_again(teaching: ServerProcess, notes: Path):
    student = a_student(teaching)
    assert "La primera." in student.ask(QUESTION)
    write(notes, "La segunda.")
    (notes / "malo.toml").write_text(BAD.replace("cerrar\n", 'cerrar"\n'), encoding="utf-8")
    teaching.process.send_signal(signal.SIGHUP)
    eventually(lambda: own(teaching)["concepts"] == 2, "it is read again")
    # The same session goes on, with what it was about.
    assert "La segunda." in student.ask(QUESTION)
    assert "Sin cerrar" in student.ask("¿qué es un bono?")
    assert own(teaching)["problems"] == []


def test_the_door_has_it_read_again(teaching: ServerProcess, notes: Path):
    own(teaching)
    write(notes, "La segunda.")
    reply = teaching.control("reload")
    assert reply == {
        "is": "reloaded",
        "id": 1,
        "knowledge": {"directory": str(notes), "concepts": 1, "problems": [BAD_TOLD]},
    }
    # Who asks once that answer is there gets the new one.
    assert "La segunda." in a_student(teaching).ask(QUESTION)


def test_a_conversation_on_an_entry_that_vanished_goes_on(teaching: ServerProcess, notes: Path):
    (notes / "otra.md").write_text("# Regla del aula\n\nSe piensa.\n", encoding="utf-8")
    teaching.control("reload")
    student = a_student(teaching)
    assert "Se piensa." in student.ask("regla del aula")
    (notes / "otra.md").unlink()
    (notes / "clase.md").unlink()
    teaching.control("reload")
    for question in ("más", "un ejemplo", "¿y el bono?", QUESTION):
        assert "EcoBot: " in student.ask(question)
        assert "La primera." not in student.ask(QUESTION)
    assert "Traceback" not in teaching.log


def test_a_directory_that_goes_away_leaves_what_was_read(teaching: ServerProcess, notes: Path):
    student = a_student(teaching)
    assert "La primera." in student.ask(QUESTION)
    shutil.rmtree(notes)
    reply = teaching.control("reload")
    assert (reply["is"], reply["code"]) == ("refused", "unreadable")
    assert reply["text"] == f"No se pudo leer {notes}: no existe. Sigue valiendo lo que se leyó antes."
    assert "La primera." in student.ask(QUESTION)
    assert own(teaching)["concepts"] == 1


def test_many_who_ask_at_once_are_all_answered(teaching: ServerProcess, notes: Path):
    own(teaching)
    student = a_student(teaching)
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(15)
        door.connect(str(teaching.socket_path))
        with door.makefile("rw", encoding="utf-8") as lines:
            lines.readline()
            for number in range(1, 41):
                lines.write(json.dumps({"op": "reload", "id": number}) + "\n")
            write(notes, "La segunda.")
            lines.flush()
            for _ in range(50):
                teaching.process.send_signal(signal.SIGHUP)
            assert "inflación" in student.ask(QUESTION).casefold()
            replies = [json.loads(lines.readline()) for _ in range(40)]
    assert sorted(reply["id"] for reply in replies) == list(range(1, 41))
    assert {reply["is"] for reply in replies} == {"reloaded"}
    # Those who asked before a reading began shared it.
    assert teaching.log.count(f"Conceptos propios de {notes}") < 20
    assert "La segunda." in student.ask(QUESTION)


def test_stopping_while_it_is_read_again_is_clean(teaching: ServerProcess):
    own(teaching)
    teaching.process.send_signal(signal.SIGHUP)
    assert teaching.terminate() == 0
    assert "Traceback" not in teaching.log


def test_without_a_directory_nothing_is_read_again(server: ServerProcess):
    reply = server.control("reload")
    assert (reply["is"], reply["code"]) == ("refused", "no-knowledge")
    assert server.status()["knowledge"] is None
