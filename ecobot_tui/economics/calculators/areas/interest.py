"""Tasas e interés: interés simple y compuesto, valor presente, plazos y plazo fijo."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, checked, period_assumption, periods
from ecobot_tui.economics.calculators.quantities import months_in

AREA = "Tasas e interés"


def _simple(g: Given) -> Solution:
    count = periods(g, "i", "t")
    gain = g["c"] * g.rate("i") * count
    return Solution(
        gain,
        f"El interés es {g.money(gain, 'c')}; en total se juntan {g.money(g['c'] + gain, 'c')}.",
        g.fill(f"{{c}} × {{i}} % × {number(count)} = {number(gain, money=True)}"),
        "Con interés simple solo gana el capital: los intereses no generan más intereses.",
        (period_assumption(g, "i", "t").replace("efectiva ", ""), "los días cuentan sobre un año de 365"),
    )


def _compound(g: Given) -> Solution:
    count = periods(g, "i", "t")
    value = interest.future_value(g["c"], g.rate("i"), count)
    return Solution(
        value,
        f"Se juntan {g.money(value, 'c')}; de eso, {g.money(value - g['c'], 'c')} son intereses.",
        g.fill(f"{{c}} × (1 + {{i}} %)^{number(count)} = {number(value, money=True)}"),
        f"El capital crece {percent(100 * (value / g['c'] - 1))} en total, porque los intereses también ganan"
        f" intereses.",
        (period_assumption(g, "i", "t"), "los intereses se reinvierten a la misma tasa"),
    )


def _present(g: Given) -> Solution:
    count = periods(g, "i", "t")
    value = interest.present_value(g["c"], g.rate("i"), count)
    return Solution(
        value,
        f"El valor presente es {g.money(value, 'c')}.",
        g.fill(f"{{c}} / (1 + {{i}} %)^{number(count)} = {number(value, money=True)}"),
        f"Da lo mismo tener {g.money(value, 'c')} hoy que {g.money(g['c'], 'c')} en ese plazo, si se invierte a"
        f" esa tasa.",
        (period_assumption(g, "i", "t"),),
    )


def _implied(g: Given) -> Solution:
    time = g.quantity("t")
    asked = re.search(r"(mensual|anual|diaria|trimestral|semestral)", g.text)
    names = {"mensual": "mes", "anual": "ano", "diaria": "dia", "trimestral": "trimestre", "semestral": "semestre"}
    unit = names[asked[1]] if asked else time.unit or "mes"
    count = checked(time.value if time.unit is None else time.months / months_in(unit))
    rate = 100 * interest.implied_rate(g["a"], g["b"], count)
    total = 100 * (g["b"] / g["a"] - 1)
    return Solution(
        rate,
        f"La tasa es {percent(rate)} por {PERIOD_NAMES[unit][0]}.",
        g.fill(f"({{b}} / {{a}})^(1/{number(count)}) − 1 = {percent(rate)}"),
        f"En total la inversión {'ganó' if total >= 0 else 'perdió'} {percent(abs(total))} en {number(count)}"
        f" períodos.",
        ("tasa efectiva, con interés compuesto",),
    )


def _time_needed(g: Given) -> Solution:
    if "a" in g and "b" in g:
        ratio, shown = g["b"] / g["a"], g.fill("{b} / {a}")
    else:
        ratio = 3.0 if "triplic" in g.text else 4.0 if "cuadruplic" in g.text else 2.0
        shown = number(ratio)
        if "a" in g or "b" in g or not re.search(r"(?:dup|trip|cuadrup)lic|el doble|el triple", g.text):
            raise CalculationError("Decime el monto inicial y el monto al que querés llegar.")
    if ratio <= 1:
        raise CalculationError("El monto final tiene que ser mayor que el inicial.")
    unit = g.period("i") or "mes"
    count = interest.periods_needed(ratio, g.rate("i"))
    name = PERIOD_NAMES[unit][1] if g.period("i") else "períodos"
    return Solution(
        count,
        f"Hacen falta {number(count)} {name}.",
        g.fill(f"ln({shown}) / ln(1 + {{i}} %) = {number(count)}"),
        f"En ese tiempo el capital se multiplica por {number(ratio)} sin agregar nada.",
        ("interés compuesto a una tasa constante",),
    )


def _fixed_term(g: Given) -> Solution:
    days = checked(g.quantity("t").days) if g.quantity("t").days <= 1_200 else _too_long()
    monthly = g.period("i") == "mes"
    gain = g["c"] * g.rate("i") * (days / 30 if monthly else days / 365)
    return Solution(
        gain,
        f"El interés es {g.money(gain, 'c')}; al vencimiento cobrás {g.money(g['c'] + gain, 'c')}.",
        g.fill(f"{{c}} × {{i}} % × {number(days)} / {30 if monthly else 365} = {number(gain, money=True)}"),
        f"En {number(days)} días el capital gana {percent(100 * gain / g['c'])}; para saber si conviene hay que"
        " compararlo con la inflación de ese plazo.",
        ("tasa mensual, mes de 30 días" if monthly else "TNA sobre 365 días, interés al vencimiento",),
    )


def _too_long() -> float:
    raise CalculationError("No calculo plazos fijos de más de 1.200 días: revisá el plazo.")


def _fixed_term_uva(g: Given) -> Solution:
    days = checked(g.quantity("t").days)
    value = g["c"] * g["b"] / g["a"] * (1 + g.rate("i") * days / 365)
    return Solution(
        value,
        f"Al vencimiento cobrás {g.money(value, 'c')}.",
        g.fill(f"{{c}} × {{b}} / {{a}} × (1 + {{i}} % × {number(days)} / 365) = {number(value, money=True)}"),
        f"La UVA ajustó el capital {percent(100 * (g['b'] / g['a'] - 1))} y la tasa se suma sobre eso:"
        " le gana a la inflación por esa tasa.",
        ("TNA sobre 365 días",),
    )


_CAPITAL = Input("c", "el capital", Kind.AMOUNT, above=0)
_RATE = Input("i", "la tasa de interés", Kind.RATE, above=-100)
_TIME = Input("t", "el plazo", Kind.TIME)
_INVEST = (
    r"\b(?:pong[oa]s?|puse|pones|pusiera|invertir|inverti|invirtiera|inviertas?|invierto|invertis|coloc[oa]"
    r"|coloque|colocar"
    r"|deposito|deposite|depositar|capital (?:de |inicial |inicial de )?[$#]\d+|presto|preste|tengo)\b"
)

CALCULATORS = (
    Calculator(
        id="interes_simple",
        name="el interés simple",
        area=AREA,
        formula="I = C·i·t",
        inputs=(_CAPITAL, _RATE, _TIME),
        keys="simple interes",
        when=(r"\bsimple\b",),
        unless=r"compuest|promedio|cuota",
        wordings=(r"{t} periodos",),
        also="plazo capital anual mensual tasa presto dinero prestamo",
        work=_simple,
    ),
    Calculator(
        id="interes_compuesto",
        name="el monto con interés compuesto",
        area=AREA,
        formula="VF = C(1 + i)ⁿ",
        inputs=(_CAPITAL, _RATE, _TIME),
        keys="compuesto invierto invertir inverti coloco deposito pongo interes capitalizacion capital futuro invertis",
        when=(rf"compuest|capitaliz(?:able|ando|acion (?:mens|anu|comp|tri|sem|dia))|valor futuro|{_INVEST}",),
        unless=r"simple|plazo fijo|cuota|\btna\b|nominal|por mes (?:durante|al)|cada mes|mensualmente|ahorr"
        r"|inflacion|real\b|saque|retir"
        r"|dividend|vendi|uva\b|prestamo|cuantos|simple|cheque|\btea\b.*\btem\b|(?:[$#]\d+|pesos) (?:por|al|x)"
        r" mes|renta|hoy",
        wordings=(r"{t} periodos",),
        also="junto plazo capital anual mensual tasa valor futuro meses efectiva",
        work=_compound,
    ),
    Calculator(
        id="valor_presente",
        name="el valor presente",
        area=AREA,
        formula="VP = VF / (1 + i)ⁿ",
        inputs=(Input("c", "el monto futuro", Kind.AMOUNT), _RATE, _TIME),
        keys="presente actual hoy valen vale descontado descontar",
        when=(
            r"valor (?:presente|actual|de hoy)|(?:vale|valen|valdrian?|equivalen?) hoy|hoy (?:vale|valen)|a"
            r" valor de hoy|descont|a hoy",
        ),
        unless=r"cuota|renta|flujo|perpet|cheque|inflacion|\bvan\b|neto|bono|cupon|indice|pagos|cada (?:mes"
        r"|ano)|por mes|simple|descuento"
        r"|#\d+ anos de",
        wordings=(r"{t} periodos",),
        also="tasa interes anual mensual futuro capital dentro valor",
        work=_present,
    ),
    Calculator(
        id="tasa_implicita",
        name="la tasa implícita",
        area=AREA,
        formula="(VF / VP)^(1/n) − 1",
        inputs=(
            Input("a", "el monto inicial", Kind.AMOUNT, above=0),
            Input("b", "el monto final", Kind.AMOUNT, above=0),
            Input("t", "el plazo", Kind.TIME),
        ),
        keys="puse saque inverti invierto recibi tasa rendimiento deposite preste devolvieron devuelven obtuve"
        " coloque gane implicita presto",
        when=(
            r"tasa|rendimiento|rindio|rinde|interes|implicit|cuanto gane",
            r"pus[ei]|invert|inviert|deposit|coloqu|prest|compr|valia|pas[oe]|transform"
            r"|convirt",
        ),
        unless=r"cuota|%\d|dividend|cupon|bono|pagos|inflacion|pbi|poblacion|duplic",
        wordings=(
            r"(?:puse|inverti|invierto|deposite|coloque|preste|prestan|presto|prestaron|compre|pase de|pasaron"
            r" de|paso de|valia) ~{a}"
            r" ~(?:,|y|a|en) ~{b}",
            r"(?:puse|inverti|invierto|deposite|coloque|preste|presto|prestan|compre|pase de|paso de|valia) {a}",
            r"(?:saque|obtuve|recibi|recibo|devolvieron|devuelven|devuelvo|tengo|retire|cobre|vendi|a) {b}",
        ),
        also="mensual anual capital meses interes efectiva ahora prestamo vale",
        work=_implied,
    ),
    Calculator(
        id="plazo_para_objetivo",
        name="el plazo para llegar a un monto",
        area=AREA,
        formula="n = ln(VF / VP) / ln(1 + i)",
        inputs=(
            Input("i", "la tasa de interés", Kind.RATE, above=0),
            Input("a", "el monto inicial", Kind.AMOUNT, optional=True, above=0),
            Input("b", "el monto al que querés llegar", Kind.AMOUNT, optional=True, above=0),
        ),
        keys="duplicar triplicar duplica duplico triplica llegar convertir tiempo plazo duplicarse tarda tardo"
        " doble triple",
        when=(
            r"cuant[oa]s? (?:meses|anos|dias|tiempo|periodos|trimestres|tard)|en cuanto|que plazo|tiempo",
            r"duplic|triplic|doble|triple|llegar a|tener|convert|transform|juntar|pas[ae]r? de|obtener|sean",
            r"%\d|tasa|#",
        ),
        unless=r"\bcrec|pbi|inflacion|poblacion|economia|por mes (?:durante|ahorr)|cuota|ahorro (?:de )?[$#]\d+"
        r" (?:por|al) mes|simple|precios|%\d+ real",
        wordings=(
            r"(?:de|desde|si tengo|tengo|invierto|pongo|capital de|con|que) {a} ~(?:a|llegar a|llegue a|obtener"
            r"|tener|sean|en|convierta en"
            r"|conviertan en|transformen en) {b}",
            r"(?:llegar a|llegue a|obtener|tener|sean|juntar|conviertan en) {b} ~(?:con|desde|de|tengo|invierto"
            r"|pongo) {a}",
            r"{i} (?:mensual|anual)",
        ),
        also="capital plata interes mensual anual tasa dinero inversion invierto meses compuesto pongo coloco"
        " deposito regla",
        work=_time_needed,
    ),
    Calculator(
        id="plazo_fijo",
        name="el interés de un plazo fijo",
        area=AREA,
        formula="I = C × TNA × días / 365",
        inputs=(_CAPITAL, Input("i", "la TNA", Kind.RATE, above=0), _TIME),
        keys="plazo fijo tna",
        when=(r"plazo ?fijo|\bpf\b|\btna\b", r"plazo ?fijo|\bpf\b|interes|gan|cobr|rind"),
        unless=r"\buva\b|inflacion|real\b|\btem\b|\btea\b|cheque|compuest|descuento|duplic|cuota|prestamo"
        r"|efectiva|renov|reinvi|simple",
        wordings=(r"(?:tna|tasa|al) ~{i}", r"{t} dias"),
        also="interes anual mensual nominal tasa capital plazo invierto pongo deposito gano inverti coloco",
        work=_fixed_term,
    ),
    Calculator(
        id="plazo_fijo_uva",
        name="el plazo fijo UVA",
        area=AREA,
        formula="VF = C × UVA₁ / UVA₀ × (1 + TNA × d / 365)",
        inputs=(
            _CAPITAL,
            Input("a", "la UVA inicial", Kind.AMOUNT, above=0),
            Input("b", "la UVA final", Kind.AMOUNT, above=0),
            Input("i", "la tasa", Kind.RATE, above=-100),
            _TIME,
        ),
        keys="uva",
        when=(r"\buva\b", r"plazo|deposit|invert|inviert|pongo|coloc"),
        unless=r"credito|hipotec|prestamo|cuota",
        wordings=(
            r"uva ~(?:de |era |inicial |en )*{a} (?:a|y|hasta|,)(?: (?:sube|subio|paso|final|luego|despues"
            r"|ahora))*(?: (?:a|de|es|en))* {b}",
            r"uva (?:inicial|era)(?: de)? {a}",
            r"uva final(?: de)? {b}",
        ),
        also="plazo fijo tasa interes anual tna capital deposito pongo inverti invierto coloco",
        work=_fixed_term_uva,
    ),
)
