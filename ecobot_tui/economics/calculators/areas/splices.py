"""Índices que siguen: empalme de dos series, arrastre estadístico, y el índice que deja una inflación."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Precios e inflación"
_MOST_TIMES = 1_200

_OLD_SERIES = r"viej[oa]|anterior|antigu[oa]|primera|original|discontinu\w+|termin\w+|vieja"
_NEW_SERIES = r"nuev[oa]|actual|segunda|empieza|arranca|reemplaz\w+|comienza"


def _plain(reading: Reading) -> list[int]:
    """Return the places of the numbers that may be indices."""
    return [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark in "#$"
        and not (
            one.value in range(1_900, 2_101) and reading.question[one.number.start : one.number.end].strip().isdigit()
        )
    ]


def _place_splice(reading: Reading) -> Places | None:
    """Tell the old series' last value, the new one's first, and the one that is to be carried over."""
    story = Story(reading)
    plain = [place for place in _plain(reading) if not reading.quantities[place].spelled]
    if story.rates or len(plain) not in (2, 3):
        return None
    sides = ["" for _ in plain]
    last = ""
    for turn, place in enumerate(plain):
        words = story.before(place)
        found = [(one.end(), "o") for one in rx.finditer(rf"\b(?:{_OLD_SERIES})\b", words)]
        found += [(one.end(), "n") for one in rx.finditer(rf"\b(?:{_NEW_SERIES})\b", words)]
        last = max(found)[1] if found else last
        sides[turn] = last
    old = [place for place, side in zip(plain, sides, strict=True) if side == "o"]
    new = [place for place, side in zip(plain, sides, strict=True) if side == "n"]
    if len(plain) == 2:
        # The new series starts at 100, which the question says as its base.
        return {"o": old, "y": new} if len(old) == len(new) == 1 else None
    if len(old) == 1 and len(new) == 2:
        start, end = new
        # «La nueva marca 150 hoy, y 100 en el empalme»: the start is where both series meet.
        if story.value(end) == 100 and story.value(start) != 100:
            start, end = end, start
        return {"o": old, "x": [start], "y": [end]}
    if len(old) == 2 and len(new) == 1:
        # The last value of the old series is the joint; the other one is carried over to the new series.
        return {"z": old[:1], "o": old[1:], "x": new}
    return None


def _splice(g: Given) -> Solution:
    start = g.get("x", 100.0)
    if "z" in g:
        value = g["z"] * start / g["o"]
        shown = f"{number(g['z'])} × {number(start)} / {number(g['o'])}"
        result = f"Expresado en la serie nueva es {number(value)}."
    else:
        value = g["o"] * g["y"] / start
        shown = f"{number(g['o'])} × {number(g['y'])} / {number(start)}"
        result = f"Expresado en la serie vieja es {number(value)}."
    return Solution(
        value,
        result,
        f"{shown} = {number(value)}",
        f"Las dos series se unen en el período que comparten: coeficiente de empalme {number(g['o'] / start)}; las"
        " variaciones no cambian.",
        () if "x" in g else ("la serie nueva vale 100 en el período que comparten",),
    )


def _place_carry(reading: Reading) -> Places | None:
    story = Story(reading)
    plain = _plain(reading)
    if story.rates or len(plain) != 2:
        return None
    mean = story.nearest(plain, r"promedio|media\b|medio\b|anual", 30)
    named = [place for place in plain if story.leads(place, r"(?:promedio|media)(?: \w+){0,6}")]
    if len(named) == 1:
        mean = named[0]
    if mean is None:
        return None
    return {"m": [mean], "u": [place for place in plain if place != mean]}


def _carry(g: Given) -> Solution:
    rate = 100 * prices.change(g["m"], g["u"])
    return Solution(
        rate,
        f"El arrastre estadístico es {percent(rate)}.",
        f"{number(g['u'])} / {number(g['m'])} − 1 = {percent(rate)}",
        f"Aunque no variara nada en todo el año que viene, su promedio quedaría {percent(abs(rate))}"
        f" {'arriba' if rate >= 0 else 'abajo'} del promedio de este.",
        ("el índice queda todo el año siguiente en el nivel del último dato",),
    )


_INDEX = r"(?:ipc|inpc|indice|nivel(?: general)?|deflactor)(?: [a-z]+){0,5}?"


def _place_next(reading: Reading) -> Places | None:
    """One index and the rates that carry it on, or back."""
    story = Story(reading)
    plain = [place for place in _plain(reading) if place not in story.counts]
    if len(plain) != 1 or not story.rates or len(story.times) > 1:
        return None
    times = [place for place in story.times if story.value(place) != 1]
    if times and len(story.rates) != 1:
        return None
    return {"i": plain, "p": list(story.rates)} | ({"n": times} if times else {})


def _next(g: Given) -> Solution:
    rates = g.rates("p")
    falls = rx.search(r"deflacion|(?:baj|cay|ca[ei])\w*(?: \w+){0,2} %", g.text) is not None
    rates = [-one for one in rates] if falls else rates
    factor = 1 + prices.compounded(rates)
    shown = " × ".join(f"(1 + {number(100 * one)} %)" for one in rates).replace("+ -", "− ")
    if "n" in g:
        count = g.quantity("n").months / g.months_per_period("p", "mes")
        if not 0 < count <= _MOST_TIMES:
            raise CalculationError(f"No calculo más de {_MOST_TIMES} períodos: revisá el plazo.")
        factor, shown = 1 + prices.converted(rates[0], count), f"{shown}^{number(count)}"
    asked = asked_in(g.text) or g.text
    back = rx.search(
        r"\bantes|anterior|previo|inicial|principio|comienzo|pasado|\bera\b|estaba|valia|habia|inicio|partida", asked
    )
    value = g["i"] / factor if back else g["i"] * factor
    return Solution(
        value,
        f"El índice {'era' if back else 'queda en'} {number(value)}.",
        f"{number(g['i'])} {'/ [' + shown + ']' if back else '× ' + shown} = {number(value)}",
        "La inflación es el cambio del índice: se lo multiplica por 1 más la tasa, o se lo divide para volver atrás.",
    )


def _place_deflators(reading: Reading) -> Places | None:
    """Take the nominal and the real product of two years: each pair is a deflator."""
    story = Story(reading)
    plain = [place for place in _plain(reading) if not reading.quantities[place].spelled]
    if story.rates or len(plain) != 4:
        return None
    sides = story.sides(plain, {"n": r"nominal\w*|corrientes?", "r": r"real(?:es)?\b|constantes?"})
    if sides is None or any(len(sides.get(symbol, ())) != 2 for symbol in "nr"):
        return None
    return {"n": sides["n"], "r": sides["r"]}


def _deflators(g: Given) -> Solution:
    (first, last), (base, end) = g.all("n"), g.all("r")
    old, new = 100 * first / base, 100 * last / end
    rate = 100 * prices.change(old, new)
    return Solution(
        rate,
        f"La inflación según el deflactor es {percent(rate)}: pasó de {number(old)} a {number(new)}.",
        f"({number(last)} / {number(end)}) / ({number(first)} / {number(base)}) − 1 = {percent(rate)}",
        f"El producto real cambió {percent(100 * prices.change(base, end))} y el nominal"
        f" {percent(100 * prices.change(first, last))}; lo que los separa son los precios.",
    )


CALCULATORS = (
    Calculator(
        id="inflacion_entre_deflactores",
        name="la inflación por el deflactor de dos años",
        area=AREA,
        formula="(N₁ / R₁) / (N₀ / R₀) − 1",
        inputs=(
            Input("n", "el producto nominal de cada año", Kind.AMOUNT, many=True, above=0),
            Input("r", "el producto real de cada año", Kind.AMOUNT, many=True, above=0),
        ),
        keys="deflactor inflacion",
        names=(
            r"^(?=.*(?:nominal|corrientes))(?=.*(?:\breal|constantes))(?=.*(?:inflaci|deflactor|subieron los precios"
            r"|aument\w+ (?:de )?(?:los )?precios|precios)).*"
        ),
        when=(),
        unless=r"sueldo|salari|tasa (?:nominal|real|de interes)|tipo de cambio|dinero",
        wordings=(),
        work=_deflators,
        asks=False,
        place=_place_deflators,
    ),
    Calculator(
        id="empalme_de_series",
        name="el empalme de dos series",
        area=AREA,
        formula="valor = último de la serie vieja × serie nueva / su valor en el empalme",
        inputs=(
            Input("o", "el valor de la serie vieja en el empalme", Kind.AMOUNT, above=0),
            Input("x", "el valor de la serie nueva en el empalme", Kind.AMOUNT, optional=True, above=0),
            Input("y", "el valor de la serie nueva", Kind.AMOUNT, optional=True, above=0),
            Input("z", "el valor de la serie vieja", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="empalme",
        names=r"^(?=.*(?:empalm|enlaz|encaden|\bunir|\bserie|\bindice))(?=.*(?:viej|anterior|antigu))(?=.*nuev).*",
        when=(),
        unless=r"inflacion fue|sueldo|salari|\bcuotas",
        wordings=(),
        work=_splice,
        asks=False,
        place=_place_splice,
    ),
    Calculator(
        id="arrastre_estadistico",
        name="el arrastre estadístico",
        area=AREA,
        formula="arrastre = último dato / promedio del año − 1",
        inputs=(
            Input("u", "el último dato del año", Kind.AMOUNT, above=0),
            Input("m", "el promedio del año", Kind.AMOUNT, above=0),
        ),
        keys="arrastre",
        names=r"^(?=.*arrastr).*",
        when=(),
        unless="quebranto|impuest",
        wordings=(),
        work=_carry,
        asks=False,
        place=_place_carry,
    ),
    Calculator(
        id="indice_con_inflacion",
        name="el índice después de una inflación",
        area=AREA,
        formula="I₁ = I₀ × (1 + π)",
        inputs=(
            Input("i", "el índice", Kind.AMOUNT, above=0),
            Input("p", "la inflación", Kind.RATE, many=True, above=-100),
            Input("n", "el plazo", Kind.TIME, optional=True, above=0),
        ),
        keys="indice ipc inflacion",
        names=(
            rf"^(?=.*(?:{_INDEX} [$#]\d|#\d+ (?:puntos )?(?:el |del? )?(?:ipc|indice)))"
            r"(?=.*(?:inflaci|precios|variaci|sub|aument|crec|vari[oa]|%))"
            r"(?=.*(?:cuant|cual|valdr|calcul|hall|que (?:valor|nivel|indice))).*"
        ),
        when=(),
        unless=(
            r"sueldo|salari|\$\d|alquiler|gini|confianza|tasa (?:de interes|nominal|real)|pbi|\bpib\b|acciones|bolsa"
            r"|merval|pesos|pesa\b|pondera|precio de|costaba|desarrollo|monto|deflact(?!or)|cambio real|miseria"
        ),
        wordings=(),
        work=_next,
        asks=False,
        place=_place_next,
    ),
)
