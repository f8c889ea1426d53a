"""Préstamos: cuánto se puede pedir, en cuántas cuotas, a qué tasa y qué parte del ingreso se lleva la cuota."""

import math

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.loans import AREA, COUNT, KEYS, LOAN, RATE, TOLD_AGAIN, loan_terms
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import payments_in, rate_per, unit_of_instalments, unit_of_payments
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import MOST_PERIODS, PERIOD_NAMES
from ecobot_tui.economics.calculators.quantities import months_in


def _most(g: Given) -> Solution:
    return _lent(g, g["a"], g.shown("a"), "a")


def _by_income(g: Given) -> Solution:
    payment = g["y"] * g.rate("s")
    solution = _lent(g, payment, number(payment, money=True), "y")
    return Solution(
        solution.value,
        solution.result,
        f"{g.shown('y')} × {g.shown('s')} % = {number(payment, money=True)}; {solution.worked}",
        f"La cuota más alta es {g.money(payment, 'y')}. {solution.meaning}",
        solution.assumptions,
    )


def _lent(g: Given, payment: float, shown: str, symbol: str) -> Solution:
    rate, count, _ = loan_terms(g)
    value, each = interest.annuity_present_value(payment, rate.rate, count), number(rate.rate)
    other: tuple[str, ...] = ()
    if rate.other is not None:
        other_value = interest.annuity_present_value(payment, rate.other, count)
        other = (f"con {rate.other_how} serían {g.money(other_value, symbol)}",)
    return Solution(
        value,
        f"El préstamo es de {g.money(value, symbol)}.",
        f"{shown} × [1 − (1 + {each})^−{count}] / {each} = {number(value, money=True)}",
        f"En total se devuelven {g.money(payment * count, symbol)}: {g.money(payment * count - value, symbol)} son"
        " intereses.",
        ("sistema francés, cuotas iguales al final de cada período, sin impuestos ni gastos", rate.how, *other),
    )


