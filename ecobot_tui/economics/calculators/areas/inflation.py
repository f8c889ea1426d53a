"""Precios e inflación: índices, acumulación y cambio de período de la inflación."""

from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

AREA = "Precios e inflación"
_MOST_MONTHS = 1_200


def _from_indices(g: Given) -> Solution:
    rate = 100 * prices.change(g["a"], g["b"])
    verb = "subieron" if rate > 0 else "bajaron" if rate < 0 else "no cambiaron:"
    return Solution(
        rate,
        f"La inflación del período fue {percent(rate)}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(rate)}"),
        f"En promedio los precios {verb} {percent(abs(rate))}: lo que costaba 100 pasó a costar {number(100 + rate)}.",
    )


def _accumulated(g: Given) -> Solution:
    rates = g.rates("p")
    if "n" in g and round(g["n"]) != len(rates):
        raise CalculationError(
            f"Me diste {len(rates)} tasas pero hablás de {number(g['n'])} períodos: revisá cuál falta."
        )
    total, plain = 100 * prices.compounded(rates), 100 * sum(rates)
    factors = " × ".join(f"(1 + {number(100 * rate)} %)" for rate in rates)
    return Solution(
        total,
        f"La inflación acumulada es {percent(total)}.",
        f"{factors} − 1 = {percent(total)}",
        f"Lo que costaba 100 pasa a costar {number(100 + total)}; sumar las tasas daría {percent(plain)} porque no"
        " cuenta la suba sobre la suba.",
    )


def _repeated(g: Given) -> Solution:
    months = g.quantity("n").months / g.months_per_period("p", "mes")
    if months > _MOST_MONTHS:
        raise CalculationError(f"No calculo más de {_MOST_MONTHS} períodos: revisá el plazo.")
    total = 100 * prices.converted(g.rate("p"), months)
    return Solution(
        total,
        f"Con {g.shown('p')} % por período, en {number(months)} períodos se acumula {percent(total)}.",
        g.fill(f"(1 + {{p}} %)^{number(months)} − 1 = {percent(total)}"),
        f"Lo que costaba 100 pasa a costar {number(100 + total)}.",
        ("la tasa se repite igual en cada período",),
    )


def _annualised(g: Given) -> Solution:
    periods = 12 / g.months_per_period("p", "mes")
    total = 100 * prices.converted(g.rate("p"), periods)
    return Solution(
        total,
        f"Equivale a {percent(total)} anual.",
        g.fill(f"(1 + {{p}} %)^{number(periods)} − 1 = {percent(total)}"),
        f"Si el ritmo se mantuviera un año, lo que cuesta 100 costaría {number(100 + total)}.",
        (f"el mismo ritmo durante los {number(periods)} períodos del año, con efecto compuesto",),
    )


def _monthly(g: Given) -> Solution:
    periods = g.months_per_period("p", "ano")
    rate = 100 * prices.converted(g.rate("p"), 1 / periods)
    return Solution(
        rate,
        f"Equivale a {percent(rate)} mensual.",
        g.fill(f"(1 + {{p}} %)^(1/{number(periods)}) − 1 = {percent(rate)}"),
        f"Doce meses seguidos de {percent(rate)} dan {percent(100 * prices.converted(rate / 100, 12))} en el año;"
        " dividir por 12 exageraría la tasa mensual.",
        ("la misma tasa todos los meses, con efecto compuesto",),
    )


def _twelve_months(g: Given) -> Solution:
    rates = g.rates("p")
    if len(rates) != 12:
        raise CalculationError(f"Para la interanual hacen falta 12 variaciones mensuales y hay {len(rates)}.")
    return _accumulated(g)


def _basket(g: Given) -> Solution:
    if len(g.all("x")) not in (6, 8):
        raise CalculationError(
            "Dame los dos precios y las dos cantidades de cada período, así: p0=(10; 5) p1=(12; 6) q0=(4; 6)."
        )
    old, new, amounts = g.all("x")[:2], g.all("x")[2:4], g.all("x")[4:6]
    last = g.all("x")[6:8]
    index = prices.laspeyres(old, new, amounts)
    extra = f" El de Paasche es {number(prices.laspeyres(old, new, last))}." if len(last) == 2 else ""
    costs = [f"{number(p)} × {number(q)}" for p, q in zip(new + old, amounts * 2, strict=True)]
    return Solution(
        index,
        f"El índice de Laspeyres es {number(index)} (base 100).{extra}",
        f"({costs[0]} + {costs[1]}) / ({costs[2]} + {costs[3]}) × 100 = {number(index)}",
        f"La canasta del período base cuesta {percent(index - 100)} más que antes."
        if index >= 100
        else f"La canasta del período base cuesta {percent(100 - index)} menos que antes.",
        ("Laspeyres pondera con las cantidades del período base; Paasche, con las del final",),
    )


_MONTHLY_RATE = Input("p", "la inflación mensual", Kind.RATE, above=-100)

