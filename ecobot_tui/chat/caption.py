"""The small line under an answer: where it came from, why, and how long it took."""

from __future__ import annotations

from ecobot_tui.chat.events import Finished

_SEPARATOR = " · "


def caption(event: Finished) -> str:
    """Return `local · concepto conocido · 3 ms` or `groq · openai/gpt-oss-120b · 0,8 s`."""
    # Answers of local knowledge end with their source, which nobody has to read twice.
    source = "" if event.source in event.text else event.source
    parts = [event.route.value, event.model or event.reason, source, duration(event.ms)]
    return _SEPARATOR.join(part for part in parts if part)


def duration(ms: int) -> str:
    """Return milliseconds as people read them: `3 ms`, `0,8 s`, `72 s`."""
    if ms < 100:
        return f"{ms} ms"
    return elapsed(ms / 1000)


def elapsed(seconds: float) -> str:
    """Return seconds with one decimal below ten, with the comma of Spanish."""
    return f"{seconds:.1f} s".replace(".", ",") if seconds < 9.95 else f"{seconds:.0f} s"
