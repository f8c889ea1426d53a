"""Préstamos: costo financiero total con gastos descontados, y de qué se compone una cuota."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.loans import AREA, COUNT, KEYS, LOAN, TOLD_AGAIN
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import payments_in, rate_per, unit_of_instalments, unit_of_payments
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked
from ecobot_tui.economics.calculators.quantities import months_in


def _received(g: Given) -> tuple[float, float]:
    """Return the expenses and what is really received."""
    fee = g["e"] if "e" in g else g["p"] * g.rate("s")
    if fee >= g["p"]:
        raise CalculationError("Los gastos no pueden llevarse todo el préstamo: revisá los datos.")
    return fee, g["p"] - fee


def _once(g: Given) -> Solution:
    fee, net = _received(g)
    # «Al mes devuelvo» tells the term without a number.
    months = checked(g.quantity("t").months) if "t" in g else 12.0 if "al ano" in g.text else 1.0
    whole = g["v"] / net - 1
    if whole < 0:
        raise CalculationError("Se devuelve menos de lo que se recibe: con esos datos el costo sería negativo.")
    yearly, monthly = 100 * converted(whole, 12 / months), 100 * converted(whole, 1 / months)
    asks_month = rx.search(r"mensual|por mes|\btem\b", g.text)
    asks_year = rx.search(r"anual|\btea\b|por ano|\bcfta?ea?\b", g.text)
    value = monthly if asks_month and not asks_year else yearly if asks_year or months == 12 else 100 * whole
    return Solution(
        value,
        f"El costo total es {percent(100 * whole)} en el plazo: {percent(monthly)} mensual, {percent(yearly)} efectivo"
        " anual.",
        f"{g.shown('v')} / ({g.shown('p')} − {number(fee)}) − 1 = {percent(100 * whole)}",
        f"Recibís {g.money(net, 'p')} y devolvés {g.money(g['v'], 'v', 'p')}; sin los gastos sería"
        f" {percent(100 * (g['v'] / g['p'] - 1))} en el plazo.",
        ("los gastos se descuentan al recibir el préstamo",),
    )


def _in_instalments(g: Given) -> Solution:
    fee, net = _received(g)
    if "a" in g:
        unit = unit_of_instalments(g, "n")
        count = payments_in(g, "n", unit)
        payment, how = g["a"], "cuotas iguales al final de cada período"
    else:
        unit = unit_of_payments(g, "i", "n")
        count = payments_in(g, "n", unit)
        per = rate_per(g, "i", unit)
        payment, how = interest.french_payment(g["p"], per.rate, count), f"sistema francés, {per.how}"
    try:
        rate = 100 * interest.loan_rate(net, payment, count)
    except ValueError as error:
        raise CalculationError("Las cuotas suman menos de lo que se recibe: revisá los datos.") from error
    times = 12 / months_in(unit)
    yearly = 100 * converted(rate / 100, times)
    asks_year = rx.search(r"anual|\btea\b|por ano", g.text) and not rx.search(
        r"costo (?:\w+ )*mensual|cft mensual", g.text
    )
    return Solution(
        yearly if asks_year else rate,
        f"El costo financiero total es {percent(rate)} por {PERIOD_NAMES[unit][0]}: {percent(yearly)} efectivo anual"
        f" (nominal {percent(rate * times)}).",
        f"{number(net, money=True)} = {number(payment, money=True)} × [1 − (1 + i)^−{count}] / i → i = {percent(rate)}",
        f"Recibís {g.money(net, 'p')} y pagás {count} cuotas de {g.money(payment, 'p', 'a')}.",
        (how, f"los gastos, {g.money(fee, 'p')}, se descuentan al recibir el préstamo"),
    )


def _whole(g: Given) -> Solution:
    tax = g["g"] * g.rate("v") if "v" in g else 0.0
    other = g.get("w", 0.0)
    if "c" not in g:
        return Solution(
            tax,
            f"El IVA es {g.money(tax)}.",
            g.fill(f"{{g}} × {{v}} % = {number(tax, money=True)}"),
            "Se cobra sobre el interés, no sobre el capital.",
        )
    total = g["c"] + g["g"] + tax + other
    parts = [g.shown("c"), g.shown("g")]
    parts += [f"{g.shown('g')} × {g.shown('v')} %"] if "v" in g else []
    parts += [g.shown("w")] if "w" in g else []
    with_tax = f" El IVA es {g.money(tax)}: se cobra sobre el interés, no sobre el capital." if tax else ""
    return Solution(
        total,
        f"La cuota completa es {g.money(total)}.",
        f"{' + '.join(parts)} = {number(total, money=True)}",
        f"De ella {g.money(g['c'])} bajan la deuda.{with_tax}",
    )


def _part(g: Given) -> Solution:
    known = g["g"] if "g" in g else g["c"]
    rest = g["q"] - known - g.get("w", 0.0)
    if rest < 0:
        raise CalculationError("Una parte de la cuota no puede ser mayor que la cuota.")
    name = "de capital" if "g" in g else "de interés"
    minus = f" − {g.shown('w')}" if "w" in g else ""
    return Solution(
        rest,
        f"Son {g.money(rest)} {name}.",
        f"{g.shown('q')} − {number(known)}{minus} = {number(rest, money=True)}",
        "Solo la parte de capital baja la deuda.",
        ("cuota sin IVA ni otros cargos",),
    )


def _taxed(g: Given) -> Solution:
    share = g.rate("i") * (1 + g.rate("v"))
    monthly = share * (1 / 12 if g.period("i") == "ano" else 1)
    asks_month = rx.search(r"mensual|por mes|\btem\b", g.text) and g.period("i") == "ano"
    yearly = 100 * converted(monthly, 12) if g.period("i") == "ano" else 100 * converted(share, 12)
    asks_year = rx.search(r"\btea\b|efectiva anual", g.text) and not rx.search(
        r"(?:tea|efectiva anual)(?: \w+){0,2} %", g.text
    )
    value = yearly if asks_year else 100 * (monthly if asks_month else share)
    return Solution(
        value,
        f"Con el IVA la tasa es {percent(100 * share)}"
        + (f", {percent(100 * monthly)} por mes." if asks_month else "."),
        g.fill("{i} % × (1 + {v} %)") + f" = {percent(100 * share)}",
        f"El IVA se paga sobre los intereses, así que encarece la tasa en esa proporción; capitalizando por mes, la TEA"
        f" es {percent(yearly)}.",
    )


_FEE = Input("e", "los gastos", Kind.AMOUNT, optional=True)
_FEE_SHARE = Input("s", "los gastos", Kind.RATE, optional=True, below=100)
_EXTRA = Input("w", "el seguro", Kind.AMOUNT, optional=True)
_TAX = Input("v", "el IVA", Kind.RATE, above=-0.0001)
_INTEREST = Input("g", "el interés", Kind.AMOUNT, above=-0.0001)

CALCULATORS = (
    cash_calculator(
        "cft_pago_unico",
        AREA,
        "el costo financiero total de un pago único",
        "VF / (P − gastos) − 1",
        (
            LOAN,
            Input("v", "lo que se devuelve", Kind.AMOUNT, above=0),
            _FEE,
            _FEE_SHARE,
            Input("t", "el plazo", Kind.TIME, optional=True),
        ),
        _once,
        keys=KEYS,
    ),
    cash_calculator(
        "cft_en_cuotas",
        AREA,
        "el costo financiero total",
        "TIR de (P − gastos, −A, …, −A)",
        (
            LOAN,
            Input("a", "la cuota", Kind.AMOUNT, optional=True, above=0),
            Input("i", "la tasa", Kind.RATE, optional=True, above=0),
            _FEE,
            _FEE_SHARE,
            COUNT,
            TOLD_AGAIN,
        ),
        _in_instalments,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_total",
        AREA,
        "la cuota con impuestos y cargos",
        "capital + interés·(1 + IVA) + seguro",
        (
            Input("c", "el capital", Kind.AMOUNT, optional=True, above=-0.0001),
            _INTEREST,
            Input("v", "el IVA", Kind.RATE, optional=True, above=-0.0001),
            _EXTRA,
        ),
        _whole,
        keys=KEYS,
    ),
    cash_calculator(
        "parte_de_la_cuota",
        AREA,
        "la otra parte de la cuota",
        "capital = cuota − interés",
        (
            Input("q", "la cuota", Kind.AMOUNT, above=0),
            Input("g", "el interés", Kind.AMOUNT, optional=True, above=-0.0001),
            Input("c", "el capital", Kind.AMOUNT, optional=True, above=-0.0001),
            _EXTRA,
        ),
        _part,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_con_iva",
        AREA,
        "la tasa con IVA",
        "i·(1 + IVA)",
        (Input("i", "la tasa", Kind.RATE, above=0), _TAX),
        _taxed,
        keys=KEYS,
    ),
)
