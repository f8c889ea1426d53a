"""The models of one Groq account: who may ask, what is shared, and the rounds of an answer.

The way of a question here: shared or kept answer → turn in the queue → rounds (a round is a request; one that ends in
tool calls is worked out here and followed by another) → `asking.py` (models, retries) → stream. Until the first word
any failure may be made good by another model; after it, what was said stands and is told to be cut short.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Mapping, Sequence
from typing import Any

from ecobot_tui.server.llm import figures, tools
from ecobot_tui.server.llm.account import AccountModel, Making
from ecobot_tui.server.llm.asking import Asking
from ecobot_tui.server.llm.completion import Completion
from ecobot_tui.server.llm.model import (
    Clock,
    Inquiry,
    Listener,
    ModelEnd,
    ModelError,
    ModelFault,
    ModelFigures,
    ToolUse,
)
from ecobot_tui.server.llm.prompt import Message
from ecobot_tui.server.llm.sharing import Flights, Kept, key_of
from ecobot_tui.server.llm.spending import Price, Spending
from ecobot_tui.server.llm.transport import Transport
from ecobot_tui.server.llm.waiting import WaitingRoom

WHOLE_ANSWER_SECONDS = 60.0
UNTIL_WORDS_SECONDS = 20.0
"""For all attempts together."""
MOST_ROUNDS = 3
MOST_CALLS = 6
CALCULATED = "Calculado localmente: {shown}.\n\n"
ENOUGH = "Ya tenés esos resultados: respondé con ellos."

log = logging.getLogger("ecobot.groq")


class GroqModel:
    """See the rules above. `clock` runs forward only; `jitter` spreads retries."""

    def __init__(
        self,
        transport: Transport,
        models: Sequence[str],
        *,
        patience: float = 15.0,
        concurrency: int = 32,
        prices: Mapping[str, Price] | None = None,
        daily_cap: float = 0.0,
        keep_seconds: float = 0.0,
        clock: Clock = time.monotonic,
        jitter: random.Random | None = None,
    ) -> None:
        """Wait at most `patience` seconds between words, and for the first ones eight at most."""
        self._transport = transport
        self._clock = clock
        self._models = [AccountModel(name) for name in models]
        self._spending = Spending(prices or {}, daily_cap)
        spread = jitter or random.Random()  # noqa: S311  # it only spreads load
        self._asking = Asking(transport, self._models, self._spending, patience, clock, spread, self._reject)
        self._room = WaitingRoom(concurrency, clock)
        self._kept = Kept(keep_seconds, clock)
        self._flights = Flights()
        self._is_rejected = False
        self._is_paused = False
        self._answers = self._failures = self._shared = 0

    @property
    def status(self) -> str:
        """`on`, `paused` by the operator, or `rejected` once the key was."""
        return "rejected" if self._is_rejected else "paused" if self._is_paused else "on"

    async def warm_up(self) -> None:
        """Make ready what the first question would wait for, without holding up the loop."""
        await self._transport.warm_up()

    async def close(self) -> None:
        """Let go of connections."""
        await self._transport.close()

    def pause(self, *, paused: bool) -> None:
        """Ask nothing any more, or again; answers that run go on."""
        self._is_paused = paused

    def figures(self) -> ModelFigures:
        """Return what the operator is shown."""
        now = self._clock()
        return ModelFigures(
            self._is_paused,
            self._room.waiting,
            self._answers,
            self._failures,
            self._shared,
            self._spending.usage,
            self._spending.spent_today,
            self._spending.daily_cap,
            tuple(model.state(now) for model in self._models),
        )

    async def answer(self, inquiry: Inquiry, listener: Listener) -> ModelEnd:
        """Say the answer to `listener`, then return how it ended. Raises ModelError, also after words were said."""
        key = key_of(inquiry)
        if not key:
            return await self._answer(inquiry, listener)
        if (kept := self._kept.get(key)) is not None:
            self._shared += 1
            text, end = kept
            listener.piece(text)
            return end.to_another()
        follows = self._flights.get(key) is not None
        end, said = await self._flights.ride(key, inquiry, listener, self._answer)
        if follows:
            self._shared += 1
            return end.to_another()
        self._kept.put(key, said, end)
        return end

    async def _answer(self, inquiry: Inquiry, listener: Listener) -> ModelEnd:
        if self._spending.exhausted:
            raise ModelError(ModelFault.SPENT, "daily cap")
        async with self._room.turn(inquiry.session, listener):
            if self._is_paused:
                raise ModelError(ModelFault.PAUSED, "paused")
            now = self._clock()
            making = Making(inquiry, listener, now + WHOLE_ANSWER_SECONDS, now + UNTIL_WORDS_SECONDS)
            try:
                completion = await self._rounds(making)
            except ModelError:
                self._failures += 1
                raise
            self._answers += 1
            return _end(making, completion)

    async def _rounds(self, making: Making) -> Completion:
        for number in range(1, MOST_ROUNDS + 1):
            is_last = number == MOST_ROUNDS or len(making.calls) >= MOST_CALLS
            completion = await self._asking.completion(making, with_tools=not is_last)
            if is_last or not completion.tool_calls:
                break
            if not _work_out(making, completion):
                making.exchanged.append({"role": "user", "content": ENOUGH})
        if not making.spoke:
            raise ModelError(ModelFault.UNUSABLE, f"{making.model}: no words, {completion.finish_reason}")
        return completion

    def _reject(self) -> None:
        if not self._is_rejected:
            self._is_rejected = True
            log.error("Groq rechazó la clave (GROQ_API_KEY). EcoBot sigue en modo local; reinicialo con otra clave.")


def _work_out(making: Making, completion: Completion) -> bool:
    """Answer the model's calls; return whether any of them was new."""
    asked: list[Message] = []
    answered: list[Message] = []
    is_new = False
    for place, call in enumerate(completion.tool_calls[: MOST_CALLS - len(making.calls)]):
        number = call.id or f"call_{place}"
        signature = f"{call.name} {call.arguments}"
        function = {"name": call.name, "arguments": call.arguments}
        asked.append({"id": number, "type": "function", "function": function})
        try:
            result = tools.run(call.name, call.arguments)
            content: dict[str, Any] = {**result.figures, "texto": result.shown}
            if signature not in making.calls:
                making.tools.append(ToolUse(call.name, result.shown))
                making.tell(CALCULATED.format(shown=result.shown))
        except tools.ToolError as error:
            content = {"error": str(error)}
        is_new |= signature not in making.calls
        making.calls.append(signature)
        told = json.dumps(content, ensure_ascii=False)
        answered.append({"role": "tool", "tool_call_id": number, "content": told})
    making.exchanged += [{"role": "assistant", "content": None, "tool_calls": asked}, *answered]
    return is_new


def _end(making: Making, completion: Completion) -> ModelEnd:
    inquiry = making.inquiry
    sources = [inquiry.question, *(passage.text for passage in inquiry.passages)]
    sources += [message["content"] for message in inquiry.history]
    sources += [use.shown for use in making.tools]
    return ModelEnd(
        making.model,
        making.usage,
        making.dollars,
        making.first_ms,
        cut_short=completion.finish_reason == "length",
        tools=tuple(making.tools),
        unfounded=figures.unfounded(making.said.text, sources),
    )
