"""Sector externo: el tipo de cambio real, de niveles y de variaciones."""

from functools import lru_cache

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import ABROAD, DOLLAR, LOCAL
from ecobot_tui.economics.calculators.areas.terms_of_trade import falls_at, parted
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.identities import Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Story, in_time_order

AREA = "Sector externo"
_REAL = (
    r"tipo de cambio (?:bilateral |multilateral )?real|\btcr\w?\b|\bitcr\w*|(?:de|a)preciacion real|cambio real"
    r"|(?:terminos|tasa) real\w*(?=.*(?:peso|dolar|cambio))|(?:deprec|aprec)i\w+(?: \w+){0,2} en terminos reales"
)
_PRICES = r"(?:(?:indices?|ipc|niveles?|precios?|canasta|p)(?: (?:de|del|los|las|la|el|general|en))* )?"
_OUT = "|".join(
    (
        ABROAD,
        r"eeuu|ee uu|estados unidos|internacional\w*|socios? (?:comercial\w*)?|resto del mundo|brasil|chile|p externo",
    )
)

LEVELS = System(
    id="tipo_cambio_real",
    name="el tipo de cambio real",
    area=AREA,
    formula="e × P* / P",
    magnitudes=(
        Magnitude(
            "q",
            "TCR",
            "el tipo de cambio real",
            r"(?:indice (?:de|del) )?tipo de cambio (?:bilateral |multilateral )?real|\bi?tcr\w?\b|cambio real",
            Kind.AMOUNT,
            meaning="Mide cuántas canastas locales cuesta una canasta extranjera: si sube, el país se abarata y gana"
            " competitividad.",
        ),
        Magnitude("e", "e", "el tipo de cambio nominal", DOLLAR + r"|e(?= [#$])|nominal|euro", Kind.AMOUNT, above=0),
        Magnitude("f", "P*", "el nivel de precios externo", rf"{_PRICES}(?:{_OUT})", Kind.AMOUNT, above=0),
        Magnitude(
            "p",
            "P",
            "el nivel de precios interno",
            rf"{_PRICES}(?:{LOCAL})|p(?= [#$])|(?:ipc|indice de precios|nivel de precios)(?! (?:{_OUT}))",
            Kind.AMOUNT,
            above=0,
        ),
    ),
    rules=(
        rule("q", "{e} × {f} / {p}", lambda e, f, p: e * f / p),
        rule("e", "{q} × {p} / {f}", lambda q, p, f: q * p / f),
        rule("f", "{q} × {p} / {e}", lambda q, p, e: q * p / e),
        rule("p", "{e} × {f} / {q}", lambda e, f, q: e * f / q),
    ),
    keys="real cambio",
    names=r"^(?=.*(?:tipo de cambio (?:bilateral |multilateral )?real|\btcr\w?\b|\bitcr\w*|cambio real)).*",
    unless=r"%\d|@\d|[#$]\d+ a (?:los )?[#$]\d+",
    default="q",
    assumptions=("los dos niveles de precios tienen la misma base",),
)


_NOMINAL = (
    r"devalu\w+|(?<!apreciacion )deprec\w+|dolar\b|tipo de cambio(?! real)(?: nominal)?|cambio nominal|\btcn\b"
    r"|cotizacion|moneda|peso\b|euro\b"
)
_INNER = rf"{LOCAL}|interior|del pais|argentina"
_BARE = r"inflacion|precios|ipc"


@lru_cache(maxsize=16)
def _read(reading: Reading) -> Choice | None:
    """Tell the change of the dollar from those of prices here and abroad."""
    story = Story(reading)
    numbers = reading.quantities
    rates = [place for place, one in enumerate(numbers) if one.mark == "%" or place in story.rates]
    rest = [
        place
        for place, one in enumerate(numbers)
        if place not in rates and place not in story.years and not (one.mark == "@" and one.value == 1)
    ]
    if any(numbers[place].mark not in "$#" for place in rest):
        return None
    nothing = rx.search(
        rf"(?:{_OUT})(?: [a-z]+){{0,3}} (?:nul\w+|cero|nada|sin cambios|constantes?|estables?|#\d"
        r"|no (?:vari|cambi|sub)\w+)"
        rf"|(?:sin|no hubo) inflacion (?:{_OUT})",
        reading.text,
    )
    words = {"d": _NOMINAL, "f": _OUT, "p": _INNER, "r": r"(?:tipo de )?cambio real|\btcr\b"}
    sides = parted(story, rates, words, {"p": _BARE}) if rates else None
    if sides is None or any(len(some) != 1 for some in sides.values()):
        return None
    for symbol in ("d", "f", "p", "r"):
        if symbol in sides and falls_at(story, sides[symbol][0]):
            sides[f"{symbol}n"] = sides.pop(symbol)
    got = {symbol.removesuffix("n") for symbol in sides}
    if rest and story.value(rest[-1]) == 0 and nothing:
        rest = rest[:-1]
    if "f" not in got and not nothing:
        return None
    if "r" in got:
        return Choice("dolar_desde_tcr", sides) if got == {"r", "p", "f"} and not rest else None
    if len(rest) == 2 and "d" not in got and "p" in got:
        first, last = in_time_order(story, rest)
        return Choice("variacion_tcr_con_niveles", {**sides, "a": [first], "b": [last]})
    if not {"d", "p"} <= got or len(rest) > 1:
        return None
    return Choice("variacion_tcr", {**sides, **({"q": rest} if rest else {})})


