"""Macroeconomía: el PBI real con cantidades y precios de dos años contados en cualquier orden, y desde niveles."""

import math
import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Macroeconomía"
_YEARS = re.compile(
    r"\b(?:en|ano|del|de|para|el) #(\d+)\b|\b(primer|segundo|siguiente|otro|base) ano\b|\bano (?:(\d)|(base"
    r"|actual|siguiente"
    r"|uno|dos|corriente))\b|\bano [#@](\d+)"
)
_SECOND = frozenset({"segundo", "siguiente", "otro", "actual", "dos", "corriente"})
_PRICED = re.compile(
    r"\b([a-z]{3,}) (?:(?:le|se|los?|las?) )?(?:valian?|costaban?|costo|vale[n]?|cuestan?|salian?|estaban?"
    r"|era[n]?|es|a|al?"
    r"|con precio(?: de)?|tenia un precio de) (?:a |de |un precio de )?\$(\d+)|\b([a-z]{3,}) \$(\d+)"
    r"|\b([a-z]{3,}) (?:valian"
    r"?|costaban?|valen?|cuestan?) (?:a )?#(\d+)"
)
_COUNTED = re.compile(r"#(\d+) (?:(?:unidades|kilos|kg|toneladas|litros|cajones|bolsas|tn) )?(?:de )?([a-z]{3,})")
_NO_GOOD_WORDS = "mil millones pesos dolares precio precios cada producto productos anos que los las con"
_NO_GOODS = frozenset(_NO_GOOD_WORDS.split())


def _blocks(reading: Reading) -> list[tuple[int, int, int]]:
    """Return which year, the first or the second, each stretch of the question is about."""
    found: list[tuple[int, float]] = []
    years: dict[int, float] = {}
    for one in _YEARS.finditer(reading.text):
        slot = one[1] or one[5]
        if slot is not None:
            value = reading.quantities[int(slot)].value
            if not (1900 <= value <= 2100 or (one[5] and value in (1, 2))):
                continue
            found.append((one.start(), value))
            years[int(slot)] = value
        else:
            word = one[2] or one[3] or one[4] or ""
            found.append((one.start(), 2.0 if word in _SECOND or word == "2" else 1.0))
    if any(value > 2 for _, value in found):
        found = [one for one in found if one[1] > 2]
    told = sorted({value for _, value in found})
    if len(told) != 2:
        return []
    ends = [start for start, _ in found[1:]] + [len(reading.text)]
    return [(start, end, told.index(value)) for (start, value), end in zip(found, ends, strict=True)]


def _goods(reading: Reading) -> dict[str, list[int]] | None:
    blocks = _blocks(reading)
    if not blocks:
        return None
    made: tuple[dict[str, int], dict[str, int]] = {}, {}
    price: tuple[dict[str, int], dict[str, int]] = {}, {}
    for start, end, year in blocks:
        part = reading.text[start:end]
        for one in _COUNTED.finditer(part):
            if one[2] not in _NO_GOODS and reading.quantities[int(one[1])].value not in range(1900, 2101):
                made[year].setdefault(one[2][:5], int(one[1]))
        for one in _PRICED.finditer(part):
            good, place = (one[1], one[2]) if one[2] else (one[3], one[4]) if one[4] else (one[5], one[6])
            if good not in _NO_GOODS:
                price[year].setdefault(good[:5], int(place))
    goods = list(made[1])
    if len(goods) < 2 or set(goods) != set(price[0]):
        return None
    found = {"r": [made[1][good] for good in goods], "p": [price[0][good] for good in goods]}
    if set(made[0]) == set(goods):
        found["q"] = [made[0][good] for good in goods]
    if set(price[1]) == set(goods):
        found["s"] = [price[1][good] for good in goods]
    used = {place for places in found.values() for place in places}
    spare = [one for place, one in enumerate(reading.quantities) if place not in used]
    if any(not (1900 <= one.value <= 2100 or one.value <= 2) for one in spare):
        return None
    return found


def _worth(quantities: list[float], prices: list[float]) -> float:
    return math.fsum(q * p for q, p in zip(quantities, prices, strict=True))


