import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.arithmetic import LONGEST_EXPRESSION, evaluate
from ecobot_tui.economics.calculation import CalculationError


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2+2", "4"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) * 4", "20"),
        ("-3 ** 2", "-9"),
        ("2 ** -1", "0.5"),
        ("2 ** 3 ** 2", "512"),
        ("10 / 4", "2.5"),
        ("0.1 + 0.2", "0.3"),
        (".5 * 2", "1"),
        ("~144", "12"),
        ("~9 ** 2", "9"),
        ("--5", "5"),
        ("+5", "5"),
        (" 1 + 1 ", "2"),
        ("0 ** 5", "0"),
        ("3 ** 40", "12157665459056928801"),
        ("123456789.123456789 + 0", "123456789.123456789"),
    ],
)
def test_expressions(expression: str, value: str) -> None:
    assert evaluate(expression) == Decimal(value)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("1 / 0", "dividir por cero"),
        ("0 / 0", "dividir por cero"),
        ("0 ** -1", "dividir por cero"),
        ("1 / (2 - 2)", "dividir por cero"),
        ("9 ** 9 ** 9", "demasiado grande"),
        ("10 ** 24", "demasiado grande"),
        ("2 ** 1000", "resultado es demasiado grande"),
        ("1 ** 1001", "exponente es demasiado grande"),
        ("1.1 ** -1001", "exponente es demasiado grande"),
        ("9" * 40, "demasiado grande"),
        ("10 ** -999 / 10 ** 500", "cercano a cero"),
        ("~-4", "no tiene un resultado real"),
        ("-8 ** 0.5 ** 1 * 0 + (0 - 8) ** 0.5", "no tiene un resultado real"),
        ("0 ** 0", "no tiene un resultado real"),
        ("1+" * LONGEST_EXPRESSION + "1", "demasiado larga"),
        ("-" * 100 + "1", "demasiado larga"),
        ("(" * 95 + "1" + ")" * 95, None),
        ("", "No entiendo"),
        ("2 +", "No entiendo"),
        ("2 2", "No entiendo"),
        ("(2", "No entiendo"),
        ("2)", "No entiendo"),
        ("...", "No entiendo"),
        ("007", "No entiendo"),
        ("()", "No entiendo"),
        ("2(3)", "No entiendo"),
        ("7 // 2", "No entiendo"),
        ("1e5", "No entiendo"),
        ("x", "No entiendo"),
        ("a.b", "No entiendo"),
        ("__import__('os')", "No entiendo"),
        ("open('/etc/passwd').read()", "No entiendo"),
        ("1 if 1 else 2", "No entiendo"),
        ("[1]", "No entiendo"),
        ("1 < 2", "No entiendo"),
        ("1j", "No entiendo"),
        ("1\n+1", "No entiendo"),
        ("1\0", "No entiendo"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(expression: str, said: str | None) -> None:
    if said is None:
        assert evaluate(expression) == 1
        return
    with pytest.raises(CalculationError, match=said) as caught:
        evaluate(expression)
    assert str(caught.value).endswith(".")


@given(st.text(max_size=250))
def test_any_text_gives_a_number_or_its_own_error(text: str) -> None:
    with contextlib.suppress(CalculationError):
        assert evaluate(text).is_finite()


@given(st.text(alphabet="0123456789.+-*/()~ ", max_size=220))
def test_any_signs_give_a_number_or_its_own_error(text: str) -> None:
    with contextlib.suppress(CalculationError):
        assert abs(evaluate(text)) < Decimal(10) ** 24


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_whole_numbers_add_and_multiply_exactly(first: int, second: int) -> None:
    assert evaluate(f"{first} + {second}") == first + second
    assert evaluate(f"{first} * {second}") == first * second
