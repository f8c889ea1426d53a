"""Microeconomía: el punto de equilibrio de una empresa, en unidades, en dinero o en el precio, y para ganar algo."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.accounts import read_accounts
from ecobot_tui.economics.calculators.areas.curve_inputs import AREA
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading

_UNITS = {"cv": "v", "ct": "v", "me": "v", "ex": "f"}
_MONEY = (
    r"\bfactur|en pesos\b|en dinero|en plata|en ventas|ventas de equilibrio|monto de ventas"
    r"|en valor|en \$|en dolares"
)


def _place(reading: Reading) -> dict[str, list[int]] | None:
    """Read the fixed cost, the price, the unit's cost and the target; a plain variable cost is that of a unit."""
    each = _EACH.search(reading.text)
    unit = int(each[1] or each[2]) if each else 0
    if each and len(reading.quantities) == 3:
        rest = [place for place in range(3) if place != unit]
        wanted = [place for place in rest if _TARGET.search(reading.text[: reading.slot(place)[0]])]
        if len(wanted) == 1:
            rest.remove(wanted[0])
            return {"mc": [unit], "f": rest, "g": wanted}
    if each and len(reading.quantities) == 2:
        # «Gano 2.000 por cada vela»: what each unit leaves, and what is fixed.
        fixed = reading.text[: reading.slot(1 - unit)[1] + 30]
        return {"mc": [unit], "f": [1 - unit]} if rx.search(r"fij|alquiler|gastos|mensual", fixed) else None
    read = read_accounts(reading)
    if read is None:
        return None
    places: dict[str, list[int]] = {}
    for symbol, found in read[0].items():
        places.setdefault("g" if symbol == "b" else _UNITS.get(symbol, symbol), []).extend(found)
    if "p" not in places and len(places.get("v", ())) == 2:
        # «Cada una sale 1.500, hacerla me cuesta 900»: what it is sold at is the dearer of the two.
        first, second = sorted(places["v"], key=lambda place: reading.quantities[place].value)
        places |= {"v": [first], "p": [second]}
    if "cf" in places:
        places["f"] = sorted(places.get("f", []) + places.pop("cf"))
    if not places.keys() <= {"f", "p", "v", "q", "g", "mc"} or "f" not in places:
        return None
    if len(places.get("p", ())) > 1 or len(places.get("q", ())) > 1 or len(places.get("g", ())) > 1:
        return None
    return places


