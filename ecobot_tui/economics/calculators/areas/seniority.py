"""Trabajo: el adicional por antigüedad, un porcentaje del básico por cada año."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in


def _place(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 1 or len(story.times) != 1 or len(story.amounts) != 1:
        return None
    if reading.quantities[story.times[0]].unit != "ano" or len(reading.quantities) != 3:
        return None
    return {"r": list(story.rates), "n": list(story.times), "b": list(story.amounts)}


def _work(g: Given) -> Solution:
    extra = g["b"] * g.rate("r") * g["n"]
    whole = rx.search(r"total|cobr|gan[ao]|sueldo|queda|basico mas", asked_in(g.text)) is not None
    asks_extra = rx.search(r"antiguedad|adicional|plus|por los anos", asked_in(g.text)) is not None
    return Solution(
        g["b"] + extra if whole and not asks_extra else extra,
        f"La antigüedad es {g.money(extra, 'b')}: con el básico son {g.money(g['b'] + extra, 'b')}.",
        f"{g.shown('b')} × {g.shown('r')} % × {number(g['n'])} = {number(extra, money=True)}",
        f"Es un {percent(100 * g.rate('r') * g['n'])} del básico.",
        ("el porcentaje de cada año se suma, no se acumula",),
    )


CALCULATORS = (
    Calculator(
        id="antiguedad",
        name="el adicional por antigüedad",
        area="Trabajo",
        formula="básico × porcentaje por año × años",
        inputs=(
            Input("b", "el básico", Kind.AMOUNT, above=0),
            Input("r", "el porcentaje por año", Kind.RATE, above=0),
            Input("n", "los años", Kind.TIME, above=0),
        ),
        keys="antiguedad",
        names=r"\bantiguedad\b.*",
        when=(),
        unless=r"indemniz|despid|despedid|ech[oa]ron|maquina|inflacion|tasa|interes",
        wordings=(),
        work=_work,
        asks=False,
        place=_place,
    ),
)
