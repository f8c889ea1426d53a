"""Which calculator of a loan's conditions a question asks for: direct rates, margins, costs, cards, refinancing."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.cash_words import HOW_LONG, RATE_ASKED
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places

DIRECT = re.compile(
    r"\b(?:tasa|interes(?:es)?|recargo|credito|prestamo|cuotas?)(?: \w+){0,2} direct[oa]s?\b"
    r"|%\d+(?: \w+){0,3} direct[oa]\b"
    r"|\bdirect[oa] sobre\b"
    r"|(?:sobre|siempre (?:de|por)) (?:el |la |lo |todo el )?(?:\w+ )?(?:capital|monto|total|deuda|importe"
    r"|prestamo|plata|saldo|que)"
    r" (?:inicial|original|prestad[oa]|pedid[oa]|solicitad[oa]|me prest\w+|pedi\b|total prestado)"
)
"""Interest that is always counted on what was lent first."""
_REFERENCE = re.compile(
    r"\b(?:euribor|badlar|tamar|libor|sofr|selic|prime|tm20|tasa (?:de )?(?:referencia|base)|tasa variable)\b"
    r"|(?:mas|,) (?:un |una |de )*(?:spread|margen|diferencial|sobretasa)\b"
)
_MARGIN = re.compile(r"diferencial|margen|spread|sobretasa|puntos")
_FEE = r"gastos?(?! p)|comision\w*|otorgamiento|sellado\w*|cargos?|escritura|honorarios|administrativ\w+"
_FEE_LEAD = re.compile(
    rf"(?:\b(?:{_FEE})|\b(?:descuent\w+|retien\w+|retuv\w+|descont\w+|menos|quedan? con|deduc\w+|sacan?))"
    r"(?: (?!capital|y\b|que\b|dev|pag|cuotas?\b|a los\b)[a-z]+){0,4} ?$"
)
_FEE_TAIL = re.compile(
    rf" (?:pesos |dolares |euros )?(?:de |en |por |del monto |del prestamo |para )*(?:los )?(?:{_FEE})"
)
_COST_ASKED = re.compile(
    r"\bcft\w*|\bcosto\b|\bcuesta\b|\btasa|\btea\b|\btna\b|\btem\b|efectiv|interes (?:real|efectivo|implicito)"
)
_REFINANCES = re.compile(
    r"refinanci\w+|otr[oa] (?:banco|financiera|entidad)|\b(?:lo |la )?(?:paso|cambio|traslado|llevo) (?:a "
    r"|la deuda|el"
    r"|de banco)|reemplaz\w+|renegoci\w+|sustitu\w+|baj\w+ la tasa|(?:en vez|en lugar) de(?:l)? %|contra %|otro al %"
    r"|uno al %|consigo|me presta|en otr[oa]\b|que (?:uno |otro )?(?:al?|con|de) (?:el |un )?%|cancel\w+ (?:el|la"
    r"|ese)"
)
_SPARED = re.compile(
    r"ahorr\w+|cuanto (?:\w+ ){0,3}?(?:baja\w*|menos|dismin\w+|gano)|diferencia|me conviene|convien|de menos"
    r"|cuanto mas|mas car[oa]|mas barat[oa]"
    r"|menos por"
)
_CARD = re.compile(r"tarjeta|\bresumen|pago minimo|\bminimo\b")
_PAID = re.compile(
    r"\b(?:pag[uoa]\w*|abon\w+|entreg\w+|cancel\w+|cubr\w+|minimo|pago|deposit\w+)(?: (?:solo|solamente|el|un|de"
    r"|minimo|nada|mas|que|la|unos"
    r"|apenas|por|es|fue))* ?$"
)
_HOUSING = r"casa|depto|departamento|vivienda|inmueble|propiedad|terreno|lote|auto|moto|camioneta|local|ph|tasacion"
_FINANCED_LEAD = re.compile(
    r"\b(?:financi\w+|prest\w+|cubr\w+|credito|hipoteca|ltv|da|dan)(?: (?:el|hasta|un|por|al|de|del|me|como"
    r"|maximo|como maximo))* ?$"
)
_FINANCED_TAIL = re.compile(
    r" (?:del (?:valor|precio|total|inmueble)|financiad|de financiaci|de (?:la )?(?:casa|vivienda))"
)
_OWN = re.compile(
    r"\b(?:pon\w*|necesit\w*|propi[oa]s?|ahorrad[oa]s?|anticipo|juntar|efectivo|mi[oa]s?|aportar|bolsillo|tener"
    r"|disponer|hace falta|hacen falta|faltan?)\b"
)


def choose_direct(cash: Cash) -> Choice | None:
    """Choose the instalment of a loan at a direct rate, or that rate."""
    if (
        not DIRECT.search(cash.text)
        or cash.which
        or rx.search(r"impuesto|inversion extranjera|costos? direct", cash.text)
    ):
        return None
    term = cash.term()
    if not term or len(cash.percents) > 1:
        return None
    if len(cash.percents) == 1 and len(cash.sums) == 1:
        if cash.quantities[cash.percents[0]].period is None and not rx.search(r"sobre|tasa", cash.text):
            return None
        return Choice("prestamo_directo", {"p": cash.sums, "i": cash.percents, **term})
    if not cash.percents and len(cash.sums) == 2:
        payments = cash.payments if len(cash.payments) == 1 else [min(cash.sums, key=cash.value)]
        return Choice("tasa_directa", {"p": [one for one in cash.sums if one not in payments], "a": payments, **term})
    return None


def choose_margin(cash: Cash) -> Choice | None:
    """Choose the rate, the interest or the instalment of a loan at a rate of reference and a margin."""
    text = cash.text
    if not _REFERENCE.search(text) or cash.which or rx.search(r"\bbonos?\b|pase\b|riesgo pais|pasiv", text):
        return None
    if rx.search(r"(?:de|desde) (?:el |un )?%\d+ (?:a|al|hasta) (?:el |un )?%", text):
        # A rate that moves from one level to another has no margin.
        return None
    rates = list(cash.percents)
    points = [place for place in cash.sums if rx.match(r" puntos", cash.tail(place))]
    rates += points if len(rates) == 1 else []
    sums = [place for place in cash.sums if place not in points]
    term = cash.term()
    if len(rates) != 2 or len(sums) > 1 or term is None:
        return None
    margins = [
        place
        for place in rates
        if _MARGIN.search(cash.lead(place))
        or rx.match(rf" (?:de |anual(?:es)? (?:de )?)*(?:{_MARGIN.pattern})", cash.tail(place))
    ]
    margin = margins[-1] if margins else rates[-1]
    places: Places = {"i": [one for one in rates if one != margin], "m": [margin]}
    return Choice("tasa_con_margen", {**places, **({"p": sums} if sums else {}), **term})


def choose_cost(cash: Cash) -> Choice | None:
    """Choose the cost of a loan from which expenses are taken off at once."""
    text = cash.text
    if not rx.search(
        rf"(?<![a-z])(?:{_FEE})|descuent|retien|descont|menos|acredit|recib", text
    ) or not _COST_ASKED.search(text):
        return None
    if not (cash.lent or rx.search(r"devuelv|devolv", text)) or cash.which or rx.search(r"\bcontado", text):
        return None
    fees = [
        place
        for place in (*cash.percents, *cash.sums)
        if _FEE_LEAD.search(cash.lead(place)) or _FEE_TAIL.match(cash.tail(place))
    ]
    term = cash.term()
    received = [
        place
        for place in cash.sums
        if rx.search(r"\b(?:acredit\w+|recib\w+|dieron|depositaron|en mano|netos?)(?: \w+){0,2} ?$", cash.lead(place))
    ]
    if not cash.percents and len(cash.sums) == 3 and len(received) == 1 and cash.terms and not cash.payments:
        last = max(cash.sums, key=cash.value)
        return None if last in received else Choice("tasa_implicita", {"a": received, "b": [last], "t": cash.terms})
    after_one = not term and not cash.payments and rx.search(r"\bal (?:mes|ano)\b(?! %)", text)
    if len(fees) != 1 or not (term or after_one):
        return None
    fee: Places = {"s" if fees[0] in cash.percents else "e": fees}
    sums = [place for place in cash.sums if place not in fees]
    rates = [place for place in cash.percents if place not in fees]
    if len(sums) == 2 and not rates:
        if cash.payments or (cash.counts_of_payments and cash.value(cash.counts_of_payments[0]) > 1):
            payments = [place for place in sums if place in cash.payments] or [min(sums, key=cash.value)]
            rest = [place for place in sums if place not in payments[:1]]
            return Choice("cft_en_cuotas", {"p": rest, "a": payments[:1], **fee, **(term or {})})
        if not cash.terms and not after_one:
            return None
        first, last = sorted(sums, key=cash.value)
        time: Places = {"t": cash.terms} if cash.terms else {}
        return Choice("cft_pago_unico", {"p": [first], "v": [last], **fee, **time})
    if not term:
        return None
    if len(sums) == 1 and len(rates) == 1 and rx.search(r"\bcft\b|\bcosto\b|efectiv", text):
        return Choice("cft_en_cuotas", {"p": sums, "i": rates, **fee, **term})
    return None


def choose_refinanced(cash: Cash) -> Choice | None:
    """Choose what is spared by owing the same at another rate."""
    text = cash.text
    # «Tengo que pagar 6 cuotas más» tells the term.
    term = cash.term() or ({"n": cash.which} if len(cash.which) == 1 else None)
    if len(cash.percents) != 2 or len(cash.sums) != 1 or not term or (cash.which and cash.which != term["n"]):
        return None
    if not (cash.lent or rx.search(r"\bcuotas?\b|saldo|deuda", text)) or not _SPARED.search(text):
        return None
    if not _REFINANCES.search(text) and not rx.search(
        r"\bo al? %| y otro (?:al|con)|%\d+(?: mensual| anual)? o (?:\w+ ){0,3}%", text
    ):
        return None
    first, last = cash.percents
    return Choice("ahorro_por_refinanciar", {"p": cash.sums, "i": [first], "j": [last], **term})


def choose_grace(cash: Cash) -> Choice | None:
    """Choose the interest, the debt or the instalment of a loan with a period of grace."""
    text = cash.text
    if "gracia" not in text or len(cash.sums) != 1 or len(cash.percents) != 1 or cash.which:
        return None
    grace = [
        place
        for place in cash.terms
        if rx.match(r" (?:\w+ )?de (?:\w+ )?gracia", cash.tail(place))
        or rx.search(r"gracia(?: \w+){0,2} ?$", cash.lead(place))
    ]
    if len(grace) != 1:
        return None
    counts = cash.counts_of_payments
    places: Places = {"p": cash.sums, "i": cash.percents, "k": grace}
    if len(counts) == 1 and not [place for place in cash.terms if place not in grace]:
        return Choice("prestamo_con_gracia", {**places, "n": counts})
    if rx.search(
        r"durante (?:la|el|ese|los|esos)|sin pagar|asciende|terminar|al final de(?:l periodo| la gracia)", text
    ):
        return Choice("prestamo_con_gracia", places)
    return None


def choose_card(cash: Cash) -> Choice | None:
    """Choose the interest on what is left of a card's bill."""
    text = cash.text
    if (
        not _CARD.search(text)
        or cash.which
        or cash.payments
        or HOW_LONG.search(text)
        or rx.search(r"recargo|percepcion|dolar (?:tarjeta|oficial)|salario", text)
    ):
        return None
    counted = [place for place in cash.counts_of_payments if cash.value(place) > 1]
    terms = list(cash.terms)
    if counted or len(terms) > 1 or not rx.search(r"interes|deb|saldo|cuanto|resumen", text):
        return None
    time: Places = {"t": terms} if terms else {}
    shares = [
        place
        for place in cash.percents
        if rx.search(r"minimo(?: (?:\w+|,)){0,3} ?$|\b(?:pago|pague|abono)(?: \w+){0,2} ?$", cash.lead(place))
        and cash.quantities[place].period is None
    ]
    rates = [place for place in cash.percents if place not in shares[:1]]
    if len(rates) != 1:
        return None
    if len(cash.percents) == 2 and len(shares) == 1 and len(cash.sums) == 1:
        return Choice("saldo_financiado", {"p": cash.sums, "s": shares, "i": rates, **time})
    if len(cash.percents) != 1:
        return None
    if len(cash.sums) == 1 and rx.search(r"interes|cobr", text) and not rx.search(r"minimo|cuota", text):
        return Choice("saldo_financiado", {"p": cash.sums, "i": rates, **time})
    if len(cash.sums) != 2:
        return None
    first, last = cash.sums
    paid = [place for place in cash.sums if _PAID.search(cash.lead(place))]
    if len(paid) != 1:
        paid = [min(cash.sums, key=cash.value)]
    rest = last if paid[0] == first else first
    if cash.value(rest) <= cash.value(paid[0]):
        return None
    return Choice("saldo_financiado", {"p": [rest], "a": paid, "i": rates, **time})


