"""Microeconomía: la recta de presupuesto, la cesta óptima y la utilidad marginal por peso."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.areas.two_variables import FUNCTION, KEYS, function, parts
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_INCOME = (
    r"ingresos?|presupuesto|rentas?|tengo|tiene|tenes|dispong\w*|dispone\w*|sueldo"
    r"|plata|gast\w+|m|i|mesada|cuent\w+ con|destin\w+"
)
_INCOME_BEFORE = re.compile(
    rf"\b(?:{_INCOME})(?: (?:de|es|un|una|con|para|son|semanal|mensual|tiene|hay"
    rf"|total|ingreso|i|m|gastar|en))* $"
)
_INCOME_AFTER = re.compile(r" (?:pesos )?(?:de (?:ingreso|presupuesto|renta)|para gastar|por (?:mes|semana) para)")
_GOOD_BEFORE = re.compile(
    r"(?:^| )(?:el |la |los |las |de |del |cada |un |una )?([a-z]{1,})(?: (?:a"
    r"|de|es|vale|valen|cuesta|cuestan|sale|salen|esta|precio|y|son|cada|uno|una))* $"
)
_NO_GOOD = {"precio", "precios", "y", "a", "de", "vale", "cuesta", "es", "p", "el", "la", "son"}


def _budget_place(reading: Reading) -> dict[str, list[int]] | None:
    numbers = reading.quantities
    if any(one.mark not in "$#" for one in numbers):
        return None
    # «El bien 1», «unidades de 2» are names, no amounts.
    places = [place for place in range(len(numbers)) if not _is_name(reading, place)]
    if not 3 <= len(places) <= 4:
        return None
    incomes = [place for place in places if _is_income(reading, place)]
    income = incomes[0] if incomes else max(places, key=lambda place: numbers[place].value)
    rest = [place for place in places if place != income]
    bought: list[int] = []
    if len(rest) == 3:
        bought = [place for place in rest if numbers[place].mark == "#" and _is_bought(reading, place)]
        if len(bought) != 1:
            return None
        rest.remove(bought[0])
    found = {"m": [income], "p": [rest[0]], "r": [rest[1]]}
    if bought:
        found["x"] = bought
    return found


def _is_name(reading: Reading, place: int) -> bool:
    lead = reading.text[: reading.slot(place)[0]]
    return (
        reading.quantities[place].value in (1, 2) and rx.search(r"(?:\bbien|\bunidades de|\bdel) $", lead) is not None
    )


def _is_income(reading: Reading, place: int) -> bool:
    start, end = reading.slot(place)
    return (
        _INCOME_BEFORE.search(reading.text[:start]) is not None or _INCOME_AFTER.match(reading.text[end:]) is not None
    )


def _is_bought(reading: Reading, place: int) -> bool:
    start, end = reading.slot(place)
    before = reading.text[reading.slot(place - 1)[1] if place else 0 : start]
    return (
        rx.search(r"\b(?:llev\w+|compr\w+|consum\w+|eleg\w+|elij\w+|voy|va|ir|us\w+|x|q\w?)(?: \w+){0,2} $", before)
        is not None
        or rx.match(r" (?:unidades|kilos|litros|veces|de )", reading.text[end:]) is not None
    )


def _names(g: Given, *symbols: str) -> list[str]:
    """Return what each price is the price of, by the word before it; else X and Y."""
    found: list[str] = []
    for symbol, fallback in zip(symbols, ("X", "Y"), strict=True):
        start = g.text.index(f"{g.quantity(symbol).mark}{_slot(g, symbol)}")
        good = _GOOD_BEFORE.search(g.text[:start])
        name = good[1] if good else ""
        found.append(fallback if name in _NO_GOOD or len(name) < 3 else name)
    return found


def _slot(g: Given, symbol: str) -> int:
    order = sorted(g.quantity(one).number.start for one in ("m", "p", "r", "x", "a", "b", "u", "v") if one in g)
    return order.index(g.quantity(symbol).number.start)


def _budget(g: Given) -> Solution:
    income, first, second = g["m"], g["p"], g["r"]
    one, other = _names(g, "p", "r")
    relative = first / second
    if "x" in g:
        place = g.text.index(f"#{_slot(g, 'x')}")
        near = g.text[max(0, place - 12) : place + 24]
        if other[:4] in near and one[:4] not in near:
            one, other, first, second = other, one, second, first
        left = income - first * g["x"]
        if left < 0:
            raise CalculationError("Ese consumo ya cuesta más que el ingreso: no alcanza.")
        value = left / second
        return Solution(
            value,
            f"Quedan {g.money(left)}, que alcanzan para {number(value)} de {other}.",
            f"({number(income)} − {number(first)} × {number(g['x'])}) / {number(second)} = {number(value)}",
            f"Es un punto de la recta de presupuesto: {number(g['x'])} de {one} y {number(value)} de {other}.",
        )
    value = income / first
    return Solution(
        value,
        f"Como máximo se compran {number(value)} de {one} o {number(income / second)} de {other}.",
        f"{number(first)}X + {number(second)}Y = {number(income)} ⇒ Xmax = {number(value)} "
        f"; Ymax = {number(income / second)}"
        f" ; pendiente = {number(-relative)}",
        f"La recta tiene pendiente {number(-relative)}: el precio relativo de {one} es {number(relative)} de {other}.",
        ("se gasta todo el ingreso en esos dos bienes",),
    )


def _relative(g: Given) -> Solution:
    one, other = _names(g, "p", "r")
    value = g["p"] / g["r"]
    return Solution(
        value,
        f"El precio relativo de {one} es {number(value)} de {other} (y el de {other}, {number(1 / value)} de {one}).",
        g.fill(f"{{p}} / {{r}} = {number(value)}"),
        f"Comprar una unidad de {one} obliga a resignar {number(value)} de {other}.",
    )


def _basket_place(reading: Reading) -> dict[str, list[int]] | None:
    marks = "".join(one.mark for one in reading.quantities)
    if len(marks) < 4 or len(marks) % 2 or set(marks) - set("$#"):
        return None
    pairs = range(0, len(marks), 2)
    if all(marks[place] == "$" or _is_price(reading, place) for place in (one + 1 for one in pairs)) and all(
        marks[one] == "#" for one in pairs
    ):
        return {"q": list(pairs), "p": [place + 1 for place in pairs]}
    return None


def _is_price(reading: Reading, place: int) -> bool:
    before = reading.text[reading.slot(place - 1)[1] : reading.slot(place)[0]]
    return rx.search(r"\b(?:a|de|por|cuestan?|valen?|precio)(?: (?:cada|un[ao]|pesos))* $", before) is not None


def _basket(g: Given) -> Solution:
    parts = list(zip(g.all("q"), g.all("p"), strict=True))
    value = sum(count * price for count, price in parts)
    return Solution(
        value,
        f"La canasta cuesta {g.money(value, 'p')}.",
        f"{' + '.join(f'{number(count)} × {number(price)}' for count, price in parts)} = {number(value, money=True)}",
        "Es la suma de cada cantidad por su precio.",
    )


def _utility_place(reading: Reading) -> dict[str, list[int]] | None:
    numbers = reading.quantities
    places = [place for place in range(len(numbers)) if not _counts_goods(reading, place)]
    if len(places) != 4 or any(numbers[place].mark not in "$#" for place in places):
        return None
    prices = [place for place in places if numbers[place].mark == "$" or _utility_price(reading, place)]
    if len(prices) != 2:
        prices = [places[1], places[3]]
    utilities = [place for place in places if place not in prices]
    return {"a": [utilities[0]], "b": [utilities[1]], "p": [prices[0]], "r": [prices[1]]}


def _counts_goods(reading: Reading, place: int) -> bool:
    return (
        reading.quantities[place].value == 2
        and rx.match(r" (?:bienes|productos|articulos)\b", reading.text[reading.slot(place)[1] :]) is not None
    )


def _utility_price(reading: Reading, place: int) -> bool:
    start = reading.slot(place)[0]
    before = reading.text[reading.slot(place - 1)[1] if place else 0 : start]
    said = [
        (found.start(), True)
        for found in rx.finditer(r"\b(?:precios?|cuestan?|val(?:e|en)|p[xyab12]?|sale|salen|costo)\b", before)
    ]
    said += [(found.start(), False) for found in rx.finditer(r"\b(?:utilidad\w*|umg?\w?|util\w*|marginal)\b", before)]
    if said:
        return max(said)[1]
    return (
        place > 0
        and rx.fullmatch(r" ?,? ?(?:y|e)?(?: (?:el|la|del|de la|otro|b|y|el otro))* ?", before) is not None
        and _utility_price(reading, place - 1)
    )


def _utility(g: Given) -> Solution:
    first, second = g["a"] / g["p"], g["b"] / g["r"]
    if abs(first - second) < 1e-9:
        verdict = "Son iguales: el consumidor está en equilibrio."
    else:
        more = "primer" if first > second else "segundo"
        verdict = f"Conviene gastar más en el {more} bien y menos en el otro: no está en equilibrio."
    return Solution(
        first,
        f"La utilidad marginal por peso es {number(first)} en el primer bien y {number(second)} "
        f"en el segundo. {verdict}",
        f"{number(g['a'])} / {number(g['p'])} = {number(first)} ; {number(g['b'])} "
        f"/ {number(g['r'])} = {number(second)}",
        "En el óptimo el último peso da la misma utilidad en los dos bienes.",
    )


def _optimum_place(reading: Reading) -> dict[str, list[int]] | None:
    read = parts(reading)
    if read is None:
        return None
    places, rest = read
    if len(rest) != 3:
        return None
    incomes = [place for place in rest if _is_income(reading, place)]
    income = incomes[0] if incomes else max(rest, key=lambda place: reading.quantities[place].value)
    rest.remove(income)
    second_first = rx.search(
        rf"\b(?:py|p2|precio de(?: la)? y) (?:es |de |vale |igual a )*[#$]{rest[0]}\b", reading.text
    )
    if second_first:
        rest.reverse()
    return places | {"m": [income], "p": [rest[0]], "r": [rest[1]]}


def _optimum(g: Given) -> Solution:
    one, income = function(g), g["m"]
    name_x, name_y = one.one.upper(), one.other.upper()
    if one.kind == "p":
        share = one.a / (one.a + one.b)
        x, y = share * income / g["p"], (1 - share) * income / g["r"]
        worked = (
            f"{name_x} = {number(share)} × {number(income)} / {number(g['p'])} = {number(x)} ;"
            f" {name_y} = {number(1 - share)} × {number(income)} / {number(g['r'])} = {number(y)}"
        )
        meaning = (
            f"Se gasta el {number(100 * share)} % del ingreso en {name_x} y el {number(100 - 100 * share)} % en"
            f" {name_y}, la proporción de los exponentes"
        )
        assumed = "utilidad Cobb-Douglas: RMS = precio relativo"
    elif one.kind == "m":
        x = income / (g["p"] + g["r"] * one.a / one.b)
        y = one.a * x / one.b
        worked = (
            f"{number(one.a)}{name_x} = {number(one.b)}{name_y} y {number(g['p'])}{name_x} +"
            f" {number(g['r'])}{name_y} = {number(income)} ⇒ {name_x} = {number(x)}"
        )
        meaning = "Son complementos perfectos: se compran en proporción fija"
        assumed = "se gasta todo el ingreso"
    else:
        first, second = one.a / g["p"], one.b / g["r"]
        x, y = (income / g["p"], 0.0) if first >= second else (0.0, income / g["r"])
        worked = f"{number(one.a)} / {number(g['p'])} = {number(first)} ; {number(one.b)} / {number(g['r'])}" + (
            f" = {number(second)}"
        )
        meaning = "Son sustitutos perfectos: todo se gasta en el que da más utilidad por peso"
        assumed = "con utilidades por peso iguales cualquier combinación daría lo mismo"
    return Solution(
        x or y,
        f"La cesta óptima es {name_x} = {number(x)} e {name_y} = {number(y)}.",
        worked,
        f"{meaning}; la utilidad es {number(one.at(x, y))}.",
        (assumed,),
    )


_M = Input("m", "el ingreso", Kind.AMOUNT, above=0)
_PX = Input("p", "el primer precio", Kind.AMOUNT, above=0)
_PY = Input("r", "el segundo precio", Kind.AMOUNT, above=0)

CALCULATORS = (
    Calculator(
        id="recta_de_presupuesto",
        name="la recta de presupuesto",
        area=AREA,
        formula="Px·X + Py·Y = M",
        inputs=(_M, _PX, _PY, Input("x", "la cantidad que se compra", Kind.NUMBER, above=-1e-9, optional=True)),
        keys="presupuesto presupuestaria ingreso",
        when=(),
        names=r"^(?=.*(?:puedo|puede|podemos|podria|alcanza\w*) .*\bcompr|.*compr\w+ como maximo"
        r"|.*\bp1\b.*\bp2\b|.*\bpx\b.*\bpy\b).*(?:cuant\w*|ejes|corte|maxim\w*|recta)"
        r"|^(?=.*(?:ingreso|tengo|presupuesto|dispon))(?=.*\bx\b)(?=.*\by\b).*"
        r"(?:cuant\w+ (?:\w+ )?(?:de )?[xy]\b|maxim).*"
        r"|^(?=.*(?:recta|restriccion|linea|conjunto)(?: de)? (?:presup|balance)|.*presupuestari"
        r"|.*(?:ingreso|tengo|presupuesto|gast|dispon|cuento con|renta)"
        r".*(?:(?:maxim|cuant)\w*.*(?:compr|alcanz|cantidad|llev|adquir)|pendiente|precio relativo)).*",
        unless=r"%\d|\bz[dsci][qptmev] |utilidad|\bu x|cobb|costo|inflacion|salario|bono|dolar|deuda|cuotas|elastic",
        wordings=(),
        place=_budget_place,
        work=_budget,
        asks=False,
    ),
    Calculator(
        id="precio_relativo",
        name="el precio relativo",
        area=AREA,
        formula="Px / Py",
        inputs=(_PX, _PY),
        keys="relativo relativos",
        when=(),
        names=r"precios? relativos?",
        unless=r"%\d|\bz[dsci][qptmev] |inflacion|cambio real|dolar",
        wordings=(r"px {p} ,? ?(?:y )?py {r}", r"py {r} ,? ?(?:y )?px {p}", r"{p} [^$#]*{r}"),
        work=_relative,
        asks=False,
    ),
    Calculator(
        id="costo_de_canasta",
        name="el costo de una canasta",
        area=AREA,
        formula="Σ q · p",
        inputs=(Input("q", "cada cantidad", Kind.NUMBER, many=True), Input("p", "cada precio", Kind.AMOUNT, many=True)),
        keys="canasta cesta",
        when=(),
        names=r"^(?=.*(?:canasta|cesta|compr|llev|pack|gast))(?=.*(?:cuest|cuanto|total|valor|costo)).*",
        unless=r"%\d|\bz[dsci][qptmev] |ipc|indice|inflacion|ayer|antes|ahora|vend|paasche"
        r"|laspeyres|\bano\b|elastic|margen|optim|marginal"
        r"|promedio|ponderad|ppp",
        wordings=(),
        place=_basket_place,
        work=_basket,
        asks=False,
    ),
    Calculator(
        id="utilidad_marginal_por_peso",
        name="la utilidad marginal por peso",
        area=AREA,
        formula="UMg / P",
        inputs=(
            Input("a", "la primera utilidad marginal", Kind.AMOUNT),
            Input("b", "la segunda utilidad marginal", Kind.AMOUNT),
            _PX,
            _PY,
        ),
        keys="utilidad umg",
        when=(),
        names=r"utilidad(?:es)? marginal(?:es)?|\bumgx?\b|\bumx\b|\bum\b|utils",
        unless=r"%\d|\bz[dsci][qptmev] |^(?!.*(?:precio|cuest|val[eg]|\bp[xyab12]\b|por peso|\$|gast|sale|costo)).*",
        wordings=(),
        place=_utility_place,
        work=_utility,
        asks=False,
    ),
    Calculator(
        id="cesta_optima",
        name="la cesta óptima",
        area=AREA,
        formula="X = α/(α+β) · M/Px",
        inputs=(
            _M,
            _PX,
            _PY,
            *FUNCTION,
        ),
        keys=f"{KEYS} optima optimo",
        when=(),
        names=r"^(?=.*\bzf[psm] ).*",
        unless=r"%\d",
        wordings=(),
        place=_optimum_place,
        work=_optimum,
        asks=False,
    ),
)
