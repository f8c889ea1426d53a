"""Distribución y estadística: dados y monedas, lo contrario de un suceso, y medias que cambian o se reparten."""

import math

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

AREA = "Distribución y estadística"
_SIDES = 6
_LEVELS = {80: 1.2816, 90: 1.645, 95: 1.96, 98: 2.3263, 99: 2.5758}


def _all_plain(reading: Reading) -> dict[str, list[int]] | None:
    places = list(range(len(reading.quantities)))
    return {"x": places} if places and all(one.mark == "#" for one in reading.quantities) else None


def _dice(g: Given) -> Solution:
    values = g.all("x")
    text = g.text
    two = rx.search(r"(?:#\d+|par de) dados", text) and values[0] == 2 and len(values) > 1
    wanted = values[-1]
    if two and "sum" in text:
        cases = sum(one + other == wanted for one in range(1, _SIDES + 1) for other in range(1, _SIDES + 1))
        return _cases(cases, _SIDES**2, f"hay {number(cases)} pares de caras que suman {number(wanted)}")
    if two or rx.search(r"seguid|veces|#\d+ dados|sum", text) or not 1 <= wanted <= _SIDES or wanted != int(wanted):
        raise CalculationError("Con dados sé la probabilidad de una cara, y la de la suma de dos dados.")
    if rx.search(r"mayor|mas de|super", text):
        cases = _SIDES - int(wanted) + (1 if "o igual" in text else 0)
    elif rx.search(r"menor|menos de", text):
        cases = int(wanted) - (0 if "o igual" in text else 1)
    else:
        cases = 1
    return _cases(cases, _SIDES, "cada cara tiene la misma posibilidad")


def _cases(cases: int, total: int, why: str) -> Solution:
    value = cases / total
    return Solution(
        100 * value,
        f"La probabilidad es {percent(100 * value)} ({cases} de {total}).",
        f"{cases} / {total} = {number(value)}",
        "Son los casos favorables sobre los casos posibles.",
        (why,),
    )


def _coins(g: Given) -> Solution:
    values = g.all("x")
    tosses, wanted = int(values[0]), int(values[-1])
    if len(values) == 1:
        wanted = tosses
    if not 0 <= wanted <= tosses <= 100:
        raise CalculationError("No pueden salir más caras que tiros.")
    least = rx.search(r"al menos|por lo menos|como minimo", g.text) is not None
    favourable = sum(math.comb(tosses, one) for one in range(wanted, (tosses if least else wanted) + 1))
    value = favourable / 2**tosses
    return Solution(
        100 * value,
        f"La probabilidad es {percent(100 * value)} ({favourable} de {2**tosses}).",
        f"{favourable} / 2^{tosses} = {number(value)}",
        "Cada tiro es independiente: las probabilidades se multiplican.",
        ("monedas equilibradas",),
    )


def _contrary(g: Given) -> Solution:
    value = 1 - g["p"]
    if not 0 <= value <= 1:
        raise CalculationError("Una probabilidad va de 0 a 1 (100 %).")
    return Solution(
        100 * value,
        f"La probabilidad es {percent(100 * value)} ({number(value)}).",
        g.fill(f"1 − {{p}} = {number(value)}"),
        "Un suceso y su contrario suman 1.",
    )


def _new_mean(g: Given) -> Solution:
    gone = rx.search(r"se (?:va|retira|fue)|renunci|sac[ao]\b|quit|sin (?:el|la|ese|esa)|elimin|despid", g.text)
    sign = -1 if gone else 1
    count = g["n"] + sign
    if count <= 0:
        raise CalculationError("Sin datos no hay promedio.")
    value = (g["n"] * g["m"] + sign * g["x"]) / count
    return Solution(
        value,
        f"El nuevo promedio es {g.money(value, 'm', 'x')}.",
        g.fill(f"({{n}} × {{m}} {'−' if gone else '+'} {{x}}) / {number(count)} = {number(value)}"),
        f"La suma pasa de {number(g['n'] * g['m'])} a {number(value * count)}.",
    )


def _per_head(g: Given) -> Solution:
    value = g["y"] / g["n"]
    return Solution(
        value,
        f"El ingreso per cápita familiar es {g.money(value, 'y')}.",
        g.fill(f"{{y}} / {{n}} = {number(value, money=True)}"),
        "Es lo que le tocaría a cada integrante del hogar; con él se ordenan los hogares en deciles.",
    )


def _from_error(g: Given) -> Solution:
    level = g.get("c", 95)
    if round(level) not in _LEVELS:
        raise CalculationError("Calculo intervalos de 80 %, 90 %, 95 %, 98 % y 99 % de confianza: elegí uno.")
    margin = _LEVELS[round(level)] * g["e"]
    low, high = g["m"] - margin, g["m"] + margin
    return Solution(
        low,
        f"El intervalo de confianza de {percent(level)} va de {number(low)} a {number(high)}.",
        f"{number(g['m'])} ± {number(_LEVELS[round(level)])} × {number(g['e'])}",
        f"El margen de error es {number(margin)}.",
        () if "c" in g else ("confianza de 95 %",),
    )


_X = (Input("x", "los números", Kind.NUMBER, many=True),)

