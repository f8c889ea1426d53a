"""Hostile lines, and how a protocol is held to its promises; chat and control share them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from ecobot_tui.text import clean_line

DEEP = 200_000

# `%s` is where the tag of a real message goes.
HOSTILE = {
    "empty": b"",
    "blank": b"   ",
    "no JSON": b"hola",
    "half a message": b'{"%s',
    "two messages": b"{}{}",
    "null": b"null",
    "a number": b"1",
    "a list": b"[]",
    "no tag": b'{"id":1}',
    "an unknown tag": b'{%s:"nadie"}',
    "a tag of another type": b"{%s:7}",
    "not UTF-8": b'{%s:"\xff\xfe"}',
    "a lone surrogate": b'{%s:"\\ud800"}',
    "a raw control character": b'{%s:"\x1b[2J"}',
    "a NUL behind": b"{}\x00",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "NaN": b"NaN",
    "deep lists": b"[" * DEEP,
    "deep objects": b'{"a":' * DEEP,
    "telnet": b"\xff\xf4\xff\xfd\x06",
}


def hostile_lines(tag: str) -> dict[str, bytes]:
    """Return the hostile lines for a protocol whose tag field is `tag`."""
    return {name: line.replace(b"%s", f'"{tag}"'.encode()) for name, line in HOSTILE.items()}


def damaged(line: bytes, chance: random.Random) -> bytes:
    """Return `line` with a few of its bytes changed, dropped, doubled or put in."""
    data = bytearray(line)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 5)]
            case 2:
                data[at:at] = data[at : at + 8]
            case _:
                data[at:at] = chance.choice([b'"', b"{", b"[", b"\\u", b"\\ud800", b"null", b"-1", b"1e999", b"9" * 50])
    return bytes(data)


def distorted(message: msgspec.Struct, chance: random.Random) -> bytes:
    """Return the JSON of `message` with one of its fields of the wrong kind, or gone."""
    fields: dict[str, Any] = json.loads(msgspec.json.encode(message))
    name = chance.choice(sorted(fields))
    if chance.random() < 0.2:
        del fields[name]
    else:
        fields[name] = chance.choice([None, True, -1, 1.5, 10**30, "", "\x1b[2J", [], {}, [[]], {"t": 1}])
    return json.dumps(fields).encode()


def answers(decode: Callable[[Any], object], line: object, malformed: type[Exception]) -> bool:
    """Return whether `line` is a message to `decode`; any exception but `malformed` passes through."""
    try:
        decode(line)
    except malformed as error:
        said = str(error)
    else:
        return True
    # It may quote the line, and stands in logs and on screens.
    assert said == clean_line(said)
    return False


def with_unknown_field(line: bytes) -> bytes:
    """Return the message with a field of tomorrow in it."""
    return line.rstrip(b"\n")[:-1] + b',"zz_tomorrow":{"a":[1,null,"x"]}}'


def tags(union: Sequence[type[msgspec.Struct]]) -> set[str]:
    """Return the tags of these messages."""
    return {str(member.__struct_config__.tag) for member in union}
