"""An answer as a plain client sees it: wrapped and indented while it flows.

No line is wider than 78 columns, and every line after the first is indented, so that no text of a user or a model can
stand where the prompt or the bot's name stands.
"""

from __future__ import annotations

import re

from ecobot_tui.server.plain_columns import columns
from ecobot_tui.server.plain_markdown import PlainMarkdown

WIDTH = 78
NAME = "EcoBot: "
INDENT = "  "
NEWLINE = "\r\n"

_RUN = re.compile(r"\n|[^\S\n]+|\S+")
# A word longer than this is written before its end: broken it is anyway, and memory and time stay bounded.
_LONG_WORD = 256


class PlainFlow:
    """Turns the pieces of one answer into the lines of a terminal. A word is written once its end is known."""

    __slots__ = ("_blank", "_column", "_line_open", "_markdown", "_word")

    def __init__(self, *, markdown: bool = False) -> None:
        """Start an answer; with `markdown`, marks that a terminal cannot show are left out."""
        self._markdown = PlainMarkdown() if markdown else None
        self._word = ""
        self._blank = ""
        self._column = len(NAME)
        # False right after a line end: the indent is written with the next word, so that empty lines stay empty.
        self._line_open = True

    def feed(self, text: str) -> str:
        """Return what can be written now that `text` has come."""
        return self._flow(self._markdown.feed(text) if self._markdown else text)

    def end(self, remarks: str = "") -> str:
        """Return the rest of the answer, and `remarks` below it, which are ours and no Markdown."""
        text = self._markdown.end() if self._markdown else ""
        out = [self._flow(text + remarks)]
        self._write_word(out)
        return "".join(out)

    def _flow(self, text: str) -> str:
        out: list[str] = []
        for run in _RUN.findall(text):
            if run == "\n":
                self._write_word(out)
                self._end_line(out)
            elif run.isspace():
                self._write_word(out)
                self._blank = (self._blank + run.replace("\t", "    "))[:WIDTH]
            else:
                at = 0
                while len(self._word) + len(run) - at > _LONG_WORD:
                    then = at + _LONG_WORD - len(self._word)
                    self._word += run[at:then]
                    self._write_word(out)
                    at = then
                self._word += run[at:]
        return "".join(out)

    def interject(self, sentence: str) -> str:
        """Return `sentence` on a line of its own in the midst of the answer; the answer goes on below."""
        broken = NEWLINE if self._line_open else ""
        self._end_line([])
        return f"{broken}{INDENT}[{sentence}]{NEWLINE}"

    def _end_line(self, out: list[str]) -> None:
        out.append(NEWLINE)
        self._blank = ""
        self._column = 0
        self._line_open = False

    def _write_word(self, out: list[str]) -> None:
        word, self._word = self._word, ""
        if not word:
            return
        if not self._line_open:
            self._open_line(out)
            # Blanks at the start of a line are the author's: tables and formulas stand on them.
        wide = columns(word)
        if self._column > len(INDENT) and self._column + len(self._blank) + wide > WIDTH:
            out.append(NEWLINE)
            self._blank = ""
            self._open_line(out)
        if self._column + len(self._blank) >= WIDTH:
            self._blank = ""  # Only at a line's start: an indent that leaves no room for anything.
        while wide > WIDTH - self._column - len(self._blank):
            head, word = _split(word, max(1, WIDTH - self._column - len(self._blank)))
            out += (self._blank, head, NEWLINE)
            self._blank = ""
            self._open_line(out)
            wide = columns(word)
        out += (self._blank, word)
        self._column += len(self._blank) + wide
        self._blank = ""

    def _open_line(self, out: list[str]) -> None:
        out.append(INDENT)
        self._column = len(INDENT)
        self._line_open = True


def wrap(sentence: str) -> str:
    """Return `sentence` wrapped at the width of a terminal, without indent."""
    lines: list[str] = []
    line = ""
    for word in sentence.split():
        if line and columns(line) + 1 + columns(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return NEWLINE.join([*lines, line])


def _split(word: str, width: int) -> tuple[str, str]:
    """Cut `word` so that its head takes at most `width` columns, and at least one character."""
    if columns(word) == len(word):
        return word[:width], word[width:]
    low, high = 1, min(len(word), width)
    while low < high:
        end = (low + high + 1) // 2
        if columns(word[:end]) <= width:
            low = end
        else:
            high = end - 1
    return word[:low], word[low:]
