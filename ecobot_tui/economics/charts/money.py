"""The balance of a loan with equal instalments, and compound growth."""

import math

import msgspec

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import LARGEST, about, money, require_sane, say, taken
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.economics.words import split_words
from ecobot_tui.plot import MOST_POINTS, Chart, Mark, Series, sampled

_MOST_INSTALMENTS = 1_200
_MOST_RATE = 10_000.0
_LOAN_USAGE = "grafico prestamo 100000 60% 12 cuotas"
_GROWTH_USAGE = "grafico interes compuesto 1000 5% 24"
_COUNTED = ("cuota", "mes", "mens", "ano", "anual", "periodo", "trimestre", "semestre", "dia", "semana", "vez", "veces")
_RATE_WORDS = {"tasa", "tna", "tem", "tea", "interes", "al", "rate"}
_YEARS = {"ano", "anos"}
_MONTHS = {"mes", "meses"}


class _Terms(msgspec.Struct, frozen=True):
    """Capital, rate in percent, and how many periods; `unit` is the word behind that count, if any."""

    capital: float
    rate: float
    periods: float
    unit: str
    example: bool


def draw_loan(request: Request) -> Chart:
    """Return what is owed after each monthly instalment; ChartError for terms no bank would write."""
    terms = _read_terms(request, (100_000.0, 60.0, 12.0), "capital, tasa y cuotas", _LOAN_USAGE)
    periods = terms.periods * 12 if terms.unit in _YEARS else terms.periods
    _require_terms(terms)
    if terms.rate < 0:
        raise ChartError("La tasa de un préstamo no puede ser negativa.")
    if periods != int(periods) or not 1 <= periods <= _MOST_INSTALMENTS:
        raise ChartError(
            f"Las cuotas tienen que ser un entero entre 1 y {say(_MOST_INSTALMENTS)}, y leí {say(periods)}."
        )
    monthly = "mensual" in request.words or "tem" in request.words
    rate = terms.rate / 100 if monthly else terms.rate / 1_200
    count = int(periods)
    payment = instalment(terms.capital, rate, count)
    points = sampled(tuple((float(paid), balance_after(terms.capital, rate, count, paid)) for paid in range(count + 1)))
    half = next(
        paid for paid in range(count + 1) if balance_after(terms.capital, rate, count, paid) <= terms.capital / 2
    )
    kind = f"tasa mensual {say(terms.rate)} %" if monthly else f"TNA {say(terms.rate)} % (mensual = TNA/12)"
    total = payment * count
    plural = "cuota" if count == 1 else "cuotas"
    notes = (
        taken(terms.example, f"capital {money(terms.capital)}, {kind}, {count} {plural}, sistema francés", _LOAN_USAGE),
        f"Cuota fija: {money(payment)}; en total se pagan {money(total)}, y de eso son intereses"
        f" {money(total - terms.capital)}.",
        f"Recién con la cuota {half} se debe la mitad o menos: al principio la cuota es más interés que capital."
        if rate * terms.capital > payment / 2
        else f"Con la cuota {half} se debe la mitad o menos: cada cuota lleva menos interés y más capital.",
    )
    mark = Mark((float(half), balance_after(terms.capital, rate, count, half)), f"cuota {half}")
    series = Series("Saldo de deuda después de cada cuota", points)
    return Chart("Saldo de un préstamo (sistema francés)", "Cuotas pagadas", "Saldo ($)", (series,), (mark,), notes)


