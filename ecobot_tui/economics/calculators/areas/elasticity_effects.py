"""Microeconomía: lo que una elasticidad dice de la cantidad, del precio o del ingreso, y cuánto cambia un ingreso."""

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.areas.elasticity import (
    CROSS,
    ELASTICITY,
    INCOME,
    INPUTS,
    SUPPLY,
    is_elasticity,
    signed,
)
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.movements import leanings, two_pairs
from ecobot_tui.economics.calculators.quantities import Reading


def _place(reading: Reading) -> dict[str, list[int]] | None:
    """Tell the elasticity, the change in percent and a level of price, quantity or income apart."""
    marks = [one.mark for one in reading.quantities]
    percents = [place for place, mark in enumerate(marks) if mark == "%"]
    plain = [place for place, mark in enumerate(marks) if mark in "$#"]
    if len(percents) > 1 or len(percents) + len(plain) != len(marks) or not 1 <= len(plain) <= 3 + (not percents):
        return None
    named = [place for place in plain if marks[place] == "#" and is_elasticity(reading, place, loosely=True)]
    if not named and len(plain) == 1 and marks[plain[0]] == "#":
        named = plain
    if not named or abs(reading.quantities[named[0]].value) > 50:
        return None
    elasticity = named[0]
    income = _of_income(reading.text)
    if not percents:
        return _from_prices(reading, elasticity, [place for place in plain if place != elasticity])
    weight = leanings(reading, percents, income)[0]
    places = {"e": [elasticity], "x" if weight >= 0 else "y": percents}
    for place in plain:
        if place == elasticity:
            continue
        floor = reading.slot(place - 1)[1] if place else 0
        before = reading.text[floor : reading.slot(place)[0]]
        if rx.search(r"ingresos?|factur|recaud|gasto", before) and not income:
            symbol = "i"
        elif leanings(reading, [place], income=False)[0] > 0:
            symbol = "p"
        else:
            symbol = "n"
        if symbol in places:
            return None
        places[symbol] = [place]
    return places


def _from_prices(reading: Reading, elasticity: int, others: list[int]) -> dict[str, list[int]] | None:
    """Take the change of the price from two prices, and what is left for the quantity."""
    if len(others) not in (2, 3):
        return None
    weights = leanings(reading, others, income=False)
    order = sorted(range(len(others)), key=lambda one: -weights[one])
    prices = sorted(others[one] for one in order[:2])
    if weights[order[1]] <= 0:
        return None
    places = {"e": [elasticity], "a": prices[:1], "b": prices[1:]}
    return places | {"n": [others[order[2]]]} if len(others) == 3 else places


def _of_income(text: str) -> bool:
    return (
        rx.search(INCOME, text) is not None
        and rx.search(r"ingreso total|\bmi ingreso|\bprecio|factur|recaud", text) is None
    )


def _effect(g: Given) -> Solution:
    size = g["e"]
    supply, cross = rx.search(SUPPLY, g.text) is not None, rx.search(CROSS, g.text) is not None
    income = _of_income(g.text)
    by_price = not supply and not cross and not income
    if by_price:
        size = -abs(size)
    cause_name = "ingreso" if income else "precio"
    if "a" in g:
        cause = 100 * (g["b"] - g["a"]) / g["a"]
        effect = size * cause
        worked = f"{number(size)} × {percent(cause)} = {percent(effect)}"
    elif "x" in g:
        cause = signed(g, "x")
        effect = size * cause
        worked = f"{number(size)} × {percent(cause)} = {percent(effect)}"
    else:
        effect = signed(g, "y")
        if size == 0:
            raise CalculationError("Con elasticidad cero la cantidad no responde: no hay variación que lo logre.")
        cause = effect / size
        worked = f"{percent(effect)} / ({number(size)}) = {percent(cause)}"
    asked, value = (
        (f"la cantidad {_way(effect)}", effect) if "y" not in g else (f"el {cause_name} {_way(cause)}", cause)
    )
    result = f"{asked[:1].upper()}{asked[1:]}."
    change = 100 * ((1 + cause / 100) * (1 + effect / 100) - 1)
    levels: list[str] = []
    if "n" in g:
        levels.append(f"la cantidad pasa de {number(g['n'])} a {number(g['n'] * (1 + effect / 100))}")
    if "p" in g and not income:
        levels.append(f"el precio pasa de {number(g['p'])} a {number(g['p'] * (1 + cause / 100))}")
    if "i" in g and not income:
        levels.append(f"el ingreso total pasa de {g.money(g['i'], 'i')} a {g.money(g['i'] * (1 + change / 100), 'i')}")
    if "n" in g and ("p" in g or "a" in g) and not income:
        before = g["n"] * (g["p"] if "p" in g else g["a"])
        levels.append(f"el ingreso total pasa de {number(before)} a {number(before * (1 + change / 100))}")
    if levels:
        result = f"{result[:-1]}: {', '.join(levels)}."
    if by_price or supply:
        meaning = f"El ingreso total {_way(change)} (sumando, unos {percent(cause + effect)})" + (
            ": con demanda elástica va al revés que el precio." if by_price and abs(size) > 1 else "."
        )
    elif income:
        kind = "inferior" if size < 0 else "de lujo" if size > 1 else "normal y necesario"
        meaning = f"Con elasticidad ingreso {number(size)} es un bien {kind}."
    else:
        meaning = (
            f"Son bienes {'sustitutos' if size > 0 else 'complementarios'}: la elasticidad cruzada es {number(size)}."
        )
    return Solution(value, result, worked, meaning, ("elasticidad constante en ese tramo; lo demás no cambia",))


def _way(change: float) -> str:
    return "no cambia" if abs(change) < 1e-12 else f"{'sube' if change > 0 else 'baja'} {percent(abs(change))}"


