"""Microeconomía: del individuo al mercado: la demanda o la oferta de muchos iguales, o de varios distintos."""

from collections.abc import Callable

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas import curve_inputs as has
from ecobot_tui.economics.calculators.curves import Line, meeting
from ecobot_tui.economics.calculators.given import Given, Incomplete, number
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_MARKER = r"\bz(?P<side>[ds])(?P<form>[qp]) [$#](?P<a>\d+) , [$#](?P<b>\d+)"
_PRICE = (
    r"\b(?:precio|p)(?: (?:de|es|mercado|del|igual|a|fuera|fuese|vale|esta|en|producto|unitario|por|unidad))* [$#](\d+)"
)
_TOTAL = r"mercado|total|agregad|entre (?:todos|los|las|ambos)|conjunt|junt[ao]s|en conjunto|suma"


def _lines(g: Given) -> list[tuple[str, Line]]:
    """Return the sides and the lines of the question, in their order."""
    lines: list[tuple[str, Line]] = []
    for found, a, b in zip(rx.finditer(_MARKER, g.text), g.all("a"), g.all("b"), strict=True):
        if b == 0:
            raise CalculationError("La pendiente no puede ser cero en una función lineal.")
        line = Line(a, b) if found["form"] == "q" else Line(-a / b, 1 / b)
        if (line.b > 0) == (found["side"] == "d"):
            raise CalculationError("Una demanda baja con el precio y una oferta sube: revisá los signos.")
        lines.append((found["side"], line))
    if not lines:
        raise Incomplete("a")
    return lines


def _placer(how_many: int) -> Callable[[Reading], dict[str, list[int]] | None]:
    """Return what finds so many lines, how many have them, and a price."""

    def place(reading: Reading) -> dict[str, list[int]] | None:
        text, numbers = reading.text, reading.quantities
        if any(one.mark not in "$#" for one in numbers):
            return None
        found = list(rx.finditer(_MARKER, text))
        if len(found) != how_many:
            return None
        a, b = [int(one["a"]) for one in found], [int(one["b"]) for one in found]
        # «Dos consumidores», «entre los dos» say how many lines there are.
        said = [place for place, one in enumerate(numbers) if one.spelled and one.value == how_many > 1]
        rest = [place for place in range(len(numbers)) if place not in (*a, *b, *said)]
        places = {"a": a, "b": b}
        priced = [int(one[1]) for one in rx.finditer(_PRICE, text) if int(one[1]) in rest]
        counts = [
            place
            for place in rest
            if place not in priced
            and rx.match(rf" (?:[a-z]+ )?{has.MANY}\b", text[reading.slot(place)[1] :])
            and numbers[place].value == int(numbers[place].value) > 0
        ]
        rest = [place for place in rest if place not in counts and place not in priced]
        if len(priced) > 1 or len(rest) > 1 or (priced and rest):
            return None
        price = priced or rest
        places |= {"p": price} if price else {}
        return places | ({"n": counts} if counts else {})

    return place


def _of_many(reading: Reading) -> dict[str, list[int]] | None:
    places = _placer(1)(reading)
    return places if places is not None and len(places.get("n", ())) == 1 else None


def _of_several(reading: Reading) -> dict[str, list[int]] | None:
    for how_many in (2, 3):
        places = _placer(how_many)(reading)
        if places is None or "n" in places or "p" not in places:
            continue
        sides = {found["side"] for found in rx.finditer(_MARKER, reading.text)}
        return places if len(sides) == 1 else None
    return None


def _of_both(reading: Reading) -> dict[str, list[int]] | None:
    places = _placer(2)(reading)
    if places is None or "p" in places or "n" not in places:
        return None
    return places if {found["side"] for found in rx.finditer(_MARKER, reading.text)} == {"d", "s"} else None


def _written(line: Line, side: str) -> str:
    return f"Q{side} = {line}"


