"""Aumentos que no se acumulan: cada uno se calcula sobre el mismo sueldo, el de la base."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Precios e inflación"

_PAY = r"(?:sueldo|salario|basico|haber|haberes|base)s?"
_MONTH = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|base|inicio|partida)"
)
_IN_MONTH = rf"(?:en|de|para|a partir de) (?!base|inicio|partida){_MONTH}"
_ON_BASE = (
    r"no (?:es |son |se |fueron |sea )?acumul\w+|sin acumul\w+|no compuest\w+|sumad\w+ (?:simple|directa)\w*"
    r"|(?:todos|ambos|tramos|calculad\w+|los (?:dos|tres|cuatro)|cada uno|siempre|aplican?)(?: \w+){0,3}?"
    rf" (?:sobre|con base en)(?: el| los| la)?(?: mismo)?(?: {_PAY})*"
    rf"|sobre (?:el|la|los) (?:mism[oa]s?|{_PAY})(?: \w+){{0,2}} (?:de [a-z]+|inicial|original)"
    rf"|sobre (?:el|los) (?:{_PAY} )?(?:de |del mes de ){_MONTH}"
)


def _place(reading: Reading) -> Places | None:
    story = Story(reading)
    rates = list(story.rates)
    amounts = [place for place in story.amounts if place not in rates]
    if len(rates) < 2 or len(amounts) > 1 or story.times:
        return None
    if any(story.value(place) not in (1, len(rates)) for place in story.counts):
        return None
    return {"p": rates} | ({"v": amounts} if amounts else {})


def _raise(g: Given) -> Solution:
    rates = g.rates("p")
    total = sum(rates)
    sums = " + ".join(number(100 * one) for one in rates)
    compounded = 100 * prices.compounded(rates)
    meaning = (
        f"Todos se calculan sobre el mismo sueldo, por eso se suman; si se acumularan serían {percent(compounded)}."
    )
    if "v" not in g:
        return Solution(
            100 * total, f"En total es {percent(100 * total)}.", f"{sums} = {percent(100 * total)}", meaning
        )
    back = rx.search(r"\b(?:antes|original|inicial|cobraba|ganaba|era)\b", asked_in(g.text)) is not None
    value = g["v"] / (1 + total) if back else g["v"] * (1 + total)
    sign = "/" if back else "×"
    extra = rx.search(r"de mas\b|aumento en pesos|diferencia|cuanto (?:mas|aumenta)\b", asked_in(g.text)) is not None
    return Solution(
        g["v"] * total if extra and not back else value,
        f"{'Antes era' if back else 'Queda en'} {g.money(value)}: un aumento total de {percent(100 * total)}"
        f" ({g.money(abs(value - g['v']))}).",
        f"{number(g['v'])} {sign} (1 + {sums} %) = {number(value, money=True)}",
        meaning,
    )


def _chained(g: Given) -> Solution:
    rates = g.rates("p")
    total = prices.compounded(rates)
    factors = " × ".join(f"(1 + {number(100 * one)} %)" for one in rates)
    back = rx.search(r"\b(?:antes|original|inicial|cobraba|ganaba|era)\b", asked_in(g.text)) is not None
    value = g["v"] / (1 + total) if back else g["v"] * (1 + total)
    return Solution(
        value,
        f"{'Antes era' if back else 'Queda en'} {g.money(value)}: un aumento total de {percent(100 * total)}.",
        f"{number(g['v'])} {'/ [' + factors + ']' if back else '× ' + factors} = {number(value, money=True)}",
        f"Cada tramo se calcula sobre lo que dejó el anterior; sumados darían {percent(100 * sum(rates))}.",
    )


def _place_chained(reading: Reading) -> Places | None:
    places = _place(reading)
    return places if places and "v" in places else None


CALCULATORS = (
    Calculator(
        id="aumentos_acumulativos",
        name="el sueldo después de aumentos que se acumulan",
        area=AREA,
        formula="sueldo × Π(1 + aᵢ)",
        inputs=(
            Input("p", "cada aumento", Kind.RATE, many=True, above=-100),
            Input("v", "el sueldo", Kind.AMOUNT, above=0),
        ),
        keys="acumulativos",
        names=(
            r"^(?=.*(?:acumulativ|tramos|etapas|sucesiv|escalonad|en (?:dos|tres|cuatro) (?:veces|partes)))"
            r"(?=.*(?:aument|paritari|sub[eio]|increment|ajust))"
            r"(?=.*(?:sueldo|salari|basico|haber|jubilac|minimo|gan[aoe]|cobr)).*"
            r"|^(?=.*paritari)(?=.*%.*%)(?=.*(?:sueldo|salari|basico|gan[oa]|cobr)).*"
            rf"|^(?=.*(?:gremio|paritari|sindicato|acuerdo|aument|dieron|dan|sub[eio]))(?=.*%\d+ (?:\w+ )?{_IN_MONTH}"
            rf".*%\d+ (?:\w+ )?{_IN_MONTH})(?=.*(?:gremio|paritari|sindicato|acuerdo)|(?!.*cuant)).*"
        ),
        when=(),
        unless=rf"{_ON_BASE}|descuent|rebaj|inflaci|interes|aportes|retenc|\biva\b|poder|impuest|alicuota|precios|canasta|real",
        wordings=(),
        work=_chained,
        asks=False,
        place=_place_chained,
    ),
    Calculator(
        id="aumentos_no_acumulativos",
        name="los aumentos que no se acumulan",
        area=AREA,
        formula="sueldo × (1 + a₁ + a₂ + …)",
        inputs=(
            Input("p", "cada aumento", Kind.RATE, many=True, above=-100),
            Input("v", "el sueldo de base", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="acumulativos acumulativo acumulables",
        names=rf"^(?=.*(?:{_ON_BASE}))(?=.*(?:aument|paritari|sub|increment|tramo|sueldo|salari|basico|%.*%)).*",
        when=(),
        unless=r"descuent|rebaj|inflaci|interes|jubilacion %|aportes|retenc|\biva\b|off\b|poder",
        wordings=(),
        work=_raise,
        asks=False,
        place=_place,
    ),
)
