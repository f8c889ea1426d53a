"""What a question for a chart is answered with."""

import msgspec

from ecobot_tui.plot import Chart


class ChartAnswer(msgspec.Struct, frozen=True):
    """The answer to a question that asks for a chart."""

    text: str
    """Drawing and explanation, or one sentence that says what is wrong or missing; no line above 76 columns."""
    chart: Chart | None
    """What `text` shows and says, as data; None where nothing was drawn."""
    reason: str
    """Why this answer, in a few Spanish words for the operator."""


class ChartError(ValueError):
    """A chart that cannot be drawn; the message is a Spanish sentence for whoever asked."""
