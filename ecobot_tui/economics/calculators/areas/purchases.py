"""Cuentas de todos los días: total de una compra, vuelto, precio promedio, precio por unidad y cuánto alcanza."""

import math

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Compras y descuentos"

_PRICE = (
    r"(?:a|por|de|en|cuesta|cuestan|sale|salen|vale|valen|x|costo|costaron|salieron|precio de)(?: (?:razon de|un"
    r"|los|unos|cada|una|uno|precio|de|el|la|kilo|litro|docena))*"
)
_PAID = r"(?:billetes?(?: de)?|pag\w+ con(?: un billete de| un| uno de)?|con un(?: billete de)?|entreg\w+|tengo|doy|di)"
_UNITS = r"(?:unidades|kilos?|kg|litros?|docenas?|cajas?|paquetes?|metros?|[a-z]+s|de)\b"


_THING = r"(?:[a-z]+ ){1,5}?"


def _pairs(story: Story, left: list[int]) -> Places | None:
    """Return counts and prices, «3 kilos a 1.200 y 2 a 900»; what is bought once has no count: «y un jean de 900»."""
    counts: list[int] = []
    costs: list[int] = []
    lone: list[int] = []
    position = 0
    while position < len(left):
        place = left[position]
        following = left[position + 1] if position + 1 < len(left) else None
        if following is not None and _is_count(story, place, following):
            counts.append(place)
            costs.append(following)
            position += 2
            continue
        if not story.leads(place, _PRICE) and not story.follows(place, r"(?:pesos )?(?:en|de|por|a) "):
            return None
        lone.append(place)
        position += 1
    if not counts or (
        lone and not all(story.leads(place, rf"(?:un|una|otr[oa]) {_THING}(?:a|de|por|x)") for place in lone)
    ):
        return None
    return {"q": counts, "p": costs} | ({"t": lone} if lone else {})


def _is_count(story: Story, count: int, cost: int) -> bool:
    """Tell whether a number says how many are bought at the price that follows."""
    if (
        story.quantities[count].mark == "$"
        or story.leads(count, r"de|desde|entre")
        or not story.leads(cost, _PRICE)
        or "," in story.before(cost)
    ):
        return False
    behind = story.text[story.text.index(f"#{count}") + len(f"#{count}") :]
    return story.follows(count, rf"{_UNITS}") or rx.match(r" (?:a|por) [$#]", behind) is not None


_SPENT = r"(?:gast\w+|pag\w+|compr\w+|puse|cost\w+|sal[ei]\w+|deb\w+)"


