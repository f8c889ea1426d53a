"""Files together, and any text at all: entries or problems in Spanish, never a fault, never slow."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.economics import Brain
from ecobot_tui.economics.knowledge import Knowledge
from ecobot_tui.economics.presentation import present_concept, present_example, present_more
from ecobot_tui.economics.teacher import NoteFile, read_notes
from ecobot_tui.economics.teacher.notes import MOST_CONCEPTS
from ecobot_tui.text import clean

DAY = datetime.date(2026, 3, 31)
few = settings(max_examples=300, deadline=None)

PIECES = st.sampled_from(
    (
        *("# ", "## ", "###", "\n", "\n\n", "Ejemplo:", "Alias: ", "nivel: ", "- ", "```", "---", "<!--", "-->", "> "),
        *("[[concept]]", "name = ", "definition = ", "area = ", "aliases = ", '"', '"""', "{ with = ", "2026-01-01"),
        *(
            "a",
            "inflación",
            "1",
            "¿?",
            "**",
            "*",
            "_",
            "`",
            "[",
            "](",
            ")",
            ",",
            "\\",
            "\r",
            "\x00",
            "\x1b[2J",
            "\u202e",
        ),
    )
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from([".md", ".toml", ".markdown", ".MD"]))
@few
def test_any_text_gives_entries_and_problems_that_can_be_shown(text: str, suffix: str) -> None:
    notes = read_notes([NoteFile(f"x{suffix}", text, DAY)])
    for problem in notes.problems:
        assert str(problem).isprintable()
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + text.count("\r") + 1
    for concept in notes.concepts:
        for shown in (present_concept(concept), present_more(concept), present_example(concept)):
            assert shown == clean(shown)
            assert all(line and not line.startswith("> ") for line in shown.split("\n"))
    brain = Brain(Knowledge({}).with_own(notes.concepts))
    brain.prepare()
    for concept in notes.concepts:
        brain.answer(f"¿qué es {concept.name}?")


@pytest.mark.parametrize("suffix", [".md", ".toml"])
@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "*",
        "_",
        "`",
        "<!--",
        "#",
        "\n# a\nb\n",
        "](",
        "- ",
        "> ",
        "```\n",
        "[[concept]]\n",
        '"',
        "Alias: a,",
        "--- ",
        "\\",
        "a:",
    ],
)
def test_the_time_does_not_grow_faster_than_the_text(piece: str, suffix: str) -> None:
    text = "# a\n" + piece * (200_000 // len(piece))
    began = time.process_time()
    read_notes([NoteFile(f"x{suffix}", text, DAY)])
    assert time.process_time() - began < 3


def test_the_first_of_two_files_has_the_name() -> None:
    files = [
        NoteFile("a.md", "# Bono\nuno", DAY),
        NoteFile("b.toml", '[[concept]]\nname = "Los bonos"\ndefinition = "dos"', DAY),
    ]
    notes = read_notes(files)
    assert [concept.definition for concept in notes.concepts] == ["uno"]
    assert [str(problem) for problem in notes.problems] == ["b.toml, línea 1: «Los bonos» ya está en a.md, línea 1."]


def test_there_is_an_end_to_entries() -> None:
    text = "".join(f"# concepto {number}\nx\n" for number in range(MOST_CONCEPTS + 9))
    notes = read_notes([NoteFile("a.md", text, DAY)])
    assert len(notes.concepts) == MOST_CONCEPTS
    assert len(notes.problems) == 1
