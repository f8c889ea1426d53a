"""One conversation, without sockets, clocks or threads: bytes and calls in; bytes, actions and steps out.

Rules
1. A session is free, thinking (a question is in work, nothing said yet) or answering (the answer has begun).
2. One question is in work at a time. Lines that come meanwhile wait their turn, three at most; the next are refused.
   Lines that come in one read while the session is free are taken one after the other, each when the one before is
   answered, so that a pasted text of quick questions is answered whole.
3. The prompt is sent when nothing is in work and nothing waits: it always means that the next question is welcome.
4. Whoever leaves, is killed or abuses the line is told so, last; after that the session says and takes nothing.
5. When the client's stream ends, what it had asked is still answered; then the session is over.

The caller feeds bytes (`receive`), pulls what is to be done (`next_action`) and says what came of it (`begin`, `add`,
`finish`); after each of these it sends `data_to_send()` and closes when `over`. `steps()` tells the store and the
operator what happened. `now` is in seconds since the epoch.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ecobot_tui.server import sentences
from ecobot_tui.server.dialects import (
    Abused,
    Asked,
    Blank,
    Cancelled,
    ChatDialect,
    Dialect,
    Input,
    Left,
    Outcome,
    PlainDialect,
    Rejected,
    Upgraded,
)
from ecobot_tui.server.turns import AnswerBegun, AnswerPiece, Question, Step, Turn
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import ClientKind, Dismissal, Ending, Role, Route, SessionState

if TYPE_CHECKING:
    from ecobot_tui.economics import Memory
    from ecobot_tui.plot import Chart
    from ecobot_tui.server.llm.model import ModelEnd

WAITING_LIMIT = 3
HISTORY_LIMIT = 80  # messages kept: forty questions and their answers, as ever

_LEAVE_WORDS = frozenset({"salir", "exit", "quit", "/salir"})
_CANCEL_WORDS = frozenset({"cancelar", "/cancelar"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Action: find an answer to this question."""

    question: Question


@dataclass(frozen=True, slots=True)
class StopAnswering:
    """Action: give up the question in work; then `finish` it as cancelled."""


Action = Answer | StopAnswering


@dataclass(frozen=True, slots=True)
class Host:
    """What a session may tell its client about the server it lives in."""

    version: str
    has_model: Callable[[], bool]


