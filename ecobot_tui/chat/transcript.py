"""The conversation on the screen, oldest first, held at its end until the reader scrolls away."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ecobot_tui.chat.exchange import Exchange
from ecobot_tui.ui.foreign import paragraph

_OPENING = Content.from_markup(
    "[b $primary]Hola, soy EcoBot[/] [$text-muted]· tutor de economía[/]\n"
    "Probá con [i]¿qué es el PBI?[/], [i]21 % de 15.300[/] o [i]¿por qué hay inflación?[/]"
)


class Transcript(VerticalScroll, can_focus=False):
    """Exchanges and remarks. It never takes the focus: what is typed belongs to the prompt, always."""

    def compose(self) -> ComposeResult:
        """Yield the opening words."""
        yield Static(_OPENING, id="opening")

    def on_mount(self) -> None:
        """Stay at the end."""
        self.anchor()

    async def add_exchange(self, question: str) -> Exchange:
        """Put a question at the end, and go there."""
        exchange = Exchange(question)
        await self.mount(exchange)
        self.anchor()
        return exchange

    async def add_remark(self, text: str, kind: str = "") -> None:
        """Put a sentence at the end, between the exchanges."""
        await self.mount(Static(paragraph(text), classes=f"notice {kind}"))
