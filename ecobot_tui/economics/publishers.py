"""Who publishes the figure that a question wants, for the answer that has no live data."""

import tomllib
from functools import cache
from importlib import resources

from ecobot_tui.economics.knowledge import Concept
from ecobot_tui.economics.phrases import Phrases
from ecobot_tui.economics.words import split_words

NO_DATA = "No tengo datos en tiempo real: el valor del momento miralo en {where}."
"""The honest sentence, for a question about a figure of which no concept is known."""


@cache
def _publishers() -> tuple[Phrases, tuple[str, ...], str]:
    table = tomllib.loads(resources.files(__package__).joinpath("publishers.toml").read_text("utf-8"))
    places = tuple(one["where"] for one in table["publisher"])
    lines = {str(number): one["phrases"] for number, one in enumerate(table["publisher"])}
    return Phrases(lines, {"article": "el la los las"}), places, table["default"]


def publisher(concept: Concept | None, question: str = "") -> str:
    """Return who publishes the figure that a question wants, with the address.

    The question decides, since it may name a country or a paper; then the name of the concept.
    """
    phrases, places, default = _publishers()
    for text in (question, concept.name if concept is not None else ""):
        if (found := next(phrases.search(split_words(text)), None)) is not None:
            return places[int(found.label)]
    return default


def without_data(question: str) -> str:
    """Return the whole honest answer to a question for a figure of which no concept is known."""
    return NO_DATA.format(where=publisher(None, question))
