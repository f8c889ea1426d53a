"""The questions themselves: enough of each kind, a quarter held out, and answers that no question gives away."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eval.figures import close, numbers_in
from eval.judge import HONEST
from eval.questions import QuestionError, belongs_to_held_out, load

QUESTIONS = load()
LEAST = {"theory": 280, "calculation": 160, "interpretation": 80, "unanswerable": 120}


def test_there_are_enough_of_each_kind() -> None:
    count = Counter(question.kind for question in QUESTIONS)
    assert all(count[kind] >= least for kind, least in LEAST.items())


def test_a_quarter_is_held_out_as_the_hash_says() -> None:
    assert all(question.held_out == belongs_to_held_out(question.text) for question in QUESTIONS)
    for kind in LEAST:
        of_kind = [question.held_out for question in QUESTIONS if question.kind == kind]
        assert 0.2 < sum(of_kind) / len(of_kind) < 0.3


def test_every_question_says_what_is_right() -> None:
    for question in QUESTIONS:
        expects = question.concepts or question.must or question.values
        assert bool(expects) != (question.kind == "unanswerable"), question.text
        assert question.kind != "unanswerable" or question.area in HONEST, question.text


def test_every_pattern_compiles() -> None:
    for question in QUESTIONS:
        for pattern in question.must + question.must_not:
            re.compile(pattern)


def test_no_calculation_is_answered_by_the_numbers_it_gives() -> None:
    for question in QUESTIONS:
        if question.kind == "calculation":
            given = numbers_in(question.text)
            echoed = [
                any(close(number, value) for value in readings for number in given) for readings in question.values
            ]
            assert not all(echoed), question.text


def test_a_question_asked_twice_is_refused(tmp_path: Path) -> None:
    entry = '[[question]]\ntext = "pbi?"\narea = "macro"\nconcepts = ["PBI"]\n'
    (tmp_path / "theory.toml").write_text(f'kind = "theory"\n{entry}{entry}')
    with pytest.raises(QuestionError, match="asked twice"):
        load(tmp_path)


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('kind = "poetry"\n')
    with pytest.raises(QuestionError, match="poetry"):
        load(tmp_path)
