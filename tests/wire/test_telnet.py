"""The rules at the top of `telnet.py`, each as a dialogue: client sends … → events …"""

from __future__ import annotations

import pytest

from ecobot_tui.wire.telnet import ARE_YOU_THERE, LINE_LIMIT, REPLY_LIMIT, SUBNEGOTIATION_LIMIT, TelnetEvent
from tests.wire.dialogue import ABUSE, INTERRUPT, LEAVES, TOO_LONG, Dialogue, lines

from tests.wire.dialogue import AO, AYT, BRK, DO, DONT, EC, EL, IP, SB, SE, TM, WILL, WONT  # isort: skip


@pytest.mark.parametrize(
    ("pieces", "events"),
    [
        pytest.param([b"uno\ndos\n"], lines("uno", "dos"), id="LF, as nc"),
        pytest.param([b"uno\r\ndos\r\n"], lines("uno", "dos"), id="CR LF, as telnet"),
        pytest.param([b"uno\r\0dos\r\0"], lines("uno", "dos"), id="CR NUL, as telnet in character mode"),
        pytest.param([b"uno\rdos\r"], lines("uno", "dos"), id="CR alone"),
        pytest.param([b"uno\r", b"\ndos\r", b"\n"], lines("uno", "dos"), id="CR LF in two reads"),
        pytest.param([b"uno\r", b"\0dos\r", b"\0tres\n"], lines("uno", "dos", "tres"), id="CR NUL in two reads"),
        pytest.param([b"uno\r", b"dos\n"], lines("uno", "dos"), id="CR at the end of a read, then a line"),
        pytest.param([b"uno\r\n\r\n"], lines("uno", ""), id="an empty line is a line"),
        pytest.param([b"uno\r\r\n\n"], lines("uno", "", ""), id="CR swallows one line feed only"),
        pytest.param([b"\r", b"\xff\xff\n"], lines("", ""), id="CR, then a doubled FF, then LF ends a new line"),
        pytest.param([b"\r\xff\n"], lines("", ""), id="CR, then FF as data, then LF ends a new line"),
        pytest.param([b"uno\r", IP + b"\n"], [*lines("uno"), INTERRUPT], id="a command between CR and LF"),
        pytest.param([b"u", b"n", b"o", b"\n"], lines("uno"), id="one byte a read"),
        pytest.param([b"un\0o\n"], lines("uno"), id="NUL within a line is nothing"),
        pytest.param([b"uno"], [], id="no line before its end"),
    ],
)  # fmt: skip
def test_a_line_ends_in_lf_cr_lf_cr_nul_or_cr(pieces: list[bytes], events: list[TelnetEvent]) -> None:
    assert Dialogue().send(*pieces) == events


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        pytest.param(b"PBX\x08I\n", "PBI", id="backspace"),
        pytest.param(b"PBX\x7fI\n", "PBI", id="delete"),
        pytest.param(b"PBX" + EC + b"I\n", "PBI", id="EC"),
        pytest.param("añ\x08o\n".encode(), "ao", id="a character of two bytes"),
        pytest.param("a€\x7fo\n".encode(), "ao", id="of three"),
        pytest.param("a👋\x7fo\n".encode(), "ao", id="of four"),
        pytest.param("ññ\x7f\x7fo\n".encode(), "o", id="two characters"),
        pytest.param(b"\x08\x7f" + EC + b"o\n", "o", id="nothing to erase"),
        pytest.param(b"todo" + EL + b"nada\n", "nada", id="EL erases the line"),
        pytest.param("maña".encode("cp850") + b"\x08ana\n", "mañana", id="only one letter, where «ñ» is one byte"),
        pytest.param("mañ".encode("cp850") + b"\x08nana\n", "manana", id="«ñ» of cp850 looks like the end of UTF-8"),
        pytest.param("qué¿".encode("cp1252") + b"\x08?\n", "qué?", id="«¿» of cp1252 looks like the end of UTF-8"),
    ],
)
def test_erasing_takes_one_whole_character(sent: bytes, text: str) -> None:
    assert Dialogue().send(sent) == lines(text)


def test_erasing_takes_one_byte_once_the_session_is_not_utf8() -> None:
    client = Dialogue()
    client.send("España\n".encode("cp850"))
    # C3 B1 would be «ñ» in UTF-8; here it is two characters, the second of which goes.
    assert client.send(b"\xc3\xb1\x08\n") == lines(b"\xc3".decode("cp850"))


@pytest.mark.parametrize("command", [IP, BRK, AO, b"\x03"], ids=["IP", "BRK", "AO", "Ctrl-C"])
def test_an_interrupt_is_told_and_drops_the_line(command: bytes) -> None:
    assert Dialogue().send(b"algo que no" + command + b"otra\n") == [INTERRUPT, *lines("otra")]


