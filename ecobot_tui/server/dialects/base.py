"""What every dialect understands and can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ecobot_tui.plot.chart import Chart
from ecobot_tui.server.turns import Question
from ecobot_tui.wire.chat import Hello
from ecobot_tui.wire.vocabulary import ClientKind, Dismissal, Ending, Route

# Inputs: what a client did.


@dataclass(frozen=True, slots=True)
class Asked:
    """The user sent a line. Plain clients have no ids; the session counts for them."""

    text: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """The user pressed Enter on an empty line, and looks for the prompt."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The user does not want the rest of an answer; without an id, of the running one."""

    id: int | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The user leaves."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something came that cannot be taken; `sentence` tells the user. `id` is the question's, where it has one."""

    code: str
    sentence: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Abused:
    """The client does what no client does; the session should end."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The client is an ecobot-chat; `rest` are the bytes that came behind its hello."""

    hello: Hello
    rest: bytes


Input = Asked | Blank | Cancelled | Left | Rejected | Abused | Upgraded


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an answer ended. `note` is a sentence for the user where it did not end well; `ms` since it was asked.

    `chart` is what the text of the answer shows, for a dialect that can say it as data.
    """

    ending: Ending
    route: Route
    ms: int
    reason: str = ""
    source: str = ""
    model: str = ""
    tokens: int = 0
    note: str = ""
    chart: Chart | None = None


class Dialect(Protocol):
    """One client's way to speak. What it says is returned as bytes, for the session to send."""

    kind: ClientKind

    def feed(self, data: bytes) -> None:
        """Take bytes of the client."""

    def feed_eof(self) -> None:
        """Take the end of the client's stream."""

    def next_input(self) -> Input | None:
        """Return what the client did next, or None where more bytes are needed."""

    def replies(self) -> bytes:
        """Return what the transport's own protocol has to answer."""

    def ready(self) -> bytes:
        """Say that the next question is welcome."""

    def taken(self, question: Question, ahead: int) -> bytes:
        """Say that a question was taken, behind `ahead` others."""

    def begin(self, question: Question, route: Route, reason: str) -> bytes:
        """Begin an answer."""

    def piece(self, text: str) -> bytes:
        """Say a piece of the running answer."""

    def end(self, question: Question, outcome: Outcome) -> bytes:
        """End the running answer."""

    def notice(self, sentence: str) -> bytes:
        """Say something between a question and its answer."""

    def refuse(self, code: str, sentence: str, question_id: int | None = None) -> bytes:
        """Say that something was not taken."""

    def dismiss(self, why: Dismissal, sentence: str, *, retry: bool = False) -> bytes:
        """Say the last words of the session."""
