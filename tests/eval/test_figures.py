"""The evaluation's own reader of numbers."""

import pytest

from eval.figures import close, numbers_in, shows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El resultado es 1.500,75.", [1500.75]),
        ("cayó -1,89 %", [-1.89]),
        ("(1 + 3 %) / (1 + 5 %) − 1 = -1,9048 %", [1.0, 3.0, 1.0, 5.0, 1.0, -1.9048]),
        ("la cuota es $ 112.825,41", [112825.41]),
        ("100 - 30 quedan 70", [100.0, 30.0, 70.0]),
        ("saldo: −$ 7.500", [-7500.0]),
        ("2 millones", [2.0, 2e6]),
        ("sin números", []),
    ],
)
def test_reads_numbers_as_the_answers_write_them(text: str, expected: list[float]) -> None:
    assert numbers_in(text) == expected


@pytest.mark.parametrize(
    ("shown", "expected", "same"),
    [(7.69, 7.69231, True), (7.7, 7.69231, False), (160103.22, 160103, True), (0.4, 0.4, True), (-0.4, 0.4, False)],
)
def test_rounding_is_forgiven_and_nothing_else(shown: float, expected: float, same: bool) -> None:
    assert close(shown, expected) is same


def test_a_fall_may_be_told_in_words() -> None:
    assert shows("Tu salario real cayó 1,89 %.", -1.8868)
    assert not shows("Tu salario real subió 1,89 %.", -1.8868)
    assert not shows("Es -25 %.", 25)
