"""Baskets told in prose: which numbers are prices and which are quantities, of which good and of which of two periods.

«En 2021 el pan valía 100 y la leche 80; en 2022, 130 y 100; se compran 40 panes y 30 leches» says each thing once, in
an order of its own. Every number is read with what was said last: its sort, its period and its good.
"""

import re
from collections.abc import Sequence

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

_UNIT = (
    r"unidades|unidad|kilos?|kg|gramos|litros?|lts?|docenas?|paquetes?|cajas?|metros?|latas?|botellas?|bolsas?|kwh"
    r"|toneladas?|entradas?|viajes?"
)
_PRICE = (
    r"precios?|vale[ns]?|valian?|cuestan?|costaban?|costo|costaron|sale[ns]?|salian?|estaban?|estan?|pag\w+|tarifas?"
    r"|cotiza\w*|p[01t]|pesos"
)
_AMOUNT = (
    r"cantidad(?:es)?|compr\w+|consum\w+|llev\w+|vend\w+|produ[cjz]\w+|gast\w+ en|q[01t]|unidades|canasta|demand\w+"
    r"|cosech\w+|bebe|come[ns]?|usan?"
)
_SORT = re.compile(rf"\b(?:(?P<price>{_PRICE})|(?P<amount>{_AMOUNT}))\b")
_OLD = (
    r"viej[oa]s?|base|inicial\w*|anterior\w*|(?:periodo|ano|momento) (?:0|uno|1)\b|[pq]0|antes|primer\w*|original\w*"
    r"|pasad[oa]|ayer|costaban?|valian?|salian?|estaban?|hace"
)
_NEW = (
    r"nuev[oa]s?|actual\w*|final\w*|corriente\w*|(?:periodo|ano|momento) (?:dos|2)\b|[pqt]1|[pq]t|ahora|hoy|despues"
    r"|segund\w+|este|esta (?:semana|vez)|siguiente|luego|pas(?:o|an?|aron)(?: (?:de|a))?"
)
_WHEN = re.compile(rf"\b(?:(?P<old>{_OLD})|(?P<new>{_NEW}))\b")
_TO = re.compile(r"^(?: pesos| [a-z]+){0,2}? ?,? ?(?:y )?(?:a|hasta|y (?:ahora|hoy|despues|luego) a?|ahora|paso a)$")
_COUNTS = re.compile(
    rf" (?:(?:{_UNIT})\b|(?!pesos|dolares|cada|para|antes|ahora|despues|mas|menos|las|los)[a-z]{{3,}}s\b)"
)
_GOOD_AFTER = re.compile(rf" (?:(?:{_UNIT}) )?(?:de )?(?:el |la |los |las )?([a-z]{{3,}})")
_NOT_GOOD_WORDS = (
    "pesos cada precio precios cantidad cantidades unidades unidad ano anos mes base ahora antes hoy periodo pasado"
    " pasada este esta para por con valia costaba cuesta sale cual cuanto cuantos calcula indice indices costo canasta"
    " laspeyres paasche fisher pasa paso pasaron pasan despues que del una uno los las son fue era actual bien final"
    " inicial estaba subio"
)
_NOT_GOODS = frozenset(_NOT_GOOD_WORDS.split())


class _Item(msgspec.Struct):
    """A number of a basket."""

    place: int
    is_amount: bool
    period: str
    """"0", "1", or "" where nothing tells."""
    good: str


def read_basket(reading: Reading) -> Places | None:
    """Return prices and quantities by period, each list in the same order of goods; None where it is no basket."""
    story = Story(reading)
    # «2.000» is a price; a year has no dot.
    years = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#"
        and one.value in range(1_900, 2_101)
        and reading.question[one.number.start : one.number.end].strip().isdigit()
    ]
    left = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark in "$#" and place not in years and not _is_label(story, place)
    ]
    if any(one.mark == "%" for one in reading.quantities) or len(left) not in (4, 6, 8, 9, 10, 12, 15, 16):
        return None
    items = _items(story, left, years)
    return _arranged(story, items) if items else None


def _is_label(story: Story, place: int) -> bool:
    """Tell the 1 of «período 1» and of «bien 2», and the two of «dos bienes», from the data."""
    if story.leads(place, r"(?:periodo|ano|bien|momento|producto)") and story.value(place) in range(10):
        return True
    return story.quantities[place].spelled and story.follows(
        place, r"(?:bienes|productos|articulos|cosas|precios|periodos)"
    )


def _items(story: Story, left: Sequence[int], years: Sequence[int]) -> list[_Item]:
    items: list[_Item] = []
    sort, period = "", ""
    by_year = {year: str(turn) for turn, year in enumerate(sorted({story.value(place) for place in years}))}
    if len(by_year) > 2:
        return []
    goods = _goods(story, left)
    counted = [place for place in left if story.quantities[place].mark == "#" and _COUNTS.match(story.after(place))]
    # Where the quantities are counted («4 cafés»), what is not counted is a price.
    all_counted = len(counted) >= 2 and len(left) in (2 * len(counted), 3 * len(counted))
    for place in left:
        words = _since(story, place, years)
        here = [found.lastgroup or "" for found in _SORT.finditer(words)]
        sort = here[-1] if here else sort
        period = _period(story, place, years, by_year, words) or period
        is_amount = place in counted if all_counted else _is_amount(story, place, sort, bool(here))
        items.append(_Item(place, is_amount, period, _good(words, story, place, goods)))
    return items


def _since(story: Story, place: int, years: Sequence[int]) -> str:
    """Return the words between the datum before and this one, years in between left out."""
    words, before = story.before(place), place - 1
    while before in years:
        words, before = f"{story.before(before)} {words}", before - 1
    return words


