"""Sector externo: el carry trade contado: se venden dólares, se colocan los pesos y se vuelve a comprar."""

from collections.abc import Callable
from functools import lru_cache

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import dollars, pesos
from ecobot_tui.economics.calculators.areas.terms_of_trade import falls_at, parted
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading, months_in
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Sector externo"
_HELD = r"(?:dolares|usd|us|dolar|verdes)\b"
_BACK = (
    r"\b(?:re ?compr\w+|volv\w+|vuelv\w+|compr\w+|dolariz\w+|final|termin\w+|despues|al salir|salid\w+|salg\w+|salgo"
    r"|desarm\w+|cier\w+|cerr\w+)(?: [a-z]+){0,6}$"
)
_OUT = r"\b(?:vend\w+|cambi\w+|liquid\w+|entr\w+|inicial|hoy|estaba|arranc\w+|pas\w+)(?: [a-z]+){0,6}$"
_TIES = (
    r"empat\w*|no (?:pierd\w+|perd\w+|gan\w+ ni)|sin (?:que )?pierd\w+|sin perder|sal(?:go|ir) (?:hecho|empatad\w+)"
    r"|indiferen\w+|equilibrio|break ?even|da(?:ria)? lo mismo|conv(?:iene|endria|enga)|mismo resultado"
    r"|salir ganando|ganaria|quedar? igual|deja de convenir|como maximo|hasta (?:que|cuanto|donde)"
)
_PESOS_SIDE = (
    r"tasa|rind\w+|rend\w+|plazo fijo|letra|lecap|en pesos|paga\w*|gan\w+|interes|coloc\w+|invert\w+|caucion|fondo"
)
_DOLLAR_SIDE = r"dolar\b|devalu\w+|deprec\w+|tipo de cambio|apreci\w+|cotizacion|cambio"


@lru_cache(maxsize=16)
def _read(reading: Reading) -> Choice | None:
    """Tell the dollars, the price at which they go, the rate of the pesos, its term, and the price to come back."""
    story = Story(reading)
    numbers = reading.quantities
    rates = [place for place, one in enumerate(numbers) if one.mark == "%" or place in story.rates]
    times = list(story.times)
    if len({numbers[place].months for place in times}) > 1 or not 1 <= len(rates) <= 2:
        return None
    time: Places = {"n": times[:1]} if times else {}
    rest = [place for place in range(len(numbers)) if place not in {*rates, *times, *story.years}]
    if any(numbers[place].mark not in "$#" or story.value(place) <= 0 for place in rest):
        return None
    if len(rates) == 2:
        if rest or (sides := parted(story, rates, {"d": _DOLLAR_SIDE, "i": _PESOS_SIDE})) is None or len(sides) != 2:
            return None
        if falls_at(story, sides["d"][0]):
            sides["dn"] = sides.pop("d")
        return Choice("carry_con_devaluacion", {**sides, **time})
    held = [
        place for place in rest if numbers[place].number.currency == "US$" or rx.match(rf" {_HELD}", story.after(place))
    ]
    quotes = [place for place in rest if place not in held[:1]]
    if len(held) == 2 and len(rest) == 2:
        # «El dólar de 1.150 dólares»: both are prices.
        return None
    places: Places = {"i": rates, **time}
    if held and len(quotes) != 2 and not (len(quotes) == 1 and rx.search(_TIES, reading.text)):
        return None
    if len(quotes) == 2:
        first, last = in_time_order(story, quotes)
        if rx.search(_BACK, story.before(first)) and rx.search(_OUT, story.before(last)):
            first, last = last, first
        places |= {"a": [first], "b": [last]}
        return Choice("carry_trade_monto" if held else "carry_trade", {**places, **({"q": held} if held else {})})
    if len(quotes) == 1 and rx.search(_TIES, reading.text):
        return Choice("dolar_de_empate", {**places, "a": quotes})
    return None


_of = chosen_by(_read)


def _growth(g: Given) -> tuple[float, str, str]:
    """Return by what the pesos are multiplied over the whole term, how that is written, and what was assumed."""
    rate, shown, period = g.rate("i"), g.shown("i"), g.period("i")
    if "n" not in g or period is None:
        return 1 + rate, f"(1 + {shown} %)", "la tasa es la de todo el plazo, sin comisiones"
    time = g.quantity("n")
    count = time.months / months_in(period)
    if period == "ano" and abs(count - 1) > 1e-9 and not rx.search(r"efectiv\w+|\btea\b|compuest|capitaliz", g.text):
        share = time.days / 365 if time.unit in ("dia", "semana", "quincena") else time.months / 12
        return 1 + rate * share, f"(1 + {shown} % × {number(share)})", "tasa nominal anual, en proporción al plazo"
    if period == "mes" and time.unit == "dia" and time.value % 30 == 0:
        count = time.value / 30
    if abs(count - 1) < 1e-9:
        return 1 + rate, f"(1 + {shown} %)", "la tasa es la de todo el plazo, sin comisiones"
    if rx.search(r"interes simple|simple", g.text):
        return 1 + rate * count, f"(1 + {shown} % × {number(count)})", "interés simple, sin comisiones"
    return (
        (1 + rate) ** count,
        f"(1 + {shown} %)^{number(count)}",
        "los intereses se vuelven a colocar cada período, sin comisiones",
    )


