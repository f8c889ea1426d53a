"""Proyectos: VAN, TIR, recupero, índice de rentabilidad y valor anual equivalente."""

from collections.abc import Callable

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.cash import without_rate_periods
from ecobot_tui.economics.calculators.cash_rates import rate_per, unit_of_payments
from ecobot_tui.economics.calculators.flows import INTERNAL, NET_VALUE, PAYBACK, WORTH, of_project
from ecobot_tui.economics.calculators.formulas import interest, projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import PERIOD_NAMES, whole
from ecobot_tui.economics.calculators.quantities import Quantity, months_in

AREA = "Proyectos y bonos"
_MOST_SHOWN = 8


def _listed(quantities: tuple[Quantity, ...]) -> list[float]:
    """Return a list of amounts; in «300, 400 y 450 lucas» the last word multiplies them all."""
    values = [one.value for one in quantities]
    last = quantities[-1]
    if len(values) > 1 and last.number.scaled and not any(one.number.scaled for one in quantities[:-1]):
        scale = 1e6 if abs(last.value) >= 1e6 else 1e3
        if all(abs(value) < 1_000 for value in values[:-1]):
            values = [value * scale for value in values[:-1]] + values[-1:]
    return values


def flows_of(g: Given, outlay: str = "o", listed: str = "f", count: str = "n", wait: str = "z") -> list[float]:
    """Return the flows from today on; an investment told without a sign is money that goes out."""
    first = [g[outlay]] if outlay in g else []
    flows = _listed(g.quantities(listed))
    if len(flows) == 1 and count in g:
        flows = flows * count_of_flows(g, count)
    elif len(flows) == 1 and wait in g:
        # One flow after some periods: nothing comes before it.
        flows = [0.0] * (count_of_flows(g, wait) - 1) + flows
    if "c" in g:
        flows = [flow - g["c"] for flow in flows]
    if "s" in g and flows:
        flows[-1] += g["s"]
    return [-abs(value) for value in first] + flows


def count_of_flows(g: Given, count: str) -> int:
    """Return how often an equal flow comes."""
    time = g.quantity(count)
    if time.unit is None:
        return whole(time.value, "La cantidad de flujos")
    return whole(round(time.months / months_in(unit_of_flows(g)), 4), "La cantidad de flujos")


def unit_of_flows(g: Given) -> str:
    """Return the period of the flows."""
    bare = without_rate_periods(g.text)
    if any(word in bare for word in ("mensual", "por mes", "al mes", "cada mes")):
        return "mes"
    time = g.quantity("n").unit if "n" in g else None
    if any(word in bare for word in ("anual", "por ano", "al ano", "cada ano", "anos", " ano ")):
        return "ano"
    return time or g.period("r") or "ano" if "r" in g else time or "ano"


def rate_of(g: Given) -> float:
    """Return the discount rate per period of the flows."""
    if g.period("r") is None:
        return g.rate("r")
    said = unit_of_payments(g, "r", "n") if "n" in g else g.period("r")
    unit = unit_of_flows(g) if said is None or g.period("r") != unit_of_flows(g) else said
    return rate_per(g, "r", unit, proportional=False).rate if g.period("r") != unit else g.rate("r")


def paid_flows(flows: list[float]) -> list[float]:
    """Return flows that begin with an investment; CalculationError otherwise."""
    if flows[0] >= 0 or not any(flow > 0 for flow in flows[1:]):
        raise CalculationError(
            "El primer flujo tiene que ser la inversión, en negativo, y después tiene que haber ingresos."
        )
    return flows


def _terms(flows: list[float], rate: str) -> str:
    first, *others = flows
    if len(others) > _MOST_SHOWN and len(set(others[:-1])) == 1:
        count, left = len(others), others[-1] - others[0]
        parts = [number(first), f"+ {number(others[0])} × [1 − (1 + {rate})^−{count}] / {rate}"]
        if left:
            parts.append(f"{'−' if left < 0 else '+'} {number(abs(left))}/(1 + {rate})^{count}")
        return " ".join(parts)
    parts = [number(first)]
    for t, flow in enumerate(others, start=1):
        parts.append(f"{'−' if flow < 0 else '+'} {number(abs(flow))}/(1 + {rate})^{t}")
    return " ".join(parts)


def _internal(flows: list[float]) -> float | None:
    """Return the internal rate in percent where there is just one."""
    if projects.sign_changes(flows) != 1:
        return None
    try:
        return 100 * projects.internal_rate(flows)
    except OverflowError:
        return None


