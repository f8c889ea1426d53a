"""Microeconomía: márgenes, markups y el precio o el costo que sale de ellos."""

import re
from collections.abc import Callable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_ON_COST = re.compile(
    r"sobre (?:el |los |su |mi )?(?:costos?|precio de costo|precio de compra|lo que|compra)|\bmarkup|\bmark up|\brecarg"
    r"|\bmarg\w+ (?:de )?%\d (?:al|sobre el) costo|\bganar(?:le|les)\b|\bles? (?:gan\w+|sac\w+|pon\w+|met\w+)|\bremarc"
    r"|\bcarg[ouaá]\w*|\bsumo\b|\bsumar?le|\bagreg\w+ (?:un )?%|\baument"
    r"|\bencima del? (?:el )?costo|\brentabilidad sobre el costo|al costo (?:le |un )?"
)


def _on_cost(text: str) -> bool:
    """Tell whether a share is of the cost rather than of the price."""
    return _ON_COST.search(text) is not None and not rx.search(
        r"sobre (?:el |la |las )?(?:precio(?! de (?:costo|compra))|ventas?)", text
    )


def _margin(g: Given) -> Solution:
    margin, markup = 100 * (g["p"] - g["c"]) / g["p"], 100 * (g["p"] - g["c"]) / g["c"]
    return Solution(
        margin,
        f"El margen sobre el precio es {percent(margin)}; el markup sobre el costo, {percent(markup)}.",
        g.fill(f"({{p}} − {{c}}) / {{p}} = {percent(margin)} ; ({{p}} − {{c}}) / {{c}} = {percent(markup)}"),
        f"De cada unidad {'quedan' if margin >= 0 else 'se pierden'} {g.money(abs(g['p'] - g['c']))}; "
        f"de cada 100 de venta,"
        f" {number(abs(margin))}.",
        ("costo y precio de una misma unidad",),
    )


def _priced(g: Given) -> Solution:
    by_margin = g["c"] / (1 - g.rate("m")) if g["m"] < 100 else 0.0
    by_markup = g["c"] * (1 + g.rate("m"))
    if _on_cost(g.text) or not by_margin:
        if not by_margin and not _on_cost(g.text):
            raise CalculationError("El margen sobre el precio tiene que ser menor que 100 %: con 100 % no hay costo.")
        other = f" (con un margen de {percent(g['m'])} sobre el precio sería {g.money(by_margin)})" if by_margin else ""
        return Solution(
            by_markup,
            f"El precio es {g.money(by_markup)}{other}.",
            g.fill(f"{{c}} × (1 + {{m}} %) = {number(by_markup, money=True)}"),
            f"Se ganan {g.money(by_markup - g['c'])} por unidad, {percent(100 * (1 - g['c'] / by_markup))} del precio.",
            ("el porcentaje se calcula sobre el costo (markup)",),
        )
    return Solution(
        by_margin,
        f"El precio es {g.money(by_margin)} (con un markup de ese porcentaje sería {g.money(by_markup)}).",
        g.fill(f"{{c}} / (1 − {{m}} %) = {number(by_margin, money=True)}"),
        f"De cada unidad vendida quedan {g.money(by_margin - g['c'])} por encima del costo.",
        ("el margen se calcula sobre el precio de venta",),
    )


def _cost(g: Given) -> Solution:
    by_margin, by_markup = g["p"] * (1 - g.rate("m")), g["p"] / (1 + g.rate("m"))
    if _on_cost(g.text):
        return Solution(
            by_markup,
            f"El costo es {g.money(by_markup)} (con un margen de {percent(g['m'])} sobre el precio sería"
            f" {g.money(by_margin)}).",
            g.fill(f"{{p}} / (1 + {{m}} %) = {number(by_markup, money=True)}"),
            f"Se ganan {g.money(g['p'] - by_markup)} por unidad.",
            ("el porcentaje se calcula sobre el costo (markup)",),
        )
    return Solution(
        by_margin,
        f"El costo es {g.money(by_margin)} (con un markup de ese porcentaje sería {g.money(by_markup)}).",
        g.fill(f"{{p}} × (1 − {{m}} %) = {number(by_margin, money=True)}"),
        f"Se ganan {g.money(g['p'] - by_margin)} por unidad.",
        ("el margen se calcula sobre el precio de venta",),
    )