CALCULATORS = (
    Calculator(
        id="dados",
        name="la probabilidad con dados",
        area=AREA,
        formula="casos favorables / casos posibles",
        inputs=_X,
        keys="dado dados",
        names=r"^(?=.*\bdados?\b)(?=.*(?:\bprob|chance)).*",
        when=(),
        unless=r"[%$@]\d|\bgan\w+ [$#]|pag\w+|juego|\bdados? (?:que|el|los|las|un)\b",
        wordings=(),
        place=_all_plain,
        work=_dice,
        asks=False,
    ),
    Calculator(
        id="monedas",
        name="la probabilidad con monedas",
        area=AREA,
        formula="C(n, k) / 2^n",
        inputs=_X,
        keys="monedas caras cecas",
        names=r"^(?=.*\b(?:monedas?|caras?|secas?|cruz)\b)(?=.*(?:\bprob|chance))(?=.*\b(?:caras?|cecas?|secas?"
        r"|cruz)\b).*",
        when=(),
        unless=r"[%$@]\d|\bgan\w+ [$#]|pag\w+|juego|apuest|dado|extranjera",
        wordings=(),
        place=_all_plain,
        work=_coins,
        asks=False,
    ),
    Calculator(
        id="probabilidad_contraria",
        name="la probabilidad de lo contrario",
        area=AREA,
        formula="P(no A) = 1 − P(A)",
        inputs=(Input("p", "la probabilidad", Kind.SHARE, above=-1e-9),),
        keys="probabilidad",
        names=r"^(?=.*(?:\bprob|chance))(?=.*(?:\bde que no\b|complement|contrari|\bno (?:ocurra|pase|suceda"
        r"|llueva|salga|gane))).*",
        when=(),
        unless=r"[$@]\d|[%#]\d.*[%#]\d|seguid|dado|moneda",
        wordings=(),
        work=_contrary,
        asks=False,
    ),
    Calculator(
        id="nuevo_promedio",
        name="el nuevo promedio",
        area=AREA,
        formula="(n·x̄ ± x) / (n ± 1)",
        inputs=(
            Input("n", "la cantidad de datos", Kind.NUMBER, above=0),
            Input("m", "el promedio", Kind.AMOUNT),
            Input("x", "el dato nuevo", Kind.AMOUNT),
        ),
        keys="promedio media",
        names=r"^(?=.*(?:promedi|\bmedia\b))(?=.*(?:nuev[oa] (?:[a-z]+ )?(?:promedio|media)|agreg|incorpor"
        r"|\bentra\b|\bsum[ao]\b"
        r"|ingresa\b|se (?:va|retira|suma)|como queda|cuanto (?:pasa|queda))).*",
        when=(),
        unless=r"[%@]\d|ponderad|costo|precio|movil|desvi|valor agregado",
        wordings=(
            r"{n} (?:[a-z]+ ){1,6}?(?:es|de|da|gana\w*|era|tienen|fue|con) {m}[^#$]* {x}",
            r"(?:promedio|media)(?: [a-z]+){0,3} {m} (?:[a-z]+ ){0,4}{n} [^#$]*{x}",
        ),
        work=_new_mean,
        asks=False,
    ),
    Calculator(
        id="ingreso_per_capita_familiar",
        name="el ingreso per cápita familiar",
        area=AREA,
        formula="ingreso del hogar / integrantes",
        inputs=(
            Input(
                "y",
                "el ingreso del hogar",
                Kind.AMOUNT,
                above=0,
                labels=r"gan\w+|ingres\w+|cobr\w+|entran"
                r"|suma\w*|juntan",
            ),
            Input(
                "n",
                "los integrantes",
                Kind.NUMBER,
                above=0,
                labels=r"personas|integrantes|miembros|somos|viven|hogar de|familia de|son",
            ),
        ),
        keys="capita familiar hogar",
        names=r"^(?=.*(?:per ?capita|por (?:persona|integrante|miembro|cabeza)|cada (?:integrante|miembro)))"
        r"(?=.*(?:hogar|famili|somos|en casa)).*",
        when=(),
        unless=r"%\d|@\d|\bpbi\b|\bpib\b|producto|linea|canasta|cuesta|precio|compr|gast",
        wordings=(r"{n} (?:personas|integrantes|miembros)", r"(?:somos|hogar de|familia de) {n}"),
        work=_per_head,
        asks=False,
    ),
    Calculator(
        id="intervalo_desde_error",
        name="el intervalo de confianza",
        area=AREA,
        formula="x̄ ± z·EE",
        inputs=(
            Input("m", "la media", Kind.AMOUNT, labels=r"media(?: muestral)?|promedio|estimad\w+|estimacion"),
            Input("e", "el error estándar", Kind.AMOUNT, above=0, labels=r"error (?:estandar|tipico)"),
            Input("c", "la confianza", Kind.RATE, optional=True, labels=r"confianza(?: del?)?|intervalo(?: al| del)?"),
        ),
        keys="intervalo confianza error",
        names=r"^(?=.*intervalo)(?=.*error (?:estandar|tipico)).*",
        when=(),
        unless=r"desvi|\bn #|muestra de|casos|encuest",
        wordings=(r"{c} (?:de )?confianza", r"(?:al|del) {c}"),
        work=_from_error,
        asks=False,
    ),
)
