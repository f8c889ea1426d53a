"""Which calculator of a price for waiting a question asks for: cash discounts, discounted documents, the rule of 72."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import NOTHING, Cash
from ecobot_tui.economics.calculators.cash_words import DOCUMENT, MULTIPLE, RATE_ASKED
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places

_CASH = re.compile(
    r"contado|\befectivo\b|pronto pago|pag(?:o|ar|ando|as|amos|an)?\b(?: \w+){0,3} (?:hoy|ya|ahora|en el acto"
    r"|antes|al dia)\b"
    r"|\bhoy\b|anticipad|al toque"
)
_OFF = re.compile(r"descuent\w+|\boff\b|rebaj\w+|menos|bonific\w+|mas barato|quita\w*|baj\w+|sacan|ahorr\w+")
_IMPLICIT = re.compile(
    r"tasa|interes|\btna\b|\btea\b|\btem\b|financ\w+|costo (?:anual|mensual|efectivo|implicito)|rendimiento"
)
_LATE = re.compile(r"\bdentro de ?$|\b(?:a|en|a los|de|plazo) ?$")
_RULE = re.compile(r"\bregla (?:del|de los?|de) #(\d+)\b")


def choose_cash_price(cash: Cash) -> Choice | None:
    """Choose the rate within a discount for paying at once."""
    text = cash.text
    if not _CASH.search(text) or not _IMPLICIT.search(text) or cash.which or cash.payments or DOCUMENT.search(text):
        return None
    if rx.search(r"\bcuotas?\b|\bbonos?\b|letra|acciones|\bletes?\b|inflacion|plazo fijo|deposit", text):
        return None
    terms = sorted({cash.quantities[place].days: place for place in cash.terms}.items())
    if not 1 <= len(terms) <= 2:
        return None
    late: Places = {"t": [terms[-1][1]]}
    if len(terms) == 2:
        late["w"] = [terms[0][1]]
    told = not cash.sums or (len(cash.sums) == 1 and rx.search(r"\bcontado|efectivo\b|pronto pago|\bpag\w+ ya\b", text))
    if "tasa de descuento" in text:
        return None
    if len(cash.percents) == 1 and told and _OFF.search(text):
        return Choice("tasa_del_contado", {"d": cash.percents, **late})
    if (
        len(cash.sums) == 2
        and not cash.percents
        and rx.search(r"contado|efectivo|pag\w+", text)
        and RATE_ASKED.search(text)
    ):
        if rx.search(r"prest\w+|pedi\b|pido\b|invert|invirt|inviert", text):
            return None
        first, last = sorted(cash.sums, key=cash.value)
        return Choice("tasa_del_contado", {"a": [first], "b": [last], **late})
    return None


def choose_document_rate(cash: Cash) -> Choice | None:
    """Choose the rate at which a document was discounted."""
    text = cash.text
    if not DOCUMENT.search(text) or len(cash.sums) != 2 or cash.percents or cash.which or cash.payments:
        return None
    if not RATE_ASKED.search(text) or len(cash.terms) > 1 or not cash.terms or cash.counts_of_payments:
        return None
    first, last = sorted(cash.sums, key=cash.value)
    if rx.search(r"descuent\w*(?: \w+){0,3} de ?$|descont\w+ ?$", cash.lead(first)) and not rx.search(
        r"document|cheque", cash.lead(first)
    ):
        # «Le descontaron 16.000» is the discount itself.
        return Choice("tasa_de_descuento", {"n": [last], "d": [first], "t": cash.terms})
    return Choice("tasa_de_descuento", {"n": [last], "e": [first], "t": cash.terms})


def choose_rule(cash: Cash) -> Choice | None:
    """Choose the rule of 72, or of 70 or 69, as a question calls it."""
    found = _RULE.search(cash.text)
    if found is None:
        return None
    rule = int(found[1])
    if cash.value(rule) not in (69, 69.3, 70, 72):
        return None
    rates = [place for place in cash.percents if place != rule]
    if len(rates) == 1:
        if cash.terms or not rx.search(
            r"interes|capital|plazo fijo|invert|inviert|invers|plata|deposit|ahorr|coloc", cash.text
        ):
            # Of an economy that grows another calculator tells it.
            return NOTHING
        return Choice("regla_del_72", {"k": [rule], "i": rates})
    times = [place for place in cash.terms if place != rule]
    if not rates and len(times) == 1 and (MULTIPLE.search(cash.text) or RATE_ASKED.search(cash.text)):
        return Choice("regla_del_72", {"k": [rule], "t": times})
    return None


def choose_loan_in_uva(cash: Cash) -> Choice | None:
    """Choose the first instalment of a loan in UVA, in pesos."""
    text = cash.text
    if (
        not rx.search(r"\buvas?\b", text)
        or not cash.lent
        or len(cash.sums) != 2
        or len(cash.percents) != 1
        or cash.which
    ):
        return None
    units = [place for place in cash.sums if rx.match(r" uvas?\b", cash.tail(place))]
    term = cash.term()
    if len(units) != 1 or not term or "cuota" not in text:
        return None
    return Choice(
        "cuota_en_uva",
        {"p": units, "x": [one for one in cash.sums if one not in units], "i": cash.percents, **term},
    )


def choose_indexed_instalment(cash: Cash) -> Choice | None:
    """Choose an instalment that follows the UVA, from its value when the UVA had another one."""
    text = cash.text
    if not rx.search(r"\buvas?\b", text) or not rx.search(r"\bcuotas?\b|saldo|deuda|capital", text):
        return None
    if len(cash.sums) != 3 or cash.percents or cash.terms or cash.which or cash.counts_of_payments:
        return None
    indices = [
        place
        for place in cash.sums
        if rx.search(
            r"\b(?:valia|vale|cotiza\w*|estaba|esta|pas[aeo]\w*|sube|subio|(?<!cuota )(?<!credito )uva)(?: (?:a|en|de"
            r"|hoy|ahora|hasta|era|es|los))* ?$|^ ?(?:a|y)(?: \w+){0,2} ?$",
            cash.lead(place),
        )
    ]
    rest = [place for place in cash.sums if place not in indices]
    if len(indices) != 2 or len(rest) != 1 or rx.match(r" uvas?\b", cash.tail(rest[0])):
        return None
    first, last = indices
    if rx.search(r"hoy|ahora", cash.lead(first)) and not rx.search(r"hoy|ahora", cash.lead(last)):
        first, last = last, first
    return Choice("cuota_uva", {"c": rest, "a": [first], "b": [last]})
