"""Markets, firms and consumers: who bears a tax, what the last unit adds, who should specialise in what."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import Case, Lines, assigned, called, has
from ecobot_tui.economics.interpretation.found import as_said
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number


def _quantities(statement: Statement) -> Lines | None:
    """Read what is demanded and offered at a price, which may be a ceiling or a floor."""
    if has(statement, r"elasticidad|crec\w+|curva|agregada|divisas|dinero|trabajo"):
        return None
    pair = assigned(
        statement,
        (r"demand\w+|compradores|quieren?(?: comprar)?|se piden|piden", "#"),
        (r"ofert\w+|ofrec\w+|productores|vendedores|hay disponibles|quieren vender", "#"),
        spare=True,
    )
    if pair is None or not has(
        statement, r"demand\w+|quieren?(?: comprar)?|piden", r"ofert\w+|ofrec\w+|quieren vender"
    ):
        return None
    rest = [one for one in statement.values if one not in pair]
    if len(rest) > 1 or any(one.mark == "%" for one in rest):
        return None
    price = f"A {as_said(rest[0])}" if rest else "A ese precio"
    gap = pair[0].value - pair[1].value
    reading = (
        f"{price} se demandan {as_said(pair[0])} y se ofrecen {as_said(pair[1])}: la diferencia es"
        f" {format_number(abs(gap))}."
    )
    top, floor = has(statement, r"maxim\w+|tope|techo"), has(statement, r"minim\w+|piso|sosten")
    if gap > 0:
        verdict = (
            "Hay exceso de demanda (escasez): se quiere comprar más de lo que se ofrece; el precio está"
            " por debajo del de equilibrio"
        )
        verdict += (
            " y no puede subir: aparecen faltantes, colas, cupos o un mercado paralelo."
            if top
            else " y tiende a subir."
        )
    elif gap < 0:
        verdict = (
            "Hay exceso de oferta (excedente, sobrante): se ofrece más de lo que se demanda; el precio"
            " está por encima del de equilibrio"
        )
        verdict += (
            " y no puede bajar: queda producción sin vender que alguien tiene que comprar o guardar."
            if floor
            else " y tiende a bajar."
        )
    else:
        verdict = "El mercado está en equilibrio: se ofrece justo lo que se demanda."
    return reading, verdict, "El tamaño de la diferencia depende de las elasticidades de la oferta y la demanda."


def _advantage(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"resign\w+|renunci\w+|sacrific\w+|dej\w+ de (?:producir|hacer|fabricar)|costo de oportunidad|cuesta|pierd\w+",
        r"especializ\w+|ventaja(?: comparativa)?|conviene|export\w+|deberia|dedicar\w*|producir",
    ):
        return None
    if has(statement, r"tasa|plazo fijo|inflacion|sueldo|marginal|inver\w+|ahorr\w+"):
        return None
    text = statement.text
    amounts = [
        one for one in statement.values if one.mark == "#" and not (one.value == 1 and len(statement.values) > 2)
    ]
    if len(amounts) != 2 or amounts[0].value == amounts[1].value or amounts[0].value <= 0:
        return None
    good = rx.search(
        (
            r" (?:producir|hacer|fabricar|por cada|cada|produce|obtener|cosechar) (?:(?:una?|cada|[#]\d|tonelada"
            r"|kilo|litro|metro|unidad|de) )*([a-z]{3,})"
        ),
        text,
    )
    best = 0 if amounts[0].value < amounts[1].value else 1
    names = _parties(statement, amounts)
    of_good = f" de {good[1]}" if good else ""
    reading = (
        f"El costo de oportunidad{of_good} es {format_number(amounts[0].value)} en {names[0]} y"
        f" {format_number(amounts[1].value)} en {names[1]}."
    )
    verdict = (
        f"Tiene la ventaja comparativa {names[best]}: resigna menos ({format_number(amounts[best].value)} contra"
        f" {format_number(amounts[1 - best].value)}), así que le conviene especializarse en ese bien y"
        f" comprarle el otro a {names[1 - best]}."
    )
    return (
        reading,
        verdict,
        (
            "Lo que decide es el costo de oportunidad y no quién produce más (ventaja absoluta); ganan los dos si"
            " el precio queda entre ambos costos."
        ),
    )


def _parties(statement: Statement, figures: list[Figure]) -> tuple[str, str]:
    names = rx.findall(
        (
            r" (argentina|brasil|uruguay|chile|paraguay|bolivia|peru|mexico|espana|china|[a-z]*landia|ana|juan"
            r"|maria|pedro|lucia) "
        ),
        statement.text,
    )
    if len(set(names)) == 2:
        first, second = dict.fromkeys(names)
        return first.capitalize(), second.capitalize()
    letters = [called(statement, one) for one in figures]
    if all(one and len(one.split()[-1]) == 1 for one in letters) and letters[0] != letters[1]:
        return letters[0], letters[1]
    return "el primero", "el segundo"


def _surplus(statement: Statement) -> Lines | None:
    """Read what someone was willing to pay, or to accept, and what was paid."""
    buyer = (
        r"dispuest[oa]s? a (?:pagar|gastar|dar)|pagaria|hubiera pagado|hubiese pagado|habria pagado"
        r"|pensaba pagar|como mucho|(?:por (?:lo|algo) )?(?:por lo )?que daba|hubiera dado|lo valoro en|para mi val\w+"
    )
    seller = (
        r"dispuest[oa]s? a (?:vender|cobrar|aceptar)|acept(?:aba|aria|ar)|hubiera (?:vendido|aceptado)"
        r"|(?:vendia|venderia)|minimo (?:que )?(?:pedia|aceptaba)|como minimo"
    )
    buys, sells = has(statement, buyer), has(statement, seller)
    if buys == sells or has(statement, r"inflacion|tasa|cuotas|curva|unidades|impuesto"):
        return None
    pair = assigned(
        statement,
        (buyer if buys else seller, "$#"),
        (
            (
                r"pag(?:ue|o|amos|aron|a)|consegui\w*|compr[eo]|cost[oa]\w*|sali[oe]|vend(?:i|io|en|o)|cobr\w+"
                r"|precio|vale|esta|lo"
            ),
            "$#",
        ),
        spare=True,
    )
    if pair is None:
        return None
    limit, paid = pair
    gain = limit.value - paid.value if buys else paid.value - limit.value
    if gain < 0 or paid.value <= 0:
        return None
    who = "consumidor" if buys else "productor"
    reading = f"El límite era {as_said(limit)} y el precio fue {as_said(paid)}: la diferencia es {format_number(gain)}."
    verdict = f"Esa diferencia es el excedente del {who}: " + (
        "lo que te ahorraste respecto de lo máximo que estabas dispuesto a pagar."
        if buys
        else "lo que se cobra por encima de lo mínimo que se aceptaba."
    )
    if gain == 0:
        verdict = f"El excedente del {who} es cero: se pagó justo el límite."
    return (
        reading,
        verdict,
        f"Sumado para todas las compras es el área entre el precio y la curva de {'demanda' if buys else 'oferta'}.",
    )


def _left_over(statement: Statement) -> Lines | None:
    """Read what is left over or lacks at a price, told as one amount."""
    over = has(statement, r"sobra\w*|quedan? sin vender|no se venden?|sin vender")
    lack = has(
        statement, r"falta\w*|no alcanza\w* para todos|se agot\w+|revend\w+|reventa|quedan? sin (?:comprar|conseguir)"
    )
    if over == lack or not has(
        statement, r"precio(?: oficial| maximo| minimo)?|[$]\d|a (?:ese|este) (?:precio|valor)|revend\w+|reventa"
    ):
        return None
    if (
        has(
            statement,
            (
                r"sueldo|plata|dinero|dias|mes(?:es)?|anos?|pesos para|inflacion|van|datos?|demand\w+|ofrec\w+"
                r"|canasta|hogar|familia"
            ),
        )
        or not statement.values
    ):
        return None
    if not has(
        statement, r"precio|entradas?|kilos?|unidades|litros|toneladas|cajas|productos?|mercaderia|bolsas|departamentos"
    ):
        return None
    said = ", ".join(as_said(one) for one in statement.values)
    if over:
        return (
            f"Dato: sobra mercadería a ese precio ({said}).",
            "Hay exceso de oferta (excedente): el precio está por encima del de equilibrio y tiende a bajar.",
            "Vale si el precio puede moverse; con un precio mínimo el sobrante se mantiene.",
        )
    return (
        f"Dato: a ese precio no alcanza para todos ({said}).",
        (
            "Hay exceso de demanda (escasez): el precio oficial está por debajo del de equilibrio; por eso hay"
            " colas o reventa, y el precio tiende a subir."
        ),
        "La reventa muestra cuánto pagarían los que se quedaron sin comprar.",
    )


CASES = (
    Case("sobrante o faltante", "equilibrio de mercado", "sobr falt vend agot reve alca", _left_over, first=True),
    Case("cantidades a un precio", "equilibrio de mercado", "dema quie pide", _quantities),
    Case("ventaja comparativa", "ventaja comparativa", "resi renu sacr deja cost cues pier", _advantage),
    Case("excedente", "excedente del consumidor", "disp paga hubi habr pens como acep vend mini", _surplus),
)
