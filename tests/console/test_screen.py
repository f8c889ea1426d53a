from __future__ import annotations

import random

import pytest
from textual.widgets import Button, Input, Static

from ecobot_tui.console.app import ConsoleApp
from ecobot_tui.console.commands import COMMANDS
from ecobot_tui.console.kill_dialog import KillDialog
from ecobot_tui.settings import Settings
from ecobot_tui.wire import control
from ecobot_tui.wire.control import Batch, Begin, Piece, Transcript
from ecobot_tui.wire.vocabulary import ClientKind, Route, SessionState
from tests.console.on_screen import NARROW, WIDE, current, shown, sids, wait_for_text, wait_until
from tests.console.scripted_door import ScriptedDoor, a_row, a_status, answered, asked

HOSTILE = "[/x] [@click=app.quit]x[/] \x1b]52;c;eA==\x07\x1b[2J\x9b2J \u202eabc $primary [red]"


def fill(door: ScriptedDoor, count: int) -> None:
    door.rows = {row.sid: row for row in (a_row(number) for number in range(1, count + 1))}


def kills(door: ScriptedDoor) -> list[str]:
    return [request.sid for request in door.requests if isinstance(request, control.Kill)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_screen_shows_server_sessions_conversation_and_log(
    found: Settings, door: ScriptedDoor, size: tuple[int, int]
) -> None:
    door.status = a_status(host="0.0.0.0", sessions=1, routes={"local": 7, "cálculo": 0, "groq": 0, "guía": 0})
    door.rows = {"91ab27ef": a_row(1, "91ab27ef", client=ClientKind.CHAT, state=SessionState.THINKING, questions=4)}
    door.turns["91ab27ef"] = [asked("¿qué es el PBI?"), answered("Es un valor.", reason="concepto PBI", partial=True)]
    app = ConsoleApp(found, {})
    async with app.run_test(size=size) as pilot:
        await wait_for_text(pilot, "Es un valor.")
        door.send(Batch(seq=0, log=["[Sesión 1] Nueva conexión"]))
        await wait_for_text(pilot, "[Sesión 1] Nueva conexión")
        screen = shown(app)
        for text in (
            "0.0.0.0:5001 ⚠ abierto a la red",
            "modo local: sin GROQ_API_KEY",
            "local 7",
            "91ab27ef",
            "127.0.0.1:53001",
            "◐ pensando",
            "¿qué es el PBI?",
            "[local] concepto PBI",
            "⚠ parcial",
            "Consola admin lista. Comandos: list, kill <session_id>, exit",
            "Listar",
        ):
            assert text in screen, text


async def test_an_answer_appears_word_by_word(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 1)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: door.followed == "00000001")
        begin = Begin(route=Route.GROQ, reason="sin entrada local")
        door.send(Batch(seq=0, transcript=Transcript(sid="00000001", steps=[asked("¿por qué?"), begin])))
        await wait_for_text(pilot, "[groq] sin entrada local")
        for word in ("Porque ", "los ", "precios"):
            door.send(Batch(seq=0, transcript=Transcript(sid="00000001", steps=[Piece(text=word)])))
        await wait_for_text(pilot, "Porque los precios▌")
        whole = answered("Porque los precios suben.", Route.GROQ, ms=1234)
        door.send(Batch(seq=0, transcript=Transcript(sid="00000001", steps=[whole])))
        await wait_for_text(pilot, "Porque los precios suben.")
        assert "▌" not in shown(app)
        assert "1,2 s" in shown(app)
        assert shown(app).count("Porque") == 1


async def test_the_cursor_stays_with_its_session(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 6)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 6)
        await pilot.press("down", "down", "down")
        await wait_until(pilot, lambda: door.followed == "00000004")
        door.send(Batch(seq=0, rows=[a_row(7)], gone=["00000001", "00000003"]))
        await wait_until(pilot, lambda: len(sids(app)) == 5)
        assert current(app) == "00000004"
        await wait_for_text(pilot, "Sesión 4 (00000004)")
        door.send(Batch(seq=0, gone=["00000004"]))
        # Its neighbour takes its place, and its conversation follows.
        await wait_until(pilot, lambda: door.followed == "00000005")
        assert current(app) == "00000005"


async def test_the_cursor_stays_with_its_session_whatever_comes_and_goes(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 8)
    app = ConsoleApp(found, {})
    chance = random.Random(2)
    async with app.run_test(size=NARROW) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 8)
        await pilot.press("down", "down", "down")
        number = 8
        for _ in range(60):
            others = [sid for sid in sids(app) if sid != "00000004"]
            gone = chance.sample(others, min(len(others), chance.randrange(3)))
            coming = [a_row(number + k + 1) for k in range(chance.randrange(3))]
            number += len(coming)
            app.table.apply(coming, gone)
            assert current(app) == "00000004"


async def test_changed_cells_are_updated_where_they_stand(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 3)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 3)
        changed = a_row(2, state=SessionState.ANSWERING, route=Route.CALCULATION, questions=12)
        door.send(Batch(seq=0, rows=[changed]))
        await wait_for_text(pilot, "● respondiendo")
        assert sids(app) == ["00000001", "00000002", "00000003"]
        line = next(line for line in shown(app).splitlines() if "00000002" in line)
        assert "cálculo" in line
        assert " 12 " in line


