import datetime

import pytest

from ecobot_tui.economics.knowledge import Knowledge, KnowledgeError, load_knowledge


def read(*entries: str, area: str = 'area = "macroeconomía"\n') -> Knowledge:
    return Knowledge({"macro.toml": area + "".join(entries)})


def test_an_entry_is_read_whole(entry: str) -> None:
    concept = read(entry).concept("inflación")
    assert concept.area == "macroeconomía"
    assert concept.aliases == ("suba de precios",)
    assert concept.contrast[0].other == "deflación"
    assert concept.reviewed == datetime.date(2026, 11, 22)
    assert not concept.volatile


def test_optional_keys_may_be_left_out(entry: str) -> None:
    lines = entry.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(("aliases", "formula", "checks", "contrast"))]
    concept = read("".join(kept)).concept("inflación")
    assert concept.formula is None
    assert (concept.aliases, concept.checks, concept.contrast) == ((), (), ())


def test_headings_do_not_depend_on_the_order_of_keys(entry: str) -> None:
    lines = [line for line in entry.splitlines(keepends=True) if line.strip() and line != "[[concept]]\n"]
    (heading,) = read("\n[[concept]]\n", *reversed(lines)).headings
    assert (heading.name, heading.aliases) == ("inflación", ("suba de precios",))


def test_values_may_go_over_several_lines(entry: str) -> None:
    text = entry.replace('["suba de precios"]', '[\n    "suba de precios",\n    "IPC",\n]')
    text = text.replace('"La inflación es la suba', '"""La inflación \\\n    es la suba').replace(
        'precios."\n', 'precios."""\n', 1
    )
    knowledge = read(text)
    assert knowledge.headings[0].aliases == ("suba de precios", "IPC")
    assert knowledge.concept("inflación").definition == "La inflación es la suba sostenida de los precios."


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("level =", "nivel ="), "nivel"),
        (('"básico"', '"fácil"'), "fácil"),
        (('related = ["deflación"]', 'related = "deflación"'), "related"),
        (("reviewed = 2026-11-22", 'reviewed = "ayer"'), "reviewed"),
        (("difference =", "diferencia ="), "diferencia"),
        (('source = "Mankiw, Principios de economía, cap. 30"\n', ""), "source"),
        (("level =", 'area = "otra"\nlevel ='), "area"),
        (("reading = ", "reading = reading = "), "macro.toml"),
    ],
)
def test_a_malformed_entry_is_named_with_its_file(entry: str, wrong: tuple[str, str], said: str) -> None:
    with pytest.raises(KnowledgeError, match=r"macro\.toml") as caught:
        list(read(entry.replace(*wrong)).concepts())
    assert said in str(caught.value)
    assert "inflación" in str(caught.value) or "entry 1" in str(caught.value)


@pytest.mark.parametrize(
    "wrong", [('name = "inflación"', ""), ('name = "inflación"', "name = 3"), ('["suba de precios"]', '"x"')]
)
def test_a_malformed_heading_fails_at_once(entry: str, wrong: tuple[str, str]) -> None:
    with pytest.raises(KnowledgeError, match=r"macro\.toml"):
        read(entry.replace(*wrong))


def test_a_file_must_name_its_area(entry: str) -> None:
    with pytest.raises(KnowledgeError, match="area"):
        read(entry, area="")


def test_a_name_stands_once(entry: str) -> None:
    with pytest.raises(KnowledgeError, match="inflación"):
        read(entry, entry)


def test_an_unknown_name_is_a_key_error(entry: str) -> None:
    with pytest.raises(KeyError):
        read(entry).concept("deflación")


def test_the_package_has_knowledge() -> None:
    knowledge = load_knowledge()
    assert len(knowledge) == len(knowledge.headings) > 0
    assert knowledge.headings[0].name in knowledge
