"""What was said so far, kept small: hundreds of words as objects of their own take ten times their letters."""

from __future__ import annotations

_LOOSE = 32


class Said:
    """A text that grows by pieces."""

    __slots__ = ("_pieces", "_whole")

    def __init__(self) -> None:
        self._whole = ""
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Take more of it."""
        self._pieces.append(piece)
        if len(self._pieces) >= _LOOSE:
            self._join()

    @property
    def text(self) -> str:
        """All of it."""
        self._join()
        return self._whole

    def _join(self) -> None:
        if self._pieces:
            self._whole += "".join(self._pieces)
            self._pieces.clear()
