"""The screen against scripted servers: faults, hostile text, keys."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input

from ecobot_tui.chat import conversation
from ecobot_tui.chat.link import Link
from ecobot_tui.chat.transcript import Transcript
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.chat.on_screen import LARGE, SMALLEST, USUAL, chat_on
from tests.chat.scripted_server import GREETING, WELCOME, Peer, ScriptedServer, done

HOSTILE = "[/x] [@click=app.quit]x[/] \x1b[2J\x1b]52;c;aG9sYQ==\x07\u202eabc\x9b31m [b]"


async def idle(peer: Peer) -> None:
    await peer.open()
    await peer.end()


async def test_the_screen_is_painted_before_there_is_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: Any) -> Link:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(Link, "open", never)
    async with chat_on(1) as student:
        await student.sees("127.0.0.1:1", "◌ conectando…", "Hola, soy EcoBot", "Escribí tu pregunta")
        await student.asks("¿me escuchás?")
        await student.sees("Todavía no hay conexión", "¿me escuchás?")
        assert student.app.query_one(Input).value == "¿me escuchás?"


@pytest.mark.parametrize("size", [SMALLEST, USUAL, LARGE])
async def test_the_top_line_says_where_and_who(size: tuple[int, int]) -> None:
    async with ScriptedServer(idle) as server, chat_on(server.port, size) as student:
        address = f"127.0.0.1:{server.port}"
        await student.sees(address, "sesión 3 · 91ab27ef", "modo local (sin modelo)", "● conectado", "Ayuda")


async def test_with_a_model_there_is_no_talk_of_local_mode() -> None:
    async def script(peer: Peer) -> None:
        await peer.open(chat.Welcome(v=1, n=12, sid="00ff00ff", srv="x", lim=WELCOME.lim, groq=True))
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("sesión 12 · 00ff00ff")
        assert "modo local" not in student.text


async def test_a_local_answer_keeps_its_lines() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("1. IVA = 21 %\n2. 15.300 × 0,21\n", "   * = 3.213", route=Route.CALCULATION)
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("21 % de 15.300")
        await student.sees("cálculo · concepto · PBI · 3 ms")
        shown = [line.strip(" ▌") for line in student.text.splitlines()]
        start = shown.index("1. IVA = 21 %")
        assert shown[start + 1 : start + 3] == ["2. 15.300 × 0,21", "* = 3.213"]
        assert "       * = 3.213" in student.text


async def test_an_answer_of_the_model_is_markdown_and_streams() -> None:
    go_on = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "La **infla", "ción** es\n\n- una\n", route=Route.GROQ)
        await go_on.wait()
        peer.send(chat.Delta(ask.id, len("La **inflación** es\n\n- una\n"), "- dos\n"), done(ask.id, Route.GROQ))
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("¿qué es la inflación?")
        await student.sees("La inflación es", "• una")
        assert "groq" not in student.text
        go_on.set()
        await student.sees("• dos", "groq · openai/gpt-oss-120b · 0,8 s")
        assert "**" not in student.text


async def test_an_answer_that_ends_in_an_open_code_block_keeps_its_end() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("Así:\n\n```\n", "pbi = 1\n", "fin = 2", route=Route.GROQ)
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("código")
        await student.sees("pbi = 1", "fin = 2", "0,8 s")


async def test_the_wait_shows_what_goes_on() -> None:
    step = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.open()
        first, second = await peer.expect(chat.Ask), await peer.expect(chat.Ask)
        await step.wait()
        peer.send(chat.Ack(first.id), chat.Ack(second.id, ahead=1), chat.Begin(first.id, Route.LOCAL))
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("uno")
        await student.asks("dos")
        await student.sees("enviando…")
        step.set()
        await student.sees("pensando… 0,", "en espera, hay una pregunta antes… 0,")


async def test_esc_cancels_and_keeps_what_came() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo a explicar", route=Route.GROQ)
        cancel = await peer.expect(chat.Cancel)
        assert cancel.id == ask.id
        peer.send(done(ask.id, Route.GROQ, Ending.CANCELLED), chat.Prompt())
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        assert "Cancelar" not in student.text
        await student.asks("largo")
        await student.sees("Empiezo a explicar", "Cancelar")
        await student.presses("escape")
        await student.sees("Empiezo a explicar", "(respuesta cancelada)", "groq")
        assert student.text.count("(respuesta cancelada)") == 1


async def test_a_refused_question_says_why() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.send(chat.Error("ocupado", "EcoBot está [/x] ocupado.", ask.id))
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("uno")
        await student.sees("EcoBot está [/x] ocupado.")
        assert "enviando" not in student.text


async def test_a_question_that_is_too_long_is_not_sent() -> None:
    async with ScriptedServer(idle) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("á" * 2049)
        await student.sees("el servidor acepta hasta 4096 bytes")


async def test_a_missing_piece_is_told_under_the_answer() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Uno")
        peer.send(chat.Delta(ask.id, 50, "cuatro"), done(ask.id))
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("contá")
        await student.sees("le falta una parte")


async def test_a_kick_stays_on_the_screen_and_nothing_reconnects() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo a")
        peer.send(chat.Kicked("admin", "Tu sesión fue cerrada desde admin. Motivo: [/x]"))

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("uno")
        await student.sees(
            "■ sesión cerrada", "Empiezo a", "(respuesta cortada)", "desde admin. Motivo: [/x]", "Ctrl+R"
        )
        await student.pilot.pause(0.5)
        assert server.served == 1
        await student.asks("dos")
        assert student.app.query_one(Input).value == "dos"


async def test_a_lost_connection_is_told_and_a_key_reconnects() -> None:
    async def script(peer: Peer) -> None:
        await peer.open(chat.Welcome(v=1, n=server.served, sid="91ab27ef", srv="x", lim=WELCOME.lim))
        if server.served == 1:
            ask = await peer.expect(chat.Ask)
            peer.take(ask.id, "```\nEmpiezo a", route=Route.GROQ)
        else:
            await peer.answer("Volví.")
            await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("sesión 1")
        await student.asks("uno")
        await student.sees("✕ sin conexión", "Empiezo a", "(respuesta cortada)", "Se perdió la conexión con 127.0.0.1:")
        await student.presses("ctrl+r")
        await student.sees("● conectado", "sesión 2", "Empiezo a")
        await student.asks("dos")
        await student.sees("Volví.")


async def test_nobody_listens_and_a_key_tries_again() -> None:
    async with ScriptedServer(idle) as server:
        port = server.port
    async with chat_on(port) as student:
        await student.sees("✕ sin conexión", "nadie escucha en esa dirección", "Ctrl+R")
        await student.presses("ctrl+r")
        await student.until(lambda: student.flowing.count("nadie escucha") == 2)


async def test_a_server_that_speaks_something_else_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "WELCOME_WITHIN", 0.3)

    async def script(peer: Peer) -> None:
        peer.raw(GREETING)
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.until(lambda: student.app.return_code == 1)


async def test_hostile_text_is_drawn_as_text() -> None:
    async def script(peer: Peer) -> None:
        await peer.open(chat.Welcome(v=1, n=3, sid=HOSTILE, srv=HOSTILE, lim=WELCOME.lim))
        for route in (Route.LOCAL, Route.GROQ):
            ask = await peer.expect(chat.Ask)
            peer.take(ask.id, HOSTILE, route=route)
            peer.send(
                chat.Notice(HOSTILE),
                chat.Error("x", HOSTILE),
                chat.Done(ask.id, Ending.COMPLETE, 1, route, HOSTILE, HOSTILE, HOSTILE),
                chat.Prompt(),
            )
        peer.send(chat.Kicked("admin", HOSTILE))

    async with ScriptedServer(script) as server, chat_on(server.port, LARGE) as student:
        await student.sees("● conectado")
        await student.asks(HOSTILE)
        await student.until(lambda: student.text.count("[/x] [@click=app.quit]x[/]") >= 5)
        await student.asks("otra")
        await student.sees("■ [/x] [@click=app.quit]x[/]", "■ sesión cerrada")
        for forbidden in "\x1b\x9b\x07\u202e":
            assert forbidden not in student.drawn
        assert student.app.is_running


async def test_a_link_in_an_answer_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("[mirá](file:///etc/passwd)", route=Route.GROQ)
        await peer.end()

    opened: list[str] = []
    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        monkeypatch.setattr(student.app, "open_url", lambda url, **_: opened.append(url))
        await student.sees("● conectado")
        await student.asks("enlace")
        await student.sees("mirá", "0,8 s")
        row = next(y for y, line in enumerate(student.text.splitlines()) if "mirá" in line)
        await student.pilot.click(offset=(student.text.splitlines()[row].index("mirá") + 1, row))
        await student.pilot.pause()
        assert opened == []


async def test_the_conversation_stays_where_the_reader_scrolled_to() -> None:
    go_on = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        text = "".join(f"- renglón {n}\n" for n in range(60))
        peer.take(ask.id, text, route=Route.GROQ)
        await go_on.wait()
        peer.send(chat.Delta(ask.id, len(text), "- último\n"), done(ask.id, Route.GROQ), chat.Prompt())
        await peer.answer("Otra.")
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("largo")
        await student.sees("renglón 59")
        await student.presses("pageup", "pageup")
        transcript = student.app.query_one(Transcript)
        await student.until(lambda: "renglón 59" not in student.text)
        place = transcript.scroll_y
        go_on.set()
        await student.until(lambda: student.app.query(".caption"), "the answer is over")
        await student.pilot.pause(0.2)
        assert transcript.scroll_y == place
        await student.presses("ctrl+end")
        await student.sees("último", "0,8 s")
        await student.presses("ctrl+home")
        await student.sees("Hola, soy EcoBot")
        await student.asks("otra")
        await student.sees("Otra.")


async def test_the_arrows_bring_back_past_questions() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.answer("A.")
        await peer.answer("B.")
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("uno")
        await student.asks("dos")
        await student.sees("A.", "B.")
        prompt = student.app.query_one(Input)
        await student.presses("t", "up", "up", "up")
        assert prompt.value == "uno"
        await student.presses("down", "down")
        assert prompt.value == "t"


async def test_a_paste_of_several_lines_is_one_question() -> None:
    async with ScriptedServer(idle) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        prompt = student.app.query_one(Input)
        prompt.post_message(Paste("¿qué es\n  el \x1b[2JPBI?\n"))
        await student.until(lambda: prompt.value == "¿qué es el PBI?")


@pytest.mark.parametrize("word", ["salir", "EXIT", " quit "])
async def test_a_goodbye_is_said_and_answered(word: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        await peer.expect(chat.Bye)
        peer.send(chat.Kicked("bye", "👋 Cerrando sesión. Gracias por usar EcoBot."))

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks(word)
        await student.until(lambda: not student.app.is_running or student.app._exit)
        assert [str(said) for said in student.app._exit_renderables] == ["👋 Cerrando sesión. Gracias por usar EcoBot."]
        assert student.app.return_code == 0


async def test_ctrl_q_leaves_in_the_middle_of_an_answer() -> None:
    async def script(peer: Peer) -> None:
        await peer.open()
        ask = await peer.expect(chat.Ask)
        peer.take(ask.id, "Empiezo", route=Route.GROQ)
        await peer.end()

    async with ScriptedServer(script) as server, chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("largo")
        await student.sees("Empiezo")
        await student.presses("ctrl+q")
        await student.until(lambda: student.app.return_code == 0)


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
async def test_f1_shows_the_keys(size: tuple[int, int]) -> None:
    async with ScriptedServer(idle) as server, chat_on(server.port, size) as student:
        await student.sees("● conectado")
        await student.presses("f1")
        await student.sees("Ayuda", "cortar la respuesta en curso", "Ctrl+Q", "despedirse y cerrar", "Esc cierra")
        await student.presses("escape")
        await student.until(lambda: "Esc cierra" not in student.text)
