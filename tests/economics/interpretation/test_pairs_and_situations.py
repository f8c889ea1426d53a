"""Two figures together, situations in words, changes, equations: what lies beyond one indicator with one figure."""

import re

import pytest

from ecobot_tui.economics.interpretation import asks_for_reading, interpret
from ecobot_tui.economics.interpretation.pairs import pairs
from ecobot_tui.economics.interpretation.situations import situations
from ecobot_tui.economics.knowledge import Knowledge
from ecobot_tui.economics.words import fold, listed_words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("los sueldos subieron 45 % en un año en que los precios subieron 38 %", "sube 5,07 %"),
        ("me dieron 12 % y los precios aumentaron 15 %, ¿cómo quedé?", "perdió poder adquisitivo"),
        ("la jubilación subió menos que la inflación: 20 % contra 30 %", "baja 7,69 %"),
        ("mi sueldo pasó de 300.000 a 500.000 y la inflación fue 80 %", "baja 7,41 %"),
        ("hoy gano 600 mil y hace un año 400 mil; la inflación fue 60 %", "baja 6,25 %"),
        ("mi sueldo quedó congelado y la inflación fue 25 %", "baja 20 %"),
        ("si mi salario se duplicó y los precios subieron 100 %, ¿gané?", "no gana ni pierde"),
        ("plazo fijo al 32 % con inflación de 41 %", "-6,38 %"),
        ("TIR de 12 % y el banco me cobra 18 % por el préstamo", "no conviene"),
        ("el PBI nominal creció 5 % y la inflación fue 8 %, ¿creció la economía?", "-2,78 %"),
        ("el dólar subió 10 % y los precios 25 %, ¿qué pasó con la competitividad?", "menos competitivo"),
        ("la cantidad de dinero sube 40 % y la economía 3 % con velocidad constante", "35,92 %"),
        ("superávit primario de 2 % y déficit financiero de 1 %, ¿cómo puede ser?", "intereses"),
        ("un precio máximo de 200 con equilibrio en 120", "No tiene efecto"),
        ("salario mínimo de 500 y de equilibrio 400, ¿qué pasa en el mercado?", "desempleo"),
        ("el consumo de fideos cae 3 % si el ingreso sube 10 %", "bien inferior"),
        ("el 20 % más rico se lleva el 50 % del ingreso", "2,5 veces"),
        ("duration de 4 años: si la tasa sube 1 punto, ¿qué pasa con el precio?", "baja cerca de 4 %"),
        ("una cuota de 300.000 con un sueldo de 600.000", "50 %"),
        ("el ROE es 20 % y el ROA 4 %", "apalancamiento"),
        ("Sharpe de 1,2 en un fondo y de 0,5 en el otro, ¿cuál es mejor?", "Con 0,5"),
        ("desempleo de 7 % y subocupación de 10 %", "menos de 35 horas"),
        ("mi cuota subió 30 % y mi sueldo 20 %", "Pesa más"),
        ("a un precio de 50 la cantidad ofrecida es 300 y la demandada 200", "exceso de oferta"),
        ("una encuesta da 48 % con un margen de error de 3 puntos", "entre 45 y 51"),
        ("vendo 800 unidades y el punto de equilibrio está en 1000", "por debajo"),
        ("aumenté 10 % el precio y perdí 3 % de clientes", "inelástica"),
        ("gano 800 mil y gasto 900 mil", "El ahorro es negativo"),
        ("la inflación núcleo fue 3 % y el dólar subió 2 %", "tipo de cambio real baja 0,97 %"),
    ],
)
def test_two_figures(question: str, said: str) -> None:
    found = interpret(question)
    assert found is not None
    assert said in found.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("la curva de rendimientos está invertida, ¿qué anticipa?", "recesión"),
        ("bajó el desempleo pero también la tasa de actividad, ¿es buena noticia?", "dejan de buscar"),
        ("el precio máximo está por encima del de equilibrio, ¿qué pasa?", "No tiene efecto"),
        ("el beneficio económico es cero, ¿la empresa tiene que cerrar?", "No tiene que cerrar"),
        ("la curva de Lorenz se aleja de la diagonal, ¿qué indica?", "más desigual"),
        ("VAN positivo y TIR mayor al WACC, ¿acepto?", "se acepta"),
        ("elasticidad infinita, ¿qué significa?", "horizontal"),
        ("una acción cayó 50 % y después subió 50 %, ¿quedó igual?", "después a 75"),
        ("subió 10 % y después otro 10 %, ¿es 20 %?", "21 %"),
        ("pongo 100 y saco 110 con inflación de 20 %, ¿gané?", "-8,33 %"),
        ("una inflación de 2 % mensual durante un año, ¿es 24 % anual?", "26,82 %"),
        ("los precios aumentaron 300 %, ¿se triplicaron?", "100 pasa a costar 400"),
        ("salario = 100 + 25·educación, ¿qué significa el 25?", "salario sube 25"),
        ("precio 50, costo medio 60 y costo variable medio 40, ¿conviene seguir?", "conviene seguir"),
        ("un p valor de 0,08 al 10 %, ¿rechazo?", "se rechaza la hipótesis nula."),
        ("p valor de 0,03 al 1 %, ¿rechazo?", "no se rechaza"),
        ("elasticidad ingreso 0,5", "necesario"),
        ("correlación de -0,9 entre dos variables", "negativa y fuerte"),
        ("el tipo de cambio real bajó 20 %, ¿somos más competitivos?", "menos competitivo"),
        ("déficit comercial de 5.000 millones, ¿qué significa?", "importa más"),
        ("las ventas minoristas acumulan una caída de 10 %", "ahora son 90"),
        ("las exportaciones cayeron 12 % interanual", "Se vende menos al exterior"),
        ("bajé los precios y facturé menos", "inelástica"),
        ("bajé los precios y facturé más", "La demanda es elástica"),
        ("el dólar aumentó menos que la inflación", "se aprecia"),
        ("la inflación le ganó al plazo fijo", "La tasa real es negativa"),
        ("hay colas para comprar y el precio está congelado", "exceso de demanda"),
        ("dos descuentos sucesivos de 10 % y 20 %", "en total baja 28 %"),
        ("se multiplicó por 3, ¿cuánto aumentó?", "subir 200 %"),
        ("la inflación interanual fue 50 %, ¿qué significa?", "12 meses"),
        ("la inversión se recupera en 18 meses", "18 meses"),
        ("el PBI está 3 % por debajo del potencial", "recesiva"),
        ("el PBI está 3 % por encima del potencial", "inflacionaria"),
    ],
)
def test_words_and_changes(question: str, said: str) -> None:
    found = interpret(question)
    assert found is not None
    assert said in found.text


