"""The messages of the control door: scripts and consoles of other versions rely on what stands on the wire."""

from __future__ import annotations

import json
import random
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.wire import control
from ecobot_tui.wire.control import (
    Accepted,
    Batch,
    Begin,
    Follow,
    GetStatus,
    Greeting,
    Groq,
    GroqModel,
    Kill,
    Killed,
    ListSessions,
    MalformedError,
    OwnKnowledge,
    PauseGroq,
    Piece,
    Refused,
    Reload,
    Reloaded,
    Reply,
    Request,
    Row,
    Rows,
    Status,
    StatusIs,
    Stop,
    Subscribe,
    Told,
    Transcript,
    TranscriptStep,
    Turn,
)
from ecobot_tui.wire.vocabulary import ClientKind, Role, Route, SessionState
from tests.wire.promises import DEEP, answers, damaged, distorted, hostile_lines, tags, with_unknown_field

few = settings(max_examples=150, deadline=None)

ROW = Row(
    number=1,
    sid="91ab27ef",
    addr="127.0.0.1:53294",
    started="2026-01-02T03:04:05-03:00",
    last_seen="2026-01-02T03:05:05-03:00",
    state=SessionState.FREE,
    client=ClientKind.PLAIN,
    node="n",
)
ROW_LINE = (
    '{"number":1,"sid":"91ab27ef","addr":"127.0.0.1:53294","started":"2026-01-02T03:04:05-03:00",'
    '"last_seen":"2026-01-02T03:05:05-03:00","state":"libre","client":"telnet","node":"n","questions":0,"route":null,'
    '"last_question":""}'
)
STATUS = Status(
    pid=9,
    host="127.0.0.1",
    port=5001,
    sessions=2,
    started_at="2026-01-02T03:04:05-03:00",
    version="0.1",
    groq="off",
    store="memory",
    node="n",
    models=["a", "b"],
    concepts=60,
    questions=5,
    routes={"local": 4, "cálculo": 1},
)
STATUS_LINE = (
    '{"pid":9,"host":"127.0.0.1","port":5001,"sessions":2,"started_at":"2026-01-02T03:04:05-03:00","version":"0.1",'
    '"groq":"off","store":"memory","node":"n","models":["a","b"],"concepts":60,"questions":5,'
    '"routes":{"local":4,"cálculo":1},"draining":false,"knowledge":null,"llm":null}'
)
NO_KNOWLEDGE = '"knowledge":null'
GROQ = Groq(
    waiting=2,
    answers=5,
    tokens_in=100,
    dollars_today=0.25,
    models=[GroqModel(name="a", breaker="cerrado", in_flight=1, tokens_left=10, tokens_limit=8000, wait=3)],
)
GROQ_LINE = (
    '{"waiting":2,"answers":5,"tokens_in":100,"dollars_today":0.25,"models":[{"name":"a","breaker":"cerrado",'
    '"in_flight":1,"tokens_left":10,"tokens_limit":8000,"wait":3}]}'
)
TOLD = Told(model="a", tokens_in=10, tokens_out=5, dollars=0.5, first_ms=120, tools=["1 + 1 = 2"], unfounded=["7 %"])
TOLD_LINE = (
    '{"model":"a","tokens_in":10,"tokens_out":5,"dollars":0.5,"first_ms":120,"tools":["1 + 1 = 2"],"unfounded":["7 %"]}'
)
OWN = OwnKnowledge(directory="/d", concepts=3, problems=["a.md, línea 2: mal."])
OWN_LINE = '{"directory":"/d","concepts":3,"problems":["a.md, línea 2: mal."]}'
STEPS: list[TranscriptStep] = [
    Turn(role=Role.USER, text="¿PBI?", at="t"),
    Begin(route=Route.GROQ, reason="r"),
    Piece(text="El "),
    Turn(role=Role.ASSISTANT, text="El", at="t", route=Route.GROQ, reason="r", ms=3, partial=True, told=TOLD),
]
STEPS_LINE = (
    '[{"step":"turn","role":"user","text":"¿PBI?","at":"t"},{"step":"begin","route":"groq","reason":"r"},'
    '{"step":"piece","text":"El "},{"step":"turn","role":"assistant","text":"El","at":"t","route":"groq","reason":"r",'
    f'"ms":3,"partial":true,"told":{TOLD_LINE}}}]'
)

