from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import DataTable, Input

from ecobot_tui.console.app import ConsoleApp
from ecobot_tui.settings import Settings
from ecobot_tui.ui import foreign, palette, themes
from ecobot_tui.ui.app import SpanishApp
from ecobot_tui.ui.bindings import DESCRIPTIONS, in_spanish
from ecobot_tui.usage import in_spanish as usage_in_spanish
from tests.console.on_screen import NARROW, wait_for_text
from tests.console.scripted_door import ScriptedDoor


@pytest.mark.parametrize("owner", [Input, DataTable, ScrollView, VerticalScroll, Screen, CommandPalette])
def test_every_binding_of_textual_that_operators_meet_is_translated(owner: type[DOMNode]) -> None:
    bindings = in_spanish(owner, "x")
    assert bindings
    assert [binding.action for binding in bindings if binding.action not in DESCRIPTIONS] == []
    ids = [binding.id for binding in bindings]
    assert len(ids) == len(set(ids))


async def test_every_active_binding_has_an_id_and_a_tooltip(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        for pane in (app.table, app.transcript, app.log_pane):
            pane.focus()
            await pilot.pause()
            bindings: list[Binding] = [active.binding for active in app.active_bindings.values()]
            assert [binding.key for binding in bindings if not (binding.id and binding.tooltip)] == []


async def test_palette_and_ctrl_c_speak_spanish(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await wait_for_text(pilot, "Para salir, apretá")
        await pilot.press("ctrl+p")
        await wait_for_text(pilot, palette.PLACEHOLDER)
        await wait_for_text(pilot, "Cerrar sesión")
        await pilot.press(*"qqqqzzzz")
        await wait_for_text(pilot, palette.NO_MATCHES)


async def test_each_theme_draws(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        assert app.theme == themes.DEFAULT
        for theme in themes.THEMES:
            app.theme = theme.name
            await wait_for_text(pilot, "Consola admin lista")


async def test_no_color_leaves_grey_only(found: Settings, door: ScriptedDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        for strip in app.screen._compositor.render_strips(app.size):
            for segment in strip.apply_filter(app._filters[-1], app.screen.background_colors[0]):
                color = segment.style.color if segment.style else None
                if color is not None and color.triplet is not None:
                    assert color.triplet.red == color.triplet.green == color.triplet.blue


async def test_the_users_own_theme_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    app: SpanishApp[None] = SpanishApp()
    assert app.theme != themes.DEFAULT


def test_foreign_text_is_clean_and_literal() -> None:
    assert foreign.paragraph("a\x1b[2J[/x]\nb").plain == "a[/x]\nb"
    assert foreign.line(" a\u202e\n b ").plain == "a b"
    assert foreign.cell("  7\x9b2J ").plain == "  7 "


@pytest.mark.parametrize(
    ("message", "spanish"),
    [
        ("unrecognized arguments: --x", "no se entiende: --x"),
        ("argument --port: expected one argument", "--port: le falta un valor"),
        ("argument ORDEN: invalid choice: 'a' (choose from 'b', 'c')", "ORDEN: no existe 'a'; puede ser 'b', 'c'"),
        ("something new", "something new"),
    ],
)
def test_usage_errors_are_told_in_spanish(message: str, spanish: str) -> None:
    assert usage_in_spanish(message) == spanish
