"""Tasas e interés: rentas perpetuas, ahorro periódico, retiros y valor actual de pagos iguales."""

import math

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import PerPeriod, payments_in, rate_per, unit_of_payments
from ecobot_tui.economics.calculators.cash_words import is_due
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import MOST_PERIODS, PERIOD_NAMES
from ecobot_tui.economics.calculators.quantities import months_in

AREA = "Tasas e interés"


def _terms(g: Given) -> tuple[PerPeriod, int, str, bool]:
    """Return the rate per payment, how many payments there are, their period and whether they are made in advance."""
    unit = unit_of_payments(g, "i", "n")
    if g.period("i") in ("ano", None) and g.quantity("n").unit == "ano" and unit == "mes" and not _speaks_of_months(g):
        unit = "ano"
    return rate_per(g, "i", unit), payments_in(g, "n", unit), unit, is_due(g.text)


def _speaks_of_months(g: Given) -> bool:
    return any(word in g.text for word in ("mes", "mensual", "cuota"))


def _when(due: bool, unit: str) -> str:
    return f"pagos {'al comienzo' if due else 'al final'} de cada {PERIOD_NAMES[unit][0]}"


def other(g: Given, rate: PerPeriod, value: float, symbol: str) -> tuple[str, ...]:
    """Return the result with the other common reading of the rate, if there is one."""
    if rate.other is None:
        return ()
    return (f"con {rate.other_how} sería {g.money(value, symbol)}",)


def _annuity_now(g: Given) -> Solution:
    rate, count, unit, due = _terms(g)

    def value_at(share: float) -> float:
        value = interest.annuity_present_value(g["a"], share, count)
        return interest.annuity_due(value, share) if due else value

    value, shown = value_at(rate.rate), percent(100 * rate.rate)
    return Solution(
        value,
        f"El valor actual es {g.money(value, 'a')}.",
        g.fill(
            f"{{a}} × [1 − (1 + {shown})^−{count}] / {shown}{f' × (1 + {shown})' if due else ''} ="
            f" {number(value, money=True)}"
        ),
        f"Tener {g.money(value, 'a')} hoy es equivalente a los {count} pagos, que suman"
        f" {g.money(g['a'] * count, 'a')}.",
        (
            _when(due, unit),
            rate.how,
            *(other(g, rate, value_at(rate.other), "a") if rate.other is not None else ()),
        ),
    )


def _annuity_later(g: Given) -> Solution:
    rate, count, unit, due = _terms(g)
    start = g.get("p", 0.0)

    def value_at(share: float) -> float:
        value = interest.annuity_future_value(g["a"], share, count)
        value = interest.annuity_due(value, share) if due else value
        return value + (interest.future_value(start, share, count) if start else 0.0)

    value, shown = value_at(rate.rate), percent(100 * rate.rate)
    first = f"{{p}} × (1 + {shown})^{count} + " if start else ""
    put = start + g["a"] * count
    return Solution(
        value,
        f"Al final se juntan {g.money(value, 'a')}.",
        g.fill(
            f"{first}{{a}} × [(1 + {shown})^{count} − 1] / {shown}{f' × (1 + {shown})' if due else ''} ="
            f" {number(value, money=True)}"
        ),
        f"De eso pusiste {g.money(put, 'a')} y el resto, {g.money(value - put, 'a')}, son intereses.",
        (
            _when(due, unit).replace("pagos", "depósitos"),
            rate.how,
            *(other(g, rate, value_at(rate.other), "a") if rate.other is not None else ()),
        ),
    )


def _saving(g: Given) -> Solution:
    rate, count, unit, due = _terms(g)
    start = g.get("p", 0.0)

    def value_at(share: float) -> float:
        missing = g["f"] - (interest.future_value(start, share, count) if start else 0.0)
        return missing / interest.annuity_future_value(1, share, count) / (1 + share if due else 1)

    value, shown = value_at(rate.rate), percent(100 * rate.rate)
    if value <= 0:
        raise CalculationError("Con lo que ya tenés alcanza: a esa tasa llegás sin agregar nada.")
    goal = f"({{f}} − {{p}} × (1 + {shown})^{count})" if start else "{f}"
    return Solution(
        value,
        f"Hay que depositar {g.money(value, 'f')} por {PERIOD_NAMES[unit][0]}.",
        g.fill(
            f"{goal} × {shown} / [(1 + {shown})^{count} − 1]{f' / (1 + {shown})' if due else ''} ="
            f" {number(value, money=True)}"
        ),
        f"Los {count} depósitos suman {g.money(value * count, 'f')}; el resto lo ponen los intereses.",
        (
            _when(due, unit).replace("pagos", "depósitos"),
            rate.how,
            *(other(g, rate, value_at(rate.other), "f") if rate.other is not None else ()),
        ),
    )


def _withdrawal(g: Given) -> Solution:
    rate, count, unit, due = _terms(g)

    def value_at(share: float) -> float:
        return interest.french_payment(g["p"], share, count) / (1 + share if due else 1)

    value, shown = value_at(rate.rate), percent(100 * rate.rate)
    return Solution(
        value,
        f"Se pueden retirar {g.money(value, 'p')} por {PERIOD_NAMES[unit][0]}.",
        g.fill(
            f"{{p}} × {shown} / [1 − (1 + {shown})^−{count}]{f' / (1 + {shown})' if due else ''} ="
            f" {number(value, money=True)}"
        ),
        f"Son {count} retiros, {g.money(value * count, 'p')} en total, y al final no queda nada.",
        (
            _when(due, unit).replace("pagos", "retiros"),
            rate.how,
            *(other(g, rate, value_at(rate.other), "p") if rate.other is not None else ()),
        ),
    )


