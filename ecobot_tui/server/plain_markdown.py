"""A model's Markdown as plain text, while it flows.

A terminal shows no Markdown: its marks are noise there. What they say in plain text is said (a heading is a line, a
link shows where it goes), the rest is left out. Feed pieces, cut anywhere; the text that comes out does not depend on
the cuts. Nothing is kept back longer than its line, except a table, which is small or shown row by row.

This module knows lines and blocks of lines; `plain_inline` knows what stands within a line.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from ecobot_tui.server import plain_table
from ecobot_tui.server.plain_inline import Inline

# What a line is, is known from its start; a start longer than this is a text's.
_LOOK = 200
_INDENT = 80

_PARTS = re.compile(r"\n|[^\n]+")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1)*[ \t]*")
_RULE_OF_TABLE = re.compile(r"[-:|\s]+")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_QUOTE = re.compile(r">(?![=\d]) ?")
_BULLET = re.compile(r"[-*+][ \t]+")
_FENCE = re.compile(r"`{3,}|~{3,}")


class _Kind(Enum):
    START = auto()  # What the line is, is not known yet.
    TEXT = auto()
    VERBATIM = auto()
    ROW = auto()
    FENCE = auto()
    DROPPED = auto()
    BLANK = auto()


class _Opening(NamedTuple):
    """What a line is, what of its start is shown, and where the rest begins."""

    kind: _Kind
    shown: str
    at: int


class PlainMarkdown:
    """One answer."""

    __slots__ = (
        "_begun", "_blanks", "_fence", "_head", "_inline", "_kind", "_lead", "_line_open", "_loose", "_out", "_row",
        "_rows", "_size",
    )  # fmt: skip

    def __init__(self) -> None:
        self._out: list[str] = []
        self._inline = Inline()
        self._kind = _Kind.START
        self._head = ""
        self._fence = ""
        # The table in work: its rows, how much that is, and whether it has grown too large to be laid out.
        self._rows: list[str] = []
        self._row = ""
        self._size = 0
        self._loose = False
        # Empty lines and indents wait for the text behind them: where all of a line was marks, nothing is left of it.
        self._begun = False
        self._line_open = False
        self._blanks = 0
        self._lead = ""

    def feed(self, text: str) -> str:
        """Return what can be shown now that `text` has come."""
        for part in _PARTS.findall(text.replace("\r", "")):
            if part == "\n":
                self._end_line()
                self._break()
                self._kind, self._head = _Kind.START, ""
            else:
                self._take(part)
        return self._drain()

    def end(self) -> str:
        """Return the rest of the answer; whatever is open is given up."""
        self._end_line()
        self._end_table()
        return self._drain().removesuffix("\n")

    def _drain(self) -> str:
        said = "".join(self._out)
        self._out.clear()
        return said

    # Lines.

    def _take(self, part: str) -> None:
        match self._kind:
            case _Kind.START:
                self._head += part
                self._open_line(final=False)
            case _Kind.TEXT:
                self._show(self._inline.feed(part))
            case _Kind.VERBATIM:
                self._show(part)
            case _Kind.ROW:
                self._take_row(part)
            case _:
                pass

    def _open_line(self, *, final: bool) -> None:
        """Find out what the line is, and begin it."""
        head = self._head[:_LOOK]
        sure = final or len(self._head) >= _LOOK
        complete = final and len(self._head) < _LOOK
        if self._fence:
            opening = _in_fence(head, self._fence, sure=sure, complete=complete)
        elif self._inline.in_formula and head.strip():
            opening = _Opening(_Kind.TEXT, "", 0)
        else:
            opening = _opening(head, sure=sure, complete=complete)
        if opening is None:
            return
        self._kind = opening.kind
        if opening.kind is not _Kind.ROW:
            self._end_table()
        rest, self._head = self._head[opening.at :], ""
        match opening.kind:
            case _Kind.FENCE:
                self._fence = "" if self._fence else opening.shown
                self._stand_alone()
            case _Kind.BLANK:
                self._blanks = self._blanks + 1 if self._fence else 1
                self._inline.end_formula()
            case _Kind.ROW:
                self._take_row(rest)
            case _Kind.TEXT:
                self._show(opening.shown)
                self._show(self._inline.feed(rest))
            case _Kind.VERBATIM:
                self._show(rest)
            case _:
                pass

    def _end_line(self) -> None:
        if self._kind is _Kind.START:
            self._open_line(final=True)
        if self._kind is _Kind.TEXT:
            self._show(self._inline.end())
        elif self._kind is _Kind.ROW:
            self._end_row()

    # Tables.

    def _take_row(self, part: str) -> None:
        self._row += part
        if len(self._row) > plain_table.MAX_SIZE:
            self._end_table()
            self._kind = _Kind.TEXT
            row, self._row = self._row, ""
            self._show(self._inline.feed(row))

    def _end_row(self) -> None:
        row, self._row = self._row, ""
        self._rows.append(row)
        self._size += len(row)
        if len(self._rows) > plain_table.MAX_ROWS or self._size > plain_table.MAX_SIZE:
            self._loose = True
        if self._loose:
            self._show_lines([plain_table.joined(row) for row in self._rows if not plain_table.is_rule(row)])
            self._rows.clear()

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        self._loose, self._size = False, 0
        if len(rows) > 1:
            self._stand_alone()
            self._show_lines(plain_table.laid_out(rows))
        elif rows and not plain_table.is_rule(rows[0]):
            # A line by itself that begins with a bar is no table: |x| < 1.
            self._show(self._inline.feed(rows[0]) + self._inline.end())
            self._break()

    # What is shown.

    def _show_lines(self, lines: list[str]) -> None:
        for line in lines:
            self._show(line)
            self._break()

    def _stand_alone(self) -> None:
        """Begin a line for what stands in columns, where the bot's name may stand before the first."""
        if not self._begun:
            self._out.append("\n")
            self._begun = True
            self._blanks = 0

    def _show(self, text: str) -> None:
        for at, line in enumerate(text.split("\n")):
            if at:
                self._break()
            if not self._line_open:
                bare = line.lstrip()
                self._lead = (self._lead + line[: len(line) - len(bare)])[:_INDENT]
                if not bare:
                    continue
                if self._begun:
                    self._out.append("\n" * self._blanks)
                self._out += (self._lead, bare)
                self._lead, self._blanks = "", 0
                self._line_open = self._begun = True
            else:
                self._out.append(line)

    def _break(self) -> None:
        if self._line_open:
            self._out.append("\n")
        self._line_open = False
        self._lead = ""


