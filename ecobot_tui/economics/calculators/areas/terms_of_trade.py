"""Sector externo: los términos del intercambio, de índices, entre dos períodos o de variaciones."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Sector externo"
_NAMED = (
    r"termino\w* (?:del? |de los )?intercambio|relacion (?:real )?de (?:los )?(?:terminos de )?intercambio"
    r"|\btdi\b|\brti\b|\btoti?\b"
)
_SOLD = r"px|p x|export\w*|vend\w+|ventas|soja|trigo|carne|petroleo|cobre"
_BOUGHT = r"pm|p m|import\w*|compr\w+|compras"
FALLS = (
    r"\b(?:baj\w*|ca(?:e|en|er|ida|yo|yeron)|abarat\w+|disminu\w+|reduj\w+|descend\w+|retroced\w+|perd\w+|menos"
    r"|baratos)\b"
)
RISES = r"\b(?:sub\w*|aument\w+|crec\w+|encarec\w+|increment\w+|mejor\w+|mas|caros)\b"
_STILL = (
    r"igual(?:es)?|sin cambios?|no (?:\w+ )?(?:cambi\w+|vari\w+|se mov\w+)|constantes?|estables?|se mantuv\w+"
    r"|se mantien\w+|fij[oa]s|mismo"
)

LEVELS = System(
    id="terminos_intercambio",
    name="los términos del intercambio",
    area=AREA,
    formula="(Px / Pm) × 100",
    magnitudes=(
        Magnitude(
            "t",
            "TdI",
            "el índice de los términos del intercambio",
            rf"(?:indice (?:de )?(?:los )?)?(?:{_NAMED})",
            Kind.NUMBER,
            above=0,
            meaning="Es lo que se importa con la misma cantidad exportada, por cada 100 del año base.",
        ),
        Magnitude(
            "x",
            "Px",
            "el índice de precios de exportación",
            r"(?:(?:indice|precios?|ipx)(?: (?:de|del|los|las|promedio|medio))* )*(?:expo(?:rt\w*)?\b(?: del pais)?"
            r"|lo que (?:se )?(?:export\w+|vend\w+)(?: (?:al exterior|afuera|al mundo))?)|px|p x|ipx",
            Kind.NUMBER,
            above=0,
        ),
        Magnitude(
            "m",
            "Pm",
            "el índice de precios de importación",
            r"(?:(?:indice|precios?|ipm)(?: (?:de|del|los|las|promedio|medio))* )*(?:impo(?:rt\w*)?\b(?: del pais)?"
            r"|lo que (?:se )?(?:import\w+|compr\w+)(?: (?:al exterior|afuera|al mundo))?)|pm|p m|ipm",
            Kind.NUMBER,
            above=0,
        ),
    ),
    rules=(
        rule("t", "{x} / {m} × 100", lambda x, m: 100 * x / m),
        rule("x", "{t} × {m} / 100", lambda t, m: t * m / 100),
        rule("m", "{x} / {t} × 100", lambda x, t: 100 * x / t),
    ),
    keys="px terminos intercambio",
    names=rf"{_NAMED}|\bpx (?=.*\bpm\b)",
    unless=r"%\d|@\d|elastic|\bq|#\d+ a (?:los )?#\d+|unidades|toneladas",
    default="t",
    assumptions=("los dos índices de precios tienen la misma base",),
)


def _over_time(g: Given) -> Solution:
    first, value = 100 * g["a"] / g["c"], 100 * g["b"] / g["d"]
    change = 100 * prices.change(first, value)
    return Solution(
        value,
        f"Los términos del intercambio pasan de {number(first)} a {number(value)}: varían {percent(change)}.",
        g.fill(f"{{b}} / {{d}} × 100 = {number(value)}"),
        _meaning(change),
    )


def _meaning(change: float) -> str:
    if change > 0:
        return "Mejoraron: con lo mismo que se exporta se importa más."
    return "Empeoraron: con lo mismo que se exporta se importa menos." if change < 0 else "No cambiaron."


def _between_levels(g: Given) -> Solution:
    value = 100 * prices.change(g["a"], g["b"])
    verb = "mejoraron" if value > 0 else "empeoraron" if value < 0 else "no cambiaron:"
    return Solution(
        value,
        f"Los términos del intercambio {verb} {percent(abs(value))} (variación {percent(value)}).",
        g.fill(f"{{b}} / {{a}} − 1 = {percent(value)}"),
        _meaning(value),
    )


def _place_levels(reading: Reading) -> Places | None:
    """Tell the index of the terms of trade before from that after; prices of two sides are another question."""
    story = Story(reading)
    numbers = [place for place in range(len(reading.quantities)) if place not in story.years]
    if len(numbers) != 2 or any(reading.quantities[place].mark != "#" for place in numbers):
        return None
    if rx.search(rf"\b(?:{_SOLD})\b.*\b(?:{_BOUGHT})\b|\b(?:{_BOUGHT})\b.*\b(?:{_SOLD})\b", reading.text):
        return None
    if not rx.search(r"\b(?:pas\w+|eran?|fueron|estaban|hasta|a) (?:\w+ )?#\d", reading.text):
        return None
    first, last = in_time_order(story, numbers)
    return {"a": [first], "b": [last]}


def _place_changes(reading: Reading) -> Places | None:
    """Tell the change of what is sold from that of what is bought, each with its direction; one may stand still."""
    story = Story(reading)
    rates = [place for place in range(len(reading.quantities)) if place in story.rates]
    level = [place for place in range(len(reading.quantities)) if place not in {*rates, *story.years}]
    if len(level) > 1 or not rates or any(reading.quantities[place].mark != "#" for place in level):
        return None
    sides = parted(story, rates, {"x": _SOLD, "m": _BOUGHT})
    if sides is None or any(len(some) != 1 for some in sides.values()):
        return None
    if len(sides) == 1:
        still = rx.search(rf"\b(?:{_STILL})\b", reading.text)
        if not still:
            return None
    places: Places = {"q": level} if level else {}
    for symbol, (place,) in sides.items():
        places[f"{symbol}n" if falls_at(story, place) else symbol] = [place]
    return places


def parted(
    story: Story, places: list[int], words: dict[str, str], weak: dict[str, str] | None = None
) -> dict[str, list[int]] | None:
    """Part numbers by their words; in «bajaron 10 % los precios de lo que exportamos» the words come after them."""
    every = "|".join((*words.values(), *(weak or {}).values()))
    if places and not rx.search(rf"\b(?:{every})", story.before(places[0])):
        found: dict[str, list[int]] = {}
        for place in places:
            after = story.after(place)
            starts = {
                symbol: told.start()
                for symbol, source in words.items()
                if (told := rx.search(rf"\b(?:{source})", after)) is not None
            }
            if not starts and weak:
                starts = {
                    symbol: told.start()
                    for symbol, source in weak.items()
                    if (told := rx.search(rf"\b(?:{source})", after)) is not None
                }
            if not starts:
                return None
            found.setdefault(min(starts, key=lambda symbol: starts[symbol]), []).append(place)
        return found
    return story.sides(places, words, weak)


def falls_at(story: Story, place: int) -> bool:
    """Tell whether a percentage is that of a fall: by the words before it, right behind it, or before the last one."""
    for words in (story.before(place), story.clause_after(place), story.before(place - 1) if place else ""):
        falls, rises = rx.search(FALLS, words), rx.search(RISES, words)
        if falls or rises:
            return falls is not None and rises is None
    return False


def _change_of(g: Given, symbol: str) -> float:
    if f"{symbol}n" in g:
        return -abs(g[f"{symbol}n"])
    return g.get(symbol, 0.0)


def _changes(g: Given) -> Solution:
    sold, bought = _change_of(g, "x"), _change_of(g, "m")
    value = 100 * prices.real_change(sold / 100, bought / 100)
    verb = "mejoraron" if value > 0 else "empeoraron" if value < 0 else "no cambiaron:"
    became = f" El índice pasa de {g.shown('q')} a {number(g['q'] * (1 + value / 100))}." if "q" in g else ""
    return Solution(
        value,
        f"Los términos del intercambio {verb} {percent(abs(value))} (variación {percent(value)}).{became}",
        f"(1 + {percent(sold)}) / (1 + {percent(bought)}) − 1 = {percent(value)}".replace("+ -", "− "),
        "Se comparan los precios de lo que se exporta con los de lo que se importa.",
    )


CALCULATORS = (
    calculator(LEVELS),
    Calculator(
        id="terminos_intercambio_entre_periodos",
        name="los términos del intercambio entre dos períodos",
        area=AREA,
        formula="(Px₁ / Pm₁) × 100",
        inputs=(
            Input("a", "el índice de exportación inicial", Kind.NUMBER, above=0),
            Input("b", "el índice de exportación final", Kind.NUMBER, above=0),
            Input("c", "el índice de importación inicial", Kind.NUMBER, above=0),
            Input("d", "el índice de importación final", Kind.NUMBER, above=0),
        ),
        keys="terminos intercambio exportacion exportaciones",
        names=_NAMED,
        when=(_NAMED,),
        unless=r"%\d|@\d",
        wordings=(
            r"(?:exporta\w*|px|vend\w+)(?: [a-z]\w*){0,6} (?:de |desde |entre )?{a} (?:a|hasta|y) {b}",
            r"(?:importa\w*|pm|compr\w+)(?: [a-z]\w*){0,6} (?:de |desde |entre )?{c} (?:a|hasta|y) {d}",
        ),
        work=_over_time,
        asks=False,
    ),
    Calculator(
        id="terminos_intercambio_entre_niveles",
        name="la variación de los términos del intercambio",
        area=AREA,
        formula="TdI₁ / TdI₀ − 1",
        inputs=(
            Input("a", "el índice inicial", Kind.NUMBER, above=0),
            Input("b", "el índice final", Kind.NUMBER, above=0),
        ),
        keys="terminos intercambio",
        names=rf"^(?=.*(?:{_NAMED})).*",
        when=(),
        wordings=(),
        work=_between_levels,
        place=_place_levels,
        asks=False,
    ),
    Calculator(
        id="variacion_terminos_intercambio",
        name="la variación de los términos del intercambio",
        area=AREA,
        formula="(1 + ΔPx) / (1 + ΔPm) − 1",
        inputs=(
            Input("x", "la variación de los precios de exportación", Kind.RATE, optional=True, above=-100),
            Input("xn", "la caída de los precios de exportación", Kind.RATE, optional=True, below=100),
            Input("m", "la variación de los precios de importación", Kind.RATE, optional=True, above=-100),
            Input("mn", "la caída de los precios de importación", Kind.RATE, optional=True, below=100),
            Input("q", "el índice inicial", Kind.NUMBER, optional=True, above=0),
        ),
        keys="terminos intercambio",
        names=rf"^(?=.*(?:{_NAMED})).*",
        when=(),
        wordings=(),
        also="exportacion exportaciones exportamos importacion importaciones importamos precios indice variacion",
        work=_changes,
        place=_place_changes,
        asks=False,
    ),
)
