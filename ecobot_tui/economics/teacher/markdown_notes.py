"""A teacher's Markdown file: a heading for each concept, its definition below, and lines like «Ejemplo: …».

`#` and `##` name concepts. A `#` with nothing of its own before the next `##` is the title of what follows, its area.
Deeper headings belong to the concept they stand in; where one names a field («### Ejemplo»), what follows is that
field.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ecobot_tui.economics.teacher.parts import Draft, NoteFile, Problem
from ecobot_tui.economics.words import split_words
from ecobot_tui.text import clean

_LABELS = {
    "alias": "aliases",
    "tambien": "aliases",
    "tambien se llama": "aliases",
    "otros nombres": "aliases",
    "sinonimos": "aliases",
    "formula": "formula",
    "ejemplo": "example",
    "ejemplos": "example",
    "como se lee": "reading",
    "lectura": "reading",
    "interpretacion": "reading",
    "error comun": "mistake",
    "errores comunes": "mistake",
    "error frecuente": "mistake",
    "relacionado": "related",
    "relacionados": "related",
    "ver tambien": "related",
    "fuente": "source",
    "fuentes": "source",
    "area": "area",
    "nivel": "level",
}
_FOR_THE_FILE = frozenset({"area", "level", "source"})
_LISTS = frozenset({"aliases", "related"})
_LONGEST_LABEL = 40

_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)(.*)")
_CLOSING_MARKS = re.compile(r"[ \t]#+[ \t]*$")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*")
_BULLET = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# What marks letters, without what it marks: bold, slanted, code, links. Stars and dashes of a formula stay.
_MARKED = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"\*\*(?=[^\s*])([^*]+)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__(?=[^\s_])([^_]+)__(?!\w)"), r"\1"),
    (re.compile(r"(?<![\w*)\]])\*(?=[^\s*])([^*]+)(?<!\s)\*(?![\w*(])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<!\s)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\*_#`>\[\]])"), r"\1"),
)

NO_HEADING = "no tiene ningún título: cada concepto empieza con una línea «# Nombre»"
_NO_TEXT = "«{name}» no tiene ningún texto debajo"
_NO_NAME = "el título no tiene nombre"


class _Section(msgspec.Struct):
    """A heading with the lines below it."""

    name: str
    depth: int
    line: int
    below: list[str]


def read_markdown(file: NoteFile) -> Iterator[Draft | Problem]:
    """Yield what a file holds, in order."""
    before, sections = _sections(clean(file.text))
    defaults: dict[str, object] = {
        field: " ".join(texts) for field, texts in _fields(before).items() if field in _FOR_THE_FILE
    }
    if not sections:
        yield Problem(file.name, NO_HEADING)
    for number, section in enumerate(sections):
        fields = _fields(section.below)
        title = section.depth == 1 and any(following.depth > 1 for following in sections[number + 1 : number + 2])
        if not section.name:
            yield Problem(file.name, _NO_NAME, section.line)
        elif "definition" in fields:
            yield Draft({"name": section.name, **_values(fields)}, section.line, {}, defaults)
        elif title and fields.keys() <= _FOR_THE_FILE:
            defaults = {**defaults, "area": section.name, **_values(fields)}
        else:
            yield Problem(file.name, _NO_TEXT.format(name=section.name), section.line)


def _sections(text: str) -> tuple[list[str], list[_Section]]:
    """Return the lines before the first heading, and the headings with theirs."""
    lines = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text).split("\n")
    literal = _literal_lines(lines)
    before: list[str] = []
    sections: list[_Section] = []
    for number, line in enumerate(lines):
        if number in literal:
            # Its blank line keeps it apart from its neighbours, as the fence showed it.
            kept = ["", line, ""] if not _FENCE.match(line) else [""]
        elif (heading := _HEADING.match(line)) and len(heading[1]) <= 2:
            sections.append(_Section(_title(heading[2]), len(heading[1]), number + 1, []))
            continue
        else:
            kept = [line]
        (sections[-1].below if sections else before).extend(kept)
    return before, sections


def _literal_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of lines in fenced blocks and in the front matter: a `#` there is no heading."""
    literal: set[int] = set()
    if lines and lines[0].strip() == "---":
        end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() in {"---", "..."}), 0)
        literal.update(range(end))
    fences = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        literal.update(range(opening, closing + 1))
    return frozenset(literal)


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the paragraphs of each field; what has no label is the definition's."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    field, headed = "definition", False
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            found[field].append(" ".join(paragraph))
            paragraph.clear()

    for line in lines:
        if _RULE.fullmatch(line):
            line = ""
        plain = _plain(line)
        if (heading := _HEADING.match(line)) and len(heading[1]) > 2:
            close()
            named = _LABELS.get(_key(heading[2]))
            field, headed = named or "definition", named is not None
            if named is None and (title := _title(heading[2])):
                found["definition"].append(title)
        elif not plain:
            close()
            # A label alone in its line, or in a heading, waits for its text.
            if not headed and found.get(field):
                field = "definition"
        elif (labelled := _labelled(plain)) is not None:
            close()
            field, text = labelled
            headed = False
            if text:
                paragraph.append(text)
        else:
            if _BULLET.match(line):
                close()
            paragraph.append(_BULLET.sub("", plain) if field in _LISTS else plain)
    close()
    return {name: texts for name, texts in found.items() if texts}


def _labelled(plain: str) -> tuple[str, str] | None:
    head, colon, rest = plain.partition(":")
    field = _LABELS.get(_key(head)) if colon and len(head) <= _LONGEST_LABEL else None
    return None if field is None else (field, rest.strip())


def _key(label: str) -> str:
    return " ".join(split_words(label))


def _values(fields: Mapping[str, Sequence[str]]) -> dict[str, object]:
    joints = {"definition": "\n\n", "aliases": ", ", "related": ", "}
    return {field: joints.get(field, " ").join(texts) for field, texts in fields.items()}


def _title(text: str) -> str:
    return _NUMBERING.sub("", _plain(_CLOSING_MARKS.sub("", text))).rstrip(" :.")


def _plain(line: str) -> str:
    line = _QUOTE.sub("", line)
    for marked, bare in _MARKED:
        line = marked.sub(bare, line)
    return line.strip()
