from pathlib import Path

import pytest

from ecobot_tui.economics.calculation import Calculation
from ecobot_tui.economics.calculators import Pending, find_calculation, solution_of

TABLES = sorted((Path(__file__).parent / "phrases").glob("*.txt"))
ROWS = [
    (question, expected)
    for table in TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for question, _, expected in [line.partition(" => ")]
]


@pytest.mark.parametrize(("question", "expected"), [row for row in ROWS if row[1] != "None"])
def test_a_phrase_finds_its_calculator_and_value(question: str, expected: str) -> None:
    calculator_id, _, value = expected.partition(" ")
    found = solution_of(question)
    assert found is not None
    calculator, solution = found
    assert calculator.id == calculator_id
    assert solution.value == pytest.approx(float(value), rel=1e-5, abs=1e-5)
    calculation = find_calculation(question)
    assert isinstance(calculation, Calculation)
    assert calculation.result.endswith(".")
    assert calculation.remarks
    assert "{" not in calculation.formula
    assert calculation.formula[-1].isalnum() or calculation.formula[-1] in "%]"
    assert all(remark.endswith(".") for remark in calculation.remarks)
    assert "\n" not in calculation.result + calculation.formula


@pytest.mark.parametrize("question", [row[0] for row in ROWS if row[1] == "None"])
def test_what_merely_resembles_a_calculation_is_left_alone(question: str) -> None:
    found = find_calculation(question)
    assert found is None or isinstance(found, Pending)
