"""Precios e inflación: entre dos índices, acumulada de varios períodos e interanual."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Precios e inflación"
MONTH_NAMES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"


def _from_indices(g: Given) -> Solution:
    first, last = g.get("a", 100.0), g.get("b", 0.0)
    if "d" in g:
        points = -g["d"] if rx.search(r"\b(?:baj|cay|ca[ei]|perd|retroced)", g.text) else g["d"]
        first, last = (first, first + points) if "a" in g else (last - points, last)
    rate = 100 * prices.change(first, last)
    verb = "subieron" if rate > 0 else "bajaron" if rate < 0 else "no cambiaron:"
    return Solution(
        rate,
        f"La inflación del período fue {percent(rate)}.",
        f"({number(last)} / {number(first)} − 1) × 100 = {percent(rate)}",
        f"En promedio los precios {verb} {percent(abs(rate))}: lo que costaba 100 pasó a costar {number(100 + rate)}.",
    )


def _accumulated(g: Given) -> Solution:
    rates = g.rates("p")
    if "n" in g and round(g["n"]) != len(rates):
        raise CalculationError(
            f"Me diste {len(rates)} tasas pero hablás de {number(g['n'])} períodos: revisá cuál falta."
        )
    total, plain = 100 * prices.compounded(rates), 100 * sum(rates)
    factors = " × ".join(f"(1 + {number(100 * rate)} %)" for rate in rates)
    return Solution(
        total,
        f"La inflación acumulada es {percent(total)}.",
        f"{factors} − 1 = {percent(total)}",
        f"Lo que costaba 100 pasa a costar {number(100 + total)}; sumar las tasas daría {percent(plain)} porque no"
        " cuenta la suba sobre la suba.",
    )


def _twelve_months(g: Given) -> Solution:
    rates = g.rates("p")
    if len(rates) != 12:
        raise CalculationError(f"Para la interanual hacen falta 12 variaciones mensuales y hay {len(rates)}.")
    return _accumulated(g)


def _place_indices(reading: Reading) -> Places | None:
    story = Story(reading)
    if found := _yearly(story) or by_month(story):
        return found
    plain = [place for place, one in enumerate(reading.quantities) if one.mark == "#"]
    if len(plain) > 2:
        plain = [
            place
            for place in plain
            if not (story.value(place) == 100 and story.says(rf"base #\d+ (?:igual a |es )?#{place}(?!\d)"))
            and place not in story.years
            and not story.leads(place, r"base|base (?:del )?(?:ano )?")
        ]
    if len(plain) > 2 and story.says(
        r"[$#]\d+ ,? ?(?:y )?(?:despues|luego|mas tarde|finalmente|por ultimo) (?:\w+ ){0,2}?a #\d"
    ):
        plain = [plain[0], plain[-1]]
    elif not 1 <= len(plain) <= 2:
        return None
    if story.rates or any(one.mark == "$" for one in reading.quantities):
        return None
    if len(plain) == 2 and any(
        one.mark == "#" and not plain[0] <= place <= plain[-1] and place not in story.years and one.value != 100
        for place, one in enumerate(reading.quantities)
    ):
        return None
    base = [place for place, one in enumerate(reading.quantities) if one.mark == "#" and one.value == 100]
    if len(plain) == 1 and base and not story.rates:
        return {"a": base[:1], "b": plain}
    moved = [place for place in plain if story.leads(place, _MOVES) and story.follows(place, r"puntos?\b")]
    if len(plain) == 2 and len(moved) == 1 and not story.rates:
        other = next(place for place in plain if place not in moved)
        return {"d": moved, "b" if story.leads(other, r"(?:a|hasta|en|ahora|hoy)(?: \w+)?") else "a": [other]}
    years = [place for place in plain if place in story.years]
    if len(plain) - len(years) == 1 and story.says(r"con base|base (?:en )?#") and not story.rates and len(years) < 2:
        # The base says what the index was: 100.
        return {"b": [place for place in plain if place not in years]}
    values = [reading.quantities[place].value for place in plain]
    if all(one in range(1_900, 2_101) for one in values) and not story.says(r"\bde #\d+ a #\d+ puntos"):
        return None
    if len(plain) != 2:
        return None
    first, last = in_time_order(story, plain)
    return {"a": [first], "b": [last]}


def _yearly(story: Story) -> Places | None:
    """Read a list of years with their indices, «2021 = 100, 2022 = 194, 2023 = 605», and what is asked of them."""
    indices: dict[float, int] = {}
    asked: list[float] = []
    places = iter(range(len(story.quantities)))
    for place in places:
        one = story.quantities[place]
        if one.mark != "#" or one.number.scaled:
            return None
        if one.value not in range(1_900, 2_101):
            if one.value == 100 and story.leads(place, r"base(?: de)?|igual a"):
                continue
            return None
        following = story.after(place).strip(" ,")
        if following in _IS and place + 1 < len(story.quantities) and one.value not in indices:
            indices[one.value] = next(places)
        else:
            asked.append(one.value)
    if len(indices) < 2 or any(year not in indices for year in asked):
        return None
    years = sorted(indices)
    wanted = sorted(set(asked))
    if len(wanted) == 1 and wanted[0] != years[0]:
        wanted = [years[years.index(wanted[0]) - 1], wanted[0]]
    if len(wanted) != 2:
        if len(indices) != 2:
            return None
        wanted = years
    return {"a": [indices[wanted[0]]], "b": [indices[wanted[1]]]}


_MOVES = r"(?:sub|aument|crec|trep|baj|cay|ca[ei]|perd|retroced|avanz)\w*(?: en| unos)?"


def by_month(story: Story) -> Places | None:
    """Read a list of months with their indices, «enero 100, febrero 105, marzo 112», and which change is asked."""
    numbers: dict[str, int] = {}
    for place, one in enumerate(story.quantities):
        named = rx.findall(rf"({MONTH_NAMES})", story.before(place))
        if one.mark not in "#$" or len(named) != 1 or named[0] in numbers:
            return None
        numbers[named[0]] = place
    if len(numbers) < 3:
        return None
    asked = [one for one in rx.findall(rf"({MONTH_NAMES})", story.after(len(story.quantities) - 1)) if one in numbers]
    ordered = list(numbers)
    if len(set(asked)) == 1 and ordered.index(asked[0]) > 0:
        last = ordered.index(asked[0])
        return {"a": [numbers[ordered[last - 1]]], "b": [numbers[ordered[last]]]}
    if len(set(asked)) == 2:
        first, end = sorted(set(asked), key=ordered.index)
        return {"a": [numbers[first]], "b": [numbers[end]]}
    return {"a": [numbers[ordered[0]]], "b": [numbers[ordered[-1]]]} if not asked else None


_IS = (
    "",
    "es",
    "fue",
    "era",
    "igual a",
    "de",
    "el indice es",
    "el indice fue",
    "el ipc fue",
    "el ipc era",
    "vale",
    "valia",
)


def _place_many(reading: Reading) -> Places | None:
    story = Story(reading)
    rates = list(story.rates)
    if found := _bare_rates(story):
        rates = found
    if len(rates) < 2 or [place for place in story.amounts if place not in rates]:
        return None
    times = [
        place for place in story.times if story.quantities[place].unit in ("mes", "trimestre", "bimestre", "semestre")
    ]
    counts = [place for place in story.counts if place not in rates]
    if len(times) > 1 or any(story.value(place) != len(rates) for place in counts):
        return None
    return {"p": rates} | ({"n": times} if times and story.quantities[times[0]].unit == "mes" else {})


_MONTH = (
    rf"(?:{MONTH_NAMES}|(?:primer|segundo|tercer|este |del )? ?mes(?: pasado| anterior)?)(?: (?:fue|de|es|un|con|tuvo"
    r"|dio|hubo))*"
)


def _bare_rates(story: Story) -> list[int]:
    """Return numbers without a sign that follow the names of months: «enero 20,6, febrero 13,2»."""
    plain = [place for place, one in enumerate(story.quantities) if one.mark in "%#" and abs(one.value) < 100]
    return (
        plain
        if len(plain) == len(story.quantities) > 1
        and all(story.leads(place, _MONTH) or story.follows(place, rf"(?:en |de )?{_MONTH}") for place in plain)
        else []
    )


_NOT_INDEX = (
    r"\$\d|\bpbi\b|\bpib\b|salari|sueldo|monto|hoy serian|gini|\breal(?:es)?\b|deflact(?!or)|laspeyres"
    r"|paasche|canasta|kilo|cantidad|herfindahl|\bhhi\b|confianza"
    r"|desarrollo|ganancia|terminos del|tipo de cambio|cambio de base|con base(?! (?:en )?#\d+ (?:en|igual|,))"
    r"|nueva base|exportac|importac"
    r"|acciones|bolsa|merval|rentabilidad"
)
_NOT_MANY = (
    r"ofrec\w+|me (?:dan|dieron|aument\w+)|nos (?:dan|dieron|aument\w+)|%\d+ de aumento|"
    r"y la (?:del mes(?! pasado| anterior)|mensual|interanual|anual)|interanual|sueldo|salari"
    r"|tasa (?:de interes|real|nominal)"
    r"|nominal|\breal(?:es)?\b|plazo|aumento de|\bgan[oóe]\b|rinde|rendi|puntos|falta|cerrar|meta"
    r"|pesan?\b|pondera|canasta|poder|empat|dolar|devalu|pbi|\bpib\b|desemple"
    r"|segundo semestre(?!(?: [a-z]+){0,4} %)|llevamos"
    r"|interes|tipo de cambio|paritaria|bajo (?:de|del) [%#]|paso (?:de|del) [%#]"
    r"|primer semestre(?!.*segundo semestre(?: [a-z]+){0,4} %)|acumula\w* [%#]\d+ (?:de inflacion )?(?:y"
    r"|en el ano y)|ventas|expectativ|esperad"
    r"|esperaba|proyec|ahorrista|cobra\b|gana\b"
)

CALCULATORS = (
    Calculator(
        id="inflacion_indices",
        name="la inflación entre dos índices",
        area=AREA,
        formula="π = (I₁/I₀ − 1) × 100",
        inputs=(
            Input("a", "el índice inicial", Kind.NUMBER, optional=True, above=0),
            Input("b", "el índice final", Kind.NUMBER, optional=True, above=0),
            Input("d", "los puntos", Kind.NUMBER, optional=True, above=0),
        ),
        keys="ipc indice inflacion deflactor precios",
        names=(
            r"\b(?:(?:ipc|inpc|indices?(?: general)? de (?:los )?precios|nivel (?:general )?de precios"
            r"|indices?)\b(?=.*(?:(?:in|de)flaci|cuanto (?:\w+ ){0,3}?"
            r"(?:aument|sub|vari|crec|encarec)|variacion|tasa de|variaron|que porcentaje))|(?:inflaci\w+"
            r"|cuanto (?:\w+ ){0,2}?(?:subieron|aumentaron|variaron)"
            r" los precios)(?=.*(?:indice|\bipc|inpc)))"
        ),
        when=(
            r"\bipc\b|\bindice|nivel (?:general )?de precios|deflactor",
            r"inflacion|vari|subi|aument|cuant|suba|cambi",
        ),
        unless=_NOT_INDEX,
        wordings=(),
        work=_from_indices,
        place=_place_indices,
    ),
    Calculator(
        id="inflacion_acumulada",
        name="la inflación acumulada",
        area=AREA,
        formula="Π(1 + πᵢ) − 1",
        inputs=(
            Input("p", "la inflación de cada período", Kind.RATE, many=True, above=-100),
            Input("n", "la cantidad de períodos", Kind.TIME, optional=True),
        ),
        keys="inflacion precios ipc acumulada acumulado acumulo",
        names=(
            r"\b(?:inflaci\w+|precios|ipc|inpc)\b(?=.*(?:acumul|en total|total\b|juntos|en conjunto|(?:tri|bi"
            r"|se|cuatri)mest"
            r"|cuanto|anual\b|interanual"
            r"|en el ano|en los))|(?:acumul\w+|cuanto|total)\b(?=.*(?:inflaci|precios|ipc))|(?:enero|febrero"
            r"|marzo|abril|mayo|junio|julio|agosto|octubre)\b(?=.*acumul)"
            r"|(?:semestre|trimestre|cuatrimestre)\b(?=.*%.*%)(?=.*inflaci)"
        ),
        when=(r"inflacion|precios|\bipc\b", r"acumul|en total|\btotal\b|trimestre|bimestre|semestre|cuatrimestre"),
        unless=_NOT_MANY,
        wordings=(),
        work=_accumulated,
        asks=False,
        place=_place_many,
    ),
    Calculator(
        id="interanual_desde_meses",
        name="la inflación interanual",
        area=AREA,
        formula="Π(1 + πᵢ) − 1, con 12 meses",
        inputs=(
            Input("p", "la inflación de cada uno de los 12 meses", Kind.RATE, many=True, above=-100),
            Input("n", "la cantidad de meses", Kind.TIME, optional=True),
        ),
        keys="interanual inflacion ipc",
        names=r"\binteranual\b",
        when=(r"interanual|anual", r"inflacion|ipc|variaci|mensual|meses"),
        unless=r"sueldo|salari|tasa|nominal|real\b|puntos",
        wordings=(),
        also="mensuales meses variaciones",
        work=_twelve_months,
        asks=False,
    ),
)
