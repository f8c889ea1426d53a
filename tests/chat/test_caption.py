from __future__ import annotations

import pytest

from ecobot_tui.chat.caption import caption, duration, elapsed
from ecobot_tui.chat.events import Finished
from ecobot_tui.wire.vocabulary import Ending, Route


def finished(ms: int, route: Route, reason: str = "", source: str = "", model: str = "") -> Finished:
    return Finished(1, "Es la respuesta.", Ending.COMPLETE, ms, route, reason, source, model, tokens=0, whole=True)


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        (finished(3, Route.LOCAL), "local · 3 ms"),
        (finished(3, Route.LOCAL, reason="concepto", source="Mankiw"), "local · concepto · Mankiw · 3 ms"),
        (finished(3, Route.LOCAL, reason="concepto", source="la respuesta"), "local · concepto · 3 ms"),
        (finished(0, Route.CALCULATION, reason="porcentaje"), "cálculo · porcentaje · 0 ms"),
        (
            finished(812, Route.GROQ, reason="sin respuesta local", model="openai/gpt-oss-120b"),
            "groq · openai/gpt-oss-120b · 0,8 s",
        ),
    ],
)
def test_the_line_under_an_answer(event: Finished, shown: str) -> None:
    assert caption(event) == shown


@pytest.mark.parametrize(("ms", "shown"), [(99, "99 ms"), (100, "0,1 s"), (9949, "9,9 s"), (72_400, "72 s")])
def test_durations(ms: int, shown: str) -> None:
    assert duration(ms) == shown


def test_elapsed_time_has_a_comma() -> None:
    assert elapsed(1.25) == "1,2 s"
