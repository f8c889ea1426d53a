import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.words import COMMON_WORDS, EMPTY_WORDS, FRAMING_WORDS, fold, singular, split_words, stem


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("INFLACIÓN", "inflacion"),
        ("Año", "ano"),
        ("pingüino", "pinguino"),
        ("PBI", "pbi"),
        ("cafe\u0301", "cafe"),
        ("à", "a"),
        ("ℂ", "c"),
        ("İ", "i"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_letters_and_digits() -> None:
    assert split_words("¿Qué es el IS-LM (S&P 500)?") == ["que", "es", "el", "is", "lm", "s", "p", "500"]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("inflacion", "inflaciones"),
        ("devaluacion", "devaluaciones"),
        ("interes", "intereses"),
        ("costo", "costos"),
        ("monopolio", "monopolios"),
        ("elasticidad", "elasticidades"),
        ("bien", "bienes"),
        ("recesion", "recesiones"),
        ("tasa", "tasas"),
    ],
)
def test_singular_and_plural_meet(one: str, many: str) -> None:
    assert stem(one) == stem(many)
    assert singular(one) == singular(many)


def test_gender_meets_but_kinds_of_words_do_not() -> None:
    assert singular("activa") == singular("activos")
    assert singular("activa") != singular("actividad")


def test_word_lists_hold_folded_words() -> None:
    assert EMPTY_WORDS | FRAMING_WORDS <= COMMON_WORDS
    assert not EMPTY_WORDS & FRAMING_WORDS
    assert [word for word in COMMON_WORDS if split_words(word) != [word]] == []


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_every_word_has_a_stem(text: str) -> None:
    for word in split_words(text):
        assert stem(word)
        assert singular(word)
