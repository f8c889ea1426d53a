"""The knowledge entries: what EcoBot can explain without a model, read from the TOML files in `data/`.

`docs/knowledge.md` describes the format. Reading every entry in full with `tomllib` costs some 150 µs each, which
hundreds of entries would turn into a slow start. So only the names and aliases, which the search needs, are
decoded at once; the rest of an entry is decoded, strictly, when it is first asked for.
"""

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, Literal

import msgspec

from ecobot_tui.economics.words import EMPTY_WORDS, split_words

_ENTRY_HEADER = re.compile(r"^\[\[ *concept *\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEY_LINE = re.compile(r"^([A-Za-z_]+)\s*=", re.MULTILINE)
_HEADING_KEYS = ("name", "aliases")


class KnowledgeError(ValueError):
    """A knowledge file that cannot be used; the message names the file and the entry."""


class Contrast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another concept this one is confused with, and the sentence that tells the two apart."""

    other: str = msgspec.field(name="with")
    difference: str


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of the knowledge base; `docs/knowledge.md` says what each field holds."""

    name: str
    area: str
    level: Literal["básico", "medio", "avanzado"]
    definition: str
    example: str
    reading: str
    mistake: str
    related: tuple[str, ...]
    source: str
    reviewed: datetime.date
    aliases: tuple[str, ...] = ()
    formula: str | None = None
    checks: tuple[str, ...] = ()
    contrast: tuple[Contrast, ...] = ()
    volatile: bool = False


class Heading(msgspec.Struct, frozen=True):
    """What the search needs of an entry: its name, its other names and the area it belongs to."""

    name: str
    area: str
    aliases: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True):
    """An entry that has not been decoded yet: its TOML text and where it stands."""

    file: str
    position: int
    area: str
    text: str


class Knowledge:
    """All entries, by name; safe to read from several threads."""

    def __init__(self, files: dict[str, str]) -> None:
        """Take the TOML text of each file by its name; KnowledgeError when a heading is wrong or a name repeats."""
        self._entries: dict[str, _Entry] = {}
        self._decoded: dict[str, Concept] = {}
        self._replaced: dict[str, str] = {}
        headings: list[Heading] = []
        for file in sorted(files):
            for entry in _split(file, files[file]):
                heading = _read_heading(entry)
                if heading.name in self._entries:
                    first = self._entries[heading.name].file
                    raise KnowledgeError(f"{file}: entry «{heading.name}» already stands in {first}")
                self._entries[heading.name] = entry
                headings.append(heading)
        self.headings = tuple(headings)

    def __len__(self) -> int:
        return len(self.headings)

    def __contains__(self, name: object) -> bool:
        return name in self._entries or name in self._decoded or name in self._replaced

    def with_own(self, own: Iterable[Concept]) -> "Knowledge":
        """Return these entries together with a teacher's own, which win.

        An own entry takes the place of every entry whose name is its name or one of its aliases, and answers to all the
        names that those had. Of the others it takes just the aliases that it has too. No two own names may be alike.
        """
        names = {name_key(heading.name): heading.name for heading in self.headings}
        concepts = [_spelt_as(concept, names) for concept in own]
        owners = {name_key(concept.name): concept.name for concept in concepts}
        for concept in concepts:
            for alias in concept.aliases:
                # A name comes before an alias, and the first alias before the next.
                owners.setdefault(name_key(alias), concept.name)
        answers_to = {
            concept.name: [alias for alias in concept.aliases if owners[name_key(alias)] == concept.name]
            for concept in concepts
        }
        combined = Knowledge({})
        combined._decoded = {concept.name: concept for concept in concepts}
        kept: list[Heading] = []
        for heading in self.headings:
            free = tuple(alias for alias in heading.aliases if name_key(alias) not in owners)
            owner = owners.get(name_key(heading.name))
            if owner is None:
                combined._entries[heading.name] = self._entries[heading.name]
                kept.append(msgspec.structs.replace(heading, aliases=free))
            else:
                combined._replaced[heading.name] = owner
                answers_to[owner] += (name for name in (heading.name, *free) if name != owner)
        headed = (Heading(concept.name, concept.area, tuple(answers_to[concept.name])) for concept in concepts)
        combined.headings = (*headed, *kept)
        return combined

    def concept(self, name: str) -> Concept:
        """Return the entry with this canonical name; KeyError if there is none, KnowledgeError if it is malformed."""
        name = self._replaced.get(name, name)
        concept = self._decoded.get(name)
        if concept is None:
            # Two threads may both decode an entry for the first time; they store equal values.
            concept = self._decoded[name] = _decode(self._entries[name])
        return concept

    def wording(self, name: str, *fields: str) -> str:
        """Return the text of some fields of an entry without decoding it, for a search over the words of all."""
        if name not in self._entries:
            return " ".join(str(getattr(self._decoded[name], field)) for field in fields)
        block = self._entries[name].text
        keys = list(_KEY_LINE.finditer(block))
        ends = [key.start() for key in keys[1:]] + [len(block)]
        return " ".join(block[key.end() : end] for key, end in zip(keys, ends, strict=False) if key[1] in fields)

    def concepts(self) -> Iterator[Concept]:
        """Decode every entry in file order; KnowledgeError at the first malformed one."""
        return (self.concept(heading.name) for heading in self.headings)