def _time_of(g: Given, count: float, worked: str, what: str, rate: PerPeriod, unit: str) -> Solution:
    if count > MOST_PERIODS:
        raise CalculationError(f"No calculo más de {number(MOST_PERIODS)} períodos: revisá los datos.")
    whole = math.ceil(count - 1e-9)
    return Solution(
        count,
        f"Hacen falta {number(count)} {PERIOD_NAMES[unit][1]}: {what} se completa en el número {number(whole)}.",
        g.fill(f"{worked} = {number(count)}"),
        f"Son {number(count * months_in(unit) / 12)} años.",
        (rate.how,),
    )


def _time_to_save(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    rate, start = rate_per(g, "i", unit), g.get("p", 0.0)
    if g["f"] <= start:
        raise CalculationError("El monto al que querés llegar tiene que ser mayor que lo que ya tenés.")
    payment = g["a"] * (1 + rate.rate if is_due(g.text) else 1)
    count = interest.payments_to_reach(g["f"], payment, rate.rate, start)
    shown = percent(100 * rate.rate)
    below = f"[{g.shown('a')} + {g.shown('p')} × {shown}]" if start else g.shown("a")
    worked = f"ln([{g.shown('a')} + {{f}} × {shown}] / {below}) / ln(1 + {shown})"
    return _time_of(g, count, worked, "el objetivo", rate, unit)


def _time_to_spend(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    rate = rate_per(g, "i", unit)
    try:
        count = interest.payments_to_repay(g["p"], g["a"], rate.rate)
    except ValueError as error:
        raise CalculationError(
            f"El capital no se termina nunca: los intereses de cada {PERIOD_NAMES[unit][0]},"
            f" {g.money(g['p'] * rate.rate, 'p')}, cubren el retiro."
        ) from error
    shown = percent(100 * rate.rate)
    return _time_of(g, count, f"−ln(1 − {{p}} × {shown} / {{a}}) / ln(1 + {shown})", "el último retiro", rate, unit)


def _saving_rate(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    count = payments_in(g, "n", unit)
    try:
        rate = 100 * interest.saving_rate(g["f"], g["a"], count)
    except ValueError as error:
        raise CalculationError("Los depósitos ya suman más que el objetivo: la tasa sería negativa.") from error
    return Solution(
        rate,
        f"La tasa tiene que ser {percent(rate)} por {PERIOD_NAMES[unit][0]}.",
        g.fill(f"{{f}} = {{a}} × [(1 + i)^{count} − 1] / i → i = {percent(rate)}"),
        f"Los {count} depósitos suman {g.money(g['a'] * count, 'f', 'a')}; el resto lo ponen los intereses.",
        ("depósitos al final de cada período; se halla por bisección",),
    )


_RATE = Input("i", "la tasa por período", Kind.RATE, above=-100)
_COUNT = Input("n", "la cantidad de pagos", Kind.TIME)
_TOLD_AGAIN = Input("z", "el plazo", Kind.TIME, optional=True)
_PAYMENT = Input("a", "el monto de cada pago", Kind.AMOUNT, above=0)
_GOAL = Input("f", "el monto al que querés llegar", Kind.AMOUNT, above=0)
_CAPITAL = Input("p", "el capital", Kind.AMOUNT, above=0)
_START = Input("p", "lo que ya tenés", Kind.AMOUNT, optional=True, above=0)
KEYS = (
    "perpetua perpetuidad perpetuo siempre cuotas pagos anualidad renta actual presente ahorro ahorrar deposito retirar"
    " mensuales junto juntar aporto guardo alquiler"
)

CALCULATORS = (
    cash_calculator(
        "anualidad_vp",
        AREA,
        "el valor actual de pagos iguales",
        "VP = C·[1 − (1 + i)^−n] / i",
        (_COUNT, _PAYMENT, _RATE, _TOLD_AGAIN),
        _annuity_now,
        keys=KEYS,
    ),
    cash_calculator(
        "anualidad_vf",
        AREA,
        "el ahorro periódico acumulado",
        "VF = C·[(1 + i)ⁿ − 1] / i",
        (_PAYMENT, _RATE, _COUNT, _START, _TOLD_AGAIN),
        _annuity_later,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_de_ahorro",
        AREA,
        "el depósito para llegar a un monto",
        "C = VF·i / [(1 + i)ⁿ − 1]",
        (_GOAL, _RATE, _COUNT, _START, _TOLD_AGAIN),
        _saving,
        keys=KEYS,
    ),
    cash_calculator(
        "renta_de_un_capital",
        AREA,
        "el retiro periódico de un capital",
        "C = VP·i / [1 − (1 + i)^−n]",
        (_CAPITAL, _RATE, _COUNT, _TOLD_AGAIN),
        _withdrawal,
        keys=KEYS,
    ),
    cash_calculator(
        "plazo_de_ahorro",
        AREA,
        "el plazo para llegar a un monto ahorrando",
        "n = ln[(C + VF·i) / (C + VP·i)] / ln(1 + i)",
        (_GOAL, _PAYMENT, _RATE, _START),
        _time_to_save,
        keys=KEYS,
    ),
    cash_calculator(
        "plazo_de_retiros",
        AREA,
        "el tiempo que dura un capital",
        "n = −ln(1 − VP·i / C) / ln(1 + i)",
        (_CAPITAL, _PAYMENT, _RATE),
        _time_to_spend,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_de_ahorro_periodico",
        AREA,
        "la tasa de un ahorro periódico",
        "VF = C·[(1 + i)ⁿ − 1] / i",
        (_GOAL, _PAYMENT, _COUNT, _TOLD_AGAIN),
        _saving_rate,
        keys=KEYS,
    ),
)
