"""What foreign text may not do to a terminal, and what it keeps."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui import text as module
from ecobot_tui.text import clean, clean_line, shorten

few = settings(max_examples=150, deadline=None)

# What terminals obey or hide: written down here again, so that a slip in the module's own table is seen.
FORBIDDEN_RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F),  # C0 without tab and line feed, DEL, C1
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200C), (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF), (0x1FFFE, 0x1FFFF), (0x8FFFE, 0x8FFFF), (0xE0000, 0xE0FFF), (0xF0000, 0x10FFFF),
)  # fmt: skip

# Pieces from which terminal tricks are made; random characters alone would hardly ever meet.
TRICKS = ["\x1b", "\x1b[", "\x1b]", "\x1bP", "\x9b", "\x9d", "\x90", "\x9c", "\x07", "\x1b\\", "31m", ";", "52;c;"]
TRICKS += ["\r", "\n", "\t", " ", "a", "é", "e\u0301", "\u0301", "\u0323", "\u0488", "\u302a", "\u0344", "\u0f73"]
TRICKS += ["\u1160", "\u202e", "\u200d", "\ufe0f", "👩", "\x00", "\xa0", "\u2028", "\ud800", "\U000e0041"]
TRICKS += ["\u1100", "\u1161"]
hostile = st.lists(st.sampled_from(TRICKS), max_size=40).map("".join)
any_text = st.one_of(hostile, st.text(st.characters(), max_size=40))


def forbidden_in(text: str) -> list[str]:
    return [hex(ord(c)) for c in text if any(low <= ord(c) <= high for low, high in FORBIDDEN_RANGES)]


@pytest.mark.parametrize(
    ("trick", "left"),
    [
        pytest.param("a\x1b[2Jb", "ab", id="CSI clears the screen"),
        pytest.param("a\x1b[1;31mrojo\x1b[0mb", "arojob", id="CSI colours"),
        pytest.param("a\x1b[?1049hb", "ab", id="CSI alternate screen"),
        pytest.param("a\x1b[Ab", "ab", id="an arrow key within a line"),
        pytest.param("a\x1b[3", "a", id="CSI cut before its end"),
        pytest.param("a\x9b31mb", "ab", id="CSI as C1"),
        pytest.param("a\x1b]0;título\x07b", "ab", id="OSC sets the title"),
        pytest.param("a\x1b]52;c;cm0gLXJmIH4=\x07b", "ab", id="OSC 52 writes the clipboard, ended by BEL"),
        pytest.param("a\x1b]52;c;cm0=\x1b\\b", "ab", id="OSC 52, ended by ST"),
        pytest.param("a\x9d52;c;cm0=\x9cb", "ab", id="OSC 52 as C1"),
        pytest.param("a\x1b]8;;file:///x\x1b\\b\x1b]8;;\x1b\\c", "abc", id="OSC 8 link keeps its words"),
        pytest.param("a\x1b]0;sin fin", "a0;sin fin", id="OSC that never ends loses its introducer only"),
        pytest.param("a\x1b]0;x\nb\x07c", "a0;x\nbc", id="OSC does not swallow the next line"),
        pytest.param("a\x1bPq#0\x1b\\b", "ab", id="DCS"),
        pytest.param("a\x90q#0\x9cb", "ab", id="DCS as C1"),
        pytest.param("a\x1b_Gi=1\x1b\\b", "ab", id="APC"),
        pytest.param("a\x1b^x\x1b\\b", "ab", id="PM"),
        pytest.param("a\x1bXx\x1b\\b", "ab", id="SOS"),
        pytest.param("a\x9fx\x9cb\x9ex\x9cc\x98x\x9cd", "abcd", id="APC, PM, SOS as C1"),
        pytest.param("a\x1bcb", "ab", id="ESC c resets the terminal"),
        pytest.param("a\x1b(0b", "ab", id="ESC ( changes the character set"),
        pytest.param("a\x1b\x1b[2Jb", "ab", id="ESC before ESC"),
        pytest.param("a\x1b", "a", id="ESC at the end"),
        pytest.param("a\x00\x07\x08\x0b\x0c\x0e\x0f\x1fb", "ab", id="C0"),
        pytest.param("a\x7fb", "ab", id="DEL"),
        pytest.param("a\x80\x84\x85\x9ab", "ab", id="C1, NEL among them"),
        pytest.param("a\u2028b\u2029c", "abc", id="LS and PS"),
        pytest.param("kill\u202etxt\u202c", "killtxt", id="bidirectional override"),
        pytest.param("a\u2066b\u2069\u200e\u200f\u061cc", "abc", id="isolates and direction marks"),
        pytest.param("k\u200bi\u200cl\u2060l\ufeff", "kill", id="zero width"),
        pytest.param("k\xadi\u034fll", "kill", id="soft hyphen and grapheme joiner"),
        pytest.param("a\u115f\u1160\u3164\uffa0\u17b4b", "ab", id="fillers that look like blanks"),
        pytest.param("a\u180b\u180eb\U000e0100c", "abc", id="selectors and their supplement"),
        pytest.param("a\U000e0041\U000e007fb", "ab", id="tags"),
        pytest.param("a\ue000\U000f0000\U0010fffdb", "ab", id="private use"),
        pytest.param("a\ud800\udfffb", "ab", id="surrogates"),
        pytest.param("a\ufff9\ufffab\ufffe\uffff\ufdd0\U0001fffe", "ab", id="interlinear marks and non-characters"),
        pytest.param("a\U0001bca0\U0001d173b", "ab", id="invisible controls of shorthand and music"),
        pytest.param("x" + "\u0336" * 50, "x\u0336\u0336", id="zalgo"),
        pytest.param("x" + "\u302a" * 50, "x" + "\u302a" * 30, id="zalgo of marks that some script needs"),
        pytest.param("a\rb\r\nc\r\rd", "a\nb\nc\n\nd", id="CR does not overwrite"),
        pytest.param("1\xa0000", "1 000", id="no-break space is a space"),
    ],
)
def test_a_trick_is_taken_out(trick: str, left: str) -> None:
    assert clean(trick) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "uno\tdos\ntres",
        "¿Cuánto creció el PBI? ¡Ñandú, pingüino! «1.234,56» – 3 € · 5 % º ª",
        "👩\u200d🌾 ❤\ufe0f 👋🏽 🇦🇷",
        "国内生产总值，ひらがな、한국어",
        "ما هو الناتج المحلي",
        "שלום עולם",
        "ไทย ที่นี่ น้ำ",
        "क़्या हिन्दी",
        "[@click=app.quit]x[/] [/nope]",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text


def test_decomposed_accents_are_composed() -> None:
    assert clean("El Nin\u0303o; a\u0301") == "El Niño; á"


@pytest.mark.parametrize("around", ["{}", "a{}b", "é{}\n"], ids=["alone", "among letters", "in a text of lines"])
def test_no_forbidden_character_is_left(around: str) -> None:
    codes = [code for low, high in FORBIDDEN_RANGES for code in (*range(low, min(high, low + 7000)), high)]
    assert [hex(code) for code in codes if forbidden_in(clean(around.format(chr(code))))] == []


def test_no_character_of_unicode_lets_a_control_or_format_character_through() -> None:
    # Cf that is seen (Arabic number signs and the like) or holds an emoji together may stay.
    seen = {0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)}
    left = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        and code not in seen
        and chr(code) not in "\t\n"
        and chr(code) in clean(f"a{chr(code)}b")
    ]
    assert left == []


@given(any_text)
@few
def test_nothing_forbidden_is_left(text: str) -> None:
    assert forbidden_in(clean(text)) == []


@given(any_text)
@few
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    line = clean_line(text)
    assert clean_line(line) == line


@given(any_text)
@few
def test_the_fast_path_says_what_the_slow_one_says(text: str) -> None:
    # The final line feed forces the slow path; it touches nothing before it, but that an OSC ends there anyway.
    assert clean(text + "\n") == clean(text) + "\n" or text.endswith("\r")


@given(any_text)
@few
def test_a_line_has_no_break_and_no_double_blank(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert line == line.strip()
    assert "\t" not in line


@given(hostile, st.data())
@few
def test_a_text_cleaned_in_pieces_has_nothing_a_terminal_obeys(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    assert forbidden_in(clean(text[:cut]) + clean(text[cut:])) == []


@given(any_text)
@few
def test_text_that_is_clean_is_composed_and_has_no_stack_of_marks(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not module._MARK_STACK.search(cleaned)


# What a pattern or a sort could be made to go over again and again.
UNITS = ["\x1b]", "\x1b[", "\x1b", "\x9b1;", "\x90", "\x90a", "\x9d\x90\x9c", "\x1bP;", "\x1b]a\x1b", "\x07", "\r"]
UNITS += ["\n", "\u0301", "\u0301\u0323", "\u0323\u0f74\u0301", "\u0f73", "\u302a\u0301", "a\u0301\u0323\u0301"]
UNITS += ["\ufe0f", "\u202e", "я" * 30 + " ", "国", "\xa0", "\ud800", "\u1100\u1161"]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_hostile_text_costs_as_much_as_its_length(unit: str) -> None:
    # The C of `re` and `unicodedata` cannot be interrupted by a timeout, so the measure is the CPU time of harmless
    # text of the same length: up to 20 times that is what hostile text takes, thousands if something is quadratic.
    size = 100_000
    harmless = min(cpu_seconds("¿Qué es el PBI?\n" * (size // 16)) for _ in range(3))
    assert cpu_seconds(unit * (size // len(unit))) < 300 * harmless


def cpu_seconds(text: str) -> float:
    start = time.process_time()
    clean(text)
    return time.process_time() - start


def test_an_introducer_before_a_megabyte_is_linear_too() -> None:
    assert clean("\x1b]" + "x" * 1_000_000) == "x" * 1_000_000


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("corto", 5, "corto"),
        ("demasiado", 5, "dema…"),
        ("dos palabras", 5, "dos…"),
        ("a\r\nEcoBot: b", 40, "a EcoBot: b"),
        ("\x1b[31mrojo\x1b[0m", 4, "rojo"),
    ],
)
def test_shorten_cuts_the_cleaned_line(text: str, width: int, shown: str) -> None:
    assert shorten(text, width) == shown


@given(any_text, st.integers(1, 20))
@few
def test_shorten_never_exceeds_the_width(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width
