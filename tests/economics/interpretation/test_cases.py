"""Questions of several figures: decisions, comparisons, what someone says of a figure."""

import pytest

from ecobot_tui.economics.interpretation import asks_for_reading, interpret
from ecobot_tui.economics.interpretation.cases import CASES
from ecobot_tui.economics.knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Prices and incomes.
        ("la inflación pasó de 9 % a 6 % mensual, ¿entonces bajaron los precios?", "No: los precios no bajan"),
        ("los alimentos subieron 12 % y el índice general 9 %, ¿quiénes pierden más?", "hogares pobres"),
        ("los mayoristas subieron 11 % y los minoristas 6 %, ¿qué se puede esperar?", "se traslade a los consumidores"),
        ("gano lo mismo que en enero y los precios subieron 25 %, ¿perdí?", "baja 20 %"),
        ("cobro 500 dólares, el dólar subió 10 % y los precios en pesos 32 %", "baja 16,67 %"),
        ("mi alquiler subió 80 % y mi sueldo 50 %, ¿cómo cambió su peso?", "Pesa más que antes"),
        ("TNA de 24 % y la inflación es 3 % mensual", "La tasa real es negativa"),
        ("me aumentaron 20 % y después 10 %, ¿es 30 %?", "en total 32 %"),
        ("a Ana le aumentaron 25 % y a Luis 45 %, con inflación de 35 %, ¿quién ganó?", "le ganó a la inflación"),
        (
            "bajó de 20 % a 15 %: uno dice que cayó 5 puntos y otro que 25 %, ¿quién tiene razón?",
            "Los dos tienen razón",
        ),
        # Decisions.
        ("préstamo A: TNA 50 % y CFT 90 %; préstamo B: TNA 60 % y CFT 80 %. ¿Cuál elijo?", "Conviene préstamo B"),
        ("tengo ahorros al 3 % mensual y debo en la tarjeta al 7 % mensual, ¿qué hago?", "pagar primero la deuda"),
        (
            "$ 120.000 en 3 cuotas sin interés o 10 % menos al contado; mi plata rinde 2 % mensual",
            "Conviene el contado",
        ),
        ("1.000.000 al contado o 12 cuotas de 100.000, con inflación de 4 % mensual", "Convienen las cuotas"),
        ("el dólar subió 9 % y el plazo fijo rindió 4 %, ¿qué convenía?", "Convenía el dólar"),
        ("dos fondos rinden 12 %; uno con desvío de 4 % y otro de 9 %, ¿cuál es más riesgoso?", "el segundo"),
        ("la tasa a 2 años es 6 % y a 10 años 4 %, ¿qué dice la curva?", "invertida"),
        ("un bono con cupón de 7 % cotiza al 80 %, ¿rinde más o menos que el cupón?", "mayor que el cupón"),
        ("A: VAN 500 y TIR 20 %. B: VAN 700 y TIR 16 %. ¿Cuál conviene?", "conviene B"),
        # Markets.
        ("impuesto con elasticidad de demanda 0,4 y de oferta 1,6, ¿quién lo paga?", "el 80 %"),
        ("el quinto obrero agregó 9 y el sexto 5, ¿qué pasa?", "rendimientos marginales decrecientes"),
        ("el último peso en pan da 4 útiles y en queso 6, ¿estoy en el óptimo?", "gastar más en «queso»"),
        ("con un precio máximo de 90 se demandan 500 y se ofrecen 300", "exceso de demanda"),
        ("una torta le cuesta a Ana resignar 3 panes y a Juan 5, ¿a quién le conviene especializarse?", "Ana"),
        ("estaba dispuesto a pagar 900 y pagué 600, ¿qué es la diferencia?", "excedente del consumidor"),
        ("la elasticidad es -0,2 y el precio sube 10 %, ¿qué pasa con la cantidad?", "baja cerca de 2 %"),
        ("si la elasticidad es cero, ¿cómo se dibuja la curva de demanda?", "vertical"),
        # Households.
        ("mi familia gana 900 mil y la canasta total cuesta 1.100.000, ¿somos pobres?", "es un hogar pobre"),
        ("estoy en el decil 3, ¿qué significa?", "el 20 % de la población tiene un ingreso menor"),
        ("el impuesto se lleva 15 % del ingreso de los pobres y 5 % del de los ricos", "regresivo"),
        ("Gini de 0,5 antes de impuestos y de 0,42 después", "redistribuye"),
        # The whole economy, and samples.
        ("el desempleo es 8 %: ¿son 8 de cada 100 habitantes?", "población económicamente activa"),
        ("la inversión bruta fue 12 y la depreciación 15, ¿qué pasó con el capital?", "se achicó"),
        ("el dólar pasó de 500 a 625, ¿qué le pasó al peso?", "se depreció"),
        ("el dólar subió 10 %, los precios 40 % y afuera 2 %: ¿quedamos caros? inflación de EEUU", "apreciación real"),
        ("dio 42 % y antes 43 %, con un margen de error de 2 puntos, ¿puedo afirmar que bajó?", "No se puede afirmar"),
        ("ln(Q) = 4 - 1,5 ln(P), ¿cómo se interpreta?", "q baja 1,5 %"),
    ],
)
def test_several_figures(question: str, said: str) -> None:
    found = interpret(question)
    assert found is not None
    assert said.casefold() in found.text.casefold()


@pytest.mark.parametrize(
    "question",
    [
        "¿qué es la canasta básica total?",
        "¿qué es un impuesto regresivo?",
        "diferencia entre decil y quintil",
        "¿quién gana el mundial?",
    ],
)
def test_words_alone_are_no_case(question: str) -> None:
    assert interpret(question) is None


def test_a_result_is_left_to_the_calculators() -> None:
    assert not asks_for_reading("12 cuotas de 65.000 o 600.000 al contado, ¿qué tasa me cobran?")
    assert asks_for_reading("12 cuotas de 65.000 o 600.000 al contado, ¿qué conviene?")


def test_they_are_well_formed(knowledge: Knowledge) -> None:
    assert [case.name for case in CASES if case.concept not in knowledge] == []
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(len(key) <= 4 for case in CASES for key in case.keys.split())
