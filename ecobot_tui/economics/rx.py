"""Regular expressions by their source, each compiled once.

The `re` module keeps 512 of them and throws the oldest away. The economist has more, so that every tenth question
waited for a pattern to be compiled again, several milliseconds each.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache


@lru_cache(maxsize=4_096)
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of a source; as many are kept as there are and some more."""
    return re.compile(source, flags)


def search(source: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """Do what `re.search` does."""
    return compiled(source, flags).search(text)


def match(source: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """Do what `re.match` does."""
    return compiled(source, flags).match(text)


def fullmatch(source: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """Do what `re.fullmatch` does."""
    return compiled(source, flags).fullmatch(text)


def sub(source: str, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
    """Do what `re.sub` does."""
    return compiled(source).sub(by, text, count)


def findall(source: str, text: str) -> list[str]:
    """Do what `re.findall` does for a pattern with at most one group."""
    return compiled(source).findall(text)


def finditer(source: str, text: str) -> Iterator[re.Match[str]]:
    """Do what `re.finditer` does."""
    return compiled(source).finditer(text)


def split(source: str, text: str) -> list[str]:
    """Do what `re.split` does."""
    return compiled(source).split(text)
