"""What a firm sells, spends and earns: numbers read by the words around them, and everything that follows from them.

Any of the magnitudes may be given and any other asked, so they are not parted into one formula for each: the rules are
applied until nothing new follows.
"""

import re
from collections.abc import Callable, Mapping

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.given import number
from ecobot_tui.economics.calculators.quantities import Reading

NAMES = {
    "ct": ("CT", "el costo total"),
    "ex": ("gastos", "los gastos"),
    "cf": ("CF", "el costo fijo"),
    "cv": ("CV", "el costo variable"),
    "me": ("CMe", "el costo medio"),
    "fm": ("CFMe", "el costo fijo medio"),
    "v": ("CVMe", "el costo variable por unidad"),
    "it": ("IT", "el ingreso total"),
    "p": ("P", "el precio"),
    "q": ("Q", "la cantidad"),
    "b": ("beneficio", "el beneficio"),
    "g": ("objetivo", "la ganancia buscada"),
    "im": ("costos implícitos", "los costos implícitos"),
    "e": ("beneficio económico", "el beneficio económico"),
    "mc": ("contribución", "la contribución por unidad"),
    "n": ("Q*", "el punto de equilibrio"),
    "nm": ("ventas de equilibrio", "las ventas de equilibrio"),
}
"""The short and the long name of each magnitude."""

