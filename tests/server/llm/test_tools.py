"""What a model may have calculated, and what it is told when it asks wrongly."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.server.llm import tools
from ecobot_tui.server.llm.figures import unfounded

CALLS = [
    ("plazo_fijo", {"capital": 800_000, "tna": 35, "dias": 30}, {"interes": 23013.698630, "total": 823013.698630}),
    ("interes_compuesto", {"capital": 1000, "tasa_por_periodo": 5, "periodos": 10}, {"valor_final": 1628.894627}),
    ("cuota_prestamo", {"prestamo": 100_000, "tasa_por_periodo": 4, "cuotas": 12}, {"cuota": 10655.217268}),
    ("cuota_prestamo", {"prestamo": 1200, "tasa_por_periodo": 0, "cuotas": 12}, {"cuota": 100, "intereses": 0}),
    ("tasa_equivalente", {"tasa": 2, "de": "mensual", "a": "anual"}, {"tasa": 26.824179}),
    ("tna_a_tea", {"tna": 36, "dias_de_capitalizacion": 30}, {"tea": 42.584}),
    ("tasa_real", {"nominal": 35, "inflacion": 30}, {"real": 3.846154}),
    ("inflacion_acumulada", {"variaciones": [2, 3, 4]}, {"acumulada": 9.2624}),
    ("variacion_porcentual", {"inicial": 200, "final": 250}, {"variacion": 25}),
    ("van_tir", {"flujos": [-100, 60, 60], "tasa_de_descuento": 10}, {"van": 4.132231, "tir": 13.066239}),
    (
        "elasticidad",
        {"precio_inicial": 10, "precio_final": 12, "cantidad_inicial": 100, "cantidad_final": 80},
        {"elasticidad": -1.222222},
    ),
    ("equilibrio", {"a": 100, "b": -2, "c": 10, "d": 1}, {"precio": 30, "cantidad": 40}),
    ("calcular", {"expresion": "(1+0.05)^2*100"}, {"resultado": 110.25}),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), CALLS)
def test_figures_are_the_calculators_own(name: str, arguments: dict[str, object], expected: dict[str, float]):
    result = tools.run(name, json.dumps(arguments))
    for key, value in expected.items():
        assert result.figures[key] == pytest.approx(value, rel=1e-4)
    assert result.shown
    assert "\n" not in result.shown


def test_every_function_is_tried_here():
    assert {name for name, _, _ in CALLS} == set(tools.NAMES)


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("nada", "{}", "no existe la función"),
        ("plazo_fijo", "{", "argumentos inválidos"),
        ("plazo_fijo", '{"capital": -5, "tna": 3, "dias": 30}', "argumentos inválidos"),
        ("plazo_fijo", '{"capital": "mil", "tna": 3, "dias": 30}', "argumentos inválidos"),
        ("plazo_fijo", '{"capital": 5, "tna": 3, "dias": 30, "mas": 1}', "argumentos inválidos"),
        ("plazo_fijo", '{"capital": 1e400, "tna": 3, "dias": 30}', "argumentos inválidos"),
        ("cuota_prestamo", '{"prestamo": 5, "tasa_por_periodo": 3, "cuotas": 1000000000}', "argumentos inválidos"),
        ("tasa_real", '{"nominal": 5, "inflacion": -100}', "argumentos inválidos"),
        ("variacion_porcentual", '{"inicial": 0, "final": 5}', "dividir por cero"),
        ("interes_compuesto", '{"capital": 1e15, "tasa_por_periodo": 1e6, "periodos": 1200}', "demasiado grande"),
        ("calcular", '{"expresion": "2**10000000000"}', "no se puede calcular"),
        ("calcular", '{"expresion": "__import__(1)"}', "no se puede calcular"),
        ("van_tir", '{"flujos": [1], "tasa_de_descuento": 1}', "argumentos inválidos"),
    ],
)
def test_a_wrong_call_is_answered_in_words(name: str, arguments: str, told: str):
    with pytest.raises(tools.ToolError, match=told):
        tools.run(name, arguments)


@given(st.sampled_from(list(tools.NAMES)), st.text(max_size=60))
def test_whatever_a_model_writes_raises_nothing_else(name: str, arguments: str):
    try:
        result = tools.run(name, arguments)
    except tools.ToolError:
        return
    assert all(math.isfinite(value) for value in result.figures.values())


def test_the_schemas_are_always_the_same_and_small():
    first = json.dumps(tools.schemas())
    assert first == json.dumps(tools.schemas())
    assert len(first) < 5_000
    for schema in tools.schemas():
        parameters = schema["function"]["parameters"]
        assert set(parameters["required"]) == set(parameters["properties"])


def test_figures_that_stand_nowhere_are_told():
    answer = "1. Tu interés es $ 23.013,70 (2,88 %).\n2. La inflación de 2024 fue 117,8 %. Son 3 pasos y 45.000 más."
    sources = ["son 800 mil al 35 %", "interés 23.013,70", "2,876712 %"]
    assert unfounded(answer, sources) == ("117,8 %", "45.000")


def test_a_rate_told_as_a_share_is_the_same_figure():
    assert unfounded("Multiplicás por 0,35.", ["al 35 %"]) == ()


def test_an_answer_without_figures_has_none():
    assert unfounded("La demanda cae cuando sube el precio.", []) == ()
