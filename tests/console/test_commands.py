from __future__ import annotations

import pytest

from ecobot_tui.console import commands
from ecobot_tui.console.commands import COMMANDS, UnknownCommandError, read


@pytest.mark.parametrize(
    ("line", "action", "argument"),
    [
        ("list", "list", ""),
        (":lista", "list", ""),
        ("  KILL  91ab27ef ", "kill", "91ab27ef"),
        ("cerrar 3", "kill", "3"),
        ("matar 3", "kill", "3"),
        ("salir", "exit", ""),
        ("exit", "exit", ""),
        ("ayuda", "help", ""),
        (":recargar", "reload", ""),
        ("reload", "reload", ""),
    ],
)
def test_a_line_is_read_in_english_and_spanish(line: str, action: str, argument: str) -> None:
    order = read(line)
    assert (order.command.action, order.argument) == (action, argument)


def test_an_unknown_command_is_told_with_those_there_are_and_the_nearest() -> None:
    with pytest.raises(UnknownCommandError) as caught:
        read("lsit")
    assert str(caught.value) == (
        "No existe el comando «lsit». Comandos disponibles: list, kill <session_id>, status, reload,"
        " groq [pausa|sigue], help, exit."
        " ¿Quisiste decir «list»?"
    )


def test_nothing_is_suggested_for_what_is_far_from_every_command() -> None:
    with pytest.raises(UnknownCommandError) as caught:
        read("xyzzy")
    assert "Quisiste" not in str(caught.value)


def test_a_hostile_name_is_shown_clean_and_short() -> None:
    with pytest.raises(UnknownCommandError) as caught:
        read("\x1b]52;c;eA==\x07[/x]\u202e" + "a" * 500)
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_names_keys_and_actions_are_each_used_once() -> None:
    names = [name for command in commands.named() for name in (command.name, *command.aliases)]
    keys = [key for command in COMMANDS for key in command.key.split(",")]
    actions = [command.action for command in COMMANDS]
    for used in (names, keys, actions):
        assert len(used) == len(set(used))
