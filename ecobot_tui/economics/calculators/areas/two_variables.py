"""Microeconomía: la función de utilidad o de producción de dos variables: su valor y sus derivadas."""

import math
from collections.abc import Callable

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, Incomplete, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_MARKER = r"\bzf(?P<kind>[psm]) (?P<one>\w\w?) (?P<other>\w\w?) #(?P<first>\d+)"
_COUNTS = {"p": 3, "s": 2, "m": 2}
_WORDS = {
    "l": "trabajo|trabajador\\w*|obrer\\w*|emplead\\w*|operari\\w*|mano de obra|horas",
    "t": "trabajo|trabajador\\w*|obrer\\w*|emplead\\w*|operari\\w*",
    "n": "trabajo|trabajador\\w*|obrer\\w*|emplead\\w*|operari\\w*",
    "k": "capital|maquina\\w*|equipos?",
}


class Function(msgspec.Struct, frozen=True):
    """A function of two variables: `p` is s·x^a·y^b, `s` is a·x + b·y and `m` the smaller of a·x and b·y."""

    kind: str
    one: str
    other: str
    scale: float
    a: float
    b: float

    def at(self, x: float, y: float) -> float:
        """Return its value at a point."""
        if self.kind == "s":
            return self.a * x + self.b * y
        if self.kind == "m":
            return min(self.a * x, self.b * y)
        return float(self.scale * x**self.a * y**self.b)

    def slopes(self, x: float, y: float) -> tuple[float, float]:
        """Return what one unit more of each variable adds at a point; CalculationError for complements."""
        if self.kind == "s":
            return self.a, self.b
        if self.kind == "m":
            raise CalculationError("Con proporciones fijas no hay sustitución: uno solo más no agrega nada.")
        if x <= 0 or y <= 0:
            raise CalculationError("Las dos cantidades tienen que ser mayores que 0.")
        value = self.at(x, y)
        return self.a * value / x, self.b * value / y

    @property
    def is_production(self) -> bool:
        """Whether its letters are those of factors."""
        return bool({self.one, self.other} & {"k", "l"})

    def __str__(self) -> str:
        one, other = self.one.upper(), self.other.upper()
        if self.kind == "p":
            before = "" if self.scale == 1 else f"{number(self.scale)} · "
            return f"{before}{one}^{number(self.a)} · {other}^{number(self.b)}"
        terms = f"{number(self.a)}{one}", f"{number(self.b)}{other}"
        return " + ".join(terms) if self.kind == "s" else f"mín({' ; '.join(terms)})"


def function(g: Given) -> Function:
    """Return the function of a question, an unknown scale «A = 2» taken in."""
    found = rx.search(_MARKER, g.text)
    if found is None:
        raise Incomplete("a")
    if g["a"] <= 0 or g["b"] <= 0 or g.get("s", 1.0) <= 0:
        raise CalculationError("Los coeficientes de esa función tienen que ser mayores que 0.")
    scale = g.get("s", 1.0) * g.get("w", 1.0)
    return Function(found["kind"], found["one"], found["other"], scale, g["a"], g["b"])


def parts(reading: Reading) -> tuple[dict[str, list[int]], list[int]] | None:
    """Return the places of the function's own numbers, and those of all others."""
    found = rx.search(_MARKER, reading.text)
    if found is None:
        return None
    first, count = int(found["first"]), _COUNTS[found["kind"]]
    own = list(range(first, first + count))
    places = dict(zip("sab" if count == 3 else "ab", ([place] for place in own), strict=True))
    rest = [place for place in range(len(reading.quantities)) if place not in own]
    technology = rx.search(r"\b(?:a|tecnologia|productividad total)(?: (?:es|igual|a|de|vale))* #(\d+)", reading.text)
    if technology and int(technology[1]) in rest and "a" not in (found["one"], found["other"]) and len(rest) > 2:
        places["w"] = [int(technology[1])]
        rest.remove(int(technology[1]))
    return places, rest


