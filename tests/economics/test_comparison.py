import pytest

from ecobot_tui.economics import Brain
from ecobot_tui.economics.comparison import pairs_compared


@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("¿Cuál es la diferencia entre inflación y deflación?", ("inflacion", "deflacion")),
        ("diferencia entre el costo fijo y el costo variable", ("costo fijo", "costo variable")),
        ("diferencia entre costo fijo y variable", ("costo fijo", "costo variable")),
        ("diferencias de inflación de demanda y de costos", ("inflacion de demanda", "inflacion de costos")),
        ("¿es lo mismo PBI que PBN?", ("pbi", "pbn")),
        ("¿PBI es lo mismo que PBN?", ("pbi", "pbn")),
        ("¿en qué se diferencia el monopolio del oligopolio?", ("monopolio", "oligopolio")),
        ("¿qué distingue al monopolio del oligopolio?", ("monopolio", "oligopolio")),
        ("VAN vs TIR", ("van", "tir")),
        ("VAN versus TIR", ("van", "tir")),
        ("comparame inflación con deflación", ("inflacion", "deflacion")),
        ("¿qué diferencia hay entre un bono y una acción?", ("bono", "accion")),
        ("inflación y deflación, diferencia", ("inflacion", "deflacion")),
        ("inflación y deflación, ¿cuál es la diferencia?", ("inflacion", "deflacion")),
        ("el monopolio y el oligopolio, ¿en qué se diferencian?", ("monopolio", "oligopolio")),
        ("diferencia enttre inflación y deflación", ("inflacion", "deflacion")),
        ("difernecia entre inflación y deflación", ("inflacion", "deflacion")),
        ("es lo mimo PBI que PBN", ("pbi", "pbn")),
        ("diferencia entre oferta y demanda e inflación", ("oferta y demanda", "inflacion")),
    ],
)
def test_pairs(question: str, pair: tuple[str, str]) -> None:
    assert pair in list(pairs_compared(question))


@pytest.mark.parametrize(
    "question", ["", "¿qué es la inflación?", "inflación y deflación", "el mismo bono", "diferencia"]
)
def test_what_compares_nothing(question: str) -> None:
    assert list(pairs_compared(question)) == []


def test_a_cut_name_stands_for_the_relative_of_the_other(brain: Brain) -> None:
    answer = brain.answer("¿qué diferencia hay entre un impuesto y una tasa?")
    assert answer is not None
    assert answer.reason == "comparación: impuesto y tasa tributaria"
