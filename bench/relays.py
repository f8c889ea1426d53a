"""`python -m bench.relays SIDE PORT URL MODEL`: one and the same small relay around different ways to ask the model.

It takes a line, streams the model's words back and writes a prompt. Two sides know no history, no functions and no
limits, and their request is one line: whatever EcoBot's own does beyond that counts against it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Awaitable, Callable

from ecobot_tui.server.descriptors import raise_descriptor_limit

PROMPT = b"\r\n> "

Answer = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


def sdk_default(url: str, model: str) -> Answer:
    """Return the relay that the SDK's documentation shows: its default client, its objects, each delta written."""
    import groq

    client = groq.AsyncGroq(api_key="bench", base_url=url)

    async def answer(question: str, writer: asyncio.StreamWriter) -> None:
        stream = await client.chat.completions.create(
            model=model, messages=[{"role": "user", "content": question}], stream=True
        )
        async for chunk in stream:
            if text := chunk.choices[0].delta.content:
                writer.write(text.encode())
                await writer.drain()

    return answer


def raw_aiohttp(url: str, model: str) -> Answer:
    """Return the cheapest relay in Python that still reads every event: no SDK, EcoBot's own decoding."""
    import aiohttp

    from ecobot_tui.server.llm.completion import Completion

    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), headers={"Authorization": "Bearer bench"})
    path = f"{url}/openai/v1/chat/completions"

    async def answer(question: str, writer: asyncio.StreamWriter) -> None:
        request = {"model": model, "messages": [{"role": "user", "content": question}], "stream": True}
        body = json.dumps(request).encode()
        completion = Completion()
        async with session.post(path, data=body, headers={"Content-Type": "application/json"}) as response:
            async for read in response.content.iter_any():
                if text := completion.feed(read):
                    writer.write(text.encode())
                    await writer.drain()
        completion.end()

    return answer


def ecobots(url: str, model: str) -> Answer:
    """Return the same relay around EcoBot's own `server/llm`: prompt, functions, budgets, breakers, queue and all."""
    from ecobot_tui.server.llm.groq_model import GroqModel
    from ecobot_tui.server.llm.model import Inquiry
    from ecobot_tui.server.llm.transport import SdkTransport
    from ecobot_tui.settings import Secret

    asked = GroqModel(SdkTransport(Secret("bench"), url, 600), (model,), concurrency=600)

    async def answer(question: str, writer: asyncio.StreamWriter) -> None:
        await asked.answer(Inquiry(question, question), _Written(writer))
        await writer.drain()

    return answer


class _Written:
    """A listener that writes what it hears."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    def piece(self, text: str) -> None:
        self._writer.write(text.encode())

    def waiting(self, position: int) -> None:
        raise AssertionError("nobody waits here")


SIDES = {"sdk": sdk_default, "raw": raw_aiohttp, "llm": ecobots}


async def _serve(side: str, port: int, url: str, model: str) -> None:
    answer = SIDES[side](url, model)

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A client that leaves is no event here.
        with contextlib.suppress(ConnectionError):
            writer.write(PROMPT)
            while line := await reader.readline():
                await answer(line.decode().strip(), writer)
                writer.write(PROMPT)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(client, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    raise_descriptor_limit()
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]))
