"""The question before a session is closed. It names the session as it was when the key was pressed, and keeps to it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from ecobot_tui.ui import foreign
from ecobot_tui.ui.field import Field
from ecobot_tui.wire.control import Row

_LONGEST_REASON = 200


class KillDialog(ModalScreen[str | None]):
    """Asks; returns the reason to give to the user (often empty), or None where the session stays.

    Cancel has the focus, so that Enter does no harm.
    """

    AUTO_FOCUS = "#cancel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,s", "confirm", "Cerrar la sesión", tooltip="Cerrar la sesión", id="cierre.confirmar"),
        Binding("n,escape", "cancel", "Cancelar", tooltip="Dejar la sesión como está", id="cierre.cancelar"),
    ]

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row

    def compose(self) -> ComposeResult:
        """Make the question, the reason's field and the two buttons."""
        row = self.row
        with Vertical(id="dialog") as dialog:
            dialog.border_title = Content("Cerrar sesión")
            yield Static(
                Content.assemble(
                    "¿Cerrar la ",
                    foreign.line(f"Sesión {row.number} ({row.sid})", "bold $error"),
                    "?",
                ),
                id="question",
            )
            yield Static(
                Content.assemble(
                    foreign.line(row.addr, "bold"),
                    (f"  ·  {row.client}  ·  {row.state}  ·  preguntas: {row.questions}", "$foreground-muted"),
                )
            )
            yield Field(placeholder="Motivo, que el usuario lee (opcional)", max_length=_LONGEST_REASON, id="reason")
            with Horizontal(id="buttons"):
                yield Button(Content("Cancelar (n)"), id="cancel", variant="primary")
                yield Button(Content("Cerrar sesión (s)"), id="confirm", variant="error")

    @on(Input.Submitted)
    def _reason_written(self) -> None:
        # Enter ends the reason; closing the session is a step of its own.
        self.query_one("#confirm", Button).focus()

    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        """Close the session."""
        self.dismiss(self.query_one("#reason", Input).value.strip())

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave the session as it is."""
        self.dismiss(None)
