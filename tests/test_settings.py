"""Where a setting comes from, what a wrong one says, and what never shows."""

from __future__ import annotations

import argparse
import copy
import dataclasses
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ecobot_tui.settings import OPTIONS, Settings, SettingsError, add_options, as_arguments, check_to_serve, load

few = hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

KEY = "gsk_canary_1234567890"

# name, flag, environment variable, a default, four other texts and the value of each.
TABLE = [
    ("host", "--host", "ECOBOT_SOCKET_HOST", "0.0.0.0", [(f"127.0.0.{n}", f"127.0.0.{n}") for n in range(1, 5)]),
    ("port", "--port", "ECOBOT_SOCKET_PORT", 5001, [("0", 0), ("1", 1), ("65535", 65535), ("8080", 8080)]),
    ("state_dir", "--state-dir", "ECOBOT_STATE_DIR", None, [(f"/estado/{n}", Path(f"/estado/{n}")) for n in range(4)]),
    ("knowledge_dir", "--knowledge", "ECOBOT_KNOWLEDGE_DIR", None, [(f"/n/{n}", Path(f"/n/{n}")) for n in range(4)]),
    ("groq_base_url", None, "GROQ_BASE_URL", None, [(f"http://h{n}:1", f"http://h{n}:1") for n in range(4)]),
    (
        "models",
        None,
        "GROQ_MODEL",
        ("openai/gpt-oss-120b", "openai/gpt-oss-20b"),
        [("a", ("a",)), ("a,b", ("a", "b")), (" a , ,b ", ("a", "b")), ("c/d-1,", ("c/d-1",))],
    ),
    (
        "groq_patience",
        None,
        "ECOBOT_GROQ_PATIENCE",
        15.0,
        [("1", 1.0), ("2.5", 2.5), ("0,5", 0.5), ("600", 600.0)],
    ),
]
NAMES = [row[0] for row in TABLE]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, so that nobody's configuration is read; a short one, as a socket's path has to be."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    with tempfile.TemporaryDirectory(prefix="eco-") as short:
        monkeypatch.setenv("HOME", f"{short}/home")
        yield Path(short)


def default_config(home: Path) -> Path:
    path = home / "home/.config/ecobot/ecobot.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def sentence(home: Path, flags: dict[str, str] | None = None, **environment: str) -> str:
    """Return what is said of settings that cannot be used: one line, always."""
    with pytest.raises(SettingsError) as caught:
        load(flags or {}, environment, home)
    said = str(caught.value)
    assert len(said.splitlines()) == 1
    assert said.isprintable()
    assert said.endswith(".")
    return said


@pytest.mark.parametrize(("name", "flag", "variable", "default", "values"), TABLE, ids=NAMES)
def test_flag_before_environment_before_dotenv_before_file_before_default(
    home: Path, name: str, flag: str | None, variable: str, default: object, values: list[tuple[str, object]]
) -> None:
    (in_flag, flag_value), (in_environment, environment_value), (in_dotenv, dotenv_value), (in_file, file_value) = (
        values
    )
    flags, environment = ({name: in_flag} if flag else {}), {variable: in_environment}
    dotenv, config = home / ".env", default_config(home)
    dotenv.write_text(f"{variable}='{in_dotenv}'\n", encoding="utf-8")
    config.write_text(f"{name} = '{in_file}'\n", encoding="utf-8")
    if flag:
        assert getattr(load(flags, environment, home), name) == flag_value
    assert getattr(load({}, environment, home), name) == environment_value
    assert getattr(load({}, {}, home), name) == dotenv_value
    dotenv.unlink()
    assert getattr(load({}, {}, home), name) == file_value
    config.unlink()
    if default is not None:
        assert getattr(load({}, {}, home), name) == default


def test_the_default_state_directory_is_the_users_own(home: Path) -> None:
    found = load({}, {}, home)
    assert found.state_dir == home / "home/.local/state/ecobot"
    assert found.socket_path == found.state_dir / "control.sock"
    assert found.log_path == found.state_dir / "ecobot.log"
    assert found.lock_path == found.state_dir / "ecobot.lock"
    assert found.groq_base_url is None
    assert found.store == "memory"
    assert found.limits is True


