"""Préstamos: sistemas francés, alemán y americano, tasa implícita y relación cuota/ingreso."""

import re

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.prices import converted
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import whole

AREA = "Préstamos"


def _monthly_rate(g: Given) -> tuple[float, str]:
    """Return the rate of a monthly instalment and how it was taken."""
    rate = g.rate("i")
    period = g.period("i")
    if period == "ano" and re.search(r"\btea\b|efectiva", g.text):
        return converted(rate, 1 / 12), "TEA llevada a tasa mensual efectiva"
    if period == "ano":
        return rate / 12, f"tasa nominal anual: cada mes se cobra un doceavo, {percent(100 * rate / 12)}"
    if period is None:
        return rate, "tomé la tasa como mensual, porque no dijiste el período"
    if period == "mes":
        return rate, "tasa por período de cuota"
    raise CalculationError("Decime la tasa mensual o la anual del préstamo: las cuotas son mensuales.")


def _count(g: Given) -> int:
    time = g.quantity("n")
    return whole(time.value if time.unit is None else round(time.months, 6), "La cantidad de cuotas")


def _french(g: Given) -> Solution:
    (rate, how), count = _monthly_rate(g), _count(g)
    payment = interest.french_payment(g["p"], rate, count)
    return Solution(
        payment,
        f"La cuota es {g.money(payment, 'p')}.",
        g.fill(f"{{p}} × {number(rate)} / [1 − (1 + {number(rate)})^−{count}] = {number(payment, money=True)}"),
        f"En total pagás {g.money(payment * count, 'p')}: {g.money(payment * count - g['p'], 'p')} son intereses.",
        ("sistema francés, cuotas iguales al final de cada período, sin impuestos ni gastos", how),
    )


def _balance(g: Given) -> Solution:
    (rate, how), count = _monthly_rate(g), _count(g)
    paid = whole(g["k"], "El número de cuota")
    if paid > count:
        raise CalculationError(f"El préstamo tiene {count} cuotas: no hay cuota {paid}.")
    payment = interest.french_payment(g["p"], rate, count)
    balance = interest.french_balance(g["p"], rate, count, paid)
    return Solution(
        balance,
        f"Después de la cuota {paid} se deben {g.money(balance, 'p')}.",
        g.fill(
            f"{{p}} × (1 + {number(rate)})^{paid} − {number(payment, money=True)} × [(1 + {number(rate)})^{paid} − 1]"
            f" / {number(rate)} = {number(balance, money=True)}"
        ),
        f"Ya se devolvió {percent(100 * (1 - balance / g['p']))} del capital: al principio las cuotas son más"
        f" interés que capital.",
        ("sistema francés, cuotas iguales al final de cada período", how),
    )


def _total_interest(g: Given) -> Solution:
    (rate, how), count = _monthly_rate(g), _count(g)
    payment = interest.french_payment(g["p"], rate, count)
    total = payment * count - g["p"]
    return Solution(
        total,
        f"En total se pagan {g.money(total, 'p')} de intereses.",
        g.fill(f"{count} × {number(payment, money=True)} − {{p}} = {number(total, money=True)}"),
        f"Los intereses son {percent(100 * total / g['p'])} de lo que te prestaron, repartidos en {count} cuotas.",
        ("sistema francés, cuotas iguales al final de cada período", how),
    )


def _german(g: Given) -> Solution:
    (rate, how), count = _monthly_rate(g), _count(g)
    which = whole(g["k"], "El número de cuota") if "k" in g else count if "ultima" in g.text else 1
    if which > count:
        raise CalculationError(f"El préstamo tiene {count} cuotas: no hay cuota {which}.")
    payment = interest.german_payment(g["p"], rate, count, which)
    last = interest.german_payment(g["p"], rate, count, count)
    return Solution(
        payment,
        f"La cuota {which} es {g.money(payment, 'p')}; la última es {g.money(last, 'p')}.",
        g.fill(
            f"{{p}} / {count} + {number(rate)} × ({{p}} − {which - 1} × {{p}} / {count}) ="
            f" {number(payment, money=True)}"
        ),
        f"Cada cuota devuelve {g.money(g['p'] / count, 'p')} de capital y baja porque el interés se calcula"
        f" sobre lo que queda.",
        ("sistema alemán, capital en partes iguales", how),
    )


