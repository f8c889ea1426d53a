"""What the shell shows after the console closed."""

from __future__ import annotations

from dataclasses import dataclass

from ecobot_tui.console import listing, words
from ecobot_tui.wire.control import Status


@dataclass(frozen=True, slots=True)
class Leaving:
    """How the console was left: the server as last known, whether it still answered, and what went wrong if it did."""

    status: Status | None
    attached: bool
    fault: str = ""

    def lines(self, return_command: str) -> list[str]:
        """Return where the server is, how to come back to it and how to stop it."""
        if not self.attached or self.status is None:
            return [words.LEAVING_ALONE, *([self.fault] if self.fault else []), f"Para volver: {return_command}"]
        return [
            words.LEAVING,
            f"Servidor en {listing.place(self.status)} (pid {self.status.pid}).",
            f"Para volver: {return_command}",
            f"Para detenerlo: {return_command} stop",
        ]
