import pytest

from ecobot_tui.economics.calculators.conventions import without_scales
from ecobot_tui.economics.calculators.quantities import read_question


def _numbers(question: str) -> list[float]:
    reading = read_question(question)
    return [] if reading is None else [one.value for one in reading.quantities]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("¿Cuánto cobro por $1.000 al 30%, con año de 365 días?", [1000, 30]),
        ("descuento simple al 40% anual y año de 360 días", [40]),
        ("TNA de 36% a 30 días (base 365)", [36, 30]),
        ("el PBI nominal es 840 y el real 600, ¿deflactor con base 100?", [840, 600]),
        ("el IPC (base diciembre 2016 = 100) marcó 7.864", [7864]),
        ("el índice (2016=100) está en 250", [250]),
    ],
)
def test_what_only_fixes_a_scale_is_no_datum(question: str, numbers: list[float]) -> None:
    assert _numbers(question) == numbers


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("¿cuánto rinde el 30% en un año de 365 días?", 365),
        ("un plazo fijo a 365 días al 30%", 365),
        ("año base: 100 panes a $10", 100),
        ("la base imponible es de 100 mil pesos", 100_000),
        ("partiendo de una base de 1.000", 1000),
    ],
)
def test_what_looks_like_a_scale_and_is_a_datum_stays(question: str, number: float) -> None:
    assert number in _numbers(question)


def test_a_commercial_year_is_remembered() -> None:
    reading = read_question("interés del 40% con año de 360 días")
    other = read_question("interés del 40% con año de 365 días")
    assert reading is not None
    assert reading.year_days == 360
    assert other is not None
    assert other.year_days == 365
    assert without_scales("100 pesos") == "100 pesos"
