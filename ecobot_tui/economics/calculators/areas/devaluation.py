"""Sector externo: cuánto sube el dólar y cuánto pierde el peso, y el dólar de antes y de después."""

from collections.abc import Callable
from functools import lru_cache

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.exchange_words import pesos
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Story, in_time_order

AREA = "Sector externo"
_CURRENCY = r"\b(?:dolar|tipo de cambio|peso|euro|real|libra)\b"
_MOVES = (
    r"\b(?:sub\w+|baj\w+|aument\w+|cay\w+|cae|salt\w+|trep\w+|vari\w+|(?<!de )cambi(?:o|a)\b|increment\w+"
    r"|perd\w+|pierd\w+|devalu\w+|deprec\w+|apreci\w+|revalu\w+|encarec\w+|abarat\w+|movi\w+|valor perdi\w+|porcentaje)"
)
_FALLING_DOLLAR = r"dolar(?: \w+)? (?:baj|ca[ey])\w*"
_LOSES = (
    r"(?:peso|moneda|su valor)(?: [a-z]+){0,4} (?:perd\w+|pierd\w+|deprec\w+|cay\w+|cae|ca[ei]\w+)|(?:perd\w+|pierd\w+"
    r"|deprec\w+|devalu\w+|valor)(?: [a-z]+){0,5} (?:el|del|un|al|nuestro) peso"
)
_GAINS = r"apreci\w+|revalu\w+|(?:peso|moneda)(?: [a-z]+){0,3} (?:gan\w+|sub\w+|fortalec\w+)"


@lru_cache(maxsize=16)
def _read(reading: Reading) -> Choice | None:
    """Tell two prices of the dollar, a price with a percentage, or one percentage alone."""
    story, text = Story(reading), reading.text
    told = [
        place
        for place, one in enumerate(reading.quantities)
        if place not in story.years and not (one.mark == "@" and one.value == 1)
    ]
    rates = [place for place in told if reading.quantities[place].mark == "%"]
    prices_told = [place for place in told if reading.quantities[place].mark in "$#" and place not in rates]
    foreign = any(one.value == 1 and one.number.currency in ("US$", "€") for one in reading.quantities)
    if len(rates) + len(prices_told) != len(told) or not (foreign or rx.search(_CURRENCY, text)):
        return None
    if len(prices_told) > 2:
        # In «un dólar eran 850 pesos y ahora son 1.020» the one is the unit.
        prices_told = [place for place in prices_told if story.value(place) != 1]
    if len(prices_told) == 2 and not rates:
        if any(story.value(place) <= 0 for place in prices_told):
            return None
        first, last = in_time_order(story, prices_told)
        return Choice("devaluacion_y_depreciacion", {"a": [first], "b": [last]})
    if len(rates) == 1 and not prices_told:
        return Choice("suba_del_dolar_y_perdida_del_peso", {"d": rates})
    if len(rates) == len(prices_told) == 1 and (
        rx.search(r"devalu|deprec|apreci|revalu", text)
        or story.leads(
            prices_told[0], r"(?:dolar|tipo de cambio|euro)(?: (?:oficial|blue|a|en|de|es|era|esta|estaba|valia|vale))*"
        )
    ):
        # «Después de devaluar 20 % quedó en 960» tells the price that came out.
        after = rx.search(r"(?:qued\w+|pas\w+|lleg\w+|termin\w+|se fue)(?: (?:en|a|con|el|dolar))* [$#]\d", text)
        return Choice("dolar_despues_de_devaluar", {"b" if after else "a": prices_told, "d": rates})
    return None


_of = chosen_by(_read)


def _devaluation(g: Given) -> Solution:
    up, lost = 100 * prices.change(g["a"], g["b"]), 100 * (1 - g["a"] / g["b"])
    dollar = "subió" if up > 0 else "bajó" if up < 0 else "no varió:"
    peso = "perdió" if lost > 0 else "ganó" if lost < 0 else "no varió:"
    return Solution(
        up,
        f"El dólar {dollar} {percent(abs(up))}; el peso {peso} {percent(abs(lost))} de su valor en dólares.",
        g.fill(f"{{b}} / {{a}} − 1 = {percent(up)}; 1 − {{a}} / {{b}} = {percent(lost)}"),
        "Son dos caras del mismo cambio con distinta base: la suba se mide sobre el dólar viejo, y lo que pierde el"
        " peso, sobre lo que un peso compraba antes.",
        ("tipo de cambio en pesos por dólar",),
    )


def _other_side(g: Given) -> Solution:
    """Turn what the peso loses into what the dollar rises, or the other way round."""
    given = g.rate("d")
    by_peso = rx.search(rf"(?:{_LOSES})[^%]*%\\d", g.text) is not None or (
        rx.search(_LOSES, g.text) is not None
        and rx.search(r"dolar(?: [a-z]+){0,2} (?:sub|aument|salt|trep)\w*(?: [a-z]+){0,3} %", g.text) is None
        and rx.search(r"(?:cuanto|que porcentaje)(?: [a-z]+){0,4} (?:dolar|tipo de cambio)", g.text) is not None
    )
    if by_peso:
        value = 100 * given / (1 - given)
        return Solution(
            value,
            f"El dólar sube {percent(value)}.",
            g.fill(f"{{d}} % / (1 − {{d}} %) = {percent(value)}"),
            f"Si un peso compra {g.shown('d')} % menos dólares, hacen falta {percent(value)} más de pesos por dólar.",
            ("la pérdida se mide sobre lo que el peso compraba antes, y la suba, sobre el dólar de antes",),
        )
    falls = rx.search(rf"{_FALLING_DOLLAR}(?: [a-z]+){{0,3}} %", g.text) is not None
    rise = -given if falls else given
    value = 100 * rise / (1 + rise)
    return Solution(
        value,
        f"El peso {'pierde' if value >= 0 else 'gana'} {percent(abs(value))} de su valor en dólares.",
        f"{percent(100 * rise)} / (1 + {percent(100 * rise)}) = {percent(value)}",
        "La suba se mide sobre el dólar viejo; lo que pierde el peso, sobre lo que un peso compraba antes.",
        ("tipo de cambio en pesos por dólar",),
    )


