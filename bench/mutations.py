"""`python -m bench.mutations`: random and mutated questions through the local brain; none may raise or take long.

Half are questions of the evaluation with letters, words and numbers changed, joined or lost; the rest are words and
signs at random. The time is that of the thread, so that other programs on the machine do not count.
"""

import argparse
import gc
import random
import sys
import time
from collections.abc import Iterator, Sequence

from ecobot_tui.economics import Brain, Dialogue, Memory
from eval.questions import load

LONGEST_MS = 20.0
_SIGNS = "¿?¡!.,;:%$()[]{}<>=+-−*/^\"'«»&#@\\|_~`\t\n\r\x00\x1b👋ñÑáé½²∞٣"
_FIGURES = (
    "0",
    "-1",
    "1e9",
    "10^9",
    "99999999999999999999",
    "1.500,75",
    "5%",
    "-100%",
    "12 meses",
    "US$ 3",
    "P=100-2Q",
)


def mutated(text: str, dice: random.Random) -> str:
    """Return a question with a few things wrong with it."""
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(text) + 1)
        match dice.randrange(7):
            case 0:
                text = text[:place] + text[place + 1 :]
            case 1:
                text = text[:place] + dice.choice(_SIGNS) + text[place:]
            case 2:
                text = text[:place] + dice.choice(_FIGURES) + text[place:]
            case 3:
                words = text.split()
                dice.shuffle(words)
                text = " ".join(words)
            case 4:
                text += " " + text[: dice.randrange(60)]
            case 5:
                text = text.replace(dice.choice("aeiou 0123456789"), dice.choice("aeiou 0123456789"))
            case _:
                text = text[:place].upper() + text[place:]
    return text


def at_random(words: Sequence[str], dice: random.Random) -> str:
    """Return words, figures and signs in no order."""
    pieces = (dice.choice(dice.choice((words, _FIGURES, _SIGNS))) for _ in range(dice.randint(1, 60)))
    return dice.choice((" ", "")).join(pieces)


def questions(count: int, seed: int) -> Iterator[str]:
    """Yield that many questions, always the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    known = [question.text for question in load()]
    words = sorted({word for text in known for word in text.split()})
    for place in range(count):
        yield mutated(dice.choice(known), dice) if place % 2 else at_random(words, dice)


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask everything and print the times; exit status 1 where one raised or took too long."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutations")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    brain = Brain.load()
    brain.prepare()
    dialogue, memory = Dialogue(brain), Memory()
    for question in load():
        dialogue.answer(question.text, Memory())
    # What was loaded stays; without it the collector would walk through it again and again, as it does not in a server
    # that has frozen it as well.
    gc.collect()
    gc.freeze()
    times: list[tuple[float, str]] = []
    raised = 0
    for place, text in enumerate(questions(options.count, options.seed)):
        start = time.thread_time()
        try:
            _, memory = dialogue.answer(text, Memory() if place % 5 else memory)
        except Exception as error:
            raised += 1
            sys.stdout.write(f"{type(error).__name__}: {error}: {text!r}\n")
        times.append((1_000 * (time.thread_time() - start), text))
    times.sort()
    slow = [one for one in times if one[0] > LONGEST_MS]
    sys.stdout.write("".join(f"{took:7.1f} ms  {text[:150]!r}\n" for took, text in slow[-10:]))
    median, p999 = times[len(times) // 2][0], times[int(len(times) * 0.999)][0]
    sys.stdout.write(
        f"{len(times)} questions: {raised} raised, {len(slow)} over {LONGEST_MS:g} ms;"
        f" median {median:.2f} ms, p99.9 {p999:.2f} ms, most {times[-1][0]:.2f} ms\n"
    )
    return 1 if raised or slow else 0


if __name__ == "__main__":
    sys.exit(main())
