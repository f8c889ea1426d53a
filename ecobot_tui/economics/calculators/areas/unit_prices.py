"""Precios por medida: por kilo, litro o metro, la parte que se compra, ofertas a comparar y envases que achican."""

import re
from collections.abc import Sequence

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places

AREA = "Compras y descuentos"

_UNITS = (
    (r"kg|kgs|kilos?|kilogramos?", "kilo", 1.0, "kilo"),
    (r"gr|grs|g|gramos?", "kilo", 0.001, "gramo"),
    (r"l|lt|lts|litros?", "litro", 1.0, "litro"),
    (r"ml|mililitros?|cc|cm3|centimetros cubicos", "litro", 0.001, "mililitro"),
    (r"m|mts?|metros?", "metro", 1.0, "metro"),
    (r"cm|centimetros?", "metro", 0.01, "centímetro"),
)
_ANY = "|".join(names for names, *_ in _UNITS)
_SLOT = re.compile(r"([%$#@])(\d+)")
_MEASURED = re.compile(rf"(?: de)? ({_ANY})\b(?! (?:cuadrad|por (?:hora|dia)))")
_MEASURED_NEXT = re.compile(rf" (?:a|o|y|contra|hasta)(?: (?:tener|traer|los|solo))* #\d+ ({_ANY})\b")
_COUNTED = re.compile(r" (?!pesos|dolares|euros|mil\b|cada|meses|veces|soles)[a-z]{3,}s\b")
_LOOSE = re.compile(rf"\b(?:el|la|por|cada|x|al|del?|medio|un cuarto de|un|cuarto) (?:cada |un |1 |x |de )?({_ANY})\b")
_HALF = re.compile(rf"\b(?:(medio|media)|(?:un )?(cuarto)) (?:de )?({_ANY})\b")
_VERBS = r"(?:esta|estan|sale|salen|cuesta|cuestan|vale|valen|a|en|es|de|cotiza|salia|valia|costaba|por|se|vende|paga)"
_HALF_PRICED = re.compile(rf"{_HALF.pattern}(?: de(?: [a-z]+){{1,2}}?)?(?: {_VERBS}){{0,2}} [$#]\d")
_PORTION = re.compile(r"\b(?:cada|los|por cada|por|de a) $")
_PORTIONS = (1, 10, 50, 100, 200, 250, 500, 1000)


class _Pack(msgspec.Struct, frozen=True):
    """A number of a question with what it measures."""

    place: int
    value: float
    unit: str
    """kilo, litro or metro."""
    size: float
    """How much it is, in that unit."""


class _Shelf(msgspec.Struct, frozen=True):
    """The numbers of a question about prices: packets, amounts of money, counts of packets, and percentages."""

    packs: tuple[_Pack, ...]
    money: tuple[int, ...]
    counts: tuple[int, ...]
    rates: tuple[int, ...]
    portion: _Pack | None
    """The 100 g of «el precio cada 100 gramos»."""
    asked: tuple[str, float, str] | None
    """The unit that is named without a number: its standard, its size and its own name."""


def _unit(word: str) -> tuple[str, float, str]:
    return next((unit, size, name) for names, unit, size, name in _UNITS if rx.fullmatch(rf"(?:{names})", word))


