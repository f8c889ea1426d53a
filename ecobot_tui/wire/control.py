"""What a console and the server say to each other through the control door: one JSON object a line.

Rules
1. The server's first line is its `Greeting`, with the version of this protocol; a console that does not speak it says
   so and leaves.
2. Every request carries an id and has one answer with that id: the struct named in its docstring, or `Refused`.
3. After `Subscribe` the server sends `Batch` events, at most ten a second, each with everything that changed for this
   subscriber since the one before. The first holds every session. After `Follow` they hold the steps of that session's
   transcript too; the first of them has `reset`, and starts with all that the server still holds of it.
4. A console that reads slowly gets fewer, fuller batches. When steps had to be dropped the transcript starts again with
   `reset`; lines of the log that were dropped are counted in `log_lost`.
"""

from __future__ import annotations

import msgspec

from ecobot_tui.text import shorten
from ecobot_tui.wire.vocabulary import ClientKind, Id, Role, Route, SessionState

VERSION = 1
LINE_LIMIT = 16 * 1024 * 1024


class Row(msgspec.Struct, frozen=True):
    """One session, as a table shows it. Times are ISO 8601 with the server's offset; `addr` is `host:port`."""

    number: int
    sid: str
    addr: str
    started: str
    last_seen: str
    state: SessionState
    client: ClientKind
    node: str
    questions: int = 0
    route: Route | None = None
    last_question: str = ""


class OwnKnowledge(msgspec.Struct, frozen=True):
    """A teacher's own knowledge as it was read last; `problems` are Spanish sentences that name file and line."""

    directory: str
    concepts: int
    problems: list[str]


class GroqModel(msgspec.Struct, frozen=True, omit_defaults=True):
    """One model as it stands: its breaker in Spanish, what its limits leave (null: not told yet), `wait` in seconds."""

    name: str
    breaker: str
    in_flight: int = 0
    tokens_left: int | None = None
    tokens_limit: int | None = None
    requests_left: int | None = None
    requests_limit: int | None = None
    wait: int = 0