def _after(g: Given) -> Solution:
    given = g.rate("d")
    if rx.search(r"devalu|deprec|apreci|revalu", g.text) is None:
        given = -given if rx.search(r"\b(?:baj|ca[ey]|cay|descen|disminu)\w*", g.text) else given
    stronger = rx.search(_GAINS, g.text) is not None and "dolar se apreci" not in g.text
    of_peso = not stronger and rx.search(
        r"(?:peso|moneda)(?: [a-z]+){0,4} (?:perd\w+|pierd\w+|deprec\w+)[^%]*%\d+ (?:de su valor|del valor)"
        r"|peso(?: [a-z]+){0,3} (?:perd\w+|pierd\w+)",
        g.text,
    )
    factor = 1 / (1 + given) if stronger else 1 / (1 - given) if of_peso else 1 + given
    is_before = "b" in g
    value = g["b"] / factor if is_before else g["a"] * factor
    how = "/ (1 + {d} %)" if stronger else "/ (1 − {d} %)" if of_peso else "× (1 + {d} %)"
    worked = f"dólar de antes {how} = {g.shown('b')} → {pesos(value)}" if is_before else f"{{a}} {how} = {pesos(value)}"
    return Solution(
        value,
        f"El dólar {'estaba' if is_before else 'queda'} a {pesos(value)}.",
        g.fill(worked),
        f"El dólar {'baja' if factor < 1 else 'sube'} {percent(abs(100 * (factor - 1)))}; el peso"
        f" {'gana' if factor < 1 else 'pierde'} {percent(abs(100 * (1 - 1 / factor)))} de su valor en dólares.",
        (
            "el porcentaje es lo que pierde el peso"
            if of_peso
            else "el porcentaje es lo que gana el peso"
            if stronger
            else "el porcentaje es la suba del dólar",
        ),
    )


_UNLESS = (
    r"inflacion|\btasa\b|\bcompr[eoa]|vend\w+|cambio real|terminos reales|futuro|arancel"
    r"|deprec\w+ (?:lineal|acumul|anual)"
    r"|brecha|oficial (?:\w+ )?[$#]\d.*(?:blue|paralelo|mep|ccl)|(?:blue|paralelo|mep|ccl) .*oficial|elastic|demanda"
    r"|paridad|ppa|big mac|export|import|sueldo|salari|alquiler|ahorr|plazo fijo|carry|rend\w+|rind\w+|vida util"
    r"|maquina|accion|bono|precios|ipc|\beuros? .*dolar|dolar(?:es)? .*\beuros?\b|cuota|deuda|cuest\w+ .*us"
)
_NAMES = (
    rf"^(?=.*(?:\bdolar\b|tipo de cambio|\bpeso\b|\beuro\b|\breal\b))(?=.*(?:{_MOVES})).*"
    r"|(?:dolar|tipo de cambio)(?: \w+){0,3} de [#$]\d+ a [#$]\d+"
    rf"|(?:valia|costaba|cotizaba|estaba|era|eran) [$]\d.*(?:{_MOVES})"
)


def _calculator(
    identifier: str, name: str, formula: str, inputs: tuple[Input, ...], work: Callable[[Given], Solution], unless: str
) -> Calculator:
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys="dolar devaluacion devaluo deprecio depreciacion aprecio",
        names=_NAMES,
        when=(),
        unless=unless,
        wordings=(),
        work=work,
        place=_of(identifier),
        asks=False,
    )


CALCULATORS = (
    _calculator(
        "devaluacion_y_depreciacion",
        "la suba del dólar y la pérdida del peso",
        "e₁ / e₀ − 1 ; 1 − e₀ / e₁",
        (
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
        ),
        _devaluation,
        _UNLESS,
    ),
    _calculator(
        "suba_del_dolar_y_perdida_del_peso",
        "la suba del dólar y la pérdida del peso",
        "pérdida = suba / (1 + suba) ; suba = pérdida / (1 − pérdida)",
        (Input("d", "la variación", Kind.RATE, above=-100),),
        _other_side,
        rf"{_UNLESS}|[$#]\d|^(?!.*(?:peso|moneda))",
    ),
    _calculator(
        "dolar_despues_de_devaluar",
        "el dólar después de una devaluación",
        "e₁ = e₀ × (1 + d)",
        (
            Input("a", "el dólar de antes", Kind.AMOUNT, above=0, optional=True),
            Input("b", "el dólar de después", Kind.AMOUNT, above=0, optional=True),
            Input("d", "la devaluación", Kind.RATE, above=-100, below=1000),
        ),
        _after,
        _UNLESS,
    ),
)
