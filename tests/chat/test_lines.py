"""Line mode against scripted servers: what comes out where, and with which status."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator

import pytest

from ecobot_tui.chat import conversation, lines
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.chat.scripted_server import GREETING, Peer, Script, ScriptedServer, done
from tests.plot.any_chart import CROSS
from tests.support.waiting import eventually_async


async def typed(*questions: str) -> AsyncIterator[str]:
    for question in questions:
        yield question


async def played(script: Script, *questions: str) -> tuple[int, str, str]:
    """Ask these questions of a server with this script; return status, output and notes."""
    out, notes = io.StringIO(), io.StringIO()
    async with ScriptedServer(script) as server, asyncio.timeout(15):
        status = await lines.run("127.0.0.1", server.port, typed(*questions), out, notes)
    return status, out.getvalue(), notes.getvalue()


async def test_questions_are_asked_one_after_the_other() -> None:
    asked = []

    async def script(peer: Peer) -> None:
        await peer.open()
        asked.append(await peer.answer("Un", "o.\n  x = 1"))
        asked.append(await peer.answer("Dos", ".\n"))
        await peer.expect(chat.Bye)
        peer.send(chat.Kicked("bye", "👋 Cerrando sesión."))

    assert await played(script, "a", "  ", "b") == (0, "Uno.\n  x = 1\n\nDos.\n", "")
    assert asked == ["a", "b"]


async def test_a_question_waits_for_the_prompt() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Uno.")
        peer.send(done(ask.id))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(peer.reader.readline(), 0.2)
        peer.send(chat.Prompt())
        await peer.answer("Dos.")
        await peer.expect(chat.Bye)

    assert await played(script, "a", "b") == (0, "Uno.\n\nDos.\n", "")


async def test_an_answer_streams() -> None:
    out = io.StringIO()

    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empieza")
        await eventually_async(lambda: out.getvalue() == "Empieza", "the first words are out")
        peer.send(chat.Delta(ask.id, 7, " y sigue."), done(ask.id), chat.Prompt())
        await peer.expect(chat.Bye)

    async with ScriptedServer(script) as server:
        assert await lines.run("127.0.0.1", server.port, typed("a"), out, io.StringIO()) == 0
    assert out.getvalue() == "Empieza y sigue.\n"


async def test_no_questions_is_no_failure() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.expect(chat.Bye)

    assert await played(script) == (0, "", "")


async def test_salir_ends_it_before_the_rest() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("Uno.")
        await peer.expect(chat.Bye)

    assert await played(script, "a", " Salir ", "b") == (0, "Uno.\n", "")


async def test_cancelar_has_nothing_to_cancel() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("Uno.")
        await peer.expect(chat.Bye)

    assert await played(script, "a", "cancelar") == (1, "Uno.\n", "No hay ninguna respuesta en curso.\n")


async def test_a_notice_is_a_note() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        peer.send(chat.Notice("El servidor [/x] se apaga a las 18."))
        await peer.answer("Uno.")
        await peer.expect(chat.Bye)

    assert await played(script, "a") == (0, "Uno.\n", "El servidor [/x] se apaga a las 18.\n")


async def test_a_refused_question_fails_and_the_next_is_asked() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.send(chat.Error("ritmo", "Más despacio.", ask.id), chat.Prompt())
        await peer.answer("Dos.")
        await peer.expect(chat.Bye)

    assert await played(script, "a", "b") == (1, "Dos.\n", "Más despacio.\n")


async def test_a_question_that_is_too_long_fails_and_the_next_is_asked() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("Dos.")
        await peer.expect(chat.Bye)

    status, out, notes = await played(script, "á" * 2049, "b")
    assert (status, out) == (1, "Dos.\n")
    assert notes == "Esa pregunta es demasiado larga: el servidor acepta hasta 4096 bytes. Acortala un poco.\n"


async def test_an_answer_that_failed_says_so_by_the_status() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("El modelo no responde.", route=Route.GROQ, why=Ending.FAILED)
        await peer.expect(chat.Bye)

    assert await played(script, "a") == (1, "El modelo no responde.\n", "")


async def test_a_missing_piece_is_told() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Uno")
        peer.send(chat.Delta(ask.id, 50, "cuatro"), done(ask.id), chat.Prompt())
        await peer.expect(chat.Bye)

    status, out, notes = await played(script, "a")
    assert (status, out) == (1, "Unocuatro\n")
    assert "le falta una parte" in notes


async def test_a_kick_is_told() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo ")
        peer.send(chat.Kicked("admin", "Tu sesión fue cerrada desde admin."))

    status, out, notes = await played(script, "a", "b")
    assert (status, out) == (1, "Empiezo ")
    assert notes == "Tu sesión fue cerrada desde admin.\n"


async def test_a_kick_while_the_keyboard_rests_ends_it_at_once() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        peer.send(chat.Kicked("admin", "Tu sesión fue cerrada desde admin."))

    async def nobody_types() -> AsyncIterator[str]:
        await asyncio.Event().wait()
        yield ""

    out, notes = io.StringIO(), io.StringIO()
    async with ScriptedServer(script) as server, asyncio.timeout(5):
        assert await lines.run("127.0.0.1", server.port, nobody_types(), out, notes) == 1


async def test_a_cut_in_mid_answer_is_told() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo ")

    status, out, notes = await played(script, "a", "b")
    assert (status, out) == (1, "Empiezo ")
    assert notes.startswith("Se perdió la conexión con 127.0.0.1:")


async def test_garbage_in_mid_answer_ends_it() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo ")
        peer.raw(b"\x00\xff basura\n" * 5)
        await peer.end()

    status, out, notes = await played(script, "a")
    assert (status, out) == (1, "Empiezo ")
    assert "no se entiende lo que manda" in notes


async def test_a_server_that_speaks_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "WELCOME_WITHIN", 0.3)

    async def script(peer: Peer) -> None:
        peer.raw(GREETING)
        await peer.end()

    status, out, notes = await played(script, "a")
    assert (status, out) == (1, "")
    assert "no habla el protocolo estructurado de EcoBot" in notes
    assert notes.count("\n") == 1


async def test_a_server_that_is_full() -> None:
    async def script(peer: Peer) -> None:
        peer.raw("EcoBot está lleno en este momento.\r\n".encode())

    status, _, notes = await played(script, "a")
    assert status == 1
    assert notes.endswith("cerró la conexión sin abrir una sesión. Dijo: «EcoBot está lleno en este momento.»\n")


async def test_nobody_listens() -> None:
    async with ScriptedServer(lambda peer: peer.end()) as server:
        port = server.port
    notes = io.StringIO()
    assert await lines.run("127.0.0.1", port, typed("a"), io.StringIO(), notes) == 1
    assert notes.getvalue() == f"No se pudo conectar a 127.0.0.1:{port}: nadie escucha en esa dirección.\n"


async def test_an_output_that_is_closed_ends_it() -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("Uno.")
        await peer.end()

    async with ScriptedServer(script) as server, asyncio.timeout(5):
        with pytest.raises(BrokenPipeError):
            await lines.run("127.0.0.1", server.port, typed("a", "b"), Closed(), io.StringIO())


async def test_a_chart_is_the_text_that_the_server_drew() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Oferta y demanda\n100┤o⠒⠤⠤⢄⡀")
        peer.send(chat.Done(ask.id, Ending.COMPLETE, 3, Route.CALCULATION, chart=CROSS), chat.Prompt())
        await peer.expect(chat.Bye)

    assert await played(script, "grafico") == (0, "Oferta y demanda\n100┤o⠒⠤⠤⢄⡀\n", "")
