"""The operator's commands: one table, from which come the `:` line, its help, the keys, the footer and the palette."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from ecobot_tui.console import words
from ecobot_tui.text import shorten

_SHOWN_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the operator can do.

    `name` and `aliases` are what the `:` line takes, followed by what `argument` describes; a command without a name
    has only its key. `action` names what runs: `action_<action>` for the key, `run_<action>` for the line. The footer
    has room in 80 columns for what is used often.
    """

    action: str
    label: str
    help: str
    key: str
    key_shown: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    argument: str = ""
    in_footer: bool = True

    @property
    def usage(self) -> str:
        """How the command is written in the `:` line."""
        return f"{self.name} {self.argument}".rstrip()


COMMANDS: tuple[Command, ...] = (
    Command("list", "Listar", "Pide la lista de sesiones y va a la tabla", "l", "l", "list", ("lista", "listar")),
    Command(
        "kill",
        "Cerrar sesión",
        "Cierra una sesión; con la tecla pregunta antes, y vale el número en lugar del sid",
        "k",
        "k",
        "kill",
        ("cerrar", "matar"),
        "<session_id>",
    ),
    Command("status", "Estado", "Muestra los datos del servidor", "e", "e", "status", ("estado",)),
    Command(
        "reload",
        "Recargar",
        "Vuelve a leer los conceptos propios",
        "r",
        "r",
        "reload",
        ("recargar",),
        in_footer=False,
    ),
    Command(
        "groq",
        "Groq",
        "Muestra cómo están los modelos; con pausa deja de consultarlos, con sigue vuelve a hacerlo",
        "g",
        "g",
        "groq",
        ("modelo",),
        "[pausa|sigue]",
        in_footer=False,
    ),
    Command("command", "Comando", "Abre la línea de comandos", "colon", ":"),
    Command("help", "Ayuda", "Muestra esta ayuda", "question_mark,f1", "?", "help", ("ayuda",)),
    Command("exit", "Salir", "Sale de la consola; el servidor sigue", "q", "q", "exit", ("salir", "quit")),
)


@dataclass(frozen=True, slots=True)
class Order:
    """A line the operator wrote: the command and what followed it."""

    command: Command
    argument: str


class UnknownCommandError(ValueError):
    """No command has that name; the text says so in Spanish, with the nearest one when there is one."""


def named(commands: Iterable[Command] = COMMANDS) -> list[Command]:
    """Return the commands that the `:` line takes."""
    return [command for command in commands if command.name]


def usages(commands: Iterable[Command] = COMMANDS) -> str:
    """Return all commands in one line, as the original listed them."""
    return ", ".join(command.usage for command in named(commands))


def read(line: str, commands: Iterable[Command] = COMMANDS) -> Order:
    """Return the order that a line gives. Raises UnknownCommandError."""
    written, _, argument = line.strip().removeprefix(":").lstrip().partition(" ")
    by_name = {name: command for command in named(commands) for name in (command.name, *command.aliases)}
    command = by_name.get(written.lower())
    if command is None:
        raise UnknownCommandError(unknown(written, by_name))
    return Order(command, argument.strip())


def unknown(written: str, names: Iterable[str]) -> str:
    """Return the sentence for a command that does not exist."""
    sentence = words.UNKNOWN_COMMAND.format(name=shorten(written, _SHOWN_WIDTH), commands=usages())
    near = difflib.get_close_matches(written.lower(), list(names), n=1, cutoff=0.6)
    return f"{sentence}. {words.NEAR_COMMAND.format(name=near[0])}" if near else f"{sentence}."
