from __future__ import annotations

import asyncio
import time

from ecobot_tui.server.pace import SHORT_READ, TURN_SECONDS, Pace

LONG = SHORT_READ + 1


def _work_a_turn() -> None:
    until = time.monotonic() + TURN_SECONDS
    while time.monotonic() < until:
        pass


async def test_long_questions_share_a_turn_and_the_rest_waits_in_order():
    pace, done = Pace(), []
    assert pace.takes(LONG)
    _work_a_turn()
    for number in range(3):
        assert not pace.takes(LONG)
        pace.wait(lambda number=number: (done.append(number), _work_a_turn()))
    assert done == []
    turns = 0
    while len(done) < 3:
        await asyncio.sleep(0)
        turns += 1
    assert done == [0, 1, 2]
    # One each, as each took a whole turn; the others of the loop had theirs between them.
    assert turns >= 3


async def test_a_short_question_never_waits():
    pace = Pace()
    assert pace.takes(LONG)
    _work_a_turn()
    assert not pace.takes(LONG)
    assert pace.takes(SHORT_READ)


async def test_whoever_comes_later_waits_behind_who_waits_already():
    pace, done = Pace(), []
    assert pace.takes(LONG)
    _work_a_turn()
    pace.wait(lambda: done.append("first"))
    assert not pace.takes(LONG)
    await asyncio.sleep(0)
    assert done == ["first"]
    assert pace.takes(LONG)