def _break_even(g: Given) -> Solution:
    fixed, target = sum(g.all("f")), (g["g"] if "g" in g else 0.0)  # noqa: SIM401 - no mapping
    if "p" not in g and "mc" not in g:
        return _price(g, fixed, target)
    cost = sum(g.all("v")) if "v" in g else 0.0
    unit = g["mc"] if "mc" in g else g["p"] - cost
    if unit <= 0:
        raise CalculationError(
            "El precio tiene que ser mayor que el costo variable: si no, nunca se cubre el costo fijo."
        )
    amount = (fixed + target) / unit
    up = -(-amount // 1)
    rounded = "" if abs(amount - round(amount)) < 1e-9 else f" (hay que vender {number(up)} enteras)"
    sales = f", {g.money(amount * g['p'])} de ventas" if "p" in g else ""
    what = f"Para ganar {g.money(target)} hay que vender" if target else "El punto de equilibrio es"
    top = f"({number(fixed)} + {number(target)})" if target else number(fixed)
    safety = ""
    if "q" in g:
        over = 100 * (g["q"] - amount) / g["q"]
        safety = (
            f" Con {number(g['q'])} unidades el margen de seguridad es {percent(over)} y se gana"
            f" {g.money(g['q'] * unit - fixed)}."
        )
    below = f"{number(g['p'])} − {number(cost)}" if "p" in g else number(unit)
    return Solution(
        amount,
        f"{what} {number(amount)} unidades{sales}{rounded}.",
        f"{top} / ({below}) = {number(amount)}",
        f"Vendiendo menos se pierde; cada unidad aporta {g.money(unit)} para cubrir el costo fijo.{safety}"
        if not target
        else f"Cada unidad aporta {g.money(unit)}: las primeras {number(fixed / unit)} cubren el costo fijo.{safety}",
        ("precio y costo variable por unidad constantes",),
    )


def _price(g: Given, fixed: float, target: float) -> Solution:
    if "q" not in g:
        raise CalculationError("Para eso me falta un dato: ¿cuál es el precio de venta?")
    cost = sum(g.all("v")) if "v" in g else 0.0
    value = cost + (fixed + target) / g["q"]
    top = f"({number(fixed)} + {number(target)})" if target else number(fixed)
    return Solution(
        value,
        f"El precio tiene que ser {g.money(value)}.",
        f"{number(cost)} + {top} / {number(g['q'])} = {number(value, money=True)}",
        f"Con {number(g['q'])} unidades, a ese precio "
        + (f"se ganan {g.money(target)}." if target else "no se gana ni se pierde."),
        ("se vende todo lo que se produce",),
    )


def _in_money(g: Given) -> Solution:
    share = g.rate("m")
    if _is_cost_share(g.text):
        share = 1 - share
    if not 0 < share <= 1:
        raise CalculationError("La contribución tiene que estar entre 0 y 100 % de las ventas.")
    target = g["g"] if "g" in g else 0.0  # noqa: SIM401 - no mapping
    value = (g["f"] + target) / share
    return Solution(
        value,
        f"Hay que vender por {g.money(value)}.",
        f"{number(g['f'] + target)} / {number(share)} = {number(value, money=True)}",
        f"De cada 100 de ventas quedan {number(100 * share)} para cubrir el costo fijo.",
        ("la proporción de costos variables no cambia",),
    )


def _is_cost_share(text: str) -> bool:
    return (
        rx.search(
            r"(?:variables?|mercaderia|costos? de (?:las? )?ventas?|cmv|cv)(?: \w+){0,5}? %\d|%\d (?:de|del"
            r"|en) (?:\w+ )?(?:costos? variables?|las ventas son)",
            text,
        )
        is not None
    )


def _safety(g: Given) -> Solution:
    value = 100 * (g["q"] - g["n"]) / g["q"]
    return Solution(
        value,
        f"El margen de seguridad es {percent(value)}.",
        f"({number(g['q'])} − {number(g['n'])}) / {number(g['q'])} = {percent(value)}",
        "Es lo que pueden caer las ventas antes de perder."
        if value >= 0
        else "Es negativo: se vende menos que el punto de equilibrio, y se pierde.",
    )


_EACH = re.compile(
    r"\b(?:gano|ganamos|gana|(?:me |nos )?(?:deja|dejan|queda|quedan)|le saco|contribucion(?: marginal| unitaria)?"
    r"|margen(?: de contribucion| unitario)*)(?: (?:de|es|limpios))* [$#](\d+)"
    r" (?:pesos )?(?:de ganancia )?(?:por|en|con|cada)"
    r"|\bcada (?:un[oa]|[a-z]+)(?: \w+)? (?:deja|queda|gano)(?: (?:de|me))* [$#](\d+)"
)
_TARGET = re.compile(r"\b(?:ganar\w*|ganancias?|utilidad|beneficio|llevarme|quede\w*)(?: (?:de|una|me|limpios))* $")
_F = Input(
    "f", "el costo fijo", Kind.AMOUNT, above=-1e-9, labels=r"costos? fijos?|cf|gastos? fijos?|fijos|alquiler|estructura"
)
_INPUTS = (
    _F,
    Input("p", "el precio", Kind.AMOUNT, above=0, optional=True),
    Input("v", "el costo variable unitario", Kind.AMOUNT, above=-1e-9, optional=True),
    Input("q", "la cantidad", Kind.AMOUNT, above=0, optional=True),
    Input("g", "la ganancia buscada", Kind.AMOUNT, optional=True),
    Input("mc", "la contribución por unidad", Kind.AMOUNT, above=0, optional=True),
)
_WANTS = (
    r"punto de equilibrio|(?:unidades|ventas|cantidad|nivel|volumen) de equilibrio"
    r"|punto muerto|no ir a perdida|(?:unidades|cantidad|cuant[oa]s \w+|ventas) para"
    r"|evitar perdidas"
    r"|umbral de rentabilidad|break ?even|(?:no|sin) (?:perder|ganar|pierd|gan)|ni gano ni pierdo|ni pierdo"
    r"|empat\w+|salir (?:hecho|derecho)|cubr\w+ (?:los |mis |el |todos )?(?:costos"
    r"|gastos)|recuperar (?:los )?(?:costos|gastos)|margen de seguridad"
    r"|cuant[oa]s? (?:\w+ ){0,2}?(?:tengo|debo|debe|hay|necesito|tiene|deberia"
    r"|hace falta|tendria|vender|vend\w+|unidades)"
    r"|a (?:cuanto|que precio)|que precio|cuant[oa]s (?:\w+ )?(?:para ganar|si quiero)"
    r"|cantidad (?:de equilibrio|minima)|q para|para ganar|\bq de equilibrio"
)

CALCULATORS = (
    Calculator(
        id="punto_equilibrio",
        name="el punto de equilibrio",
        area=AREA,
        formula="Q = (CF + ganancia) / (p − cv)",
        inputs=_INPUTS,
        keys="equilibrio fijos fijo variable cf",
        when=(),
        names=rf"^(?=.*(?:fij[oa]s?\b|\bcft?\b|alquiler|gastos|\bmantener|\bpuesto\b|\b(?:me|nos) cobran?\b|(?:por"
        rf"|al) (?:mes|dia|semana|noche)))(?:(?=.*(?:{_WANTS}))"
        rf"|(?=.*variable)(?=.*precio)"
        r"(?!.*\b(?:ct|cme|costo total|costo medio|beneficio|ganancia|gano|unidades|cantidad|q)\b)).*",
        unless=r"%\d|\bz[dsci][qptmev] |elastic|marginal|lerner|cuotas|credito|prestamo|plazo fijo|tasa",
        wordings=(),
        place=_place,
        work=_break_even,
        asks=False,
    ),
    Calculator(
        id="margen_de_seguridad",
        name="el margen de seguridad",
        area=AREA,
        formula="(ventas − ventas de equilibrio) / ventas",
        inputs=(
            Input(
                "q",
                "las ventas",
                Kind.AMOUNT,
                above=0,
                labels=r"vend\w+|ventas?(?: (?:actuales|reales|efectivas|presupuestadas))?(?! de equilibrio)"
                r"|factur\w+|produc\w+",
            ),
            Input(
                "n",
                "el punto de equilibrio",
                Kind.AMOUNT,
                above=-1e-9,
                labels=r"(?:punto|ventas|cantidad|nivel) de equilibrio|equilibrio|punto muerto|break ?even",
            ),
        ),
        keys="seguridad",
        when=(),
        names=r"margen de seguridad",
        unless=r"%\d|fij[oa]s?\b|\bcf\b|stock|acciones|valor intrinseco",
        wordings=(),
        work=_safety,
        asks=False,
    ),
    Calculator(
        id="ventas_de_equilibrio",
        name="las ventas de equilibrio",
        area=AREA,
        formula="V = (CF + ganancia) / contribución",
        inputs=(
            _F,
            Input("m", "la contribución como parte de las ventas", Kind.RATE, above=0, below=100),
            Input("g", "la ganancia buscada", Kind.AMOUNT, optional=True, labels=r"ganar|ganancia|utilidad|beneficio"),
        ),
        keys="equilibrio fijos fijo contribucion",
        needs="fijos fijo fija fijas cf cft",
        when=(),
        names=rf"^(?=.*(?:fij[oa]s?\b|\bcft?\b))(?=.*(?:contribucion|variables?|margen|mercaderia|cmv\b"
        rf"|cv\b|costos? de (?:las? )?ventas?))(?=.*(?:{_WANTS}"
        rf"|{_MONEY}|cuanto)).*",
        unless=r"\bz[dsci][qptmev] |elastic|marginal|lerner|cuotas|credito|prestamo|plazo fijo|tasa|\biva\b",
        wordings=(),
        work=_in_money,
        asks=False,
    ),
)
