from pathlib import Path

import pytest

from ecobot_tui.economics import lexicon
from ecobot_tui.economics.knowledge import load_knowledge
from ecobot_tui.economics.lexicon import Lexicon, load_lexicon

LEXICON = load_lexicon(load_knowledge().headings)
PHRASES = Path(__file__).parent / "calculators" / "phrases"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("inflasion mensual de 3%", "inflación mensual de 3%"),
        ("¿Cáunto es la tsa real?", "¿cuánto es la tsa real?"),
        ("intreés del 5%", "interés del 5%"),
        ("gastos por 3 milones", "gastos por 3 millones"),
        ("TNA del 36%, ¿xtem?", "TNA del 36%, ¿xtem?"),
    ],
)
def test_a_slip_is_read_as_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert LEXICON.mend(typed).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "compré 2 mesas y 4 peras por 3 meses de sueldo",
        "mi hermana vende remeras, gorras y zapatillas en la feria los domingos",
        "Qd=100-2P, Qs=10+P",
        "C=600, I=200, G=250",
        "qué es el herfindahl",
        "el GDPR y la ONU",
        "",
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert LEXICON.mend(text).text == text
    assert LEXICON.mend(text).corrections == ()


def test_what_was_mended_is_told() -> None:
    assert LEXICON.mend("inflasion y precoi").corrections == (("inflasion", "inflación"), ("precoi", "precio"))


def test_a_text_of_unknown_words_is_left_alone() -> None:
    text = " ".join(["inflasion"] * (lexicon.MOST_MENDED + 1))
    assert LEXICON.mend(text).text == text


def test_a_plural_of_a_known_word_is_known() -> None:
    small = Lexicon(["canon", "precio"], ["canelon"])
    assert small.mend("precios, canelones").corrections == ()


@pytest.mark.parametrize("table", sorted(PHRASES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_words_of_questions_are_known(table: Path) -> None:
    lines = [line.partition(" => ")[0] for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    changed = {line: LEXICON.mend(line).corrections for line in lines if LEXICON.mend(line).corrections}
    assert changed == {}
