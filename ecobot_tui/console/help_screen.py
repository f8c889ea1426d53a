"""The help, made from the table of commands and from the bindings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ecobot_tui.console.commands import Command, named
from ecobot_tui.ui.bindings import in_spanish

_NOTES = (
    "Intro pasa de la tabla a la conversación; esc vuelve.",
    "El cursor queda con su sesión aunque otras filas entren o salgan; la conversación de esa sesión se sigue en vivo.",
    "Si subís en un panel deja de seguir lo nuevo; con la tecla fin vuelve a seguirlo.",
    "Salir cierra solo esta pantalla: el servidor y las conversaciones siguen.",
)


class HelpBody(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The text, which scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(VerticalScroll, "ayuda")]


class HelpScreen(ModalScreen[None]):
    """What the operator can do, and with which key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Cerrar", tooltip="Cerrar la ayuda", id="ayuda.cerrar"),
    ]

    def __init__(self, commands: Iterable[Command], bindings: Iterable[Binding]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._other_keys = tuple(bindings)

    def compose(self) -> ComposeResult:
        """Make the text: the keys, how each command is written, and what is worth knowing."""
        with HelpBody(id="help") as body:
            body.border_title = Content("Ayuda")
            body.border_subtitle = Content("esc cierra · ↑ ↓ desplazan")
            yield _heading("Teclas")
            for command in self._commands:
                yield _entry(" ".join(_shown(key) for key in command.key.split(",")), command.help)
            for binding in self._other_keys:
                yield _entry(_shown(binding.key), binding.tooltip or binding.description)
            yield _heading("Línea de comandos (:)")
            for command in named(self._commands):
                yield _entry(command.usage, f"{command.help} (también: {', '.join(command.aliases)})")
            yield _heading("Conviene saber")
            for note in _NOTES:
                yield _entry("·", note)

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()


def _heading(text: str) -> Static:
    return Static(Content(text), classes="heading")


def _entry(keys: str, text: str) -> Horizontal:
    return Horizontal(Static(Content(keys), classes="keys"), Static(Content(text), classes="meaning"), classes="entry")


_SHOWN = {
    "colon": ":",
    "question_mark": "?",
    "shift+tab": "mayús+tab",
    "escape": "esc",
    "enter": "intro",
}


def _shown(key: str) -> str:
    return _SHOWN.get(key, key)
