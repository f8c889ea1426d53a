"""The commands for scripts, as processes against a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.server import ServerProcess, running_server
from tests.support.waiting import eventually


def run(*arguments: str, state_dir: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ecobot_tui.console.cli", "--state-dir", str(state_dir), *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        stdin=subprocess.DEVNULL,
    )


def test_list_kill_and_status(server: ServerProcess) -> None:
    nobody = run("list", state_dir=server.state_dir)
    assert (nobody.returncode, nobody.stdout) == (0, "No hay conexiones activas.\n")
    first, second = server.connect(), server.connect()
    first.greeting()
    second.greeting()
    rows = json.loads(run("list", "--json", state_dir=server.state_dir).stdout)
    assert [row["number"] for row in rows] == [1, 2]
    listed = run("list", state_dir=server.state_dir).stdout.splitlines()
    peer = first.socket.getsockname()
    assert listed[0] == (
        f"Sesión 1 ({rows[0]['sid']}) | {peer!r} | estado=libre"
        f" | started={rows[0]['started']} | last_seen={rows[0]['last_seen']}"
    )
    killed = run("kill", rows[0]["sid"], "--reason", "prueba terminada", state_dir=server.state_dir)
    assert (killed.returncode, killed.stdout) == (0, f"Sesión {rows[0]['sid']} cerrada desde admin.\n")
    assert "prueba terminada" in first.read_to_end().decode()
    again = run("kill", rows[0]["sid"], state_dir=server.state_dir)
    assert (again.returncode, again.stdout, again.stderr) == (1, "", "No existe esa sesión o ya está cerrada.\n")
    assert run("kill", "1", state_dir=server.state_dir).returncode == 1
    by_number = run("kill", "2", "--json", state_dir=server.state_dir)
    assert json.loads(by_number.stdout) == {"sid": rows[1]["sid"], "number": 2}
    status = json.loads(run("status", "--json", state_dir=server.state_dir).stdout)
    assert status["port"] == server.port
    assert (
        f"Servidor en 127.0.0.1:{server.port} | pid {status['pid']}" in run("status", state_dir=server.state_dir).stdout
    )


def test_stop_returns_when_the_server_has_ended(server: ServerProcess) -> None:
    client = server.connect()
    client.greeting()
    stopped = run("stop", state_dir=server.state_dir)
    assert (stopped.returncode, stopped.stdout) == (0, "Servidor detenido.\n")
    assert server.process.poll() == 0
    assert client.read_to_end()
    again = run("stop", state_dir=server.state_dir)
    assert (again.returncode, again.stderr) == (1, "No hay ningún servidor en marcha.\n")


def test_a_server_that_is_still_busy_with_its_end_is_waited_for_by_two(server: ServerProcess) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "ecobot_tui.console.cli", "--state-dir", str(server.state_dir), "stop"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=30)[0] for process in both]
    assert "Servidor detenido.\n" in said
    assert set(said) <= {"Servidor detenido.\n", "No hay ningún servidor en marcha.\n"}


@pytest.mark.parametrize("order", [["list"], ["list", "--json"], ["kill", "1"], ["status"], ["reload"], ["stop"]])
def test_without_a_server_each_says_so(order: list[str], state_dir: Path) -> None:
    done = run(*order, state_dir=state_dir)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "No hay ningún servidor en marcha.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kill"], "Uso: kill <session_id>"),
        (["borrar"], "no existe 'borrar'"),
        (["list", "--nada"], "no se entiende: --nada"),
        (["--port"], "--port: le falta un valor"),
        (["list", "--port", "99999"], "«99999»"),
        (["list", "--state-dir", "/" + "x" * 120], "demasiado largo"),
    ],
)
def test_wrong_usage_is_status_two(arguments: list[str], said: str, state_dir: Path) -> None:
    done = run(*arguments, state_dir=state_dir)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_options_count_before_and_after_the_order(server: ServerProcess, state_dir: Path) -> None:
    after = run("list", "--state-dir", str(server.state_dir), state_dir=state_dir)
    assert (after.returncode, after.stdout) == (0, "No hay conexiones activas.\n")


def test_without_a_terminal_the_screen_does_not_open(state_dir: Path) -> None:
    done = run(state_dir=state_dir)
    assert done.returncode == 1
    assert done.stderr.startswith("La consola necesita una terminal.")
    assert not (state_dir / "control.sock").exists()


def test_help_is_in_spanish(state_dir: Path) -> None:
    for arguments in (["--help"], ["kill", "--help"]):
        done = run(*arguments, state_dir=state_dir)
        assert done.returncode == 0
        assert done.stdout.startswith("uso: ")
        assert "muestra esta ayuda" in done.stdout
        for english in ("usage", "options", "positional", "show this"):
            assert english not in done.stdout


@pytest.mark.parametrize("order", [["list"], ["status"], ["reload"], ["stop"], ["--help"]])
def test_scripts_do_not_pay_for_the_screen(order: list[str], state_dir: Path) -> None:
    probe = (
        "import sys\nfrom ecobot_tui.console.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "heavy = {'textual', 'rich', 'asyncio', 'groq'} & set(sys.modules)\nassert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, "--state-dir", str(state_dir), *order], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0, done.stderr


def test_serve_is_the_server_itself(state_dir: Path) -> None:
    arguments = ["serve", "--host", "127.0.0.1", "--port", "0", "--state-dir", str(state_dir)]
    process = subprocess.Popen(
        [sys.executable, "-m", "ecobot_tui.console.cli", *arguments], stderr=subprocess.PIPE, text=True
    )
    try:
        eventually(lambda: run("status", state_dir=state_dir).returncode == 0, "the server answers")
        status = json.loads(run("status", "--json", state_dir=state_dir).stdout)
        # No process between: the pid is the one that was started, so signals and the exit status are the server's.
        assert status["pid"] == process.pid
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stderr is not None:
            process.stderr.close()


def test_a_reader_that_leaves_ends_the_command_quietly(server: ServerProcess) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-u", "-m", "ecobot_tui.console.cli", "--state-dir", str(server.state_dir), "list"],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        timeout=30,
    )
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == ""


def test_two_servers_do_not_meet() -> None:
    with running_server() as one, running_server() as other:
        one.connect().greeting()
        assert run("list", state_dir=other.state_dir).stdout == "No hay conexiones activas.\n"
