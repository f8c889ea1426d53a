"""`python -m eval.inventory`: counts what the local brain knows, by area."""

import sys
from collections import Counter

from ecobot_tui.economics.calculators import CALCULATORS
from ecobot_tui.economics.explanations.entries import load_explanations
from ecobot_tui.economics.interpretation.indicators import indicators
from ecobot_tui.economics.knowledge import load_knowledge


def table(title: str, counts: Counter[str]) -> str:
    """Return the counts by area and their sum."""
    rows = [f"  {area:40} {count:5}" for area, count in sorted(counts.items())]
    return "\n".join([f"{title:42} {counts.total():5}", *rows]) + "\n"


def main() -> int:
    """Print all counts."""
    sys.stdout.write(table("concepts", Counter(heading.area for heading in load_knowledge().headings)))
    sys.stdout.write(table("calculators", Counter(one.area for one in CALCULATORS)))
    sys.stdout.write(f"{'ready answers':42} {len(load_explanations()):5}\n{'indicators':42} {len(indicators()):5}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
