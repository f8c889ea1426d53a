"""The followed session's conversation, put together from the steps that the server sends. No screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from ecobot_tui.wire.control import Begin, Piece, Transcript, Turn
from ecobot_tui.wire.vocabulary import Role


@dataclass(slots=True)
class Answering:
    """The answer that is being given: why it goes by its route, and what was said of it so far."""

    begun: Begin
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was said so far."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Change:
    """What a transcript changed: whether all of it is new, the turns that came, whether the running answer moved."""

    anew: bool
    turns: tuple[Turn, ...]
    answering: bool


class Conversation:
    """One session's turns, and the answer in work if there is one."""

    def __init__(self, sid: str | None = None) -> None:
        self.sid = sid
        self.turns: list[Turn] = []
        self.answering: Answering | None = None

    def take(self, transcript: Transcript) -> Change | None:
        """Add what came, and return what that changed; None where it is another session's."""
        if transcript.sid != self.sid:
            # It was on its way when the operator went on to another session.
            return None
        if transcript.reset:
            self.turns.clear()
            self.answering = None
        known = len(self.turns)
        before = self.answering
        moved = False
        for step in transcript.steps:
            moved |= isinstance(step, Begin | Piece)
            self._take_step(step)
        return Change(transcript.reset, tuple(self.turns[known:]), moved or before is not self.answering)

    def _take_step(self, step: Turn | Begin | Piece) -> None:
        if isinstance(step, Begin):
            self.answering = Answering(step)
        elif isinstance(step, Piece):
            # A piece without a beginning belongs to an answer whose turn will hold it whole.
            if self.answering is not None:
                self.answering.pieces.append(step.text)
        else:
            if step.role is Role.ASSISTANT:
                self.answering = None
            self.turns.append(step)
