"""The messages of ecobot-chat: what stands on the wire is a promise to whoever writes another client."""

from __future__ import annotations

import json
import random
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.plot.chart import Chart, Mark, Series
from ecobot_tui.wire import chat
from ecobot_tui.wire.chat import (
    Ack,
    Ask,
    Begin,
    Bye,
    Cancel,
    ClientMessage,
    Delta,
    Done,
    Error,
    Hello,
    Kicked,
    Limits,
    MalformedError,
    Notice,
    Ping,
    Pong,
    Prompt,
    ServerMessage,
    Welcome,
)
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.wire.promises import DEEP, answers, damaged, distorted, hostile_lines, tags, with_unknown_field

few = settings(max_examples=150, deadline=None)

CLIENT_LINES: list[tuple[ClientMessage, str]] = [
    (Ask(id=1, text="¿Qué es el PBI?"), '{"t":"ask","id":1,"text":"¿Qué es el PBI?"}'),
    (Cancel(id=1), '{"t":"cancel","id":1}'),
    (Pong(k=7), '{"t":"pong","k":7}'),
    (Bye(), '{"t":"bye"}'),
]

WELCOME = Welcome(v=1, n=3, sid="91ab27ef", srv="ecobot/0.1", lim=Limits(line=4096, waiting=3))
WELCOME_LINE = (
    '{"t":"welcome","v":1,"n":3,"sid":"91ab27ef","srv":"ecobot/0.1","lim":{"line":4096,"waiting":3}'
)  # fmt: skip

CHART = Chart(
    title="Demanda",
    x_label="Q",
    y_label="P",
    series=(Series("D", ((0.0, 1.5), (2.0, 0.0))),),
    marks=(Mark((1.0, 0.75), "E"), Mark((2.0, 0.0), "F", guides=True)),
    notes=("Una nota.",),
)

SERVER_LINES: list[tuple[ServerMessage, str]] = [
    (WELCOME, WELCOME_LINE + "}"),
    (
        Welcome(v=1, n=3, sid="91ab27ef", srv="ecobot/0.1", lim=Limits(4096, 3), groq=True, resume="x"),
        WELCOME_LINE + ',"groq":true,"resume":"x"}',
    ),
    (Prompt(), '{"t":"prompt"}'),
    (Ack(id=1), '{"t":"ack","id":1}'),
    (Ack(id=1, ahead=2), '{"t":"ack","id":1,"ahead":2}'),
    (Begin(id=1, route=Route.GROQ, reason="r"), '{"t":"begin","id":1,"route":"groq","reason":"r"}'),
    (Delta(id=1, off=0, s="El PBI\n"), '{"t":"delta","id":1,"off":0,"s":"El PBI\\n"}'),
    (
        Done(id=1, why=Ending.COMPLETE, ms=12, route=Route.CALCULATION),
        '{"t":"done","id":1,"why":"fin","ms":12,"route":"cálculo"}',
    ),
    (
        Done(id=1, why=Ending.FAILED, ms=1, route=Route.GROQ, reason="r", source="s", model="m", tokens=9),
        '{"t":"done","id":1,"why":"error","ms":1,"route":"groq","reason":"r","source":"s","model":"m","tokens":9}',
    ),
    (
        Done(id=1, why=Ending.COMPLETE, ms=1, route=Route.CALCULATION, chart=CHART),
        '{"t":"done","id":1,"why":"fin","ms":1,"route":"cálculo","chart":{"title":"Demanda","x_label":"Q","y_label":"P",'
        '"series":[{"name":"D","points":[[0.0,1.5],[2.0,0.0]]}],'
        '"marks":[{"point":[1.0,0.75],"label":"E"},{"point":[2.0,0.0],"label":"F","guides":true}],'
        '"notes":["Una nota."]}}',
    ),
    (Notice(text="Atención"), '{"t":"notice","text":"Atención"}'),
    (Kicked(why="admin", text="Chau"), '{"t":"kicked","why":"admin","text":"Chau"}'),
    (Kicked(why="w", text="t", retry=True), '{"t":"kicked","why":"w","text":"t","retry":true}'),
    (Error(code="ocupado", text="Esperá"), '{"t":"error","code":"ocupado","text":"Esperá"}'),
    (Error(code="c", text="t", id=4), '{"t":"error","code":"c","text":"t","id":4}'),
    (Ping(k=7), '{"t":"ping","k":7}'),
]

ALL_LINES = [(chat.decode_client, message, line) for message, line in CLIENT_LINES] + [
    (chat.decode_server, message, line) for message, line in SERVER_LINES
]


@pytest.mark.parametrize(("decode", "message", "line"), ALL_LINES, ids=lambda value: type(value).__name__)
def test_a_message_is_this_json_and_nothing_else(decode, message, line: str) -> None:
    assert chat.encode(message) == line.encode() + b"\n"
    assert decode(line.encode()) == message
    assert decode(with_unknown_field(line.encode())) == message


@pytest.mark.parametrize(("union", "lines"), [(ClientMessage, CLIENT_LINES), (ServerMessage, SERVER_LINES)])
def test_every_message_has_its_line_here(union, lines) -> None:
    assert tags(get_args(union)) == {json.loads(line)["t"] for _, line in lines}


def test_the_words_of_routes_and_endings_stay() -> None:
    assert [str(route) for route in Route][:4] == ["local", "cálculo", "groq", "guía"]
    assert {str(ending) for ending in Ending} == {"fin", "cancel", "limite", "error"}


