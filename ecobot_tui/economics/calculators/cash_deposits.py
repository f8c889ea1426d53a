"""Which calculator of deposits, documents and perpetuities a question asks for."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.cash_words import (
    DISCOUNTS,
    DOCUMENT,
    FIXED,
    GROWS,
    PAYMENT_ASKED,
    PER_UNIT,
    RENEWS,
    SIMPLE,
    TODAY,
)
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places


def choose_perpetuity(cash: Cash) -> Choice | None:
    """Choose the value, the payment or the rate of a perpetuity."""
    if cash.terms or cash.which or cash.counts_of_payments or len(cash.sums) > 2:
        return None
    rates = list(cash.percents)
    growing = [place for place in rates if GROWS.search(cash.lead(place)) or rx.match(r" de crec", cash.tail(place))]
    growing = growing[:1]
    plain = [place for place in rates if place not in growing]
    if len(plain) > 1:
        return None
    places: Places = {}
    if growing:
        places["g"] = growing
    if plain:
        places["r"] = plain
    if len(cash.sums) == 2 and not rates:
        value, payment = sorted(cash.sums, key=cash.value, reverse=True)
        return Choice("perpetuidad_tasa", {"v": [value], "c": [payment]})
    if len(cash.sums) != 1:
        return None
    wants_payment = PAYMENT_ASKED.search(cash.bare) or rx.search(
        r"que (?:renta|ingreso)|cuanto (?:\w+ ){0,3}(?:cobr|retir|sac)", cash.text
    )
    if (
        wants_payment
        and not cash.payments
        and not rx.search(r"renta perpetua de|perpetuidad de|cuanto vale", cash.text)
    ):
        return Choice("perpetuidad_renta", {"v": cash.sums, **places})
    return Choice("perpetuidad", {"c": cash.sums, **places})


def choose_document(cash: Cash) -> Choice | None:
    """Choose the discount of a document, or its face value."""
    text = cash.text
    if not DOCUMENT.search(text) or not DISCOUNTS.search(text):
        return None
    if cash.lent and not rx.search(r"factura de credito|\bcheque|\bpagare", text):
        return None
    if (
        len(cash.sums) != 1
        or len(cash.percents) > 1
        or len(cash.terms) > 1
        or rx.search(r"impuesto|(?<!tasa de )descuento de %", text)
    ):
        return None
    places: Places = {"d": cash.percents} if cash.percents else {}
    places |= {"t": cash.terms} if cash.terms else {}
    kind = (
        "compuesto"
        if "compuest" in text
        else "racional"
        if rx.search(r"racional|matematic|por dentro", text)
        else "comercial"
    )
    if rx.search(
        r"(?:cual|hall\w+|calcul\w+|determin\w+|que|cuanto)(?: \w+){0,4} (?:valor )?nominal\b(?! de [$#])"
        r"|de (?:que|cuanto)(?: (?:valor|monto|importe))? (?:es|era|fue|seria)\b|(?:que"
        r"|cual)(?: \w+){0,2} valor (?:tiene|tenia|era|es)\b",
        text,
    ):
        received = rx.search(
            r"(?:dio|dieron|recib\w+|obtuv\w+|cobr\w+|neto|efectivo|entreg\w+)(?: [a-z]+){0,3} [$#]", text
        )
        if received:
            return Choice("nominal_del_documento", {"e": cash.sums, **places})
    return Choice(f"descuento_{kind}", {"n": cash.sums, **places})


def choose_fixed_term(cash: Cash) -> Choice | None:
    """Choose what lacks of a fixed-term deposit."""
    text = cash.text
    if rx.search(r"\buvas?\b", text):
        return None
    named = FIXED.search(text) is not None
    if not named and not (
        rx.search(r"\btna\b", text)
        and rx.search(r"gan|cobr|rind|interes|\bdan?\b|paga", text)
        and not cash.lent
        and not rx.search(
            r"capitaliz|compuest|efectiv|duplic|\bcuota|\btea\b|\btem\b|cada mes|por mes|\bahorr", cash.bare
        )
    ):
        return None
    if rx.search(r"\btea\b|\btem\b|efectiv|cheque|descuento|duplic|prestamo", text) and not (
        named and len(cash.sums) == 2 and not cash.percents
    ):
        return None
    several = RENEWS.search(text) and rx.search(r"[#]\d+ (?:plazos fijos|pf)\b", text)
    if (cash.payments and not several) or cash.which or (cash.counts_of_payments and not RENEWS.search(text)):
        return None
    places: Places = {"i": cash.percents} if cash.percents else {}
    if RENEWS.search(text):
        return _renewed(cash, places)
    if len(cash.terms) > 1:
        return None
    if not cash.terms and len(cash.sums) == 1 and cash.percents and PER_UNIT.search(cash.bare):
        return Choice("interes_por_periodo", {"c": cash.sums, **places})
    places |= {"t": cash.terms} if cash.terms else {}
    if len(cash.sums) == 2 and not cash.percents:
        first, last = sorted(cash.sums, key=cash.value)
        return Choice("plazo_fijo_tasa", {"a": [first], "b": [last], **places})
    if len(cash.sums) == 2 and cash.percents and not cash.terms:
        first, last = sorted(cash.sums, key=cash.value)
        gained = rx.search(r"\b(?:gan\w+|interes(?:es)?)(?: \w+){0,2} ?$", cash.lead(first)) or cash.value(
            first
        ) * 3 < cash.value(last)
        if gained:
            return Choice("plazo_fijo_dias", {"c": [last], "g": [first], **places})
        return Choice("plazo_fijo_dias", {"c": [first], "b": [last], **places})
    if len(cash.sums) != 1:
        return None
    wants_all = rx.search(
        r"(?:cuant[oa]|que)(?: [a-z]+){0,4} (?:pon\w+|deposit\w+|coloc\w+|meter|invert\w+|necesit\w+)", text
    )
    if wants_all and rx.search(
        r"(?:retirar|tener|juntar|llegar a|cobrar en total|en total)(?: [a-z]+){0,3} ?$", cash.lead(cash.sums[0])
    ):
        return Choice("plazo_fijo_capital", {"m": cash.sums, **places})
    wants = rx.search(
        r"(?:cuant[oa]|que)(?: [a-z]+){0,4} (?:pon\w+|deposit\w+|coloc\w+|meter|invert\w+|necesit\w+).{0,70}"
        r" para (?:gan|cobr|obten|que)",
        text,
    )
    if wants and rx.search(r"(?:ganar|interes(?:es)?|cobrar|obtener|rinda|de|den)(?: [a-z]+){0,4} [$#]\d", text):
        return Choice("plazo_fijo_capital", {"g": cash.sums, **places})
    return Choice("plazo_fijo", {"c": cash.sums, **places})


def _renewed(cash: Cash, places: Places) -> Choice | None:
    """Choose the renewed deposit: how long one lasts and how often, or for how long, it is renewed."""
    if len(cash.sums) < 1 or not cash.percents:
        return None
    times = list(cash.terms)
    counted = [
        place
        for place in range(len(cash.quantities))
        if rx.match(r" (?:veces|vez|renovaciones|plazos|periodos)", cash.tail(place))
        or rx.search(r"renov\w+ ?$|renuev\w+ ?$", cash.lead(place))
    ]
    sums = [place for place in cash.sums if place not in counted]
    if len(sums) != 1 or len(times) > 2 or len(counted) > 1:
        return None
    places = {"c": sums, **places}
    if counted and len(times) <= 1:
        return Choice("plazo_fijo_renovado", {**places, "m": counted, **({"t": times} if times else {})})
    if len(times) == 2 and cash.value(times[0]) == cash.value(times[1]):
        # «A 30 días, y lo renuevo por otros 30» are two.
        return Choice("plazo_fijo_renovado", {**places, "t": times[:1]})
    if len(times) == 2:
        short, long = sorted(times, key=lambda place: cash.quantities[place].days)
        return Choice("plazo_fijo_renovado", {**places, "t": [short], "w": [long]})
    if len(times) == 1 and rx.search(
        r"una (?:sola )?vez|otra vez|de nuevo|nuevamente|por otro|una renovacion", cash.text
    ):
        return Choice("plazo_fijo_renovado", {**places, "t": times})
    if len(times) == 1:
        return Choice("plazo_fijo_renovado", {**places, "w": times})
    return None


def choose_indexed_deposit(cash: Cash) -> Choice | None:
    """Choose the fixed-term deposit that follows the UVA."""
    text = cash.text
    if not rx.search(r"\buvas?\b", text) or not (
        FIXED.search(text) or rx.search(r"invert|inviert|deposit|coloc|\bp[ou][ns]", text)
    ):
        return None
    if cash.lent or rx.search(r"hipotec|cuota", text) or len(cash.terms) > 1 or cash.which:
        return None
    time: Places = {"t": cash.terms} if cash.terms else {}
    if len(cash.sums) == 1 and 1 <= len(cash.percents) <= 2:
        return _by_rise(cash, time)
    if len(cash.sums) != 3:
        return None
    indices = [
        place
        for place in cash.sums
        if rx.search(r"\b(?:valia|vale|cotiza\w*|paso de|estaba en|a|y|final|inicial|hasta) ?$", cash.lead(place))
    ]
    signed = [place for place in cash.sums if cash.quantities[place].mark == "$"]
    # The capital is what is told as money, or else the largest, unless both indices are told by their words.
    capital = signed[0] if len(signed) == 1 else max(cash.sums, key=cash.value)
    if len(indices) == 2 and len(signed) != 1:
        capital = next(place for place in cash.sums if place not in indices)
    first, last = (place for place in cash.sums if place != capital)
    places: Places = {"c": [capital], "a": [first], "b": [last]}
    places |= {"i": cash.percents} if cash.percents else {}
    places |= {"t": cash.terms} if cash.terms else {}
    return Choice("plazo_fijo_uva", places)


def _by_rise(cash: Cash, time: Places) -> Choice | None:
    """Choose the deposit in UVA where what it rose by is told as a percentage."""
    rises = [
        place
        for place in cash.percents
        if rx.search(
            r"\b(?:sub\w+|aument\w+|crec\w+|inflacion|vari\w+|ajust\w+|actualiz\w+|increment\w+"
            r"|evoluciono)(?: [a-z]+){0,5} ?$"
            r"|\bfue(?: \w+)? ?$",
            cash.lead(place),
        )
        or rx.match(r" (?:de |por )?(?:la )?(?:inflacion|uva|ajuste|suba|variacion)", cash.tail(place))
    ]
    if len(rises) != 1:
        return None
    rate = [place for place in cash.percents if place not in rises]
    if rate and not time:
        return None
    return Choice("plazo_fijo_uva", {"c": cash.sums, "u": rises, **({"i": rate} if rate else {}), **time})


def choose_several(cash: Cash) -> Choice | None:
    """Choose the value today of several sums that are due at different times."""
    dated = [
        place
        for place, one in enumerate(cash.quantities)
        if one.mark == "#" and rx.search(r"\b(?:ano|mes|periodo|trimestre|semestre) ?$", cash.lead(place))
    ]
    amounts = [place for place in range(len(cash.quantities)) if place not in dated and place not in cash.percents]
    if (
        2 <= len(dated) == len(amounts)
        and len(cash.percents) == 1
        and not cash.terms
        and TODAY.search(cash.text)
        and all(cash.value(place) <= 50 for place in dated)
    ):
        return Choice("valor_de_varios", {"c": amounts, "t": dated, "i": cash.percents})
    now = [
        place
        for place in cash.sums
        if rx.match(r" (?:pesos |dolares )?(?:hoy|ahora|al contado|ya)\b", cash.tail(place))
    ]
    later = [place for place in cash.sums if place not in now] if len(now) == 1 else list(cash.sums)
    if len(later) < 2 or len(later) != len(cash.terms) or len(cash.percents) != 1 or cash.which:
        return None
    counted = [place for place in cash.counts_of_payments if cash.value(place) != len(cash.sums)]
    if counted or cash.payments or SIMPLE.search(cash.text) or not TODAY.search(cash.text):
        return None
    today: Places = {"h": now} if len(now) == 1 else {}
    return Choice("valor_de_varios", {"c": later, "t": cash.terms, "i": cash.percents, **today})
