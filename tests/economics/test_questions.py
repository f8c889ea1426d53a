import pytest

from ecobot_tui.economics.questions import (
    LONGEST_QUESTION,
    asks_beyond_definition,
    asks_for_live_data,
    asks_for_name,
    asks_for_relation,
    familiar_subject,
    is_complex,
    is_too_long,
    without_live_words,
)


@pytest.mark.parametrize(
    "question",
    [
        "¿A cuánto está el dólar hoy?",
        "inflación de octubre",
        "¿cuál fue la inflación del mes pasado?",
        "¿cuánto es la inflación?",
        "¿cuánto vale el dólar?",
        "tasa de desempleo actual",
        "PBI de 2023",
        "¿cuánto subió el dólar?",
        "riesgo país ahora",
        "último dato de pobreza",
        "inflación de este mes",
    ],
)
def test_questions_for_live_data(question: str) -> None:
    assert asks_for_live_data(question)


@pytest.mark.parametrize(
    "question",
    [
        "¿qué es el valor actual neto?",
        "valor actual",
        "¿qué es la inflación?",
        "¿cuánto es el multiplicador?",
        "PBI",
        "¿cuánto es el aguinaldo?",
        "¿cuánto de la suba del dólar llega a los precios?",
        "¿cómo se llama cuando hoy el dólar sube y la inflación lo sigue?",
        "Contrato por el que hoy se acuerda el precio de la soja de mañana",
    ],
)
def test_questions_without_live_data(question: str) -> None:
    assert not asks_for_live_data(question)


def test_the_subject_of_a_live_question_remains() -> None:
    assert without_live_words("¿Cuál fue la inflación de octubre?").replace("¿", "").split()[-2:] == ["inflacion", "?"]
    assert "valor actual" in without_live_words("valor actual hoy")
    assert familiar_subject("el dólar") == "tipo de cambio"
    assert familiar_subject("la inflación") == ""


@pytest.mark.parametrize(
    "question",
    [
        "compará críticamente a Keynes y Friedman",
        "hacé un ensayo sobre la inflación",
        "demostrá que IMg = CMg",
        "analizá la devaluación",
        "pronóstico del dólar",
        "¿me conviene comprar dólares?",
        "¿va a subir el dólar?",
        "resumime la teoría keynesiana",
    ],
)
def test_complex_questions(question: str) -> None:
    assert is_complex(question)


@pytest.mark.parametrize(
    "question", ["¿qué es la inflación?", "desarrollo económico", "relación de intercambio", "PBI"]
)
def test_simple_questions(question: str) -> None:
    assert not is_complex(question)


@pytest.mark.parametrize("text", ["la inflación " * 23, "a" * (LONGEST_QUESTION + 1)])
def test_long_texts(text: str) -> None:
    assert is_too_long(text)
    assert not is_too_long(text[: LONGEST_QUESTION // 2])


def test_relations_and_what_lies_beyond_a_definition() -> None:
    assert asks_for_relation("¿cómo afecta la inflación al salario?")
    assert not asks_for_relation("¿qué es la inflación?")
    assert asks_beyond_definition("¿por qué hay inflación?")
    assert not asks_beyond_definition("¿qué es la inflación?")


def test_what_happens_if_is_no_essay_but_more_than_a_definition() -> None:
    for question in ("¿qué pasa si sube la tasa?", "¿quién paga un impuesto?", "¿cuándo conviene cerrar?"):
        assert not is_complex(question)
        assert asks_beyond_definition(question)


@pytest.mark.parametrize(
    "question", ["¿cómo se llama cuando suben los precios?", "y eso cómo se le dice", "¿qué nombre recibe esa curva?"]
)
def test_questions_for_a_name(question: str) -> None:
    assert asks_for_name(question)
    assert not asks_for_name("¿cómo se calcula el PBI?")
