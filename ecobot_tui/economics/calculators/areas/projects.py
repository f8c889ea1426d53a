"""Proyectos: VAN, TIR, recupero e índice de rentabilidad."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import projects
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Proyectos y bonos"
_OUTLAY = ("inver", "invier", "desembols")


def _flows(g: Given) -> list[float]:
    """Return the flows; an investment told without a sign is money that goes out."""
    flows = g.all("f")
    if flows[0] > 0 and any(word in g.text for word in _OUTLAY):
        flows[0] = -flows[0]
    return flows


def _paid_flows(g: Given) -> list[float]:
    flows = _flows(g)
    if flows[0] >= 0 or not any(flow > 0 for flow in flows[1:]):
        raise CalculationError(
            "El primer flujo tiene que ser la inversión, en negativo, y después tiene que haber ingresos."
        )
    return flows


def _terms(flows: list[float], rate: str) -> str:
    first, *others = flows
    parts = [number(first)]
    for t, flow in enumerate(others, start=1):
        parts.append(f"{'−' if flow < 0 else '+'} {number(abs(flow))}/(1 + {rate} %)^{t}")
    return " ".join(parts)


def _npv(g: Given) -> Solution:
    flows = _flows(g)
    if flows[0] > 0:
        raise CalculationError(
            "Poné la inversión con signo menos y primera en la lista, por ejemplo: VAN de -1000, 600, 600 al 10%."
        )
    value = projects.net_present_value(flows, g.rate("r"))
    advice = "conviene: rinde más" if value > 0 else "no conviene: rinde menos"
    return Solution(
        value,
        f"El VAN es {g.money(value, 'f')}.",
        f"{_terms(flows, g.shown('r'))} = {number(value, money=True)}",
        f"Según el VAN, el proyecto {advice} que la tasa exigida."
        if abs(value) > 1e-9
        else "El proyecto rinde justo la tasa exigida.",
        ("el primer flujo es de hoy (t = 0) y no se descuenta; los demás, uno por período",),
    )


def _irr(g: Given) -> Solution:
    flows = _flows(g)
    changes = projects.sign_changes(flows)
    if not changes:
        raise CalculationError(
            "No hay TIR: los flujos tienen todos el mismo signo, y hace falta una inversión y un ingreso."
        )
    if changes > 1:
        raise CalculationError(
            f"Los flujos cambian de signo {changes} veces, así que puede haber varias TIR: compará el proyecto"
            f" por su VAN."
        )
    rate = 100 * projects.internal_rate(flows)
    return Solution(
        rate,
        f"La TIR es {percent(rate)} por período.",
        f"{_terms(flows, 'TIR')} = 0 → TIR = {percent(rate)}".replace("TIR %", "TIR"),
        f"El proyecto conviene si la tasa que le exigís es menor que {percent(rate)}.",
        ("el primer flujo es de hoy (t = 0) y los demás, uno por período; se halla por bisección",),
    )


def _payback(g: Given) -> Solution:
    return _payback_at(g, 0.0, "flujos parejos dentro de cada período, sin descontar")


def _discounted_payback(g: Given) -> Solution:
    return _payback_at(g, g.rate("r"), f"flujos descontados al {g.shown('r')} % por período")


def _payback_at(g: Given, rate: float, how: str) -> Solution:
    flows = _paid_flows(g)
    time = projects.payback(flows, rate)
    if time is None:
        raise CalculationError("Con esos flujos la inversión no se recupera.")
    whole = int(time)
    before = -flows[0] - sum(flow / (1 + rate) ** t for t, flow in enumerate(flows[1 : whole + 1], start=1))
    next_one = flows[min(whole + 1, len(flows) - 1)] / (1 + rate) ** (whole + 1)
    worked = number(time)
    if before > 1e-9:
        worked = f"{whole} + {number(before)} / {number(next_one)} = {number(time)}"
    return Solution(
        time,
        f"La inversión se recupera en {number(time)} períodos.",
        worked,
        "Cuanto más corto, menos tiempo queda expuesta la inversión; no dice nada de lo que se gana después.",
        (how,),
    )


def _index(g: Given) -> Solution:
    flows = _paid_flows(g)
    value = projects.net_present_value([0.0, *flows[1:]], g.rate("r"))
    ratio = value / -flows[0]
    return Solution(
        ratio,
        f"El índice de rentabilidad es {number(ratio)}.",
        f"{number(value)} / {number(-flows[0])} = {number(ratio)}",
        f"Cada peso invertido devuelve {number(ratio)} en valor presente:"
        f" {'conviene' if ratio > 1 else 'no conviene'}.",
        ("valor presente de los flujos sobre la inversión inicial",),
    )


_FLOWS = Input("f", "el flujo de fondos", Kind.AMOUNT, many=True)
_DISCOUNT = Input("r", "la tasa de descuento", Kind.RATE, above=-100)
_ALSO = "inversion flujos flujo tasa descuento anual proyecto inicial van tir interes invierto fondos recupero"
" conviene ingresos mensual"

CALCULATORS = (
    Calculator(
        id="van",
        name="el VAN",
        area=AREA,
        formula="Σ Fₜ / (1 + r)ᵗ",
        inputs=(_FLOWS, _DISCOUNT),
        keys="van vpn vna neto flujos",
        when=(r"\bvan\b|\bvpn\b|\bvna\b|(?:actual|presente) neto",),
        unless=r"\btir\b|indice|payback|recupero",
        wordings=(),
        also=_ALSO + " valor actual presente neto costo capital",
        work=_npv,
    ),
    Calculator(
        id="tir",
        name="la TIR",
        area=AREA,
        formula="r tal que VAN(r) = 0",
        inputs=(_FLOWS,),
        keys="tir interna",
        when=(r"\btir\b|tasa interna",),
        unless=r"\bvan\b|%\d|modificada|bono|cuota",
        wordings=(),
        also=_ALSO + " interna retorno",
        work=_irr,
    ),
    Calculator(
        id="payback",
        name="el período de recupero",
        area=AREA,
        formula="n − 1 + resto / flujo",
        inputs=(_FLOWS,),
        keys="payback recupero recupera recuperar repago",
        when=(r"payback|recuper|repago", r"flujo|payback|recupero|repago|inver|proyecto"),
        unless=r"%\d|descontado|inflacion|\bvan\b|\btir\b",
        wordings=(),
        also=_ALSO + " periodo tiempo",
        work=_payback,
    ),
    Calculator(
        id="payback_descontado",
        name="el período de recupero descontado",
        area=AREA,
        formula="n − 1 + resto / flujo, con flujos descontados",
        inputs=(_FLOWS, _DISCOUNT),
        keys="payback recupero recupera recuperar repago",
        when=(r"payback|recuper|repago", r"descont|%\d", r"descont|flujo|inver|payback|recupero"),
        unless=r"inflacion|\bvan\b|\btir\b|sueldo|bajo|cayo",
        wordings=(),
        also=_ALSO + " periodo descontado tiempo",
        work=_discounted_payback,
    ),
    Calculator(
        id="indice_rentabilidad",
        name="el índice de rentabilidad",
        area=AREA,
        formula="VP(flujos) / I₀",
        inputs=(_FLOWS, _DISCOUNT),
        keys="rentabilidad",
        when=(r"indice de rentabilidad|\bir\b|relacion beneficio",),
        unless=r"\btir\b|payback",
        wordings=(),
        also=_ALSO + " indice costo beneficio",
        work=_index,
    ),
)
