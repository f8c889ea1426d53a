"""One server owns a state directory: a lock that the kernel releases, however the owner ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType


class TakenError(Exception):
    """Another server owns the state directory."""


class Ownership:
    """Holds the lock of a state directory. Raises TakenError on entering where another server has it."""

    def __init__(self, directory: Path, lock: Path) -> None:
        self._directory = directory
        self._lock = lock
        self._descriptor: int | None = None

    def __enter__(self) -> None:
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._directory.stat().st_mode & 0o077:
            self._directory.chmod(0o700)
        descriptor = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise TakenError(str(self._directory)) from None
        self._descriptor = descriptor

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
