"""Charts of every kind, those that no builder makes among them."""

from hypothesis import strategies as st

from ecobot_tui.plot import Chart, Mark, Series

coordinates = st.floats() | st.integers(-1000, 1000).map(float)
points = st.tuples(coordinates, coordinates)
labels = st.text("aé %", max_size=90)
charts = st.builds(
    Chart,
    title=st.text(max_size=100),
    x_label=st.text(max_size=100),
    y_label=st.text(max_size=100),
    series=st.lists(st.builds(Series, labels, st.lists(points, max_size=20).map(tuple)), max_size=8).map(tuple),
    marks=st.lists(st.builds(Mark, points, labels, st.booleans()), max_size=4).map(tuple),
    notes=st.lists(st.text(max_size=400), max_size=12).map(tuple),
)

CROSS = Chart(
    "Oferta y demanda",
    "Cantidad (Q)",
    "Precio (P)",
    (Series("Demanda", ((0.0, 100.0), (50.0, 0.0))), Series("Oferta", ((0.0, 10.0), (50.0, 60.0)))),
    (Mark((30.0, 40.0), "E (Q=30; P=40)", guides=True),),
    ("Primera nota.", "Segunda nota."),
)
