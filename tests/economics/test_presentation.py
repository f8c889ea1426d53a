import msgspec
import pytest

from ecobot_tui.economics.calculation import Calculation
from ecobot_tui.economics.knowledge import Concept, Knowledge
from ecobot_tui.economics.presentation import (
    citation,
    present_calculation,
    present_comparison,
    present_concept,
    present_example,
    present_guess,
    present_more,
    present_reading,
    present_without_data,
)


@pytest.fixture
def concept(entry: str) -> Concept:
    return Knowledge({"macro.toml": f'area = "macroeconomía"\n{entry}'}).concept("inflación")


SOURCE = "base local › Macroeconomía › Inflación (Mankiw, cap. 30)"


def test_a_concept(concept: Concept) -> None:
    assert present_concept(concept).split("\n") == [
        "La inflación es la suba sostenida de los precios.",
        "Fórmula: π = IPC₁ / IPC₀ − 1",
        "Ejemplo: Si el IPC pasa de 250 a 280, la inflación es 12 %.",
        f"Fuente: {SOURCE}",
    ]


def test_a_concept_without_formula_that_may_change(concept: Concept) -> None:
    changed = msgspec.structs.replace(concept, formula=None, volatile=True)
    lines = present_concept(changed).split("\n")
    assert not any(line.startswith("Fórmula") for line in lines)
    assert lines[-2] == "Depende de normas o valores que cambian: revisado el 22/11/2026."


def test_more_of_a_concept(concept: Concept) -> None:
    assert present_more(concept, ["Otra diferencia."]).split("\n") == [
        "Lectura: Lo que costaba 100 cuesta 112.",
        "Error común: Que baje no es que bajen los precios.",
        "Diferencia: Una sube y la otra baja.",
        "Diferencia: Otra diferencia.",
        "Relacionados: deflación.",
        f"Fuente: {SOURCE}",
    ]


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("Mankiw, Principios de economía, cap. 30", "Mankiw, cap. 30"),
        ("Mankiw, Principios de economía, caps. 23 y 25", "Mankiw, caps. 23 y 25"),
        ("INDEC", "INDEC"),
        ("INDEC, Metodología del IPC", "INDEC, Metodología del IPC"),
    ],
)
def test_sources_are_short(concept: Concept, source: str, short: str) -> None:
    assert citation(msgspec.structs.replace(concept, source=source)).endswith(f"({short})")


def test_lines_are_logical_lines(concept: Concept) -> None:
    changed = msgspec.structs.replace(concept, definition="Dos\nlíneas,   con blancos.")
    assert present_concept(changed).startswith("Dos líneas, con blancos.\n")


def test_comparison(concept: Concept) -> None:
    other = msgspec.structs.replace(concept, name="deflación", definition="La deflación es la baja.")
    assert present_comparison(concept, other, "Son opuestas.").split("\n") == [
        concept.definition,
        other.definition,
        "Diferencia: Son opuestas.",
        f"Fuente: {SOURCE}; {SOURCE.replace('Inflación', 'Deflación')}",
    ]
    assert "Diferencia" not in present_comparison(concept, other, None)


def test_a_guess_says_so(concept: Concept) -> None:
    lines = present_guess(concept, ["deflación", "recesión"]).split("\n")
    assert lines[0] == "Creo que preguntás por «inflación»."
    assert lines[-2] == "Si no era eso, quizás: deflación, recesión."


def test_missing_data_are_admitted_first(concept: Concept) -> None:
    assert present_without_data(concept, "el INDEC").startswith("No tengo datos en tiempo real")


def test_a_calculation() -> None:
    calculation = Calculation("cuenta", "El resultado es 4.", "2 + 2 = 4", ("Son cuatro.",))
    assert present_calculation(calculation).split("\n") == [
        "El resultado es 4.",
        "Son cuatro.",
        "Calculado localmente: 2 + 2 = 4",
    ]


def test_what_an_entry_lacks_gets_no_line(concept: Concept) -> None:
    bare = msgspec.structs.replace(concept, formula=None, example="", reading="", mistake="", related=(), contrast=())
    assert present_concept(bare).split("\n") == [concept.definition, f"Fuente: {SOURCE}"]
    assert present_more(bare).split("\n") == ["No tengo más sobre «inflación».", f"Fuente: {SOURCE}"]
    assert present_example(bare).split("\n") == ["«inflación» no tiene ejemplo.", f"Fuente: {SOURCE}"]
    assert present_reading(bare).split("\n") == ["«inflación» no tiene lectura.", f"Fuente: {SOURCE}"]
    half = msgspec.structs.replace(bare, mistake="Uno.")
    assert present_reading(half).split("\n")[0] == "Error común: Uno."


def test_paragraphs_of_a_definition_are_lines(concept: Concept) -> None:
    changed = msgspec.structs.replace(concept, definition="Uno\nsigue.\n\nDos.")
    assert present_concept(changed).split("\n")[:2] == ["Uno sigue.", "Dos."]
    assert present_comparison(changed, concept, None).split("\n")[:3] == ["Uno sigue.", "Dos.", concept.definition]
    assert present_without_data(changed, "INDEC").split("\n")[1:3] == ["Uno sigue.", "Dos."]
