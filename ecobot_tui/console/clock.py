"""The server's times, short enough for a column."""

from __future__ import annotations

from datetime import datetime


def short_time(text: str, *, seconds: bool = True) -> str:
    """Return an ISO 8601 time as its hour, where it is not today with its day; other text as it is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if moment.date() != datetime.now(moment.tzinfo).date():
        return moment.strftime("%d/%m %H:%M")
    return moment.strftime("%H:%M:%S" if seconds else "%H:%M")
