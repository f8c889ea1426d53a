"""`python -m bench.local_answers`: local answers per CPU-second on one core, beside a plain fuzzy search over names.

Nothing keeps answers, so each round works each one out anew. The fuzzy search (rapidfuzz's WRatio over every name) is
what one would write in an afternoon; the ratio to it says more than either figure on a machine that others use too.
"""

import sys
import time
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from ecobot_tui.economics import Brain
from ecobot_tui.economics.knowledge import load_knowledge
from eval.questions import load

ROUNDS = 5
TARGETS = {"theory": 4_000, "calculation": 2_000}


def per_second(work: Callable[[str], object], questions: Sequence[str]) -> float:
    """Return how many questions a CPU-second answers, in the best of some rounds after a first one."""
    best = 0.0
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        for question in questions:
            work(question)
        best = max(best, len(questions) / (time.process_time() - start))
    return best


def main() -> int:
    """Print the figures; exit status 1 where a target is missed."""
    brain = Brain.load()
    brain.prepare()
    names = [name for heading in load_knowledge().headings for name in (heading.name, *heading.aliases)]
    missed = False
    sys.stdout.write(f"{'':16} {'answers/s':>10} {'target':>8} {'fuzzy/s':>10} {'ratio':>7}\n")
    for kind, target in TARGETS.items():
        questions = [question.text for question in load() if question.kind == kind]
        ours = per_second(brain.answer, questions)
        fuzzy = per_second(lambda text: process.extractOne(text, names, scorer=fuzz.WRatio), questions)
        missed |= ours < target
        sys.stdout.write(f"{kind:16} {ours:10.0f} {target:8} {fuzzy:10.0f} {ours / fuzzy:7.1f}\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
