import json
import subprocess
import sys
import time

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from ecobot_tui.economics.charts import answer_chart, present_chart
from ecobot_tui.plot import MOST_POINTS, Chart, bounded
from tests.economics.charts.golden_charts import QUESTIONS

COMMANDS = ("demanda", "oferta", "oferta demanda", "costos", "serie", "lorenz", "phillips", "is-lm", "fpp", "prestamo",
            "interes compuesto", "de", "")  # fmt: skip

written_numbers = st.one_of(
    st.floats(-1e15, 1e15).map(str),
    st.floats(-200, 200).map(lambda value: f"{value:.2f}".replace(".", ",")),
    st.integers(-(10**25), 10**25).map(str),
    st.integers(-20, 200).map(str),
    st.sampled_from(["0", "0,0000000001", "10^9", "1e308", "50%", "12 cuotas", "3 años", "nan", "a=1", "P = 1 - 2Q"]),
)


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
        assert bounded(answer.chart) == answer.chart
        assert present_chart(answer.chart) == answer.text


def test_how_a_number_was_read_is_one_of_the_notes() -> None:
    answer = answer_chart("grafico demanda 1.500 2")

    assert answer is not None
    assert answer.chart is not None
    assert answer.chart.notes[-1] == "Tomé 1.500 como mil quinientos."
    assert answer.text.endswith(answer.chart.notes[-1])


@given(st.text(max_size=80))
def test_any_text_after_the_command_is_answered(text: str) -> None:
    answer = answer_chart(f"grafico serie {text}")

    assert answer is None or all(len(line) <= 70 for line in answer.text.split("\n"))


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
