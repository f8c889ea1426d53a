"""Macroeconomía: cuánto crece lo que se produce: de un valor a otro, en promedio por año, y adónde llega."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import long_run
from ecobot_tui.economics.calculators.formulas import macro
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Macroeconomía"
_UNITS = {"mes": "mes", "trimestre": "trimestre", "ano": "año"}


def _growth(g: Given) -> Solution:
    rate = 100 * (g["b"] / g["a"] - 1)
    verb = "creció" if rate > 0 else "cayó" if rate < 0 else "no varió:"
    return Solution(
        rate,
        f"El producto {verb} {percent(abs(rate))} (variación {percent(rate)}).",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(rate)}"),
        f"Por cada 100 que se producían se producen {number(100 + rate)}.",
        ()
        if "real" in g.text or "constantes" in g.text
        else ("los dos valores son reales; si son nominales, la cuenta incluye la suba de precios",),
    )


def _by_deflator(g: Given) -> Solution:
    value = 100 * (g["b"] / g["a"] - 1)
    return Solution(
        value,
        f"La inflación según el deflactor es {percent(value)}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(value)}"),
        "Mide los precios de todo lo que se produce en el país; el IPC, los de lo que consumen los hogares.",
    )


def _span(g: Given) -> float:
    """Return the time between the two values: as given, or from the first year to the last."""
    if "n" in g:
        return g["n"]
    years = g.all("z")
    span = max(years) - min(years)
    if not span:
        raise CalculationError("Para el promedio anual los dos años tienen que ser distintos.")
    return span


def _average_growth(g: Given) -> Solution:
    periods = _span(g)
    rate = 100 * macro.average_growth(g["a"], g["b"], periods)
    unit = _UNITS.get((g.quantity("n").unit if "n" in g else None) or "ano", "período")
    return Solution(
        rate,
        f"El crecimiento promedio es {percent(rate)} por {unit}.",
        g.fill(f"({{b}} / {{a}})^(1/{number(periods)}) − 1 = {percent(rate)}"),
        f"Con ese ritmo todos los períodos se llega de {g.shown('a')} a {g.shown('b')}; no es la variación total"
        f" ({percent(100 * (g['b'] / g['a'] - 1))}) dividida por {number(periods)}.",
        ("tasa compuesta (promedio geométrico)",),
    )


def _projected(g: Given) -> Solution:
    value = g["a"] * (1 + g.rate("r")) ** g["n"]
    return Solution(
        value,
        f"Llega a {g.money(value, 'a')}.",
        g.fill(f"{{a}} × (1 + {{r}} %)^{{n}} = {number(value)}"),
        f"En total son {percent(100 * (value / g['a'] - 1))}: cada año crece también sobre lo que creció antes.",
        ("la misma tasa todos los años",),
    )


_PEOPLE = re.compile(r" (?:de )?(?:habitantes|personas)\b")


def _two(reading: Reading) -> dict[str, list[int]] | None:
    """Take the two amounts of a change, and the time or the years between them where they are given."""
    amounts, years, times = [], [], []
    for place, one in enumerate(reading.quantities):
        if one.mark == "@":
            times.append(place)
        elif one.mark == "#" and one.number.reading is None and not one.number.scaled and 1900 <= one.value <= 2100:
            years.append(place)
        elif one.mark in "#$":
            amounts.append(place)
        else:
            return None
    # How many inhabitants there are changes nothing about how much the product grew.
    if len(amounts) == 3:
        people = [place for place in amounts if _PEOPLE.match(reading.text[reading.slots[place][1] :])]
        amounts = [place for place in amounts if place not in people]
    if len(amounts) != 2 or len(times) > 1:
        return None
    first, last = amounts
    values = [reading.quantities[place].value for place in years]
    # The later value may stand first: «fue 480 en 2023 y había sido 460 en 2022»; «subió a 480 desde 460».
    text = reading.text
    low, high = reading.slots[first], reading.slots[last]
    swapped = bool(
        rx.search(
            r"\b(?:desde|habia(?:n)? sido|frente a|contra(?: los)?|era|anterior\w*)(?: (?:de|los|unos|el))* $",
            text[high[0] - 25 if high[0] > 25 else 0 : high[0]],
        )
    ) and not rx.search(r"\b(?:de|desde|era|habia)(?: [a-z]+)? $", text[max(0, low[0] - 12) : low[0]])
    if len(values) == 2 and values[0] > values[1] and len(years) == 2:
        swapped = True
    if swapped:
        first, last = last, first
    found = {"a": [first], "b": [last]}
    if times:
        found["n"] = times
    if len(years) == 2:
        found["z"] = years
    return found


def _simple(reading: Reading) -> dict[str, list[int]] | None:
    found = _two(reading)
    if found is None:
        return None
    if "n" in found and reading.quantities[found["n"][0]].value != 1:
        return None
    years = [reading.quantities[place].value for place in found.get("z", ())]
    if years and abs(years[0] - years[1]) != 1 and rx.search(r"promedio|anual|por ano|acumulativ", reading.text):
        return None
    return {symbol: places for symbol, places in found.items() if symbol in "ab"}


def _average(reading: Reading) -> dict[str, list[int]] | None:
    found = _two(reading)
    return found if found and ("n" in found) != ("z" in found) else None


_A = Input("a", "el producto inicial", Kind.AMOUNT, above=0)
_B = Input("b", "el producto final", Kind.AMOUNT, above=0)
_WHAT = r"pbi|pib|producto (?:bruto|interno|real|nacional)|\bproducto\b|economia|produccion|produjo|valor agregado"
_UNLESS = (
    r"%\d|potencial|deuda|nominal.*real|deflactor|deficit|indice|inflacion|recaud|consumo|punto|mercado|empleo"
    r"|desocup|intercambio"
    r"|multiplic|propension|interes|export|import|velocidad|export|trabajador|insumo|costo|\bhora|obrero|emplead"
    r"|contrat|marginal|vende|compr|precio (?:paso|subio|bajo)"
)

CALCULATORS = (
    Calculator(
        id="inflacion_por_deflactor",
        name="la inflación según el deflactor",
        area=AREA,
        formula="(D₁ / D₀ − 1) × 100",
        inputs=(
            Input("a", "el deflactor inicial", Kind.AMOUNT, above=0),
            Input("b", "el deflactor final", Kind.AMOUNT, above=0),
        ),
        keys="deflactor",
        names=(
            r"^(?=.*deflactor)(?=.*(?:paso|subio|bajo|de #\d+ a #\d|era|fue))(?=.*(?:inflacion|precios|cuanto"
            r"|variacion|tasa)).*"
        ),
        when=(),
        unless=r"%\d|nominal|\breal\b|@\d",
        wordings=(),
        work=_by_deflator,
        asks=False,
        place=_simple,
    ),
    Calculator(
        id="crecimiento",
        name="el crecimiento del producto",
        area=AREA,
        formula="(Y₁ / Y₀ − 1) × 100",
        inputs=(_A, _B),
        keys="pbi pib producto economia",
        names=(
            rf"^(?=.*(?:{_WHAT}))(?=.*(?:crec|vari|cay|ca(?:e|ida)|subi|aument|baj|tasa|contra[jc]|expan"
            rf"|porcentaje|\bera\b|ahora"
            rf"|\bde [#$]\d+ a [#$]\d)).*"
        ),
        when=(),
        unless=_UNLESS + r"|entre [#$]\d+ y|economia crec\w+ de #|nominal(?!.*(?:cuant|tasa|cual|porcent))",
        wordings=(),
        work=_growth,
        asks=False,
        place=_simple,
    ),
    Calculator(
        id="crecimiento_promedio",
        name="el crecimiento promedio",
        area=AREA,
        formula="(Yₙ / Y₀)^(1/n) − 1",
        inputs=(
            _A,
            _B,
            Input("n", "la cantidad de períodos", Kind.TIME, optional=True, above=0),
            Input("z", "los años", Kind.NUMBER, many=True, optional=True),
        ),
        keys="pbi pib crecimiento crecio promedio anual poblacion exportaciones",
        names=(
            r"^(?=.*(?:promedio|anual|por (?:ano|mes|trimestre)|acumulativ|tasa de crecimiento"
            r"|cada ano))(?=.*(?:crec|aument|vari|subi|expan|paso)).*"
        ),
        when=(),
        unless=r"%\d|capital|interes|invert|invierto|plazo|ahorr|inflacion|ipc|indice|deposit|bono|uva|sueldo|rend"
        r"|rind|precio|prestamo|cuota|dolar|salari|alquil"
        r"|accion|fondo|cedear|acciones|valor(?:es)? de cierre",
        wordings=(),
        work=_average_growth,
        asks=False,
        place=_average,
    ),
    Calculator(
        id="crecimiento_proyectado",
        name="el valor al que se llega creciendo",
        area=AREA,
        formula="Y₀ (1 + g)ⁿ",
        inputs=(
            _A,
            Input("r", "el crecimiento", Kind.RATE, above=-100),
            Input("n", "los años", Kind.TIME, above=0, most=1000),
        ),
        keys="pbi pib poblacion",
        names=rf"^(?=.*(?:{_WHAT}|poblacion|habitantes))(?=.*(?:crec|aument|cae|decrec))(?=.*@\d).*",
        when=(),
        unless=(
            r"inflacion|interes|capital|plazo|invert|invierto|deposit|ahorr|sueldo|multiplic|@\d+ mes"
            r"|duplic|deuda|deficit|convert|consumo|%\d.*%\d|demanda|oferta"
        ),
        wordings=(),
        work=_projected,
        asks=False,
    ),
    *long_run.CALCULATORS,
)