def _npv(g: Given) -> Solution:
    flows, rate = flows_of(g), rate_of(g)
    if flows[0] > 0:
        raise CalculationError(
            "Poné la inversión con signo menos y primera en la lista, por ejemplo: VAN de -1000, 600, 600 al 10%."
        )
    value = projects.net_present_value(flows, rate)
    advice = "conviene: rinde más" if value > 0 else "no conviene: rinde menos"
    meaning = f"Según el VAN, el proyecto {advice} que la tasa exigida"
    if abs(value) < 1e-9:
        meaning = "El proyecto rinde justo la tasa exigida"
    internal = _internal(flows)
    if internal is not None:
        meaning += f"; su TIR es {percent(internal)}"
    return Solution(
        value,
        f"El VAN es {g.money(value, 'o', 'f')}.",
        f"{_terms(flows, percent(100 * rate))} = {number(value, money=True)}",
        f"{meaning}.",
        ("el primer flujo es de hoy (t = 0) y no se descuenta; los demás, uno por período",),
    )


def _several_rates(flows: list[float], changes: int) -> Solution:
    """Tell all rates at which flows that change their sign more than once are worth nothing."""
    rates = [100 * rate for rate in projects.internal_rates(flows)]
    if not rates:
        raise CalculationError(
            f"Los flujos cambian de signo {changes} veces y ninguna tasa hace cero el VAN: no hay TIR; compará el"
            " proyecto por su VAN."
        )
    shown = " y ".join(map(percent, rates))
    several = len(rates) > 1
    return Solution(
        rates[0],
        f"{'Hay varias TIR:' if several else 'La única TIR que encuentro es'} {shown} por período.",
        f"{_terms(flows, 'TIR')} = 0 → TIR = {shown}",
        f"Cuidado: los flujos cambian de signo {changes} veces, así que la TIR sola no dice si conviene: mirá el VAN a"
        " la tasa que le exigís.",
        ("el primer flujo es de hoy (t = 0) y los demás, uno por período; busqué entre −99 % y 1.000 %",),
    )


def _irr(g: Given) -> Solution:
    flows = flows_of(g)
    changes = projects.sign_changes(flows)
    if not changes:
        raise CalculationError(
            "No hay TIR: los flujos tienen todos el mismo signo, y hace falta una inversión y un ingreso."
        )
    if changes > 1:
        return _several_rates(flows, changes)
    rate = 100 * projects.internal_rate(flows)
    meaning = f"El proyecto conviene si la tasa que le exigís es menor que {percent(rate)}."
    if "r" in g:
        asked = 100 * rate_of(g)
        value = projects.net_present_value(flows, asked / 100)
        meaning = (
            f"Como le exigís {percent(asked)}, {'conviene' if rate > asked else 'no conviene'}: su VAN es"
            f" {g.money(value, 'o', 'f')}."
        )
    return Solution(
        rate,
        f"La TIR es {percent(rate)} por período.",
        f"{_terms(flows, 'TIR')} = 0 → TIR = {percent(rate)}",
        meaning,
        ("el primer flujo es de hoy (t = 0) y los demás, uno por período; se halla por bisección",),
    )


def _payback(g: Given) -> Solution:
    return _payback_at(g, 0.0, "flujos parejos dentro de cada período, sin descontar")


def _discounted_payback(g: Given) -> Solution:
    rate = rate_of(g)
    return _payback_at(g, rate, f"flujos descontados al {percent(100 * rate)} por período")


def _payback_at(g: Given, rate: float, how: str) -> Solution:
    flows = paid_flows(flows_of(g))
    if len(flows) == 2 and "n" not in g and "s" not in g:
        # One equal flow without an end.
        count = interest.payments_needed_at(-flows[0], flows[1], rate)
        flows = [flows[0], *[flows[1]] * (int(count) + 1)]
    time = projects.payback(flows, rate)
    if time is None:
        raise CalculationError("Con esos flujos la inversión no se recupera.")
    entire = int(time)
    before = -flows[0] - sum(flow / (1 + rate) ** t for t, flow in enumerate(flows[1 : entire + 1], start=1))
    next_one = flows[min(entire + 1, len(flows) - 1)] / (1 + rate) ** (entire + 1)
    worked = number(time)
    if before > 1e-9:
        worked = f"{entire} + {number(before)} / {number(next_one)} = {number(time)}"
    name = PERIOD_NAMES[unit_of_flows(g)][1] if _said_unit(g) else "períodos"
    return Solution(
        time,
        f"La inversión se recupera en {number(time)} {name}.",
        worked,
        "Cuanto más corto, menos tiempo queda expuesta la inversión; no dice nada de lo que se gana después.",
        (how,),
    )


