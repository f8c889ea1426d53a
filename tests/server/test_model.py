"""Questions that go to the model, against a Groq of our own and the real SDK."""

from __future__ import annotations

import re
import socket
import struct
from collections.abc import Iterator

import pytest

from tests.conftest import CANARY_KEY
from tests.support.groq_server import Behaviour, GroqServer, last_question, questions
from tests.support.server import PROMPT, ServerProcess, running_server
from tests.support.waiting import eventually

HARD = "Analizá críticamente cómo negociarías el acuerdo comercial del Mercosur con Marte"


def flat(answer: str) -> str:
    """Return an answer as one line, without the wrapping of a terminal."""
    return " ".join(answer.split())


def test_first_words_are_on_the_screen_before_the_stream_ends(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Primero ", "esto. ", "Después ", "lo otro."], hold_after=2)
    client = server_with_model.connect()
    client.greeting()
    client.send(HARD.encode() + b"\r\n")
    # The stream stands still behind the second word until the client has shown the first.
    assert client.read_until(b"Primero").decode() == "\r\nEcoBot: Primero"
    assert server_with_model.sessions()[0]["state"] == "respondiendo"
    groq.release.set()
    rest = flat(client.read_until(PROMPT).decode())
    assert rest == "esto. Después lo otro. Elaborado con IA (modelo-a). >"
    [request] = groq.requests
    assert request["stream"] is True
    assert groq.keys == [f"Bearer {CANARY_KEY}"]
    assert server_with_model.sessions()[0]["route"] == "groq"


def test_a_slow_first_word_shows_as_thinking(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(hold_after=0)
    client = server_with_model.connect()
    client.greeting()
    client.send(HARD.encode() + b"\r\n")
    eventually(lambda: server_with_model.sessions()[0]["state"] == "pensando", "it thinks")
    groq.release.set()
    client.read_until(PROMPT)
    assert server_with_model.sessions()[0]["state"] == "libre"


def test_the_conversation_goes_along(server_with_model: ServerProcess, groq: GroqServer):
    client = server_with_model.connect()
    client.greeting()
    client.ask(HARD)
    client.ask("Analizá críticamente también el de Venus")
    roles = [message["role"] for message in groq.requests[1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    assert groq.requests[1]["messages"][1]["content"] == HARD
    assert groq.requests[1]["messages"][2]["content"] == "La respuesta del modelo."


def test_a_key_that_was_rejected_once_is_not_tried_again(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(status=401)
    client = server_with_model.connect()
    client.greeting()
    client.ask(HARD)
    assert server_with_model.status()["groq"] == "rejected"
    assert "ahora no está disponible" in flat(client.ask(HARD))
    assert len(groq.requests) == 1
    assert server_with_model.log.count("Groq rechazó la clave (GROQ_API_KEY)") == 1


@pytest.mark.parametrize("status", [404, 429, 500])
def test_the_next_model_is_asked_when_the_first_cannot(groq: GroqServer, status: int):
    groq.behave = lambda request: Behaviour(status=status) if request["model"] == "modelo-a" else Behaviour()
    with running_server(GROQ_API_KEY="k", GROQ_BASE_URL=groq.url, GROQ_MODEL="modelo-a,modelo-b") as server:
        client = server.connect()
        client.greeting()
        assert "La respuesta del modelo. Elaborado con IA (modelo-b)." in flat(client.ask(HARD))
    assert [request["model"] for request in groq.requests] == ["modelo-a", "modelo-b"]


@pytest.fixture
def patient_server(groq: GroqServer) -> Iterator[ServerProcess]:
    """A server that would wait ten minutes for the model's next word."""
    with running_server(
        GROQ_API_KEY="k", GROQ_BASE_URL=groq.url, GROQ_MODEL="modelo-a", ECOBOT_GROQ_PATIENCE="600"
    ) as running:
        yield running


def test_half_closed_client_gets_the_whole_answer(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una ", "dos ", "tres."], hold_after=1)
    client = server_with_model.connect()
    client.send(f"{HARD}\n".encode())
    client.socket.shutdown(socket.SHUT_WR)
    client.read_until(b"Una")
    groq.release.set()
    assert "dos tres." in flat(client.read_to_end().decode())


@pytest.mark.parametrize("how", ["cancelar", "telnet interrupt", "hang up", "kill"])
def test_nobody_waits_for_the_answer_any_more(patient_server: ServerProcess, groq: GroqServer, how: str):
    groq.behave = lambda request: Behaviour(words=["Una "] * 50, hold_after=1)
    client = patient_server.connect()
    client.greeting()
    client.send(HARD.encode() + b"\r\n")
    client.read_until(b"Una")
    if how == "cancelar":
        client.send(b"cancelar\r\n")
    elif how == "telnet interrupt":
        client.send(b"\xff\xf4\xff\xfd\x06")
    elif how == "hang up":
        # As a machine that is switched off: an orderly end of the stream would still want its answer.
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
    else:
        patient_server.control("kill", sid=patient_server.sessions()[0]["sid"])
    if how in {"cancelar", "telnet interrupt"}:
        assert "(respuesta cancelada)" in client.read_until(PROMPT).decode(errors="replace")
    eventually(lambda: groq.aborted == 1, "the provider's stream is closed")


def test_fifty_sessions_at_once_each_with_its_own_answers_and_history(
    server_with_model: ServerProcess, groq: GroqServer
):
    def echo(request):
        return Behaviour(words=[f"{word} " for word in "|".join(questions(request)).split()], delay=0.002)

    groq.behave = echo
    clients = [server_with_model.connect() for _ in range(50)]
    for client in clients:
        client.greeting()
    rounds = 3
    asked = {
        n: [f"Analizá críticamente la leyenda número {n} de la vuelta {r}" for r in range(rounds)] for n in range(50)
    }
    for r in range(rounds):
        for n, client in enumerate(clients):
            client.send(asked[n][r].encode() + b"\r\n")
        for n, client in enumerate(clients):
            answer = flat(client.read_until(PROMPT).decode())
            said = re.fullmatch(
                r"(?:\[Tu consulta espera [^]]*\] )?EcoBot: (.*) Elaborado con IA \(modelo-a\)\. >", answer
            )
            assert said, answer
            assert said.group(1) == "|".join(asked[n][: r + 1])
    assert len(groq.requests) == 50 * rounds
    assert {last_question(request) for request in groq.requests} == {q for qs in asked.values() for q in qs}
