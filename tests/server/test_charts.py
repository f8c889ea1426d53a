"""A chart on its way from the brain to both kinds of clients, through a real server."""

from __future__ import annotations

import pytest

from ecobot_tui.economics.charts import WIDTH, present_chart
from ecobot_tui.plot import draw
from ecobot_tui.wire import chat
from tests.economics.charts.golden_charts import FOLDER, QUESTIONS
from tests.support.server import PlainClient, ServerProcess

DRAWN = [name for name in QUESTIONS if name != "ayuda"]


def structured(server: ServerProcess) -> PlainClient:
    """Return a client of the structured protocol, welcomed."""
    client = server.connect()
    client.send(chat.encode_hello(chat.Hello(v=chat.VERSION)))
    client.read_until(chat.encode(chat.Prompt()))
    return client


def answered(client: PlainClient, number: int, question: str) -> tuple[str, chat.Done]:
    """Ask, and return the text of the answer and its end."""
    client.send(chat.encode(chat.Ask(number, question)))
    lines = client.read_until(chat.encode(chat.Prompt())).splitlines()
    messages = [chat.decode_server(line) for line in lines]
    (done,) = (message for message in messages if isinstance(message, chat.Done))
    return "".join(message.s for message in messages if isinstance(message, chat.Delta)), done


def test_every_chart_comes_along_as_data_and_says_all_that_the_text_says(server: ServerProcess):
    client = structured(server)
    for number, name in enumerate(DRAWN, start=1):
        text, done = answered(client, number, QUESTIONS[name])
        assert text + "\n" == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        assert done.chart is not None, name
        assert present_chart(done.chart) == text
        assert text.startswith(draw(done.chart, WIDTH))
        assert len(chat.encode(done)) < chat.LINE_LIMIT


@pytest.mark.parametrize("question", ["grafico", "grafico oferta demanda 1 2", "21 % de 15.300", "¿qué es el PBI?"])
def test_an_answer_without_a_drawing_carries_none(server: ServerProcess, question: str):
    client = structured(server)
    client.send(chat.encode(chat.Ask(1, question)))
    said = client.read_until(chat.encode(chat.Prompt()))
    assert b'"t":"done"' in said
    assert b'"chart"' not in said


@pytest.mark.parametrize("name", DRAWN)
def test_a_plain_client_sees_the_drawing_that_was_looked_at(server: ServerProcess, name: str):
    client = server.connect()
    client.greeting()
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    seen = [f"EcoBot: {golden[0]}", *(f"  {line}" for line in golden[1:])]
    assert client.ask(QUESTIONS[name]) == "\r\n" + "\r\n".join(seen) + "\r\n\r\n> "
