"""Figures and lists from the outcomes; the held-out part shows only as figures."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.judge import Reply, Verdict
from eval.questions import KINDS, Question

# The least share of right answers of each kind; of the unanswerable, one minus the wrong confident ones.
BARS = {"theory": 0.97, "calculation": 0.99, "interpretation": 0.95, "unanswerable": 0.99}
# How much less it may be with a typing mistake in each question.
TYPO_ALLOWANCE = 0.03
PARTS = ("open", "held-out")
_SHOWN = 200
_ROW = "{:44} {:>5} {:>8} {:>8}   {:>5} {:>8} {:>8}\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question as it was asked, what was answered, the verdict and the time it took."""

    question: Question
    asked: str
    reply: Reply | None
    verdict: Verdict
    seconds: float


def share(outcomes: Sequence[Outcome]) -> float | None:
    """Return the share of right answers, or nothing when nothing was asked."""
    return sum(outcome.verdict.right for outcome in outcomes) / len(outcomes) if outcomes else None


def of_part(outcomes: Iterable[Outcome], part: str) -> list[Outcome]:
    """Keep the open outcomes, or the held-out ones."""
    return [outcome for outcome in outcomes if outcome.question.held_out == (part == "held-out")]


def of_kind(outcomes: Iterable[Outcome], kind: str) -> list[Outcome]:
    """Keep the outcomes of one kind of question."""
    return [outcome for outcome in outcomes if outcome.question.kind == kind]


def below_the_bar(clean: Sequence[Outcome], typed: Sequence[Outcome], bars: dict[str, float]) -> list[str]:
    """Name each part that is below its bar, with its figures."""
    short = []
    for kind, bar in bars.items():
        for part in PARTS:
            as_written = share(of_part(of_kind(clean, kind), part))
            mistyped = share(of_part(of_kind(typed, kind), part))
            if as_written is None or mistyped is None:
                continue
            if as_written < bar:
                short.append(f"{kind}, {part}: {as_written:.1%}, bar {bar:.0%}")
            if as_written - mistyped > TYPO_ALLOWANCE + 1e-9:
                short.append(f"{kind}, {part}: {mistyped:.1%} with a typo, {as_written - mistyped:.1%} less")
    return short


def table(clean: Sequence[Outcome], typed: Sequence[Outcome]) -> str:
    """Lay out the accuracy by kind and by area; the unanswerable also as their wrong confident share."""
    lines = [_ROW.format("", "open", "right", "typo", "held", "right", "typo")]
    for kind in KINDS:
        of_clean, of_typed = of_kind(clean, kind), of_kind(typed, kind)
        if not of_clean:
            continue
        lines.append(_row(kind, of_clean, of_typed))
        areas = dict.fromkeys(outcome.question.area for outcome in of_clean)
        lines.extend(_row(f"  {area}", _of_area(of_clean, area), _of_area(of_typed, area)) for area in areas)
    for part in PARTS:
        wrong = _wrong_share(of_part(clean, part)), _wrong_share(of_part(typed, part))
        lines.append(f"wrong confident answers, {part}: {wrong[0]}, with a typo {wrong[1]}\n")
    return "".join(lines)


def _wrong_share(outcomes: Sequence[Outcome]) -> str:
    right = share(of_kind(outcomes, "unanswerable"))
    return "-" if right is None else f"{1 - right:.1%}"


def _of_area(outcomes: Iterable[Outcome], area: str) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.question.area == area]


def _row(name: str, clean: Sequence[Outcome], typed: Sequence[Outcome]) -> str:
    cells: list[str] = []
    for part in PARTS:
        asked = of_part(clean, part)
        cells += [str(len(asked)), _percent(share(asked)), _percent(share(of_part(typed, part)))]
    return _ROW.format(name, *cells)


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def timing(outcomes: Sequence[Outcome]) -> str:
    """Tell how long a question takes: the median, the slowest of a hundred, the slowest of all."""
    times = sorted(outcome.seconds * 1000 for outcome in outcomes)
    if not times:
        return ""
    slow = times[min(len(times) - 1, len(times) * 99 // 100)]
    return f"time per question: median {statistics.median(times):.2f} ms, p99 {slow:.2f} ms, most {times[-1]:.2f} ms\n"


def failures(outcomes: Sequence[Outcome], besides: Sequence[Outcome] = ()) -> str:
    """List the open questions that failed, with what was answered; not those that failed in `besides` too."""
    known = {outcome.question.text for outcome in besides if not outcome.verdict.right}
    lines = []
    for outcome in of_part(outcomes, "open"):
        if outcome.verdict.right or outcome.question.text in known:
            continue
        question = outcome.question
        head = f"[{question.kind} / {question.area}] {outcome.asked}"
        lines.append(f"{head}\n    {outcome.verdict.why}{_said(outcome)}\n")
    return "".join(lines)


def _said(outcome: Outcome) -> str:
    if outcome.reply is None:
        return ""
    wanted = f"; wanted {' | '.join(outcome.question.concepts)}" if outcome.question.concepts else ""
    text = " ".join(outcome.reply.text.split())
    sure = "sure" if outcome.reply.sure else "unsure"
    return f"{wanted}\n    {outcome.reply.route}, {sure}, {outcome.reply.concept or '-'}: {text[:_SHOWN]}"