def _read(text: str, values: Sequence[float]) -> _Shelf | None:
    packs: list[_Pack] = []
    money: list[int] = []
    counts: list[int] = []
    rates: list[int] = []
    portion: _Pack | None = None
    for slot in _SLOT.finditer(text):
        mark, place = slot[1], int(slot[2])
        # «De 80 a 70 metros» says the unit once.
        measured = _MEASURED.match(text, slot.end())
        if not measured and not (packs and packs[-1].place == place - 1):
            # What follows a packet is its price: «400 ml a 5.000 o 750 ml».
            measured = _MEASURED_NEXT.match(text, slot.end())
        if mark == "@":
            if values[place] != 1:
                return None
        elif mark == "%":
            rates.append(place)
        elif mark == "#" and measured:
            unit, size, _ = _unit(measured[1])
            pack = _Pack(place, values[place], unit, values[place] * size)
            if _PORTION.search(text, 0, slot.start()) and values[place] in _PORTIONS:
                portion = pack
            else:
                packs.append(pack)
        elif mark == "#" and values[place] in range(1, 101) and _is_count(text, slot):
            counts.append(place)
        else:
            money.append(place)
    if mixed := rx.search(rf"\b(?:un |1 )?({_ANY}) y medio\b", text):
        packs.append(_Pack(-1, 1.5, _unit(mixed[1])[0], 1.5 * _unit(mixed[1])[1]))
    if half := _HALF_PRICED.search(text):
        # «Medio kilo de queso 4.500»: the half is the packet.
        unit, each, _ = _unit(half[3])
        packs.append(_Pack(-1, 0.5 if half[1] else 0.25, unit, (0.5 if half[1] else 0.25) * each))
    loose = [one for one in _LOOSE.finditer(text) if one[1] is not None]
    asked = _unit(loose[-1][1]) if loose else None
    units = {one.unit for one in packs} | ({portion.unit} if portion else set()) | ({asked[0]} if asked else set())
    if len(units) != 1:
        return None
    return _Shelf(tuple(packs), tuple(money), tuple(counts), tuple(rates), portion, asked)


def _is_count(text: str, slot: re.Match[str]) -> bool:
    return (
        _COUNTED.match(text, slot.end()) is not None
        or rx.search(r"\bpack (?:de|x) $", text[: slot.start()]) is not None
    )


def _is_priced(text: str, place: int) -> bool:
    """Tell whether an amount is the price of one unit: «el kilo está 9.000», «a $1.200 el litro»."""
    behind = rf"[$#]{place} (?:pesos )?(?:el|por|cada|x|al|la|/)? ?(?:{_ANY})\b"
    ahead = rf"\b(?:el|un|por|cada|al|x) (?:{_ANY})\b(?: de(?: [a-z]+){{1,3}}?)?(?: {_VERBS}){{0,3}} [$#]{place}(?!\d)"
    return rx.search(behind, text) is not None or rx.search(ahead, text) is not None


def _values(g: Given) -> _Shelf:
    found = _read(g.text, g.all("x"))
    if found is None:
        raise CalculationError("No entiendo las medidas: decime cuánto trae cada envase y cuánto sale.")
    return found


def _everything(reading: Reading) -> tuple[_Shelf, Places] | None:
    shelf = _read(reading.text, [one.value for one in reading.quantities])
    return None if shelf is None else (shelf, {"x": list(range(len(reading.quantities)))})


def _place_one(reading: Reading) -> Places | None:
    found = _everything(reading)
    if found is None:
        return None
    shelf, places = found
    if len(shelf.money) != 1 or len(shelf.packs) != 1 or len(shelf.counts) > 1 or shelf.rates:
        return None
    if shelf.asked is None and shelf.portion is None:
        return None
    return None if _is_priced(reading.text, shelf.money[0]) else places


def _one(g: Given) -> Solution:
    shelf, values = _values(g), g.all("x")
    count = values[shelf.counts[0]] if shelf.counts else 1.0
    if shelf.portion is not None:
        wanted, name = shelf.portion.size, f"{number(shelf.portion.size)} {shelf.portion.unit}s"
        what = f"Cada {name}"
    else:
        _, wanted, name = shelf.asked or ("", 1.0, "")
        what = f"El {name}"
    whole = shelf.packs[0].size * count / wanted
    price = values[shelf.money[0]]
    value = price / whole
    return Solution(
        value,
        f"{what} sale {g.money(value)}.",
        f"{number(price)} / {number(whole)} = {number(value, money=True)}",
        f"Son {number(whole)} veces esa medida: el precio se reparte entre todas, y así se comparan envases distintos.",
    )


def _place_part(reading: Reading) -> Places | None:
    found = _everything(reading)
    if found is None:
        return None
    shelf, places = found
    halves = list(_HALF.finditer(reading.text))
    if len(shelf.money) != 1 or len(shelf.packs) + len(halves) != 1 or shelf.counts or shelf.rates or shelf.portion:
        return None
    return places if _is_priced(reading.text, shelf.money[0]) else None


