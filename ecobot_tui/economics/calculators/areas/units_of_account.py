"""Unidades que se ajustan solas (UVA, UVI, UF, UDI): lo que valen en pesos y lo que se ganó con ellas."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in, in_time_order

AREA = "Precios e inflación"
_UNIT = r"(?:uvas?|uvis?|udis?|uf|cer)\b"


def _place(reading: Reading) -> Places | None:
    """Take how many units there are, and what one was worth before and now."""
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    if story.rates or len(left) != 3 or any(story.value(place) != 1 for place in story.times):
        return None
    counts = [place for place in left if reading.quantities[place].mark == "#" and story.follows(place, _UNIT)]
    if len(counts) != 1:
        return None
    old, new = in_time_order(story, [place for place in left if place not in counts])
    return {"n": counts, "a": [old], "b": [new]}


def _units(g: Given) -> Solution:
    before, now = g["n"] * g["a"], g["n"] * g["b"]
    gained = 100 * prices.change(g["a"], g["b"])
    asked = asked_in(g.text)
    wants_rate = rx.search(r"porcentaje|por ?ciento|rendi", asked) is not None
    wants_gain = rx.search(r"\bgan|subi|aument|diferencia", asked) is not None
    return Solution(
        gained if wants_rate else now - before if wants_gain else now,
        f"Ahora son {g.money(now)}: antes eran {g.money(before)}, {g.money(abs(now - before))}"
        f" {'más' if now >= before else 'menos'} ({percent(gained)}).",
        f"{number(g['n'])} × {number(g['b'])} = {number(now, money=True)}",
        "La cantidad de unidades no cambia: lo que sube con la inflación es el valor de cada una.",
    )


CALCULATORS = (
    Calculator(
        id="unidades_ajustadas",
        name="el valor de unidades que se ajustan",
        area=AREA,
        formula="pesos = unidades × valor de cada una",
        inputs=(
            Input("n", "la cantidad de unidades", Kind.NUMBER, above=0),
            Input("a", "el valor anterior", Kind.AMOUNT, above=0),
            Input("b", "el valor de ahora", Kind.AMOUNT, above=0),
        ),
        keys="uva uvas uvi",
        names=rf"^(?=.*\b{_UNIT}).*",
        when=(),
        unless=r"cuotas|prestamo|credito|inflacion|kilo",
        wordings=(),
        work=_units,
        asks=False,
        place=_place,
    ),
)