def _point(reading: Reading) -> dict[str, list[int]] | None:
    """Find the quantities of both variables: by letter, by what they are, or in their order."""
    read = parts(reading)
    if read is None or any(one.mark not in "$#@" for one in reading.quantities):
        return None
    places, rest = read
    found = rx.search(_MARKER, reading.text)
    if found is None or len(rest) > 2:
        return None
    if not rest:
        return places
    if len(rest) == 1:
        return None
    named: dict[str, int] = {}
    for symbol, letter in (("x", found["one"]), ("y", found["other"])):
        words = rf"\b{letter}" + (rf"\b|\b(?:{_WORDS[letter]})" if letter in _WORDS else "")
        for place in rest:
            start, end = reading.slot(place)
            before, after = reading.text[max(0, start - 24) : start], reading.text[end : end + 22]
            if rx.search(rf"(?:{words})(?: (?:es|vale|de|igual|a|son|hay|,))* $", before) or rx.match(
                rf" (?:de |unidades de |horas de )?(?:{words})\b", after
            ):
                named.setdefault(symbol, place)
    if len(named) == 1 or len(set(named.values())) < len(named):
        taken = next(iter(named)) if named else "x"
        spare = [place for place in rest if place != named.get(taken)]
        named = {taken: named.get(taken, rest[0]), "y" if taken == "x" else "x": spare[0]}
    first = named.get("x", rest[0])
    return places | {"x": [first], "y": [named.get("y", rest[1])]}


def _with_point(reading: Reading) -> dict[str, list[int]] | None:
    places = _point(reading)
    return places if places is not None and "x" in places else None


def _bare(reading: Reading) -> dict[str, list[int]] | None:
    read = parts(reading)
    return None if read is None or read[1] else read[0]


def _value(g: Given) -> Solution:
    one, x, y = function(g), g["x"], g["y"]
    value = one.at(x, y)
    name = "La producción" if one.is_production else "La utilidad"
    extra = ""
    if one.kind != "m" and x > 0 and y > 0:
        first, second = one.slopes(x, y)
        extra = (
            f" Una unidad más de {one.one.upper()} agrega unas {number(first)} y una de {one.other.upper()},"
            f" {number(second)}."
        )
    elif one.kind == "m":
        spare = one.one if one.a * x > one.b * y else one.other
        extra = "" if one.a * x == one.b * y else f" Sobra {spare.upper()}: se usan en proporciones fijas."
    return Solution(
        value,
        f"{name} es {number(value)}.",
        f"{one} con {one.one.upper()} = {number(x)} y {one.other.upper()} = {number(y)}: {number(value)}",
        f"Es el valor de la función en ese punto.{extra}",
    )


def _substitution(g: Given) -> Solution:
    one = function(g)
    if "x" not in g and one.kind == "p":
        ratio = one.a / one.b
        return Solution(
            ratio,
            f"La relación marginal de sustitución es {number(ratio)} · {one.other.upper()} / {one.one.upper()}.",
            f"({number(one.a)} / {number(one.b)}) × ({one.other.upper()} / {one.one.upper()}); coeficiente"
            f" = {number(ratio)}",
            "Cae al moverse sobre la curva: cuanto más se tiene de un bien, menos se resigna del otro por él.",
        )
    x, y = g.get("x", 1.0), g.get("y", 1.0)
    first, second = one.slopes(x, y)
    if second == 0:
        raise CalculationError("La segunda utilidad marginal es cero: la relación no está definida.")
    value = first / second
    name, per = ("técnica de sustitución", "PMg") if one.is_production else ("marginal de sustitución", "UMg")
    return Solution(
        value,
        f"La relación {name} es {number(value)} ({number(-value)} como pendiente).",
        f"{per} {one.one.upper()} / {per} {one.other.upper()} = {number(first)} / {number(second)} = {number(value)}",
        f"Por una unidad más de {one.one.upper()} se pueden resignar {number(value)} de {one.other.upper()} sin cambiar"
        f" {'la producción' if one.is_production else 'la utilidad'}.",
        () if "x" in g else ("es constante: son sustitutos perfectos",),
    )


def _marginal(g: Given) -> Solution:
    one, x, y = function(g), g["x"], g["y"]
    first, second = one.slopes(x, y)
    asked = _asked(g.text, one)
    value, letter, other, rest = (
        (first, one.one, one.other, second) if asked == one.one else (second, one.other, one.one, first)
    )
    name = "El producto marginal" if one.is_production else "La utilidad marginal"
    power, level = (one.a, x) if letter == one.one else (one.b, y)
    worked = (
        f"{number(power)} × {number(one.at(x, y))} / {number(level)} = {number(value)}"
        if one.kind == "p"
        else f"{number(power)} = {number(value)}"
    )
    return Solution(
        value,
        f"{name} de {letter.upper()} es {number(value)} (y de {other.upper()}, {number(rest)}).",
        worked,
        "Es lo que agrega una unidad más de eso, con el otro fijo.",
        (f"{one}, con {one.one.upper()} = {number(x)} y {one.other.upper()} = {number(y)}",),
    )


