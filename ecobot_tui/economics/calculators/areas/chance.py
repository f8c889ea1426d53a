"""Distribución y estadística: probabilidad simple, frecuencia relativa y tamaño de una muestra."""

import math
import re
from statistics import NormalDist

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Quantity, Reading

AREA = "Distribución y estadística"
_GROUP = re.compile(r"#(\d+) (?:(?:bolitas?|bolillas?|pelotas?|fichas?|cartas?|caramelos?|son|de) )*([a-z]{3,})")
_WHOLE = re.compile(
    r"encuestad|person|alumn|habitant|hogar|familia|cas[oa]s|total|estudiant|empresa|emplead|trabajad|bolitas|client"
)
_FAULTY = r"fall(?:ad|an)|defectuos|rot[oa]s|vencid|quemad|danad|\bmal[oa]?s?\b|no (?:anda|funciona|sirve)"
_SOUND = r"\band[ea]\b|funcion|buen[oa]|sirv[ae]|san[oa]\b|no (?:este|sea|falle|salga|tenga)|en buen estado"
_WITH = re.compile(
    r"(?:mazo|baraja|total|bolsa|urna|caja|curso|grupo|lote|muestra|bolillero|aula|clase|fabrica) de #0"
    r"(?: [a-z]+| ,){1,4} #1 "
)
_IN = re.compile(r"(?:.* )?#0 (?:[a-z]+ ){0,2}?(?:en|de|sobre|entre)(?: [a-z]+){0,3} #1\b")
_OF = re.compile(r"^(?:.* )?(?:de|entre|sobre) (?:los |las |un total de )?#0 [a-z]+(?: ,)? (?:[a-z]+ ){0,2}#1\b")


def _groups(reading: Reading) -> dict[str, list[int]] | None:
    """Take the counts of groups and the one that is asked: «12 varones y 18 mujeres: que sea mujer»."""
    if any(one.mark != "#" or one.value < 0 or one.value != int(one.value) for one in reading.quantities):
        return None
    if _WITH.search(reading.text):
        return None
    names = {int(found[1]): found[2] for found in _GROUP.finditer(reading.text)}
    if len(names) != len(reading.quantities) or len(names) < 2:
        return None
    asked = reading.text[reading.slot(len(names) - 1)[1] :]
    told = rx.search(r"prob\w*|porcentaje|proporcion|que parte", asked)
    asked = asked[told.end() :] if told else reading.text.partition("#")[0]
    if rx.search(r"\b(?:no|dos|ambas|ambos|otra|segunda|o)\b", asked):
        return None
    wanted = [
        place for place, name in names.items() if rx.search(rf"\b{re.escape(name[: max(3, len(name) - 2)])}", asked)
    ]
    if len(wanted) != 1 or any(_WHOLE.match(name) for name in names.values()):
        return None
    return {"a": wanted, "x": [place for place in names if place not in wanted]}


def _chance(g: Given) -> Solution:
    total = g["a"] + sum(g.all("x"))
    value = 100 * g["a"] / total
    return Solution(
        value,
        f"{'La probabilidad' if 'prob' in g.text else 'La parte'} es {percent(value)} ({number(value / 100)}).",
        f"{g.shown('a')} / {number(total)} × 100 = {percent(value)}",
        "Son los casos favorables sobre los casos posibles.",
        ("todos tienen la misma posibilidad de salir",) if "prob" in g.text else (),
    )


def _part(reading: Reading) -> dict[str, list[int]] | None:
    """Take «de 200 encuestados 50 están desocupados»: the whole first, then the part."""
    if [one.mark for one in reading.quantities] != ["#", "#"]:
        return None
    first, second = reading.quantities
    if second.value <= first.value and (_OF.match(reading.text) or _WITH.search(reading.text)):
        return {"n": [0], "a": [1]}
    return {"n": [1], "a": [0]} if first.value < second.value and _IN.match(reading.text) else None


def _frequency(g: Given) -> Solution:
    value = 100 * g["a"] / g["n"]
    if rx.search(_FAULTY, g.text.partition("prob")[0]) and rx.search(_SOUND, g.text.partition("prob")[2]):
        return Solution(
            100 - value,
            f"La probabilidad es {percent(100 - value)} ({number(1 - value / 100)}).",
            g.fill(f"1 − {{a}} / {{n}} = {number(1 - value / 100)}"),
            f"Es la contraria de que falle, que es {percent(value)}.",
        )
    return Solution(
        value,
        f"La probabilidad (o frecuencia relativa) es {percent(value)} ({number(value / 100)}).",
        g.fill(f"{{a}} / {{n}} × 100 = {percent(value)}"),
        "Son los casos favorables sobre los casos posibles.",
    )


def _sample(g: Given) -> Solution:
    share, error = g.get("p", 50) / 100, g.rate("e")
    score = NormalDist().inv_cdf(0.5 + g.get("c", 95) / 200)
    exact = score**2 * share * (1 - share) / error**2
    value = math.ceil(exact - 1e-9)
    return Solution(
        float(value),
        f"Hay que encuestar a {number(value)} personas.",
        f"{number(round(score, 2))}² × {number(share)} × {number(1 - share)} / {number(error)}² = {number(exact)}",
        "Con la mitad de error hace falta el cuádruple de personas.",
        ("muestra al azar de una población grande",)
        + (() if "p" in g else ("proporción de 50 %, el caso que pide más personas",))
        + (() if "c" in g else ("confianza de 95 %",)),
    )


