"""An input line whose keys are described in Spanish."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from ecobot_tui.ui.bindings import in_spanish


class Field(Input, inherit_bindings=False):
    """Textual's `Input`, in Spanish."""

    BINDING_GROUP_TITLE = "Campo"
    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(Input, "campo")]
