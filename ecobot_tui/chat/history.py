"""The questions asked so far, to walk through with the arrow keys as in a shell."""

from __future__ import annotations


class History:
    """A walk through past questions; what was being written is the last place of the walk and is not lost by it."""

    def __init__(self) -> None:
        self._questions: list[str] = []
        self._place = 0
        self._draft = ""

    def add(self, question: str) -> None:
        """Remember a question (the same one twice in a row is remembered once) and end the walk."""
        if not self._questions or self._questions[-1] != question:
            self._questions.append(question)
        self._place = len(self._questions)
        self._draft = ""

    def older(self, written: str) -> str | None:
        """Return the question before, or None at the oldest; `written` is what stands in the prompt now."""
        if self._place == 0:
            return None
        if self._place == len(self._questions):
            self._draft = written
        self._place -= 1
        return self._questions[self._place]

    def newer(self) -> str | None:
        """Return the question after, at the end what was being written; None when there already."""
        if self._place == len(self._questions):
            return None
        self._place += 1
        return self._draft if self._place == len(self._questions) else self._questions[self._place]