_UNIT = r"(?: (?:unitarios?|medios?|promedio|por (?:cada )?(?:unidad|una|uno|producto|pieza)|de cada \w+|x unidad))"
_EXPENSE = (
    r"alquiler(?:es)?|seguros?|sueldos?|salarios?|luz|expensas|servicios|impuestos"
    r"|internet|publicidad|personal|administracion"
)
_STUFF = r"mercader\w+|materia(?:s)? primas?|materiales|insumos|ingredientes|harina|envases?|proveedores|telas?"
_LABELS = tuple(
    (symbol, re.compile(rf"(?<![a-z])(?:{source})(?![a-z])"))
    for symbol, source in (
        ("fm", rf"cfme|cfu|costos? fijos?(?: total(?:es)?)?{_UNIT}"),
        (
            "v",
            rf"cvme|cvu|cvmed|(?:costos? )?variables?{_UNIT}|costos? (?:unitarios? )?variables? unitarios?"
            rf"|costo directo{_UNIT}"
            rf"|(?:me |le |nos |les )?(?:cuesta|sale|gast\w+|costo) (?:hacer|producir|fabricar"
            rf"|comprar|preparar|elaborar)(?:la|lo|las|los)"
            rf"|costos? unitarios?(?: de (?:produccion|compra))?|costos? por unidad|costo variable es"
            r"|(?:hacer|producir|fabricar|comprar|preparar|elaborar)(?:la|lo|las|los)? (?:cada una? )?(?:me "
            r"|le |nos )?(?:cuesta|sale)"
            r"|cada (?:una?|unidad|\w+) (?:me |le |nos |les )?(?:cuesta|lleva|sale|insume|cost\w+|tiene un costo)"
            r"|(?:me |le |nos |les )?(?:cuesta|sale|cuestan) (?:cada|la unidad|la pieza)"
            r"|(?:que |lo |los |las )?compr\w+ a",
        ),
        (
            "me",
            r"cme|ctme|cmet|costos? (?:total(?:es)? )?(?:medios?|promedios?)(?: total)?"
            r"|costos?(?: total(?:es)?)? promedio"
            r"|costo (?:de )?cada un[ao]",
        ),
        (
            "im",
            r"costos? implicitos?|implicitos?|costos? de oportunidad|(?:renunci|dej)\w+ (?:a "
            r"|de )?(?:un |una |mi |su )?"
            r"(?:sueldo|empleo|trabajo|salario|puesto|ganar|cobrar)|(?:podria|podrian"
            r"|podia) (?:estar )?(?:gan|cobr|recib|alquil)\w+"
            r"|sueldo que (?:deja|dejo|resign|perd)\w*"
            r"|(?:dej[ao] de (?:ganar|percibir|cobrar)|resign\w+(?: (?:ganar|percibir|cobrar))?)"
            r"|ganaba|ganaria|cobraba|cobraria|alquilaria(?:n)?|(?:podria|podrian) alquilar\w*",
        ),
        (
            "cf",
            rf"costos? fijos?(?: (?:total(?:es)?|mensual(?:es)?|anual(?:es)?))?|cft?|gastos? fijos?(?: mensual(?:es)?)?"
            rf"|(?:me|nos) cobran?|(?<!plazo )(?<!precio )(?<!tipo )fijos?|{_EXPENSE}",
        ),
        ("cv", rf"costos? variables?(?: total(?:es)?)?|cvt?|gastos? variables?|variables?|{_STUFF}"),
        (
            "ct",
            r"costos? total(?:es)?|ct|gastos? total(?:es)?|costos? (?:contables?|explicitos?)"
            r"|explicitos?"
            r"|egresos?|(?<=si el )total(?= (?:es|fue|sale) [#$])|costos?(?= (?:de|por|son|fueron|totaliz\w+) [#$])"
            r"|costos? mensuales",
        ),
        (
            "it",
            r"ingresos?(?: total(?:es)?)?|it|factur\w+|recaud\w+|ingres[ao]\w*|vend\w+ por"
            r"|vend\w+ (?:tod[oa]s?|el lote|la partida) (?:en|por|a)"
            r"|ventas(?: total(?:es)?)?",
        ),
        ("ex", r"gastos?|gast[aoe]\w*|pag[aou]\w*"),
        (
            "p",
            r"precios?(?: de (?:venta|mercado))?(?: unitario)?|p|vend\w+ (?:\w+ ){0,3}?a"
            r"|cobr\w+|pvp|pv|(?:cada un[ao] )?(?:se vende|sale|vale) a?"
            r"|vend\w+ (?:cada|la|lo|en)\b(?: \w+)? ?a?|(?<!todas )(?:la|lo|las|los) vend\w+(?: a| en)?(?= [#$])"
            r"|a(?= \$)|valor de venta|por un precio",
        ),
        (
            "q",
            r"cantidad(?:es)?|unidades|q|uds?|produccion|produ[cz]\w+|fabric\w+|vend[eiou]\w*"
            r"|hacer|hago|hace|hacemos|elabor\w+|hornea\w*|clientes",
        ),
        (
            "b",
            r"beneficios?(?: (?:economico|contable|total))?|ganancias?|utilidad(?:es)?"
            r"|ganar|gane|gana|resultado|ganarme",
        ),
        (
            "mc",
            r"margen de contribucion(?: unitari[ao])?|contribucion(?: marginal)?(?: unitaria)?|mc"
            r"|dejan?(?= [$#]\d++(?! (?:pesos )?de ))|aporta\w*",
        ),
    )
)
_ANY_COST = re.compile(r"(?<![a-z])(?:cuesta|cuestan|costo|costos|sale|salen|costar|cuesten)(?![a-z])")
_EACH = re.compile(r"\b(?:cada|unitario|por unidad|una unidad|la unidad|c u|cu)\b")
_PER_UNIT = re.compile(
    r"(?: [a-z]+){0,4} (?:por|cada|x) (?!mes|dia|ano|semana|hora|el|la |los|las "
    r"|un |lo )(?:cada )?[a-z]+"
)
_EACH_AFTER = re.compile(r" (?:pesos )?(?:cada (?:un[ao]|unidad)|la unidad|por unidad|c u)\b")
_MAKING_IT = re.compile(
    r" (?:pesos )?(?:hacer|fabricar|producir|preparar|elaborar)l[oa]s?(?! (?:me |le |nos )?(?:cuesta|sale))\b"
)
_EACH_MONTH = re.compile(r" (?:pesos |mil )?(?:por|al|cada|x) (?:mes|dia|semana|ano|jornada|noche)\b")
_FIXED_AFTER = re.compile(r" (?:de )?(?:costos? |gastos? )?fijos\b")
_FIXED_OF_NEXT = re.compile(rf"{_FIXED_AFTER.pattern}(?: (?:de|son|es|por|totales|mensuales))* [$#]\d")
"""«Costo variable 60 costos fijos 20.000»: the words are those of the number behind them."""
_SOLD_AT = re.compile(r"^ [a-z]{3,}s (?:(?!compr|cuest)[a-z]+ ){0,3}a (?:un precio de |razon de )?$")
_LINKS = (
    "de del la el los las un una es son era fue fueron a al en por con su mi y e que da vale esta total "
    "igual tiene tengo pesos me le nos anual mensual aproximadamente ahora hay mas otros otro unos "
)
_LINK_WORDS = frozenset(_LINKS.split())


_NOT_ASKED = re.compile(rf"{_EXPENSE}|{_STUFF}|fijos?|variables?|cada .*|gast.*|pag.*|vend.*|hac.*|produ.*")
"""What a firm pays for and does is told in passing; what is asked for has a name of its own."""


class _Label(msgspec.Struct, frozen=True):
    symbol: str
    start: int
    end: int


