"""`ecobot-chat [HOST] [PORT]`: the command line of the student's program.

What a screen needs is imported when there is one: help, errors and the line mode do without Textual and Rich.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Mapping, Sequence

from ecobot_tui import __version__
from ecobot_tui.text import shorten
from ecobot_tui.usage import SpanishParser

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 5001
PORT_VARIABLE = "ECOBOT_SOCKET_PORT"

_DESCRIPTION = "Charlar con EcoBot, el tutor de economía."
_EPILOG = (
    "Sin terminal (en una tubería) trabaja línea por línea: cada línea de la entrada es una pregunta y las respuestas "
    "salen por la salida, como en: echo '¿qué es el PBI?' | ecobot-chat"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `ecobot-chat` and return its exit status."""
    host, port = address(sys.argv[1:] if arguments is None else arguments, os.environ)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _line_by_line(host, port)
    from ecobot_tui.chat.app import ChatApp

    app = ChatApp(host, port)
    app.run()
    return app.return_code or 0


def address(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, int]:
    """Return the server's host and port. Raises SystemExit for wrong values and for --help."""
    parser = SpanishParser(prog="ecobot-chat", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("host", nargs="?", default=DEFAULT_HOST, metavar="HOST", help=f"servidor ({DEFAULT_HOST})")
    parser.add_argument(
        "port", nargs="?", metavar="PORT", help=f"puerto ({PORT_VARIABLE} o, si no está, {DEFAULT_PORT})"
    )
    parser.add_argument("--version", action="version", version=f"ecobot-chat {__version__}", help="muestra la versión")
    known = parser.parse_args(arguments)
    if not known.host.strip() or any(c.isspace() for c in known.host):
        parser.fail(f"HOST = «{shorten(known.host, 60)}»: tiene que ser un nombre o una dirección, como 127.0.0.1.")
    name, text = "PORT", known.port
    if text is None:
        name, text = PORT_VARIABLE, environment.get(PORT_VARIABLE) or str(DEFAULT_PORT)
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= 65535):
        parser.fail(f"{name} = «{shorten(text, 60)}»: tiene que ser un número entre 1 y 65535.")
    return known.host, int(text)


def _line_by_line(host: str, port: int) -> int:
    from ecobot_tui.chat import lines, standard_input
    from ecobot_tui.wire.chat import LINE_LIMIT

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding shows a question mark for an emoji, instead of ending the answer.
            stream.reconfigure(errors="replace")
    questions = standard_input.lines(sys.stdin.fileno(), LINE_LIMIT)
    try:
        return asyncio.run(lines.run(host, port, questions, sys.stdout, sys.stderr))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has enough, as `head` does. Python flushes standard output once more when it ends and would
        # complain then, so that output goes nowhere from here on.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