@pytest.mark.parametrize(
    "question",
    [
        "compro a 150 y vendo a 240, ¿qué margen y qué markup tengo?",
        "tasa real si la inflación es 40 %",
        "tasa real con una tasa nominal de 55 %",
        "cuánto es la paridad de un bono al 2 % en 2 años",
        "VAN con tasa 10 % y flujos 100, 200",
        "Gini 0,4 y 0,5 y 0,7",
        "atraso cambiario",
        "¿qué es una regla de déficit cero?",
        "la varianza de 2, 4 y 6",
        "¿qué causas tiene una inflación del 100 %?",
        "la inflación cósmica fue de 60 e-folds",
        "los precios van 3 a 2",
        "la elasticidad muscular es de 3",
        "inflación y sueldo",
    ],
)
def test_doubtful_ones_are_left_alone(question: str) -> None:
    assert interpret(question) is None


def test_answers_fit_a_terminal() -> None:
    lines = [line for pair in pairs() for line in (pair.reading, pair.above, pair.equal, pair.below, pair.caveat)]
    lines += [line for one in situations() for line in (one.reading, one.conclusion, one.caveat)]
    assert max(map(len, lines)) <= 3 * 78


def test_rules_are_well_formed() -> None:
    for pair in pairs():
        assert all(pattern.pattern for pattern in pair.patterns), pair.name
        re.compile(pair.unless)
        assert pair.bands or (pair.above and pair.equal and pair.below), pair.name
        assert not pair.bands or pair.bands[-1].below is None, pair.name
        assert all(text.endswith(".") for text in (pair.reading, pair.caveat)), pair.name
    for one in situations():
        assert all(pattern.pattern for pattern in one.patterns), one.name
        re.compile(one.unless)
        assert all(text.endswith(".") for text in (one.reading, one.conclusion, one.caveat)), one.name


def test_their_concepts_exist(knowledge: Knowledge) -> None:
    assert [pair.name for pair in pairs() if pair.concept not in knowledge] == []
    assert [one.name for one in situations() if one.concept not in knowledge] == []


def test_the_listing_for_misspelt_words_holds_the_names() -> None:
    listed = {fold(word) for word in listed_words("interpretation_words.txt")}
    assert {"inflacion", "elasticidad", "gini", "sueldo", "correlacion", "significa", "multiplicador"} <= listed
    assert all(re.fullmatch(r"[a-z]+[0-9]?", word) for word in listed)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("¿Qué significa un multiplicador de 2?", True),
        ("PMC de 0,75, ¿cómo se lee?", True),
        ("¿Cuánto es el multiplicador con PMC 0,75?", False),
    ],
)
def test_asks_for_reading(question: str, asked: bool) -> None:
    assert asks_for_reading(question) is asked
