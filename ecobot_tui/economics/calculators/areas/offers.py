"""Compras y descuentos: segunda unidad, ofertas N×M y el porcentaje que se descontó."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.charges import NO_CHARGE
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Compras y descuentos"


def _place_discount_made(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.amounts) != 2 or story.rates or story.times or story.counts:
        return None
    first, last = story.amounts
    if story.leads(first, r"(?:reduj\w+|redujo|baj\w+|rebaj\w+|descont\w+|sub\w+|aument\w+)(?: (?:en|unos))*"):
        return None
    return {"a": [first], "b": [last]} if story.value(first) >= story.value(last) else {"a": [last], "b": [first]}


def _discount_made(g: Given) -> Solution:
    if not g["a"]:
        raise CalculationError("Sobre un precio de 0 no hay porcentaje: sería dividir por cero.")
    rise = rx.search(r"recarg\w+|aument|mas caro", g.text) and not rx.search(r"descuent|rebaj", g.text)
    first, last = (g["b"], g["a"]) if rise else (g["a"], g["b"])
    if not first:
        raise CalculationError("Sobre un precio de 0 no hay porcentaje: sería dividir por cero.")
    rate = abs(100 * prices.change(first, last))
    word = "recargo" if rise else "descuento"
    return Solution(
        rate,
        f"El {word} es de {percent(rate)} ({g.money(abs(first - last))}).",
        f"{number(abs(first - last))} / {number(first)} × 100 = {percent(rate)}",
        f"De {g.money(first)} pasó a {g.money(last)}.",
    )


_SECOND = r"(?:(?:la )?(?:segunda|2da|segundo|2do)(?: unidad| producto| prenda| par)?|#\d+ ?(?:da|do)\b)"


_PACK = re.compile(r"#(\d+) ?x ?(\d)\b")


def _place_second(reading: Reading) -> Places | None:
    story = Story(reading)
    pack = _PACK.search(story.text)
    amounts = [place for place in story.amounts if not (pack and story.value(place) in (story.value(int(pack[1])), 2))]
    amounts = [place for place in amounts if not story.leads(place, r"llev\w+(?: las| los)?|compr\w+")] or amounts
    if len(amounts) != 1 or story.times:
        return None
    if pack:
        return {"v": amounts, "k": [int(pack[1])]}
    if len(story.rates) > 1:
        return None
    if not story.rates and not story.says(r"mitad|gratis|medio precio"):
        return None
    return {"v": amounts} | ({"r": list(story.rates)} if story.rates else {})


def _second(g: Given) -> Solution:
    pack = _PACK.search(g.text)
    if pack:
        taken, paid = int(g["k"]), float(pack[2])
        if not 1 <= paid <= taken <= 100:
            raise CalculationError("En una oferta así se lleva al menos tanto como se paga: revisá los números.")
        share = paid
    else:
        taken = 2
        less = bool(rx.search(r"descuent|off|rebaj|menos|dto|desc\b", g.text))
        rate = g.rate("r") if "r" in g else 1.0 if "gratis" in g.text else 0.5
        if not 0 <= rate <= 1:
            raise CalculationError("El descuento de la segunda unidad no puede pasar de 100 %.")
        share = 1 + (1 - rate if less or "r" not in g else rate)
        if "r" not in g:
            share = 2 - rate
    total, full = g["v"] * share, g["v"] * taken
    saving = 100 * (1 - share / taken)
    return Solution(
        total,
        f"Por {number(taken)} unidades pagás {g.money(total)}: {g.money(total / taken)} cada una, un descuento"
        f" efectivo de {percent(saving)}.",
        f"{number(g['v'])} × {number(share)} = {number(total, money=True)}",
        f"Sin la oferta serían {g.money(full)}: ahorrás {g.money(full - total)}, y solo si necesitabas todas.",
    )


CALCULATORS = (
    Calculator(
        id="descuento_hecho",
        name="el porcentaje de descuento o recargo",
        area=AREA,
        formula="d = (precio − pagado) / precio × 100",
        inputs=(
            Input("a", "el precio mayor", Kind.AMOUNT),
            Input("b", "el precio menor", Kind.AMOUNT),
        ),
        keys="descuento rebaja recargo",
        names=r"\b(?:descuent\w+|rebaj\w+|recarg\w+|off\b|descont\w+|mas caro)",
        when=(),
        unless=NO_CHARGE,
        wordings=(),
        work=_discount_made,
        asks=False,
        place=_place_discount_made,
    ),
    Calculator(
        id="segunda_unidad",
        name="el precio con una oferta por cantidad",
        area=AREA,
        formula="total = precio · (unidades que se pagan)",
        inputs=(
            Input("v", "el precio de cada unidad", Kind.AMOUNT, above=0),
            Input("r", "el descuento en la segunda unidad", Kind.RATE, optional=True),
            Input("k", "las unidades que se llevan", Kind.NUMBER, optional=True),
        ),
        keys="segunda unidad x1 x2 x3 x4 x5",
        names=rf"\b(?:{_SECOND}(?=.*(?:%\d|mitad|gratis|medio precio|off|descuent))|oferta|promo\w*)|#\d+ ?x ?\d\b",
        when=(),
        unless=r"^(?!.*(?:segund|2d[ao]|#\d+ ?x ?\d|#\d+ ?d[ao]\b))|demanda|costo|cuota|semestre|trimestre|mes\b",
        wordings=(),
        work=_second,
        needs="segunda segundo da do x x1 x2 x3 x4 x5",
        asks=False,
        place=_place_second,
    ),
)
