"""Which rate a question gives and which it asks for, as words name them: nominal or effective, and of which period."""

import re
from functools import lru_cache

import msgspec

from ecobot_tui.economics import rx

_LENGTHS = {
    "diari": 1 / 365,
    "semanal": 1 / 52,
    "quincenal": 1 / 24,
    "mensual": 1 / 12,
    "bimestral": 1 / 6,
    "bimensual": 1 / 6,
    "trimestral": 1 / 4,
    "cuatrimestral": 1 / 3,
    "semestral": 1 / 2,
    "anual": 1.0,
    "bianual": 2.0,
}
_SHORT = {"tna": "anual", "tea": "anual", "tem": "mensual", "tet": "trimestral", "tes": "semestral", "ted": "diari"}
_NOUNS = {
    "dia": "diari",
    "semana": "semanal",
    "quincena": "quincenal",
    "mes": "mensual",
    "bimestre": "bimestral",
    "trimestre": "trimestral",
    "cuatrimestre": "cuatrimestral",
    "semestre": "semestral",
    "ano": "anual",
}
SAID = {
    1 / 365: "diaria",
    1 / 52: "semanal",
    1 / 24: "quincenal",
    1 / 12: "mensual",
    1 / 6: "bimestral",
    1 / 4: "trimestral",
    1 / 3: "cuatrimestral",
    1 / 2: "semestral",
    1.0: "anual",
    2.0: "bianual",
}
PERIOD = r"diari|semanal|quincenal|mensual|bimestral|bimensual|cuatrimestral|trimestral|semestral|bianual|anual"
UNIT = r"dia|semana|quincena|mes|bimestre|trimestre|cuatrimestre|semestre|ano"
_WORD = (
    rf"tasa|interes|de interes|tna|tea|tem|tet|tes|ted|nominal(?:es)?|efectiv[oa]s?|equivalente|(?:{PERIOD})(?:[oa]"
    rf"|es|mente)?"
    rf"|(?:por|al|x|cada|a la|en el|en un|en) (?:el )?(?:{UNIT})(?:e?s)?\b|simple|vencida"
)
_RUN = re.compile(rf"\b(?:{_WORD})(?: (?:de )?(?:{_WORD}))*\b")
_CAPITALISING = re.compile(
    r"\b(?:con |y |que (?:se )?)?(?:capitaliz\w*|convertible|componible|compuest[ao]s?|acredit\w+|reinv\w+"
    r"|reinvierto)"
    r"(?: (?:de forma|de manera|cada|por|en forma|los|el|de|a|los intereses|intereses|todos los|todos|lo))*"
    rf" ?(?:(?:{PERIOD})\w*|(?:{UNIT})(?:e?s)?\b(?: vencid[oa]s?)?|@\d+)?"
)
_OTHER = re.compile(
    r"inflacion|precios?\b|\breal(?:es)?\b|\bipc\b|cuota|prestamo|\bsueldo|salario|crec\w+|\bpbi\b|anualizad"
    r"|desempleo|subio"
    r"|aument\w+|\bbono\b|cupon|dividend|\buva\b|descuento|poblacion|\bvan\b|\btir\b|encaje|cay[oe]"
)
_IN_A_YEAR = {"quincena": 24, "mes": 12, "trimestre": 4, "semestre": 2, "bimestre": 6, "cuatrimestre": 3, "semana": 52}
_OF_TERM = re.compile(r"\b(?:en|del|para|por) (?:el |ese |este |todo el )?(?:plazo|periodo)\b(?! fijo)")
_SLOT = re.compile(r"%\d+")
_REACH = 60


class Term(msgspec.Struct, frozen=True):
    """A rate as words name it: its period as a share of a year, and whether it is nominal."""

    length: float
    nominal: bool
    effective: bool
    start: int
    end: int
    abbreviated: bool
    dated: bool
    """Its period was said."""


class Conversion(msgspec.Struct, frozen=True):
    """From which rate to which."""

    source: Term
    target: Term | None
    """None where no other rate is named."""
    rate: int
    """The place of the number."""
    also: Term | None = None
    """A second rate that is asked for."""


# Each word and each blank can be read in one way only; with two ways, a text of such words took seconds.
_LINK = re.compile(
    r"[ ,_]*+(?>(?:de|del|es|una|la|al|a|igual|fuera|da|vale|tiene|paga|cobra|en|un|que|con|fue|ofrece|publica|mi"
    r"|tu|su"
    r"|banco|financiera|cuenta|tarjeta|billetera|plazo|fijo|informa|rinde|cobran|pagan|te|me|se)(?![a-z])[ ,_]*+)*+"
)
"""What may stand between the name of a rate and its number."""


