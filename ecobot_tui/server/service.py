"""The server as a whole: what is started, in what order, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import secrets
import signal
import time
from typing import TYPE_CHECKING

from ecobot_tui import __version__
from ecobot_tui.server import sentences, views
from ecobot_tui.server.answering import Answering
from ecobot_tui.server.connection import RECEIVE_BUFFER, Connection
from ecobot_tui.server.control import ControlDoor
from ecobot_tui.server.descriptors import raise_descriptor_limit
from ecobot_tui.server.llm.model import Model, NoModel
from ecobot_tui.server.local_knowledge import LocalKnowledge
from ecobot_tui.server.logbook import Logbook
from ecobot_tui.server.registry import Registry
from ecobot_tui.server.session import Host, Session
from ecobot_tui.settings import Settings
from ecobot_tui.text import clean_line
from ecobot_tui.wire import control
from ecobot_tui.wire.vocabulary import Dismissal

if TYPE_CHECKING:
    from ecobot_tui.economics import Dialogue

BACKLOG = 128
DRAIN_SECONDS = 10.0
GC_THRESHOLDS = (10_000, 20, 50)
NODE = "local"

log = logging.getLogger("ecobot")


class Service:
    """One server. `run` returns its exit status."""

    version = __version__
    node = NODE

    def __init__(self, settings: Settings, book: Logbook) -> None:
        self._settings = settings
        self._book = book
        self._model: Model = _model(settings)
        self._started_at = time.time()
        self._port = settings.port
        self._stopping = asyncio.Event()
        self._at_once = asyncio.Event()
        self._empty = asyncio.Event()
        host = Host(__version__, lambda: self._model.status == "on")
        self.registry = Registry(lambda: secrets.token_hex(4), host)
        self._answering = Answering(self.registry, self._model, raise_descriptor_limit())
        self._knowledge = LocalKnowledge(settings.knowledge_dir, self._answer_from)
        self._concepts = 0
        self._exit_status = 0
        self._answering.on_empty = self._empty.set
        self._door = ControlDoor(self, settings.socket_path)

    async def run(self) -> int:
        """Serve until told to stop. Raises OSError where the address cannot be had.

        The port is open, and clients are greeted, before the knowledge is read: that takes longer than all the rest.
        """
        loop = asyncio.get_running_loop()
        buffer = memoryview(bytearray(RECEIVE_BUFFER))
        listener = await loop.create_server(
            lambda: Connection(self._answering, buffer), self._settings.host, self._settings.port, backlog=BACKLOG
        )
        self._port = listener.sockets[0].getsockname()[1]
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        loop.add_signal_handler(signal.SIGHUP, self.reload)
        self.registry.watch(self._door)
        self._book.listener = self._door.logged
        await self._door.open()
        log.info("EcoBot socket server escuchando en %s:%d ...", self._settings.host, self._port)
        warming = loop.create_task(self._warm_up())
        warming.add_done_callback(self._warmed_up)
        await self._stopping.wait()
        listener.close()
        warming.cancel()
        await asyncio.wait([warming])
        await self._drain()
        self._book.listener = None
        self._door.close()
        await self._model.close()
        log.info("EcoBot socket server detenido.")
        return self._exit_status

    # What the control door may ask.

    def status(self) -> control.Status:
        """Return the server's figures."""
        routes = self._answering.routes
        return control.Status(
            pid=os.getpid(),
            host=self._settings.host,
            port=self._port,
            sessions=len(self.registry),
            started_at=views.iso(self._started_at),
            version=__version__,
            groq=self._model.status,
            store=self._settings.store,
            node=NODE,
            models=list(self._settings.models) if self._settings.groq_key else [],
            concepts=self._concepts,
            questions=routes.total(),
            routes={route.value: count for route, count in routes.items()},
            draining=self._stopping.is_set(),
            knowledge=self._knowledge.own,
            llm=views.groq(self._model.figures()) if self._settings.groq_key else None,
        )

    def recent_log(self) -> list[str]:
        """Return the last lines of the log."""
        return self._book.lines()

    def kill(self, sid: str, reason: str) -> Session | None:
        """End a session; return it, or None where there is none of that sid."""
        session, connection = self.registry.get(sid), self._answering.connections.get(sid)
        if session is None or connection is None or session.over:
            return None
        reason = clean_line(reason)
        sentence = sentences.KILLED_BECAUSE.format(reason=reason) if reason else sentences.KILLED
        connection.kick(sentence, Dismissal.KILLED)
        log.info("Sesión %s cerrada desde admin.%s", sid, f" Motivo: {reason}" if reason else "")
        # It is gone from the lists at once, however long its last words take to leave.
        self._answering.close(session)
        return session

    def pause_model(self, *, paused: bool) -> bool:
        """Ask nothing of the model any more, or again; return whether there is one."""
        if self._settings.groq_key is None:
            return False
        self._model.pause(paused=paused)
        log.info("Consultas a Groq %s desde admin.", "pausadas" if paused else "reanudadas")
        return True

    def stop(self) -> None:
        """Begin to stop; when asked again, stop at once."""
        if self._stopping.is_set():
            self._at_once.set()
        self._stopping.set()

    def reload(self) -> asyncio.Task[control.OwnKnowledge]:
        """Read the teacher's own knowledge again, while questions go on; the task raises NotReloadedError."""
        return self._knowledge.reload()

    def _answer_from(self, dialogue: Dialogue) -> None:
        """Answer from this knowledge from now on; the first lets questions in."""
        from ecobot_tui.server.router import Router

        self._concepts = dialogue.brain.concept_count
        router = Router(dialogue, lambda: self._model.status)
        if self._answering.router is None:
            self._answering.take_questions(router)
        else:
            self._answering.router = router

    async def _warm_up(self) -> None:
        """Read the knowledge, then let questions in; then make the model ready."""
        await self._knowledge.read()
        log.info("%d conceptos en la base local.", self._concepts)
        if self._model.status == "off":
            log.info("Sin GROQ_API_KEY: modo local.")
        # What was made to start lives as long as the server: the collector need not look at it again.
        gc.freeze()
        # The collector's usual pace is for small programs: with hundreds of streams it looked at everything again and
        # again, and whoever asked meanwhile waited 40 ms.
        gc.set_threshold(*GC_THRESHOLDS)
        from ecobot_tui.server.llm.groq_model import GroqModel

        if isinstance(self._model, GroqModel):
            await self._model.warm_up()

    def _warmed_up(self, warming: asyncio.Task[None]) -> None:
        if warming.cancelled() or (error := warming.exception()) is None:
            return
        # Without its knowledge a server would greet, and never answer.
        log.error("No se pudo leer la base de conocimiento o preparar el modelo.", exc_info=error)
        self._exit_status = 1
        self.stop()

    async def _drain(self) -> None:
        """Say goodbye to everyone, and let answers in work end within the deadline."""
        log.info("⏹ Apagando servidor EcoBot socket...")
        connections = list(self._answering.connections.values())
        for connection in connections:
            connection.finish_soon(sentences.STOPPING)
        await self._until_empty(DRAIN_SECONDS)
        for connection in list(self._answering.connections.values()):
            connection.kick(sentences.STOPPING, Dismissal.STOPPING)
        await self._until_empty(2.0)
        for connection in list(self._answering.connections.values()):
            connection.abort()
        # One turn of the loop for the last closings.
        await asyncio.sleep(0)

    async def _until_empty(self, seconds: float) -> None:
        if not self._answering.connections or self._at_once.is_set():
            return
        self._empty.clear()
        waits = [asyncio.ensure_future(self._empty.wait()), asyncio.ensure_future(self._at_once.wait())]
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()


def _model(settings: Settings) -> Model:
    if settings.groq_key is None:
        return NoModel()
    # Without a key not even these modules are paid for.
    from ecobot_tui.server.llm.groq_model import GroqModel
    from ecobot_tui.server.llm.spending import Price
    from ecobot_tui.server.llm.transport import SdkTransport

    return GroqModel(
        SdkTransport(settings.groq_key, settings.groq_base_url, settings.groq_concurrency),
        settings.models,
        patience=settings.groq_patience,
        concurrency=settings.groq_concurrency,
        prices={name: Price(*prices) for name, prices in settings.groq_prices.items()},
        daily_cap=settings.groq_daily_cap,
        keep_seconds=settings.groq_cache,
    )
