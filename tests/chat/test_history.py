from __future__ import annotations

from ecobot_tui.chat.history import History


def test_a_walk_back_and_forth_keeps_what_was_being_written() -> None:
    history = History()
    history.add("uno")
    history.add("dos")
    assert history.older("a medio escr") == "dos"
    assert history.older("dos") == "uno"
    assert history.older("uno") is None
    assert history.newer() == "dos"
    assert history.newer() == "a medio escr"
    assert history.newer() is None


def test_the_same_question_twice_is_one_step() -> None:
    history = History()
    history.add("uno")
    history.add("uno")
    assert history.older("") == "uno"
    assert history.older("uno") is None


def test_an_empty_history_goes_nowhere() -> None:
    assert History().older("x") is None
    assert History().newer() is None
