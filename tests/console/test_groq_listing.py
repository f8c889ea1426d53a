from __future__ import annotations

import msgspec
import pytest

from ecobot_tui.console import groq_listing
from ecobot_tui.wire.control import Groq, GroqModel, Told
from tests.console.scripted_door import a_status

MODEL = GroqModel(name="openai/gpt-oss-120b", breaker="cerrado", tokens_left=4000, tokens_limit=8000)


def test_every_model_is_a_line_with_what_its_limits_leave() -> None:
    models = [
        msgspec.structs.replace(MODEL, in_flight=2, requests_left=990, requests_limit=1000),
        GroqModel(name="b", breaker="abierto", wait=12),
    ]
    groq = Groq(answers=3, failures=1, tokens_in=100, tokens_cached=60, dollars_today=0.125, daily_cap=2, models=models)
    assert groq_listing.lines(a_status(groq="on", llm=groq)) == [
        "Groq: sí | respuestas 3, fallidas 1, compartidas 0, en espera 0",
        "Tokens: 100 leídos (60 de la caché de Groq), 0 escritos | hoy US$ 0,1250 de US$ 2,0000 por día",
        "  openai/gpt-oss-120b: circuito cerrado · 2 en curso · tokens 4000 de 8000 por minuto"
        " · consultas 990 de 1000 por día",
        "  b: circuito abierto · Groq pide esperar 12 s",
    ]


def test_without_a_key_it_says_so() -> None:
    assert groq_listing.lines(a_status()) == ["Groq: no (modo local: sin GROQ_API_KEY)."]


@pytest.mark.parametrize(
    ("groq", "alarm"),
    [
        (Groq(models=[MODEL]), ""),
        (Groq(waiting=3, models=[MODEL]), "3 en espera"),
        (Groq(models=[MODEL, msgspec.structs.replace(MODEL, breaker="abierto")]), "con fallas"),
        (
            Groq(models=[msgspec.structs.replace(MODEL, wait=7), msgspec.structs.replace(MODEL, wait=40)]),
            "en su límite, 7 s",
        ),
        (Groq(dollars_today=2.0, daily_cap=2.0, models=[MODEL]), "gasto diario agotado"),
    ],
)
def test_what_is_wrong_now_is_said_in_two_words(groq: Groq, alarm: str) -> None:
    assert groq_listing.alarm(groq) == alarm


def test_an_answer_tells_what_it_took() -> None:
    told = Told(model="m", tokens_in=10, tokens_cached=8, tokens_out=5, dollars=0.0003, first_ms=320, tools=["x"])
    assert groq_listing.told(told) == "m · 10 (8 en caché) → 5 tokens · US$ 0,0003 · primera palabra 0,3 s · 1 cálculo"
    assert groq_listing.told(Told(model="m", shared=True)) == "m · compartida"
