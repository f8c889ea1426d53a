import pytest

from ecobot_tui.economics.charts import answer_chart
from tests.economics.charts.golden_charts import FOLDER, QUESTIONS


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_drawing_is_the_one_that_was_looked_at(name: str) -> None:
    answer = answer_chart(QUESTIONS[name])

    assert answer is not None
    assert answer.text + "\n" == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_charts_do_not_influence_each_other() -> None:
    first = [answer_chart(question) for question in QUESTIONS.values()]
    backwards = [answer_chart(question) for question in reversed(QUESTIONS.values())]

    assert first == backwards[::-1]
