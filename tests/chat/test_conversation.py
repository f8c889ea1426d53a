"""The client's end of the protocol, as dialogues: what the server says, what the client makes of it."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.chat.conversation import (
    UNREADABLE_LIMIT,
    WELCOME_WITHIN,
    Conversation,
    NotOpenError,
    QuestionTooLongError,
)
from ecobot_tui.chat.events import (
    Begun,
    Broken,
    Closed,
    Event,
    Farewell,
    Finished,
    Gap,
    Kicked,
    Lost,
    Noticed,
    NotStructured,
    Piece,
    Ready,
    Refused,
    Taken,
    TurnedAway,
    Unreadable,
    Welcomed,
)
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.chat.scripted_server import GREETING, WELCOME, done

OPENING = GREETING + b"\r\n" + chat.encode(WELCOME)
HOSTILE = "[/x] [@click=app.quit]x[/] \x1b[2J\x1b]52;c;aG9sYQ==\x07\u202eabc\x9b31m"


def lines(*messages: chat.ServerMessage) -> bytes:
    return b"".join(chat.encode(message) for message in messages)


def sent(conversation: Conversation) -> list[dict[str, object]]:
    return [json.loads(line) for line in conversation.bytes_to_send().splitlines()]


def opened() -> Conversation:
    conversation = Conversation(opened=0.0)
    list(conversation.receive(OPENING))
    conversation.bytes_to_send()
    return conversation


def test_the_hello_goes_first_and_the_greeting_is_dropped() -> None:
    conversation = Conversation(opened=0.0, app="ecobot-chat/1")
    assert conversation.bytes_to_send() == b'@ecobot {"t":"hello","v":1,"app":"ecobot-chat/1"}\n'
    assert conversation.bytes_to_send() == b""
    assert list(conversation.receive(OPENING)) == [
        Welcomed(number=3, sid="91ab27ef", server="ecobot/0.1", groq=False, line_limit=4096, resume=None)
    ]


def test_an_answer_from_question_to_end() -> None:
    conversation = opened()
    assert list(conversation.receive(lines(chat.Prompt()))) == [Ready()]
    assert conversation.ready
    asked = conversation.ask("¿qué es el PBI?")
    assert sent(conversation) == [{"t": "ask", "id": 1, "text": "¿qué es el PBI?"}]
    assert conversation.unfinished == (asked,)
    events = list(
        conversation.receive(
            lines(
                chat.Ack(1, ahead=2),
                chat.Begin(1, Route.LOCAL, "concepto conocido"),
                chat.Delta(1, 0, "El PBI "),
                chat.Delta(1, 7, "es 📈…"),
                chat.Done(1, Ending.COMPLETE, 3, Route.LOCAL, reason="concepto conocido", source="PBI"),
            )
        )
    )
    assert events == [
        Taken(1, 2),
        Begun(1, Route.LOCAL, "concepto conocido"),
        Piece(1, "El PBI "),
        Piece(1, "es 📈…"),
        Finished(
            1,
            "El PBI es 📈…",
            Ending.COMPLETE,
            3,
            Route.LOCAL,
            "concepto conocido",
            "PBI",
            model="",
            tokens=0,
            whole=True,
        ),
    ]
    assert not conversation.ready
    assert conversation.unfinished == ()


def test_ids_grow_and_answers_do_not_mix() -> None:
    conversation = opened()
    assert [conversation.ask("a"), conversation.ask("b")] == [1, 2]
    events = list(
        conversation.receive(
            lines(chat.Delta(1, 0, "A"), done(1), chat.Delta(2, 0, "B"), done(2)),
        )
    )
    assert [event.text for event in events if isinstance(event, Finished)] == ["A", "B"]


def test_a_ping_is_answered() -> None:
    conversation = opened()
    assert list(conversation.receive(lines(chat.Ping(7)))) == []
    assert sent(conversation) == [{"t": "pong", "k": 7}]


def test_a_cancel_goes_out_once_and_the_partial_answer_stays() -> None:
    conversation = opened()
    asked = conversation.ask("largo")
    list(conversation.receive(lines(chat.Ack(1), chat.Delta(1, 0, "Empiezo"))))
    conversation.bytes_to_send()
    assert conversation.cancel(asked)
    assert sent(conversation) == [{"t": "cancel", "id": 1}]
    (finished,) = conversation.receive(lines(done(1, why=Ending.CANCELLED)))
    assert isinstance(finished, Finished)
    assert (finished.text, finished.ending) == ("Empiezo", Ending.CANCELLED)
    assert not conversation.cancel(asked)
    assert sent(conversation) == []


@pytest.mark.parametrize("began", [2, 9])
def test_a_missing_or_repeated_piece_is_told(began: int) -> None:
    conversation = opened()
    conversation.ask("x")
    events = list(conversation.receive(lines(chat.Delta(1, 0, "hola"), chat.Delta(1, began, "mundo"), done(1))))
    assert Gap(1, expected=4, began=began) in events
    assert isinstance(events[-1], Finished)
    assert not events[-1].whole


def test_offsets_count_what_was_sent_not_what_was_left_after_cleaning() -> None:
    conversation = opened()
    conversation.ask("x")
    first = "a\x1b[2Jb"
    events = list(conversation.receive(lines(chat.Delta(1, 0, first), chat.Delta(1, len(first), "c"), done(1))))
    assert not [event for event in events if isinstance(event, Gap)]
    assert isinstance(events[-1], Finished)
    assert events[-1].text == "abc"


def test_a_refused_question_is_closed() -> None:
    conversation = opened()
    conversation.ask("x")
    assert list(conversation.receive(lines(chat.Error("ocupado", "EcoBot está ocupado.", 1)))) == [
        Refused(1, "ocupado", "EcoBot está ocupado.")
    ]
    assert conversation.unfinished == ()


def test_a_refusal_of_no_question() -> None:
    assert list(opened().receive(lines(chat.Error("mal_json", "¿Qué?")))) == [Refused(None, "mal_json", "¿Qué?")]


def test_everything_that_is_shown_is_clean() -> None:
    conversation = Conversation(opened=0.0)
    welcome = chat.Welcome(v=1, n=3, sid=HOSTILE, srv=HOSTILE, lim=WELCOME.lim)
    events = list(conversation.receive(lines(welcome)))
    conversation.ask("x")
    events += conversation.receive(
        lines(
            chat.Begin(1, Route.GROQ, HOSTILE),
            chat.Delta(1, 0, HOSTILE),
            chat.Done(1, Ending.COMPLETE, 1, Route.GROQ, HOSTILE, HOSTILE, HOSTILE),
            chat.Notice(HOSTILE),
            chat.Error(HOSTILE, HOSTILE),
            chat.Kicked(HOSTILE, HOSTILE),
        )
    )
    assert len(events) == 7
    for forbidden in "\x1b\x9b\x07\u202e":
        assert forbidden not in "".join(str(value) for event in events for value in _values(event))


def _values(event: Event) -> list[object]:
    return [getattr(event, name) for name in type(event).__slots__]


def test_a_question_that_is_too_long_is_not_sent() -> None:
    conversation = opened()
    conversation.ask("á" * 2048)
    with pytest.raises(QuestionTooLongError) as caught:
        conversation.ask("á" * 2049)
    assert caught.value.limit == 4096
    assert len(sent(conversation)) == 1


def test_what_is_asked_is_clean_too() -> None:
    conversation = opened()
    conversation.ask("a\x1b[2Jb\ud800")
    assert sent(conversation) == [{"t": "ask", "id": 1, "text": "ab"}]


def test_nothing_is_asked_before_the_welcome_nor_after_the_goodbye() -> None:
    conversation = Conversation(opened=0.0)
    with pytest.raises(NotOpenError):
        conversation.ask("x")
    conversation = opened()
    conversation.leave()
    conversation.leave()
    assert sent(conversation) == [{"t": "bye"}]
    with pytest.raises(NotOpenError):
        conversation.ask("x")


def test_a_polite_end() -> None:
    conversation = opened()
    conversation.leave()
    assert list(conversation.receive(lines(chat.Kicked("bye", "👋 Cerrando sesión.")))) == [
        Farewell("👋 Cerrando sesión.")
    ]
    assert list(conversation.receive_end()) == [Closed()]
    assert list(conversation.receive_end()) == []


def test_a_kick_and_the_close_that_follows() -> None:
    conversation = opened()
    kicked = list(conversation.receive(lines(chat.Kicked("admin", "Tu sesión fue cerrada desde admin.", retry=True))))
    assert kicked == [Kicked("admin", "Tu sesión fue cerrada desde admin.", retry=True)]
    assert list(conversation.receive_end()) == [Closed()]


def test_a_lost_connection_names_the_unfinished_questions() -> None:
    conversation = opened()
    conversation.ask("a")
    conversation.ask("b")
    assert list(conversation.receive_end("se cortó")) == [Lost("se cortó", unfinished=(1, 2))]
    assert list(conversation.receive(lines(done(1)))) == []
    assert not conversation.cancel(1)


def test_a_server_that_closes_instead_of_a_welcome() -> None:
    conversation = Conversation(opened=0.0)
    assert list(conversation.receive("EcoBot está lleno \x1b[2Jen este momento.\r\n\r\n".encode())) == []
    assert list(conversation.receive_end()) == [TurnedAway("EcoBot está lleno en este momento.")]


def test_a_server_that_never_welcomes() -> None:
    conversation = Conversation(opened=100.0)
    assert conversation.deadline == 100.0 + WELCOME_WITHIN
    list(conversation.receive(b"220 smtp.example ESMTP\r\n"))
    assert list(conversation.expire(104.9)) == []
    assert list(conversation.expire(105.0)) == [NotStructured("220 smtp.example ESMTP")]
    assert conversation.over
    assert conversation.deadline is None


def test_the_time_does_not_matter_once_welcomed() -> None:
    conversation = opened()
    assert conversation.deadline is None
    assert list(conversation.expire(1e9)) == []


def test_a_greeting_without_end_is_no_ecobot() -> None:
    assert list(Conversation(opened=0.0).receive(b"x" * (chat.LINE_LIMIT + 1))) == [NotStructured("")]


def test_another_version_is_not_spoken() -> None:
    conversation = Conversation(opened=0.0)
    welcome = chat.Welcome(v=2, n=1, sid="a", srv="b", lim=WELCOME.lim)
    assert list(conversation.receive(lines(welcome))) == [NotStructured("")]


@pytest.mark.parametrize(
    "line",
    [
        b"no json\n",
        b'{"t":"fiesta"}\n',
        b'{"t":"delta","id":"1","off":0,"s":"x"}\n',
        b'{"t":"delta","id":1,"off":0,"s":"\xff"}\n',
        b'{"t":"ask","id":1,"text":"x"}\n',
        lines(chat.Delta(9, 0, "de nadie")),
        lines(done(9)),
        lines(chat.Error("x", "de nadie", 9)),
        chat.encode(WELCOME),
    ],
)
def test_nonsense_is_told_and_the_fifth_ends_it(line: bytes) -> None:
    conversation = opened()
    for _ in range(UNREADABLE_LIMIT - 1):
        (event,) = conversation.receive(line)
        assert isinstance(event, Unreadable)
    (event,) = conversation.receive(line + lines(chat.Prompt()))
    assert isinstance(event, Broken)
    assert list(conversation.receive(lines(chat.Prompt()))) == []


def test_a_line_without_end_ends_it() -> None:
    conversation = opened()
    conversation.ask("x")
    (event,) = conversation.receive(b"x" * (chat.LINE_LIMIT + 1))
    assert isinstance(event, Broken)
    assert event.unfinished == (1,)


STREAM = OPENING + lines(
    chat.Prompt(),
    chat.Ack(1),
    chat.Begin(1, Route.GROQ),
    chat.Delta(1, 0, "La **inflación** 📈\r\n"),
    chat.Delta(1, 20, HOSTILE),
    chat.Delta(1, 99, "tarde"),
    done(1),
    chat.Ping(4),
    chat.Notice("ojo"),
    chat.Delta(7, 0, "?"),
    chat.Kicked("admin", "fin"),
)


def _heard(pieces: list[bytes]) -> tuple[list[Event], bytes]:
    conversation = Conversation(opened=0.0)
    events: list[Event] = []
    for piece in pieces:
        for event in conversation.receive(piece):
            events.append(event)
            if isinstance(event, Ready):
                conversation.ask("x")
    events += conversation.receive_end()
    return events, conversation.bytes_to_send()


@given(st.lists(st.integers(min_value=0, max_value=len(STREAM)), max_size=40))
def test_where_the_stream_is_cut_does_not_matter(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(STREAM)]
    pieces = [STREAM[start:end] for start, end in pairwise(edges)]
    assert _heard(pieces) == _heard([STREAM])


def test_byte_by_byte() -> None:
    events, _ = _heard([bytes([byte]) for byte in STREAM])
    assert (events, _) == _heard([STREAM])
    assert [type(event) for event in events] == [
        Welcomed, Ready, Taken, Begun, Piece, Piece, Gap, Piece, Finished, Noticed, Unreadable, Kicked, Closed,
    ]  # fmt: skip


@given(st.binary(max_size=2000))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    conversation = opened()
    conversation.ask("x")
    list(conversation.receive(data))
    list(conversation.receive_end())