CALCULATORS = (
    Calculator(
        id="inflacion_indices",
        name="la inflación entre dos índices",
        area=AREA,
        formula="π = (I₁/I₀ − 1) × 100",
        inputs=(
            Input("a", "el índice inicial", Kind.NUMBER, above=0),
            Input("b", "el índice final", Kind.NUMBER, above=0),
        ),
        keys="ipc indice inflacion deflactor precios",
        when=(
            r"\bipc\b|\bindice|nivel (?:general )?de precios|deflactor",
            r"inflacion|vari|subi|aument|cuant|suba|cambi",
        ),
        unless=r"\$\d|pbi|salari|sueldo|monto|hoy serian|gini|real\b|deflact(?!or)|laspeyres|base (?:100|#)",
        wordings=(
            r"(?:ipc|indice) (?:inicial|base|anterior|viejo)(?: \w+)? {a}",
            r"(?:ipc|indice)?(?: del? ano| de precios)? (?:final|nuevo|actual)(?: \w+)? {b}",
            *A_TO_B,
        ),
        work=_from_indices,
    ),
    Calculator(
        id="inflacion_acumulada",
        name="la inflación acumulada",
        area=AREA,
        formula="Π(1 + πᵢ) − 1",
        inputs=(
            Input("p", "la inflación de cada período", Kind.RATE, many=True, above=-100),
            Input("n", "la cantidad de períodos", Kind.TIME, optional=True),
        ),
        keys="inflacion precios ipc acumulada acumulado acumulo",
        when=(r"inflacion|precios|\bipc\b", r"acumul|en total|\btotal\b|trimestre|bimestre|semestre|cuatrimestre"),
        unless=r"y la (?:del mes|mensual|interanual|anual)|sueldo|salari|tasa|nominal|real\b|plazo|aumento de"
        r"|\bgan|rinde|rendi|puntos",
        wordings=(r"(?:en|de|durante|los) {n}",),
        also="meses indices variacion mensual trimestre",
        work=_accumulated,
        asks=False,
    ),
    Calculator(
        id="inflacion_repetida",
        name="la inflación acumulada a un ritmo constante",
        area=AREA,
        formula="(1 + m)ⁿ − 1",
        inputs=(_MONTHLY_RATE, Input("n", "el plazo", Kind.TIME, above=0)),
        keys="inflacion precios ipc",
        when=(
            r"inflacion|precios|\bipc\b",
            r"mensual|por mes|al mes|cada mes|anual|por ano|al ano",
            r"acumul|cuanto (?:\w+ )?(?:suben|aument|subi|crec|sera)|en total|total",
        ),
        unless=r"sueldo|salari|tasa|nominal|real\b|plazo fijo|\bgan|rinde|rendi|poder|valdr|equivale",
        wordings=(),
        also="acumula acumulada acumulado mensual anual",
        work=_repeated,
        asks=False,
    ),
    Calculator(
        id="anualizar_mensual",
        name="la inflación anualizada",
        area=AREA,
        formula="(1 + m)¹² − 1",
        inputs=(_MONTHLY_RATE,),
        keys="inflacion precios ipc anualizada anualizar anualizado anualiza anualizame",
        when=(r"inflacion|precios|\bipc\b|anualiz", r"anualiz|anual\b|en (?:el|un|todo el) ano|al ano|por ano"),
        unless=r"inflacion anual (?:de|del|es|fue)|[%#]\d+ (?:de inflacion )?anual|sueldo|salari|nominal|real\b"
        r"|tna|tea|efectiv"
        r"|a cuanto mensual|plazo|poder|credito|prestamo",
        wordings=(r"{p} (?:mensual|por mes|al mes)",),
        also="mensual tasa equivale mensuales",
        work=_annualised,
        asks=False,
    ),
    Calculator(
        id="mensual_equivalente",
        name="la inflación mensual equivalente",
        area=AREA,
        formula="(1 + a)^(1/12) − 1",
        inputs=(Input("p", "la inflación anual", Kind.RATE, above=-100),),
        keys="inflacion precios ipc interanual",
        when=(
            r"inflacion|precios|\bipc\b",
            r"mensual|por mes|al mes|mensualiz",
            r"anual|por ano|al ano|en (?:el|un) ano",
        ),
        unless=r"[%#]\d+ (?:de inflacion )?(?:mensual|por mes|al mes)|mensual (?:es |de |del |fue )?(?:de |del )?[%#]"
        r"|sueldo|salari|nominal|real\b|tna|tea|plazo|promedio de los|poder",
        wordings=(),
        also="mensual anual equivale tasa promedio",
        work=_monthly,
        asks=False,
    ),
    Calculator(
        id="interanual_desde_meses",
        name="la inflación interanual",
        area=AREA,
        formula="Π(1 + πᵢ) − 1, con 12 meses",
        inputs=(
            Input("p", "la inflación de cada uno de los 12 meses", Kind.RATE, many=True, above=-100),
            Input("n", "la cantidad de meses", Kind.TIME, optional=True),
        ),
        keys="interanual inflacion ipc",
        when=(r"interanual|anual", r"inflacion|ipc|variaci|mensual|meses"),
        unless=r"sueldo|salari|tasa|nominal|real\b|puntos",
        wordings=(),
        also="mensuales meses variaciones",
        work=_twelve_months,
        asks=False,
    ),
    Calculator(
        id="laspeyres_paasche",
        name="los índices de Laspeyres y Paasche",
        area=AREA,
        formula="L = Σp₁q₀ / Σp₀q₀ ; P = Σp₁q₁ / Σp₀q₁",
        inputs=(Input("x", "los precios y las cantidades", Kind.NUMBER, many=True, above=0),),
        keys="laspeyres paasche canasta",
        when=(r"laspeyres|paasche|canasta", r"\bp0\b.*\bp1\b.*\bq0\b"),
        wordings=(),
        also="indice precios",
        work=_basket,
        asks=False,
    ),
)
