from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecobot_tui.economics.digits import read_digits
from ecobot_tui.economics.numbers import find_numbers
from ecobot_tui.economics.numerals import say
from ecobot_tui.number_format import format_number

ONE_NUMBER = {
    "1.500,75": "1500.75",
    "1500.75": "1500.75",
    "1,500.75": "1500.75",
    "1.234.567": "1234567",
    "1.234.567,8": "1234567.8",
    "1,234,567.8": "1234567.8",
    "1500,75": "1500.75",
    "2.5": "2.5",
    "0,5": "0.5",
    "0.500": "0.5",
    "1234.567": "1234.567",
    ".5": "0.5",
    "1\u00a0500\u00a0000": "1500000",
    "$5,800": "5800",
    "$ 1,234.50": "1234.5",
    "$ 3,75": "3.75",
    "2,5 millones": "2500000",
    "un millón": "1000000",
    "un millón y medio": "1500000",
    "palo y medio": "1500000",
    "medio millón": "500000",
    "dos palos": "2000000",
    "500 lucas": "500000",
    "una luca": "1000",
    "10k": "10000",
    "mil": "1000",
    "dos mil quinientos": "2500",
    "dos mil quinientos millones": "2500000000",
    "3 mil millones": "3000000000",
    "mil millones": "1000000000",
    "2 millones 500 mil": "2500000",
    "un billón": "1000000000000",
    "80 mil": "80000",
    "veintiún": "21",
    "veintiuno": "21",
    "treinta y cinco": "35",
    "treinta y un días": "31",
    "treinta y una tasa": "30",
    "cuarenta y cinco mil": "45000",
    "ciento veintiún mil trescientos cuatro": "121304",
    "doscientas cincuenta": "250",
    "dos y medio": "2.5",
    "cinco coma dos": "5.2",
    "tres coma cero cinco": "3.05",
    "un millón doscientos mil y una tasa": "1200000",
    "de -5": "-5",
    "MILLÓN Y MEDIO": "1500000",
    "un millo\u0301n": "1000000",
}


@pytest.mark.parametrize(("text", "value"), ONE_NUMBER.items())
def test_one_number_is_read(text: str, value: str) -> None:
    assert [number.value for number in find_numbers(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "una casa",
        "un bono",
        "cada uno",
        "tanto por ciento",
        "el costo medio",
        "M2",
        "AL30",
        "2do trimestre",
        "1er año",
        "versión 1.2.3",
        "miles de millones",
        "el primer mes",
        "٣",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert not find_numbers(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10,20,30", ["10", "20", "30"]),
        ("2.5,3.5", ["2.5", "3.5"]),
        ("1.2,345.6", ["1.2", "345.6"]),
        ("2,4.6.100", ["2"]),
        ("VAN de -1000, 300, 400", ["-1000", "300", "400"]),
        ("7-10", ["7", "10"]),
        ("7 -10", ["7", "10"]),
        ("covid-19", ["19"]),
        ("de 40 a 46 millones", ["40", "46000000"]),
        ("5 por 100", ["5", "100"]),
        ("uno más uno", ["1", "1"]),
    ],
)
def test_several_numbers_are_read_in_order(text: str, values: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5%", "5"),
        ("-3,2 %", "-3.2"),
        ("5 por ciento", "5"),
        ("cinco por ciento", "5"),
        ("15 por cien", "15"),
        ("cien por ciento", "100"),
        ("un por ciento", "1"),
        ("treinta y un por ciento", "31"),
        ("tres coma cinco por ciento", "3.5"),
        ("cuatro y medio por ciento", "4.5"),
        ("2,5 porciento", "2.5"),
    ],
)
def test_percentages(text: str, value: str) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.percent, number.start, number.end) == (Decimal(value), True, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$ 2 millones", "2000000", "$"),
        ("$1.500,75", "1500.75", "$"),
        ("-$ 500", "-500", "$"),
        ("$ -500", "-500", "$"),
        ("US$ 100", "100", "US$"),
        ("u$s 100", "100", "US$"),
        ("USD 100", "100", "US$"),
        ("100 dólares", "100", "US$"),
        ("2 millones de pesos", "2000000", "$"),
        ("500 mangos", "500", "$"),
        ("€ 5", "5", "€"),
        ("500$", "500", "$"),
    ],
)
def test_currencies(text: str, value: str, currency: str) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.currency) == (Decimal(value), currency)
    assert text[number.start : number.end] == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1.500", "mil quinientos"),
        ("12.345", "doce mil trescientos cuarenta y cinco"),
        ("1,500", "1,5 (la coma separa los decimales)"),
        ("80.000", None),
        ("1.234.567", None),
        ("1.500,75", None),
        ("0.500", None),
    ],
)
def test_a_doubtful_number_says_how_it_was_read(text: str, reading: str | None) -> None:
    (number,) = find_numbers(text)
    assert number.reading == reading
    assert number.ambiguous is (reading is not None)


def test_spans_are_those_of_the_text() -> None:
    text = "¿Cuánto es el 15 por ciento de $ 80 mil, más dos palos?"
    assert [text[number.start : number.end] for number in find_numbers(text)] == [
        "15 por ciento",
        "$ 80 mil",
        "dos palos",
    ]


@given(st.integers(min_value=0, max_value=999_999))
def test_what_is_said_is_read_back(number: int) -> None:
    expected = [Decimal(number)] if number != 1 else []
    assert [found.value for found in find_numbers(say(number))] == expected


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_only_small_numbers_are_said(number: int) -> None:
    with pytest.raises(ValueError, match="999,999"):
        say(number)


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        assert number.value.is_finite()
        position = number.end


@given(st.text(alphabet="0123456789.,- %$kyxmil", max_size=40))
def test_any_digits_are_read_without_failing(text: str) -> None:
    for number in find_numbers(text):
        assert number.value.is_finite()


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    text = format_number(value, exact=True)
    assert [number.value for number in find_numbers(text)] == [value]


def test_digits_keep_their_place_in_a_list() -> None:
    assert [(number.offset, number.text) for number in read_digits("10,20,3")] == [(0, "10"), (3, "20"), (6, "3")]
