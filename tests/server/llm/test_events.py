from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.server.llm.events import LARGEST_EVENT, EventSplitter, EventTooLargeError

STREAM = (
    'data: {"a": "ñandú 🦙"}\n\n'
    ": comentario\n\n"
    "event: error\r\ndata: {}\r\n\r\n"
    "data:sin blanco\n"
    "data: dos líneas\n\n"
    "id: 7\nretry: 10\ndata: x\r\r"
    "data: [DONE]\n\n"
    "data: sin fin"
).encode()
EVENTS = [
    (b"", '{"a": "ñandú 🦙"}'.encode()),
    (b"error", b"{}"),
    (b"", "sin blanco\ndos líneas".encode()),
    (b"", b"x"),
    (b"", b"[DONE]"),
]


def test_events_of_one_read():
    assert EventSplitter().feed(STREAM) == EVENTS


@given(st.lists(st.integers(min_value=0, max_value=len(STREAM)), max_size=12))
def test_where_a_read_ends_makes_no_difference(cuts: list[int]):
    edges = [0, *sorted(cuts), len(STREAM)]
    splitter = EventSplitter()
    found = [event for start, end in itertools.pairwise(edges) for event in splitter.feed(STREAM[start:end])]
    assert found == EVENTS


def test_one_byte_at_a_time():
    splitter = EventSplitter()
    assert [event for byte in STREAM for event in splitter.feed(bytes([byte]))] == EVENTS


def _feed_until_refused(splitter: EventSplitter, line: bytes) -> None:
    for _ in range(LARGEST_EVENT // len(line) - 1):
        assert splitter.feed(line) == []
    with pytest.raises(EventTooLargeError):
        splitter.feed(line * 8)


def test_an_event_that_has_no_end_is_not_gathered_for_ever():
    splitter = EventSplitter()
    _feed_until_refused(splitter, b"x" * 1000)


def test_nor_is_one_of_many_lines():
    splitter = EventSplitter()
    _feed_until_refused(splitter, b"data: " + b"x" * 1000 + b"\n")