def choose_purchase(cash: Cash) -> Choice | None:
    """Choose the own money that a purchase needs beside a loan for a share of its price, or the instalment."""
    text = cash.text
    if not rx.search(rf"\b(?:{_HOUSING})\b", text) or not (cash.lent or rx.search(r"\bcubr\w+|\bbanco\b", text)):
        return None
    if len(cash.sums) not in (1, 2) or not cash.percents or cash.which:
        return None
    shares = [
        place
        for place in cash.percents
        if (_FINANCED_LEAD.search(cash.lead(place)) or _FINANCED_TAIL.match(cash.tail(place)))
        and cash.quantities[place].period is None
        and not _FEE_LEAD.search(cash.lead(place))
        and not rx.match(r" de (?:mi|el|los|su)? ?(?:ingreso|sueldo)", cash.tail(place))
    ]
    if len(shares) != 1:
        return None
    rest = [place for place in cash.percents if place not in shares]
    term = cash.term()
    if len(rest) == 1 and term and len(cash.sums) == 1 and cash.quantities[rest[0]].period and "cuota" in text:
        return Choice("cuota_con_anticipo", {"v": cash.sums, "f": shares, "i": rest, **term})
    if term is None or term or len(rest) > 1:
        return None
    if (
        len(cash.sums) == 1
        and not rest
        and rx.search(r"\b(?:tengo|junt\w+|ahorr\w+|cuento con)(?: \w+){0,3} ?$", cash.lead(cash.sums[0]))
    ):
        if rx.search(
            r"(?:que|cual|hasta)(?: \w+){0,4} (?:precio|valor|casa|depto|departamento|vivienda|propiedad)"
            r"|cuanto (?:puede )?(?:valer|costar)",
            text,
        ):
            return Choice("precio_alcanzable", {"w": cash.sums, "s": shares})
        return None
    fees = [
        place
        for place in (*rest, *cash.sums)
        if _FEE_LEAD.search(cash.lead(place)) or _FEE_TAIL.match(cash.tail(place))
    ]
    if (rest and rest != fees) or len(fees) > 1:
        return None
    sums = [place for place in cash.sums if place not in fees]
    if len(sums) != 1 or not (_OWN.search(text) or rx.search(r"cuanto (?:\w+ ){0,2}prest|maximo", text)):
        return None
    fee: Places = {("r" if rest else "e"): fees} if fees else {}
    return Choice("plata_propia", {"v": sums, "s": shares, **fee})