def _said_unit(g: Given) -> bool:
    return any(word in without_rate_periods(g.text) for word in ("mes", "mensual", "ano", "anual"))


def _two(g: Given) -> Solution:
    rate = rate_of(g)
    first, second = flows_of(g), flows_of(g, "q", "h", "m")
    one, other = (projects.net_present_value(flows, rate) for flows in (first, second))
    each = percent(100 * rate)
    better = "el A" if one > other else "el B" if other > one else "cualquiera de los dos"
    rates = [_internal(flows) for flows in (first, second)]
    told = "" if None in rates else f" Las TIR son {percent(rates[0] or 0.0)} y {percent(rates[1] or 0.0)}."
    advice = f"Si se puede hacer uno solo, conviene {better}, el de mayor VAN."
    if max(one, other) < 0:
        advice = "Ninguno conviene: los dos rinden menos que la tasa exigida."
    return Solution(
        one - other,
        f"El VAN de A es {g.money(one, 'o', 'q')} y el de B es {g.money(other, 'o', 'q')}.",
        f"A: {_terms(first, each)} = {number(one, money=True)}; B: {_terms(second, each)} ="
        f" {number(other, money=True)}",
        advice + told,
        ("el primer flujo es de hoy (t = 0) y no se descuenta; los demás, uno por período",),
    )


_OUTLAY = Input("o", "la inversión inicial", Kind.AMOUNT, optional=True)
_FLOWS = Input("f", "el flujo de fondos", Kind.AMOUNT, many=True)
_COUNT = Input("n", "la cantidad de períodos", Kind.TIME, optional=True)
LEFT = Input("s", "el valor residual", Kind.AMOUNT, optional=True)
COSTS = Input("c", "los costos de cada período", Kind.AMOUNT, optional=True)
DISCOUNT = Input("r", "la tasa de descuento", Kind.RATE, above=-100)
_MAYBE_DISCOUNT = Input("r", "la tasa de descuento", Kind.RATE, above=-100, optional=True)
_WAIT = Input("z", "lo que tarda en llegar el flujo", Kind.TIME, optional=True)
PROJECT = (_OUTLAY, _FLOWS, _COUNT, _WAIT, LEFT, COSTS)
_KEYS = (
    "van vpn vna neto flujos tir interna retorno payback recupero recupera recuperar repago rentabilidad"
    " equivalente vae cae"
    " pay recuperacion recuperan amortizo indice relacion anualidad caue bae conviene rentable invertir"
)


def project_calculator(
    identifier: str, name: str, formula: str, inputs: tuple[Input, ...], work: Callable[[Given], Solution], names: str
) -> Calculator:
    """Return a calculator of projects, found by what is asked of one."""
    return Calculator(
        id=identifier,
        name=name,
        area=AREA,
        formula=formula,
        inputs=inputs,
        keys=_KEYS,
        when=(names,),
        wordings=(),
        names=rf"^(?=.*(?:{names})).*",
        work=work,
        place=of_project(identifier),
    )


CALCULATORS = (
    project_calculator("van", "el VAN", "Σ Fₜ / (1 + r)ᵗ", (*PROJECT, DISCOUNT), _npv, rf"{NET_VALUE}|{WORTH}"),
    project_calculator(
        "dos_proyectos",
        "el VAN de dos proyectos",
        "Σ Fₜ / (1 + r)ᵗ de cada uno",
        (
            Input("o", "la inversión de A", Kind.AMOUNT),
            _FLOWS,
            _COUNT,
            _WAIT,
            Input("q", "la inversión de B", Kind.AMOUNT),
            Input("h", "los flujos de B", Kind.AMOUNT, many=True),
            Input("m", "los períodos de B", Kind.TIME, optional=True),
            Input("y", "lo que tarda en llegar el flujo de B", Kind.TIME, optional=True),
            DISCOUNT,
        ),
        _two,
        NET_VALUE,
    ),
    project_calculator("tir", "la TIR", "r tal que VAN(r) = 0", (*PROJECT, _MAYBE_DISCOUNT), _irr, INTERNAL),
    project_calculator("payback", "el período de recupero", "n − 1 + resto / flujo", PROJECT, _payback, PAYBACK),
    project_calculator(
        "payback_descontado",
        "el período de recupero descontado",
        "n − 1 + resto / flujo, con flujos descontados",
        (*PROJECT, DISCOUNT),
        _discounted_payback,
        PAYBACK,
    ),
)
