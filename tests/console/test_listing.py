from __future__ import annotations

import json

import pytest

from ecobot_tui.console import listing
from ecobot_tui.wire.control import OwnKnowledge
from ecobot_tui.wire.vocabulary import SessionState
from tests.console.scripted_door import NOW, a_row, a_status


def test_a_session_is_listed_in_the_originals_words() -> None:
    row = a_row(1, "91ab27ef", addr="127.0.0.1:53294", state=SessionState.THINKING)
    assert listing.session_line(row) == (
        f"Sesión 1 (91ab27ef) | ('127.0.0.1', 53294) | estado=pensando | started={NOW} | last_seen={NOW}"
    )


def test_sessions_are_listed_by_number_and_nobody_is_said() -> None:
    assert [line[:8] for line in listing.session_lines([a_row(2), a_row(1)])] == ["Sesión 1", "Sesión 2"]
    assert listing.session_lines([]) == ["No hay conexiones activas."]


@pytest.mark.parametrize(
    ("addr", "shown"),
    [
        ("10.0.0.7:80", "('10.0.0.7', 80)"),
        ("[::1]:5001", "('::1', 5001)"),
        ("::1:5001", "('::1', 5001)"),
        ("sin puerto", "'sin puerto'"),
        ("host:²", "'host:²'"),
    ],
)
def test_an_address_is_shown_as_python_shows_a_peer(addr: str, shown: str) -> None:
    assert listing.peer(addr) == shown


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("12345678", None), ("91ab27ef", None), ("²", None), ("", None)]
)
def test_a_number_is_told_from_a_sid(text: str, number: int | None) -> None:
    assert listing.number_in(text) == number


def test_json_keeps_the_keys_that_scripts_rely_on() -> None:
    row = json.loads(listing.as_json([a_row(1)]))[0]
    assert {"number", "sid", "addr", "started", "last_seen", "state", "client", "node"} <= row.keys()
    status = json.loads(listing.as_json(a_status()))
    assert {"pid", "host", "port", "sessions", "started_at", "version", "groq", "store"} <= status.keys()


def test_figures_say_what_the_operator_has_to_know() -> None:
    local = "\n".join(listing.status_lines(a_status(host="0.0.0.0", draining=True)))
    assert "0.0.0.0:5001 (abierto a la red)" in local
    assert "modo local: sin GROQ_API_KEY" in local
    assert "local 0, cálculo 0, groq 0, guía 0" in local
    assert "se está deteniendo" in local
    assert "Groq: sí (openai/gpt-oss-120b)" in "\n".join(listing.status_lines(a_status(groq="on")))


def test_own_knowledge_is_told_with_what_was_not_read() -> None:
    own = OwnKnowledge(directory="/notas", concepts=2, problems=["a.md, línea 3: mal."])
    assert listing.status_lines(a_status(knowledge=own))[-2:] == [
        "Conceptos propios de /notas: 2.",
        "No se leyó: a.md, línea 3: mal.",
    ]
    assert listing.reloaded_lines(own) == [
        "Conceptos propios recargados de /notas: 2.",
        "No se leyó: a.md, línea 3: mal.",
    ]
    assert not any("propios" in line for line in listing.status_lines(a_status()))
