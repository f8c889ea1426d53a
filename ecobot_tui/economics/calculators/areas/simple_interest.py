"""Tasas e interés: interés simple, y el de cada día o mes."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.interest import ABOVE_ZERO, AREA, CAPITAL, KEYS, RATE, TIME
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked, period_assumption, periods, year_days
from ecobot_tui.economics.calculators.quantities import months_in


def _per_unit(g: Given) -> Solution:
    found = rx.search(
        r"(?:por|al|cada|x) (dia|semana|mes|trimestre|semestre|ano)\b(?!.*(?:por|al|cada|x) (?:dia|semana|mes"
        r"|trimestre|semestre|ano)\b)"
        r"|(diari|mensual)[oa]?\b",
        g.text,
    )
    unit = "mes" if found is None else found[1] or {"diari": "dia", "mensual": "mes"}[found[2]]
    months = g.months_per_period("i", "ano")
    share = months_in(unit) / months if not (unit == "dia" and months == 1) else 1 / 30
    gain = g["c"] * g.rate("i") * share
    compound = g["c"] * converted(g.rate("i"), share)
    return Solution(
        gain,
        f"El interés es {g.money(gain, 'c')} por {PERIOD_NAMES[unit][0]}.",
        g.fill(f"{{c}} × {{i}} % / {number(1 / share)} = {number(gain, money=True)}"),
        f"Si la tasa es efectiva, el interés equivalente es {g.money(compound, 'c')}.",
        (
            "tasa nominal, en proporción al tiempo",
            "año de 365 días y mes de 30" if unit == "dia" else "doce meses iguales",
        ),
    )


def _simple(g: Given) -> Solution:
    count = periods(g, "i", "t")
    gain = g["c"] * g.rate("i") * count
    return Solution(
        gain,
        f"El interés es {g.money(gain, 'c')}; en total se juntan {g.money(g['c'] + gain, 'c')}.",
        g.fill(f"{{c}} × {{i}} % × {number(count)} = {number(gain, money=True)}"),
        "Con interés simple solo gana el capital: los intereses no generan más intereses.",
        _simple_assumptions(g),
    )


def _simple_assumptions(g: Given) -> tuple[str, ...]:
    said = period_assumption(g, "i", "t").replace("efectiva ", "")
    if g.quantity("t").unit != "dia":
        return (said,)
    if year_days(g) == 360:
        return said, "los días cuentan sobre un año de 360"
    if "c" in g and g.months_per_period("i", "ano") == months_in("ano"):
        gain = g["c"] * g.rate("i") * g.quantity("t").value / 360
        shown = number(gain, money=True)
        return said, f"los días cuentan sobre un año de 365; con el año comercial de 360 el interés es {shown}"
    times = f"{365 / 360:.4f}".replace(".", ",")
    return said, f"los días cuentan sobre un año de 365; con el año comercial de 360 el interés sería {times} veces ese"


def _capital(g: Given) -> Solution:
    count = periods(g, "i", "t")
    if "g" in g:
        value, worked = g["g"] / (g.rate("i") * count), f"{{g}} / ({{i}} % × {number(count)})"
    else:
        value, worked = g["m"] / (1 + g.rate("i") * count), f"{{m}} / (1 + {{i}} % × {number(count)})"
    return Solution(
        value,
        f"El capital es {g.money(value, 'g', 'm')}.",
        g.fill(f"{worked} = {number(value, money=True)}"),
        f"Con {g.money(value, 'g', 'm')} a interés simple se llega a eso en ese plazo.",
        _simple_assumptions(g),
    )


def _gain(g: Given) -> float:
    gain = g["g"] if "g" in g else g["m"] - g["c"]
    if gain < 0:
        raise CalculationError("El monto final tiene que ser mayor que el capital.")
    return gain


def _simple_rate(g: Given) -> Solution:
    time = g.quantity("t")
    gain = _gain(g)
    months = checked(time.value if time.unit is None else time.months)
    if time.unit in ("dia", "semana", "quincena"):
        months *= 365 / year_days(g)
    monthly = 100 * gain / g["c"] / months
    yearly = 12 * monthly
    wants_year = rx.search(r"anual|al ano|por ano", g.text) or (time.unit == "ano" and "mensual" not in g.text)
    value, name = (yearly, "anual") if wants_year else (monthly, "mensual")
    return Solution(
        value,
        f"La tasa de interés simple es {percent(value)} {name}.",
        f"{number(gain)} / ({g.shown('c')} × {number(months / 12 if wants_year else months)}) = {percent(value)}",
        f"Son {percent(monthly)} por mes, {percent(yearly)} por año, {percent(100 * gain / g['c'])} en todo el plazo.",
        ("interés simple, que se calcula siempre sobre el capital",),
    )


def _simple_time(g: Given) -> Solution:
    unit = g.period("i") or "mes"
    name = PERIOD_NAMES[unit][1] if g.period("i") else "períodos"
    if "c" in g:
        share, shown = _gain(g) / g["c"], f"{number(_gain(g))} / ({g.shown('c')} × {g.shown('i')} %)"
    else:
        share = 2.0 if "tripl" in g.text else 3.0 if "cuadrupl" in g.text else 1.0
        shown = f"{number(share)} / {g.shown('i')} %"
    count = share / g.rate("i")
    return Solution(
        count,
        f"Hacen falta {number(count)} {name}.",
        f"{shown} = {number(count)}",
        f"Son {number(count * months_in(unit))} meses, {number(count * months_in(unit) * 365 / 12)} días con el año"
        f" de 365 o"
        f" {number(count * months_in(unit) * 30)} con el comercial; con interés compuesto sería menos tiempo.",
        ("interés simple, que se calcula siempre sobre el capital",),
    )


def _simple_and_compound(g: Given) -> Solution:
    count = periods(g, "i", "t")
    simple = g["c"] * g.rate("i") * count
    compound = g["c"] * converted(g.rate("i"), count)
    return Solution(
        compound - simple,
        f"Con interés compuesto se ganan {g.money(compound, 'c')} y con simple {g.money(simple, 'c')}: la diferencia es"
        f" {g.money(compound - simple, 'c')}.",
        g.fill(
            f"{{c}} × [(1 + {{i}} %)^{number(count)} − 1] − {{c}} × {{i}} % × {number(count)} ="
            f" {number(compound - simple, money=True)}"
        ),
        f"Los montos son {g.money(g['c'] + compound, 'c')} y {g.money(g['c'] + simple, 'c')}; la diferencia son los"
        " intereses de los intereses.",
        (period_assumption(g, "i", "t"),),
    )


_GOAL = Input("m", "el monto final", Kind.AMOUNT, optional=True, above=0)
_INTEREST = Input("g", "el interés ganado", Kind.AMOUNT, optional=True, above=0)

CALCULATORS = (
    cash_calculator(
        "interes_simple", AREA, "el interés simple", "I = C·i·t", (CAPITAL, RATE, TIME), _simple, keys=KEYS
    ),
    cash_calculator(
        "capital_simple",
        AREA,
        "el capital a interés simple",
        "C = I / (i·t) = M / (1 + i·t)",
        (_INTEREST, _GOAL, ABOVE_ZERO, TIME),
        _capital,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_simple",
        AREA,
        "la tasa de interés simple",
        "i = I / (C·t)",
        (CAPITAL, _INTEREST, _GOAL, TIME),
        _simple_rate,
        keys=KEYS,
    ),
    cash_calculator(
        "plazo_simple",
        AREA,
        "el plazo a interés simple",
        "t = I / (C·i)",
        (Input("c", "el capital", Kind.AMOUNT, optional=True, above=0), _INTEREST, _GOAL, ABOVE_ZERO),
        _simple_time,
        keys=KEYS,
    ),
    cash_calculator(
        "simple_y_compuesto",
        AREA,
        "la diferencia entre interés simple y compuesto",
        "C[(1 + i)ⁿ − 1] − C·i·n",
        (CAPITAL, RATE, TIME),
        _simple_and_compound,
        keys=KEYS,
    ),
    cash_calculator(
        "interes_por_periodo",
        AREA,
        "el interés de cada período",
        "I = C·i / m",
        (CAPITAL, RATE),
        _per_unit,
        keys=KEYS,
    ),
)
