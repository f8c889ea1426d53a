"""A service in this process, where what it waits for is in the test's hands."""

from __future__ import annotations

import asyncio
import logging
import threading
from pathlib import Path

import pytest

from ecobot_tui import settings
from ecobot_tui.economics import KnowledgeError, knowledge
from ecobot_tui.economics.knowledge import Knowledge
from ecobot_tui.server.logbook import Logbook
from ecobot_tui.server.service import Service
from tests.support.waiting import eventually_async


@pytest.fixture
def service(short_directory: Path) -> Service:
    flags = {"host": "127.0.0.1", "port": "0", "state_dir": str(short_directory)}
    book = Logbook()
    return Service(settings.load(flags, {}, short_directory), book)


async def port(service: Service) -> int:
    await eventually_async(lambda: service.status().port, "it listens")
    return service.status().port


async def test_clients_are_greeted_before_the_knowledge_is_read_and_answered_after(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    may_load = threading.Event()

    def load() -> Knowledge:
        assert may_load.wait(20)
        return builtin

    builtin = knowledge.load_knowledge()
    monkeypatch.setattr(knowledge, "load_knowledge", load)
    running = asyncio.create_task(service.run())
    reader, writer = await asyncio.open_connection("127.0.0.1", await port(service))
    assert (await reader.readuntil(b"\r\n> ")).startswith(b"Bienvenido")
    writer.write("¿qué es el PBI?\r\n".encode())
    assert service.status().concepts == 0
    may_load.set()
    assert "producto bruto interno" in (await reader.readuntil(b"\r\n> ")).decode().casefold()
    assert service.status().concepts > 60
    service.stop()
    await reader.read()
    writer.close()
    assert await running == 0


async def test_a_server_whose_knowledge_cannot_be_read_says_so_and_ends_with_1(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def load() -> Knowledge:
        raise KnowledgeError("finanzas.toml: «bono»: falta la definición")

    monkeypatch.setattr(knowledge, "load_knowledge", load)
    with caplog.at_level(logging.ERROR):
        assert await asyncio.wait_for(service.run(), 20) == 1
    assert "finanzas.toml" in caplog.text
