import pytest

from ecobot_tui.economics import Brain
from ecobot_tui.economics.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def brain(knowledge: Knowledge) -> Brain:
    return Brain(knowledge)


ENTRY = """
[[concept]]
name = "inflación"
aliases = ["suba de precios"]
level = "básico"
definition = "La inflación es la suba sostenida de los precios."
formula = "π = IPC₁ / IPC₀ − 1"
example = "Si el IPC pasa de 250 a 280, la inflación es 12 %."
checks = ["(280 / 250 - 1) * 100 = 12"]
reading = "Lo que costaba 100 cuesta 112."
mistake = "Que baje no es que bajen los precios."
related = ["deflación"]
contrast = [{ with = "deflación", difference = "Una sube y la otra baja." }]
source = "Mankiw, Principios de economía, cap. 30"
reviewed = 2026-11-22
"""


@pytest.fixture
def entry() -> str:
    """One whole entry, as it stands in a file."""
    return ENTRY
