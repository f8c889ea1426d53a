"""What happens in a conversation, as the screen and the line mode are told of it.

Every text in here is clean: it was made safe to show when it arrived. `Ending` says how one answer ended; the events of
`Over` say how the whole conversation did, and nothing follows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ecobot_tui.plot.chart import Chart
from ecobot_tui.wire.vocabulary import Ending, Route


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The session is open. `groq` says whether the server has a model to ask; `resume` is a secret, not to be shown."""

    number: int
    sid: str
    server: str
    groq: bool
    line_limit: int
    resume: str | None


@dataclass(frozen=True, slots=True)
class Ready:
    """The server waits for the next question."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The server took the question; `ahead` others are answered first."""

    id: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Begun:
    """The answer begins. Its route says how to show it: `groq` writes Markdown, the others plain text."""

    id: int
    route: Route
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The next words of an answer."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The answer is over. `text` is all of it; it is not `whole` when a piece got lost on the way.

    With a `chart`, `text` is its drawing and its notes for who cannot draw it.
    """

    id: int
    text: str
    ending: Ending
    ms: int
    route: Route
    reason: str
    source: str
    model: str
    tokens: int
    whole: bool
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The server would not take something: the question `id`, or a line of ours when there is no id."""

    id: int | None
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sentence of the server to the user."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece of answer `id` is missing or came twice: it began at character `began`, not at `expected`."""

    id: int
    expected: int
    began: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that makes no sense here; `detail` is for whoever repairs it, in English."""

    detail: str


@dataclass(frozen=True, slots=True)
class Kicked:
    """The server ends the session, says why, and whether coming back is welcome. The connection closes next."""

    why: str
    text: str
    retry: bool


@dataclass(frozen=True, slots=True)
class Farewell:
    """The server answers our goodbye. The connection closes next."""

    text: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Over as agreed: we said goodbye, or had been told that the session ends."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Over by accident: the connection went; `unfinished` are the questions that will get no more answer."""

    detail: str
    unfinished: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Over before it began: the other end closed the connection instead of a welcome. `said` are its last words."""

    said: str


@dataclass(frozen=True, slots=True)
class NotStructured:
    """Over before it began: what came in time was no welcome. `said` are the last words of it."""

    said: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Over because what the server says can no longer be made sense of; `detail` in English."""

    detail: str
    unfinished: tuple[int, ...]


Over = Closed | Lost | TurnedAway | NotStructured | Broken
OfAQuestion = Taken | Begun | Piece | Finished | Gap
Event = Welcomed | Ready | OfAQuestion | Refused | Noticed | Unreadable | Kicked | Farewell | Over
