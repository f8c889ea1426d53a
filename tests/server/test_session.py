"""Sessions as dialogues: what a client sends, what it gets, what is to be done."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ecobot_tui.server import sentences
from ecobot_tui.server.llm.model import ModelEnd, Usage
from ecobot_tui.server.session import Answer, Host, Session, StopAnswering
from ecobot_tui.server.turns import AnswerBegun, AnswerPiece, Turn
from ecobot_tui.wire.vocabulary import ClientKind, Dismissal, Ending, Role, Route, SessionState

GREETING = (
    "Bienvenido a EcoBot👋\r\n"
    "Tu session_id es: 91ab27ef\r\n"
    "Escribí tu pregunta de economía o 'salir' para desconectarte.\r\n"
    "\r\n"
    "> "
)


class Dialogue:
    """A session and a clock; answers come from the test."""

    def __init__(self, *, groq: bool = False) -> None:
        self.now = 1000.0
        self.session = Session(1, "91ab27ef", ("127.0.0.1", 53294), self.now, Host("0.1", lambda: groq))
        self.greeting = self.said()

    def send(self, text: str | bytes) -> list[str]:
        """Send bytes; return the questions that want an answer now."""
        self.session.receive(text.encode() if isinstance(text, str) else text)
        return self.pull()

    def pull(self) -> list[str]:
        wanted = []
        while (action := self.session.next_action(self.now)) is not None:
            if isinstance(action, StopAnswering):
                self.session.finish(Ending.CANCELLED, self.now, note=sentences.CANCELLED)
            elif isinstance(action, Answer):
                wanted.append(action.question.text)
        return wanted

    def answer(self, text: str, route: Route = Route.LOCAL) -> list[str]:
        """Answer the question in work; return the questions that want an answer then."""
        self.session.begin(route, "motivo")
        self.session.add(text)
        self.session.finish(Ending.COMPLETE, self.now)
        return self.pull()

    def said(self) -> str:
        return self.session.data_to_send().decode()

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.said().splitlines() if line]

    def upgrade(self) -> dict[str, Any]:
        self.send('@ecobot {"t":"hello","v":1}\n')
        welcome, prompt = self.messages()
        assert prompt == {"t": "prompt"}
        return welcome


def test_greeting_is_the_original_s_to_the_letter():
    assert Dialogue().greeting == GREETING


def test_question_and_answer_end_with_a_prompt():
    talk = Dialogue()
    assert talk.send("¿Qué es el PBI?\r\n") == ["¿Qué es el PBI?"]
    assert talk.session.state is SessionState.THINKING
    assert talk.said() == ""
    talk.answer("El Producto Bruto Interno es …")
    assert talk.said() == "\r\nEcoBot: El Producto Bruto Interno es …\r\n\r\n> "
    assert talk.session.state is SessionState.FREE


def test_no_line_of_an_answer_can_pass_for_the_prompt_or_the_bot():
    talk = Dialogue()
    talk.send("x\n")
    talk.answer("uno\n> dos\nEcoBot: tres\n\ncuatro")
    assert talk.said() == "\r\nEcoBot: uno\r\n  > dos\r\n  EcoBot: tres\r\n\r\n  cuatro\r\n\r\n> "


@pytest.mark.parametrize("word", ["salir", "exit", "quit", "SALIR", "Exit", "  quit  "])
def test_leaving_words_say_goodbye_and_end_the_session(word):
    talk = Dialogue()
    talk.send(f"{word}\r\n")
    assert talk.said() == "👋 Cerrando sesión. Gracias por usar EcoBot.\r\n"
    assert talk.session.over


def test_empty_line_shows_the_prompt_again():
    talk = Dialogue()
    talk.send("\r\n   \r\n")
    assert talk.said() == "> > "


def test_lines_during_an_answer_wait_their_turn_and_the_fifth_is_refused():
    talk = Dialogue()
    assert talk.send("uno\n") == ["uno"]
    assert talk.send("dos\ntres\ncuatro\ncinco\n") == []
    assert "ocupado" in talk.said()
    assert talk.answer("a") == ["dos"]
    # No prompt while questions wait: it would say that the next one is welcome.
    assert talk.said() == "\r\nEcoBot: a\r\n\r\n"
    assert talk.answer("b") == ["tres"]
    assert talk.answer("c") == ["cuatro"]
    talk.said()
    assert talk.answer("d") == []
    assert talk.said().endswith("\r\n\r\n> ")


def test_pasted_questions_are_taken_one_by_one_when_each_is_answered_at_once():
    talk = Dialogue()
    talk.session.receive("".join(f"pregunta {n}\n" for n in range(10)).encode())
    asked = []
    while isinstance(action := talk.session.next_action(talk.now), Answer):
        asked.append(action.question.text)
        talk.session.begin(Route.LOCAL, "m")
        talk.session.add("r")
        talk.session.finish(Ending.COMPLETE, talk.now)
    assert asked == [f"pregunta {n}" for n in range(10)]
    assert "ocupado" not in talk.said()


def test_pieces_are_words_and_refusals_stand_on_their_own_line():
    talk = Dialogue()
    talk.send("x\n")
    talk.session.begin(Route.GROQ, "m")
    talk.session.add("La infla")
    talk.session.flush()
    assert talk.said() == "\r\nEcoBot: La"
    assert talk.session.state is SessionState.ANSWERING
    talk.send("1\n2\n3\n4\n")
    refusal = talk.said()
    assert refusal.startswith("\r\n  [EcoBot está ocupado")
    talk.session.add("ción sube")
    talk.session.finish(Ending.COMPLETE, talk.now)
    assert talk.said() == "  inflación sube\r\n\r\n"


@pytest.mark.parametrize("interrupt", [b"\xff\xf4\xff\xfd\x06", b"\x03", b"cancelar\r\n"])
def test_interrupt_keeps_the_partial_answer_and_gives_the_prompt(interrupt):
    talk = Dialogue()
    talk.send("x\n")
    talk.session.begin(Route.GROQ, "m")
    talk.session.add("media respuesta ")
    talk.send(interrupt)
    assert "media respuesta\r\n  (respuesta cancelada)\r\n\r\n> " in talk.session.data_to_send().decode("latin-1")
    assert talk.session.turns[-1].partial
    assert talk.session.history() == []


def test_cancel_with_nothing_in_work_says_so():
    talk = Dialogue()
    talk.send("cancelar\n")
    assert talk.said() == "No hay ninguna respuesta en curso.\r\n> "


def test_history_holds_whole_pairs_as_role_and_content():
    talk = Dialogue()
    talk.send("uno\n")
    talk.answer("r1")
    talk.send("dos\n")
    talk.session.begin(Route.GROQ, "m")
    talk.session.add("r2 a med")
    talk.session.finish(Ending.FAILED, talk.now, note="cortada")
    talk.send("tres\n")
    talk.answer("r3")
    assert talk.session.history() == [
        {"role": "user", "content": "uno"},
        {"role": "assistant", "content": "r1"},
        {"role": "user", "content": "tres"},
        {"role": "assistant", "content": "r3"},
    ]


def test_history_keeps_forty_questions():
    talk = Dialogue()
    for number in range(50):
        talk.send(f"p{number}\n")
        talk.answer("r")
    history = talk.session.history()
    assert len(history) == 80
    assert history[0] == {"role": "user", "content": "p10"}


def test_steps_tell_what_happened_in_order():
    talk = Dialogue()
    talk.send("hola\n")
    talk.answer("chau")
    user, begun, piece, assistant = talk.session.steps()
    assert isinstance(user, Turn)
    assert (user.role, user.text) == (Role.USER, "hola")
    assert begun == AnswerBegun(Route.LOCAL, "motivo")
    assert piece == AnswerPiece("chau")
    assert isinstance(assistant, Turn)
    assert (assistant.role, assistant.text, assistant.route) == (Role.ASSISTANT, "chau", Route.LOCAL)
    assert talk.session.steps() == []


def test_end_of_stream_ends_the_session_after_the_answer():
    talk = Dialogue()
    assert talk.send("uno") == []
    talk.session.receive_eof()
    assert talk.pull() == ["uno"]
    assert not talk.session.over
    talk.answer("r")
    assert talk.session.over
    assert "EcoBot: r" in talk.said()


def test_end_of_stream_with_nothing_asked_ends_the_session():
    talk = Dialogue()
    talk.session.receive_eof()
    talk.pull()
    assert talk.session.over


def test_kick_is_the_last_word():
    talk = Dialogue()
    talk.send("x\n")
    talk.session.begin(Route.GROQ, "m")
    talk.session.kick("Afuera.", why=Dismissal.KILLED)
    talk.session.add("más")
    talk.session.flush()
    talk.session.finish(Ending.CANCELLED, talk.now)
    assert talk.said() == "\r\nEcoBot: \r\nAfuera.\r\n"
    assert talk.send("sigo\n") == []
    assert talk.said() == ""


def test_finishing_soon_waits_for_the_answer_and_drops_what_waits():
    talk = Dialogue()
    talk.send("uno\ndos\n")
    talk.session.finish_soon("Apagando.")
    assert not talk.session.over
    talk.answer("r")
    assert talk.said() == "\r\nEcoBot: r\r\n\r\n\r\nApagando.\r\n"
    assert talk.session.over


def test_long_answers_are_wrapped_at_78_columns_and_indented():
    talk = Dialogue()
    talk.send("x\n")
    talk.answer("palabra " * 60 + "x" * 200)
    lines = talk.said().strip("\r\n> ").split("\r\n")
    assert max(len(line) for line in lines) <= 78
    assert lines[0].startswith("EcoBot: palabra")
    assert all(line.startswith("  ") for line in lines[1:])
    assert "".join("".join(lines).split()).removeprefix("EcoBot:") == "palabra" * 60 + "x" * 200


def test_hello_turns_the_session_to_json():
    talk = Dialogue(groq=True)
    welcome = talk.upgrade()
    assert welcome["n"] == 1
    assert welcome["sid"] == "91ab27ef"
    assert welcome["groq"] is True
    assert welcome["lim"] == {"line": 4096, "waiting": 3}
    assert talk.session.client is ClientKind.CHAT


def test_bytes_behind_the_hello_are_the_first_messages():
    talk = Dialogue()
    assert talk.send('@ecobot {"t":"hello","v":1}\n{"t":"ask","id":1,"text":"hola\\u0000"}\n') == ["hola"]
    assert [message["t"] for message in talk.messages()] == ["welcome", "prompt", "ack"]


def test_chat_answer_is_begin_deltas_done_prompt():
    talk = Dialogue()
    talk.upgrade()
    talk.send('{"t":"ask","id":7,"text":"q"}\n')
    assert talk.messages() == [{"t": "ack", "id": 7}]
    talk.session.begin(Route.GROQ, "porque sí")
    talk.session.add("ñandú ")
    talk.session.flush()
    talk.session.add("dos")
    talk.now += 0.25
    talk.session.finish(Ending.COMPLETE, talk.now, source="s", end=ModelEnd("m", Usage(6, 3)))
    assert talk.messages() == [
        {"t": "begin", "id": 7, "route": "groq", "reason": "porque sí"},
        {"t": "delta", "id": 7, "off": 0, "s": "ñandú "},
        {"t": "delta", "id": 7, "off": 6, "s": "dos"},
        {
            "t": "done", "id": 7, "why": "fin", "ms": 250, "route": "groq", "reason": "porque sí",
            "source": "s", "model": "m", "tokens": 9,
        },
        {"t": "prompt"},
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["salir", "cancelar"])
def test_chat_asks_only_questions(word):
    talk = Dialogue()
    talk.upgrade()
    assert talk.send(json.dumps({"t": "ask", "id": 1, "text": word}) + "\n") == [word]
    assert talk.messages() == [{"t": "ack", "id": 1}]


def test_chat_id_that_was_taken_is_not_taken_again():
    talk = Dialogue()
    talk.upgrade()
    assert talk.send('{"t":"ask","id":1,"text":"q"}\n{"t":"ask","id":1,"text":"q"}\n') == ["q"]
    assert [message["t"] for message in talk.messages()] == ["ack"]


def test_chat_refusal_names_the_question():
    talk = Dialogue()
    talk.upgrade()
    talk.send("".join(json.dumps({"t": "ask", "id": n, "text": "q"}) + "\n" for n in range(1, 6)))
    assert [(m["t"], m["id"], m.get("code")) for m in talk.messages()] == [
        ("ack", 1, None),
        ("ack", 2, None),
        ("ack", 3, None),
        ("ack", 4, None),
        ("error", 5, "ocupado"),
    ]


def test_chat_cancel_of_a_waiting_question_takes_it_out():
    talk = Dialogue()
    talk.upgrade()
    talk.send('{"t":"ask","id":1,"text":"a"}\n{"t":"ask","id":2,"text":"b"}\n{"t":"cancel","id":2}\n')
    assert talk.messages()[-1]["why"] == "cancel"
    assert talk.answer("r") == []


def test_chat_fifth_malformed_line_ends_the_session():
    talk = Dialogue()
    talk.upgrade()
    talk.send("nada\n" * 4)
    assert [message["t"] for message in talk.messages() if message["t"] != "prompt"] == ["error"] * 4
    assert not talk.session.over
    talk.send("[]\n")
    assert talk.messages()[-1]["t"] == "kicked"
    assert talk.session.over


def test_chat_of_another_version_is_told_so():
    talk = Dialogue()
    talk.send('@ecobot {"t":"hello","v":2}\n')
    assert "versión 1" in talk.said()
    assert talk.session.over


def test_hello_later_than_the_first_line_is_a_question():
    talk = Dialogue()
    talk.send("\n")
    assert talk.send('@ecobot {"t":"hello","v":1}\n') == ['@ecobot {"t":"hello","v":1}']
