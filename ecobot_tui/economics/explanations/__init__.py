"""Ready answers to what a definition does not answer: why, who, and what happens to one thing when another moves."""

from ecobot_tui.economics.explanations.entries import Explanation
from ecobot_tui.economics.explanations.finding import Explanations, Found
from ecobot_tui.economics.explanations.phrases import asks_for_aspect

__all__ = ["Explanation", "Explanations", "Found", "asks_for_aspect"]
