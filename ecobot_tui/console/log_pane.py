"""The pane of the server's log, in which the answers to the operator's commands stand too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.content import Content

from ecobot_tui.console.flow import FlowView, Paragraph
from ecobot_tui.ui import foreign

_LIMIT = 2000
_INDENT = 2
# The day and the usual level say nothing in a narrow pane; the log file has both.
_STAMPED = re.compile(r"\d{4}-\d\d-\d\d (\d\d:\d\d:\d\d)\S* ([A-Z]+) (.*)")
_LEVELS = {"WARNING": ("⚠ ", "$warning"), "ERROR": ("✗ ", "$error"), "CRITICAL": ("✗ ", "$error")}


class LogPane(FlowView):
    """Log lines as the server wrote them; the console's own words set off from them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it.
        super().__init__(_LIMIT, id=id)
        self.title(Content("Registro"))

    def log_lines(self, lines: Iterable[str], lost: int = 0) -> None:
        """Add the server's lines; `lost` more came before them than the server could keep."""
        blocks = [(Paragraph(log_line(line)),) for line in lines]
        if lost:
            blocks.insert(0, (Paragraph(Content.styled(f"… {lost} líneas perdidas", "$warning")),))
        self.add(blocks)

    def echo(self, order: str) -> None:
        """Add a command that the operator gave."""
        self.add([(Paragraph(foreign.line(f"» {order}", "bold $primary")),)])

    def reply(self, lines: Iterable[str], *, failed: bool = False) -> None:
        """Add the console's answer."""
        style = "$error" if failed else "$accent"
        self.add([(Paragraph(foreign.line(line, style), _INDENT),) for line in lines])


def log_line(line: str) -> Content:
    """Return a log line with its hour set off, and with a sign where it is a warning or an error."""
    stamped = _STAMPED.fullmatch(line)
    if stamped is None:
        return foreign.line(line)
    hour, level, message = stamped.groups()
    sign, style = _LEVELS.get(level, ("", ""))
    return Content.assemble((f"{hour} ", "$foreground-muted"), (sign, style), foreign.line(message, style))