def _place_total(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates or story.times:
        return None
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    places: Places = {}
    if story.says(r"vuelto|de cambio|me devuelven|me sobra|sobran|billete|me queda\w*|pagu?[eo] con|devuelv"):
        paid = next((place for place in left if story.leads(place, _PAID)), None)
        if paid is None:
            return None
        left.remove(paid)
        places["b"] = [paid]
        if len(left) == 1:
            return places | {"t": left}
        if not _pairs(story, left):
            money = all(reading.quantities[one].mark == "$" or story.value(one) >= 100 for one in left)
            return places | {"t": left} if len(left) > 1 and story.says(_SPENT) and money else None
    pairs = _pairs(story, left)
    if pairs:
        return places | pairs
    each = all(
        story.follows(place, r"(?:pesos )?(?:en|de|por|el|la|del) ") or story.leads(place, _PRICE) for place in left
    )
    if len(left) >= 2 and each and story.asks(r"total|todo|gast") and story.says(_SPENT):
        return places | {"t": left}
    return None


def _total(g: Given) -> Solution:
    if "q" in g:
        parts = list(zip(g.all("q"), g.all("p"), strict=True))
        lone = g.all("t") if "t" in g else []
        total = sum(count * cost for count, cost in parts) + sum(lone)
        steps = " + ".join(
            [f"{number(count)} × {number(cost)}" for count, cost in parts] + [number(one) for one in lone]
        )
        units = sum(g.all("q")) + len(lone)
    else:
        total, units = sum(g.all("t")), float(len(g.all("t")))
        steps = " + ".join(number(one) for one in g.all("t"))
    if "b" in g:
        change = g["b"] - total
        if change < 0:
            raise CalculationError(f"No alcanza: la compra es de {g.money(total)} y faltan {g.money(-change)}.")
        return Solution(
            change,
            f"El vuelto es {g.money(change)}.",
            f"{number(g['b'])} − ({steps}) = {number(change, money=True)}",
            f"La compra es de {g.money(total)}.",
        )
    average = total / units
    asks = rx.search(r"promedio|en promedio|precio medio", g.text)
    return Solution(
        average if asks else total,
        f"El precio promedio es {g.money(average)}: {number(units)} unidades por {g.money(total)}."
        if asks
        else f"El total es {g.money(total)}.",
        f"({steps}) / {number(units)} = {number(average, money=True)}"
        if asks
        else f"{steps} = {number(total, money=True)}",
        "Cada precio pesa según la cantidad que se compró a ese precio."
        if asks
        else "Es cada precio por su cantidad, sumados.",
    )


def _place_unit(reading: Reading) -> Places | None:
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    if len(left) == 1 and story.says(r"\bdocena\b") and not story.rates and not story.asks(r"docena"):
        return {"t": left}
    if story.rates or story.times or len(left) != 2:
        return None
    money = [place for place in left if reading.quantities[place].mark == "$"] or [
        place
        for place in left
        if story.leads(
            place, r"(?:sal\w+|cuest\w+|cost\w+|val\w+|pag\w+|por|total|gast\w+|a)(?: (?:de|en|por|unos|me|total))*"
        )
    ]
    if len(money) != 1:
        return None
    count = next(place for place in left if place != money[0])
    return (
        {"t": money, "q": [count]}
        if story.follows(count, _UNITS)
        or story.leads(count, r"(?:pack|docena|caja|bolsa|maple|paquete|blister) (?:de|x)")
        else None
    )


def _unit(g: Given) -> Solution:
    count = g.get("q", 6.0 if "media docena" in g.text else 12.0)
    value = g["t"] / count
    return Solution(
        value,
        f"Cada unidad sale {g.money(value)}.",
        f"{number(g['t'])} / {number(count)} = {number(value, money=True)}",
        "Es el precio total repartido entre las unidades.",
    )


def _place_enough(reading: Reading) -> Places | None:
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    if story.rates or story.times or len(left) != 2:
        return None
    money = [
        place
        for place in left
        if story.leads(
            place,
            (
                r"(?:con|tengo|teniendo|gano|cobro|gana|cobra|gastar|dispongo de|presupuesto de"
                r"|(?:sueldo|salario|jubilacion|ingreso)(?: \w+){0,3})(?: (?:mis|los|unos|un sueldo de"
                r"|un billete de|un|solo|de))*"
            ),
        )
    ]
    if len(money) != 1:
        return None
    return {"m": money, "p": [next(place for place in left if place not in money)]}


def _enough(g: Given) -> Solution:
    value = g["m"] / g["p"]
    whole = math.floor(value + 1e-9)
    rest = g["m"] - whole * g["p"]
    return Solution(
        value,
        f"Alcanza para {number(value)}: {number(whole)} enteros y sobran {g.money(max(0.0, rest))}.",
        f"{number(g['m'])} / {number(g['p'])} = {number(value)}",
        "Es el poder de compra de ese dinero medido en lo que se compra.",
    )


_NOT_PURCHASE = (
    r"elastic|demanda|oferta|costo (?:fijo|variable|total|marginal|medio)|benefici|ganancia|ingreso"
    r"|equilibrio|produc|pbi|\bpib\b|indice|canasta"
    r"|inflacion|%\d|cuotas|bono|accion|utilidad|empresa|pais|base|interes|impuesto|iva\b|margen|factur(?!as\b)"
    r"|exporta|importa|tipo de cambio|vend[ioíe]"
    r"|\bventa|ahora|antes|subi|aument|paso|convien|oportunidad|recta"
)

CALCULATORS = (
    Calculator(
        id="total_de_una_compra",
        name="el total de la compra",
        area=AREA,
        formula="total = Σ cantidad × precio",
        inputs=(
            Input("q", "la cantidad", Kind.NUMBER, many=True, optional=True, above=0),
            Input("p", "el precio", Kind.AMOUNT, many=True, optional=True, above=0),
            Input("t", "el gasto", Kind.AMOUNT, many=True, optional=True, above=0),
            Input("b", "lo que se entrega", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="vuelto",
        names=(
            r"\b(?:cuanto es\b|cuanto (?:\w+ ){0,3}?(?:gast\w+|pag\w+|sale|salio|cuesta|es el total|me sale"
            r"|sal[ei]n|debo"
            r"|tengo que pagar|es todo|suma\w*)|total\b|vuelto|de cambio"
            r"|precio (?:promedio|medio)|promedio (?:de compra|pague)|me devuelven|me sobra)"
        ),
        when=(),
        unless=_NOT_PURCHASE.replace("|accion", "")
        + r"|partes iguales|personas (?:pagan|ponen)|cuanto (?:\w+ ){0,2}?cada un[oa]\b|por cabeza",
        wordings=(),
        work=_total,
        asks=False,
        place=_place_total,
    ),
    Calculator(
        id="precio_por_unidad",
        name="el precio por unidad",
        area=AREA,
        formula="unidad = total / cantidad",
        inputs=(
            Input("t", "el total", Kind.AMOUNT, above=0),
            Input("q", "la cantidad", Kind.NUMBER, optional=True, above=0),
        ),
        keys="unidad",
        names=(
            r"\b(?:(?:cuanto|a cuanto|precio) (?:\w+ ){0,4}?(?:cada (?:un[oa]|[a-z]+)|la unidad|por unidad"
            r"|el kilo|por kilo"
            r"|por litro|el litro|c u)|precio (?:unitario|por unidad|por kilo))"
        ),
        when=(),
        unless=_NOT_PURCHASE.replace(r"|vend[ioíe]", "")
        + r"|\b(?:hago|hacer|hacemos|cocin\w+|fabric\w+|elabor\w+)|\bsomos|amigos|personas"
        r"|cada un[oa] (?:a|de|sale|cuesta) [$#]|variable|fijo",
        wordings=(),
        work=_unit,
        asks=False,
        place=_place_unit,
    ),
    Calculator(
        id="cuanto_alcanza",
        name="la cantidad que se puede comprar",
        area=AREA,
        formula="cantidad = dinero / precio",
        inputs=(Input("m", "el dinero", Kind.AMOUNT, above=0), Input("p", "el precio", Kind.AMOUNT, above=0)),
        keys="alcanza",
        names=(
            r"\b(?:cuant[oa]s (?:[#$]?\w+ ){0,6}?(?:compro|puedo comprar|me alcanza\w*|alcanza\w*|se compran"
            r"|compra)|para cuant[oa]s (?:\w+ ){0,3}?(?:me )?alcanza\w*|me alcanza\w* para cuant[oa]s"
            r"|cuant[oa]s (?:kilos|litros|unidades|canastas))"
        ),
        when=(),
        unless=_NOT_PURCHASE.replace("|canasta", "").replace("|ingreso", "").replace("|paso", "")
        + r"|dolar|\$\d+ y [$#]",
        wordings=(),
        work=_enough,
        asks=False,
        place=_place_enough,
    ),
)
