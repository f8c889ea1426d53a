"""The words that name exchange rates, the inside and the outside, and how amounts of money are written."""

from ecobot_tui.economics.calculators.given import number
from ecobot_tui.number_format import format_amount


def dollars(value: float) -> str:
    """Write an amount in dollars."""
    return format_amount(value, "US$")


def pesos(value: float) -> str:
    """Write an amount in pesos, without their sign."""
    return number(value, money=True)


LOCAL = r"intern[ao]s?|local(?:es)?|domestic[ao]s?|nacional(?:es)?|argentin[ao]s?|aca|del pais"


ABROAD = (
    r"extern[ao]s?|extranjer[ao]s?|internacional(?:es)?|mundial(?:es)?|de afuera|afuera|(?:de|en) (?:eeuu"
    r"|estados unidos"
    r"|el exterior|nueva york|miami)|del exterior|estadounidense|norteamerican[ao]"
)


DOLLAR = r"dolar(?: (?:oficial|spot|contado|hoy|futuro))?|tipo de cambio(?: (?:nominal|spot|oficial))?|cotiza\w*|tc"
