"""The runner and its report, with a brain that is a table."""

import pytest

from eval import run
from eval.judge import Reply
from eval.questions import Question
from eval.report import BARS, below_the_bar, failures, table, timing

OPEN = Question("que es el trueque", "theory", "dinero", concepts=("trueque",))
HELD = Question("que es el encaje", "theory", "dinero", held_out=True, concepts=("encaje",))


def answers(text: str) -> Reply | None:
    return Reply(text="El trueque es…", route="local", sure=True, concept="trueque") if "trueque" in text else None


def test_the_parts_are_counted_apart() -> None:
    clean, typed = run.evaluate(answers, [OPEN, HELD])
    assert [outcome.verdict.right for outcome in clean] == [True, False]
    assert "100.0%" in table(clean, typed)
    short = below_the_bar(clean, typed, BARS)
    assert "theory, held-out: 0.0%, bar 97%" in short
    assert not any(line.startswith("theory, open: 100") for line in short)


def test_the_held_out_questions_are_never_listed() -> None:
    clean, _ = run.evaluate(lambda _: None, [OPEN, HELD])
    listed = failures(clean)
    assert OPEN.text in listed
    assert HELD.text not in listed


def test_what_failed_as_written_is_not_listed_again() -> None:
    clean, typed = run.evaluate(lambda _: None, [OPEN])
    assert failures(typed, besides=clean) == ""


def test_a_typo_may_cost_three_points() -> None:
    clean, _ = run.evaluate(answers, [OPEN])
    _, lost = run.evaluate(lambda _: None, [OPEN])
    assert below_the_bar(clean, lost, BARS) == ["theory, open: 0.0% with a typo, 100.0% less"]
    assert below_the_bar(clean, clean, BARS) == []


def test_time_is_told() -> None:
    clean, _ = run.evaluate(answers, [OPEN])
    assert timing(clean).startswith("time per question: median")
    assert timing([]) == ""


def test_the_command_runs_over_the_real_brain(capsys: pytest.CaptureFixture[str]) -> None:
    status = run.main(["--kind", "interpretation"])
    assert status in (0, 1)
    assert "interpretation" in capsys.readouterr().out
