"""Reading a teacher's knowledge again, from the screen and from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ecobot_tui.console import cli, words
from ecobot_tui.console.app import ConsoleApp
from ecobot_tui.settings import Settings
from ecobot_tui.wire import control
from ecobot_tui.wire.control import Batch, OwnKnowledge
from tests.console.on_screen import NARROW, WIDE, shown, wait_for_text
from tests.console.scripted_door import ScriptedDoor, a_status
from tests.console.test_one_shots import run
from tests.support.server import ServerProcess, running_server

GOOD = OwnKnowledge(directory="/notas", concepts=2, problems=[])
BAD = OwnKnowledge(directory="/notas", concepts=1, problems=["a.md, línea 3: mal \x1b[2J[/x]."])


@pytest.mark.parametrize("way", [["r"], ["colon", *"recargar", "enter"], ["colon", *"reload", "enter"]])
async def test_the_console_has_it_read_again_and_tells_what_came_of_it(
    found: Settings, door: ScriptedDoor, way: list[str]
) -> None:
    door.status = a_status(knowledge=GOOD)
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        assert words.SOME_NOT_READ not in shown(app)
        door.status = a_status(knowledge=BAD)
        await pilot.press(*way)
        await wait_for_text(pilot, "Conceptos propios recargados de /notas: 1.")
        await wait_for_text(pilot, "No se leyó: a.md, línea 3: mal [/x].")
        assert any(isinstance(request, control.Reload) for request in door.requests)


async def test_without_a_directory_the_console_says_so(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=NARROW) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        await pilot.press("r")
        await wait_for_text(pilot, "No hay directorio.")


async def test_what_was_not_read_at_the_start_is_noticed_once(found: Settings, door: ScriptedDoor) -> None:
    app = ConsoleApp(found, {})
    async with app.run_test(size=WIDE) as pilot:
        await wait_for_text(pilot, "Consola admin lista")
        # A server that this console started reads the directory after the console is there.
        door.send(Batch(seq=0, figures=a_status(knowledge=BAD)))
        await wait_for_text(pilot, words.SOME_NOT_READ)
        await pilot.press("r")
        await wait_for_text(pilot, "✗ No hay directorio.")
        door.send(Batch(seq=0, figures=a_status(knowledge=BAD, questions=77), log=["una línea más"]))
        await wait_for_text(pilot, "una línea más")
        # Above the footer stands what was answered last.
        assert "✗ No hay directorio." in shown(app)


def test_the_order_for_scripts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Uno\nx\n", encoding="utf-8")
    with running_server(ECOBOT_KNOWLEDGE_DIR=str(tmp_path)) as server:
        (tmp_path / "b.md").write_text("# Dos\nx\n\n# Vacío\n", encoding="utf-8")
        done = run("reload", state_dir=server.state_dir)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == [
            f"Conceptos propios recargados de {tmp_path}: 2.",
            "No se leyó: b.md, línea 4: «Vacío» no tiene ningún texto debajo.",
        ]
        told = json.loads(run("reload", "--json", state_dir=server.state_dir).stdout)
        assert (told["directory"], told["concepts"], len(told["problems"])) == (str(tmp_path), 2, 1)


def test_without_a_directory_it_could_not_be_done(server: ServerProcess) -> None:
    done = run("reload", state_dir=server.state_dir)
    assert (done.returncode, done.stdout) == (1, "")
    assert "--knowledge" in done.stderr


def test_the_console_does_not_open_over_a_directory_that_is_not_there(
    state_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--state-dir", str(state_dir), "--knowledge", "/no/existe"]) == 2
    said = capsys.readouterr().err
    assert (
        said.strip() == "ecobot-console: --knowledge (ECOBOT_KNOWLEDGE_DIR) = «/no/existe»: no existe ese directorio."
    )
    # What only talks to a server goes on without it: that one may have to be stopped.
    assert cli.main(["--state-dir", str(state_dir), "--knowledge", "/no/existe", "stop"]) == 1
