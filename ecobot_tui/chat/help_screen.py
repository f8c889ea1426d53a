"""What the keys do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from ecobot_tui.ui.bindings import in_spanish

_KEYS = (
    ("Enter", "preguntar"),
    ("↑ ↓", "volver a preguntas anteriores"),
    ("Re Pág, Av Pág", "recorrer la conversación"),
    ("Ctrl+Inicio, Fin", "ir al principio o al final"),
    ("Esc", "cortar la respuesta en curso"),
    ("Ctrl+R", "conectarse de nuevo"),
    ("Ctrl+P", "buscar un comando o un tema"),
    ("Ctrl+Q", "cerrar el programa"),
    ("salir", "despedirse y cerrar"),
)
_WIDTH = max(len(key) for key, _ in _KEYS)


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """A page over the conversation; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *in_spanish(Screen, "ayuda"),
        Binding("escape,f1,q,enter", "dismiss", "Cerrar", id="ayuda.cerrar"),
    ]

    def compose(self) -> ComposeResult:
        """Yield the page."""
        rows = [Content.assemble((key.ljust(_WIDTH), "bold $accent"), f"  {what}") for key, what in _KEYS]
        with VerticalScroll(id="help") as page:
            page.border_title = "Ayuda"
            page.border_subtitle = "Esc cierra"
            yield Static(Content("\n").join(rows))
