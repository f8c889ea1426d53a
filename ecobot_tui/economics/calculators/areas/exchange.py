"""Sector externo: tipo de cambio, paridades, brecha, dólar implícito, carry trade, conversión y arancel."""

from ecobot_tui.economics.calculators.areas.phrases import A_TO_B
from ecobot_tui.economics.calculators.formulas import macro, prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.number_format import format_amount

AREA = "Sector externo"


def _dollars(value: float) -> str:
    return format_amount(value, "US$")


def _pesos(value: float) -> str:
    return number(value, money=True)


def _real_rate(g: Given) -> Solution:
    value = g["e"] * g["f"] / g["p"]
    return Solution(
        value,
        f"El tipo de cambio real es {number(value)}.",
        g.fill(f"{{e}} × {{f}} / {{p}} = {number(value)}"),
        "Mide cuántas canastas locales cuesta una canasta extranjera: si sube, el país se abarata y gana competitividad.",
        ("los dos niveles de precios tienen la misma base",),
    )


def _real_change(g: Given) -> Solution:
    nominal = g.rate("d") if "d" in g else prices.change(g["a"], g["b"])
    value = 100 * macro.real_exchange_rate_change(nominal, g.rate("f"), g.rate("p"))
    meaning = (
        "El país se encareció frente al exterior (apreciación real): perdió competitividad por precio."
        if value < 0
        else "El país se abarató frente al exterior (depreciación real): ganó competitividad por precio."
        if value > 0
        else "La competitividad por precio no cambió."
    )
    verb = "cayó" if value < 0 else "subió" if value > 0 else "no cambió:"
    return Solution(
        value,
        f"El tipo de cambio real {verb} {percent(abs(value))} (variación {percent(value)}).",
        g.fill(f"(1 + {number(100 * nominal)} %) × (1 + {{f}} %) / (1 + {{p}} %) − 1 = {percent(value)}"),
        meaning,
        ("la devaluación es la suba del dólar en pesos; las tres tasas son del mismo período",),
    )


def _purchasing_parity(g: Given) -> Solution:
    value = g["p"] / g["f"]
    result = f"El tipo de cambio de paridad (PPA) es {_pesos(value)} por unidad de moneda extranjera."
    worked = g.fill(f"{{p}} / {{f}} = {_pesos(value)}")
    meaning = "A ese precio del dólar, lo mismo cuesta igual en los dos países."
    if "e" in g:
        gap = 100 * prices.change(g["e"], value)
        side = "subvaluada" if gap < 0 else "sobrevaluada" if gap > 0 else "en su paridad:"
        result += f" Con el dólar a {g.shown('e')}, la moneda local está {side} {percent(abs(gap))}."
        worked += g.fill(f"; {_pesos(value)} / {{e}} − 1 = {percent(gap)}")
    return Solution(value, result, worked, meaning, ("el bien es el mismo en los dos países",))


def _relative_parity(g: Given) -> Solution:
    value = 100 * macro.relative_ppp(g.rate("p"), g.rate("f"))
    return Solution(
        value,
        f"Según la PPA relativa el dólar tendría que {'bajar' if value < 0 else 'subir'} {percent(abs(value))}.",
        g.fill(f"(1 + {{p}} %) / (1 + {{f}} %) − 1 = {percent(value)}"),
        "Con esa variación el tipo de cambio real queda igual: compensa la diferencia de inflaciones.",
        (f"la resta de las inflaciones, {percent(g['p'] - g['f'])}, es solo una aproximación",),
    )


def _forward(g: Given) -> Solution:
    abroad = g.rate("f") if "f" in g else 0.0
    value = macro.forward_rate(g["s"], g.rate("i"), abroad)
    return Solution(
        value,
        f"El tipo de cambio futuro de paridad es {_pesos(value)}.",
        g.fill(f"{{s}} × (1 + {{i}} %) / (1 + {number(100 * abroad)} %) = {_pesos(value)}"),
        "A ese precio futuro da lo mismo invertir en pesos que en dólares; si el dólar termina más barato conviene el peso.",
        ("las dos tasas son efectivas y del mismo plazo que el futuro",),
    )


