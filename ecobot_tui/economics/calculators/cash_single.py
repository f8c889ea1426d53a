"""Which calculator of one sum that grows, or is brought to today, a question asks for."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.cash import NOTHING, Cash
from ecobot_tui.economics.calculators.cash_words import (
    HOW_LONG,
    INVESTS,
    MULTIPLE,
    OFFERS,
    PER_UNIT,
    RATE_ASKED,
    SIMPLE,
    STARTED,
    TODAY,
)
from ecobot_tui.economics.calculators.choosing import Choice
from ecobot_tui.economics.calculators.story import Places

_PUT = re.compile(
    r"\b(?:puse|puso|pongo|inverti|invirtio|invierto|deposit[eo]|coloque|coloco|meti|meto|prest[eo])(?: \w+){0,2} ?$"
)


def choose_simple(cash: Cash) -> Choice | None:
    """Choose what lacks of a capital with simple interest."""
    text = cash.text
    short = rx.search(r"descubierto|punitori|\bmora\b|moratori|caucion|\batras\w+", text) is not None
    short = short and len(cash.sums) == 1 and len(cash.terms) == 1 and not rx.search(r"compuest|capitaliz|renov", text)
    if not (short or SIMPLE.search(text)) or cash.which or cash.counts_of_payments:
        return None
    if not short and rx.search(r"promedio|cuota|media simple|regla", text):
        return NOTHING
    if len(cash.terms) > 1 or len(cash.sums) > 2:
        return NOTHING
    rate: Places = {"i": cash.percents} if cash.percents else {}
    time: Places = {"t": cash.terms} if cash.terms else {}
    if rx.search(r"compuest", text):
        if len(cash.sums) == 1 and rx.search(
            r"diferenc|que con|cuanto mas|cuanto menos|compar|versus|\bvs\b|y (?:con )?(?:interes )?"
            r"(?:compuest|simple)|contra",
            text,
        ):
            return Choice("simple_y_compuesto", {"c": cash.sums, **rate, **time})
        return NOTHING
    if MULTIPLE.search(text) and not cash.terms and rate:
        return Choice("plazo_simple", rate)
    if len(cash.sums) == 2:
        return _simple_of_two(cash, rate, time)
    if len(cash.sums) != 1:
        return NOTHING
    interest = rx.search(
        r"(?:interes(?:es)?|gan[eoa]\w*|rind\w+|rend\w+|produ\w+|genera\w*)(?: (?!capital|inversion"
        r"|monto)[a-z]+){0,3} ?$",
        cash.lead(cash.sums[0]),
    )
    told = rx.match(
        r" (?:pesos |dolares )?(?:de|en|por) (?:los )?interes(?! (?:simple )?(?:de|del"
        r"|al) %)",
        cash.tail(cash.sums[0]),
    )
    told = told or rx.search(
        r"(?<!cuanto )(?<!que )(?<!a )\b(?:intereses(?: (?:de|por|fueron|son|totales|ganados|obtenidos))*"
        r"|interes (?:fue|ganado|obtenido)(?: \w+)?"
        r"|gane|gano|rindio|produjo|produjeron|genero|generaron|dio|dieron) ?$",
        cash.lead(cash.sums[0]),
    )
    known = interest or told
    wants_capital = rx.search(
        r"(?:que|cual|calcul\w+|hall\w+|cuanto|determin\w+|obten\w+)(?: [a-z]+){0,3} (?:capital|suma|dinero"
        r"|monto inicial|plata"
        r"|hay que|tengo que|debo|deberia|invert\w+|deposit\w+)|capital (?:inicial )?(?:que|necesari)",
        text,
    )
    if told and rate and time and not rx.search(r"por dia|por mes|al dia", cash.tail(cash.sums[0])):
        return Choice("capital_simple", {"g": cash.sums, **rate, **time})
    if (
        rate
        and time
        and cash.is_future(cash.sums[0])
        and rx.search(
            r"de cuanto (?:era|fue)|cuanto (?:\w+ ){0,2}(?:puse|pus[eo]|puest[oa]|invert\w+|inverti\w*|deposit\w+"
            r"|prest\w+"
            r"|coloc\w+)(?! (?:\w+ )?[$#])",
            text,
        )
    ):
        return Choice("capital_simple", {"m": cash.sums, **rate, **time})
    if wants_capital and rate and time:
        if known:
            return Choice("capital_simple", {"g": cash.sums, **rate, **time})
        if cash.is_future(cash.sums[0]) or rx.search(
            r"para (?:tener|juntar|obtener|llegar|retirar|cobrar)|monto de", text
        ):
            return Choice("capital_simple", {"m": cash.sums, **rate, **time})
    if TODAY.search(text) and rx.search(r"\bhoy\b|actual|presente", text) and rate and time:
        return Choice("capital_simple", {"m": cash.sums, **rate, **time})
    return Choice("interes_simple", {"c": cash.sums, **rate, **time})


def _simple_of_two(cash: Cash, rate: Places, time: Places) -> Choice:
    """Choose what lacks of a capital, its simple interest or its amount, the rate and the term."""
    interests = [
        place
        for place in cash.sums
        if rx.search(
            r"(?:interes(?:es)?|gan[eoa]\w*|rind\w+|rend\w+|produ\w+|genera\w*|dio|dieron|\bden|\bdan|\bdejen?"
            r"|dejan?)(?: (?:de|por|un|simple"
            r"|en|unos"
            r"|me|total|neto))* ?$",
            cash.lead(place),
        )
        or rx.match(r" (?:pesos |dolares )?(?:de|en) interes", cash.tail(place))
    ]
    if len(interests) == 2:
        # «A interés simple 80.000 producen 16.000»: what stands behind the name of the interest is the capital.
        interests = [one for one in interests if not rx.search(r"interes(?: simple)? ?$", cash.lead(one))]
    if len(interests) == 1:
        other = next(place for place in cash.sums if place not in interests)
        places: Places = {"c": [other], "g": interests}
    else:
        first, last = sorted(cash.sums, key=cash.value)
        places = {"c": [first], "m": [last]}
    if rate and not time:
        return Choice("plazo_simple", {**places, **rate})
    if time and not rate:
        return Choice("tasa_simple", {**places, **time})
    return NOTHING


def choose_time_to_grow(cash: Cash) -> Choice | None:
    """Choose the time in which a capital grows by a percentage at a rate."""
    if len(cash.percents) != 2 or cash.sums or cash.terms or cash.which or not HOW_LONG.search(cash.text):
        return None
    if not rx.search(r"capital|ahorr|plata|inversion|invert|inviert|deposit|fondo|dinero", cash.text):
        return None
    grown = [
        place
        for place in cash.percents
        if cash.quantities[place].period is None
        and rx.search(r"(?:crec\w+|aument\w+|gan\w+|rend\w+|rind\w+|sub\w+)(?: \w+){0,2} ?$", cash.lead(place))
    ]
    if len(grown) != 1:
        return None
    return Choice("plazo_para_objetivo", {"i": [one for one in cash.percents if one not in grown], "x": grown})


def choose_in_turn(cash: Cash) -> Choice | None:
    """Choose the growth of a sum at one rate after the other."""
    if len(cash.sums) == 1 and len(cash.terms) == len(cash.percents) == 2 and not (cash.which or cash.payments):
        first, last = zip(cash.percents, cash.terms, strict=True)
        after = rx.search(r"luego|despues|otr[oa]s|siguiente|ultim|primer|renuev|renov|resto", cash.text)
        if after and not cash.lent and (min(first) < min(last)) and max(first) < max(last):
            return Choice("tasas_sucesivas", {"c": cash.sums, "r": cash.percents, "t": cash.terms})
    if len(cash.sums) != 1 or cash.terms or cash.which or cash.counts_of_payments or cash.payments:
        return None
    if not rx.search(r"primer|segund|luego|despues|siguiente|sucesiv|ano #?\d|mes #?\d|respectiv|cada uno", cash.text):
        return None
    if not rx.search(
        r"invert|inviert|invers|rind|rend|reinv|coloc|deposit|capital|fondo|\bpuse|\bpong|plata|paga|dan\b", cash.text
    ):
        return None
    return Choice("tasas_sucesivas", {"c": cash.sums, "r": cash.percents})


def choose_single(cash: Cash) -> Choice | None:
    """Choose among one sum that grows, one that is brought to today, the rate and the term between two."""
    text = cash.text
    counted = cash.counts_of_payments and not rx.search(r"periodos|capitalizaciones", text)
    if cash.which or counted or cash.payments:
        return None
    times = [*cash.terms, *cash.counts_of_payments]
    if len(times) > 1 or len(cash.sums) > 2:
        return None
    time: Places = {"t": times} if times else {}
    if not cash.percents:
        if len(cash.sums) < 2 and times and MULTIPLE.search(text) and RATE_ASKED.search(text):
            return Choice("tasa_para_multiplicar", time)
        if len(cash.sums) != 2 or not times or not RATE_ASKED.search(text):
            return None
        invested = rx.search(
            r"pus[ei]|pong|\bmet[ioe]|guard|invert|invirt|inviert|deposit|coloc|prest|compr|val[ií]|vend|pas[aeo]"
            r"|capital|transform"
            r"|convirt|conviert|pusiera|poner|crecio|invers|hace que|lleg|entreg|fondo|sean|saque|retir|devol"
            r"|devuelv|dieron|cobr|recib|\bgan[eo]",
            text,
        )
        if not invested:
            return None
        # What is told first is what was there first, unless the words say otherwise.
        first, last = cash.sums
        gained = [
            place
            for place in cash.sums
            if rx.search(
                r"\b(?:gan[eo]|ganamos|gano|ganancia|interes(?:es)?|rindio|utilidad)(?: (?:de|fue|por|un|unos|me"
                r"|total|neta))* ?$",
                cash.lead(place),
            )
            or rx.match(r" (?:pesos |dolares )?de (?:interes|ganancia|utilidad)", cash.tail(place))
        ]
        if len(gained) == 1:
            return Choice("tasa_implicita", {"a": [last if gained[0] == first else first], "g": gained, **time})
        if rx.search(r"\bdieron ?$|\brecib\w+ ?$", cash.lead(first)) and rx.fullmatch(
            r" (?:pesos )?por ?", cash.tail(first)
        ):
            first, last = last, first
        if cash.is_future(first) and cash.is_present(last) and not cash.is_present(first):
            first, last = last, first
        return Choice("tasa_implicita", {"a": [first], "b": [last], **time})
    rate: Places = {"i": cash.percents}
    if not times:
        plain = rx.search(r"\binteres", text) and rx.search(
            r"cuanto (?:es|son|seria|pago|gano|me cobran|cobran|da)\b", text
        )
        if (
            len(cash.sums) == 1
            and cash.quantities[cash.percents[0]].period
            and (PER_UNIT.search(cash.bare) or (plain and not MULTIPLE.search(text)))
        ):
            return Choice("interes_por_periodo", {"c": cash.sums, **rate})
        return _term_of_two(cash, rate)
    if not INVESTS.search(text):
        return None
    if len(cash.sums) == 2:
        later = [
            place
            for place in cash.sums
            if rx.match(r" (?:pesos |dolares |euros )?(?:\w+ ){0,2}?(?:dentro de|en|a)\b", cash.tail(place))
            and any(one > place for one in times)
            and not rx.match(r" (?:\w+ )?(?:hoy|ahora|ya)\b", cash.tail(place))
        ]
        if rx.search(r"\bhoy\b|\bahora\b|\bya\b", text) and len(later) == 1 and rx.search(OFFERS, text):
            today = [place for place in cash.sums if place not in later]
            return Choice("valor_presente", {"c": later, "h": today, **rate, **time})
        return None
    if len(cash.sums) != 1:
        return None
    now = TODAY.search(text) and not rx.search(
        r"\bhace @|(?:puse|pus[eo]|deposite|inverti|coloque) [$#]|si (?:pongo|invierto|deposito|coloco)|(?:pongo"
        r"|invierto|deposito|coloco) (?:hoy )?[$#]",
        text,
    )
    started = STARTED.search(text) and not _PUT.search(cash.lead(cash.sums[0]))
    return Choice("valor_presente" if now or started else "interes_compuesto", {"c": cash.sums, **rate, **time})


def _term_of_two(cash: Cash, rate: Places) -> Choice | None:
    text = cash.text
    if not HOW_LONG.search(text) and not MULTIPLE.search(text):
        return None
    if rx.search(r"\bcrec\w+|economia|precios", text):
        return None
    if len(cash.sums) == 2:
        first, last = sorted(cash.sums, key=cash.value)
        if rx.search(
            r"\b(?:ahorr(?:ar|o|ando|amos)|aport(?:ar|o|ando)|guardar|guardo|juntar)(?: de a| unos)? ?$",
            cash.lead(first),
        ):
            # To save a sum for so many months is to save it every month.
            return Choice("plazo_de_ahorro", {"a": [first], "f": [last], **rate})
        return Choice("plazo_para_objetivo", {"a": [first], "b": [last], **rate})
    if MULTIPLE.search(text):
        return Choice("plazo_para_objetivo", {**rate, **({"a": cash.sums} if cash.sums else {})})
    return None
