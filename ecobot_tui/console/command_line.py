"""The `:` line: hidden until it is called, with the orders given before on the up and down keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from ecobot_tui.console import commands
from ecobot_tui.ui.field import Field

_REMEMBERED = 200


class CommandLine(Horizontal):
    """A prompt and a field. Enter gives the order, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cerrar", tooltip="Cerrar la línea de comandos", id="linea.cerrar"),
        Binding("up", "recall(-1)", "Anterior", tooltip="Orden anterior", show=False, id="linea.anterior"),
        Binding("down", "recall(1)", "Siguiente", tooltip="Orden siguiente", show=False, id="linea.siguiente"),
    ]

    @dataclass
    class Ordered(Message):
        """The operator gave an order."""

        line: str

    @dataclass
    class Left(Message):
        """The operator closed the line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it.
        super().__init__(id=id)
        self._given: list[str] = []
        self._recalled = 0
        self.display = False

    def compose(self) -> ComposeResult:
        """Make the prompt and the field."""
        yield Static(":", id="colon", markup=False)
        yield Field(placeholder=commands.usages(), compact=True, id="order")

    @property
    def field(self) -> Input:
        """Where the order is written."""
        return self.query_one(Input)

    def open(self) -> None:
        """Show the line and write in it."""
        self.display = True
        self._recalled = len(self._given)
        self.field.clear()
        # At once: `focus()` would wait its turn, and what is typed meanwhile would act as keys of the table.
        self.screen.set_focus(self.field)

    def action_leave(self) -> None:
        """Close the line."""
        self.display = False
        self.post_message(self.Left())

    def action_recall(self, step: int) -> None:
        """Bring back an order given before."""
        self._recalled = max(0, min(len(self._given), self._recalled + step))
        self.field.value = self._given[self._recalled] if self._recalled < len(self._given) else ""
        self.field.cursor_position = len(self.field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the order and close; an empty one only closes."""
        event.stop()
        line = event.value.strip()
        self.action_leave()
        if line:
            if self._given[-1:] != [line]:
                self._given = [*self._given, line][-_REMEMBERED:]
            self.post_message(self.Ordered(line))