def test_ctrl_d_leaves_on_an_empty_line_only() -> None:
    client = Dialogue()
    assert client.send(b"algo\x04 sigue\n") == lines("algo sigue")
    assert client.send(b"\0\x04") == [LEAVES]


def test_do_tm_is_answered_every_time_also_when_all_other_answers_are_spent() -> None:
    client = Dialogue()
    client.send(b"".join(DO + bytes([option]) for option in range(100, 200)))
    client.replies = b""
    assert client.send((IP + DO + TM) * 100) == [INTERRUPT] * 100
    assert client.replies == (WONT + TM) * 100


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        pytest.param(DO + b"\x01", WONT + b"\x01", id="DO is declined with WONT"),
        pytest.param(WILL + b"\x1f", DONT + b"\x1f", id="WILL is declined with DONT"),
        pytest.param(WONT + b"\x01" + DONT + b"\x03", b"", id="WONT and DONT need no answer"),
        pytest.param((DO + b"\x01") * 5, WONT + b"\x01", id="once for each option"),
        pytest.param((WILL + b"\x01" + DO + b"\x01") * 2, DONT + b"\x01" + WONT + b"\x01", id="each way once"),
        pytest.param(DO + b"\xff", WONT + b"\xff", id="an option of FF"),
        pytest.param(AYT, ARE_YOU_THERE.encode(), id="AYT"),
        pytest.param(b"hola\r\n", b"", id="nothing where nothing was asked"),
        pytest.param(b"\xff\xf1\xff\xf2\xff\xf9\xff\xef", b"", id="NOP, DM, GA, EOR are nothing"),
    ],
)
def test_offers_are_declined_once(sent: bytes, answered: bytes) -> None:
    client = Dialogue()
    client.send(sent)
    assert client.replies == answered


def test_answers_are_limited() -> None:
    client = Dialogue()
    client.send(b"".join(way + bytes([option]) for way in (DO, WILL) for option in range(256)))
    assert client.replies.count(b"\xff\xfc") + client.replies.count(b"\xff\xfe") == REPLY_LIMIT + 1  # and that of TM
    client.replies = b""
    assert client.send(AYT + b"sigue\n") == lines("sigue")
    assert client.replies == b""


def test_the_answer_to_do_tm_stands_before_anything_said_of_the_interrupt() -> None:
    client = Dialogue()
    client.decoder.feed(IP + DO + TM + b"otra\n")
    assert client.decoder.next_event() == INTERRUPT
    # Telnet throws away what comes before this; the caller sends it with the first thing it says.
    assert client.decoder.replies() == WONT + TM
    assert client.decoder.next_event() == lines("otra")[0]


def test_reads_that_come_faster_than_lines_are_pulled_are_kept() -> None:
    client = Dialogue()
    for read in (b"uno\nd", b"os", b"\ntres\n"):
        client.decoder.feed(read)
    assert client.send(b"") == lines("uno", "dos", "tres")


def test_replies_are_given_once() -> None:
    client = Dialogue()
    client.decoder.feed(DO + b"\x01")
    assert client.decoder.next_event() is None
    assert client.decoder.replies() == WONT + b"\x01"
    assert client.decoder.replies() == b""


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param([SB + b"\x1f\x00\x50\x00\x18" + SE], id="a window size"),
        pytest.param([SB + b"\x18\x00\xff\xffXTERM" + SE], id="with a doubled FF"),
        pytest.param([SB + b"\x18\x00\n\r\x03\x04\x08" + SE], id="control characters in it are no line"),
        pytest.param([SB, b"\x18", b"\x00X", b"\xff", b"\xf0"], id="in many reads"),
        pytest.param([SB + b"x" * (SUBNEGOTIATION_LIMIT - 1) + SE], id="just below the limit"),
    ],
)
def test_a_subnegotiation_is_dropped(sent: list[bytes]) -> None:
    client = Dialogue()
    assert client.send(b"ho", *sent, b"la\n") == lines("hola")
    assert client.replies == b""


@pytest.mark.parametrize("filling", [b"x", b"\xff\xff", b"\xffx", b"\n"], ids=ascii)
def test_a_subnegotiation_without_end_is_abuse(filling: bytes) -> None:
    flood = (filling * (SUBNEGOTIATION_LIMIT + 1))[: SUBNEGOTIATION_LIMIT + 1]
    assert Dialogue().send(SB + flood[:-1]) == []
    assert Dialogue().send(SB + flood) == [ABUSE]


