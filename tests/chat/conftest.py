from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.server import clean_environment


@pytest.fixture(autouse=True)
def _nobodys_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the client, and programs that tests start, find neither a key nor anybody's own settings."""
    kept = clean_environment(tmp_path, TEXTUAL_ANIMATIONS="none")
    for name in os.environ.keys() - kept.keys():
        monkeypatch.delenv(name)
    for name, value in kept.items():
        monkeypatch.setenv(name, value)
