"""What the loop may hand a connection."""

from __future__ import annotations

import socket
from typing import Any

from ecobot_tui.server.answering import Answering
from ecobot_tui.server.connection import RECEIVE_BUFFER, Connection
from ecobot_tui.server.llm.model import NoModel
from ecobot_tui.server.registry import Registry
from ecobot_tui.server.session import Host


class ForeignTransport:
    """A transport of another loop, as uvloop's: it does what asyncio's does and is no subclass of it."""

    def __init__(self) -> None:
        self.written = b""
        self._socket = socket.socket()

    def get_extra_info(self, name: str) -> Any:
        return ("127.0.0.1", 5) if name == "peername" else self._socket

    def set_write_buffer_limits(self, high: int) -> None:
        return

    def pause_reading(self) -> None:
        return

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes) -> None:
        self.written += data

    def close(self) -> None:
        self._socket.close()


def test_a_transport_of_another_loop_is_taken():
    registry = Registry(lambda: "91ab27ef", Host("1", lambda: False))
    connection = Connection(Answering(registry, NoModel(), 10), memoryview(bytearray(RECEIVE_BUFFER)))
    transport = ForeignTransport()
    connection.connection_made(transport)  # type: ignore[arg-type]
    transport.close()
    assert b"Tu session_id es: 91ab27ef" in transport.written