def _asked(text: str, one: Function) -> str:
    """Return the letter whose marginal product or utility is asked for, the first one where nothing tells."""
    for found in rx.finditer(r"(?:marginal(?:es)?|pmg|umg|pm)", text):
        after = text[found.end() : found.end() + 34]
        hits = [
            (hit.start(), letter)
            for letter in (one.one, one.other)
            if (hit := rx.search(rf"\b(?:{letter}\b|{_WORDS.get(letter, letter)}\b)", after))
        ]
        if hits:
            return min(hits)[1]
    return one.one


def _returns(g: Given) -> Solution:
    one = function(g)
    value = one.a + one.b if one.kind == "p" else 1.0
    unitary = math.isclose(value, 1.0, abs_tol=1e-6)
    kind, means = (
        ("constantes", "al duplicar los dos factores la producción se duplica")
        if unitary
        else ("crecientes", "al duplicar los dos factores la producción más que se duplica")
        if value > 1
        else ("decrecientes", "al duplicar los dos factores la producción no llega a duplicarse")
    )
    worked = f"{number(one.a)} + {number(one.b)} = {number(value)}" if one.kind == "p" else "grado = 1"
    return Solution(
        value,
        f"Tiene rendimientos {kind} a escala: los exponentes suman {number(value)}."
        if one.kind == "p"
        else "Tiene rendimientos constantes a escala: es de grado 1.",
        worked,
        f"Eso quiere decir que {means} ({number(2**value)} veces).",
    )


_A = Input("a", "el primer coeficiente", Kind.NUMBER)
_B = Input("b", "el segundo coeficiente", Kind.NUMBER)
_S = Input("s", "la escala de la función", Kind.NUMBER, optional=True)
_W = Input("w", "la tecnología", Kind.NUMBER, above=0, optional=True)
_X = Input("x", "la primera cantidad", Kind.AMOUNT, above=-1e-9, optional=True)
_Y = Input("y", "la segunda cantidad", Kind.AMOUNT, above=-1e-9, optional=True)
FUNCTION = (_A, _B, _S, _W)
KEYS = "zfp zfs zfm"
_RATE = r"sustituc|\brt?ms\w?\b|\bt[mr]g?s\w?\b|\btmst\b|\brmgs\b|\brts\b|pendiente|umg\w* (?:\w+ ){0,3}?sobre"
_MARGINAL = r"marginal|\bp[mM]g?[lkt]?\b|\bpmg|\bumg"
_RETURNS = r"rendimiento|retorno|\bescala\b|homogene"


def _calculator(
    calculator_id: str,
    name: str,
    formula: str,
    names: str,
    unless: str,
    place: Callable[[Reading], dict[str, list[int]] | None],
    work: Callable[[Given], Solution],
) -> Calculator:
    return Calculator(
        id=calculator_id,
        name=name,
        area=AREA,
        formula=formula,
        inputs=(*FUNCTION, _X, _Y),
        keys=KEYS,
        needs=KEYS,
        when=(),
        names=names,
        unless=unless,
        wordings=(),
        place=place,
        work=work,
        asks=False,
    )


CALCULATORS = (
    _calculator(
        "valor_de_la_funcion",
        "la producción o la utilidad de una combinación",
        "Q = A · K^α · L^β",
        r"^(?=.*\bzf[psm] ).*",
        rf"{_RATE}|{_MARGINAL}|{_RETURNS}|precio|ingreso|presupuest|%\d",
        _with_point,
        _value,
    ),
    _calculator(
        "relacion_de_sustitucion",
        "la relación marginal de sustitución",
        "RMS = UMgx / UMgy",
        rf"^(?=.*\bzf[ps] )(?=.*(?:{_RATE})).*",
        rf"{_RETURNS}|%\d",
        _point,
        _substitution,
    ),
    _calculator(
        "derivada_de_la_funcion",
        "el producto o la utilidad marginal en un punto",
        "PMgL = β · Q / L",
        rf"^(?=.*\bzf[ps] )(?=.*(?:{_MARGINAL})).*",
        rf"{_RATE}|{_RETURNS}|%\d|precio",
        _with_point,
        _marginal,
    ),
    _calculator(
        "rendimientos_a_escala",
        "los rendimientos a escala",
        "α + β",
        rf"^(?=.*\bzf[psm] )(?=.*(?:{_RETURNS})).*",
        rf"{_RATE}|%\d",
        _bare,
        _returns,
    ),
)