class Session:
    """One client's conversation. See the rules above."""

    __slots__ = (
        "_begun",
        "_dialect",
        "_eof",
        "_finishing",
        "_host",
        "_inputs",
        "_out",
        "_said",
        "_steps",
        "_stopping",
        "_taken_at",
        "_unsent",
        "_waiting",
        "addr",
        "current",
        "last_route",
        "last_seen",
        "memory",
        "number",
        "over",
        "questions",
        "sid",
        "started",
        "turns",
    )

    def __init__(self, number: int, sid: str, addr: tuple[str, int], now: float, host: Host) -> None:
        self.number = number
        self.sid = sid
        self.addr = addr
        self.started = self.last_seen = now
        self.questions = 0
        self.last_route: Route | None = None
        self.turns: deque[Turn] = deque(maxlen=HISTORY_LIMIT)
        self.current: Question | None = None
        self.over = False
        self.memory: Memory | None = None  # The router's; what «más» or «¿y si fuera 20 %?» refer to.
        self._host = host
        plain = PlainDialect()
        self._dialect: Dialect = plain
        self._out = bytearray(plain.greeting(sid))
        self._inputs: deque[Input] = deque()
        self._waiting: deque[Question] = deque()
        self._steps: list[Step] = []
        self._begun: AnswerBegun | None = None
        self._said: list[str] = []
        self._unsent: list[str] = []
        self._taken_at = now
        self._stopping = False
        self._finishing = ""
        self._eof = False

    # What it is.

    @property
    def client(self) -> ClientKind:
        """How the client speaks."""
        return self._dialect.kind

    @property
    def state(self) -> SessionState:
        """What the session is doing."""
        if self.current is None:
            return SessionState.FREE
        return SessionState.ANSWERING if self._begun else SessionState.THINKING

    @property
    def last_question(self) -> str:
        """What the user asked last, empty where nothing was."""
        return next((turn.text for turn in reversed(self.turns) if turn.role is Role.USER), "")

    @property
    def answer_so_far(self) -> str:
        """What was sent of the running answer."""
        return "".join(self._said)

    @property
    def answer_begun(self) -> AnswerBegun | None:
        """How the running answer began; None where none runs."""
        return self._begun

    def history(self) -> list[dict[str, str]]:
        """Return the conversation as a model reads it: whole pairs of question and complete answer, oldest first."""
        turns = list(self.turns)
        return [
            {"role": turn.role.value, "content": turn.text}
            for question, answer in pairwise(turns)
            if question.role is Role.USER and answer.role is Role.ASSISTANT and not answer.partial
            for turn in (question, answer)
        ]

    # What comes in.

    def receive(self, data: bytes) -> None:
        """Take bytes of the client."""
        if not self.over:
            self._dialect.feed(data)

    def receive_eof(self) -> None:
        """Take the end of the client's stream."""
        self._eof = True
        self._dialect.feed_eof()

    def next_action(self, now: float) -> Action | None:
        """Return what has to be done for this session now, or None where nothing has."""
        while not self.over:
            if self.current is None and self._waiting:
                self.current = self._waiting.popleft()
                self._taken_at = now
                self._remember(Turn(Role.USER, self.current.text.encode(errors="replace"), now))
                return Answer(self.current)
            given = self._dialect.next_input()
            # Before anything is said: after Ctrl-C, telnet throws away what comes before its answer.
            self._out += self._dialect.replies()
            if given is None:
                if self._eof and self.current is None:
                    self.over = True
                return None
            self.last_seen = now
            if self._take(given) is not None:
                return StopAnswering()
        return None

    def _take(self, given: Input) -> StopAnswering | None:
        match given:
            case Asked(text, number):
                return self._take_question(text, number)
            case Blank():
                self._say_ready()
            case Cancelled(number):
                return self._take_cancel(number)
            case Left():
                return self._end(Dismissal.GOODBYE, sentences.FAREWELL)
            case Rejected(code, sentence, number):
                self._out += self._dialect.refuse(code, sentence, number)
                self._say_ready()
            case Abused(sentence):
                return self._end(Dismissal.ABUSE, sentence)
            case Upgraded(hello, rest):
                self._upgrade(hello, rest)
        return None

    def _take_question(self, text: str, number: int | None) -> StopAnswering | None:
        if number is None:
            # Words of people at a terminal; ecobot-chat has messages for both, and its questions are questions.
            word = text.casefold()
            if word in _LEAVE_WORDS:
                return self._end(Dismissal.GOODBYE, sentences.FAREWELL)
            if word in _CANCEL_WORDS:
                return self._take_cancel(None)
        self.questions += 1
        question = Question(self.questions if number is None else number, text)
        if len(self._waiting) >= WAITING_LIMIT:
            self.questions -= 1
            refusal = sentences.BUSY.format(waiting=WAITING_LIMIT)
            self._out += self._dialect.refuse("ocupado", refusal, number)
            return None
        ahead = len(self._waiting) + (self.current is not None)
        self._waiting.append(question)
        self._out += self._dialect.taken(question, ahead)
        return None

    def _take_cancel(self, number: int | None) -> StopAnswering | None:
        for question in self._waiting:
            if number is not None and question.id == number:
                self._waiting.remove(question)
                outcome = Outcome(Ending.CANCELLED, Route.GUIDE, 0, note=sentences.CANCELLED)
                self._out += self._dialect.end(question, outcome)
                return None
        if self.current is None:
            self._out += self._dialect.refuse("nada", sentences.NOTHING_TO_CANCEL, number)
            self._say_ready()
            return None
        if number is None or self.current.id == number:
            return StopAnswering()
        return None

    def _upgrade(self, hello: chat.Hello, rest: bytes) -> None:
        if hello.v != chat.VERSION:
            self._end(Dismissal.WRONG_VERSION, sentences.WRONG_VERSION.format(version=chat.VERSION))
            return
        dialect = ChatDialect()
        self._dialect = dialect
        self._out += dialect.welcome(
            self.number, self.sid, f"EcoBot {self._host.version}", WAITING_LIMIT, groq=self._host.has_model()
        )
        dialect.feed(rest)
        self._say_ready()

    # What becomes of a question.

    def begin(self, route: Route, reason: str) -> None:
        """Say by which route the question in work is answered, and why."""
        if self.current is None or self.over:
            return
        self._begun = AnswerBegun(route, reason)
        self.last_route = route
        self._steps.append(self._begun)
        self._out += self._dialect.begin(self.current, route, reason)

    def tell(self, sentence: str) -> None:
        """Tell the user something while his question is in work and nothing of the answer was said."""
        if self.current is not None and self._begun is None and not self.over:
            self._out += self._dialect.notice(sentence)

    def add(self, text: str) -> None:
        """Take a piece of the answer, cleaned; it is sent with the next `flush`."""
        if self._begun and text:
            self._unsent.append(text)

    def flush(self) -> None:
        """Send the pieces that came since the last time as one: every write costs a system call."""
        if self._unsent:
            piece = "".join(self._unsent)
            self._unsent.clear()
            self._said.append(piece)
            self._steps.append(AnswerPiece(piece))
            if not self.over:
                self._out += self._dialect.piece(piece)

    def finish(
        self,
        ending: Ending,
        now: float,
        *,
        source: str = "",
        note: str = "",
        chart: Chart | None = None,
        end: ModelEnd | None = None,
    ) -> None:
        """End the answer in work, and go on with the next question or the prompt; `end` tells of a model's."""
        question, begun = self.current, self._begun
        if question is None:
            return
        if begun is None:
            begun = AnswerBegun(Route.GUIDE, "sin respuesta")
            self.begin(begun.route, begun.reason)
        self.flush()
        ms = max(0, round((now - self._taken_at) * 1000))
        if not self.over:
            model, tokens = (end.model, end.usage.total) if end and ending is not Ending.FAILED else ("", 0)
            outcome = Outcome(ending, begun.route, ms, begun.reason, source, model, tokens, note, chart)
            self._out += self._dialect.end(question, outcome)
        text = "\n".join(part for part in (self.answer_so_far, note) if part)
        partial = ending is not Ending.COMPLETE
        said = text.encode(errors="replace")
        self._remember(Turn(Role.ASSISTANT, said, now, begun.route, begun.reason, ms, partial, end))
        self.current = self._begun = None
        self._said.clear()
        self._stopping = False
        if self._finishing:
            self._end(Dismissal.STOPPING, self._finishing)
        else:
            self._say_ready()

    # What the operator and the server's end do.

    def kick(self, sentence: str, *, why: Dismissal) -> None:
        """End the session now, with these last words."""
        self._end(why, sentence)

    def finish_soon(self, sentence: str) -> None:
        """End the session with these last words: now, or when the answer in work is given."""
        self._waiting.clear()
        if self.current is None:
            self._end(Dismissal.STOPPING, sentence)
        else:
            self._finishing = sentence

    def abandon(self) -> None:
        """Take that the client is gone: nothing is said any more."""
        self.over = True
        self._waiting.clear()
        self._out.clear()

    # What goes out.

    def data_to_send(self) -> bytes:
        """Return, once, the bytes that the client is to get."""
        data = bytes(self._out)
        self._out.clear()
        return data

    def steps(self) -> list[Step]:
        """Return, once, what happened in the conversation since the last time."""
        steps, self._steps = self._steps, []
        return steps

    def _remember(self, turn: Turn) -> None:
        self.turns.append(turn)
        self._steps.append(turn)

    def _say_ready(self) -> None:
        if self.current is None and not self._waiting and not self.over:
            self._out += self._dialect.ready()

    def _end(self, why: Dismissal, sentence: str) -> StopAnswering | None:
        if self.over:
            return None
        self._waiting.clear()
        self._out += self._dialect.dismiss(why, sentence, retry=why is Dismissal.STOPPING)
        self.over = True
        return StopAnswering() if self.current is not None else None
