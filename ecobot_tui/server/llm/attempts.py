"""What to do when a model did not answer: ask it once more, ask the next one, or give up. Pure.

Rules
1. Only before the first visible word, and until the deadline for it. After it, what was said stands.
2. Of all attempts at one answer at most one is a retry of the same model; else the next model is asked.
3. A key or a question that is refused is refused by all models. A model that is gone is never asked again.
4. A wait that the provider asks for is kept where it fits; where it does not, the next model is asked at once.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import Enum

from ecobot_tui.server.llm.completion import BrokenStreamError
from ecobot_tui.server.llm.model import ModelFault
from ecobot_tui.server.llm.transport import RefusedError

LONGEST_RETRY_WAIT = 5.0
_JITTER = (0.1, 0.5)


class Remedy(Enum):
    """What helps against a failure."""

    NONE = "nothing"
    AGAIN = "the same model, or the next"
    NEXT = "the next model"
    SHRINK = "a shorter conversation"
    REPAIR = "telling the model what was wrong with its call"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed attempt."""

    fault: ModelFault
    remedy: Remedy
    detail: str
    wait: float | None = None
    """What the provider asks to wait, in seconds."""
    of_model: bool = True
    """Whether it speaks against the model, for its breaker."""
    gone: bool = False
    failed_call: str = ""


def refused(error: RefusedError) -> Failure:
    """Return what a refusal by the provider means."""
    status, detail = error.status, str(error)
    if status in (401, 403):
        return Failure(ModelFault.REJECTED_KEY, Remedy.NONE, detail, of_model=False)
    if status == 404 or error.code == "model_decommissioned":
        return Failure(ModelFault.DOWN, Remedy.NEXT, detail, of_model=False, gone=True)
    if status == 400 and error.code == "tool_use_failed":
        return Failure(ModelFault.UNUSABLE, Remedy.REPAIR, detail, of_model=False, failed_call=error.failed)
    if status == 413:
        return Failure(ModelFault.TOO_LONG, Remedy.SHRINK, detail, of_model=False)
    if status == 429:
        # Without a word on when, the limit is as likely a minute away.
        remedy = Remedy.NEXT if error.wait is None else Remedy.AGAIN
        return Failure(ModelFault.BUSY, remedy, detail, wait=error.wait, of_model=False)
    if status == 498:
        return Failure(ModelFault.BUSY, Remedy.AGAIN, detail, wait=error.wait)
    if status >= 500 or status == 408:
        return Failure(ModelFault.DOWN, Remedy.AGAIN, detail, wait=error.wait)
    return Failure(ModelFault.UNUSABLE, Remedy.NONE, detail, of_model=False)


def lost(detail: str) -> Failure:
    """Return what a connection that failed or broke before the first word means."""
    return Failure(ModelFault.DOWN, Remedy.AGAIN, detail)


def broken(error: BrokenStreamError) -> Failure:
    """Return what a stream that is none, or that carries an error, means."""
    if error.code == "tool_use_failed":
        return Failure(ModelFault.UNUSABLE, Remedy.REPAIR, str(error), of_model=False)
    return lost(str(error))


def silent(detail: str) -> Failure:
    """Return what a first word that never came means."""
    return Failure(ModelFault.SILENT, Remedy.NEXT, detail)


def retry_wait(failure: Failure, left: float, jitter: random.Random) -> float | None:
    """Return for how long to wait before the same model is asked again; None where that does not fit."""
    if failure.remedy in (Remedy.SHRINK, Remedy.REPAIR):
        return 0.0
    if failure.remedy is not Remedy.AGAIN:
        return None
    wait = jitter.uniform(*_JITTER) if failure.wait is None else failure.wait
    return wait if wait <= min(LONGEST_RETRY_WAIT, left) else None
