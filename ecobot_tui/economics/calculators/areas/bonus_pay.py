"""Trabajo: aguinaldo, entero y proporcional, y el sueldo que hay detrás de un aguinaldo."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import seniority
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Trabajo"

_HALF_YEAR_DAYS = 180
_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_DATE = rf"(?: (?P<day>#\d+))?(?: de)? (?P<month>{'|'.join(_MONTHS)})\b"
_STARTED = re.compile(
    r"\b(?:entr|ingres|empe[cz]|arran[cq]|comen[cz]|contrat|trabaj\w* desde|desde|alta)\w*(?: a (?:trabaj|labur)ar)?"
    rf"(?: (?:el|en|desde|a|principios|dia|mediados|de|primero|inicio))*{_DATE}"
)
_LEFT = re.compile(
    r"\b(?:renunci|me fui|me voy|dej[eo]|termin|despid|hasta|baja|desvincul)\w*(?: (?:a|de) trabajar)?"
    rf"(?: (?:el|en|a|fines|fin|dia|mediados|de))*{_DATE}"
)
_OF_A_BONUS = r"(?:pesos )?(?:de |como |en concepto de |por (?:el )?)(?:medio )?(?:aguinaldo|sac)\b"


def _dated(text: str, days: dict[int, float]) -> float | None:
    """Return how many months of the half-year were worked, by the day of entering or of leaving."""
    found = _STARTED.search(text) or _LEFT.search(text)
    if found is None:
        return None
    month = _MONTHS.index(found["month"]) % 6
    day = days.get(int(found["day"][1:])) if found["day"] else None
    if found.re is _STARTED:
        begun = ((day or 1) - 1) / 30 + (0.5 if day is None and "mediados" in found[0] else 0)
        return 6 - month - begun
    ended = 1.0 if day is None or day >= 28 else day / 30
    return month + (0.5 if day is None and "mediados" in found[0] else ended)


_PAY_ASKED = r"sueldo|salario|bruto|gan\w+|cobr\w+"


def _is_bonus(story: Story, place: int) -> bool:
    """Tell whether an amount is an aguinaldo, and not the wage that one follows from."""
    return story.follows(place, _OF_A_BONUS) or story.leads(
        place, r"(?:aguinaldo|sac)(?: (?:de|fue|que|cobre|es|era|me|dio|dieron|pagaron|recibi|un|por|neto|bruto))*"
    )


def _place_bonus(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.rates or not story.amounts:
        return None
    places: Places = {"s": list(story.amounts)}
    worked = [
        place
        for place in story.times
        if not story.follows(place, r"(?:del semestre|en total|posibles)") or len(story.times) == 1
    ]
    worked = [
        place
        for place in worked
        if not story.leads(place, r"(?:de|sobre|de los|sobre los|hace|cada|antiguedad de)") or len(worked) == 1
    ]
    if len(worked) > 1:
        worked = [place for place in worked if story.quantities[place].unit in ("mes", "dia")][:1]
    salaries = [place for place in story.amounts if story.value(place) >= 100]
    places["s"] = salaries
    if not salaries:
        return None
    bonuses = [place for place in salaries if _is_bonus(story, place)]
    if len(salaries) == len(bonuses) == 1 and not worked and story.asks(_PAY_ASKED):
        return {"a": bonuses}
    days = [place for place in range(len(reading.quantities)) if place not in (*salaries, *worked, *story.years)]
    dates = {place: story.value(place) for place in days}
    if len(salaries) == 1 and not worked and _dated(reading.text, dates) is not None:
        return places | ({"d": days} if len(days) == 1 else {}) if len(days) < 2 else None
    if worked and len(salaries) == 1:
        one = story.quantities[worked[0]]
        if one.unit in ("mes", "dia", "semana", "quincena"):
            places["m"] = worked
    elif story.says(r"(?:un|1) (?:solo )?mes\b(?! a mes)"):
        return None
    counts = [place for place in story.counts if not story.quantities[place].spelled]
    return None if counts else places


def _bonus(g: Given) -> Solution:
    if "a" in g:
        value = 2 * g["a"]
        return Solution(
            value,
            f"El mejor sueldo del semestre fue {g.money(value)}.",
            f"{number(g['a'])} × 2 = {number(value, money=True)}",
            "El medio aguinaldo es la mitad del mejor sueldo mensual del semestre.",
            ("se trabajó todo el semestre",),
        )
    pays = g.all("s")
    if any(one >= 10_000 for one in pays):
        # «700, 720 y 810 mil»: the word stands once for all.
        pays = [one * 1_000 if one < 10_000 and max(pays) >= 100 * one else one for one in pays]
    best = max(pays)
    share, how = 1.0, "se trabajó todo el semestre"
    slots = [int(one[1]) for one in rx.finditer(r"#(\d+) de (?:[a-z]+)", g.text)] if "d" in g else []
    worked = _dated(g.text, dict.fromkeys(slots, g["d"]) if "d" in g else {}) if "m" not in g else None
    if worked is not None:
        share, how = worked / 6, f"se trabajaron {number(worked)} meses del semestre"
    if "m" in g:
        time = g.quantity("m")
        if time.unit == "dia":
            share, how = time.value / _HALF_YEAR_DAYS, f"el semestre se cuenta de {_HALF_YEAR_DAYS} días"
        else:
            months = time.months + (0.5 if rx.search(r"@\d+ y medi[oa]", g.text) else 0.0)
            share, how = months / 6, "cada mes trabajado vale un sexto del semestre"
    if not 0 < share <= 1.03:
        if share > 1.03 and g.quantity("m").months <= 12:
            share, how = 1.0, "cobrás uno entero por semestre; es el de este semestre"
        else:
            raise CalculationError("El tiempo trabajado del semestre tiene que ser de 1 día a 6 meses.")
    share = min(share, 1.0)
    value = everyday.thirteenth_salary(best, share)
    part = "" if share == 1 else f" × {number(6 * share)} / 6"
    return Solution(
        value,
        f"Te corresponde un aguinaldo de {g.money(value)} brutos.",
        f"{number(best)} / 2{part} = {number(value, money=True)}",
        "El medio aguinaldo (SAC) es la mitad del mejor sueldo mensual del semestre, en proporción al tiempo trabajado;"
        " se le descuentan los aportes.",
        (how,),
    )


CALCULATORS = (
    *seniority.CALCULATORS,
    Calculator(
        id="aguinaldo",
        name="el aguinaldo",
        area=AREA,
        formula="SAC = mejor sueldo / 2 × tiempo trabajado / semestre",
        inputs=(
            Input("s", "el mejor sueldo del semestre", Kind.AMOUNT, many=True, optional=True, above=0),
            Input("a", "el aguinaldo", Kind.AMOUNT, optional=True, above=0),
            Input("d", "el día", Kind.NUMBER, optional=True, above=0, most=31),
            Input("m", "el tiempo trabajado", Kind.TIME, optional=True),
        ),
        keys="aguinaldo sac",
        names=r"\b(?:medio )?aguinaldo\b|\bsac\b|sueldo anual complementario|decimotercer sueldo",
        when=(),
        unless=r"\binvert|plazo fijo|ahorr|inflacion|gasto|gaste|uso|compr[oea]",
        wordings=(),
        work=_bonus,
        asks=False,
        place=_place_bonus,
    ),
)
