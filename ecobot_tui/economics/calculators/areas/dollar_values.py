"""Sector externo: lo que un precio o un ingreso en pesos sube o baja en dólares, y el peso de la deuda externa."""

from functools import lru_cache

from ecobot_tui.economics.calculators.areas.exchange_words import dollars
from ecobot_tui.economics.calculators.areas.terms_of_trade import falls_at, parted
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Sector externo"
_DOLLAR = r"dolar\b|tipo de cambio|devalu\w+|deprec\w+|cotizacion|blue\b"
_QUOTED = r"(?:dolar|tipo de cambio)(?: (?:blue|oficial|mep|a|en|de|estaba|esta|valia|vale|cotiza\w*|hoy|ya))*"
_THING = (
    r"inflacion|precios?|sueldos?|salarios?|alquiler\w*|ingresos?|cobr\w+|gan\w+|jubilacion\w*|ipc|cuesta|costaba|salia"
    r"|sale|valia|propiedad\w*|depto|departamento|facturacion|ventas|pbi|pesos|costos?"
)


@lru_cache(maxsize=16)
def _read(reading: Reading) -> Choice | None:
    """Tell what happened to an amount in pesos from what happened to the dollar."""
    story = Story(reading)
    numbers = reading.quantities
    told = [
        place
        for place, one in enumerate(numbers)
        if place not in story.years and not (one.mark == "@" and one.value == 1) and not _is_unit(reading, place)
    ]
    rates = [place for place in told if numbers[place].mark == "%"]
    quotes = [place for place in told if story.leads(place, _QUOTED)]
    sides: dict[str, list[int]] | None
    if len(quotes) == 2 and len(told) in (3, 4) and not rates:
        sides = {"d": quotes, "p": [place for place in told if place not in quotes]}
    else:
        sides = parted(story, told, {"d": _DOLLAR, "p": _THING}) if told else None
    if sides is None or len(sides) != 2:
        return None
    if len(rates) == len(told) == 2:
        if any(len(some) != 1 for some in sides.values()):
            return None
        places: Places = {
            f"{symbol}n" if falls_at(story, place) else symbol: [place] for symbol, (place,) in sides.items()
        }
        return Choice("variacion_en_dolares", places)
    if rates or any(numbers[place].mark not in "$#" or story.value(place) <= 0 for place in told):
        return None
    if len(sides["d"]) != 2 or len(sides["p"]) not in (1, 2):
        return None
    before, after = in_time_order(story, sides["d"])
    places = {"a": [before], "b": [after], "x": sides["p"][:1]}
    if len(sides["p"]) == 2:
        first, last = in_time_order(story, sides["p"])
        places |= {"x": [first], "y": [last]}
    return Choice("monto_en_dolares_antes_y_despues", places)


def _is_unit(reading: Reading, place: int) -> bool:
    one = reading.quantities[place]
    return one.value == 1 and one.number.currency is not None


_of = chosen_by(_read)


def _rate(g: Given, symbol: str) -> float:
    return -abs(g.rate(f"{symbol}n")) if f"{symbol}n" in g else g.rate(symbol)


def _by_rates(g: Given) -> Solution:
    own, dollar = _rate(g, "p"), _rate(g, "d")
    value = 100 * prices.real_change(own, dollar)
    return Solution(
        value,
        f"En dólares {'sube' if value >= 0 else 'baja'} {percent(abs(value))} (variación {percent(value)}).",
        f"(1 + {percent(100 * own)}) / (1 + {percent(100 * dollar)}) − 1 = {percent(value)}",
        "Subió más que el dólar, así que se encareció en dólares."
        if value > 0
        else "El dólar subió más, así que se abarató en dólares."
        if value < 0
        else "Acompañó al dólar: en dólares no cambió.",
        ("las dos variaciones son del mismo período",),
    )


def _by_levels(g: Given) -> Solution:
    before, after = g["x"] / g["a"], g.get("y", g["x"]) / g["b"]
    value = 100 * prices.change(before, after)
    return Solution(
        value,
        f"En dólares pasa de {dollars(before)} a {dollars(after)}: {'sube' if value >= 0 else 'baja'}"
        f" {percent(abs(value))} ({dollars(abs(after - before))}).",
        f"{g.shown('x')} / {g.shown('a')} = {dollars(before)}; {g.shown('y' if 'y' in g else 'x')} / {g.shown('b')} ="
        f" {dollars(after)}",
        "Lo que cambia es cuántos dólares compran esos pesos.",
        ("al mismo tipo de dólar las dos veces",),
    )


