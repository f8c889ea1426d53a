"""Macroeconomía: lo que se mueve despacio: la deuda sobre el PBI, el modelo de Solow y el crecimiento encadenado."""

import math
import re
from itertools import pairwise

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, percent
from ecobot_tui.economics.calculators.identities import Assumed, Magnitude, System, calculator, rule
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Macroeconomía"
_GDP = r"(?:pbi|pib|producto|economia)"


def _balanced(text: str, known: frozenset[str]) -> Assumed:
    """Take the primary balance, and then the growth, for nothing where a question does not speak of them."""
    assumed: list[tuple[str, float, str]] = []
    if not known & {"p", "dp", "e"} and not rx.search(r"estabili[cz]|constante|(?:no suba|no crezca|mantener)", text):
        assumed.append(("p", 0.0, "resultado primario equilibrado"))
    if "g" not in known and "r" in known:
        assumed.append(("g", 0.0, "el producto no crece"))
    return tuple(assumed)


def _shrinks(text: str, values: dict[str, float]) -> None:
    """Read «la economía cae 2 %» as −2 %."""
    if values.get("g", 0) > 0 and rx.search(rf"{_GDP}(?: [a-z]+){{0,3}}? (?:ca|contra|decre|retroc)\w+", text):
        values["g"] = -values["g"]


DEBT_PATH = System(
    id="dinamica_de_la_deuda",
    name="la deuda sobre el PBI del año que sigue",
    area=AREA,
    formula="d₁ = d₀ (1 + r) / (1 + g) − superávit primario",
    magnitudes=(
        Magnitude(
            "d",
            "d₀",
            "la deuda inicial",
            rf"deudas?(?: (?:publica|inicial|actual|sobre|{_GDP}|de|del|que|era|equivale|es|representa|ratio|a|al"
            rf"|el|un|pais|gobierno|estado))*|relacion deuda(?: {_GDP})?|d0?(?= [%#])|debe",
            Kind.RATE,
            least=0,
        ),
        Magnitude(
            "r",
            "r",
            "la tasa de interés",
            r"(?:tasa|tipo)(?: (?:de|interes|real|promedio|media|que paga|sobre la deuda|implicita|nominal|la))*"
            r"|interes(?:es)?(?: (?:real|promedio))*|r(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "g",
            "g",
            "el crecimiento",
            rf"(?:tasa de )?crec\w+(?: (?:real|economico|del|de|la|el|{_GDP}))*|{_GDP}(?: (?:real|nominal))? (?:crec"
            rf"|aument|sub|ca[ey]|contra)\w+|g(?= [%#])|expan\w+",
            Kind.RATE,
            above=-100,
        ),
        Magnitude(
            "p",
            "superávit primario",
            "el superávit primario",
            r"(?:superavit|resultado|balance|saldo)(?: fiscal)?(?: primario)?|sp(?= [%#])",
            Kind.RATE,
        ),
        Magnitude("dp", "déficit primario", "el déficit primario", r"deficit(?: fiscal)?(?: primario)?", Kind.RATE),
        Magnitude(
            "e",
            "d₁",
            "la deuda del año que sigue",
            r"deuda(?: \w+){0,3} (?:siguiente|proximo|que viene|dentro de|final|nueva)|(?:llega|pasa|queda"
            r"|termina|estara"
            r"|va a)(?: (?:a|en|ser|quedar|llegar|estar|la))* (?:la )?deuda|nueva (?:deuda|relacion|razon|ratio)",
            Kind.RATE,
            meaning="La deuda sube cuando la tasa real supera al crecimiento, y baja con superávit primario.",
        ),
        Magnitude(
            "s",
            "superávit que la estabiliza",
            "el superávit primario que mantiene igual la deuda",
            r"(?:superavit|resultado|balance)(?: \w+){0,6}? (?:estabili\w+|mantener|mantiene|constante|no suba"
            r"|no crezca"
            r"|estable)|estabili[cz]\w+",
            Kind.RATE,
            meaning="Con ese superávit primario la deuda crece justo lo que crece el producto.",
        ),
    ),
    rules=(
        rule("p", "−{dp}", lambda dp: -dp),
        rule("s", "{d} × ({r} % − {g} %) / (1 + {g} %)", lambda d, r, g: d * (r - g) / (100 + g)),
        rule(
            "e",
            "{d} × (1 + {r} %) / (1 + {g} %) − {p}",
            lambda d, r, g, p: d * (100 + r) / (100 + g) - p,
        ),
    ),
    keys="deuda",
    names=rf"^(?=.*deuda)(?=.*(?:{_GDP}))(?=.*(?:\btasa|interes|\br [%#]))(?=.*(?:crec|primari|\bg [%#]|estabil)).*",
    unless=r"\$\d|cuota|plazo|prestamo",
    default="e",
    assumed=_balanced,
    adjust=_shrinks,
    aside=r"(?<![\d$%#@])#\d+ [rgi]\b",
)


