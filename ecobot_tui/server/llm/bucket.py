"""What one model of the account still allows: tokens a minute, requests a day. Fed by the provider's headers.

What a request may take at most is taken from the bucket before it is sent and given back when its usage is known:
the provider counts the same way, so that a full house is told before it costs a refusal. A static limiter could not be
set right by headers, and the account may have other users.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_UNITS = {"d": 86_400.0, "h": 3_600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_DURATION = re.compile("".join(rf"(?:(\d+(?:\.\d+)?){unit}(?![a-z]))?" for unit in _UNITS))
MINUTE = 60.0
LONGEST_FREEZE = 86_400.0


def seconds(text: str) -> float | None:
    """Return the seconds of a duration as headers write it (`2m59.56s`, `120ms`, `7`); None where it is none."""
    text = text.strip()
    try:
        if re.fullmatch(r"\d+(?:\.\d+)?", text):
            return min(float(text), LONGEST_FREEZE)
    except ValueError:
        return None
    found = _DURATION.fullmatch(text)
    if not text or found is None:
        return None
    total = sum(float(part) * unit for part, unit in zip(found.groups(), _UNITS.values(), strict=True) if part)
    return min(total, LONGEST_FREEZE)


class Bucket:
    """The limits of one model. Until the provider has told them there are none."""

    __slots__ = (
        "_at",
        "_frozen_until",
        "_requests_reset",
        "_tokens",
        "requests_left",
        "requests_limit",
        "tokens_limit",
    )

    def __init__(self) -> None:
        self.tokens_limit: int | None = None
        self.requests_limit: int | None = None
        self.requests_left: int | None = None
        self._tokens = 0.0
        self._at = 0.0
        self._requests_reset = 0.0
        self._frozen_until = 0.0

    def tokens_left(self, now: float) -> int | None:
        """Return how many tokens may be asked for now; None where the provider has not said."""
        if self.tokens_limit is None:
            return None
        return max(0, int(min(self.tokens_limit, self._tokens + (now - self._at) * self.tokens_limit / MINUTE)))

    def frozen(self, now: float) -> float:
        """Return for how many seconds the provider has asked not to be asked."""
        return max(0.0, self._frozen_until - now)

    def wait(self, tokens: int, now: float) -> float:
        """Return in how many seconds a request of so many tokens fits; infinite where it never does."""
        wait = self.frozen(now)
        if self.requests_left is not None and self.requests_left <= 0:
            wait = max(wait, self._requests_reset - now)
        left = self.tokens_left(now)
        if left is not None and self.tokens_limit is not None and tokens > left:
            if tokens > self.tokens_limit:
                return float("inf")
            wait = max(wait, (tokens - left) * MINUTE / self.tokens_limit)
        return max(0.0, wait)

    def reserve(self, tokens: int, now: float) -> None:
        """Take what a request may use at most."""
        if self.tokens_limit is not None:
            self._fill(now)
            self._tokens -= tokens
        if self.requests_left is not None:
            self.requests_left -= 1

    def settle(self, reserved: int, used: int, now: float) -> None:
        """Give back what a request has not used."""
        if self.tokens_limit is not None:
            self._fill(now)
            self._tokens = min(float(self.tokens_limit), self._tokens + max(0, reserved - used))

    def learn(self, headers: Mapping[str, str], now: float) -> None:
        """Take the provider's own figures, which are right where ours differ."""
        limit, left = _count(headers, "limit-tokens"), _count(headers, "remaining-tokens")
        if limit and left is not None:
            self.tokens_limit, self._tokens, self._at = limit, float(min(left, limit)), now
        limit, left = _count(headers, "limit-requests"), _count(headers, "remaining-requests")
        if limit and left is not None:
            reset = seconds(headers.get("x-ratelimit-reset-requests", ""))
            self.requests_limit, self.requests_left = limit, left
            self._requests_reset = now + (MINUTE if reset is None else reset)

    def freeze(self, wait: float, now: float) -> None:
        """Ask nothing for so long."""
        self._frozen_until = max(self._frozen_until, now + min(wait, LONGEST_FREEZE))

    def _fill(self, now: float) -> None:
        if self.tokens_limit is not None:
            gained = (now - self._at) * self.tokens_limit / MINUTE
            self._tokens = min(float(self.tokens_limit), self._tokens + gained)
            self._at = now


def _count(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(f"x-ratelimit-{name}", "")
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None
