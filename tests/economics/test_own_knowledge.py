"""A teacher's own entries beside the built-in ones: hers win, whatever name leads to them."""

from __future__ import annotations

import datetime

import pytest

from ecobot_tui.economics import Brain, Dialogue, Memory
from ecobot_tui.economics.knowledge import Concept, Knowledge, name_key
from ecobot_tui.economics.teacher import NoteFile, read_notes


def own(markdown: str) -> tuple[Concept, ...]:
    notes = read_notes([NoteFile("clase.md", markdown, datetime.date(2026, 3, 31))])
    assert notes.problems == ()
    return notes.concepts


def brain_with(knowledge: Knowledge, markdown: str) -> Brain:
    return Brain(knowledge.with_own(own(markdown)))


def said(brain: Brain, question: str) -> str:
    answer = brain.answer(question)
    assert answer is not None
    return answer.text


@pytest.mark.parametrize("name", ["inflación", "Inflación", "INFLACION", "La inflación", "¿Qué es la inflación?"])
@pytest.mark.parametrize(
    "question", ["¿Qué es la inflación?", "inflacion", "suba generalizada de precios", "inflasión", "tasa de inflación"]
)
def test_an_own_entry_takes_the_place_of_the_one_with_its_name(knowledge: Knowledge, name: str, question: str) -> None:
    brain = brain_with(knowledge, f"# {name}\nLa de la cátedra.")
    assert "La de la cátedra." in said(brain, question)
    assert brain.concept_count == len(knowledge)


def test_plural_and_article_are_the_same_name(knowledge: Knowledge) -> None:
    brain = brain_with(knowledge, "# Los bonos\nLos de la cátedra.")
    for question in ("¿qué es un bono?", "bonos", "título de deuda"):
        assert said(brain, question).startswith("Los de la cátedra.")


def test_an_own_alias_leads_to_the_own_entry(knowledge: Knowledge) -> None:
    # «PBI» is the built-in's alias and «deflación» another's name.
    brain = brain_with(knowledge, "# Torta del país\nLo que se hornea.\nAlias: PBI, deflación")
    for question in ("pbi", "¿qué es el PBI?", "¿Qué es la deflación?", "torta del pais"):
        assert said(brain, question).startswith("Lo que se hornea.")
    # The built-in that only lost an alias still answers to its name; the one that lost its name is gone.
    assert "Lo que se hornea." not in said(brain, "producto bruto interno")
    assert brain.concept_count == len(knowledge)


def test_own_names_come_before_own_aliases(knowledge: Knowledge) -> None:
    brain = brain_with(knowledge, "# Aula\nUno.\nAlias: bono\n\n# Bono\nDos.\nAlias: aula")
    assert said(brain, "bono").startswith("Dos.")
    assert said(brain, "aula").startswith("Uno.")


def test_what_refers_to_a_replaced_entry_finds_the_own_one(knowledge: Knowledge) -> None:
    brain = brain_with(knowledge, "# La torta\nLo que se hornea.\nAlias: inflación")
    entry = brain.entry("inflación")
    assert entry is not None
    assert entry.name == "La torta"
    assert brain.more("inflación") is not None
    assert "inflación" in knowledge.with_own(own("# La torta\nx\nAlias: inflación"))


def test_the_difference_told_by_another_entry_is_kept(knowledge: Knowledge) -> None:
    pairs = [(one.name, pair.other, pair.difference) for one in knowledge.concepts() for pair in one.contrast]
    plain = Brain(knowledge)
    first, second, difference = next(
        pair
        for pair in pairs
        if (answer := plain.answer(f"diferencia entre {pair[0]} y {pair[1]}")) and pair[2] in answer.text
    )
    brain = brain_with(knowledge, f"# {second.upper()}\nLa de la cátedra.")
    text = said(brain, f"diferencia entre {first} y {second}")
    assert "La de la cátedra.\n" in text
    assert f"Diferencia: {difference}" in text


def test_a_built_in_entry_gives_up_the_alias_that_an_own_one_has(knowledge: Knowledge) -> None:
    # Late in the alphabet, so that it would lose if both had the name.
    brain = brain_with(knowledge, "# zona de torta\nLo que se hornea.\nAlias: PBI")
    assert brain.nearest("mi vecino del fondo habla del PBI a los gritos", 1) == ["zona de torta"]


def test_an_own_entry_is_found_by_what_it_means(knowledge: Knowledge) -> None:
    brain = brain_with(knowledge, "# Efecto pizarrón\nTiza que vuela cuando el docente borra con furia.")
    assert "Efecto pizarrón" in said(brain, "¿cómo se llama cuando la tiza vuela porque el docente borra con furia?")


def test_the_built_in_entries_stay_as_they_are(knowledge: Knowledge) -> None:
    before = {heading.name: knowledge.concept(heading.name) for heading in knowledge.headings}
    combined = knowledge.with_own(own("# Regla del aula\nx"))
    assert len(combined) == len(before) + 1 == len(list(combined.concepts()))
    assert {name: combined.concept(name) for name in before} == before
    assert {heading.name: knowledge.concept(heading.name) for heading in knowledge.headings} == before


def test_no_two_built_in_entries_have_names_that_are_alike(knowledge: Knowledge) -> None:
    # Or an own entry could push out one that it does not mean.
    assert len({name_key(heading.name) for heading in knowledge.headings}) == len(knowledge)


def test_a_conversation_on_an_entry_with_a_definition_only(knowledge: Knowledge) -> None:
    dialogue = Dialogue(brain_with(knowledge, "# Regla del aula\nPrimero se piensa.\n\nDespués se escribe."))
    answer, memory = dialogue.answer("¿qué es la regla del aula?", Memory())
    assert answer is not None
    source = "Fuente: base local › Apuntes › Regla del aula (clase.md)"
    assert answer.text.split("\n") == ["Primero se piensa.", "Después se escribe.", source]
    for question, line in (
        ("más", "No tengo más sobre «Regla del aula»."),
        ("un ejemplo", "«Regla del aula» no tiene ejemplo."),
        ("¿cómo se lee?", "«Regla del aula» no tiene lectura."),
        ("¿cómo se calcula?", "«Regla del aula» no tiene fórmula."),
    ):
        answer, memory = dialogue.answer(question, memory)
        assert answer is not None
        assert answer.text.split("\n")[0] == line
        assert answer.text.split("\n")[-1] == source


def test_a_memory_of_an_entry_that_vanished_is_no_fault(knowledge: Knowledge) -> None:
    _, memory = Dialogue(brain_with(knowledge, "# Regla del aula\nx")).answer("regla del aula", Memory())
    assert memory.concept == "Regla del aula"
    for question in ("más", "un ejemplo", "¿y el bono?", "¿en qué se diferencia del bono?", "2", "¿y si fuera 20 %?"):
        Dialogue(Brain(knowledge)).answer(question, memory)


def test_a_name_that_only_resembles_an_inherited_alias_stays(entry: str) -> None:
    other = entry.replace('name = "inflación"', 'name = "empresa"').replace("suba de precios", "firma")
    first = entry.replace("suba de precios", "lo que la empresa tiene")
    combined = Knowledge({"a.toml": f'area = "a"\n{first}{other}'}).with_own(own("# Inflación\nx"))
    assert {heading.name: heading.aliases for heading in combined.headings} == {
        "inflación": ("lo que la empresa tiene",),
        "empresa": ("firma",),
    }
