"""What no known question is near to may still be told by the words of an answer, and is then a doubtful find."""

import pytest

from ecobot_tui.economics.explanations import Explanation, Explanations

RUN = Explanation(
    "corrida bancaria",
    ("por qué se produce una corrida bancaria",),
    "Porque un rumor asusta a los depositantes, todos retiran su plata a la vez y el banco sano se queda sin efectivo.",
)
BONDS = Explanation(
    "bono",
    ("relación entre tasa de interés y precio de los bonos", "si sube la tasa de interés qué pasa con los bonos"),
    "Baja el precio de los bonos que ya existen, porque los nuevos pagan un cupón más alto.",
    "Sube el precio de los bonos que ya existen, porque los nuevos pagan un cupón más bajo.",
)
AUTHOR = Explanation("ventaja comparativa", ("quién propuso la ventaja comparativa",), "David Ricardo, en 1817.")
READY = Explanations((RUN, BONDS, AUTHOR))


def test_the_words_of_an_answer_count() -> None:
    found = READY.find(
        "¿por qué con un rumor los depositantes producen una corrida bancaria y el banco queda sin efectivo?"
    )
    assert found is not None
    assert found.entry == RUN
    assert not found.sure


def test_a_known_question_is_a_sure_find() -> None:
    found = READY.find("¿por qué se produce una corrida bancaria?")
    assert found is not None
    assert found.sure


@pytest.mark.parametrize(
    "question",
    [
        "¿qué es una corrida que deja sin efectivo a un banco?",
        "¿cómo se llama cuando un rumor deja sin efectivo a un banco?",
        "¿cuánto efectivo retiran los depositantes en una corrida bancaria?",
        "si sube la tasa 5 %, ¿qué pasa con el cupón de los bonos?",
        "¿por qué llueve?",
        "¿quién retira su plata en una corrida bancaria por un rumor?",
    ],
)
def test_what_asks_for_something_else_resembles_nothing(question: str) -> None:
    assert READY.find(question) is None


def test_an_ask_that_moves_nothing_does_not_decide_which_way_the_answer_goes() -> None:
    up = READY.find("¿qué pasa con el precio de los bonos si suben las tasas de interés?")
    down = READY.find("¿qué pasa con el precio de los bonos si bajan las tasas de interés?")
    assert up is not None
    assert down is not None
    assert up.text.startswith("Baja")
    assert down.text.startswith("Sube")
