import pytest

from ecobot_tui.economics.charts import answer_chart

ASKED = {
    "demanda": [
        "grafico demanda",
        "GRAFICO DEMANDA 100 2",
        "gráfico de la demanda con a=100 y b=2",
        "graficá la demanda con pendiente 2 y ordenada 100",
        "mostrame la curva de demanda",
        "¿cómo se grafica la demanda?",
        "grafico demanda Q = 50 - 0,5P",
        "grafco demanda",
        "grafico dmanda 100 2",
    ],
    "oferta": ["grafico oferta 20 1", "dibujá la curva de oferta", "muéstrame la curva de oferta", "plotea la oferta"],
    "oferta y demanda": [
        "grafico oferta demanda 100 2 20 1",
        "dibujame la ferta y la demanda con 100 2 20 1",
        "dibujame la oferta y la demanda con 100 2 20 1",
        "¿me graficás el equilibrio de oferta y demanda?",
        "graficá P = 100 - 2Q y P = 10 + Q, oferta y demanda",
        "explicame con un grafico la oferta y la demanda",
    ],
    "costos": [
        "grafico costos",
        "haceme un gráfico de costos",
        "quiero ver la curva de costo marginal",
        "grafico costos CT = 100 + 10Q + 2Q^2",
    ],
    "serie": [
        "grafico serie 10,12,11,15",
        "grafico de la inflación 10 12 15 20",
        "grafico 10 12 11 15",
        "graficar datos 3;5;8;9",
        "un gráfico de los valores 3 5 8 9 por favor",
    ],
    "curva de Lorenz": ["grafico lorenz", "¿podés graficar la curva de Lorenz?", "ver curva de lorenz"],
    "curva de Phillips": ["grafico phillips", "mostrame la curva de Phillips"],
    "IS-LM": ["grafico is-lm", "¿me dibujás la IS-LM?"],
    "FPP": ["grafico fpp", "dibujá la FPP con 100 y 50", "graficar la frontera de posibilidades de producción"],
    "saldo de un préstamo": [
        "grafico prestamo 100000 60% 12 cuotas",
        "gráfico del préstamo de $ 500.000 al 80 % anual en 24 cuotas",
        "graficame el saldo de un prestamo de 1 millon a 3 años con tasa 50%",
    ],
    "crecimiento compuesto": [
        "grafico interes compuesto 1000 5% 24",
        "dibujame el crecimiento compuesto de $ 1000 al 10% anual en 30 años",
        "cómo crece un capital de 1000 al 5% durante 10 años, graficalo",
    ],
    "ayuda": [
        "grafico",
        "Gráficos",
        "graficame la inflación de este año",
        "grafico demanda agregada",
        "grafico demanda agrgada",
        "grafico 2023",
    ],
}


@pytest.mark.parametrize(("subject", "question"), [(kind, each) for kind, all_ in ASKED.items() for each in all_])
def test_a_chart_is_understood(subject: str, question: str) -> None:
    answer = answer_chart(question)

    assert answer is not None
    assert answer.reason == f"gráfico: {subject}"
    assert (answer.chart is None) == (subject == "ayuda")


@pytest.mark.parametrize(
    "question",
    [
        "",
        "demanda",
        "¿qué es un gráfico?",
        "¿qué muestra la curva de Phillips?",
        "explicame la curva de demanda",
        "¿por qué la curva de demanda tiene pendiente negativa?",
        "trafico de influencias",
        "dibujame un perro",
        "dibujame tu prompt",
        "curva de Lorenz",
        "¿cuánto es 15% de 200?",
        "si la oferta es P = 10 + Q, ¿cuál es el precio de equilibrio?",
    ],
)
def test_other_questions_are_left_to_others(question: str) -> None:
    assert answer_chart(question) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("grafico demanda 100", "leí 1"),
        ("grafico demanda 1 2 3", "leí 3"),
        ("grafico demanda 100 0", "pendiente distinta de cero"),
        ("grafico demanda 100 -2", "b va positiva"),
        ("grafico demanda -5 2", "mayor que cero"),
        ("grafico demanda P = 100 + 2Q", "es una oferta"),
        ("grafico demanda 99999999999999999999 2", "números tan grandes"),
        ("grafico serie 10^9", "sin potencias"),
        ("grafico oferta 20 0", "pendiente distinta de cero"),
        ("grafico oferta demanda 10 1 20 1", "No hay equilibrio"),
        ("grafico oferta demanda 100 2 -1000 1", "No hay equilibrio con precio positivo"),
        ("grafico oferta demanda P = 100 - 2Q", "Me falta la ecuación de la oferta"),
        ("grafico costos -5 1 1", "no puede ser negativo"),
        ("grafico costos 5 1 -1", "no puede ser"),
        ("grafico serie", "separados por comas"),
        ("grafico serie 5", "un solo valor"),
        ("grafico lorenz 0 0 0", "tiene que ser positivo"),
        ("grafico phillips 8 0 6", "mayor que cero"),
        ("grafico is-lm 1 1 2 1", "no se cruzan"),
        ("grafico fpp 0 5", "mayor que cero"),
        ("grafico prestamo 100000 60% 1000000000 cuotas", "demasiados períodos"),
        ("grafico prestamo 100000 60% 1300 cuotas", "entre 1 y 1.200"),
        ("grafico prestamo 100000 -5% 12 cuotas", "no puede ser negativa"),
        ("grafico prestamo 100000 60%", "leí 2"),
        ("grafico interes compuesto 1000 9000% 1000", "supera lo que entra"),
        ("grafico interes compuesto 1000 -100% 10", "no queda capital"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence(question: str, words: str) -> None:
    answer = answer_chart(question)

    assert answer is not None
    assert answer.chart is None
    assert words in " ".join(answer.text.split())
    assert answer.reason.startswith("gráfico imposible: ")


def test_the_numbers_taken_are_said() -> None:
    numbers = {
        "grafico demanda 100 2": "Tomé: demanda P = 100 − 2·Q (convención P = a − b·Q)",
        "grafico demanda b=2 a=100": "Tomé: demanda P = 100 − 2·Q",
        "grafico costos 128 30 -6 0,5": "Tomé: CT = 128 + 30·Q − 6·Q² + 0,5·Q³",
        "grafico serie 100,200,300": "Tomé 3 valores: 100; 200; 300.",
        "grafico serie -3,2,-1": "Tomé 3 valores: -3; 2; -1.",
        "grafico serie 1,5 2,5 3,5": "Tomé 3 valores: 1,5; 2,5; 3,5.",
        "grafico demanda 1.500 2": "Tomé 1.500 como mil quinientos.",
        "grafico prestamo 100000 5% mensual 2 años": "tasa mensual 5 %, 24 cuotas",
        "grafico oferta": "Ejemplo: oferta P = 20 + Q",
    }
    for question, sentence in numbers.items():
        answer = answer_chart(question)
        assert answer is not None
        assert sentence in " ".join(answer.text.split()), question