def _plain(text: str, known: frozenset[str]) -> Assumed:
    """Take for nothing the growth that a question does not speak of, and a half for the exponent of a root."""
    assumed: list[tuple[str, float, str]] = []
    assumed += [(symbol, 0.0, "") for symbol in ("n", "x") if symbol not in known]
    if "a" not in known and rx.search(r"raiz|y k\b|sqrt", text):
        assumed.append(("a", 0.5, "y = √k"))
    return tuple(assumed)


def _shares(text: str, values: dict[str, float]) -> None:
    """Read 0,25 as 25 %, and an exponent of 33 % as 0,33."""
    for symbol in ("s", "d", "n", "x"):
        if 0 < abs(values.get(symbol, 0)) < 1 and rx.search(r"#\d", text) and not rx.search(r"%\d", text):
            values[symbol] *= 100
    if values.get("a", 0) > 1:
        values["a"] /= 100
    if values.get("s", 1) < 0 or sum(values.get(one, 0) for one in "dnx") <= 0:
        raise CalculationError(
            "El ahorro no puede ser negativo, y depreciación y crecimiento tienen que sumar más de 0."
        )
    if "e" not in values and not 0 < values.get("a", 0.5) < 1:
        raise CalculationError("El exponente del capital tiene que estar entre 0 y 1.")


SOLOW = System(
    id="solow",
    name="el estado estacionario de Solow",
    area=AREA,
    formula="k* = (s / (n + g + δ))^(1/(1 − α)); y* = k*^α",
    magnitudes=(
        Magnitude(
            "a",
            "α",
            "el exponente del capital",
            r"alfa|alpha|α|participacion del capital|exponente(?: del capital)?|y k|k(?= #)|elasticidad(?: \w+){0,3}",
            Kind.SHARE,
        ),
        Magnitude("e", "numerador", "el numerador", "numerador del exponente", Kind.NUMBER),
        Magnitude("b", "denominador", "el denominador", "denominador del exponente", Kind.NUMBER, above=0),
        Magnitude(
            "s", "s", "la tasa de ahorro", r"(?:tasa|propension)(?: de| a)? ahorr\w+|ahorr\w+|s(?= [%#])", Kind.RATE
        ),
        Magnitude(
            "d",
            "δ",
            "la depreciación",
            r"(?:tasa de )?depreciacion|desgaste|amortizacion|delta"
            r"|d(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "n",
            "n",
            "el crecimiento de la población",
            r"(?:tasa de )?crecimiento(?: de la)? (?:poblacion(?:al)?|demografico)|poblacion(?: crece)?|poblacional"
            r"|demografic\w+|n(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "x",
            "g",
            "el progreso técnico",
            r"(?:progreso|avance|cambio) (?:tecnico|tecnologico)|productividad|tecnologia|g(?= [%#])",
            Kind.RATE,
        ),
        Magnitude(
            "k",
            "k*",
            "el capital por trabajador",
            r"capital(?: \w+)? (?:por (?:trabajador|persona|habitante|unidad)|per ?capita|de estado)(?: \w+)?"
            r"|k externo"
            r"|capital",
            Kind.NUMBER,
            meaning="Con ese capital lo que se ahorra alcanza justo para reponerlo y equipar a los nuevos.",
        ),
        Magnitude(
            "y",
            "y*",
            "el producto por trabajador",
            r"(?:producto|produccion|ingreso|pbi|pib)(?: (?:por (?:trabajador|persona|habitante)|per ?capita))?"
            r"|y externo",
            Kind.NUMBER,
        ),
        Magnitude(
            "c",
            "c*",
            "el consumo por trabajador",
            r"consumo(?: (?:por (?:trabajador|persona)|per ?capita))?",
            Kind.NUMBER,
        ),
    ),
    rules=(
        rule("a", "{e} / {b}", lambda e, b: e / b),
        rule(
            "k",
            "({s} % / ({n} % + {x} % + {d} %))^(1 / (1 − {a}))",
            lambda s, n, x, d, a: (s / (n + x + d)) ** (1 / (1 - a)),
        ),
        rule("y", "{k}^{a}", lambda k, a: k**a),
        rule("c", "(1 − {s} %) × {y}", lambda s, y: (1 - s / 100) * y),
    ),
    keys="solow",
    names=r"solow.*|estado estacionario.*",
    unless=r"\$\d|@\d",
    default="k y c",
    assumed=_plain,
    adjust=_shares,
    assumptions=("función de producción y = k^α",),
)