EXTERNAL_DEBT = System(
    id="deuda_externa",
    name="el peso de la deuda externa",
    area=AREA,
    formula="deuda / PBI; deuda / exportaciones; intereses / exportaciones",
    magnitudes=(
        Magnitude(
            "d",
            "deuda",
            "la deuda externa",
            r"(?:stock de (?:la )?)?(?:la )?deuda(?: externa| de corto plazo)?(?: (?:total|publica|bruta))*"
            r"|debe\w*|adeuda\w*",
            above=0,
        ),
        Magnitude("x", "X", "las exportaciones", r"export\w+(?: (?:anuales|totales|de bienes))*", above=0),
        Magnitude(
            "s",
            "servicios",
            "los intereses de la deuda",
            r"(?:servicios?|intereses|pagos?|vencimientos?)(?: (?:de|por) (?:la )?deuda(?: externa)?)?",
            above=0,
        ),
        Magnitude("r", "reservas", "las reservas", r"reservas(?: (?:internacionales|brutas))?", above=0),
        Magnitude("y", "PBI", "el PBI", r"pbi|pib|producto(?: bruto)?(?: interno)?", above=0),
        Magnitude(
            "a",
            "deuda / PBI",
            "la deuda externa sobre el PBI",
            r"(?:porcentaje|proporcion|parte) del (?:pbi|pib|producto)|deuda(?: externa)? ?/ ?pbi",
            Kind.RATE,
            meaning="Compara lo que se debe con lo que el país produce en un año.",
        ),
        Magnitude(
            "b",
            "deuda / X",
            "la deuda externa sobre las exportaciones",
            r"veces (?:las )?export\w+|anos de export\w+|export\w+ de (?:un|cuantos) anos?",
            Kind.NUMBER,
            asked=r"cuantas veces|cuantos anos",
            meaning="Son los años de exportaciones que haría falta entregar para pagarla.",
        ),
        Magnitude(
            "c",
            "servicios / X",
            "los intereses sobre las exportaciones",
            r"(?:porcentaje|proporcion|parte) de (?:las )?export\w+",
            Kind.RATE,
            meaning="Es la parte de las divisas que se van en pagar la deuda.",
        ),
        Magnitude(
            "k",
            "reservas / deuda",
            "la parte de la deuda que cubren las reservas",
            r"(?:porcentaje|proporcion|parte) de (?:la )?deuda|cubr\w+",
            Kind.RATE,
        ),
    ),
    rules=(
        rule("a", "{d} / {y} × 100", lambda d, y: 100 * d / y),
        rule("b", "{d} / {x}", lambda d, x: d / x),
        rule("c", "{s} / {x} × 100", lambda s, x: 100 * s / x),
        rule("k", "{r} / {d} × 100", lambda r, d: 100 * r / d),
        rule("d", "{y} × {a} %", lambda y, a: y * a / 100),
    ),
    keys="deuda externa",
    names=r"deuda externa|intereses de la deuda(?=.*export)|^(?=.*deuda de corto plazo)(?=.*reservas).*",
    unless=r"tasa de interes|\btasa\b|@\d|superavit|deficit|bono|prestamo|cuota|habitante|per capita",
    default="a b c k",
    assumptions=("los valores están en la misma moneda y son del mismo año",),
)

CALCULATORS = (
    Calculator(
        id="variacion_en_dolares",
        name="la variación en dólares",
        area=AREA,
        formula="(1 + variación en pesos) / (1 + suba del dólar) − 1",
        inputs=(
            Input("p", "la variación en pesos", Kind.RATE, above=-100, optional=True),
            Input("pn", "la baja en pesos", Kind.RATE, below=100, optional=True),
            Input("d", "la suba del dólar", Kind.RATE, above=-100, optional=True),
            Input("dn", "la baja del dólar", Kind.RATE, below=100, optional=True),
        ),
        keys="dolar dolares",
        names=rf"^(?=.*en dolares)(?=.*(?:{_DOLLAR}))(?=.*(?:inflacion|precios?|sueldo|salario|alquiler|ingreso"
        r"|jubilacion|cost\w+|pbi|facturacion|ventas)\b).*",
        when=(),
        unless=r"[$@#]\d|tasa|plazo fijo|carry|rind\w+|rend\w+|estados unidos|eeuu|externa|internacional",
        wordings=(),
        work=_by_rates,
        place=_of("variacion_en_dolares"),
        asks=False,
    ),
    Calculator(
        id="monto_en_dolares_antes_y_despues",
        name="el monto en dólares, antes y después",
        area=AREA,
        formula="pesos / dólar, antes y después",
        inputs=(
            Input("x", "el monto en pesos de antes", Kind.AMOUNT, above=0),
            Input("y", "el monto en pesos de después", Kind.AMOUNT, above=0, optional=True),
            Input("a", "el dólar de antes", Kind.AMOUNT, above=0),
            Input("b", "el dólar de después", Kind.AMOUNT, above=0),
        ),
        keys="dolar dolares",
        names=rf"^(?=.*(?:en dolares|en verdes|cuantos dolares))(?=.*(?:{_DOLLAR}))(?=.*(?:{_THING})).*",
        when=(),
        unless=r"[%@]\d|compr\w+|vend\w+|bono|accion|al30|export|import|recargo",
        wordings=(),
        work=_by_levels,
        place=_of("monto_en_dolares_antes_y_despues"),
        asks=False,
    ),
    calculator(EXTERNAL_DEBT),
)
