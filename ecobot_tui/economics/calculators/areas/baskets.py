"""Índices de precios: canastas con precios y cantidades, Laspeyres, Paasche y Fisher."""

import math
from collections.abc import Sequence

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.basket_story import read_basket
from ecobot_tui.economics.calculators.areas.inflation import by_month
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Precios e inflación"


def _sum(costs: Sequence[float], amounts: Sequence[float]) -> str:
    return " + ".join(f"{number(cost)} × {number(amount)}" for cost, amount in zip(costs, amounts, strict=True))


def _basket(g: Given) -> Solution:
    old, new = g.all("p0"), g.all("p1")
    found: list[tuple[str, float, str]] = []
    for name, symbol in (("Laspeyres", "q0"), ("Paasche", "q1")):
        if symbol in g:
            amounts = g.all(symbol)
            index = prices.laspeyres(old, new, amounts)
            found.append((name, index, f"({_sum(new, amounts)}) / ({_sum(old, amounts)}) × 100 = {number(index)}"))
    both = len(found) == 2
    ideal = math.sqrt(found[0][1] * found[1][1]) if both else found[0][1]
    text = g.text
    asked = "Paasche" if "paasche" in text and "laspeyres" not in text else "Laspeyres"
    main = next((one for one in found if one[0] == asked), found[0])
    value = ideal if both and rx.search(r"fisher|ideal", text) else main[1]
    rate = main[1] - 100
    if rx.search(r"inflaci|cuanto (?:\w+ ){0,3}?(?:sub|aument|encarec)|porcentaje|variaci", text) and not rx.search(
        r"laspeyres|paasche|indice", text
    ):
        value = rate
    others = [f"El de {name} es {number(index)}." for name, index, _ in found if name != main[0]]
    others += [f"El ideal de Fisher es {number(ideal)}."] if both else []
    costs = (
        (
            f"La canasta pasa de costar "
            f"{number(math.fsum(p * q for p, q in zip(old, g.all('q0'), strict=True)))} a "
            f"{number(math.fsum(p * q for p, q in zip(new, g.all('q0'), strict=True)))}. "
        )
        if "q0" in g
        else ""
    )
    return Solution(
        value,
        " ".join(
            (f"El índice de {main[0]} es {number(main[1])} (base 100): una inflación de {percent(rate)}.", *others)
        ),
        main[2],
        f"{costs}Laspeyres pondera con las cantidades del período base y Paasche, con las del final.",
    )


def _place_two(reading: Reading) -> Places | None:
    story = Story(reading)
    plain = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and place not in story.years]
    if len(plain) != 2 or story.rates or story.times:
        return None
    return {"x": plain}


def _ideal(g: Given) -> Solution:
    first, last = g.all("x")
    if first <= 0 or last <= 0:
        raise CalculationError("Los dos índices tienen que ser mayores que 0.")
    value = math.sqrt(first * last)
    return Solution(
        value,
        f"El índice ideal de Fisher es {number(value)}.",
        f"√({number(first)} × {number(last)}) = {number(value)}",
        "Es la media geométrica de Laspeyres y Paasche: queda entre los dos y compensa el sesgo de cada uno.",
    )


def _place_cost(reading: Reading) -> Places | None:
    story = Story(reading)
    if not story.rates and (found := by_month(story)):
        return found
    amounts = [
        place
        for place in story.amounts
        if (story.value(place) != 100 and not _is_bare_year(reading, place)) or story.quantities[place].mark == "$"
    ]
    if len(amounts) != 2 or story.rates or [one for one in story.counts if not story.quantities[one].spelled]:
        return None
    first, last = in_time_order(story, amounts)
    return {"a": [first], "b": [last]}


def _is_bare_year(reading: Reading, place: int) -> bool:
    """Tell «2018 costaba 3.000»: a year that no preposition leads to."""
    one = reading.quantities[place]
    plain = reading.question[one.number.start : one.number.end].strip().isdigit()
    return one.mark == "#" and plain and one.value in range(1_900, 2_101)


def _cost(g: Given) -> Solution:
    index = 100 * g["b"] / g["a"]
    asks_rate = rx.search(r"inflaci|cuanto (?:\w+ ){0,2}?(?:sub|aument)|variaci", g.text) and not rx.search(
        r"\bipc\b|indice", g.text
    )
    return Solution(
        index - 100 if asks_rate else index,
        f"El índice es {number(index)} (base 100): la canasta subió {percent(index - 100)}.",
        f"{number(g['b'])} / {number(g['a'])} × 100 = {number(index)}",
        "El índice compara lo que cuesta la misma canasta en los dos momentos.",
    )


CALCULATORS = (
    Calculator(
        id="laspeyres_paasche",
        name="los índices de Laspeyres y Paasche",
        area=AREA,
        formula="L = Σp₁q₀ / Σp₀q₀ ; P = Σp₁q₁ / Σp₀q₁",
        inputs=(
            Input("p0", "los precios del período base", Kind.AMOUNT, many=True, above=0),
            Input("p1", "los precios del período final", Kind.AMOUNT, many=True, above=0),
            Input("q0", "las cantidades del período base", Kind.NUMBER, many=True, optional=True, above=0),
            Input("q1", "las cantidades del período final", Kind.NUMBER, many=True, optional=True, above=0),
        ),
        keys="laspeyres paasche canasta",
        names=(
            r"\b(?:laspeyres|paasche|canasta|indices? de precios|ipc\b|inflaci\w+|p0\b"
            r"|(?:compr|consum|gast|llev)\w+\b(?=.*(?:cuanto|que porcentaje|en porcentaje|variacion))"
            r"|precios?\b(?=.*(?:cuanto (?:\w+ ){0,4}?(?:sub|aument|encarec)|que porcentaje)))"
        ),
        when=(),
        unless=r"salario|sueldo|pbi\b|pib\b|\bhay que|elastic|tipo de cambio|terminos de",
        wordings=(),
        work=_basket,
        asks=False,
        place=read_basket,
    ),
    Calculator(
        id="fisher_ideal",
        name="el índice ideal de Fisher",
        area=AREA,
        formula="F = √(L × P)",
        inputs=(Input("x", "los índices de Laspeyres y Paasche", Kind.NUMBER, many=True),),
        keys="fisher laspeyres paasche",
        names=(
            r"\b(?:indice (?:ideal )?(?:de )?fisher|fisher(?=.*(?:laspeyres|paasche))|(?:laspeyres"
            r"|paasche)\b(?=.*(?:fisher|ideal))|indice ideal)"
        ),
        when=(),
        unless=r"^(?!.*(?:laspeyres|paasche))",
        wordings=(),
        work=_ideal,
        asks=False,
        place=_place_two,
    ),
    Calculator(
        id="indice_de_una_canasta",
        name="el índice de una canasta",
        area=AREA,
        formula="I = costo actual / costo base × 100",
        inputs=(
            Input("a", "el costo en la base", Kind.AMOUNT, above=0),
            Input("b", "el costo actual", Kind.AMOUNT, above=0),
        ),
        keys="canasta",
        names=r"\b(?:canasta|cesta)\b",
        when=(),
        unless=(
            r"^(?!.*(?:ipc|indice|inflaci|sub|aument|vari|base))|sueldo|salari|pobre|linea|\bgan[ao]|ingreso|cobr"
            r"|puedo comprar|alcanza"
        ),
        wordings=(),
        work=_cost,
        asks=False,
        place=_place_cost,
    ),
)
