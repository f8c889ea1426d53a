"""Microeconomía: concentración y poder de mercado."""

import re

import msgspec

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading


def _shares(g: Given) -> tuple[list[float], str]:
    """Return shares in points, and what they were taken for: sales are turned to shares of their sum."""
    values, plain = g.all("s"), all(one.mark != "%" for one in g.quantities("s"))
    last = g.quantities("s")[-1]
    if last.number.scaled and not any(one.number.scaled for one in g.quantities("s")[:-1]):
        # «500, 300 y 200 millones»: the millions hold for all of them.
        scale = 1e6 if last.value >= 1e6 else 1e3
        values = [*(value * scale for value in values[:-1]), values[-1]]
    if any(value < 0 for value in values):
        raise CalculationError("Las cuotas de mercado tienen que ser positivas y sumar 100 % como mucho.")
    total = sum(values)
    if plain and total <= 1.005:
        return [100 * value for value in values], "cuotas en partes de uno, pasadas a puntos"
    if total > 100.5:
        if plain and (max(values) > 100 or rx.search(r"ven[dt]|factur|millones|unidades|produc", g.text)):
            return [100 * value / total for value in values], "cuotas calculadas sobre el total de ventas"
        raise CalculationError("Las cuotas de mercado tienen que ser positivas y sumar 100 % como mucho.")
    rest = "" if abs(total - 100) < 0.5 else "; no suman 100 %: falta contar al resto"
    return values, f"cuotas en puntos porcentuales{rest}"


def _level(value: float) -> str:
    return "poco" if value < 1_500 else "moderadamente" if value <= 2_500 else "muy"


def _hhi(g: Given) -> Solution:
    if "s" not in g:
        # A number of equal firms says as much as their shares.
        return _equal_firms(g["n"])
    shares, taken = _shares(g)
    if len(shares) == 1 and "n" in g:
        shares = shares * min(int(g["n"]), 10_000)
        if sum(shares) > 100.5:
            raise CalculationError("Las cuotas de mercado tienen que ser positivas y sumar 100 % como mucho.")
    value = sum(share**2 for share in shares)
    worked = f"{' + '.join(f'{number(share)}²' for share in shares)} = {number(value)}"
    merged = ""
    pair = (g.all("f")[0], g.all("f")[1]) if "f" in g else _merging(g.text, shares)
    count = _how_many(g.text)
    if pair:
        delta = 2 * pair[0] * pair[1]
        merged = (
            f" Si se fusionan las de {number(pair[0])} y {number(pair[1])}, sube {number(delta)}"
            f" y llega a {number(value + delta)}."
        )
    return Solution(
        value,
        f"El HHI es {number(value)} (de 0 a 10.000).{merged}",
        worked,
        f"Es un mercado {_level(value)} concentrado, según los umbrales usuales de 1.500 y 2.500;"
        f" CR{count} = {percent(sum(sorted(shares, reverse=True)[:count]))} (equivale "
        f"a {number(10_000 / value if value else 0)} empresas iguales).",
        (taken,),
    )


def _equal_firms(count: float) -> Solution:
    value = 10_000 / count
    return Solution(
        value,
        f"El HHI es {number(value)} (de 0 a 10.000).",
        f"{number(count)} × ({number(100 / count)})² = {number(value)}",
        f"Es un mercado {_level(value)} concentrado: con n empresas iguales el índice es 10.000 / n.",
        ("todas tienen la misma cuota",),
    )


_EQUAL = re.compile(r"\bigual(?:es)?\b|mism[oa] (?:tamano|cuota|participacion)|partes iguales|identic")
_FIRMS = re.compile(r"#(\d+) (?:empresas|firmas|competidor\w*|compan\w+)")


def _hhi_place(reading: Reading) -> dict[str, list[int]] | None:
    """Take the percentages, or else the plain numbers; a single one only where it is said how many firms have it."""
    marks = [one.mark for one in reading.quantities]
    percents = _percents(reading)
    plain = [place for place, mark in enumerate(marks) if mark in "$#"]
    if percents:
        if len(percents) > 1:
            return _without_repeated(reading, _as_often(reading, percents))
        found = _FIRMS.search(reading.text)
        return {"s": percents, "n": [int(found[1])]} if found else None
    counted = [
        place for place in plain if rx.match(r" (?:empresas|firmas|competidor)", reading.text[reading.slot(place)[1] :])
    ]
    shares = [place for place in plain if place not in counted]
    if len(counted) == 1 and not shares and _EQUAL.search(reading.text):
        return {"n": counted}
    return _without_repeated(reading, shares) if len(shares) > 1 else None


_SO_MANY = re.compile(
    r"#(\d+) (?:(?:empresas|firmas|mas|otras) )*(?:con|de|tienen)(?: (?:un|el|cada|una"
    r"|con))* %(\d+)(?! (?:, )?(?:y )?%)"
)


