"""Inflación en otro plazo: de mensual a anual, de un trimestre a un mes, y lo que falta para cerrar un año."""

import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Precios e inflación"
_MOST_MONTHS = 1_200

_MONTH_NAMES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
_TERMS = re.compile(
    r"(?P<t12>\banual\w*|\binteranual\w*|\banualiz\w*|\bano\b(?! pasado)|\b12 meses)|(?P<t6>\bsemestr\w*"
    r"|\bmedio ano|\bmitad de ano)"
    r"|(?P<t4>\bcuatrimestr\w*)|(?P<t3>\btrimestr\w*)|(?P<t2>\bbimestr\w*)"
    rf"|(?P<t1>\bmensual\w*|\bmes\b|\b(?:todos los|los) meses\b|\bmes a mes|\bcada un[oa]\b|\b(?:{_MONTH_NAMES})\b)"
    rf"|(?P<w1>\bsemana(?:l\w*)?\b)|(?P<d1>\bdiari[oa]\b|\b(?:por|cada|al) dia\b)|@(?P<slot>\d+)"
)
_MONTHS = {"w1": 7 * 12 / 365, "d1": 12 / 365}
_NAMES = {1: "mensual", 2: "bimestral", 3: "trimestral", 4: "cuatrimestral", 6: "semestral", 12: "anual"}


class _Term(msgspec.Struct, frozen=True):
    """A mention of a period: how many months it has and where it stands."""

    months: float
    start: int
    end: int
    asked: bool


def _terms(text: str, quantities: dict[int, Quantity]) -> list[_Term]:
    asked = rx.search(
        r"\b(?:cuant\w+|a cuanto|cual|que inflacion|equivale\w*|anualiz\w+|pasa\w*|llev|convert\w+|(?:necesito"
        r"|quiero) saber)\b",
        text,
    )
    start = asked.start() if asked else len(text)
    found: list[_Term] = []
    for one in _TERMS.finditer(text):
        group = one.lastgroup or ""
        months = quantities[int(one["slot"])].months if group == "slot" else _MONTHS.get(group) or float(group[1:])
        if group == "slot" and quantities[int(one["slot"])].unit in ("dia", "semana", "quincena"):
            months = quantities[int(one["slot"])].days * 12 / 365
        found.append(_Term(months, one.start(), one.end(), one.start() > start or one[0].startswith("anualiz")))
    return found


def _source_and_target(
    text: str, rate: tuple[int, int], quantities: dict[int, Quantity]
) -> tuple[float, float, bool] | None:
    """Return the months of the period a rate is for, those of the one asked for, and whether the first was said."""
    terms = _terms(text, quantities)
    if not terms:
        return None
    start, end = rate

    def distance(one: _Term) -> float:
        between = text[end : one.start] if one.start >= end else text[one.end : start]
        leads = 60 if one.start >= end and rx.fullmatch(r" (?:a|a cuanto|a tasa|pasada a|llevada a) ", between) else 0
        barrier = leads + 40 * (between.count(",") + len(rx.findall(r"[%$#]\d", between)))
        return (
            len(between)
            + barrier
            + (0 if one.start >= end else 3)
            + (60 if one.asked and one.start >= end and len(between) > 12 else 0)
        )

    source = min(terms, key=distance)
    others = [one for one in terms if abs(one.months - source.months) > 0.01]
    asked = [one for one in others if one.asked] or others
    if asked:
        target = asked[-1] if asked[-1].asked else asked[0]
        return source.months, target.months, True
    if source.months > 1 and rx.search(r"\bseguid|consecutiv|cada un|cada mes|todos los meses", text):
        return 1.0, source.months, True
    if source.asked:
        # Only what is wanted was said: a year is asked of a month's rate, anything else of a year's.
        return (1.0, source.months, False) if source.months > 1 else (12.0, 1.0, False)
    return None


def _place_term(reading: Reading) -> Places | None:
    story = Story(reading)
    # «¿Qué mensual equivale a 120 % anual?» compares nothing: that rate is the datum.
    rates = list(story.rates) or [place for place, one in enumerate(reading.quantities) if one.mark == "%"]
    if len(rates) != 1 or story.amounts or story.counts:
        return None
    by_place = dict(enumerate(reading.quantities))
    if _source_and_target(reading.text, reading.slot(rates[0]), by_place) is None:
        return None
    return {"p": rates} | ({"n": list(story.times)} if story.times else {})