def test_the_configuration_file_can_be_named_by_flag_environment_and_dotenv(home: Path) -> None:
    for number in (1, 2, 3):
        (home / f"{number}.toml").write_text(f"port = {number}\n", encoding="utf-8")
    (home / ".env").write_text(f"ECOBOT_CONFIG={home}/3.toml\n", encoding="utf-8")
    default_config(home).write_text("port = 4\n", encoding="utf-8")
    environment = {"ECOBOT_CONFIG": f"{home}/2.toml"}
    assert load({"config": f"{home}/1.toml"}, environment, home).port == 1
    assert load({}, environment, home).port == 2
    assert load({}, {}, home).port == 3


def test_a_configuration_file_may_use_numbers_switches_and_lists(home: Path) -> None:
    default_config(home).write_text(
        'host = "127.0.0.1"\nport = 7\nlimits = false\nmodels = ["a", "b"]\ngroq_patience = 2.5\n', encoding="utf-8"
    )
    found = load({}, {}, home)
    assert (found.port, found.limits, found.models, found.groq_patience) == (7, False, ("a", "b"), 2.5)


def test_an_empty_value_is_none_but_an_empty_key_means_no_key(home: Path) -> None:
    (home / ".env").write_text(f"GROQ_API_KEY={KEY}\nECOBOT_SOCKET_PORT=7\n", encoding="utf-8")
    found = load({}, {"GROQ_API_KEY": "", "ECOBOT_SOCKET_PORT": ""}, home)
    assert (found.groq_key, found.port) == (None, 7)


@pytest.mark.parametrize(("text", "limits"), [("on", True), ("SÍ", True), ("1", True), ("off", False), ("No", False)])
def test_limits_are_a_switch(home: Path, text: str, limits: bool) -> None:
    assert load({"host": "127.0.0.1"}, {"ECOBOT_LIMITS": text}, home).limits is limits


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_limits_may_be_off_on_loopback(home: Path, host: str) -> None:
    assert load({"host": host}, {"ECOBOT_LIMITS": "off"}, home).limits is False


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.5", "ejemplo.com", "127.0.0.1.ejemplo.com", "localhost.x"]
)
def test_limits_stay_on_when_open_to_the_network(home: Path, host: str) -> None:
    said = sentence(home, {"host": host}, ECOBOT_LIMITS="off")
    assert "ECOBOT_LIMITS" in said
    assert "--host" in said


@pytest.mark.parametrize(
    "given_url", ["https://h", "https://h/", "https://h/openai/v1", "https://h/openai/v1/", "https://h/openai/v1//"]
)
def test_the_base_url_is_the_one_the_sdk_wants(home: Path, given_url: str) -> None:
    assert load({}, {"GROQ_BASE_URL": given_url}, home).groq_base_url == "https://h"


WRONG = [
    ("ECOBOT_SOCKET_HOST", ["   ", "dos palabras", "a\nb", "a\x00b", "a..b", ".", "a" * 64, "\x1b[2J", "ñandú", "a/b"]),
    ("ECOBOT_SOCKET_PORT", ["-1", "65536", "5001 ", "cinco", "5e3", "٥", "²", "0x10", "9" * 5000, "0" * 5000, "1\n2"]),
    ("ECOBOT_STATE_DIR", ["~nadie-de-aquí/x", "a\x00b", "/" + "x" * 200, "/a\n" + "x" * 120, "/\x1b[2J" + "x" * 120]),
    ("ECOBOT_KNOWLEDGE_DIR", ["~nadie-de-aquí/x", "a\x00b"]),
    ("ECOBOT_STORE", ["redis", "Memory ", "\x1b[2J"]),
    ("ECOBOT_LIMITS", ["true", "apagado", "2", " "]),
    ("ECOBOT_CONFIG", ["/no/existe.toml", "/", "a\x00b", "~nadie-de-aquí/x", "/no\nexiste", "x" * 5000]),
    ("GROQ_API_KEY", ["gsk_canary con blanco", "gsk_canary\nx", "gsk_canaryñ", "gsk_canary\x1b[2J", "«gsk_canary»"]),
    (
        "GROQ_BASE_URL",
        ["h", "ftp://h", "http://", "https:///x", "http://h h", "http://h:x", "http://[::1", "http://h\nx"],
    ),
    ("GROQ_MODEL", [",", " , ", "a\nb", "a\x1b[2Jb"]),
    ("ECOBOT_GROQ_PATIENCE", ["0", "-1", "601", "nan", "inf", "pronto", "9" * 5000, "1,000,0"]),
    ("ECOBOT_GROQ_CONCURRENCY", ["0", "-1", "2001", "muchas", "9" * 5000, "1.5"]),
    ("ECOBOT_GROQ_PRICES", ["m", "m=1", "m=1/2", "m=a/b/c", "m=1/2/3/4", "=1/2/3", "m=1/2/-3", "m\x1b[2J"]),
    ("ECOBOT_GROQ_DAILY_USD", ["-1", "nan", "mucho", "1,5,0", "9" * 5000]),
    ("ECOBOT_GROQ_CACHE", ["-1", "siempre", "1.5", "9" * 5000]),
]
# What the sentence calls it, where that is not the variable alone.
CALLED = {
    "ECOBOT_STATE_DIR": "--state-dir",
    "ECOBOT_KNOWLEDGE_DIR": "--knowledge",
    "ECOBOT_CONFIG": ("--config", "la configuración"),
}


