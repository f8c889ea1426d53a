"""The typing mistakes."""

import re

from eval.questions import load
from eval.typos import mistype


def test_the_same_question_gets_the_same_mistake() -> None:
    text = "que es la inflacion subyacente"
    assert mistype(text) == mistype(text) != text
    assert len({mistype(text, seed) for seed in range(20)}) > 5


def test_no_number_is_touched() -> None:
    for question in load():
        mistyped = mistype(question.text)
        assert re.findall(r"\d[\d.,]*", mistyped) == re.findall(r"\d[\d.,]*", question.text)
        assert abs(len(mistyped) - len(question.text)) <= 1


def test_short_words_acronyms_and_quantities_are_spared() -> None:
    for text in ("pbi?", "EMAE", "que es el PIB", "dos millones y medio", "Qd=100-2P", "__import__"):
        assert mistype(text) == text
