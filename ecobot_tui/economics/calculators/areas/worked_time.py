"""Trabajo por tiempo: pago por horas, días o jornadas."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.hours import hour_places, is_hourly
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Trabajo"


def _place_time(reading: Reading) -> Places | None:
    story = Story(reading)
    hours = hour_places(story)
    shift = r"(?:jornad|turn|guardi|clas|viaj|sesion|consult|vuelt|entreg)\w*"
    shifts = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and story.follows(place, shift)]
    amounts = [place for place in story.amounts if place not in hours and place not in shifts]
    if story.rates or len(amounts) != 1:
        return None
    if len(shifts) == 1 and not story.times and story.follows(amounts[0], rf"(?:pesos )?(?:por|cada|la|el|x) {shift}"):
        return {"a": amounts, "n": shifts}
    if hours:
        at_rate = story.leads(
            amounts[0],
            r"(?:horas?|hs|hrs)(?: (?:semanales|mensuales|por (?:dia|semana|mes)))? (?:a|x"
            r"|por)(?: razon de)?",
        )
        if not (is_hourly(story, amounts[0]) or at_rate) or len(hours) != 1 or len(story.times) > 1:
            return None
        return {"a": amounts, "n": hours} | ({"d": list(story.times)} if story.times else {})
    daily = r"(?:pesos )?(?:por|el|cada|al|x) (?:dia|jornal|jornada)|diari[oa]s?"
    if not (
        story.follows(amounts[0], daily)
        or story.leads(amounts[0], r"(?:jornal|por dia|el dia|diario|la jornada)(?: (?:de|es|vale|me|pagan|a))*")
    ):
        return None
    days = [place for place in story.times if story.quantities[place].unit == "dia"]
    return {"a": amounts, "n": days} if len(days) == 1 == len(story.times) else None


def _time_pay(g: Given) -> Solution:
    times = 1.0
    how: tuple[str, ...] = ()
    if "d" in g:
        times = g["d"]
        if g.quantity("d").unit == "mes":
            times, how = g["d"], ("las horas son por mes",)
    elif rx.search(r"semanal\w*|por semana|a la semana", g.text) and rx.search(
        r"al mes|por mes|mensual", asked_in(g.text)
    ):
        times, how = 52 / 12, ("un mes de 4,33 semanas (52 / 12)",)
    elif found := rx.search(r"lunes a (viernes|sabado)", g.text):
        days = 5 if found[1] == "viernes" else 6
        times, how = float(days), (f"{days} días por semana",)
        if not rx.search(r"diari|por dia|al dia|cada dia|jornada", g.text):
            times, how = 1.0, ()
        elif rx.search(r"al mes|por mes|mensual|el mes", asked_in(g.text)):
            times, how = days * 52 / 12, (f"{days} días por semana y un mes de 4,33 semanas (52 / 12)",)
    value = g["a"] * g["n"] * times
    other = f" (con 4 semanas, {g.money(g['a'] * g['n'] * 4)})" if times == 52 / 12 else ""
    factor = f" × {number(times)}" if times != 1 else ""
    return Solution(
        value,
        f"Se cobran {g.money(value)}{other}.",
        f"{number(g['a'])} × {number(g['n'])}{factor} = {number(value, money=True)}",
        "Es el pago por unidad de tiempo por el tiempo trabajado, sin adicionales ni descuentos.",
        how,
    )


def _place_day(reading: Reading) -> Places | None:
    story = Story(reading)
    days = [place for place in story.times if story.quantities[place].unit == "dia"]
    if story.rates or len(story.amounts) != 1 or len(days) > 1 or len(story.times) != len(days):
        return None
    return {"s": list(story.amounts)} | ({"d": days} if days else {})


def _day(g: Given) -> Solution:
    days = g.get("d", 30.0)
    if days <= 0:
        raise CalculationError("Los días tienen que ser más que 0.")
    value = g["s"] / days
    return Solution(
        value,
        f"Son {g.money(value)} por día.",
        f"{number(g['s'])} / {number(days)} = {number(value, money=True)}",
        "Es el sueldo dividido por los días que remunera.",
        () if "d" in g else ("un mes de 30 días",),
    )


def _place_absent(reading: Reading) -> Places | None:
    """Take the days that were not worked apart from those that the wage is for."""
    story = Story(reading)
    days = [place for place in story.times if story.quantities[place].unit == "dia"]
    whole = [place for place in days if story.leads(place, r"(?:mes|sobre|entre|divid\w+|base|de un mes)(?: \w+){0,2}")]
    absent = [place for place in days if place not in whole]
    if story.rates or len(story.amounts) != 1 or len(absent) != 1 or len(whole) > 1 or len(days) != len(story.times):
        return None
    return {"s": list(story.amounts), "a": absent} | ({"d": whole} if whole else {})


def _absent(g: Given) -> Solution:
    days = g.get("d", 30.0)
    cut = g["s"] / days * g["a"]
    wants_rest = rx.search(r"queda|cobr|recib", asked_in(g.text)) is not None
    return Solution(
        g["s"] - cut if wants_rest else cut,
        f"Por {number(g['a'])} días se descuentan {g.money(cut)} y quedan {g.money(g['s'] - cut)}.",
        f"{number(g['s'])} / {number(days)} × {number(g['a'])} = {number(cut, money=True)}",
        "Cada día que no se trabaja vale el sueldo dividido por los días del mes.",
        () if "d" in g else ("un mes de 30 días",),
    )


CALCULATORS = (
    Calculator(
        id="dias_descontados",
        name="el descuento por los días que se faltó",
        area=AREA,
        formula="descuento = sueldo / días del mes × días de falta",
        inputs=(
            Input("s", "el sueldo", Kind.AMOUNT, above=0),
            Input("a", "los días de falta", Kind.TIME, above=0),
            Input("d", "los días del mes", Kind.TIME, optional=True, above=0),
        ),
        keys="jornal",
        names=(
            r"^(?=.*(?:falt[oaeé]\w*|inasistencia|ausent|ausencia|sin goce|(?:descuent|descont)\w+ @\d+ (?:de"
            r"|del|a)\b))(?=.*(?:sueldo|salario|gan[aoe]|cobr"
            r"|descuent|descont)).*"
        ),
        when=(),
        unless=r"horas?\b|por dia|inflaci|empat|aument|hace falta|me falta\b|falta para|interes|cuotas",
        wordings=(),
        work=_absent,
        asks=False,
        place=_place_absent,
    ),
    Calculator(
        id="pago_por_tiempo",
        name="el pago por horas o días",
        area=AREA,
        formula="pago = valor por hora × horas",
        inputs=(
            Input("a", "el valor de la hora o del día", Kind.AMOUNT, above=0),
            Input("n", "las horas o los días", Kind.TIME, above=0),
            Input("d", "los días o semanas", Kind.TIME, optional=True),
        ),
        keys="jornal",
        names=(
            r"\b(?:jornal\w*|(?:por|cada|la|el) (?:jornada|turno|guardia|clase|viaje|sesion|consulta)\b|(?:cuanto"
            r"|total|sueldo|gano|cobro|cobra|gana)\b(?=.*(?:por dia|el dia|\bhoras?\b|diari))"
            r"|(?:hora|horas|semana)\b(?=.*(?:cuanto|total\b))"
            r"|(?<!de )trabaj\w+ #\d+ (?:horas|hs)\b(?= (?:semanal|mensual|por|al|diari))|horas\b(?=.*cuanto)"
            r"|por dia\b(?=.*cuanto)|trabaj\w+(?=.*(?:hora"
            r"|dias).*cuanto))"
        ),
        when=(),
        unless=r"extra|produc(?!tor)|unidades|maquina|interes|tasa|cuanto (?:\w+ )?(?:por|la) hora|inflacion|vacacion",
        wordings=(),
        work=_time_pay,
        asks=False,
        place=_place_time,
    ),
    Calculator(
        id="pago_por_dia",
        name="el pago por día",
        area=AREA,
        formula="día = sueldo / días",
        inputs=(Input("s", "el sueldo", Kind.AMOUNT, above=0), Input("d", "los días", Kind.TIME, optional=True)),
        keys="jornal",
        names=(
            r"\b(?:cuanto (?:\w+ ){0,4}?(?:por|cada|el|al) dia|por dia cuanto|valor (?:de (?:un|cada) "
            r"|del )?(?:dia|jornal)|jornal(?=.*sueldo))"
        ),
        when=(),
        unless=r"interes|tasa|plazo|rinde|produc|vend|[$#]\d+ (?:pesos )?(?:por|al) dia\b|horas?\b|gast|ahorr",
        wordings=(),
        work=_day,
        asks=False,
        place=_place_day,
    ),
)
