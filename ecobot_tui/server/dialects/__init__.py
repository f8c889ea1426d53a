"""How a session speaks with its kind of client: bytes to inputs, and what it says to bytes."""

from ecobot_tui.server.dialects.base import (
    Abused,
    Asked,
    Blank,
    Cancelled,
    Dialect,
    Input,
    Left,
    Outcome,
    Rejected,
    Upgraded,
)
from ecobot_tui.server.dialects.chat import ChatDialect
from ecobot_tui.server.dialects.plain import PlainDialect

__all__ = [
    "Abused",
    "Asked",
    "Blank",
    "Cancelled",
    "ChatDialect",
    "Dialect",
    "Input",
    "Left",
    "Outcome",
    "PlainDialect",
    "Rejected",
    "Upgraded",
]