def _part(g: Given) -> Solution:
    shelf, values = _values(g), g.all("x")
    price = values[shelf.money[0]]
    priced = next(
        one
        for one in (
            rx.search(rf"[$#]{shelf.money[0]} (?:pesos )?(?:el|por|cada|x|al|la|/)? ?({_ANY})\b", g.text),
            rx.search(rf"\b(?:el|un|por|cada|al|x) ({_ANY})\b(?: \w+){{0,6}}? [$#]{shelf.money[0]}(?!\d)", g.text),
        )
        if one
    )
    _, each, _ = _unit(priced[1])
    half = _HALF.search(g.text)
    if shelf.packs:
        size = shelf.packs[0].size
    else:
        share = 0.5 if half and half[1] else 0.25
        size = share * (_unit(half[3])[1] if half else 1.0)
    count = size / each
    value = price * count
    return Solution(
        value,
        f"Se pagan {g.money(value)}.",
        f"{number(price)} × {number(count)} = {number(value, money=True)}",
        "El precio de la medida entera, por la parte que se lleva.",
    )


def _place_two(reading: Reading) -> Places | None:
    found = _everything(reading)
    if found is None:
        return None
    shelf, places = found
    if len(shelf.money) != len(shelf.packs) or not 2 <= len(shelf.packs) <= 4 or shelf.rates or shelf.counts:
        return None
    if any(_is_priced(reading.text, place) for place in shelf.money):
        return None
    return None if _is_shrunk(reading.text) else places


def _two(g: Given) -> Solution:
    shelf, values = _values(g), g.all("x")
    _, size, name = shelf.asked or (shelf.packs[0].unit, 1.0, shelf.packs[0].unit)
    each = [values[money] / pack.size * size for money, pack in zip(shelf.money, shelf.packs, strict=True)]
    best = each.index(min(each))
    worst = max(each)
    names = [number(values[pack.place]) for pack in shelf.packs]
    listed = "; ".join(f"{label}: {g.money(one)}" for label, one in zip(names, each, strict=True))
    saving = 100 * (1 - each[best] / worst)
    verdict = (
        f"Conviene el de {number(values[shelf.packs[best].place])}, {percent(saving)} más barato por {name}."
        if saving > 1e-9
        else "Salen lo mismo."
    )
    return Solution(
        each[best],
        f"{verdict} Por {name}, el de {listed}.",
        "; ".join(
            f"{number(values[money])} / {number(pack.size / size)} = {number(one, money=True)}"
            for money, pack, one in zip(shelf.money, shelf.packs, each, strict=True)
        ),
        "Para comparar envases de distinto tamaño se mira el precio de la misma medida.",
    )


_SAME = r"(?:mism[oa]|igual|sin (?:cambiar|subir|tocar)|no (?:cambio|subio|toc\w+)|siguen?|manten\w+|mantuv\w+)"


def _is_shrunk(text: str) -> bool:
    return (
        rx.search(r"\b(?:pas\w+|baj\w+|achic\w+|redu\w+|ahora|antes|trae|traia|venia|trai\w+|contenido)\b", text)
        is not None
    )


def _place_shrunk(reading: Reading) -> Places | None:
    found = _everything(reading)
    if found is None or not _is_shrunk(reading.text):
        return None
    shelf, places = found
    packs = [one for one in shelf.packs if one != shelf.portion]
    if len(packs) != 2 or shelf.counts or len(shelf.money) > 2 or len(shelf.rates) > 1:
        return None
    if len(shelf.money) == 2 and shelf.rates:
        return None
    same = rx.search(rf"\b{_SAME}", reading.text)
    return places if same or len(shelf.money) == 2 or shelf.rates else None