def read_accounts(reading: Reading) -> tuple[dict[str, list[int]], list[tuple[str, int]]] | None:
    """Return which numbers are which magnitudes, and in order those that are named without one, as what is asked is.

    None where a number is none of them.
    """
    if any(one.mark not in "$#" for one in reading.quantities):
        return None
    labels = _labels(reading.text)
    places: dict[str, list[int]] = {}
    used: set[tuple[int, int]] = set()
    for place, one in enumerate(reading.quantities):
        found = _label_of(reading, place, labels, used)
        if found is None:
            if one.spelled and one.value < 4:
                continue
            return None
        if found.end:
            used.add((found.start, found.end))
        places.setdefault(found.symbol, []).append(place)
    asked = [
        (label.symbol, label.start)
        for label in labels
        if (label.start, label.end) not in used and not _NOT_ASKED.fullmatch(reading.text[label.start : label.end])
    ]
    return places, asked


def _labels(text: str) -> list[_Label]:
    """Return the names of magnitudes in a text; where two overlap, the more precise one, which comes first."""
    found: list[_Label] = []
    for symbol, source in _LABELS:
        for one in source.finditer(text):
            if all(one.end() <= other.start or other.end <= one.start() for other in found):
                found.append(_Label(symbol, one.start(), one.end()))
    return sorted(found, key=lambda label: label.start)


def _label_of(reading: Reading, place: int, labels: list[_Label], used: set[tuple[int, int]]) -> _Label | None:
    start, end = reading.slot(place)
    floor = reading.slot(place - 1)[1] if place else 0
    roof = reading.slot(place + 1)[0] if place + 1 < len(reading.slots) else len(reading.text)
    one = reading.quantities[place]
    named = any(floor <= label.start and label.end <= start for label in labels)
    if _FIXED_AFTER.match(reading.text[end:roof]) and not (named and _FIXED_OF_NEXT.match(reading.text, end)):
        return _Label("cf", end, 0)
    if place and reading.text[floor:start] == " a " and rx.search(r"\bvend\w+ $", reading.text[: floor - 2]):
        return _Label("p", start, 0)
    if reading.text[floor:start] in (" a ", " , a ") and _EACH_AFTER.match(reading.text[end:roof]):
        return _Label("p", start, 0)
    if _MAKING_IT.match(reading.text[end:roof]):
        return _Label("v", start, 0)
    if place and rx.fullmatch(r" [a-z]{3,}s con ", reading.text[floor:start]) and not _is_counted(reading, place):
        # «Hago 200 panes con 50.000 pesos.»
        return _Label("ct", start, 0)
    if place and _is_counted(reading, place - 1) and (far := _across(reading, place, labels, used)):
        return far
    if place and _SOLD_AT.match(reading.text[floor:start]) and reading.quantities[place - 1].mark == "#":
        return _Label("p", start, 0)
    best: tuple[float, _Label] | None = None
    for label in labels:
        if floor <= label.start and label.end <= start:
            distance = _distance(reading.text[label.end : start])
        elif end <= label.start and label.end <= roof:
            distance = _distance(reading.text[end : label.start]) + 0.6
            if roof < len(reading.text) and _distance(reading.text[label.end : roof]) < distance:
                # «El alquiler es 250.000 y los sueldos 350.000»: it names the number behind it.
                distance += 1.0
        else:
            continue
        if label.symbol == "ex" and rx.match(r" (?:de|en|por|x) [a-z]", reading.text[end:roof]):
            # «Pago 200.000 de alquiler» says more by what it is paid for.
            distance += 1.0
        if (label.start, label.end) in used or (label.symbol == "q" and one.mark == "$"):
            continue
        if (
            label.symbol in ("ct", "ex", "cf", "cv", "it", "p", "v", "me", "fm")
            and one.mark == "#"
            and _is_counted(reading, place)
        ):
            continue
        if distance < 5 and (best is None or distance < best[0]):
            best = distance, label
    if one.mark in "$#" and _EACH_MONTH.match(reading.text[end:roof]) and _ANY_COST.search(reading.text, floor, start):
        return _Label("cf", start, 0)
    cost = list(_ANY_COST.finditer(reading.text, floor, start))
    if (
        cost
        and not (one.mark == "#" and _is_counted(reading, place))
        and (best is None or _distance(reading.text[cost[-1].end() : start]) < best[0])
    ):
        each = _EACH.search(reading.text, floor, roof) or not rx.search(
            r"\b(?:producir|hacer|fabricar|elaborar)\b", reading.text[:start]
        )
        return _Label("v" if each else "ct", start, 0)
    if best is not None:
        if best[1].symbol in ("ct", "cv", "ex") and _PER_UNIT.match(reading.text[end:roof]):
            return _Label("v", best[1].start, best[1].end)
        return best[1]
    if one.mark == "#" and _is_counted(reading, place):
        return _Label("q", start, 0)
    return None


