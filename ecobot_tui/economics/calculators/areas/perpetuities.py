"""Tasas e interés: rentas perpetuas y rendimiento de un alquiler."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.annuities import AREA, KEYS, other
from ecobot_tui.economics.calculators.cash_calculator import cash_calculator
from ecobot_tui.economics.calculators.cash_rates import PerPeriod, rate_per, unit_of_payments
from ecobot_tui.economics.calculators.cash_words import is_due
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Input, Kind, Solution


def _perpetuity(g: Given) -> Solution:
    growth = g.rate("g") if "g" in g else 0.0
    unit = _unit_of_rent(g)
    rate = rate_per(g, "r", unit) if unit else PerPeriod(g.rate("r"), "la tasa y la renta son del mismo período")
    if rate.rate <= growth:
        raise CalculationError(
            "La tasa tiene que ser mayor que el crecimiento: si no, la renta perpetua no tiene valor finito."
        )
    value = g["c"] / (rate.rate - growth)
    due = is_due(g.text)
    if due:
        value = interest.annuity_due(value, rate.rate)
    shown = percent(100 * rate.rate)
    below = f"({shown} − {{g}} %)" if "g" in g else shown
    return Solution(
        value,
        f"El valor de la renta perpetua es {g.money(value, 'c')}.",
        g.fill(f"{{c}} / {below}{' × (1 + ' + shown + ')' if due else ''} = {number(value, money=True)}"),
        f"Con {g.money(value, 'c')} invertidos a esa tasa se puede cobrar esa renta para siempre.",
        (
            "el primer pago es hoy" if due else "el primer pago llega al final del primer período",
            rate.how,
            *(
                other(g, rate, g["c"] / (rate.other - growth), "c")
                if rate.other is not None and rate.other > growth
                else ()
            ),
        ),
    )


def _unit_of_rent(g: Given) -> str | None:
    """Return the period of a rent where it is another one than that of its rate."""
    period = g.period("r")
    unit = unit_of_payments(g, "r", "n")
    said = any(word in g.text for word in ("mensual", "por mes", "al mes", "cada mes", "por ano", "al ano", "cada ano"))
    return unit if period is not None and said and unit != period else None


def _perpetual_rent(g: Given) -> Solution:
    unit = _unit_of_rent(g)
    rate = rate_per(g, "r", unit) if unit else PerPeriod(g.rate("r"), "la tasa y la renta son del mismo período")
    growth = g.rate("g") if "g" in g else 0.0
    rent = g["v"] * (rate.rate - growth)
    if rent <= 0:
        raise CalculationError("La tasa tiene que ser mayor que el crecimiento de la renta.")
    return Solution(
        rent,
        f"La renta es {g.money(rent, 'v')} por período, para siempre.",
        f"{g.shown('v')} × {percent(100 * (rate.rate - growth))} = {number(rent, money=True)}",
        "Cobrando solo los intereses el capital no se toca.",
        (rate.how, *(other(g, rate, g["v"] * rate.other, "v") if rate.other is not None else ())),
    )


def _perpetual_rate(g: Given) -> Solution:
    rate = 100 * g["c"] / g["v"]
    return Solution(
        rate,
        f"La tasa es {percent(rate)} por período.",
        g.fill(f"{{c}} / {{v}} = {percent(rate)}"),
        f"Si la renta es mensual son {percent(12 * rate)} nominal anual.",
        ("renta perpetua sin crecimiento",),
    )


def _house(g: Given) -> Solution:
    monthly = 100 * g["c"] / g["v"]
    yearly_rent = rx.search(
        r"[$#]\d+ (?:pesos |dolares |euros )?(?:por ano|anuales|al ano|cada ano)|(?:alquiler"
        r"|renta) anual(?: [a-z]+){0,2} [#$]",
        g.text,
    )
    rate = monthly if yearly_rent else 12 * monthly
    return Solution(
        rate,
        f"El rendimiento bruto es {percent(rate)} anual.",
        g.fill(f"{'' if yearly_rent else '12 × '}{{c}} / {{v}} = {percent(rate)}"),
        f"Por mes son {percent(rate / 12)}; en {number(100 / rate)} años se junta lo invertido."
        " Falta descontar gastos, impuestos y meses vacíos.",
        ("renta anual sobre el precio, sin contar la valorización",),
    )


def _rent(g: Given) -> Solution:
    share = g.rate("r") / (1 if g.period("r") == "mes" else 12)
    rent = g["v"] * share
    return Solution(
        rent,
        f"El alquiler tiene que ser de {g.money(rent, 'v')} por mes.",
        f"{g.shown('v')} × {percent(100 * share)} = {number(rent, money=True)}",
        f"Son {g.money(12 * rent, 'v')} por año. Faltan los gastos, los impuestos y los meses vacíos.",
        ("rendimiento bruto sobre el precio",),
    )


_GROWTH = Input("g", "el crecimiento de la renta", Kind.RATE, optional=True, above=-100)
_PERPETUAL_RATE = Input("r", "la tasa", Kind.RATE, above=0)
_VALUE = Input("v", "el valor", Kind.AMOUNT, above=0)

CALCULATORS = (
    cash_calculator(
        "perpetuidad",
        AREA,
        "el valor de una renta perpetua",
        "VP = C / r; creciente: C / (r − g)",
        (Input("c", "la renta de cada período", Kind.AMOUNT, above=0), _PERPETUAL_RATE, _GROWTH),
        _perpetuity,
        keys=KEYS,
    ),
    cash_calculator(
        "perpetuidad_renta",
        AREA,
        "la renta perpetua de un capital",
        "C = VP·(r − g)",
        (_VALUE, _PERPETUAL_RATE, _GROWTH),
        _perpetual_rent,
        keys=KEYS,
    ),
    cash_calculator(
        "perpetuidad_tasa",
        AREA,
        "la tasa de una renta perpetua",
        "r = C / VP",
        (_VALUE, Input("c", "la renta de cada período", Kind.AMOUNT, above=0)),
        _perpetual_rate,
        keys=KEYS,
    ),
    cash_calculator(
        "alquiler_para_rendir",
        AREA,
        "el alquiler para un rendimiento",
        "precio × r / 12",
        (_VALUE, Input("r", "el rendimiento", Kind.RATE, above=0)),
        _rent,
        keys=KEYS,
    ),
    cash_calculator(
        "rendimiento_de_alquiler",
        AREA,
        "el rendimiento de un alquiler",
        "12 × alquiler / precio",
        (Input("c", "el alquiler", Kind.AMOUNT, above=0), _VALUE),
        _house,
        keys=KEYS,
    ),
)
