"""A teacher's Markdown: a heading for each concept, and what stands below it."""

from __future__ import annotations

import datetime

import pytest

from ecobot_tui.economics.knowledge import Concept
from ecobot_tui.economics.teacher import NoteFile, Notes, read_notes

DAY = datetime.date(2026, 3, 31)


def read(text: str) -> Notes:
    return read_notes([NoteFile("clase.md", text, DAY)])


def only(text: str) -> Concept:
    notes = read(text)
    assert notes.problems == ()
    (concept,) = notes.concepts
    return concept


def test_a_heading_and_a_paragraph_are_enough() -> None:
    concept = only("# Regla del aula\n\nPrimero\nse piensa.\n\nDespués se escribe.\n")
    assert (concept.name, concept.definition) == ("Regla del aula", "Primero se piensa.\n\nDespués se escribe.")
    assert (concept.area, concept.level, concept.source, concept.reviewed) == ("apuntes", "básico", "clase.md", DAY)
    assert (concept.example, concept.reading, concept.mistake, concept.formula) == ("", "", "", None)


WHOLE = """\
# Inflación
Suba de los precios.

Alias: carestía, IPC del aula.
Fórmula: π = P*Q / (1+t)*(x)*(y_d)
Ejemplo: de 100
a 110.
Cómo se lee: con 10 %, todo cuesta
un décimo más.
Error común: creer que baja.
Relacionados: deflación; IPC
Fuente: Cátedra
Área: macro
Nivel: medio

Otro párrafo.
"""


@pytest.mark.parametrize(
    "written",
    [
        WHOLE,
        WHOLE.replace("# Inflación", "## Inflación ##"),
        WHOLE.replace("# Inflación", "## 2.1. **Inflación**:"),
        WHOLE.replace("\n", "\r\n"),
        "\ufeff" + WHOLE,
        WHOLE.replace("Alias:", "**Alias:**").replace("Ejemplo:", "**Ejemplo**:").replace("Nivel:", "- Nivel :"),
        WHOLE.replace("Ejemplo: de 100\na 110.", "\n### Ejemplo\n\nde 100\n\na 110.\n"),
        WHOLE.replace("Ejemplo: de 100\na 110.", "EJEMPLO:\n\nde 100\na 110.\n\n"),
        WHOLE.replace("Alias: carestía, IPC del aula.", "Alias:\n- carestía\n* IPC del aula\n\n"),
        WHOLE.replace("Error común", "Errores comunes").replace("Cómo se lee", "como se lee"),
    ],
    ids=range(10),
)
def test_labelled_lines_are_the_fields(written: str) -> None:
    assert only(written) == Concept(
        name="Inflación",
        area="macro",
        level="medio",
        definition="Suba de los precios.\n\nOtro párrafo.",
        example="de 100 a 110.",
        reading="con 10 %, todo cuesta un décimo más.",
        mistake="creer que baja.",
        related=("deflación", "IPC"),
        source="Cátedra",
        reviewed=DAY,
        aliases=("carestía", "IPC del aula"),
        formula="π = P*Q / (1+t)*(x)*(y_d)",
    )


def test_a_heading_with_nothing_of_its_own_is_the_area_of_those_below() -> None:
    notes = read("Fuente: Cátedra\n\n# Unidad 1\n\n## Uno\na\n\n## Dos\nb\n\n# Tres\nc\n\n# Unidad 2\n## Cuatro\nd\n")
    assert notes.problems == ()
    found = [(concept.name, concept.area, concept.source) for concept in notes.concepts]
    assert found == [
        ("Uno", "Unidad 1", "Cátedra"),
        ("Dos", "Unidad 1", "Cátedra"),
        ("Tres", "Unidad 1", "Cátedra"),
        ("Cuatro", "Unidad 2", "Cátedra"),
    ]


def test_marks_of_letters_go_and_those_of_formulas_stay() -> None:
    text = "# X\n**a** *b* _c_ `d` __e__ [f](http://x) 2*3*4 y_1_z P * Q * R \\*g\n"
    assert only(text).definition == "a b c d e f 2*3*4 y_1_z P * Q * R *g"


def test_lists_and_fenced_lines_stay_apart_and_rules_go() -> None:
    text = "# X\nHay dos:\n- uno\n- dos\n\n---\n\n```\n# esto no es un título\nx = 1\n```\n<!-- ni\n# esto -->\n> fin\n"
    paragraphs = only(text).definition.split("\n\n")
    assert paragraphs == ["Hay dos:", "- uno", "- dos", "# esto no es un título", "x = 1", "fin"]


def test_front_matter_is_no_entry() -> None:
    concept = only("---\ntitle: Clase\n# nota\narea: Unidad 9\n---\n\n# X\na\n")
    assert (concept.name, concept.area) == ("X", "Unidad 9")


def test_a_deeper_heading_that_names_no_field_belongs_to_the_definition() -> None:
    assert only("# X\na\n### Historia\nb\n").definition == "a\n\nHistoria\n\nb"


def test_what_a_terminal_would_obey_does_not_come_in() -> None:
    concept = only("# X\x1b[2J\u202e\n> > a\x1b]52;c;eA==\x07b\n\n\x9b31mc\n")
    assert (concept.name, concept.definition) == ("X", "ab\n\nc")


@pytest.mark.parametrize(
    ("bad", "line", "said"),
    [
        ("## Vacío", 1, "«Vacío» no tiene ningún texto debajo"),
        ("## Sin texto\nEjemplo: x", 1, "«Sin texto» no tiene ningún texto debajo"),
        ("##\nalgo", 1, "el título no tiene nombre"),
        ("\n## ¿?\nalgo", 2, "le falta el nombre"),
        ("## X\nalgo\nNivel: difícil", 1, "básico, medio o avanzado"),
        ("## X\n" + "palabra " * 600, 1, "se aceptan hasta 4000"),
        ("## Primero\notra vez", 1, "«Primero» ya está en clase.md, línea 1"),
        ("## Los primeros\notra vez", 1, "«Los primeros» ya está en clase.md, línea 1"),
    ],
)
def test_a_bad_entry_is_named_with_its_line_and_its_neighbours_count(bad: str, line: int, said: str) -> None:
    notes = read(f"## Primero\na\n<!--\n\n-->\n{bad}\n## Último\nb\n")
    (problem,) = map(str, notes.problems)
    assert problem.startswith(f"clase.md, línea {5 + line}: ")
    assert said in problem
    assert [concept.name for concept in notes.concepts] == ["Primero", "Último"]


@pytest.mark.parametrize("text", ["", "Solo texto.\n", "### Muy hondo\nx\n", "```\n# X\n```\n", "<!-- # X"])
def test_a_file_without_headings_is_told(text: str) -> None:
    (problem,) = map(str, read(text).problems)
    assert problem == "clase.md: no tiene ningún título: cada concepto empieza con una línea «# Nombre»."
