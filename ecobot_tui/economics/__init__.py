"""The local brain: what EcoBot answers without a model, from its knowledge base or by calculating.

`Dialogue` answers a question in the light of what was said before, its `Memory`; the `Brain` behind it answers a
question that stands alone. Both give an `Answer`; `KnowledgeError` is what loading may raise.
"""

from ecobot_tui.economics.brain import Answer, Brain
from ecobot_tui.economics.dialogue import Dialogue, Memory
from ecobot_tui.economics.knowledge import KnowledgeError

__all__ = ["Answer", "Brain", "Dialogue", "KnowledgeError", "Memory"]
