"""The screen against a real server process."""

from __future__ import annotations

import threading

import pytest

from tests.chat.on_screen import LARGE, SMALLEST, chat_on
from tests.support.groq_server import Behaviour, GroqServer
from tests.support.server import ServerProcess
from tests.support.waiting import eventually_async


@pytest.mark.parametrize("size", [SMALLEST, LARGE])
async def test_a_question_of_local_knowledge(server: ServerProcess, size: tuple[int, int]) -> None:
    async with chat_on(server.port, size) as student:
        await student.sees("● conectado", "modo local (sin modelo)")
        (row,) = server.sessions()
        assert row["client"] == "ecobot-chat"
        await student.sees(f"sesión {row['number']} · {row['sid']}")
        await student.asks("¿qué es el PBI?")
        await student.sees("local · ", " ms")
        await student.presses("ctrl+home")
        await student.sees("producto bruto interno")


async def test_a_calculation(server: ServerProcess) -> None:
    async with chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("21 % de 15.300")
        await student.sees("3.213", "cálculo · ")


async def test_the_first_words_of_the_model_are_there_before_the_last(
    server_with_model: ServerProcess, groq: GroqServer
) -> None:
    groq.behave = lambda request: Behaviour(words=["La **primera** palabra", " y la última."], hold_after=1)
    async with chat_on(server_with_model.port) as student:
        await student.sees("● conectado")
        assert "modo local" not in student.text
        await student.asks("¿Y con Venus, cómo lo negociarías?")
        await student.sees("La primera palabra")
        assert "última" not in student.text
        groq.release.set()
        await student.sees("La primera palabra y la última.", "groq · modelo-a · ")


async def test_esc_stops_the_model(server_with_model: ServerProcess, groq: GroqServer) -> None:
    groq.behave = lambda request: Behaviour(words=["Empiezo", " y termino."], hold_after=1)
    async with chat_on(server_with_model.port) as student:
        await student.sees("● conectado")
        await student.asks("¿Y con Venus, cómo lo negociarías?")
        await student.sees("Empiezo")
        await student.presses("escape")
        await student.sees("Empiezo", "(respuesta cancelada)")
        assert student.text.count("cancelada") == 1
        await eventually_async(lambda: groq.aborted, "the model is no longer asked")
        await student.asks("21 % de 15.300")
        await student.sees("3.213")


async def test_a_model_that_fails_says_one_sentence(server_with_model: ServerProcess, groq: GroqServer) -> None:
    groq.behave = lambda request: Behaviour(status=401)
    async with chat_on(server_with_model.port) as student:
        await student.sees("● conectado")
        await student.asks("¿Y con Venus, cómo lo negociarías?")
        await student.until(lambda: student.app.query(".caption"), "the answer is over")
        await student.asks("21 % de 15.300")
        await student.sees("3.213")


async def test_killed_by_the_operator(server: ServerProcess) -> None:
    async with chat_on(server.port) as student:
        await student.sees("● conectado")
        (row,) = server.sessions()
        server.control("kill", sid=row["sid"], reason="prueba [/x]")
        await student.sees("■ sesión cerrada", "Tu sesión fue cerrada desde admin. Motivo: prueba [/x]")
        assert server.sessions() == []


async def test_a_server_that_stops_and_comes_back(server: ServerProcess) -> None:
    port = server.port
    async with chat_on(port) as student:
        await student.sees("● conectado")
        stopping = threading.Thread(target=server.terminate)
        stopping.start()
        await student.sees("■ sesión cerrada", "EcoBot se está apagando")
        stopping.join()
        server.start(port)
        await student.presses("ctrl+r")
        await student.sees("● conectado")
        await student.asks("21 % de 15.300")
        await student.sees("3.213")


async def test_salir(server: ServerProcess) -> None:
    async with chat_on(server.port) as student:
        await student.sees("● conectado")
        await student.asks("salir")
        await student.until(lambda: student.app.return_code == 0)
        assert [str(said) for said in student.app._exit_renderables] == ["👋 Cerrando sesión. Gracias por usar EcoBot."]
    await eventually_async(lambda: server.sessions() == [], "the session is closed")


async def test_hostile_questions(server: ServerProcess) -> None:
    async with chat_on(server.port, LARGE) as student:
        await student.sees("● conectado")
        for question in ("[/x]", "[@click=app.quit]x[/]", "\x1b[2Jborrar", "\u202earriba"):
            await student.asks(question)
        await student.until(lambda: len(student.app.query(".caption")) == 4)
        for forbidden in "\x1b\u202e":
            assert forbidden not in student.drawn
