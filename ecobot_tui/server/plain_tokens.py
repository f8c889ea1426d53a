"""What stands for itself within a line of Markdown: code, tags, entities, targets of links.

Each function looks at `rest` from `at` on and returns what it found there, None where it is no mark at all, or a `Wait`
where more has to come before that is known. Windows end every wait, and what they decide depends on the text alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LOOK = 1000
_LOOK_TAG = 200
_LOOK_FORMULA = 80

# What may stand between dollars without any sign of a formula: a name, or a function of one.
_NAME = re.compile(r"[A-Za-z]['*]?(?:\([^()]{1,20}\))?")
_CODE = re.compile(r"`{1,4}")
_CODE_ENDS = {size: re.compile(f"(?<!`)`{{{size}}}(?!`)") for size in (1, 2, 3)}
_ENTITY = re.compile(r"&(#?[A-Za-z0-9]{0,4})(;?)")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "nbsp": " ", "quot": '"', "apos": "'", "#39": "'", "#34": '"'}
_TARGET = re.compile(
    r"""\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)""",
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_TAG_NAMES = """
    a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li
    mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var
"""
_TAGS = frozenset(_TAG_NAMES.split())
_MAY_END = _TAGS | {"http", "https", "mailto"}
_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9]*)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"']+))*\s*/?>""")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(.?)", re.DOTALL)
_AUTOLINK = re.compile(r"<(?:mailto:|(?=https?://))([^<>\s]+)>")


class Token(NamedTuple):
    """What to show, the character that what follows takes for the one before it, and where the mark ends."""

    text: str
    before: str
    end: int


class Wait(NamedTuple):
    """Nothing can be known before `wake` comes or there are `look` characters; without `wake`, any character may do."""

    wake: str = ""
    look: int = 0


def code(rest: str, at: int, before: str, *, final: bool) -> Token | Wait:
    """Read code within a line, or marks that are none."""
    run = _CODE.match(rest, at)
    size = len(run[0]) if run else 1
    marks = Token("`" * size, "`", at + size)
    if size > 3 or before == "`":
        return marks
    if at + size == len(rest) and not final:
        return Wait()
    whole = final or len(rest) - at >= LOOK
    end = _CODE_ENDS[size].search(rest, at + size, at + LOOK)
    if end and end.end() == len(rest) and not whole:
        return Wait()
    if not end:
        return marks if whole else Wait("`", LOOK)
    text = rest[at + size : end.start()]
    if len(text) > 2 and text[0] == text[-1] == " " and text.strip():
        text = text[1:-1]
    # A letter stands for the mark, so that the next one is not taken for its continuation.
    return Token(text, "x", end.end())


def target(rest: str, at: int, *, final: bool) -> Token | Wait | None:
    """Read where a link leads, from the parenthesis at `at` on."""
    if rest[at : at + 1] != "(":
        return None
    found = _TARGET.match(rest, at, at + LOOK)
    if found:
        return Token(_ESCAPED.sub(r"\1", found[1]), ")", found.end())
    # One less than the bracket before it counts: that is what waits.
    return None if final or len(rest) - at >= LOOK else Wait(")", LOOK + 1)


def tag(rest: str, at: int, before: str, *, final: bool) -> Token | Wait | None:
    """Read a tag of HTML, a comment or an address in angle brackets; anything else is a comparison."""
    after = rest[at + 1 : at + 2]
    if not (after.isascii() and after.isalpha()) and after not in {"/", "!"}:
        return None
    end = rest.find(">", at, at + _LOOK_TAG)
    if end < 0:
        name = _TAG_NAME.match(rest, at)
        other = name and name[2] and name[1].lower() not in _MAY_END
        hopeless = final or other or len(rest) - at >= _LOOK_TAG or "<" in rest[at + 1 :]
        return None if hopeless else Wait()
    said = rest[at : end + 1]
    found = _TAG.fullmatch(said)
    if found and found[2].lower() in _TAGS:
        kind = found[2].lower()
        # A power that lost its tag would be another number: 10<sup>2</sup> is not 102.
        text = "\n" if kind == "br" else "^" if kind == "sup" and not found[1] else ""
        return Token(text, text or before, end + 1)
    if link := _AUTOLINK.fullmatch(said):
        return Token(link[1], ">", end + 1)
    if said.startswith("<!--") and said.endswith("-->") and "<" not in said[1:]:
        return Token("", before, end + 1)
    return None


def entity(rest: str, at: int, *, final: bool) -> Token | Wait | None:
    """Read one of the few entities that models write."""
    found = _ENTITY.match(rest, at)
    if not found:
        return None
    if found.end() == len(rest) and not found[2] and not final and len(found[0]) < 6:
        return Wait()
    text = _ENTITIES.get(found[1]) if found[2] else None
    return Token(text, text, found.end()) if text else None


def formula_between_dollars(rest: str, at: int, before: str, *, final: bool) -> Token | Wait | None:
    """Read the sign that opens a formula: it is money unless everything up to the next one can only be a formula."""
    after = rest[at + 1 : at + 2]
    if before.isalnum() or not (after in {"\\", "|"} or (after.isascii() and after.isalpha())):
        return None
    end = rest.find("$", at + 1, at + _LOOK_FORMULA)
    if end < 0:
        return None if final or len(rest) - at >= _LOOK_FORMULA else Wait("$", _LOOK_FORMULA)
    if end == len(rest) - 1 and not final:
        return Wait()
    inner, behind = rest[at + 1 : end], rest[end + 1 : end + 2]
    formula = _NAME.fullmatch(inner) or any(sign in inner for sign in "\\_^=<>")
    if not formula or inner[-1].isspace() or behind.isalnum() or behind == "$":
        return None
    return Token("", "$", at + 1)