def name_key(name: str) -> tuple[str, ...]:
    """Return what two spellings of one name have in common, whatever their accents, articles and plurals."""
    words = split_words(name)
    return tuple(map(_without_plural, [word for word in words if word not in EMPTY_WORDS] or words))


def _without_plural(word: str) -> str:
    if len(word) <= 4:
        return word
    if word.endswith(("les", "nes", "res", "des")):
        return word[:-2]
    return word[:-1] if word.endswith(("as", "es", "os")) else word


def _spelt_as(concept: Concept, names: dict[tuple[str, ...], str]) -> Concept:
    """Return the concept with its name spelt as among `names` where only capitals and accents differ.

    Other entries refer to it by that spelling.
    """
    known = names.get(name_key(concept.name), "")
    if split_words(known) != split_words(concept.name):
        return concept
    return msgspec.structs.replace(concept, name=known)


def load_knowledge() -> Knowledge:
    """Read the knowledge files of this package; KnowledgeError names the file and entry that is wrong."""
    folder = resources.files(__package__) / "data"
    texts = {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir() if item.name.endswith(".toml")}
    return Knowledge(texts)


def _split(file: str, text: str) -> Iterator[_Entry]:
    """Cut a file at its `[[concept]]` lines; these cannot stand inside a value, as values hold no line breaks."""
    preamble, *blocks = _ENTRY_HEADER.split(text.replace("\r\n", "\n"))
    area = _parse(preamble, file).get("area")
    if not isinstance(area, str) or not area:
        raise KnowledgeError(f'{file}: does not start with `area = "…"`')
    for position, block in enumerate(blocks, start=1):
        yield _Entry(file=file, position=position, area=area, text=block)


def _read_heading(entry: _Entry) -> Heading:
    place = f"{entry.file}: entry {entry.position}"
    values = _parse(_heading_text(entry.text), place)
    if isinstance(name := values.get("name"), str):
        place = f"{entry.file}: entry «{name}»"
    try:
        return msgspec.convert({"aliases": (), **values, "area": entry.area}, Heading)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{place}: {error}") from error


def _heading_text(block: str) -> str:
    """Return only the lines of an entry that give its name and aliases."""
    keys = list(_KEY_LINE.finditer(block))
    ends = [key.start() for key in keys[1:]] + [len(block)]
    return "".join(block[key.start() : end] for key, end in zip(keys, ends, strict=False) if key[1] in _HEADING_KEYS)


def _decode(entry: _Entry) -> Concept:
    values = _parse(entry.text, f"{entry.file}: entry {entry.position}")
    place = f"{entry.file}: entry «{values.get('name')}»"
    if "area" in values:
        raise KnowledgeError(f"{place}: the area belongs at the top of the file, not in an entry")
    try:
        return msgspec.convert(values | {"area": entry.area}, Concept)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{place}: {error}") from error


def _parse(toml: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{place}: {error}") from error