def _many(g: Given) -> Solution:
    side, line = _lines(g)[0]
    count = g.all("n")[0]
    whole = Line(line.a * count, line.b * count)
    name = "demanda" if side == "d" else "oferta"
    if "p" not in g:
        return Solution(
            whole.a,
            f"La {name} del mercado es {_written(whole, side)}.",
            f"{number(count)} × ({line}) = {whole}",
            f"A cada precio se suman las cantidades de los {number(count)}: la ordenada y la pendiente se multiplican.",
            ("todos son iguales",),
        )
    price = g["p"]
    each = max(0.0, line.quantity(price))
    value = count * each
    return Solution(
        value,
        f"Entre todos {'demandan' if side == 'd' else 'ofrecen'} {number(value)}: {number(each)} cada uno.",
        f"{number(count)} × ({line}), con P = {number(price)}: {number(count)} × {number(each)} = {number(value)}",
        f"La {name} del mercado es {_written(whole, side)}: a cada precio se suman las cantidades de todos.",
        ("todos son iguales",),
    )


def _several(g: Given) -> Solution:
    lines, price = _lines(g), g["p"]
    amounts = [max(0.0, line.quantity(price)) for _, line in lines]
    value = sum(amounts)
    name = "demandada" if lines[0][0] == "d" else "ofrecida"
    return Solution(
        value,
        f"La cantidad {name} en total es {number(value)}.",
        f"{' + '.join(map(number, amounts))} = {number(value)}",
        "La curva del mercado suma, a cada precio, las cantidades de todos: es una suma horizontal.",
        (f"precio {number(price)} para todos",),
    )


def _both(g: Given) -> Solution:
    lines = dict(_lines(g))
    counts = {"d": 1.0, "s": 1.0}
    told = rx.findall(rf"[$#]\d+ (?:[a-z]+ )?({has.MANY})\b", g.text)
    for name, count in zip(told, g.all("n"), strict=False):
        counts["d" if rx.match(has.BUYERS, name) else "s"] = count
    buyers = Line(lines["d"].a * counts["d"], lines["d"].b * counts["d"])
    sellers = Line(lines["s"].a * counts["s"], lines["s"].b * counts["s"])
    one = meeting(buyers, sellers)
    return Solution(
        one.price,
        f"El equilibrio está en P = {number(one.price)} y Q = {number(one.quantity)}.",
        f"{buyers} = {sellers} ⇒ P = {number(one.price)} ; Q = {number(one.quantity)}",
        f"Cada comprador lleva {number(one.quantity / counts['d'])} y cada vendedor ofrece"
        f" {number(one.quantity / counts['s'])}.",
        (f"{number(counts['d'])} compradores y {number(counts['s'])} vendedores iguales",),
    )


_INPUTS = (
    Input("a", "la ordenada", Kind.AMOUNT, many=True),
    Input("b", "la pendiente", Kind.AMOUNT, many=True),
    Input("n", "cuántos son", Kind.NUMBER, many=True, optional=True),
    Input("p", "el precio", Kind.AMOUNT, above=-1e-9, optional=True),
)
_NEVER = (
    rf"%\d|elastic|{has.MONOPOLY}|cournot|duopol|stackelberg|bertrand|cartel|\bzc|\bcmg\b|{has.POLICY}|{has.SURPLUS}"
)


def _calculator(
    calculator_id: str,
    name: str,
    formula: str,
    names: str,
    place: Callable[[Reading], dict[str, list[int]] | None],
    work: Callable[[Given], Solution],
) -> Calculator:
    return Calculator(
        id=calculator_id,
        name=name,
        area=has.AREA,
        formula=formula,
        inputs=_INPUTS,
        keys=has.KEYS,
        needs=has.KEYS,
        when=(),
        names=names,
        unless=_NEVER,
        wordings=(),
        place=place,
        work=work,
        asks=False,
    )


CALCULATORS = (
    _calculator(
        "mercado_de_muchos_iguales",
        "la demanda o la oferta de muchos iguales",
        "Q = n · q",
        rf"^(?=.*\bz[ds][qp] ).*#\d+ (?:[a-z]+ )?{has.MANY}.*",
        _of_many,
        _many,
    ),
    _calculator(
        "suma_de_curvas",
        "la suma de varias demandas u ofertas",
        "Q = q₁ + q₂",
        rf"^(?=.*\bz[ds][qp] ).*(?:{_TOTAL}).*",
        _of_several,
        _several,
    ),
    _calculator(
        "equilibrio_de_muchos",
        "el equilibrio de muchos compradores y vendedores",
        "n · qd = m · qs",
        rf"^(?=.*\bzd[qp] )(?=.*\bzs[qp] ).*#\d+ (?:[a-z]+ )?{has.MANY}.*",
        _of_both,
        _both,
    ),
)
