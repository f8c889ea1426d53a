import pytest

from ecobot_tui.economics.calculators.equations import read_equations, solve_equations


def _solved(text: str, **values: float) -> dict[str, float]:
    return solve_equations(read_equations(text), values)


def test_two_lines_meet() -> None:
    found = _solved("la IS es Y = 1.000 - 50i y la LM es Y = 400 + 70i, con i en porcentaje")
    assert (found["i"], found["Y"]) == (pytest.approx(5), pytest.approx(750))


def test_a_sign_a_bracket_and_a_power_are_kept() -> None:
    assert _solved("π = πe - 0,5(u - un)", πe=12, u=7, un=5)["π"] == pytest.approx(11)
    assert _solved("y = k^0,5", k=9)["y"] == pytest.approx(3)
    assert _solved("y = 20 - 3x", x=4)["y"] == pytest.approx(8)


def test_an_equation_ends_where_its_syntax_does() -> None:
    (one,) = read_equations("Si C = 100 + 0,8Y y nada más")
    assert one.names == {"C", "Y"}


def test_what_has_no_solution_is_left_out() -> None:
    assert "x" not in _solved("y = 1/x", y=0)
    assert "Y" not in _solved("Y = 100 + Y")
    assert read_equations("el PBI creció 3 %") == []


@pytest.mark.parametrize("text", ["x = " + "(" * 300, "= = =", "x = 2^2^2^2^2^2^2^2^2", "a=" * 150, "y = " + "-" * 300])
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    solve_equations(read_equations(text), {})
