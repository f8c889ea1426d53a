"""Which way a question goes, and why: one straight line, from the cheapest answer to the dearest.

guide (what the bot is, courtesies) → economics (calculators, concepts) → model → guide (what can be done without one).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from ecobot_tui.economics import Answer, Dialogue, Memory
from ecobot_tui.economics.passages import passages
from ecobot_tui.plot import Chart, bounded
from ecobot_tui.server.llm.model import Passage
from ecobot_tui.server.llm.prompt import MOST_PASSAGES
from ecobot_tui.wire.vocabulary import Route


@dataclass(frozen=True, slots=True)
class Decision:
    """The way of one question: the route and a short reason, in Spanish; no text where the model is to be asked."""

    route: Route
    reason: str
    text: str | None
    source: str = ""
    memory: Memory | None = None
    """What the conversation is about now; None leaves it as it was."""
    chart: Chart | None = None
    """The chart that the text shows, for a client that draws."""
    passages: tuple[Passage, ...] = ()
    """What the local knowledge has near the question, for the model."""
    instead: str = ""
    """What is said where the model gives no answer: the best the local knowledge has."""


HELP = """\
Soy EcoBot, tu tutor de economía. Podés:
- preguntar por un concepto: ¿qué es la inflación?, ¿diferencia entre PBI nominal y real?
- pedir una cuenta: 15 % de 2.500, plazo fijo de 100 mil a 30 días al 35 %, TNA 36 %, ¿TEM?
- pedir un gráfico: grafico oferta demanda, grafico serie 10,12,11,15
- seguir: más, un ejemplo, ¿cómo se calcula?, ¿y si fuera 20 %?
- preguntar con tus palabras: si hace falta, responde un modelo de IA y lo aclaro.
Comandos: ayuda, cancelar (corta la respuesta en curso), salir."""
HELLO = "¡Hola! Preguntame lo que quieras de economía. Si escribís «ayuda» te cuento qué sé hacer."
THANKS = "¡De nada! Cuando quieras, seguimos."

NO_MODEL = (
    "Esa pregunta necesita el modelo de IA, y este servidor funciona en modo local, sin él. "
    "Sin modelo puedo explicarte {count} conceptos y hacer cuentas, porcentajes y gráficos."
)
REJECTED_MODEL = (
    "Esa pregunta necesita el modelo de IA, y ahora no está disponible en este servidor. "
    "Sin modelo puedo explicarte {count} conceptos y hacer cuentas, porcentajes y gráficos."
)
PAUSED_MODEL = (
    "Esa pregunta necesita el modelo de IA, y el operador lo pausó por ahora. "
    "Sin modelo puedo explicarte {count} conceptos y hacer cuentas, porcentajes y gráficos."
)
_WITHOUT = {
    "off": (NO_MODEL, "necesita el modelo y no hay GROQ_API_KEY"),
    "rejected": (REJECTED_MODEL, "Groq rechazó la clave"),
    "paused": (PAUSED_MODEL, "el operador pausó el modelo"),
}
NEAREST = "Lo más cercano que tengo: {names}."

_GUIDE = {
    "ayuda": (HELP, "ayuda"),
    "help": (HELP, "ayuda"),
    "/ayuda": (HELP, "ayuda"),
    "que sabes hacer": (HELP, "ayuda"),
    "que podes hacer": (HELP, "ayuda"),
    "quien sos": (HELP, "ayuda"),
    "hola": (HELLO, "saludo"),
    "buenas": (HELLO, "saludo"),
    "buen dia": (HELLO, "saludo"),
    "buenos dias": (HELLO, "saludo"),
    "buenas tardes": (HELLO, "saludo"),
    "buenas noches": (HELLO, "saludo"),
    "gracias": (THANKS, "agradecimiento"),
    "muchas gracias": (THANKS, "agradecimiento"),
}


class Router:
    """Decides every question of every session; holds nothing of any of them."""

    def __init__(self, dialogue: Dialogue, model_status: Callable[[], str]) -> None:
        self._dialogue = dialogue
        self._brain = dialogue.brain
        self._model_status = model_status

    def decide(self, question: str, memory: Memory | None) -> Decision:
        """Return the way that `question` goes, asked in a conversation that is about `memory`."""
        if (guide := _GUIDE.get(_bare(question))) is not None:
            text, reason = guide
            return Decision(Route.GUIDE, reason, text)
        local, memory = self._dialogue.answer(question, memory or Memory())
        has_model = self._model_status() == "on"
        # A guess is better than nothing, and a model better than a guess.
        if local is not None and (local.sure or not has_model):
            route, chart = Route(local.route), bounded(local.chart)
            return Decision(route, local.reason, local.text, local.source, memory, chart)
        if has_model:
            return self._with_model(question, local)
        return self._without_model(question)

    def _with_model(self, question: str, doubtful: Answer | None) -> Decision:
        found = passages(self._brain, question, MOST_PASSAGES)
        if doubtful is None:
            reason, instead = "sin respuesta local", NEAREST.format(names=", ".join(name for name, _ in found[:3]))
        else:
            reason, instead = f"respuesta local dudosa ({doubtful.concept})", doubtful.text
        near = tuple(Passage(name, text) for name, text in found)
        return Decision(Route.GROQ, reason, None, passages=near, instead=instead if found or doubtful else "")

    def _without_model(self, question: str) -> Decision:
        sentence, reason = _WITHOUT.get(self._model_status(), _WITHOUT["off"])
        text = sentence.format(count=self._brain.concept_count)
        if names := self._brain.nearest(question):
            text += "\n" + NEAREST.format(names=", ".join(names))
        return Decision(Route.GUIDE, reason, text)


def _bare(question: str) -> str:
    """Return the question in lower case, without accents and without the signs around it."""
    folded = unicodedata.normalize("NFD", question.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return letters.strip(" ¡!¿?.,")
