"""What the local knowledge has near a question that it does not answer, for a model to build on."""

from ecobot_tui.economics.brain import Brain
from ecobot_tui.economics.presentation import explanation


def passages(brain: Brain, question: str, count: int) -> list[tuple[str, str]]:
    """Return up to `count` concepts near a question, best first: the name of each, and its entry as text."""
    concepts = map(brain.entry, brain.nearest(question, count))
    return [(concept.name, "\n".join(explanation(concept))) for concept in concepts if concept is not None]
