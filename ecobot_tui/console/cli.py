"""The program `ecobot-console`: opens the console, or does one thing for a script."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ecobot_tui import __version__, settings
from ecobot_tui.console import words
from ecobot_tui.settings import Settings, SettingsError
from ecobot_tui.usage import SpanishParser

PROGRAM = "ecobot-console"
_INTERRUPTED = 130
_DESCRIPTION = "Consola del operador de EcoBot. Sin orden abre la pantalla, e inicia el servidor si no hay ninguno."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 could not be done, 2 wrong usage."""
    parser = _parser()
    flags = vars(parser.parse_args(arguments))
    order = flags.pop("order")
    try:
        found = settings.load(flags, os.environ, Path.cwd())
    except SettingsError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2
    if order == "serve":
        return _serve(flags)
    if order is None:
        try:
            settings.check_to_serve(found)
        except SettingsError as error:
            print(f"{PROGRAM}: {error}", file=sys.stderr)
            return 2
        return _open(found, flags)
    return _errand(order, found.socket_path, flags)


def _parser() -> argparse.ArgumentParser:
    parser = SpanishParser(prog=PROGRAM, description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"EcoBot {__version__}", help="muestra la versión")
    settings.add_options(parser)
    orders = parser.add_subparsers(dest="order", metavar="ORDEN", title="órdenes", parser_class=_OrderParser)
    _order(orders, "list", "muestra las sesiones", json=True)
    kill = _order(orders, "kill", "cierra una sesión", json=True)
    # Optional for argparse, so that its absence is told in the original's words.
    kill.add_argument("target", nargs="?", metavar="SID", help="sid o número de la sesión")
    kill.add_argument("--reason", metavar="TEXTO", default="", help="motivo, que el usuario lee")
    _order(orders, "status", "muestra los datos del servidor", json=True)
    _order(orders, "reload", "vuelve a leer los conceptos propios", json=True)
    groq = _order(orders, "groq", "muestra cómo están los modelos, los pausa o los reanuda", json=True)
    groq.add_argument("switch", nargs="?", choices=tuple(words.GROQ_SWITCHES), default=None, help="pausa o sigue")
    _order(orders, "stop", "detiene el servidor y espera a que termine")
    _order(orders, "serve", "es el servidor, en primer plano y sin pantalla")
    return parser


class _OrderParser(SpanishParser):
    """The parser of one order. Options not given leave no trace, so that those before the order are not overwritten."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, argument_default=argparse.SUPPRESS)


def _order(orders: Any, name: str, help_text: str, *, json: bool = False) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = orders.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
    settings.add_options(parser)
    if json:
        parser.add_argument("--json", action="store_true", default=False, help="en JSON, para programas")
    return parser


def _errand(order: str, path: Path, flags: Mapping[str, Any]) -> int:
    # Imported here: `--help` and wrong usage need none of it.
    from ecobot_tui.console import errands
    from ecobot_tui.console.faults import DoorError

    try:
        if order == "list":
            errands.list_sessions(path, print, as_json=flags["json"])
        elif order == "kill":
            if not flags.get("target"):
                print(words.KILL_USAGE, file=sys.stderr)
                return 2
            errands.kill(path, flags["target"], flags["reason"], print, as_json=flags["json"])
        elif order == "status":
            errands.status(path, print, as_json=flags["json"])
        elif order == "reload":
            errands.reload(path, print, as_json=flags["json"])
        elif order == "groq":
            errands.groq(path, flags["switch"], print, as_json=flags["json"])
        else:
            errands.stop(path, print)
        # Now, while a reader that left can still be told from a fault.
        sys.stdout.flush()
    except DoorError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader left (`| head`). Whatever is still buffered must not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        # Waiting for the server's end is what takes long enough to be interrupted; the server goes on stopping.
        return _INTERRUPTED
    return 0


def _serve(flags: Mapping[str, Any]) -> int:
    # This process becomes the server, so that signals and the exit status are the server's own.
    command = [sys.executable, "-m", "ecobot_tui.server", *settings.as_arguments(flags)]
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606  # Our own module, under our own interpreter.


def _open(found: Settings, flags: Mapping[str, Any]) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(f"La consola necesita una terminal. Para programas: {_orders()}.", file=sys.stderr)
        return 1
    # Textual takes 200 ms to import; only the screen pays for it.
    from ecobot_tui.console.app import ConsoleApp

    app = ConsoleApp(found, flags)
    leaving = app.run()
    if leaving is None:
        # Textual has shown the error itself, if there was one.
        return app.return_code or 0
    for line in leaving.lines(return_command(flags)):
        print(line)
    return app.return_code or 0


def _orders() -> str:
    return ", ".join(f"{PROGRAM} {name}" for name in ("list", "kill", "status", "reload", "groq", "stop", "serve"))


def return_command(flags: Mapping[str, Any]) -> str:
    """Return the command that reaches the same server again: where its state is has to be repeated."""
    repeated = {name: flags.get(name) for name in ("state_dir", "config")}
    return shlex.join([PROGRAM, *settings.as_arguments(repeated)])


if __name__ == "__main__":
    sys.exit(main())
