from __future__ import annotations

from ecobot_tui.console.conversation import Conversation
from ecobot_tui.wire.control import Begin, Piece, Transcript
from ecobot_tui.wire.vocabulary import Route
from tests.console.scripted_door import answered, asked

SID = "91ab27ef"
BEGIN = Begin(route=Route.GROQ, reason="sin entrada local")


def take(conversation: Conversation, *steps: object, reset: bool = False) -> object:
    return conversation.take(Transcript(sid=SID, steps=list(steps), reset=reset))  # type: ignore[arg-type]


def test_an_answer_grows_by_pieces_and_ends_as_a_turn() -> None:
    conversation = Conversation(SID)
    take(conversation, asked("¿qué es?"), BEGIN, Piece(text="El "), reset=True)
    take(conversation, Piece(text="PBI"))
    assert conversation.answering is not None
    assert conversation.answering.text == "El PBI"
    change = conversation.take(Transcript(sid=SID, steps=[answered("El PBI es")]))
    assert change is not None
    assert [turn.text for turn in change.turns] == ["El PBI es"]
    assert change.answering
    assert conversation.answering is None


def test_a_reset_begins_anew() -> None:
    conversation = Conversation(SID)
    take(conversation, asked("una"), BEGIN, Piece(text="x"), reset=True)
    take(conversation, asked("otra"), reset=True)
    assert [turn.text for turn in conversation.turns] == ["otra"]
    assert conversation.answering is None


def test_what_was_on_its_way_for_another_session_is_dropped() -> None:
    conversation = Conversation("00000002")
    assert take(conversation, asked("una"), reset=True) is None
    assert conversation.turns == []


def test_a_piece_without_a_beginning_is_no_answer() -> None:
    conversation = Conversation(SID)
    take(conversation, Piece(text="suelto"))
    assert conversation.answering is None


def test_the_users_next_question_does_not_end_the_answer_in_work() -> None:
    conversation = Conversation(SID)
    take(conversation, asked("una"), BEGIN, Piece(text="x"), asked("otra"))
    assert conversation.answering is not None
