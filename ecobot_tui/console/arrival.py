"""The server's messages as the console takes them: decoded, and every text in them cleaned, once.

The server cleans what its users send, but a console must not depend on that: a row's address or a log line that came
through another way would reach the operator's terminal as it is.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from ecobot_tui.console.faults import ForeignDoorError, OtherVersionError, RefusedError
from ecobot_tui.text import clean, clean_line
from ecobot_tui.wire import control

# The texts that keep their line breaks; all others are one line.
_PARAGRAPHS = frozenset({(control.Turn, "text"), (control.Piece, "text")})

S = TypeVar("S", bound=msgspec.Struct)
R = TypeVar("R")


def receive(line: bytes) -> control.Reply:
    """Return the message of a line, cleaned. Raises ForeignDoorError."""
    try:
        reply = control.decode_reply(line)
    except control.MalformedError as error:
        raise ForeignDoorError(str(error)) from error
    return cleaned(reply)


def greeting_of(line: bytes) -> control.Greeting:
    """Return the server's first message. Raises ForeignDoorError, OtherVersionError."""
    reply = receive(line)
    if not isinstance(reply, control.Greeting):
        raise ForeignDoorError("no saludó")
    if reply.v != control.VERSION:
        raise OtherVersionError(reply.v, control.VERSION, reply.version)
    return reply


def answer(reply: control.Reply, expected: type[R]) -> R:
    """Return `reply` if it is what was asked for. Raises RefusedError, ForeignDoorError."""
    if isinstance(reply, expected):
        return reply
    if isinstance(reply, control.Refused):
        raise RefusedError(reply.code, reply.text)
    raise ForeignDoorError(f"se esperaba {expected.__name__} y llegó {type(reply).__name__}")


def cleaned(struct: S) -> S:
    """Return `struct` with every text in it cleaned; itself where there was nothing to clean."""
    changes: dict[str, Any] = {}
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        fresh = clean(value) if (type(struct), name) in _PARAGRAPHS else _cleaned_value(value)
        if fresh is not value:
            changes[name] = fresh
    return msgspec.structs.replace(struct, **changes) if changes else struct


def _cleaned_value(value: Any) -> Any:
    # The type itself is compared, not isinstance: members of the vocabulary are strings too, and are ours.
    if type(value) is str:
        fresh = clean_line(value)
        return value if fresh == value else fresh
    if isinstance(value, msgspec.Struct):
        return cleaned(value)
    if type(value) is list:
        items = [_cleaned_value(item) for item in value]
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if type(value) is dict:
        return {clean_line(key): _cleaned_value(item) for key, item in value.items()}
    return value
