"""Reading a teacher's directory: what is found, and what is named and left out."""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecobot_tui.server import teacher_notes
from ecobot_tui.server.teacher_notes import FILE_LIMIT, read_directory


def found(directory: Path) -> tuple[list[str], list[str]]:
    files, problems = read_directory(directory)
    return [file.name for file in files], [str(problem) for problem in problems]


def test_notes_are_found_by_name_below_the_directory_too(tmp_path: Path) -> None:
    for name in ("z.md", "a.toml", "B.MD", "unidad 1/c.markdown", "unidad 1/más/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# ñandú", encoding="utf-8")
    # What is not notes, or is an editor's or Git's.
    for name in ("a.txt", "foto.png", ".oculto.md", ".git/x.md", "a.md~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff")
    assert found(tmp_path) == (["B.MD", "a.toml", "z.md", "unidad 1/c.markdown", "unidad 1/más/d.md"], [])


def test_a_file_comes_with_its_text_and_its_day(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf# A\xc3\xb1o\r\n")
    noon = datetime.datetime(2026, 3, 31, 12).timestamp()
    os.utime(path, (noon, noon))
    ((file,), problems) = read_directory(tmp_path)
    assert (file.text, file.modified, problems) == ("# Año\r\n", datetime.date(2026, 3, 31), [])


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "bien.md").write_text("# x", encoding="utf-8")
    (tmp_path / "latin.md").write_bytes(b"# x\ny\n\xf1")
    (tmp_path / "grande.md").write_bytes(b"x" * (FILE_LIMIT + 1))
    (tmp_path / "justo.md").write_bytes(b"x" * FILE_LIMIT)
    (tmp_path / "roto.md").symlink_to("/no/existe")
    (tmp_path / "solo.md").symlink_to("solo.md")
    (tmp_path / "dir").mkdir()
    (tmp_path / "dir" / "vuelta").symlink_to("..")
    os.mkfifo(tmp_path / "caño.md")
    (tmp_path / "mal\x1b[2J\n.md").write_bytes(b"\xff")
    names, problems = found(tmp_path)
    assert names == ["bien.md", "justo.md"]
    assert sorted(problems) == [
        "caño.md: no es un archivo común.",
        "dir/vuelta: es un enlace a un directorio que ya se leyó.",
        "grande.md: es demasiado grande: se acepta hasta 1 MiB.",
        "latin.md, línea 3: no es texto en UTF-8; guardalo con esa codificación.",
        "mal .md, línea 1: no es texto en UTF-8; guardalo con esa codificación.",
        "roto.md: no se pudo leer: no existe.",
        "solo.md: no se pudo leer: es un enlace que vuelve a sí mismo.",
    ]


@pytest.fixture
def nobody() -> Iterator[None]:
    """Be an ordinary user meanwhile: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_notes() -> Iterator[Path]:
    """Give a directory that everybody may enter, unlike the tests' own, with a file and a directory that nobody may."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a.md").write_text("# x", encoding="utf-8")
        (folder / "a.md").chmod(0)
        (folder / "dir").mkdir(mode=0)
        yield folder
        (folder / "dir").chmod(0o700)


def test_what_may_not_be_read_is_named(locked_notes: Path, nobody: None) -> None:
    assert found(locked_notes) == (
        [],
        ["a.md: no se pudo leer: el sistema no lo permite.", "dir: no se pudo leer: el sistema no lo permite."],
    )


def test_a_directory_elsewhere_may_be_linked(tmp_path: Path) -> None:
    (tmp_path / "otro").mkdir()
    (tmp_path / "otro" / "a.md").write_text("# x", encoding="utf-8")
    (tmp_path / "notas").mkdir()
    (tmp_path / "notas" / "enlace").symlink_to(tmp_path / "otro")
    assert found(tmp_path / "notas") == (["enlace/a.md"], [])


@pytest.mark.parametrize(("limit", "value"), [("MOST_FILES", 2), ("TOTAL_LIMIT", 6)])
def test_there_is_an_end_to_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.md").write_text("# x", encoding="utf-8")
    monkeypatch.setattr(teacher_notes, limit, value)
    names, problems = found(tmp_path)
    assert names == ["a.md", "b.md"]
    assert len(problems) == 1
    assert problems[0].startswith("c.md: no se leyó, ni lo que sigue")


def test_there_is_an_end_to_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcd":
        (tmp_path / name).mkdir()
    monkeypatch.setattr(teacher_notes, "MOST_DIRECTORIES", 3)
    assert found(tmp_path) == ([], ["c: no se leyó: hay más de 1000 directorios."])


def test_a_directory_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_directory(tmp_path / "falta")
