"""Precios e inflación: montos llevados de un índice a otro, salario real y poder adquisitivo."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.calculators.areas.inflation_money import INFLATION_WORDS, RAISE_WORDS
from ecobot_tui.economics.calculators.areas.phrases import INFLATION
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution
from ecobot_tui.economics.calculators.quantities import Reading
from ecobot_tui.economics.calculators.story import Places, Story, in_time_order

AREA = "Precios e inflación"


_RAISE = (
    r"(?:sueldo|salario|salarios|sueldos|jubilacion|paritaria|paritarias|ingresos?|haberes|aument\w+"
    r"|dieron|cobro)"
)


def _updated(g: Given) -> Solution:
    value = g["v"] * g["b"] / g["a"]
    return Solution(
        value,
        f"Actualizado por el índice equivale a {g.money(value, 'v')}.",
        g.fill(f"{{v}} × {{b}} / {{a}} = {number(value, money=True)}"),
        f"Hace falta esa cantidad para comprar lo mismo, porque los precios se multiplicaron por"
        f" {number(g['b'] / g['a'])}.",
        ("el índice representa bien lo que se compraba con ese monto",),
    )


def _deflated(g: Given) -> Solution:
    # «El nivel de precios es 1,5» is an index whose base is 1.
    base = g.get("a", 100.0 if g["i"] >= 20 else 1.0)
    if base in range(1_900, 2_101) and rx.search(r"(?:precios|pesos|valores) de(?:l ano)? #", g.text):
        base = 100.0
    value = g["v"] * base / g["i"]
    return Solution(
        value,
        f"El valor real es {g.money(value, 'v')}, a precios del período base.",
        g.fill(f"{{v}} / ({{i}} / {number(base)}) = {number(value, money=True)}"),
        f"Con ese monto se compra hoy lo que en el período base se compraba con {g.money(value, 'v')}.",
        (f"índice con base {number(base)}",),
    )


def _factors(rates: list[float]) -> str:
    return " × ".join(f"(1 + {number(100 * rate)} %)" for rate in rates)


def _real_wage(g: Given) -> Solution:
    raised, inflation = prices.compounded(g.rates("w")), prices.compounded(g.rates("p"))
    change = 100 * prices.real_change(raised, inflation)
    what = "El salario real" if _is_pay(g.text) else "El valor real"
    if change < 0:
        result = f"{what} cayó {percent(-change)}."
        meaning = "Perdiste poder de compra: los precios subieron más."
    elif change > 0:
        result = f"{what} subió {percent(change)}."
        meaning = "Ganaste poder de compra: el ingreso subió más."
    else:
        result = f"{what} no cambió (0 %)."
        meaning = "Empataste con la inflación: comprás lo mismo que antes."
    return Solution(
        change,
        result,
        f"{_factors(g.rates('w'))} / [{_factors(g.rates('p'))}] − 1 = {percent(change)}",
        f"{meaning} Con lo que cobrás se compra {number(100 + change)} de cada 100 que se compraba.",
        ("las dos variaciones son del mismo período",),
    )


def _to_draw(g: Given) -> Solution:
    raised, inflation = prices.compounded(g.rates("w")), prices.compounded(g.rates("p"))
    raise_ = 100 * prices.real_change(inflation, raised)
    if raise_ <= 0:
        result = f"No te falta nada: ya le ganaste a la inflación ({percent(-raise_)} de margen)."
    else:
        result = f"Te falta un aumento de {percent(raise_)} sobre lo que cobrás ahora."
    return Solution(
        raise_,
        result,
        f"{_factors(g.rates('p'))} / [{_factors(g.rates('w'))}] − 1 = {percent(raise_)}",
        f"No son {percent(100 * (inflation - raised))}, la resta, porque el nuevo aumento se calcula sobre el sueldo ya"
        f" aumentado.",
        ("las dos variaciones son del mismo período",),
    )


def _power_lost(g: Given) -> Solution:
    if rx.search(r"precios (?:ca[ey]|ca[ei]\w|baj|disminu)\w*|deflacion", g.text):
        gained = 100 * prices.way_back(g.rate("p"))
        return Solution(
            gained,
            f"El poder de compra aumenta {percent(gained)}.",
            g.fill(f"1 / (1 − {{p}} %) − 1 = {percent(gained)}"),
            f"Con 100 pesos se compra lo que antes costaba {number(100 + gained)}.",
        )
    lost = 100 * prices.purchasing_power_lost(g.rate("p"))
    return Solution(
        lost,
        f"El dinero quieto pierde {percent(lost)} de su poder de compra.",
        g.fill(f"1 − 1 / (1 + {{p}} %) = {percent(lost)}"),
        f"Con 100 pesos se compra lo que antes costaba {number(100 - lost)}.",
        ("el dinero no gana ningún interés",),
    )


def _is_pay(text: str) -> bool:
    return (
        rx.search(r"sueldo|salari|jubilac|paritaria|haber|aument(?:o|aron)\b|me dieron|cobr|ingreso", text) is not None
    )


def _place_raises(reading: Reading) -> Places | None:
    """Part raises from inflation, any number of each; no amounts of money may be left."""
    story = Story(reading)
    rates = list(story.rates)
    if not rates and (story.says(r"de #\d+ a #\d") or len(reading.quantities) >= 4):
        # Wages and an index that moved from one value to another are no rates.
        return None
    if len(rates) < 2:
        rates = [
            place
            for place, one in enumerate(reading.quantities)
            if one.mark in "%#" and abs(one.value) < 1_000 and place not in (*story.years, *story.counts)
        ]
    if len(rates) < 2 or [place for place in story.amounts if place not in rates] or len(story.years) > 1:
        return None
    sides = story.sides(
        rates,
        {"p": INFLATION_WORDS, "w": RAISE_WORDS},
        {"w": r"aument\w+|sub\w+|crec\w+|dio\b|otorg\w+|consegu\w+"},
    )
    if not sides or len(sides) != 2:
        return None
    for place in story.counts:
        times = story.value(place)
        if len(sides["w"]) == 1 and times in range(2, 61) and story.follows(place, r"(?:aument|sub|increment)"):
            # «4 aumentos del 5 %» are the same rate four times.
            sides["w"] = sides["w"] * int(times)
        elif times != len(sides["w"]):
            return None
    monthly = [place for place in rates if reading.quantities[place].period in ("mes", "trimestre")]
    return None if monthly and story.times else sides


def _place_update(reading: Reading) -> Places | None:
    """Tell the amount from the two indices that bring it up to date."""
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    if story.rates or story.counts or len(left) != 3:
        return None
    money = [place for place in left if reading.quantities[place].mark == "$"]
    if not money:
        named = (
            r"(?:monto|sueldo|salario|valor|actualiz\w+|ajust\w+|alquiler|precio|pagaba|costaba|cobraba"
            r"|ganaba)(?: (?:un|de|en|el|a))*"
        )
        money = [place for place in left if story.leads(place, named)] or [max(left, key=story.value)]
    if len(money) != 1:
        return None
    first, last = in_time_order(story, [place for place in left if place not in money])
    return {"v": money, "a": [first], "b": [last]}


_INDEX_NAMES = r"indices?|ipc|inpc|deflactor|nivel(?: general)? de precios|nivel"


_OTHER_NAMES = r"sueldo|monto|ingreso|salario|valor|precio|factura"


def _place_deflate(reading: Reading) -> Places | None:
    """Tell the amount from the index that it is divided by, and from the index's base if one is told."""
    story = Story(reading)
    left = [place for place, one in enumerate(reading.quantities) if one.mark in "$#" and place not in story.years]
    if len(left) > 2:
        left = [place for place in left if not _is_year_number(reading, place)]
    bases = [place for place in left if story.leads(place, r"base(?: (?:de|es|igual a))*|igual a") and len(left) > 2]
    left = [place for place in left if place not in bases]
    if len(left) == 3 and not bases and not story.rates:
        # «El IPC pasó de 100 a 160»: the prices of before are the base.
        moved = [
            place
            for place in left[:-1]
            if story.after(place).strip() in ("a", "hasta") and story.leads(place, "de|desde")
        ]
        if len(moved) == 1:
            bases = moved
            left = [place for place in left if place not in moved]
            index = [place for place in left if place == moved[0] + 1]
            return {"v": [place for place in left if place not in index], "i": index, "a": bases} if index else None
    if story.rates or story.counts or len(left) != 2 or len(bases) > 1:
        return None
    money = [place for place in left if reading.quantities[place].mark == "$"]
    if len(money) != 1:
        names = rf"(?:{_INDEX_NAMES})\b(?!.*\b(?:{_OTHER_NAMES})\b)"
        named = [place for place in left if Story.mentions(story.before(place), names)]
        money = [place for place in left if place not in named] if len(named) == 1 else [max(left, key=story.value)]
    index = [place for place in left if place not in money]
    return {"v": money, "i": index} | ({"a": bases} if bases else {})


