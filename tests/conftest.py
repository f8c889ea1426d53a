"""Fixtures that several rooms use."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.groq_server import GroqServer, groq_server
from tests.support.server import ServerProcess, running_server

# In CI the examples are always the same: a change is judged by what it did. Elsewhere each run looks further.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

CANARY_KEY = "gsk_canary_7f3a9c"


@pytest.fixture
def server() -> Iterator[ServerProcess]:
    """A server without a model, for one test."""
    with running_server() as running:
        yield running


@pytest.fixture
def short_directory() -> Iterator[Path]:
    """A directory with a short name: the path of a Unix socket has to fit into 103 bytes."""
    path = Path(tempfile.mkdtemp(prefix="eco-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def groq() -> Iterator[GroqServer]:
    """A Groq of our own."""
    with groq_server() as running:
        yield running


@pytest.fixture
def server_with_model(groq: GroqServer) -> Iterator[ServerProcess]:
    """A server whose model is the `groq` fixture; it waits two seconds for words."""
    with running_server(
        GROQ_API_KEY=CANARY_KEY, GROQ_BASE_URL=groq.url, GROQ_MODEL="modelo-a", ECOBOT_GROQ_PATIENCE="2"
    ) as running:
        yield running


@pytest.fixture
def telnet() -> str:
    """The real telnet client. A machine may lack it; CI may not."""
    found = shutil.which("telnet")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a real telnet client (inetutils-telnet)")
        pytest.skip("there is no telnet client")
    return found
