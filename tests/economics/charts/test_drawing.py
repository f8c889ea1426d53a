import json
import subprocess
import sys
import time

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from ecobot_tui.economics.charts import Chart, Mark, Series, answer_chart, draw
from ecobot_tui.economics.charts.axes import make_axis
from ecobot_tui.economics.charts.chart import MOST_POINTS
from tests.economics.charts.golden_charts import QUESTIONS

COMMANDS = ("demanda", "oferta", "oferta demanda", "costos", "serie", "lorenz", "phillips", "is-lm", "fpp", "prestamo",
            "interes compuesto", "de", "")  # fmt: skip

coordinates = st.floats() | st.integers(-1000, 1000).map(float)
points = st.tuples(coordinates, coordinates)
charts = st.builds(
    Chart,
    title=st.text(max_size=100),
    x_label=st.text(max_size=100),
    y_label=st.text(max_size=100),
    series=st.lists(st.builds(Series, st.text("aé %", max_size=90), st.lists(points, max_size=20).map(tuple)),
                    max_size=8).map(tuple),
    marks=st.lists(st.builds(Mark, points, st.text("aé %", max_size=90), st.booleans()), max_size=4).map(tuple),
)  # fmt: skip
written_numbers = st.one_of(
    st.floats(-1e15, 1e15).map(str),
    st.floats(-200, 200).map(lambda value: f"{value:.2f}".replace(".", ",")),
    st.integers(-(10**25), 10**25).map(str),
    st.integers(-20, 200).map(str),
    st.sampled_from(["0", "0,0000000001", "10^9", "1e308", "50%", "12 cuotas", "3 años", "nan", "a=1", "P = 1 - 2Q"]),
)


@given(charts, st.integers(1, 200), st.integers(-5, 40))
def test_any_chart_keeps_to_its_width(chart: Chart, width: int, height: int) -> None:
    lines = draw(chart, width, height).split("\n")

    assert max(len(line) for line in lines) <= max(width, 40)
    assert not any("\x1b" in line for line in lines)


@given(st.sampled_from(COMMANDS), st.lists(written_numbers, max_size=6))
@example("costos", ["0", "5"])
@example("costos", ["0", "0", "1"])
@example("serie", ["7", "7", "7"])
@example("oferta", ["0", "5"])
def test_no_numbers_make_it_fail(command: str, numbers: list[str]) -> None:
    answer = answer_chart(f"grafico {command} {' '.join(numbers)}")

    assert answer is not None
    lines = answer.text.split("\n")
    assert max(len(line) for line in lines) <= 70
    assert not any(line.startswith(("> ", "EcoBot: ")) for line in lines)
    if answer.chart is not None:
        encoded = msgspec.json.encode(answer.chart)
        assert msgspec.json.decode(encoded, type=Chart) == answer.chart
        assert json.loads(encoded)
        assert len(answer.chart.title) <= 66
        assert all(2 <= len(series.points) <= MOST_POINTS for series in answer.chart.series)


@given(st.text(max_size=80))
def test_any_text_after_the_command_is_answered(text: str) -> None:
    answer = answer_chart(f"grafico serie {text}")

    assert answer is None or all(len(line) <= 70 for line in answer.text.split("\n"))


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


def test_the_library_is_loaded_with_the_first_chart_only() -> None:
    script = (
        "import sys; from ecobot_tui.economics.charts import answer_chart; answer_chart('grafico');"
        "assert 'plotille' not in sys.modules; answer_chart('grafico demanda'); assert 'plotille' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_speed() -> None:
    """Prints the time a chart takes; machines differ too much for a bound."""
    for question in QUESTIONS.values():
        answer_chart(question)
        start = time.perf_counter()
        for _ in range(5):
            answer_chart(question)
        print(f"{(time.perf_counter() - start) / 5 * 1000:6.2f} ms  {question}")  # noqa: T201