def draw_growth(request: Request) -> Chart:
    """Return the amount over the periods, beside simple interest; ChartError where it overflows any reading."""
    terms = _read_terms(request, (1_000.0, 5.0, 24.0), "capital, tasa y períodos", _GROWTH_USAGE)
    _require_terms(terms)
    periods, unit = _in_periods_of_the_rate(terms, request.words)
    if terms.rate <= -100:
        raise ChartError("Con una tasa de −100 % o menos no queda capital que crezca.")
    if not 0 < periods <= _MOST_INSTALMENTS:
        raise ChartError(f"Los períodos tienen que ser entre 1 y {say(_MOST_INSTALMENTS)}, y leí {say(periods)}.")
    growth = math.log1p(terms.rate / 100)
    if math.log(terms.capital) + growth * periods > math.log(LARGEST) + math.log(1_000):
        raise ChartError(
            "Con esa tasa y esos períodos el monto supera lo que entra en un gráfico: bajá alguno de los dos."
        )
    whole = periods == int(periods) and periods < MOST_POINTS
    steps = int(periods) if whole else MOST_POINTS - 1
    times = [periods * step / steps for step in range(steps + 1)]
    compound = tuple((time, terms.capital * math.exp(growth * time)) for time in times)
    simple = tuple((time, terms.capital * (1 + terms.rate / 100 * time)) for time in times)
    final = compound[-1][1]
    gain = final / terms.capital - 1
    notes = (
        taken(
            terms.example,
            f"capital {money(terms.capital)}, tasa {say(terms.rate)} % por {unit}, {about(periods)} {_plural(unit)}",
            _GROWTH_USAGE,
        ),
        f"Monto final: {say(terms.capital)}·(1 + {say(terms.rate / 100)})^{about(periods)} = {money(final)}"
        f" ({about(gain * 100)} % en total).",
        f"A interés simple serían {money(simple[-1][1])}: la diferencia es el interés sobre los intereses.",
    )
    series = [Series("Interés compuesto", compound)]
    if simple[-1][1] >= 0:
        series.append(Series("Interés simple", simple))
    mark = Mark((periods, final), f"{money(final)}")
    x_label = f"{_plural(unit).capitalize()}"
    return Chart("Crecimiento compuesto", x_label, "Monto ($)", tuple(series), (mark,), notes)


def instalment(capital: float, rate: float, count: int) -> float:
    """Return the equal instalment of a loan at `rate` a period (0.05 is 5 %)."""
    if rate == 0:
        return capital / count
    return capital * rate / -math.expm1(-count * math.log1p(rate))


def balance_after(capital: float, rate: float, count: int, paid: int) -> float:
    """Return what is still owed after `paid` instalments: the present value of those that are left."""
    if rate == 0:
        return capital * (count - paid) / count
    growth = math.log1p(rate)
    return capital * math.expm1(-(count - paid) * growth) / math.expm1(-count * growth)


def _require_terms(terms: _Terms) -> None:
    if terms.capital <= 0:
        raise ChartError("El capital tiene que ser mayor que cero.")
    if terms.periods > 1e6:
        raise ChartError(f"Son demasiados períodos ({say(terms.periods)}): hasta {say(_MOST_INSTALMENTS)} se puede.")
    require_sane(terms.capital, terms.periods)
    if abs(terms.rate) > _MOST_RATE or 0 < abs(terms.rate) < 1e-4:
        raise ChartError(f"La tasa tiene que estar entre 0,0001 % y {say(_MOST_RATE)} %, y leí {say(terms.rate)} %.")


def _in_periods_of_the_rate(terms: _Terms, words: tuple[str, ...]) -> tuple[float, str]:
    """Return how many periods of the rate there are, and their name: a monthly rate for 2 years is 24 months."""
    if "mensual" in words:
        return (terms.periods * 12 if terms.unit in _YEARS else terms.periods), "mes"
    if "anual" in words:
        return (terms.periods / 12 if terms.unit in _MONTHS else terms.periods), "año"
    if terms.unit in _YEARS:
        return terms.periods, "año"
    return terms.periods, "mes" if terms.unit in _MONTHS else "período"


def _plural(unit: str) -> str:
    return "meses" if unit == "mes" else f"{unit}s"


def _read_terms(request: Request, example: tuple[float, float, float], names: str, usage: str) -> _Terms:
    """Tell capital, rate and periods apart by what stands around them, and by their order where nothing does."""
    numbers = request.numbers
    if not numbers:
        return _Terms(*example, unit="", example=True)
    if len(numbers) != 3:
        raise ChartError(f"Necesito tres números ({names}) y leí {len(numbers)}. Ejemplo: {usage}.")
    roles: dict[str, int] = {}
    unit = ""
    for index, number in enumerate(numbers):
        after = (*split_words(request.question[number.end : number.end + 20]), "")[0]
        before = ("", *split_words(request.question[max(number.start - 20, 0) : number.start]))[-1]
        if after.startswith(_COUNTED) and not number.percent and "periods" not in roles:
            roles["periods"], unit = index, after
        elif (number.percent or before in _RATE_WORDS) and number.currency is None and "rate" not in roles:
            roles["rate"] = index
        elif number.currency is not None and "capital" not in roles:
            roles["capital"] = index
    free = [index for index in range(3) if index not in roles.values()]
    for role in ("capital", "rate", "periods"):
        if role not in roles:
            roles[role] = free.pop(0)
    values = request.values
    return _Terms(values[roles["capital"]], values[roles["rate"]], values[roles["periods"]], unit, example=False)