REQUEST_LINES: list[tuple[Request, str]] = [
    (ListSessions(id=1), '{"op":"list","id":1}'),
    (GetStatus(id=1), '{"op":"status","id":1}'),
    (Kill(id=1, sid="91ab27ef"), '{"op":"kill","id":1,"sid":"91ab27ef"}'),
    (Kill(id=1, sid="91ab27ef", reason="r"), '{"op":"kill","id":1,"sid":"91ab27ef","reason":"r"}'),
    (Stop(id=1), '{"op":"stop","id":1}'),
    (Reload(id=1), '{"op":"reload","id":1}'),
    (PauseGroq(id=1, paused=False), '{"op":"groq","id":1,"paused":false}'),
    (PauseGroq(id=1), '{"op":"groq","id":1}'),
    (Subscribe(id=1), '{"op":"subscribe","id":1}'),
    (Follow(id=1), '{"op":"follow","id":1}'),
    (Follow(id=1, sid="91ab27ef"), '{"op":"follow","id":1,"sid":"91ab27ef"}'),
]
REPLY_LINES: list[tuple[Reply, str]] = [
    (Greeting(v=1, version="0.1", pid=9), '{"is":"greeting","v":1,"version":"0.1","pid":9}'),
    (Rows(id=1, rows=[ROW]), f'{{"is":"rows","id":1,"rows":[{ROW_LINE}]}}'),
    (StatusIs(id=1, status=STATUS), f'{{"is":"status","id":1,"status":{STATUS_LINE}}}'),
    (
        StatusIs(id=1, status=msgspec.structs.replace(STATUS, knowledge=OWN)),
        f'{{"is":"status","id":1,"status":{STATUS_LINE.replace(NO_KNOWLEDGE, NO_KNOWLEDGE[:-4] + OWN_LINE)}}}',
    ),
    (
        StatusIs(id=1, status=msgspec.structs.replace(STATUS, llm=GROQ)),
        f'{{"is":"status","id":1,"status":{STATUS_LINE.replace("null}", GROQ_LINE + "}")}}}',
    ),
    (Reloaded(id=1, knowledge=OWN), f'{{"is":"reloaded","id":1,"knowledge":{OWN_LINE}}}'),
    (Killed(id=1, sid="91ab27ef", number=3), '{"is":"killed","id":1,"sid":"91ab27ef","number":3}'),
    (Accepted(id=1), '{"is":"accepted","id":1}'),
    (Refused(id=1, code="no-session", text="No"), '{"is":"refused","id":1,"code":"no-session","text":"No"}'),
    (Batch(seq=1), '{"is":"batch","seq":1}'),
    (
        Batch(seq=2, rows=[ROW], gone=["aa"], figures=STATUS, log=["x"], log_lost=4),
        f'{{"is":"batch","seq":2,"rows":[{ROW_LINE}],"gone":["aa"],"figures":{STATUS_LINE},"log":["x"],"log_lost":4}}',
    ),
    (
        Batch(seq=3, transcript=Transcript(sid="aa", steps=STEPS, reset=True)),
        f'{{"is":"batch","seq":3,"transcript":{{"sid":"aa","steps":{STEPS_LINE},"reset":true}}}}',
    ),
]
ALL_LINES = [(control.decode_request, message, line) for message, line in REQUEST_LINES] + [
    (control.decode_reply, message, line) for message, line in REPLY_LINES
]


@pytest.mark.parametrize(("decode", "message", "line"), ALL_LINES, ids=lambda value: type(value).__name__)
def test_a_message_is_this_json_and_nothing_else(decode, message, line: str) -> None:
    assert control.encode(message) == line.encode() + b"\n"
    assert decode(line.encode()) == message
    assert decode(with_unknown_field(line.encode())) == message


