"""What the screen and the line mode both have to say to the student, each sentence once."""

from __future__ import annotations

from ecobot_tui.chat.events import (
    Broken,
    Closed,
    Kicked,
    Lost,
    NotStructured,
    Over,
    Refused,
    TurnedAway,
    Unreadable,
)
from ecobot_tui.wire.vocabulary import Ending

CUT = "(respuesta cortada)"
CANCELLED = "(respuesta cancelada)"
NOTHING_TO_CANCEL = "No hay ninguna respuesta en curso."
INCOMPLETE = "(a esta respuesta le falta una parte que se perdió en el camino)"

_LEAVING = frozenset({"salir", "/salir", "exit", "quit"})
_CANCELLING = frozenset({"cancelar", "/cancelar"})


def wants_to_leave(text: str) -> bool:
    """Whether a line is the user's goodbye."""
    return text.strip().casefold() in _LEAVING


def wants_to_cancel(text: str) -> bool:
    """Whether a line asks to stop the running answer."""
    return text.strip().casefold() in _CANCELLING


def too_long(limit: int) -> str:
    """Say that a question is longer than the server takes."""
    return f"Esa pregunta es demasiado larga: el servidor acepta hasta {limit} bytes. Acortala un poco."


def remark(ending: Ending, whole: bool) -> str:
    """Return what the client has to say about how an answer ended; the server's own words about it are in its text."""
    if not whole:
        return INCOMPLETE
    return CANCELLED if ending is Ending.CANCELLED else ""


def kicked(event: Kicked) -> str:
    """Say that the server ends the session: in its own words, which name who and why."""
    return event.text or f"El servidor cerró la sesión ({event.why or 'sin decir por qué'})."


def refused(event: Refused) -> str:
    """Say that the server would not take something, in its own words."""
    return event.text or f"El servidor no aceptó la pregunta ({event.code or 'sin decir por qué'})."


def fault(event: Unreadable) -> str:
    """Say that something arrived in bad shape."""
    return f"El servidor mandó una línea que no se entiende ({event.detail})."


def over(event: Over, address: str) -> str:
    """Say how the conversation with `address` ended; nothing where it ended as agreed."""
    match event:
        case Closed():
            return ""
        case Lost(detail=""):
            return f"Se perdió la conexión con {address}: el servidor la cerró."
        case Lost(detail=detail):
            return f"Se perdió la conexión con {address}: {detail}."
        case Broken(detail=detail):
            return f"Se cortó la conversación con {address}: no se entiende lo que manda ({detail})."
        case TurnedAway(said=""):
            return f"{address} cerró la conexión sin abrir una sesión."
        case TurnedAway(said=said):
            return f"{address} cerró la conexión sin abrir una sesión. Dijo: «{said}»"
        case NotStructured(said=""):
            return f"{address} no habla el protocolo estructurado de EcoBot."
        case NotStructured(said=said):
            return f"{address} no habla el protocolo estructurado de EcoBot. Lo último que dijo: «{said}»"