class Groq(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was asked of Groq since the server started; dollars by the prices in the settings, a cap of 0 is none."""

    paused: bool = False
    waiting: int = 0
    answers: int = 0
    failures: int = 0
    shared: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    dollars_today: float = 0.0
    daily_cap: float = 0.0
    models: list[GroqModel] = []


class Status(msgspec.Struct, frozen=True):
    """The server, its figures. `groq` is `on`, `paused`, `off` (no key) or `rejected` (a wrong key).

    `routes` counts answers; `llm` is null where there is no key.

    `concepts` counts a teacher's own too; `knowledge` is null where she has no directory, or it is not read yet.
    """

    pid: int
    host: str
    port: int
    sessions: int
    started_at: str
    version: str
    groq: str
    store: str
    node: str
    models: list[str]
    concepts: int
    questions: int
    routes: dict[str, int]
    draining: bool = False
    knowledge: OwnKnowledge | None = None
    llm: Groq | None = None


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a model's answer took: tokens, dollars, milliseconds to its first words; the calculations it asked for.

    `unfounded` are figures of it that stand neither in what was asked nor in what was calculated or given along.
    """

    model: str
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    dollars: float = 0.0
    first_ms: int = 0
    tools: list[str] = []
    unfounded: list[str] = []
    shared: bool = False


class Turn(msgspec.Struct, frozen=True, tag_field="step", tag="turn", omit_defaults=True):
    """One side's whole contribution to a conversation; `partial` when an answer was cut."""

    role: Role
    text: str
    at: str
    route: Route | None = None
    reason: str = ""
    ms: int = 0
    partial: bool = False
    told: Told | None = None


class Piece(msgspec.Struct, frozen=True, tag_field="step", tag="piece"):
    """More text of the answer that is being given; the assistant's `Turn` that follows holds it whole."""

    text: str


class Begin(msgspec.Struct, frozen=True, tag_field="step", tag="begin"):
    """An answer begins: by which route, and why."""

    route: Route
    reason: str


TranscriptStep = Turn | Begin | Piece


# From the console to the server.


class _Request(msgspec.Struct, frozen=True, tag_field="op", omit_defaults=True):
    id: Id


class ListSessions(_Request, frozen=True, tag="list"):
    """All sessions. Answer: `Rows`."""


class GetStatus(_Request, frozen=True, tag="status"):
    """The server's figures. Answer: `StatusIs`."""


class Kill(_Request, frozen=True, tag="kill"):
    """End the session `sid`; its user is told the `reason`. Answer: `Killed`, or `Refused` where there is none such."""

    sid: str = ""
    reason: str = ""


class Stop(_Request, frozen=True, tag="stop"):
    """Say goodbye to everyone, let answers in work end, and stop. Answer: `Accepted`."""


class Reload(_Request, frozen=True, tag="reload"):
    """Read the teacher's own knowledge again. Answer: `Reloaded`, or `Refused` where that cannot be done.

    What comes after it on the same connection may be answered before.
    """


class PauseGroq(_Request, frozen=True, tag="groq"):
    """Ask nothing of Groq any more, or again; answers that run go on. Answer: `StatusIs`; `Refused` without a key."""

    paused: bool = True


class Subscribe(_Request, frozen=True, tag="subscribe"):
    """Send batches from now on. Answer: `Accepted`."""


class Follow(_Request, frozen=True, tag="follow"):
    """Add the transcript of `sid` to the batches, or of none where it is null. Answer: `Accepted` or `Refused`."""

    sid: str | None = None


Request = ListSessions | GetStatus | Kill | Stop | Reload | PauseGroq | Subscribe | Follow


# From the server to the console.


class _Reply(msgspec.Struct, frozen=True, tag_field="is", omit_defaults=True):
    pass


class Greeting(_Reply, frozen=True, tag="greeting"):
    """The server's first line."""

    v: int
    version: str
    pid: int


class Rows(_Reply, frozen=True, tag="rows"):
    """The sessions asked for, by number."""

    id: Id
    rows: list[Row]


class StatusIs(_Reply, frozen=True, tag="status"):
    """The figures asked for."""

    id: Id
    status: Status


class Killed(_Reply, frozen=True, tag="killed"):
    """The session was ended."""

    id: Id
    sid: str
    number: int


class Reloaded(_Reply, frozen=True, tag="reloaded"):
    """Questions are answered from what was read now."""

    id: Id
    knowledge: OwnKnowledge


class Accepted(_Reply, frozen=True, tag="accepted"):
    """Done as asked."""

    id: Id


class Refused(_Reply, frozen=True, tag="refused"):
    """Not done; `text` says why in Spanish, `code` for programs.

    The codes: `no-session`, `bad-request`, `draining`, `no-knowledge` (no directory is set), `unreadable` (it is gone),
    `no-model` (there is no key).
    """

    id: Id
    code: str
    text: str


class Transcript(msgspec.Struct, frozen=True, omit_defaults=True):
    """Steps of the followed session, in order; with `reset` they start it anew."""

    sid: str
    steps: list[TranscriptStep]
    reset: bool = False


class Batch(_Reply, frozen=True, tag="batch"):
    """What changed since the last batch; `seq` grows by one each."""

    seq: int
    rows: list[Row] = []
    gone: list[str] = []
    transcript: Transcript | None = None
    figures: Status | None = None
    log: list[str] = []
    log_lost: int = 0


Reply = Greeting | Rows | StatusIs | Killed | Reloaded | Accepted | Refused | Batch

_encoder = msgspec.json.Encoder()
_request_decoder: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
_reply_decoder: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


# Nesting that is too deep is a RecursionError to msgspec, and no MsgspecError.
_UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)


class MalformedError(ValueError):
    """A line that is not a message of this protocol; the text may quote it, cleaned."""

    def __init__(self, error: Exception) -> None:
        super().__init__(shorten(str(error), 200))


def encode(message: Request | Reply) -> bytes:
    """Return the line of a message, with its line feed."""
    return _encoder.encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """Read a console's line. Raises MalformedError."""
    try:
        return _request_decoder.decode(line)
    except _UNREADABLE as error:
        raise MalformedError(error) from error


def decode_reply(line: bytes) -> Reply:
    """Read the server's line. Raises MalformedError."""
    try:
        return _reply_decoder.decode(line)
    except _UNREADABLE as error:
        raise MalformedError(error) from error
