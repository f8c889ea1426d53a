"""The writer of numbers, by the name that this room knows it by."""

from ecobot_tui.number_format import equals, format_amount, format_number, is_shown_rounded

__all__ = ["equals", "format_amount", "format_number", "is_shown_rounded"]
