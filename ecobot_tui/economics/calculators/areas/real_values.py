"""Precios e inflación: valores reales, salario real, tasa real y poder adquisitivo."""

from ecobot_tui.economics.calculators.areas.phrases import INFLATION
from ecobot_tui.economics.calculators.formulas import prices
from ecobot_tui.economics.calculators.given import Given, number, percent
from ecobot_tui.economics.calculators.model import Calculator, Input, Kind, Solution

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
    base = g["a"] if "a" in g else 100.0  # noqa: SIM401 - no mapping
    value = g["v"] * base / g["i"]
    return Solution(
        value,
        f"El valor real es {g.money(value, 'v')}, a precios del período base.",
        g.fill(f"{{v}} / ({{i}} / {number(base)}) = {number(value, money=True)}"),
        f"Con ese monto se compra hoy lo que en el período base se compraba con {g.money(value, 'v')}.",
        (f"índice con base {number(base)}",),
    )


def _real_rate(g: Given) -> Solution:
    rate = 100 * prices.real_change(g.rate("i"), g.rate("p"))
    side = "le gana a" if rate > 0 else "pierde contra" if rate < 0 else "empata con"
    return Solution(
        rate,
        f"La tasa real es {percent(rate)}.",
        g.fill(f"(1 + {{i}} %) / (1 + {{p}} %) − 1 = {percent(rate)}"),
        f"La inversión {side} la inflación: en poder de compra, 100 se vuelven {number(100 + rate)}.",
        (
            "Fisher exacto, con las dos tasas del mismo período; restar las tasas"
            f" ({percent(g['i'] - g['p'])}) es solo una aproximación",
        ),
    )


def _nominal_needed(g: Given) -> Solution:
    rate = 100 * prices.nominal_needed(g.rate("r"), g.rate("p"))
    return Solution(
        rate,
        f"Hace falta una tasa nominal de {percent(rate)}.",
        g.fill(f"(1 + {{r}} %) × (1 + {{p}} %) − 1 = {percent(rate)}"),
        f"Con menos de {percent(rate)} no se llega a ganar {g.shown('r')} % por encima de los precios.",
        ("Fisher exacto, con las dos tasas del mismo período",),
    )


def _real_wage(g: Given) -> Solution:
    change = 100 * prices.real_change(g.rate("w"), g.rate("p"))
    if change < 0:
        result = f"El salario real cayó {percent(-change)}."
        meaning = "Perdiste poder de compra: los precios subieron más."
    elif change > 0:
        result = f"El salario real subió {percent(change)}."
        meaning = "Ganaste poder de compra: el ingreso subió más."
    else:
        result = "El salario real no cambió (0 %)."
        meaning = "Empataste con la inflación: comprás lo mismo que antes."
    return Solution(
        change,
        result,
        g.fill(f"(1 + {{w}} %) / (1 + {{p}} %) − 1 = {percent(change)}"),
        f"{meaning} Con lo que cobrás se compra {number(100 + change)} de cada 100 que se compraba.",
        ("las dos variaciones son del mismo período",),
    )


def _to_draw(g: Given) -> Solution:
    raise_ = 100 * prices.real_change(g.rate("p"), g.rate("w"))
    if raise_ <= 0:
        result = f"No te falta nada: ya le ganaste a la inflación ({percent(-raise_)} de margen)."
    else:
        result = f"Te falta un aumento de {percent(raise_)} sobre lo que cobrás ahora."
    return Solution(
        raise_,
        result,
        g.fill(f"(1 + {{p}} %) / (1 + {{w}} %) − 1 = {percent(raise_)}"),
        f"No son {percent(g['p'] - g['w'])}, la resta, porque el nuevo aumento se calcula sobre el sueldo ya"
        f" aumentado.",
        ("las dos variaciones son del mismo período",),
    )


