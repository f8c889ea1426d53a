import pytest

from ecobot_tui.economics.spelling import Corrector

CORRECTOR = Corrector(
    {"inflacion": 9, "decil": 1, "elasticidad": 3, "costo": 8, "corto": 1, "oferta": 2, "bono": 1, "m2": 1, "encaje": 1}
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("inflasion", "inflacion"),
        ("inflacon", "inflacion"),
        ("inflcaion", "inflacion"),
        ("elastisidad", "elasticidad"),
        ("elasticidda", "elasticidad"),
        ("ofetra", "oferta"),
        ("ofert", "oferta"),
        ("bonno", "bono"),
        ("cosro", "costo"),
    ],
)
def test_a_near_word_is_found(wrong: str, right: str) -> None:
    assert CORRECTOR.correct(wrong) == right


@pytest.mark.parametrize(
    "word",
    [
        "bon",
        "decia",
        "efectos",
        "gato",
        "casa",
        "ofrtta",
        "inflamable",
        "zzzz",
        "m3",
        "b0no",
        "",
    ],
)
def test_short_common_and_distant_words_stay(word: str) -> None:
    assert CORRECTOR.correct(word) is None


def test_a_tie_goes_to_the_term_and_not_to_the_ordinary_word() -> None:
    assert CORRECTOR.correct("corsto") == "costo"