def _events(reading: Reading) -> dict[str, list[int]] | None:
    """Take the chances of two events, and that of both where it is told as well."""
    places = [place for place, one in enumerate(reading.quantities) if _is_chance(one)]
    rest = [one for place, one in enumerate(reading.quantities) if place not in places]
    if not 2 <= len(places) <= 3 or any(one.value not in (1, 2) for one in rest):
        return None
    both = [
        place
        for place in places
        if rx.search(
            r"(?:ambas|ambos|las dos|los dos|juntas|a la vez|interseccion|las #\d|los #\d|\ba y b\b|\ba , b\b)"
            r"(?: [a-z]\w*| ,){0,4} $",
            reading.text[: reading.slots[place][0]],
        )
    ]
    if len(places) == 3 and len(both) != 1:
        return None
    one, other = [place for place in places if len(places) == 2 or place not in both]
    return {"a": [one], "b": [other], **({"i": both} if len(places) == 3 else {})}


def _is_chance(one: Quantity) -> bool:
    return one.mark == "%" or (one.mark == "#" and 0 < one.value < 1)


def _two_events(g: Given) -> Solution:
    first, second = g["a"], g["b"]
    both = g.get("i", first * second)
    if both > min(first, second) + 1e-9 or first + second - both > 1 + 1e-9:
        raise CalculationError("Esas probabilidades no pueden ser de dos sucesos: revisalas.")
    either = first + second - both
    text = g.text
    main = (
        both / second
        if "i" in g and rx.search(r"condicional|dado que|sabiendo|si ocurr", text)
        else 1 - either
        if rx.search(r"ningun[oa]|ni (?:uno|una|a\b|el|la)", text)
        else either
        if "i" in g or rx.search(r"al menos un|alguno|alguna|\bunion\b|una u otra|uno u otro|\bo b\b", text)
        else both
    )
    return Solution(
        100 * main,
        f"La probabilidad es {number(main)} ({percent(100 * main)}).",
        f"de ambos {number(both)} ; de al menos uno {number(first)} + {number(second)} − {number(both)} ="
        f" {number(either)} ; de ninguno {number(1 - either)}"
        + (f" ; condicional {number(both)} / {number(second)} = {number(both / second)}" if "i" in g else ""),
        "La de ambos se multiplica solo si son independientes; para «uno u otro» se suman y se resta la de ambos.",
        () if "i" in g else ("los dos sucesos son independientes",),
    )


CALCULATORS = (
    Calculator(
        id="probabilidad_de_dos_sucesos",
        name="la probabilidad de dos sucesos",
        area=AREA,
        formula="P(A y B) = P(A) · P(B); P(A o B) = P(A) + P(B) − P(A y B)",
        inputs=(
            Input("a", "la probabilidad del primero", Kind.SHARE),
            Input("b", "la probabilidad del segundo", Kind.SHARE),
            Input("i", "la probabilidad de ambos", Kind.SHARE, optional=True),
        ),
        keys="probabilidad probabilidades",
        names=(
            r"^(?=.*(?:\bprob|\bp , ?a))(?=.*(?:independient|amb[oa]s|l[oa]s dos|l[oa]s #\d|al menos un"
            r"|ningun[oa]|union"
            r"|a la vez|interseccion|condicional|dado que|sabiendo)).*"
        ),
        when=(),
        unless=r"\$\d|gan\w+ [#%]|pierd|dados|monedas?|sin reposicion|normal|binomial|media|rend|bono|@\d"
        r"|encuest|muestra",
        wordings=(),
        place=_events,
        work=_two_events,
        asks=False,
    ),
    Calculator(
        id="probabilidad_simple",
        name="la probabilidad",
        area=AREA,
        formula="casos favorables / casos posibles",
        inputs=(
            Input("a", "los casos favorables", Kind.NUMBER),
            Input("x", "los otros casos", Kind.NUMBER, many=True),
        ),
        keys="probabilidad",
        names=r"^(?=.*(?:\bprob\b|probabilidad|porcentaje|proporcion|que parte)).*",
        when=(),
        unless=r"[%$@]\d|dados|moneda|sin reposicion|media|desvio|normal|seguid[oa]s",
        wordings=(),
        place=_groups,
        work=_chance,
        asks=False,
    ),
    Calculator(
        id="frecuencia_relativa",
        name="la frecuencia relativa",
        area=AREA,
        formula="casos favorables / casos posibles",
        inputs=(
            Input("n", "los casos posibles", Kind.NUMBER, above=0),
            Input("a", "los casos favorables", Kind.NUMBER),
        ),
        keys="probabilidad frecuencia",
        names=r"^(?=.*(?:probabilidad|frecuencia relativa|encuestad\w+(?=.*(?:porcentaje|proporcion)))).*",
        when=(),
        unless=r"[%$@]\d|dados|moneda|sin reposicion|media|desvio|normal|seguid[oa]s|\bno\b",
        wordings=(),
        place=_part,
        work=_frequency,
        asks=False,
    ),
    Calculator(
        id="tamano_de_muestra",
        name="el tamaño de la muestra",
        area=AREA,
        formula="z² · p · (1 − p) / e²",
        inputs=(
            Input("e", "el error", Kind.RATE, above=0, most=50, labels=r"(?:margen de )?error(?: maximo)?"),
            Input("c", "la confianza", Kind.RATE, above=0, below=100, optional=True, labels=r"confianza"),
            Input("p", "la proporción", Kind.RATE, above=0, below=100, optional=True, labels=r"proporcion"),
        ),
        keys="encuestar muestra",
        names=r"^(?=.*error).*(?:cuant[oa]s \w+ (?:\w+ ){0,3}(?:encuestar|entrevistar)"
        r"|tamano (?:de (?:la )?)?muestra)",
        when=(),
        unless=r"[$@]\d|desvi|\bmedia\b",
        wordings=(r"{c} (?:de )?(?:nivel de )?confianza", r"error (?:de |del |maximo )*{e}", r"{e} de error"),
        work=_sample,
        asks=False,
    ),
)