def _gap(g: Given) -> Solution:
    value = 100 * prices.change(g["a"], g["b"])
    return Solution(
        value,
        f"La brecha cambiaria es {percent(value)}.",
        g.fill(f"({{b}} / {{a}} − 1) × 100 = {percent(value)}"),
        f"El dólar paralelo está {percent(abs(value))} {'por debajo' if value < 0 else 'por encima'} del oficial.",
    )


def _parallel_from_gap(g: Given) -> Solution:
    value = g["a"] * (1 + g.rate("g"))
    return Solution(
        value,
        f"El dólar paralelo está a {_pesos(value)}.",
        g.fill(f"{{a}} × (1 + {{g}} %) = {_pesos(value)}"),
        f"La brecha de {g.shown('g')} % se mide sobre el dólar oficial.",
    )


def _official_from_gap(g: Given) -> Solution:
    value = g["b"] / (1 + g.rate("g"))
    return Solution(
        value,
        f"El dólar oficial está a {_pesos(value)}.",
        g.fill(f"{{b}} / (1 + {{g}} %) = {_pesos(value)}"),
        f"La brecha de {g.shown('g')} % se mide sobre el dólar oficial.",
    )


def _implicit(g: Given) -> Solution:
    value = g["p"] / g["f"]
    return Solution(
        value,
        f"El dólar implícito es {_pesos(value)} pesos por dólar.",
        g.fill(f"{{p}} / {{f}} = {_pesos(value)}"),
        "Es lo que cuesta cada dólar si comprás el título en pesos y lo vendés en dólares.",
        ("sin comisiones ni impuestos",),
    )


def _carry(g: Given) -> Solution:
    value = 100 * ((1 + g.rate("i")) * g["a"] / g["b"] - 1)
    return Solution(
        value,
        f"El carry trade rinde {percent(value)} en dólares.",
        g.fill(f"(1 + {{i}} %) × {{a}} / {{b}} − 1 = {percent(value)}"),
        "La tasa en pesos le ganó a la suba del dólar."
        if value > 0
        else "La suba del dólar se comió la tasa en pesos: mejor era quedarse en dólares."
        if value < 0
        else "La tasa y la suba del dólar se compensaron.",
        ("la tasa es la del período entero, sin comisiones",),
    )


def _carry_amount(g: Given) -> Solution:
    pesos = g["q"] * g["a"] * (1 + g.rate("i"))
    value = pesos / g["b"]
    return Solution(
        value,
        f"Terminás con {_dollars(value)}: {'ganás' if value >= g['q'] else 'perdés'} {_dollars(abs(value - g['q']))}.",
        g.fill(f"{{q}} × {{a}} × (1 + {{i}} %) / {{b}} = {number(value, money=True)}"),
        f"En dólares es {percent(100 * prices.change(g['q'], value))}.",
        ("la tasa es la del período entero, sin comisiones",),
    )


def _devaluation(g: Given) -> Solution:
    up, lost = 100 * prices.change(g["a"], g["b"]), 100 * (1 - g["a"] / g["b"])
    dollar = "subió" if up > 0 else "bajó" if up < 0 else "no varió:"
    peso = "perdió" if lost > 0 else "ganó" if lost < 0 else "no varió:"
    return Solution(
        up,
        f"El dólar {dollar} {percent(abs(up))}; el peso {peso} {percent(abs(lost))} de su valor en dólares.",
        g.fill(f"{{b}} / {{a}} − 1 = {percent(up)}; 1 − {{a}} / {{b}} = {percent(lost)}"),
        "Son dos caras del mismo cambio con distinta base: la suba se mide sobre el dólar viejo, y lo que pierde el"
        " peso, sobre lo que un peso compraba antes.",
        ("tipo de cambio en pesos por dólar",),
    )


