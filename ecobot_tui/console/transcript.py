"""The pane of one session's conversation, live and token by token."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from ecobot_tui.console import groq_listing
from ecobot_tui.console.clock import short_time
from ecobot_tui.console.conversation import Answering, Conversation
from ecobot_tui.console.flow import FlowView, Paragraph
from ecobot_tui.ui import foreign
from ecobot_tui.wire.control import Begin, Row, Transcript, Turn
from ecobot_tui.wire.vocabulary import Role

_TITLE = "Conversación"
_NOBODY = "Acá se sigue en vivo la conversación de la sesión elegida en la tabla."
_LIMIT = 2000
_INDENT = 2


class TranscriptPane(FlowView):
    """Turns with role and time; answers with their route, why, and how long they took."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it.
        super().__init__(_LIMIT, id=id)
        self.conversation = Conversation()
        # Whether the last block is the answer in work, which each new piece draws again.
        self._shows_answering = False
        self.title(Content(_TITLE))

    def turn_to(self, row: Row | None) -> None:
        """Show another session's conversation, or none; its steps come with `take`."""
        self.conversation = Conversation(row.sid if row else None)
        self._shows_answering = False
        self.title(foreign.line(f"{_TITLE} · Sesión {row.number} ({row.sid})" if row else _TITLE))
        self.clear()
        if row is None:
            self.add([(Paragraph(Content.styled(_NOBODY, "$foreground-muted")),)])

    def take(self, transcript: Transcript) -> None:
        """Draw what came."""
        change = self.conversation.take(transcript)
        if change is None:
            return
        if change.anew:
            self._shows_answering = False
            self.clear()
        if self._shows_answering and (change.answering or change.turns):
            self.drop_last()
            self._shows_answering = False
            # The turn that takes its place was in view already.
            self.unseen = max(0, self.unseen - 1)
        blocks = [turn_block(turn) for turn in change.turns]
        if self.conversation.answering is not None and not self._shows_answering:
            blocks.append(answering_block(self.conversation.answering))
            self._shows_answering = True
        self.add(blocks)


def turn_block(turn: Turn) -> tuple[Paragraph, ...]:
    """Return a turn as paragraphs: who and when, what, and an empty line."""
    told: list[Paragraph] = []
    if turn.told is not None:
        told.append(Paragraph(foreign.line(groq_listing.told(turn.told), "$foreground-muted"), _INDENT))
        if turn.told.unfounded:
            figures = "; ".join(turn.told.unfounded)
            told.append(Paragraph(foreign.line(f"⚠ cifras sin respaldo: {figures}", "$warning"), _INDENT))
    return (
        Paragraph(Content.assemble(*_turn_head(turn))),
        Paragraph(foreign.paragraph(turn.text), _INDENT),
        *told,
        Paragraph(Content(" ")),
    )


def answering_block(answering: Answering) -> tuple[Paragraph, ...]:
    """Return the answer in work as paragraphs, with a block where the next words will come."""
    head = Content.assemble(
        ("● EcoBot", "bold $primary"), *_route(answering.begun), ("  …respondiendo", "$foreground-muted")
    )
    body = Content.assemble(foreign.paragraph(answering.text), ("▌", "$accent"))
    return Paragraph(head), Paragraph(body, _INDENT), Paragraph(Content(" "))


def _turn_head(turn: Turn) -> Iterator[Content | tuple[str, str]]:
    if turn.role is Role.USER:
        yield ("❯ usuario", "bold $secondary")
    else:
        yield ("● EcoBot", "bold $primary")
    yield foreign.line(f"  {short_time(turn.at)}", "$foreground-muted").pad_left(2)
    yield from _route(turn)
    if turn.ms:
        yield (f" · {_duration(turn.ms)}", "$foreground-muted")
    if turn.partial:
        yield ("  ⚠ parcial", "bold $warning")


def _route(step: Turn | Begin) -> Iterator[Content | tuple[str, str]]:
    if step.route is not None:
        yield (f"  [{step.route}]", "$accent")
    if step.reason:
        yield foreign.line(step.reason, "$foreground-muted").pad_left(1)


def _duration(ms: int) -> str:
    return f"{ms} ms" if ms < 1000 else f"{ms / 1000:.1f} s".replace(".", ",")
