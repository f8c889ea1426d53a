"""Groq through its own SDK, streamed.

The SDK takes 280 ms and 46 MB to import: it is imported in a thread once the listener is up (`warm_up`), or with the
first question. Retries are ours alone (`max_retries=0`): the SDK's would sleep a minute without a word. A stream counts
as complete only when it says why it ended; the SDK lets one that was cut end in silence.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from ecobot_tui.server.llm.model import ModelEnd, ModelError, ModelFault
from ecobot_tui.server.llm.prompt import messages

if TYPE_CHECKING:
    import groq
    from groq.types.chat import ChatCompletionChunk

    from ecobot_tui.settings import Secret

MAX_ANSWER_TOKENS = 1200  # counts against the tokens a minute in advance: the free tier has 8,000 in all
TEMPERATURE = 0.3
WHOLE_ANSWER_SECONDS = 90.0
CONNECT_SECONDS = 5.0
# Faults of one model that another may not have. A key or a question that is refused is refused by all.
_ASK_THE_NEXT = frozenset({ModelFault.BUSY, ModelFault.DOWN, ModelFault.SILENT})

log = logging.getLogger("ecobot.groq")


class GroqModel:
    """The models of one Groq account: the first is asked, the next when it cannot and nothing was said yet."""

    def __init__(self, key: Secret, base_url: str | None, models: tuple[str, ...], patience: float) -> None:
        """Wait `patience` seconds for the first words, and between words."""
        self._key = key
        self._base_url = base_url
        self._models = models
        self._patience = patience
        self._client: groq.AsyncGroq | None = None
        self._rejected = False

    @property
    def status(self) -> str:
        """`on`, or `rejected` once the key was."""
        return "rejected" if self._rejected else "on"

    async def warm_up(self) -> None:
        """Import the SDK and make the client, without holding up the loop."""
        if self._client is None:
            await asyncio.to_thread(_import_sdk)
            self._connect()

    async def close(self) -> None:
        """Let go of connections."""
        if self._client is not None:
            await self._client.close()

    async def stream(self, history: list[dict[str, str]], question: str) -> AsyncGenerator[str | ModelEnd, None]:
        """Yield the answer in pieces, then a `ModelEnd`. Raises ModelError, also after pieces were yielded."""
        await self.warm_up()
        conversation = messages(history, question)
        for position, name in enumerate(self._models, start=1):
            said = False
            try:
                # A generator that is left early is closed with the one who left it, and with it the provider's stream.
                async with aclosing(self._ask(name, conversation)) as pieces:
                    async for piece in pieces:
                        said = True
                        yield piece
            except ModelError as error:
                if said or position == len(self._models) or error.fault not in _ASK_THE_NEXT:
                    raise
                log.warning("%s no respondió (%s); se pregunta al siguiente modelo", name, error)
            else:
                return

    async def _ask(self, name: str, conversation: list[dict[str, str]]) -> AsyncGenerator[str | ModelEnd, None]:
        """Yield one model's answer. Whatever the SDK raises, its transport's errors among it, becomes a ModelError."""
        import groq
        import httpx

        answer = _Answer(name)
        until = asyncio.get_running_loop().time() + WHOLE_ANSWER_SECONDS
        request: Any = {"model": name, "messages": conversation, "stream": True, **_reasoning(name)}
        try:
            async with self._patient(until):
                stream: Any = await self._connect().chat.completions.create(
                    **request, max_completion_tokens=MAX_ANSWER_TOKENS, temperature=TEMPERATURE
                )
            # Without `async with` a stream that is left keeps the provider writing.
            async with stream:
                chunks = aiter(stream)
                while True:
                    # The clock runs while the provider is waited for, and never across a yield.
                    async with self._patient(until):
                        chunk = await anext(chunks, None)
                    if chunk is None:
                        break
                    if text := answer.take(chunk):
                        yield text
            yield answer.end()
        except (TimeoutError, groq.APITimeoutError, httpx.TimeoutException):
            raise ModelError(ModelFault.STALLED if answer.said else ModelFault.SILENT, name) from None
        except groq.APIStatusError as error:
            raise self._status_error(name, error.status_code) from None
        except (groq.APIError, httpx.HTTPError, ValueError) as error:
            # The provider's message may carry the account's id: only the kind of error goes on.
            raise answer.broken(type(error).__name__) from None

    def _patient(self, until: float) -> asyncio.Timeout:
        return asyncio.timeout_at(min(until, asyncio.get_running_loop().time() + self._patience))

    def _status_error(self, name: str, status: int) -> ModelError:
        detail = f"{name}: HTTP {status}"
        if status in (401, 403):
            if not self._rejected:
                log.error(
                    "Groq rechazó la clave (GROQ_API_KEY). EcoBot sigue en modo local; reinicialo con otra clave."
                )
            self._rejected = True
            return ModelError(ModelFault.REJECTED_KEY, detail)
        if status == 413:
            return ModelError(ModelFault.TOO_LONG, detail)
        if status in (429, 498):
            return ModelError(ModelFault.BUSY, detail)
        if status == 404 or status >= 500:
            return ModelError(ModelFault.DOWN, detail)
        return ModelError(ModelFault.UNUSABLE, detail)

    def _connect(self) -> groq.AsyncGroq:
        if self._client is None:
            import groq

            self._client = groq.AsyncGroq(
                api_key=self._key.reveal(),
                base_url=self._base_url,
                max_retries=0,
                timeout=groq.Timeout(self._patience, connect=CONNECT_SECONDS),
            )
        return self._client


class _Answer:
    """What was read of one answer's stream."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._ended = ""
        self._tokens = 0
        self.said = False

    def take(self, chunk: ChatCompletionChunk) -> str:
        """Return the text of a chunk. Raises ModelError where it carries an error, which the SDK passes over."""
        if (extra := chunk.x_groq) is not None:
            if extra.error:
                raise self.broken("x_groq.error")
            if extra.usage:
                self._tokens = extra.usage.total_tokens
        text = ""
        for choice in chunk.choices or ():
            text += choice.delta.content or ""
            self._ended = choice.finish_reason or self._ended
        self.said = self.said or bool(text)
        return text

    def end(self) -> ModelEnd:
        """Return how the stream ended. Raises ModelError where it did without saying why, or without a word."""
        if not self._ended:
            raise self.broken("no finish_reason")
        if not self.said:
            raise ModelError(ModelFault.UNUSABLE, f"{self._name}: empty answer, finish_reason {self._ended}")
        return ModelEnd(self._name, self._tokens, cut_short=self._ended == "length")

    def broken(self, detail: str) -> ModelError:
        """Return the error of a stream that did not come whole."""
        return ModelError(ModelFault.CUT if self.said else ModelFault.DOWN, f"{self._name}: {detail}")


def _import_sdk() -> None:
    import groq.resources.chat  # noqa: F401  # what the first question would import


def _reasoning(name: str) -> dict[str, Any]:
    """Return what keeps a reasoning model from thinking aloud; others do not know the fields."""
    return {"reasoning_effort": "low", "include_reasoning": False} if "gpt-oss" in name else {}
