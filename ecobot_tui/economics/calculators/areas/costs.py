"""Microeconomía: costos, beneficio, márgenes, IVA y costo de oportunidad."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Microeconomía"
_GOODS = re.compile(r"#\d (?:unidades de |toneladas de |kilos de )?([a-z]+)")


def _marginal(g: Given) -> Solution:
    if g["c"] == g["d"]:
        raise CalculationError("La cantidad no cambia: sin unidades de más no hay costo marginal.")
    value = (g["b"] - g["a"]) / (g["d"] - g["c"])
    before, after = number(g["a"] / g["c"], money=True), number(g["b"] / g["d"], money=True)
    return Solution(
        value,
        f"El costo marginal es {g.money(value)} por unidad.",
        g.fill(f"({{b}} − {{a}}) / ({{d}} − {{c}}) = {number(value, money=True)}"),
        f"Cada unidad de más cuesta en promedio {g.money(value)}; el costo medio pasa de {before} a {after}.",
        ("promedio del tramo",),
    )


def _average(g: Given) -> Solution:
    value = g["a"] / g["q"]
    return Solution(
        value,
        f"El costo medio es {g.money(value)} por unidad.",
        g.fill(f"{{a}} / {{q}} = {number(value, money=True)}"),
        f"Para no perder hay que vender cada unidad al menos a {g.money(value)}.",
        ("el costo total incluye fijos y variables",),
    )


def _profit(g: Given) -> Solution:
    value = g["i"] - g["a"]
    word = "Se gana" if value > 0 else "Se pierde" if value < 0 else "No se gana ni se pierde"
    return Solution(
        value,
        f"El beneficio es {g.money(value)}.",
        g.fill(f"{{i}} − {{a}} = {number(value, money=True)}"),
        f"{word}: el ingreso total {'no alcanza a cubrir' if value < 0 else 'cubre'} el costo total.",
        ("si el costo no incluye el de oportunidad, es beneficio contable",),
    )


def _net(g: Given) -> Solution:
    rate = g["t"] if "t" in g else 21.0  # noqa: SIM401 - no mapping
    value = g["v"] / (1 + rate / 100)
    return Solution(
        value,
        f"Sin IVA son {g.money(value)}.",
        g.fill(f"{{v}} / (1 + {number(rate)} %) = {number(value, money=True)}"),
        f"El IVA incluido era {g.money(g['v'] - value)}: no es restar {percent(rate)}, que se calcula sobre el neto.",
        (f"alícuota de {percent(rate)}" + ("" if "t" in g else ", la general en la Argentina"),),
    )


def _gross(g: Given) -> Solution:
    rate = g["t"] if "t" in g else 21.0  # noqa: SIM401 - no mapping
    value = g["v"] * (1 + rate / 100)
    return Solution(
        value,
        f"Con IVA son {g.money(value)}.",
        g.fill(f"{{v}} × (1 + {number(rate)} %) = {number(value, money=True)}"),
        f"El IVA es {g.money(value - g['v'])}.",
        (f"alícuota de {percent(rate)}" + ("" if "t" in g else ", la general en la Argentina"),),
    )


def _margin(g: Given) -> Solution:
    margin, markup = 100 * (g["p"] - g["c"]) / g["p"], 100 * (g["p"] - g["c"]) / g["c"]
    return Solution(
        margin,
        f"El margen sobre el precio es {percent(margin)}; el markup sobre el costo, {percent(markup)}.",
        g.fill(f"({{p}} − {{c}}) / {{p}} = {percent(margin)} ; ({{p}} − {{c}}) / {{c}} = {percent(markup)}"),
        f"De cada 100 de venta {'quedan' if margin >= 0 else 'se pierden'} {number(abs(margin))} sobre ese costo.",
        ("costo y precio de una misma unidad",),
    )


def _priced(g: Given) -> Solution:
    by_margin, by_markup = g["c"] / (1 - g.rate("m")), g["c"] * (1 + g.rate("m"))
    return Solution(
        by_margin,
        f"El precio es {g.money(by_margin)} (con un markup de ese porcentaje sería {g.money(by_markup)}).",
        g.fill(f"{{c}} / (1 − {{m}} %) = {number(by_margin, money=True)}"),
        f"De cada unidad vendida quedan {g.money(by_margin - g['c'])} por encima del costo.",
        ("el margen se calcula sobre el precio de venta",),
    )


def _opportunity(g: Given) -> Solution:
    value = g["a"] / g["b"]
    goods = _GOODS.findall(g.text)
    first = g.quantity("a").number.start < g.quantity("b").number.start
    lost, won = (goods[0], goods[1]) if first else (goods[1], goods[0])
    return Solution(
        value,
        f"El costo de oportunidad es {number(value)} {lost} por unidad de {won}.",
        g.fill(f"{{a}} / {{b}} = {number(value)}"),
        f"Para tener una unidad más de {won} hay que resignar {number(value)} de {lost}.",
        ("recursos plenamente usados, sobre la frontera",),
    )


_C = Input("c", "el costo", Kind.AMOUNT, above=0)
_P = Input("p", "el precio", Kind.AMOUNT, above=0)
_T = Input("t", "la alícuota", Kind.RATE, optional=True, above=0, below=100)
_V = Input("v", "el monto", Kind.AMOUNT, above=0)
_OUT = r"sacale (?:el )?iva|sacar(?:le)? (?:el )?iva (?:%\d )?,? ?(?:a|al)\b|quit\w+ (?:el )?iva"
_ADD = r"(?:sum|agreg)\w+ (?:el )?iva|[$#]\d (?:pesos )?mas (?:el )?iva"
_GIVES = r"dejo|deja|dejas|dejar|dejamos|resigno|resigna|resignar|resignamos|renuncio|sacrific\w+"

CALCULATORS = (
    Calculator(
        id="costos",
        name="el costo marginal",
        area=AREA,
        formula="CMg = ΔCT / ΔQ",
        inputs=(
            Input("a", "el costo total inicial", Kind.AMOUNT, above=0),
            Input("b", "el costo total final", Kind.AMOUNT, above=0),
            Input("c", "la cantidad inicial", Kind.NUMBER, above=0),
            Input("d", "la cantidad final", Kind.NUMBER, above=0),
        ),
        keys="ct costo costos marginal cmg",
        when=(r"\bct\b|costos? total|marginal|cmg", r"produc|cantidad|\bq\b|unidades"),
        unless=r"%\d|ingreso|precio|variable|fijo|lerner|\bno\b|utilidad|beneficio",
        wordings=(
            r"(?:ct|costos? total(?:es)?|costo) (?:\w+ ){0,2}?(?:de|desde) {a} (?:a|hasta) {b}",
            r"(?:producir|produccion|cantidad|q|fabricar|produzco) (?:\w+ ){0,2}?(?:de|desde) {c}"
            r" (?:unidades )?(?:a|hasta) {d}",
        ),
        also="total costo marginal produccion producir cantidad unidades",
        work=_marginal,
        asks=False,
    ),
    Calculator(
        id="costo_medio",
        name="el costo medio",
        area=AREA,
        formula="CMe = CT / Q",
        inputs=(
            Input("a", "el costo total", Kind.AMOUNT, above=0),
            Input("q", "la cantidad", Kind.NUMBER, above=0),
        ),
        keys="costo medio cme promedio",
        when=(r"costos? (?:total )?(?:medio|promedio)|\bcme\b", r"\bct\b|costos? total(?!\w* medio)"),
        unless=r"%\d|marginal|fijo|variable|ingreso|precio|ponderado|capital|\bno\b|cmg",
        wordings=(
            r"(?:ct|costos? total(?:es)?)(?: (?:es|de|son|fue))* {a}",
            r"(?:cantidad|q|producir|produzco|produccion)(?: (?:es|de|son|fue))* {q}",
            r"{q} unidades",
        ),
        also="total medio produccion cantidad unidades",
        work=_average,
    ),
    Calculator(
        id="beneficio",
        name="el beneficio",
        area=AREA,
        formula="π = IT − CT",
        inputs=(
            Input("i", "el ingreso total", Kind.AMOUNT, above=-1e-9),
            Input("a", "el costo total", Kind.AMOUNT, above=-1e-9),
        ),
        keys="beneficio ganancia ingreso costo",
        when=(r"beneficio|ganancia", r"ingresos? total|\bit\b", r"costos? total|\bct\b"),
        unless=r"%\d|fijo|variable|unidad|oportunidad|implicit|impuesto|\bno\b|marginal|medio",
        wordings=(
            r"(?:ingresos? total(?:es)?|it)(?: (?:es|de|son|fue|fueron))* {i}",
            r"(?:costos? total(?:es)?|ct)(?: (?:es|de|son|fue|fueron))* {a}",
        ),
        also="total economico contable empresa",
        work=_profit,
        asks=False,
    ),
    Calculator(
        id="iva",
        name="el monto sin IVA",
        area=AREA,
        formula="neto = bruto / (1 + t)",
        inputs=(_V, _T),
        keys="iva",
        when=(rf"{_OUT}|[$#]\d (?:pesos )?(?:con iva|iva incluido) .*(?:sin iva|neto)",),
        unless=rf"{_ADD}|\bsum|descuento|reintegro|devol|\bno\b|cuota|recargo|percepcion",
        wordings=(),
        also="iva precio neto factura incluido total",
        work=_net,
        asks=False,
    ),
    Calculator(
        id="iva_bruto",
        name="el monto con IVA",
        area=AREA,
        formula="bruto = neto (1 + t)",
        inputs=(_V, _T),
        keys="iva",
        when=(rf"{_ADD}|[$#]\d (?:pesos )?(?:sin iva|netos?) .*con iva",),
        unless=rf"{_OUT}|descuento|reintegro|devol|\bno\b|cuota|recargo|percepcion|sin iva$",
        wordings=(),
        also="iva precio neto factura total",
        work=_gross,
        asks=False,
    ),
    Calculator(
        id="margen_y_markup",
        name="el margen y el markup",
        area=AREA,
        formula="m = (P − C) / P ; k = (P − C) / C",
        inputs=(_C, _P),
        keys="margen markup costo",
        when=(r"margen|markup|mark up|^costo (?:de )?[$#]\d ,? ?(?:y )?precio (?:de )?[$#]\d$",),
        unless=r"%\d|marginal|fijo|variable|total|contribucion|\bno\b|unidades",
        wordings=(
            r"(?:costo|cuesta|me cuesta|costo de)(?: (?:es|de|unitario|un))* {c}",
            r"(?:precio|vendo|lo vendo|venta)(?: (?:es|de|a|en|venta))* {p}",
        ),
        also="precio costo venta ganancia",
        work=_margin,
        asks=False,
    ),
    Calculator(
        id="costo_oportunidad_fpp",
        name="el costo de oportunidad",
        area=AREA,
        formula="ΔA / ΔB",
        inputs=(
            Input("a", "la cantidad que se resigna", Kind.NUMBER, above=0),
            Input("b", "la cantidad que se gana", Kind.NUMBER, above=0),
        ),
        keys="oportunidad dejo deja dejar resigno resigna resignar frontera fpp motos",
        when=(rf"\b(?:{_GIVES})\b", r"#\d [a-z]{3,}.*#\d [a-z]{3,}", r"oportunidad|fpp|frontera|\bpor #\d \w+ mas\b"),
        unless=r"%\d|\$\d|interes|tasa|sueldo|precio|\bno\b|hora|pesos",
        wordings=(
            rf"(?:{_GIVES}) (?:de |a )?(?:hacer |producir |fabricar )?{{a}}",
            r"(?:por|para) (?:hacer |producir |fabricar |tener |obtener )?{b} (?:\w+ )?(?:mas )?",
        ),
        also="costo produccion producir",
        work=_opportunity,
        asks=False,
    ),
    Calculator(
        id="precio_desde_margen",
        name="el precio para un margen",
        area=AREA,
        formula="P = C / (1 − m)",
        inputs=(_C, Input("m", "el margen", Kind.RATE, above=0, below=100)),
        keys="margen costo",
        when=(r"margen", r"\bcosto\b|cuesta"),
        unless=r"markup|mark up|recargo|marginal|fijo|variable|sobre (?:el|los) costo|precio [$#]\d|vendo a|\bno\b|iva",
        wordings=(
            r"(?:costo|cuesta)(?: (?:es|de|unitario))* {c}",
            r"margen(?: (?:de|del|es|ganancia))* {m}",
            r"{m} de margen",
        ),
        also="costo precio venta ganancia margen",
        work=_priced,
        asks=False,
    ),
)
