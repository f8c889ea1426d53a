import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.spoken_arithmetic import calculate


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("2+2", "2 + 2 = 4"),
        ("¿Cuánto es 15 por 3?", "15 × 3 = 45"),
        ("12,5 * 4", "12,5 × 4 = 50"),
        ("1.500,75 más 200", "1.500,75 + 200 = 1.700,75"),
        ("cuánto da 100 dividido 8", "100 / 8 = 12,5"),
        ("100 dividido por 8", "100 / 8 = 12,5"),
        ("10 entre 4", "10 / 4 = 2,5"),
        ("10 : 4", "10 / 4 = 2,5"),
        ("10 ÷ 4", "10 / 4 = 2,5"),
        ("(3+4)*2^3", "(3 + 4) × 2^3 = 56"),
        ("2**10", "2^10 = 1.024"),
        ("raíz cuadrada de 144", "√144 = 12"),
        ("√(9+16)", "√(9 + 16) = 5"),
        ("2 más la raíz de 9", "2 + √9 = 5"),
        ("7 menos 10", "7 - 10 = -3"),
        ("7 − 10", "7 - 10 = -3"),
        ("2x3", "2 × 3 = 6"),
        ("2 X 3", "2 × 3 = 6"),
        ("2 · 3", "2 × 3 = 6"),
        ("dos más dos", "2 + 2 = 4"),
        ("uno más uno", "1 + 1 = 2"),
        ("la mitad de 80 mil", "0,5 × 80.000 = 40.000"),
        ("el doble de 7", "2 × 7 = 14"),
        ("¿cuánto es 3 al cuadrado?", "3^2 = 9"),
        ("2 elevado a la 3", "2^3 = 8"),
        ("9²", "9^2 = 81"),
        ("-3^2", "-3^2 = -9"),
        ("50% * 200", "50 % × 200 = 100"),
        ("-5 + 3", "-5 + 3 = -2"),
        ("2 * -3", "2 × -3 = -6"),
        ("1/3", "1 / 3 ≈ 0,3333"),
        ("hola, ¿me decís cuánto es 2 + 2, por favor?", None),
        ("calculame 3 por 4 por favor", "3 × 4 = 12"),
        ("2+2=", "2 + 2 = 4"),
        ("3 millones dividido 4", "3.000.000 / 4 = 750.000"),
    ],
)
def test_arithmetic(question: str, formula: str | None) -> None:
    calculation = calculate(question)
    if formula is None:
        assert calculation is None
        return
    assert calculation is not None
    assert calculation.formula == formula


@pytest.mark.parametrize(
    "question",
    [
        "",
        "hola",
        "1500",
        "-5",
        "(5)",
        "más",
        "¿qué es el PBI?",
        "2+",
        "2 3",
        "(2+3",
        "2+3)",
        "* 2",
        "1500 + 21%",
        "10% - 5%",
        "$ 100 + US$ 5",
        "22/11/2026",
        "2019-2023",
        "cuánto creció de 2019-2023",
        "el 10% de 50 por 3",
        "15 por ciento",
        "3 bananas más 2",
        "2 + inflación",
        "VAN de -1000, 300, 400",
        "x + 2",
        "__import__('os').system('ls') + 1",
        "1+" * 150 + "1",
    ],
)
def test_what_is_no_arithmetic_is_left_alone(question: str) -> None:
    assert calculate(question) is None


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("$ 100 + $ 50,5", "El resultado es $ 150,50."),
        ("$ 100 por 3", "El resultado es $ 300."),
        ("$ 100 / $ 20", "El resultado es 5."),
        ("100 por $ 3", "El resultado es 300."),
        ("1/3", "El resultado es 0,3333 (redondeado)."),
    ],
)
def test_results_have_their_currency_and_say_when_they_are_rounded(question: str, result: str) -> None:
    calculation = calculate(question)
    assert calculation is not None
    assert calculation.result == result


def test_a_doubtful_number_is_answered_with_its_reading() -> None:
    calculation = calculate("1.500 por 2")
    assert calculation is not None
    assert calculation.remarks == ("Tomé 1.500 como mil quinientos.",)


@pytest.mark.parametrize(("question", "said"), [("5/0", "cero"), ("9^9^9", "grande"), ("raíz de -4", "real")])
def test_impossible_arithmetic_is_explained(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=said):
        calculate(question)


@given(st.text(alphabet="0123456789+-*/^xX()%.,$ √²:por mas", max_size=60))
def test_any_text_is_calculated_left_alone_or_explained(text: str) -> None:
    with contextlib.suppress(CalculationError):
        calculation = calculate(text)
        assert calculation is None or calculation.result.startswith("El resultado es ")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_sums_in_words_are_those_of_the_numbers(first: int, second: int) -> None:
    calculation = calculate(f"¿cuánto es {first} más {second}?")
    assert calculation is not None
    assert calculation.formula.endswith(f"= {first + second:,}".replace(",", "."))
