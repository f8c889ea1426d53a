import pytest

from ecobot_tui.economics.explanations import Explanation, Explanations
from ecobot_tui.economics.explanations.entries import load_explanations
from ecobot_tui.economics.knowledge import load_knowledge

ENTRIES = load_explanations()
CONCEPTS = load_knowledge()
READY = Explanations(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.asks[0])
def test_an_entry_is_whole_and_belongs_to_a_concept(entry: Explanation) -> None:
    assert entry.concept in CONCEPTS
    assert not entry.reverse or entry.text
    for text in filter(None, (entry.text, entry.reverse)):
        assert text.endswith((".", ")"))
        assert len(text) <= 600


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.asks[0])
def test_every_way_to_ask_finds_its_answer(entry: Explanation) -> None:
    for ask in entry.asks:
        found = READY.find(ask)
        assert found is not None, ask
        assert found.entry == entry, ask
