"""Questions in another language, and how they read in Spanish."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics import Brain
from ecobot_tui.economics.languages import in_spanish, other_language
from eval.questions import load

BRAIN = Brain.load()


@pytest.mark.parametrize(
    ("question", "language", "concept"),
    [
        ("What is inflation?", "en", "inflación"),
        ("what is the gdp deflator", "en", "deflactor del PBI"),
        ("can you explain moral hazard please", "en", "riesgo moral"),
        ("how do you calculate the net present value?", "en", "valor actual neto"),
        ("How is GDP calculated?", "en", "producto bruto interno"),
        ("what does opportunity cost mean?", "en", "costo de oportunidad"),
        ("define opportunity cost for me please, what is it", "en", "costo de oportunidad"),
        ("what are public goods?", "en", "bien público"),
        ("tell me about the tragedy of the commons", "en", "recurso común"),
        ("o que é inflação?", "pt", "inflación"),
        ("o que é taxa de juros", "pt", "tasa de interés"),
        ("qual é a taxa de câmbio?", "pt", "tipo de cambio"),
        ("explique o que é a concorrência perfeita", "pt", "competencia perfecta"),
        ("qu'est-ce que le chômage ?", "fr", "desempleo"),
        ("c'est quoi l'inflation", "fr", "inflación"),
        ("che cos'è l'inflazione?", "it", "inflación"),
        ("cosa è la disoccupazione", "it", "desempleo"),
        ("was ist die Inflation?", "de", "inflación"),
    ],
)
def test_foreign_questions_find_their_concept(question: str, language: str, concept: str) -> None:
    assert other_language(question) == language
    spanish = in_spanish(question)
    assert spanish is not None
    answer = BRAIN.answer(spanish)
    assert answer is not None, spanish
    assert answer.concept == concept, spanish


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("what's the difference between stocks and bonds", "comparación: acción y bono"),
        ("what is the difference between fixed cost and variable cost?", "comparación: costo fijo y costo variable"),
        ("qual é a diferença entre monopólio e oligopólio?", "comparación: monopolio y oligopolio"),
        ("quelle est la différence entre l'inflation et la déflation ?", "comparación: inflación y deflación"),
    ],
)
def test_foreign_comparisons(question: str, reason: str) -> None:
    answer = BRAIN.answer(in_spanish(question) or "")
    assert answer is not None, in_spanish(question)
    assert answer.reason == reason


@pytest.mark.parametrize(
    "question",
    [
        "¿qué es el crowding out?",
        "que es el cash flow",
        "que es la inflacion",
        "PBI",
        "o sea, que es la demanda",
        "y el payback",
        "diferencia entre stock y flujo",
        "como se calcula el van",
        "da un ejemplo de oligopolio",
        "2",
        "",
        "2 + 2",
        "pass-through",
        "más",
        "dame uno",
        "free rider",
    ],
)
def test_spanish_with_foreign_terms_is_spanish(question: str) -> None:
    assert other_language(question) is None


def test_a_foreign_term_alone_or_in_a_spanish_question() -> None:
    assert in_spanish("public goods") == "qué es bien público"
    assert in_spanish("¿qué es la tragedy of the commons?") == "qué es recurso común"
    assert in_spanish("¿qué es el PBI?") is None
    assert in_spanish("¿qué es el PIB?") is None


def test_what_has_no_translation_keeps_its_words() -> None:
    assert in_spanish("what is the moral hazard?") == "qué es moral hazard"


def test_no_question_of_the_evaluation_is_foreign() -> None:
    questions = [one.text for one in load() if not one.held_out and one.kind != "unanswerable"]
    assert len(questions) > 100
    assert [question for question in questions if other_language(question)] == []


def test_no_name_or_definition_is_foreign() -> None:
    concepts = list(BRAIN._knowledge.concepts())
    texts = [text for one in concepts for text in (one.name, one.definition, one.example, one.reading)]
    assert [text for text in texts if other_language(text)] == []


def test_every_foreign_term_has_an_entry() -> None:
    file = resources.files("ecobot_tui.economics").joinpath("foreign_terms.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    assert len(table["pt"]) >= 40
    assert [name for terms in table.values() for name in terms.values() if BRAIN.entry(name) is None] == []


@given(st.text(max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    other_language(text)
    assert in_spanish(text) != ""
