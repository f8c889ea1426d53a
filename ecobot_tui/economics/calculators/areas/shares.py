"""Porcentajes: la parte de un total, qué porcentaje es una parte, y el total del que se conoce una parte."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Compras y descuentos"


def _plain(story: Story) -> list[int] | None:
    """Return all numbers that are no rates; None where one is a time."""
    if any(one.mark == "@" and one.value != 1 for one in story.quantities):
        return None
    rest = [place for place, one in enumerate(story.quantities) if one.mark in "$#" and place not in story.rates]
    return [place for place in rest if place not in story.years]


def _place_part(reading: Reading) -> Places | None:
    story = Story(reading)
    rest = _plain(story)
    rates = list(story.rates)
    if len(rates) == 2 and story.value(rates[1]) == 100:
        # «Si 18.000 es el 24 %, ¿cuál es el 100 %?»
        rates = rates[:1]
    if rest is None or len(rest) != 1 or len(rates) != 1:
        return None
    return {"r": rates, "t": rest}


def _part(g: Given) -> Solution:
    part = g["t"] * g.rate("r")
    return Solution(
        part,
        f"El {g.shown('r')} % de {g.money(g['t']) if g.quantity('t').number.currency else g.shown('t')} es"
        f" {g.money(part) if g.quantity('t').number.currency else number(part)}.",
        g.fill(f"{{t}} × {{r}} / 100 = {number(part)}"),
        f"Por cada 100 son {g.shown('r')}; el resto es {number(g['t'] - part)}.",
    )


_TOTAL = (
    r"de (?:los |las |mis |un total de |un |una |el |la )?|total(?: de)? |gan[oa]\w* |cobr\w+ |ingres\w+ (?:de "
    r"|son |es )?|sobre (?:un |una |el |los )?(?:\w+ )?(?:total )?(?:de )?|factur\w+ |sueldo (?:de |es )?"
)


def _place_share(reading: Reading) -> Places | None:
    story = Story(reading)
    rest = _plain(story)
    if rest is None or len(rest) != 2 or story.rates:
        return None
    first, last = rest
    if story.leads(first, r"(?:porcentaje|por ?ciento|proporcion|parte|fraccion) de(?:l)?(?: \w+){0,5}"):
        return {"x": [last], "t": [first]}
    if story.says(
        r"[$#]\d+ (?:\w+ ){0,3}?(?:de|del|sobre) (?:los |las |un total de |un |una )?[$#]\d"
    ) and story.follows(first, r"(?:\w+ ){0,3}?(?:de|del|sobre)\b"):
        return {"x": [first], "t": [last]}
    if story.leads(first, r"(?:es|son|representan?|representa el) (?:unos )?") or story.follows(
        last, r"(?:es|son) el total"
    ):
        return {"x": [first], "t": [last]}
    smaller, larger = (first, last) if story.value(first) <= story.value(last) else (last, first)
    return {"x": [smaller], "t": [larger]}


def _share(g: Given) -> Solution:
    if not g["t"]:
        raise CalculationError("No se puede calcular un porcentaje de 0: sería dividir por cero.")
    rate = 100 * g["x"] / g["t"]
    return Solution(
        rate,
        f"{g.shown('x')} es el {percent(rate)} de {g.shown('t')}.",
        g.fill(f"{{x}} / {{t}} × 100 = {percent(rate)}"),
        f"De cada 100 partes del total, son {number(rate)}.",
    )


def _total(g: Given) -> Solution:
    if not g["r"]:
        raise CalculationError("Si la parte es 0 % no se puede saber el total.")
    total = 100 * g["t"] / g["r"]
    return Solution(
        total,
        f"El total es {g.money(total) if g.quantity('t').number.currency else number(total)}:"
        f" {g.shown('t')} es el {g.shown('r')} % de él.",
        g.fill(f"{{t}} / {{r}} × 100 = {number(total)}"),
        f"Cada 1 % del total son {number(total / 100)}.",
    )


_NOT_PLAIN = (
    r"rebaj|propina|contribucion|patronal|aguinaldo|anual|mensual|interes|inflacion|aument|\bsub|baj[oaó]|descuent"
    r"|recarg|tasa|elastic|demanda|margen|markup|desemple|desocup"
    r"|\bpbi\b|\bpib\b|crec|cay|variaci|poblacion|\bpea\b|encaje|bono|accion|reserva|deuda|exporta|importa"
    r"|gini|ingreso nacional"
    r"|emple[ao]|activa|deficit|gasto publico|presion|comision|aporte|iva\b|multiplic|ahorr|pmc|cuota"
    r"|prestamo|costo|benefici"
    r"|participacion|cuotas? de mercado|mercado|indice|\bipc\b|salario real|quint|decil|puntos|elevad|raiz"
    r"|por [#$]\d|mas [#$]\d"
)

CALCULATORS = (
    Calculator(
        id="porcentaje_de",
        name="la parte de un total",
        area=AREA,
        formula="parte = total × p / 100",
        inputs=(Input("r", "el porcentaje", Kind.RATE), Input("t", "el total", Kind.AMOUNT)),
        keys="porcentaje",
        names=(
            r"%\d+ (?:de|del|sobre|de los|de las|de mi|de un|de una|de mis)(?: \w+){0,5}? [$#]\d"
            r"|ingresos brutos(?=.*factur)|%\d+ (?:en|para|al?) (?:\w+ ){1,3}(?:de|sobre) (?:un |su |mi "
            r"|el )?(?:ingreso|sueldo"
            r"|presupuesto|salario)"
            r"|(?:gast\w+|destin\w+|ahorr\w+|guard\w+|separ\w+|apart\w+|invert\w+) (?:el |un )?%\d+ (?:de|del)\b"
        ),
        when=(),
        unless=_NOT_PLAIN.replace("|ahorr", "")
        .replace("|ingreso nacional", "")
        .replace(r"|costo|benefici", "")
        .replace("|aporte", "")
        + r"|^(?!.*cuant).*por (?:mes|ano)"
        + r"|cual es (?:el )?total|que numero|\ben #\d",
        wordings=(),
        work=_part,
        asks=False,
        place=_place_part,
    ),
    Calculator(
        id="que_porcentaje",
        name="el porcentaje que es una parte",
        area=AREA,
        formula="p = parte / total × 100",
        inputs=(Input("x", "la parte", Kind.AMOUNT), Input("t", "el total", Kind.AMOUNT)),
        keys="porcentaje representa proporcion",
        names=(
            r"\b(?:que (?:porcentaje|por ?ciento|proporcion|parte)(?! (?:me (?:descont|descuent|hicieron"
            r"|rebaj|aument|dieron)|de (?:aumento|descuento|recargo|suba|baja|variacion)|aument\w+|sub\w+"
            r"|baj\w+"
            r"|vari\w+|cay\w+|crec\w+))|cuanto (?:me )?representan?|representan?\b|en porcentaje"
            r"|cuanto por ?ciento|cual es el porcentaje)"
        ),
        when=(),
        unless=_NOT_PLAIN.replace("|emple[ao]", "")
        .replace("|ahorr", "")
        .replace("|cuota|", "|cuotas|")
        .replace("|costo", "")
        + r"|descont|\bpaso de|\bera\b|antes",
        wordings=(),
        work=_share,
        asks=False,
        place=_place_share,
    ),
    Calculator(
        id="total_desde_una_parte",
        name="el total",
        area=AREA,
        formula="total = parte / p × 100",
        inputs=(Input("r", "el porcentaje", Kind.RATE), Input("t", "la parte", Kind.AMOUNT)),
        keys="porcentaje total",
        names=(
            r"(?<!\w)(?:que numero|de que (?:numero|monto|total|cantidad)|cual es el (?:total|100)"
            r"|cuanto es el (?:total|100)|de cuanto es el total|cual (?:es|seria) el %\d+(?! (?:del?|sobre)\b)"
            r"|[$#]\d+ (?:\w+ ){0,3}?(?:es|son|representan?|equivalen? a) (?:el |un )?%\d+(?=.*(?:cuanto|cual|total))"
            r"|%\d+ (?:\w+ ){0,6}?(?:es|son|equivale a|equivalen a|representa) [$#]\d+(?=.*(?:cuanto|cual|total)))"
        ),
        when=(),
        unless=_NOT_PLAIN.replace("|emple[ao]", "").replace("|ahorr", "").replace("|costo", "")
        + r"|descont|me quedan?\b",
        wordings=(),
        work=_total,
        asks=False,
        place=_place_part,
    ),
)
