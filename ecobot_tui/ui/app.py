"""The base of both programs' apps: Textual, with everything it says by itself said in Spanish."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, ReturnType, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider

from ecobot_tui.ui import palette, themes
from ecobot_tui.ui.bindings import in_spanish

QUIT_HINT = "Para salir, apretá {key}."


class SpanishScreen(Screen[None], inherit_bindings=False):
    """A screen whose own keys are described in Spanish."""

    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(Screen, "pantalla")]
    FOCUS_BINDINGS: ClassVar[list[Binding]] = [
        binding for binding in in_spanish(Screen, "pantalla") if binding.key in {"tab", "shift+tab"}
    ]


class SpanishApp(App[ReturnType], inherit_bindings=False):
    """An app that speaks Spanish, with EcoBot's themes.

    What Textual says in English by itself and this class replaces: the palette and its commands, the toasts of ctrl+c
    and of screenshots, the descriptions of bindings. NO_COLOR is honoured by Textual (a monochrome filter), and so is
    TEXTUAL_THEME.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Salir", tooltip="Salir a la terminal", show=False, priority=True, id="app.salir"),
        Binding(
            "ctrl+c", "help_quit", "Cómo salir", tooltip="Dice cómo se sale", show=False, system=True, id="app.ayuda"
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            "Paleta",
            tooltip="Buscar un comando por su nombre",
            show=False,
            priority=True,
            id="app.paleta",
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        for theme in themes.THEMES:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = themes.DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen."""
        return SpanishScreen(id="_default")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the palette's general commands; programs add theirs before or after."""
        yield SystemCommand("Tema", "Cambiar los colores", self.action_change_theme)
        if screen.maximized is not None:
            yield SystemCommand("Achicar", "Volver el panel a su tamaño", screen.action_minimize)
        elif screen.focused is not None and screen.focused.allow_maximize:
            yield SystemCommand("Agrandar", "Agrandar el panel activo", screen.action_maximize)
        yield SystemCommand("Captura", "Guardar la pantalla como SVG", self.action_capture)
        yield SystemCommand("Salir", "Salir a la terminal", self.action_quit)

    def search_themes(self) -> None:
        """Let the user choose among the themes."""
        self.push_screen(palette.SpanishPalette([ThemeProvider], placeholder=palette.THEMES_PLACEHOLDER))

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            self.push_screen(palette.SpanishPalette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Say how to leave: hands that know ctrl+c expect it to."""
        for key, active in self.active_bindings.items():
            if active.binding.action in {"quit", "app.quit"}:
                self.notify(QUIT_HINT.format(key=key), title="¿Querés salir?", markup=False)
                return

    def action_capture(self) -> None:
        """Save the screen as SVG in the working directory, once the palette has closed."""
        self.set_timer(0.2, self._capture)

    def _capture(self) -> None:
        try:
            path = self.save_screenshot()
        except OSError as error:
            self.notify(f"No se pudo guardar la captura: {error}", severity="error", markup=False)
        else:
            self.notify(f"Captura guardada en {path}", markup=False)
