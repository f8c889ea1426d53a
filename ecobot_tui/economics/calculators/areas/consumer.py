"""Microeconomía: la recta de presupuesto, la cesta óptima y la utilidad marginal por peso."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
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


_POWERS = re.compile(
    r"\b(?:q )?x(?:1|a)?\b ?,? ?(?P<a>#\d+)?(?: (?P<b>#\d+))? ?,? ?(?:por |x )?(?:y|x2"
    r"|b|z)\b ?,? ?(?P<c>#\d+)?(?: (?P<d>#\d+))?"
)


_SQUARES = re.compile(r"\bx ?([23])? ?y ?([23])?\b")
"""«x²y», as the folded text has it."""


def _cobb_place(reading: Reading) -> dict[str, list[int]] | None:
    text = reading.text
    found = max(_POWERS.finditer(text), key=lambda one: sum(map(bool, one.groups())), default=None)
    plain = rx.search(r"\b(?:u|utilidad)(?: x y)?(?: es)?(?: igual a)?(?: #\d+)? (?:xy|x y|x por y|yx)\b", text)
    plain = plain or _SQUARES.search(text)
    if not found and not plain:
        return None
    places: dict[str, list[int]] = {}
    taken: set[int] = set()
    scale = rx.search(r"\bu(?:tilidad)?(?: x y)?(?: es)? #(\d+) x", text)
    if scale and len(reading.quantities) > 3:
        places["s"] = [int(scale[1])]
        taken.add(int(scale[1]))
    if found:
        for symbol, group in (("a", "a"), ("h", "b"), ("b", "c"), ("k", "d")):
            if found[group] and len(reading.quantities) - len(taken) > 3:
                places[symbol] = [int(found[group][1:])]
                taken.add(int(found[group][1:]))
    rest = [place for place in range(len(reading.quantities)) if place not in taken]
    if len(rest) != 3:
        return None
    incomes = [place for place in rest if _is_income(reading, place)]
    income = incomes[0] if incomes else max(rest, key=lambda place: reading.quantities[place].value)
    rest.remove(income)
    second_first = rx.search(rf"\b(?:py|precio de y) (?:es |de )*[#$]{rest[0]}\b", text)
    if second_first:
        rest.reverse()
    return places | {"m": [income], "p": [rest[0]], "r": [rest[1]]}


def _power(g: Given, above: str, below: str) -> float:
    """Return an exponent, written as a number or a fraction; 1 where none is written."""
    over = g[below] if below in g else 1.0  # noqa: SIM401 - no mapping
    return g[above] / over if above in g else 1.0


def _cobb(g: Given) -> Solution:
    first, second = _power(g, "a", "h"), _power(g, "b", "k")
    squares = _SQUARES.search(g.text)
    if squares and "a" not in g and "b" not in g:
        first, second = float(squares[1] or 1), float(squares[2] or 1)
    scale = g["s"] if "s" in g else 1.0  # noqa: SIM401 - no mapping
    share = first / (first + second)
    x, y = share * g["m"] / g["p"], (1 - share) * g["m"] / g["r"]
    return Solution(
        x,
        f"La cesta óptima es X = {number(x)} e Y = {number(y)}.",
        f"X = {number(share)} × {number(g['m'])} / {number(g['p'])} = {number(x)} ;"
        f" Y = {number(1 - share)} × {number(g['m'])} / {number(g['r'])} = {number(y)}",
        f"Se gasta el {number(100 * share)} % del ingreso en X y el {number(100 - 100 * share)} "
        f"% en Y, la proporción de los"
        f" exponentes; la utilidad es {number(scale * x**first * y**second)}.",
        ("utilidad Cobb-Douglas: RMS = precio relativo",),
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
        unless=r"%\d|\bz[dsci][qptmev] ",
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
            Input("a", "el exponente de X", Kind.NUMBER, above=0, optional=True),
            Input("h", "el divisor del exponente de X", Kind.NUMBER, above=0, optional=True),
            Input("b", "el exponente de Y", Kind.NUMBER, above=0, optional=True),
            Input("k", "el divisor del exponente de Y", Kind.NUMBER, above=0, optional=True),
            Input("s", "la escala de la utilidad", Kind.NUMBER, above=0, optional=True),
        ),
        keys="u utilidad optima optimo cobb xy cesta canasta",
        when=(),
        names=r"^(?=.*(?:u\b|utilidad\b|cobb\b))(?=.*(?:x\b|xy\b|x1\b|x[23]?y[23]?\b)).*",
        unless=r"%\d|marginal",
        wordings=(),
        place=_cobb_place,
        work=_cobb,
        asks=False,
    ),
)
