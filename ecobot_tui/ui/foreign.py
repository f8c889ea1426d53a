"""Foreign text on its way into a widget.

Textual reads a `str` as markup: `[/x]` in a student's question would end the app, and `[@click=app.quit]` would put a
button into it. So no widget ever gets a `str` that came from outside; it gets what these functions return, which is
cleaned once more (cleaning what is clean costs 0.1 µs) and drawn as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual.content import Content

from ecobot_tui.text import clean, clean_line


def paragraph(text: str, style: str = "") -> Content:
    """Return foreign text for a widget, with its line breaks; `style` holds for all of it."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def line(text: str, style: str = "") -> Content:
    """Return foreign text for a widget, on one line."""
    return Content.styled(clean_line(text), style) if style else Content(clean_line(text))


def pieces(parts: Iterable[tuple[str, str]]) -> Content:
    """Return foreign text for a widget in pieces, each with its style, where it has one."""
    return Content.assemble(*((clean(text), style) if style else Content(clean(text)) for text, style in parts))


def cell(text: str, style: str = "") -> Text:
    """Return foreign text for a cell of a table, which takes Rich's text: on one line, never wrapped.

    Spaces at its ends stay, because they put numbers under one another and columns apart.
    """
    start, end = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    spaced = f"{' ' * start}{clean_line(text)}{' ' * end}"
    return Text(spaced, style=style, no_wrap=True, overflow="ellipsis", end="")
