"""Tasas e interés: interés compuesto, valor presente, tasa y plazo de una suma única."""

import math

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import Growth, growth, is_continuous, time_in_periods
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import compounded, converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked, periods, year_days
from ecobot_tui.economics.calculators.quantities import months_in

AREA = "Tasas e interés"


def _compound(g: Given) -> Solution:
    if is_continuous(g.text):
        return _continuous(g)
    grown = growth(g, "i", "t")
    value = interest.future_value(g["c"], grown.rate, grown.count)
    return Solution(
        value,
        f"Se juntan {g.money(value, 'c')}; de eso, {g.money(value - g['c'], 'c')} son intereses.",
        g.fill(f"{{c}} × (1 + {percent(100 * grown.rate)})^{number(grown.count)} = {number(value, money=True)}"),
        f"El capital crece {percent(100 * (value / g['c'] - 1))} en total, porque los intereses también ganan"
        f" intereses.",
        (grown.how, "los intereses se reinvierten a la misma tasa", *_as_simple(g, grown)),
    )


def _as_simple(g: Given, grown: Growth) -> tuple[str, ...]:
    """Return what less than a period would give in proportion, as banks count a nominal rate."""
    if grown.count >= 1:
        return ()
    gain = g["c"] * grown.rate * grown.count
    return (f"si la tasa es nominal, en proporción al tiempo, el interés es {g.money(gain, 'c')}",)


def _continuous(g: Given) -> Solution:
    count = periods(g, "i", "t")
    value = interest.continuous_value(g["c"], g.rate("i"), count)
    return Solution(
        value,
        f"Se juntan {g.money(value, 'c')}; de eso, {g.money(value - g['c'], 'c')} son intereses.",
        g.fill(f"{{c}} × e^({{i}} % × {number(count)}) = {number(value, money=True)}"),
        f"El capital crece {percent(100 * (value / g['c'] - 1))} en total.",
        ("los intereses se suman al capital en todo momento",),
    )


def _in_turn(g: Given) -> Solution:
    if any(rate <= -1 for rate in g.rates("r")):
        raise CalculationError("Cada tasa tiene que ser mayor que -100 %.")
    counts = [1.0] * len(g.all("r"))
    if "t" in g:
        periods_told = zip(g.quantities("r"), g.quantities("t"), strict=True)
        counts = [checked(time_in_periods(time, rate.period or time.unit, year_days(g))) for rate, time in periods_told]
    total = compounded([converted(rate, count) for rate, count in zip(g.rates("r"), counts, strict=True)])
    value = g["c"] * (1 + total)
    factors = " × ".join(
        f"(1 + {number(rate)} %)" + ("" if count == 1 else f"^{number(count)}")
        for rate, count in zip(g.all("r"), counts, strict=True)
    )
    return Solution(
        value,
        f"Se juntan {g.money(value, 'c')}; de eso, {g.money(value - g['c'], 'c')} son intereses.",
        g.fill(f"{{c}} × {factors} = {number(value, money=True)}"),
        f"En total crece {percent(100 * total)}, que no es la suma de las tasas.",
        ("todo se reinvierte de un período al siguiente",),
    )


def _present(g: Given) -> Solution:
    if is_continuous(g.text):
        count, rate = periods(g, "i", "t"), g.rate("i")
        value, below = g["c"] * math.exp(-rate * count), f"e^({number(100 * rate)} % × {number(count)})"
        how = "los intereses se suman al capital en todo momento"
    else:
        grown = growth(g, "i", "t")
        value = interest.present_value(g["c"], grown.rate, grown.count)
        below, how = f"(1 + {percent(100 * grown.rate)})^{number(grown.count)}", grown.how
    meaning = (
        f"Da lo mismo tener {g.money(value, 'c')} hoy que {g.money(g['c'], 'c')} en ese plazo, si se invierte"
        f" a esa tasa."
    )
    if "h" in g:
        better = "la de hoy" if g["h"] > value else "la futura"
        meaning = f"Comparado con {g.money(g['h'], 'c')} hoy, conviene {better}, a esa tasa."
    return Solution(
        value,
        f"El valor presente es {g.money(value, 'c')}.",
        g.fill(f"{{c}} / {below} = {number(value, money=True)}"),
        meaning,
        (how,),
    )


def _named_unit(text: str) -> str:
    """Return the period that numbers without a unit count: «en el año 1 …, en el año 2 …»."""
    return "ano" if rx.search(r"\bano [#]", text) else "mes"


