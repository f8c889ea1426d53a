"""Ofertas por cantidad: qué descuento es la segunda unidad rebajada, y qué es llevar 3 y pagar 2."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Compras y descuentos"
_SECOND = r"(?:segund[ao]|\dd[ao]\b|#\d+ ?d[ao]\b|(?:otr[ao]|siguiente) (?:a mitad|con|al?|a) )"
_PACK = r"#(\d+) ?x ?(\d)(?!\d)"
_TAKE = r"(?:llev\w+|compr\w+|por)"
_PAY = r"(?:pag\w+|cobr\w+|abon\w+)"


def _pack(reading: Reading) -> tuple[int, int] | None:
    """Return the places of how many are taken and how many are paid, in «llevo 4 y pago 3»."""
    found = rx.search(
        rf"{_TAKE} (?:las |los |cada )?#(\d+)(?: \w+){{0,3}}?[ ,]*(?:y )?(?:solo )?{_PAY} (?:solo )?(?:por )?#(\d+)",
        reading.text,
    )
    both = rx.search(r"#(\d+) por #(\d+) (?:en|de)\b", reading.text)
    if found is None and both and reading.quantities[int(both[1])].value in range(2, 13):
        return int(both[1]), int(both[2])
    if found is None:
        found = rx.search(rf"{_PAY} #(\d+)(?: \w+){{0,2}}?[ ,]*(?:y )?(?:te |se )?{_TAKE} #(\d+)", reading.text)
        return (int(found[2]), int(found[1])) if found else None
    return int(found[1]), int(found[2])


def _place_pack(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates:
        return None
    pack = _pack(reading)
    written = rx.search(_PACK, reading.text)
    if pack:
        places: Places = {"k": [pack[0]], "m": [pack[1]]}
    elif written:
        places = {"k": [int(written[1])]}
    else:
        return None
    used = {place for some in places.values() for place in some}
    left = [place for place, one in enumerate(reading.quantities) if place not in used and one.mark in "$#"]
    taken = {story.value(place) for place in used}
    left = [place for place in left if story.value(place) not in taken or reading.quantities[place].mark == "$"]
    left = [place for place in left if not story.quantities[place].spelled or story.value(place) > 12]
    return places | ({"v": left} if left else {}) if len(left) <= 1 else None


def _asks_rate(text: str) -> bool:
    asked = asked_in(text)
    if not asked:
        return rx.search(r"que (?:descuento|rebaja)|porcentaje|por ?ciento|efectiv", text) is not None
    return rx.search(r"porcentaje|por ?ciento|descuento|rebaja|ahorr|efectiv", asked) is not None


def _offer(g: Given, taken: float, paid: float) -> Solution:
    if not 0 < paid <= taken <= 1_000:
        raise CalculationError("En una oferta así se lleva al menos tanto como se paga: revisá los números.")
    saving = 100 * (1 - paid / taken)
    shown = f"(1 − {number(paid)} / {number(taken)}) × 100 = {percent(saving)}"
    if "v" not in g:
        return Solution(
            saving,
            f"Es un descuento efectivo de {percent(saving)}.",
            shown,
            f"Se pagan {number(paid)} de cada {number(taken)}, y solo conviene si necesitabas todas.",
        )
    total = g["v"] * paid
    asked = asked_in(g.text)
    each = rx.search(r"cada [a-z]+|por unidad|la unidad|unitario|c u\b", asked) is not None
    in_money = rx.search(r"cuanto (?:\w+ ){0,2}?ahorr|ahorro en pesos", asked) is not None and "porcentaje" not in asked
    value = g["v"] * (taken - paid) if in_money else saving if _asks_rate(g.text) else total / taken if each else total
    return Solution(
        value,
        f"Por {number(taken)} unidades pagás {g.money(total)}: {g.money(total / taken)} cada una, un descuento"
        f" efectivo de {percent(saving)}.",
        f"{number(g['v'])} × {number(paid)} = {number(total, money=True)}; {shown}",
        f"Sin la oferta serían {g.money(g['v'] * taken)}: ahorrás {g.money(g['v'] * (taken - paid))}, y solo si"
        " necesitabas todas.",
    )


def _packed(g: Given) -> Solution:
    if "m" in g:
        return _offer(g, g["k"], g["m"])
    written = rx.search(_PACK, g.text)
    return _offer(g, g["k"], float(written[2]) if written else 1.0)


def _place_second(reading: Reading) -> Places | None:
    story = Story(reading)
    rates = list(story.rates)
    if len({story.value(place) for place in rates}) > 1 or story.times:
        return None
    if not rates and not story.says(r"mitad|gratis|medio precio"):
        return None
    ordinal = rx.search(r"#(\d+) ?d[ao]\b", reading.text)
    amounts = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark in "$#" and place not in rates and (ordinal is None or place != int(ordinal[1]))
    ]
    counts = [
        place
        for place in amounts
        if reading.quantities[place].mark == "#" and story.value(place) in range(1, 13) and len(amounts) > 1
    ]
    amounts = [place for place in amounts if place not in counts]
    if any(story.value(place) != 2 for place in counts) or len(amounts) > 1:
        return None
    return ({"r": rates[:1]} if rates else {"v": amounts} if amounts else {}) | ({"v": amounts} if amounts else {})


def _second(g: Given) -> Solution:
    rate = g.rate("r") if "r" in g else 1.0 if "gratis" in g.text else 0.5
    pays = rx.search(
        r"\b(?:pag\w+|sale|cuesta|vale) (?:solo )?(?:el |un )?%\d|al? %\d+ de(?:l)? (?:su )?(?:precio|valor)", g.text
    )
    less = rx.search(r"descuent|off|rebaj|menos|dto|desc\b|bonific", g.text)
    share = rate if pays and not less else 1 - rate
    return _offer(g, 2, 1 + share)


def _place_packs(reading: Reading) -> Places | None:
    """Take two offers, each a count with its price: «3 por 4.500 o 5 por 7.000»."""
    story = Story(reading)
    plain = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    if story.rates or story.times or len(plain) != 4 or len(reading.quantities) != 4:
        return None
    first, last = plain[:2], plain[2:]
    for count, price in (first, last):
        if reading.quantities[count].mark == "$" or story.value(count) not in range(1, 101):
            return None
        if not story.leads(price, r"(?:a|por|x|salen|cuestan|valen)(?: (?:a|por))?") or "," in story.before(price):
            return None
    return {"k": [first[0], last[0]], "v": [first[1], last[1]]}


def _packs(g: Given) -> Solution:
    counts, paid = g.all("k"), g.all("v")
    each = [price / count for price, count in zip(paid, counts, strict=True)]
    best = each.index(min(each))
    saving = 100 * (1 - min(each) / max(each))
    verdict = "Salen lo mismo" if saving < 1e-9 else f"Conviene la de {number(counts[best])}"
    return Solution(
        each[best],
        f"{verdict}: cada unidad sale {g.money(each[0])} en la primera y {g.money(each[1])} en la segunda"
        f" ({percent(saving)} de diferencia).",
        f"{number(paid[0])} / {number(counts[0])} = {number(each[0], money=True)}; {number(paid[1])} /"
        f" {number(counts[1])} = {number(each[1], money=True)}",
        "Para comparar ofertas se mira el precio de cada unidad.",
    )


_PRICE = Input("v", "el precio de cada unidad", Kind.AMOUNT, optional=True, above=0)
_NOT_OFFER = (
    r"demanda|elastic|costo (?:fijo|variable|marginal|medio)|\bcuotas|semestre|trimestre|interes|inflaci|matriz|examen"
)

CALCULATORS = (
    Calculator(
        id="ofertas_por_unidad",
        name="la oferta más barata por unidad",
        area=AREA,
        formula="el menor precio / unidades",
        inputs=(
            Input("k", "las unidades de cada oferta", Kind.NUMBER, many=True, above=0),
            Input("v", "el precio de cada oferta", Kind.AMOUNT, many=True, above=0),
        ),
        keys="unidad",
        names=r"^(?=.*(?:conviene|barat|mejor (?:precio|oferta)|cual (?:es )?mas car)).*",
        when=(),
        unless=_NOT_OFFER
        + r"|utilidad|\bumg|marginal|tasa|plazo|dolar|sueldo|hora|anos\b|meses|kilo|litro|gramo|\bml\b|accion",
        wordings=(),
        work=_packs,
        asks=False,
        place=_place_packs,
    ),
    Calculator(
        id="llevar_y_pagar",
        name="el descuento de llevar más de lo que se paga",
        area=AREA,
        formula="descuento = 1 − unidades que se pagan / unidades que se llevan",
        inputs=(
            Input("k", "las unidades que se llevan", Kind.NUMBER, above=0),
            Input("m", "las unidades que se pagan", Kind.NUMBER, optional=True, above=0),
            _PRICE,
        ),
        keys="unidad",
        names=(
            rf"^(?=.*(?:{_PACK}|(?:llev|compr)\w+ (?:\w+ )?#\d+.*{_PAY} (?:\w+ ){{0,2}}?#\d+"
            rf"|{_PAY} (?:\w+ )?#\d+.*llev\w+ (?:\w+ )?#\d))"
            r"(?=.*(?:cuant|cual|que (?:descuento|porcentaje)|descuento|conviene)).*"
        ),
        when=(),
        unless=_NOT_OFFER,
        wordings=(),
        work=_packed,
        asks=False,
        place=_place_pack,
    ),
    Calculator(
        id="segunda_unidad_descuento",
        name="el descuento de la segunda unidad",
        area=AREA,
        formula="descuento sobre el total = descuento de la segunda / 2",
        inputs=(Input("r", "el descuento de la segunda unidad", Kind.RATE, optional=True, above=0, most=100), _PRICE),
        keys="segunda unidad",
        names=(
            rf"^(?=.*{_SECOND}(?:.*(?:%\d|mitad|gratis|medio precio)))"
            r"(?=.*(?:porcentaje|por ?ciento|descuento|rebaja|ahorr|efectiv|cuant|total|pago)).*"
        ),
        when=(),
        unless=_NOT_OFFER + r"|segundo (?:descuento|aumento|mes|ano|tramo|dia|lote|nivel)",
        wordings=(),
        work=_second,
        asks=False,
        place=_place_second,
    ),
)
