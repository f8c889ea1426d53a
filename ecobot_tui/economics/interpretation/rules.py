"""The TOML files next to this package that hold what the figures mean."""

from importlib import resources


def rule_files(folder: str) -> list[str]:
    """Return the texts of all files in a folder of `data/`, by name: the first ones are tried first."""
    files = (resources.files(__package__) / "data" / folder).iterdir()
    named = sorted((file for file in files if file.name.endswith(".toml")), key=lambda file: file.name)
    return [file.read_text(encoding="utf-8") for file in named]
