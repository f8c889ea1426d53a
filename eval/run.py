"""`python -m eval.run`: asks the local brain every question and prints how many it gets right.

Exit status 1 when a part is below its bar. `--failures` lists the failing questions of the open part only.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from ecobot_tui.economics import Brain, Dialogue, Memory
from eval.judge import Reply, Verdict, judge
from eval.questions import KINDS, Question, load
from eval.report import BARS, Outcome, below_the_bar, failures, table, timing
from eval.typos import mistype

Ask = Callable[[str], Reply | None]


def asker(brain: Brain) -> Ask:
    """Return what asks a question as the first of a conversation and keeps of its answer what is judged."""
    dialogue = Dialogue(brain)

    def ask(text: str) -> Reply | None:
        answer, _ = dialogue.answer(text, Memory())
        if answer is None:
            return None
        return Reply(text=answer.text, route=answer.route, sure=answer.sure, concept=answer.concept or "")

    return ask


def put(ask: Ask, question: Question, text: str) -> Outcome:
    """Ask one question, as `text` writes it, and judge what comes back."""
    start = time.perf_counter()
    try:
        reply = ask(text)
        verdict = judge(question, reply)
    except Exception as error:
        # A fault in one calculator is one wrong answer here, and does not hide what became of the rest.
        reply, verdict = None, Verdict(right=False, why=f"raised {error!r}")
    seconds = time.perf_counter() - start
    return Outcome(question=question, asked=text, reply=reply, verdict=verdict, seconds=seconds)


def evaluate(ask: Ask, questions: Sequence[Question]) -> tuple[list[Outcome], list[Outcome]]:
    """Ask everything twice: as it is written, and with one typing mistake in each question."""
    clean = [put(ask, question, question.text) for question in questions]
    typed = [put(ask, question, mistype(question.text)) for question in questions]
    return clean, typed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.run", description="Evalúa el cerebro local de EcoBot.")
    parser.add_argument("--failures", action="store_true", help="lista las preguntas abiertas que fallan")
    parser.add_argument("--typos", action="store_true", help="con --failures: también las que fallan por un error")
    parser.add_argument("--kind", choices=KINDS, help="solo las preguntas de una clase")
    options = parser.parse_args(arguments)
    questions = [question for question in load() if options.kind in (None, question.kind)]
    clean, typed = evaluate(asker(Brain.load()), questions)
    say = sys.stdout.write
    if options.failures:
        say(failures(clean))
        if options.typos:
            say("\n== Con un error de tipeo ==\n" + failures(typed, besides=clean))
        say("\n")
    say(table(clean, typed))
    say(timing(clean + typed))
    short = below_the_bar(clean, typed, BARS)
    say("".join(f"below the bar: {line}\n" for line in short) or "every part reaches its bar\n")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
