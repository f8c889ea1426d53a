from hypothesis import given, settings

from ecobot_tui.plot import MOST_POINTS, MOST_SERIES, Chart, Mark, Series, bounded, is_drawable
from ecobot_tui.text import clean_line
from ecobot_tui.wire import chat
from ecobot_tui.wire.vocabulary import Ending, Route
from tests.plot.any_chart import CROSS, charts

LONG = "ñandú\U0001f600" * 200
WIDEST = -1.2345678901234567e-300
HUGE = Chart(
    LONG,
    LONG,
    LONG,
    (Series(LONG, ((WIDEST, WIDEST),) * 500),) * 30,
    (Mark((WIDEST, WIDEST), LONG, guides=True),) * 90,
    (LONG,) * 90,
)


def done(chart: Chart | None) -> chat.Done:
    return chat.Done(2**53 - 1, Ending.COMPLETE, 10**9, Route.CALCULATION, "r" * 400, "s" * 400, chart=chart)


def test_a_usual_chart_passes_unchanged() -> None:
    assert bounded(CROSS) == CROSS


def test_the_largest_chart_keeps_a_line_below_its_limit() -> None:
    chart = bounded(HUGE)

    assert chart is not None
    assert (len(chart.series), len(chart.series[0].points)) == (MOST_SERIES, MOST_POINTS)
    assert len(chat.encode(done(HUGE))) > chat.LINE_LIMIT
    assert len(chat.encode(done(chart))) <= chat.LINE_LIMIT


@given(charts)
@settings(deadline=None)
def test_what_passes_is_clean_drawable_and_arrives_as_it_is(chart: Chart) -> None:
    kept = bounded(chart)

    assert (kept is None) == (not any(is_drawable(point) for series in chart.series for point in series.points))
    if kept is None:
        return
    said = [kept.title, kept.x_label, kept.y_label, *kept.notes]
    said += [each.name for each in kept.series] + [mark.label for mark in kept.marks]
    assert said == [clean_line(text) for text in said]
    points = [point for series in kept.series for point in series.points] + [mark.point for mark in kept.marks]
    assert all(is_drawable(point) for point in points)
    assert bounded(kept) == kept
    assert chat.decode_server(chat.encode(done(kept))) == done(kept)


def test_nothing_is_nothing() -> None:
    assert bounded(None) is None