def _term(g: Given) -> Solution:
    slots = [(int(one[2]), one[1]) for one in rx.finditer(r"([%$#@])(\d+)", g.text)]
    times = iter(g.quantities("n") if "n" in g else ())
    by_place = {place: next(times) for place, mark in slots if mark == "@"}
    rate_slot = next(one for one in rx.finditer(r"[%#]\d+", g.text))
    found = _source_and_target(g.text, rate_slot.span(), by_place)
    if found is None:
        raise CalculationError("Decime de qué período es la inflación y a cuál querés llevarla.")
    source, target, said = found
    if target <= 0 or source <= 0 or target > _MOST_MONTHS or source > _MOST_MONTHS:
        raise CalculationError(f"No calculo más de {number(_MOST_MONTHS)} meses: revisá el plazo.")
    total = 100 * prices.converted(g.rate("p"), target / source)
    count = target / source
    exponent = number(count) if count >= 1 else f"(1/{number(source / target)})"
    name = _NAMES.get(round(target, 6).__trunc__() if target == int(target) else 0, f"en {number(target)} meses")
    plain = g["p"] * count
    return Solution(
        total,
        f"Equivale a {percent(total)} {name}.",
        f"(1 + {g.shown('p')} %)^{exponent} − 1 = {percent(total)}",
        f"Lo que costaba 100 pasa a costar {number(100 + total)} en ese plazo; "
        f"{'multiplicar' if count >= 1 else 'dividir'}"
        f" la tasa daría {percent(plain)}, que no cuenta la suba sobre la suba.",
        (
            "el mismo ritmo todo el tiempo, con efecto compuesto",
            *(() if said else (f"la inflación que diste es {_NAMES[int(source)]}",)),
        ),
    )


_WHOLE = (
    r"cerrar\w*|cierre|meta|objetivo|termin\w+|llegar|total\b|presupuest\w+|(?:fue|sea|del|todo el|en el"
    r"|el) ano\b|anual\w*|proyect\w+|interanual|pase de|superar|esperad\w+"
)
_PART = (
    r"llev\w+|enero|van\b|vamos|iba\w*|acumul\w+|primer\w*|hasta (?:ahora|hoy|[a-z]+)|ya hubo|ya\b|mitad de"
    r"|en lo que va|a \w+ de ano|semestre|trimestre"
)