def _bullet(g: Given) -> Solution:
    gain = g["p"] * g.rate("i")
    return Solution(
        gain,
        f"El interés de cada período es {g.money(gain, 'p')}; el capital, {g.money(g['p'], 'p')}, se devuelve"
        f" al final.",
        g.fill(f"{{p}} × {{i}} % = {number(gain, money=True)}"),
        "Mientras dura el préstamo se pagan solo intereses y la deuda no baja.",
        ("sistema americano (bullet); tasa por período",),
    )


def _rate_of_loan(g: Given) -> Solution:
    count = _count(g)
    try:
        rate = 100 * interest.loan_rate(g["p"], g["a"], count)
    except ValueError as error:
        raise CalculationError(
            "Las cuotas suman menos que el préstamo: con esos datos la tasa sería negativa, revisalos."
        ) from error
    return Solution(
        rate,
        f"La tasa del préstamo es {percent(rate)} por período de cuota.",
        g.fill(f"{{p}} = {{a}} × [1 − (1 + i)^−{count}] / i → i = {percent(rate)}"),
        f"Devolvés {g.money(g['a'] * count, 'p', 'a')} en total; en un año, si las cuotas son mensuales, equivale a"
        f" {percent(100 * converted(rate / 100, 12))} efectivo.",
        ("cuotas iguales al final de cada período; es la TIR del préstamo, por bisección",),
    )


def _burden(g: Given) -> Solution:
    share = 100 * g["a"] / g["y"]
    return Solution(
        share,
        f"La cuota se lleva {percent(share)} del ingreso.",
        g.fill(f"{{a}} / {{y}} × 100 = {percent(share)}"),
        f"Quedan {g.money(g['y'] - g['a'], 'y', 'a')} para lo demás; los bancos suelen aceptar hasta 25 % a 30 %.",
        ("la cuota y el ingreso son del mismo mes",),
    )


_LOAN = Input("p", "el monto del préstamo", Kind.AMOUNT, above=0)
_COUNT = Input("n", "la cantidad de cuotas", Kind.TIME)
_RATE = Input("i", "la tasa de interés", Kind.RATE, above=-100)
_TERMS = (
    r"(?:en|a|de|son|,) {n} (?:cuotas|pagos)",
    r"{n} (?:cuotas|pagos)",
    r"(?:tna|tasa|al) ~{i}",
    r"(?:prestamo|credito|prestan|pido|piden|capital) ~{p}",
)
_LENT = r"prest[aeo]|credito|prestan|financi|deuda|sistema frances|sistema aleman|hipotec|cuota"
_ALSO = (
    "prestamo credito cuota cuotas sistema frances aleman americano tasa interes mensual anual capital tna"
    " nominal meses"
    " pagos plazo banco intereses total tea efectiva hipotecario mes"
)