_FRACTION = re.compile(r"\b(?:alfa|alpha|k|exponente|capital)(?: (?:de|del|es|igual|a|capital))* #(\d+) #(\d+)\b")


def _with_fraction(reading: Reading) -> dict[str, list[int]] | None:
    """Read «alfa = 1/3», two numbers, as one."""
    plain = calculator(SOLOW).place
    found = _FRACTION.search(reading.text)
    if plain is None or found is None:
        return None if plain is None else plain(reading)
    above, below = int(found[1]), int(found[2])
    first, second = reading.quantities[above].number, reading.quantities[below].number
    if reading.question[first.end : second.start].strip() != "/":
        return plain(reading)
    kept = [place for place in range(len(reading.quantities)) if place != below]
    # The share is one number to the words around it; which one it is, the rule says.
    shorter = msgspec.structs.replace(
        reading,
        text=reading.text.replace(found[0], found[0].rpartition(" ")[0] + " " * (len(found[2]) + 2), 1),
        quantities=tuple(
            msgspec.structs.replace(reading.quantities[place], value=0.5)
            if place == above
            else reading.quantities[place]
            for place in kept
        ),
        slots=tuple(reading.slots[place] for place in kept),
    )
    places = plain(shorter)
    if places is None or places.get("a") != [kept.index(above)]:
        return None
    rest = {symbol: [kept[one] for one in found] for symbol, found in places.items() if symbol != "a"}
    return {**rest, "e": [above], "b": [below]}


_UP = r"crec|rebot|subi|mejor|trep|salt|sub|aument|expan|avanz|repunt|recuper|gan"
_DOWN = r"ca[eiy]|baj|contra|retroc|disminu|decrec|reduj|reduc|perd|desplom|achic"
_SAME_MOVE = re.compile(
    r"(?: (?:,|y|e|un|una|el|la|los|en|de|del|por|al|otr[oa]|luego|despues|anos?|mes|trimestre|semestre"
    r"|siguiente|primer[oa]?"
    r"|segund[oa]|tercer[oa]?|cuart[oa]|ultim[oa]|proximo|que|viene|[#@]\d+|finalmente|mas|ese|este|posterior))* "
)
_MOVES = rf"\b(?:(?P<up>(?:{_UP})\w*)|(?P<down>(?:{_DOWN})\w*))\b"


