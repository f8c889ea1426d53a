"""Which calculator of savings, rents and annuities a question asks for."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import Cash
from ecobot_tui.economics.calculators.cash_words import HOW_LONG, PAYMENT_ASKED, RATE_ASKED, SAVES, TAKES, TODAY
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places

_GATHERS = r"\b(?:junt\w+|reunir|llegar a|acumular|formar)"
_TAKEN = re.compile(r"\b(?:retir\w+|extra\w+|sac(?:ar|o|a|an|ando)|gast\w+)(?: (?:de|unos|a|los|cada|vez))* ?$")


def choose_periodic(cash: Cash) -> Choice | None:
    """Choose among savings, rents and annuities."""
    text = cash.text
    term = cash.term()
    wants_payment = PAYMENT_ASKED.search(cash.bare) is not None
    payments = list(cash.payments)
    if not payments and not wants_payment and cash.counts_of_payments and len(cash.sums) == 1:
        wants_payment = rx.search(rf"{_GATHERS}(?: [a-z]+){{0,3}} ?$", cash.lead(cash.sums[0])) is not None
        payments = [] if wants_payment else list(cash.sums)
    if not payments and len(cash.sums) == 2 and cash.percents and not term and HOW_LONG.search(text):
        payments = [place for place in cash.sums if _TAKEN.search(cash.lead(place))]
    if (
        wants_payment
        and len(payments) == len(cash.sums) == 1
        and rx.search(
            r"\b(?:cada|por|al|todos los) (?:mes|meses|ano|anos|semana|trimestre|semestre) de ?$",
            cash.lead(payments[0]),
        )
    ):
        # «¿Cuánto saco cada mes de 8 millones?»: what it is taken of is no payment.
        payments = []
    if (
        "alquil" in text
        and len(cash.sums) == len(cash.percents) == 1
        and not cash.terms
        and not cash.payments
        and rx.search(r"(?:que|cual|cuanto)(?: \w+){0,4} (?:alquiler|alquilar\w*|cobrar)\b", text)
    ):
        return Choice("alquiler_para_rendir", {"v": cash.sums, "r": cash.percents})
    saves, takes = SAVES.search(text), TAKES.search(text)
    if (not payments and not wants_payment) or cash.lent or cash.which or term is None or len(payments) > 1:
        return None
    others = [place for place in cash.sums if place not in payments]
    places: Places = {"i": cash.percents} if cash.percents else {}
    if not payments:
        if (
            len(others) == 1
            and takes
            and not rx.search(r"junt\w+|reunir|llegar a|\btener\b|\bmeta\b|objetivo|formar", text)
        ):
            return Choice("renta_de_un_capital", {"p": others, **places, **term})
        if len(others) == 2:
            first, last = sorted(others, key=cash.value)
            return Choice("cuota_de_ahorro", {"p": [first], "f": [last], **places, **term})
        goal = rx.search(r"junt|lleg|\btener|alcanz|objetivo|\bmeta\b|reunir|deposit|ahorr|dispon|acumul|formar", text)
        if len(others) != 1 or not (goal or (cash.percents and term)):
            return None
        return Choice("cuota_de_ahorro", {"f": others, **places, **term})
    places["a"] = payments
    if not others:
        return _annuity(cash, {**places, **term}, bool(saves))
    if len(others) == 1 and cash.percents and not term and HOW_LONG.search(text):
        if takes and not rx.search(r"junt\w+|reunir|llegar a|\bmeta\b|objetivo|ahorr\w+ (?:por|cada|\$|#)", text):
            return Choice("plazo_de_retiros", {"p": others, **places})
        return Choice("plazo_de_ahorro", {"f": others, **places})
    if len(others) == 2 and cash.percents and not term:
        first, last = sorted(others, key=cash.value)
        return Choice("plazo_de_ahorro", {"p": [first], "f": [last], **places})
    if len(others) == 1 and cash.percents and term and saves and not takes and not TODAY.search(text):
        return Choice("anualidad_vf", {"p": others, **places, **term})
    if len(others) == 1 and not cash.percents and term and RATE_ASKED.search(text):
        return Choice("tasa_de_ahorro_periodico", {"f": others, **places, **term})
    if (
        len(others) == 1
        and not cash.percents
        and not term
        and rx.search(r"rend|rentab|rinde|porcentaje|tasa|renta (?:anual|bruta|neta)", text)
    ):
        rent, price = sorted([*payments, *others], key=cash.value)
        return Choice("rendimiento_de_alquiler", {"c": [rent], "v": [price]})
    return None


def _annuity(cash: Cash, places: Places, saves: bool) -> Choice | None:
    text = cash.text
    today = TODAY.search(text)
    if (
        "n" in places
        and rx.search(r"(?:de cuanto|cuanto|que|cual)(?: \w+){0,3} (?:capital|fondo)|ser el (?:capital|fondo)", text)
        and TAKES.search(text)
    ):
        return Choice("anualidad_vp", places)
    lasting = rx.search(r"\b(?:ganar|gane|cobrar|cobre|recibir|reciba|vivir|intereses|rinda|renta)\b", text)
    if (
        (today or rx.search(r"cuant[oa] (?:plata|capital|dinero|guita|tengo que)", text))
        and lasting
        and "i" in places
        and "n" not in places
    ):
        # What a sum earns each month, without an end, is its interest.
        return Choice("perpetuidad", {"c": places["a"], "r": places["i"]})
    if today and rx.search(
        r"(?:para|y|asi) (?:\w+ ){0,3}?(?:sacar|saque|retir\w+|cobr\w+|recib\w+|gast\w+|vivir|extra\w+"
        r"|mantener)",
        text,
    ):
        return Choice("anualidad_vp", places)
    if today and not (saves and rx.search(r"ahorr\w+|\bjunt\w+|acumul|valor futuro", text)):
        return Choice("anualidad_vp", places)
    if saves or rx.search(r"cuanto (?:\w+ ){0,4}(?:tendr|tener|tengo|hay)|al final", text):
        return Choice("anualidad_vf", places)
    return None
