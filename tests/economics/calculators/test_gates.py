import msgspec

from ecobot_tui.economics.calculators import CALCULATORS
from ecobot_tui.economics.calculators.gates import Gates
from ecobot_tui.economics.calculators.needs import beginnings, ways
from ecobot_tui.economics.calculators.quantities import read_question
from ecobot_tui.economics.calculators.wording import pattern
from tests.economics.calculators.test_phrases import ROWS

ANY = CALCULATORS[0]


def _gates(names: str = "", when: tuple[str, ...] = ()) -> Gates:
    return Gates([msgspec.structs.replace(ANY, names=names, when=when)], [frozenset()])


def test_a_name_opens_a_gate_only_where_all_of_it_may_stand() -> None:
    gates = _gates(names="indice de lerner|poder de mercado")
    assert gates.open_to(beginnings(["calcula", "el", "poder", "de", "mercado"])) == [(0, True, False)]
    assert gates.open_to(beginnings(["el", "poder", "de", "compra"])) == []


def test_a_description_needs_all_its_patterns() -> None:
    gates = _gates(when=("exporta", "importa"))
    assert gates.open_to(beginnings(["exportaciones", "importaciones"])) == [(0, False, True)]
    assert gates.open_to(beginnings(["exportaciones"])) == []


def test_what_may_match_anything_is_always_open() -> None:
    assert _gates(names=r"\w+mente").open_to(beginnings(["x"])) == [(0, True, False)]


def test_no_gate_is_closed_to_what_a_pattern_matches() -> None:
    readings = [reading for question, _ in ROWS if (reading := read_question(question))]
    closed = [
        (source, reading.text)
        for source in sorted({source for one in CALCULATORS for source in (one.names, *one.when) if source})
        for reading in readings
        if not any(all(words & reading.beginnings for words in way) for way in ways(source))
        and pattern(source).search(reading.text)
    ]
    assert closed == []
