"""Microeconomía: costo de oportunidad y ventaja comparativa."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_MEASURE = (
    r"(?:(?:kg|kgs|kilos?|kilogramos|toneladas?|tn|unidades|litros?|metros|cajas"
    r"|quintales|barriles|bolsas|botellas|millones|ton"
    r"|cajones|docenas|piezas|sacos|fardos) )?(?:de )?"
)
_GOOD = re.compile(rf"[#@](\d+) {_MEASURE}(?!por |y |o |a |en |horas?\b|dias?\b|para |trabajador)([a-z]{{2,}})")
_GIVES = re.compile(
    r"\b(?:dej(?:o|a|as|ar|amos|an)|resign(?:o|a|ar|amos|an)|renuncia(?:r|n)?"
    r"|renuncio|sacrific\w+|pierd\w+|perder|cedo|ced\w+)\b"
    r"(?! (?:\w+ )?[a-z]*cuant)"
)


def _goods(text: str) -> dict[int, str]:
    return {int(found[1]): found[2] for found in _GOOD.finditer(text)}


def _two(reading: Reading) -> dict[str, list[int]] | None:
    """Tell what is given up from what is gained, both counted goods."""
    # «En una semana», «en un día» say how long both take.
    plain = [
        place for place, one in enumerate(reading.quantities) if one.mark != "@" and not _is_one_hour(reading, place)
    ]
    goods = {place: good for place, good in _goods(reading.text).items() if place in plain}
    if len(plain) != 2 or len(goods) != 2 or any(reading.quantities[place].mark != "#" for place in plain):
        return None
    first, second = plain
    if goods[first][:4] == goods[second][:4]:
        return None
    lost, won = _sides(reading.text, goods)
    return {"a": [lost], "b": [won]}


def _sides(text: str, goods: dict[int, str]) -> tuple[int, int]:
    """Return which good is given up and which is gained, as far as the words tell; else the first for the second."""
    first, second = sorted(goods)
    other = {first: second, second: first}
    gives = _GIVES.search(text)
    if gives:
        after = rx.search(r"[#@](\d+)", text[gives.end() :])
        if after and int(after[1]) in other:
            lost = int(after[1])
            return lost, other[lost]
    bare = rx.sub(r"[#@]\d+ (?:[a-z]+ (?:de )?)?[a-z]+", lambda found: " " * len(found[0]), text)
    for place, good in goods.items():
        stem = re.escape(good[: max(4, len(good) - 2)])
        if rx.search(
            rf"(?:\b(?:cada|un|una|adicional|extra|mas)\b(?: [a-z]+(?: de)?)?|oportunidad (?:de "
            rf"|del |de la |de producir )+) ?{stem}",
            bare,
        ):
            return other[place], place
        if rx.search(rf"(?:cuant[oa]s|medido en|terminos de|en) {stem}", bare):
            return place, other[place]
    return first, second


def _opportunity(g: Given) -> Solution:
    one, other = (good for _, good in sorted(_goods(g.text).items())[-2:])
    first = g.quantity("a").number.start < g.quantity("b").number.start
    lost, won = (one, other) if first else (other, one)
    value = g["a"] / g["b"]
    return Solution(
        value,
        f"El costo de oportunidad es {number(value)} {lost} por unidad de {won}"
        f" (y al revés, {number(1 / value)} {won} por unidad de {lost}).",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        f"Para tener una unidad más de {won} hay que resignar {number(value)} de {lost}.",
        ("recursos plenamente usados, sobre una frontera recta",),
    )


_FRONTIER = r"\bfrontera|\bfpp\b|\bposibilidades de produccion|combinacion|\bpasa\w* (?:de|a) produc|\btransforma"


def _points(reading: Reading) -> dict[str, list[int]] | None:
    """Take two points of a frontier, told as so many of one good and so many of the other."""
    goods = _goods(reading.text)
    if [one.mark for one in reading.quantities] != ["#"] * 4 or len(goods) != 4:
        return None
    names = [goods[place][:4] for place in range(4)]
    order = {True: (0, 1, 2, 3), False: (0, 1, 3, 2)}[names[0] == names[2]]
    if names[0] == names[1] or (names[order[0]], names[order[1]]) != (names[order[2]], names[order[3]]):
        return None
    return dict(zip("abcd", ([place] for place in order), strict=True))


def _between_points(g: Given) -> Solution:
    goods = _goods(g.text)
    first, second = g["c"] - g["a"], g["d"] - g["b"]
    if first * second >= 0:
        raise CalculationError(
            "Entre esos dos puntos no se resigna nada: en una frontera, si hay más de uno hay menos del otro."
        )
    won, lost = (goods[1], goods[0]) if second > 0 else (goods[0], goods[1])
    more, less = (second, -first) if second > 0 else (first, -second)
    value = less / more
    return Solution(
        value,
        f"El costo de oportunidad es {number(value)} {lost} por unidad de {won}"
        f" (y al revés, {number(1 / value)} {won} por unidad de {lost}).",
        f"{number(less)} / {number(more)} = {number(value)}",
        f"Por {number(more)} de {won} se resignan {number(less)} de {lost}.",
        ("los dos puntos están sobre la frontera",),
    )


def _of_a_change(g: Given) -> Solution:
    lost = g["a"] - g["b"]
    if lost <= 0:
        raise CalculationError("No se resigna nada: la cantidad del primer bien no baja.")
    value = lost / g["c"]
    return Solution(
        value,
        f"El costo de oportunidad es {number(value)} por cada unidad que se gana.",
        g.fill(f"({{a}} − {{b}}) / {{c}} = {number(value)}"),
        f"Se resignan {number(lost)} de un bien para tener {number(g['c'])} más del otro.",
        ("los dos puntos están sobre la frontera",),
    )


def _four(reading: Reading) -> dict[str, list[int]] | None:
    """Tell the outputs (or the hours) of two producers in two goods."""
    plain = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#"
        and not (
            one.spelled
            and one.value == 2
            and rx.match(r" (?:paises|bienes|personas|productores|amig)", reading.text[reading.slot(place)[1] :])
        )
    ]
    # «En 1 hora Juan pesca 4 peces» counts no good.
    plain = [place for place in plain if not _is_one_hour(reading, place)]
    if len(plain) != 4 or any(one.mark not in "#@" for one in reading.quantities):
        return None
    goods = _goods(reading.text)
    names = [goods.get(place, "")[:4] for place in plain]
    if names[0] and names[2] and names[0] == names[3] and names[1] == names[2] and names[0] != names[1]:
        plain[2], plain[3] = plain[3], plain[2]
    elif names[0] and names[0] == names[1] and names[2] == names[3] and names[0] != names[2]:
        plain[1], plain[2] = plain[2], plain[1]
    return dict(zip("abcd", ([place] for place in plain), strict=True))


def _is_one_hour(reading: Reading, place: int) -> bool:
    return (
        reading.quantities[place].value == 1
        and rx.match(r" (?:horas?|dia|jornada|semana)\b", reading.text[reading.slot(place)[1] :]) is not None
        and rx.search(r"\b(?:en|por|cada) $", reading.text[: reading.slot(place)[0]]) is not None
    )


def _comparative(g: Given) -> Solution:
    a, b, c, d = (g[symbol] for symbol in "abcd")
    hours = len(rx.findall(r"\bhoras?\b|\bh\b", g.text)) > 1 and rx.search(
        r"necesit|requier|tard|demor|hay que usar|cuesta|insum|emple|por unidad|para", g.text
    )
    # What one unit of the first good costs each producer in units of the second one.
    first, second = (a / b, c / d) if hours else (b / a, d / c)
    goods = _goods(g.text)
    order = sorted(g.quantity(symbol).number.start for symbol in "abcd")
    slots = [int(found[1]) for found in rx.finditer(r"#(\d+)", g.text)]
    places = dict(zip(order, slots[-4:], strict=False))
    names = [goods.get(places.get(g.quantity(symbol).number.start, -1), "") for symbol in "ab"]
    one, other = (names[0] or "el primer bien", names[1] or "el segundo bien")
    who = _producers(g.text, slots[-4:])
    better = who[0] if first < second else who[1]
    worse = who[1] if first < second else who[0]
    verdict = (
        f"{better} tiene la ventaja comparativa en {one} y {worse} en {other}."
        if abs(first - second) > 1e-12
        else "Los costos son iguales: nadie tiene ventaja comparativa."
    )
    return Solution(
        first,
        f"Una unidad de {one} le cuesta {number(first)} de {other} a {who[0]} y {number(second)} a {who[1]}. {verdict}",
        f"{number(first)} y {number(second)} ; al revés, una de {other} cuesta {number(1 / first)} "
        f"y {number(1 / second)}"
        f" de {one}",
        "Gana comerciar a un precio entre esos dos: cada uno se especializa en lo que le cuesta menos.",
        (
            "costos de oportunidad constantes; "
            + ("las cifras son horas por unidad" if hours else "las cifras son producciones posibles"),
        ),
    )


def _producers(text: str, slots: list[int]) -> tuple[str, str]:
    found: list[str] = []
    for index, fallback in ((0, "el primero"), (2, "el segundo")):
        if len(slots) < 4:
            found.append(fallback)
            continue
        before = text[: text.index(f"#{slots[index]}")].rstrip(" ,")
        before = rx.split(r"[#@]\d+ [a-z]+|, y |, | y | o |mientras que|en cambio", before)[-1]
        name = rx.search(
            r"(?:^| )(?:el pais |la |el )?([a-z]{1,})(?: (?:puede|pueden|solo|por|hora|dia|en|una?|logra|alcanza|a))*"
            r"(?: (?:hac\w+|produc\w+|fabric\w+|elabor\w+|cosech\w+|necesit\w+|requier\w+"
            r"|tard\w+|hornea|prepara|pesca|junta|us\w+|emplea))?$",
            before,
        )
        found.append(name[1].capitalize() if name and len(name[1]) < 16 and name[1] not in _NO_NAMES else fallback)
    return found[0], found[1]


_NO_NAMES = {
    "de",
    "en",
    "por",
    "hora",
    "dia",
    "trabajo",
    "puede",
    "hace",
    "produce",
    "horas",
    "que",
    "otro",
    "otra",
    "al",
    "para",
}


_PER_TIME = re.compile(r" (?:pesos )?(?:por|la|x|cada) (?:hora|dia|mes|semana)\b")


def _costs_of_choice(reading: Reading) -> dict[str, list[int]] | None:
    """Take the amounts, and a time together with the amount that is paid for each hour, day or month of it."""
    numbers = reading.quantities
    times = [place for place, one in enumerate(numbers) if one.mark == "@" or _counts_hours(reading, place)]
    amounts = [place for place in range(len(numbers)) if place not in times]
    if any(numbers[place].mark not in "$#" for place in amounts):
        return None
    if not times:
        return {"s": amounts} if len(amounts) > 1 else None
    paid = [place for place in amounts if _PER_TIME.match(reading.text[reading.slot(place)[1] :])]
    if len(times) != 1 or len(paid) != 1:
        return None
    others = [place for place in amounts if place not in paid]
    return {"h": times, "w": paid} | ({"s": others} if others else {})


def _counts_hours(reading: Reading, place: int) -> bool:
    return rx.match(r" horas?\b", reading.text[reading.slot(place)[1] :]) is not None


def _forgone(g: Given) -> Solution:
    terms = [number(one) for one in g.all("s")] if "s" in g else []
    value = sum(g.all("s")) if "s" in g else 0.0
    if "h" in g:
        terms.append(f"{number(g['h'])} × {number(g['w'])}")
        value += g["h"] * g["w"]
    return Solution(
        value,
        f"El costo de oportunidad es {g.money(value)}.",
        f"{' + '.join(terms)} = {number(value, money=True)}",
        "Suma lo que se paga y lo que se deja de ganar con la mejor alternativa.",
        ("lo que se gastaría igual (comida, vivienda) no cuenta",),
    )


_A = Input("a", "la cantidad que se resigna", Kind.NUMBER, above=0)
_B = Input("b", "la cantidad que se gana", Kind.NUMBER, above=0)
_GIVE_WORDS = r"dejo|deja|dejas|dejar|dejamos|resign\w+|renunci\w+|sacrific\w+"

CALCULATORS = (
    Calculator(
        id="costo_oportunidad_fpp",
        name="el costo de oportunidad",
        area=AREA,
        formula="ΔA / ΔB",
        inputs=(_A, _B),
        keys="oportunidad dejo deja dejar resigno resigna resignar frontera fpp motos",
        when=(),
        names=rf"^(?=.*(?:oportunidad|\bfpp\b|frontera|{_GIVE_WORDS})).*(?:oportunidad|fpp"
        rf"|frontera|por #\d+ \w+ mas|por cada)"
        r"|^(?=.*#\d+ [a-z ]{3,25} o (?:bien )?#\d+).*(?:cuant[oa]s \w+ (?:cuesta"
        r"|renunci|resign|dej|vale|sacrif)\w*|por cada"
        r"|cuanto (?:cuesta|vale|sale) (?:un|una|cada|producir|fabricar) [a-z]+ en [a-z]+)",
        unless=r"%\d|\$\d|interes|\btasa\b|sueldo|precio|\bno\b|\bhoras?\b.*\bhoras?\b|pesos",
        wordings=(),
        place=_two,
        work=_opportunity,
        asks=False,
    ),
    Calculator(
        id="ventaja_comparativa",
        name="la ventaja comparativa",
        area=AREA,
        formula="costo de X = Y resignado / X obtenido",
        inputs=(
            _A,
            _B,
            Input("c", "la tercera cifra", Kind.NUMBER, above=0),
            Input("d", "la cuarta cifra", Kind.NUMBER, above=0),
        ),
        keys="oportunidad comparativa comparativas",
        when=(),
        names=r"ventajas? (?:comparativas?|absolutas?)|costos? de oportunidad|quien (?:se )?(?:deberia|que|"
        r"|debe|conviene)? ?(?:especializ|produc|export|dedic|hac)\w*|quien (?:se )?(?:deberia|debe|tiene que) [a-z]+"
        r"|a quien le conviene"
        r"|en que (?:se )?(?:especializ\w+|conviene)",
        unless=rf"%\d|\$\d|(?:{_FRONTIER})(?!.*ventaja)",
        wordings=(),
        place=_four,
        work=_comparative,
        asks=False,
    ),
    Calculator(
        id="costo_oportunidad_entre_puntos",
        name="el costo de oportunidad entre dos puntos de la frontera",
        area=AREA,
        formula="−ΔA / ΔB",
        inputs=tuple(
            Input(symbol, f"la {name} cifra", Kind.NUMBER, above=-1e-9)
            for symbol, name in (("a", "primera"), ("b", "segunda"), ("c", "tercera"), ("d", "cuarta"))
        ),
        keys="oportunidad frontera fpp",
        when=(),
        names=rf"^(?=.*(?:oportunidad|sacrific|resign|renunci|cuesta))(?=.*(?:{_FRONTIER})).*",
        unless=r"%\d|\$\d|ventaja",
        wordings=(),
        place=_points,
        work=_between_points,
        asks=False,
    ),
    Calculator(
        id="costo_de_oportunidad_de_un_cambio",
        name="el costo de oportunidad de un cambio",
        area=AREA,
        formula="(A₀ − A₁) / ΔB",
        inputs=(
            Input("a", "la cantidad inicial", Kind.NUMBER, above=-1e-9),
            Input("b", "la cantidad final", Kind.NUMBER, above=-1e-9),
            Input("c", "lo que se gana del otro bien", Kind.NUMBER, above=0),
        ),
        keys="oportunidad frontera fpp",
        when=(),
        names=rf"^(?=.*(?:oportunidad|{_GIVE_WORDS}|frontera|fpp\b|cuesta))"
        r".*(?:de|desde) #\d+ (?:[a-z]+ ){0,4}?a #\d+.*",
        unless=r"%\d|\$\d|precio|sueldo|tasa|dolar",
        wordings=(
            r"(?:de|desde) {a} ~a {b} [^#]*{c} (?:[a-z]+ )?(?:[a-z]+ )?mas",
            r"(?:de|desde) {a} ~a {b} [^#]*(?:obtener|producir|hacer|ganar|fabricar|tener|obtengo|gano) {c}",
            r"{c} (?:[a-z]+ )?(?:[a-z]+ )?mas [^#]*(?:de|desde) {a} ~a {b}",
        ),
        work=_of_a_change,
        asks=False,
    ),
    Calculator(
        id="costo_de_oportunidad_total",
        name="el costo de oportunidad",
        area=AREA,
        formula="costo explícito + ingreso resignado",
        inputs=(
            Input("s", "cada costo", Kind.AMOUNT, many=True, optional=True),
            Input("h", "el tiempo", Kind.TIME, above=0, optional=True),
            Input("w", "lo que se paga por ese tiempo", Kind.AMOUNT, above=-1e-9, optional=True),
        ),
        keys="oportunidad",
        needs="oportunidad",
        when=(),
        names=r"^(?=.*oportunidad)(?=.*(?:estudi|carrera|matricula|universi|facultad|maestria"
        r"|\bcurso|\bviaj|vacacion|\bir a|dejar de|deja de|dejo"
        r"|renunci|podria|trabaj)).*",
        unless=r"%\d|#\d+ (?:de )?[a-z]{4,}.*#\d+ (?:de )?[a-z]{4,}|\btasa|benefici|gananci|\bz[dsci]",
        wordings=(),
        place=_costs_of_choice,
        work=_forgone,
        asks=False,
    ),
)