def _is_year_number(reading: Reading, place: int) -> bool:
    one = reading.quantities[place]
    plain = reading.question[one.number.start : one.number.end].strip().isdigit()
    return one.mark == "#" and one.value in range(1_900, 2_101) and plain


PRICE_RISE = Input("p", "la inflación", Kind.RATE, above=-100)


_WAGE = Input("w", "el aumento del sueldo", Kind.RATE, many=True, above=-100)


_PRICES = Input("p", "la inflación", Kind.RATE, many=True, above=-100)


HAS_INFLATION = r"|^(?!.*(?:fisher|todo (?:sub|aument)|inflaci|precios|\bipc|costo de (?:la )?vida|inpc))"


CALCULATORS = (
    Calculator(
        id="actualizar_monto",
        name="el monto actualizado por un índice",
        area=AREA,
        formula="V × I₁ / I₀",
        inputs=(
            Input("v", "el monto que querés actualizar", Kind.AMOUNT),
            Input("a", "el índice inicial", Kind.NUMBER, above=0),
            Input("b", "el índice final", Kind.NUMBER, above=0),
        ),
        keys="indice ipc actualizar actualizame actualiza ajustar ajusta",
        names=(
            r"\b(?:actualiz\w+|ajust\w+|index\w+|nuevo (?:monto|valor|precio|alquiler)|(?:cuanto|a cuanto"
            r"|a que monto) (?:\w+ ){0,3}?(?:seri\w+|equival\w+"
            r"|val\w*|deberi\w+|cost\w+|saldr\w+)"
            r"|deberi\w+|equival\w+|(?:que|cuanto) (?:\w+ ){0,2}?necesit\w+"
            r"|(?:llev|pas|tra)\w+ (?:\w+ ){0,2}?a (?:valor|precio|peso|moneda)\w* (?:de hoy|actual\w*|corriente\w*))\b"
        ),
        when=(r"indice|\bipc\b", r"hoy|actualiz|ajust|equivale|seria|serian|monto|pesos|\$\d"),
        unless=r"^(?!.*(?:indice|\bipc\b|inpc|\bcer\b|coeficiente|\bicl\b))|deflact|uva|\bpbi\b|en terminos reales"
        r"|precios constantes|gini"
        r"|(?:pesos|precios|plata|valores|moneda) de (?:antes|entonces)|(?:salario|sueldo) real\b(?!.*manten)"
        r"|cambi\w+ (?:de |la )?base|nueva base",
        wordings=(),
        work=_updated,
        place=_place_update,
    ),
    Calculator(
        id="deflactar",
        name="el valor real",
        area=AREA,
        formula="V real = V nominal / (I / 100)",
        inputs=(
            Input("v", "el valor nominal", Kind.AMOUNT),
            Input("i", "el índice de precios", Kind.NUMBER, above=0),
            Input("a", "la base del índice", Kind.NUMBER, optional=True, above=0, no_year=True),
        ),
        keys="deflactar deflacta deflactado reales constantes real",
        names=(
            r"\b(?:(?:pas|llev|convert|expres|traduc)\w+ (?:\w+ ){0,6}?a (?:pesos|precios|valores"
            r"|moneda) (?:constantes|del?"
            r" (?:ano )?(?:base|#\d+))|deflact(?!or)\w+|(?:precios|pesos) constantes|terminos reales|(?:pesos"
            r"|precios|plata|valores|moneda) de (?:antes|entonces)|(?:valor"
            r"|salario|sueldo"
            r"|ingreso|precio) real\b|(?:pesos|precios|moneda|valores|plata) (?:de(?:l)? )?(?:ano "
            r"|periodo )?base|a (?:precios|pesos|valores) de(?:l ano)? #)"
        ),
        when=(
            r"deflact(?!or)|constantes|terminos reales|valor real|salario real|sueldo real",
            r"indice|\bipc\b|deflact|base",
        ),
        unless=r"%\d|\bpbi\b",
        wordings=(),
        also="indice ipc precios",
        work=_deflated,
        place=_place_deflate,
    ),
    Calculator(
        id="salario_real_variacion",
        name="la variación del salario real",
        area=AREA,
        formula="(1 + w) / (1 + π) − 1",
        inputs=(_WAGE, _PRICES),
        keys="sueldo salario salarios sueldos salarial jubilacion paritaria paritarias aumento aumentaron"
        " ingreso inflacion",
        names=(
            r"\b(?:salario real|sueldo real|poder (?:adquisitivo|de compra)|terminos reales|realmente|perd\w+"
            r"|gan[eé]\b|gane\b|paritarias?\b|sueldo\b|salarios?\b|jubilaci\w+|me (?:dieron|aumentaron"
            r"|subieron)|ventas\b)"
        ),
        when=(rf"{_RAISE}", r"inflacion|precios|\bipc\b"),
        unless=(
            r"empat|me falta|falta para|falta\w* |cuanto mas|deberia|tendria|tiene que|tengo que|recuperar"
            r"|tasa|pbi|pedir|elastic|nominal [%#]|cantidad|demanda|\$\d|plazo fijo|deposit|interes"
            r"|desemple|para no perder|para mantener|sin perder|bono\b|rindi|rend" + HAS_INFLATION
        ),
        wordings=(),
        also="precios ipc real poder interes perdi gane",
        work=_real_wage,
        asks=False,
        place=_place_raises,
    ),
    Calculator(
        id="aumento_para_empatar",
        name="el aumento que falta para empatar",
        area=AREA,
        formula="(1 + π) / (1 + w) − 1",
        inputs=(_WAGE, _PRICES),
        keys="empatar empatarle empate inflacion falta recuperar sueldo salario",
        names=(
            r"\b(?:empat\w+|falt\w+|(?:que|cuanto|de cuanto) aumento (?:\w+ ){0,2}?necesit\w+|cuanto mas"
            r"|tendri\w+ que|tiene\w? que|deberi\w+|recuper\w+|no perder"
            r"|alcanz\w+|habria que|pedir\w*|reclam\w+|quedar (?:igual|iguales|hecho)|compens\w+|mantener)"
        ),
        when=(r"inflacion|precios", r"empat|falta|necesit"),
        unless=r"tasa|real [%#]|ganarle|reales|nominal|plazo|\$\d|dolar|cerrar|meta\b|llevamos|bajo [%#]"
        r"|indice" + HAS_INFLATION,
        wordings=(),
        also="aumento salarial paritaria jubilacion ingreso poder ipc",
        work=_to_draw,
        place=_place_raises,
    ),
    Calculator(
        id="poder_adquisitivo_perdido",
        name="la pérdida de poder adquisitivo",
        area=AREA,
        formula="1 − 1 / (1 + π)",
        inputs=(PRICE_RISE,),
        keys="poder adquisitivo quietos colchon inflacion pierde pierden",
        names=(
            r"\b(?:(?:poder|capacidad) (?:de compra|adquisitiv[oa])|quiet[oa]s?\b|colchon|sin invertir"
            r"|(?:sueldo|salario|jubilacion|ingreso) (?:no (?:sub|aument|cambi|se mov|vari)\w*|sigue|quedo"
            r"|siguio|sin cambios)"
            r"|guardad[oa]s?\b|congelad[oa]s?\b|(?:pierde\w?|perd\w+) (?:de )?(?:su |el )?(?:valor|mis pesos"
            r"|mi plata|la plata"
            r"|el dinero)"
            r"|(?:porcentaje|parte) de (?:su )?valor)"
        ),
        when=(
            r"inflacion|precios",
            r"poder (?:de compra|adquisitivo)|capacidad de compra|pesos quiet|colchon|sin invertir|guardad|quieta"
            r"|vale menos|pierde(?:n)? (?:mis pesos|mi plata|la plata|el dinero|valor)|dejo (?:la plata|los pesos)",
        ),
        unless=(
            r"sueldo(?! (?:fijo|congelad|quiet|no |sigue|quedo|siguio|sin |es el mismo))|salario(?! (?:fijo"
            r"|congelad|real))|salarios|aument(?:o"
            r"|aron) (?:de )?[%#]|tasa|interes|plazo fijo|jubilac|[$]\d|dolar"
        )
        + HAS_INFLATION,
        wordings=INFLATION,
        also="anual pierden",
        work=_power_lost,
    ),
)
