"""Préstamos: de un saldo a otro, el capital del sistema alemán, la gracia y dos sistemas comparados."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.loans import AREA, COUNT, KEYS, LOAN, RATE, TOLD_AGAIN, loan_terms
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import payments_in, rate_per, unit_of_instalments, unit_of_payments
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES
from ecobot_tui.economics.calculators.story import asked_in


def _balance_payment(g: Given) -> Solution:
    rate = rate_per(g, "i", "mes")
    due = g["p"] * rate.rate
    principal, left = g["a"] - due, g["p"] + due - g["a"]
    if left < 0:
        raise CalculationError("El pago es mayor que la deuda con sus intereses: revisá los datos.")
    asked = asked_in(g.text)
    value = due if rx.search(r"interes", asked) else left if rx.search(r"deb|saldo|qued", asked) else principal
    return Solution(
        value,
        f"Del pago, {g.money(due, 'p')} son interés y {g.money(principal, 'p')} capital: la deuda queda en"
        f" {g.money(left, 'p')}.",
        g.fill(
            f"{{p}} × {percent(100 * rate.rate)} = {number(due, money=True)}; {{a}} − {number(due, money=True)} ="
            f" {number(principal, money=True)}"
        ),
        "Lo que el pago deja después del interés baja la deuda."
        if principal > 0
        else "El pago no cubre el interés: la deuda crece.",
        (rate.how, "pago al final del período"),
    )


def _german_principal(g: Given) -> Solution:
    unit = unit_of_instalments(g, "n")
    count = payments_in(g, "n", unit)
    part = g["p"] / count
    if "k" not in g:
        return Solution(
            part,
            f"Cada cuota devuelve {g.money(part, 'p')} de capital.",
            g.fill(f"{{p}} / {count} = {number(part, money=True)}"),
            "En el sistema alemán esa parte es siempre igual; el interés se le suma y va bajando.",
        )
    paid = payments_in(g, "k", unit)
    left = g["p"] * (1 - paid / count)
    return Solution(
        left,
        f"Se deben {g.money(left, 'p')}.",
        g.fill(f"{{p}} × (1 − {paid} / {count}) = {number(left, money=True)}"),
        f"Cada cuota devuelve {g.money(part, 'p')} de capital.",
        ("sistema alemán, capital en partes iguales",),
    )


def _grace(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    rate = rate_per(g, "i", unit)
    wait = payments_in(g, "k", unit)
    due, name = g["p"] * rate.rate, PERIOD_NAMES[unit][0]
    whole = rx.search(r"sin pagar|capitaliz|gracia total|no (?:se )?paga|asciende", g.text)
    later = g["p"] * (1 + rate.rate) ** wait if whole else g["p"]
    said = (
        f"después de {wait} períodos de gracia sin pagar la deuda es {g.money(later, 'p')}"
        if whole
        else f"durante la gracia se pagan {g.money(due, 'p')} de interés por {name} y la deuda no cambia"
    )
    worked = (
        g.fill(f"{{p}} × (1 + {number(rate.rate)})^{wait} = {number(later, money=True)}")
        if whole
        else g.fill(f"{{p}} × {number(rate.rate)} = {number(due, money=True)}")
    )
    asks_during = rx.search(r"durante (?:la|el|ese|los|esos)|asciende|deuda", asked_in(g.text) + g.text[-40:])
    if "n" not in g:
        return Solution(
            later if whole else due,
            f"{said[:1].upper()}{said[1:]}.",
            worked,
            "La gracia alivia al principio y se paga después, con más intereses.",
            (rate.how,),
        )
    count = payments_in(g, "n", unit)
    payment = interest.french_payment(later, rate.rate, count)
    return Solution(
        (later if whole else due) if asks_during else payment,
        f"La cuota es {g.money(payment, 'p')}; {said}.",
        f"{worked}; {number(later, money=True)} × {number(rate.rate)} / [1 − (1 + {number(rate.rate)})^−{count}] ="
        f" {number(payment, money=True)}",
        "La gracia alivia al principio y se paga después, con más intereses.",
        (rate.how, "sistema francés después de la gracia"),
    )


def _two_systems(g: Given) -> Solution:
    rate, count, unit = loan_terms(g)
    french = interest.french_payment(g["p"], rate.rate, count)
    first, last = (interest.german_payment(g["p"], rate.rate, count, which) for which in (1, count))
    in_french, in_german = french * count - g["p"], rate.rate * g["p"] * (count + 1) / 2
    about_first = rx.search(r"primer\w* (?:cuota|pago|mes)", g.text)
    return Solution(
        first - french if about_first else in_french - in_german,
        f"Intereses: {g.money(in_french, 'p')} con el francés y {g.money(in_german, 'p')} con el alemán, que cuesta"
        f" {g.money(in_french - in_german, 'p')} menos.",
        f"{count} × {number(french, money=True)} − {g.shown('p')} = {number(in_french, money=True)};"
        f" {number(rate.rate)} × {g.shown('p')} × ({count} + 1) / 2 = {number(in_german, money=True)}",
        f"La cuota francesa es siempre {g.money(french, 'p')}; la alemana empieza en {g.money(first, 'p')}"
        f" ({g.money(abs(first - french), 'p')} más) y termina en {g.money(last, 'p')}.",
        (f"cuotas al final de cada {PERIOD_NAMES[unit][0]}", rate.how),
    )


CALCULATORS = (
    cash_calculator(
        "pago_de_un_saldo",
        AREA,
        "las partes de un pago de la deuda",
        "interés = saldo·i; capital = pago − interés",
        (LOAN, Input("a", "el pago", Kind.AMOUNT, above=0), RATE),
        _balance_payment,
        keys=KEYS,
    ),
    cash_calculator(
        "capital_aleman",
        AREA,
        "el capital en el sistema alemán",
        "P/n; saldo = P·(1 − k/n)",
        (LOAN, COUNT, TOLD_AGAIN, Input("k", "las cuotas pagadas", Kind.TIME, optional=True)),
        _german_principal,
        keys=KEYS,
    ),
    cash_calculator(
        "prestamo_con_gracia",
        AREA,
        "el préstamo con período de gracia",
        "P·(1 + i)^k; después, sistema francés",
        (
            LOAN,
            RATE,
            Input("k", "el período de gracia", Kind.TIME),
            Input("n", "la cantidad de cuotas", Kind.TIME, optional=True),
        ),
        _grace,
        keys=KEYS,
    ),
    cash_calculator(
        "frances_y_aleman",
        AREA,
        "la diferencia entre el sistema francés y el alemán",
        "(n·A − P) − i·P·(n + 1)/2",
        (LOAN, RATE, COUNT, TOLD_AGAIN),
        _two_systems,
        keys=KEYS,
    ),
)
