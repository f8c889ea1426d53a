"""One question and its answer, from the moment it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from ecobot_tui.chat import sentences
from ecobot_tui.chat.caption import caption
from ecobot_tui.chat.events import Finished
from ecobot_tui.chat.waiting import Waiting
from ecobot_tui.ui.foreign import line, paragraph
from ecobot_tui.wire.vocabulary import Route

if TYPE_CHECKING:
    from ecobot_tui.chat.answer import Answer
    from ecobot_tui.plot.chart import Chart


class Exchange(Vertical):
    """A question, and under it what stands for the answer: the wait, the text, how it ended, where it came from."""

    def __init__(self, question: str) -> None:
        super().__init__(classes="exchange")
        self._question = question
        self._waiting = Waiting()
        self._route = Route.GUIDE
        self._answer: Answer | None = None
        self._written: list[str] = []

    def compose(self) -> ComposeResult:
        """Yield the question and the wait."""
        yield Static(line(self._question), classes="question")
        yield self._waiting

    def taken(self, ahead: int) -> None:
        """Take note that the server has the question and `ahead` others go first."""
        self._waiting.taken(ahead)

    def moved_up(self, ahead: int) -> None:
        """Take note that fewer go first."""
        self._waiting.moved_up(ahead)

    def begin(self, route: Route) -> None:
        """Take note of the answer's route; the wait goes on until its first words."""
        self._route = route

    async def write(self, text: str) -> None:
        """Show the next words."""
        if text:
            self._written.append(text)
            await (await self._body()).write(text)

    async def finish(self, event: Finished) -> None:
        """Show the answer as it stays, what there is to say about its end, and where it came from."""
        if event.chart is not None:
            await self._show_chart(event.chart)
        elif event.text.strip():
            await (await self._body()).finish(event.text)
        remark = sentences.remark(event.ending, event.whole)
        await self._end(remark, Static(line(caption(event)), classes=f"caption -{event.route.name.lower()}"))

    async def refuse(self, sentence: str) -> None:
        """Show why there is no answer."""
        await self._end(sentence)

    async def cut(self) -> None:
        """Keep what came; no more will."""
        if self._answer is not None:
            await self._answer.finish("".join(self._written))
        await self._end(sentences.CUT)

    async def _body(self) -> Answer:
        if self._answer is None:
            # Markdown costs 20 ms to import, which nobody should wait for before the first paint.
            from ecobot_tui.chat.answer import answer_for

            self._answer = answer_for(self._route)
            await self.mount(self._answer.widget, before=self._waiting)
            await self._waiting.remove()
        return self._answer

    async def _show_chart(self, chart: Chart) -> None:
        """Put the chart, drawn for this screen, where its drawing as text is."""
        # As the plotting library, it is imported with the first chart.
        from ecobot_tui.chat.chart_answer import ChartAnswer

        text = (await self._body()).widget
        await self.mount(ChartAnswer(chart), after=text)
        await text.remove()

    async def _end(self, remark: str, *below: Static) -> None:
        if self._waiting.is_attached:
            await self._waiting.remove()
        widgets = [Static(paragraph(remark), classes="remark"), *below] if remark else list(below)
        await self.mount_all(widgets)
