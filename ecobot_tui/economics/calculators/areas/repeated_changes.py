"""Precios e inflación: aumentos y bajas que se repiten o se encadenan, vuelta atrás y tiempo de duplicación."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculation import CalculationError
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading, months_in
from ecobot_tui.economics.calculators.story import Places, Story

AREA = "Precios e inflación"


_MOST_TIMES = 1_200
_EACH_MONTH = r"(?:aumento|suba|incremento|ajuste) (?:mensual|por mes)"


def _successive(g: Given) -> Solution:
    falls = rx.search(r"baj|cae|cay|descuent|rebaj", g.text) and not rx.search(r"aument|sub|increment", g.text)
    rates = g.rates("p") if "p" in g else [-g.rate("r") if falls else g.rate("r")] * _times(g)
    total, plain = 100 * prices.compounded(rates), 100 * sum(rates)
    factors = (
        " × ".join(f"(1 + {number(100 * rate)} %)" for rate in rates)
        if "p" in g
        else g.fill(f"(1 {'−' if falls else '+'} {{r}} %)^{len(rates)}")
    )
    return Solution(
        total,
        f"En total {'es' if total >= 0 else 'es una baja de'} {percent(abs(total))}.",
        f"{factors} − 1 = {percent(total)}".replace("+ -", "− "),
        f"No es {percent(plain)}, la suma, porque cada cambio se calcula sobre el valor que dejó el anterior:"
        f" lo que valía 100 pasa a {number(100 + total)}.",
    )


def _times(g: Given) -> int:
    times = g["n"]
    if times != int(times) or not 1 <= times <= _MOST_TIMES:
        raise CalculationError(f"La cantidad de aumentos tiene que ser un número entero de 1 a {_MOST_TIMES}.")
    return int(times)


def _rise_and_fall(g: Given) -> Solution:
    total = 100 * prices.compounded([g.rate("u"), -g.rate("d")])
    return Solution(
        total,
        f"En total queda {percent(abs(total))} {'abajo' if total < 0 else 'arriba'} del valor inicial."
        if total
        else "En total queda igual (0 %).",
        g.fill(f"(1 + {{u}} %) × (1 − {{d}} %) − 1 = {percent(total)}"),
        f"Lo que valía 100 termina en {number(100 + total)}; el orden de los dos cambios no importa.",
    )


def _way_back(g: Given) -> Solution:
    if rx.search(
        r"(?:cuanto|que porcentaje|que) (?:\w+ ){0,4}?(?:baj|caer|cae|reduc|disminu|rebaj|descont|descuent)", g.text
    ) and rx.search(r"sub|aument|crec|gan", g.text):
        return _way_down(g)
    if g["d"] >= 100:
        raise CalculationError("La baja tiene que ser menor que 100 %.")
    rise = 100 * prices.way_back(g.rate("d"))
    return Solution(
        rise,
        f"Si bajó {g.shown('d')} %, tiene que subir {percent(rise)} para volver.",
        g.fill(f"1 / (1 − {{d}} %) − 1 = {percent(rise)}"),
        "Hace falta más que lo que bajó, porque la suba se calcula sobre un valor más chico.",
    )


def _way_down(g: Given) -> Solution:
    fall = 100 * (1 - 1 / (1 + g.rate("d")))
    return Solution(
        fall,
        f"Si subió {g.shown('d')} %, tiene que bajar {percent(fall)} para volver.",
        g.fill(f"1 − 1 / (1 + {{d}} %) = {percent(fall)}"),
        "Hace falta menos que lo que subió, porque la baja se calcula sobre un valor más grande.",
    )


def _doubling(g: Given) -> Solution:
    unit = {"mes": "meses", "dia": "días", "trimestre": "trimestres", "semestre": "semestres"}.get(
        g.period("g") or "ano", "años"
    )
    constant = g.get("k", 70.0)
    rule, exact = constant / g["g"], prices.doubling_time(g.rate("g"))
    return Solution(
        rule,
        f"Se duplica en unos {number(rule)} {unit} (exacto: {number(exact)}).",
        g.fill(f"{number(constant)} / {{g}} = {number(rule)}; ln 2 / ln(1 + {{g}} %) = {number(exact)}"),
        f"A un ritmo constante de {g.shown('g')} % por período, el valor se multiplica por dos en ese tiempo.",
        ("crecimiento compuesto y constante; la regla aproxima bien con tasas chicas",),
    )


def _place_raises(reading: Reading) -> Places | None:
    story = Story(reading)
    if len(story.rates) < 2 or story.amounts or [place for place in story.times if story.value(place) > 12]:
        return None
    return {"p": list(story.rates)} if all(story.value(place) == len(story.rates) for place in story.counts) else None


def _place_repeated(reading: Reading) -> Places | None:
    """Take a rate with its period and the time for which it is repeated: «5 % mensual durante 6 meses»."""
    story = Story(reading)
    if len(story.rates) != 1 or len(story.amounts) > 1:
        return None
    each = [place for place in story.times if story.leads(place, "cada")]
    named = rx.search(r"\b(?:cada|por|al) (?:bimestre|trimestre|cuatrimestre|semestre)\b", reading.text)
    if (len(each) == 1 and len(story.times) == 2) or (named and len(story.times) == 1):
        places: Places = {"r": list(story.rates), "n": [place for place in story.times if place not in each]}
        return places | ({"e": each} if each else {}) | ({"v": list(story.amounts)} if story.amounts else {})
    if len(story.times) != 1:
        return None
    if any(story.value(place) != 1 for place in story.counts):
        return None
    if reading.quantities[story.rates[0]].period is None and not story.says(
        rf"(?:cada|todos los) (?:mes|ano)|{_EACH_MONTH}|%\d+ de [a-z]+ (?:anual|por ano)"
    ):
        return None
    return {"r": list(story.rates), "n": list(story.times)} | ({"v": list(story.amounts)} if story.amounts else {})


def _repeated(g: Given) -> Solution:
    falls = rx.search(r"baj|cae|cay|pierd|perd|disminu|deprecia|reduc", g.text) and not rx.search(
        r"aument|sub[eia]|increment|crec", g.text
    )
    monthly = rx.search(rf"(?:cada|todos los) mes|{_EACH_MONTH}", g.text)
    period = g.months_per_period("r", "mes" if monthly else "ano")
    named = rx.search(r"\b(?:cada|por|al) (bimestre|trimestre|cuatrimestre|semestre)\b", g.text)
    period = g.quantity("e").months if "e" in g else months_in(named[1]) if named else period
    count = g.quantity("n").months / period
    if not 0 < count <= _MOST_TIMES:
        raise CalculationError(f"No calculo más de {_MOST_TIMES} períodos: revisá el plazo.")
    rate = -g.rate("r") if falls else g.rate("r")
    if rate <= -1:
        raise CalculationError("Una baja tiene que ser menor que 100 %.")
    total = 100 * prices.converted(rate, count)
    factor = f"(1 {'−' if falls else '+'} {g.shown('r')} %)^{number(count)}"
    meaning = (
        f"No es {percent(100 * rate * count)}, que sale de multiplicar: cada cambio se calcula sobre el valor que dejó"
        " el anterior."
    )
    if "v" not in g:
        result = f"En total {'es' if total >= 0 else 'es una baja de'} {percent(abs(total))}."
        return Solution(total, result, f"{factor} − 1 = {percent(total)}", meaning)
    final = g["v"] * (1 + total / 100)
    return Solution(
        final,
        f"Al final son {g.money(final)}: en total {'subió' if total >= 0 else 'bajó'} {percent(abs(total))}.",
        f"{g.shown('v')} × {factor} = {number(final, money=True)}",
        meaning,
    )


def _place_one_rate(reading: Reading) -> Places | None:
    story = Story(reading)
    return {"d": list(story.rates)} if len(story.rates) == 1 == len(reading.quantities) else None


_UP = r"(?:aument\w+|sub\w+|increment\w+|recargo)"


CALCULATORS = (
    Calculator(
        id="aumentos_sucesivos",
        name="el total de aumentos sucesivos",
        area=AREA,
        formula="Π(1 + aᵢ) − 1",
        inputs=(Input("p", "cada aumento", Kind.RATE, many=True, above=-100),),
        keys="aumentos aumento aumentaron subas suba incrementos subio remarco subieron",
        names=(
            r"\b(?:paritarias?\b(?=.*(?:total|acumul|junt))"
            r"|(?:aumento|suba|incremento|variacion|porcentaje)(?: porcentual)? (?:total|acumulad\w+"
            r"|conjunt\w+|final|de punta a punta)|aumentos? (?:sucesiv|acumulativ|encadenad|seguid)\w+"
            r"|(?:total|acumul\w*|cuanto)\b(?=.*(?:aument|sub[aieo]|increment|remarc))|(?:aument|sub[aieo]"
            r"|increment|remarc)\w*\b(?=.*(?:total|acumul|cuanto|en conjunto|juntos)))"
        ),
        when=(
            rf"{_UP}|paritaria",
            r"\btotal\b|acumul|cuanto (?:aument|subi|es|sub|da)|sucesiv|seguid"
            r"|en conjunto|combinad",
        ),
        unless=(
            r"inflacion|ipc|los precios|^precios|descuent|baj[oaóe]|cay|elastic|cantidad|demanda"
            r"|por ciento de|tasa|puntos|pbi|\bpib\b|interes|\$\d|capital|dolar|devalu|encaje|multiplic"
            r"|ventas|real|poder|poblacion|\bpes[ao]n?\b|son los pesos|pondera|participa|indice"
            r"|%\d+ ,? ?y (?:los|las|el|la|mi|su|sus|mis) (?!otr|siguient|segund|tercer|ultim|proxim"
            r"|resto)\w+ (?:\w+ ){0,2}?%"
        ),
        wordings=(),
        also="precio sueldo salario paritaria porcentaje alquiler",
        work=_successive,
        asks=False,
        place=_place_raises,
    ),
    Calculator(
        id="aumentos_iguales",
        name="el total de aumentos iguales",
        area=AREA,
        formula="(1 + a)ⁿ − 1",
        inputs=(
            Input("n", "la cantidad de aumentos", Kind.NUMBER),
            Input("r", "cada aumento", Kind.RATE, above=-100),
        ),
        keys="aumentos aumento subas incrementos veces",
        names=(
            r"(?<!\w)#\d+ (?:aumentos|subas|incrementos|remarcaciones|bajas|rebajas"
            r"|descuentos)\b(?=.*(?:cuant|total|acumul))"
            r"|(?:sub\w+|aument\w+|baj\w+|ca[ei]\w*)\b(?=.*#\d+ veces)|#\d+ veces (?:seguidas|%)"
        ),
        when=(rf"#\d+ (?:{_UP}|veces)",),
        unless=r"inflacion|ipc|cantidad|demanda|elastic|\$\d",
        wordings=(r"{n} (?:aumentos|subas|incrementos|veces|bajas|rebajas|descuentos)",),
        also="sueldo salario precio paritaria porcentaje acumulado sucesivos alquiler",
        work=_successive,
        asks=False,
    ),
    Calculator(
        id="aumento_repetido",
        name="el total de un aumento que se repite",
        area=AREA,
        formula="(1 + a)ⁿ − 1",
        inputs=(
            Input("r", "el aumento de cada período", Kind.RATE, above=-100),
            Input("n", "el plazo", Kind.TIME, above=0),
            Input("v", "el monto", Kind.AMOUNT, optional=True, above=0),
            Input("e", "cada cuánto", Kind.TIME, optional=True, above=0),
        ),
        keys="aumenta sube",
        names=(
            r"\b(?:que (?:sub|aument|baj|se ajust)\w+ (?:un |el )*%\d+(?: \w+){0,2}"
            r"|aument\w+|sub(?:e|en|io|ieron|iera|a|as|iendo)\b|increment\w+|baj\w+|ca[ei]n?\b|ajust\w+"
            r"|remar[cq]\w+|pierd\w+|perd\w+|(?:se )?(?:depreci|desvaloriz)\w+)(?=.*(?:cuanto|cual|total|acumul"
            r"|que porcentaje|calcul))"
            r"|%\d+ de (?:aumento|suba|incremento|ajuste) (?:mensual|anual|por mes|por ano|cada mes)(?= .*@)"
        ),
        when=(),
        unless=(
            r"inflacion|ipc|los precios|interes|tasa|plazo fijo|prestamo|credito|capital|pbi|\bpib\b|poblacion|dinero"
            r"|elastic|demanda|dolar\b|devalu|peso\b|moneda|tipo de cambio|emplead|deposit|invert|invers|bono"
            r"|salario real|poder|econom|productiv"
            r"|cuantos (?:meses|anos)|duplic|ventas en #|empez|puntos"
        ),
        wordings=(),
        work=_repeated,
        asks=False,
        place=_place_repeated,
    ),
    Calculator(
        id="suba_y_baja",
        name="el total de una suba y una baja",
        area=AREA,
        formula="(1 + s)(1 − b) − 1",
        inputs=(
            Input("u", "la suba", Kind.RATE, above=-100),
            Input("d", "la baja", Kind.RATE, most=100),
        ),
        keys="sube subio aumento bajo baja cayo descuento cae",
        names=(
            r"\b(?:sub\w+|aument\w+|baj\w+|cay\w+|ca[ei]\w*|recarg\w+)(?=.*%.*(?:sub|aument|baj|ca[yei]|descuent"
            r"|perd).*%)"
        ),
        when=(
            r"\b(?:sub\w+|aument\w+|recargo) ~%\d+ ,? ?(?:y )?(?:despues |luego |desp |al otro mes )?(?:y"
            r" )?(?:baj\w+|ca[ey]\w*|descuento|disminu\w+)"
            r"|\b(?:baj\w+|ca[ey]\w*|disminu\w+) ~%\d+ ,? ?(?:y )?(?:despues |luego |desp )?(?:y )?(?:sub\w+"
            r"|aument\w+)",
        ),
        unless=(
            r"inflacion|sueldo.*precio|cantidad|demanda|ingreso|elastic|tiene que|volver|tasa|pbi|\bpib\b"
            r"|interes|desemple|desocup|poder|real\b|[$#]\d|precios|dolar"
        ),
        wordings=(
            r"(?:sub\w+|aument\w+|recargo) (?:un |de |del )*{u}",
            r"(?:baj\w+|ca[ey]\w*|descuento|disminu\w+) (?:un |de |del )*{d}",
        ),
        also="precio accion total acumulado porcentaje variacion despues igual",
        work=_rise_and_fall,
        asks=False,
    ),
    Calculator(
        id="variacion_inversa",
        name="la suba que compensa una baja",
        area=AREA,
        formula="1 / (1 − d) − 1",
        inputs=(Input("d", "la baja", Kind.RATE, above=0),),
        keys="bajo cayo perdio baja caida perdi cae baja pierde perdida",
        names=(
            r"\b(?:(?:volver|vuelv\w+|recuper\w+|compens\w+|quedar? (?:igual|como antes|como estaba|hech\w+)"
            r"|como antes|como estaba|mismo (?:valor|precio|nivel)|valor (?:original|inicial|anterior)"
            r"|precio (?:original|inicial|anterior)|empat\w+|deshacer|revertir))"
        ),
        when=(
            r"baj[oaóe]|cay|caid|perd|cae|pierd|disminu",
            r"volver|recuper|compens|quedar igual|como antes|mismo (?:valor|precio|nivel)",
        ),
        unless=(
            r"inflacion|interes|tasa|pbi|\bpib\b|poblacion|demanda|[$#]\d"
            r"|en cuantos (?:anos|meses)|^(?!.*(?:baj|cay|caid|perd|cae|pierd|disminu|rebaj|descont|redu"
            r"|derrum"
            r"|desplom|sub|aument|crec|gan))"
        ),
        wordings=(),
        also="subir precio accion porcentaje aumentar",
        work=_way_back,
        asks=False,
        place=_place_one_rate,
    ),
    Calculator(
        id="regla_del_70",
        name="el tiempo de duplicación",
        area=AREA,
        formula="años ≈ 70 / g; exacto: ln 2 / ln(1 + g)",
        inputs=(
            Input("g", "la tasa de crecimiento", Kind.RATE, above=0),
            Input("k", "el número de la regla", Kind.NUMBER, optional=True),
        ),
        keys="duplica duplicar duplicarse duplican doble regla",
        names=(
            r"\b(?:regla del? #?\d*|(?:perd|pierd)\w+ la mitad|se duplic\w+|duplic\w+|(?:val\w+|cuest\w+|ser"
            r"|el) (?:el )?doble)\b"
        ),
        when=(
            r"duplic|el doble|regla del",
            r"crec|aument|pbi|poblacion|econom|precios|inflacion|regla|se duplica|ingreso",
        ),
        unless=r"\$\d|interes|capital|plazo fijo|invert|plata|deposit|ahorr|coloc|duplico\b|\bcay",
        wordings=(
            r"regla del? {k}",
            r"{g} (?:anual|mensual|por ano|al ano|por mes)",
        ),
        also="tiempo anos economia tarda pbi crecimiento poblacion inflacion precios ingreso per capita tasa"
        " anual produccion",
        work=_doubling,
    ),
)