def _power_lost(g: Given) -> Solution:
    lost = 100 * prices.purchasing_power_lost(g.rate("p"))
    return Solution(
        lost,
        f"El dinero quieto pierde {percent(lost)} de su poder de compra.",
        g.fill(f"1 − 1 / (1 + {{p}} %) = {percent(lost)}"),
        f"Con 100 pesos se compra lo que antes costaba {number(100 - lost)}.",
        ("el dinero no gana ningún interés",),
    )


_INFLATION = Input("p", "la inflación", Kind.RATE, above=-100)
_WAGE = Input("w", "el aumento del sueldo", Kind.RATE, above=-100)
_RAISES = (
    r"{p} (?:de |la )?inflacion (?:y |contra |vs |e )?{w} (?:de |el )?(?:aumento|sueldo|salario)",
    r"{w} (?:de |el )?(?:aumento|sueldo|salario)(?: de sueldo)? (?:y |contra |vs |con )?{p} (?:de |la )?inflacion",
    *INFLATION[:2],
    rf"{_RAISE} ~{{w}}",
    r"{w} (?:de |del )?(?:aument\w+|suba salarial|sueldo|salario)",
    r"precios ~{p}",
)

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
        when=(r"indice|\bipc\b", r"hoy|actualiz|ajust|equivale|seria|serian|monto|pesos|\$\d"),
        unless=r"deflact|uva|\bpbi\b|en terminos reales|precios constantes|gini",
        wordings=(
            r"(?:indice|ipc) (?:era|estaba en|valia|inicial)(?: de| en)? {a} ~(?:ahora|hoy|final)(?: (?:es|esta"
            r" en|vale|de))* {b}",
            r"(?:indice|ipc) ~(?:de|desde) {a} (?:a|hasta) {b}",
            r"(?:indice|ipc) ~{a} ,? ?(?:a|y|ahora|hoy|al) ~{b}",
            r"(?:actualiz\w+|ajust\w+|seria|serian|monto|equivalen) ~{v}",
        ),
        also="precios inflacion",
        work=_updated,
    ),
    Calculator(
        id="deflactar",
        name="el valor real",
        area=AREA,
        formula="V real = V nominal / (I / 100)",
        inputs=(
            Input("v", "el valor nominal", Kind.AMOUNT),
            Input("i", "el índice de precios", Kind.NUMBER, above=0),
            Input("a", "la base del índice", Kind.NUMBER, optional=True, above=0),
        ),
        keys="deflactar deflacta deflactado reales constantes real",
        when=(
            r"deflact(?!or)|constantes|terminos reales|valor real|salario real|sueldo real",
            r"indice|\bipc\b|deflact|base",
        ),
        unless=r"%\d|\bpbi\b",
        wordings=(
            r"(?:base|con base|base igual a) {a}",
            r"(?:indice|ipc|deflactor)(?: de precios)?(?: (?:de|es|en|vale|esta en|precios|al consumidor))* {i}",
            r"(?:deflact\w+|sueldo|salario|monto|valor|nominal|gano|cobro) ~{v}",
            r"por {i}",
        ),
        also="indice ipc precios",
        work=_deflated,
    ),
    Calculator(
        id="tasa_real_fisher",
        name="la tasa de interés real",
        area=AREA,
        formula="(1 + i) / (1 + π) − 1",
        inputs=(Input("i", "la tasa nominal", Kind.RATE, above=-100), _INFLATION),
        keys="real reales fisher inflacion rendimiento",
        when=(
            r"\breal(?:es)?\b|fisher|le gan|gane o perdi|gano o pierdo|en terminos reales|poder",
            r"inflacion|fisher|precios",
            r"tasa|interes|nominal|plazo fijo|rend|rind|inversion|invert|fondo|tna|bono|banco",
        ),
        unless=r"\bpbi\b|\bpib\b|ventas|factur|nominal (?:necesito|hace falta|requerida|deberia|tengo)|(?:ganar"
        r"|obtener|lograr) (?:un"
        r" )?[%#]\d+ real|[%#]\d+ (?:de tasa )?real"
        r"|real (?:de|del) [%#]|sueldo|salari|cambio",
        wordings=(
            r"{i} (?:de )?(?:tasa )?nominal ~(?:y|con|e|menos) {p} (?:de )?inflacion",
            r"(?:nominal|tna|tea)(?: \w+){0,2} {i}",
            *INFLATION,
            r"(?:rindio|rinde|rendimiento|interes|plazo fijo|tasa|paga|pago|gane|gana|bono|fondo|banco) ~{i}",
            r"{i} (?:nominal|de tasa nominal|tna|de interes|de tasa)",
        ),
        also="interes tasa anual mensual plazo fijo nominal poder",
        work=_real_rate,
    ),
    Calculator(
        id="tasa_nominal_requerida",
        name="la tasa nominal necesaria",
        area=AREA,
        formula="(1 + r)(1 + π) − 1",
        inputs=(Input("r", "la tasa real que buscás", Kind.RATE, above=-100), _INFLATION),
        keys="real reales nominal",
        when=(
            r"\breal(?:es)?\b",
            r"nominal|tasa|cuanto",
            r"inflacion|precios",
            r"necesit|hace falta|requer|deberia|tengo que|tiene que|quiero|busco|pretend|obtener|lograr|ganar"
            r"|[%#]\d+ real",
        ),
        unless=r"sueldo|salari|cambio|(?:tasa )?nominal (?:es |fue |del? |anual )*[%#]\d",
        wordings=(
            r"{r} (?:de (?:ganancia|tasa|rendimiento|interes) )?(?:en terminos )?(?:real|reales)",
            r"real(?:es)?(?: \w+){0,2} {r}",
            *INFLATION,
        ),
        also="interes tasa nominal anual rendimiento",
        work=_nominal_needed,
    ),
    Calculator(
        id="salario_real_variacion",
        name="la variación del salario real",
        area=AREA,
        formula="(1 + w) / (1 + π) − 1",
        inputs=(_WAGE, _INFLATION),
        keys="sueldo salario salarios sueldos salarial jubilacion paritaria paritarias aumento aumentaron"
        " ingreso inflacion",
        when=(rf"{_RAISE}", r"inflacion|precios|\bipc\b"),
        unless=r"empat|me falta|falta para|cuanto mas|deberia|tendria|tiene que|tengo que|recuperar|tasa|pbi"
        r"|elastic|nominal [%#]|cantidad"
        r"|demanda|\$\d",
        wordings=_RAISES,
        also="precios ipc real poder interes perdi gane",
        work=_real_wage,
    ),
    Calculator(
        id="aumento_para_empatar",
        name="el aumento que falta para empatar",
        area=AREA,
        formula="(1 + π) / (1 + w) − 1",
        inputs=(_WAGE, _INFLATION),
        keys="empatar empatarle empate inflacion falta recuperar sueldo salario",
        when=(
            r"inflacion|precios",
            r"empat|falta|cuanto mas|tendrian? que|tienen? que|deberian?|recuperar|no perder|alcanzar",
        ),
        unless=r"tasa|real [%#]|nominal|plazo",
        wordings=_RAISES,
        also="aumento salarial paritaria jubilacion ingreso poder ipc",
        work=_to_draw,
    ),
    Calculator(
        id="poder_adquisitivo_perdido",
        name="la pérdida de poder adquisitivo",
        area=AREA,
        formula="1 − 1 / (1 + π)",
        inputs=(_INFLATION,),
        keys="poder adquisitivo quietos colchon inflacion pierde pierden",
        when=(
            r"inflacion|precios",
            r"poder (?:de compra|adquisitivo)|capacidad de compra|pesos quiet|colchon|sin invertir|guardad|quieta"
            r"|vale menos|pierde(?:n)? (?:mis pesos|mi plata|la plata|el dinero|valor)|dejo (?:la plata|los pesos)",
        ),
        unless=r"sueldo|salari|aument(?:o|aron) (?:de )?[%#]|tasa|interes|plazo fijo|jubilac",
        wordings=INFLATION,
        also="anual pierden",
        work=_power_lost,
    ),
)