def _as_often(reading: Reading, places: list[int]) -> list[int]:
    """Repeat a share as often as firms have it: «una empresa con 60 % y dos con 20 %»."""
    many = {int(found[2]): reading.quantities[int(found[1])].value for found in _SO_MANY.finditer(reading.text)}
    return [place for place in places for _ in range(int(min(50, max(1, many.get(place, 1)))))]


def _percents(reading: Reading) -> list[int]:
    """Return the percentages of a question; in «35, 25 y 8 %» the sign of the last one holds for all."""
    percents = [place for place, one in enumerate(reading.quantities) if one.mark == "%"]
    if len(percents) != 1:
        return percents
    place = percents[0]
    while place and reading.quantities[place - 1].mark == "#":
        between = reading.text[reading.slot(place - 1)[1] : reading.slot(place)[0]]
        if between.strip() not in (",", "y", ", y"):
            break
        place -= 1
    return list(range(place, percents[0] + 1))


def _without_repeated(reading: Reading, places: list[int]) -> dict[str, list[int]]:
    """Set apart the two shares that are told again as those of the firms that merge."""
    merge = rx.search(_MERGE, reading.text)
    if merge is None or len(places) < 4:
        return {"s": places}
    pair = [place for place in places if reading.slot(place)[0] > merge.start()][:2]
    rest = [place for place in places if place not in pair]
    values = [reading.quantities[place].value for place in rest]
    told = [reading.quantities[place].value for place in pair]
    if len(told) == 2 and all(values.count(one) >= told.count(one) for one in told):
        return {"s": rest, "f": pair}
    return {"s": places}


def _merger_place(reading: Reading) -> dict[str, list[int]] | None:
    found = _hhi_place(reading)
    return found if found is not None and len(found.get("s", ())) == 2 else None


def _merging(text: str, shares: list[float]) -> tuple[float, float] | None:
    """Return the shares of the two firms that are said to merge, where it is said which."""
    if len(shares) < 2 or not rx.search(r"fusion|fundir|absorb|compra a|adquier|une[n]?\b", text):
        return None
    ordered = sorted(shares)
    if rx.search(r"(?:mas chicas|menores|mas pequen|ultimas|menor participacion)", text):
        return ordered[0], ordered[1]
    if rx.search(r"(?:mas grandes|mayores|lideres|primeras|principales)", text):
        return ordered[-1], ordered[-2]
    if rx.search(r"segunda y (?:la )?tercera", text) and len(shares) > 2:
        return ordered[-2], ordered[-3]
    if rx.search(r"primera y (?:la )?segunda", text) or len(shares) == 2:
        return shares[0], shares[1]
    return None


def _merger(g: Given) -> Solution:
    first, second = g.all("s")[:2]
    value = 2 * first * second
    return Solution(
        value,
        f"La fusión sube el HHI en {number(value)} puntos.",
        f"2 × {number(first)} × {number(second)} = {number(value)}",
        f"La empresa nueva tiene {percent(first + second)} del mercado: (s₁ + s₂)² en lugar de s₁² + s₂²."
        f" Más de 100 a 200 puntos en un mercado concentrado preocupa a las autoridades.",
        ("las demás cuotas no cambian",),
    )


def _how_many(text: str) -> int:
    """Return of how many firms a concentration ratio is, four where nothing tells."""
    found = rx.search(r"\bcr? ?(\d)\b", text)
    return max(1, int(found[1])) if found else 4


def _cr(g: Given) -> Solution:
    shares, taken = _shares(g)
    count = max(1, int(g["n"])) if "n" in g else _how_many(g.text)
    largest = sorted(shares, reverse=True)[:count]
    value = sum(largest)
    return Solution(
        value,
        f"El CR{count} es {percent(value)}.",
        f"{' + '.join(number(share) for share in largest)} = {percent(value)}",
        f"Las {len(largest)} mayores tienen {percent(value)} del mercado; el HHI con esas cuotas es"
        f" {number(sum(share**2 for share in shares))}.",
        (taken,),
    )


def _cr_place(reading: Reading) -> dict[str, list[int]] | None:
    marks = [one.mark for one in reading.quantities]
    percents = _percents(reading)
    counted = rx.search(rf"\bl[ao]s #(\d+) (?:\w+ )?{_LARGEST}|{_LARGEST} #(\d+)\b|\bcr ?#(\d+)", reading.text)
    told = [int(one) for one in counted.groups() if one] if counted else []
    plain = [place for place, mark in enumerate(marks) if mark in "$#" and not reading.quantities[place].spelled]
    plain = [place for place in plain if place not in told]
    many = [place for place in (percents if len(percents) > 1 else plain) if place not in told]
    if len(many) < 2:
        return None
    how_many = [place for place in told if 1 <= reading.quantities[place].value < 20]
    return {"s": many} | ({"n": how_many[:1]} if how_many else {})


