"""`python -m ecobot_tui.server`: one server in the foreground, its log on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ecobot_tui import settings as options
from ecobot_tui.settings import Settings, SettingsError
from ecobot_tui.usage import WRONG_USAGE, SpanishParser

if TYPE_CHECKING:
    import asyncio

COULD_NOT = 1


def main() -> int:
    """Read the settings, serve, and return the exit status."""
    parser = SpanishParser(prog="python -m ecobot_tui.server", description="El servidor de EcoBot, en primer plano.")
    options.add_options(parser)
    flags = vars(parser.parse_args())
    try:
        settings = options.load(flags, os.environ, Path.cwd())
        options.check_to_serve(settings)
    except SettingsError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    return _serve(settings)


def _serve(settings: Settings) -> int:
    # Imported only now: --help and a wrong value need none of it.
    import asyncio

    from ecobot_tui.server.logbook import start_logging
    from ecobot_tui.server.ownership import Ownership, TakenError
    from ecobot_tui.server.service import Service

    async def serve() -> int:
        return await Service(settings, book).run()

    try:
        with Ownership(settings.state_dir, settings.lock_path):
            book = start_logging(settings.groq_key)
            with asyncio.Runner(loop_factory=_fast_loop()) as runner:
                return runner.run(serve())
    except TakenError:
        reason = f"Ya hay un servidor de EcoBot que usa {settings.state_dir}."
    except OSError as error:
        from ecobot_tui.failures import reason_of

        reason = f"No se pudo iniciar EcoBot en {settings.host}:{settings.port}: {reason_of(error)}."
    print(reason, file=sys.stderr)  # noqa: T201
    return COULD_NOT


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return uvloop's loop where the extra `fast` is installed, else None for asyncio's own."""
    try:
        import uvloop
    except ImportError:
        return None
    make: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return make


if __name__ == "__main__":
    sys.exit(main())
