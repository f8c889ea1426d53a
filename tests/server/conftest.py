"""Fixtures of the server's tests."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture
def telnet() -> str:
    """The real telnet client. A machine may lack it; CI may not."""
    found = shutil.which("telnet")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a real telnet client (inetutils-telnet)")
        pytest.skip("there is no telnet client")
    return found