def _place_rest(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 2 or story.amounts or len(story.times) > 2:
        return None
    first, last = story.rates
    total = story.nearest(story.rates, _WHOLE, 45)
    part = story.nearest(story.rates, _PART, 45)
    if total is None or total == part:
        total = first if story.value(first) > story.value(last) else last
    places: Places = {"t": [total], "p": [last if total == first else first]}
    left = [place for place in story.times if story.quantities[place].unit == "mes"]
    rest = [
        place
        for place in left
        if story.follows(place, r"(?:que )?(?:falt\w+|rest\w+|qued\w+|siguientes|ultimos|por delante)")
        or story.leads(place, r"(?:quedan?|faltan?|restan?|proximos|ultimos|restantes)(?: (?:los|unos|solo))*")
    ]
    if rest:
        places["n"] = rest[:1]
    elif left:
        places["m"] = left[:1]
    return places


def _rest(g: Given) -> Solution:
    total, part = g.rate("t"), g.rate("p")
    rest = 100 * prices.real_change(total, part)
    text = g.text
    months = g.quantity("n").months if "n" in g else 12 - g.quantity("m").months if "m" in g else None
    if months is None:
        months = 6 if rx.search(r"semestre|mitad de ano|medio ano", text) else 9 if "primer trimestre" in text else None
    monthly = 100 * prices.converted(rest / 100, 1 / months) if months and months > 0 else None
    each = f" Son {percent(monthly)} por mes durante {number(months or 0)} meses." if monthly is not None else ""
    asks_month = rx.search(r"por mes|mensual|cada mes|promedio", text)
    return Solution(
        monthly if monthly is not None and asks_month else rest,
        f"En lo que falta la inflación es {percent(rest)}.{each}",
        g.fill(f"(1 + {{t}} %) / (1 + {{p}} %) − 1 = {percent(rest)}")
        + (
            f"; (1 + {percent(rest)})^(1/{number(months or 0)}) − 1 = {percent(monthly)}" if monthly is not None else ""
        ),
        f"No es {percent(g['t'] - g['p'])}, la resta, porque lo que falta se calcula sobre precios que ya subieron.",
    )


_TIMES = {"duplic": 2.0, "doble": 2.0, "triplic": 3.0, "triple": 3.0, "cuadruplic": 4.0, "quintuplic": 5.0}


def _place_times(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates or len(story.times) > 1:
        return None
    left = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and place not in story.years]
    places: Places = {"n": list(story.times)} if story.times else {}
    money = [place for place, one in enumerate(reading.quantities) if one.mark == "$"]
    if len(money) == 1:
        places["v"] = money
    elif money:
        return None
    if len(left) == 1 and story.leads(left[0], r"(?:multiplic\w+|precios)(?: \w+){0,2} por"):
        return places | {"k": left}
    return places if not left and places else None


def _multiplied(g: Given) -> Solution:
    factor = g.get("k", next((times for word, times in _TIMES.items() if word in g.text), 1.0))
    if factor <= 0:
        raise CalculationError("Los precios no pueden multiplicarse por cero ni por un número negativo.")
    total = 100 * (factor - 1)
    if "v" in g:
        back = rx.search(r"cuanto (?:\w+ )?(?:valia|costaba|salia|era|eran|valian)", g.text) is not None
        value = g["v"] / factor if back else g["v"] * factor
        return Solution(
            value,
            f"Equivale a {g.money(value, 'v')}.",
            g.fill(f"{{v}} {'/' if back else '×'} {number(factor)} = {number(value, money=True)}"),
            f"Si los precios se multiplican por {number(factor)}, lo mismo cuesta {number(factor)} veces esa plata.",
        )
    months = g.quantity("n").months if "n" in g else 0.0
    monthly = 100 * prices.converted(factor - 1, 1 / months) if months > 0 else None
    each = f" Son {percent(monthly)} por mes en promedio." if monthly is not None else ""
    if months > 12 and rx.search(r"anual|por ano|cada ano", g.text):
        yearly = 100 * prices.converted(factor - 1, 12 / months)
        return Solution(
            yearly,
            f"Son {percent(yearly)} por año en promedio; en todo el período, {percent(total)}.",
            f"{number(factor)}^(1/{number(months / 12)}) − 1 = {percent(yearly)}",
            f"Multiplicarse por {number(factor)} es subir {percent(total)}, no {percent(100 * factor)}.",
        )
    asks_month = monthly is not None and rx.search(r"mensual|por mes|promedio", g.text)
    return Solution(
        monthly if monthly is not None and asks_month else total,
        f"La inflación del período es {percent(total)}.{each}",
        f"({number(factor)} − 1) × 100 = {percent(total)}"
        + (f"; {number(factor)}^(1/{number(months)}) − 1 = {percent(monthly)}" if monthly is not None else ""),
        f"Multiplicarse por {number(factor)} es subir {percent(total)}, no {percent(100 * factor)}.",
    )


def _place_factor(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 1 or story.amounts or story.counts:
        return None
    return {"p": list(story.rates)}


def _factor(g: Given) -> Solution:
    falls = rx.search(r"\bbaj|\bca[eyi]|disminu|perd|reduj", g.text) and not rx.search(
        r"\bsub|aument|crec|inflaci", g.text
    )
    factor = 1 + (-g.rate("p") if falls else g.rate("p"))
    return Solution(
        factor,
        f"Se multiplican por {number(factor)}.",
        f"1 {'−' if falls else '+'} {g.shown('p')} / 100 = {number(factor)}",
        f"Lo que costaba 100 pasa a costar {number(100 * factor)}.",
    )


BOTH_HALVES = r"primer\w* (?:semestre|mitad|trimestre)(?: [a-z]+){0,4} %\d+.*segund\w*(?: [a-z]+){0,5} %\d"
"""Both parts of a year are told: nothing of it is left to be asked."""
_RATE = Input("p", "la inflación", Kind.RATE, above=-100)
_NOT_TERM = (
    r"sueldo|salari|tasa (?:de interes|nominal|real|efectiva)|nominal|real(?:es)?\b|plazo fijo|\btna\b"
    r"|\btea\b|\btem\b|\bgan[oóe]\b|rinde|rendi|poder|credito"
    r"|prestamo|paritaria|duplic|interes|pbi|\bpib\b|desemple|dolar|devalu|cambio|deposit|perdi|indice|alquiler"
)

CALCULATORS = (
    Calculator(
        id="veces_de_un_porcentaje",
        name="las veces que se multiplica un precio",
        area=AREA,
        formula="k = 1 + π",
        inputs=(_RATE,),
        keys="multiplicaron multiplico",
        names=(
            r"\b(?:por (?:cuanto|que numero|cuantas veces) (?:\w+ ){0,3}?multiplic\w+"
            r"|cuantas veces (?:\w+ ){0,2}?(?:multiplic"
            r"|aument|subi)\w+)"
        ),
        when=(),
        unless=r"multiplicador|dinero|gasto|interes|capital|tasa|elastic|demanda",
        wordings=(),
        work=_factor,
        asks=False,
        place=_place_factor,
    ),
    Calculator(
        id="inflacion_en_otro_plazo",
        name="la inflación en otro plazo",
        area=AREA,
        formula="(1 + π)^(plazo pedido / plazo dado) − 1",
        inputs=(_RATE, Input("n", "el plazo", Kind.TIME, optional=True, many=True, above=0)),
        keys="inflacion precios",
        names=(
            r"\b(?:inflaci\w+|precios|ipc)\b(?=.*(?:cuant|equival|anualiz|mensualiz|pasa[lm]|convert|promedio"
            r"|quiero saber"
            r"|por mes|seria|daria|da\b|llega|acumul|total|\ba (?:mensual|anual|diaria|trimestral)"
            r"|que inflacion|, , (?:y )?(?:la )?(?:anual|mensual)\b))"
            r"|(?:anualiz\w+|mensualiz\w+|pasa\w*|convert\w+|llev[ae]\w*|cuanto|cual|que|equivalen\w+|hall\w+"
            r"|calcul\w+|determin\w+|obten\w+)\b(?=.*(?:inflaci|precios))"
        ),
        when=(),
        unless=_NOT_TERM + r"|cuanto es (?:el |un )?%\d+ de\b",
        wordings=(),
        work=_term,
        asks=False,
        place=_place_term,
    ),
    Calculator(
        id="inflacion_que_falta",
        name="la inflación de lo que falta",
        area=AREA,
        formula="(1 + total) / (1 + parte) − 1",
        inputs=(
            Input("t", "la inflación de todo el período", Kind.RATE, above=-100),
            Input("p", "la inflación de la primera parte", Kind.RATE, above=-100),
            Input("n", "los meses que faltan", Kind.TIME, optional=True, above=0),
            Input("m", "los meses que pasaron", Kind.TIME, optional=True, above=0, below=12),
        ),
        keys="inflacion",
        names=(
            r"\b(?:(?:inflaci\w+|precios|ipc)\b(?=.*(?:falt\w+|restan|quedan|cerrar|segundo (?:semestre"
            r"|trimestre)|segunda mitad|del segundo|resto del ano|meta|otra mitad|ultimos|proyec))"
            r"|(?:falt\w+|restan|quedan|cerrar|segundo semestre|segunda mitad|resto del ano|meta"
            r"|llevamos)\b(?=.*(?:inflaci|precios)))"
        ),
        when=(),
        unless=_NOT_TERM.replace(r"|real(?:es)?\b", "") + r"|empat|aument|" + BOTH_HALVES,
        wordings=(),
        work=_rest,
        asks=False,
        place=_place_rest,
    ),
    Calculator(
        id="inflacion_por_veces",
        name="la inflación de precios que se multiplican",
        area=AREA,
        formula="k − 1; por mes, k^(1/n) − 1",
        inputs=(
            Input("k", "las veces", Kind.NUMBER, optional=True),
            Input("n", "el plazo", Kind.TIME, optional=True, above=0),
            Input("v", "el monto", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="multiplicaron duplicaron triplicaron",
        names=(
            r"\b(?:precios|inflaci\w+|costo de vida|canasta|ipc)\b(?=.*(?:multiplic|(?:du|tri|cuadru"
            r"|quintu)plic|al doble|al triple|\bpor #))"
            r"|(?:multiplic|(?:du|tri|cuadru|quintu)plic)\w+(?=.*(?:inflaci|precios))"
        ),
        when=(),
        unless=(
            r"sueldo|salari|tasa|cuant[oa]s? (?:tiempo|meses|anos|tarda)|en cuanto|multiplicador|dinero|poblacion"
            r"|pbi|tarda"
        ),
        wordings=(),
        work=_multiplied,
        asks=False,
        place=_place_times,
    ),
)
