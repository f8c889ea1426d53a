"""The models of one account as they stand, and an answer while it is in the making."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ecobot_tui.server.llm import tools
from ecobot_tui.server.llm.breaker import Breaker
from ecobot_tui.server.llm.bucket import Bucket
from ecobot_tui.server.llm.completion import Completion
from ecobot_tui.server.llm.model import Inquiry, Listener, ModelState, ToolUse, Usage
from ecobot_tui.server.llm.prompt import CONTEXT_TOKENS, HISTORY_TOKENS, Message, messages
from ecobot_tui.server.llm.said import Said
from ecobot_tui.server.llm.tokens import Correction, tokens_in, tokens_of

MAX_ANSWER_TOKENS = 1_200
"""Counts against the tokens a minute in advance: the free tier has 8,000 in all."""
SHORT_ANSWER_TOKENS = 700
TEMPERATURE = 0.2


@dataclass(slots=True)
class AccountModel:
    """One model: what it allows, whether it works, how far guesses of its tokens are off."""

    name: str
    bucket: Bucket = field(default_factory=Bucket)
    breaker: Breaker = field(default_factory=Breaker)
    correction: Correction = field(default_factory=Correction)
    in_flight: int = 0

    def state(self, now: float) -> ModelState:
        """Return what the operator is shown."""
        return ModelState(
            self.name,
            self.breaker.state(now).value,
            self.in_flight,
            self.bucket.tokens_left(now),
            self.bucket.tokens_limit,
            self.bucket.requests_left,
            self.bucket.requests_limit,
            round(self.bucket.frozen(now)),
        )

    def size(self, guess: int, answer_tokens: int) -> int:
        """Return what a request may take at most, in tokens."""
        return self.correction.corrected(guess) + answer_tokens

    def usage(self, guess: int, completion: Completion, said: str) -> Usage:
        """Return what a request took: as the provider says, or as guessed of what came before it was cut."""
        if completion.usage is not None:
            self.correction.learn(guess, completion.usage.prompt)
            return completion.usage
        if not completion.said:
            return Usage()
        return Usage(self.correction.corrected(guess), tokens_in(said))


@dataclass(slots=True)
class Making:
    """One answer in the making: what was asked, until when, and what came of it so far."""

    inquiry: Inquiry
    listener: Listener
    until: float
    """The clock's time at which the whole answer has to be there."""
    words_until: float
    """The clock's time at which its first words have to be."""
    model: str = ""
    usage: Usage = field(default_factory=Usage)
    dollars: float = 0.0
    asked_at: float = 0.0
    first_ms: int = 0
    spoke: bool = False
    retried: bool = False
    repair: str = ""
    """What the model is told of its last call, where that was invalid."""
    tools: list[ToolUse] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    exchanged: list[Message] = field(default_factory=list)
    """What the rounds so far added to the conversation: calls and their results."""
    said: Said = field(default_factory=Said)
    _prepared: dict[str, Any] = field(default_factory=dict)
    is_short: bool = False
    """Whether the conversation was too long and goes without its history."""

    def say(self, text: str, now: float) -> None:
        """Say more of the model's words."""
        if not self.spoke:
            self.spoke = True
            self.first_ms = round((now - self.asked_at) * 1000)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Say what is not the model's words."""
        self.said.add(text)
        self.listener.piece(text)

    def prepare(self, model: str, *, with_tools: bool) -> tuple[int, int]:
        """Make ready what is to be sent to a model; return a guess of its tokens, and those of the longest answer."""
        self._prepared = self._request(model, with_tools=with_tools)
        return tokens_of(self._prepared["messages"]) + _schema_tokens(), self._prepared["max_completion_tokens"]

    def take_request(self) -> dict[str, Any]:
        """Return, once, what was made ready: kept here it would stay in memory for as long as the stream."""
        request, self._prepared = self._prepared, {}
        return request

    def _request(self, model: str, *, with_tools: bool) -> dict[str, Any]:
        history, context = (0, CONTEXT_TOKENS // 3) if self.is_short else (HISTORY_TOKENS, CONTEXT_TOKENS)
        conversation = [*messages(self.inquiry, history_tokens=history, context_tokens=context), *self.exchanged]
        if self.repair:
            conversation.append({"role": "user", "content": self.repair})
        request: dict[str, Any] = {
            "model": model,
            "messages": conversation,
            "max_completion_tokens": SHORT_ANSWER_TOKENS if self.is_short else MAX_ANSWER_TOKENS,
            "temperature": 0.0 if self.repair else TEMPERATURE,
            "tools": tools.schemas(),
        }
        if not with_tools:
            request["tool_choice"] = "none"
        if "gpt-oss" in model:
            # What keeps a reasoning model from thinking aloud; others do not know the fields.
            request |= {"reasoning_effort": "low", "include_reasoning": False}
        return request


@cache
def _schema_tokens() -> int:
    return tokens_in(json.dumps(tools.schemas(), ensure_ascii=False))
