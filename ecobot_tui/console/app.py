"""The operator's screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from ecobot_tui.console import commands, orders, words
from ecobot_tui.console.banner import Banner
from ecobot_tui.console.command_line import CommandLine
from ecobot_tui.console.commands import COMMANDS, Order, UnknownCommandError
from ecobot_tui.console.faults import BrokenDoorError, DoorError
from ecobot_tui.console.help_screen import HelpScreen
from ecobot_tui.console.kill_dialog import KillDialog
from ecobot_tui.console.leaving import Leaving
from ecobot_tui.console.link import Link
from ecobot_tui.console.log_pane import LogPane
from ecobot_tui.console.session_table import SessionTable
from ecobot_tui.console.transcript import TranscriptPane
from ecobot_tui.console.watch import watch
from ecobot_tui.settings import Settings
from ecobot_tui.ui import foreign
from ecobot_tui.ui.app import SpanishApp, SpanishScreen
from ecobot_tui.wire import control

# Holding an arrow key down passes many sessions; only the one it stops at is followed.
_FOLLOW_AFTER = 0.06
# From this many columns on the panes stand side by side.
_WIDE = 120
_TO_TABLE = Binding("escape", "to_table", "Tabla", tooltip="Volver a la tabla", show=False, id="consola.tabla")


class ConsoleApp(SpanishApp[Leaving]):
    """The table of sessions, the conversation of the one under the cursor, the log, and a line for commands."""

    TITLE = "EcoBot · consola"
    CSS_PATH = "console.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  # Declared by Textual.
    BINDINGS: ClassVar[list[BindingType]] = [
        *SpanishApp.BINDINGS,
        *(
            Binding(
                command.key,
                command.action,
                command.label,
                show=command.in_footer,
                key_display=command.key_shown,
                tooltip=command.help,
                # A pasted `:kill …` arrives faster than messages travel: the colon has to open the line before the
                # next key is looked at, or that key is the table's.
                priority=command.action == "command",
                id=f"consola.{command.action}",
            )
            for command in COMMANDS
        ),
        _TO_TABLE,
    ]

    def __init__(self, settings: Settings, flags: Mapping[str, Any]) -> None:
        super().__init__()
        self._settings = settings
        self._flags = flags
        self._link: Link | None = None
        self._status: control.Status | None = None
        self._fault = ""
        # Whether what was not read of the teacher's own knowledge has still to be told.
        self._owes_notice = False

    def compose(self) -> ComposeResult:
        """Make the panes."""
        yield Banner(id="banner")
        with Container(id="panes"):
            with Container(id="sessions") as sessions:
                sessions.border_title = Content("Sesiones")
                yield SessionTable(id="table")
                yield Static(Content(words.STARTING), id="empty")
            yield TranscriptPane(id="transcript")
            yield LogPane(id="log")
        yield Static(id="outcome")
        yield CommandLine(id="command")
        yield Footer()

    def on_mount(self) -> None:
        """Begin to look for the server once the screen stands."""
        self.table.focus()
        self.transcript.turn_to(None)
        self._watch_server()

    @property
    def table(self) -> SessionTable:
        """The sessions."""
        return self.query_one(SessionTable)

    @property
    def log_pane(self) -> LogPane:
        """The server's log and the console's answers."""
        return self.query_one(LogPane)

    @property
    def transcript(self) -> TranscriptPane:
        """The conversation of the session under the cursor."""
        return self.query_one(TranscriptPane)

    @work(group="watch")
    async def _watch_server(self) -> None:
        await watch(self._settings, self._flags, self)

    # What the watch tells.

    def progress(self, text: str) -> None:
        """Tell how the start goes."""
        self.log_pane.reply([text])
        self.query_one("#empty", Static).update(foreign.line(text))

    def attached(self, link: Link, status: control.Status, *, again: bool) -> None:
        """Take a link that works."""
        self._link = link
        self._owes_notice = True
        self._answer([words.RECONNECTED if again else words.READY])
        self._show_figures(status)
        self._follow(self.table.current)

    def batch(self, batch: control.Batch, *, first: bool) -> None:
        """Take what changed."""
        if not self.query(SessionTable):
            # The screen is being taken down, and the watch with it: what still comes has nowhere to go.
            return
        with self.batch_update():
            if first:
                self.table.replace(batch.rows)
            else:
                self.table.apply(batch.rows, batch.gone)
            if batch.figures is not None:
                self._show_figures(batch.figures)
            if batch.transcript is not None:
                self.transcript.take(batch.transcript)
            if batch.log or batch.log_lost:
                self.log_pane.log_lines(batch.log, batch.log_lost)
            self._show_count()

    def lost(self, sentence: str) -> None:
        """Say that the link broke; the screen stays as it was."""
        self._link = None
        self.query_one(Banner).show(self._status, sentence)
        self._answer([sentence, words.RECONNECTING], failed=True)

    def failed(self, sentence: str) -> None:
        """Say that there is no server to be had."""
        self._fault = sentence
        summary = sentence.splitlines()[0]
        self.query_one(Banner).show(self._status, summary)
        self.query_one("#empty", Static).update(foreign.paragraph(sentence, "$error"))
        self._answer(sentence.splitlines(), failed=True)

    def _show_figures(self, status: control.Status) -> None:
        self._status = status
        self.query_one(Banner).show(status)
        if self._owes_notice and status.knowledge is not None:
            # A server that has just started reads it after the console is there. Later readings tell it in the log.
            self._owes_notice = False
            if status.knowledge.problems:
                self._answer([words.SOME_NOT_READ], failed=True)

    def _show_count(self) -> None:
        count = self.table.row_count
        sessions = self.query_one("#sessions")
        sessions.border_title = Content(f"Sesiones ({count})")
        sessions.set_class(not count, "-empty")
        if not count and self._status is not None:
            self.query_one("#empty", Static).update(_how_to_enter(self._status))

    def _answer(self, lines: list[str], *, failed: bool = False) -> None:
        """Show what the console has to say: all of it in the log, and above the footer its first line or how many."""
        self.log_pane.reply(lines, failed=failed)
        shown = lines[0] if len(lines) == 1 or failed else f"{len(lines)} líneas en el registro."
        self.query_one("#outcome", Static).update(
            Content.assemble(("✗ " if failed else "› ", "bold"), foreign.line(shown, "$error" if failed else ""))
        )

    # The session under the cursor.

    @on(SessionTable.Chosen)
    def _turn_to(self, event: SessionTable.Chosen) -> None:
        self.transcript.turn_to(event.row)
        self._follow(event.row)

    @on(SessionTable.RowSelected)
    def _read(self) -> None:
        self.transcript.focus()

    @work(group="follow", exclusive=True)
    async def _follow(self, row: control.Row | None) -> None:
        await asyncio.sleep(_FOLLOW_AFTER)
        if self._link is None:
            return
        try:
            await self._link.request(control.Follow(id=0, sid=row.sid if row else None), control.Accepted)
        except DoorError as fault:
            # A session that ended just now is about to leave the table too; a broken link is told by the watch.
            self.log.debug(str(fault))

    # Keys.

    @work(group="orders")
    async def action_list(self) -> None:
        """Fetch the list and go to the table."""
        self.table.focus()
        try:
            rows = await orders.sessions(self._attached_link())
        except DoorError as fault:
            self._answer([str(fault)], failed=True)
            return
        self.table.replace(rows)
        self._show_count()
        self._answer([f"Sesiones activas: {len(rows)}." if rows else words.NOBODY])

    @work(group="orders")
    async def action_kill(self) -> None:
        """Ask, and close the session that was under the cursor when the key was pressed."""
        row = self.table.current
        if row is None:
            self._answer([words.NOBODY])
            return
        reason = await self.push_screen_wait(KillDialog(row))
        if reason is None:
            return
        try:
            self._answer([await orders.kill(self._attached_link(), row.sid, reason)])
        except DoorError as fault:
            self._answer([str(fault)], failed=True)

    def action_status(self) -> None:
        """Show the server's figures."""
        self._carry_out(commands.read("status"))

    def action_reload(self) -> None:
        """Have the teacher's own knowledge read again."""
        self._carry_out(commands.read("reload"))

    def action_groq(self) -> None:
        """Show how the models are."""
        self._carry_out(commands.read("groq"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the colon to whoever is writing, and to dialogs."""
        if action == "command":
            return not isinstance(self.focused, Input) and len(self.screen_stack) == 1
        return super().check_action(action, parameters)

    def action_command(self) -> None:
        """Open the command line."""
        self.query_one(CommandLine).open()

    def action_to_table(self) -> None:
        """Go back to the table."""
        self.table.focus()

    def action_help(self) -> None:
        """Show the help."""
        self.push_screen(HelpScreen(COMMANDS, [*SpanishScreen.FOCUS_BINDINGS, _TO_TABLE]))

    def action_exit(self) -> None:
        """Leave; the server stays."""
        attached = self._link is not None
        self.exit(Leaving(self._status, attached, self._fault), return_code=1 if self._fault else 0)

    async def action_quit(self) -> None:
        """Leave; the server stays."""
        self.action_exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the table's commands for the palette, and the general ones."""
        for command in COMMANDS:
            if command.action != "exit":
                yield SystemCommand(command.label, command.help, getattr(self, f"action_{command.action}"))
        yield from super().get_system_commands(screen)

    # The command line.

    @on(CommandLine.Left)
    def _line_left(self) -> None:
        self.action_to_table()

    @on(CommandLine.Ordered)
    def _ordered(self, event: CommandLine.Ordered) -> None:
        self.log_pane.echo(event.line)
        try:
            order = commands.read(event.line)
        except UnknownCommandError as error:
            self._answer([str(error)], failed=True)
            return
        if order.command.action == "exit":
            self.action_exit()
        elif order.command.action == "help":
            self.action_help()
        else:
            self._carry_out(order)

    @work(group="orders")
    async def _carry_out(self, order: Order) -> None:
        try:
            lines = await orders.answer(order, self._attached_link())
            self._answer(lines)
            if len(lines) > 1 and self.size.width < _WIDE:
                # Its pane is three lines high until it has the focus.
                self.log_pane.focus()
        except DoorError as fault:
            self._answer([str(fault)], failed=True)

    def _attached_link(self) -> Link:
        if self._link is None:
            raise BrokenDoorError
        return self._link

    def on_resize(self, event: events.Resize) -> None:
        """Use the table's short names where the screen is narrow."""
        self.table.set_compact(event.size.width < _WIDE)


def _how_to_enter(status: control.Status) -> Content:
    host = "127.0.0.1" if status.host in words.EVERY_ADDRESS else status.host
    return Content.assemble(
        (words.NOBODY, "bold"),
        foreign.line(f"Para entrar: telnet {host} {status.port}  ·  ecobot-chat {host} {status.port}").pad_left(2),
    )
