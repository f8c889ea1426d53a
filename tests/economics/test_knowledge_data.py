"""The real knowledge files, entry by entry: what docs/knowledge.md promises of them."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from importlib import resources

import pytest

from ecobot_tui.economics import Brain
from ecobot_tui.economics.arithmetic import evaluate
from ecobot_tui.economics.knowledge import Concept, Knowledge, load_knowledge
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.economics.presentation import present_concept, present_more
from ecobot_tui.economics.words import split_words
from ecobot_tui.number_format import format_number

CONCEPTS = list(load_knowledge().concepts())
LONGEST = {"definition": 230, "formula": 140, "example": 230, "reading": 200, "mistake": 200}

each_concept = pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept.name)


def test_every_entry_of_every_file_is_loaded(knowledge: Knowledge) -> None:
    folder = resources.files("ecobot_tui.economics") / "data"
    whole = {
        entry["name"]: entry
        for item in folder.iterdir()
        if item.name.endswith(".toml")
        for entry in tomllib.loads(item.read_text(encoding="utf-8"))["concept"]
    }
    assert {heading.name for heading in knowledge.headings} == set(whole)
    for heading in knowledge.headings:
        assert list(heading.aliases) == whole[heading.name].get("aliases", [])
        assert knowledge.concept(heading.name).definition == whole[heading.name]["definition"]


@each_concept
def test_texts_keep_their_length(concept: Concept) -> None:
    too_long = {
        field: len(text)
        for field, most in LONGEST.items()
        if (text := getattr(concept, field)) is not None and len(text) > most
    }
    assert not too_long


@each_concept
def test_checks_are_right_and_shown_in_the_example(concept: Concept) -> None:
    shown = {number.value for number in find_numbers(concept.example)}
    for check in concept.checks:
        expression, _, result = check.rpartition("=")
        expected = evaluate(result.strip())
        decimals = len(result.strip().partition(".")[2])
        assert abs(evaluate(expression) - expected) <= evaluate(f"0.5 / 10 ** {decimals}"), check
        written = (format_number(expected), format_number(expected, exact=True), format_number(expected, money=True))
        plain = concept.example.replace("−", "-")
        assert any(_stands_in(text, plain) for text in written) or expected in shown, check


def _stands_in(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number.lstrip('-'))}(?![\d]|[.,]\d)", text) is not None


@each_concept
def test_texts_are_safe_to_show(concept: Concept) -> None:
    for text in (present_concept(concept), present_more(concept), *concept.aliases, concept.name):
        for line in text.split("\n"):
            assert line.strip(), concept.name
            assert not line.startswith(("> ", "EcoBot:"))
            assert not [
                letter for letter in line if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co")
            ]


@each_concept
def test_related_and_contrasted_entries_exist(concept: Concept, knowledge: Knowledge) -> None:
    names = [*concept.related, *(pair.other for pair in concept.contrast)]
    assert [name for name in names if name not in knowledge] == []
    assert concept.name not in names


@each_concept
def test_two_to_four_concepts_are_related(concept: Concept) -> None:
    assert 2 <= len(concept.related) <= 4
    assert len(set(concept.related)) == len(concept.related)


def test_no_two_entries_share_a_name() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for concept in CONCEPTS:
        for name in (concept.name, *concept.aliases):
            owners[" ".join(split_words(name))].add(concept.name)
    assert {name: sorted(who) for name, who in owners.items() if len(who) > 1} == {}


def test_a_pair_is_contrasted_once() -> None:
    pairs = [frozenset((concept.name, pair.other)) for concept in CONCEPTS for pair in concept.contrast]
    assert sorted(map(sorted, {pair for pair in pairs if pairs.count(pair) > 1})) == []


@each_concept
def test_every_name_finds_its_concept(concept: Concept, brain: Brain) -> None:
    for name in (concept.name, *concept.aliases):
        answer = brain.answer(f"¿Qué es {name}?")
        assert answer is not None, name
        assert answer.concept == concept.name, name