def choose_instalment_parts(cash: Cash) -> Choice | None:
    """Choose the whole of an instalment of capital, interest, its tax and an insurance, or the capital in it."""
    text = cash.text
    if not rx.search(r"\bcuotas?\b|prestamo|credito", text) or not rx.search(r"\binteres(?:es)?\b", text):
        return None
    if (
        cash.terms
        or cash.which
        or [one for one in cash.counts_of_payments if cash.value(one) > 1]
        or len(cash.percents) > 1
    ):
        return None
    near = {
        "c": r"capital|amortiz\w+",
        "g": r"interes(?:es)?",
        "w": r"segur\w+|gastos?(?: administrativos)?|cargos?",
        "q": r"cuotas?(?: total)?",
    }
    places: Places = {}
    for place in cash.sums:
        symbol = _named(cash, place, near)
        if symbol is None or symbol in places:
            return None
        places[symbol] = [place]
    if cash.percents:
        if not rx.search(r"\biva\b|impuesto", text):
            return None
        if "g" in places and rx.search(r"(?:cuanto|cual)(?: \w+){0,4} (?:iva|impuesto)\b(?! %)", text):
            return Choice("cuota_total", {"g": places["g"], "v": cash.percents})
        if "q" in places:
            return None
        places["v"] = cash.percents
    if not rx.search(r"capital|amortiz", text) or ("g" not in places and "q" not in places):
        return None
    if set(places) - {"v", "w"} == {"c", "g"}:
        return Choice("cuota_total", places)
    if set(places) in ({"q", "g"}, {"q", "c"}, {"q", "g", "w"}, {"q", "c", "w"}):
        return Choice("parte_de_la_cuota", places)
    return None


