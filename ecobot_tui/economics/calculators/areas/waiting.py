"""Tasas e interés: la tasa escondida en un descuento, la de un documento descontado, la regla del 72 y la cuota UVA."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, Incomplete, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked, year_days

AREA = "Tasas e interés"


def _of_cash(g: Given) -> Solution:
    days, year = checked(g.quantity("t").days - (g.quantity("w").days if "w" in g else 0.0)), year_days(g)
    if "d" in g:
        whole = g.rate("d") / (1 - g.rate("d"))
        worked = "{d} % / (100 % − {d} %)"
    else:
        whole = g["b"] / g["a"] - 1
        worked = "{b} / {a} − 1"
    monthly, yearly = 100 * converted(whole, 30 / days), 100 * converted(whole, year / days)
    nominal = 100 * whole * year / days
    wants_month = rx.search(r"mensual|por mes|al mes|\btem\b", g.text)
    wants_year = rx.search(r"anual|por ano|al ano|\btea\b|\btna\b", g.text)
    value = 100 * whole
    if wants_month and not wants_year:
        value = monthly
    elif wants_year:
        value = nominal if rx.search(r"\btna\b|nominal|simple|lineal", g.text) else yearly
    return Solution(
        value,
        f"La tasa por esperar {number(days)} días es {percent(100 * whole)}: {percent(monthly)} mensual,"
        f" {percent(yearly)} efectiva anual (nominal {percent(nominal)}).",
        g.fill(f"{worked} = {percent(100 * whole)}"),
        "Es mayor que el descuento, porque se calcula sobre lo que se pagaría hoy; si se consigue plata a menos,"
        " conviene pagar de contado.",
        (f"meses de 30 días y año de {year}",),
    )


def _of_document(g: Given) -> Solution:
    days, year = checked(g.quantity("t").days), year_days(g)
    discount = g["d"] if "d" in g else g["n"] - g["e"]
    got = g["n"] - discount
    if not 0 < got < g["n"]:
        raise CalculationError("Lo que se cobra tiene que ser menor que el valor del documento.")
    one = g.quantity("t")
    months = days / 30 if one.unit in ("dia", "semana", "quincena", None) else one.months
    share = 100 * discount / g["n"]
    monthly = share / months
    yearly = share * (year / days if one.unit in ("dia", None) else 12 / months)
    wants_month = rx.search(r"mensual|por mes|\btem\b", g.text)
    effective = 100 * converted(discount / got, year / days if one.unit in ("dia", None) else 12 / months)
    value = monthly if wants_month else effective if rx.search(r"efectiv|\btea\b", g.text) else yearly
    return Solution(
        value,
        f"La tasa de descuento es {percent(monthly)} mensual, {percent(yearly)} nominal anual ({percent(share)} en el"
        " plazo).",
        f"{number(discount)} / ({g.shown('n')} × {number(months)} meses) = {percent(monthly)}",
        f"Sobre lo que se cobra, el costo es {percent(100 * discount / got)} en el plazo, {percent(effective)} efectivo"
        " anual.",
        (f"descuento comercial, sobre el valor nominal; año de {year} días",),
    )


def _rule(g: Given) -> Solution:
    rule = g["k"]
    if "i" in g:
        if not g["i"]:
            raise Incomplete("i")
        count, unit = rule / g["i"], g.period("i") or "ano"
        name = PERIOD_NAMES[unit][1] if g.period("i") else "períodos"
        exact = 100 * converted(g.rate("i"), count)
        return Solution(
            count,
            f"Se duplica en unos {number(count)} {name}.",
            f"{number(rule)} / {g.shown('i')} = {number(count)}",
            f"Es una aproximación: con esa tasa, en ese tiempo crece {percent(exact)}.",
            ("interés compuesto a una tasa constante",),
        )
    time = g.quantity("t")
    rate = rule / checked(time.value)
    return Solution(
        rate,
        f"Hace falta una tasa de {percent(rate)} por {PERIOD_NAMES[time.unit or 'ano'][0]}, más o menos.",
        f"{number(rule)} / {number(time.value)} = {percent(rate)}",
        f"La tasa exacta es {percent(100 * converted(1.0, 1 / time.value))}.",
        ("interés compuesto a una tasa constante",),
    )


def _indexed(g: Given) -> Solution:
    value = g["c"] * g["b"] / g["a"]
    return Solution(
        value,
        f"Ahora son {g.money(value, 'c')}.",
        g.fill(f"{{c}} × {{b}} / {{a}} = {number(value, money=True)}"),
        f"Subió lo mismo que la UVA, {percent(100 * (g['b'] / g['a'] - 1))}; en UVA sigue siendo igual.",
        ("la misma cantidad de UVA",),
    )


CALCULATORS = (
    cash_calculator(
        "tasa_del_contado",
        AREA,
        "la tasa escondida en un descuento de contado",
        "d / (1 − d)",
        (
            Input("d", "el descuento", Kind.RATE, optional=True, above=0, below=100),
            Input("a", "el precio de contado", Kind.AMOUNT, optional=True, above=0),
            Input("b", "el precio a plazo", Kind.AMOUNT, optional=True, above=0),
            Input("t", "el plazo", Kind.TIME),
            Input("w", "el plazo para pagar con descuento", Kind.TIME, optional=True),
        ),
        _of_cash,
        keys="contado descuento tasa implicita",
    ),
    cash_calculator(
        "tasa_de_descuento",
        AREA,
        "la tasa de descuento de un documento",
        "d = D / (N·t)",
        (
            Input("n", "el valor del documento", Kind.AMOUNT, above=0),
            Input("e", "lo que se cobró", Kind.AMOUNT, optional=True, above=0),
            Input("d", "el descuento", Kind.AMOUNT, optional=True, above=0),
            Input("t", "el plazo", Kind.TIME),
        ),
        _of_document,
        keys="cheque pagare documento factura descuento",
    ),
    cash_calculator(
        "regla_del_72",
        AREA,
        "el tiempo en que se duplica algo",
        "n ≈ 72 / tasa",
        (
            Input("k", "el número de la regla", Kind.NUMBER),
            Input("i", "la tasa", Kind.RATE, optional=True, above=0),
            Input("t", "el tiempo", Kind.TIME, optional=True),
        ),
        _rule,
        keys="regla duplicar",
        names=r"\bregla (?:del|de los?|de) #\d+.*",
    ),
    cash_calculator(
        "cuota_uva",
        AREA,
        "la cuota en UVA",
        "cuota × UVA₁ / UVA₀",
        (
            Input("c", "la cuota", Kind.AMOUNT, above=0),
            Input("a", "la UVA inicial", Kind.AMOUNT, above=0),
            Input("b", "la UVA final", Kind.AMOUNT, above=0),
        ),
        _indexed,
        keys="uva cuota",
    ),
)
