"""Préstamos: tasa directa, tasa con margen, refinanciación, saldo de la tarjeta y compra con crédito parcial."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.loans import AREA, COUNT, KEYS, LOAN, RATE, TOLD_AGAIN, loan_terms
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import payments_in, rate_per, unit_of_instalments, unit_of_payments
from ecobot_tui.economics.calculators.cash_words import INTEREST_PAID
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES
from ecobot_tui.economics.calculators.quantities import months_in
from ecobot_tui.economics.calculators.story import asked_in


def _direct(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    count = payments_in(g, "n", unit)
    share = g.rate("i") * months_in(unit) / months_in(g.period("i") or unit)
    gain = g["p"] * share * count
    total = g["p"] + gain
    payment = total / count
    asked = asked_in(g.text)
    wants_total = rx.search(r"\btotal|devolv|devuelv|termin", g.text) and not rx.search(r"cuota|por mes", asked)
    value = gain if INTEREST_PAID.search(g.text) else total if wants_total else payment
    french = 100 * interest.loan_rate(g["p"], payment, count) if gain > 0 else 0.0
    name = PERIOD_NAMES[unit][0]
    return Solution(
        value,
        f"Cada cuota es {g.money(payment, 'p')}: en total pagás {g.money(total, 'p')}, de los que {g.money(gain, 'p')}"
        " son intereses.",
        g.fill(
            f"{{p}} × {percent(100 * share)} × {count} = {number(gain, money=True)};"
            f" ({{p}} + {number(gain, money=True)}) / {count} = {number(payment, money=True)}"
        ),
        f"Como el interés se cobra siempre sobre lo prestado, aunque la deuda baje, la tasa sobre saldos es mayor:"
        f" {percent(french)} por {name}.",
        ("tasa directa: interés simple sobre el capital inicial, repartido en cuotas iguales",),
    )


def _direct_rate(g: Given) -> Solution:
    unit = unit_of_instalments(g, "n")
    count = payments_in(g, "n", unit)
    gain = g["a"] * count - g["p"]
    if gain < 0:
        raise CalculationError("Las cuotas suman menos que el préstamo: revisá los datos.")
    rate, name = 100 * gain / g["p"] / count, PERIOD_NAMES[unit][0]
    return Solution(
        rate,
        f"La tasa directa es {percent(rate)} por {name}.",
        g.fill(f"({{a}} × {count} − {{p}}) / ({{p}} × {count}) = {percent(rate)}"),
        f"Sobre saldos (sistema francés) es {percent(100 * interest.loan_rate(g['p'], g['a'], count))} por {name}:"
        " la directa parece más barata de lo que es.",
        ("interés sobre el capital inicial, repartido en cuotas iguales",),
    )


def _margin(g: Given) -> Solution:
    rate = g["i"] + g["m"]
    added = f"{g.shown('i')} % + {g.shown('m')} % = {percent(rate)}"
    if "p" not in g:
        return Solution(
            rate, f"La tasa es {percent(rate)}.", added, "Si se mueve la tasa de referencia, se mueve ella."
        )
    unit = unit_of_payments(g, "i", "n")
    if unit == "ano" and rx.search(r"\bmes\b|mensual|doceav", g.text):
        unit = "mes"
    if rx.search(r"interes(?:es)? anual|(?:por|al|cada|este) ano\b", g.text):
        unit = "ano"
    share = rate / 100 * months_in(unit) / months_in(g.period("i") or g.period("m") or "ano")
    name, gain = PERIOD_NAMES[unit][0], g["p"] * share
    if "n" not in g or (rx.search(r"interes", asked_in(g.text)) and "cuota" not in asked_in(g.text)):
        return Solution(
            gain,
            f"El interés de cada {name} es {g.money(gain, 'p')}, a una tasa de {percent(rate)}.",
            f"{added}; {g.shown('p')} × {percent(100 * share)} = {number(gain, money=True)}",
            "Si sube la tasa de referencia, sube el interés; el margen queda fijo.",
            (f"tasa nominal anual, {percent(100 * share)} por {name}",),
        )
    count = payments_in(g, "n", unit)
    payment = interest.french_payment(g["p"], share, count)
    return Solution(
        payment,
        f"La cuota es {g.money(payment, 'p')}, a una tasa de {percent(rate)}.",
        f"{added}; {g.shown('p')} × {number(share)} / [1 − (1 + {number(share)})^−{count}] ="
        f" {number(payment, money=True)}",
        f"El interés del primer {name} es {g.money(gain, 'p')}. Si sube la tasa de referencia, sube la cuota.",
        ("sistema francés", f"tasa nominal anual, {percent(100 * share)} por {name}"),
    )


def _refinanced(g: Given) -> Solution:
    unit = unit_of_payments(g, "i", "n")
    count = payments_in(g, "n", unit)
    now = interest.french_payment(g["p"], rate_per(g, "i", unit).rate, count)
    then = interest.french_payment(g["p"], rate_per(g, "j", unit).rate, count)
    less, how = now - then, rate_per(g, "j", unit).how
    all_less = less * count
    wants_total = rx.search(r"en total|\btotal|intereses|en todo", asked_in(g.text) + g.text[-25:])
    word = "se ahorran" if less >= 0 else "se pagan de más"
    return Solution(
        abs(all_less if wants_total else less),
        f"La cuota pasa de {g.money(now, 'p')} a {g.money(then, 'p')}: {word} {g.money(abs(less), 'p')} por cuota,"
        f" {g.money(abs(all_less), 'p')} en {count} cuotas.",
        f"{number(now, money=True)} − {number(then, money=True)} = {number(less, money=True)}",
        "Antes de cambiar hay que restar los gastos del crédito nuevo y la multa por cancelar el viejo.",
        ("sistema francés, la misma deuda y el mismo plazo", how),
    )


def _card(g: Given) -> Solution:
    paid = g["a"] if "a" in g else g["p"] * g.rate("s") if "s" in g else 0.0
    left = g["p"] - paid
    rate = rate_per(g, "i", "mes")
    months = g.quantity("t").months if "t" in g else 1.0
    later = left * (1 + converted(rate.rate, months))
    gain = later - left
    asked = asked_in(g.text)
    wants_all = rx.search(r"deb|total|resumen|pagar", asked) and not rx.search(r"interes", asked)
    return Solution(
        later if wants_all else gain,
        f"Quedan {g.money(left, 'p')} sin pagar: el interés es {g.money(gain, 'p')} y la deuda llega a"
        f" {g.money(later, 'p')}.",
        f"({g.shown('p')} − {number(paid)}) × {percent(100 * rate.rate)}"
        f"{'' if months == 1 else f' en {number(months)} meses'} = {number(gain, money=True)}",
        "El interés se cobra sobre lo que no se paga; sobre él se suma además el IVA.",
        (rate.how, "sin IVA ni otros cargos"),
    )


def _in_units(g: Given) -> Solution:
    rate, count, _ = loan_terms(g)
    units = interest.french_payment(g["p"], rate.rate, count)
    value = units * g["x"]
    return Solution(
        value,
        f"La primera cuota es {g.money(value, 'x')}: {number(units)} UVA.",
        g.fill(
            f"{{p}} × {number(rate.rate)} / [1 − (1 + {number(rate.rate)})^−{count}] = {number(units)};"
            f" {number(units)} × {{x}} = {number(value, money=True)}"
        ),
        f"Se prestan {g.money(g['p'] * g['x'], 'x')}. En UVA la cuota no cambia; en pesos sube con la UVA.",
        ("sistema francés", rate.how),
    )


def _own(g: Given) -> Solution:
    share = g.rate("s")
    down = g["v"] * (1 - share)
    fee = g["v"] * g.rate("r") if "r" in g else g.get("e", 0.0)
    total = down + fee
    with_fee = f" y {g.money(fee, 'v')} de gastos" if fee else ""
    added = f" + {number(fee)}" if fee else ""
    lent = rx.search(r"cuanto (?:\w+ ){0,2}(?:prest|financi)", g.text) and not rx.search(
        r"\bpropi|anticipo|ahorrad", g.text
    )
    return Solution(
        g["v"] * share if lent else total,
        f"Hacen falta {g.money(total, 'v')} propios: {g.money(down, 'v')} de anticipo{with_fee}.",
        g.fill(f"{{v}} × (1 − {{s}} %){added} = {number(total, money=True)}"),
        f"El crédito pone {g.money(g['v'] * share, 'v')}.",
    )


def _reach(g: Given) -> Solution:
    if g["s"] >= 100:
        raise CalculationError("Si el banco financia todo, lo ahorrado no pone ningún límite.")
    price = g["w"] / (1 - g.rate("s"))
    return Solution(
        price,
        f"Alcanza para algo de hasta {g.money(price, 'w')}.",
        g.fill(f"{{w}} / (1 − {{s}} %) = {number(price, money=True)}"),
        f"El crédito sería de {g.money(price - g['w'], 'w')}; faltan los gastos, que salen también de lo ahorrado.",
    )


_PRICE = Input("v", "el precio", Kind.AMOUNT, above=0)
_FINANCED = Input("s", "la parte que se financia", Kind.RATE, above=0, most=100)

CALCULATORS = (
    cash_calculator(
        "prestamo_directo",
        AREA,
        "la cuota a tasa directa",
        "A = P·(1 + i·n) / n",
        (LOAN, Input("i", "la tasa directa", Kind.RATE, above=-0.0001), COUNT, TOLD_AGAIN),
        _direct,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_directa",
        AREA,
        "la tasa directa de un préstamo",
        "i = (n·A − P) / (n·P)",
        (LOAN, Input("a", "la cuota", Kind.AMOUNT, above=0), COUNT, TOLD_AGAIN),
        _direct_rate,
        keys=KEYS,
    ),
    cash_calculator(
        "tasa_con_margen",
        AREA,
        "la tasa con margen",
        "tasa = referencia + margen",
        (
            Input("i", "la tasa de referencia", Kind.RATE),
            Input("m", "el margen", Kind.RATE),
            Input("p", "el monto del préstamo", Kind.AMOUNT, above=0, optional=True),
            Input("n", "la cantidad de cuotas", Kind.TIME, optional=True),
            TOLD_AGAIN,
        ),
        _margin,
        keys="euribor badlar tamar diferencial margen spread hipoteca",
    ),
    cash_calculator(
        "ahorro_por_refinanciar",
        AREA,
        "el ahorro por refinanciar",
        "A(i₀) − A(i₁)",
        (LOAN, RATE, Input("j", "la tasa nueva", Kind.RATE, above=-100), COUNT, TOLD_AGAIN),
        _refinanced,
        keys=KEYS,
    ),
    cash_calculator(
        "saldo_financiado",
        AREA,
        "el interés del saldo que no se paga",
        "I = (resumen − pago)·i",
        (
            Input("p", "el resumen", Kind.AMOUNT, above=0),
            Input("a", "lo que se paga", Kind.AMOUNT, optional=True),
            Input("s", "la parte que se paga", Kind.RATE, optional=True, most=100),
            RATE,
            Input("t", "el plazo", Kind.TIME, optional=True),
        ),
        _card,
        keys=KEYS,
    ),
    cash_calculator(
        "cuota_en_uva",
        AREA,
        "la primera cuota de un crédito UVA",
        "UVA·i / (1 − (1 + i)^−n) × valor de la UVA",
        (
            Input("p", "el monto en UVA", Kind.AMOUNT, above=0),
            Input("x", "el valor de la UVA", Kind.AMOUNT, above=0),
            RATE,
            COUNT,
            TOLD_AGAIN,
        ),
        _in_units,
        keys=KEYS,
    ),
    cash_calculator(
        "plata_propia",
        AREA,
        "la plata propia para una compra con crédito",
        "precio·(1 − s) + gastos",
        (
            _PRICE,
            _FINANCED,
            Input("r", "los gastos", Kind.RATE, optional=True, above=-0.0001),
            Input("e", "los gastos", Kind.AMOUNT, optional=True),
        ),
        _own,
        keys=KEYS,
    ),
    cash_calculator(
        "precio_alcanzable",
        AREA,
        "el precio que se alcanza con lo ahorrado",
        "ahorro / (1 − s)",
        (Input("w", "lo ahorrado", Kind.AMOUNT, above=0), _FINANCED),
        _reach,
        keys=KEYS,
    ),
)