@pytest.mark.parametrize(
    ("variable", "text"), [(variable, text) for variable, texts in WRONG for text in texts], ids=lambda v: ascii(v)[:40]
)
def test_a_wrong_value_is_one_line_that_names_the_option(home: Path, variable: str, text: str) -> None:
    said = sentence(home, **{variable: text})
    called = CALLED.get(variable, variable)
    assert any(name in said for name in ([called] if isinstance(called, str) else called))
    assert "canary" not in said


def test_every_option_has_its_wrong_values_here() -> None:
    assert {option.environment for option in OPTIONS} | {"ECOBOT_CONFIG"} == {variable for variable, _ in WRONG}


def test_a_wrong_value_says_where_it_stands(home: Path) -> None:
    assert sentence(home, {"port": "x"}).startswith("--port (ECOBOT_SOCKET_PORT) = «x»: tiene que ser un número")
    assert sentence(home, ECOBOT_LIMITS="x").startswith("ECOBOT_LIMITS = «x»: tiene que ser on u off")
    config = default_config(home)
    config.write_text("port = 99999\n", encoding="utf-8")
    assert sentence(home).startswith(f"{config}: --port")
    (home / ".env").write_text("ECOBOT_SOCKET_PORT=y\n", encoding="utf-8")
    assert sentence(home).startswith(".env: --port")


def test_only_a_server_needs_the_directory_of_own_knowledge(home: Path) -> None:
    assert load({}, {}, home).knowledge_dir is None
    check_to_serve(load({}, {}, home))
    check_to_serve(load({"knowledge_dir": str(home)}, {}, home))
    (home / "archivo").touch()
    for gone in (home / "falta", home / "archivo", home / "a\x1b[2J\nb"):
        found = load({"knowledge_dir": str(gone)}, {}, home)
        with pytest.raises(SettingsError) as caught:
            check_to_serve(found)
        said = str(caught.value)
        assert said.startswith(f"--knowledge (ECOBOT_KNOWLEDGE_DIR) = «{home}/")
        assert said.endswith("»: no existe ese directorio.")
        assert said.isprintable()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"puerto = 1\n", "no existe la opción «puerto»", id="an unknown key"),
        pytest.param(b"[red]\nport = 1\n", "no existe la opción «red»", id="a table"),
        pytest.param(b'"\\u001b[2J\\n" = 1\n', "no existe la opción «»", id="a key that would clear the screen"),
        pytest.param(b"port = \n", "line 1", id="no TOML"),
        pytest.param(b"port = 1\nport = 2\n", "line 2", id="a key twice"),
        pytest.param(b'host = "\xff"\n', "UTF-8", id="not UTF-8"),
        pytest.param(b"port = " + b"9" * 5000, "No se pudo leer la configuración", id="thousands of digits"),
        pytest.param(b"port = 0x" + b"f" * 5000, "No se pudo leer la configuración", id="thousands of hex digits"),
        pytest.param(b"models = " + b"[" * 5000, "No se pudo leer la configuración", id="deep"),
        pytest.param(b"port = 5001.0\n", "--port", id="a number with a fraction"),
        pytest.param(b"port = true\n", "--port", id="a switch for a number"),
        pytest.param(b"host = {a = 1}\n", "--host", id="a table for a text"),
    ],
)  # fmt: skip
def test_a_broken_configuration_file_is_one_line_that_names_it(home: Path, content: bytes, words: str) -> None:
    config = default_config(home)
    config.write_bytes(content)
    said = sentence(home)
    assert str(config) in said
    assert words in said


