"""What holds of the telnet decoder whatever a client sends."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.text import clean_line
from ecobot_tui.wire.telnet import ARE_YOU_THERE, LINE_LIMIT, REPLY_LIMIT, Line, TelnetDecoder
from tests.wire.dialogue import Dialogue, lines

few = settings(max_examples=150, deadline=None)

# What telnet is made of; random bytes alone would hardly ever say anything.
WORDS = [b"\xff", b"\xff\xff", b"\xff\xfd\x06", b"\xff\xfd", b"\xff\xfb\x01", b"\xff\xfa", b"\xff\xf0", b"\xff\xf4"]
WORDS += [
    b"\xff\xf6",
    b"\xff\xf7",
    b"\xff\xf8",
    b"\r",
    b"\n",
    b"\r\n",
    b"\r\0",
    b"\0",
    b"\x08",
    b"\x7f",
    b"\x03",
    b"\x04",
]
WORDS += [
    b"hola",
    b" ",
    b"\xc3\xb1",
    b"\xc3",
    b"\xb1",
    b"\xf1",
    b"\xa4",
    b"\x1b[A",
    b"\x1b]",
    b"\xe2\x82\xac",
    b"x" * 3000,
]
telnet_bytes = st.lists(st.sampled_from(WORDS), max_size=30).map(b"".join)
any_bytes = st.one_of(
    telnet_bytes, st.binary(max_size=60), st.tuples(st.binary(max_size=9), telnet_bytes).map(b"".join)
)


@given(any_bytes)
@few
def test_no_bytes_raise_and_every_line_is_clean(data: bytes) -> None:
    client = Dialogue()
    client.send(data)
    client.end()
    for event in client.events:
        if isinstance(event, Line):
            assert event.text == clean_line(event.text)
            assert len(event.text.encode()) <= 3 * LINE_LIMIT


@given(any_bytes, st.data())
@few
def test_where_the_stream_is_split_changes_nothing(data: bytes, choices: st.DataObject) -> None:
    whole, pieces = Dialogue(), Dialogue()
    cuts = sorted(choices.draw(st.lists(st.integers(0, len(data)), max_size=6)))
    whole.send(data)
    pieces.send(*(data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)))
    whole.end()
    pieces.end()
    assert pieces.events == whole.events
    assert pieces.replies == whole.replies


@given(telnet_bytes)
@few
def test_one_byte_a_read_is_the_same_as_all_at_once(data: bytes) -> None:
    whole, single = Dialogue(), Dialogue()
    whole.send(data)
    single.send(*(data[at : at + 1] for at in range(len(data))))
    assert single.events == whole.events
    assert single.replies == whole.replies


@given(any_bytes)
@few
def test_answers_do_not_outgrow_what_was_sent(data: bytes) -> None:
    client = Dialogue()
    client.send(data)
    assert len(client.replies) <= len(data) + REPLY_LIMIT * len(ARE_YOU_THERE.encode())


@given(any_bytes)
@few
def test_nothing_grows_beyond_a_line(data: bytes) -> None:
    decoder = TelnetDecoder()
    for _ in range(4):
        decoder.feed(data)
        while decoder.next_event() is not None:
            assert len(decoder._line) <= LINE_LIMIT
        assert len(decoder._line) <= LINE_LIMIT
        assert decoder.remaining() == b""
        assert len(decoder._answered) <= 512


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=8),
    st.sampled_from([b"\n", b"\r\n", b"\r\0", b"\r"]),
)
@few
def test_lines_of_utf8_arrive_as_they_were_typed(texts: list[str], ending: bytes) -> None:
    # Control characters edit a line and are no text; all else comes out as clean_line leaves it.
    typed = ["".join(c for c in text if c >= " " and c != "\x7f") for text in texts]
    assert Dialogue().send(b"".join(text.encode() + ending for text in typed)) == lines(*map(clean_line, typed))


@given(
    st.text(st.characters(codec="utf-8", min_codepoint=0x20, exclude_characters="\x7f"), max_size=20),
    st.integers(0, 25),
)
@few
def test_backspaces_take_as_many_characters(text: str, times: int) -> None:
    left = text[: max(0, len(text) - times)]
    assert Dialogue().send(text.encode() + b"\x08" * times + b"\n") == lines(clean_line(left))