async def test_the_dialog_kills_the_session_it_names_though_rows_move(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 4)
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 4)
        await pilot.press("down", "k")
        await wait_until(pilot, lambda: isinstance(app.screen, KillDialog))
        for text in ("Sesión 2 (00000002)", "127.0.0.1:53002"):
            await wait_for_text(pilot, text)
        door.send(Batch(seq=0, gone=["00000001"]))
        await wait_until(pilot, lambda: len(sids(app)) == 3)
        await pilot.press("y")
        await wait_for_text(pilot, "Sesión 00000002 cerrada desde admin.")
        assert kills(door) == ["00000002"]


async def test_a_session_that_left_while_the_dialog_stood_is_not_replaced(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 3)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 3)
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, KillDialog))
        door.send(Batch(seq=0, gone=["00000001"]))
        await wait_until(pilot, lambda: len(sids(app)) == 2)
        await pilot.press("s")
        await wait_for_text(pilot, "No existe esa sesión o ya está cerrada.")
        assert sids(app) == ["00000002", "00000003"]


@pytest.mark.parametrize("key", ["enter", "n", "escape"])
async def test_enter_n_and_esc_leave_the_session_alone(found: Settings, door: ScriptedDoor, key: str) -> None:
    fill(door, 1)
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 1)
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, KillDialog))
        await wait_until(pilot, lambda: app.focused is app.screen.query_one("#cancel", Button))
        await pilot.press(key)
        await wait_until(pilot, lambda: not isinstance(app.screen, KillDialog))
        assert kills(door) == []


async def test_the_reason_goes_along_and_its_enter_does_not_kill(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 1)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 1)
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, KillDialog))
        reason = app.screen.query_one("#reason", Input)
        reason.focus()
        await wait_until(pilot, lambda: app.focused is reason)
        await pilot.press(*"sin uso ya", "enter")
        assert kills(door) == []
        await pilot.press("enter")
        await wait_until(pilot, lambda: kills(door))
        kill = next(request for request in door.requests if isinstance(request, control.Kill))
        assert kill.reason == "sin uso ya"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_hostile_text_in_every_field_does_nothing(
    found: Settings, door: ScriptedDoor, size: tuple[int, int]
) -> None:
    sid = "91ab27ef"
    hostile = a_row(1, sid, addr=HOSTILE, started=HOSTILE, last_seen=HOSTILE, node=HOSTILE, last_question=HOSTILE)
    door.rows = {sid: hostile}
    door.status = a_status(
        host=HOSTILE, groq=HOSTILE, store=HOSTILE, version=HOSTILE, models=[HOSTILE], routes={HOSTILE: 3}
    )
    door.turns[sid] = [asked(HOSTILE, at=HOSTILE), answered(HOSTILE, reason=HOSTILE)]
    app = ConsoleApp(found, {})
    async with app.run_test(size=size) as pilot:
        await wait_for_text(pilot, "❯ usuario")
        steps: list[control.TranscriptStep] = [Begin(route=Route.GROQ, reason=HOSTILE), Piece(text=HOSTILE)]
        door.send(Batch(seq=0, log=[HOSTILE], transcript=Transcript(sid=sid, steps=steps), figures=door.status))
        await wait_for_text(pilot, "…respondiendo")
        for order in (HOSTILE, f"kill {HOSTILE}", "list", "status"):
            await pilot.press(":")
            app.query_one(Input).value = order
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("k")
        await wait_until(pilot, lambda: isinstance(app.screen, KillDialog))
        assert "[/x]" in shown(app)
        await pilot.click("#question")
        await pilot.press("escape", "question_mark", "escape")
        await wait_for_text(pilot, "[/x]")
        for raw in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert raw not in shown(app)
        assert app.is_running


async def test_the_command_line_answers_in_the_originals_words(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 3)
    app = ConsoleApp(found, {})

    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 3)

        async def give(order: str) -> None:
            await pilot.press("colon")
            app.query_one(Input).value = order
            await pilot.press("enter")

        await give("list")
        await wait_for_text(pilot, "3 líneas en el registro.")
        assert "Sesión 3 (00000003)" in shown(app)
        await give("kill 2")
        await wait_for_text(pilot, "Sesión 00000002 cerrada desde admin.")
        await give("kill 2")
        await wait_for_text(pilot, "No existe esa sesión o ya está cerrada.")
        await give("cerrar 00000003")
        await wait_for_text(pilot, "Sesión 00000003 cerrada desde admin.")
        await give("kill")
        await wait_for_text(pilot, "Uso: kill <session_id>")
        await give("lista")
        await wait_for_text(pilot, "Sesión 1 (00000001) | ('127.0.0.1', 53001)")
        await give("klil 1")
        await wait_for_text(pilot, "¿Quisiste decir «kill»?")
        assert kills(door) == ["00000002", "00000003"]
        # Typed at once, as fast hands do: no key of it may act on the table.
        await pilot.press("colon", *"quien", "escape")
        assert app.is_running
        await pilot.press("colon", "up", "up")
        assert app.query_one(Input).value == "lista"
        await pilot.press("down", "down")
        assert app.query_one(Input).value == ""
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.focused is app.table)


