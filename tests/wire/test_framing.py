"""Lines out of a stream that comes in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.wire.framing import FrameTooLongError, LineFramer

LIMIT = 10
few = settings(max_examples=150, deadline=None)


def framed(*pieces: bytes, limit: int = LIMIT) -> list[bytes]:
    framer = LineFramer(limit)
    found: list[bytes] = []
    for piece in pieces:
        framer.feed(piece)
        while (line := framer.next_line()) is not None:
            found.append(line)
    return found


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([b"uno\ndos\n"], [b"uno", b"dos"], id="two lines in one read"),
        pytest.param([b"u", b"no", b"\n", b"d", b"os\n"], [b"uno", b"dos"], id="two lines in five reads"),
        pytest.param([b"uno\r\n", b"dos\r", b"\n"], [b"uno", b"dos"], id="the carriage return goes"),
        pytest.param([b"u\rno\r\r\n"], [b"u\rno\r"], id="one carriage return, at the end only"),
        pytest.param([b"\n\n"], [b"", b""], id="empty lines are lines"),
        pytest.param([b"uno\nmedia"], [b"uno"], id="the rest waits"),
        pytest.param([b"x" * LIMIT + b"\n"], [b"x" * LIMIT], id="a line of the limit"),
        pytest.param([b"x" * LIMIT, b"\n"], [b"x" * LIMIT], id="a line of the limit, its end later"),
        pytest.param([b"\xff\xfe\x00\n"], [b"\xff\xfe\x00"], id="bytes are bytes"),
    ],
)
def test_lines_come_out_whole(pieces: list[bytes], lines: list[bytes]) -> None:
    assert framed(*pieces) == lines


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([b"x" * (LIMIT + 1)], id="not ended"),
        pytest.param([b"x" * (LIMIT + 1) + b"\n"], id="ended"),
        pytest.param([b"x"] * (LIMIT + 1), id="byte by byte"),
        pytest.param([b"uno\n" + b"x" * (LIMIT + 1)], id="behind a good line"),
    ],
)
def test_a_line_above_the_limit_is_an_error(pieces: list[bytes]) -> None:
    with pytest.raises(FrameTooLongError):
        framed(*pieces)


def test_lines_before_the_one_that_is_too_long_are_given_and_the_error_stays() -> None:
    framer = LineFramer(LIMIT)
    framer.feed(b"uno\n" + b"x" * 99 + b"\ndos\n")
    assert framer.next_line() == b"uno"
    for _ in range(2):
        with pytest.raises(FrameTooLongError):
            framer.next_line()


@given(st.lists(st.binary(max_size=LIMIT).map(lambda line: line.replace(b"\n", b"")), max_size=8), st.data())
@few
def test_where_the_stream_is_split_changes_nothing(lines: list[bytes], choices: st.DataObject) -> None:
    data = b"".join(line + b"\n" for line in lines)
    cuts = sorted(choices.draw(st.lists(st.integers(0, len(data)), max_size=6)))
    pieces = [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]
    assert framed(*pieces) == [line.removesuffix(b"\r") for line in lines]


def test_the_search_goes_on_where_it_ended() -> None:
    # Searching 64 MB from the start at every byte would take minutes: pytest's timeout is the measure.
    start, size = 64_000_000, 200_000
    assert framed(b"x" * start, *[b"y"] * size, b"\n", limit=start + size) == [b"x" * start + b"y" * size]


def test_a_megabyte_of_lines_is_linear() -> None:
    assert framed(b"\n" * 1_000_000) == [b""] * 1_000_000
