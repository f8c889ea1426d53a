"""Plain questions of a hurried student or a shopkeeper, whose figures are read as one."""

import pytest

from ecobot_tui.economics.interpretation import asks_for_reading, interpret


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # Work, debts and what is bought.
        ("me suben la paga 8 % y trabajo 12 % más de horas", "Por hora ganás menos"),
        ("pagaba el colegio con 6 días de trabajo y hoy necesito 9", "Perdiste poder adquisitivo"),
        (
            "préstamo en dólares al 10 % o en pesos al 60 %, espero que el dólar suba 30 %",
            "Conviene en dólares: en pesos es 43 %",
        ),
        ("hipoteca fija al 14 % o variable al 10 %", "el riesgo lo corrés vos"),
        ("TIR 18, costo de capital 25", "no conviene"),
        ("compré oro a 500 y ahora vale 600, inflación 50 %", "Perdiste poder de compra"),
        ("el dólar quedó quieto y los precios subieron 30 %", "apreciación real"),
        ("mi taller me deja 700 mil y de empleado ganaría 900 mil", "beneficio económico es negativo"),
        # Who wins, who loses.
        ("el peso se devaluó 30 %, ¿quién se beneficia?", "exportadores"),
        ("el 50 % del subsidio va a los más ricos y el 5 % a los más pobres", "regresivo"),
        ("la pobreza bajó y el Gini subió 3 %", "menos pobre y más desigual"),
        ("la canasta total subió 9 % y los salarios 5 %", "la pobreza suba"),
        ("gano más que el 65 % de la población", "en el decil 7"),
        # Production and markets.
        ("se duplican todos los insumos y la producción sube 150 %", "rendimientos crecientes a escala"),
        ("el producto marginal es 5 y el producto medio 8", "El promedio baja"),
        ("si la tasa sube de 6 % a 9 %, ¿qué le pasa al precio de mis bonos?", "baja"),
        ("vendo a 80 lo que me cuesta 100", "Perdés 20 por unidad"),
        ("retenciones de 20 % al trigo", "recibe 80 % del precio"),
        ("de cada 100 pesos extra ahorro 30", "propensión marginal a consumir es 0,7"),
        # Changes.
        ("tres aumentos de 10 %, ¿son 30 %?", "en total sube 33,1 %"),
        ("recargo de 20 % y descuento de 20 %, ¿pago lo mismo?", "100 terminan en 96"),
        ("pasó de 50 a 75 y volvió a 50, ¿por qué subió 50 % y bajó 33 %?", "bases distintas"),
        ("los honorarios subieron 12 % y las matrículas 20 %", "«matriculas» crece más"),
        # Names and numbers in other places.
        ("las tres cadenas más grandes venden el 90 % de los remedios", "oligopolio"),
        ("las reservas del Banco Central subieron 2.000 millones", "más dólares"),
        ("el IPC está en 180 con base 2020 = 100, ¿qué dice ese 180?", "la diferencia es 80 %"),
    ],
)
def test_plain_questions(question: str, said: str) -> None:
    found = interpret(question)
    assert found is not None
    assert said.casefold() in found.text.casefold()


@pytest.mark.parametrize(
    "question",
    [
        "¿cuánto es 5 % de un impuesto de suma fija en 2 años?",
        "¿qué es un arancel?",
        "¿qué son las economías de escala?",
        "¿cuánto gano si compro a 50 y vendo a 80 unidades?",
    ],
)
def test_what_is_no_reading_is_left_alone(question: str) -> None:
    assert interpret(question) is None


def test_one_figure_that_no_calculator_takes_is_read_at_once() -> None:
    assert asks_for_reading("correlación de -0,8 entre bonos y dólar")
    assert not asks_for_reading("¿cuánto es una correlación de -0,8 al cuadrado?")
