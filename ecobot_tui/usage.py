"""A command line's parser that speaks Spanish. Imports neither textual nor rich: scripts pay for every import."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from ecobot_tui.text import shorten

WRONG_USAGE = 2

# What argparse says (Python 3.11 to 3.14) and how it is said here; the groups fill the braces in order.
_ERRORS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), spanish)
    for pattern, spanish in (
        (r"unrecognized arguments: (.*)", "no se entiende: {}"),
        (r"the following arguments are required: (.*)", "falta: {}"),
        (r"one of the arguments (.*) is required", "falta uno de: {}"),
        (r"argument (.*): expected one argument", "{}: le falta un valor"),
        (r"argument (.*): expected at least one argument", "{}: le falta al menos un valor"),
        (r"argument (.*): expected \d+ arguments?", "{}: le faltan valores"),
        (r"argument (.*): not allowed with argument (.*)", "{}: no va junto con {}"),
        (r"argument (.*): ignored explicit argument (.*)", "{}: no lleva valor, y se le dio {}"),
        (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", "{}: no existe {}; puede ser {}"),
        (r"argument (.*): invalid \S+ value: (.*)", "{}: no sirve el valor {}"),
        (r"ambiguous option: (.*) could match (.*)", "opción ambigua: {} puede ser {}"),
    )
)


def in_spanish(message: str) -> str:
    """Return argparse's error message in Spanish, or as it is where it is not known."""
    for pattern, spanish in _ERRORS:
        found = pattern.fullmatch(message)
        if found:
            return spanish.format(*found.groups())
    return message


class SpanishFormatter(argparse.HelpFormatter):
    """Help that starts with «uso:»."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, "uso: " if prefix is None else prefix)


class SpanishParser(argparse.ArgumentParser):
    """argparse with its own words in Spanish; wrong usage ends with status 2, as there."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", SpanishFormatter)
        options.setdefault("allow_abbrev", False)
        super().__init__(**options, add_help=False)
        self._positionals.title = "argumentos"
        self._optionals.title = "opciones"
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help="muestra esta ayuda y termina")

    def error(self, message: str) -> NoReturn:
        """Say in one line what argparse found wrong, and end with status 2."""
        self.fail(f"{self.prog}: {shorten(in_spanish(message), 300)}. Probá con --help.")

    def fail(self, sentence: str) -> NoReturn:
        """Say a sentence of our own, and end with status 2."""
        self.exit(WRONG_USAGE, f"{sentence}\n")
