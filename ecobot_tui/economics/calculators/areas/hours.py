"""Trabajo por tiempo: valor de la hora y horas extra."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import everyday
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Trabajo"


HOURS = r"(?:horas?|hs|hrs|h)\b"


_EXTRA = rf"(?:{HOURS} )?(?:extra\w*|suplementari\w+)"


HOURLY = (
    r"(?:por|la|una|cada|x|a la|de|mi|valor|valor de la|/) ?(?:hora|hs|h)\b(?! extra)|hora (?:normal|comun"
    r"|simple)|valor hora|(?:la )?(?:normal|comun|simple)"
)


_MONTHLY_HOURS = 200


def hour_places(story: Story) -> list[int]:
    """Return the places of the numbers of hours."""
    return [
        place
        for place, one in enumerate(story.quantities)
        if one.mark == "#"
        and story.follows(place, rf"(?:\w+ )?{HOURS}")
        and not story.follows(place, r"(?:pesos )?(?:por|la|cada|x) hora")
    ]


def is_hourly(story: Story, place: int) -> bool:
    """Tell whether an amount is paid for each hour."""
    return story.follows(place, rf"(?:pesos |dolares |euros )?(?:{HOURLY})") or story.leads(
        place,
        (
            rf"(?:{HOURLY}|hora)(?: (?:es|vale|esta|me|la|pagan|a|cobro|de|clase|clases|consulta|sesion|limpieza"
            rf"|servicio|normal|comun|simple|de trabajo|sale|cuesta|trabajada|son|en|pagada))*"
        ),
    )


def _place_extra(reading: Reading) -> Places | None:
    story = Story(reading)
    hours = hour_places(story)
    bare = [place for place in story.amounts + story.counts if place + 1 in story.rates and place not in hours]
    amounts = [place for place in story.amounts if place not in hours and place not in bare]
    if len(amounts) != 1:
        return None
    places: Places = {"h" if is_hourly(story, amounts[0]) else "s": amounts}
    extra = [place for place in hours if story.follows(place, _EXTRA)]
    rest = [place for place in hours if place not in extra]
    # A wage is for a month; of hours that are paid one by one, also those of a week may be told.
    span = r"al mes|por mes|mensual\w*|del mes|normal\w*" + (r"|por semana|semanal\w*" if "h" in places else "")
    month = [place for place in rest if story.follows(place, rf"{HOURS}(?: \w+){{0,2}} (?:{span})")]
    month = month or [
        place
        for place in rest
        if story.leads(place, r"(?:por|jornada de|de|sobre|mes de|trabajo|trabaja|divid\w+ (?:por|en|entre))")
    ]
    if not extra:
        extra = [place for place in rest if place not in month]
    if len(month) == 1:
        places["k"] = month
    others = [place for place in rest if place not in month and place not in extra]
    # «10 horas extra al 50 % y 4 al 100 %»: the second count stands without its noun.
    rates = list(story.rates)
    if len(rates) > len(extra):
        extra = sorted({*extra, *bare, *others})
    one_asked = story.asks(r"(?:la|una|cada|de la|mi) hora extra") or (story.says(r"hora extra\b") and "h" in places)
    if not extra and not others and one_asked:
        return places | ({"r": rates} if len(rates) == 1 else {})
    if not extra or (rates and len(rates) != len(extra)) or (story.times and not story.says(r"mes|dia|semana")):
        return None
    return places | {"x": extra} | ({"r": rates} if rates else {})


def _extra(g: Given) -> Solution:
    how: tuple[str, ...] = ()
    if "h" in g:
        hour = g["h"]
    else:
        month = g.get("k", _MONTHLY_HOURS)
        how = () if "k" in g else (f"un mes de {_MONTHLY_HOURS} horas, porque no lo dijiste",)
        if month <= 0:
            raise CalculationError("Las horas del mes tienen que ser más que 0.")
        hour = g["s"] / month
    hours = g.all("x") if "x" in g else [1.0]
    text = g.text
    rates = g.rates("r") if "r" in g else [1.0 if rx.search(r"doble|feriado|domingo", text) else 0.5] * len(hours)
    if "r" not in g and not rx.search(r"doble|feriado|domingo", text):
        how = (*how, "recargo de 50 %, el de un día hábil")
    parts = [everyday.overtime_pay(hour, count, rate) for count, rate in zip(hours, rates, strict=True)]
    total = sum(parts)
    worked = " + ".join(
        f"{number(hour)} × {number(count)} × (1 + {percent(100 * rate)})"
        for count, rate in zip(hours, rates, strict=True)
    )
    if "h" in g and "k" in g:
        normal = hour * g["k"]
        return Solution(
            normal + total if rx.search(r"en total|semana|mes|cobro|gano|gana", asked_in(text)) else total,
            (
                f"Las horas extra suman {g.money(total)}; con las {number(g['k'])} horas normales son "
                f"{g.money(normal + total)}."
            ),
            f"{number(hour)} × {number(g['k'])} + {worked} = {number(normal + total, money=True)}",
            "La hora extra se paga con recargo sobre la normal.",
            how,
        )
    whole = f" Con el sueldo de {g.money(g['s'])} son {g.money(g['s'] + total)} en el mes." if "s" in g else ""
    asks_all = (
        "s" in g and rx.search(r"en total|total ese|todo", asked_in(text)) and not rx.search(r"extra", asked_in(text))
    )
    return Solution(
        g["s"] + total if asks_all else total,
        f"Las horas extra suman {g.money(total)}.{whole}",
        f"{worked} = {number(total, money=True)}",
        f"La hora normal vale {g.money(hour)}; la extra se paga con recargo, de ley 50 % en días hábiles y 100 % en"
        " sábados a la tarde, domingos y feriados.",
        how,
    )


def _place_hour(reading: Reading) -> Places | None:
    story = Story(reading)
    hours = hour_places(story)
    amounts = [place for place in story.amounts if place not in hours]
    if story.rates or len(amounts) != 1 or len(hours) != 1 or is_hourly(story, amounts[0]):
        return None
    places: Places = {"s": amounts, "h": hours}
    days = list(story.times)
    if len(days) > 1:
        return None
    return places | ({"d": days} if days else {})


def _weeks(g: Given) -> tuple[float, str]:
    if "d" in g:
        return (g["d"], "") if g.quantity("d").unit in ("dia", "semana") else (1.0, "")
    weekly = rx.search(
        r"\bh\w* (?:\w+ ){0,2}?(?:por semana|a la semana|semanal\w*|cada semana)|semana de #\d+ h", g.text
    )
    if weekly and rx.search(r"por mes|al mes|mensual\w*|sueldo|el mes", g.text):
        return 52 / 12, "un mes de 4,33 semanas (52 / 12)"
    return 1.0, ""


def _hour(g: Given) -> Solution:
    times, how = _weeks(g)
    hours = g["h"] * times
    if hours <= 0:
        raise CalculationError("Las horas tienen que ser más que 0.")
    value = g["s"] / hours
    other = f" (con 4 semanas por mes serían {g.money(g['s'] / g['h'] / 4)})" if how else ""
    return Solution(
        value,
        f"La hora vale {g.money(value)}{other}.",
        f"{number(g['s'])} / {number(hours)} = {number(value, money=True)}",
        "Es lo que se cobra dividido por las horas que se trabajan para cobrarlo.",
        (how,) if how else (),
    )


CALCULATORS = (
    Calculator(
        id="horas_extra",
        name="el pago de las horas extra",
        area=AREA,
        formula="extra = sueldo / horas × horas extra × (1 + recargo)",
        inputs=(
            Input("s", "el sueldo", Kind.AMOUNT, optional=True, above=0),
            Input("k", "las horas del mes", Kind.NUMBER, optional=True),
            Input("h", "el valor de la hora", Kind.AMOUNT, optional=True, above=0),
            Input("x", "la cantidad de horas extra", Kind.NUMBER, many=True, optional=True, above=0),
            Input("r", "el recargo", Kind.RATE, many=True, optional=True, above=0),
        ),
        keys="extras extra suplementarias",
        names=rf"\b{HOURS} (?:extra\w*|suplementari\w+)|\bextras?\b|\bhora (?:normal|simple|comun)\b(?=.*%)"
        rf"|\b(?:feriado|domingo)\b(?=.*(?:doble|recargo|%))",
        when=(),
        unless=r"costo de oportunidad|demanda|^(?!.*\b(?:horas?|hs|hrs)\b)",
        wordings=(),
        work=_extra,
        asks=False,
        place=_place_extra,
    ),
    Calculator(
        id="valor_de_la_hora",
        name="el valor de la hora",
        area=AREA,
        formula="hora = pago / horas",
        inputs=(
            Input("s", "el pago", Kind.AMOUNT, above=0),
            Input("h", "las horas", Kind.NUMBER, above=0),
            Input("d", "los días", Kind.TIME, optional=True),
        ),
        keys="hora",
        names=(
            r"\b(?:(?:cuanto|a cuanto|que) (?:\w+ ){0,4}?(?:la|mi|por|cada|una) hora|valor (?:de (?:la|mi"
            r"|cada) )?hora|pago por hora"
            r"|valor hora|salario por hora|sueldo por hora|precio de la hora)"
        ),
        when=(),
        unless=r"extra|produc|unidades|maquina|alquil|costo",
        wordings=(),
        work=_hour,
        asks=False,
        place=_place_hour,
    ),
)
