"""The student's full-screen program: a conversation above, a prompt below.

The screen is painted first and connects afterwards. One worker reads the link's events and shows them one by one, in
order; what the user does goes straight to the link.
"""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Input

from ecobot_tui.chat import sentences
from ecobot_tui.chat.conversation import NotOpenError, QuestionTooLongError
from ecobot_tui.chat.events import (
    Begun,
    Broken,
    Closed,
    Event,
    Farewell,
    Finished,
    Gap,
    Kicked,
    Lost,
    Noticed,
    NotStructured,
    Over,
    Piece,
    Ready,
    Refused,
    Taken,
    TurnedAway,
    Unreadable,
    Welcomed,
)
from ecobot_tui.chat.exchange import Exchange
from ecobot_tui.chat.help_screen import HelpScreen
from ecobot_tui.chat.link import GOODBYE_WITHIN, ConnectError, Link
from ecobot_tui.chat.prompt import Prompt
from ecobot_tui.chat.session_bar import Connection, SessionBar
from ecobot_tui.chat.transcript import Transcript
from ecobot_tui.text import clean_line
from ecobot_tui.ui.app import SpanishApp

_NOT_YET = "Todavía no hay conexión; tu pregunta queda escrita."
_RECONNECT = "Apretá Ctrl+R para conectarte de nuevo."


