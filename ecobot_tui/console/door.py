"""The control door for scripts: one plain socket, one request after the other, no event loop.

The app uses `link.py`. This one exists because a script pays for every import: asyncio alone costs 40 ms.
"""

from __future__ import annotations

import socket
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from ecobot_tui.console.arrival import answer, greeting_of, receive
from ecobot_tui.console.faults import BrokenDoorError, ForeignDoorError, NoServerError
from ecobot_tui.failures import reason_of
from ecobot_tui.wire import control
from ecobot_tui.wire.framing import FrameTooLongError, LineFramer

TIMEOUT = 10.0
_CHUNK = 64 * 1024

R = TypeVar("R")


class Door:
    """A connection to the server's control door; a context manager.

    Raises NoServerError, OtherVersionError or ForeignDoorError when it cannot be opened.
    """

    def __init__(self, path: Path, timeout: float = TIMEOUT) -> None:
        self._framer = LineFramer(control.LINE_LIMIT)
        self._last_id = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(timeout)
            try:
                self._socket.connect(str(path))
            except (FileNotFoundError, ConnectionRefusedError):
                raise NoServerError from None
            except OSError as error:
                raise BrokenDoorError(reason_of(error)) from error
            self.greeting = greeting_of(self._line())
        except BaseException:
            self._socket.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def request(self, message: control.Request, expected: type[R]) -> R:
        """Send `message` under the next id and return its answer, of the kind `expected`.

        Raises RefusedError, BrokenDoorError, ForeignDoorError.
        """
        self._last_id += 1
        try:
            self._socket.sendall(control.encode(msgspec.structs.replace(message, id=self._last_id)))
        except OSError as error:
            raise BrokenDoorError(reason_of(error)) from error
        while True:
            reply = receive(self._line())
            if isinstance(reply, control.Greeting | control.Batch) or reply.id != self._last_id:
                continue
            return answer(reply, expected)

    def wait_until_closed(self, timeout: float) -> bool:
        """Return whether the server closed the connection within `timeout` seconds."""
        self._socket.settimeout(timeout)
        try:
            while self._socket.recv(_CHUNK):
                pass
        except TimeoutError:
            return False
        except OSError:
            # A reset is an end too.
            return True
        return True

    def _line(self) -> bytes:
        try:
            while (line := self._framer.next_line()) is None:
                data = self._socket.recv(_CHUNK)
                if not data:
                    raise BrokenDoorError
                self._framer.feed(data)
        except TimeoutError:
            raise BrokenDoorError("no responde") from None
        except OSError as error:
            raise BrokenDoorError(reason_of(error)) from error
        except FrameTooLongError as error:
            raise ForeignDoorError(str(error)) from error
        return line
