"""The reader of streams, alone and beside the SDK's own, which is given the same bytes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import groq
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecobot_tui.server.llm.completion import BrokenStreamError, Completion
from ecobot_tui.server.llm.model import Usage


def chunk(content: str | None = None, finish: str | None = None, **more: Any) -> bytes:
    delta: dict[str, Any] = {} if content is None else {"content": content}
    if "tool_calls" in more:
        delta["tool_calls"] = more.pop("tool_calls")
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        **more,
    }
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


USAGE = {
    "prompt_tokens": 10,
    "completion_tokens": 5,
    "total_tokens": 15,
    "prompt_tokens_details": {"cached_tokens": 8},
}
DONE = b"data: [DONE]\n\n"


@dataclass
class Read:
    """What a reader makes of a stream."""

    text: str = ""
    finish: str = ""
    usage: Usage | None = None
    error: bool = False


def ours(stream: bytes, size: int = 0) -> Read:
    completion, read = Completion(), Read()
    try:
        size = size or len(stream) or 1
        for start in range(0, len(stream), size):
            read.text += completion.feed(stream[start : start + size])
        completion.end()
    except BrokenStreamError as error:
        read.error = str(error) != "no finish_reason"
    read.finish, read.usage = completion.finish_reason, completion.usage
    return read


def theirs(stream: bytes) -> Read:
    """Read with the SDK's own objects. What it passes over in silence is told here as it tells it: not at all."""

    async def read() -> Read:
        transport = httpx.MockTransport(lambda request: httpx.Response(200, content=stream))
        async with httpx.AsyncClient(transport=transport) as http:
            client = groq.AsyncGroq(api_key="k", http_client=http, max_retries=0)
            found = Read()
            answer: Any = await client.chat.completions.create(model="m", messages=[], stream=True)
            try:
                async for piece in answer:
                    if piece.choices:
                        found.text += piece.choices[0].delta.content or ""
                        found.finish = piece.choices[0].finish_reason or found.finish
                    if piece.x_groq and piece.x_groq.usage:
                        one = piece.x_groq.usage
                        details = getattr(one, "prompt_tokens_details", None)
                        cached = getattr(details, "cached_tokens", 0) or 0
                        found.usage = Usage(one.prompt_tokens, one.completion_tokens, cached)
            except (groq.APIError, ValueError):
                found.error = True
            return found

    return asyncio.run(read())


STREAMS = {
    "plain": chunk("Hola ") + chunk("mundo") + chunk(finish="stop", x_groq={"id": "r", "usage": USAGE}) + DONE,
    "crlf": (chunk("ñ") + chunk(finish="stop") + DONE).replace(b"\n", b"\r\n"),
    "comments": b": hola\n\n" + chunk("a") + b":\n\n" + chunk(finish="length") + DONE,
    "no end": chunk("a") + chunk("b"),
    "no done": chunk("a") + chunk(finish="stop", x_groq={"id": "r", "usage": USAGE}),
    "after done": chunk("a", "stop") + DONE + chunk("b"),
    "error event": chunk("a") + b'event: error\ndata: {"error":{"message":"x","code":"c"}}\n\n',
    "error data": chunk("a") + b'data: {"error":{"message":"x"}}\n\n' + chunk("b", "stop"),
    "bad json": chunk("a") + b"data: {nada\n\n" + chunk("b", "stop"),
    "bad utf-8": chunk("a") + b'data: {"id":"c","choices":[{"index":0,"delta":{"content":"\xff"}}]}\n\n',
    "no choices": b'data: {"id":"c","object":"o","created":1,"model":"m","choices":[]}\n\n' + chunk("a", "stop"),
    "unknown reason": chunk("a", "content_filter") + DONE,
    "unfinished event": chunk("a") + chunk("b", "stop")[:-1],
    "empty": b"",
    "garbage": b"<html>no</html>",
}


@pytest.mark.parametrize("name", STREAMS)
def test_same_bytes_same_text_usage_and_error_as_the_sdk(name: str):
    assert ours(STREAMS[name]) == theirs(STREAMS[name])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("name", STREAMS)
def test_the_size_of_reads_makes_no_difference(name: str, size: int):
    assert ours(STREAMS[name], size) == ours(STREAMS[name])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=20), max_size=8), st.sampled_from(["stop", "length", None]), st.booleans())
def test_any_text_comes_through_as_with_the_sdk(words: list[str], finish: str | None, told: bool):
    more = {"x_groq": {"id": "r", "usage": USAGE}} if told else {}
    stream = b"".join(map(chunk, words)) + chunk(finish=finish, **more) + DONE
    assert ours(stream) == theirs(stream)


def test_an_error_that_the_sdk_passes_over():
    stream = chunk("a", "stop", x_groq={"id": "r", "error": "over_capacity"})
    assert not theirs(stream).error
    assert ours(stream).error


def test_what_came_before_an_error_is_said_first():
    completion = Completion()
    assert completion.feed(STREAMS["error event"]) == "a"
    with pytest.raises(BrokenStreamError, match="error event"):
        completion.feed(b"")


def test_a_stream_that_does_not_say_why_it_ended_is_not_whole():
    completion = Completion()
    completion.feed(STREAMS["no end"])
    with pytest.raises(BrokenStreamError, match="no finish_reason"):
        completion.end()


def test_fragments_of_calls_are_put_together_by_their_index():
    completion = Completion()
    for calls in (
        [{"index": 0, "id": "c0", "function": {"name": "plazo_fijo", "arguments": ""}}],
        [{"index": 1, "id": "c1", "function": {"name": "calcular", "arguments": '{"expr'}}],
        [{"index": 0, "function": {"arguments": '{"capital"'}}, {"index": 1, "function": {"arguments": "esion"}}],
        [{"index": 0, "function": {"arguments": ": 1}"}}, {"index": 1, "function": {"arguments": '": "1+1"}'}}],
    ):
        assert completion.feed(chunk(tool_calls=calls)) == ""
    completion.feed(chunk(finish="tool_calls"))
    completion.end()
    assert [(one.id, one.name, one.arguments) for one in completion.tool_calls] == [
        ("c0", "plazo_fijo", '{"capital": 1}'),
        ("c1", "calcular", '{"expresion": "1+1"}'),
    ]


def test_the_code_of_an_error_in_the_stream_is_kept_and_its_words_are_not():
    completion = Completion()
    with pytest.raises(BrokenStreamError) as caught:
        completion.feed(b'data: {"error":{"message":"org_secret","code":"tool_use_failed"}}\n\n')
    assert caught.value.code == "tool_use_failed"
    assert "org_secret" not in str(caught.value)


def test_a_megabyte_in_one_event_is_refused():
    completion = Completion()
    with pytest.raises(BrokenStreamError):
        completion.feed(chunk("x" * 1_000_000))
