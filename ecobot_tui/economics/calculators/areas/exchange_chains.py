"""Sector externo: arbitraje entre tres monedas, una compra tras otra."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import msgspec

from ecobot_tui.economics.calculators.areas.exchange_words import dollars
from ecobot_tui.economics.calculators.currency_story import (
    CURRENCY_WORDS,
    currency_of,
    read_prices,
    read_story,
    steps,
)
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading

_FROM_STRONGEST = (
    "libras",
    "euros",
    "francos",
    "dólares",
    "soles",
    "reales",
    "bolivianos",
    "yuanes",
    "pesos mexicanos",
    "pesos uruguayos",
    "yenes",
    "pesos chilenos",
    "pesos",
    "pesos colombianos",
    "guaraníes",
)
_SLOT = re.compile(r"[$#](\d+)")
_PER = re.compile(rf"(?: {CURRENCY_WORDS})? (?:por|cada|el|la|a cambio de)(?: un| una| cada)? {CURRENCY_WORDS}")
_ASKS_GAIN = re.compile(
    r"\b(?:gan\w+|arbitraj\w+|benefici\w+|diferencia|termin\w+|obten\w+|tengo|qued\w+|final|conviene)\b"
)


class Chain(msgspec.Struct, frozen=True):
    """An amount that goes from currency to currency, each time with the price and what one gets."""

    start: float
    currency: str
    links: tuple[tuple[float, bool, str], ...]
    """The price, whether one multiplies by it, and the currency that comes out."""


def _quoted(one: str, other: str) -> tuple[str, str]:
    """Return the two currencies, first the one that a price is of, then the one it is told in."""
    return (one, other) if _FROM_STRONGEST.index(one) < _FROM_STRONGEST.index(other) else (other, one)


def read_chain(text: str, quantities: Sequence[Quantity]) -> Chain | None:
    """Follow the deals of a question in their order; None where one does not begin with what the last one left."""
    if len(quantities) < 3 or any(one.mark not in "$#" or one.value <= 0 for one in quantities):
        return None
    if any(one.value == 1 for one in quantities):
        # «Un euro son 1,1 dólares» is a price, with which no deal begins.
        return _from_prices(text, quantities)
    return _told_in_order(text, quantities) or _from_prices(text, quantities)


def _told_in_order(text: str, quantities: Sequence[Quantity]) -> Chain | None:
    slots = list(_SLOT.finditer(text))
    start = quantities[0]
    held = currency_of(text, slots[0].end(), start)
    if held is None:
        return None
    first, seen = held, {held}
    links: list[tuple[float, bool, str]] = []
    since = slots[0].end()
    for slot, one in zip(slots[1:], quantities[1:], strict=True):
        named = _mentions(text[since : slot.start()])
        if not links and named[:1] == [held]:
            named = named[1:] or named
        quote, since = currency_of(text, slot.end(), one, bare=True), slot.end()
        if quote is not None:
            per = _PER.match(text, slot.end())
            priced = _mentions(per[0])[-1:] if per else []
            since = per.end() if per else slot.end()
            others = [name for name in (*priced, *reversed(named), held) if name != quote]
            if not others:
                return None
            of = others[0]
        else:
            pair = list(dict.fromkeys((*named[-2:], held)))[:2] if len(set(named[-2:])) == 2 else [*named[-1:], held]
            pair = [held, "pesos"] if len(set(pair)) < 2 else pair
            if len(set(pair)) < 2:
                return None
            of, quote = _quoted(pair[0], pair[1])
        if held not in (of, quote):
            return None
        times = held == of
        held = quote if times else of
        links.append((one.value, times, held))
        seen.add(held)
    return Chain(start.value, first, tuple(links)) if len(seen) > 2 else None


def _from_prices(text: str, quantities: Sequence[Quantity]) -> Chain | None:
    """Go round three prices that are told beforehand, in the direction that leaves a gain."""
    prices, left = read_prices(text, quantities)
    names = {name for price in prices for name in (price.one, price.other)}
    if len(prices) != 3 or len(names) != 3 or len(left) > 1 or _ASKS_GAIN.search(text) is None:
        return None
    start, currency = left[0] if left else (1.0, "dólares" if "dólares" in names else next(iter(names)))
    if currency not in names:
        return None
    rounds = []
    for order in permutations(prices):
        held, links = currency, list[tuple[float, bool, str]]()
        for price in order:
            if held not in (price.one, price.other):
                break
            times = held == price.one
            held = price.other if times else price.one
            links.append((price.rate, times, held))
        if len(links) == 3 and held == currency:
            rounds.append(Chain(start, currency, tuple(links)))
    return max(rounds, key=_end, default=None)


def _mentions(text: str) -> list[str]:
    return [name for found in re.finditer(CURRENCY_WORDS, text) if (name := currency_of(found[0], 0, None))]


def _end(chain: Chain) -> float:
    value = chain.start
    for rate, times, _ in chain.links:
        value = value * rate if times else value / rate
    return value


@lru_cache(maxsize=16)
def _place(reading: Reading) -> dict[str, list[int]] | None:
    story = read_story(reading.text, reading.quantities)
    if story is not None and steps(story):
        return None
    chain = read_chain(reading.text, reading.quantities)
    return {"x": list(range(len(reading.quantities)))} if chain else None


def _written(value: float, currency: str) -> str:
    return dollars(value) if currency == "dólares" else f"{number(value, money=True)} {currency}"


def _follow(g: Given) -> Solution:
    chain = read_chain(g.text, g.quantities("x"))
    if chain is None:
        raise Incomplete("x")
    value, worked = chain.start, number(chain.start)
    way = [chain.currency]
    for rate, times, name in chain.links:
        value = value * rate if times else value / rate
        worked += f" {'×' if times else '/'} {number(rate)}"
        way.append(name)
    last = chain.links[-1][2]
    result = f"Terminás con {_written(value, last)}"
    if last != chain.currency:
        return Solution(
            value,
            f"{result}.",
            f"{worked} = {number(value, money=True)}",
            f"El camino es {' → '.join(way)}.",
            ("sin comisiones ni impuestos",),
        )
    gain = value - chain.start
    return Solution(
        gain,
        f"{result}: {'ganás' if gain >= 0 else 'perdés'} {_written(abs(gain), last)}"
        f" ({percent(100 * gain / chain.start)}).",
        f"{worked} = {number(value, money=True)}",
        f"El camino es {' → '.join(way)}. "
        + (
            "Hay arbitraje mientras dure esa diferencia de precios." if gain > 0 else "Por ese camino no hay arbitraje."
        ),
        ("sin comisiones ni impuestos",),
    )


CALCULATORS = (
    Calculator(
        id="arbitraje_de_monedas",
        name="el arbitraje entre monedas",
        area="Sector externo",
        formula="monto × un precio × otro × otro",
        inputs=(Input("x", "cada monto y cada precio", Kind.AMOUNT, many=True),),
        keys="arbitraje euros reales libras yenes",
        names=r"^(?=.*\b(?:euros?|libras?|real(?:es)?|yen(?:es)?|yuan(?:es)?|guarani(?:es)?|soles|francos?|chilen\w+|uruguay\w+"
        r"|mexican\w+|brasilen\w+)\b)(?=.*\b(?:compr|cambi|vend|pas|arbitraj|convert|conviert|empiez|arranc|triang)\w*).*",
        when=(),
        unless=r"[%@]\d|inflacion|salari|sueldo|paridad|ppa|hamburguesa|export|import|bono|subio|futuro|brecha",
        wordings=(),
        work=_follow,
        place=_place,
        asks=False,
    ),
)