def test_a_line_of_the_limit_counts_and_one_above_is_said_to_be_too_long_once() -> None:
    whole, above = b"a" * LINE_LIMIT, b"b" * (3 * LINE_LIMIT)
    assert Dialogue().send(whole + b"\r\n") == lines(whole.decode())
    client = Dialogue()
    assert client.send(above, above, above) == [TOO_LONG]
    assert Dialogue().send(b"c" * (LINE_LIMIT + 1) + b"\n", b"vive\n") == [TOO_LONG, *lines("vive")]
    assert client.send(b"su fin\nla sesion vive\n") == lines("la sesion vive")


def test_a_megabyte_without_a_line_end_is_one_notice_and_holds_no_memory() -> None:
    client = Dialogue()
    events = client.send(*[b"x" * 16384] * 64)
    assert events == [TOO_LONG]
    assert len(client.decoder._line) == 0
    assert client.send(b"\n", b"sigo\n") == lines("sigo")


@pytest.mark.parametrize("command", [b"\x03", IP, EL], ids=["Ctrl-C", "IP", "EL"])
def test_dropping_a_line_that_was_too_long_begins_a_new_one(command: bytes) -> None:
    events = Dialogue().send(b"x" * (LINE_LIMIT + 1), command, b"otra\n")
    assert [event for event in events if event not in (TOO_LONG, INTERRUPT)] == lines("otra")


def test_ctrl_d_in_a_line_that_is_too_long_does_not_leave() -> None:
    assert Dialogue().send(b"x" * (LINE_LIMIT + 1), b"\x04", b"\n") == [TOO_LONG]


def test_an_ff_that_is_no_command_does_not_start_one() -> None:
    client = Dialogue()
    assert client.send(b"\xff\xff\xff\xffhola\n", b"ho\xffla\n", b"hola\xff\n", b"hola\xff\r\n") == lines(*["hola"] * 4)
    assert client.replies == b""


def test_a_latin1_y_with_diaeresis_from_nc_is_a_letter() -> None:
    client = Dialogue()
    client.send("España\n".encode("cp1252"))
    assert client.send("Louÿs y ÿ\n".encode("cp1252")) == lines("Louÿs y ÿ")
    assert client.send(b"Lou\xff\xffs\n") == lines("Louÿs")


def test_the_end_of_the_stream_ends_the_line_that_was_begun() -> None:
    client = Dialogue()
    assert client.send(b"uno\ndos") == lines("uno")
    assert client.end() == lines("dos")
    assert client.end() == []


@pytest.mark.parametrize("last", [b"uno\n", b"uno\r\n", b"uno\r\0", b"uno\r"], ids=ascii)
def test_the_end_of_the_stream_after_a_whole_line_adds_none(last: bytes) -> None:
    client = Dialogue()
    client.decoder.feed(last)  # Not pulled before the end comes: a busy session reads later.
    assert client.end() == lines("uno")


@pytest.mark.parametrize("cut", [DO, SB + b"\x18", b"\xff"], ids=["in an option", "in a subnegotiation", "after IAC"])
def test_the_end_of_the_stream_within_a_command_still_ends_the_line(cut: bytes) -> None:
    client = Dialogue()
    assert client.send(b"hola" + cut) == []
    assert client.end() == lines("hola")
    assert client.replies == b""


def test_what_is_not_yet_decoded_can_be_taken_out() -> None:
    client = Dialogue()
    client.decoder.feed(b'@ecobot {}\n{"t":"bye"}\n\xff')
    assert [client.decoder.next_event()] == lines("@ecobot {}")
    assert client.decoder.remaining() == b'{"t":"bye"}\n\xff'
    assert client.decoder.next_event() is None


FLOODS = [
    b"\n",
    b"\r",
    b"\xff",
    b"\xff\xf6",
    b"\xff\xfd\x06",
    b"\xff\xfb",
    b"\xff\xfa",
    b"\xff\xfa\xff",
    b"\x03",
    b"\x04",
]
FLOODS += [b"\x08", b"\xb1\x08", b"\xc3\xb1\x08", b"a\x00", b"\x1b]", b"\x90", b"\xcc\x81\xcc\xa3"]


@pytest.mark.parametrize("flood", FLOODS, ids=ascii)
def test_a_flood_of_64_kib_ends_and_the_session_lives(flood: bytes) -> None:
    client = Dialogue()
    read = 16 * 1024
    data = flood * (64 * 1024 // len(flood))
    client.send(*(data[start : start + read] for start in range(0, len(data), read)))
    client.send(SE + b"\r\n")  # Out of whatever it was in.
    assert client.send(b"hola\n")[-1:] == lines("hola")
    assert len(client.replies) <= len(data) + REPLY_LIMIT * len(ARE_YOU_THERE.encode())
