import contextlib
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics import Brain
from ecobot_tui.economics.calculation import Calculation, CalculationError
from ecobot_tui.economics.calculators import CALCULATORS, Pending, find_calculation
from ecobot_tui.economics.calculators.wording import input_kinds, pattern, slot_pattern
from tests.economics.calculators.test_phrases import ROWS

QUESTIONS = [question for question, _ in ROWS]


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda one: one.id)
def test_a_declaration_holds_together(calculator) -> None:
    symbols = [one.symbol for one in calculator.inputs]
    assert len(set(symbols)) == len(symbols)
    for source in (*calculator.when, calculator.unless):
        pattern(source)
    for wording in calculator.wordings:
        slot_pattern(wording, input_kinds(calculator))
    assert calculator.keys
    assert calculator.formula
    assert calculator.name.split()[0] in ("el", "la", "los", "las")


def test_every_calculator_has_its_own_id_and_a_phrase_that_finds_it() -> None:
    ids = [calculator.id for calculator in CALCULATORS]
    assert len(set(ids)) == len(ids)
    found = {expected.split()[0] for _, expected in ROWS}
    assert found >= set(ids)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("tasa nominal 40% e inflación -100%, ¿tasa real?", "mayor que -100 %"),
        ("el IPC pasó de 0 a 280, ¿cuánto fue la inflación?", "mayor que 0"),
        ("100.000 al 4% mensual por 5000 meses con interés compuesto", "1.200"),
        ("100.000 al 4% mensual por 0 meses con interés compuesto", "mayor que cero"),
        ("cuota de un préstamo de 1.000.000 en 1000000000 cuotas al 5% mensual", "1.200"),
        ("cuota de un préstamo de 1.000.000 a 12 meses al -100% mensual", "mayor que -100 %"),
        ("me prestan 100.000 y devuelvo 12 cuotas de 1.000", "suman menos"),
        ("renta perpetua de 1000 que crece al 9% con tasa 8%", "mayor que el crecimiento"),
        ("si bajó 100%, ¿cuánto tiene que subir para volver?", "menor que 100 %"),
        ("cuantos meses para duplicar al 0% mensual", "mayor que 0 %"),
        ("TIR de 1000, 300, 400", "mismo signo"),
        ("VAN de 1000, 300, 400 al 10%", "signo menos"),
        ("VAN de -1000, 300, 400 al -100%", "mayor que -100 %"),
        ("payback de -1000, 300, 400", "no se recupera"),
        ("dividendo 5, k 4%, g 4%", "mayor que el crecimiento"),
        ("inflación de 4% y 3,5% en tres meses, ¿cuánto se acumuló?", "Me diste 2 tasas"),
    ],
)
def test_the_impossible_is_said(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=re.escape(said)):
        find_calculation(question)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("¿qué cuota tiene un préstamo de 1.000.000 a 12 meses?", "la tasa de interés"),
        ("calculá la tasa real si la tasa nominal es 40% y después veo la inflación", "la inflación"),
        ("cuánto gano con un plazo fijo de 1.000.000 con TNA 35%", "el plazo"),
        ("cuánto es el interés simple de 100.000 pesos al 30% anual", "el plazo"),
    ],
)
def test_one_missing_datum_is_asked_for(question: str, missing: str) -> None:
    found = find_calculation(question)
    assert isinstance(found, Pending)
    assert missing in found.text
    assert found.text.endswith("?")


def test_a_question_that_lacks_two_data_is_left_alone() -> None:
    assert find_calculation("¿qué cuota tiene un préstamo de 1.000.000?") is None


def test_the_brain_asks_and_answers(brain: Brain) -> None:
    asked = brain.answer("¿qué cuota tiene un préstamo de 1.000.000 a 12 meses?")
    assert asked is not None
    assert asked.pending is not None
    assert asked.text == asked.pending.text
    answer = brain.answer("cuota de un préstamo de 1.000.000 a 12 meses al 5% mensual")
    assert answer is not None
    assert answer.pending is None
    assert answer.text.split("\n")[0] == "La cuota es 112.825,41."
    assert answer.text.split("\n")[-1].startswith("Calculado localmente: 1.000.000 × 0,05 / [1 − ")
    assert "Supuesto: sistema francés" in answer.text


def test_no_definition_is_taken_for_a_calculation(brain: Brain) -> None:
    for heading in brain._knowledge.headings:
        assert find_calculation(f"¿Qué es {heading.name}?") is None
        assert find_calculation(f"cuánto es 7% de {heading.name} anual en 4 años") is None


@given(st.sampled_from(QUESTIONS), st.integers(0, 10**9))
def test_mutated_questions_never_break_anything(question: str, seed: int) -> None:
    chance = random.Random(seed)
    changed = re.sub(r"\d+", lambda _: str(chance.choice([0, 1, -1, 3, 100, 1201, 10**9, 10**14])), question)
    letters = list(changed)
    for _ in range(2):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(["", letters[place] * 2, " ", "-", "%", "0"])
    for text in (changed, "".join(letters)):
        with contextlib.suppress(CalculationError):
            found = find_calculation(text)
            assert found is None or isinstance(found, Pending | Calculation)