def _real_product(g: Given) -> Solution:
    made, base = g.all("r"), g.all("p")
    real = _worth(made, base)
    said = [f"El PBI real, a precios del año base, es {g.money(real, 'p')}"]
    main = real
    if "s" in g:
        nominal = _worth(made, g.all("s"))
        deflator = 100 * nominal / real
        said += [f"el nominal, {g.money(nominal, 'p')}", f"el deflactor, {number(deflator)}"]
        if "deflactor" in g.text and not rx.search(r"\breal\b", g.text):
            main = deflator
        elif "nominal" in g.text and not rx.search(r"\breal\b", g.text):
            main = nominal
    if "q" in g:
        growth = 100 * (real / _worth(g.all("q"), base) - 1)
        said.append(f"el crecimiento real, {percent(growth)}")
        if rx.search(r"crecimiento|crecio|vari", g.text):
            main = growth
    terms = " + ".join(f"{number(q)} × {number(p)}" for q, p in zip(made, base, strict=True))
    return Solution(
        main,
        "; ".join(said) + ".",
        f"{terms} = {number(real)}",
        "Con los precios del año base, lo que cambia son solo las cantidades.",
        ("el primer año es el año base",),
    )


_OF_PRICES = re.compile(r"deflactor|indice de precios|\bipc\b|precios")


def _levels(reading: Reading) -> dict[str, list[int]] | None:
    """Part four figures: two of the nominal product and two of its deflator, each from earlier to later."""
    values: list[int] = []
    prices: list[int] = []
    for place, one in enumerate(reading.quantities):
        if one.mark == "@" or (one.mark == "#" and 1900 <= one.value <= 2100 and one.number.reading is None):
            continue
        if one.mark not in "#$":
            return None
        before = reading.text[: reading.slots[place][0]]
        last_price = max((found.start() for found in _OF_PRICES.finditer(before)), default=-1)
        last_value = max((found.start() for found in rx.finditer(r"nominal|corrientes", before)), default=-1)
        (prices if last_price > last_value else values).append(place)
    if len(values) != 2 or len(prices) != 2:
        return None
    return {"a": values[:1], "b": values[1:], "c": prices[:1], "d": prices[1:]}


def _real_growth(g: Given) -> Solution:
    first, last = 100 * g["a"] / g["c"], 100 * g["b"] / g["d"]
    value = 100 * (last / first - 1)
    return Solution(
        value,
        f"El PBI real {'creció' if value > 0 else 'cayó' if value < 0 else 'no varió:'} {percent(abs(value))}: de"
        f" {number(first)} a {number(last)}.",
        g.fill(f"({{b}} / {{d}}) / ({{a}} / {{c}}) − 1 = {percent(value)}"),
        f"El nominal varió {percent(100 * (g['b'] / g['a'] - 1))} y los precios"
        f" {percent(100 * (g['d'] / g['c'] - 1))}.",
    )


CALCULATORS = (
    Calculator(
        id="pbi_real_de_dos_anos",
        name="el PBI real",
        area=AREA,
        formula="Σ Q₁·P₀",
        inputs=(
            Input("r", "las cantidades del año", Kind.AMOUNT, many=True),
            Input("p", "los precios del año base", Kind.AMOUNT, many=True),
            Input("q", "las cantidades del año base", Kind.AMOUNT, many=True, optional=True),
            Input("s", "los precios del año", Kind.AMOUNT, many=True, optional=True),
        ),
        keys="pbi pib",
        names=r"\b(?:pbi|pib|producto)(?: (?:real|nominal))?\b|deflactor",
        when=(),
        unless=r"%\d|laspeyres|paasche|marginal|costo",
        wordings=(),
        work=_real_product,
        asks=False,
        place=_goods,
    ),
    Calculator(
        id="crecimiento_real_de_niveles",
        name="el crecimiento del PBI real",
        area=AREA,
        formula="(Y₁ / D₁) / (Y₀ / D₀) − 1",
        inputs=(
            Input("a", "el PBI nominal inicial", Kind.AMOUNT, above=0),
            Input("b", "el PBI nominal final", Kind.AMOUNT, above=0),
            Input("c", "el deflactor inicial", Kind.AMOUNT, above=0),
            Input("d", "el deflactor final", Kind.AMOUNT, above=0),
        ),
        keys="pbi pib deflactor",
        names=(
            r"^(?=.*(?:nominal|corrientes))(?=.*(?:deflactor|indice de precios|precios))(?=.*\breal\b)"
            r"(?=.*(?:crec|vari|cay|tasa|aument)).*"
        ),
        when=(),
        unless=r"%\d|sueldo|salari|tasa de interes|poblacion|capita",
        wordings=(),
        work=_real_growth,
        asks=False,
        place=_levels,
    ),
)