_ASKED_SHARE = re.compile(
    r"\b(?:que|cual|cuanto|equival\w+|correspond\w+)(?: (?:es|el|a|de|un|que|seria|su|le))* "
    r"(?P<name>margen|markup|mark up|recargo|porcentaje)(?: (?!sobre)[a-z]+){0,3}?"
    r"(?: sobre (?:el |las? )?(?P<on>costo|precio|ventas?))?(?! (?:de |del )*%)"
)


def _other_share(g: Given) -> Solution:
    share = g.rate("m")
    asked = _ASKED_SHARE.search(g.text)
    if asked:
        from_markup = "costo" not in (asked["on"] or "") and not asked["name"].startswith(("mark", "rec"))
    else:
        from_markup = (
            rx.search(
                r"(?:markup|mark up|recargo)(?: \w+){0,3}? %\d|%\d (?:de )?(?:markup|recargo)|sobre (?:el )?costo",
                g.text,
            )
            is not None
        )
    if from_markup:
        value = 100 * share / (1 + share)
        worked, name, base = (
            f"m = {percent(g['m'])} / (1 + {percent(g['m'])})",
            "margen sobre el precio",
            "sobre el costo",
        )
    else:
        if share >= 1:
            raise CalculationError("El margen sobre el precio tiene que ser menor que 100 %.")
        value = 100 * share / (1 - share)
        worked, name, base = (
            f"k = {percent(g['m'])} / (1 − {percent(g['m'])})",
            "markup sobre el costo",
            "sobre el precio",
        )
    return Solution(
        value,
        f"Equivale a un {name} de {percent(value)}.",
        f"{worked} = {percent(value)}",
        f"Es la misma ganancia en dinero: {percent(g['m'])} {base}.",
    )


def _from_gain(g: Given) -> Solution:
    if "p" not in g and "c" not in g:
        raise CalculationError("Para eso me falta un dato: ¿cuál es el precio de venta o el costo?")
    price = g["p"] if "p" in g else g["c"] + g["g"]
    cost = g["c"] if "c" in g else price - g["g"]
    if cost <= 0:
        raise CalculationError("La ganancia no puede ser todo el precio o más: revisá los datos.")
    margin, markup = 100 * g["g"] / price, 100 * g["g"] / cost
    return Solution(
        margin,
        f"El margen sobre el precio es {percent(margin)}; el markup sobre el costo, {percent(markup)}.",
        f"{number(g['g'])} / {number(price)} = {percent(margin)} ; {number(g['g'])} "
        f"/ {number(cost)} = {percent(markup)}",
        f"El precio es {g.money(price)} y el costo {g.money(cost)}.",
    )


def _contribution(g: Given) -> Solution:
    value = g["p"] - g["c"]
    share = 100 * value / g["p"]
    return Solution(
        value,
        f"El margen de contribución es {g.money(value)} por unidad, {percent(share)} del precio.",
        g.fill(f"{{p}} − {{c}} = {number(value, money=True)} ; {number(value, money=True)} / {{p}} = {percent(share)}"),
        "Es lo que cada unidad deja para pagar los costos fijos y, después, ganar.",
    )


_COST_WORDS = (
    r"precio de (?:costo|compra)|costos?(?: unitarios?| variables?| de compra"
    r"| de produccion| por unidad)*|cuesta|costo|costaron"
    r"|compr\w+(?: \w+){0,3}? [ae]n?|compr\w+|(?:me |nos )?sal(?:e|io)|lo pag\w+"
    r"|pag\w+|consig\w+ a|hacerl[oa]|fabricarl[oa]|producirl[oa]|cme|cv|cvu|c"
)
_PRICE_WORDS = (
    r"precios?(?: de venta| final| al publico)?|(?:re)?vend\w+(?: \w+){0,3}? [ae]n?|(?:re)?vend\w+"
    r"|venta|cobr\w+|pvp|(?:se )?vende|ofrezco|facturo|p"
)
_C = Input("c", "el costo", Kind.AMOUNT, above=0, labels=_COST_WORDS)
_P = Input("p", "el precio", Kind.AMOUNT, above=0, labels=_PRICE_WORDS)
_M = Input("m", "el margen", Kind.RATE, above=0)
_COST_ROLE = re.compile(
    r"\b(?:precio de (?:costo|compra)|mercaderia|producto de|costos?"
    r"|cuesta|costo|costaron|compr\w+|sal(?:e|io|en)|pag\w+|consig\w+|hacerl[oa]"
    r"|fabricarl[oa]|producirl[oa]|cme|cvu?|c)\b"
)
_PRICE_ROLE = re.compile(
    r"\b(?:precios?(?! de (?:costo|compra))|(?:re)?vend\w+|venta|cobr\w+|pvp|pv"
    r"|ofrezco|facturo|p)\b"
)


