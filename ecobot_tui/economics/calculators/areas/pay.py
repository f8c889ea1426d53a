"""Trabajo: sueldo bruto y neto, y costo laboral."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, asked_in

AREA = "Trabajo"


_LEGAL_DEDUCTIONS = 17


_GROSS = r"brut[oa]s?\b|antes de descuentos"


_NET = (
    r"net[oa]s?\b|en mano|de bolsillo|bolsillo|en el bolsillo|limpi[oa]s?|deposita\w*"
    r"|despues de (?:los )?(?:descuentos|aportes|retenciones"
    r"|deducciones)|liquid[oa]s?\b|me llevo|se lleve|llevarse|acredita\w*|me queda\w*"
)


_NET_ASKED = _NET + r"|queda|descuentan|descuento|descuentos|retien\w+|aportes?\b|me llevo"
_ADDITIONS = r"(?:antiguedad|titulo|presentismo|adicional\w*|plus|zona|puntualidad|productividad|premio)"


def _place_net(reading: Reading) -> Places | None:
    story = Story(reading)
    if story.times and not story.says(r"por mes|al mes"):
        return None
    amounts = [place for place in story.amounts if abs(story.value(place)) > 40 or story.quantities[place].mark == "$"]
    extras = [
        place
        for place in story.rates
        if story.follows(place, rf"(?:de |por )?{_ADDITIONS}")
        or story.leads(place, rf"{_ADDITIONS}(?: (?:de|del|es))*")
    ]
    # «Me descuentan 11 de jubilación y 3 de obra social»: the sign is often left out.
    unsigned = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#"
        and 0 < one.value <= 40
        and place not in story.rates
        and story.follows(place, r"(?:de|para|por) (?:la )?(?:jubilacion|obra social|pami|sindicato|aportes|afp|salud)")
    ]
    cuts = sorted({*(place for place in story.rates if place not in extras), *unsigned})
    places: Places = {symbol: some for symbol, some in (("r", cuts), ("u", extras)) if some}
    cut = [
        place
        for place in amounts
        if story.leads(place, r"(?:descuentos?|descuentan|descontaron|aportes|retenciones)(?: \w+){0,3}")
    ]
    if len(amounts) == 2 and len(cut) == 1 and not story.rates:
        return {"b": [place for place in amounts if place not in cut], "d": cut}
    if len(amounts) == 2:
        gross, net = story.nearest(amounts, _GROSS), story.nearest(amounts, _NET)
        if story.rates or gross is None:
            return None
        other = next(place for place in amounts if place != gross)
        return {"b": [gross], "n": [other]} if net in (other, None) or net == gross else None
    if len(amounts) != 1:
        return None
    if not story.rates and not story.says(r"de ley|legal\w*|aportes|descuentos|en mano|bolsillo|neto|bruto"):
        return None
    return places | {"n" if _is_net(story, amounts[0]) else "b": amounts}


def _is_net(story: Story, place: int) -> bool:
    if story.asks(_GROSS) or story.says(
        rf"(?:que|cual\w*|cuanto|calcul\w+|hall\w+|determin\w+) (?:\w+ ){{0,6}}?(?:{_GROSS})(?! (?:es |de "
        rf"|son |fue )*[$#]\d)"
    ):
        return not story.follows(place, rf"(?:pesos )?(?:{_GROSS})")
    if story.asks(_NET_ASKED):
        return False
    near_net = story.follows(place, rf"(?:pesos )?(?:por mes |mensuales )?(?:{_NET})") or story.leads(
        place, rf"(?:{_NET})(?: (?:de|es|son|me|unos|cobro|gano))*"
    )
    return near_net and not story.asks(_NET)


def _net_pay(g: Given) -> Solution:
    if "b" in g and ("n" in g or "d" in g):
        gross = g["b"]
        net = g["n"] if "n" in g else gross - g["d"]
        if gross <= 0:
            raise CalculationError("El sueldo bruto tiene que ser mayor que 0.")
        rate = 100 * (1 - net / gross)
        return Solution(
            rate,
            f"Te descuentan {percent(rate)}: {g.money(gross - net)} de {g.money(gross)}.",
            f"({number(gross)} − {number(net)}) / {number(gross)} × 100 = {percent(rate)}",
            f"De cada 100 brutos llegan al bolsillo {number(100 - rate)}.",
        )
    rates = g.all("r") if "r" in g else [float(_LEGAL_DEDUCTIONS)]
    rate = sum(rates)
    if not 0 <= rate < 100:
        raise CalculationError("Los descuentos tienen que sumar menos de 100 % del bruto.")
    raised = 1 + sum(g.rates("u")) if "u" in g else 1.0
    gross = g["b"] * raised if "b" in g else g["n"] / (1 - rate / 100)
    net = gross * (1 - rate / 100)
    cut = gross - net
    added = " + ".join(number(one) for one in rates)
    whole = f"({added}) %" if len(rates) > 1 else percent(rate)
    worked = (
        f"{number(gross)} × (1 − {whole}) = {number(net, money=True)}"
        if "b" in g
        else f"{number(net)} / (1 − {whole}) = {number(gross, money=True)}"
    )
    asked = asked_in(g.text)
    asks_cut = rx.search(r"descuent\w+|descont\w+|retien\w+|aport\w+", asked) and not rx.search(_NET, asked)
    return Solution(
        cut if asks_cut and "b" in g else net if "b" in g else gross,
        f"Bruto {g.money(gross)} − descuentos {g.money(cut)} ({percent(rate)}) = neto {g.money(net)}.",
        worked,
        "Los aportes se calculan todos sobre el bruto, por eso sus porcentajes se suman.",
        ()
        if "r" in g
        else ("los descuentos de ley en Argentina: 11 % jubilación, 3 % PAMI y 3 % obra social, 17 % en total",),
    )


def _place_cost(reading: Reading) -> Places | None:
    story = Story(reading)
    workers = [
        place
        for place, one in enumerate(reading.quantities)
        if one.mark == "#"
        and one.value in range(1, 10_000)
        and story.follows(
            place, r"(?:\w+ )?(?:emplead\w+|trabajador\w*|personas?|sueldos|salarios|operari\w+|obrer\w+)"
        )
    ]
    amounts = [place for place in story.amounts if place not in workers]
    if len(amounts) == 2 and not story.rates and story.asks(r"porcentaje|cargas|contribuc|alicuota"):
        low, high = sorted(amounts, key=story.value)
        return {"b": [low], "t": [high]}
    if len(amounts) != 1 or not story.rates or story.times:
        return None
    is_cost = not story.asks(r"cuesta|costo|sale|gasta|desembols\w+|paga") and (
        story.asks(r"bruto|sueldo|salario") or story.leads(amounts[0], r"cost[oa]\w*(?: \w+){0,4}")
    )
    return {"r": list(story.rates), "t" if is_cost else "b": amounts} | ({"n": workers} if len(workers) == 1 else {})


def _labour_cost(g: Given) -> Solution:
    if "r" not in g:
        found = 100 * (g["t"] / g["b"] - 1)
        return Solution(
            found,
            f"Las contribuciones son {percent(found)} del bruto: {g.money(g['t'] - g['b'])}.",
            f"{number(g['t'])} / {number(g['b'])} − 1 = {percent(found)}",
            "Es lo que la empresa paga además del bruto.",
        )
    rate = sum(g.rates("r"))
    count = g.get("n", 1.0)
    gross = g["b"] * count if "b" in g else g["t"] / (1 + rate)
    total = gross * (1 + rate)
    asked = asked_in(g.text)
    only = rx.search(r"contribucion\w*|cargas|aportes patronales", asked) and not rx.search(
        r"cuesta|costo|total|sale", asked
    )
    worked = (
        f"{number(gross)} × (1 + {percent(100 * rate)}) = {number(total, money=True)}"
        if "b" in g
        else f"{number(total)} / (1 + {percent(100 * rate)}) = {number(gross, money=True)}"
    )
    return Solution(
        total - gross if only else total if "b" in g else gross,
        f"Bruto {g.money(gross)} + contribuciones {g.money(total - gross)} = costo laboral {g.money(total)}.",
        worked,
        "Las contribuciones las paga la empresa además del bruto; los aportes salen del sueldo del empleado.",
    )


CALCULATORS = (
    Calculator(
        id="sueldo_neto",
        name="el sueldo bruto y el neto",
        area=AREA,
        formula="neto = bruto × (1 − descuentos)",
        inputs=(
            Input("b", "el sueldo bruto", Kind.AMOUNT, optional=True, above=0),
            Input("n", "el sueldo neto", Kind.AMOUNT, optional=True, above=0),
            Input("d", "los descuentos", Kind.AMOUNT, optional=True, above=0),
            Input("r", "el descuento", Kind.RATE, many=True, optional=True),
            Input("u", "el adicional", Kind.RATE, many=True, optional=True),
        ),
        keys="bruto neto bolsillo",
        names=(
            r"\b(?:(?:sueldo|salario|remuneracion|haber|ingreso)s? (?:mensual )?(?:brut[oa]|net[oa]"
            r"|liquid[oa])s?|liquid[oa] a (?:cobrar|pagar|percibir)"
            r"|me (?:descuent\w+|retien\w+|sacan)\b(?=.*(?:afp|jubil|salud|obra social|sueldo|aporte))"
            r"|(?:sueldo|salario)\b(?=.*(?:descuent|descont|retien|retenc))|brut[oa]s?\b(?=.*(?:"
            + _NET
            + r"|descuen|descont|aporte|retien|retenc|jubilac))|(?:en mano|de bolsillo|en el bolsillo)\b"
            r"|net[oa]s?\b(?=.*(?:aporte|brut|retenc"
            r"|descuentos))|aportes\b(?=.*(?:brut|cobr|gan|descuentan|descontar|net|bolsillo|en mano|deposit))"
            r"|^(?=.*me (?:descuent|descont|retien|retuv|sac)\w+)(?=.*(?:sueldo|salario|brut|haber))"
            r"(?=.*(?:deposit|mano|bolsillo|net|cobr|queda|acredita)).*)"
        ),
        when=(),
        unless=(
            r"^(?!.*(?:cuant|cual|calcul|hall|%|neto|mano|bolsillo|que))|"
            r"\biva\b|\bpbi\b|\bpib\b|inversion|invers|margen|utilidad|ventas|factur|contribucion\w* patronal"
            r"|costo laboral|contribuciones"
            r"|cargas sociales|cargas del|aguinaldo|exportac|inflacion|interno bruto|nacional bruto"
            r"|ingresos brutos|(?<!de )gananc|tramo"
            r"|patronal|comision|\bhoras?\b|aumento|adelanto|cuota|prestamo|embargo"
        ),
        wordings=(),
        work=_net_pay,
        asks=False,
        place=_place_net,
    ),
    Calculator(
        id="costo_laboral",
        name="el costo laboral",
        area=AREA,
        formula="costo = bruto × (1 + contribuciones)",
        inputs=(
            Input("b", "el sueldo bruto", Kind.AMOUNT, optional=True, above=0),
            Input("t", "el costo total", Kind.AMOUNT, optional=True, above=0),
            Input("r", "la contribución", Kind.RATE, many=True, optional=True, above=0),
            Input("n", "la cantidad de empleados", Kind.NUMBER, optional=True),
        ),
        keys="contribuciones patronales cargas",
        names=(
            r"\b(?:cargas?\b(?=.*(?:empresa|empleado|sueldo|bruto))|contribucion\w* (?:patronal\w*"
            r"|del empleador|sociales)|cargas? (?:sociales|patronal\w*)"
            r"|aportes patronales"
            r"|costo (?:laboral|salarial|total (?:de|del) (?:un )?(?:emplead|trabajador)\w*)"
            r"|(?:sueldos?|salarios?|brut[oa])\b(?=.*(?:contribuciones|cargas (?:sociales|patron)))"
            r"|empleador\b(?=.*contribuc)"
            r"|contribuciones\b(?=.*(?:emplead|sueldo|brut|empresa))"
            r"|(?:cuesta|sale) (?:\w+ ){0,3}?(?:emplead|trabajador)\w*"
            r"|cargas?\b(?=.*cuant)|(?:cuanto|costo)\b(?=.*(?:emplead|trabajador|sueldo|brut))(?=.*(?:cargas|contribuc|patronal))"
            r"|^(?=.*(?:cargas|contribuc))(?=.*(?:emplead|trabajador|bruto|sueldo))(?=.*(?:porcentaje|por ?ciento)).*"
            r"|(?:emplead|trabajador|operari)\w*\b(?=.*(?:cargas|contribuc|patronal)))"
        ),
        when=(),
        unless=r"unitario|unidades|produc|marginal",
        wordings=(),
        work=_labour_cost,
        asks=False,
        place=_place_cost,
    ),
)
