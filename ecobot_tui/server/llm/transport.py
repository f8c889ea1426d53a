"""Requests to Groq through its own SDK, as bytes: what is opened is closed, and every failure has one of two names.

The SDK takes 280 ms and 46 MB to import: it is imported in a thread once the listener is up, or with the first
question. Its transport is aiohttp and its body is read as bytes: a thirteenth of the cost of its default streaming,
whose objects take 45 µs a chunk and whose httpx pool collapses at some three hundred streams. Retries are ours alone
(`max_retries=0`): the SDK's would sleep a minute without a word.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from ecobot_tui.server.llm.bucket import seconds

if TYPE_CHECKING:
    import groq
    import httpx

    from ecobot_tui.settings import Secret

CONNECT_SECONDS = 5.0
_PATH = "/openai/v1/chat/completions"
_AS_BYTES = {"X-Stainless-Raw-Response": "stream", "Content-Type": "application/json"}
"""The SDK's own word for a response that is left unread, and what its content is."""


class RefusedError(Exception):
    """The provider answered with an error; without its words, which may carry the account's id."""

    def __init__(self, status: int, code: str = "", wait: float | None = None, failed: str = "") -> None:
        super().__init__(f"HTTP {status}{f' {code}' if code else ''}")
        self.status = status
        self.code = code
        self.wait = wait
        """The seconds of `Retry-After`, where there is one."""
        self.failed = failed
        """The invalid call that a model wrote, where that is what was refused."""
        self.headers: Mapping[str, str] = {}


class LostError(Exception):
    """The provider could not be reached, or the connection broke."""


class Reply(Protocol):
    """An open answer: what its headers say, and its body as it comes."""

    headers: Mapping[str, str]

    def reads(self) -> AsyncGenerator[bytes, None]:
        """Yield the body; what breaks it is raised as LostError where the reply was opened."""


class Transport(Protocol):
    """What requests are sent through; tests have one of their own."""

    async def warm_up(self) -> None:
        """Make ready what the first request would wait for."""

    def open(self, request: Mapping[str, Any]) -> AbstractAsyncContextManager[Reply]:
        """Return a context manager that sends a request and holds its `Reply`. Raises RefusedError and LostError."""

    async def close(self) -> None:
        """Let go of connections."""


class SdkTransport:
    """The groq SDK over aiohttp."""

    def __init__(self, key: Secret, base_url: str | None, connections: int) -> None:
        """Keep at most so many connections; as many as there may be streams, or the rest would wait for them."""
        self._key = key
        self._base_url = base_url
        self._connections = connections
        self._client: groq.AsyncGroq | None = None

    async def warm_up(self) -> None:
        """Import the SDK and make the client, without holding up the loop."""
        if self._client is None:
            await asyncio.to_thread(_import_sdk)
            self._connected()

    async def close(self) -> None:
        """Let go of connections."""
        if self._client is not None:
            await self._client.close()

    @asynccontextmanager
    async def open(self, request: Mapping[str, Any]) -> AsyncIterator[Reply]:
        """Send a request and hold its reply. Without `async with` a stream that is left keeps the provider writing."""
        await self.warm_up()
        import aiohttp
        import groq
        import httpx
        from groq.types.chat import ChatCompletion, ChatCompletionChunk

        try:
            # What `with_streaming_response.create` sends, encoded here: the SDK would first walk the messages and the
            # twelve schemas through its typed dictionaries, two thirds of what a request costs.
            opened: Any = await self._connected().post(
                _PATH,
                cast_to=ChatCompletion,
                content=msgspec.json.encode({**request, "stream": True}),
                options={"headers": _AS_BYTES},
                stream=True,
                stream_cls=groq.AsyncStream[ChatCompletionChunk],
            )
            response: httpx.Response = opened.http_response
            # What was sent has done its work; kept with the response it is an eighth of what a stream takes.
            response.request = httpx.Request("POST", response.request.url)
            del opened, request
            try:
                # Errors of the body come up here as well, where it is read.
                yield _SdkReply(response)
            finally:
                await response.aclose()
        except groq.APIStatusError as error:
            raise _refused(error) from None
        except (groq.APIError, httpx.HTTPError, httpx.StreamError, aiohttp.ClientError, OSError) as error:
            raise LostError(type(error).__name__) from None

    def _connected(self) -> groq.AsyncGroq:
        if self._client is None:
            import groq

            limits = {"max_connections": self._connections, "max_keepalive_connections": self._connections}
            self._client = groq.AsyncGroq(
                api_key=self._key.reveal(),
                base_url=self._base_url,
                max_retries=0,
                # How long words are waited for is up to the caller, who can tell a first word from a next one.
                timeout=groq.Timeout(None, connect=CONNECT_SECONDS),
                http_client=_http_client(limits),
            )
        return self._client


class _SdkReply:
    """One streamed response of the SDK."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self.headers: Mapping[str, str] = response.headers

    def reads(self) -> AsyncGenerator[bytes, None]:
        """Yield the body as it is read from the socket; one generator more would cost a tenth of all reading."""
        # An async generator it is, though httpx only says that it can be iterated.
        return cast("AsyncGenerator[bytes, None]", self._response.aiter_bytes())


def _http_client(limits: dict[str, int]) -> httpx.AsyncClient:
    import groq
    import httpx

    return groq.DefaultAioHttpClient(
        limits=httpx.Limits(**limits), timeout=httpx.Timeout(None, connect=CONNECT_SECONDS)
    )


def _refused(error: groq.APIStatusError) -> RefusedError:
    body = error.body if isinstance(error.body, dict) else {}
    inner = body.get("error", body)
    inner = inner if isinstance(inner, dict) else {}
    code, failed = inner.get("code"), inner.get("failed_generation")
    headers = error.response.headers
    refused = RefusedError(
        error.status_code,
        # Only words of the API's own: anything else of a body may be somebody's text.
        code if isinstance(code, str) and code.isidentifier() and len(code) <= 40 else "",
        seconds(headers.get("retry-after", "")),
        failed if isinstance(failed, str) else "",
    )
    refused.headers = headers
    return refused


def _import_sdk() -> None:
    import aiohttp  # noqa: F401
    import groq.resources.chat  # noqa: F401  # what the first question would import
