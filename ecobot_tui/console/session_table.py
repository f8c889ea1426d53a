"""The table of sessions. It thinks in sids: rows come and go, and the cursor stays with its session."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.theme import Theme
from textual.widgets import DataTable

from ecobot_tui.console.clock import short_time
from ecobot_tui.ui import foreign
from ecobot_tui.ui.bindings import in_spanish
from ecobot_tui.wire.control import Row
from ecobot_tui.wire.vocabulary import ClientKind, SessionState

# A sign and a colour of the theme for each state; the word stands beside them, so neither has to be told apart.
_STATES: dict[SessionState, tuple[str, str]] = {
    SessionState.FREE: ("○", "foreground"),
    SessionState.THINKING: ("◐", "warning"),
    SessionState.ANSWERING: ("●", "success"),
}
_SHORT_CLIENTS = {ClientKind.CHAT: "chat"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in full and where space is scarce, and what of a session it shows."""

    key: str
    label: str
    short: str
    value: Callable[[Row, bool], str]


COLUMNS: tuple[Column, ...] = (
    Column("number", "N.º", "N.º", lambda row, compact: f"{row.number:>3}"),
    Column("sid", "sid", "sid", lambda row, compact: row.sid),
    Column("addr", "dirección", "dirección", lambda row, compact: row.addr),
    Column("started", "inicio", "inicio", lambda row, compact: short_time(row.started, seconds=not compact)),
    Column("last_seen", "última actividad", "última", lambda row, compact: short_time(row.last_seen)),
    Column("state", "estado", "estado", lambda row, compact: f"{_STATES[row.state][0]} {row.state}"),
    Column("client", "cliente", "cliente", lambda row, compact: client_shown(row.client, compact)),
    Column("questions", "preguntas", "preg.", lambda row, compact: f"{row.questions:>{5 if compact else 9}}"),
    Column("route", "ruta", "ruta", lambda row, compact: str(row.route or "·")),
)


def client_shown(client: ClientKind, compact: bool) -> str:
    """Return the kind of client, short where space is scarce."""
    return _SHORT_CLIENTS.get(client, str(client)) if compact else str(client)


class SessionTable(DataTable[Text], inherit_bindings=False):
    """Textual's table over the sessions, updated by difference and by sid."""

    BINDING_GROUP_TITLE = "Tabla"
    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(DataTable, "tabla")]

    @dataclass
    class Chosen(Message):
        """The cursor is on another session, or on none any more."""

        row: Row | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it.
        # The cursor's own colour wins over the cells', which could not be read on it.
        super().__init__(id=id, cursor_type="row", zebra_stripes=True, cursor_foreground_priority="css")
        self._shown: dict[str, Row] = {}
        self._compact = False
        self._announced: str | None = None

    def on_mount(self) -> None:
        """Make the columns; draw anew when the colours change."""
        self._rebuild()
        self.app.theme_changed_signal.subscribe(self, self._take_theme)

    @property
    def current(self) -> Row | None:
        """The session under the cursor."""
        if not self.row_count:
            return None
        key, _ = self.coordinate_to_cell_key(self.cursor_coordinate)
        return self._shown.get(key.value or "")

    def row_of(self, sid: str) -> Row | None:
        """Return the session of that sid, if it is in the table."""
        return self._shown.get(sid)

    def apply(self, rows: Iterable[Row], gone: Iterable[str] = ()) -> None:
        """Take what changed: rows new or different, sids that are gone."""
        held = self.current
        for sid in gone:
            if self._shown.pop(sid, None) is not None:
                self.remove_row(sid)
        for row in rows:
            before = self._shown.get(row.sid)
            self._shown[row.sid] = row
            if before is None:
                self.add_row(*(self._cell(column, row) for column in COLUMNS), key=row.sid)
            else:
                self._update(before, row)
        self._hold(held)

    def replace(self, rows: Iterable[Row]) -> None:
        """Take `rows` as all there are."""
        rows = list(rows)
        self.apply(rows, self._shown.keys() - {row.sid for row in rows})

    def set_compact(self, compact: bool) -> None:
        """Use short names and values, or full ones."""
        if compact != self._compact:
            self._compact = compact
            self.cell_padding = 0 if compact else 1
            self._rebuild()

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell which session the cursor is on. The event's own row may be gone or moved by now."""
        event.stop()
        self._announce()

    def _update(self, before: Row, row: Row) -> None:
        for column in COLUMNS:
            if column.value(before, self._compact) != column.value(row, self._compact):
                self.update_cell(row.sid, column.key, self._cell(column, row), update_width=True)

    def _cell(self, column: Column, row: Row) -> Text:
        style = self.app.theme_variables[_STATES[row.state][1]] if column.key == "state" else ""
        return foreign.cell(self._spaced(column.value(row, self._compact)), style)

    def _spaced(self, text: str) -> str:
        # One space between columns where there are 80 in all; Textual's own padding would put two.
        return f"{text} " if self._compact else text

    def _hold(self, held: Row | None) -> None:
        """Put the cursor back on its session; where that is gone, its neighbour has taken its place."""
        if held is not None and held.sid in self._shown:
            index = self.get_row_index(held.sid)
            if index != self.cursor_row:
                self.move_cursor(row=index)
        self._announce()

    def _announce(self) -> None:
        row = self.current
        sid = row.sid if row else None
        if sid != self._announced:
            self._announced = sid
            self.post_message(self.Chosen(row))

    def _take_theme(self, theme: Theme) -> None:
        self._rebuild()

    def _rebuild(self) -> None:
        held = self.current
        rows = list(self._shown.values())
        self._shown.clear()
        self.clear(columns=True)
        for column in COLUMNS:
            self.add_column(self._spaced(column.short if self._compact else column.label), key=column.key)
        for row in rows:
            self._shown[row.sid] = row
            self.add_row(*(self._cell(column, row) for column in COLUMNS), key=row.sid)
        self._hold(held)
