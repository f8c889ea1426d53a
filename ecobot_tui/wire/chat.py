"""What ecobot-chat and the server say to each other, on the same port as plain telnet.

Rules
1. The server greets in text, as it greets everyone. The client's first line is `@ecobot ` and a `Hello`; it may be sent
   without waiting for the greeting.
2. From the server's `Welcome` on, both sides speak UTF-8 JSON, one object a line, at most 64 KiB. What stands before
   the first line that starts with `{"t":"welcome"` is the greeting, and the client drops it.
3. Every `Ask` is acknowledged (`Ack`) when it is taken, then answered by a `Begin`, any number of `Delta` and one
   `Done` with the same id; or refused by one `Error` with that id. Ids grow; an id that was taken
   before is not taken again.
4. `Prompt` says that the server is ready for the next question.
5. `Kicked` is the last message of a session that the server ends. Unknown fields are ignored by both sides; an unknown
   type is answered with an `Error`, and the fifth ends the session.

6. A `Done` may carry a chart: then the answer's text is its drawing and its notes for a terminal, and a client may
   show the data instead, at its own width. The server sends it `bounded`, so that the line keeps to its limit.

`off` counts characters of the answer so far, so that a client sees at once when it missed a piece.
"""

from __future__ import annotations

import msgspec

from ecobot_tui.plot.chart import Chart
from ecobot_tui.text import shorten
from ecobot_tui.wire.vocabulary import Ending, Id, Route

VERSION = 1
HELLO_PREFIX = "@ecobot "
WELCOME_START = b'{"t":"welcome"'
LINE_LIMIT = 64 * 1024


class _Message(msgspec.Struct, frozen=True, tag_field="t", omit_defaults=True):
    pass


# From the client to the server.


class Hello(_Message, frozen=True, tag="hello"):
    """The first line: the protocol's version and the program that speaks."""

    v: int
    app: str = ""
    resume: str | None = None


class Ask(_Message, frozen=True, tag="ask"):
    """A question; `id` is the client's own, growing."""

    id: Id
    text: str


class Cancel(_Message, frozen=True, tag="cancel"):
    """Stop answering the question `id`; what was said of it stays."""

    id: Id


class Pong(_Message, frozen=True, tag="pong"):
    """The answer to a `Ping`."""

    k: Id


class Bye(_Message, frozen=True, tag="bye"):
    """The user leaves."""


ClientMessage = Ask | Cancel | Pong | Bye


# From the server to the client.


class Limits(msgspec.Struct, frozen=True):
    """What the server accepts: bytes a question line, questions that may wait."""

    line: int
    waiting: int


class Welcome(_Message, frozen=True, tag="welcome"):
    """The session is open and speaks JSON from here on."""

    v: int
    n: int
    sid: str
    srv: str
    lim: Limits
    groq: bool = False
    resume: str | None = None


class Prompt(_Message, frozen=True, tag="prompt"):
    """Ready for the next question."""


class Ack(_Message, frozen=True, tag="ack"):
    """The question is taken; `ahead` others of this session are answered before it."""

    id: Id
    ahead: int = 0


class Begin(_Message, frozen=True, tag="begin"):
    """The answer to question `id` begins: by which route, and why. Answers of the route `groq` are Markdown."""

    id: Id
    route: Route
    reason: str = ""


class Delta(_Message, frozen=True, tag="delta"):
    """A piece of the answer to question `id`, from character `off` on."""

    id: Id
    off: int
    s: str


class Done(_Message, frozen=True, tag="done"):
    """The answer is over: how, by which route and why, from what source, in how many milliseconds; and its chart."""

    id: Id
    why: Ending
    ms: int
    route: Route
    reason: str = ""
    source: str = ""
    model: str = ""
    tokens: int = 0
    chart: Chart | None = None


class Notice(_Message, frozen=True, tag="notice"):
    """A sentence of the server to the user, outside any answer."""

    text: str


class Kicked(_Message, frozen=True, tag="kicked"):
    """The last message: why the server ends the session (a `Dismissal`, or a newer one's own); `retry`: come back."""

    why: str
    text: str
    retry: bool = False


class Error(_Message, frozen=True, tag="error"):
    """Something could not be taken; `code` for programs, `text` for people."""

    code: str
    text: str
    id: Id | None = None


class Ping(_Message, frozen=True, tag="ping"):
    """Are you there? Answer with a `Pong` of the same `k`."""

    k: Id


ServerMessage = Welcome | Prompt | Ack | Begin | Delta | Done | Notice | Kicked | Error | Ping

_encoder = msgspec.json.Encoder()
_hello_decoder = msgspec.json.Decoder(Hello)
_client_decoder: msgspec.json.Decoder[ClientMessage] = msgspec.json.Decoder(ClientMessage)
_server_decoder: msgspec.json.Decoder[ServerMessage] = msgspec.json.Decoder(ServerMessage)


# Nesting that is too deep is a RecursionError to msgspec, and no MsgspecError.
_UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)


class MalformedError(ValueError):
    """A line that is not a message of this protocol; the text may quote it, cleaned."""

    def __init__(self, error: Exception) -> None:
        super().__init__(shorten(str(error), 200))


def encode(message: ClientMessage | ServerMessage) -> bytes:
    """Return the line of a message, with its line feed."""
    return _encoder.encode(message) + b"\n"


def encode_hello(hello: Hello) -> bytes:
    """Return the client's first line."""
    return HELLO_PREFIX.encode() + _encoder.encode(hello) + b"\n"


def decode_hello(line: str) -> Hello:
    """Read the client's first line, `HELLO_PREFIX` included. Raises MalformedError."""
    try:
        return _hello_decoder.decode(line.removeprefix(HELLO_PREFIX))
    except _UNREADABLE as error:
        raise MalformedError(error) from error


def decode_client(line: bytes) -> ClientMessage:
    """Read a line of the client after its hello. Raises MalformedError."""
    try:
        return _client_decoder.decode(line)
    except _UNREADABLE as error:
        raise MalformedError(error) from error


def decode_server(line: bytes) -> ServerMessage:
    """Read a line of the server from its welcome on. Raises MalformedError."""
    try:
        return _server_decoder.decode(line)
    except _UNREADABLE as error:
        raise MalformedError(error) from error
