import random

import pytest

from ecobot_tui.economics.holding import Holding

TEXTS = [{"pan": 1.0, "precio": 1.0}, {"precio": 1.0, "sube": 0.5}, {"tasa": 1.0, "precio": 0.5, "sube": 1.0}]


def test_the_rarer_a_word_the_more_it_tells() -> None:
    holding = Holding(TEXTS, 6.0)
    assert holding.weights["pan"] > holding.weights["sube"] > holding.weights["precio"]
    assert holding.whole(["lluvia"]) == 6.0
    assert "pan" in holding
    assert "lluvia" not in holding


def test_how_many_words_a_text_holds() -> None:
    assert Holding(TEXTS, 6.0).shared(["precio", "pan", "lluvia"], 0) == 2


def test_an_unknown_word_weighs_against_every_text() -> None:
    holding = Holding(TEXTS, 6.0)
    assert set(holding.find(["pan"], 0.9)) == {0}
    assert not holding.find(["pan", "lluvia"], 0.9)


@pytest.mark.parametrize("seed", range(50))
def test_what_is_left_out_early_is_what_holds_too_little(seed: int) -> None:
    # The short way must find what weighing every text finds.
    rng = random.Random(seed)
    words = [f"p{number}" for number in range(12)]
    texts = [{word: rng.choice((0.5, 1.0)) for word in rng.sample(words, rng.randint(1, 6))} for _ in range(30)]
    holding = Holding(texts, 3.0)
    asked = rng.sample([*words, "otra"], 5)
    least = rng.choice((0.2, 0.45, 0.6, 0.9))
    need = least * holding.whole(asked)
    weighed = {
        place: sum(holding.weights[word] * text[word] for word in asked if word in text)
        for place, text in enumerate(texts)
    }
    # What stands just on the line may fall either way in the last digit.
    expected = {place: weight for place, weight in weighed.items() if weight >= need - 1e-9}
    assert holding.find(asked, least) == pytest.approx(expected)
