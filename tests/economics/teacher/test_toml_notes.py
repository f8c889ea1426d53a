"""A teacher's TOML: what may be left out, and what each slip of hers is told as."""

from __future__ import annotations

import datetime

import pytest

from ecobot_tui.economics.knowledge import Concept
from ecobot_tui.economics.teacher import NoteFile, Notes, read_notes

DAY = datetime.date(2026, 3, 31)


def read(text: str, name: str = "apuntes.toml") -> Notes:
    return read_notes([NoteFile(name, text, DAY)])


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


SHORT = '[[concept]]\nname = "regla del aula"\ndefinition = "Primero se piensa."\n'


def test_name_and_definition_are_enough() -> None:
    notes = read(SHORT)
    assert notes.problems == ()
    assert notes.concepts == (
        Concept(
            name="regla del aula",
            area="apuntes",
            level="básico",
            definition="Primero se piensa.",
            example="",
            reading="",
            mistake="",
            related=(),
            source="apuntes.toml",
            reviewed=DAY,
        ),
    )


def test_an_entry_as_the_docs_describe_it_is_read_whole(entry: str) -> None:
    (concept,) = read(f'area = "macroeconomía"\n{entry}').concepts
    assert (concept.area, concept.source) == ("macroeconomía", "Mankiw, Principios de economía, cap. 30")
    assert (concept.aliases, concept.related) == (("suba de precios",), ("deflación",))
    assert (concept.contrast[0].other, concept.reviewed) == ("deflación", datetime.date(2026, 11, 22))
    assert concept.formula == "π = IPC₁ / IPC₀ − 1"


def test_area_level_and_source_may_stand_once_for_the_file() -> None:
    text = f'area = "Unidad 2"\nlevel = "Avanzado"\nsource = "Cátedra"\n{SHORT}'
    (concept,) = read(text).concepts
    assert (concept.area, concept.level, concept.source) == ("Unidad 2", "avanzado", "Cátedra")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ('aliases = "una, otra; y más."', "aliases", ("una", "otra", "y más")),
        ('related = ["PBI", ""]', "related", ("PBI",)),
        ('level = "BASICO"', "level", "básico"),
        ('reviewed = "2026-01-02"', "reviewed", datetime.date(2026, 1, 2)),
        ("reviewed = 2026-01-02T10:00:00", "reviewed", datetime.date(2026, 1, 2)),
        ("volatile = true", "volatile", True),
        ('example = ""', "example", ""),
        ('formula = ""', "formula", None),
        ('source = " "', "source", "apuntes.toml"),
        ('reading = "> dos\\n  renglones"', "reading", "dos renglones"),
    ],
)
def test_values_are_read_forgivingly(line: str, field: str, value: object) -> None:
    notes = read(SHORT + line + "\n")
    assert notes.problems == ()
    assert getattr(notes.concepts[0], field) == value


def test_a_definition_keeps_its_paragraphs() -> None:
    text = '[[concept]]\nname = "x"\ndefinition = """\nUno\nsigue.\n\n> EcoBot dice dos.\n"""\n'
    assert read(text).concepts[0].definition == "Uno sigue.\n\nEcoBot dice dos."


def test_windows_files_are_read() -> None:
    text = "\ufeff" + f'area = "a"\n{SHORT}'.replace("\n", "\r\n")
    assert (read(text).problems, len(read(text).concepts)) == ((), 1)


