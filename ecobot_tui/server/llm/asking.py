"""Asking for one completion: the models in their order, their budgets and breakers, one retry; then the stream.

What is done about a failure is decided in `attempts.py`; here it is done.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from contextlib import aclosing

from ecobot_tui.server.llm import attempts
from ecobot_tui.server.llm.account import AccountModel, Making
from ecobot_tui.server.llm.attempts import Failure, Remedy
from ecobot_tui.server.llm.completion import BrokenStreamError, Completion
from ecobot_tui.server.llm.model import Clock, ModelError, ModelFault
from ecobot_tui.server.llm.prompt import REPAIR
from ecobot_tui.server.llm.spending import Spending
from ecobot_tui.server.llm.transport import LostError, RefusedError, Transport
from ecobot_tui.text import clean, shorten

FIRST_WORD_SECONDS = 8.0
"""For one model; then the next is asked."""
LONGEST_BUDGET_WAIT = 5.0
_TICK = 0.25

log = logging.getLogger("ecobot.groq")


class Asking:
    """Asks the models of one account."""

    def __init__(
        self,
        transport: Transport,
        models: Sequence[AccountModel],
        spending: Spending,
        patience: float,
        clock: Clock,
        jitter: random.Random,
        rejected: Callable[[], None],
    ) -> None:
        """Wait `patience` seconds between words; `rejected` is called when the key is."""
        self._transport = transport
        self._models = models
        self._spending = spending
        self._patience = patience
        self._clock = clock
        self._jitter = jitter
        self._rejected = rejected

    async def completion(self, making: Making, *, with_tools: bool) -> Completion:
        """Return one round's completion, from the first model that gives one. Raises ModelError."""
        failure: Failure | None = None
        for model in self._models:
            outcome = await self._of(model, making, failure, with_tools=with_tools)
            if isinstance(outcome, Completion):
                return outcome
            failure = outcome
            if failure is not None and failure.remedy is Remedy.NONE:
                break
        if failure is None:
            raise ModelError(ModelFault.DOWN, "no model may be asked")
        raise ModelError(failure.fault, failure.detail)

    async def _of(
        self, model: AccountModel, making: Making, failure: Failure | None, *, with_tools: bool
    ) -> Completion | Failure | None:
        """Return one model's completion, or the last failure, which may be an earlier one where it was not asked."""
        while model.breaker.allows(now := self._clock()) and now < making.words_until:
            guess, longest = making.prepare(model.name, with_tools=with_tools)
            making.repair = ""
            reserved = model.size(guess, longest)
            wait = model.bucket.wait(reserved, now)
            if wait > min(LONGEST_BUDGET_WAIT, making.words_until - now):
                return failure or Failure(ModelFault.BUSY, Remedy.NEXT, f"{model.name}: budget", of_model=False)
            if wait:
                await asyncio.sleep(wait)
            outcome = await self._once(model, making, guess, reserved)
            if isinstance(outcome, Completion):
                return outcome
            failure = outcome
            if not await self._is_to_try_again(model, making, failure):
                break
        return failure

    async def _is_to_try_again(self, model: AccountModel, making: Making, failure: Failure) -> bool:
        """Make ready for another attempt at the same model, if there is to be one."""
        if making.retried:
            return False
        others = self._models[self._models.index(model) + 1 :]
        if failure.remedy is Remedy.AGAIN and any(one.breaker.allows(self._clock()) for one in others):
            # Where another model is free at once, nobody is kept waiting for this one.
            return False
        wait = attempts.retry_wait(failure, making.words_until - self._clock(), self._jitter)
        if wait is None:
            return False
        making.retried = True
        if failure.remedy is Remedy.SHRINK:
            making.is_short = True
        elif failure.remedy is Remedy.REPAIR:
            making.repair = REPAIR.format(failed=shorten(clean(failure.failed_call), 300) or "sin detalle")
        await asyncio.sleep(wait)
        return True

    async def _once(self, model: AccountModel, making: Making, guess: int, reserved: int) -> Completion | Failure:
        """Send one request and read its stream. Raises ModelError where it breaks after words were said."""
        now = self._clock()
        said = len(making.said.text)
        model.bucket.reserve(reserved, now)
        model.breaker.asked(now)
        model.in_flight += 1
        making.asked_at, making.model = now, model.name
        completion = Completion()
        failure: Failure | None = None
        try:
            await self._stream(model, making, completion)
            completion.end()
            if not completion.said and not completion.tool_calls:
                failure = Failure(ModelFault.UNUSABLE, Remedy.NEXT, f"{model.name}: empty", of_model=False)
        except RefusedError as error:
            failure = attempts.refused(error)
            self._learn_from_refusal(model, error, failure)
        except BrokenStreamError as error:
            failure = attempts.broken(error)
        except LostError as error:
            failure = attempts.lost(str(error))
        except TimeoutError:
            failure = attempts.silent("timeout")
        except asyncio.CancelledError:
            model.breaker.left()
            raise
        finally:
            model.in_flight -= 1
            usage = model.usage(guess, completion, making.said.text[said:])
            model.bucket.settle(reserved, usage.total - usage.cached, self._clock())
            making.usage += usage
            making.dollars += self._spending.add(model.name, usage)
        if failure is None:
            model.breaker.succeeded()
            return completion
        self._take_failure(model, failure)
        if making.spoke:
            # In this round or an earlier one: another attempt would begin the answer anew behind what stands.
            fault = ModelFault.STALLED if failure.fault is ModelFault.SILENT else ModelFault.CUT
            raise ModelError(fault, f"{model.name}: {failure.detail}")
        return failure

    def _take_failure(self, model: AccountModel, failure: Failure) -> None:
        log.warning("%s no respondió: %s (%s)", model.name, failure.fault.name, failure.detail)
        if failure.gone:
            model.breaker.remove()
            log.error("Groq no tiene el modelo %s: no se lo consulta más (revisá GROQ_MODEL).", model.name)
        elif not failure.of_model:
            model.breaker.left()
        elif model.breaker.failed(self._clock()):
            log.error("El modelo %s falló varias veces seguidas: se lo deja descansar.", model.name)

    def _learn_from_refusal(self, model: AccountModel, error: RefusedError, failure: Failure) -> None:
        now = self._clock()
        model.bucket.learn(error.headers, now)
        if failure.fault is ModelFault.BUSY and failure.wait:
            model.bucket.freeze(failure.wait, now)
        if failure.fault is ModelFault.REJECTED_KEY:
            self._rejected()

    async def _stream(self, model: AccountModel, making: Making, completion: Completion) -> None:
        """Read a stream into `completion`, and its words to the listener. Raises TimeoutError when none come."""
        loop = asyncio.get_running_loop()
        due = loop.time() + min(self._patience, FIRST_WORD_SECONDS, making.until - self._clock())
        async with asyncio.timeout_at(due) as patient, self._transport.open(making.take_request()) as reply:
            model.bucket.learn(reply.headers, self._clock())
            async with aclosing(reply.reads()) as reads:
                async for read in reads:
                    text = completion.feed(read)
                    if text:
                        making.say(text, self._clock())
                    elif not completion.tool_calls:
                        continue
                    # Moving a timer costs more than reading a word: not for every word.
                    until = loop.time() + min(self._patience, making.until - self._clock())
                    if until - due > _TICK or until < due:
                        due = until
                        patient.reschedule(due)