def test_the_welcome_starts_with_the_bytes_by_which_a_client_finds_it() -> None:
    assert chat.encode(WELCOME).startswith(b'{"t":"welcome"')
    assert chat.WELCOME_START == b'{"t":"welcome"'


@pytest.mark.parametrize(
    ("hello", "line"),
    [
        (Hello(v=1), '@ecobot {"t":"hello","v":1}'),
        (Hello(v=1, app="a/1", resume="tok"), '@ecobot {"t":"hello","v":1,"app":"a/1","resume":"tok"}'),
    ],
)
def test_the_hello_is_this_line(hello: Hello, line: str) -> None:
    assert chat.encode_hello(hello) == line.encode() + b"\n"
    assert chat.decode_hello(line) == hello
    assert chat.decode_hello(with_unknown_field(line.encode()).decode()) == hello


def test_a_client_that_knows_no_charts_reads_the_rest() -> None:
    class OldDone(msgspec.Struct, tag_field="t", tag="done"):
        id: int
        why: Ending

    line = chat.encode(Done(id=1, why=Ending.COMPLETE, ms=1, route=Route.CALCULATION, chart=CHART))
    assert msgspec.json.decode(line, type=OldDone) == OldDone(1, Ending.COMPLETE)


def test_a_chart_of_tomorrow_is_still_a_chart() -> None:
    line = chat.encode(Done(id=1, why=Ending.COMPLETE, ms=1, route=Route.CALCULATION, chart=CHART))
    grown = line.replace(b'"title"', b'"z":[1],"title"').replace(b'"name"', b'"dashed":true,"name"')
    assert grown.count(b"dashed") == 1
    assert chat.decode_server(grown) == chat.decode_server(line)


def test_a_line_never_holds_a_line_feed_of_its_text() -> None:
    line = chat.encode(Delta(id=1, off=0, s="uno\r\ndos\u2028\x1b\0"))
    assert line.count(b"\n") == 1
    assert b"\x1b" not in line
    assert b"\0" not in line


HOSTILE = hostile_lines("t")
OWN_HOSTILE = {
    "deep in a field that nobody knows": b'{"t":"bye","x":' + b"[" * DEEP,
    "deep and whole": b'{"t":"bye","x":' + b"[" * DEEP + b"]" * DEEP + b"}",
    "deep objects in a field": b'{"t":"ping","k":1,"x":' + b'{"a":' * DEEP,
    "an id that no JSON reader holds": b'{"t":"ask","id":9007199254740992,"text":"a"}',
    "an id of hundreds of digits": b'{"t":"ask","text":"a","id":' + b"9" * 400 + b"}",
    "an id of thousands of digits": b'{"t":"ask","text":"a","id":' + b"9" * 9000 + b"}",
    "a negative id": b'{"t":"cancel","id":-1}',
    "an id as text": b'{"t":"ask","id":"1","text":"a"}',
    "an id with a fraction": b'{"t":"ask","id":1.5,"text":"a"}',
    "true for an id": b'{"t":"ask","id":true,"text":"a"}',
    "a text that is null": b'{"t":"ask","id":1,"text":null}',
    "a surrogate in the text": b'{"t":"ask","id":1,"text":"\\udc80\\ud800"}',
    "a tag that would clear the screen": b'{"t":"\\u001b[2J\\u202e\\n"}',
}


@pytest.mark.parametrize("line", [*HOSTILE.values(), *OWN_HOSTILE.values()], ids=[*HOSTILE, *OWN_HOSTILE])
@pytest.mark.parametrize("decode", [chat.decode_client, chat.decode_server])
def test_a_hostile_line_is_malformed_and_nothing_worse(decode, line: bytes) -> None:
    assert not answers(decode, line, MalformedError)


@pytest.mark.parametrize("line", [*HOSTILE.values(), *OWN_HOSTILE.values()], ids=[*HOSTILE, *OWN_HOSTILE])
def test_a_hostile_hello_is_malformed_and_nothing_worse(line: bytes) -> None:
    text = line.replace(b'"bye"', b'"hello","v":1').decode(errors="surrogateescape")
    assert not answers(chat.decode_hello, chat.HELLO_PREFIX + text, MalformedError)


@given(st.binary(max_size=60))
@few
def test_random_bytes_are_malformed_at_worst(line: bytes) -> None:
    answers(chat.decode_client, line, MalformedError)
    answers(chat.decode_server, line, MalformedError)
    answers(chat.decode_hello, line.decode("latin-1"), MalformedError)


@given(st.sampled_from(ALL_LINES), st.randoms(use_true_random=False))
@few
def test_a_damaged_message_is_malformed_at_worst(case, chance: random.Random) -> None:
    decode, message, line = case
    answers(decode, damaged(line.encode(), chance), MalformedError)
    answers(decode, distorted(message, chance), MalformedError)


@given(st.integers(0, 2**53 - 1), st.text(st.characters(codec="utf-8")))
@few
def test_what_is_said_arrives(number: int, text: str) -> None:
    for decode, message in (
        (chat.decode_client, Ask(id=number, text=text)),
        (chat.decode_server, Delta(id=number, off=number, s=text)),
        (chat.decode_server, Error(code=text, text=text, id=number)),
    ):
        line = chat.encode(message)
        assert decode(line.removesuffix(b"\n")) == message


@given(st.integers(0, 9), st.text(st.characters(codec="utf-8"), max_size=30), st.none() | st.text(max_size=9))
@few
def test_a_hello_arrives(version: int, app: str, resume: str | None) -> None:
    hello = Hello(v=version, app=app, resume=resume)
    assert chat.decode_hello(chat.encode_hello(hello).decode().removesuffix("\n")) == hello
