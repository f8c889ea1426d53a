"""The local brain: what EcoBot answers without a model, from its knowledge base or by calculating.

`Brain` and its `Answer` are what the rest of the program uses; `KnowledgeError` is what loading may raise.
"""

from ecobot_tui.economics.brain import Answer, Brain
from ecobot_tui.economics.knowledge import KnowledgeError

__all__ = ["Answer", "Brain", "KnowledgeError"]