def _in_fence(head: str, fence: str, *, sure: bool, complete: bool) -> _Opening | None:
    bare = head.strip(" \t")
    if not bare.strip(fence[0]):
        # Empty as yet, or nothing but the fence's own sign.
        if complete:
            closed = len(bare) >= len(fence)
            return _Opening(_Kind.BLANK if not bare else _Kind.FENCE if closed else _Kind.VERBATIM, "", 0)
        if not sure:
            return None
    return _Opening(_Kind.VERBATIM, "", 0)


def _opening(head: str, *, sure: bool, complete: bool) -> _Opening | None:
    """Return what the line that begins with `head` is, or None where more of it is needed."""
    at, shown, quoted = 0, "", False
    while rest := head[at:].lstrip():
        shown += head[at : len(head) - len(rest)]
        at = len(head) - len(rest)
        if quote := _QUOTE.match(rest):
            if rest == ">" and not sure:
                return None
            at, quoted = at + quote.end(), True
            continue
        if rest[0] == "|":
            return _Opening(_Kind.ROW, "", at)
        if rest[0] == "#":
            return _heading(head, at, shown, sure=sure)
        if rest[0] in "`~":
            return _fence(head, at, shown, sure=sure, complete=complete)
        if _RULE.fullmatch(rest) or _RULE_OF_TABLE.fullmatch(rest):
            if not sure:
                return None
            marks = "".join(rest.split())
            if complete and (("-" in marks and "|" in marks) or (len(marks) > 2 and not marks.strip(marks[0]))):
                return _Opening(_Kind.DROPPED, "", at)
        bullet = _BULLET.match(rest)
        if not bullet:
            if rest == "+" and not sure:
                return None
            return _Opening(_Kind.TEXT, shown, at)
        shown += "- "
        at += bullet.end()
    if not sure:
        return None
    blank = complete and (not shown.strip() or quoted)
    return _Opening(_Kind.BLANK if blank else _Kind.TEXT, shown, len(head))


def _heading(head: str, at: int, shown: str, *, sure: bool) -> _Opening | None:
    heading = _HEADING.match(head, at)
    if heading and heading.end() == len(head) and not sure:
        return None
    return _Opening(_Kind.TEXT, shown, heading.end() if heading else at)


def _fence(head: str, at: int, shown: str, *, sure: bool, complete: bool) -> _Opening | None:
    """Tell a fence from code within a line, which may stand between three marks too."""
    rest = head[at:].rstrip()
    fence = _FENCE.match(rest)
    if not sure and (fence or not rest.strip(rest[0])):
        return None
    if fence and complete and "`" not in rest[fence.end() :]:
        return _Opening(_Kind.FENCE, fence[0], at)
    return _Opening(_Kind.TEXT, shown, at)
