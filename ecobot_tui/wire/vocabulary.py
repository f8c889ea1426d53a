"""Words that every side shares: the states of a session, the routes of an answer, the roles of a turn.

Names are English, as all code; values are what operators and scripts read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

# What stands for a question or a request: as large as every JSON reader holds exactly.
Id = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class SessionState(StrEnum):
    """What a session is doing, as the operator sees it."""

    FREE = "libre"
    THINKING = "pensando"
    ANSWERING = "respondiendo"


class Route(StrEnum):
    """Where an answer came from."""

    LOCAL = "local"
    CALCULATION = "cálculo"
    GROQ = "groq"
    GUIDE = "guía"


class Role(StrEnum):
    """Who spoke, in the words that model APIs use."""

    USER = "user"
    ASSISTANT = "assistant"


class ClientKind(StrEnum):
    """How the client at the other end speaks."""

    PLAIN = "telnet"
    CHAT = "ecobot-chat"


class Dismissal(StrEnum):
    """Why the server ends a session."""

    GOODBYE = "bye"
    KILLED = "kill"
    STOPPING = "parada"
    ABUSE = "abuso"
    WRONG_VERSION = "version"


class Ending(StrEnum):
    """How an answer ended."""

    COMPLETE = "fin"
    CANCELLED = "cancel"
    LIMITED = "limite"
    FAILED = "error"
