import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators import find_calculation, solution_of
from ecobot_tui.economics.calculators.areas.taxes import Bracket, read_brackets
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.quantities import read_question
from ecobot_tui.economics.calculators.story import Story, in_time_order


def story(question: str) -> Story:
    reading = read_question(question)
    assert reading is not None
    return Story(reading)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("descuento del 150% sobre 2.000", "no puede pasar de 100 %"),
        ("descuento del 150%", "no puede pasar de 100 %"),
        ("si bajó 120% ¿cuánto tiene que subir para volver?", "menor que 100 %"),
        ("segunda unidad con 150% de descuento, precio 1.000", "no puede pasar de 100 %"),
        ("bruto 500.000 y descuentos del 110%, ¿cuánto es el neto?", "menos de 100 %"),
        ("somos 0 personas y gastamos 5.000, ¿cuánto pone cada uno?", "1 o más"),
        ("IVA del -21% a 1.000", "mayor que 0 %"),
        ("propina del 300% sobre 1.000", "no puede pasar de 100 %"),
        ("compré 3 kilos de pan a 2.000 y pagué con un billete de 5.000, ¿cuánto es el vuelto?", "No alcanza"),
    ],
)
def test_the_impossible_is_refused_in_one_sentence(question: str, said: str) -> None:
    with pytest.raises(CalculationError, match=said) as refused:
        find_calculation(question)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("pagué 42.000 con 30% de descuento, ¿cuánto costaba?", 60_000),
        ("cuesta 42.000 y tiene 30% de descuento, ¿cuánto pago?", 29_400),
        ("cuesta 42.000 y tiene 30% de descuento, ¿cuánto ahorro?", 12_600),
        ("12.100 con IVA incluido, ¿cuánto es el neto?", 10_000),
        ("12.100 más IVA, ¿cuánto es el total?", 14_641),
        ("cobro 830.000 netos con 17% de descuentos, ¿cuál es el bruto?", 1_000_000),
        ("cobro 830.000 brutos con 17% de descuentos, ¿cuál es el neto?", 688_900),
    ],
)
def test_what_is_asked_decides_the_direction(question: str, value: float) -> None:
    found = solution_of(question)
    assert found is not None
    assert found[1].value == pytest.approx(value)


def test_a_rate_may_lack_its_sign() -> None:
    assert story("IVA del 21 a 84.500").rates == (0,)
    assert story("subas de 4, 3,5 y 2,7 %").rates == (0, 1, 2)
    assert story("4 amigos y 10 % de propina").rates == (1,)


def test_counts_years_and_names_are_no_amounts() -> None:
    read = story("en 2022 la ley 19032 daba 3 cuotas de 5.000 pesos")
    assert read.years == (0,)
    assert read.counts == (2,)
    assert read.amounts == (3,)


def test_a_share_belongs_with_the_nearest_word() -> None:
    words = {"p": r"inflaci\w+", "w": r"sueldos?"}
    assert story("inflación 5 % y sueldo 3 %").sides((0, 1), words) == {"p": [0], "w": [1]}
    assert story("5 % de inflación, 3 % de sueldo").sides((0, 1), words) == {"p": [0], "w": [1]}
    assert story("5 % y 3 %").sides((0, 1), words) is None


def test_two_numbers_are_put_in_the_order_of_their_times() -> None:
    assert in_time_order(story("de 5.000 a 8.000"), [0, 1]) == (0, 1)
    assert in_time_order(story("ahora 8.000, antes 5.000"), [0, 1]) == (1, 0)
    assert in_time_order(story("en 2023 fue 8.000 y en 2021 fue 5.000"), [1, 3]) == (3, 1)


@pytest.mark.parametrize(
    ("question", "floors", "base"),
    [
        ("5% hasta 200 y 15% el resto, base 600", (0, 200), 600),
        ("los primeros 100 exentos, los siguientes 50 al 10% y el resto al 20%, gano 300", (0, 100, 150), 300),
        ("hasta 100 no paga, de 100 a 300 paga 10% y más de 300 paga 35%. impuesto sobre 750", (0, 100, 300), 750),
    ],
)
def test_brackets_are_read_as_people_write_them(question: str, floors: tuple[float, ...], base: float) -> None:
    reading = read_question(question)
    assert reading is not None
    values = [one.value for one in reading.quantities]
    found = read_brackets(reading.text, values)
    assert found is not None
    assert tuple(one.floor for one in found[0]) == floors
    assert values[found[1]] == base


def test_brackets_that_do_not_meet_are_not_read() -> None:
    reading = read_question("10% hasta 100 y 20% de 300 a 500, base 400")
    assert reading is not None
    assert read_brackets(reading.text, [one.value for one in reading.quantities]) is None


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_tax_by_brackets_grows_with_its_base_and_never_jumps(base: float, more: float) -> None:
    brackets = [(one.floor, one.rate) for one in (Bracket(0, 0), Bracket(1e5, 0.1), Bracket(1e6, 0.35))]
    first, last = everyday.bracket_tax(base, brackets), everyday.bracket_tax(base + more, brackets)
    assert 0 <= first <= last <= first + 0.35 * more + 1e-3


@given(st.floats(0, 0.9), st.floats(0, 3), st.floats(1, 1e9))
def test_a_chain_of_changes_is_undone_by_its_factor(fall: float, rise: float, price: float) -> None:
    factor = everyday.factor([fall], [rise])
    assert price * factor / factor == pytest.approx(price)
    assert everyday.without_tax(price * (1 + rise), rise) == pytest.approx(price)
