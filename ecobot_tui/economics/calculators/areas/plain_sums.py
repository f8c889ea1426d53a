"""Cuentas simples de plata: las cuotas que faltan, la cuota con el interés ya sumado y lo que se junta apartando."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

_MOST_INSTALMENTS = 480


def _place_left(reading: Reading) -> Places | None:
    """Tell how many instalments are paid from how many there are, and both from what each one is."""
    story = Story(reading)
    numbers = range(len(reading.quantities))
    counts = [
        place
        for place in numbers
        if reading.quantities[place].mark == "#"
        and not reading.quantities[place].number.scaled
        and story.value(place) == int(story.value(place))
        and story.value(place) <= _MOST_INSTALMENTS
    ]
    sums = [place for place in numbers if place not in counts and reading.quantities[place].mark in "#$"]
    if len(counts) != 2 or len(sums) != 1 or len(reading.quantities) != 3:
        return None
    paid, every = sorted(counts, key=story.value)
    return {"k": [paid], "n": [every], "a": sums} if story.value(paid) < story.value(every) else None


def _left(g: Given) -> Solution:
    count = g["n"] - g["k"]
    value = count * g["a"]
    return Solution(
        value,
        f"Faltan {number(count)} cuotas: {g.money(value, 'a')}.",
        g.fill(f"({{n}} − {{k}}) × {{a}} = {number(value, money=True)}"),
        f"Ya pagaste {g.money(g['k'] * g['a'], 'a')} de {g.money(g['n'] * g['a'], 'a')}.",
        ("cuotas iguales; si cancelás por adelantado puede ser menos, porque te ahorrás intereses",),
    )


_INTEREST_LEAD = r"(?:interes(?:es)?)(?: (?:total(?:es)?|de|por|son|suman|es|en))*"


def _place_added(reading: Reading) -> Places | None:
    story = Story(reading)
    sums = [place for place in story.amounts if place not in story.times]
    interest = [place for place in sums if story.leads(place, _INTEREST_LEAD) or story.follows(place, r"de interes")]
    rest = [place for place in range(len(reading.quantities)) if place not in interest]
    counts = [
        place
        for place in rest
        if reading.quantities[place].mark == "@" or story.follows(place, r"(?:\w+ )?(?:cuotas?|pagos)\b")
    ]
    loan = [place for place in rest if place not in counts]
    if len(interest) != 1 or len(counts) != 1 or len(loan) != 1 or story.rates:
        return None
    return {"p": loan, "g": interest, "n": counts}


def _added(g: Given) -> Solution:
    time = g.quantity("n")
    count = time.value if time.unit is None else time.months
    if count <= 0:
        raise CalculationError("Tiene que haber una cuota por lo menos.")
    value = (g["p"] + g["g"]) / count
    return Solution(
        value,
        f"La cuota es {g.money(value, 'p')}.",
        g.fill(f"({{p}} + {{g}}) / {number(count)} = {number(value, money=True)}"),
        f"En total se devuelven {g.money(g['p'] + g['g'], 'p')}.",
        ("todas las cuotas son iguales",),
    )


def _place_aside(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) != 1 or len(story.times) != 1 or len(story.amounts) != 1 or len(reading.quantities) != 3:
        return None
    if reading.quantities[story.rates[0]].period:
        return None
    return {"r": list(story.rates), "y": list(story.amounts), "n": list(story.times)}


def _aside(g: Given) -> Solution:
    months = g.quantity("n").months
    each = g["y"] * g.rate("r")
    value = each * months
    return Solution(
        value,
        f"Se juntan {g.money(value, 'y')}: {g.money(each, 'y')} por mes.",
        g.fill(f"{{y}} × {{r}} % × {number(months)} = {number(value, money=True)}"),
        f"De cada 100 que entran se apartan {percent(100 * g.rate('r'))[:-2]}; invertidos, serían más.",
        ("el ingreso es mensual y lo apartado no gana interés",),
    )


def _place_times(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(reading.quantities) != 2 or len(story.amounts) != 2 or story.rates:
        return None
    first, last = in_time_order(story, list(story.amounts))
    return {"a": [first], "b": [last]}


def _times(g: Given) -> Solution:
    value = g["b"] / g["a"]
    change = percent(100 * abs(value - 1))
    return Solution(
        value,
        f"Se multiplicó por {number(value)}.",
        g.fill(f"{{b}} / {{a}} = {number(value)}"),
        f"Es una {'suba' if value >= 1 else 'baja'} de {change}.",
    )


CALCULATORS = (
    Calculator(
        id="veces_que_cambio",
        name="las veces que se multiplicó un valor",
        area="Precios e inflación",
        formula="k = final / inicial",
        inputs=(
            Input("a", "el valor inicial", Kind.AMOUNT, above=0),
            Input("b", "el valor final", Kind.AMOUNT, above=0),
        ),
        keys="veces multiplico",
        names=r"\b(?:cuantas veces|por cuanto|por que numero) (?:\w+ ){0,3}?(?:multiplic|aument|subi|crec|encarec)\w*.*"
        r"|^(?=.*[$#]0 a [$#]1)(?=.*(?:cuantas veces|por cuanto)).*",
        when=(),
        unless=r"%|@\d|multiplicador|elastic|dinero|gasto publico|propension",
        wordings=(),
        work=_times,
        asks=False,
        place=_place_times,
    ),
    Calculator(
        id="cuotas_que_faltan",
        name="las cuotas que faltan",
        area="Compras y descuentos",
        formula="(cuotas − pagadas) × cuota",
        inputs=(
            Input("k", "las cuotas pagadas", Kind.NUMBER, above=0),
            Input("n", "las cuotas", Kind.NUMBER, above=0),
            Input("a", "la cuota", Kind.AMOUNT, above=0),
        ),
        keys="cuotas",
        names=r"^(?=.*\bcuotas?\b)(?=.*\b(?:pagu?e|pagadas?|pagamos|llevo|llevamos)\b)"
        r"(?=.*\b(?:falta\w*|queda\w*|resta\w*|debo|adeudo)\b).*",
        when=(),
        unless=r"%|tasa|interes|contado|saldo",
        wordings=(),
        work=_left,
        asks=False,
        place=_place_left,
    ),
    Calculator(
        id="cuota_con_interes_sumado",
        name="la cuota con el interés ya sumado",
        area="Préstamos",
        formula="(P + interés) / n",
        inputs=(
            Input("p", "el préstamo", Kind.AMOUNT, above=0),
            Input("g", "el interés total", Kind.AMOUNT, above=0),
            Input("n", "la cantidad de cuotas", Kind.TIME, above=0),
        ),
        keys="cuota cuotas interes",
        names=r"^(?=.*\bcuotas?\b)(?=.*(?:prest|credito|pedi|financi|compr))(?=.*\binteres(?:es)? (?:total|de |por ))"
        r"(?=.*(?:cuanto|cuota(?: mensual| fija)?$|cual|que cuota|de cuanto)).*",
        when=(),
        unless=r"%|tasa|capital de|seguro|amortiza|contado",
        wordings=(),
        work=_added,
        asks=False,
        place=_place_added,
    ),
    Calculator(
        id="parte_del_sueldo_ahorrada",
        name="la plata que se junta apartando una parte del sueldo",
        area="Tasas e interés",
        formula="sueldo × parte × meses",
        inputs=(
            Input("r", "la parte que se aparta", Kind.RATE, above=0, most=100),
            Input("y", "el sueldo", Kind.AMOUNT, above=0),
            Input("n", "el plazo", Kind.TIME, above=0),
        ),
        keys="ahorro aparto",
        names=(
            r"^(?=.*\b(?:ahorr|guard|apart|separ)\w*\b)(?=.*%\d+ (?:de |del )(?:mi |su |lo que |el )?(?:sueldo"
            r"|ingreso|salario"
            r"|gan|cobr))(?=.*\bcuant[oa]).*|^(?=.*\b(?:gano|cobro|sueldo)\b)(?=.*\b(?:ahorro|guardo|aparto"
            r"|separo) (?:el |un )?%\d)"
            r"(?=.*\bcuant[oa]).*"
        ),
        when=(),
        unless=r"inflacion|interes|tasa|tna|rinde|rindiendo|cuota|prestamo|cuant[oa]s? (?:meses|anos|tiempo)|aument",
        wordings=(),
        work=_aside,
        asks=False,
        place=_place_aside,
    ),
)
