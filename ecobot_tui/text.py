"""Foreign text made safe to show: the one place.

Whatever comes from outside (a user's line, a model's delta, a file, a log record) passes through here before it
reaches a screen, a client or a file. Terminals obey what they print: an escape sequence in a student's question would
otherwise clear the operator's screen or write his clipboard, a bidirectional override would show `kill` where another
word stands, and a line break would let an answer forge the prompt. Textual and Rich let all of that through.

What goes: escape sequences as a whole; control characters except tab and line feed; soft hyphens, zero-width,
bidirectional and interlinear marks, fillers, tags, private use, surrogates and non-characters; combining marks after
the second in a row. What stays: everything printable, and U+200D and U+FE0F, without which emoji fall apart.

The time is linear in the length, whatever the text: no pattern here scans the same stretch again from many places, and
marks are cut before they are sorted.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPE_SEQUENCE = re.compile(
    r"""
    (?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?                      # CSI: cursor, colours, clearing
    | (?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])                 # OSC, DCS, SOS, PM, APC: up to their terminator,
      (?:[^\x07\x1b\x90\x98\x9c-\x9f\n]*+(?:\x07|\x1b\\|\x9c))?  # or only the introducer where it never comes
    | \x1b[ -/]*[0-~]?                                     # every other escape
    """,
    re.VERBOSE,
)

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1
    "\u00ad\u034f\u061c"  # soft hyphen, grapheme joiner, Arabic letter mark
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # invisible fillers
    "\u180b-\u180f\u200b\u200c\u200e\u200f"  # Mongolian selectors, zero width, direction marks
    "\u2028-\u202e\u2060-\u206f\ufeff"  # separators, embeddings and overrides, invisible operators
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"  # surrogates, private use, specials
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # invisible controls of shorthand and of music
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # tags, supplementary private use
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "]"  # the last two of every plane are no characters
)

# Below U+0300 there are no marks, everything is composed, and all that is forbidden is not printable.
_BEYOND_LATIN = re.compile("[^\x00-\u02ff]")

_MARK_STACK = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a"
    r"\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)

_MARKS_IN_A_ROW = 2

# Normalisation sorts the marks of a character in quadratic time: 64 KiB of them took 3 s. Unicode's «stream-safe»
# format allows 30 in a row; only a run of this length can hold more. Three characters are marks only once decomposed.
_STREAM_SAFE = 30
_LONG_RUN = re.compile(r"[^\x00-\u02ff]{31,}+")
_HIDDEN_MARKS = frozenset("\u0f73\u0f75\u0f81")


def clean(text: str) -> str:
    """Return `text` without anything a terminal would obey; line feeds and tabs stay.

    The fast path costs 0.1 to 0.5 µs a line: printable text of one line in a Latin script, or in another without
    stacked or decomposed marks, is returned as it is.
    """
    if text.isprintable() and (text.isascii() or not _BEYOND_LATIN.search(text) or _is_plain(text)):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _ESCAPE_SEQUENCE.sub("", text)
    return _settle_marks(_FORBIDDEN.sub("", text).replace("\xa0", " "))


def _is_plain(text: str) -> bool:
    # Printable is not enough: fillers and variation selectors are letters and marks to Python.
    return not (
        _FORBIDDEN.search(text)
        or _MARK_STACK.search(text)
        or _LONG_RUN.search(text)
        or not unicodedata.is_normalized("NFC", text)
    )


def _settle_marks(text: str) -> str:
    """Return `text` composed and without stacks of marks; neither may undo the other, so until nothing changes."""
    while True:
        text = _LONG_RUN.sub(_stream_safe, text)
        text = _MARK_STACK.sub(lambda stack: stack.group()[:_MARKS_IN_A_ROW], text)
        composed = unicodedata.normalize("NFC", text)
        if composed == text:
            return text
        text = composed


def _stream_safe(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run.group():
        marks = marks + 1 if unicodedata.combining(character) or character in _HIDDEN_MARKS else 0
        if marks <= _STREAM_SAFE:
            kept.append(character)
    return "".join(kept)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: every run of white space is one space, none at the ends."""
    return " ".join(clean(text).split())


def shorten(text: str, width: int) -> str:
    """Return the first `width` characters of `text` cleaned to one line, with an ellipsis where something is cut."""
    line = clean_line(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
