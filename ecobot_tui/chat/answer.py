"""The body of an answer while it streams and after: plain text or Markdown, by the route that gives it."""

from __future__ import annotations

from typing import Protocol

from textual.widget import Widget
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownStream

from ecobot_tui.ui.foreign import paragraph
from ecobot_tui.wire.vocabulary import Route


class Answer(Protocol):
    """A widget that takes an answer in pieces."""

    @property
    def widget(self) -> Widget:
        """What is mounted."""

    async def write(self, text: str) -> None:
        """Show the next words."""

    async def finish(self, text: str) -> None:
        """Show the whole answer as it stays."""


def answer_for(route: Route) -> Answer:
    """Return the body for an answer of `route`.

    Only the model writes Markdown. In the others a line break is a line break: a Markdown widget would flow the steps
    of a calculation into one paragraph.
    """
    return MarkdownAnswer() if route is Route.GROQ else PlainAnswer()


class PlainAnswer:
    """Text with its line breaks."""

    def __init__(self) -> None:
        self.widget = Static(classes="answer -plain")
        self._text = ""

    async def write(self, text: str) -> None:
        """Show the next words."""
        self._text += text
        self.widget.update(paragraph(self._text))

    async def finish(self, text: str) -> None:
        """Show the whole answer as it stays."""
        self.widget.update(paragraph(text.strip("\n")))


class MarkdownAnswer:
    """Markdown that grows; the stream joins what arrives faster than it can be drawn."""

    def __init__(self) -> None:
        # A link in an answer is the model's word, and `file://` is one too: nothing opens by a click on it.
        self.widget = Markdown(classes="answer -markdown", open_links=False)
        self._stream: MarkdownStream | None = None

    async def write(self, text: str) -> None:
        """Show the next words."""
        if self._stream is None:
            self._stream = Markdown.get_stream(self.widget)
        await self._stream.write(text)

    async def finish(self, text: str) -> None:
        """Draw all of it once more: the stream has lost the end of a code block left open, and may again."""
        if self._stream is not None:
            await self._stream.stop()
            self._stream = None
        await self.widget.update(text)
