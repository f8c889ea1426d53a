"""The model as users and the operator meet it: calculations, queue, sharing, pauses, and a key that nobody sees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import CANARY_KEY
from tests.server.test_model import HARD, flat
from tests.support.groq_server import Behaviour, GroqServer, questions
from tests.support.server import PROMPT, ServerProcess, clean_environment, running_server
from tests.support.waiting import eventually

DEPOSIT = ("plazo_fijo", {"capital": 800_000, "tna": 35, "dias": 365})
REAL = ("tasa_real", {"nominal": 35, "inflacion": 30})
EXPLAINED = ["Te conviene: ", "le gana a la inflación por 3,85 % ", "real."]


def console(server: ServerProcess, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecobot_tui.console.cli", "--state-dir", str(server.state_dir), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=clean_environment(server.state_dir), check=False
    )


def test_a_calculation_the_model_asks_for_is_shown_with_its_exact_figure_and_explained(
    server_with_model: ServerProcess, groq: GroqServer
):
    groq.behave = lambda request: (
        Behaviour(words=EXPLAINED) if request["messages"][-1]["role"] == "tool" else Behaviour(calls=[DEPOSIT, REAL])
    )
    client = server_with_model.connect()
    client.greeting()
    answer = flat(client.ask(HARD))
    assert "Calculado localmente: plazo fijo de 800.000 al 35 % TNA por 365 días" in answer
    assert "total 1.080.000." in answer
    assert "Calculado localmente: (1 + 35 %) / (1 + 30 %) − 1 = 3,8462 % real." in answer
    assert "Te conviene: le gana a la inflación por 3,85 % real. Elaborado con IA (modelo-a)." in answer

    # The second request carries the call and its result, after a prefix that is the same.
    first, second = groq.requests
    assert second["messages"][: len(first["messages"])] == first["messages"]
    assert first["tools"] == second["tools"]
    call, *results = second["messages"][len(first["messages"]) :]
    assert [one["function"]["name"] for one in call["tool_calls"]] == ["plazo_fijo", "tasa_real"]
    assert json.loads(results[0]["content"])["total"] == 1_080_000

    # The operator sees what it took.
    [session] = server_with_model.sessions()
    told = server_with_model.transcript(session["sid"])[-1]["told"]
    assert (told["model"], told["tokens_in"], told["tokens_out"]) == ("modelo-a", 20, 10)
    assert len(told["tools"]) == 2
    assert "unfounded" not in told


def test_local_passages_go_along_by_name(server_with_model: ServerProcess, groq: GroqServer):
    client = server_with_model.connect()
    client.greeting()
    client.ask("Escribí un ensayo crítico sobre cómo la inflación y el desempleo cambiaron la política de Marte")
    asked = groq.requests[0]["messages"][-1]["content"]
    assert asked.startswith("<contexto>\n[")
    assert "[inflación]" in asked
    assert questions(groq.requests[0])[0].startswith("Escribí un ensayo")


def test_figures_of_the_model_s_own_are_marked_to_the_operator(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["El comercio con Marte ", "creció 47,3 % el año pasado."])
    client = server_with_model.connect()
    client.greeting()
    assert "sin respaldo" not in client.ask(HARD)
    [session] = server_with_model.sessions()
    assert server_with_model.transcript(session["sid"])[-1]["told"]["unfounded"] == ["47,3 %"]
    assert "cifras sin respaldo: 47,3 %" in server_with_model.log


def test_the_operator_pauses_and_resumes(server_with_model: ServerProcess, groq: GroqServer):
    client = server_with_model.connect()
    client.greeting()
    done = console(server_with_model, "groq", "pausa")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Groq: en pausa |")
    assert server_with_model.status()["groq"] == "paused"
    assert "el operador lo pausó por ahora" in flat(client.ask(HARD))
    assert groq.requests == []
    assert json.loads(console(server_with_model, "groq", "sigue", "--json").stdout).get("paused", False) is False
    assert "La respuesta del modelo." in flat(client.ask(HARD))
    assert "Groq: sí | respuestas 1, fallidas 0" in console(server_with_model, "groq").stdout
    assert console(server_with_model, "groq", "nada").returncode == 2


def test_without_a_key_there_is_nothing_to_pause(server: ServerProcess):
    done = console(server, "groq", "pausa")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no tiene modelo que pausar" in done.stderr
    assert console(server, "groq").stdout == "Groq: no (modo local: sin GROQ_API_KEY).\n"


def test_who_waits_is_told_his_place_and_a_local_question_does_not_wait(groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una ", "respuesta."], hold_after=1)
    with running_server(
        GROQ_API_KEY="k", GROQ_BASE_URL=groq.url, GROQ_MODEL="modelo-a", ECOBOT_GROQ_CONCURRENCY="1"
    ) as server:
        clients = [server.connect() for _ in range(3)]
        for number, client in enumerate(clients):
            client.greeting()
            client.send(f"{HARD} número {number}\r\n".encode())
            if not number:
                client.read_until(b"Una")
        assert "[Tu consulta espera su turno: es la próxima.]" in flat(clients[1].read_until(b"]").decode())
        assert "[Tu consulta espera su turno: hay 1 antes.]" in flat(clients[2].read_until(b"]").decode())
        other = server.connect()
        other.greeting()
        assert "inflación" in other.ask("¿Qué es la inflación?").casefold()
        assert server.status()["llm"]["waiting"] == 2
        groq.release.set()
        for client in clients:
            assert "respuesta." in flat(client.read_until(PROMPT).decode())


def test_two_who_ask_the_same_share_one_request(server_with_model: ServerProcess, groq: GroqServer):
    groq.behave = lambda request: Behaviour(words=["Una ", "respuesta."], hold_after=1)
    clients = [server_with_model.connect() for _ in range(2)]
    for client in clients:
        client.greeting()
        client.send(HARD.encode() + b"\r\n")
        client.read_until(b"Una")
    # One of them leaves; the other gets its answer all the same.
    clients[0].send(b"cancelar\r\n")
    clients[0].read_until(PROMPT)
    groq.release.set()
    assert "respuesta." in flat(clients[1].read_until(PROMPT).decode())
    assert len(groq.requests) == 1
    assert groq.aborted == 0


def test_nothing_shows_the_key(server_with_model: ServerProcess, groq: GroqServer):
    """A canary: it is looked for wherever somebody might read."""
    left = [Behaviour(), Behaviour(status=500), Behaviour(cut_after=1), Behaviour(raw=b"\xff"), Behaviour(status=401)]
    asked = len(left)
    groq.behave = lambda request: left.pop(0) if len(left) > 1 else left[0]
    client = server_with_model.connect()
    client.greeting()
    seen = "".join(client.ask(f"{HARD} número {number}") for number in range(asked))
    eventually(lambda: server_with_model.status()["groq"] == "rejected", "the key was rejected")
    [session] = server_with_model.sessions()
    seen += json.dumps([server_with_model.status(), session, server_with_model.transcript(session["sid"])])
    pid = server_with_model.process.pid
    seen += Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    for arguments in (("status", "--json"), ("list", "--json"), ("groq",)):
        done = console(server_with_model, *arguments)
        seen += done.stdout + done.stderr
    # A crash: the interpreter tells where it stood, and not with what.
    server_with_model.process.send_signal(6)
    server_with_model.process.wait(10)
    seen += server_with_model.log
    assert f"Bearer {CANARY_KEY}" in groq.keys
    assert CANARY_KEY not in seen
    assert CANARY_KEY[:10] not in seen
