"""The line at the top: which server, which session, with a model or without, and whether there is a connection."""

from __future__ import annotations

from enum import Enum

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from ecobot_tui.ui.foreign import line


class Connection(Enum):
    """How things stand with the server: a sign and a word, because colour alone tells nobody who does not see it."""

    CONNECTING = ("◌", "conectando…")
    OPEN = ("●", "conectado")
    ENDED = ("■", "sesión cerrada")
    OFFLINE = ("✕", "sin conexión")


class SessionBar(Container):
    """Four fields in one line, in two where the window is narrow; the name where there is room for it."""

    def __init__(self, address: str) -> None:
        super().__init__(id="session-bar")
        self._address = Static(line(address), id="address")
        self._session = Static(id="session")
        self._mode = Static(id="mode")
        self._connection = Static(id="connection")

    def compose(self) -> ComposeResult:
        """Yield the fields."""
        yield Static("EcoBot", id="brand")
        yield self._address
        yield self._session
        yield self._mode
        yield self._connection

    def show_session(self, number: int, sid: str, groq: bool) -> None:
        """Show the session that has opened."""
        self._session.update(line(f"sesión {number} · {sid}"))
        self._mode.update(Content("" if groq else "modo local (sin modelo)"))

    def show_connection(self, connection: Connection) -> None:
        """Show how things stand."""
        sign, word = connection.value
        self._connection.update(Content(f"{sign} {word}"))
        for each in Connection:
            self._connection.set_class(each is connection, f"-{each.name.lower()}")