def _to_pesos(g: Given) -> Solution:
    value = g["q"] * g["e"]
    return Solution(
        value,
        f"Son $ {_pesos(value)}.",
        g.fill(f"{{q}} × {{e}} = {_pesos(value)}"),
        f"Cada unidad de moneda extranjera vale {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


def _to_foreign(g: Given) -> Solution:
    value = g["q"] / g["e"]
    currency = g.quantity("e").number.currency
    shown = format_amount(value, "€" if currency == "€" or "euro" in g.text else "US$")
    return Solution(
        value,
        f"Son {shown}.",
        g.fill(f"{{q}} / {{e}} = {number(value, money=True)}"),
        f"Cada unidad de moneda extranjera cuesta {g.shown('e')} pesos.",
        ("sin comisiones ni impuestos",),
    )


def _with_tariff(g: Given) -> Solution:
    rate = g["e"] if "e" in g else 1.0
    value = g["p"] * rate * (1 + g.rate("t"))
    shown = number(value, money=True) if "e" in g else g.money(value, "p")
    exchange = "{e} × " if "e" in g else ""
    return Solution(
        value,
        f"Con el arancel cuesta {shown}{' pesos' if 'e' in g else ''}.",
        g.fill(f"{{p}} × {exchange}(1 + {{t}} %) = {number(value, money=True)}"),
        f"El arancel agrega {number(g['p'] * rate * g.rate('t'), money=True)} al precio sin arancel,"
        f" {number(g['p'] * rate, money=True)}.",
        ("arancel sobre el valor CIF, sin otros impuestos",),
    )


def _cross(g: Given) -> Solution:
    value = g["q"] * g["e"]
    return Solution(
        value,
        f"Son {_dollars(value)}.",
        g.fill(f"{{q}} × {{e}} = {number(value, money=True)}"),
        f"Cada euro vale {g.shown('e')} dólares.",
        ("sin comisiones",),
    )


def _with_charges(g: Given) -> Solution:
    amount = g["q"] if "q" in g else 1.0
    rate = g.rate("t") + (g.rate("s") if "s" in g else 0.0)
    value = amount * g["e"] * (1 + rate)
    return Solution(
        value,
        f"Con los recargos son $ {_pesos(value)}.",
        f"{number(amount)} × {g.shown('e')} × (1 + {percent(100 * rate)}) = {_pesos(value)}",
        f"Cada dólar sale {_pesos(g['e'] * (1 + rate))} pesos; los recargos son {_pesos(amount * g['e'] * rate)}.",
        ("los recargos se suman y se cobran sobre el precio al dólar oficial",),
    )


_CHARGES = r"recargos?|percepcion(?:es)?(?: \w+){0,3}?|impuestos?(?: pais)?|tarjeta|cargo"
_LOCAL = r"intern[ao]s?|local(?:es)?|domestic[ao]s?|nacional(?:es)?|argentin[ao]s?|aca|del pais"
_ABROAD = (
    r"extern[ao]s?|extranjer[ao]s?|internacional(?:es)?|mundial(?:es)?|de afuera|afuera|(?:de|en) (?:eeuu|estados unidos"
    r"|el exterior|nueva york|miami)|del exterior|estadounidense|norteamerican[ao]"
)
_DOLLAR = r"dolar(?: (?:oficial|spot|contado|hoy|futuro))?|tipo de cambio(?: (?:nominal|spot|oficial))?|cotiza\w*|tc"
_E = Input(
    "e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False, labels=_DOLLAR + r"|e(?= [#$])|euro|a razon de"
)
_REAL = (
    r"tipo de cambio (?:bilateral |multilateral )?real|\btcr\b|\bitcr\w*|depreciacion real|apreciacion real|cambio real"
)
_INSIDE = Input(
    "p", "la inflación interna", Kind.RATE, above=-100, labels=rf"(?:inflacion|precios|{_LOCAL})(?: (?:{_LOCAL}))?"
)
_OUTSIDE = Input(
    "f", "la inflación externa", Kind.RATE, above=-100, labels=rf"(?:(?:inflacion|precios|y) )?(?:{_ABROAD})"
)
_RATE_HERE = Input(
    "i",
    "la tasa en pesos",
    Kind.RATE,
    above=-100,
    labels=rf"tasa(?: de interes)? (?:en pesos|{_LOCAL})|(?:rinde|rindio|paga|pago|gana|gane) |letra|lecap|plazo fijo|en pesos|i(?= [%#])|tasa",
)
_RATE_THERE = Input(
    "f",
    "la tasa en dólares",
    Kind.RATE,
    above=-100,
    labels=rf"tasa(?: de interes)? (?:en dolares|{_ABROAD})|en dolares|i externo|{_ABROAD}",
)
_IMPLICIT = (
    r"\bmep\b|\bccl\b|contado con l\w+|dolar bolsa|dolar implicito|\bal30\b|\bgd30\b|\bal29\b|\bgd\d\d\b"
    r"|(?:a cuanto|que (?:dolar|precio|cotizacion)) (?=.*(?:bono|titulo|cedear|accion))(?=.*(?:dolar|us\$))"
)
_PARITY = r"\bppa\b|\bppp\b|paridad (?:de|del) poder|poder adquisitivo|big ?mac|hamburguesa|ley de (?:un|unico) (?:solo )?precio"

CALCULATORS = (
    Calculator(
        id="tipo_cambio_real",
        name="el tipo de cambio real",
        area=AREA,
        formula="e × P* / P",
        inputs=(
            Input("e", "el tipo de cambio nominal", Kind.AMOUNT, above=0, labels=_DOLLAR + "|e(?= [#$])|nominal"),
            Input(
                "f",
                "el nivel de precios externo",
                Kind.NUMBER,
                above=0,
                labels=rf"(?:p|precios?|ipc|indice|nivel de precios|precios? en)? ?(?:{_ABROAD})",
            ),
            Input(
                "p",
                "el nivel de precios interno",
                Kind.NUMBER,
                above=0,
                labels=rf"(?:precios?|ipc|indice|nivel de precios) (?:{_LOCAL})|p(?= [#$])|{_LOCAL}",
            ),
        ),
        keys="real cambio",
        names=_REAL,
        when=(_REAL,),
        unless=r"%\d|@\d",
        wordings=(),
        work=_real_rate,
    ),
    Calculator(
        id="variacion_tcr",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(1 + dev)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input(
                "d",
                "la devaluación",
                Kind.RATE,
                above=-100,
                labels=r"devalu\w+|deprec\w+|(?:dolar|tipo de cambio|cambio nominal)(?: \w+){0,2} (?:sub\w+|aument\w+|crec\w+)|dolar",
            ),
            _INSIDE,
            _OUTSIDE,
        ),
        keys="devaluacion devaluo cambio dolar",
        names=rf"{_REAL}|competitividad|(?=.*(?:devalu|dolar))(?=.*(?:{_ABROAD}))inflacion",
        when=(r"devalu|dolar ~sub|cambio nominal", r"inflacion|precios", _ABROAD),
        unless=r"^[^%]*$|tasa de interes|[$@]\d|sueldo|salari|#\d+ a #\d+|\bppa\b|tendria que",
        wordings=(
            rf"(?:inflacion )?(?:{_ABROAD})(?: (?:de|del|es|fue))* {{f}}",
            r"(?:devaluacion|devaluo|cambio nominal subio|dolar subio)(?: (?:de|del|es|fue|un|el|peso))* {d}",
            rf"inflacion(?: (?:{_LOCAL}|de|del|es|fue))* {{p}}",
        ),
        work=_real_change,
        asks=False,
    ),
    Calculator(
        id="variacion_tcr_con_niveles",
        name="la variación del tipo de cambio real",
        area=AREA,
        formula="(e₁ / e₀)(1 + π*) / (1 + π) − 1",
        inputs=(
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
            _INSIDE,
            _OUTSIDE,
        ),
        keys="dolar cambio devaluacion",
        names=rf"{_REAL}|depreciacion real|apreciacion real",
        when=(r"dolar|cambio", r"inflacion|precios", _ABROAD),
        unless=r"@\d|tasa de interes",
        wordings=A_TO_B,
        work=_real_change,
        asks=False,
    ),
    Calculator(
        id="ppa",
        name="el tipo de cambio de paridad del poder de compra",
        area=AREA,
        formula="P / P*",
        inputs=(
            Input(
                "p",
                "el precio local",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=rf"{_LOCAL}|en (?:santiago|mexico|chile|argentina|buenos aires)|pesos",
            ),
            Input("f", "el precio en moneda extranjera", Kind.AMOUNT, above=0, foreign=True, labels=_ABROAD),
            Input("e", "el tipo de cambio", Kind.AMOUNT, optional=True, above=0, foreign=False, labels=_DOLLAR),
        ),
        keys="ppa hamburguesa paridad mac poder",
        names=_PARITY,
        when=(_PARITY,),
        unless=r"%\d|@\d|inflacion",
        wordings=(r"(?:dolar|cambio)(?: [a-z]+){0,2} (?:cotiza |esta |vale )?(?:a |en )?{e}",),
        work=_purchasing_parity,
    ),
    Calculator(
        id="ppa_relativa",
        name="la variación del dólar según la PPA relativa",
        area=AREA,
        formula="(1 + π) / (1 + π*) − 1",
        inputs=(_INSIDE, _OUTSIDE),
        keys="ppa paridad inflacion",
        names=rf"^(?=.*(?:inflacion|precios))(?=.*(?:{_ABROAD}|eeuu))(?=.*dolar|.*tipo de cambio)(?=.*(?:deberia|tendria|mantener|compens)).*"
        r"|\bppa\b|\bppp\b|paridad (?:de|del) poder|cuanto (?:\w+ ){0,3}(?:subir|devaluar\w*|depreciar\w*|aumentar) el (?:dolar|tipo de cambio)",
        when=(r"ppa|paridad|poder adquisitivo", _ABROAD),
        unless=r"[$@#]\d",
        wordings=(),
        work=_relative_parity,
        asks=False,
    ),
    Calculator(
        id="paridad_cubierta",
        name="el tipo de cambio futuro de paridad",
        area=AREA,
        formula="S(1 + i) / (1 + i*)",
        inputs=(
            Input("s", "el dólar de hoy", Kind.AMOUNT, above=0, labels=_DOLLAR + r"|s(?= [#$])|spot|contado"),
            _RATE_HERE,
            _RATE_THERE,
        ),
        keys="paridad forward futuro",
        names=r"paridad (?:cubierta|descubierta|de (?:tasas?|intereses))|\bforward\b|dolar futuro|futuro (?:del )?dolar|cambio (?:futuro|a termino)",
        when=(r"paridad (?:cubierta|de (?:tasas|intereses))|forward", r"pesos|local|domestica"),
        unless=r"inflacion|[@]\d+ cuotas",
        wordings=(
            r"tasa (?:de interes )?(?:en dolares|externa|extranjera|internacional)(?: (?:de|del|es))* {f}",
            r"tasa (?:de interes )?(?:en pesos|local|domestica)(?: (?:de|del|es))* {i}",
            r"{f} en dolares",
            r"{i} en pesos",
        ),
        also="tasa tasas interes dolar dolares cubierta cambio tipo spot contado pesos futuro teorico paridad",
        work=_forward,
        asks=False,
    ),
    Calculator(
        id="dolar_de_empate",
        name="el dólar que empata con la tasa en pesos",
        area=AREA,
        formula="S(1 + i)",
        inputs=(
            Input("s", "el dólar de hoy", Kind.AMOUNT, above=0, labels=_DOLLAR + "|hoy"),
            _RATE_HERE,
        ),
        keys="dolar empate empata",
        names=r"(?:hasta (?:que|cuanto)|a cuanto|que) (?:\w+ ){0,4}dolar (?=.*(?:empat|no pierd|convien|indiferent|mismo))|dolar de (?:empate|equilibrio|indiferencia|break ?even)",
        when=(r"dolar", r"empat|no pierdo|indiferente"),
        unless=r"inflacion|@\d",
        wordings=(),
        work=_forward,
        asks=False,
    ),
    Calculator(
        id="brecha_cambiaria",
        name="la brecha cambiaria",
        area=AREA,
        formula="(paralelo / oficial − 1) × 100",
        inputs=(
            Input("a", "el dólar oficial", Kind.AMOUNT, above=0, labels=r"oficial|mayorista"),
            Input(
                "b",
                "el dólar paralelo",
                Kind.AMOUNT,
                above=0,
                labels=r"blue|paralelo|mep|ccl|libre|informal|financiero",
            ),
        ),
        keys="blue paralelo oficial brecha cambiaria",
        names=r"brecha(?: cambiaria)?(?=.*(?:oficial|blue|dolar|cambi|mep|ccl|paralelo))|(?<=cambiaria )brecha",
        when=(r"oficial", r"\bblue\b|paralelo|\bmep\b|\bccl\b|\bcontado con"),
        unless=r"%\d|@\d|paso|subi|compr|vend",
        wordings=(
            r"oficial(?: (?:a|es|esta|en|de|vale|cotiza))* {a}",
            r"(?:blue|paralelo|mep|ccl)(?: (?:a|es|esta|en|de|vale|cotiza))* {b}",
        ),
        also="dolar brecha cambiaria cambio tipo mep ccl",
        work=_gap,
        asks=False,
    ),
    Calculator(
        id="paralelo_desde_brecha",
        name="el dólar paralelo",
        area=AREA,
        formula="oficial × (1 + brecha)",
        inputs=(
            Input("a", "el dólar oficial", Kind.AMOUNT, above=0, labels=r"oficial|mayorista"),
            Input("g", "la brecha", Kind.RATE, above=-100, labels=r"brecha(?: cambiaria)?"),
        ),
        keys="brecha",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|paralelo|mep|ccl)).*",
        when=(r"brecha", r"oficial"),
        unless=r"(?:blue|paralelo|mep|ccl)(?: (?:esta|a|en|vale|es))* [#$]\d",
        wordings=(),
        work=_parallel_from_gap,
        asks=False,
    ),
    Calculator(
        id="oficial_desde_brecha",
        name="el dólar oficial",
        area=AREA,
        formula="paralelo / (1 + brecha)",
        inputs=(
            Input("b", "el dólar paralelo", Kind.AMOUNT, above=0, labels=r"blue|paralelo|mep|ccl|libre"),
            Input("g", "la brecha", Kind.RATE, above=-100, labels=r"brecha(?: cambiaria)?"),
        ),
        keys="brecha",
        names=r"^(?=.*brecha)(?=.*(?:oficial|blue|paralelo|mep|ccl)).*",
        when=(r"brecha", r"(?:blue|paralelo|mep|ccl)(?: (?:esta|a|en|vale|es))* [#$]\d"),
        wordings=(r"(?:blue|paralelo|mep|ccl)(?: (?:a|es|esta|en|de|vale|cotiza))* {b}",),
        unless=r"oficial(?: (?:esta|a|en|vale|es|de|cotiza|hoy))* [#$]\d",
        work=_official_from_gap,
        asks=False,
    ),
    Calculator(
        id="dolar_mep_implicito",
        name="el dólar implícito (MEP o CCL)",
        area=AREA,
        formula="precio en pesos / precio en dólares",
        inputs=(
            Input(
                "p", "el precio en pesos", Kind.AMOUNT, above=0, foreign=False, labels=r"compr\w+|gast\w+|pag\w+|pesos"
            ),
            Input("f", "el precio en dólares", Kind.AMOUNT, above=0, foreign=True, labels=r"vend\w+|dolares|usd|us"),
        ),
        keys="mep ccl bolsa implicito bono titulo al30d gd30",
        names=rf"^(?=.*(?:{_IMPLICIT}|cambio implicito)).*",
        when=(_IMPLICIT,),
        unless=r"%\d|@\d|oficial|blue|brecha",
        wordings=(
            r"{p} (?:en |de )?pesos",
            r"{f} (?:en )?dolares",
            r"(?:al|gd)30 (?:a |por |en |vale |cotiza )*{p}",
        ),
        work=_implicit,
        asks=False,
    ),
    Calculator(
        id="carry_trade",
        name="el rendimiento en dólares del carry trade",
        area=AREA,
        formula="(1 + i) × S₀ / S₁ − 1",
        inputs=(
            _RATE_HERE,
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0, labels=r"inicial|vend\w+|compr\w+ pesos"),
            Input("b", "el dólar final", Kind.AMOUNT, above=0, labels=r"final|recompr\w+|termina"),
        ),
        keys="carry bicicleta trade dolar",
        names=r"carry(?: trade)?|bicicleta(?: financiera)?|(?:rend\w+|gan\w+|rind\w+|tasa|retorno) (?:\w+ ){0,2}en dolares",
        when=(r"carry|bicicleta|en dolares", r"dolar|cambio"),
        unless=r"inflacion|@\d cuotas",
        wordings=A_TO_B,
        work=_carry,
        asks=False,
    ),
    Calculator(
        id="carry_trade_monto",
        name="los dólares al final del carry trade",
        area=AREA,
        formula="dólares × S₀ × (1 + i) / S₁",
        inputs=(
            Input("q", "los dólares iniciales", Kind.AMOUNT, above=0, foreign=True),
            Input("a", "el dólar de venta", Kind.AMOUNT, above=0, foreign=False, labels=r"vend\w+|a(?= [#$])"),
            _RATE_HERE,
            Input(
                "b",
                "el dólar de recompra",
                Kind.AMOUNT,
                above=0,
                foreign=False,
                labels=r"(?:re)?compr\w+|volv\w+|dolar (?:final|despues)",
            ),
        ),
        keys="vendi dolares carry recompro",
        names=r"^(?=.*(?:recompr|compr\w+ de nuevo|volv\w+ a comprar|carry))(?=.*(?:vend|cambi|pas)).*",
        when=(r"dolares|us\$|carry", r"vend", r"compr"),
        wordings=(r"{q} (?:dolares )?a {a}", r"(?:recompr\w+|compr\w+ de nuevo|volvi a comprar) (?:\w+ ){0,2}a {b}"),
        work=_carry_amount,
        asks=False,
    ),
    Calculator(
        id="devaluacion_y_depreciacion",
        name="la suba del dólar y la pérdida del peso",
        area=AREA,
        formula="e₁ / e₀ − 1 ; 1 − e₀ / e₁",
        inputs=(
            Input("a", "el dólar inicial", Kind.AMOUNT, above=0),
            Input("b", "el dólar final", Kind.AMOUNT, above=0),
        ),
        keys="dolar devaluacion devaluo deprecio depreciacion cambio aprecio peso",
        names=r"(?:cuanto|porcentaje|que) (?:\w+ ){0,3}(?:perdio|pierde|se (?:devaluo|deprecio|aprecio)|devaluo) (?:\w+ ){0,3}peso"
        r"|cuanto (?:subio|bajo) el dolar|se (?:aprecio|deprecio|devaluo)|(?:devaluacion|depreciacion|apreciacion) (?:del peso|nominal)",
        when=(
            r"\bdolar\b|tipo de cambio",
            r"devalu|deprec|apreci|^(?:el )?(?:dolar|tipo de cambio)(?: oficial| blue)? (?:paso |subio |salto )?de [#$]\d+ a [#$]\d+",
        ),
        unless=r"%\d|inflacion|tasa|\bcompr|vend|real\b|futuro|arancel|deprec\w+ (?:lineal|acumul)|brecha",
        wordings=A_TO_B,
        also="peso pesos moneda paso subio bajo aumento nominal tipo porcentaje perdio pierde oficial blue salto",
        work=_devaluation,
        asks=False,
    ),
    Calculator(
        id="conversion_a_pesos",
        name="la conversión a pesos",
        area=AREA,
        formula="moneda extranjera × tipo de cambio",
        inputs=(
            Input("q", "el monto en moneda extranjera", Kind.AMOUNT, foreign=True, labels=r"dolares|euros"),
            Input(
                "e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False, labels=_DOLLAR + "|a|cada uno|euro|pesos"
            ),
        ),
        keys="dolares dolar euros euro pesos",
        names=r"cuantos pesos (?=.*(?:dolar|euro))|(?:dolares|euros) (?:a|en) pesos",
        when=(r"\$\d", r"dolares|usd|us\$|euros|pesos", r"cuant|conver|pas[ao]|cambi"),
        unless=r"%\d|@\d|bono|al30|gd30|paso|subi|exporta|importa|arancel|mep|hamburguesa|ppa|paridad|tarda|vend\w+ .*compr|[#$]\d.*[#$]\d.*[#$]\d",
        wordings=(r"{q} (?:dolares |euros )?(?:a|por|con el dolar a|al cambio de|x) {e}",),
        work=_to_pesos,
        asks=False,
    ),
    Calculator(
        id="conversion_a_dolares",
        name="la conversión a moneda extranjera",
        area=AREA,
        formula="pesos / tipo de cambio",
        inputs=(
            Input("q", "el monto en pesos", Kind.AMOUNT, foreign=False, labels=r"tengo|pesos|cambi\w+|ahorr\w+|con"),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, labels=_DOLLAR + "|compro|a|cada uno|euro"),
        ),
        keys="dolares dolar euros",
        names=r"(?:cuantos|que cantidad de) (?:dolares|euros|us\$)|cuanto (?:\w+ ){0,2}en (?:dolares|euros)"
        r"|pas\w+ (?:\w+ ){0,4}a (?:dolares|euros)",
        when=(r"(?:cuantos|en|a) (?:dolares|euros)",),
        unless=r"%\d|@\d|bono|al30|gd30|paso|subi|exporta|importa|mep|hamburguesa|ppa|paridad|vend|rinde|rindio|plazo fijo|[#$]\d.*[#$]\d.*[#$]\d",
        wordings=(
            r"{q} (?:pesos )?,? ?(?:cuantos (?:dolares|euros) (?:\w+ ){0,3})?(?:a|con el dolar a|al cambio de) {e}",
        ),
        work=_to_foreign,
        asks=False,
    ),
    Calculator(
        id="proteccion_arancel",
        name="el precio con arancel",
        area=AREA,
        formula="P × e × (1 + τ)",
        inputs=(
            Input(
                "p",
                "el precio de importación",
                Kind.AMOUNT,
                above=0,
                foreign=True,
                labels=r"cif|precio (?:internacional|mundial)|import\w+|traigo|cuesta|vale",
            ),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, optional=True, foreign=False, labels=_DOLLAR),
            Input(
                "t",
                "el arancel",
                Kind.RATE,
                above=-100,
                labels=r"arancel(?:es)?(?: de importacion)?|impuesto (?:a la importacion|de importacion)|derechos? de importacion",
            ),
        ),
        keys="arancel aranceles aduana",
        names=r"arancel(?:es)?|derechos? de importacion",
        when=(r"arancel|derecho de importacion",),
        unless=r"\bzd|demanda|oferta|efectiva|insumo|@\d",
        wordings=(r"dolar(?: (?:a|es|esta|en|de|vale|cotiza))* {e}",),
        work=_with_tariff,
    ),
    Calculator(
        id="conversion_cruzada",
        name="la conversión de una moneda a otra",
        area=AREA,
        formula="monto × cotización",
        inputs=(
            Input("q", "el monto", Kind.AMOUNT, above=0),
            Input("e", "la cotización", Kind.AMOUNT, above=0),
        ),
        keys="euros",
        names=r"^(?=.*euros?\b)(?=.*(?:cuantos dolares|en dolares|a dolares)).*",
        when=(),
        unless=r"%\d|@\d|pesos",
        wordings=(r"euro(?: (?:esta|cotiza|vale|a|cuesta|es|de))+ {e}",),
        work=_cross,
        asks=False,
    ),
    Calculator(
        id="dolar_con_recargos",
        name="el precio en pesos con recargos",
        area=AREA,
        formula="dólares × tipo de cambio × (1 + recargos)",
        inputs=(
            Input("q", "el monto en dólares", Kind.AMOUNT, above=0, optional=True, foreign=True),
            Input("e", "el tipo de cambio", Kind.AMOUNT, above=0, foreign=False, labels=_DOLLAR + "|oficial"),
            Input("t", "el recargo", Kind.RATE, above=-100, labels=_CHARGES),
            Input("s", "el otro recargo", Kind.RATE, above=-100, optional=True, labels="ganancias"),
        ),
        keys="tarjeta percepcion recargos",
        names=r"^(?=.*(?:dolar|us\$|usd|oficial|suscrip))(?=.*(?:recargo|percepcion|impuesto pais|dolar (?:tarjeta|turista|ahorro|solidario)|tarjeta)).*",
        when=(),
        unless=r"@\d|cuota|arancel|brecha|plazo|interes|prestamo",
        wordings=(
            r"dolar(?: (?:oficial|a|es|esta|en|de|vale|cotiza))* {e}",
            r"oficial(?: (?:a|es|esta|en|de|vale|cotiza))* {e}",
        ),
        work=_with_charges,
        asks=False,
    ),
)