def test_a_dotenv_that_is_no_text_is_one_line_that_names_it(home: Path) -> None:
    (home / ".env").write_bytes(b"GROQ_API_KEY=\xff\xfe\n")
    assert str(home / ".env") in sentence(home)


@pytest.mark.parametrize("where", ["environment", "dotenv", "file"])
def test_a_secret_never_shows(home: Path, where: str, caplog: pytest.LogCaptureFixture) -> None:
    environment: dict[str, str] = {}
    if where == "environment":
        environment = {"GROQ_API_KEY": KEY}
    elif where == "dotenv":
        (home / ".env").write_text(f"GROQ_API_KEY={KEY}\n", encoding="utf-8")
    else:
        default_config(home).write_text(f'groq_key = "{KEY}"\n', encoding="utf-8")
    found = load({}, environment, home)
    assert found.groq_key is not None
    assert found.groq_key.reveal() == KEY
    logging.getLogger("test").warning("%s %r", found, found.groq_key)
    shown = [repr(found), str(found), f"{found.groq_key}", f"{found.groq_key!r:>40}", f"{found.groq_key!s:>9}"]
    shown += [str(dataclasses.asdict(found)), repr(copy.deepcopy(found)), repr([found.groq_key]), caplog.text]
    assert not [text for text in shown if KEY in text]


@pytest.mark.parametrize(
    "given_arguments",
    [
        [],
        ["--host", "127.0.0.1", "--port", "0"],
        ["--state-dir", "/con espacios/y 'comillas'", "--store", "memory", "--config", "/c.toml"],
        ["--host=-x", "--state-dir=--port"],
        ["--host", ""],
    ],
)
def test_arguments_said_again_mean_the_same(given_arguments: list[str]) -> None:
    def parsed(arguments: list[str]) -> dict[str, str]:
        parser = argparse.ArgumentParser(exit_on_error=False)
        add_options(parser)
        return vars(parser.parse_args(arguments))

    flags = parsed(given_arguments)
    assert parsed(as_arguments(flags)) == flags


def test_a_secret_has_no_flag() -> None:
    assert [option.name for option in OPTIONS if option.secret] == ["groq_key"]
    assert not [option for option in OPTIONS if option.secret and option.flag]
    assert KEY not in " ".join(as_arguments({"groq_key": KEY, "port": "1"}))


texts = st.text(st.characters(), max_size=30)
VARIABLES = [*(option.environment for option in OPTIONS), "ECOBOT_CONFIG"]


def settings_or_one_line(flags: dict[str, str], environment: dict[str, str], home: Path) -> None:
    try:
        assert isinstance(load(flags, environment, home), Settings)
    except SettingsError as error:
        assert len(str(error).splitlines()) == 1, error  # noqa: PT017


@given(st.dictionaries(st.sampled_from(VARIABLES), texts, max_size=2), st.dictionaries(st.just("port"), texts))
@few
def test_any_text_is_a_value_or_one_line(home: Path, environment: dict[str, str], flags: dict[str, str]) -> None:
    settings_or_one_line(flags, environment, home)


@given(st.binary(max_size=40), st.sampled_from([*(option.name for option in OPTIONS), "x"]), st.binary(max_size=40))
@few
def test_any_files_are_values_or_one_line(home: Path, dotenv: bytes, name: str, value: bytes) -> None:
    (home / ".env").write_bytes(b"ECOBOT_SOCKET_HOST=" + dotenv)
    default_config(home).write_bytes(name.encode() + b" = " + value)
    settings_or_one_line({}, {}, home)
