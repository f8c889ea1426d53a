import re

import pytest

from ecobot_tui.economics.calculators import CALCULATORS
from ecobot_tui.economics.calculators.gates import beginnings, needed_words
from ecobot_tui.economics.calculators.quantities import read_question
from ecobot_tui.economics.calculators.wording import pattern
from tests.economics.calculators.test_phrases import ROWS


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"(?:saldo|balanza) comercial|exportaciones netas", {"comer", "expor"}),
        (r"brecha(?: cambiaria)?(?=.*oficial)", {"brech"}),
        (r"\b(?:medio )?aguinaldo\b|\bsac\b", {"aguin", "sac"}),
        (r"pay ?back", {"pay"}),
        (r"poder (?:de compra|adquisitivo)", {"poder"}),
        (r"(?:re)?compr\w+", None),
        (r"\w+mente", None),
        (r"inflacion|[#%]\d", {"infla", "#", "%"}),
        (r"costo.*(?=.*margen)", {"costo"}),
        (r"(?!sueldo)precio", {"preci"}),
        (r"", None),
    ],
)
def test_the_words_that_a_pattern_cannot_do_without(source: str, needed: set[str] | None) -> None:
    assert needed_words(source) == needed


SOURCES = sorted({source for one in CALCULATORS for source in (one.names, *one.when) if source})


def test_no_gate_is_closed_to_what_a_pattern_matches() -> None:
    readings = [reading for question, _ in ROWS if (reading := read_question(question))]
    closed = [
        (source, reading.text)
        for source in SOURCES
        if (needed := needed_words(source)) is not None
        for reading in readings
        if needed.isdisjoint(reading.beginnings) and pattern(source).search(reading.text)
    ]
    assert closed == []


def test_every_word_is_known_by_its_beginnings() -> None:
    assert beginnings(["inflacion", "ir", "x"]) == {"in", "inf", "infl", "infla", "ir", "x"}
    assert re.escape("a") not in beginnings(["ab"])