def _period(story: Story, place: int, years: Sequence[int], by_year: dict[float, str], words: str) -> str:
    """Return the period that the words before a number say last, or that stands right behind it."""
    if place + 1 in years and rx.fullmatch(r" (?:pesos )?(?:en |el |ano |del )*", story.after(place)):
        return by_year[story.value(place + 1)]
    year = place - 1
    # «100 en 2021 y 130 …»: that year belongs to the number before it.
    is_own = year in years and not (year and rx.fullmatch(r"(?:pesos )?(?:(?:en|el|ano|del) ?)+", story.before(year)))
    if is_own:
        return by_year[story.value(year)]
    found = [(one.end(), "0" if one["old"] else "1") for one in _WHEN.finditer(story.before(place))]
    if found:
        return max(found)[1]
    after = rx.match(
        r" (?:pesos )?(?:en el |el |en )?(?:ano |periodo |mes )?(base|pasado|anterior|actual|corriente)\b",
        story.after(place),
    )
    return "" if after is None else "1" if after[1] in ("actual", "corriente") else "0"


def _is_amount(story: Story, place: int, sort: str, just_said: bool) -> bool:
    one = story.quantities[place]
    if one.mark == "$":
        return False
    words = story.before(place)
    if just_said and rx.search(r"cantidad|\bq[01t]\b", words):
        return True
    if rx.search(r"(?:^|\b)(?:a|hasta|x|por)$", words) and not rx.match(rf" (?:{_UNIT})\b", story.after(place)):
        return sort == "amount" and not just_said and rx.search(r"(?:paso|pasaron|subio|bajo) ", words) is not None
    if _COUNTS.match(story.after(place)):
        return True
    if rx.match(r" (?:pesos|el |la |por|cada)", story.after(place)):
        return False
    return sort == "amount"


def _goods(story: Story, left: Sequence[int]) -> list[str]:
    """Return the nouns that quantities count or that stand more than once before numbers: the goods."""
    found: list[str] = []
    for place in left:
        after = _GOOD_AFTER.match(story.after(place))
        if story.quantities[place].mark == "#" and _COUNTS.match(story.after(place)) and after:
            found.append(_stem(after[1]))
    words = [_stem(word) for word in rx.findall(r"[a-z]{3,}", story.text) if word not in _NOT_GOODS]
    before = [_stem(word) for place in left for word in story.before(place).split()[-3:] if word not in _NOT_GOODS]
    found += [word for word in before if words.count(word) > 1]
    return [one for one in dict.fromkeys(found) if one not in _NOT_GOODS and not one.isdigit() and len(one) > 2]


def _stem(word: str) -> str:
    return word.removesuffix("es") if len(word) > 5 and word.endswith("es") else word.removesuffix("s")


def _good(words: str, story: Story, place: int, goods: list[str]) -> str:
    after = _GOOD_AFTER.match(story.after(place))
    if (
        after
        and _stem(after[1]) in goods
        and (_COUNTS.match(story.after(place)) or rx.match(r" de ", story.after(place)))
    ):
        return _stem(after[1])
    near = [_stem(word) for word in words.split() if _stem(word) in goods]
    return near[-1] if near else ""


def _arranged(story: Story, items: list[_Item]) -> Places | None:
    prices = [one for one in items if not one.is_amount]
    amounts = [one for one in items if one.is_amount]
    count = len(prices) // 2
    if count < 2 or len(prices) != 2 * count or len(amounts) not in (count, 2 * count):
        return None
    old, new = _halves(story, prices)
    if len(old) != len(new):
        return None
    if len(amounts) == count:
        lists = [amounts]
        last = {one.period for one in amounts} == {"1"} and story.says(r"paasche|final\w*|actual\w*|corriente")
        names = ["q1" if last and not story.says("laspeyres") else "q0"]
    else:
        lists, names = list(_halves(story, amounts)), ["q0", "q1"]
    order = [one.good for one in amounts[:count]]
    places = {"p0": _in_order(old, order), "p1": _in_order(new, order)}
    places |= {name: _in_order(some, order) for name, some in zip(names, lists, strict=True)}
    return {symbol: places[symbol] for symbol in ("p0", "p1", "q0", "q1") if symbol in places}


def _halves(story: Story, items: list[_Item]) -> tuple[list[_Item], list[_Item]]:
    """Part numbers by period: as they say it, or in pairs «de 2 a 3», or the first half and the second."""
    half = len(items) // 2
    pairs = list(zip(items[::2], items[1::2], strict=True))
    if all(two.place == one.place + 1 and _TO.search(story.before(two.place)) for one, two in pairs):
        return items[::2], items[1::2]
    if all(one.good and not two.good for one, two in pairs) and len({one.good for one, _ in pairs}) == len(pairs):
        turned = [(two, one) if (one.period, two.period) == ("1", "0") else (one, two) for one, two in pairs]
        return [one for one, _ in turned], [two for _, two in turned]
    old, new = ([one for one in items if one.period == period] for period in "01")
    if len(old) == len(new) == half:
        return old, new
    unsaid = [one for one in items if not one.period]
    if len(new) == half and len(unsaid) + len(old) == half:
        return [one for one in items if one not in new], new
    return items[:half], items[half:]


def _in_order(items: list[_Item], order: list[str]) -> list[int]:
    """Return the places in the order of the goods, where every number says its own."""
    goods = [one.good for one in items]
    if all(order) and len(set(order)) == len(order) and sorted(goods) == sorted(order):
        return [items[goods.index(good)].place for good in order]
    return [one.place for one in items]
