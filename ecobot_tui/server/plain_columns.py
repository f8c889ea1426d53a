"""How much room a text takes on a terminal."""

from __future__ import annotations


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    # 40 ms to import, paid by the first answer with anything beyond Latin letters.
    import wcwidth

    width = wcwidth.wcswidth(text)
    return width if width >= 0 else len(text)
