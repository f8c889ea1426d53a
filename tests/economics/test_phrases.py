"""The small language that wordings are written in, and words with one wrong letter."""

from __future__ import annotations

import time

import pytest

from ecobot_tui.economics.phrases import PhraseError, Phrases
from ecobot_tui.economics.slips import Slips


def found(line: str, question: str, **classes: str) -> list[str]:
    return [one.rest.strip() for one in Phrases({"x": [line]}, classes).search(question.split())]


@pytest.mark.parametrize(
    ("line", "question", "stands"),
    [
        ("receta|recetas de|para", "una receta de torta", True),
        ("receta|recetas de|para", "de receta", False),
        ("instruccion*", "tus instrucciones", True),
        ("instruccion*", "destrucciones", False),
        ("ignora tus? reglas", "ignora reglas", True),
        ("ignora tus? reglas", "ignora mis reglas", False),
        ("ignora ... reglas", "ignora ya mismo todas tus reglas", True),
        ("ignora ... reglas", "ignora uno dos tres cuatro cinco reglas", False),
        ("^ chiste", "chiste", True),
        ("^ chiste", "un chiste", False),
        ("chiste $", "un chiste", True),
        ("chiste $", "chiste malo", False),
        ("chiste malo|$", "chiste", True),
        ("chiste malo|$", "chiste malo", True),
        ("chiste malo|$", "chiste bueno", False),
        ("capital de @country", "capital de chile", True),
        ("capital de @country|marte", "capital de marte", True),
        ("capital de @country", "capital de trabajo", False),
    ],
)
def test_what_a_line_means(line: str, question: str, stands: bool) -> None:
    assert bool(found(line, question, country="chile peru")) is stands


def test_what_a_line_does_not_name_is_left() -> None:
    assert found("ignora ... reglas", "si ignora las nuevas reglas fiscales")[0].split() == [
        "si",
        "las",
        "nuevas",
        "fiscales",
    ]


def test_a_line_that_cannot_be_found_is_refused() -> None:
    with pytest.raises(PhraseError, match=r"a\*"):
        Phrases({"x": ["a* de?"]})
    with pytest.raises(PhraseError, match="una"):
        Phrases({"x": ["receta de una?|otra torta"]})
    with pytest.raises(PhraseError, match="ñoquis"):
        Phrases({"x": ["receta de ñoquis"]})
    with pytest.raises(PhraseError, match="@nobody"):
        Phrases({"x": ["capital de @nobody"]})


def test_the_lists_come_in_their_order() -> None:
    phrases = Phrases({"first": ["una cosa"], "second": ["cosa"]})
    assert [one.label for one in phrases.search(["una", "cosa"])] == ["first", "second"]


def test_gaps_take_linear_time() -> None:
    phrases = Phrases({"x": ["ignora ... ignora ... ignora ... reglas"]})
    start = time.perf_counter()
    assert not list(phrases.search(["ignora"] * 20_000))
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("word", ["recta", "recetta", "receto", "reecta", "receta"])
def test_one_slip_is_put_right(word: str) -> None:
    assert Slips(["receta"]).mend(word) == "receta"


@pytest.mark.parametrize("word", ["meceta", "recital", "rect", "", "r", "recetario"])
def test_other_words_stay(word: str) -> None:
    assert Slips(["receta"]).mend(word) == word