async def test_a_reader_who_scrolled_up_stays_there_and_is_told(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 1)
    door.turns["00000001"] = [asked(f"pregunta {number}") for number in range(60)]
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "pregunta 59")
        app.transcript.focus()
        await wait_until(pilot, lambda: app.focused is app.transcript)
        await pilot.press("home")
        await wait_for_text(pilot, "pregunta 0")
        for number in (60, 61):
            turn = asked(f"pregunta {number}")
            door.send(Batch(seq=0, transcript=Transcript(sid="00000001", steps=[turn])))
        await wait_for_text(pilot, "+2 nuevas")
        assert "pregunta 0" in shown(app)
        await pilot.press("end")
        await wait_for_text(pilot, "pregunta 61")
        await wait_until(pilot, lambda: "nuevas" not in shown(app))


async def test_a_resized_screen_wraps_anew(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 1)
    words = " ".join(f"palabra{number}" for number in range(30))
    door.turns["00000001"] = [answered(words)]
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "palabra29")
        await pilot.resize_terminal(60, 30)
        await wait_until(pilot, lambda: all(len(line) <= 60 for line in shown(app).splitlines()))
        await wait_for_text(pilot, "palabra29")
        assert "última actividad" not in shown(app)


async def test_the_help_is_made_from_the_commands_and_scrolls(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        await pilot.press("f1")
        await wait_for_text(pilot, "Ayuda")
        await wait_for_text(pilot, "Teclas")
        written = " ".join(str(text.render()) for text in app.screen.query(Static))
        for command in COMMANDS:
            assert command.usage in written
            assert command.help in written
        await pilot.press("end")
        await wait_for_text(pilot, "Salir cierra solo esta pantalla")
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(app.screen_stack) == 1)


async def test_a_broken_connection_is_said_and_found_again(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 3)
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 3)
        door.rows.pop("00000002")
        door.hang_up()
        await wait_for_text(pilot, "Se cortó la conexión con el servidor.")
        assert len(sids(app)) == 3
        await wait_for_text(pilot, "Conexión recuperada.")
        await wait_until(pilot, lambda: sids(app) == ["00000001", "00000003"])
        assert "✗" not in shown(app).splitlines()[0]


async def test_a_server_stopped_on_purpose_is_said_so(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        door.send(Batch(seq=0, figures=a_status(draining=True)))
        await wait_for_text(pilot, "deteniéndose")
        await door.stop()
        await wait_for_text(pilot, "El servidor se detuvo.")
        await pilot.press("colon", *"list", "enter")
        await wait_for_text(pilot, "Se cortó la conexión con el servidor.")
        await pilot.press("q")
    assert app.return_value is not None
    assert app.return_value.lines("ecobot-console")[0].startswith("Saliendo consola admin (sin conexión")


@pytest.mark.parametrize("way", [["q"], ["ctrl+q"], ["colon", *"exit", "enter"], ["colon", *"salir", "enter"]])
async def test_leaving_tells_how_to_return_and_how_to_stop(found: Settings, door: ScriptedDoor, way: list[str]) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        await pilot.press(*way)
    assert app.return_code == 0
    assert app.return_value is not None
    assert app.return_value.lines("ecobot-console --state-dir /x") == [
        "Saliendo consola admin (el server sigue corriendo)...",
        "Servidor en 127.0.0.1:5001 (pid 4242).",
        "Para volver: ecobot-console --state-dir /x",
        "Para detenerlo: ecobot-console --state-dir /x stop",
    ]
    assert not any(isinstance(request, control.Stop) for request in door.requests)


async def test_a_server_of_another_version_is_told_and_left_alone(found: Settings, door: ScriptedDoor) -> None:
    door.greeting = control.encode(control.Greeting(v=99, version="9.9", pid=1))
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "habla la versión 99 del protocolo")
        await pilot.press("q")
    assert app.return_code == 1


async def test_enter_goes_to_the_conversation_and_esc_back(found: Settings, door: ScriptedDoor) -> None:
    fill(door, 2)
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_until(pilot, lambda: len(sids(app)) == 2)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.focused is app.transcript)
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.focused is app.table)
        await pilot.press("tab", "tab")
        await wait_until(pilot, lambda: app.focused is app.log_pane)


async def test_log_lines_lose_their_day_and_keep_their_warnings(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        lines = ["2026-11-22 18:47:12 INFO Hola [/x]", "2026-11-22 18:47:13 WARNING Cuidado", "suelta"]
        door.send(Batch(seq=0, log=lines, log_lost=7))
        for text in ("… 7 líneas perdidas", "18:47:12 Hola [/x]", "18:47:13 ⚠ Cuidado", "suelta"):
            await wait_for_text(pilot, text)
        assert "2026-11-22" not in shown(app)
