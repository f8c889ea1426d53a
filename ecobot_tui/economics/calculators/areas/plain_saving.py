"""Plata por período sin interés: lo que se junta, en cuánto tiempo, y un pago llevado a otro período."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

_UNITS = {"dia": 1 / 30, "semana": 12 / 52, "quincena": 0.5, "mes": 1.0, "ano": 12.0}
_NAMES = {"dia": "día", "semana": "semana", "quincena": "quincena", "mes": "mes", "ano": "año"}
_PERIODIC = {"diari": "dia", "semanal": "semana", "quincenal": "quincena", "mensual": "mes", "anual": "ano"}
_UNIT = "|".join(_UNITS)
_ADVERB = "|".join(_PERIODIC)
_EACH = rf"(?:(?:por|al|a la|cada|la|el|x|de una|por cada) (?P<unit>{_UNIT})\b|(?P<adverb>{_ADVERB})\w*)"
_SAVES = r"ahorr\w+|guard\w+|junt\w+|apart\w+|separ\w+"
_EARNS = r"tasa|interes|rind\w*|rend\w+|tna|%|inflacion|plazo fijo|prest\w+|credito|cuotas?|deud\w+|deb[oe]\b"


def _unit_in(text: str) -> str | None:
    found = rx.search(_EACH, text)
    if found is None:
        return None
    return found["unit"] or next(unit for word, unit in _PERIODIC.items() if found["adverb"].startswith(word))


def _told(story: Story, place: int) -> str | None:
    """Return the period of an amount: «50.000 por mes», «quincena de 350.000»."""
    if found := rx.match(rf" (?:pesos |dolares )?{_EACH}", story.after(place)):
        return _unit_in(found[0])
    found = rx.search(
        rf"\b(?:(?P<unit>{_UNIT})|(?P<adverb>{_ADVERB})\w*)(?: (?:de|es|son|gano|cobro|a))*$", story.before(place)
    )
    return _unit_in(f"cada {found['unit']}" if found["unit"] else found["adverb"]) if found else None


def _place_saved(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(reading.quantities) != 2 or len(story.times) != 1 or len(story.amounts) != 1:
        return None
    return {"a": list(story.amounts), "n": list(story.times)} if _told(story, story.amounts[0]) else None


def _saved(g: Given) -> Solution:
    unit = _unit_in(g.text) or "mes"
    count = g.quantity("n").months / _UNITS[unit]
    value = g["a"] * count
    return Solution(
        value,
        f"Se juntan {g.money(value, 'a')}.",
        g.fill(f"{{a}} × {number(count)} = {number(value, money=True)}"),
        f"Son {number(count)} veces lo que se aparta por {_NAMES[unit]}.",
        ("sin interés", *(("un mes de 30 días",) if unit == "dia" else ())),
    )


def _place_goal(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(reading.quantities) != 2 or len(story.amounts) != 2:
        return None
    each = [place for place in story.amounts if _told(story, place)]
    if len(each) != 1:
        return None
    goal = [place for place in story.amounts if place not in each]
    return {"a": each, "f": goal} if story.value(goal[0]) >= story.value(each[0]) else None


def _goal(g: Given) -> Solution:
    unit = _unit_in(rx.sub(r"en cuant[oa]s? \w+|cuant[oa]s? (?:meses|anos|dias|semanas)", "", g.text)) or "mes"
    value = g["f"] / g["a"]
    plural = {"mes": "meses"}.get(unit, f"{_NAMES[unit]}s")
    return Solution(
        value,
        f"Hacen falta {number(value)} {plural}.",
        g.fill(f"{{f}} / {{a}} = {number(value)}"),
        "Si la plata ganara interés, sería antes; si la meta sube con la inflación, después.",
        ("sin interés y empezando de cero",),
    )


def _place_other(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(reading.quantities) != 1 or len(story.amounts) != 1 or _told(story, story.amounts[0]) is None:
        return None
    return {"a": list(story.amounts)} if _asked_unit(reading.text) else None


def _asked_unit(text: str) -> str | None:
    found = rx.search(rf"\bcuant[oa]s?\b(?: (?!{_UNIT})[a-z]+){{0,4}}? {_EACH}", text)
    return None if found is None else _unit_in(found[0])


def _other(g: Given) -> Solution:
    asked = _asked_unit(g.text) or "mes"
    rest = rx.sub(rf"\bcuant[oa]s?\b(?: (?!{_UNIT})[a-z]+){{0,4}}? {_EACH}", "", g.text)
    found = rx.search(rf"\b(?:{_UNIT})\b|\b(?:{_ADVERB})", rest)
    told = _PERIODIC.get(found[0], found[0]) if found else "mes"
    factor = _UNITS[asked] / _UNITS[told]
    if {told, asked} == {"dia", "semana"}:
        factor = 7.0 if asked == "semana" else 1 / 7
    value = g["a"] * factor
    sign, times = ("×", factor) if factor >= 1 else ("/", 1 / factor)
    return Solution(
        value,
        f"Son {g.money(value, 'a')} por {_NAMES[asked]}.",
        g.fill(f"{{a}} {sign} {number(times)} = {number(value, money=True)}"),
        "Es la misma plata repartida en otro período.",
        ("año de 12 meses o 52 semanas y mes de 30 días",),
    )


def _place_kept(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(reading.quantities) != 2 or len(story.amounts) != 2:
        return None
    spent = story.nearest(story.amounts, r"gast\w+", 25)
    return None if spent is None else {"y": [one for one in story.amounts if one != spent], "g": [spent]}


def _kept(g: Given) -> Solution:
    left = g["y"] - g["g"]
    value = 100 * left / g["y"]
    return Solution(
        value,
        f"{'Ahorrás' if left >= 0 else 'Gastás de más'} el {percent(abs(value))} de lo que entra.",
        g.fill(f"({{y}} − {{g}}) / {{y}} × 100 = {percent(value)}"),
        f"Son {g.money(abs(left), 'y')}: de cada 100 gastás {number(100 * g['g'] / g['y'])}.",
    )


CALCULATORS = (
    Calculator(
        id="parte_ahorrada",
        name="la parte del ingreso que se ahorra",
        area="Tasas e interés",
        formula="(ingreso − gasto) / ingreso × 100",
        inputs=(Input("y", "el ingreso", Kind.AMOUNT, above=0), Input("g", "el gasto", Kind.AMOUNT, above=0)),
        keys="ahorro gasto",
        names=r"^(?=.*\b(?:gan[oa]|cobr[oa]|ingres\w+|sueldo|entran)\b)(?=.*\bgast\w+)(?=.*\bahorr)"
        r"(?=.*(?:porcentaje|que parte|proporcion|por ?ciento)).*",
        when=(),
        unless=r"[%@]|propension|consumo|pbi|disponible|economia|publico",
        wordings=(),
        work=_kept,
        asks=False,
        place=_place_kept,
    ),
    Calculator(
        id="ahorro_sin_interes",
        name="la plata que se junta sin interés",
        area="Tasas e interés",
        formula="ahorro por período × períodos",
        inputs=(Input("a", "el ahorro", Kind.AMOUNT, above=0), Input("n", "el plazo", Kind.TIME, above=0)),
        keys="ahorro guardo",
        names=rf"^(?=.*\b(?:{_SAVES})\b)(?=.*\b(?:cuanto|cuanta)\b)(?=.*(?:{_UNIT}|{_ADVERB})).*",
        when=(),
        unless=_EARNS
        + r"|cuant[oa]s? (?:meses|anos|dias|semanas|tiempo)|en cuanto|cuant[oa] (?:\w+ ){0,4}por (?:mes|dia)",
        wordings=(),
        work=_saved,
        asks=False,
        place=_place_saved,
    ),
    Calculator(
        id="meses_para_juntar",
        name="el tiempo para juntar una suma sin interés",
        area="Tasas e interés",
        formula="meta / ahorro por período",
        inputs=(Input("a", "el ahorro", Kind.AMOUNT, above=0), Input("f", "la meta", Kind.AMOUNT, above=0)),
        keys="meses ahorrando",
        names=rf"^(?=.*\b(?:{_SAVES})\b)(?=.*\b(?:cuant[oa]s? (?:meses|anos|dias|semanas|tiempo|tard\w+)"
        rf"|en cuanto|cuando)\b).*",
        when=(),
        unless=_EARNS + r"|recuper|se paga|amortiz|compr[oeé]\b|inver|inici|ya teng|maquina",
        wordings=(),
        work=_goal,
        asks=False,
        place=_place_goal,
    ),
    Calculator(
        id="pago_en_otro_periodo",
        name="el pago llevado a otro período",
        area="Trabajo",
        formula="pago × períodos",
        inputs=(Input("a", "el pago", Kind.AMOUNT, above=0),),
        keys="quincena mes ano",
        names=rf"^(?=.*\b(?:gan[oa]|cobr[oa]|sueldo|salario|quincena|gast[oa]|pag[oa]|alquiler|ingreso|jornal)\b)"
        rf"(?=.*\bcuant[oa]s?\b.* (?:{_UNIT}|{_ADVERB})).*",
        when=(),
        unless=r"%|\bhoras?\b|\bhs\b|aguinaldo|inflacion|tasa|interes|prest|cuotas?|vacacion|indemniz|descuent"
        r"|aument|habil|trabaj|faltan?\b|\b13|trece|sueldos|doble",
        wordings=(),
        work=_other,
        asks=False,
        place=_place_other,
    ),
)