def _named(cash: Cash, place: int, near: dict[str, str]) -> str | None:
    """Return whose word stands right after a number, or else last before it."""
    for symbol, source in near.items():
        if rx.match(
            rf" (?:pesos |dolares |euros )?(?:(?:de|son|en|es|corresponden?|a|para|van?) )*(?:el |la "
            rf"|los )?(?:{source})\b",
            cash.tail(place),
        ):
            return symbol
    found = [
        (one.end(), symbol)
        for symbol, source in near.items()
        for one in rx.finditer(rf"\b(?:{source})\b", cash.lead(place))
    ]
    return max(found)[1] if found else None


def choose_taxed_rate(cash: Cash) -> Choice | None:
    """Choose the rate with the value added tax on its interest."""
    text = cash.text
    if len(cash.percents) != 2 or cash.sums or cash.terms or cash.which or cash.counts_of_payments:
        return None
    if (
        not rx.search(r"\biva\b", text)
        or not rx.search(r"interes|tasa|\btna\b|\btem\b", text)
        or not RATE_ASKED.search(text)
    ):
        return None
    taxes = [
        place
        for place in cash.percents
        if "iva" in cash.lead(place) or rx.match(r" (?:de |del )?iva", cash.tail(place))
    ]
    if len(taxes) != 1 or HOW_LONG.search(text):
        return None
    return Choice("tasa_con_iva", {"i": [one for one in cash.percents if one not in taxes], "v": taxes})
