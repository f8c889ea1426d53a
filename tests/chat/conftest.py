from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.server import use_clean_environment


@pytest.fixture(autouse=True)
def _nobodys_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the client, and programs that tests start, find neither a key nor anybody's own settings."""
    use_clean_environment(monkeypatch, tmp_path)
