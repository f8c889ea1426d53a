"""Sessions and figures as lines of text, in the original's words, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ecobot_tui.console import words
from ecobot_tui.wire.control import OwnKnowledge, Row, Status
from ecobot_tui.wire.vocabulary import Route

_GROQ = {
    "on": "sí",
    "off": f"no ({words.LOCAL_MODE})",
    "paused": "en pausa",
    "rejected": "no (clave rechazada)",
}
# A sid has eight characters, so a shorter run of digits can only be a session's number.
_LONGEST_NUMBER = 7


def session_line(row: Row) -> str:
    """Return a session as the original's `list` printed it, with its state where that named its thread."""
    return (
        f"Sesión {row.number} ({row.sid}) | {peer(row.addr)} | estado={row.state}"
        f" | started={row.started} | last_seen={row.last_seen}"
    )


def session_lines(rows: Iterable[Row]) -> list[str]:
    """Return all sessions, by number; one sentence where there are none."""
    return [session_line(row) for row in sorted(rows, key=lambda row: row.number)] or [words.NOBODY]


def peer(addr: str) -> str:
    """Return `host:port` as Python prints a socket's peer."""
    host, colon, port = addr.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()):
        return repr(addr)
    return repr((host.removeprefix("[").removesuffix("]"), int(port)))


def number_in(text: str) -> int | None:
    """Return the session number that `text` is, or None where it can only be a sid."""
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER:
        return int(text)
    return None


def place(status: Status) -> str:
    """Return where the server listens, as `host:port`."""
    host = f"[{status.host}]" if ":" in status.host else status.host
    return f"{host}:{status.port}"


def groq_state(status: Status) -> str:
    """Return whether Groq is in use, in words."""
    return _GROQ.get(status.groq, status.groq)


def route_counts(status: Status) -> list[tuple[str, int]]:
    """Return how many answers each route gave: the known routes always, others where the server counts them."""
    counts = {str(route): 0 for route in Route} | status.routes
    return list(counts.items())


def status_lines(status: Status) -> list[str]:
    """Return the server's figures for people."""
    open_to_network = f" ({words.OPEN_TO_NETWORK})" if status.host in words.EVERY_ADDRESS else ""
    models = f" ({', '.join(status.models)})" if status.groq == "on" and status.models else ""
    lines = [
        f"Servidor en {place(status)}{open_to_network} | pid {status.pid} | EcoBot {status.version}"
        f" | started={status.started_at}",
        f"Sesiones: {status.sessions} | preguntas: {status.questions} | respuestas por ruta: "
        + ", ".join(f"{route} {count}" for route, count in route_counts(status)),
        f"Groq: {groq_state(status)}{models} | conceptos: {status.concepts} | conversaciones en: {status.store}",
    ]
    if status.knowledge is not None:
        lines += _knowledge_lines(words.OWN_CONCEPTS, status.knowledge)
    if status.draining:
        lines.append("El servidor se está deteniendo.")
    return lines


def reloaded_lines(knowledge: OwnKnowledge) -> list[str]:
    """Return how many own concepts were read again, and what was not."""
    return _knowledge_lines(words.RELOADED, knowledge)


def _knowledge_lines(sentence: str, knowledge: OwnKnowledge) -> list[str]:
    return [
        sentence.format(directory=knowledge.directory, concepts=knowledge.concepts),
        *(words.NOT_READ.format(problem=problem) for problem in knowledge.problems),
    ]


def as_json(value: object) -> str:
    """Return structs as one line of JSON, under their own keys."""
    return msgspec.json.encode(value).decode()
