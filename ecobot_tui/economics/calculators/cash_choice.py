"""Which calculator of money in time a question asks for: what is known, by the part each number plays, and what is not.

All of them are one equation between a sum of today, one of the future, equal payments, a rate and a term; the known
parts tell most of what is asked, the words tell the rest. Where both leave a doubt, none is chosen.
"""

import re
from functools import lru_cache

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.cash_deals import (
    choose_card,
    choose_cost,
    choose_direct,
    choose_grace,
    choose_instalment_parts,
    choose_margin,
    choose_purchase,
    choose_refinanced,
    choose_taxed_rate,
)
from ecobot_tui.economics.calculators.cash_deposits import (
    choose_document,
    choose_fixed_term,
    choose_indexed_deposit,
    choose_perpetuity,
    choose_several,
)
from ecobot_tui.economics.calculators.cash_loans import choose_after_share, choose_burden, choose_by_income, choose_loan
from ecobot_tui.economics.calculators.cash_savings import choose_periodic
from ecobot_tui.economics.calculators.cash_single import (
    choose_in_turn,
    choose_simple,
    choose_single,
    choose_time_to_grow,
)
from ecobot_tui.economics.calculators.cash_waiting import (
    choose_cash_price,
    choose_document_rate,
    choose_indexed_instalment,
    choose_loan_in_uva,
    choose_rule,
)
from ecobot_tui.economics.calculators.cash_words import FOREVER, OTHER_SUBJECTS
from ecobot_tui.economics.calculators.choosing import Choice, chosen_by
from ecobot_tui.economics.calculators.needs import LONGEST
from ecobot_tui.economics.calculators.quantities import Reading

_RISES = re.compile(
    r"\b(?:pierd\w+|perd\w+|baj\w+|ca[ey]\w*|depreci\w+|desvaloriz\w+|sub[eia]\w*|aument\w+|increment\w+|ajust\w+"
    r"|actualiz\w+)(?: (?:un|el|en|de))* ?$"
)
"""What rises by a percentage is a price or an instalment, not a sum that earns it."""
_SPECIAL = (
    choose_rule,
    choose_grace,
    choose_document_rate,
    choose_cash_price,
    choose_margin,
    choose_direct,
    choose_cost,
    choose_taxed_rate,
    choose_purchase,
    choose_refinanced,
    choose_card,
    choose_instalment_parts,
    choose_indexed_instalment,
    choose_indexed_deposit,
    choose_loan_in_uva,
)


_WORDS = (
    "tasa tna tea tem tet cft interes rendimiento rinde rindio renta cuota presto prestamo credito hipoteca deposito"
    " plazo invierto invertir gano capital coloco ahorro deuda debo debe financio refinancio amortizo saldo pago paga"
    " pagar devuelvo valor descuento descontar pagare cheque letra documento juntar junto reunir mensual anual"
    " perpetuidad alquiler jubilacion retiro aporte duplicar triplicar uva caucion mora"
)
_MONEY_IN_TIME = frozenset(word[:LONGEST] for word in _WORDS.split())
"""Beginnings of words, one of which tells of money in time; a rate with a term does too."""


def chosen_id(reading: Reading) -> str | None:
    """Return the id of the calculator that a question asks for."""
    choice = choose(reading)
    return None if choice is None else choice.id


def _special(cash: Cash) -> Choice | None:
    """Return what words alone of a question name, before what its numbers may mean is asked."""
    for family in _SPECIAL:
        if choice := family(cash):
            return choice
    return None


@lru_cache(maxsize=16)
def choose(reading: Reading) -> Choice | None:
    """Return the calculator of money in time that a question asks for, with its numbers; None where there is none."""
    # Most questions are about something else, and telling so by their words alone saves a tenth of every calculation.
    if _MONEY_IN_TIME.isdisjoint(reading.beginnings) and not {"@", "%"} <= reading.beginnings:
        return None
    cash = Cash(reading)
    if not cash.whole:
        return None
    if FOREVER.search(cash.text) and not rx.search(r"dividend|\baccion", cash.text):
        return choose_perpetuity(cash)
    if rx.search(r"descuento (?:comercial|racional|bancario)|descuento simple", cash.text):
        return choose_document(cash)
    if special := _special(cash):
        return special if special.id else None
    if "gracia" in cash.text or OTHER_SUBJECTS.search(cash.text):
        return None
    if any(_RISES.search(cash.lead(place)) for place in cash.percents):
        return None
    if re.search(r"\bcontado\b", cash.text) and len(cash.sums) > 1:
        return None
    if len(cash.percents) > 1:
        return choose_by_income(cash) or choose_after_share(cash) or choose_in_turn(cash) or choose_time_to_grow(cash)
    for family in (
        choose_document,
        choose_fixed_term,
        choose_several,
        choose_simple,
        choose_burden,
        choose_loan,
        choose_periodic,
        choose_single,
    ):
        choice = family(cash)
        if choice is not None:
            return choice if choice.id else None
    return None


chosen = chosen_by(choose)
"""Returns what gives a calculator its numbers where it is the one that a question asks for."""
