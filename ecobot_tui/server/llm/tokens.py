"""How many tokens a text takes, without a tokenizer: those fetch their vocabulary from the network at first use.

Spanish prose measures five letters a token, figures and formulas one and a half characters. The provider tells the
truth with every answer, and the guess learns from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_PER_TOKEN = 4.0
_OTHERS_PER_TOKEN = 1.5
_PER_MESSAGE = 4
_LEARNING = 0.2
_LEAST, _MOST = 0.5, 2.0


@lru_cache(maxsize=512)
def tokens_in(text: str) -> int:
    """Return a guess of the tokens of one text; a history is the same text again and again."""
    letters = sum(map(len, _LETTERS.findall(text)))
    others = len(text) - letters - text.count(" ") - text.count("\n")
    return round(letters / _LETTERS_PER_TOKEN + others / _OTHERS_PER_TOKEN)


def tokens_of(messages: Iterable[Mapping[str, object]]) -> int:
    """Return a guess of the tokens of a conversation."""
    return sum(tokens_in(str(message.get("content") or "")) + _PER_MESSAGE for message in messages)


class Correction:
    """What guesses are multiplied with, learnt from what they turned out to be."""

    __slots__ = ("factor",)

    def __init__(self) -> None:
        self.factor = 1.0

    def corrected(self, guess: int) -> int:
        """Return a guess as experience has it."""
        return round(guess * self.factor)

    def learn(self, guess: int, actual: int) -> None:
        """Take what a guess, not corrected, turned out to be."""
        if guess > 0 and actual > 0:
            ratio = min(_MOST, max(_LEAST, actual / guess))
            self.factor += _LEARNING * (ratio - self.factor)
