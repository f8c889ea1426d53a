"""The entries: TOML files next to this module, by area; `docs/knowledge.md` says how to write one."""

import tomllib
from importlib import resources

import msgspec

from ecobot_tui.economics.knowledge import KnowledgeError


class Explanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer and the questions that it answers."""

    concept: str
    """Canonical name of the concept that it belongs to, which gives the source and what «más» shows."""
    asks: tuple[str, ...]
    """Ways to ask it, each with the words that matter."""
    text: str = ""
    """The answer; empty where the concept itself is the answer, as to a description that asks for its name."""
    reverse: str = ""
    """The answer where the question moves the cause the other way («baja» where `asks` say «sube»)."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    explanation: list[Explanation]


def load_explanations() -> tuple[Explanation, ...]:
    """Read the files of this package; KnowledgeError names the one that is malformed."""
    folder = resources.files(__package__) / "data"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    entries: list[Explanation] = []
    for file in files:
        try:
            entries += msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), _File).explanation
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise KnowledgeError(f"{file.name}: {error}") from error
    return tuple(entries)
