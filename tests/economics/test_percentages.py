import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.percentages import calculate_percentage


@pytest.mark.parametrize(
    ("question", "result", "formula"),
    [
        ("el 21% de 1.500", "El 21 % de 1.500 es 315.", "1.500 × 21 / 100 = 315"),
        ("¿cuánto es el 15 por ciento de 80 mil?", "El 15 % de 80.000 es 12.000.", "80.000 × 15 / 100 = 12.000"),
        ("21% de 1500 pesos", "El 21 % de $ 1.500 es $ 315.", "1.500 × 21 / 100 = 315"),
        ("calculame el 3,5% de US$ 200", "El 3,5 % de US$ 200 es US$ 7.", "200 × 3,5 / 100 = 7"),
        ("el 20% del 50%", "El 20 % del 50 % es 10 %.", "20 × 50 / 100 = 10"),
        ("qué porcentaje es 30 de 120", "30 es el 25 % de 120.", "30 / 120 × 100 = 25 %"),
        ("¿qué porcentaje de 120 es 30?", "30 es el 25 % de 120.", "30 / 120 × 100 = 25 %"),
        ("30 de 120 en porcentaje", "30 es el 25 % de 120.", "30 / 120 × 100 = 25 %"),
        ("1 de 3 en porcentaje", "1 es el 33,3333 % de 3.", "1 / 3 × 100 ≈ 33,3333 %"),
        ("aumenta 20% 1500", "1.500 más 20 % es 1.800.", "1.500 × (1 + 20 / 100) = 1.800"),
        ("aumentá 1500 un 20%", "1.500 más 20 % es 1.800.", "1.500 × (1 + 20 / 100) = 1.800"),
        ("1500 más 21%", "1.500 más 21 % es 1.815.", "1.500 × (1 + 21 / 100) = 1.815"),
        ("1500+21%", "1.500 más 21 % es 1.815.", "1.500 × (1 + 21 / 100) = 1.815"),
        ("un 10% de descuento sobre 2000", "2.000 menos 10 % es 1.800.", "2.000 × (1 - 10 / 100) = 1.800"),
        ("20% de descuento sobre $ 15.000", "$ 15.000 menos 20 % es $ 12.000.", "15.000 × (1 - 20 / 100) = 12.000"),
        ("2000 - 10%", "2.000 menos 10 % es 1.800.", "2.000 × (1 - 10 / 100) = 1.800"),
        ("de 80 a 100 ¿cuánto aumentó?", "De 80 a 100 hay un aumento de 25 %.", "(100 / 80 - 1) × 100 = 25 %"),
        (
            "si el precio pasó de 100 a 80, ¿cuánto bajó?",
            "De 100 a 80 hay una baja de 20 %.",
            "(80 / 100 - 1) × 100 = -20 %",
        ),
        (
            "el IPC pasó de 250 a 280, ¿cuánto fue la inflación?",
            "De 250 a 280 hay un aumento de 12 %.",
            "(280 / 250 - 1) × 100 = 12 %",
        ),
        ("pasó de 5 a 5", "De 5 a 5 no hay variación.", "(5 / 5 - 1) × 100 = 0 %"),
        (
            "la tasa pasó de 8% a 10%",
            "De 8 % a 10 %, subió 2 puntos porcentuales. En términos relativos, subió 25 %.",
            "10 - 8 = 2 puntos; (10 / 8 - 1) × 100 = 25 %",
        ),
        (
            "la inflación bajó de 4 a 3 %",
            "De 4 % a 3 %, bajó 1 punto porcentual. En términos relativos, bajó 25 %.",
            "3 - 4 = -1 puntos; (3 / 4 - 1) × 100 = -25 %",
        ),
        ("la tasa pasó de 0% a 5%", "De 0 % a 5 %, subió 5 puntos porcentuales.", "5 - 0 = 5 puntos"),
        ("la tasa pasó de 10% a 10%", "De 10 % a 10 %, no cambió.", "10 - 10 = 0 puntos"),
        (
            "si bajó 20% ¿cuánto tiene que subir para volver?",
            "Si bajó 20 %, tiene que subir 25 % para volver.",
            "(1 / (1 - 20 / 100) - 1) × 100 = 25 %",
        ),
        (
            "una acción bajó 50%, ¿cuánto tiene que subir para recuperarse?",
            "Si bajó 50 %, tiene que subir 100 % para volver.",
            "(1 / (1 - 50 / 100) - 1) × 100 = 100 %",
        ),
        (
            "si subió 25% cuánto tiene que bajar para volver al valor inicial",
            "Si subió 25 %, tiene que bajar 20 % para volver.",
            "(1 - 1 / (1 + 25 / 100)) × 100 = 20 %",
        ),
    ],
)
def test_percentages(question: str, result: str, formula: str) -> None:
    calculation = calculate_percentage(question)
    assert calculation is not None
    assert (calculation.result, calculation.formula) == (result, formula)
    assert calculation.remarks, "every calculation is interpreted"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "¿qué es un porcentaje?",
        "cuánto es el 10% de inflación anual en 3 años",
        "el 10% de 50 en 3 años",
        "el 21% de 1.500 más 200",
        "el 5% de 100 dividido 3",
        "la población pasó de 40 a 46 millones",
        "de 1 millón a 2, ¿cuánto aumentó?",
        "¿cuánto aumentó de 2019 a 2023?",
        "cuánto creció el PBI de 2019 a 2023",
        "abren de 9 a 17",
        "de 80 a 100",
        "la inflación subió 5% y mi sueldo 3%",
        "sacale el IVA (21%) a 12.100",
        "$ 100 más US$ 5",
        "1500",
        "20%",
        "el 21% de",
        "sube el precio de 10 a 12 y la cantidad cae de 100 a 80",
        "el 10% de " + "1" * 30,
        "x" * 300 + " el 21% de 1500",
    ],
)
def test_what_is_not_understood_whole_is_left_alone(question: str) -> None:
    assert calculate_percentage(question) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("qué porcentaje es 30 de 0", "dividir por cero"),
        ("de 0 a 5 ¿cuánto aumentó?", "dividir por cero"),
        ("de -5 a 5 ¿cuánto aumentó?", "negativos"),
        ("si bajó 100% ¿cuánto tiene que subir para volver?", "menor que 100"),
        ("si subió 0% ¿cuánto tiene que bajar para volver?", "mayor que 0"),
    ],
)
def test_impossible_percentages_are_explained(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=said):
        calculate_percentage(question)


def test_a_doubtful_number_is_answered_with_its_reading() -> None:
    calculation = calculate_percentage("el 21% de 1.500")
    assert calculation is not None
    assert calculation.remarks[-1] == "Tomé 1.500 como mil quinientos."


@given(st.text(max_size=60), st.integers(0, 100), st.integers(0, 10**7), st.text(max_size=20))
def test_any_text_is_calculated_left_alone_or_explained(before: str, share: int, base: int, after: str) -> None:
    with contextlib.suppress(CalculationError):
        calculation = calculate_percentage(f"{before}{share}% de {base}{after}")
        assert calculation is None or calculation.remarks


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_change_and_its_way_back_agree(first: int, second: int) -> None:
    if 1_900 <= first <= 2_100 and 1_900 <= second <= 2_100:
        return
    calculation = calculate_percentage(f"pasó de {first} a {second}, ¿cuánto varió?")
    assert calculation is not None
    assert ("aumento" in calculation.result) is (second > first)
