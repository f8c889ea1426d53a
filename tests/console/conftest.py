from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from ecobot_tui import settings
from ecobot_tui.settings import Settings
from tests.console.scripted_door import ScriptedDoor, scripted_door
from tests.support.server import clean_environment


@pytest.fixture(autouse=True)
def _nobodys_environment(monkeypatch: pytest.MonkeyPatch, state_dir: Path) -> None:
    """Let the console, and servers that it starts, find neither a key nor anybody's own state."""
    kept = clean_environment(state_dir, TEXTUAL_ANIMATIONS="none")
    for name in os.environ.keys() - kept.keys():
        monkeypatch.delenv(name)
    for name, value in kept.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(state_dir)


@pytest.fixture
def state_dir() -> Iterator[Path]:
    """A directory with a short name: the path of a Unix socket has to fit into 103 bytes."""
    path = Path(tempfile.mkdtemp(prefix="eco"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def found(state_dir: Path) -> Settings:
    return settings.load({"state_dir": str(state_dir)}, {}, state_dir)


@pytest.fixture
async def door(found: Settings) -> AsyncIterator[ScriptedDoor]:
    async with scripted_door(found.socket_path) as running:
        yield running