def _placer(role: str) -> Callable[[Reading], dict[str, list[int]] | None]:
    """Return what takes one amount and one percentage, where the words before the amount say that it is this one."""

    def place(reading: Reading) -> dict[str, list[int]] | None:
        marks = [one.mark for one in reading.quantities]
        if len(marks) != 2 or marks.count("%") != 1 or "@" in marks:
            return None
        rate = marks.index("%")
        amount = 1 - rate
        return {role: [amount], "m": [rate]} if _role(reading, amount) == role else None

    return place


_ASKED_ROLE = re.compile(
    r"\b(?:cual|cuanto) (?:es|fue|era|seria|sera) (?:el |su |mi )?(?:(?P<cost>costo\b|precio de (?:costo|compra))"
    r"|precio(?! de (?:costo|compra)))"
)
"""What is asked for is not what is given."""


def _role(reading: Reading, place: int) -> str:
    """Tell a cost (c) from a price (p) by the nearest word before the amount, or else after it."""
    start, end = reading.slot(place)
    text = reading.text
    asked = _ASKED_ROLE.search(text)
    if asked:
        return "p" if asked["cost"] else "c"
    floor = reading.slot(place - 1)[1] if place else 0
    roof = reading.slot(place + 1)[0] if place + 1 < len(reading.slots) else len(text)
    for reverse, low, high in ((True, floor, start), (False, end, roof), (True, 0, start), (False, end, len(text))):
        found = [(one.start(), "c") for one in _COST_ROLE.finditer(text, low, high)]
        found += [(one.start(), "p") for one in _PRICE_ROLE.finditer(text, low, high)]
        if found:
            return (max if reverse else min)(found)[1]
    return ""


_SHARE = r"\bmargen(?:es)?\b|\bmarkup|\bmark up|\brecarg"
_NEVER = (
    r"\bz[dsci][qptmev] |\bmarginal|\blerner|costos? fijos?|\bcf\b|\biva\b|\bno\b"
    r"|elastic|punto de equilibrio|interes|cuotas"
    r"|descuento|\btasa\b|dolar|accion|plazo"
    r"|emplead|cargas sociales|boleta|tarjeta"
)
_GAIN = (
    r"\b(?:ganar(?:le|les|me)?|ganando|ganancia|gano|gane|quede|utilidad|rentabilidad"
    r"|beneficio|remarc\w+|carg\w+|sumo|agrego)\b"
)
_COST_NAMED = (
    r"\bcost|\bmercaderia|\bproducto de [$#]|\bcuesta|\bcompr|\bsale\b|\bsalio\b|\bpag[ueo]|hacerl|fabric|\bpaga"
)
_PRICE_NAMED = r"\bprecio\b(?! de (?:costo|compra))|\b(?:re)?vend|\bventa\b|\bcobr|\bpvp\b"