def _several(g: Given) -> Solution:
    unit = g.period("i") or g.quantities("t")[0].unit or _named_unit(g.text)
    counts = [checked(time.value if time.unit is None else time.months / months_in(unit)) for time in g.quantities("t")]
    parts = [interest.present_value(sum_, g.rate("i"), count) for sum_, count in zip(g.all("c"), counts, strict=True)]
    now = g.get("h", 0.0)
    value = math.fsum(parts) + now
    terms = (f"{g.shown('h')} + " if now else "") + " + ".join(
        f"{number(sum_)}/(1 + {g.shown('i')} %)^{number(count)}" for sum_, count in zip(g.all("c"), counts, strict=True)
    )
    return Solution(
        value,
        f"Hoy valen {g.money(value, 'c')} en total.",
        f"{terms} = {number(value, money=True)}",
        f"Con {g.money(value, 'c')} hoy se cancelan todas; sin descontar suman"
        f" {g.money(math.fsum(g.all('c')) + now, 'c')}.",
        (f"interés compuesto, tasa efectiva por {PERIOD_NAMES[unit][0]}",),
    )


def _implied(g: Given) -> Solution:
    time = g.quantity("t")
    asked = rx.search(r"(mensual|anual|diaria|trimestral|semestral|bimestral|\btea\b|\btem\b)", g.text)
    names = {"mensual": "mes", "anual": "ano", "diaria": "dia", "bimestral": "bimestre", "tea": "ano", "tem": "mes"}
    unit = names.get(asked[1], asked[1].removesuffix("al") + "e") if asked else time.unit or "mes"
    count = checked(time.value if time.unit in (None, unit) else time.months / months_in(unit))
    last = g["b"] if "b" in g else g["a"] + g["g"]
    rate = 100 * interest.implied_rate(g["a"], last, count)
    total = 100 * (last / g["a"] - 1)
    if rx.search(r"\btna\b|nominal anual|lineal", g.text) and time.unit is not None:
        return _nominal(g, total)
    return Solution(
        rate,
        f"La tasa es {percent(rate)} por {PERIOD_NAMES[unit][0]}.",
        f"({number(last)} / {g.shown('a')})^(1/{number(count)}) − 1 = {percent(rate)}",
        f"En total la inversión {'ganó' if total >= 0 else 'perdió'} {percent(abs(total))} en {number(count)}"
        f" períodos: con interés simple sería {percent(total / count)} por período.",
        ("tasa efectiva, con interés compuesto",),
    )


def _nominal(g: Given, total: float) -> Solution:
    """Return the nominal annual rate of a sum that grew, in proportion to the time."""
    time = g.quantity("t")
    share = time.days / year_days(g) if time.unit in ("dia", "semana", "quincena") else time.months / 12
    rate, effective = total / share, 100 * converted(total / 100, 1 / checked(share))
    return Solution(
        rate,
        f"La TNA es {percent(rate)}; la efectiva anual, {percent(effective)}.",
        f"{percent(total)} / {number(share)} = {percent(rate)}",
        f"En total son {percent(total)} en {number(share)} años.",
        (f"tasa nominal, en proporción al tiempo; año de {year_days(g)} días",),
    )


def _rate_to_multiply(g: Given) -> Solution:
    ratio = _ratio(g.text)
    time = g.quantity("t")
    asked = rx.search(r"(mensual|anual|trimestral|semestral)", g.text)
    names = {"mensual": "mes", "anual": "ano", "trimestral": "trimestre", "semestral": "semestre"}
    unit = names[asked[1]] if asked else time.unit or "mes"
    count = checked(time.value if time.unit in (None, unit) else time.months / months_in(unit))
    rate = 100 * interest.implied_rate(1, ratio, count)
    return Solution(
        rate,
        f"La tasa tiene que ser {percent(rate)} por {PERIOD_NAMES[unit][0]}.",
        f"{number(ratio)}^(1/{number(count)}) − 1 = {percent(rate)}",
        f"Con interés simple haría falta {percent(100 * (ratio - 1) / count)}.",
        ("tasa efectiva, con interés compuesto",),
    )


def _ratio(text: str) -> float:
    times = {"tripl": 3.0, "cuadrupl": 4.0, "quintupl": 5.0, "decupl": 10.0}
    return next((times[word] for word in times if word in text), 2.0)


