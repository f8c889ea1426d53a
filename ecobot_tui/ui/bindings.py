"""Textual's own key bindings, with their descriptions in Spanish.

Textual describes its bindings in English and gives them no id. A widget class that operators see takes them from here:
`class Field(Input, inherit_bindings=False): BINDINGS = in_spanish(Input, "campo")`. What a future release adds and this
table does not know keeps its action's name, and a test says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.binding import Binding
from textual.dom import DOMNode

DESCRIPTIONS: dict[str, str] = {
    # Fields.
    "cursor_left": "Un carácter a la izquierda",
    "cursor_left(True)": "Un carácter a la izquierda, marcando",
    "cursor_left_word": "Una palabra a la izquierda",
    "cursor_left_word(True)": "Una palabra a la izquierda, marcando",
    "cursor_right": "Un carácter a la derecha o aceptar lo sugerido",
    "cursor_right(True)": "Un carácter a la derecha, marcando",
    "cursor_right_word": "Una palabra a la derecha",
    "cursor_right_word(True)": "Una palabra a la derecha, marcando",
    "delete_left": "Borrar el carácter anterior",
    "delete_right": "Borrar el carácter siguiente",
    "delete_left_word": "Borrar la palabra anterior",
    "delete_right_word": "Borrar la palabra siguiente",
    "delete_left_all": "Borrar hasta el comienzo",
    "delete_right_all": "Borrar hasta el final",
    "select_all": "Marcar todo",
    "home": "Al comienzo",
    "home(True)": "Marcar hasta el comienzo",
    "end": "Al final",
    "end(True)": "Marcar hasta el final",
    "submit": "Enviar",
    "cut": "Cortar lo marcado",
    "copy": "Copiar lo marcado",
    "paste": "Pegar",
    # Tables, lists and buttons.
    "select_cursor": "Elegir",
    "cursor_up": "Arriba",
    "cursor_down": "Abajo",
    "first": "Al primero",
    "last": "Al último",
    "select": "Elegir",
    "press": "Apretar el botón",
    # Scrolling.
    "page_up": "Página anterior",
    "page_down": "Página siguiente",
    "page_left": "Página a la izquierda",
    "page_right": "Página a la derecha",
    "scroll_up": "Subir",
    "scroll_down": "Bajar",
    "scroll_left": "A la izquierda",
    "scroll_right": "A la derecha",
    "scroll_top": "Al principio",
    "scroll_bottom": "Al final",
    "scroll_home": "Al principio",
    "scroll_end": "Al final",
    # Screens.
    "app.focus_next": "Panel siguiente",
    "app.focus_previous": "Panel anterior",
    "screen.copy_text": "Copiar el texto marcado",
    # The palette.
    "escape": "Cerrar",
    "command_list('first')": "Al primero",
    "command_list('last')": "Al último",
    "command_list('cursor_up')": "Arriba",
    "command_list('cursor_down')": "Abajo",
    "command_list('page_up')": "Página anterior",
    "command_list('page_down')": "Página siguiente",
}


def in_spanish(owner: type[DOMNode], area: str) -> list[Binding]:
    """Return the bindings that `owner` and the classes it inherits them from declare, in Spanish and with ids."""
    return [_translated(binding, area) for binding in _declared(owner)]


def _declared(owner: type[DOMNode]) -> Iterable[Binding]:
    by_key: dict[str, Binding] = {}
    for base in reversed(owner.__mro__):
        if not issubclass(base, DOMNode):
            continue
        if not base._inherit_bindings:
            by_key.clear()
        for binding in Binding.make_bindings(base.__dict__.get("BINDINGS", [])):
            by_key[binding.key] = binding
    return by_key.values()


def _translated(binding: Binding, area: str) -> Binding:
    description = DESCRIPTIONS.get(binding.action, binding.action)
    # Keys are part of the id because several keys may have one action, and an id stands for one binding.
    return replace(binding, description=description, tooltip=description, id=f"{area}.{binding.action}.{binding.key}")
