"""Microeconomía: la relación marginal de sustitución que dan dos utilidades marginales o, en el óptimo, dos precios."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_RATE = r"(?:relacion|tasa|razon) (?:marginal|tecnica)(?: tecnica)? de su[bs]|rms\w?\b|tms\w?\b|tmg?s\b|rts\b"
_GIVES_UP = r"resign|sacrific|dispuest|entreg|renunci|cambi"


def _two(reading: Reading) -> dict[str, list[int]] | None:
    """Take the two numbers in their order, or the other way where the second good is named first."""
    if len(reading.quantities) != 2 or any(one.mark not in "$#" for one in reading.quantities):
        return None
    y_first = rx.search(r"(?:umg?|pmg?|p) ?y\b.*(?:umg?|pmg?|p) ?x\b", reading.text)
    return {"a": [1], "b": [0]} if y_first else {"a": [0], "b": [1]}


def _rate(g: Given) -> Solution:
    if g["b"] == 0:
        raise CalculationError("El segundo valor es cero: la relación no está definida.")
    value = g["a"] / g["b"]
    by_price = rx.search(r"precio|\bpx\b|\bp1\b", g.text) is not None and rx.search(r"umg|utilidad", g.text) is None
    return Solution(
        value,
        f"La relación marginal de sustitución es {number(value)}.",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        "En el óptimo es igual al precio relativo."
        if by_price
        else f"Por una unidad más del primero se resignan hasta {number(value)} del segundo sin perder utilidad.",
        ("el consumidor está en su óptimo",) if by_price else (),
    )


CALCULATORS = (
    Calculator(
        id="relacion_de_dos_utilidades",
        name="la relación marginal de sustitución",
        area=AREA,
        formula="RMS = UMgx / UMgy",
        inputs=(
            Input("a", "la utilidad marginal del primer bien", Kind.AMOUNT, above=-1e-9),
            Input("b", "la utilidad marginal del segundo bien", Kind.AMOUNT, above=-1e-9),
        ),
        keys="umg utilidad",
        when=(),
        names=rf"^(?=.*(?:{_RATE})).*(?:utilidad|umg|um[xy]|pmg|producto marginal|productividad|precio|px|p1).*"
        rf"|^(?=.*(?:utilidad marginal|umg))(?=.*(?:{_GIVES_UP})).*",
        unless=r"%\d|\bz[dsci][qptmev] |\bzf[psm] |por peso|consumir\b|ahorr",
        wordings=(),
        place=_two,
        work=_rate,
        asks=False,
    ),
)
