"""What the server needs of a model, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

BROKEN_OFF = "(respuesta interrumpida: {why}; preguntá de nuevo si querés)"


class ModelFault(Enum):
    """Why a model gave no answer, or not all of it; the value is what the user is told."""

    REJECTED_KEY = (
        "No puedo usar el modelo: la clave de Groq de este servidor no es válida. "
        "Sigo respondiendo definiciones y cuentas con mi base local."
    )
    BUSY = "El modelo llegó a su límite de consultas por ahora. Probá de nuevo en un minuto."
    FULL = "Hay muchas consultas al modelo en espera y la tuya tardaría demasiado. Probá de nuevo en un rato."
    PAUSED = "El operador pausó las consultas al modelo. Sigo respondiendo definiciones y cuentas con mi base local."
    SPENT = "El modelo llegó al gasto diario que fijó este servidor. Mañana vuelve; hasta entonces, mi base local."
    DOWN = "El modelo no está disponible en este momento. Probá de nuevo en unos minutos."
    SILENT = "El modelo tardó demasiado en responder. Probá de nuevo en un rato."
    CUT = BROKEN_OFF.format(why="se cortó la conexión con el modelo")
    STALLED = BROKEN_OFF.format(why="el modelo dejó de responder")
    TOO_LONG = "Esa consulta es demasiado larga para el modelo. Probá con una más corta."
    UNUSABLE = "El modelo no pudo con esa consulta. Probá preguntarla de otra manera."


INTERRUPTED = frozenset({ModelFault.CUT, ModelFault.STALLED})
"""Faults in the midst of an answer: what was said stands, and the sentence only says that it is not whole."""


class ModelError(Exception):
    """The model gave no answer, or not all of it. The text is for the log, without the provider's own words."""

    def __init__(self, fault: ModelFault, detail: str) -> None:
        super().__init__(f"{fault.name}: {detail}")
        self.fault = fault

    @property
    def sentence(self) -> str:
        """What the user is told."""
        return self.fault.value


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the local knowledge that goes along with a question."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked of a model: the question, the conversation before it, and what the local knowledge has near it."""

    session: str
    """Who asks; the queue is fair between them."""
    question: str
    history: Sequence[dict[str, str]] = ()
    passages: Sequence[Passage] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer, over all its rounds."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.prompt + self.completion

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.prompt + other.prompt, self.completion + other.completion, self.cached + other.cached)


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A calculation that the model asked for: as it is shown to the user, in one line."""

    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class ModelEnd:
    """How an answer ended: who gave it, what it took; `cut_short` at the length limit."""

    model: str = ""
    usage: Usage = field(default_factory=Usage)
    dollars: float = 0.0
    first_ms: int = 0
    """From the request to the first words."""
    cut_short: bool = False
    tools: tuple[ToolUse, ...] = ()
    unfounded: tuple[str, ...] = ()
    """Figures of the answer that stand neither in what was asked nor in what was calculated or given along."""
    shared: bool = False
    """Taken from an answer that was given, or was being given, to somebody else."""

    def to_another(self) -> ModelEnd:
        """Return it for one who shares the answer: it was paid for once, by who asked first."""
        return ModelEnd(self.model, cut_short=self.cut_short, tools=self.tools, unfounded=self.unfounded, shared=True)


class Listener(Protocol):
    """Who hears an answer while it is given. Called from the loop; nothing of it may block."""

    def piece(self, text: str) -> None:
        """Take more text."""

    def waiting(self, position: int) -> None:
        """Take that the question waits, with `position` others before it."""


@dataclass(frozen=True, slots=True)
class ModelState:
    """One model as the operator sees it; `None` where the provider has not said."""

    name: str
    breaker: str
    in_flight: int
    tokens_left: int | None
    tokens_limit: int | None
    requests_left: int | None
    requests_limit: int | None
    frozen_seconds: int


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """All of a provider's models, and what is waiting and spent."""

    paused: bool = False
    waiting: int = 0
    answers: int = 0
    failures: int = 0
    shared: int = 0
    usage: Usage = field(default_factory=Usage)
    dollars_today: float = 0.0
    daily_cap: float = 0.0
    models: tuple[ModelState, ...] = ()


class Model(Protocol):
    """Something that answers a question with a conversation in mind."""

    @property
    def status(self) -> str:
        """`on`, `off` (there is none), `paused` (by the operator) or `rejected` (its key is wrong)."""

    async def answer(self, inquiry: Inquiry, listener: Listener) -> ModelEnd:
        """Say the answer to `listener`, then return how it ended. Raises ModelError, also after pieces were said."""

    def figures(self) -> ModelFigures:
        """Return what the operator is shown."""

    def pause(self, *, paused: bool) -> None:
        """Ask nothing of it any more, or again; answers that run go on."""

    async def close(self) -> None:
        """Let go of connections."""


class NoModel:
    """The local mode: nothing to ask."""

    status: str = "off"

    async def answer(self, inquiry: Inquiry, listener: Listener) -> ModelEnd:
        """Raise ModelError; the router asks nothing of a model that is off."""
        raise ModelError(ModelFault.DOWN, "there is no model")

    def figures(self) -> ModelFigures:
        """Return nothing."""
        return ModelFigures()

    def pause(self, *, paused: bool) -> None:
        """Do nothing."""

    async def close(self) -> None:
        """Do nothing."""


Clock = Callable[[], float]
"""Seconds that only go forward."""
