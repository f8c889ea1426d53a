"""The marks within one line of Markdown, left out while the line flows.

Text goes out as soon as nothing that may still come can change it. A mark that opens something keeps what follows back
until it is closed; at the line's end, or when too much is kept back, it is given up and shown as it is. What is decided
depends on the text alone and never on how it was cut: a mark whose meaning hangs on characters that have not come waits
for a bounded number of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ecobot_tui.server import plain_tokens as tokens
from ecobot_tui.server.plain_latex import ENVIRONMENTS, FRACTIONS, SYMBOLS, WRAPPERS, fraction, grouped

# An open mark keeps back at most this much; far more than a line of an answer, and little enough for every session.
_HOLD = 4000
_LOOK = tokens.LOOK

_PLAIN = re.compile(r"[^\\`*_~\[\]!<&$^{}]+")
_PLAIN_MATH = re.compile(r"[^\\`*_~\[\]!<&$^{}\s]+")
_BLANK = re.compile(r"\s{1,1000}")
_RUNS = {mark: re.compile(re.escape(mark) + "{1,4}") for mark in "*_~"}
_COMMAND = re.compile(r"\\([A-Za-z]{1,40})")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

# Before a mark that opens. A letter, a digit or a closing parenthesis there makes it a product, a footnote or a name.
_BEFORE_OPEN = frozenset(" \t\n\u00a0([{\"'«“‘¿¡—–-/:;,.…>|*_~")
_BEFORE_POWER = frozenset(")]}^\\")
_NOT_AFTER_OPEN = frozenset(".,;:!?)]}%")

# Stands for «what came before is the start of a formula», where blanks are dropped.
_FORMULA_START = "\0"
_WAIT = -1


@dataclass(slots=True)
class _Mark:
    """Something open: what it is, where in the output it stands, and how its mark is written."""

    kind: str
    at: int
    sign: str
    head: str = ""


class Inline:
    """One line after another, each ended with `end`."""

    __slots__ = ("_before", "_held", "_marks", "_math", "_need", "_open", "_out", "_rest", "_said", "_wake")

    def __init__(self) -> None:
        self._rest = ""
        # What is certain, and what an open mark keeps back, beginning with the first of them.
        self._said: list[str] = []
        self._out: list[str] = []
        self._marks: list[_Mark] = []
        # How many marks of each sign are open: without it, every closing mark would search all of them in vain.
        self._open: Counter[str] = Counter()
        self._held = 0
        self._before = " "
        self._math = ""
        # The character that what is in `_rest` waits for, and how long `_rest` gets at most: no search before that.
        self._wake = ""
        self._need = 0

    @property
    def in_formula(self) -> bool:
        """Whether the next line goes on with a formula."""
        return bool(self._math)

    def feed(self, text: str) -> str:
        """Return what can be shown now that `text`, which has no line end, has come."""
        self._rest += text
        if self._wake and self._wake not in text and len(self._rest) < self._need:
            return ""
        return self._scan(final=False)

    def end(self) -> str:
        """Return the rest of the line; whatever is open is given up."""
        said = self._scan(final=True)
        self._give_up()
        said += self._certain()
        self._before = " "
        if self._math in {"(", "$"}:
            self._math = ""
        return said

    def end_formula(self) -> None:
        """Take a formula that was never closed as closed."""
        self._math = ""

    def _scan(self, *, final: bool) -> str:
        rest, at = self._rest, 0
        self._wake = ""
        while at < len(rest):
            plain = (_PLAIN_MATH if self._math else _PLAIN).match(rest, at)
            if plain:
                at = self._literal(rest, at, len(plain[0]))
                continue
            then = self._special(rest, at, final)
            if then == _WAIT:
                break
            at = then
        self._rest = rest[at:]
        return self._certain()

    def _certain(self) -> str:
        if not self._marks:
            self._said += self._out
            self._out.clear()
        said = "".join(self._said)
        self._said.clear()
        return said

    def _special(self, rest: str, at: int, final: bool) -> int:
        here, after = rest[at], rest[at + 1 : at + 2]
        if not after and not final:
            return _WAIT
        match here:
            case "\\":
                return self._backslash(rest, at, final)
            case "_" | "^" if after == "{":
                return self._push(here, rest[at : at + 2], at + 2, brace=True)
            case "{" if self._math or self._open["{"]:
                return self._push("{", "{", at + 1, brace=True)
            case "}" if self._open["{"]:
                return self._brace(rest, at)
            case "`":
                return self._take(tokens.code(rest, at, self._before, final=final), rest, at)
            case "$":
                return self._dollar(rest, at, final)
            case _ if self._math:
                return self._in_formula(rest, at, final)
            case "*" | "_" | "~":
                return self._run(rest, at, final)
            case "[":
                return self._push("[", "[", at + 1)
            case "!" if after == "[":
                return self._push("[", "![", at + 2)
            case "]" if self._open["["]:
                return self._bracket(rest, at, final)
            case "<":
                return self._take(tokens.tag(rest, at, self._before, final=final), rest, at)
            case "&":
                return self._take(tokens.entity(rest, at, final=final), rest, at)
        return self._literal(rest, at, 1)

    # What is shown.

    def _put(self, text: str, before: str, then: int, size: int) -> int:
        self._out.append(text)
        self._before = before
        if self._marks:
            self._held += size
            if self._held > _HOLD:
                self._give_up()
        return then

    def _literal(self, rest: str, at: int, size: int) -> int:
        text = rest[at : at + size]
        return self._put(text, text[-1], at + size, size)

    def _push(self, kind: str, sign: str, then: int, *, brace: bool = False) -> int:
        if not self._marks:
            self._held = 0
            self._said += self._out
            self._out.clear()
        self._marks.append(_Mark(kind, len(self._out), sign))
        self._open["{" if brace else "[" if kind == "[" else sign] += 1
        return self._put(sign, sign[-1], then, len(sign))

    def _pop(self) -> _Mark:
        mark = self._marks.pop()
        self._open[_key(mark)] -= 1
        return mark

    def _give_up(self) -> None:
        self._marks.clear()
        self._open.clear()

    def _wait(self, wait: tokens.Wait) -> int:
        self._wake, self._need = wait
        return _WAIT

    def _take(self, found: tokens.Token | tokens.Wait | None, rest: str, at: int) -> int:
        if found is None:
            return self._literal(rest, at, 1)
        if isinstance(found, tokens.Wait):
            return self._wait(found)
        return self._put(found.text, found.before, found.end, len(found.text))

    # Emphasis.

    def _run(self, rest: str, at: int, final: bool) -> int:
        mark = rest[at]
        run = _RUNS[mark].match(rest, at)
        size = len(run[0]) if run else 1
        if size > 3 or self._before == mark:
            return self._literal(rest, at, size)
        if at + size == len(rest) and not final:
            return _WAIT
        if mark == "~" and size != 2:
            return self._literal(rest, at, size)
        before, after = self._before, rest[at + size : at + size + 1]
        left = size
        if _may_close(mark * size, before, after):
            left = self._close(mark, size)
        if left == size and _may_open(mark * size, before, after):
            return self._push(mark, mark * size, at + size)
        return self._put(mark * left, mark, at + size, left)

    def _close(self, mark: str, left: int) -> int:
        """Close what a run of `left` marks closes; return how many of them are left."""
        while left:
            fitting = {mark * 3, mark * left} if left < 3 else {mark, mark * 2, mark * 3}
            if not any(self._open[sign] for sign in fitting):
                break
            while (top := self._pop()).kind != mark or top.sign not in fitting:
                pass
            used = min(left, len(top.sign))
            left -= used
            top.sign = top.sign[used:]
            self._out[top.at] = top.sign
            if top.sign:
                self._marks.append(top)
                self._open[top.sign] += 1
        return left

    # Links.

    def _bracket(self, rest: str, at: int, final: bool) -> int:
        target = tokens.target(rest, at + 1, final=final)
        if isinstance(target, tokens.Wait):
            return self._wait(target)
        while (mark := self._pop()).kind != "[":
            pass
        if not target:
            return self._literal(rest, at, 1)
        text, url = "".join(self._out[mark.at + 1 :]).strip(), target.text
        if mark.sign == "[" and url and not url.startswith("#") and url.removeprefix("mailto:") != text:
            text = f"{text} ({url})" if text else url
        del self._out[mark.at :]
        return self._put(text, ")", target.end, len(text))

    # Formulas.

    def _backslash(self, rest: str, at: int, final: bool) -> int:
        after = rest[at + 1 : at + 2]
        if command := _COMMAND.match(rest, at):
            end = command.end()
            if end == len(rest) and not final and len(command[1]) < 40:
                return _WAIT
            return self._command(command[1], rest, at, end)
        if after and after in "()[]":
            self._math = after if after in "([" else ""
            self._before = _FORMULA_START if self._math else "x"
            return at + 2
        if self._math and after and after in "\\,;:! ":
            return self._put("" if after == "!" else " ", " ", at + 2, 1)
        if after in _PUNCTUATION:
            # A mark that was escaped is no part of the one behind it: **P\***.
            return self._put(after, "\\" if after in "*_~`" else after, at + 2, 1)
        return self._literal(rest, at, 1)

    def _command(self, name: str, rest: str, at: int, end: int) -> int:
        if rest[end : end + 1] == "{" and (name == "sqrt" or name not in SYMBOLS):
            kind = "frac" if name in FRACTIONS else "text" if name in WRAPPERS else name
            return self._push(kind, rest[at : end + 1], end + 1, brace=True)
        return self._put(SYMBOLS.get(name, name), name[-1], end, end - at)

    def _brace(self, rest: str, at: int) -> int:
        while _key(mark := self._pop()) != "{":
            pass
        inner = "".join(self._out[mark.at + 1 :]).strip()
        del self._out[mark.at :]
        if mark.kind == "frac" and rest[at + 1 : at + 2] == "{":
            then = self._push("/", f"{mark.sign}{inner}}}{{", at + 2, brace=True)
            if self._marks:
                self._marks[-1].head = inner
            return then
        match mark.kind:
            case "text" | "{":
                text = inner
            case "/":
                text = fraction(mark.head, inner)
            case "sqrt":
                text = f"√({inner})"
            case "^" | "_":
                text = mark.kind + grouped(inner)
            case kind:
                text = "" if kind in ENVIRONMENTS else f"{kind}({inner})"
        return self._put(text, "x", at + 1, len(text))

    def _dollar(self, rest: str, at: int, final: bool) -> int:
        after = rest[at + 1 : at + 2]
        if after == "$":
            self._math = "" if self._math else "$$"
            self._before = _FORMULA_START if self._math else "x"
            return at + 2
        if self._math == "$":
            self._math, self._before = "", "x"
            return at + 1
        found = None if self._math else tokens.formula_between_dollars(rest, at, self._before, final=final)
        if not isinstance(found, tokens.Token):
            return self._take(found, rest, at)
        self._math, self._before = "$", _FORMULA_START
        return found.end

    def _in_formula(self, rest: str, at: int, final: bool) -> int:
        """Show signs of a formula as they are; drop the blanks at its edges and what aligns its lines."""
        if rest[at] == "&":
            return at + 1
        blank = _BLANK.match(rest, at)
        if not blank:
            return self._literal(rest, at, 1)
        end = blank.end()
        behind = rest[end : end + 2] if end - at < _LOOK else "-"
        if not final and (not behind or behind in {"\\", "$"}):
            return _WAIT
        if self._before == _FORMULA_START or behind in {"\\)", "\\]", "$$"} or (self._math == behind[:1] == "$"):
            return end
        return self._put(" ", " ", end, 1)


def render(text: str) -> str:
    """Return a text of one line, known as a whole, without its marks."""
    inline = Inline()
    return inline.feed(text) + inline.end()


def _key(mark: _Mark) -> str:
    if mark.kind == "[":
        return "["
    return mark.sign if mark.kind in {"*", "~"} or (mark.kind == "_" and mark.sign[-1] == "_") else "{"


def _may_open(run: str, before: str, after: str) -> bool:
    if not after or after.isspace() or after in _NOT_AFTER_OPEN:
        return False
    # Two marks are seldom a product, but may be a power: x**2, (1+i)**2.
    return before in _BEFORE_OPEN or (len(run) > 1 and not before.isalnum() and before not in _BEFORE_POWER)


def _may_close(run: str, before: str, after: str) -> bool:
    if before.isspace():
        return False
    if run[0] == "_":
        return not after.isalnum()
    if run[0] == "*" and (before.isalnum() or before == ")"):
        # A product or a power within the emphasis: *3*4*, **x**2**.
        return not (after.isdigit() or (run == "*" and (after.isalnum() or after == "(")))
    return True