def _time_needed(g: Given) -> Solution:
    if "b" in g:
        ratio, shown = g["b"] / g["a"], g.fill("{b} / {a}")
    elif "x" in g:
        ratio, shown = 1 + g.rate("x"), f"1 + {g.shown('x')} %"
    else:
        ratio = _ratio(g.text)
        shown = number(ratio)
    if ratio <= 1:
        raise CalculationError("El monto final tiene que ser mayor que el inicial.")
    unit = g.period("i") or "mes"
    count = interest.periods_needed(ratio, g.rate("i"))
    name = PERIOD_NAMES[unit][1] if g.period("i") else "períodos"
    whole = math.ceil(count - 1e-9)
    return Solution(
        count,
        f"Hacen falta {number(count)} {name}.",
        g.fill(f"ln({shown}) / ln(1 + {{i}} %) = {number(count)}"),
        f"En ese tiempo el capital se multiplica por {number(ratio)} sin agregar nada; con períodos enteros se llega en"
        f" {number(whole)}.",
        ("interés compuesto a una tasa constante",),
    )


CAPITAL = Input("c", "el capital", Kind.AMOUNT, above=0)
RATE = Input("i", "la tasa de interés", Kind.RATE, above=-100)
ABOVE_ZERO = Input("i", "la tasa de interés", Kind.RATE, above=0)
TIME = Input("t", "el plazo", Kind.TIME)
KEYS = (
    "interes compuesto simple invierto invertir coloco deposito pongo capital tasa rinde junto presto devolvieron"
    " duplicar"
    " triplicar tiempo plazo hoy valen vale presente actual rendimiento puse saque fondo debo cancelo"
)

CALCULATORS = (
    cash_calculator(
        "interes_compuesto",
        AREA,
        "el monto con interés compuesto",
        "VF = C(1 + i)ⁿ",
        (CAPITAL, RATE, TIME, Input("m", "el plazo de capitalización", Kind.TIME, optional=True)),
        _compound,
        keys=KEYS,
    ),
    cash_calculator(
        "tasas_sucesivas",
        AREA,
        "el monto con tasas sucesivas",
        "VF = C(1 + i₁)(1 + i₂)…",
        (
            CAPITAL,
            Input("r", "las tasas", Kind.RATE, many=True),
            Input("t", "los plazos", Kind.TIME, many=True, optional=True),
        ),
        _in_turn,
        keys=KEYS,
    ),
    cash_calculator(
        "valor_presente",
        AREA,
        "el valor presente",
        "VP = VF / (1 + i)ⁿ",
        (
            Input("c", "el monto futuro", Kind.AMOUNT),
            RATE,
            TIME,
            Input("h", "lo que se ofrece hoy", Kind.AMOUNT, optional=True),
            Input("m", "el plazo de capitalización", Kind.TIME, optional=True),
        ),
        _present,
        keys=KEYS,
    ),
    cash_calculator(
        "valor_de_varios",
        AREA,
        "el valor presente de varios pagos",
        "Σ VFₜ / (1 + i)ᵗ",
        (
            Input("c", "los montos", Kind.AMOUNT, many=True),
            Input("t", "los plazos", Kind.TIME, many=True),
            RATE,
            Input("h", "lo que se paga hoy", Kind.AMOUNT, optional=True),
        ),
        _several,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_implicita",
        AREA,
        "la tasa implícita",
        "(VF / VP)^(1/n) − 1",
        (
            Input("a", "el monto inicial", Kind.AMOUNT, above=0),
            Input("b", "el monto final", Kind.AMOUNT, optional=True, above=0),
            Input("g", "lo que se ganó", Kind.AMOUNT, optional=True),
            TIME,
        ),
        _implied,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_para_multiplicar",
        AREA,
        "la tasa para multiplicar un capital",
        "veces^(1/n) − 1",
        (TIME,),
        _rate_to_multiply,
        keys=KEYS,
    ),
    cash_calculator(
        "plazo_para_objetivo",
        AREA,
        "el plazo para llegar a un monto",
        "n = ln(VF / VP) / ln(1 + i)",
        (
            ABOVE_ZERO,
            Input("a", "el monto inicial", Kind.AMOUNT, optional=True, above=0),
            Input("b", "el monto al que querés llegar", Kind.AMOUNT, optional=True, above=0),
            Input("x", "lo que tiene que crecer", Kind.RATE, optional=True, above=0),
        ),
        _time_needed,
        keys=KEYS,
    ),
)