_of = chosen_by(_read)


def _rate(g: Given, symbol: str) -> float:
    if f"{symbol}n" in g:
        return -abs(g.rate(f"{symbol}n"))
    return g.rate(symbol) if symbol in g else 0.0


def _change(g: Given) -> Solution:
    nominal = prices.change(g["a"], g["b"]) if "a" in g else _rate(g, "d")
    abroad, here = _rate(g, "f"), _rate(g, "p")
    value = 100 * macro.real_exchange_rate_change(nominal, abroad, here)
    meaning = (
        "El país se encareció frente al exterior (apreciación real): perdió competitividad por precio."
        if value < 0
        else "El país se abarató frente al exterior (depreciación real): ganó competitividad por precio."
        if value > 0
        else "La competitividad por precio no cambió."
    )
    verb = "cayó" if value < 0 else "subió" if value > 0 else "no cambió:"
    result = f"El tipo de cambio real {verb} {percent(abs(value))} (variación {percent(value)})."
    if "q" in g:
        result += f" De {g.shown('q')} pasa a {number(g['q'] * (1 + value / 100))}."
    return Solution(
        value,
        result,
        f"(1 + {number(100 * nominal)} %) × (1 + {number(100 * abroad)} %) / (1 + {number(100 * here)} %) − 1 ="
        f" {percent(value)}",
        meaning,
        ("la devaluación es la suba del dólar en pesos; las tasas son del mismo período",),
    )


def _nominal(g: Given) -> Solution:
    real, abroad, here = _rate(g, "r"), _rate(g, "f"), _rate(g, "p")
    value = 100 * ((1 + real) * (1 + here) / (1 + abroad) - 1)
    return Solution(
        value,
        f"El dólar {'subió' if value >= 0 else 'bajó'} {percent(abs(value))}.",
        f"(1 + {percent(100 * real)}) × (1 + {percent(100 * here)}) / (1 + {percent(100 * abroad)}) − 1 ="
        f" {percent(value)}",
        "Subió lo que hacía falta para compensar la diferencia de inflaciones y mover el tipo de cambio real.",
        ("las tasas son del mismo período",),
    )


_INFLATIONS = (
    Input("p", "la inflación interna", Kind.RATE, above=-100, optional=True),
    Input("pn", "la baja de los precios internos", Kind.RATE, below=100, optional=True),
    Input("f", "la inflación externa", Kind.RATE, above=-100, optional=True),
    Input("fn", "la baja de los precios externos", Kind.RATE, below=100, optional=True),
)
_NAMES = (
    rf"^(?=.*(?:{_REAL}|competitiv|(?:caro|barato|car[oa]s|barat[oa]s) en dolares|atras\w* cambiario"
    rf"|devalu|dolar\b))(?=.*(?:{_OUT})).*"
)
_UNLESS = r"tasa de interes|sueldo|salari|\bppa\b|\bppp\b|tendria que|deberia|paridad|export|import|arancel|plazo fijo"


CALCULATORS = (
    calculator(LEVELS),
    Calculator(
        id="variacion_tcr",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(1 + dev)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input("d", "la devaluación", Kind.RATE, above=-100, optional=True),
            Input("dn", "la baja del dólar", Kind.RATE, below=100, optional=True),
            *_INFLATIONS,
            Input("q", "el tipo de cambio real inicial", Kind.AMOUNT, above=0, optional=True),
        ),
        keys="devaluacion devaluo cambio dolar",
        names=_NAMES,
        when=(),
        unless=_UNLESS,
        wordings=(),
        work=_change,
        place=_of("variacion_tcr"),
        asks=False,
    ),
    Calculator(
        id="variacion_tcr_con_niveles",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(e₁ / e₀)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
            *_INFLATIONS,
        ),
        keys="dolar cambio devaluacion",
        names=_NAMES,
        when=(),
        unless=_UNLESS,
        wordings=(),
        work=_change,
        place=_of("variacion_tcr_con_niveles"),
        asks=False,
    ),
    Calculator(
        id="dolar_desde_tcr",
        name="la suba del dólar que explica el tipo de cambio real",
        area=AREA,
        formula="(1 + TCR)(1 + π) / (1 + π*) − 1",
        inputs=(
            Input("r", "la variación del tipo de cambio real", Kind.RATE, above=-100, optional=True),
            Input("rn", "la caída del tipo de cambio real", Kind.RATE, below=100, optional=True),
            *_INFLATIONS,
        ),
        keys="cambio dolar devaluacion",
        names=_NAMES,
        when=(),
        unless=_UNLESS,
        wordings=(),
        work=_nominal,
        place=_of("dolar_desde_tcr"),
        asks=False,
    ),
)
