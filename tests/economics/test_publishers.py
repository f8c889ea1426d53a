"""Where to look for what EcoBot does not know."""

from __future__ import annotations

import pytest

from ecobot_tui.economics import Brain
from ecobot_tui.economics.publishers import publisher, without_data
from ecobot_tui.economics.questions import asks_for_live_data

BRAIN = Brain.load()


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("¿a cuánto está el dólar hoy?", "bcra.gob.ar"),
        ("¿cuánto cerró el blue ayer?", "portal financiero"),
        ("inflación de octubre", "indec.gob.ar"),
        ("precio actual del bitcoin", "coinmarketcap"),
        ("¿cuánto es la jubilación mínima actual?", "anses.gob.ar"),
        ("¿cuánto es el salario mínimo este mes?", "Consejo del Salario"),
        ("¿a cuánto está la acción de YPF?", "byma.com.ar"),
        ("¿cuánto está el litro de nafta?", "Energía"),
        ("¿qué valor tiene la UVA hoy?", "bcra.gob.ar"),
        ("¿cuánto vale el CER?", "bcra.gob.ar"),
        ("¿qué tasa paga hoy el plazo fijo?", "bcra.gob.ar"),
        ("PBI de 2023", "indec.gob.ar"),
        ("tasa de desempleo actual", "indec.gob.ar"),
        ("último dato de pobreza", "indec.gob.ar"),
        ("¿cuánto es la CBT este mes?", "indec.gob.ar"),
        ("EMAE de septiembre", "indec.gob.ar"),
        ("¿cuánto está el riesgo país ahora?", "EMBI"),
        ("¿cuál es la inflación actual de México?", "inegi.org.mx"),
        ("¿cuánto es el desempleo en Chile hoy?", "ine.gob.cl"),
        ("inflación de España en 2024", "ine.es"),
        ("¿cuánto es la tasa del BCE hoy?", "ecb.europa.eu"),
        ("tasa de la Fed hoy", "federalreserve.gov"),
        ("¿cuánto vale la soja hoy?", "granos"),
        ("¿cuánto es el monotributo este año?", "arca.gob.ar"),
        ("¿cuánto vale el merval ahora?", "byma.com.ar"),
        ("¿cuántas reservas hay hoy?", "bcra.gob.ar"),
        ("¿cuánto es el déficit fiscal de este año?", "argentina.gob.ar/economia"),
        ("cotización del dólar", "bcra.gob.ar"),
        ("precio del bitcoin", "coinmarketcap"),
    ],
)
def test_who_publishes(question: str, where: str) -> None:
    assert asks_for_live_data(question)
    assert where in without_data(question)


def test_the_concept_says_where_the_question_does_not() -> None:
    entry = BRAIN.entry("tasa de interés")
    assert entry is not None
    assert "bcra.gob.ar" in publisher(entry)
    assert publisher(entry) == publisher(entry, "¿y ahora?")


def test_what_nobody_is_known_to_publish_has_a_place_to_begin() -> None:
    assert "indec.gob.ar" in publisher(None, "¿cuánto está eso hoy?")


@pytest.mark.parametrize(
    "question",
    [
        "la crisis de 2001",
        "¿qué fue la hiperinflación de 1989?",
        "crisis de 2008",
        "el plan de convertibilidad de 1991",
        "hoy tengo parcial, ¿qué es la elasticidad?",
        "ahora explicame el PBI",
        "¿qué es el precio de equilibrio?",
        "el valor del dinero en el tiempo",
        "precio del trabajo",
        "¿qué pasa con la demanda de autos si sube el precio de la nafta?",
    ],
)
def test_history_and_definitions_are_no_live_data(question: str) -> None:
    assert not asks_for_live_data(question)
