"""What a question says of currencies: what one costs in another, how much there is of one, which one is asked for.

«Un euro vale 1,08 dólares y el dólar 1.400 pesos, ¿cuántos pesos son 50 euros?» holds two prices, an amount and what is
wanted. Amounts of dollars and euros carry their sign; other currencies are words behind the number.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from ecobot_tui.economics.calculators.quantities import Quantity

_SIGNS = {"US$": "dólares", "€": "euros", "$": "pesos"}
_PEOPLES = {
    "chilen": "pesos chilenos",
    "mexican": "pesos mexicanos",
    "uruguay": "pesos uruguayos",
    "colombian": "pesos colombianos",
}
_CURRENCIES = (
    ("dólares", r"dolar(?:es)?|usd|verdes"),
    ("euros", r"euros?"),
    ("libras", r"libras?(?: esterlinas?)?"),
    ("reales", r"reales|real(?= (?:brasil|vale|cuesta|esta|cotiza|sale))|(?<=un )real|(?<=el )real|(?<=cada )real"),
    ("yenes", r"yen(?:es)?"),
    ("yuanes", r"yuan(?:es)?"),
    ("guaraníes", r"guarani(?:es)?"),
    ("soles", r"soles|sol(?= (?:peruano|vale|cuesta|esta|cotiza))"),
    ("bolivianos", r"bolivianos?"),
    ("francos", r"francos?(?: suizos?)?"),
    ("pesos", r"pesos?"),
)
_WORDS = "|".join(rf"(?P<c{place}>{words})" for place, (_, words) in enumerate(_CURRENCIES))
_ITEM = re.compile(
    rf"(?P<slot>[$#]\d+)(?: (?:{_WORDS})\b)?(?: (?P<people>chilen|mexican|uruguay|colombian|argentin)\w+| brasilen\w+)?"
    rf"|\b(?:{_WORDS.replace('?P<c', '?P<w')})\b(?: (?P<folk>chilen|mexican|uruguay|colombian|argentin)\w+"
    r"| brasilen\w+| peruanos?)?"
)
CURRENCY_WORDS = (
    r"\b(?:" + "|".join(words for _, words in _CURRENCIES) + r")\b(?: (?:chilen|mexican|uruguay|colombian)\w+)?"
)
_PER = re.compile(rf" (?:por|x|por cada|cada)(?: un| una)? (?P<of>{CURRENCY_WORDS})")
_IS = re.compile(
    r"(?: |\b(?:vale|valen|valia|cuesta|cuestan|esta|estaba|cotiza|cotizaba|a|en|es|son|era|equivale|equivalen|por"
    r"|cada|hoy|se|paga|pagan|sale|cambia|oficial|blue|de|un|el|al|compro|vendo|vende|compra|consigue|hay que dar|uno"
    r"|una)\b)*"
)
_EACH = re.compile(r" (?:a|a razon de|cada uno a|al cambio de|con el dolar a|por) $")
_WANTED = re.compile(r"\b(?:cuant[oa]s?|que cantidad de|a cuanto|cuanto (?:vale|cuesta|es|son))\b")
_IN = re.compile(r"\b(?:en|a) $")


class Price(msgspec.Struct, frozen=True):
    """So much of a currency is so much of another one."""

    one: str
    other: str
    rate: float
    """How much of the other one a unit of the first costs."""


class Story(msgspec.Struct, frozen=True):
    """The prices of a question, the amount it has and the currency it wants."""

    prices: tuple[Price, ...]
    amount: float
    held: str
    wanted: str
    is_one: bool
    """Whether no amount is given: one unit is meant."""


class _Item(msgspec.Struct):
    start: int
    end: int
    place: int | None
    currency: str | None


def _items(text: str, quantities: Sequence[Quantity]) -> list[_Item]:
    found = []
    for one in _ITEM.finditer(text):
        groups = one.groupdict()
        place = int(groups["slot"][1:]) if groups["slot"] else None
        mark = "w" if place is None else "c"
        words = [name for at, (name, _) in enumerate(_CURRENCIES) if groups[f"{mark}{at}"]]
        currency = words[0] if words else None
        if currency is None and place is not None and place < len(quantities):
            currency = _SIGNS.get(quantities[place].number.currency or "")
        people = groups["people"] or groups["folk"]
        if people and currency == "pesos":
            currency = _PEOPLES.get(people, "pesos")
        found.append(_Item(one.start(), one.end(), place, currency))
    return found


def read_story(text: str, quantities: Sequence[Quantity]) -> Story | None:
    """Return the story of a question whose every amount has a place in it; None where it is none."""
    if any(one.mark not in "$#" for one in quantities if one.mark != "%"):
        return None
    items = [one for one in _items(text, quantities) if one.place is None or one.place < len(quantities)]
    found = _prices(text, quantities, items)
    if found is None:
        return None
    prices, used, amounts = found
    return _wanted(text, quantities, items, prices, used, amounts) if prices else None


def read_prices(text: str, quantities: Sequence[Quantity]) -> tuple[list[Price], list[tuple[float, str]]]:
    """Return the prices of a question, and the amounts of money that are no prices."""
    items = [one for one in _items(text, quantities) if one.place is None or one.place < len(quantities)]
    prices, used, amounts = _prices(text, quantities, items) or ([], set(), [])
    left = [one for one in items if one.place is not None and one.place not in used]
    return prices, amounts + [
        (quantities[one.place].value, one.currency or "pesos") for one in left if one.place is not None
    ]


def currency_of(text: str, start: int, quantity: Quantity | None, *, bare: bool = False) -> str | None:
    """Return the currency of the words at a place of a text, or else that of a number's sign.

    With `bare`, the sign of the peso says nothing: prices carry it whatever they are told in.
    """
    found = re.compile(rf" ?(?:de )?(?P<all>{CURRENCY_WORDS})").match(text, start)
    if found is None:
        sign = _SIGNS.get(quantity.number.currency or "") if quantity is not None else None
        return None if bare and sign == "pesos" else sign
    people = next((name for start, name in _PEOPLES.items() if f" {start}" in found["all"]), None)
    if people and found["all"].startswith("peso"):
        return people
    return next(name for name, words in _CURRENCIES if re.compile(rf"(?:{words})\b").match(found["all"]))


def _prices(
    text: str, quantities: Sequence[Quantity], items: Sequence[_Item]
) -> tuple[list[Price], set[int], list[tuple[float, str]]] | None:
    """Return the prices, the places of the numbers they use, and the amounts that are told with one."""
    prices: list[Price] = []
    used: set[int] = set()
    amounts: list[tuple[float, str]] = []
    for place, one in enumerate(items):
        per = _PER.match(text, one.end)
        of = currency_of(per["of"], 0, None) if per else None
        named = one.currency
        if of is not None and place and named in (None, "pesos", of):
            # «El yuan cotiza a 7,2 por dólar»: so many yuans for a dollar.
            before = items[place - 1]
            is_its = before.place is None and _IS.fullmatch(text[before.end : one.start]) is not None
            named = before.currency if is_its else named
        if one.place is None or of is None or named is None or named == of or quantities[one.place].value <= 0:
            continue
        prices.append(Price(of, named, quantities[one.place].value))
        used.add(one.place)
    for one, other in pairwise(items):
        gap = text[one.end : other.start]
        if other.place in used:
            continue
        if one.currency is None or other.place is None or one.place in used or _IS.fullmatch(gap) is None:
            continue
        currency = other.currency or "pesos"
        if currency == one.currency or (one.place is None and _WANTED.search(text[max(0, one.start - 12) : one.start])):
            continue
        value = quantities[other.place].value
        count = 1.0 if one.place is None else quantities[one.place].value
        if count <= 0 or value <= 0:
            return None
        if count != 1 and _EACH.search(gap):
            amounts.append((count, one.currency))
            count = 1.0
        prices.append(Price(one.currency, currency, value / count))
        used.update(place for place in (one.place, other.place) if place is not None)
    return prices, used, amounts


def _wanted(
    text: str,
    quantities: Sequence[Quantity],
    items: Sequence[_Item],
    prices: Sequence[Price],
    used: set[int],
    amounts: list[tuple[float, str]],
) -> Story | None:
    """Tell what is held and what is wanted from what no price has used."""
    left = [one for one in items if one.place is not None and one.place not in used]
    amounts += [(quantities[one.place].value, one.currency or "pesos") for one in left if one.place is not None]
    asking = _WANTED.search(text)
    known = {name for price in prices for name in (price.one, price.other)}
    after = [one for one in items if asking and one.start >= asking.start() and one.currency in known]
    given = {place for place, one in enumerate(quantities) if one.mark != "%"}
    if len(amounts) > 1 or given - used - {one.place for one in left}:
        return None
    words = [one.currency for one in after if one.place is None and one.currency is not None]
    if amounts:
        amount, held = amounts[0]
        named = [name for name in words if name != held]
        others = known - {held}
        wanted = named[0] if named else next(iter(others)) if len(others) == 1 else None
        return Story(tuple(prices), amount, held, wanted, is_one=False) if wanted and held in known else None
    if len(words) < 2 or asking is None:
        return None
    first, second = words[0], words[1]
    # «¿A cuánto está el euro en pesos?» wants the second; «¿cuántos pesos vale un euro?», the first.
    inner = next(one for one in after if one.currency == second and one is not after[0])
    held, wanted = (first, second) if _IN.search(text[: inner.start]) else (second, first)
    return Story(tuple(prices), 1.0, held, wanted, is_one=True)


def steps(story: Story) -> list[tuple[float, bool, str]] | None:
    """Return the prices to go through, each with whether to multiply by it and what one gets; None if none lead."""
    graph: dict[str, list[tuple[str, float, bool]]] = {}
    for price in story.prices:
        graph.setdefault(price.one, []).append((price.other, price.rate, True))
        graph.setdefault(price.other, []).append((price.one, price.rate, False))
    return _way(graph, story.held, story.wanted, frozenset({story.held}))


def _way(
    graph: Mapping[str, list[tuple[str, float, bool]]], here: str, there: str, seen: frozenset[str]
) -> list[tuple[float, bool, str]] | None:
    if here == there:
        return []
    for name, rate, times in graph.get(here, ()):
        if name not in seen:
            rest = _way(graph, name, there, seen | {name})
            if rest is not None:
                return [(rate, times, name), *rest]
    return None