def _across(reading: Reading, place: int, labels: list[_Label], used: set[tuple[int, int]]) -> _Label | None:
    """Return the name of a number that stands before the count between them: «el costo medio de 80 sillas es 4.000»."""
    start, counted = reading.slot(place)[0], reading.slot(place - 1)
    if not rx.fullmatch(
        r" [a-z]{3,}s(?: [a-z]+){0,2} (?:es|son|fue|era|vale|da|de) ", reading.text[counted[1] : start]
    ):
        return None
    for label in labels:
        near = reading.text[label.end : counted[0]].strip() in ("de", "para", "por", "con")
        if near and label.symbol not in ("q", "p", "b") and (label.start, label.end) not in used:
            return label
    return None


def _is_counted(reading: Reading, place: int) -> bool:
    """Tell whether a number counts things: «500 pizzas»."""
    after = rx.match(r" ([a-z]{3,}s)\b", reading.text[reading.slot(place)[1] :])
    return after is not None and after[1] not in (
        "pesos",
        "dolares",
        "euros",
        "fijos",
        "variables",
        "costos",
        "gastos",
        "mas",
        "totales",
        "implicitos",
        "explicitos",
        "ventas",
        "los",
        "las",
        "contables",
    )


def _distance(between: str) -> float:
    return sum(1.5 if word == "," else 0.25 if word in _LINK_WORDS else 1.0 for word in between.split())


_Rule = tuple[str, tuple[str, ...], Callable[..., float], str]
_RULES: tuple[_Rule, ...] = (
    ("cv", ("v", "q"), lambda v, q: v * q, "{v} × {q}"),
    ("cf", ("fm", "q"), lambda fm, q: fm * q, "{fm} × {q}"),
    ("ct", ("cf", "cv"), lambda cf, cv: cf + cv, "{cf} + {cv}"),
    ("ct", ("me", "q"), lambda me, q: me * q, "{me} × {q}"),
    ("cf", ("ct", "cv"), lambda ct, cv: ct - cv, "{ct} − {cv}"),
    ("cv", ("ct", "cf"), lambda ct, cf: ct - cf, "{ct} − {cf}"),
    ("me", ("fm", "v"), lambda fm, v: fm + v, "{fm} + {v}"),
    ("v", ("me", "fm"), lambda me, fm: me - fm, "{me} − {fm}"),
    ("fm", ("me", "v"), lambda me, v: me - v, "{me} − {v}"),
    ("me", ("ct", "q"), lambda ct, q: ct / q, "{ct} / {q}"),
    ("fm", ("cf", "q"), lambda cf, q: cf / q, "{cf} / {q}"),
    ("v", ("cv", "q"), lambda cv, q: cv / q, "{cv} / {q}"),
    ("it", ("p", "q"), lambda p, q: p * q, "{p} × {q}"),
    ("b", ("it", "ct"), lambda it, ct: it - ct, "{it} − {ct}"),
    ("it", ("b", "ct"), lambda b, ct: b + ct, "{b} + {ct}"),
    ("ct", ("it", "b"), lambda it, b: it - b, "{it} − {b}"),
    ("p", ("it", "q"), lambda it, q: it / q, "{it} / {q}"),
    ("mc", ("p", "v"), lambda p, v: p - v, "{p} − {v}"),
    ("q", ("it", "p"), lambda it, p: it / p, "{it} / {p}"),
    ("q", ("cv", "v"), lambda cv, v: cv / v, "{cv} / {v}"),
    ("q", ("ct", "me"), lambda ct, me: ct / me, "{ct} / {me}"),
    ("q", ("cf", "fm"), lambda cf, fm: cf / fm, "{cf} / {fm}"),
    ("e", ("b", "im"), lambda b, im: b - im, "{b} − {im}"),
)


def agree(known: Mapping[str, float]) -> bool:
    """Tell whether magnitudes that are given together can all be right."""
    return all(
        abs(compute(*(known[need] for need in needs)) - known[target]) <= 1e-6 * max(1.0, abs(known[target]))
        for target, needs, compute, _ in _RULES
        if target in known and all(need in known for need in needs) and all(known[need] for need in needs)
    )


def follow(known: Mapping[str, float]) -> tuple[dict[str, float], dict[str, str]]:
    """Return every magnitude that follows from those that are known, and how each one was found."""
    values = dict(known)
    ways: dict[str, str] = {}
    grows = True
    while grows:
        grows = False
        for target, needs, compute, text in _RULES:
            if target in values or any(need not in values for need in needs):
                continue
            values[target] = compute(*(values[need] for need in needs))
            written = text.format(**{need: number(values[need]) for need in needs})
            ways[target] = f"{NAMES[target][0]} = {written} = {number(values[target])}"
            grows = True
    return values, ways