def _shrunk(g: Given) -> Solution:
    shelf, values = _values(g), g.all("x")
    old, new = shelf.packs
    behind = _later_first(g.text, old.place, new.place)
    if behind:
        old, new = new, old
    if shelf.rates:
        falls = rx.search(rf"(?:baj|cay|redu|descuent)\w*(?: \w+){{0,3}} %{shelf.rates[0]}(?!\d)", g.text)
        prices = 1 + (-1 if falls else 1) * values[shelf.rates[0]] / 100
        shown = f"(1 {'−' if falls else '+'} {number(values[shelf.rates[0]])} %)"
    elif len(shelf.money) == 2:
        first, last = (values[place] for place in shelf.money)
        if behind:
            first, last = last, first
        prices, shown = last / first, f"({number(last)} / {number(first)})"
    else:
        prices, shown = 1.0, "1"
    rate = 100 * (prices * old.size / new.size - 1)
    verb = "aumentó" if rate >= 0 else "bajó"
    return Solution(
        rate,
        f"El precio por {old.unit} {verb} {percent(abs(rate))}.",
        f"{shown} × {number(old.size)} / {number(new.size)} − 1 = {percent(rate)}",
        f"El contenido cambió {percent(100 * (new.size / old.size - 1))}; con menos contenido por la misma plata, cada"
        " unidad de medida sale más: es una suba encubierta.",
    )


def _later_first(text: str, first: int, last: int) -> bool:
    """Tell whether the packet of now is told before the one of old."""
    between = text[text.index(f"#{first}") : text.index(f"#{last}")]
    return rx.search(r"\b(?:antes|tra[ií]a|venia|en vez de|en lugar de|era de|eran)\b", between) is not None


_ALL = (Input("x", "los envases y los precios", Kind.AMOUNT, many=True, above=0),)
_NOT_SHELF = (
    r"elastic|demanda|costo (?:fijo|variable|marginal|medio)|exporta|importa|utilidad|equilibrio|hectarea|laspeyres"
    r"|paasche|canasta|indice|\bipc\b|inflacion|sueldo|salario|\bpbi\b|\bpib\b|funcion|oportunidad"
)
_ASKS_PRICE = (
    r"^(?=.*(?:cuant|precio|cual\b|llev|medio|cuarto|cuesta|a como|sale|que porcentaje|calcul|conviene|barat))"
    rf"(?=.*#\d+ (?:{_ANY})\b|.*(?:{_ANY})\b.*(?:medio|cuarto)|.*(?:medio|cuarto)).*"
)

CALCULATORS = (
    Calculator(
        id="precio_por_medida",
        name="el precio por medida",
        area=AREA,
        formula="precio por kilo, litro o metro = precio / contenido",
        inputs=_ALL,
        keys="unidad",
        names=_ASKS_PRICE,
        when=(),
        unless=_NOT_SHELF,
        wordings=(),
        work=_one,
        asks=False,
        place=_place_one,
    ),
    Calculator(
        id="precio_de_una_parte",
        name="el precio de una parte",
        area=AREA,
        formula="precio = precio de la medida × cantidad",
        inputs=_ALL,
        keys="unidad",
        names=_ASKS_PRICE,
        when=(),
        unless=_NOT_SHELF + r"|cuant[oa]s|alcanza",
        wordings=(),
        work=_part,
        asks=False,
        place=_place_part,
    ),
    Calculator(
        id="envases_comparados",
        name="el envase que conviene",
        area=AREA,
        formula="el menor precio / contenido",
        inputs=_ALL,
        keys="unidad",
        names=_ASKS_PRICE,
        when=(),
        unless=_NOT_SHELF + r"|cuanto (?:\w+ ){0,3}?(?:gast|pag|total)|vuelto|promedio",
        wordings=(),
        work=_two,
        asks=False,
        place=_place_two,
    ),
    Calculator(
        id="envase_que_achica",
        name="la suba de un envase que achica",
        area=AREA,
        formula="suba = (precio nuevo / precio viejo) × (contenido viejo / contenido nuevo) − 1",
        inputs=_ALL,
        keys="unidad",
        names=_ASKS_PRICE,
        when=(),
        unless=_NOT_SHELF,
        wordings=(),
        work=_shrunk,
        asks=False,
        place=_place_shrunk,
    ),
)
