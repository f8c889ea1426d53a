"""The line at the top: where the server is, how many sessions, how questions were answered, whether Groq is on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from ecobot_tui.console import groq_listing, listing, words
from ecobot_tui.ui import foreign
from ecobot_tui.wire.control import Status

Part = Content | tuple[str, str]


class Banner(Container):
    """Two texts side by side, one under the other where the screen is narrow."""

    def compose(self) -> ComposeResult:
        """Make both."""
        yield Static(id="place")
        yield Static(id="figures")

    def show(self, status: Status | None, trouble: str = "") -> None:
        """Show the figures as last known; `trouble` says what is wrong with the connection."""
        self.set_class(bool(trouble), "-trouble")
        self.query_one("#place", Static).update(Content.assemble(*_place(status, trouble)))
        self.query_one("#figures", Static).update(Content.assemble(*_figures(status)) if status else Content())


def _place(status: Status | None, trouble: str) -> Iterator[Part]:
    yield ("EcoBot ", "bold $primary")
    if status is not None:
        yield foreign.line(listing.place(status), "bold")
        if status.host in words.EVERY_ADDRESS:
            yield (f" ⚠ {words.OPEN_TO_NETWORK}", "$warning")
    if trouble:
        yield foreign.line(f"✗ {trouble}", "bold $error").pad_left(2)
    elif status is not None:
        yield _groq(status)
        if status.llm is not None and (alarm := groq_listing.alarm(status.llm)):
            yield foreign.line(f"⚠ {alarm}", "bold $warning").pad_left(1)
        if status.draining:
            yield ("  ◌ deteniéndose", "bold $warning")


def _groq(status: Status) -> Part:
    if status.groq == "on":
        return ("  ● Groq sí", "$success")
    if status.groq == "paused":
        return ("  ‖ Groq en pausa", "bold $warning")
    if status.groq == "rejected":
        return ("  ✗ Groq: clave rechazada", "bold $error")
    shown = words.LOCAL_MODE if status.groq == "off" else f"Groq: {status.groq}"
    return foreign.line(f"○ {shown}", "$warning").pad_left(2)


def _figures(status: Status) -> Iterator[Part]:
    yield (f"{status.sessions}", "bold")
    yield (" sesión  " if status.sessions == 1 else " sesiones  ", "$foreground-muted")
    for route, count in listing.route_counts(status):
        yield foreign.line(route, "$foreground-muted").pad_left(1)
        yield (f" {count}", "bold")
