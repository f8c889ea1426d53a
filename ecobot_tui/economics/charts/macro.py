"""The Phillips curve with expectations, and IS-LM with straight lines."""

from ecobot_tui.economics.charts.chart import ChartError
from ecobot_tui.economics.charts.curves import about, linear, require_sane, sample, say, taken
from ecobot_tui.economics.charts.request import Request
from ecobot_tui.plot import Chart, Mark, Series

_PHILLIPS = "π = πe − β·(u − un)"
_IS_LM = "IS: i = a − b·Y; LM: i = c + d·Y"


def draw_phillips(request: Request) -> Chart:
    """Return the short-run Phillips curve of πe, β and un, the last point of rest marked, with the long-run line."""
    (expected, slope, natural), example = request.parameters("πe β un", _PHILLIPS, (8.0, 1.5, 6.0))
    if slope <= 0:
        raise ChartError("En la curva de Phillips la β tiene que ser mayor que cero: a menos desempleo, más inflación.")
    if not 0 < natural < 100:
        raise ChartError(f"La tasa natural de desempleo (un) tiene que estar entre 0 y 100 %, y leí {say(natural)}.")
    require_sane(slope * 100)
    end = min(2 * natural, 100.0)
    curve = sample(lambda u: expected - slope * (u - natural), 0, end)
    lows = min(point[1] for point in curve), max(point[1] for point in curve)
    series = (
        Series("Corto plazo", curve),
        Series("Largo plazo (u = un)", ((natural, lows[0]), (natural, lows[1]))),
    )
    what = f"{_PHILLIPS} con πe = {say(expected)} %, β = {say(slope)} y un = {say(natural)} %"
    notes = (
        taken(example, what, "grafico phillips 8 1,5 6"),
        f"En N el desempleo es el natural y la inflación ({about(expected)} %) es la esperada.",
        f"Bajar el desempleo 1 punto cuesta {say(slope)} puntos de inflación, mientras no cambien las expectativas; a"
        " largo plazo se ajustan y queda la línea vertical.",
    )
    mark = Mark((natural, expected), f"N (u={about(natural)}; π={about(expected)})")
    return Chart("Curva de Phillips", "Desempleo u (%)", "Inflación π (%)", series, (mark,), notes)


def draw_is_lm(request: Request) -> Chart:
    """Return both lines with their equilibrium; ChartError where they do not cross with Y > 0 and i ≥ 0."""
    (a, b, c, d), example = request.parameters("a b c d", _IS_LM, (20.0, 0.01, 2.0, 0.008))
    if b <= 0 or d <= 0:
        raise ChartError(f"En IS-LM las pendientes b y d tienen que ser mayores que cero ({_IS_LM}).")
    require_sane(a, b, c, d, a / b, c / d)
    output, rate = (a - c) / (b + d), (a * d + b * c) / (b + d)
    if output <= 0:
        raise ChartError(
            f"La IS y la LM no se cruzan con un producto positivo: la a ({say(a)}) tiene que superar a la c ({say(c)})."
        )
    if rate < 0:
        raise ChartError(f"La IS y la LM se cruzan con una tasa negativa (i = {about(rate)} %): revisá los números.")
    widest = min(a / b, 2 * output)
    start, end = max(0.0, -c / d), max(min(widest, (a - c) / d), output)
    series = (
        Series(f"IS: {linear('i', a, -b, 'Y')}", sample(lambda y: a - b * y, 0, widest)),
        Series(f"LM: {linear('i', c, d, 'Y')}", sample(lambda y: c + d * y, start, end)),
    )
    what = f"{linear('i', a, -b, 'Y')} (IS, i = a − b·Y) y {linear('i', c, d, 'Y')} (LM, i = c + d·Y)"
    notes = (
        taken(example, what, "grafico is-lm 20 0,01 2 0,008"),
        f"E: con Y = {about(output)} e i = {about(rate)} % se equilibran a la vez el mercado de bienes (IS) y el de"
        " dinero (LM).",
        "Más gasto público corre la IS a la derecha (sube Y, sube i); más dinero corre la LM (sube Y, baja i).",
    )
    mark = Mark((output, rate), f"E (Y={about(output)}; i={about(rate)})", guides=True)
    return Chart("Modelo IS-LM", "Producto (Y)", "Tasa de interés i (%)", series, (mark,), notes)
