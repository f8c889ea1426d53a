"""The lines of standard input for an event loop: a pipe, a file or a terminal, on every platform.

A thread reads, because a file cannot be watched by epoll and a pipe not by Windows. It is a daemon that asks the
operating system directly: the program can end while it waits, and no lock of Python's own streams is held then. It
reads only when asked to, so that `yes | ecobot-chat` does not fill the memory.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator

from ecobot_tui.wire.framing import LineFramer

_PIECE = 16 * 1024
_END = b""


async def lines(descriptor: int, limit: int) -> AsyncIterator[str]:
    """Yield the lines of a descriptor, decoded, the last one also without its line feed.

    Raises FrameTooLongError for a line of more than `limit` bytes, OSError when it cannot be read.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[bytes | OSError] = asyncio.Queue()
    wanted = threading.Semaphore(0)

    def read() -> None:
        piece: bytes | OSError = b" "
        while piece and not isinstance(piece, OSError):
            wanted.acquire()
            try:
                piece = os.read(descriptor, _PIECE)
            except OSError as error:
                piece = error
            try:
                loop.call_soon_threadsafe(arrived.put_nowait, piece)
            except RuntimeError:
                # The loop is closed: the program has ended and nobody wants the rest.
                return

    threading.Thread(target=read, name="standard-input", daemon=True).start()
    framer = LineFramer(limit)
    ended = False
    while True:
        while (line := framer.next_line()) is not None:
            yield line.decode(errors="replace")
        if ended:
            return
        wanted.release()
        piece = await arrived.get()
        if isinstance(piece, OSError):
            raise piece
        ended = piece == _END
        framer.feed(piece or b"\n")
