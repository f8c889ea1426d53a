"""Words of economics that mean something else, and the same words where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.homonyms import is_homonym
from ecobot_tui.economics.knowledge import load_knowledge
from eval.questions import load

KNOWLEDGE = load_knowledge()

ELSEWHERE = """
acción de gracias
moda de París
moda de verano
dueño de mercado libre
bolsa de plástico
bolsa de dormir
¿cuál es la capital de Francia?
banco de plaza
banco de sangre
interés romántico
mercado de pulgas
tasa de té
cuota de género en el cine
renta de películas
depresión clínica
depresión posparto
inflación cósmica
elasticidad de un resorte
elasticidad de la piel
ciclo menstrual
ciclo del agua
equilibrio térmico
oferta de trabajo en LinkedIn
mermelada de mora
mora fruta
índice de masa corporal
índice glucémico
índice UV
base de datos
base militar
balanza de baño
tipo de letra
tipo de sangre
letra de una canción
letra cursiva
pena capital
pecados capitales
bono de colectivo
demanda de divorcio
demanda judicial por alimentos
futuro simple en inglés
punto de ebullición
punto cruz
curva peligrosa en la ruta
margen izquierda del río
créditos de la película
reserva de hotel
corrida de toros
déficit de atención
prima hermana
monopolio juego de mesa
volatilidad del alcohol
liquidez del agua
cupón de descuento para Rappi
cartera de cuero
burbuja de jabón
fuga de gas
arbitraje en el fútbol
transferencia de embriones
retención de líquidos
función trigonométrica
crecimiento del pelo
demanda química de oxígeno
curva de la espalda
acción de la insulina
""".strip().splitlines()

OURS = """
bono demográfico
bolsa de valores
bolsa de comercio
capital de trabajo
fuga de capitales de Argentina
entrada de capital de China
banco de inversión
interés compuesto
mercado de capitales
mercado de flores
tasa de natalidad y desarrollo
cuota de importación
renta de la tierra
depresión económica
elasticidad de la demanda de nafta
elasticidad de la nafta
elasticidad cuántica de la demanda
ciclo de vida
ciclo económico
equilibrio de mercado
oferta de trabajo
oferta de celulares
demanda laboral
demanda de agua
demanda eléctrica
mercado eléctrico
la acción humana de Mises
moda de los datos
moda, media y mediana
índice de calidad de vida
índice de precios de la carne
base monetaria
balanza comercial
tipo de cambio
letra del Tesoro
prima de riesgo
margen de ganancia
fuga de cerebros
conflicto de intereses
emisiones de carbono
déficit fiscal
reserva federal
pensión por vejez
cadena de montaje
¿cuánto cuesta la capital de trabajo?
precio de la bolsa de plástico
impuesto a las bolsas de plástico
""".strip().splitlines()


@pytest.mark.parametrize("question", [*ELSEWHERE, *(f"¿Qué es {one}?" for one in ELSEWHERE)])
def test_words_that_mean_something_else(question: str) -> None:
    if not question.startswith("¿Qué es ¿"):
        assert is_homonym(question)


@pytest.mark.parametrize("question", OURS)
def test_words_that_mean_what_they_do_in_economics(question: str) -> None:
    assert not is_homonym(question)


def test_no_open_question_of_the_evaluation_is_one() -> None:
    kinds = ("theory", "calculation", "interpretation")
    questions = [one.text for one in load() if one.kind in kinds and not one.held_out]
    assert len(questions) > 100
    assert [question for question in questions if is_homonym(question)] == []


def test_nothing_that_the_knowledge_says_is_one() -> None:
    texts = [
        text
        for concept in KNOWLEDGE.concepts()
        for text in (concept.name, *concept.aliases, concept.definition, concept.example, concept.reading)
    ]
    assert [text for text in texts if is_homonym(text)] == []


@given(st.text(max_size=120))
def test_any_text_is_one_or_not(text: str) -> None:
    assert is_homonym(text) in {True, False}
