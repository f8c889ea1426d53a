"""The options of the programs: one table, from which the command line, the environment and the documentation follow.

Order of precedence: flag, environment, `.env` in the working directory, configuration file, default. A wrong value is a
SettingsError whose text is one clear line in Spanish; programs print it and end with status 2.
"""

from __future__ import annotations

import argparse
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ecobot_tui.text import clean_line, shorten

APP = "ecobot"
DEFAULT_MODELS = "openai/gpt-oss-120b,openai/gpt-oss-20b"
DEFAULT_PRICES = "openai/gpt-oss-120b=0.15/0.075/0.60,openai/gpt-oss-20b=0.075/0.0375/0.30"


class SettingsError(ValueError):
    """A value that cannot be used; the text says which and why, in Spanish."""


class Secret:
    """A value that must not show: in logs, in errors, in a debugger's view. `reveal` gives it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the value itself, for the one who needs it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Settings:
    """What the programs run with. `models`: the first is asked, the rest are fall-backs; times in seconds.

    `groq_prices`: US dollars for a million tokens read, read from the cache, written; `groq_daily_cap`: dollars, 0 for
    none; `groq_cache`: how long an answer may serve others who ask the same, 0 for never.
    """

    host: str
    port: int
    state_dir: Path
    store: str
    limits: bool
    groq_key: Secret | None
    groq_base_url: str | None
    models: tuple[str, ...]
    groq_patience: float
    groq_concurrency: int
    groq_prices: Mapping[str, tuple[float, float, float]]
    groq_daily_cap: float
    groq_cache: float
    knowledge_dir: Path | None

    @property
    def socket_path(self) -> Path:
        """Where the control door is."""
        return self.state_dir / "control.sock"

    @property
    def log_path(self) -> Path:
        """Where a server that runs in the background writes."""
        return self.state_dir / "ecobot.log"

    @property
    def lock_path(self) -> Path:
        """What the one server of a state directory holds locked."""
        return self.state_dir / "ecobot.lock"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: where it is read from and how its text becomes a value; a secret has no flag, ever."""

    name: str
    environment: str
    default: str | None
    read: Callable[[str], Any]
    help: str
    flag: str | None = None
    secret: bool = False


def _read_port(text: str) -> int:
    # The length first: Python refuses to read thousands of digits, with an error of its own.
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    raise SettingsError("tiene que ser un número entre 0 y 65535 (0 elige uno libre)")


def _read_host(text: str) -> str:
    # Names with an empty label or one above 63 bytes are no OSError to the resolver, but an error of its encoding.
    if not re.fullmatch(r"([\w:%-]{1,63}\.)*[\w:%-]{1,63}", text, re.ASCII):
        raise SettingsError("tiene que ser una dirección, como 127.0.0.1 o 0.0.0.0")
    return text


def _read_switch(text: str) -> bool:
    words = {"on": True, "1": True, "sí": True, "si": True, "off": False, "0": False, "no": False}
    if text.lower() in words:
        return words[text.lower()]
    raise SettingsError("tiene que ser on u off")


def _read_store(text: str) -> str:
    if text == "memory":
        return text
    raise SettingsError("por ahora solo está memory (las conversaciones viven mientras vive el servidor)")


def _read_models(text: str) -> tuple[str, ...]:
    models = tuple(name.strip() for name in text.split(",") if name.strip())
    if not models:
        raise SettingsError("tiene que nombrar al menos un modelo")
    if not text.isprintable():
        raise SettingsError("tiene caracteres que ningún modelo lleva en su nombre")
    return models


def _read_seconds(text: str) -> float:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = 0.0
    if 0 < seconds <= 600:
        return seconds
    raise SettingsError("tiene que ser un número de segundos, hasta 600")


def _read_concurrency(text: str) -> int:
    if re.fullmatch("[0-9]{1,4}", text) and 1 <= int(text) <= 2000:
        return int(text)
    raise SettingsError("tiene que ser un número entre 1 y 2000")


def _read_prices(text: str) -> Mapping[str, tuple[float, float, float]]:
    prices: dict[str, tuple[float, float, float]] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        found = re.fullmatch(r"([^\s=]+)\s*=\s*([0-9]+(?:\.[0-9]+)?)/([0-9]+(?:\.[0-9]+)?)/([0-9]+(?:\.[0-9]+)?)", part)
        if found is None:
            raise SettingsError("tiene que ser modelo=entrada/en caché/salida, en dólares por millón de tokens")
        prices[found[1]] = float(found[2]), float(found[3]), float(found[4])
    return prices


