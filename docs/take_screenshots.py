"""Takes the pictures of docs/: `make screenshots`.

The scene is a real one: a server process, students who talk to it over sockets, and a model of the tests' own, so that
the pictures show what the programs show.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from ecobot_tui import settings
from ecobot_tui.chat.app import ChatApp
from ecobot_tui.console.app import ConsoleApp
from tests.support.groq_server import Behaviour, groq_server
from tests.support.server import PlainClient, ServerProcess, clean_environment, running_server
from tests.support.waiting import eventually_async

DOCS = Path(__file__).parent
LEGEND = "Explicame con tus palabras por qué un país puede crecer y que su gente no lo note"
ANSWER = (
    "**Definición.** El *crecimiento* mide cuánto más se produce; el *bienestar*, cómo vive la gente.\n\n"
    "**Intuición.** Si el PBI crece 2 % y la población 2 %, cada persona tiene lo mismo que antes:\n\n"
    "| | año 1 | año 2 |\n|---|---|---|\n| PBI | 100 | 102 |\n| Población | 50 | 51 |\n| PBI por persona | 2 | 2 |\n\n"
    "**Mini-check.** ¿Qué pasa si además la mejora va toda al 10 % más rico?\n"
)


def students(server: ServerProcess) -> list[PlainClient]:
    """Let six students talk."""
    questions = (
        ["¿Qué es el PBI?", "diferencia entre PBI nominal y real"],
        ["cuánto es el 21% de 15.300", "de 80 a 100 ¿cuánto aumentó?"],
        ["que es la inflasion"],
        ["hola", "¿qué es un bono?"],
        ["¿qué es el costo de oportunidad?"],
        [LEGEND],
    )
    clients = []
    for asked in questions:
        client = server.connect()
        client.greeting()
        for question in asked:
            client.ask(question)
        clients.append(client)
    return clients


async def shows(pilot: Pilot[object], text: str) -> None:
    """Wait until `text` stands in the picture."""
    # The picture writes blanks as no-break spaces.
    wanted = text.replace(" ", "&#160;")
    await eventually_async(lambda: wanted in pilot.app.export_screenshot(), text)
    await pilot.pause()


def keep(app: App[object], name: str) -> None:
    """Write the picture."""
    (DOCS / name).write_text(app.export_screenshot() + "\n", encoding="utf-8")


async def take(server: ServerProcess) -> None:
    """Take both pictures."""
    found = settings.load({"state_dir": str(server.state_dir)}, {}, server.state_dir)
    console = ConsoleApp(found, {})
    async with console.run_test(size=(132, 38)) as pilot:
        await shows(pilot, "telnet")
        await pilot.press("up", "down", "down", "down", "down", "down")
        await shows(pilot, "Mini-check")
        keep(console, "console.svg")
    chat = ChatApp("127.0.0.1", server.port)
    async with chat.run_test(size=(96, 36)) as pilot:
        await shows(pilot, "conectado")
        for question, seen in (("¿qué es la inflación?", "Fuente"), (LEGEND, "Mini-check")):
            chat.query_one(Input).value = question
            await pilot.press("enter")
            await shows(pilot, seen)
        keep(chat, "chat.svg")


def main() -> None:
    """Set the scene and take the pictures."""
    with tempfile.TemporaryDirectory() as home, groq_server() as groq:
        os.environ.update(clean_environment(Path(home), TEXTUAL_ANIMATIONS="none"))
        groq.behave = lambda request: Behaviour(words=[f"{word} " for word in ANSWER.split(" ")])
        with running_server(GROQ_API_KEY="k", GROQ_BASE_URL=groq.url) as server:
            students(server)
            asyncio.run(take(server))


if __name__ == "__main__":
    main()
