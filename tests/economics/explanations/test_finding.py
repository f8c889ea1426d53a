import pytest

from ecobot_tui.economics.explanations import Explanation, Explanations

BONDS = Explanation(
    "bono",
    (
        "qué pasa con el precio de un bono si sube la tasa de interés",
        "relación entre tasa de interés y precio de los bonos",
        "por qué baja el precio de los bonos cuando suben las tasas",
    ),
    "Baja.",
    "Sube.",
)
SMITH = Explanation("mano invisible", ("quién escribió la riqueza de las naciones",), "Adam Smith.")
OIL = Explanation("bienes complementarios", ("qué pasa con la demanda de autos si sube la nafta",), "Cae.")
READY = Explanations((BONDS, SMITH, OIL))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿Qué pasa con el precio de un bono cuando suben las tasas?", "Baja."),
        ("relacion entre el precio de los bonos y la tasa de interes", "Baja."),
        ("si las tasas caen, ¿qué ocurre con el precio de los bonos?", "Sube."),
        ("¿por qué sube el precio de los bonos cuando bajan las tasas?", "Sube."),
        ("¿Por qué baja el precio de los bonos si las tasas aumentan?", "Baja."),
        ("¿quién escribió «La riqueza de las naciones»?", "Adam Smith."),
        ("quien escribio la riquesa de las nasiones", "Adam Smith."),
        ("si aumenta la gasolina, ¿qué pasa con la demanda de coches?", "Cae."),
    ],
)
def test_the_nearest_question_answers(question: str, text: str) -> None:
    found = READY.find(question)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "question",
    [
        "¿qué pasa con la lluvia si suben las tasas?",
        "¿quién escribió el Quijote?",
        "¿qué pasa con la demanda de autos si baja la nafta?",
        "precio",
        "",
        "¿qué pasa?",
    ],
)
def test_what_is_not_near_is_left_alone(question: str) -> None:
    assert READY.find(question) is None