def _said(value: float) -> str:
    if value > 0:
        return "La tasa en pesos le ganó a la suba del dólar."
    if value < 0:
        return "La suba del dólar se comió la tasa en pesos: mejor era quedarse en dólares."
    return "La tasa y la suba del dólar se compensaron."


def _return(g: Given) -> Solution:
    factor, shown, how = _growth(g)
    value = 100 * (factor * g["a"] / g["b"] - 1)
    return Solution(
        value,
        f"El carry trade rinde {percent(value)} en dólares.",
        g.fill(f"{shown} × {{a}} / {{b}} − 1 = {percent(value)}"),
        _said(value),
        (how,),
    )


def _amount(g: Given) -> Solution:
    factor, shown, how = _growth(g)
    value = g["q"] * g["a"] * factor / g["b"]
    gain = value - g["q"]
    return Solution(
        value,
        f"Terminás con {dollars(value)}: {'ganás' if gain >= 0 else 'perdés'} {dollars(abs(gain))}.",
        g.fill(f"{{q}} × {{a}} × {shown} / {{b}} = {number(value, money=True)}"),
        f"En dólares es {percent(100 * prices.change(g['q'], value))}; en pesos se llegó a"
        f" {pesos(g['q'] * g['a'] * factor)}.",
        (how,),
    )


def _tie(g: Given) -> Solution:
    factor, shown, how = _growth(g)
    value = g["a"] * factor
    return Solution(
        value,
        f"El dólar que empata es {pesos(value)}.",
        g.fill(f"{{a}} × {shown} = {pesos(value)}"),
        f"Si el dólar termina más barato, convenían los pesos; aguanta una suba de {percent(100 * (factor - 1))}.",
        (how,),
    )


def _by_rates(g: Given) -> Solution:
    factor, shown, how = _growth(g)
    rise = -abs(g.rate("dn")) if "dn" in g else g.rate("d")
    value = 100 * (factor / (1 + rise) - 1)
    return Solution(
        value,
        f"El rendimiento en dólares es {percent(value)}.",
        f"{shown} / (1 + {percent(100 * rise)}) − 1 = {percent(value)}",
        _said(value),
        (how, "la suba del dólar es la de todo el plazo"),
    )


_RATE = Input("i", "la tasa en pesos", Kind.RATE, above=-100)
_TIME = Input("n", "el plazo", Kind.TIME, optional=True, above=0)
_FIRST = Input("a", "el dólar inicial", Kind.AMOUNT, above=0)
_LAST = Input("b", "el dólar final", Kind.AMOUNT, above=0)
_DEAL = (
    r"^(?=.*\b(?:dolar|dolares|usd|us)\b)(?=.*\b(?:carry|bicicleta|recompr\w+|en dolares|re compr\w+|vuelv\w+|volv\w+"
    r"|vend\w+|cambi\w+|empat\w+|cuantos dolares)).*"
)
_UNLESS = (
    r"inflacion|cuota|prestamo|credito|\bbonos?\b|cupon|arancel|export|import|comision|impuesto|tasa en dolares"
    r"|tasa externa|tasa internacional|(?<!sin )interes en dolares|futuro|paridad|accion|\bal30|dividend"
    r"|recargo|tarjeta|brecha|percepcion"
)


def _calculator(
    identifier: str,
    name: str,
    formula: str,
    inputs: tuple[Input, ...],
    work: Callable[[Given], Solution],
    names: str,
    unless: str = _UNLESS,
) -> Calculator:
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys="carry bicicleta trade dolar dolares empate",
        names=names,
        when=(),
        unless=unless,
        wordings=(),
        work=work,
        place=_of(identifier),
        asks=False,
    )


CALCULATORS = (
    _calculator(
        "carry_trade",
        "el rendimiento en dólares del carry trade",
        "(1 + i) × S₀ / S₁ − 1",
        (_RATE, _FIRST, _LAST, _TIME),
        _return,
        r"^(?=.*(?:dolar|cambio|carry))(?=.*(?:carry|bicicleta|en dolares|re ?compr)).*",
    ),
    _calculator(
        "carry_trade_monto",
        "los dólares al final del carry trade",
        "dólares × S₀ × (1 + i) / S₁",
        (Input("q", "los dólares iniciales", Kind.AMOUNT, above=0), _FIRST, _RATE, _LAST, _TIME),
        _amount,
        _DEAL,
    ),
    _calculator(
        "dolar_de_empate",
        "el dólar que empata con la tasa en pesos",
        "S(1 + i)",
        (Input("q", "los dólares", Kind.AMOUNT, optional=True), _FIRST, _RATE, _TIME),
        _tie,
        rf"^(?=.*(?:dolar|dolares|usd|carry|tipo de cambio)\b)(?=.*(?:{_TIES})).*",
    ),
    _calculator(
        "carry_con_devaluacion",
        "el rendimiento en dólares",
        "(1 + i) / (1 + d) − 1",
        (
            _RATE,
            Input("d", "la suba del dólar", Kind.RATE, above=-100, optional=True),
            Input("dn", "la baja del dólar", Kind.RATE, below=100, optional=True),
            _TIME,
        ),
        _by_rates,
        r"^(?=.*(?:carry|bicicleta|en dolares|medid\w+ en dolar))(?=.*(?:dolar\b|devalu|deprec|tipo de cambio)).*",
    ),
)
