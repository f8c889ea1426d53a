"""A chart on the student's screen: drawn from its data, at the width of its column."""

from __future__ import annotations

import msgspec
import pytest

from ecobot_tui.chat.chart_answer import Plot
from ecobot_tui.plot import Chart, Mark, Series, draw
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.chat.on_screen import Chat, chat_on
from tests.chat.scripted_server import Peer, Script, ScriptedServer
from tests.plot.any_chart import CROSS
from tests.support.server import ServerProcess

SIGN = "Dibujo de la terminal"
"""What only the text of the answer says."""
AROUND = 6
"""Lines of the drawing beside the plot itself: title, label, axis, numbers, label, legend."""
COLUMN = {40: 36, 80: 72, 140: 132}
"""Columns that an answer has on a screen of this width."""


def answering_with(chart: Chart | None, text: str = SIGN) -> Script:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, text, route=Route.CALCULATION)
        peer.send(chat.Done(ask.id, Ending.COMPLETE, 4, Route.CALCULATION, "gráfico: mercado", "Varian", chart=chart))
        peer.send(chat.Prompt())
        await peer.end()

    return script


async def asked(student: Chat) -> None:
    await student.sees("● conectado")
    await student.asks("grafico oferta demanda")
    await student.sees("gráfico: mercado")


def drawing(student: Chat, chart: Chart = CROSS) -> list[str]:
    """Return the lines that the chart should have where it is."""
    plot = student.app.query_one(Plot)
    rows = plot.content_size.height - AROUND
    return draw(chart, plot.content_size.width, rows).split("\n")


def shows(student: Chat, lines: list[str]) -> bool:
    """Tell whether these lines stand on the screen below one another, at the same column."""
    shown = student.text.splitlines()
    for start, line in enumerate(shown):
        column = line.find(lines[0])
        if column >= 0:
            here = [each[column : column + len(part)] for each, part in zip(shown[start:], lines, strict=False)]
            return here == lines
    return False


@pytest.mark.parametrize("columns", [40, 80, 140])
async def test_a_chart_is_drawn_at_the_width_of_its_column(columns: int) -> None:
    async with ScriptedServer(answering_with(CROSS)) as server, chat_on(server.port, (columns, 50)) as student:
        await asked(student)
        assert student.app.query_one(Plot).content_size.width == COLUMN[columns]
        await student.until(lambda: shows(student, drawing(student)), "the drawing")
        await student.sees("o Demanda", "x Oferta", "E (Q=30; P=40)", "Primera nota.", "Segunda nota.", "Varian · 4 ms")
        assert SIGN not in student.text


async def test_it_is_drawn_again_when_the_window_changes() -> None:
    async with ScriptedServer(answering_with(CROSS)) as server, chat_on(server.port, (140, 50)) as student:
        await asked(student)
        before = drawing(student)
        plot = student.app.query_one(Plot)
        for size in ((40, 50), (100, 50), (100, 28), (30, 50), (200, 60)):
            await student.pilot.resize_terminal(*size)
            await student.until(lambda size=size: size[0] - 10 < plot.content_size.width < size[0], f"{size}")
            await student.until(lambda before=before: drawing(student) != before, f"another drawing at {size}")
            # On a low screen its first lines are above the top.
            await student.until(lambda: shows(student, drawing(student)[-12:]), f"the drawing at {size}")
            await student.sees("Primera nota.")
            before = drawing(student)


async def test_its_height_follows_the_screen() -> None:
    heights = []
    for rows in (24, 30, 60):
        async with ScriptedServer(answering_with(CROSS)) as server, chat_on(server.port, (140, rows)) as student:
            await asked(student)
            heights.append(student.app.query_one(Plot).content_size.height - AROUND)
    assert heights == [8, 14, 20]


async def test_curves_are_told_apart_by_colour_and_by_marker() -> None:
    async with ScriptedServer(answering_with(CROSS)) as server, chat_on(server.port, (80, 50)) as student:
        await asked(student)
        strips = student.app.screen._compositor.render_strips(student.app.size)
        colours = {
            name: {segment.style.color for strip in strips for segment in strip if name in segment.text}
            for name in ("o Demanda", "x Oferta", "Primera nota.")
        }
        assert all(len(found) == 1 for found in colours.values())
        assert len(set.union(*colours.values())) == 3


async def test_without_a_chart_the_text_stays() -> None:
    nothing = msgspec.structs.replace(CROSS, series=(Series("vacía", ()),))
    for chart in (None, nothing):
        async with ScriptedServer(answering_with(chart)) as server, chat_on(server.port) as student:
            await asked(student)
            await student.sees(SIGN)
            assert not student.app.query(Plot)


async def test_hostile_labels_are_drawn_as_text() -> None:
    bad = "[/x] [@click=app.quit]y[/]\x1b[2J\u202ez"
    chart = Chart(bad, bad, bad, (Series(bad, ((0.0, 0.0), (1.0, 1.0))),), (Mark((0.5, 0.5), bad),), (bad,))
    async with ScriptedServer(answering_with(chart)) as server, chat_on(server.port, (140, 50)) as student:
        await asked(student)
        await student.sees("o [/x] [@click=app.quit]y[/]z")
        assert student.text.count("[/x] [@click=app.quit]y[/]z") == 6
        assert not set("\x1b\u202e") & set(student.drawn)


async def test_a_chart_of_a_real_server(server: ServerProcess) -> None:
    async with chat_on(server.port, (120, 50)) as student:
        await student.sees("● conectado")
        await student.asks("grafico oferta demanda 100 2 20 1")
        await student.sees("E (Q=26,67; P=46,67)", "E es el equilibrio", "gráfico: oferta y demanda")
        plot = student.app.query_one(Plot)
        assert 100 < plot.content_size.width < 120
        assert max(map(len, str(plot.render()).split("\n"))) == plot.content_size.width
