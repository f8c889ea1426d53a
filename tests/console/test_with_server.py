"""The screen against a real server process."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from ecobot_tui import settings
from ecobot_tui.console import launch
from ecobot_tui.console.app import ConsoleApp
from ecobot_tui.console.door import Door
from ecobot_tui.console.errands import stop
from ecobot_tui.settings import Settings
from ecobot_tui.wire import control
from tests.console.on_screen import NARROW, WIDE, current, shown, sids, wait_for_text, wait_until
from tests.support.groq_server import Behaviour, GroqServer
from tests.support.server import ServerProcess

BEYOND_LOCAL = "Analizá críticamente cómo negociarías el acuerdo comercial del Mercosur con Marte"


def settings_of(state_dir: Path) -> Settings:
    return settings.load({"state_dir": str(state_dir)}, {}, state_dir)


async def test_sessions_appear_are_followed_and_are_closed_one_by_one(server: ServerProcess) -> None:
    app = ConsoleApp(settings_of(server.state_dir), {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        first, second = server.connect(), server.connect()
        await asyncio.to_thread(first.greeting)
        await asyncio.to_thread(second.greeting)
        await wait_until(pilot, lambda: len(sids(app)) == 2)
        await asyncio.to_thread(first.ask, "¿Qué es el PBI?")
        await wait_for_text(pilot, "¿Qué es el PBI?")
        await wait_for_text(pilot, "[local]")
        await wait_for_text(pilot, "local 1")
        doomed, staying = sids(app)
        await pilot.press("k", "y")
        await wait_for_text(pilot, f"Sesión {doomed} cerrada desde admin.")
        await wait_until(pilot, lambda: sids(app) == [staying])
        assert current(app) == staying
        await asyncio.to_thread(first.read_to_end)
        assert "EcoBot:" in await asyncio.to_thread(second.ask, "¿Qué es la inflación?")
        await wait_for_text(pilot, "¿Qué es la inflación?")
        await pilot.press("q")
    assert server.process.poll() is None
    assert "EcoBot:" in await asyncio.to_thread(second.ask, "¿Qué es el PBI?")


async def test_a_models_answer_is_seen_before_it_has_ended(server_with_model: ServerProcess, groq: GroqServer) -> None:
    groq.behave = lambda request: Behaviour(words=["Palabra ", "por ", "palabra ", "llega."], hold_after=2)
    app = ConsoleApp(settings_of(server_with_model.state_dir), {})
    async with app.run_test(size=NARROW) as pilot:
        client = server_with_model.connect()
        await asyncio.to_thread(client.greeting)
        await wait_until(pilot, lambda: len(sids(app)) == 1)
        client.send(f"{BEYOND_LOCAL}\r\n".encode())
        await wait_for_text(pilot, "[groq]")
        await wait_for_text(pilot, "Palabra por")
        assert "llega." not in shown(app)
        groq.release.set()
        await wait_for_text(pilot, "palabra llega.")


async def test_a_hostile_student_does_nothing_to_the_operator(server: ServerProcess) -> None:
    app = ConsoleApp(settings_of(server.state_dir), {})
    async with app.run_test(size=NARROW) as pilot:
        client = server.connect()
        await asyncio.to_thread(client.greeting)
        await asyncio.to_thread(client.ask, "[/x] [@click=app.quit]x[/] \x1b[2J\x1b]52;c;eA==\x07 \u202e")
        await wait_for_text(pilot, "[/x] [@click=app.quit]x[/]")
        for raw in ("\x1b", "\x07", "\u202e"):
            assert raw not in shown(app)
        assert app.is_running


async def test_the_console_starts_a_server_which_outlives_it(state_dir: Path) -> None:
    flags = {"host": "127.0.0.1", "port": "0", "state_dir": str(state_dir)}
    found = settings.load(flags, {}, state_dir)
    app = ConsoleApp(found, flags)
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        await pilot.press("q")
    try:
        assert app.return_value is not None
        lines = app.return_value.lines("ecobot-console")
        with Door(found.socket_path) as door:
            pid = door.greeting.pid
            port = door.request(control.GetStatus(id=0), control.StatusIs).status.port
        assert lines[1] == f"Servidor en 127.0.0.1:{port} (pid {pid})."
        assert os.getsid(pid) != os.getsid(0)
        assert found.log_path.stat().st_mode & 0o777 == 0o600
        # The second console finds the server instead of starting one.
        again = ConsoleApp(found, flags)
        async with again.run_test(size=NARROW) as pilot:
            await wait_for_text(pilot, f"127.0.0.1:{port}")
            await pilot.press("q")
        with Door(found.socket_path) as door:
            assert door.greeting.pid == pid
    finally:
        said: list[str] = []
        await asyncio.to_thread(stop, found.socket_path, said.append)
        assert said == ["Servidor detenido."]


async def test_a_server_that_cannot_start_is_told_with_its_last_words(server: ServerProcess, state_dir: Path) -> None:
    flags = {"host": "127.0.0.1", "port": str(server.port), "state_dir": str(state_dir)}
    app = ConsoleApp(settings.load(flags, {}, state_dir), flags)
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "El servidor terminó al iniciarse")
        await wait_for_text(pilot, "No se pudo iniciar EcoBot en 127.0.0.1")
        await pilot.press("q")
    assert app.return_code == 1
    assert app.return_value is not None
    assert "terminó al iniciarse" in "\n".join(app.return_value.lines("ecobot-console"))


async def test_a_server_stopped_by_somebody_else_is_said_so(server: ServerProcess) -> None:
    app = ConsoleApp(settings_of(server.state_dir), {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        server.terminate()
        await wait_for_text(pilot, "El servidor se detuvo.")
        await asyncio.to_thread(server.start, 0)
        await wait_for_text(pilot, "Conexión recuperada.")
        await wait_for_text(pilot, f"127.0.0.1:{server.port}")


def test_the_end_of_a_log_is_read_and_cleaned(tmp_path: Path) -> None:
    log = tmp_path / "ecobot.log"
    log.write_bytes(b"old\n" + b"\n".join(b"line %d \x1b[2J\xff" % number for number in range(20)))
    assert launch.last_lines(log, 4)[-1] == "line 19 \ufffd"
    assert len(launch.last_lines(log)) == 6
    assert launch.last_lines(tmp_path / "none") == []


@pytest.mark.parametrize("flags", [{}, {"state_dir": "/x y", "port": "7"}])
def test_a_launched_server_gets_the_consoles_options(flags: dict[str, str]) -> None:
    command = launch.server_command(flags)
    assert command[1:3] == ["-m", "ecobot_tui.server"]
    assert command[3:] == ([] if not flags else ["--port", "7", "--state-dir", "/x y"])
