import pytest

from ecobot_tui.economics.calculators.needs import beginnings, ways


def _sets(source: str) -> set[frozenset[frozenset[str]]]:
    return set(ways(source))


def _way(*words: set[str]) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, words))


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"(?:saldo|balanza) comercial|exportaciones netas", [({"saldo", "balan"}, {"comer"}), ({"expor"}, {"netas"})]),
        (r"brecha(?: cambiaria)?(?=.*oficial)", [({"brech"}, {"ofici"})]),
        (r"\b(?:medio )?aguinaldo\b|\bsac\b", [({"aguin", "sac"},)]),
        (r"pay ?back", [({"pay"},)]),
        (r"poder (?:de compra|adquisitivo)", [({"poder"}, {"adqui"}), ({"poder"}, {"de"}, {"compr"})]),
        (r"(?:re)?compr\w+", [()]),
        (r"\w+mente", [()]),
        (r"inflacion|[#%]\d", [({"infla", "#", "%"},)]),
        (r"%\d+ de descuento", [({"%"}, {"de"}, {"descu"})]),
        (r"costo.*(?=.*margen)", [({"costo"}, {"marge"})]),
        (r"(?!sueldo)precio", [({"preci"},)]),
        (r"", [()]),
    ],
)
def test_the_words_that_a_pattern_cannot_do_without(source: str, needed: list[tuple[set[str], ...]]) -> None:
    assert _sets(source) == {_way(*way) for way in needed}


def test_more_combinations_than_are_worth_looking_at_ask_for_the_most_telling_words() -> None:
    one, other = (
        "(?:" + "|".join(f"{letter}ante {letter}bajo" for letter in part) + ")" for part in ("bcdfg", "hjkmn")
    )
    (way,) = ways(f"{one} {other}")
    assert way == _way({f"{letter}ante" for letter in "bcdfg"}, {f"{letter}ante" for letter in "hjkmn"})


def test_every_word_is_known_by_its_beginnings_and_every_number_by_its_mark() -> None:
    assert beginnings(["inflacion", "ir", "x"]) == {"in", "inf", "infl", "infla", "ir", "x"}
    assert beginnings(["a"], ["%", "$", "%"]) == {"a", "%", "$"}