def _how_many(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    rate = rate_per(g, "i", unit)
    try:
        count = interest.payments_to_repay(g["p"], g["a"], rate.rate)
    except ValueError as error:
        raise CalculationError(
            f"Esa cuota no alcanza: el primer {PERIOD_NAMES[unit][0]} ya se deben {g.money(g['p'] * rate.rate, 'p')} de"
            " intereses, y la deuda no bajaría nunca."
        ) from error
    if count > MOST_PERIODS:
        raise CalculationError(f"No calculo más de {number(MOST_PERIODS)} períodos: revisá los datos.")
    whole, share = math.ceil(count - 1e-9), number(rate.rate)
    last = interest.french_balance_with(g["p"], rate.rate, g["a"], whole - 1) * (1 + rate.rate)
    return Solution(
        count,
        f"Hacen falta {number(count)} cuotas: {whole - 1} enteras y una última de {g.money(last, 'p')}, {whole} en"
        f" total.",
        g.fill(f"−ln(1 − {{p}} × {share} / {{a}}) / ln(1 + {share}) = {number(count)}"),
        f"Son {number(count * months_in(unit) / 12)} años.",
        ("cuotas iguales al final de cada período", rate.how),
    )


def _rate(g: Given) -> Solution:
    unit = unit_of_instalments(g, "n")
    count = payments_in(g, "n", unit)
    try:
        rate = 100 * interest.loan_rate(g["p"], g["a"], count)
    except ValueError as error:
        raise CalculationError(
            "Las cuotas suman menos que el préstamo: con esos datos la tasa sería negativa, revisalos."
        ) from error
    times = 12 / months_in(unit)
    return Solution(
        rate,
        f"La tasa del préstamo es {percent(rate)} por {PERIOD_NAMES[unit][0]}.",
        g.fill(f"{{p}} = {{a}} × [1 − (1 + i)^−{count}] / i → i = {percent(rate)}"),
        f"Devolvés {g.money(g['a'] * count, 'p', 'a')} en total, {g.money(g['a'] * count - g['p'], 'p', 'a')} de"
        f" más; en un"
        f" año equivale a"
        f" {percent(100 * converted(rate / 100, times))} efectivo (TNA {percent(rate * times)}).",
        ("cuotas iguales al final de cada período; es la TIR del préstamo, por bisección",),
    )


def _paid(g: Given) -> Solution:
    if "v" in g:
        paid, worked = g["v"], "{v} − {p}"
    else:
        count = payments_in(g, "n", unit_of_instalments(g, "n"))
        paid, worked = g["a"] * count, f"{count} × {{a}} − {{p}}"
    gain = paid - g["p"]
    return Solution(
        gain,
        f"Los intereses suman {g.money(gain, 'p', 'v')}, {percent(100 * gain / g['p'])} de lo prestado.",
        g.fill(f"{worked} = {number(gain, money=True)}"),
        f"Por cada 100 que te prestaron devolvés {number(100 * paid / g['p'])}.",
        ("lo pagado incluye el capital",),
    )


def _highest(g: Given) -> Solution:
    payment = g["y"] * g.rate("s")
    return Solution(
        payment,
        f"La cuota máxima es {g.money(payment, 'y')}.",
        g.fill(f"{{y}} × {{s}} % = {number(payment, money=True)}"),
        f"Quedan {g.money(g['y'] - payment, 'y')} del ingreso para lo demás.",
        ("la cuota y el ingreso son del mismo mes",),
    )


def _income_needed(g: Given) -> Solution:
    income = g["a"] / g.rate("s")
    return Solution(
        income,
        f"Hace falta un ingreso de {g.money(income, 'a')}.",
        g.fill(f"{{a}} / {{s}} % = {number(income, money=True)}"),
        f"Con ese ingreso la cuota se lleva {g.shown('s')} %.",
        ("la cuota y el ingreso son del mismo mes",),
    )


def _burden(g: Given) -> Solution:
    share = 100 * g["a"] / g["y"]
    return Solution(
        share,
        f"La cuota se lleva {percent(share)} del ingreso.",
        g.fill(f"{{a}} / {{y}} × 100 = {percent(share)}"),
        f"Quedan {g.money(g['y'] - g['a'], 'y', 'a')} para lo demás; los bancos suelen aceptar hasta 25 % a 30 %.",
        ("la cuota y el ingreso son del mismo mes",),
    )


_BURDEN = (
    r"^.*\b(?:cuotas?|mensualidad)\b.*\b(?:sueldo|ingresos?|salario|gan[oa]|cobr[oa]|haberes)\b"
    r".*|^.*\b(?:sueldo|ingresos?|salario|gan[oa]|cobr[oa]|haberes)\b.*\b(?:cuotas?|mensualidad)\b.*"
)
_INSTALMENT = Input("a", "la cuota", Kind.AMOUNT, above=0)
_INCOME = Input("y", "el ingreso", Kind.AMOUNT, above=0)

_SHARE = Input("s", "la parte del ingreso", Kind.RATE, above=0, most=100)

CALCULATORS = (
    cash_calculator(
        "prestamo_maximo",
        AREA,
        "el préstamo para una cuota",
        "P = A·[1 − (1 + i)^−n] / i",
        (_INSTALMENT, COUNT, RATE, TOLD_AGAIN),
        _most,
        keys=KEYS,
    ),
    cash_calculator(
        "prestamo_por_ingreso",
        AREA,
        "el préstamo para un ingreso",
        "P = s·Y·[1 − (1 + i)^−n] / i",
        (_INCOME, _SHARE, COUNT, RATE, TOLD_AGAIN),
        _by_income,
        keys=KEYS,
    ),
    cash_calculator(
        "cantidad_de_cuotas",
        AREA,
        "la cantidad de cuotas",
        "n = −ln(1 − P·i/A) / ln(1 + i)",
        (LOAN, _INSTALMENT, RATE),
        _how_many,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_de_un_prestamo",
        AREA,
        "la tasa del préstamo",
        "TIR de (P, −A, …, −A)",
        (LOAN, _INSTALMENT, COUNT, TOLD_AGAIN),
        _rate,
        keys=KEYS,
    ),
    cash_calculator(
        "intereses_pagados",
        AREA,
        "los intereses pagados",
        "total − capital",
        (
            LOAN,
            Input("v", "lo pagado en total", Kind.AMOUNT, optional=True, above=0),
            Input("a", "la cuota", Kind.AMOUNT, optional=True, above=0),
            Input("n", "la cantidad de cuotas", Kind.TIME, optional=True),
            TOLD_AGAIN,
        ),
        _paid,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_por_ingreso",
        AREA,
        "la cuota máxima para un ingreso",
        "cuota = s·Y",
        (_INCOME, _SHARE),
        _highest,
        keys=KEYS,
        names=_BURDEN,
    ),
    cash_calculator(
        "ingreso_para_cuota",
        AREA,
        "el ingreso para una cuota",
        "Y = cuota / s",
        (_INSTALMENT, _SHARE),
        _income_needed,
        keys=KEYS,
        names=_BURDEN,
    ),
    cash_calculator(
        "relacion_cuota_ingreso",
        AREA,
        "la relación entre la cuota y el ingreso",
        "cuota / ingreso",
        (_INSTALMENT, _INCOME),
        _burden,
        keys=KEYS,
        names=_BURDEN,
    ),
)
