import re
import time

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
        ("Qd=100-2P, elasticidad", "me falta un dato"),
        ("Qd=100-2P, Qs=-20+2P, precio mínimo 10", "no tiene efecto"),
        ("Qd=100-2P, Qs=-20+2P, cupo de 90", "no está por debajo"),
        ("Qd=100-2P, Qs=-20+2P, impuesto 400 por unidad", "no se vende nada"),
        ("Qd=100-2P, Qs=-20+2P, tope 40", "no tiene efecto"),
        ("Qd=100-2P, Qs=-20+2P, subsidio de 400 por unidad", "menos que nada"),
        ("Qd=100-2P, Qs=-20+2P, precio internacional 50 y arancel de 5", "no se importa"),
        ("excedente del consumidor con Qd=100-2P, precio 20 y cantidad 10", "decime uno solo"),
        ("cournot con P=100-Q, CMg=10+2Q y dos empresas", "costo marginal constante"),
        ("punto de equilibrio con CF 1000, precio 10 y costo variable 12", "nunca se cubre"),
        ("HHI con cuotas de 60%, 50% y 20%", "sumar 100 %"),
        ("precio 10, CT = 50 + 20Q + Q², cuánto produce en competencia", "no cubre el costo marginal"),
        ("margen del 100%, ¿a qué markup equivale?", "menor que 100 %"),
        ("Qd=100-2P, elasticidad en P=60", "no se compra nada"),
        ("monopolio con P=100-2Q y CMg=120", "costo marginal"),
        ("cournot con P=100-Q, CMg 10, 3000 empresas", "de 1 a 1.000"),
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
        ("P=100-Q", "zdp 100 ; -1"),
        ("oferta P = -10 + 0,5*Q", "zsp -10 ; 0,5"),
        ("demanda Q=-P+50", "zdq 50 ; -1"),
        ("la demanda es 100 menos 2P", "la  zdq 100 ; -2"),
        ("Q=100-2P/4", "zdq 100 ; -0,5"),
        ("D: P = 90 - (1/2)Q", "D:  zdp 90 ; -0,5"),
        ("Ld = 1.000 - 4w", "zdq 1000 ; -4"),
        ("CT = 50 + 10q + 2q²", "zct 50 ; 10 ; 2"),
        ("CT = Q^3 - 4Q^2 + 10Q + 50", "zct 50 ; 10 ; -4 ; 1"),
        ("costo total 500 + 4q", "zct 500 ; 4 ; 0"),
        ("CMg = 4Q", "zcm 0 ; 4 ; 0"),
        ("3P + Q = 60", "zdq 60 ; -3"),
        ("2Q = 100 - 4P", "zdq 50 ; -2"),
        ("CT = 200Q + 10.000. Q y P", "zct 10000 ; 200 ; 0 . Q y P"),
    ],
)
def test_a_line_keeps_its_signs(typed: str, marked: str) -> None:
    assert mark_lines(typed).strip() == marked


@pytest.mark.parametrize(
    "typed",
    ["Qd=100-2P^2", "Q=100-2P+3Y", "Q=100-2Q", "C=100+0,8Y", "cantidad demandada de X con 3 P", "Q=100", "Qd=100-2P·Y"],
)
def test_what_is_no_line_stays(typed: str) -> None:
    assert mark_lines(typed) == typed


def test_a_pair_keeps_its_order_in_time() -> None:
    now = solution_of("cobro 500 y vendo 204 unidades en vez de las 240 que vendía a 400, elasticidad")
    assert now is not None
    assert now[1].value == pytest.approx((204 - 240) / 240 / ((500 - 400) / 400))


def test_data_that_contradict_each_other_are_left_alone() -> None:
    assert solution_of("costo total 900, costo fijo 500, costo variable 300, ¿costo medio de 10 unidades?") is None


def test_more_than_the_main_value_is_said() -> None:
    found = solution_of("Qd=100−2P, Qs=−20+2P, impuesto 4 por unidad")
    assert found is not None
    assert "recibe 28 y se venden 36" in found[1].result
    assert "= 144 ;" in found[1].worked
    assert found[1].worked.endswith("= 8")


@pytest.mark.parametrize(
    "text",
    [
        "0 P=100-2Q",
        "0Q + P = 100",
        "Q = 100 - P/0",
        "Q = 99999999999999999999P + " + "9" * 350,
        "la demanda " + "dada por " * 30 + "foo 100-2P",
        "P = " + "Q +  " * 70 + "w",
        ": Q " * 100,
        "Q = 0,00000000000000000001P + 5",
    ],
)
def test_no_text_makes_the_reader_of_functions_raise_or_linger(text: str) -> None:
    start = time.thread_time()
    assert isinstance(mark_lines(text[:400]), str)
    assert time.thread_time() - start < 0.02
