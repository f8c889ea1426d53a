"""What a figure means: the number as read, the conclusion in words, and the caveat."""

from ecobot_tui.economics.interpretation.interpreting import Interpretation, interpret
from ecobot_tui.economics.interpretation.wording import asks_for_reading

__all__ = ["Interpretation", "asks_for_reading", "interpret"]
