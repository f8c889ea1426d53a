"""Préstamos: sistemas francés, alemán y americano: la cuota, sus partes, el saldo y los intereses."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash import instalment_told
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import PerPeriod, payments_in, rate_per, unit_of_payments
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, whole
from ecobot_tui.economics.calculators.quantities import months_in

AREA = "Préstamos"
_FEW_YEARS = 10
_FRENCH = "sistema francés, cuotas iguales al final de cada período, sin impuestos ni gastos"


def loan_terms(g: Given) -> tuple[PerPeriod, int, str]:
    """Return the rate per instalment, how many there are and their period."""
    unit = unit_of_payments(g, "i", "n")
    return rate_per(g, "i", unit), payments_in(g, "n", unit), unit


def _german_terms(g: Given) -> tuple[PerPeriod, int, str]:
    """Return the terms of a loan in the German system, whose payments are yearly where only years are spoken of."""
    if (
        g.period("i") == "ano"
        and g.quantity("n").unit == "ano"
        and g.quantity("n").value <= _FEW_YEARS
        and not rx.search(r"\bmes|mensual|hipotec|banco|trimestr|semestr", g.text)
    ):
        return rate_per(g, "i", "ano"), payments_in(g, "n", "ano"), "ano"
    return loan_terms(g)


def _which(g: Given, count: int, unit: str) -> int | None:
    """Return the instalment that the question tells, by its number, as a word or as a time; None where it is none."""
    if "k" in g:
        one = g.quantity("k")
        which = whole(one.value if one.unit is None else one.months / months_in(unit), "El número de cuota")
    else:
        told = instalment_told(g.text)
        if told is None:
            return None
        which = count if told < 0 else told
    if which > count:
        raise CalculationError(f"El préstamo tiene {count} cuotas: no hay cuota {which}.")
    return which


def _french(g: Given) -> Solution:
    rate, count, _ = loan_terms(g)
    payment = interest.french_payment(g["p"], rate.rate, count)
    other: tuple[str, ...] = ()
    if rate.other is not None:
        other_payment = interest.french_payment(g["p"], rate.other, count)
        other = (f"con {rate.other_how} la cuota sería {g.money(other_payment, 'p')}",)
    return Solution(
        payment,
        f"La cuota es {g.money(payment, 'p')}.",
        g.fill(
            f"{{p}} × {number(rate.rate)} / [1 − (1 + {number(rate.rate)})^−{count}] = {number(payment, money=True)}"
        ),
        f"En total pagás {g.money(payment * count, 'p')}: {g.money(payment * count - g['p'], 'p')} son intereses.",
        (_FRENCH, rate.how, *other),
    )


def _balance(g: Given) -> Solution:
    rate, count, unit = loan_terms(g)
    paid = _which(g, count, unit) or count
    payment = interest.french_payment(g["p"], rate.rate, count)
    balance = interest.french_balance(g["p"], rate.rate, count, paid)
    shown = number(rate.rate)
    return Solution(
        balance,
        f"Después de la cuota {paid} se deben {g.money(balance, 'p')}.",
        g.fill(
            f"{{p}} × (1 + {shown})^{paid} − {number(payment, money=True)} × [(1 + {shown})^{paid} − 1]"
            f" / {shown} = {number(balance, money=True)}"
        ),
        f"Ya se devolvió {percent(100 * (1 - balance / g['p']))} del capital, con cuotas de {g.money(payment, 'p')}: al"
        f" principio las cuotas son más interés que capital.",
        (_FRENCH, rate.how),
    )


def _german_balance(g: Given) -> Solution:
    rate, count, unit = _german_terms(g)
    paid = _which(g, count, unit) or count
    balance = g["p"] * (1 - paid / count)
    return Solution(
        balance,
        f"Después de la cuota {paid} se deben {g.money(balance, 'p')}.",
        g.fill(f"{{p}} × (1 − {paid} / {count}) = {number(balance, money=True)}"),
        f"Cada cuota devuelve {g.money(g['p'] / count, 'p')} de capital.",
        ("sistema alemán, capital en partes iguales", rate.how),
    )


def _parts(g: Given) -> Solution:
    rate, count, unit = loan_terms(g)
    which = _which(g, count, unit) or 1
    payment = interest.french_payment(g["p"], rate.rate, count)
    owed = interest.french_balance(g["p"], rate.rate, count, which - 1)
    due = owed * rate.rate
    return Solution(
        due,
        f"En la cuota {which}, de {g.money(payment, 'p')}, hay {g.money(due, 'p')} de interés y"
        f" {g.money(payment - due, 'p')} de capital.",
        g.fill(
            f"interés = {number(owed, money=True)} × {number(rate.rate)} = {number(due, money=True)}; capital ="
            f" {number(payment, money=True)} − {number(due, money=True)} = {number(payment - due, money=True)}"
        ),
        f"Antes de pagarla se deben {g.money(owed, 'p')} y después {g.money(max(owed - payment + due, 0.0), 'p')}: cada"
        " cuota tiene menos interés y más capital.",
        (_FRENCH, rate.how),
    )


def _total_interest(g: Given) -> Solution:
    rate, count, _ = loan_terms(g)
    payment = interest.french_payment(g["p"], rate.rate, count)
    total = payment * count - g["p"]
    return Solution(
        total,
        f"En total se pagan {g.money(total, 'p')} de intereses.",
        g.fill(f"{count} × {number(payment, money=True)} − {{p}} = {number(total, money=True)}"),
        f"Los intereses son {percent(100 * total / g['p'])} de lo que te prestaron, repartidos en {count} cuotas; en"
        f" total se devuelven {g.money(payment * count, 'p')}.",
        (_FRENCH, rate.how),
    )


def _german_interest(g: Given) -> Solution:
    rate, count, _ = _german_terms(g)
    total = rate.rate * g["p"] * (count + 1) / 2
    return Solution(
        total,
        f"En total se pagan {g.money(total, 'p')} de intereses.",
        g.fill(f"{number(rate.rate)} × {{p}} × ({count} + 1) / 2 = {number(total, money=True)}"),
        f"Se devuelven {g.money(g['p'] + total, 'p')} en {count} cuotas que van bajando.",
        ("sistema alemán, capital en partes iguales", rate.how),
    )


def _german(g: Given) -> Solution:
    rate, count, unit = _german_terms(g)
    which = _which(g, count, unit) or 1
    payment = interest.german_payment(g["p"], rate.rate, count, which)
    first = interest.german_payment(g["p"], rate.rate, count, 1)
    last = interest.german_payment(g["p"], rate.rate, count, count)
    part = g["p"] / count
    drop = rate.rate * part
    if rx.search(
        r"cuanto (?:\w+ ){0,2}?(?:baja\w*|disminuy\w+|decrec\w+|se reduc\w+)|diferencia entre (?:la"
        r"|una) \w+ (?:cuota )?y la"
        r" (?:segunda|siguiente|otra)",
        g.text,
    ):
        return Solution(
            drop,
            f"Cada cuota es {g.money(drop, 'p')} menor que la anterior.",
            g.fill(f"{number(rate.rate)} × {{p}} / {count} = {number(drop, money=True)}"),
            f"La primera es {g.money(first, 'p')} y la última {g.money(last, 'p')}.",
            ("sistema alemán, capital en partes iguales", rate.how),
        )
    return Solution(
        payment,
        f"La cuota {which} es {g.money(payment, 'p')}: {g.money(payment - part, 'p')} de interés y {g.money(part, 'p')}"
        f" de capital.",
        g.fill(
            f"{{p}} / {count} + {number(rate.rate)} × ({{p}} − {which - 1} × {{p}} / {count}) ="
            f" {number(payment, money=True)}"
        ),
        f"En total se pagan {g.money((first + last) * count / 2, 'p')}: la primera es {g.money(first, 'p')} y la última"
        f" {g.money(last, 'p')}; bajan porque el interés se calcula"
        f" sobre"
        f" lo que queda.",
        ("sistema alemán, capital en partes iguales", rate.how),
    )


def _bullet(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    if g.period("i") == "ano" and not any(word in g.text for word in ("mes", "mensual", "semestr", "trimestr")):
        unit = "ano"
    rate = rate_per(g, "i", unit)
    gain = g["p"] * rate.rate
    name = PERIOD_NAMES[unit][0]
    meaning = "Mientras dura el préstamo se pagan solo intereses y la deuda no baja."
    if "n" in g:
        count = payments_in(g, "n", unit)
        meaning = (
            f"Los intereses suman {g.money(gain * count, 'p')} en {count} pagos; el último es de"
            f" {g.money(g['p'] + gain, 'p')} y en total se pagan {g.money(g['p'] + gain * count, 'p')}."
        )
    return Solution(
        gain,
        f"El interés de cada {name} es {g.money(gain, 'p')}; el capital, {g.money(g['p'], 'p')}, se devuelve al final.",
        f"{g.shown('p')} × {percent(100 * rate.rate)} = {number(gain, money=True)}",
        meaning,
        ("sistema americano (bullet): solo intereses hasta el último pago", rate.how),
    )


def _financed(g: Given) -> float:
    """Return what is lent of a price: what is left after a down payment, or the share that is financed."""
    if "f" in g:
        return g["v"] * g.rate("f")
    return g["v"] - g["e"] if "e" in g else g["v"] * (1 - g.rate("s"))


def _after_down_payment(g: Given) -> Solution:
    rate, count, _ = loan_terms(g)
    loan = _financed(g)
    if loan <= 0:
        raise CalculationError("El anticipo tiene que ser menor que el precio.")
    payment = interest.french_payment(loan, rate.rate, count)
    share = number(rate.rate)
    return Solution(
        payment,
        f"La cuota es {g.money(payment, 'v')}.",
        f"{number(loan, money=True)} × {share} / [1 − (1 + {share})^−{count}] = {number(payment, money=True)}",
        f"Se financian {g.money(loan, 'v')}; con el anticipo se pagan"
        f" {g.money(payment * count + g['v'] - loan, 'v')} en"
        " total.",
        (_FRENCH, rate.how),
    )


LOAN = Input("p", "el monto del préstamo", Kind.AMOUNT, above=0)
COUNT = Input("n", "la cantidad de cuotas", Kind.TIME)
RATE = Input("i", "la tasa de interés", Kind.RATE, above=-100)
TOLD_AGAIN = Input("z", "el plazo", Kind.TIME, optional=True)
_WHICH = Input("k", "el número de cuota", Kind.TIME, optional=True)
_TERMS = (LOAN, COUNT, RATE, TOLD_AGAIN)
KEYS = (
    "cuota cuotas prestamo credito frances pago hipotecario saldo debo deuda queda adeudado falta intereses interes"
    " total"
    " aleman alemana americano americana bullet prestan prestaron tasa ingreso ingresos sueldo mensualidad financian"
)


CALCULATORS = (
    cash_calculator(
        "cuota_con_anticipo",
        AREA,
        "la cuota después de un anticipo",
        "A = (precio − anticipo)·i / (1 − (1 + i)^−n)",
        (
            Input("v", "el precio", Kind.AMOUNT, above=0),
            Input("e", "el anticipo", Kind.AMOUNT, optional=True, above=0),
            Input("s", "el anticipo", Kind.RATE, optional=True, above=0),
            Input("f", "la parte que se financia", Kind.RATE, optional=True, above=0, most=100),
            COUNT,
            RATE,
            TOLD_AGAIN,
        ),
        _after_down_payment,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_francesa",
        AREA,
        "la cuota del préstamo (sistema francés)",
        "A = P·i / (1 − (1 + i)^−n)",
        _TERMS,
        _french,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_desglosada",
        AREA,
        "las partes de una cuota (sistema francés)",
        "interés = saldo·i; capital = A − interés",
        (*_TERMS, _WHICH),
        _parts,
        keys=KEYS,
    ),
    cash_calculator(
        "saldo_frances",
        AREA,
        "el saldo del préstamo",
        "P(1 + i)^k − A[(1 + i)^k − 1] / i",
        (*_TERMS, _WHICH),
        _balance,
        keys=KEYS,
    ),
    cash_calculator(
        "saldo_aleman",
        AREA,
        "el saldo del préstamo (sistema alemán)",
        "P·(1 − k/n)",
        (*_TERMS, _WHICH),
        _german_balance,
        keys=KEYS,
    ),
    cash_calculator(
        "interes_total_frances",
        AREA,
        "el total de intereses del préstamo",
        "n·A − P",
        _TERMS,
        _total_interest,
        keys=KEYS,
    ),
    cash_calculator(
        "interes_total_aleman",
        AREA,
        "el total de intereses (sistema alemán)",
        "i·P·(n + 1)/2",
        _TERMS,
        _german_interest,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_alemana",
        AREA,
        "la cuota del préstamo (sistema alemán)",
        "Aₖ = P/n + i·(P − (k − 1)P/n)",
        (*_TERMS, _WHICH),
        _german,
        keys=KEYS,
    ),
    cash_calculator(
        "sistema_americano",
        AREA,
        "el interés del préstamo (sistema americano)",
        "interés = P·i; el capital, al final",
        (LOAN, RATE, Input("n", "el plazo", Kind.TIME, optional=True), TOLD_AGAIN),
        _bullet,
        keys=KEYS,
    ),
)
