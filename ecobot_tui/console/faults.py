"""What can go wrong between a console and the server; each says it in Spanish, in one line."""

from __future__ import annotations

from ecobot_tui.console import words
from ecobot_tui.text import clean_line


class DoorError(Exception):
    """The control door did not do what was asked of it."""


class NoServerError(DoorError):
    """Nobody answers at the door."""

    def __init__(self) -> None:
        super().__init__(words.NO_SERVER)


class OtherVersionError(DoorError):
    """The server speaks another version of the control protocol."""

    def __init__(self, theirs: int, ours: int, version: str) -> None:
        super().__init__(
            f"El servidor en marcha (EcoBot {clean_line(version)}) habla la versión {theirs} del protocolo de control y"
            f" esta consola la {ours}. Detenelo con la consola de su misma versión y volvé a iniciarlo."
        )


class ForeignDoorError(DoorError):
    """What answers at the door does not speak the control protocol."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"Lo que responde en el socket de control no es un servidor de EcoBot: {clean_line(detail)}")


class BrokenDoorError(DoorError):
    """The connection ended while something was expected of it."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{words.LINK_BROKEN} ({clean_line(detail)})" if detail else words.LINK_BROKEN)


class RefusedError(DoorError):
    """The server refused a request; `code` is its reason for programs."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(words.NO_SUCH_SESSION if code == "no-session" else clean_line(text))
        self.code = code


class LaunchError(DoorError):
    """The server could not be started; the text ends with its last log lines."""
