from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.number_format import equals, format_amount, format_number, is_shown_rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5, "1.234,5"),
        (0, "0"),
        (-0.0, "0"),
        (1, "1"),
        (1000, "1.000"),
        (1234567, "1.234.567"),
        (-3.2, "-3,2"),
        (0.1 + 0.2, "0,3"),
        (10.54632, "10,5463"),
        (2 / 3, "0,6667"),
        (0.00012345, "0,0001235"),
        (-0.00001, "-0,00001"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("0.99999"), "1"),
        (Decimal("2.50"), "2,5"),
        (Decimal(10) ** 23, "100.000.000.000.000.000.000.000"),
        (Decimal(10) ** 30, "1 × 10^30"),
        (Decimal("1.5E-20"), "1,5 × 10^-20"),
    ],
)
def test_numbers(value: float | Decimal, text: str) -> None:
    assert format_number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1500", "1.500"),
        ("1500.5", "1.500,50"),
        ("1500.756", "1.500,76"),
        ("0.005", "0,01"),
        ("-2.5", "-2,50"),
        ("0.001", "0"),
    ],
)
def test_money(value: str, text: str) -> None:
    assert format_number(Decimal(value), money=True) == text


def test_exact_numbers_keep_every_decimal() -> None:
    assert format_number(Decimal("3.14159265"), exact=True) == "3,14159265"
    assert format_number(Decimal("1E+2"), exact=True) == "100"


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), Decimal("NaN"), Decimal("Infinity")])
def test_infinities_are_never_shown(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="cannot be shown"):
        format_number(value)


def test_amounts_have_their_unit() -> None:
    assert format_amount(Decimal("1500.5"), "$") == "$ 1.500,50"
    assert format_amount(Decimal("-1500.5"), "US$") == "-US$ 1.500,50"
    assert format_amount(Decimal("12.5"), None) == "12,5"
    assert format_amount(Decimal("12.5"), None, percent=True) == "12,5 %"


def test_a_rounded_result_says_so() -> None:
    assert equals(Decimal(1) / 3) == "≈ 0,3333"
    assert equals(Decimal("0.25")) == "= 0,25"
    assert equals(Decimal(0)) == "= 0"
    # What a root leaves in the last of its thirty-odd digits is no rounding.
    assert not is_shown_rounded(Decimal("1.99999999999999999999999999999"))


@given(st.floats(min_value=-1e15, max_value=1e15))
def test_what_is_shown_reads_as_nearly_the_same(value: float) -> None:
    shown = find_numbers(format_number(value))[0].value if abs(value) > 1e-11 or value == 0 else Decimal(0)
    assert abs(shown - Decimal(value)) <= max(abs(Decimal(value)) / 1000, Decimal("1e-11"))
    assert not format_number(value).endswith((",", ",0"))
