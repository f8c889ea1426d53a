"""What the server needs of a model, whichever it is."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class ModelFault(Enum):
    """Why a model gave no answer, or not all of it; the value is what the user is told."""

    REJECTED_KEY = (
        "No puedo usar el modelo: la clave de Groq de este servidor no es válida. "
        "Sigo respondiendo definiciones y cuentas con mi base local."
    )
    BUSY = "El modelo llegó a su límite de consultas por ahora. Probá de nuevo en un minuto."
    DOWN = "El modelo no está disponible en este momento. Probá de nuevo en unos minutos."
    SILENT = "El modelo tardó demasiado en responder. Probá de nuevo en un rato."
    CUT = "(respuesta interrumpida: se cortó la conexión con el modelo; preguntá de nuevo si querés)"
    STALLED = "(respuesta interrumpida: el modelo dejó de responder; preguntá de nuevo si querés)"
    TOO_LONG = "Esa consulta es demasiado larga para el modelo. Probá con una más corta."
    UNUSABLE = "El modelo no pudo con esa consulta. Probá preguntarla de otra manera."


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
class ModelEnd:
    """The last item of an answer: who gave it, and how many tokens it took in all; cut short at the length limit."""

    model: str = ""
    tokens: int = 0
    cut_short: bool = False


class Model(Protocol):
    """Something that answers a question with a conversation in mind."""

    @property
    def status(self) -> str:
        """`on`, `off` (there is none) or `rejected` (its key is wrong)."""

    def stream(self, history: list[dict[str, str]], question: str) -> AsyncGenerator[str | ModelEnd, None]:
        """Yield the answer in pieces, then a `ModelEnd`. Raises ModelError, also after pieces were yielded."""

    async def close(self) -> None:
        """Let go of connections."""


class NoModel:
    """The local mode: nothing to ask."""

    status: str = "off"

    async def stream(self, history: list[dict[str, str]], question: str) -> AsyncGenerator[str | ModelEnd, None]:
        """Raise ModelError; the router asks nothing of a model that is off."""
        if self.status == "off":
            raise ModelError(ModelFault.DOWN, "there is no model")
        yield ModelEnd()

    async def close(self) -> None:
        """Do nothing."""
