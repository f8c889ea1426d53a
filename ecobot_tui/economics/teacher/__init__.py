"""A teacher's own entries: her TOML and Markdown texts made concepts, and what is wrong in them said in Spanish.

Nothing here reads a file: the texts are handed in. What cannot be used is named with its file and line and left out;
the rest counts. `docs/knowledge.md` describes both formats.
"""

from ecobot_tui.economics.teacher.notes import read_notes
from ecobot_tui.economics.teacher.parts import NoteFile, Notes, Problem

__all__ = ["NoteFile", "Notes", "Problem", "read_notes"]