@pytest.mark.parametrize(
    ("union", "field", "lines"),
    [(Request, "op", REQUEST_LINES), (Reply, "is", REPLY_LINES)],
    ids=["requests", "replies"],
)
def test_every_message_has_its_line_here(union, field: str, lines) -> None:
    assert tags(get_args(union)) == {json.loads(line)[field] for _, line in lines}


def test_every_step_has_its_line_here() -> None:
    assert tags(get_args(TranscriptStep)) == {step["step"] for step in json.loads(STEPS_LINE)}


@pytest.mark.parametrize("words", [SessionState, ClientKind, Role])
def test_the_words_of_the_vocabulary_stay(words) -> None:
    promised = {
        SessionState: {"libre", "pensando", "respondiendo"},
        ClientKind: {"telnet", "ecobot-chat"},
        Role: {"user", "assistant"},
    }
    assert {str(word) for word in words} == promised[words]


def test_a_follow_of_nobody_may_say_null() -> None:
    assert control.decode_request(b'{"op":"follow","id":1,"sid":null}') == Follow(id=1, sid=None)


HOSTILE = hostile_lines("op") | {f"{name}, as a reply": line for name, line in hostile_lines("is").items()}
OWN_HOSTILE = {
    "deep in a field that nobody knows": b'{"op":"list","id":1,"x":' + b"[" * DEEP,
    "deep in a reply's field": b'{"is":"accepted","id":1,"x":' + b'{"a":' * DEEP,
    "deep steps": b'{"is":"batch","seq":1,"transcript":{"sid":"a","steps":' + b"[" * DEEP,
    "an id that no JSON reader holds": b'{"op":"list","id":9007199254740992}',
    "an id of thousands of digits": b'{"op":"list","id":' + b"9" * 9000 + b"}",
    "a negative id": b'{"op":"stop","id":-1}',
    "no id": b'{"op":"stop"}',
    "a sid that is a number": b'{"op":"kill","id":1,"sid":12345678}',
    "a state of tomorrow": f'{{"is":"rows","id":1,"rows":[{ROW_LINE.replace("libre", "durmiendo")}]}}'.encode(),
    "an op that would clear the screen": b'{"op":"\\u001b[2J\\u202e\\n"}',
}


@pytest.mark.parametrize("line", [*HOSTILE.values(), *OWN_HOSTILE.values()], ids=[*HOSTILE, *OWN_HOSTILE])
@pytest.mark.parametrize("decode", [control.decode_request, control.decode_reply])
def test_a_hostile_line_is_malformed_and_nothing_worse(decode, line: bytes) -> None:
    assert not answers(decode, line, MalformedError)


@given(st.binary(max_size=60))
@few
def test_random_bytes_are_malformed_at_worst(line: bytes) -> None:
    answers(control.decode_request, line, MalformedError)
    answers(control.decode_reply, line, MalformedError)


@given(st.sampled_from(ALL_LINES), st.randoms(use_true_random=False))
@few
def test_a_damaged_message_is_malformed_at_worst(case, chance: random.Random) -> None:
    decode, message, line = case
    answers(decode, damaged(line.encode(), chance), MalformedError)
    answers(decode, distorted(message, chance), MalformedError)


@given(st.integers(0, 2**53 - 1), st.text(st.characters(codec="utf-8")))
@few
def test_what_is_said_arrives_on_one_line(number: int, text: str) -> None:
    steps: list[TranscriptStep] = [Piece(text=text), Turn(role=Role.USER, text=text, at=text)]
    for decode, message in (
        (control.decode_request, Kill(id=number, sid=text, reason=text)),
        (control.decode_reply, Batch(seq=number, log=[text], transcript=Transcript(sid=text, steps=steps))),
    ):
        line = control.encode(message)
        assert line.count(b"\n") == 1
        assert decode(line.removesuffix(b"\n")) == message