CALCULATORS = (
    Calculator(
        id="cuota_francesa",
        name="la cuota del préstamo (sistema francés)",
        area=AREA,
        formula="A = P·i / (1 − (1 + i)^−n)",
        inputs=(_LOAN, _COUNT, _RATE),
        keys="cuota cuotas prestamo credito frances pago hipotecario",
        when=(
            r"cuota|cuanto (?:\w+ )?pag|por mes",
            r"prest[aeo]|credito|sistema frances|financi|hipotec|me dan"
            r"|pido",
        ),
        unless=r"aleman|american|bullet|saldo|contado|ingreso|sueldo|total de interes|intereses|uva\b|inflacion"
        r"|sin interes|que tasa"
        r"|en total|simple|valor (?:actual|presente)|cuotas? de [$#]",
        wordings=_TERMS,
        also=_ALSO,
        work=_french,
    ),
    Calculator(
        id="saldo_frances",
        name="el saldo del préstamo",
        area=AREA,
        formula="P(1 + i)^k − A[(1 + i)^k − 1] / i",
        inputs=(_LOAN, _COUNT, _RATE, Input("k", "el número de la última cuota pagada", Kind.NUMBER)),
        keys="saldo debo deuda queda adeudado falta",
        when=(r"saldo|debo|adeud|queda (?:por|de)|falta (?:pagar|devolver)", _LENT),
        unless=r"aleman|american|bullet|pbi|comercial|fiscal|uva\b|inflacion",
        wordings=(
            r"cuota (?:numero |nro )?{k}",
            r"(?:pagar|pague|pagadas|pagadas las|pagado|tras|despues de|luego de) (?:las |la )?(?:primeras"
            r" )?{k}(?: cuotas)?",
            r"{k} cuotas (?:pagas|pagadas)",
            *_TERMS,
        ),
        also=_ALSO,
        work=_balance,
    ),
    Calculator(
        id="interes_total_frances",
        name="el total de intereses del préstamo",
        area=AREA,
        formula="n·A − P",
        inputs=(_LOAN, _COUNT, _RATE),
        keys="intereses interes total prestamo credito",
        when=(
            r"intereses|interes total|total de interes|interes en total",
            r"prest[aeo]|credito|sistema"
            r" frances|hipotec",
        ),
        unless=r"aleman|american|bullet|saldo|uva\b|inflacion|simple|que tasa|por periodo|primera",
        wordings=_TERMS,
        also=_ALSO,
        work=_total_interest,
    ),
    Calculator(
        id="cuota_alemana",
        name="la cuota del préstamo (sistema alemán)",
        area=AREA,
        formula="Aₖ = P/n + i·(P − (k − 1)P/n)",
        inputs=(_LOAN, _COUNT, _RATE, Input("k", "el número de cuota", Kind.NUMBER, optional=True)),
        keys="aleman alemana",
        when=(r"aleman",),
        unless=r"frances|american|saldo|uva\b|intereses|cuanto interes|interes total",
        wordings=(r"cuota (?:numero |nro )?{k}(?! cuotas)", *_TERMS),
        also=_ALSO + " ultima primera",
        work=_german,
    ),
    Calculator(
        id="sistema_americano",
        name="el interés del préstamo (sistema americano)",
        area=AREA,
        formula="interés = P·i; el capital, al final",
        inputs=(_LOAN, _RATE, Input("n", "el plazo", Kind.TIME, optional=True)),
        keys="americano americana bullet",
        when=(r"american[oa]|bullet",),
        unless=r"frances|aleman|dolar",
        wordings=_TERMS,
        also=_ALSO + " periodo",
        work=_bullet,
    ),
    Calculator(
        id="tasa_de_un_prestamo",
        name="la tasa del préstamo",
        area=AREA,
        formula="TIR de (P, −A, …, −A)",
        inputs=(_LOAN, Input("a", "el monto de cada cuota", Kind.AMOUNT, above=0), _COUNT),
        keys="cuotas prestan prestaron prestamo credito tasa",
        when=(r"cuota|pagos", r"prest[aeo]|credito|financi|me dan", r"[#$@]\d+ (?:cuotas|pagos)"),
        unless=r"%\d|contado|saldo|ingreso|sueldo|sin interes",
        wordings=(
            r"{n} (?:cuotas|pagos) (?:mensuales |fijas |iguales )*(?:de|por) {a}",
            r"(?:prestan|prestaron|prestamo|credito|me dan|pido|pedi) (?:de |por )*{p}",
        ),
        also=_ALSO,
        work=_rate_of_loan,
        asks=False,
    ),
    Calculator(
        id="relacion_cuota_ingreso",
        name="la relación entre la cuota y el ingreso",
        area=AREA,
        formula="cuota / ingreso",
        inputs=(
            Input("a", "la cuota", Kind.AMOUNT, above=0),
            Input("y", "el ingreso", Kind.AMOUNT, above=0),
        ),
        keys="cuota ingreso ingresos sueldo",
        when=(r"\bcuota\b", r"ingreso|sueldo|gano|cobro"),
        unless=r"%\d|mercado|elastic|cuotas de|importac|pesca",
        wordings=(
            r"cuota ~{a}",
            r"(?:ingresos?|sueldo|gano|cobro) ~{y}",
            r"{y} de (?:ingreso"
            r"|sueldo)",
            r"{a} de cuota",
        ),
        also="prestamo credito porcentaje relacion mes salario mensual",
        work=_burden,
    ),
)
