"""Textual's command palette, in Spanish."""

from __future__ import annotations

from typing import ClassVar

from rich.align import Align
from rich.text import Text
from textual.binding import BindingType
from textual.command import CommandList, CommandPalette, ProviderSource
from textual.widgets.option_list import Option

from ecobot_tui.ui.bindings import in_spanish

PLACEHOLDER = "Buscá un comando…"
THEMES_PLACEHOLDER = "Buscá un tema…"
NO_MATCHES = "Nada coincide"


class SpanishPalette(CommandPalette, inherit_bindings=False):
    """The palette with its own words in Spanish."""

    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(CommandPalette, "paleta")]

    def __init__(
        self,
        providers: ProviderSource | None = None,
        *,
        placeholder: str = PLACEHOLDER,
        id: str | None = None,  # noqa: A002  # Textual's own name for it.
    ) -> None:
        super().__init__(providers, placeholder=placeholder, id=id)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # The English sentence stands in the middle of the method of the same name; a test shows when it changes.
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                nothing = Option(Align.center(Text(NO_MATCHES, style="not bold")), disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(nothing)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)
