import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecobot_tui.plot import Chart, Series, draw, draw_runs
from ecobot_tui.plot.area import MARKERS
from ecobot_tui.plot.axes import make_axis
from tests.plot.any_chart import CROSS, charts


@given(charts, st.integers(1, 200), st.integers(-5, 40))
def test_any_chart_keeps_to_its_width(chart: Chart, width: int, height: int) -> None:
    lines = draw(chart, width, height).split("\n")

    assert max(len(line) for line in lines) <= max(width, 24)
    assert not any("\x1b" in line for line in lines)


@given(charts, st.integers(24, 200))
def test_the_pieces_of_a_drawing_are_the_drawing(chart: Chart, width: int) -> None:
    lines = draw_runs(chart, width)

    assert "\n".join("".join(text for text, _ in line) for line in lines) == draw(chart, width)
    owners = {owner for line in lines for _, owner in line}
    assert owners <= {None, *range(len(chart.series))}


@pytest.mark.parametrize("width", [30, 40, 80, 140, 200])
def test_a_chart_fills_the_width_it_is_given(width: int) -> None:
    lines = draw(CROSS, width).split("\n")

    assert max(len(line) for line in lines) == width
    assert sum("┤" in line or "│" in line for line in lines) == 12
    assert any("E (Q=30; P=40)" in line for line in lines)


@pytest.mark.parametrize("width", [24, 30, 40, 80, 140])
def test_a_curve_has_enough_markers_to_be_followed_without_colour(width: int) -> None:
    plot = "".join(draw(Chart("", "", "", CROSS.series), width).split("\n")[2:14])

    assert all(plot.count(marker) >= 4 for marker in MARKERS[:2])


def test_every_marker_belongs_to_its_curve() -> None:
    plot = [run for line in draw_runs(CROSS, 80)[2:14] for run in line]
    seen = {letter: {owner for text, owner in plot if letter in text} for letter in MARKERS[:2]}

    assert seen == {"o": {0}, "x": {1}}


@pytest.mark.parametrize(("curves", "owner"), [(1, 0), (2, None)])
def test_dots_of_one_curve_are_its_own_and_of_two_are_nobodys(curves: int, owner: int | None) -> None:
    chart = Chart("t", "x", "y", CROSS.series[:1] * curves)
    plot = itertools.chain.from_iterable(draw_runs(chart, 60)[2:14])

    assert {belongs for text, belongs in plot if any("\u2800" < letter <= "\u28ff" for letter in text)} == {owner}


def test_a_chart_without_points_says_so() -> None:
    assert draw(Chart("Vacío", "x", "y", (Series("nada", ((float("nan"), 1.0),)),))) == "Vacío\nSin datos para dibujar."


@example(0.0, 5e-324, 3)
@given(st.floats(-1e18, 1e18), st.floats(-1e18, 1e18), st.integers(3, 20))
def test_an_axis_holds_its_values(one: float, other: float, ticks: int) -> None:
    low, high = sorted((one, other))
    axis = make_axis(low, high, ticks)

    slack = (axis.high - axis.low) * 1e-5
    assert axis.low - slack <= low <= high <= axis.high + slack
    assert 2 <= len(axis.ticks) <= ticks * 2 + 2
    assert axis.low < axis.high


def test_the_numbers_of_an_axis_are_written_as_in_argentina() -> None:
    assert [text for _, text in make_axis(0, 1, 5).ticks] == ["0", "0,25", "0,5", "0,75", "1"]
    assert [text for _, text in make_axis(0, 4000, 5).ticks] == ["0", "1.000", "2.000", "3.000", "4.000"]
    millions = make_axis(0, 3e6, 4)
    assert ([text for _, text in millions.ticks], millions.unit) == (["0", "1", "2", "3"], "millones")