CALCULATORS = (
    Calculator(
        id="margen_y_markup",
        name="el margen y el markup",
        area=AREA,
        formula="m = (P − C) / P ; k = (P − C) / C",
        inputs=(_C, _P),
        keys="margen markup costo",
        when=(),
        names=rf"^(?=.*(?:{_COST_NAMED}))(?=.*(?:{_PRICE_NAMED}))(?=.*(?:{_SHARE}|que porcentaje"
        rf"|que %|cuanto por ciento|porcentaje"
        r"|porcentual|rentabilidad)).*|^costo (?:de )?[$#]\d ,? ?(?:y )?precio (?:de )?[$#]\d$"
        rf"|^(?=.*(?:compr\w+|me cuesta|costo|me sale) )(?=.*(?:vend\w+|cobr\w+) )(?=.*(?:{_SHARE})).*",
        unless=rf"{_NEVER}|%\d|contribucion|unidades|promocion|inflacion",
        wordings=(),
        work=_margin,
        asks=False,
    ),
    Calculator(
        id="precio_desde_margen",
        name="el precio para un margen",
        area=AREA,
        formula="P = C / (1 − m)",
        inputs=(_C, _M),
        keys="margen costo markup recargo",
        when=(),
        names=rf"^(?=.*(?:{_COST_NAMED}|\bc\b))(?=.*(?:{_SHARE}|{_GAIN}|sobre (?:el )?costo))(?=.*%\d).*",
        unless=rf"{_NEVER}|contribucion|inflacion|%\d+ (?:de |del )*(?:mi |el |los |mis )*(?:ingresos?|sueldo|salario)",
        wordings=(),
        place=_placer("c"),
        work=_priced,
        asks=False,
    ),
    Calculator(
        id="costo_desde_margen",
        name="el costo que deja un margen",
        area=AREA,
        formula="C = P (1 − m)",
        inputs=(_P, _M),
        keys="margen costo markup recargo",
        when=(),
        names=rf"^(?=.*(?:{_PRICE_NAMED}|\ba [$#]\d))(?=.*(?:{_SHARE}|{_GAIN}|sobre (?:el )?costo))"
        rf"(?=.*(?:{_COST_NAMED}))(?=.*%\d).*",
        unless=rf"{_NEVER}|contribucion|inflacion",
        wordings=(),
        place=_placer("p"),
        work=_cost,
        asks=False,
    ),
    Calculator(
        id="margen_desde_markup",
        name="el margen que corresponde a un markup",
        area=AREA,
        formula="m = k / (1 + k) ; k = m / (1 − m)",
        inputs=(_M,),
        keys="margen markup",
        needs="margen",
        when=(),
        names=r"^(?=.*\bmargen)(?=.*(?:markup|mark up|recargo|sobre (?:el )?costo)).*",
        unless=rf"{_NEVER}|[$#]\d",
        wordings=(),
        work=_other_share,
        asks=False,
    ),
    Calculator(
        id="margen_desde_ganancia",
        name="el margen que deja una ganancia",
        area=AREA,
        formula="m = g / P ; k = g / C",
        inputs=(
            Input(
                "g",
                "la ganancia por unidad",
                Kind.AMOUNT,
                above=0,
                labels=r"gan\w+|le saco|utilidad|margen de|me queda\w*|deja\w*",
            ),
            Input(
                "p",
                "el precio",
                Kind.AMOUNT,
                above=0,
                optional=True,
                labels=rf"{_PRICE_WORDS}|(?:producto|articulo|venta|prenda) (?:de|a)",
            ),
            Input("c", "el costo", Kind.AMOUNT, above=0, optional=True, labels=_COST_WORDS),
        ),
        keys="margen markup",
        when=(),
        names=rf"^(?=.*(?:gan[oa]|ganamos|ganando|ganancia|utilidad|le saco|me quedan?) (?:de )?[$#]"
        rf"|.*[$#]\d+ (?:pesos )?de (?:ganancia|utilidad|beneficio))"
        rf"(?=.*(?:{_SHARE})).*",
        unless=rf"{_NEVER}|%\d|contribucion|inflacion",
        wordings=(r"(?:gan\w+|utilidad|le saco|me quedan?) (?:de )?{g}",),
        work=_from_gain,
        asks=False,
    ),
    Calculator(
        id="margen_contribucion",
        name="el margen de contribución",
        area=AREA,
        formula="mc = P − CVu",
        inputs=(_C, _P),
        keys="contribucion",
        needs="contribucion",
        when=(),
        names=r"^(?=.*contribucion marginal|.*margen de contribucion|.*contribucion unitaria"
        r"|.*contribucion por unidad).*",
        unless=r"%\d|costos? fijos?|\bcf\b|\bz[dsci][qptmev] |equilibrio",
        wordings=(),
        work=_contribution,
        asks=False,
    ),
)