class ChatApp(SpanishApp[None], inherit_bindings=True):
    """`ecobot-chat` on a terminal."""

    CSS_PATH = "chat.tcss"
    TITLE = "EcoBot"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (96, "-wide")]  # noqa: RUF012  # Textual declares it so.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancelar", tooltip="Cortar la respuesta; lo escrito queda", id="chat.cancelar"),
        Binding("ctrl+r", "reconnect", "Reconectar", tooltip="Abrir otra sesión", id="chat.reconectar"),
        Binding("pageup", "scroll('page_up')", "Subir", show=False, id="chat.subir"),
        Binding("pagedown", "scroll('page_down')", "Bajar", show=False, id="chat.bajar"),
        Binding("ctrl+home", "scroll('home')", "Al principio", show=False, id="chat.principio"),
        Binding("ctrl+end", "scroll('end')", "Al final", show=False, id="chat.final"),
        Binding("f1", "help", "Ayuda", tooltip="Qué hace cada tecla", id="chat.ayuda"),
        Binding("ctrl+q", "quit", "Salir", tooltip="Salir a la terminal", priority=True, id="app.salir"),
    ]

    def __init__(self, host: str, port: int) -> None:
        super().__init__()
        self._host, self._port = host, port
        self._address = clean_line(f"{host}:{port}")
        self._link: Link | None = None
        self._open: dict[int, Exchange] = {}
        self._connection = Connection.CONNECTING
        self._bar = SessionBar(self._address)
        self._transcript = Transcript(id="transcript")
        self._prompt = Prompt()

    def compose(self) -> ComposeResult:
        """Yield the screen, top to bottom."""
        yield self._bar
        yield self._transcript
        yield self._prompt
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Connect once the screen is there."""
        self._prompt.focus()
        self._show_connection(Connection.CONNECTING)
        self.call_after_refresh(self._connect)

    # What the user does.

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask, or leave."""
        question = clean_line(event.value)
        if sentences.wants_to_leave(question):
            self._leave()
        elif sentences.wants_to_cancel(question):
            self._prompt.clear()
            self.action_cancel()
        elif question:
            await self._ask(question)

    async def _ask(self, question: str) -> None:
        link = self._link
        if link is None or self._connection is not Connection.OPEN:
            self.notify(_NOT_YET, severity="warning", markup=False)
            return
        self._prompt.history.add(question)
        self._prompt.clear()
        exchange = await self._transcript.add_exchange(question)
        try:
            self._open[link.ask(question)] = exchange
        except QuestionTooLongError as error:
            await exchange.refuse(sentences.too_long(error.limit))
        except NotOpenError:
            # The session ended while the question was being put on the screen.
            await exchange.refuse(_NOT_YET)
        self.refresh_bindings()

    def action_cancel(self) -> None:
        """Cancel the answer that is running: the oldest one open."""
        if self._link is not None and self._link.unfinished:
            self._link.cancel(self._link.unfinished[0])

    def action_reconnect(self) -> None:
        """Open a new session."""
        self._show_connection(Connection.CONNECTING)
        self._connect()

    def action_scroll(self, where: str) -> None:
        """Move in the conversation; the focus stays in the prompt."""
        match where:
            case "page_up":
                self._transcript.scroll_page_up(animate=False)
            case "page_down":
                self._transcript.scroll_page_down(animate=False)
            case "home":
                self._transcript.scroll_home(animate=False)
            case _:
                self._transcript.anchor()

    def action_help(self) -> None:
        """Show what the keys do."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "cancel":
            return bool(self._open)
        if action == "reconnect":
            return self._connection in {Connection.OFFLINE, Connection.ENDED}
        return super().check_action(action, parameters)

    def _leave(self) -> None:
        if self._link is None:
            self.exit()
            return
        self._link.leave()
        # A server that does not close the connection keeps nobody here.
        self.set_timer(GOODBYE_WITHIN, self.exit)

    # What the connection does.

    def _connect(self) -> None:
        self.run_worker(self._converse(), name="link", group="link", exclusive=True)

    async def _converse(self) -> None:
        """Hold one session, from connecting to its end."""
        try:
            link = await Link.open(self._host, self._port)
        except ConnectError as error:
            await self._offline(str(error))
            return
        async with link:
            self._link = link
            async for event in link.events():
                await self._show(event)
        self._link = None

    async def _show(self, event: Event) -> None:
        match event:
            case Welcomed():
                self._bar.show_session(event.number, event.sid, event.groq)
                self._show_connection(Connection.OPEN)
            case Taken(id=asked, ahead=ahead):
                self._open[asked].taken(ahead)
            case Begun(id=asked, route=route):
                self._open[asked].begin(route)
            case Piece(id=asked, text=text):
                await self._open[asked].write(text)
            case Finished(id=asked):
                await self._open.pop(asked).finish(event)
                self._count_ahead()
            case Refused(id=int() as asked):
                await self._open.pop(asked).refuse(sentences.refused(event))
                self._count_ahead()
            case Refused():
                await self._transcript.add_remark(sentences.refused(event), "-warning")
            case Noticed(text=text):
                await self._transcript.add_remark(text)
            case Kicked():
                self._show_connection(Connection.ENDED)
                await self._transcript.add_remark(f"■ {sentences.kicked(event)}\n{_RECONNECT}", "-error")
            case Farewell(text=text):
                # It is left on the terminal, where the shell goes on.
                self.exit(message=Text(text))
            case Gap():
                # The answer itself says at its end that a part of it is missing.
                pass
            case Unreadable():
                await self._transcript.add_remark(sentences.fault(event), "-warning")
            case Ready():
                self.refresh_bindings()
            case Closed() | Lost() | Broken() | TurnedAway() | NotStructured():
                await self._over(event)

    async def _over(self, event: Over) -> None:
        for exchange in self._open.values():
            await exchange.cut()
        self._open.clear()
        if isinstance(event, Closed):
            self._show_connection(Connection.ENDED)
        elif isinstance(event, NotStructured):
            # Nothing can be done here with such a server, now or with another attempt.
            self.exit(return_code=1, message=Text(sentences.over(event, self._address)))
        else:
            await self._offline(sentences.over(event, self._address))

    async def _offline(self, sentence: str) -> None:
        self._show_connection(Connection.OFFLINE)
        await self._transcript.add_remark(f"✕ {sentence}\n{_RECONNECT}", "-error")

    def _count_ahead(self) -> None:
        """Tell the questions that still wait their place: the server says it only once."""
        for ahead, exchange in enumerate(self._open.values()):
            exchange.moved_up(ahead)
        self.refresh_bindings()

    def _show_connection(self, connection: Connection) -> None:
        self._connection = connection
        self._bar.show_connection(connection)
        self.refresh_bindings()
