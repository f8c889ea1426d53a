"""Who loads what: the server starts fast and never reaches a screen, and the source keeps to its house rules."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import ecobot_tui
from tests.support.server import clean_environment

PACKAGE = Path(ecobot_tui.__file__).parent
TESTS = Path(__file__).parent
MOST_LINES = 400

SCREEN = {"textual", "rich"}
MODEL = {"groq", "aiohttp", "httpx", "httpcore", "pydantic", "anyio"}
NETWORK = {"asyncio", "socket", "ssl", "selectors"}
OTHER_ROOMS = {"ecobot_tui.server", "ecobot_tui.ui", "ecobot_tui.console", "ecobot_tui.chat"}


def modules_after(*arguments: str) -> set[str]:
    """Return what a fresh interpreter has loaded after `arguments`, as `-X importtime` tells it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    told = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {parent for name in told for parent in _with_parents(name)}


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def test_the_measure_sees_what_is_loaded() -> None:
    # Without this, the tests below could pass because nothing was seen at all.
    assert {"ecobot_tui.text", "asyncio", "msgspec"} <= modules_after("-c", "import ecobot_tui.text, asyncio, msgspec")


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("ecobot_tui.text", SCREEN | MODEL | NETWORK | OTHER_ROOMS | {"msgspec"}),
        ("ecobot_tui.settings", SCREEN | MODEL | NETWORK | OTHER_ROOMS | {"msgspec", "platformdirs", "dotenv"}),
        ("ecobot_tui.plot", SCREEN | MODEL | NETWORK | OTHER_ROOMS | {"plotille", "ecobot_tui.economics"}),
        ("ecobot_tui.wire.telnet", SCREEN | MODEL | NETWORK | OTHER_ROOMS),
        ("ecobot_tui.wire.framing", SCREEN | MODEL | NETWORK | OTHER_ROOMS),
        ("ecobot_tui.wire.chat", SCREEN | MODEL | NETWORK | OTHER_ROOMS),
        ("ecobot_tui.wire.control", SCREEN | MODEL | NETWORK | OTHER_ROOMS),
        ("ecobot_tui.economics", SCREEN | MODEL | NETWORK | OTHER_ROOMS | {"ecobot_tui.wire", "ecobot_tui.settings"}),
        ("ecobot_tui.server.service", SCREEN | MODEL | (OTHER_ROOMS - {"ecobot_tui.server"})),
        ("ecobot_tui.console.cli", SCREEN | MODEL | {"ecobot_tui.server", "ecobot_tui.chat"}),
        ("ecobot_tui.chat.cli", SCREEN | MODEL | {"ecobot_tui.server", "ecobot_tui.console"}),
        ("ecobot_tui.chat.app", MODEL | {"ecobot_tui.server", "ecobot_tui.economics", "plotille"}),
    ],
)
def test_a_module_loads_nothing_of_these(module: str, never: set[str]) -> None:
    loaded = modules_after("-c", f"import {module}")
    assert module in loaded
    assert sorted(loaded & never) == []


def test_the_help_of_the_server_loads_neither_asyncio_nor_msgspec() -> None:
    loaded = modules_after("-m", "ecobot_tui.server", "--help")
    assert "ecobot_tui.settings" in loaded
    assert sorted(loaded & (SCREEN | MODEL | NETWORK | {"msgspec", "logging", "ecobot_tui.economics"})) == []


def test_a_wrong_value_costs_no_more_than_the_help(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ecobot_tui.server", "--port", "x", "--state-dir", str(tmp_path)],
        capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path, env=clean_environment(tmp_path),
    )  # fmt: skip
    assert done.returncode == 2
    assert "asyncio" not in done.stderr
    told = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert len(told) == 1
    assert told[0].startswith("--port (ECOBOT_SOCKET_PORT) = «x»: ")


def sources() -> list[Path]:
    return sorted([*PACKAGE.rglob("*.py"), *TESTS.rglob("*.py")])


def test_no_source_file_is_longer_than_a_reader_holds_in_mind() -> None:
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert len(lengths) > 50
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_every_package_says_what_it_is_for() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert len(folders) > 5
    silent = [
        str(folder)
        for folder in sorted(folders)
        if not (folder / "__init__.py").is_file()
        or not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []
