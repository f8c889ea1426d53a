"""A pane of paragraphs that wrap to its width and follow the end until somebody scrolls up.

Textual's `RichLog` wraps once, when a line is written, so a resized terminal shows broken lines; its `Log` does not
wrap; one widget per paragraph costs 0.6 ms each. This keeps the paragraphs, draws them to strips when they come or the
width changes, and gives the compositor the visible lines only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.theme import Theme
from textual.visual import RenderOptions

from ecobot_tui.ui.bindings import in_spanish


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of text and how far from the left edge it stands."""

    content: Content
    indent: int = 0


@dataclass(slots=True)
class _Block:
    paragraphs: tuple[Paragraph, ...]
    strips: list[Strip] = field(default_factory=list)


class FlowView(ScrollView, can_focus=True, inherit_bindings=False):
    """Blocks of paragraphs, the newest at the end; the oldest go when there are more than `limit`."""

    BINDING_GROUP_TITLE = "Panel"
    BINDINGS: ClassVar[list[BindingType]] = [*in_spanish(ScrollView, "panel")]

    following: var[bool] = var(True)
    unseen: var[int] = var(0)

    def __init__(self, limit: int, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it.
        super().__init__(id=id)
        self._limit = limit
        self._blocks: deque[_Block] = deque()
        self._lines: list[Strip] = []
        self._wrapped_to = 0
        self._title = Content()

    def title(self, title: Content) -> None:
        """Set what stands in the pane's upper border."""
        self._title = title
        self.watch_unseen(self.unseen)

    def on_mount(self) -> None:
        """Draw anew when the colours change: strips hold them."""
        self.app.theme_changed_signal.subscribe(self, self._take_theme)

    def add(self, blocks: Iterable[tuple[Paragraph, ...]]) -> None:
        """Add blocks at the end."""
        added = [_Block(paragraphs) for paragraphs in blocks]
        for block in added:
            self._draw(block)
            self._blocks.append(block)
            self._lines.extend(block.strips)
        gone = 0
        while len(self._blocks) > self._limit:
            gone += len(self._blocks.popleft().strips)
        del self._lines[:gone]
        if not self.following:
            self.unseen += len(added)
            # What the reader looks at stays where it is, though lines above it went.
            self.scroll_to(y=max(0, self.scroll_offset.y - gone), animate=False)
        self._settle()

    def drop_last(self) -> None:
        """Take the last block away."""
        height = len(self._blocks.pop().strips)
        del self._lines[len(self._lines) - height :]

    def clear(self) -> None:
        """Take everything away and follow the end again."""
        self._blocks.clear()
        self._lines.clear()
        self.following = True
        self._settle()

    def render_line(self, y: int) -> Strip:
        """Return the line at `y` of the visible part."""
        style = self.rich_style
        left, top = self.scroll_offset
        width = self.scrollable_content_region.width
        if top + y >= len(self._lines):
            return Strip.blank(width, style)
        return self._lines[top + y].crop_extend(left, left + width, style)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew when the width changed."""
        if self.scrollable_content_region.width != self._wrapped_to:
            self._redraw()
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Stop following when the reader goes up, follow again at the end."""
        super().watch_scroll_y(old_value, new_value)
        if round(new_value) >= self.max_scroll_y:
            self.following = True
        elif new_value < old_value:
            self.following = False

    def watch_following(self, following: bool) -> None:
        """Forget what was not seen once the end is in view."""
        if following:
            self.unseen = 0

    def watch_unseen(self, unseen: int) -> None:
        """Say how much came below."""
        # In the title, because a narrow screen draws no lower border.
        below = Content.styled(f"  ↓ +{unseen} nuevas (fin)", "bold $accent") if unseen else Content()
        self.border_title = self._title + below

    def _take_theme(self, theme: Theme) -> None:
        self._redraw()
        self._settle()

    def _redraw(self) -> None:
        self._wrapped_to = self.scrollable_content_region.width
        for block in self._blocks:
            self._draw(block)
        self._lines = [strip for block in self._blocks for strip in block.strips]

    def _draw(self, block: _Block) -> None:
        # The pane's style is part of the strips: muted colours are mixed with what they stand on.
        base, options = self.visual_style, RenderOptions(self._get_style, {})
        block.strips = []
        if not self._wrapped_to:
            return
        for paragraph in block.paragraphs:
            width = max(1, self._wrapped_to - paragraph.indent)
            for strip in paragraph.content.render_strips(width, None, base, options):
                block.strips.append(
                    Strip.join([Strip.blank(paragraph.indent, base.rich_style), strip]) if paragraph.indent else strip
                )

    def _settle(self) -> None:
        self.virtual_size = Size(self._wrapped_to, len(self._lines))
        if self.following:
            # Forced, because the scrollbar that would allow it appears only with the next layout.
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        self.refresh()
