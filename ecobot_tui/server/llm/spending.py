"""What the answers cost, today and in all, and the cap on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ecobot_tui.server.llm.model import Usage

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens: read, read from the provider's cache, written."""

    prompt: float
    cached: float
    completion: float

    def of(self, usage: Usage) -> float:
        """Return what an answer cost."""
        fresh = max(0, usage.prompt - usage.cached)
        spent = fresh * self.prompt + usage.cached * self.cached + usage.completion * self.completion
        return spent / _MILLION


FREE = Price(0.0, 0.0, 0.0)


class Spending:
    """The account's expenses as this server knows them; `today` tells the date."""

    def __init__(self, prices: Mapping[str, Price], daily_cap: float, today: Callable[[], date] = date.today) -> None:
        """Start from nothing; a cap of 0 is none."""
        self._prices = prices
        self._today = today
        self._day = today()
        self._spent_today = 0.0
        self.daily_cap = daily_cap
        self.usage = Usage()

    @property
    def spent_today(self) -> float:
        """US dollars since midnight."""
        self._turn_page()
        return self._spent_today

    @property
    def exhausted(self) -> bool:
        """Whether today's cap is reached."""
        return self.daily_cap > 0 and self.spent_today >= self.daily_cap

    def add(self, model: str, usage: Usage) -> float:
        """Take what an answer took; return what it cost."""
        self._turn_page()
        dollars = self._prices.get(model, FREE).of(usage)
        self._spent_today += dollars
        self.usage += usage
        return dollars

    def _turn_page(self) -> None:
        if (today := self._today()) != self._day:
            self._day, self._spent_today = today, 0.0
