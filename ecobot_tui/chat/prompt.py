"""Where the student writes: one line, with the past questions on the arrow keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste

from ecobot_tui.chat.history import History
from ecobot_tui.text import clean_line
from ecobot_tui.ui.field import Field

PLACEHOLDER = "Escribí tu pregunta de economía…"


class Prompt(Field):
    """The question being written."""

    BINDING_GROUP_TITLE = "Pregunta"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", "Pregunta anterior", show=False, id="pregunta.anterior"),
        Binding("down", "newer", "Pregunta siguiente", show=False, id="pregunta.siguiente"),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder=PLACEHOLDER, id="prompt")
        self.history = History()

    def on_paste(self, event: Paste) -> None:
        """Take all the lines of a paste as one; Textual's own field keeps the first and drops the rest in silence."""
        event.prevent_default()
        event.stop()
        if text := clean_line(event.text):
            self.replace(text, *self.selection)

    def action_older(self) -> None:
        """Show the question before."""
        self._show(self.history.older(self.value))

    def action_newer(self) -> None:
        """Show the question after."""
        self._show(self.history.newer())

    def _show(self, question: str | None) -> None:
        if question is not None:
            self.value = question
            self.cursor_position = len(question)
