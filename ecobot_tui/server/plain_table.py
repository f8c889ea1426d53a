"""A Markdown table as plain text: columns where they fit a terminal, a list for each row where they do not."""

from __future__ import annotations

import re

from ecobot_tui.server.plain_columns import columns
from ecobot_tui.server.plain_inline import render

# What is held back of a table before it is shown row by row.
MAX_ROWS = 40
MAX_SIZE = 4096

WIDTH = 76

_BAR = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r"\s*:?-+:?\s*")


def is_rule(row: str) -> bool:
    """Tell whether `row` only separates the names of the columns from what stands below."""
    return all(_RULE_CELL.fullmatch(cell) for cell in _split(row))


def joined(row: str) -> str:
    """Return `row` by itself, when nothing is known of the others."""
    return " | ".join(_cells(row)).strip()


def laid_out(rows: list[str]) -> list[str]:
    """Return the lines of a whole table."""
    rights = next(([cell.strip().endswith("-:") for cell in _split(row)] for row in rows if is_rule(row)), [])
    named = len(rows) > 1 and is_rule(rows[1])
    table = [_cells(row) for row in rows if not is_rule(row)]
    count = max(map(len, table), default=0)
    table = [row + [""] * (count - len(row)) for row in table]
    widths = [max(columns(row[at]) for row in table) for at in range(count)]
    if sum(widths) + 3 * (count - 1) <= WIDTH:
        rights += [False] * (count - len(rights))
        return [_aligned(row, widths, rights) for row in table]
    if not named or len(table) == 1:
        return [" | ".join(row).strip() for row in table]
    return [line for row in table[1:] for line in _listed(table[0], row)]


def _listed(names: list[str], values: list[str]) -> list[str]:
    said = [f"{name}: {value}" if name else value for name, value in zip(names, values, strict=True) if value]
    return [f"{'  ' if at else '- '}{line}" for at, line in enumerate(said)]


def _aligned(row: list[str], widths: list[int], rights: list[bool]) -> str:
    cells = []
    for cell, width, right in zip(row, widths, rights, strict=False):
        blank = " " * (width - columns(cell))
        cells.append(blank + cell if right else cell + blank)
    return " | ".join(cells).rstrip()


def _cells(row: str) -> list[str]:
    return [" ".join(render(cell).split()) for cell in _split(row)]


def _split(row: str) -> list[str]:
    parts = _BAR.split(row.strip().removeprefix("|"))
    # The bar at the end closes the last cell; one that is missing leaves that cell in place.
    parts = parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts
    return [part.replace("\\|", "|") for part in parts]
