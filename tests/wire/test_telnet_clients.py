"""What real clients send, as captured, and the text they write it in."""

from __future__ import annotations

import pytest

from ecobot_tui.wire.telnet import Line, TelnetEvent
from tests.wire.dialogue import INTERRUPT, Dialogue, lines

from tests.wire.dialogue import DO, DONT, IP, SB, SE, TM, WILL, WONT  # isort: skip

# Linux telnet, once something made it negotiate.
AFTER_OFFERS = WILL + b"\x18" + WILL + b"\x1f" + SB + b"\x1f\x00\x50\x00\x18" + SE + DO + b"\x03" + WONT + b"\x2a"
# PuTTY negotiates by itself: NAWS, TSPEED, TTYPE, NEW_ENVIRON, DO ECHO, WILL SGA, DO SGA.
PUTTY = WILL + b"\x1f" + WILL + b"\x20" + WILL + b"\x18" + WILL + b"\x27" + DO + b"\x01" + WILL + b"\x03" + DO + b"\x03"
PUTTY_DECLINED = (
    DONT + b"\x1f" + DONT + b"\x20" + DONT + b"\x18" + DONT + b"\x27" + WONT + b"\x01" + DONT + b"\x03" + WONT + b"\x03"
)
TYPED = "¿Qué es el PBI?"


@pytest.mark.parametrize(
    ("sent", "events", "answered"),
    [
        pytest.param([f"{TYPED}\r\n".encode()], lines(TYPED), b"", id="inetutils, netkit and busybox telnet"),
        pytest.param(
            [IP + DO + TM, b"hola\r\n"], [INTERRUPT, *lines("hola")], WONT + TM, id="telnet: Ctrl-C, then a line"
        ),
        pytest.param([IP, DO, TM], [INTERRUPT], WONT + TM, id="telnet: Ctrl-C in three reads"),
        pytest.param(
            [DO + b"\x01" + DO + b"\x03", *(bytes([b]) for b in b"PBX"), b"\x7f", b"I", b"\r", b"\0"],
            lines("PBI"), WONT + b"\x01" + WONT + b"\x03", id="telnet in character mode: DEL, Enter is CR NUL",
        ),
        pytest.param(
            [AFTER_OFFERS, b"hola\r\0"], lines("hola"), DONT + b"\x18" + DONT + b"\x1f" + WONT + b"\x03",
            id="telnet after offers of a server",
        ),
        pytest.param([b"\x1b[Ahola\r\n"], lines("hola"), b"", id="telnet: an arrow key within the line"),
        pytest.param([f"{TYPED}\n".encode()], lines(TYPED), b"", id="nc, ncat, plink -raw"),
        pytest.param([TYPED.encode() + b"\r", b"\n"], lines(TYPED), b"", id="nc -C, in two segments"),
        pytest.param([WONT + b"\x01" + DONT + b"\x03hola\n"], lines("hola"), b"", id="nc -t"),
        pytest.param([PUTTY, f"{TYPED}\r\n".encode()], lines(TYPED), PUTTY_DECLINED, id="PuTTY"),
        pytest.param([PUTTY * 3, b"hola\r\n"], lines("hola"), PUTTY_DECLINED, id="PuTTY that insists"),
        pytest.param(
            [bytes([b]) for b in "qué ez\x08s\r\n".encode("cp850")], lines("qué es"), b"",
            id="Microsoft telnet: character by character, 08, OEM code page",
        ),
        pytest.param([b"a\xc3o\n"], lines("ao"), b"", id="telnet without IUTF8: «ñ» erased by half"),
        pytest.param([b"a\xe2\x82o \xf0\x9f\x91o\n"], lines("ao o"), b"", id="«€» and an emoji erased by a byte"),
        pytest.param([b"medio", b" y medio\n"], lines("medio y medio"), b"", id="Ctrl-D sends half a line"),
    ],
)  # fmt: skip
def test_a_captured_client_is_understood(sent: list[bytes], events: list[TelnetEvent], answered: bytes) -> None:
    client = Dialogue()
    assert client.send(*sent) == events
    assert client.replies == answered


ACCENTS = "áéíóúüñ ÁÉÍÓÚÜÑ ¿¡ ºª «»"


@pytest.mark.parametrize(
    ("written_in", "text"),
    [
        ("utf-8", ACCENTS + " € 👋"),
        ("cp1252", ACCENTS + " €"),
        ("latin-1", ACCENTS),
        ("cp850", ACCENTS),
    ],
)
def test_spanish_is_read_in_the_encoding_it_was_written_in(written_in: str, text: str) -> None:
    client = Dialogue()
    assert client.send(f"{text}\r\n".encode(written_in)) == lines(text)
    assert client.decoder.encoding == ("cp1252" if written_in == "latin-1" else written_in)


@pytest.mark.parametrize(
    ("line", "text", "encoding"),
    [
        pytest.param("¿Qué es la inflación?".encode("cp1252"), "¿Qué es la inflación?", "cp1252", id="a cp1252 line"),
        pytest.param("¿Qué es la inflación?".encode("cp850"), "¿Qué es la inflación?", "cp850", id="a cp850 line"),
        pytest.param(b"\xa1hola", "¡hola", "cp1252", id="a byte that both have is cp1252"),
        pytest.param(b"a\xc3o", "ao", "utf-8", id="an orphan decides nothing"),
        pytest.param(b"ni\xc3\xb1o a\xc3o", "niño ao", "utf-8", id="an orphan among whole characters"),
        pytest.param(b"\xe1\xa4", "", "utf-8", id="bytes of which each stands in another page"),
        pytest.param(b"\xff\xff\xe1", "", "utf-8", id="FF is in neither"),
        pytest.param(b"hola", "hola", "utf-8", id="ASCII decides nothing"),
    ],
)
def test_the_first_line_that_is_not_utf8_decides(line: bytes, text: str, encoding: str) -> None:
    client = Dialogue()
    assert client.send(line + b"\n") == lines(text)
    assert client.decoder.encoding == encoding


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_an_encoding_stays_and_what_it_lacks_is_replaced(encoding: str) -> None:
    client = Dialogue()
    client.send("inflación\n".encode(encoding))
    every_byte = bytes(range(0x80, 0xFF))
    (event,) = client.send(b"x" + every_byte + b"\n")
    assert isinstance(event, Line)
    assert client.decoder.encoding == encoding
    assert client.send("ñandú\n".encode(encoding)) == lines("ñandú")


def test_are_you_there_is_answered_in_the_encoding_of_the_session() -> None:
    client = Dialogue()
    client.send("inflación\n".encode("cp850"), b"\xff\xf6")
    assert client.replies == "\r\n[EcoBot: sí]\r\n".encode("cp850")


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        pytest.param(b"\x1b]52;c;cm0=\x07hola\n", "hola", id="OSC 52 on the way of single bytes"),
        pytest.param(b"\x1b[2Jhola\n", "hola", id="CSI on the fast way"),
        pytest.param("hola\u202eadios \u009b2Jx\n".encode(), "holaadios x", id="bidirectional override and C1"),
        pytest.param(b"  a \t  b  \n", "a b", id="blanks are one"),
        pytest.param("a\u2028EcoBot: b\n".encode(), "aEcoBot: b", id="a line separator forges no line"),
    ],
)
def test_a_line_comes_out_cleaned(sent: bytes, text: str) -> None:
    assert Dialogue().send(sent) == lines(text)
