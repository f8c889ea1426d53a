"""Which calculator of loans a question asks for."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import NOTHING, Cash
from ecobot_tui.economics.calculators.cash_words import (
    AMERICAN,
    DOWN,
    DOWN_AFTER,
    GERMAN,
    HOW_LONG,
    INCOME,
    INTEREST_PAID,
    MOST_LENT,
    OF_INCOME,
    OWED,
    PAYMENT_ASKED,
    SAVES,
    TODAY,
)
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places


def choose_by_income(cash: Cash) -> Choice | None:
    """Choose the largest loan whose instalment is a share of an income."""
    term = cash.term()
    if not term or len(cash.percents) != 2 or len(cash.sums) != 1 or cash.which:
        return None
    if not rx.search(rf"\b(?:{INCOME})\b", cash.text) or not (cash.lent or "cuota" in cash.text):
        return None
    shares = [place for place in cash.percents if OF_INCOME.match(cash.tail(place))]
    if len(shares) == 2:
        shares = [place for place in shares if cash.quantities[place].period is None]
    if len(shares) != 1:
        return None
    rate = [place for place in cash.percents if place not in shares]
    return Choice("prestamo_por_ingreso", {"y": cash.sums, "s": shares, "i": rate, **term})


def choose_burden(cash: Cash) -> Choice | None:
    """Choose the share of an income that an instalment takes, or of the three the one that lacks."""
    if len(cash.sums) == len(cash.percents) == 1 and not cash.terms and not cash.counts_of_payments and not cash.which:
        return _by_share(cash)
    limit = len(cash.percents) == 1 and rx.search(
        r"maxim|limite|tope|super|cumpl|regla|permit|acept|exced|recomend", cash.text
    )
    if len(cash.sums) != 2 or (cash.percents and not limit) or cash.terms or cash.which or cash.counts_of_payments:
        return None
    if not rx.search(r"\bcuotas?\b|mensualidad", cash.text):
        return None
    incomes = [
        place
        for place in cash.sums
        if rx.search(rf"\b(?:{INCOME})(?: (?!cuota)[a-z]+){{0,3}} ?$", cash.lead(place))
        or rx.match(rf" (?:pesos |dolares )?(?:de |por mes de )?(?:{INCOME})\b", cash.tail(place))
    ]
    if len(incomes) != 1:
        return None
    rest = [place for place in cash.sums if place not in incomes]
    return Choice("relacion_cuota_ingreso", {"a": rest, "y": incomes})


def _by_share(cash: Cash) -> Choice | None:
    text = cash.text
    if not rx.search(r"\bcuotas?\b|mensualidad", text) or not rx.search(rf"\b(?:{INCOME})\b", text):
        return None
    if (
        cash.quantities[cash.percents[0]].period
        and not OF_INCOME.match(cash.tail(cash.percents[0]))
        and not rx.search(r"(?:ingresos?|sueldo|salario)(?: [a-z]+){0,4} %", text)
    ):
        return None
    place: Places = {"s": cash.percents}
    if rx.search(rf"\b(?:{INCOME})(?: (?!cuota)[a-z]+){{0,3}} ?$", cash.lead(cash.sums[0])):
        return Choice("cuota_por_ingreso", {"y": cash.sums, **place})
    if rx.search(r"\bcuotas?(?: (?:de|es|seria|mensual|por|del?|una))* ?$", cash.lead(cash.sums[0])):
        return Choice("ingreso_para_cuota", {"a": cash.sums, **place})
    return None


def choose_after_share(cash: Cash) -> Choice | None:
    """Choose the instalment of what is left after a down payment told as a share of the price."""
    down = [place for place in cash.percents if DOWN.search(cash.lead(place)) or DOWN_AFTER.match(cash.tail(place))]
    term = cash.term()
    if len(cash.percents) != 2 or len(down) != 1 or len(cash.sums) != 1 or not term or cash.which:
        return None
    rate = [place for place in cash.percents if place not in down]
    return Choice("cuota_con_anticipo", {"v": cash.sums, "s": down, "i": rate, **term})


def choose_loan(cash: Cash) -> Choice | None:
    """Choose what lacks of a loan and its instalments."""
    instalments = rx.search(r"\bcuotas?\b|mensualidad|\bpagos\b|\bpago (?:mensual|anual)", cash.text) is not None
    if not cash.percents and rx.search(r"dev[uo]lv", cash.text) and (paid := _paid_back(cash)) is not None:
        return paid
    german, american = GERMAN.search(cash.text), AMERICAN.search(cash.text)
    if (
        not cash.lent
        and not (american and cash.percents)
        and not (instalments and not SAVES.search(cash.text) and not TODAY.search(cash.text))
    ):
        return None
    if not cash.percents and german and (capital := _german_capital(cash)) is not None:
        return capital
    if not cash.percents:
        if len(cash.sums) == 1 and cash.lent and cash.term() and not cash.which and not cash.payments:
            return Choice("cuota_francesa", {"p": cash.sums, **(cash.term() or {})})
        counted = instalments or cash.payments or cash.counts_of_payments
        return _rate_of_loan(cash) if counted else _paid_back(cash)
    system = bool(german or american or rx.search(r"frances", cash.text))
    if TODAY.search(cash.text) and (not cash.lent or (not instalments and rx.search(r"\bvenc|\bhoy\b", cash.text))):
        return None
    places: Places = {"i": cash.percents}
    which = list(cash.which)
    terms = list(cash.terms)
    if not which and OWED.search(cash.text) and len(terms) == 2 and not cash.counts_of_payments:
        short, long = sorted(terms, key=lambda place: cash.quantities[place].months)
        which, term = [short], {"n": [long]}
    else:
        found = cash.term()
        if found is None or len(which) > 1:
            return NOTHING
        term = found
    if len(cash.sums) == 2:
        down = [place for place in cash.sums if DOWN.search(cash.lead(place)) or DOWN_AFTER.match(cash.tail(place))]
        if term and not which and len(down) == 1:
            price = [place for place in cash.sums if place not in down]
            return Choice("cuota_con_anticipo", {"v": price, "e": down, **places, **term})
        return _payments_of_loan(cash, places) if not term and not which else NOTHING
    if len(cash.sums) != 1:
        return NOTHING
    if american:
        return Choice("sistema_americano", {"p": cash.sums, **places, **term}) if not which else NOTHING
    once = rx.search(r"dev[ou]e?l[vt]\w*|pago unico", cash.lead(cash.sums[0])) and not cash.payments
    if (
        MOST_LENT.search(cash.text)
        and once
        and not which
        and not instalments
        and not rx.search(r"mensual|por mes|cada", cash.bare)
    ):
        return Choice(
            "valor_presente", {"c": cash.sums, "i": cash.percents, **({"t": term["n"]} if "n" in term else {})}
        )
    if (MOST_LENT.search(cash.text) and not which and (not cash.is_present(cash.sums[0]) or cash.payments)) or (
        cash.payments and not system and not _is_asked_for(cash)
    ):
        return Choice("prestamo_maximo", {"a": cash.sums, **places, **term})
    if german and "frances" in cash.text and not which and term:
        return Choice("frances_y_aleman", {"p": cash.sums, **places, **term})
    places = {"p": cash.sums, **places, **term, **({"k": which} if which else {})}
    told = bool(which) or cash.ordinal is not None
    if OWED.search(cash.text) and told:
        return Choice("saldo_aleman" if german else "saldo_frances", places)
    if german:
        if INTEREST_PAID.search(cash.text) and not told:
            return Choice("interes_total_aleman", places)
        return Choice("cuota_alemana", places)
    if told and cash.ordinal == 1 and not term and not which and "interes" in cash.text:
        # The first instalment's interest is that of the whole debt, however many instalments there are.
        return Choice("interes_por_periodo", {"c": cash.sums, "i": cash.percents})
    if told:
        return Choice("cuota_desglosada", places)
    if (
        not term
        and rx.search(r"interes", cash.text)
        and rx.search(r"(?:este|primer|proximo|un|el|del|al|por) mes\b", cash.bare)
    ):
        return Choice("interes_por_periodo", {"c": cash.sums, "i": cash.percents})
    if INTEREST_PAID.search(cash.text):
        return Choice("interes_total_frances", places)
    if not (
        PAYMENT_ASKED.search(cash.bare)
        or instalments
        or system
        or rx.search(r"cuanto (?:\w+ ){0,4}(?:pag|termin|devuelv|devolv)|sistema", cash.text)
    ):
        return None
    return Choice("cuota_francesa", places)


def _german_capital(cash: Cash) -> Choice | None:
    """Choose the principal of each instalment of the German system, or what is owed: neither needs the rate."""
    terms, which = list(cash.terms), list(cash.which)
    if len(cash.sums) != 1 or cash.payments:
        return None
    if not which and len(terms) == 2 and not cash.counts_of_payments:
        short, long = sorted(terms, key=lambda place: cash.quantities[place].months)
        which, term = [short], {"n": [long]}
    else:
        term = cash.term() or {}
    if not term or not rx.search(r"capital|amortiz|deb[oe]|saldo", cash.text) or "interes" in cash.text:
        return None
    return Choice("capital_aleman", {"p": cash.sums, **term, **({"k": which[:1]} if which else {})})


def _is_asked_for(cash: Cash) -> bool:
    """Tell whether what looks like a repeated payment is asked for, and the sum is the loan: «por 9.000 al mes»."""
    if rx.search(
        r"\b(?:cuotas?|mensualidad(?:es)?)(?: (?:mensual(?:es)?|fijas?|iguales))? de ?$", cash.lead(cash.sums[0])
    ):
        return False
    return PAYMENT_ASKED.search(cash.bare) is not None and cash.is_present(cash.sums[0])


def _rate_of_loan(cash: Cash) -> Choice | None:
    term = cash.term()
    if term is None or cash.which or len(cash.sums) != 2:
        return NOTHING if cash.lent and len(cash.sums) > 2 else None
    if not term:
        return None
    payments = list(cash.payments)
    if any(rx.search(r"\binteres(?:es)?(?: (?:total(?:es)?|de|por))+ ?$", cash.lead(place)) for place in cash.sums):
        # The interest is told, so that it is no instalment.
        return None
    if INTEREST_PAID.search(cash.text) and not rx.search(r"\btasa|\btna\b|\btea\b|\btem\b|mensual", cash.text):
        each = payments if len(payments) == 1 else [min(cash.sums, key=cash.value)]
        rest = [place for place in cash.sums if place not in each]
        if cash.value(each[0]) * 2 <= cash.value(rest[0]):
            return Choice("intereses_pagados", {"p": rest, "a": each, **term})
    if len(payments) != 1:
        payments = [min(cash.sums, key=cash.value)]
    rest = [place for place in cash.sums if place not in payments]
    return Choice("tasa_de_un_prestamo", {"p": rest, "a": payments, **term})


def _paid_back(cash: Cash) -> Choice | None:
    """Choose the interest within what was paid in all; the rate is what is left to the single sums."""
    if (
        len(cash.sums) != 2
        or cash.terms
        or cash.counts_of_payments
        or cash.which
        or not INTEREST_PAID.search(cash.text)
    ):
        return None
    loan, total = sorted(cash.sums, key=cash.value)
    return Choice("intereses_pagados", {"p": [loan], "v": [total]})


def _payments_of_loan(cash: Cash, places: Places) -> Choice:
    if not (HOW_LONG.search(cash.text) or rx.search(r"cuant[oa]s", cash.text)):
        payments = [place for place in cash.sums if cash.is_payment(place)] or [min(cash.sums, key=cash.value)]
        rest = [place for place in cash.sums if place not in payments]
        if (
            len(rest) == 1
            and rx.search(r"capital|amortiz|interes|deb[oe]|saldo|qued", cash.text)
            and "adelant" not in cash.text
        ):
            return Choice("pago_de_un_saldo", {"p": rest, "a": payments, **places})
        return NOTHING
    payments = cash.payments if len(cash.payments) == 1 else [min(cash.sums, key=cash.value)]
    rest = [place for place in cash.sums if place not in payments]
    return Choice("cantidad_de_cuotas", {"p": rest, "a": payments, **places})
