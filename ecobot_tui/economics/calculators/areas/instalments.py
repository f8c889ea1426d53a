"""Compras en cuotas: total, cuota, lo que valen hoy, la comparación con el contado y la tasa escondida."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import interest
from ecobot_tui.economics.calculators.formulas.projects import internal_rate
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.periods import whole
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Compras y descuentos"

_PAYMENTS = r"(?:cuotas?|pagos|mensualidades|meses sin intereses|msi)\b"
_COUNT = rf"(?:\w+ ){{0,1}}?{_PAYMENTS}"
_EACH = (
    r"(?:cuotas?|pagos|mensualidades|meses sin intereses|c/u|cada una|a)(?: (?:fijas|iguales|mensuales|sin"
    r"|interes\w*|cada|una|consecutivas|en|pesos|de|es|a|por|son))*"
)
_CASH = (
    r"(?:al |de |en |por |precio |pago |pagando )*(?:contado|efectivo|un (?:solo )?pago|1 pago|hoy|transferencia"
    r"|debito)(?: (?:sale|cuesta|es|a|de|vale|por|son|lo|me|dejan|pago|pagas|precio|en|seria))*"
)
_PRICE = (
    r"(?:lista|precio(?: de lista| final| total)?|sale|cuesta|vale|compra|valor|total|heladera|celular"
    r"|tele\w*|notebook|financi\w+|de)"
    r"(?: (?:es|de|por|a|en|un|una|total|cuesta|sale|vale|lista))*"
)
_DISCOUNT = r"(?:de |un )*(?:descuent\w*|off\b|rebaj\w*|menos|dto|bonific\w*)"
_DISCOUNT_BEFORE = r"(?:descuent\w*|rebaj\w*|bonific\w*)(?: (?:del?|un|es))*"
_SURCHARGE = r"(?:de |un )*(?:recarg\w*|interes total|de mas|financiacion|interes (?:total|directo))"


def _place(reading: Reading) -> Places | None:
    story = Story(reading)
    places: Places = {}
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "#$"]
    months = [
        place for place in story.times if story.quantities[place].unit == "mes" and story.follows(place, r"sin interes")
    ]
    counts = [
        place
        for place in left
        if reading.quantities[place].mark == "#"
        and (story.follows(place, rf"{_COUNT}|sin interes") or story.leads(place, "ahora"))
    ] or months
    if not counts:
        return None
    if len(counts) > 1:
        counts = [
            place for place in counts if not story.follows(place, r"(?:solo )?pagos?\b") or story.value(place) != 1
        ]
        if len(counts) != 1:
            return None
    places["n"] = counts
    left = [
        place
        for place in left
        if place not in counts
        and place not in story.rates
        and not (reading.quantities[place].mark == "#" and story.value(place) == 1)
    ]
    left = [place for place in left if not story.follows(place, r"dias")]
    for place in story.rates:
        symbol = (
            "d"
            if story.follows(place, _DISCOUNT) or story.leads(place, _DISCOUNT_BEFORE)
            else "u"
            if story.follows(place, _SURCHARGE) or story.leads(place, r"recarg\w*(?: (?:del?|un|es))*")
            else "i"
        )
        if symbol in places:
            return None
        places[symbol] = [place]
    each = [place for place in left if place > counts[0] and story.leads(place, _EACH)] or [
        place
        for place in left
        if story.follows(place, r"(?:pesos )?(?:cada una|c/u|por mes|cada cuota|por cuota|mensuales)")
        or story.leads(place, r"(?:cuota|cada cuota)(?: (?:de|es|queda|en|a|sale))*")
    ]
    cash = [
        place
        for place in left
        if place not in each
        and (story.leads(place, _CASH) or story.follows(place, rf"(?:pesos )?(?:si (?:\w+ )?)?{_CASH}"))
    ]
    if each:
        places["a"] = each[:1]
        left.remove(each[0])
    rest = [place for place in left if place not in cash[:1]]
    if cash:
        places["c"] = cash[:1]
    if len(rest) > 1:
        return None
    if rest:
        if "c" in places or ("d" in places):
            places["l"] = rest
        else:
            places["l" if "a" not in places else "c"] = rest
    if "c" in places and "d" in places and "l" not in places:
        # «Contado 180.000 con 10 % de descuento»: the discount is still to be taken off.
        places["l"] = places.pop("c")
    known = set(places) - {"n"}
    if (
        story.times
        and any(place not in counts for place in story.times)
        and not story.says(r"30 dias|un mes|dentro de")
    ):
        asides = [one for one in story.times if one not in counts and story.value(one) not in (1, 30)]
        if asides:
            return None
    if not known & {"a", "l", "c"} or ("i" in places and not known & {"a", "l"}):
        return None
    if (
        "a" not in places
        and not story.says(r"sin interes|sin recargo|cada cuota|cada una|iguales|cuota\b")
        and "u" not in places
    ):
        return None
    if "i" in places and "a" not in places and not story.says(r"sin interes"):
        return None
    return places


def _is_due(text: str) -> bool:
    return (
        rx.search(
            (
                r"primera (?:cuota )?(?:la pago |se paga |es |al |va )*(?:hoy|al comprar|en el acto|al momento"
                r"|ahora|al contado|adelantad)|por adelantado"
            ),
            text,
        )
        is not None
    )


def _hidden(cash: float, each: float, count: int, due: bool) -> float | None:
    if each * count <= cash or (due and cash <= each):
        return None
    flows = [cash] + [0.0] * count
    for month in range(count):
        flows[month + (0 if due else 1)] -= each
    return 100 * internal_rate(flows)


def _solve(g: Given) -> Solution:
    count = whole(g["n"], "La cantidad de cuotas")
    listed = g.optional("l")
    each = g["a"] if "a" in g else (listed or g["c"]) * (1 + (g.rate("u") if "u" in g else 0.0)) / count
    total = each * count
    cash = g.optional("c")
    if cash is None and "d" in g:
        cash = (listed if listed is not None else total) * (1 - g.rate("d"))
    if cash is None and listed is not None and "a" in g:
        cash = listed
    due = _is_due(g.text)
    when = "la primera cuota se paga hoy" if due else "la primera cuota se paga dentro de un mes"
    sums = f"{number(count)} cuotas de {g.money(each)} suman {g.money(total)}."
    extra = ""
    if cash is not None and cash > 0:
        more = 100 * (total / cash - 1)
        extra = (
            f" Contra {g.money(cash)} de contado son {g.money(abs(total - cash))} "
            f"{'más' if total >= cash else 'menos'} ({percent(abs(more))})."
        )
    if "i" in g:
        rate = g.rate("i")
        if g.period("i") == "ano":
            rate = (1 + rate) ** (1 / 12) - 1
        present = interest.annuity_present_value(each, rate, count) * ((1 + rate) if due else 1)
        verdict = ""
        if cash is not None:
            verdict = (
                f" Convienen las cuotas: valen {g.money(cash - present)} menos que los {g.money(cash)} de contado."
                if present < cash
                else f" Conviene el contado: {g.money(cash)}, {g.money(present - cash)} menos."
            )
        return Solution(
            present,
            f"Las cuotas valen hoy {g.money(present)}.{verdict}",
            (
                f"{number(each)} × [1 − (1 + {percent(100 * rate)})^−{count}] / {percent(100 * rate)} = "
                f"{number(present, money=True)}"
            ),
            sums + extra,
            (when, "lo que se deja de pagar hoy rinde esa tasa, o la inflación lo licúa, todos los meses igual"),
        )
    hidden = _hidden(cash, each, count, due) if cash else None
    asks_more = rx.search(
        r"mas caro|de mas|recargo|porcentaje (?:de )?(?:mas|recargo|aument)|en porcentaje", g.text
    ) and not rx.search(r"tasa|tna|tea", g.text)
    if hidden is not None and cash is not None:
        return Solution(
            100 * (total / cash - 1) if asks_more else hidden,
            f"La tasa escondida en las cuotas es {percent(hidden)} mensual (TNA {percent(12 * hidden)}, TEA"
            f" {percent(100 * ((1 + hidden / 100) ** 12 - 1))}).",
            f"{number(cash)} = {number(each)} × [1 − (1 + i)^−{count}] / i → i = {percent(hidden)}",
            sums + extra,
            (when,),
        )
    if (
        cash is not None
        and rx.search(r"tasa|tna|tea|interes(?! de)", g.text)
        and "sin interes" not in g.text
        and total < cash
    ):
        raise CalculationError(
            "Las cuotas suman menos que el contado: no hay ninguna tasa escondida, convienen las cuotas."
        )
    asks_each = "a" not in g
    return Solution(
        each if asks_each else total,
        f"Cada cuota es de {g.money(each)} y en total se pagan {g.money(total)}." if asks_each else sums,
        f"{number(total)} / {count} = {number(each, money=True)}"
        if asks_each
        else f"{count} × {number(each)} = {number(total, money=True)}",
        extra.strip()
        or "Sin interés declarado, esperar para pagar es la ventaja: cada cuota pierde valor con la inflación.",
    )


CALCULATORS = (
    Calculator(
        id="compra_en_cuotas",
        name="la compra en cuotas",
        area=AREA,
        formula="contado = a · [1 − (1 + i)^−n] / i",
        inputs=(
            Input("n", "la cantidad de cuotas", Kind.NUMBER),
            Input("a", "cada cuota", Kind.AMOUNT, optional=True, above=0),
            Input("l", "el precio de lista", Kind.AMOUNT, optional=True, above=0),
            Input("c", "el precio de contado", Kind.AMOUNT, optional=True, above=0),
            Input("d", "el descuento por pagar de contado", Kind.RATE, optional=True, above=0, below=100),
            Input("u", "el recargo", Kind.RATE, optional=True, above=0),
            Input("i", "la tasa mensual", Kind.RATE, optional=True, above=0),
        ),
        keys="contado cuotas",
        names=(
            r"\b(?:cuotas (?:con |y )?(?:un )?%\d+ (?:de )?recarg\w+|cuotas\b(?=.*(?:contado|efectivo"
            r"|un (?:solo )?pago|sin interes|hoy|transferencia|descuent"
            r"|total|termino|suma|recarg|interes total|en porcentaje|cuanto pago|mas caro))"
            r"|(?:contado|efectivo|sin interes\w*|un (?:solo )?pago|sale|cuesta|precio|hoy|ahora #\d+)\b(?=.*(?:cuotas?"
            r"|pagos|meses sin intereses))|cuotas (?:fijas |iguales )?de\b|(?:cada"
            r"|la) cuota\b(?=.*sin interes)|meses sin intereses)"
        ),
        when=(),
        unless=(
            r"prestamo|credito (?:de|personal|hipotecario|prendario)|pedi|prest[aeo]|frances|aleman|americano"
            r"|saldo|capital adeudado|uva\b|hipotec|cft\b"
            r"|^(?!.*(?:cuant|cual|que|convien|calcul|hall|total|tasa|determin))|ingreso|sueldo|importac"
            r"|afiliad|mercado|monotribut"
        ),
        wordings=(),
        work=_solve,
        asks=False,
        place=_place,
    ),
)
