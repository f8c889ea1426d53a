"""Demand `P = a − b·Q`, supply `P = c + d·Q`, and where they meet."""

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, linear, require_sane, sample, say, taken
from ecobot_tui.economics.charts.equations import find_equations
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import Chart, Mark, Series

_DEMAND = "demanda P = a − b·Q"
_SUPPLY = "oferta P = c + d·Q"
_X, _Y = "Cantidad (Q)", "Precio (P)"


def draw_demand(request: Request) -> Chart:
    """Return the demand curve of a and b; ChartError where it has none to show."""
    stated, other = _stated(request)
    if other and not stated:
        raise ChartError("Esa ecuación sube con Q, así que es una oferta: pedila con grafico oferta.")
    (a, b), example = (stated, False) if stated else request.parameters("a b", _DEMAND, (100.0, 2.0))
    _check_demand(a, b)
    curve = Series(f"Demanda: {linear('P', a, -b, 'Q')}", sample(lambda q: a - b * q, 0, a / b))
    notes = (
        taken(example, f"demanda {linear('P', a, -b, 'Q')} (convención P = a − b·Q)", "grafico demanda 100 2"),
        f"Con P = {say(a)} no se compra nada; si fuera gratis se pedirían {about(a / b)} unidades.",
        f"Baja porque, a menor precio, se compra más: por cada unidad más, el precio cae {say(b)}.",
    )
    return Chart("Curva de demanda", _X, _Y, (curve,), notes=notes)


def draw_supply(request: Request) -> Chart:
    """Return the supply curve of c and d; ChartError where it has none to show."""
    other, stated = _stated(request)
    if other and not stated:
        raise ChartError("Esa ecuación baja con Q, así que es una demanda: pedila con grafico demanda.")
    (c, d), example = (stated, False) if stated else request.parameters("c d", _SUPPLY, (20.0, 1.0))
    _check_supply(d)
    require_sane(c, d, c / d)
    start = max(0.0, -c / d)
    end = start * 2 or c / d * 3 or 10.0
    curve = Series(f"Oferta: {linear('P', c, d, 'Q')}", sample(lambda q: c + d * q, start, end))
    first = (
        f"Por debajo de P = {say(c)} nadie ofrece nada."
        if c >= 0
        else f"Aun con P = 0 se ofrecerían {about(start)} unidades (c es negativo)."
    )
    notes = (
        taken(example, f"oferta {linear('P', c, d, 'Q')} (convención P = c + d·Q)", "grafico oferta 20 1"),
        first,
        f"Sube porque producir una unidad más cuesta más: por cada una, el precio tiene que subir {say(d)}.",
    )
    return Chart("Curva de oferta", _X, _Y, (curve,), notes=notes)


def draw_market(request: Request) -> Chart:
    """Return both curves with their equilibrium; ChartError where they do not cross at positive P and Q."""
    demand, supply = _stated(request)
    if demand and supply:
        (a, b), (c, d), example = demand, supply, False
    elif demand or supply:
        missing = "la oferta" if demand else "la demanda"
        raise ChartError(f"Me falta la ecuación de {missing}: escribí las dos, P = a − b·Q y P = c + d·Q.")
    else:
        values, example = request.parameters("a b c d", f"{_DEMAND}; {_SUPPLY}", (100.0, 2.0, 10.0, 1.0))
        a, b, c, d = values
    _check_demand(a, b)
    _check_supply(d)
    require_sane(c, d, c / d)
    quantity, price = (a - c) / (b + d), (a * d + b * c) / (b + d)
    if quantity <= 0:
        raise ChartError(
            f"No hay equilibrio: el precio más alto que se paga (a = {say(a)}) no supera el más bajo al que se ofrece"
            f" (c = {say(c)}), así que las curvas no se cruzan."
        )
    if price < 0:
        raise ChartError(
            f"No hay equilibrio con precio positivo: la oferta {linear('P', c, d, 'Q')} recién corta a la demanda en"
            f" P = {about(price)}."
        )
    widest = min(a / b, 3 * quantity)
    # Supply is drawn as high as demand goes, and never below a price of zero.
    start, end = max(0.0, -c / d), min(widest, (a - c) / d)
    series = (
        Series(f"Demanda: {linear('P', a, -b, 'Q')}", sample(lambda q: a - b * q, 0, widest)),
        Series(f"Oferta: {linear('P', c, d, 'Q')}", sample(lambda q: c + d * q, start, max(end, quantity))),
    )
    mark = Mark((quantity, price), f"E (Q={about(quantity)}; P={about(price)})", guides=True)
    notes = (
        taken(
            example,
            f"{linear('P', a, -b, 'Q')} (demanda, P = a − b·Q) y {linear('P', c, d, 'Q')} (oferta, P = c + d·Q)",
            "grafico oferta demanda 100 2 20 1",
        ),
        f"E es el equilibrio: {_equality(a, b, c, d)} da Q = {about(quantity)} y P = {about(price)}.",
        "A un precio mayor sobra producto (exceso de oferta) y el precio baja; a uno menor, falta y sube.",
    )
    return Chart("Oferta y demanda", _X, _Y, series, (mark,), notes)


def _equality(a: float, b: float, c: float, d: float) -> str:
    left, right = linear("", a, -b, "Q"), linear("", c, d, "Q")
    return f"{left.removeprefix(' = ')} = {right.removeprefix(' = ')}"


def _check_demand(a: float, b: float) -> None:
    if b == 0:
        raise ChartError("Con b = 0 la demanda sería horizontal: dame una pendiente distinta de cero (P = a − b·Q).")
    if b < 0:
        raise ChartError(f"En P = a − b·Q la b va positiva, porque la demanda baja: escribí {say(-b)} y no {say(b)}.")
    if a <= 0:
        raise ChartError("En P = a − b·Q la a (el precio máximo) tiene que ser mayor que cero.")
    require_sane(a, b, a / b)


def _check_supply(d: float) -> None:
    if d == 0:
        raise ChartError("Con d = 0 la oferta sería horizontal: dame una pendiente distinta de cero (P = c + d·Q).")
    if d < 0:
        raise ChartError(f"En P = c + d·Q la d va positiva, porque la oferta sube: escribí {say(-d)} y no {say(d)}.")


def _stated(request: Request) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
    """Return (a, b) and (c, d) of the demand and the supply written as equations, solved for P where need be."""
    demand = supply = None
    for equation in find_equations(request.folded):
        if len(equation.coefficients) != 2 or equation.coefficients[1] == 0:
            continue
        intercept, slope = equation.coefficients
        if equation.variable == "p" and equation.left[0] in "qxdos":
            intercept, slope = -intercept / slope, 1 / slope
        elif equation.variable not in ("q", "x", "qd", "qs", "qo"):
            continue
        if slope < 0:
            demand = demand or (intercept, -slope)
        else:
            supply = supply or (intercept, slope)
    return demand, supply
