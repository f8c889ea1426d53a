"""What Groq's models do, in words: for the `:groq` order, the banner and a transcript."""

from __future__ import annotations

from collections.abc import Iterator

from ecobot_tui.console import words
from ecobot_tui.wire.control import Groq, GroqModel, Status, Told

_SEPARATOR = " · "


def lines(status: Status) -> list[str]:
    """Return the figures of all models, one a line."""
    groq = status.llm
    if groq is None:
        return [f"Groq: no ({words.LOCAL_MODE})."]
    cap = f" de {_dollars(groq.daily_cap)} por día" if groq.daily_cap else ""
    return [
        f"Groq: {state(status)} | respuestas {groq.answers}, fallidas {groq.failures}, compartidas {groq.shared},"
        f" en espera {groq.waiting}",
        f"Tokens: {groq.tokens_in} leídos ({groq.tokens_cached} de la caché de Groq), {groq.tokens_out} escritos"
        f" | hoy {_dollars(groq.dollars_today)}{cap}",
        *(f"  {model.name}: {_SEPARATOR.join(_model(model))}" for model in groq.models),
    ]


def state(status: Status) -> str:
    """Return whether Groq is asked, in one or two words."""
    return {"on": "sí", "paused": "en pausa", "rejected": "clave rechazada"}.get(status.groq, status.groq)


def alarm(groq: Groq) -> str:
    """Return what is wrong with Groq now, short; empty where nothing is."""
    if groq.daily_cap and groq.dollars_today >= groq.daily_cap:
        return "gasto diario agotado"
    if groq.models and all(model.wait for model in groq.models):
        return f"en su límite, {min(model.wait for model in groq.models)} s"
    if any(model.breaker != "cerrado" for model in groq.models):
        return "con fallas"
    return f"{groq.waiting} en espera" if groq.waiting else ""


def told(answer: Told) -> str:
    """Return what one answer took."""
    parts = [answer.model]
    if answer.shared:
        parts.append("compartida")
    else:
        cached = f" ({answer.tokens_cached} en caché)" if answer.tokens_cached else ""
        parts.append(f"{answer.tokens_in}{cached} → {answer.tokens_out} tokens")
        parts.append(_dollars(answer.dollars))
        parts.append(f"primera palabra {_seconds(answer.first_ms)}")
    if answer.tools:
        parts.append(f"{len(answer.tools)} cálculo{'s' if len(answer.tools) > 1 else ''}")
    return _SEPARATOR.join(parts)


def _model(model: GroqModel) -> Iterator[str]:
    yield f"circuito {model.breaker}"
    if model.in_flight:
        yield f"{model.in_flight} en curso"
    if model.tokens_limit:
        yield f"tokens {model.tokens_left} de {model.tokens_limit} por minuto"
    if model.requests_limit:
        yield f"consultas {model.requests_left} de {model.requests_limit} por día"
    if model.wait:
        yield f"Groq pide esperar {model.wait} s"


def _dollars(amount: float) -> str:
    return f"US$ {amount:.4f}".replace(".", ",")


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.1f} s".replace(".", ",")
