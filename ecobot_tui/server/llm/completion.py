"""What one streamed completion says: its text as it comes, and in the end its tool calls, usage and reason to stop.

A stream counts as complete only when it says why it ended and carries no error; the SDK lets one that was cut end in
silence. Only what is used of a chunk is decoded, which costs 0.4 µs against the 45 of the SDK's own objects.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from ecobot_tui.server.llm.events import EventSplitter
from ecobot_tui.server.llm.model import Usage


class BrokenStreamError(Exception):
    """The stream carries an error, or is not what a stream of chunks should be. The text is ours."""

    def __init__(self, detail: str, code: str = "") -> None:
        super().__init__(detail)
        self.code = code


_NO_ERROR = msgspec.Raw(b"")
_NOTHING = frozenset({b"", b"null", b'""', b"{}", b"false"})


class _Function(msgspec.Struct):
    name: str | None = None
    arguments: str | None = None


class _ToolDelta(msgspec.Struct):
    index: int | None = None
    id: str | None = None
    function: _Function | None = None


class _Delta(msgspec.Struct):
    content: str | None = None
    tool_calls: list[_ToolDelta] | None = None


class _Choice(msgspec.Struct):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _PromptDetails(msgspec.Struct):
    cached_tokens: int | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _PromptDetails | None = None


class _Extra(msgspec.Struct):
    error: msgspec.Raw = _NO_ERROR
    usage: _Usage | None = None


class _Error(msgspec.Struct):
    code: str | int | None = None


class _Chunk(msgspec.Struct):
    choices: list[_Choice] | None = None
    x_groq: _Extra | None = None
    usage: _Usage | None = None
    error: msgspec.Raw = _NO_ERROR


_decode = msgspec.json.Decoder(_Chunk).decode


@dataclass(slots=True)
class ToolCall:
    """A call that the model asked for; its arguments are JSON as the model wrote it, right or wrong."""

    id: str = ""
    name: str = ""
    arguments: str = ""


class Completion:
    """Reads one stream."""

    __slots__ = ("_broken", "_calls", "_done", "_splitter", "finish_reason", "said", "usage")

    def __init__(self) -> None:
        self._splitter = EventSplitter()
        self._calls: dict[int, ToolCall] = {}
        self._broken: BrokenStreamError | None = None
        self._done = False
        self.finish_reason = ""
        self.usage: Usage | None = None
        self.said = False

    @property
    def tool_calls(self) -> list[ToolCall]:
        """The calls the model asked for, in their order; whole once the stream has ended."""
        return [self._calls[index] for index in sorted(self._calls)]

    def feed(self, read: bytes) -> str:
        """Return the text that a read holds. Raises BrokenStreamError.

        What came before the error in the same read is returned first; the error is raised by the next call.
        """
        self._raise_broken()
        text = ""
        try:
            for name, data in self._splitter.feed(read):
                if self._done:
                    break
                if data.startswith(b"[DONE]"):
                    self._done = True
                elif not name or name == b"error":
                    text += self._take(_decode(data))
        except (ValueError, msgspec.MsgspecError) as error:
            self._broken = BrokenStreamError(type(error).__name__)
        except BrokenStreamError as error:
            self._broken = error
        if not text:
            self._raise_broken()
        else:
            self.said = True
        return text

    def end(self) -> None:
        """Take the end of the stream. Raises BrokenStreamError where it ended without saying why."""
        self._raise_broken()
        if not self.finish_reason:
            raise BrokenStreamError("no finish_reason")

    def _raise_broken(self) -> None:
        if self._broken is not None:
            raise self._broken

    def _take(self, chunk: _Chunk) -> str:
        if bytes(chunk.error) not in _NOTHING:
            raise BrokenStreamError("error event", _code(chunk.error))
        usage = chunk.usage
        if (extra := chunk.x_groq) is not None:
            if bytes(extra.error) not in _NOTHING:
                raise BrokenStreamError("x_groq.error")
            usage = extra.usage or usage
        if usage is not None:
            details = usage.prompt_tokens_details
            cached = details.cached_tokens or 0 if details else 0
            self.usage = Usage(usage.prompt_tokens, usage.completion_tokens, cached)
        if not chunk.choices:
            return ""
        choice = chunk.choices[0]
        if choice.finish_reason:
            self.finish_reason = choice.finish_reason
        delta = choice.delta
        if delta is None:
            return ""
        if delta.tool_calls:
            for fragment in delta.tool_calls:
                self._merge(fragment)
        return delta.content or ""

    def _merge(self, fragment: _ToolDelta) -> None:
        call = self._calls.setdefault(fragment.index or 0, ToolCall())
        call.id = fragment.id or call.id
        if (function := fragment.function) is not None:
            call.name += function.name or ""
            call.arguments += function.arguments or ""


def _code(error: msgspec.Raw) -> str:
    try:
        return str(msgspec.json.decode(error, type=_Error).code or "")
    except msgspec.MsgspecError:
        return ""
