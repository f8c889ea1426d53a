"""What a conversation is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ecobot_tui.server.llm.model import ModelEnd
from ecobot_tui.wire.vocabulary import Role, Route


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the user that wants an answer. `id` is the client's own, or a count for plain clients."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One side's whole contribution; `at` in seconds since the epoch, `partial` when an answer was cut.

    The text is kept as UTF-8: ten turns take 8.7 KiB so, against 12 to 30 as `str` (one emoji makes a `str` four bytes
    a character).
    """

    role: Role
    content: bytes
    at: float
    route: Route | None = None
    reason: str = ""
    ms: int = 0
    partial: bool = False
    end: ModelEnd | None = None
    """What a model says of its answer; None for everything else."""

    @property
    def text(self) -> str:
        """What was said."""
        return self.content.decode()


@dataclass(frozen=True, slots=True)
class AnswerBegun:
    """An answer begins: by which route, and why."""

    route: Route
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """More text of the running answer."""

    text: str


Step = Turn | AnswerBegun | AnswerPiece
