import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics import Brain
from ecobot_tui.economics.interpretation import interpret
from ecobot_tui.economics.interpretation.indicators import indicators
from ecobot_tui.economics.knowledge import Knowledge


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿Qué significa un Gini de 0,42?", "Gini de 0,42"),
        ("qué quiere decir un gini de 45", "Tomé 45 como 0,45"),
        ("que significa que el gini bajó de 0,45 a 0,42", "más igualitaria"),
        ("la elasticidad precio es -0,5, ¿es elástica?", "Es inelástica"),
        ("la elasticidad precio es menos 1,5, ¿cómo la interpreto?", "Es elástica"),
        ("elasticidad de la demanda igual a 1 qué significa", "Es unitaria"),
        ("¿qué significa que la elasticidad sea mayor que 1?", "Es elástica"),
        ("elasticidad ingreso de -0,3 qué tipo de bien es", "bien inferior"),
        ("elasticidad ingreso de 0,4 qué tipo de bien es", "necesario"),
        ("elasticidad ingreso de 2, ¿es un bien de lujo?", "de lujo"),
        ("¿qué significa una elasticidad ingreso positiva?", "bien normal (positiva)"),
        ("elasticidad cruzada de 0,8, ¿son sustitutos?", "bienes sustitutos"),
        ("elasticidad cruzada de -0,8, ¿qué indica?", "complementarios"),
        ("un HHI de 1.200, ¿es alto?", "poco concentrado"),
        ("un HHI de 2000, ¿qué significa?", "moderadamente"),
        ("un HHI de 2.800, ¿es alto?", "muy concentrado"),
        ("índice de Lerner de 0,6, ¿qué significa?", "60 % del precio"),
        ("el riesgo país es de 1.500 puntos básicos, ¿qué significa?", "15 puntos porcentuales"),
        ("spread de 300 puntos básicos, ¿qué significa?", "3 puntos porcentuales"),
        ("¿qué significa un spread de 3 %?", "300 puntos básicos"),
        ("¿qué significa un déficit fiscal de 3 % del PBI?", "déficit moderado"),
        ("superávit primario de 1,5% del PBI, ¿es bueno?", "Es un superávit"),
        ("deuda de 90% del PBI, ¿es mucho?", "muy alta"),
        ("tasa real de -5 %, ¿qué significa?", "poder de compra de 95"),
        ("qué significa una tasa real negativa", "pierde poder de compra"),
        ("p-valor de 0,03 ¿es significativo?", "se rechaza"),
        ("p-valor de 0,2 ¿es significativo?", "no se rechaza"),
        ("¿qué significa un p valor menor que 0,05?", "Es significativo al 5 %"),
        ("qué quiere decir que el R2 sea 0,8", "80 % de la variación"),
        ("correlación de -0,85 entre inflación y desempleo, ¿cómo se interpreta?", "negativa y fuerte"),
        ("¿cómo interpreto un coeficiente de regresión de 2,5?", "sube 2,5 unidades"),
        ("el intervalo de confianza va de -0,2 a 0,5, ¿qué significa?", "No es significativo"),
        ("el intervalo de confianza del 95 % va de 0,2 a 0,5, ¿qué significa?", "Es significativo"),
        ("¿qué significa que el intervalo de confianza no incluya el cero?", "Es significativo"),
        ("el VAN da -3000, ¿conviene?", "se rechaza"),
        ("el VAN es $ 1.500, ¿conviene?", "El VAN es $ 1.500"),
        ("qué significa un VAN negativo", "se rechaza"),
        ("la TIR es 15 % y el costo de capital 20 %, ¿conviene?", "no conviene"),
        ("el costo de capital es 10 % y la TIR 15 %, ¿conviene?", "supera al costo"),
        ("payback de 3 años, ¿es bueno?", "3 años"),
        ("beta de 1,5, ¿qué significa?", "agresiva"),
        ("liquidez corriente de 0,8, ¿es malo?", "Es baja"),
        ("razón de endeudamiento de 0,3, ¿es alta?", "Es baja"),
        ("ROE de 25 %, ¿es bueno?", "25 de resultado neto"),
        ("margen neto de 5 %, ¿qué significa?", "quedan 5 de ganancia"),
        ("un PER de 25, ¿es caro?", "Es alto"),
        ("PMC de 0,8, ¿qué significa?", "consumen 80 y se ahorran 20"),
        ("¿qué significa un multiplicador de 2,5?", "subir 250"),
        ("deflactor de 120, ¿qué significa?", "20 %"),
        ("IPC de 250 con base 100, ¿qué significa?", "150 %"),
        ("brecha del producto de -3 %, ¿qué significa?", "recesiva"),
        ("desempleo de 12 %, ¿es alto?", "Es alto"),
        ("tasa de actividad de 48 %, ¿cómo se interpreta?", "48 trabajan o buscan"),
        ("términos de intercambio de 110, ¿qué significa?", "mejores que en la base"),
        ("tipo de cambio real de 80, ¿qué significa?", "apreciado"),
        ("déficit de cuenta corriente de 5 % del PBI, ¿es malo?", "déficit alto"),
        ("la inflación pasó de 40 % a 42 %, ¿subió 2 puntos o 5 %?", "2 puntos porcentuales"),
        ("riesgo país bajó de 2000 a 800 puntos, ¿es bueno?", "se abarata"),
        ("el spread es de 20 puntos, ¿es alto?", "Es muy alto"),
        ("el desempleo subió 2 puntos, ¿qué significa?", "suba de 2 puntos"),
        ("¿qué significa que la inflación haya sido del 100 %?", "pasa a costar 200"),
        ("IDH de 0,85, ¿es alto?", "muy alto"),
        ("pobreza del 40 %, ¿qué significa?", "40 tienen ingresos"),
        ("¿qué significa que la tasa subió 2 puntos?", "40 % a 42 %"),
        ("tengo una tasa nominal del 30 % y la inflación 50 %, ¿gano?", "-13,33 %"),
        ("La inflación fue 5 % y mi sueldo subió 3 %, ¿qué significa?", "perdió poder adquisitivo"),
        ("el Gini subió 0,03, ¿qué significa?", "más desigual"),
        ("el riesgo país subió 200 puntos, ¿qué significa?", "se encarece"),
    ],
)
def test_meaning(question: str, said: str) -> None:
    found = interpret(question)
    assert found is not None
    assert said in found.text
    lines = found.text.split("\n")
    assert len(lines) == 4
    assert lines[-1].startswith("Fuente: base local › ")
    assert found.reason.startswith("interpretación: ")