def _moves(reading: Reading) -> dict[str, list[int]] | None:
    """Take the rates of several years in a row; a verb counts until the next one."""
    rates = [place for place, one in enumerate(reading.quantities) if one.mark == "%"]
    rest = [one for place, one in enumerate(reading.quantities) if place not in rates]
    if len(rates) < 2 or not all(
        one.mark == "@" or (one.mark == "#" and (1900 <= one.value <= 2100 or one.value == len(rates))) for one in rest
    ):
        return None
    gaps = [reading.text[reading.slots[one][1] : reading.slots[two][0]] for one, two in pairwise(rates)]
    # A movement that is not known must not pass for the one before it.
    if not all(rx.search(_MOVES, gap) or _SAME_MOVE.fullmatch(gap) for gap in gaps):
        return None
    verbs = [found.start() for found in rx.finditer(_MOVES, reading.text)]
    signed = any(reading.quantities[place].value < 0 for place in rates)
    return {"r": rates} if signed or (verbs and verbs[0] < reading.slots[rates[1]][0]) else None


def _signs(g: Given) -> list[float]:
    """Return the rates with the sign of the verb or the noun before each, as shares."""
    rates = g.rates("r")
    slots = [found.span() for found in rx.finditer(r"%\d+", g.text)]
    verbs = list(rx.finditer(_MOVES, g.text))
    signed: list[float] = []
    for rate, (start, _) in zip(rates, slots, strict=True):
        before = [one for one in verbs if one.start() < start]
        signed.append(-rate if before and before[-1]["down"] and rate > 0 else rate)
    return signed


def _chained(g: Given) -> Solution:
    rates = _signs(g)
    total = math.prod(1 + one for one in rates)
    if total <= 0:
        raise CalculationError("Una caída no puede ser de 100 % o más.")
    value, average = 100 * (total - 1), 100 * (total ** (1 / len(rates)) - 1)
    on_average = rx.search(r"promedi|por ano\b|anualizad|tasa media|media anual", g.text) is not None
    terms = " × ".join(f"(1 {'−' if one < 0 else '+'} {percent(100 * abs(one))})" for one in rates)
    said = f"{'creció' if value > 0 else 'cayó' if value < 0 else 'no varió:'} {percent(abs(value))}"
    return Solution(
        average if on_average else value,
        f"En total {said} (variación {percent(value)}); el promedio por período es {percent(average)}.",
        f"{terms} − 1 = {percent(value)}",
        f"Cada tasa se aplica sobre lo que dejó la anterior: sumarlas daría {percent(100 * math.fsum(rates))}.",
    )


CALCULATORS = (
    calculator(DEBT_PATH),
    msgspec.structs.replace(calculator(SOLOW), place=_with_fraction),
    Calculator(
        id="crecimiento_encadenado",
        name="el crecimiento acumulado",
        area=AREA,
        formula="(1 + g₁)(1 + g₂)… − 1",
        inputs=(Input("r", "el crecimiento de cada período", Kind.RATE, many=True, above=-100),),
        keys="pbi pib economia producto produccion actividad",
        names=(
            r"^(?=.*(?:economia|\bpais\b|\bpbi\b|\bpib\b|producto|produccion|actividad|exportaciones|industria"
            r"|poblacion|ventas"
            r"|empleo|consumo|recaudacion))(?=.*%\d.*%\d)(?=.*(?:acumul|en total|total|cuanto (?:crec|vari|cay|sub)"
            r"|al final|al cabo|promedi|termin|punta a punta|entre (?:los|las)|los @\d|neto|resultado)).*"
        ),
        when=(),
        unless=(
            r"[$]\d|capita|por habitante|nominal|deflactor|inflacion|precio|represent|\bpes[oa]\b|participa|pondera"
            r"|multiplic|interes|elastic|deuda|deficit|propension|tasa de (?:empleo|actividad|desempleo)"
            r"|desemple|plazo"
            r"|del (?:pbi|pib) |velocidad|dinero|factores|productividad|capital|impuest|sueldo|salari|potencial"
            r"|okun|taylor"
            r"|poblacion(?=.*(?:pbi|pib|producto|economia))|descuento|puntos"
        ),
        wordings=(),
        work=_chained,
        asks=False,
        place=_moves,
    ),
)
