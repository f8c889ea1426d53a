"""Sessions and turns as the operator's console reads them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ecobot_tui.server.turns import AnswerBegun, AnswerPiece, Step, Turn
from ecobot_tui.text import shorten
from ecobot_tui.wire import control

if TYPE_CHECKING:
    from ecobot_tui.server.llm.model import ModelEnd, ModelFigures
    from ecobot_tui.server.session import Session

QUESTION_WIDTH = 160


def iso(at: float) -> str:
    """Return seconds since the epoch as ISO 8601 with the local offset, to the second."""
    return datetime.fromtimestamp(at).astimezone().isoformat(timespec="seconds")


def address(addr: tuple[str, int]) -> str:
    """Return `host:port`, with brackets around an IPv6 host."""
    host, port = addr
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def row(session: Session, node: str) -> control.Row:
    """Return the table row of a session."""
    return control.Row(
        number=session.number,
        sid=session.sid,
        addr=address(session.addr),
        started=iso(session.started),
        last_seen=iso(session.last_seen),
        state=session.state,
        client=session.client,
        node=node,
        questions=session.questions,
        route=session.last_route,
        last_question=shorten(session.last_question, QUESTION_WIDTH),
    )


def told(end: ModelEnd) -> control.Told:
    """Return what a model's answer took."""
    return control.Told(
        model=end.model,
        tokens_in=end.usage.prompt,
        tokens_out=end.usage.completion,
        tokens_cached=end.usage.cached,
        dollars=end.dollars,
        first_ms=end.first_ms,
        tools=[use.shown for use in end.tools],
        unfounded=list(end.unfounded),
        shared=end.shared,
    )


def groq(figures: ModelFigures) -> control.Groq:
    """Return the figures of all models."""
    return control.Groq(
        paused=figures.paused,
        waiting=figures.waiting,
        answers=figures.answers,
        failures=figures.failures,
        shared=figures.shared,
        tokens_in=figures.usage.prompt,
        tokens_out=figures.usage.completion,
        tokens_cached=figures.usage.cached,
        dollars_today=figures.dollars_today,
        daily_cap=figures.daily_cap,
        models=[
            control.GroqModel(
                one.name,
                one.breaker,
                one.in_flight,
                one.tokens_left,
                one.tokens_limit,
                one.requests_left,
                one.requests_limit,
                one.frozen_seconds,
            )
            for one in figures.models
        ],
    )


def step(happened: Step) -> control.TranscriptStep:
    """Return a step of a conversation."""
    match happened:
        case Turn():
            return control.Turn(
                role=happened.role,
                text=happened.text,
                at=iso(happened.at),
                route=happened.route,
                reason=happened.reason,
                ms=happened.ms,
                partial=happened.partial,
                told=told(happened.end) if happened.end and happened.end.model else None,
            )
        case AnswerBegun(route, reason):
            return control.Begin(route=route, reason=reason)
        case AnswerPiece(text):
            return control.Piece(text)


def transcript(session: Session) -> list[control.TranscriptStep]:
    """Return all that is held of a conversation, the running answer included."""
    steps = [step(turn) for turn in session.turns]
    if (begun := session.answer_begun) is not None:
        steps.append(step(begun))
        if said := session.answer_so_far:
            steps.append(control.Piece(said))
    return steps
