"""Words that mean several things when they stand alone, and what to offer for each; `meanings.toml` lists them."""

import tomllib
from collections.abc import Callable
from importlib import resources

import msgspec

from ecobot_tui.economics.words import split_words


class Meaning(msgspec.Struct, frozen=True):
    """One word and the concepts that it may stand for."""

    word: str
    concepts: tuple[str, ...]
    """Canonical names, in the order in which they are offered."""
    hints: tuple[str, ...]
    """For each, what tells it apart; empty where the name says enough."""

    def ask(self) -> str:
        """Return the question with the meanings by number."""
        named = (f"{name} ({hint})" if hint else name for name, hint in zip(self.concepts, self.hints, strict=True))
        options = "\n".join(f"{number}. {name}" for number, name in enumerate(named, start=1))
        return f"«{self.word.capitalize()}» puede ser varias cosas. ¿Cuál?\n{options}\nRespondé con el número."


class _Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    meanings: tuple[str, ...]


def load_meanings(exists: Callable[[str], bool]) -> dict[str, Meaning]:
    """Return the meanings by folded word; `exists` tells which concepts have an entry to answer with."""
    file = resources.files(__package__).joinpath("meanings.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    hints: dict[str, str] = table["hints"]
    meanings: dict[str, Meaning] = {}
    for one in msgspec.convert(table["word"], list[_Word]):
        concepts = tuple(name for name in one.meanings if exists(name))
        for word in one.words if concepts else ():
            told = tuple(hints.get(name, "") for name in concepts)
            meanings[" ".join(split_words(word))] = Meaning(word, concepts, told)
    return meanings
