"""The questions: TOML files by kind, each question with what a right answer must hold."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = ("theory", "calculation", "interpretation", "unanswerable")
DIRECTORY = Path(__file__).parent / "questions"


class QuestionError(ValueError):
    """A question file that does not say what it should."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; which of the expectations are filled depends on its kind.

    `concepts`: any of these is the right concept. `must` and `must_not`: regular expressions on the folded text.
    `values`: each must appear as a number, in any one of its accepted readings.
    """

    text: str
    kind: str
    area: str
    held_out: bool = False
    concepts: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    values: tuple[tuple[float, ...], ...] = ()


def belongs_to_held_out(text: str) -> bool:
    """Whether the hash of a question's text puts it in the quarter that nobody looks at."""
    return hashlib.sha256(text.encode()).digest()[0] % 4 == 0


def load(directory: Path = DIRECTORY) -> list[Question]:
    """Every question of every file, in the order of the files' names; `QuestionError` names what is wrong."""
    questions: list[Question] = []
    seen: set[str] = set()
    for path in sorted(directory.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        kind = str(table["kind"])
        if kind not in KINDS:
            raise QuestionError(f"{path.name}: unknown kind {kind!r}")
        for entry in table["question"]:
            question = _question(kind, entry)
            if question.text in seen:
                raise QuestionError(f"{path.name}: asked twice: {question.text!r}")
            seen.add(question.text)
            questions.append(question)
    return questions


def _question(kind: str, entry: dict[str, Any]) -> Question:
    return Question(
        text=str(entry["text"]),
        kind=kind,
        area=str(entry["area"]),
        held_out=bool(entry.get("held_out", False)),
        concepts=tuple(map(str, entry.get("concepts", ()))),
        must=tuple(map(str, entry.get("must", ()))),
        must_not=tuple(map(str, entry.get("must_not", ()))),
        values=tuple(tuple(map(float, readings)) for readings in entry.get("values", ())),
    )