def _read_dollars(text: str) -> float:
    if re.fullmatch(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?", text):
        return float(text.replace(",", "."))
    raise SettingsError("tiene que ser un monto en dólares, 0 para no poner límite")


def _read_keeping(text: str) -> float:
    if re.fullmatch(r"[0-9]{1,6}", text):
        return float(text)
    raise SettingsError("tiene que ser un número de segundos, 0 para no guardar respuestas")


def _read_url(text: str) -> str:
    try:
        # Reading the port checks it. What is wrong here would fail at the first question only.
        usable = re.fullmatch(r"https?://[!-~]+", text) and urlsplit(text).hostname and urlsplit(text).port != 0
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError("tiene que ser una dirección completa que empiece con http:// o https://")
    # The SDK appends the path itself; a base that has it already would ask for /openai/v1/openai/v1.
    return text.rstrip("/").removesuffix("/openai/v1")


def _read_path(text: str) -> Path:
    try:
        if b"\0" in os.fsencode(text):
            raise SettingsError("no es una ruta")
        # Made absolute by text alone: resolve() would follow links, and the path shown is the one the user gave.
        return Path(os.path.abspath(Path(text).expanduser()))  # noqa: PTH100
    except UnicodeError:
        raise SettingsError("no es una ruta") from None
    except RuntimeError:
        raise SettingsError("nombra el directorio de un usuario que no existe") from None


def _read_key(text: str) -> str:
    key = text.strip()
    # It travels in a header: what cannot stand there would fail at the first question, with the key in the error.
    if not re.fullmatch("[!-~]*", key):
        raise SettingsError("tiene espacios, acentos u otros caracteres que ninguna clave lleva")
    return key


OPTIONS: tuple[Option, ...] = (
    Option("host", "ECOBOT_SOCKET_HOST", "0.0.0.0", _read_host, "dirección en la que escucha", "--host"),  # noqa: S104
    Option("port", "ECOBOT_SOCKET_PORT", "5001", _read_port, "puerto; 0 elige uno libre", "--port"),
    Option("state_dir", "ECOBOT_STATE_DIR", None, _read_path, "directorio de estado", "--state-dir"),
    Option("store", "ECOBOT_STORE", "memory", _read_store, "dónde se guardan las conversaciones", "--store"),
    Option("limits", "ECOBOT_LIMITS", "on", _read_switch, "off levanta los límites, solo en loopback"),
    Option("groq_key", "GROQ_API_KEY", "", _read_key, "clave de Groq; sin ella, modo local", secret=True),
    Option("groq_base_url", "GROQ_BASE_URL", None, _read_url, "otra dirección de la API de Groq"),
    Option("models", "GROQ_MODEL", DEFAULT_MODELS, _read_models, "modelos separados por comas"),
    Option(
        "groq_patience", "ECOBOT_GROQ_PATIENCE", "15", _read_seconds, "segundos de espera entre palabras del modelo"
    ),
    Option("groq_concurrency", "ECOBOT_GROQ_CONCURRENCY", "32", _read_concurrency, "consultas al modelo a la vez"),
    Option(
        "groq_prices", "ECOBOT_GROQ_PRICES", DEFAULT_PRICES, _read_prices, "dólares por millón de tokens de cada modelo"
    ),
    Option("groq_daily_cap", "ECOBOT_GROQ_DAILY_USD", "0", _read_dollars, "dólares por día como máximo; 0: sin tope"),
    Option(
        "groq_cache", "ECOBOT_GROQ_CACHE", "600", _read_keeping, "segundos que una respuesta sirve a otros; 0: nada"
    ),
    Option(
        "knowledge_dir", "ECOBOT_KNOWLEDGE_DIR", None, _read_path, "directorio con conceptos propios", "--knowledge"
    ),
)
_CONFIG = Option("config", "ECOBOT_CONFIG", None, _read_path, "archivo de configuración", "--config")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give `parser` every option that has a flag; values stay text, `load` reads them."""
    for option in (*OPTIONS, _CONFIG):
        if option.flag:
            shown = f"{option.help} ({option.environment}{f'; {option.default}' if option.default else ''})"
            parser.add_argument(option.flag, dest=option.name, metavar="VALOR", help=shown)


def as_arguments(flags: Mapping[str, Any]) -> list[str]:
    """Return the command line that says again what `flags` (as parsed by `add_options`) said."""
    return [
        text
        for option in (*OPTIONS, _CONFIG)
        if option.flag and flags.get(option.name) is not None
        for text in _repeated(option.flag, str(flags[option.name]))
    ]


def _repeated(flag: str, value: str) -> tuple[str, ...]:
    # A value that begins with a dash would be read as a flag of its own.
    return (f"{flag}={value}",) if value.startswith("-") else (flag, value)


def load(flags: Mapping[str, Any], environment: Mapping[str, str], directory: Path) -> Settings:
    """Return the settings that hold for `flags` in `environment`, started in `directory`.

    Raises SettingsError.
    """
    layers: list[tuple[str, Mapping[str, str]]] = [
        ("", {name: str(value) for name, value in flags.items() if value is not None}),
        (
            "",
            {o.name: environment[o.environment] for o in (*OPTIONS, _CONFIG) if o.environment in environment},
        ),
        (".env: ", _dotenv(directory)),
    ]
    named = _first(_CONFIG, layers)
    layers.append(_config_file(named))
    values = {option.name: _first(option, layers) for option in OPTIONS}
    if values["state_dir"] is None:
        values["state_dir"] = default_state_dir()
    key = values["groq_key"]
    values["groq_key"] = Secret(key) if key else None
    settings = Settings(**values)
    _check_together(settings)
    return settings


def check_to_serve(settings: Settings) -> None:
    """Raise SettingsError where a server could not use these settings.

    A program that only talks to a running server does without: it can be stopped although a directory is gone.
    """
    directory = settings.knowledge_dir
    if directory is None:
        return
    wrong = "no existe ese directorio" if not directory.is_dir() else "el sistema no permite leer ese directorio"
    if not (directory.is_dir() and os.access(directory, os.R_OK | os.X_OK)):
        shown = shorten(str(directory), 60)
        raise SettingsError(f"--knowledge (ECOBOT_KNOWLEDGE_DIR) = «{shown}»: {wrong}.")


def default_state_dir() -> Path:
    """Return the platform's state directory for this user."""
    import platformdirs

    return Path(platformdirs.user_state_path(APP))


def _first(option: Option, layers: list[tuple[str, Mapping[str, str]]]) -> Any:
    """Return the value of the first layer that has `option`, read; else its default, read."""
    for origin, layer in layers:
        text = layer.get(option.name)
        if text is not None and (text != "" or option.default == ""):
            try:
                return option.read(text)
            except SettingsError as error:
                shown = "***" if option.secret else shorten(text, 60)
                where = f"{option.flag} ({option.environment})" if option.flag else option.environment
                raise SettingsError(f"{origin}{where} = «{shown}»: {error}.") from None
    return None if option.default is None else option.read(option.default)


def _dotenv(directory: Path) -> dict[str, str]:
    path = directory / ".env"
    try:
        if not path.is_file():
            return {}
        # Costs 30 ms, which only those pay who have such a file.
        import dotenv

        found = dotenv.dotenv_values(path)
    except (OSError, ValueError) as error:
        raise SettingsError(f"No se pudo leer {clean_line(str(path))}: {_cause(error)}.") from None
    return {o.name: text for o in (*OPTIONS, _CONFIG) if (text := found.get(o.environment)) is not None}


def _config_file(named: Path | None) -> tuple[str, dict[str, str]]:
    path = named or _default_config()
    shown = clean_line(str(path))
    try:
        if named is None and not path.is_file():
            return "", {}
        with path.open("rb") as file:
            content = {name: _as_text(value) for name, value in tomllib.load(file).items()}
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"No se pudo leer la configuración {shown}: {_cause(error)}.") from None
    known = {option.name for option in OPTIONS}
    unknown = sorted(set(content) - known)
    if unknown:
        raise SettingsError(f"{shown}: no existe la opción «{shorten(unknown[0], 60)}».")
    return f"{shown}: ", content


def _cause(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "no es texto en UTF-8"
    # A TOMLDecodeError says where; other values that Python cannot read (thousands of digits) are ValueErrors too.
    return shorten(str(getattr(error, "strerror", None) or error), 100)


def _default_config() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_path(APP)) / "ecobot.toml"


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return ",".join(str(item) for item in value)
    return str(value)


def _check_together(settings: Settings) -> None:
    if not settings.limits and settings.host not in {"127.0.0.1", "::1", "localhost"}:
        raise SettingsError("ECOBOT_LIMITS=off solo se acepta con --host 127.0.0.1: sin límites no se abre a la red.")
    # The kernel holds the address of a Unix socket in 108 bytes (104 on macOS), its closing zero included.
    if len(os.fsencode(settings.socket_path)) > 103:
        raise SettingsError(
            f"--state-dir «{shorten(str(settings.state_dir), 60)}» es demasiado largo para el socket de control."
        )
