"""Words that are asked back when they stand alone, and words that are not."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from ecobot_tui.economics import Brain, Dialogue, Memory

DIALOGUE = Dialogue(Brain.load())
TABLE = tomllib.loads(resources.files("ecobot_tui.economics").joinpath("meanings.toml").read_text("utf-8"))


def test_every_meaning_and_every_hint_is_of_an_entry() -> None:
    names = {name for one in TABLE["word"] for name in one["meanings"]}
    assert [name for name in names if DIALOGUE.brain.entry(name) is None] == []
    assert set(TABLE["hints"]) - names == set()


def test_no_word_stands_twice_and_none_has_a_single_meaning() -> None:
    words = [word for one in TABLE["word"] for word in one["words"]]
    assert len(words) == len(set(words))
    assert all(2 <= len(set(one["meanings"])) == len(one["meanings"]) <= 6 for one in TABLE["word"])


@pytest.mark.parametrize(
    "word", ["tasa", "índice", "¿qué es la depreciación?", "costos", "multiplicador", "capital", "dólar", "curva"]
)
def test_a_word_with_several_meanings_is_asked_back_and_each_number_is_answered(word: str) -> None:
    asked, memory = DIALOGUE.answer(word, Memory())
    assert asked is not None
    assert "¿Cuál?" in asked.text
    for number, name in enumerate(memory.choices, start=1):
        answer, _ = DIALOGUE.answer(str(number), memory)
        assert answer is not None
        assert answer.concept == name


@pytest.mark.parametrize(
    "word", ["inflación", "demanda", "oferta", "elasticidad", "ahorro", "interés", "liquidez", "impuesto", "acción"]
)
def test_a_word_with_one_main_meaning_is_answered(word: str) -> None:
    answer, memory = DIALOGUE.answer(word, Memory())
    assert answer is not None
    assert answer.sure
    assert memory.choices == ()