def _share(g: Given) -> Solution:
    if "s" in g:
        value = g["t"] * g["s"]
        return Solution(
            value,
            f"Le corresponden {g.money(value, 't')}.",
            f"{number(g['t'])} × {percent(100 * g['s'])} = {number(value, money=True)}",
            "Es su parte de las ventas de todo el mercado.",
        )
    if g["v"] > g["t"]:
        raise CalculationError("Una empresa no puede vender más que todo el mercado: revisá los datos.")
    value = 100 * g["v"] / g["t"]
    return Solution(
        value,
        f"La cuota de mercado es {percent(value)}.",
        g.fill(f"{{v}} / {{t}} × 100 = {percent(value)}"),
        f"De cada 100 que vende el mercado, {number(value)} son suyos.",
    )


_LARGEST = r"(?:mas grandes|mayores|primeras|principales|lideres|mas importantes|que mas)"
_SHARES = Input("s", "la cuota de cada empresa", Kind.SHARE, many=True)
_HHI = r"\bhhi\b|\bihh\b|herfindahl|hirsch?man"
_MERGE = r"fusion\w*|fundir|absorb\w*|adquier\w+|se un[aei]+n|une[n]?\b"
CALCULATORS = (
    Calculator(
        id="hhi",
        name="el índice HHI",
        area=AREA,
        formula="Σ s²",
        inputs=(
            msgspec.structs.replace(_SHARES, optional=True),
            Input("n", "la cantidad de empresas", Kind.NUMBER, above=0, optional=True),
            Input("f", "las cuotas que se fusionan", Kind.SHARE, many=True, optional=True),
        ),
        keys="hhi ihh herfindahl hirschman",
        when=(),
        names=_HHI,
        unless=r"\bz[dsci][qptmev] ",
        wordings=(),
        place=_hhi_place,
        work=_hhi,
        asks=False,
    ),
    Calculator(
        id="hhi_fusion",
        name="el aumento del HHI por una fusión",
        area=AREA,
        formula="ΔHHI = 2 s₁ s₂",
        inputs=(_SHARES,),
        keys="hhi ihh herfindahl hirschman fusion",
        when=(),
        names=rf"^(?=.*(?:{_HHI}))(?=.*(?:{_MERGE})).*",
        unless=r"\bz[dsci][qptmev] |(?:[%#]\d\D*){4}",
        wordings=(),
        place=_merger_place,
        work=_merger,
        asks=False,
    ),
    Calculator(
        id="cr4",
        name="el índice de concentración",
        area=AREA,
        formula="CRn = Σ n mayores cuotas",
        inputs=(_SHARES, Input("n", "cuántas empresas cuentan", Kind.NUMBER, above=0, optional=True)),
        keys="cr4 cr3 cr2 cr8 concentracion cuotas",
        when=(),
        names=r"cr1\b|cr2\b|cr3\b|cr4\b|cr5\b|cr8\b|cr #?\d|c2\b|c3\b|c4\b|c5\b|c8\b"
        r"|(?:(?:indice|ratio|razon|coeficiente|nivel|tasa|grado) de )?concentracion"
        rf"|^(?=.*(?:cuotas?\b|market share|participaci\w+|mercado)).*l[ao]s #\d+ (?:\w+ )?{_LARGEST}",
        unless=rf"\bz[dsci][qptmev] |{_HHI}|gini|ingresos? de|hogares|poblacion",
        wordings=(),
        place=_cr_place,
        work=_cr,
        asks=False,
    ),
    Calculator(
        id="cuota_de_mercado",
        name="la cuota de mercado",
        area=AREA,
        formula="ventas propias / ventas del mercado",
        inputs=(
            Input(
                "v",
                "las ventas de la empresa",
                Kind.AMOUNT,
                above=-1e-9,
                optional=True,
                labels=r"vend\w+|factur\w+|ventas(?: (?:propias|de la (?:empresa|firma|marca)))?|empresa|firma|marca",
            ),
            Input(
                "t",
                "las ventas del mercado",
                Kind.AMOUNT,
                above=0,
                labels=r"(?:todo el |total del |ventas del )?(?:mercado|sector|rubro|industria)(?: total| completo)?"
                r"|en total|totales?|entre todas",
            ),
            Input("s", "la cuota", Kind.SHARE, above=0, optional=True),
        ),
        keys="cuotas",
        needs="mercado sector rubro industria",
        when=(),
        names=r"^(?=.*(?:cuota|participacion|market share|share|porcion|porcentaje|parte|tajada))"
        r"(?=.*(?:mercado|sector|rubro|industria)).*(?:vend|factur|ventas).*",
        unless=rf"\bz[dsci][qptmev] |{_HHI}|fusion|concentracion|precio|pbi|pib|bono|accion|credito"
        rf"|exporta|importa|{_LARGEST}",
        wordings=(),
        work=_share,
        asks=False,
    ),
)