def _four(reading: Reading) -> dict[str, list[int]] | None:
    amounts = [place for place, one in enumerate(reading.quantities) if one.mark in "$#"]
    if len(amounts) != 4 or len(amounts) != len(reading.quantities):
        return None
    prices, counts = two_pairs(reading, amounts, income=False)
    money = [place for place in amounts if reading.quantities[place].mark == "$"]
    if len(money) == 2 and set(prices) != set(money):
        # «Vendía 200 a $ 800 y ahora 150 a $ 1.000»: what is money is a price.
        prices, counts = money, [place for place in amounts if place not in money]
    if any(reading.quantities[place].mark == "$" for place in counts):
        return None
    return dict(zip("abqr", ([one] for one in (*prices, *counts)), strict=True))


def _income_change(g: Given) -> Solution:
    before, after = g["a"] * g["q"], g["b"] * g["r"]
    value = after - before
    if rx.search(r"ingreso marginal|\bimg\b", g.text):
        if g["r"] == g["q"]:
            raise CalculationError("La cantidad no cambia: sin unidades de más no hay ingreso marginal.")
        each = value / (g["r"] - g["q"])
        return Solution(
            each,
            f"El ingreso marginal es {g.money(each)} por unidad.",
            g.fill(f"({{b}} × {{r}} − {{a}} × {{q}}) / ({{r}} − {{q}}) = {number(each, money=True)}"),
            f"El ingreso total pasa de {g.money(before)} a {g.money(after)}.",
            ("promedio del tramo",),
        )
    share = f", {_way(100 * value / before)}" if before else ""
    marginal = ""
    if g["r"] != g["q"]:
        marginal = f" El ingreso marginal es {g.money(value / (g['r'] - g['q']))} por unidad."
    return Solution(
        value,
        f"El ingreso total {'sube' if value > 0 else 'baja' if value < 0 else 'no cambia:'} {g.money(abs(value))}"
        f" (de {g.money(before)} a {g.money(after)}{share}).",
        g.fill(f"{{b}} × {{r}} − {{a}} × {{q}} = {number(value, money=True)}"),
        (
            "Si suben los dos o bajan los dos juntos, el ingreso sigue al precio: demanda inelástica."
            if (value > 0) == (g["b"] > g["a"])
            else "El ingreso va al revés que el precio: en ese tramo la demanda es elástica."
        )
        + marginal,
        ("ingreso por ventas, sin restar costos",),
    )


_LEVELS = (
    Input("e", "la elasticidad", Kind.NUMBER),
    Input("x", "la variación de la causa", Kind.RATE, above=-100, optional=True),
    Input("y", "la variación de la cantidad", Kind.RATE, optional=True),
    Input("n", "la cantidad inicial", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("p", "el precio inicial", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("i", "el ingreso inicial", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("a", "el precio inicial", Kind.AMOUNT, above=0, optional=True),
    Input("b", "el precio final", Kind.AMOUNT, above=-1e-9, optional=True),
)
_VARIES = (
    r"cambi\w*|vari\w+|gan[oae]\w*|pierd\w+|perd\w+|sub\w+|baj\w+|aument\w+|diferencia"
    r"|convien\w+|efecto|mas o menos|disminu\w+|crec\w+"
)

CALCULATORS = (
    Calculator(
        id="efecto_de_elasticidad",
        name="el efecto que dice una elasticidad",
        area=AREA,
        formula="%ΔQ = E × %ΔP",
        inputs=_LEVELS,
        keys="elasticidad elastica inelastica exy epd",
        needs="elasticidad inelastica epd ed exy ep ei ey e",
        when=(),
        names=rf"^(?=.*(?:{ELASTICITY}|\be(?:d|p|pd|xy|i|y|o|c)? #))(?=.*(?:%\d|[$#]\d.*[$#]\d.*[$#]\d))"
        r"(?=.*(?:cuant|que (?:porcentaje"
        rf"|pasa|variacion|cambio|efecto)|porcentaje|calcul|hall"
        r"|determin|estim|en que|como (?:cambi|vari|afect|reaccion|respond)|\bdelta|q ?$|q ,|necesit|nuev|cual"
        r"|predec|varia)).*",
        unless=r"\bz[dsci][qptmev] |\blerner|\bimpuest|\bno (?:sub|baj|aument|cambi|vari|ca[ei])|monopol",
        wordings=(),
        also="precio precios cantidad demanda demandada ventas ingreso total recaudacion productor consumo sube baja"
        " aumenta cae porcentaje cambia varia unidades oferta ofrecida bien renta",
        place=_place,
        work=_effect,
        asks=False,
    ),
    Calculator(
        id="cambio_del_ingreso_total",
        name="el cambio del ingreso total",
        area=AREA,
        formula="ΔIT = P₁Q₁ − P₀Q₀",
        inputs=tuple(msgspec.structs.replace(one, optional=False) for one in INPUTS if one.symbol in "abqr"),
        keys="ingreso facturacion recaudacion",
        when=(),
        names=rf"^(?=.*(?:ingresos?\b|factur|recaud|gasto total|ventas en))(?=.*\b(?:{_VARIES}|marginal)\b)"
        rf"(?=.*(?:precio"
        rf"|vend|cobr|[$#]\d)).*",
        unless=rf"{ELASTICITY}|\bz[dsci][qptmev] |\bcosto|impuest|%\d|(?<!ingreso )marginal"
        rf"|^(?!.*(?:cobr|precio)).*marginal|\brenta\b|tasa"
        rf"|inflacion|gananci|queda\b|sueldo"
        r"|alquiler|mercader|gasto(?! total)",
        wordings=(),
        place=_four,
        work=_income_change,
        asks=False,
    ),
)