def test_what_a_terminal_would_obey_does_not_come_in() -> None:
    text = '[[concept]]\nname = "x\\u001b[2J"\ndefinition = "a\\u202eb\\u0007\\u001b]52;c;eA==\\u0007"\n'
    text += 'aliases = ["\\u0000z"]\n'
    (concept,) = read(text).concepts
    assert (concept.name, concept.definition, concept.aliases) == ("x", "ab", ("z",))


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        ('name = "x\ndefinition = "y"', 2, "un texto sin cerrar"),
        ('name = "x"\ndefinition = """y', 3, "un texto sin cerrar"),
        ("name = “x”\ndefinition = 'y'", 2, "comillas rectas"),
        ('name = "x"\ndefinition "y"', 3, "falta el signo ="),
        ('name = "x"\nname = "y"', 3, "dos veces"),
        ('name = "x" definition = "y"', 2, "sobra algo"),
        ('name = "x"\naliases = ["a"', 3, "corchete"),
        ('name = "x"\ndefinition = "C:\\mundo"', 3, "barra"),
        ('name = "x"\nreviewed = 2026-02-31', 3, "la fecha no existe"),
        ("name = 'x'\nchecks = " + "[" * 5000, 1, "no es TOML"),
        ("name = 'x'\nvolatile = " + "9" * 5000, 1, "no es TOML"),
        ('name = "x"', 1, "le falta la definición"),
        ('definition = "x"', 1, "le falta el nombre"),
        ('name = "¿?"\ndefinition = "x"', 2, "le falta el nombre"),
        ('name = "x"\ndefinition = "\\u200b"', 3, "le falta la definición"),
        ('name = "x"\ndefinition = "y"\n\nnombre = "z"', 5, "«nombre» no es un campo"),
        ('name = 3\ndefinition = "y"', 2, "«name» tiene que ser un texto"),
        ('name = "x"\ndefinition = ["y"]', 3, "«definition» tiene que ser un texto"),
        ('name = "x"\ndefinition = "y"\naliases = [1]', 4, "«aliases» tiene que ser una lista"),
        ('name = "x"\ndefinition = "y"\nlevel = "difícil"', 4, "básico, medio o avanzado"),
        ('name = "x"\ndefinition = "y"\nreviewed = "ayer"', 4, "una fecha, como 2026-03-31"),
        ('name = "x"\ndefinition = "y"\nvolatile = "sí"', 4, "true o false"),
        ('name = "x"\ndefinition = "y"\ncontrast = "z"', 4, "«contrast» tiene que ser como"),
        ('name = "x"\ndefinition = "' + "y" * 4001 + '"', 3, "4001 caracteres"),
        ('name = "x"\ndefinition = "y"\naliases = "' + "a," * 60 + '"', 4, "hasta 50 nombres"),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_a_bad_entry_is_named_with_its_line_and_its_neighbours_count(lines: str, line: int, said: str) -> None:
    before = 'area = "a"\n\n' + SHORT
    notes = read(f"{before}[[concept]]\n{lines}\n\n{SHORT.replace('regla', 'otra regla')}")
    (problem,) = map(str, notes.problems)
    assert problem.startswith(f"apuntes.toml, línea {before.count(chr(10)) + line}: ")
    assert said in problem
    assert problem.isprintable()
    assert [concept.name for concept in notes.concepts] == ["regla del aula", "otra regla del aula"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "apuntes.toml: no tiene ningún concepto: cada uno empieza con una línea [[concept]]."),
        ('area = "a"\n', "apuntes.toml: no tiene ningún concepto: cada uno empieza con una línea [[concept]]."),
        ('\nname = "x"\n', "apuntes.toml, línea 2: «name» está fuera de un concepto"),
        ("[concept]\nname = 'x'\n", "apuntes.toml, línea 1: «concept» está fuera de un concepto"),
        ("area = Unidad\n" + SHORT, "apuntes.toml, línea 1: el valor no se entiende"),
    ],
)
def test_a_bad_beginning_is_told(text: str, said: str) -> None:
    assert [problem[: len(said)] for problem in problems(text)] == [said]


def test_no_english_is_shown_for_any_slip_of_one_letter() -> None:
    whole = f'area = "a"\n{SHORT}aliases = ["b", "c"]\nreviewed = 2026-01-02\n'
    for place in range(len(whole)):
        for slip in (whole[:place] + whole[place + 1 :], whole[:place] + "“\\" + whole[place:]):
            for problem in problems(slip):
                assert "(at " not in problem
                assert not {"Invalid", "Expected", "Unclosed", "Cannot", "Illegal"} & set(problem.split())