def _terms(text: str) -> list[Term]:
    found: list[Term] = []
    for run in _RUN.finditer(text):
        words = run[0]
        short = rx.search(r"\b(tna|tea|tem|tet|tes|ted)\b", words)
        period = rx.search(rf"({PERIOD})", words)
        unit = rx.search(rf"(?:por|al|x|cada|a la|en el|en un|en) (?:el )?({UNIT})", words)
        nominal = "nominal" in words or (short is not None and short[1] == "tna")
        effective = "efectiv" in words or (short is not None and short[1] != "tna")
        name_said = bool(short or period or unit)
        if short:
            name = _SHORT[short[1]]
        elif period:
            name = period[1]
        elif unit:
            name = _NOUNS[unit[1]]
        elif (nominal or effective) and not _OF_TERM.search(text):
            name = "anual"
        else:
            continue
        found.append(Term(_LENGTHS[name], nominal, effective, run.start(), run.end(), short is not None, name_said))
    return found


def _kind(term: Term) -> tuple[float, bool]:
    return term.length, term.nominal


def _source(between: str, beside: list[Term], before: list[Term]) -> Term | None:
    """Return the rate that is given: told after its number, before it, or on both sides of it."""
    if not beside or not before:
        return beside[0] if beside else before[0] if before else None
    after, lead = beside[0], before[0]
    if after.nominal or after.effective or not (lead.nominal or lead.effective):
        return after
    if after.length == lead.length:
        return lead
    if lead.dated or between.strip() in ("de una", "a una", "al", "a", ","):
        return after
    # «La nominal del 18 % anual» is one rate.
    return msgspec.structs.replace(after, nominal=lead.nominal, effective=lead.effective)


class Offer(msgspec.Struct, frozen=True):
    """One of two rates that are compared."""

    term: Term
    capital: float | None
    """How long its capitalisation lasts as a share of a year, where its name says it: «TNA 50 % semestral»."""
    start: int
    end: int
    """The words from its number to the next one."""


def _offer(text: str, terms: list[Term], span: tuple[int, int], after: int, before: int) -> Offer | None:
    """Return the rate whose number stands at `span`, between the numbers that end at `before` and start at `after`."""
    start, end = span
    beside = [
        one for one in terms if end <= one.start < after and text[end : one.start].strip() in ("", "de", "de una")
    ]
    lead = [
        one
        for one in terms
        if before <= one.end <= start
        and rx.fullmatch(r"(?: |,|de|del|una|la|al|es|con|a|b|el|banco)*", text[one.end : start])
    ]
    if beside and lead and lead[-1].nominal and not beside[0].nominal and not beside[0].effective:
        capital = beside[0].length if beside[0].length != lead[-1].length else None
        return Offer(lead[-1], capital, end, after)
    term = _source(text[lead[-1].end : start] if lead else "", beside[:1], lead[-1:])
    return None if term is None else Offer(term, None, end, after)


@lru_cache(maxsize=16)
def offers_in(text: str) -> tuple[Offer, Offer] | None:
    """Read the two rates that a question compares; None where it does not tell what each of them is."""
    slots = list(_SLOT.finditer(text))
    if len(slots) != 2 or _OTHER.search(text.replace("prestamo", "")) or rx.search(r"[$#@]\d", text):
        return None
    plain = _CAPITALISING.sub(lambda found: "_" * len(found[0]), text)
    terms = _terms(plain)
    first = _offer(plain, terms, slots[0].span(), slots[1].start(), 0)
    last = _offer(plain, terms, slots[1].span(), len(text), slots[0].end())
    if first is None or last is None or first.term.start == last.term.start:
        return None
    return first, last


@lru_cache(maxsize=16)
def conversion_in(text: str) -> Conversion | None:
    """Read which rate is given, by the words at the number, and which is asked for, by the other words."""
    slots = list(_SLOT.finditer(text))
    if len(slots) != 1 or _OTHER.search(text) or rx.search(r"[$#]\d", text):
        return None
    plain = _CAPITALISING.sub(lambda found: "_" * len(found[0]), text)
    start, end = slots[0].span()
    terms = _terms(plain)
    beside = [
        term
        for term in terms
        if term.start >= end and plain[end : term.start].strip() in ("", "de", "como", "es la", "es")
    ]
    before = [
        term
        for term in terms
        if term.end <= start and start - term.end <= _REACH and _LINK.fullmatch(plain, term.end, start)
    ]
    source = _source(plain[before[-1].end : start] if before else "", beside[:1], before[-1:])
    if source is None:
        return None
    used = {source.start, *(one.start for one in beside[:1])}
    if before and beside and not before[-1].dated and source is not before[-1]:
        used.add(before[-1].start)
    others = [term for term in terms if term.start not in used and _kind(term) != _kind(source)]
    if source.nominal or source.effective:
        named = [term for term in others if term.nominal or term.effective or term.length != source.length]
    else:
        named = [term for term in others if term.length != source.length or term.nominal or term.effective]
    place = int(slots[0][0][1:])
    if not named:
        return Conversion(source, None, place)
    telling = [term for term in named if term.abbreviated or term.nominal or term.effective]
    target = (telling or named)[-1 if not telling else 0]
    more = [term for term in telling if _kind(term) != _kind(target)]
    return Conversion(source, target, place, more[0] if more else None)
