import re

import pytest

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators import find_calculation, solution_of
from ecobot_tui.economics.calculators.linear import mark_lines


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("elasticidad si el precio pasa de 10 a 10 y la cantidad de 100 a 80", "no cambia"),
        ("elasticidad si el precio sube 0% y la cantidad cae 20%", "no cambia"),
        ("Qd=100+2P, Qs=10+P", "pendiente negativa"),
        ("Qd=100-2P, Qs=10-P", "pendiente positiva"),
        ("Qd=10-2P, Qs=20+P", "no hay equilibrio"),
        ("excedentes con Qd=100-2P, Qs=10+P", "hasta gratis"),
        ("Qd=100-2P, Qs=-20+2P, impuesto 400 por unidad", "no se vende nada"),
        ("Qd=100-2P, Qs=-20+2P, tope 40", "no tiene efecto"),
        ("Qd=100-2P, elasticidad en P=60", "no se compra nada"),
        ("monopolio con P=100-2Q y CMg=120", "costo marginal"),
        ("cournot con P=100-Q, CMg 10, 3 empresas", "dos empresas"),
        ("CT pasa de 1000 a 1090 al producir de 50 a 50", "no cambia"),
        ("costo 600 con margen 100%", "menor que 100 %"),
    ],
)
def test_the_impossible_is_said(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=re.escape(said)):
        find_calculation(question)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("Qd=100−2P", "zdq 100 ; -2"),
        ("qo = 2p - 20", "zsq -20 ; 2"),
        ("P=100-Q", "zup 100 ; -1"),
        ("oferta P = -10 + 0,5*Q", "zsp -10 ; 0,5"),
        ("demanda Q=-P+50", "zdq 50 ; -1"),
    ],
)
def test_a_line_keeps_its_signs(typed: str, marked: str) -> None:
    assert mark_lines(typed).strip() == marked


@pytest.mark.parametrize("typed", ["Qd=100-2P^2", "Q=100-2P+3Y", "Q=100-2Q", "Q=100-2P/3", "Q=100", "Qd=100-2P·Y"])
def test_what_is_no_line_stays(typed: str) -> None:
    assert mark_lines(typed) == typed


def test_more_than_the_main_value_is_said() -> None:
    found = solution_of("Qd=100−2P, Qs=−20+2P, impuesto 4 por unidad")
    assert found is not None
    assert "recibe 28 y se venden 36" in found[1].result
    assert "= 144 ;" in found[1].worked
    assert found[1].worked.endswith("= 8")
