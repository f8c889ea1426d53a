"""The fault matrix, against real HTTP: what the user saw, what the operator saw, what was stored, and in how long."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ecobot_tui.server.llm.model import INTERRUPTED, ModelFault
from tests.conftest import CANARY_KEY
from tests.server.test_model import HARD, flat
from tests.support.groq_server import ORGANISATION, Behaviour, GroqServer
from tests.support.server import ServerProcess, running_server

WHOLE = "La respuesta del modelo."
LONG_EVENT = b'data: {"choices":[{"index":0,"delta":{"content":"' + b"x" * 1_000_000 + b'"}}]}\n\n'


@dataclass(frozen=True)
class Case:
    """One fault; `fault` of None is one that is made good, `requests` all that were sent."""

    behaviours: tuple[Behaviour, ...]
    fault: ModelFault | None = None
    said: str = ""
    logged: str = ""
    requests: int = 1


def again(behaviour: Behaviour, fault: ModelFault, **more: object) -> Case:
    """The same every time, and one retry."""
    return Case((behaviour,), fault, requests=2, **more)  # type: ignore[arg-type]


CASES = {
    "400": Case((Behaviour(status=400),), ModelFault.UNUSABLE, logged="HTTP 400"),
    "400 tool_use_failed": again(
        Behaviour(status=400, code="tool_use_failed", failed_generation="<x>"),
        ModelFault.UNUSABLE,
        logged="tool_use_failed",
    ),
    "400 tool_use_failed once": Case(
        (Behaviour(status=400, code="tool_use_failed", failed_generation="<x>"), Behaviour()), said=WHOLE, requests=2
    ),
    "401": Case((Behaviour(status=401),), ModelFault.REJECTED_KEY, logged="Groq rechazó la clave"),
    "403": Case((Behaviour(status=403),), ModelFault.REJECTED_KEY, logged="Groq rechazó la clave"),
    "404": Case((Behaviour(status=404),), ModelFault.DOWN, logged="no tiene el modelo modelo-a"),
    "413": again(Behaviour(status=413), ModelFault.TOO_LONG, logged="HTTP 413"),
    "413 once": Case((Behaviour(status=413), Behaviour()), said=WHOLE, requests=2),
    "429": Case((Behaviour(status=429),), ModelFault.BUSY, logged="HTTP 429"),
    "429 with Retry-After": Case(
        (Behaviour(status=429, headers={"Retry-After": "0.3"}), Behaviour()), said=WHOLE, requests=2
    ),
    "429 with a long Retry-After": Case(
        (Behaviour(status=429, headers={"Retry-After": "3600"}),), ModelFault.BUSY, logged="HTTP 429"
    ),
    "498": again(Behaviour(status=498), ModelFault.BUSY, logged="HTTP 498"),
    "500": again(Behaviour(status=500), ModelFault.DOWN, logged="HTTP 500"),
    "503": again(Behaviour(status=503), ModelFault.DOWN, logged="HTTP 503"),
    "503 once": Case((Behaviour(status=503), Behaviour()), said=WHOLE, requests=2),
    "cut before the first token": again(Behaviour(cut_after=0), ModelFault.DOWN, logged="DOWN"),
    "cut in mid-stream": Case((Behaviour(cut_after=2),), ModelFault.CUT, said="La respuesta", logged="CUT"),
    "garbage in a 200": again(Behaviour(raw=b"data: {nada\n\n"), ModelFault.DOWN, logged="DecodeError"),
    "a page in a 200": again(Behaviour(raw=b"<html>502</html>"), ModelFault.DOWN, logged="no finish_reason"),
    "no [DONE]": Case((Behaviour(done=False),), said=WHOLE),
    "no finish reason": Case((Behaviour(finish=None),), ModelFault.CUT, said=WHOLE, logged="no finish_reason"),
    "error event": Case((Behaviour(error_in_stream=True),), ModelFault.CUT, said=WHOLE, logged="error event"),
    "x_groq.error": Case((Behaviour(trailing_error=True),), ModelFault.CUT, said=WHOLE, logged="x_groq.error"),
    "stall before the first token": Case((Behaviour(stall_after=0),), ModelFault.SILENT, logged="SILENT"),
    "stall in mid-stream": Case((Behaviour(stall_after=2),), ModelFault.STALLED, said="La respuesta", logged="STALLED"),
    "nothing said": Case((Behaviour(words=[]),), ModelFault.UNUSABLE, logged="empty"),
    "one byte at a time": Case((Behaviour(byte_by_byte=True, words=["ñandú ", "🦙."]),), said="ñandú 🦙."),
    "a megabyte in one event": again(Behaviour(raw=LONG_EVENT), ModelFault.DOWN, logged="EventTooLarge"),
    "cut at the length limit": Case((Behaviour(finish="length"),), said=f"{WHOLE} (respuesta cortada"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_fault(
    server_with_model: ServerProcess, groq: GroqServer, name: str, record_property: Callable[[str, object], None]
):
    case = CASES[name]
    left = list(case.behaviours)
    groq.behave = lambda request: left.pop(0) if len(left) > 1 else left[0]
    client = server_with_model.connect()
    client.greeting()
    began = time.monotonic()
    answer = flat(client.ask(HARD))
    # In how long is a figure to look at, not one to fail by: `pytest --junit-xml` tells it.
    record_property("seconds", round(time.monotonic() - began, 2))

    # What the user saw: the words that came, and one clear sentence where they are not all.
    assert case.said in answer
    if case.fault is not None:
        assert case.fault.value in answer
        assert "Elaborado con IA" not in answer
    if case.fault is not None and case.fault not in INTERRUPTED:
        assert "Lo más cercano que tengo:" in answer

    # What the operator saw.
    assert case.logged in server_with_model.log
    assert "Traceback" not in server_with_model.log
    [session] = server_with_model.sessions()
    assert session["route"] == "groq"
    figures = server_with_model.status()["llm"]
    assert (figures.get("answers", 0), figures.get("failures", 0)) == ((0, 1) if case.fault else (1, 0))
    assert len(groq.requests) == case.requests

    # What was stored.
    *_, stored = server_with_model.transcript(session["sid"])
    assert stored.get("partial", False) is (case.fault is not None or "cortada" in case.said)
    assert stored["text"].startswith(case.said.partition(" (")[0])

    # Nobody saw the key or the account.
    for secret in (ORGANISATION, CANARY_KEY):
        assert secret not in answer + server_with_model.log + str(stored)

    # And the session goes on.
    assert "inflación" in client.ask("¿Qué es la inflación?").casefold()


def test_nobody_listens_at_the_model_s_address():
    with running_server(GROQ_API_KEY="k", GROQ_BASE_URL="http://127.0.0.1:9") as server:
        client = server.connect()
        client.greeting()
        assert ModelFault.DOWN.value in flat(client.ask(HARD))
        assert "Lost" not in server.log
        assert "DOWN" in server.log


def test_a_failed_answer_is_no_part_of_the_conversation_that_the_model_reads(
    server_with_model: ServerProcess, groq: GroqServer
):
    left = [Behaviour(cut_after=2), Behaviour()]
    groq.behave = lambda request: left.pop(0)
    client = server_with_model.connect()
    client.greeting()
    client.ask(HARD)
    client.ask("Analizá críticamente otra cosa que nadie sabe")
    assert [message["role"] for message in groq.requests[1]["messages"]] == ["system", "user"]
