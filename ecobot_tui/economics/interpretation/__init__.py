"""What a figure means: the number as read, the conclusion in words, and the caveat."""

from ecobot_tui.economics.interpretation.interpreting import Interpretation, asks_for_reading, interpret

__all__ = ["Interpretation", "asks_for_reading", "interpret"]
