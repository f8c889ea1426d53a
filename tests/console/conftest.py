from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from ecobot_tui import settings
from ecobot_tui.settings import Settings
from tests.console.scripted_door import ScriptedDoor, scripted_door
from tests.support.server import use_clean_environment


@pytest.fixture(autouse=True)
def _nobodys_environment(monkeypatch: pytest.MonkeyPatch, state_dir: Path) -> None:
    """Let the console, and servers that it starts, find neither a key nor anybody's own state."""
    use_clean_environment(monkeypatch, state_dir)
    monkeypatch.chdir(state_dir)


@pytest.fixture
def state_dir(short_directory: Path) -> Path:
    return short_directory


@pytest.fixture
def found(state_dir: Path) -> Settings:
    return settings.load({"state_dir": str(state_dir)}, {}, state_dir)


@pytest.fixture
async def door(found: Settings) -> AsyncIterator[ScriptedDoor]:
    async with scripted_door(found.socket_path) as running:
        yield running