@pytest.mark.parametrize(
    "question",
    [
        "",
        "¿qué es el Gini?",
        "¿qué significa la elasticidad?",
        "qué significa riesgo país",
        "¿el riesgo país de hoy es alto?",
        "¿es alta la inflación de 2023?",
        "¿era alto el desempleo de 2023?, ¿qué significa?",
        "¿cuánto es el Gini de 0,4?",
        "qué significa que los precios van 200 para arriba",
        "¿cómo afecta un desempleo de 8 % al consumo?",
        "Gini de 140, ¿qué significa?",
        "correlación de 3, ¿qué significa?",
        "p-valor de 0,3 y Gini de 0,4 y desempleo de 8, ¿qué significa?",
        "elasticidad de 50 %, ¿qué significa?",
        "un Gini mayor que 0,3, ¿qué significa?",
        "cobro 500 pesos, ¿es bueno?",
    ],
)
def test_anything_else_is_left_alone(question: str) -> None:
    assert interpret(question) is None


_WITHOUT_ENTRY = {"concentración de mercado", "poder de mercado", "CAPM", "capital de trabajo"}


def test_concepts_exist(knowledge: Knowledge) -> None:
    assert {one.concept for one in indicators() if one.concept not in knowledge} <= _WITHOUT_ENTRY


_PLACES = {"x", "said", "abs", "moves", "moved", "balance", "tenfold", "hundredfold", "rest", "other", "square"} | {
    "hundredth",
    "plus_hundred",
    "minus_hundred",
    "multiplier",
    "inverse",
    "eroded",
    "twelfth",
    "times",
}


def test_data_are_well_formed() -> None:
    for one in indicators():
        re.compile(one.words)
        assert {place for _, place, _, _ in string.Formatter().parse(one.reading) if place} <= _PLACES
        re.compile(f"{one.unless}|{one.needs}|{one.negative}")
        texts = [one.reading, one.caveat, *(band.text for band in one.bands)]
        assert all(text.endswith(".") for text in texts), one.name
        assert one.bands[-1].below is None


def test_brain_gives_it_as_a_sure_local_answer(brain: Brain) -> None:
    answer = brain.answer("¿Qué significa un Gini de 0,42?")
    assert answer is not None
    assert (answer.route, answer.sure, answer.concept) == ("local", True, "coeficiente de Gini")
    assert answer.reason == "interpretación: Gini"
    assert answer.source == "base local › Coeficiente de Gini"


_PARTS = ["Gini", "VAN", "TIR", "costo", "R2", "p-valor", "de", "a", "0,4", "-3 %", "10^9", "9" * 30, "1e400", "menos"]
_ENDS = ["¿qué significa?", "¿conviene?", "¿es alto?", "intervalo", "subió 2 puntos", "tasa", "inflación", "mayor que"]


@given(st.lists(st.sampled_from(_PARTS + _ENDS), max_size=9).map(" ".join) | st.text(max_size=80))
def test_never_fails(question: str) -> None:
    interpret(question)
    interpret(f"{question} ¿qué significa?")
