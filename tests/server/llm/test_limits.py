"""Budgets, breakers, the queue's order, guesses of tokens and money: pure, on a clock of the tests' own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.server.llm.breaker import FAILURES, REST_SECONDS, WITHIN_SECONDS, Breaker, BreakerState
from ecobot_tui.server.llm.bucket import Bucket, seconds
from ecobot_tui.server.llm.model import Usage
from ecobot_tui.server.llm.spending import Price, Spending
from ecobot_tui.server.llm.tokens import Correction, tokens_in, tokens_of
from ecobot_tui.server.llm.turnstile import Turnstile

HEADERS = {
    "x-ratelimit-limit-requests": "1000",
    "x-ratelimit-limit-tokens": "8000",
    "x-ratelimit-remaining-requests": "2",
    "x-ratelimit-remaining-tokens": "4000",
    "x-ratelimit-reset-requests": "2m59.56s",
    "x-ratelimit-reset-tokens": "7.66s",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7.66s", 7.66),
        ("2m59.56s", 179.56),
        ("1m47.5854s", 107.5854),
        ("120ms", 0.12),
        ("1h2m", 3720),
        ("1d", 86_400),
        ("7", 7),
        ("1.5", 1.5),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("5x", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
        ("999999999", 86_400),
    ],
)
def test_durations_as_headers_write_them(text: str, expected: float | None):
    assert seconds(text) == (None if expected is None else pytest.approx(expected))


def test_nothing_is_limited_until_the_provider_says_so():
    assert Bucket().wait(1_000_000, 0.0) == 0


def test_tokens_come_back_at_the_rate_of_the_minute():
    bucket = Bucket()
    bucket.learn(HEADERS, 100.0)
    assert bucket.wait(4000, 100.0) == 0
    bucket.reserve(4000, 100.0)
    assert bucket.tokens_left(100.0) == 0
    assert bucket.wait(2000, 100.0) == pytest.approx(15.0)
    assert bucket.tokens_left(115.0) == 2000
    bucket.settle(4000, 1000, 115.0)
    assert bucket.tokens_left(115.0) == 5000
    assert bucket.tokens_left(1000.0) == 8000


def test_more_than_a_minute_holds_never_fits():
    bucket = Bucket()
    bucket.learn(HEADERS, 0.0)
    assert bucket.wait(8001, 0.0) == float("inf")


def test_the_day_s_requests_are_counted_down_until_their_reset():
    bucket = Bucket()
    bucket.learn(HEADERS, 0.0)
    bucket.reserve(10, 0.0)
    assert bucket.wait(10, 0.0) == 0
    bucket.reserve(10, 0.0)
    assert bucket.wait(10, 0.0) == pytest.approx(179.56)
    assert bucket.wait(10, 180.0) == 0


def test_a_model_is_frozen_for_as_long_as_was_asked():
    bucket = Bucket()
    bucket.freeze(5.0, 10.0)
    bucket.freeze(2.0, 10.0)
    assert bucket.frozen(10.0) == 5
    assert bucket.wait(1, 12.0) == 3
    assert bucket.wait(1, 15.0) == 0


@given(st.dictionaries(st.sampled_from(list(HEADERS)), st.text(max_size=12)))
def test_headers_of_nonsense_change_nothing_for_the_worse(headers: dict[str, str]):
    bucket = Bucket()
    bucket.learn(headers, 0.0)
    assert bucket.wait(1, 1e9) >= 0


def test_a_breaker_opens_after_failures_in_a_row_and_lets_one_trial_through():
    breaker = Breaker()
    opened = [breaker.failed(float(second)) for second in range(FAILURES)]
    assert opened == [False] * (FAILURES - 1) + [True]
    now = float(FAILURES - 1)
    assert not breaker.allows(now + REST_SECONDS - 0.1)
    assert breaker.state(now) is BreakerState.OPEN
    now += REST_SECONDS
    assert breaker.allows(now)
    breaker.asked(now)
    assert not breaker.allows(now)
    assert not breaker.failed(now)
    assert not breaker.allows(now + REST_SECONDS - 0.1)
    now += REST_SECONDS
    breaker.asked(now)
    breaker.succeeded()
    assert breaker.state(now) is BreakerState.CLOSED


def test_failures_far_apart_open_nothing():
    breaker = Breaker()
    assert not any(breaker.failed(number * WITHIN_SECONDS) for number in range(20))


def test_a_trial_that_was_cancelled_leaves_the_next_one_free():
    breaker = Breaker()
    for second in range(FAILURES):
        breaker.failed(float(second))
    now = FAILURES + REST_SECONDS
    breaker.asked(now)
    breaker.left()
    assert breaker.allows(now)


def test_a_model_that_is_gone_stays_gone():
    breaker = Breaker()
    breaker.remove()
    breaker.succeeded()
    assert not breaker.allows(1e9)


def _served(turnstile: Turnstile) -> list[str]:
    served = []
    while (ticket := turnstile.next()) is not None:
        served.append(ticket.session)
        turnstile.leave(ticket, 1.0)
    return served


def test_sessions_take_turns_whoever_came_first():
    turnstile = Turnstile(1)
    for session in ("a", "a", "a", "b", "c"):
        turnstile.enter(session)
    assert _served(turnstile) == ["a", "b", "c", "a", "a"]


def test_who_was_just_served_waits_behind_who_was_not():
    turnstile = Turnstile(1)
    turnstile.enter("a")
    first = turnstile.next()
    assert first is not None
    turnstile.enter("a")
    turnstile.enter("b")
    assert [ticket.session for ticket in turnstile.positions()] == ["b", "a"]
    turnstile.leave(first, 2.0)
    assert _served(turnstile) == ["b", "a"]


def test_no_more_than_the_limit_are_inside():
    turnstile = Turnstile(2)
    for session in "abcd":
        turnstile.enter(session)
    inside = [turnstile.next() for _ in range(4)]
    assert [one is not None for one in inside] == [True, True, False, False]
    assert len(turnstile) == 2
    assert turnstile.expected_wait(1) == pytest.approx(3.0)


def test_a_guess_is_near_what_the_provider_counted():
    prose = "La inflación es el aumento sostenido y generalizado del nivel de precios de una economía. " * 20
    assert tokens_in(prose) == pytest.approx(len(prose) / 5.03, rel=0.25)
    assert tokens_of([{"content": "hola"}, {"content": None}]) == 9


def test_a_guess_learns_and_is_not_thrown_off_by_one_odd_answer():
    correction = Correction()
    for _ in range(30):
        correction.learn(100, 150)
    assert correction.corrected(100) == pytest.approx(150, abs=2)
    correction.learn(1, 10_000)
    assert correction.corrected(100) < 165


def test_cached_tokens_are_cheaper_and_the_day_has_its_own_account():
    today = [date(2026, 11, 23)]
    spending = Spending({"m": Price(1.0, 0.5, 2.0)}, 5.0, lambda: today[0])
    assert spending.add("m", Usage(1_000_000, 1_000_000, 400_000)) == pytest.approx(0.6 + 0.2 + 2.0)
    assert not spending.exhausted
    spending.add("m", Usage(0, 1_200_000))
    assert spending.exhausted
    assert spending.add("unknown", Usage(10, 10)) == 0
    today[0] = date(2026, 11, 24)
    assert spending.spent_today == 0
    assert not spending.exhausted
