"""Tasas e interés: conversión entre TNA, TEA y TEM, rentas y descuento."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import checked, periods

AREA = "Tasas e interés"
_TIMES = {
    "diaria": 365,
    "semanal": 52,
    "mensual": 12,
    "bimestral": 6,
    "trimestral": 4,
    "cuatrimestral": 3,
    "semestral": 2,
    "anual": 1,
}
_TNA = r"(?:\btna\b|nominal anual|anual nominal)"
_TEA = r"(?:\btea\b|efectiv[ao] anual|anual efectiv[ao])"
_TEM = r"(?:\btem\b|efectiv[ao] mensual|mensual efectiv[ao])"


def _known(term: str) -> str:
    """Return a pattern for «TNA 36 %», «TNA del 36 %» and «36 % de TNA»."""
    return (
        rf"{term}(?: (?:de|del|es|una|la|al|igual a|fuera|da|vale|capitalizable|mensual))* %|%\d+ (?:de |como"
        rf" )?{term}"
    )


def _times(g: Given) -> int:
    """Return how many times a year the question says that interest is paid; monthly where it does not."""
    found = re.search(
        r"capitaliz\w* (?:de forma |cada |por )?(diaria|semanal|mensual|bimestral|trimestral|cuatrimestral"
        r"|semestral|anual)",
        g.text,
    )
    return _TIMES[found[1]] if found else 12


def _tna_to_tem(g: Given) -> Solution:
    rate = g["i"] / 12
    return Solution(
        rate,
        f"La tasa mensual es {percent(rate)}.",
        g.fill(f"{{i}} % / 12 = {percent(rate)}"),
        f"Con una TNA de {g.shown('i')} % cada mes paga {percent(rate)}.",
        (f"convención TNA / 12; con meses de 30 días sobre 365 sería {percent(g['i'] * 30 / 365)}",),
    )


def _tna_to_tea(g: Given) -> Solution:
    times = _times(g)
    rate = 100 * interest.effective_from_nominal(g.rate("i"), times)
    return Solution(
        rate,
        f"La TEA es {percent(rate)}.",
        g.fill(f"(1 + {{i}} % / {times})^{times} − 1 = {percent(rate)}"),
        f"Reinvirtiendo los intereses, 100 pesos se vuelven {number(100 + rate)} en un año.",
        (f"capitalización {_word(times)}, {times} veces al año",),
    )


def _tea_to_tna(g: Given) -> Solution:
    times = _times(g)
    rate = 100 * interest.nominal_from_effective(g.rate("i"), times)
    return Solution(
        rate,
        f"La TNA es {percent(rate)}.",
        g.fill(f"{times} × [(1 + {{i}} %)^(1/{times}) − 1] = {percent(rate)}"),
        f"La TNA es menor que la TEA porque no cuenta los intereses sobre intereses: por período paga"
        f" {percent(rate / times)}.",
        (f"capitalización {_word(times)}, {times} veces al año",),
    )


def _tea_to_tem(g: Given) -> Solution:
    rate = 100 * converted(g.rate("i"), 1 / 12)
    return Solution(
        rate,
        f"La TEM es {percent(rate)}.",
        g.fill(f"(1 + {{i}} %)^(1/12) − 1 = {percent(rate)}"),
        f"Doce meses a {percent(rate)} con reinversión dan {g.shown('i')} % en el año.",
        ("tasas efectivas, con interés compuesto",),
    )


def _tem_to_tea(g: Given) -> Solution:
    rate = 100 * converted(g.rate("i"), 12)
    return Solution(
        rate,
        f"La TEA es {percent(rate)}.",
        g.fill(f"(1 + {{i}} %)^12 − 1 = {percent(rate)}"),
        f"Reinvirtiendo cada mes, 100 pesos se vuelven {number(100 + rate)} en un año; multiplicar por 12 daría"
        f" {percent(12 * g['i'])}.",
        ("tasas efectivas, con interés compuesto",),
    )


def _word(times: int) -> str:
    return next(word for word, count in _TIMES.items() if count == times)


def _perpetuity(g: Given) -> Solution:
    growth = g.rate("g") if "g" in g else 0.0
    if g.rate("r") <= growth:
        raise CalculationError(
            "La tasa tiene que ser mayor que el crecimiento: si no, la renta perpetua no tiene valor finito."
        )
    value = g["c"] / (g.rate("r") - growth)
    below = "({r} % − {g} %)" if "g" in g else "{r} %"
    return Solution(
        value,
        f"El valor de la renta perpetua es {g.money(value, 'c')}.",
        g.fill(f"{{c}} / {below} = {number(value, money=True)}"),
        f"Con {g.money(value, 'c')} invertidos a esa tasa se puede cobrar esa renta para siempre.",
        ("la tasa y la renta son del mismo período, y el primer pago llega al final de ese período",),
    )


def _annuity_now(g: Given) -> Solution:
    count = checked(g.quantity("n").value) if g.quantity("n").unit is None else periods(g, "i", "n")
    value = interest.annuity_present_value(g["c"], g.rate("i"), count)
    return Solution(
        value,
        f"El valor actual es {g.money(value, 'c')}.",
        g.fill(f"{{c}} × [1 − (1 + {{i}} %)^−{number(count)}] / {{i}} % = {number(value, money=True)}"),
        f"Pagar {g.money(value, 'c')} hoy es equivalente a los {number(count)} pagos, que suman"
        f" {g.money(g['c'] * count, 'c')}.",
        ("tasa por período de pago; pagos al final de cada período",),
    )


def _annuity_later(g: Given) -> Solution:
    count = periods(g, "i", "n")
    value = interest.annuity_future_value(g["c"], g.rate("i"), count)
    return Solution(
        value,
        f"Al final se juntan {g.money(value, 'c')}.",
        g.fill(f"{{c}} × [(1 + {{i}} %)^{number(count)} − 1] / {{i}} % = {number(value, money=True)}"),
        f"De eso pusiste {g.money(g['c'] * count, 'c')} y el resto, {g.money(value - g['c'] * count, 'c')}, son"
        f" intereses.",
        ("tasa por período de depósito; depósitos iguales al final de cada período",),
    )


def _discount(g: Given) -> Solution:
    days = checked(g.quantity("t").days)
    monthly = g.period("d") == "mes"
    value = g["n"] * g.rate("d") * days / (30 if monthly else 365)
    if value >= g["n"]:
        raise CalculationError("Con esa tasa y ese plazo el descuento se come todo el documento: revisá los datos.")
    return Solution(
        value,
        f"El descuento es {g.money(value, 'n')}; se cobran {g.money(g['n'] - value, 'n')}.",
        g.fill(f"{{n}} × {{d}} % × {number(days)} / {30 if monthly else 365} = {number(value, money=True)}"),
        f"Por cobrar antes se resigna {percent(100 * value / g['n'])} del valor del documento.",
        ("descuento comercial (sobre el valor nominal), " + ("mes de 30 días" if monthly else "año de 365 días"),),
    )


_PERCENT = Input("i", "la tasa", Kind.RATE, above=-100)


CALCULATORS = (
    Calculator(
        id="tna_a_tem",
        name="la tasa mensual de una TNA",
        area=AREA,
        formula="TEM = TNA / 12 (o TNA × 30 / 365)",
        inputs=(Input("i", "la TNA", Kind.RATE, above=-100),),
        keys="tna nominal",
        when=(_known(_TNA), r"\btem\b|mensual|por mes|al mes"),
        unless=r"\btea\b|efectiva anual|capitaliz|inflacion|real\b|cuota|prestamo|\$\d|plazo",
        wordings=(),
        also="tasa efectiva anual mensual interes equivale",
        work=_tna_to_tem,
    ),
    Calculator(
        id="tna_a_tea",
        name="la TEA de una TNA",
        area=AREA,
        formula="TEA = (1 + TNA/m)^m − 1",
        inputs=(Input("i", "la TNA", Kind.RATE, above=-100),),
        keys="tna nominal",
        when=(_known(_TNA), r"\btea\b|efectiva anual|anual efectiva|\befectiva\b(?! mensual)"),
        unless=r"inflacion|real\b|cuota|prestamo|\$\d|%\d+ (?:de )?tea",
        wordings=(),
        also="tasa efectiva anual mensual interes equivale capitalizacion capitalizable capital",
        work=_tna_to_tea,
    ),
    Calculator(
        id="tea_a_tna",
        name="la TNA de una TEA",
        area=AREA,
        formula="TNA = m[(1 + TEA)^(1/m) − 1]",
        inputs=(Input("i", "la TEA", Kind.RATE, above=-100),),
        keys="tea efectiva",
        when=(_known(_TEA), rf"{_TNA}|\bnominal\b"),
        unless=r"inflacion|real\b|cuota|prestamo|\$\d",
        wordings=(),
        also="tasa efectiva anual mensual interes equivale capitalizacion capitalizable capital nominal tna",
        work=_tea_to_tna,
    ),
    Calculator(
        id="tea_a_tem",
        name="la TEM de una TEA",
        area=AREA,
        formula="TEM = (1 + TEA)^(1/12) − 1",
        inputs=(Input("i", "la TEA", Kind.RATE, above=-100),),
        keys="tea efectiva",
        when=(_known(_TEA), r"\btem\b|mensual|por mes|al mes"),
        unless=r"inflacion|real\b|cuota|prestamo|\$\d|\btna\b|nominal|capitaliz",
        wordings=(),
        also="tasa efectiva anual mensual interes equivale tem",
        work=_tea_to_tem,
    ),
    Calculator(
        id="tem_a_tea",
        name="la TEA de una TEM",
        area=AREA,
        formula="TEA = (1 + TEM)¹² − 1",
        inputs=(Input("i", "la TEM", Kind.RATE, above=-100),),
        keys="tem efectiva efectivo mensual",
        when=(
            rf"{_known(_TEM)}|tasa mensual(?: (?:de|del|es))* %|%\d+ (?:de (?:interes |tasa ))?(?:mensual|por mes)",
            r"\btea\b|anual|al ano|por ano",
        ),
        unless=r"inflacion|precios|real\b|cuota|prestamo|[$#@]\d|\btna\b|nominal|capitaliz|anualizad|sueldo",
        wordings=(),
        also="tasa efectiva anual mensual interes equivale tea",
        work=_tem_to_tea,
    ),
    Calculator(
        id="perpetuidad",
        name="el valor de una renta perpetua",
        area=AREA,
        formula="VP = C / r; creciente: C / (r − g)",
        inputs=(
            Input("c", "la renta de cada período", Kind.AMOUNT, above=0),
            Input("r", "la tasa", Kind.RATE, above=0),
            Input("g", "el crecimiento de la renta", Kind.RATE, optional=True, above=-100),
        ),
        keys="perpetua perpetuidad perpetuo siempre",
        when=(r"perpetu|para siempre",),
        unless=r"dividend|bono|cuota",
        wordings=(r"crec\w+ ~{g}", r"(?:tasa|al|descont\w+|rendimiento) ~{r}"),
        also="renta valor actual presente tasa interes anual hoy mes descuento crece creciente vale capital",
        work=_perpetuity,
    ),
    Calculator(
        id="anualidad_vp",
        name="el valor actual de pagos iguales",
        area=AREA,
        formula="VP = C·[1 − (1 + i)^−n] / i",
        inputs=(
            Input("n", "la cantidad de pagos", Kind.TIME),
            Input("c", "el monto de cada pago", Kind.AMOUNT, above=0),
            Input("i", "la tasa por período", Kind.RATE, above=-100),
        ),
        keys="cuotas pagos anualidad renta actual presente",
        when=(
            r"valor (?:actual|presente|de hoy)|(?:vale|valen) hoy|\bvp\b|\bva\b",
            r"cuota|pago|anualidad|renta|por mes|cada (?:mes|ano)|mensual",
        ),
        unless=r"perpetu|contado|neto|\bvan\b|bono|cupon|prestamo|futuro",
        wordings=(r"{n} (?:cuotas|pagos|anualidades|rentas)", r"(?:cuotas|pagos|renta) ~(?:de |por )*{c}"),
        also="tasa interes mensual anual cuotas iguales hoy valor descuento anualidad vale",
        work=_annuity_now,
    ),
    Calculator(
        id="anualidad_vf",
        name="el ahorro periódico acumulado",
        area=AREA,
        formula="VF = C·[(1 + i)ⁿ − 1] / i",
        inputs=(
            Input("c", "lo que se ahorra cada período", Kind.AMOUNT, above=0),
            Input("i", "la tasa por período", Kind.RATE, above=-100),
            Input("n", "el plazo", Kind.TIME),
        ),
        keys="ahorro ahorrar ahorrando ahorra deposito depositar deposita pongo mensuales futuro mes junto invierto",
        when=(
            r"ahorr|deposit|pong|pon[eg]|guard|aport|invierto|valor futuro|junt",
            r"(?:[$#]\d+|pesos)(?: \w+)? (?:por|cada|al|x) (?:mes|ano)|cada mes|todos los meses|mensuales"
            r"|mensualmente|por mes|cuotas|cada ano|anuales",
        ),
        unless=r"prestamo|\btna\b|inflacion|valor (?:actual|presente)|gasto|ingreso|elastic|pmc|propension|pbi"
        r"|multiplic|plazo fijo|tasa de ahorro",
        wordings=(r"(?:durante|por|en|a) {n}", r"(?:al|tasa|rinde|interes) ~{i}", r"{n} cuotas"),
        also="tasa interes mensual anual cuotas compuesto plazo tna pagos valor",
        work=_annuity_later,
    ),
    Calculator(
        id="descuento_comercial",
        name="el descuento de un documento",
        area=AREA,
        formula="D = N·d·t",
        inputs=(
            Input("n", "el valor del documento", Kind.AMOUNT, above=0),
            Input("d", "la tasa de descuento", Kind.RATE, above=0),
            Input("t", "el plazo", Kind.TIME),
        ),
        keys="cheque pagare documento factura descuento",
        when=(r"cheque|pagare|documento|factura|descuento comercial", r"desc|cobr|cuanto"),
        unless=r"\biva\b|cuota|impuesto|racional",
        wordings=(),
        also="tasa interes anual mensual nominal tna comercial valor",
        work=_discount,
    ),
)
