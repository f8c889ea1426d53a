"""Words of economics that mean something else in a question: «capital de Francia», «banco de plaza»."""

import tomllib
from functools import cache
from importlib import resources

from ecobot_tui.economics.economics_words import speaks_of_economics
from ecobot_tui.economics.phrases import Phrases
from ecobot_tui.economics.words import split_words

NOT_OURS = (
    "Esa palabra también se usa en economía, pero en tu pregunta parece ser otra cosa, y no puedo ayudarte con eso: "
    "solo sé de economía. Si era por el concepto económico, preguntame solo por él."
)
"""What to say to such a question."""


@cache
def _homonyms() -> Phrases:
    table = tomllib.loads(resources.files(__package__).joinpath("homonyms.toml").read_text("utf-8"))
    lines = [line for one in table["homonym"] for line in one["phrases"]]
    return Phrases({"homonym": lines}, table["words"])


def is_homonym(question: str) -> bool:
    """Tell whether a word of economics stands in a question that is about something else."""
    return any(not speaks_of_economics(found.rest.split()) for found in _homonyms().search(split_words(question)))
