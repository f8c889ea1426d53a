"""Markets, firms and consumers: who bears a tax, what the last unit adds, who should specialise in what."""

import re
from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, called, has, slot
from ecobot_tui.economics.interpretation.cases.telling import names as tell_names
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_ONE = Decimal(1)


def _incidence(statement: Statement) -> Lines | None:
    """Read an elasticity of the demand and one of the supply, with a tax."""
    if not has(statement, r"impuesto\w*|tributo|gravamen|grav\w+|subsidio|tasa"):
        return None
    pair = assigned(
        statement,
        (r"demanda|consumidor(?:es)?|compradores|demandantes", "#"),
        (r"oferta|productor(?:es)?|vendedores|oferentes", "#"),
        spare=True,
    )
    if (
        pair is None
        or len([one for one in statement.values if one.mark == "#"]) != 2
        or not has(statement, r"elasticidad\w*|elastic\w+")
    ):
        return None
    demand, supply = abs(pair[0].value), abs(pair[1].value)
    if demand + supply == 0 or max(demand, supply) > 50:
        return None
    share = supply / (demand + supply) * HUNDRED
    what = "subsidio" if has(statement, "subsidio") else "impuesto"
    verb = "recibe" if what == "subsidio" else "paga"
    reading = (
        f"Con una elasticidad de la demanda de {format_number(demand)} (en valor absoluto) y de la oferta de"
        f" {format_number(supply)}, del {what} el consumidor (comprador) {verb} el {percent(share)} y el productor (vendedor) el"
        f" {percent(HUNDRED - share)}."
    )
    if round(share, 2) > 50:
        verdict = f"Recae más en el consumidor: la demanda es más inelástica que la oferta, y {verb} más quien menos puede escapar del precio."
    elif round(share, 2) < 50:
        verdict = f"Recae más en el productor: la oferta es más inelástica que la demanda, y {verb} más quien menos puede escapar del precio."
    else:
        verdict = "Se reparte por mitades: las dos elasticidades son iguales."
    return (
        reading,
        verdict,
        "Parte del consumidor = Es / (Es + |Ed|); no depende de a quién se lo cobra la ley. Vale para cambios chicos.",
    )


_WORKER = r"obrer[oa]s?|trabajador(?:a|es)?|emplead[oa]s?|operari[oa]s?|jornaler[oa]|cosecher[oa]|cociner[oa]|moz[oa]|peon|persona|ayudante|hora|maquina|kilo de fertilizante"
_ADDS = r"agreg\w*|sum\w*|aport\w*|produ\w+|rind\w*|rend\w*|hace|hizo|cosech\w+|junt\w+|dio|da|fabric\w+|hac\w+"
_THING = (
    r"helado|vaso|porcion|empanada|cafe|mate|pizza|unidad|chocolate|hamburguesa|alfajor|gaseosa|cerveza|galletita|caramelo|viaje"
    r"|par|bocado|plato|torta|medialuna|manzana|naranja|capitulo|pelicula|cine|asado|choripan|agua|taza|copa"
)
_JOY = r"satisfaccion|utilidad|utiles|placer|gust\w+|disfrut\w+|felicidad|ganas|provecho|valor\w*|pagaria|dispuest\w+"
_RANKED = r"primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]|decim[oa]\w*|undecim[oa]|duodecim[oa]|ultim[oa]|anterior|siguiente|otr[oa]|numero"


def _last_unit(statement: Statement) -> Lines | None:
    """Read what a worker or a unit more adds against the one before."""
    joy = has(statement, _JOY) and has(statement, rf"{_THING}|{_RANKED}|cada")
    work = has(statement, _WORKER, _ADDS)
    if (
        not (joy or work)
        or not has(statement, _RANKED)
        or has(statement, r"ingreso|sueldo|salario|precio|costo|peso|decil|quintil")
    ):
        return None
    figures = [one for one in statement.values if one.mark in "#$"]
    less = has(statement, r"menos|mucho menos|menor")
    if len(figures) == len(statement.values) and (len(figures) == 2 or (len(figures) in (3, 4) and _goes_on(figures))):
        first, second = figures[0].value, figures[1].value
        if re.search(
            rf" (?:ultim[oa]|decim[oa]|segund[oa])\b[^#$]*[#$]\d.*(?:primer[oa]?|anterior|novena?o?)\b[^#$]*{figures[1].slot[0]}\d",
            statement.text,
        ):
            first, second = second, first
        said = f"Dato: una unidad suma {format_number(first)} y la siguiente {format_number(second)}."
    elif not statement.values and (less or has(statement, r"mas")):
        first, second = (_ONE, Decimal(0)) if less else (Decimal(0), _ONE)
        said = f"Dato: cada unidad suma {'menos' if less else 'más'} que la anterior."
    else:
        return None
    if first == second:
        return said, "El marginal es constante: cada unidad suma lo mismo que la anterior.", "Vale en ese tramo."
    if work:
        if second < 0:
            verdict = (
                "El producto marginal ya es negativo: con el último, la producción total baja, y no conviene sumarlo."
            )
        elif second < first:
            verdict = (
                "Son rendimientos marginales decrecientes: el producto marginal baja, porque cada trabajador de más cuenta con menos"
                " máquinas, tierra o espacio. La producción total sigue subiendo, pero cada vez menos."
            )
        else:
            verdict = "Son rendimientos marginales crecientes: el producto marginal sube, en general por división del trabajo y especialización."
        return said, verdict, "Vale con los demás factores fijos (corto plazo): no es que los últimos trabajen peor."
    if second < first:
        verdict = "Es la utilidad marginal decreciente: cada unidad más de un bien da menos satisfacción que la anterior, aunque la utilidad total siga subiendo."
    else:
        verdict = (
            "La utilidad marginal es creciente: cada unidad más da más satisfacción que la anterior, algo poco común."
        )
    return (
        said,
        verdict,
        "Vale en el mismo momento y con los gustos dados; por eso se paga menos por cada unidad de más.",
    )


def _goes_on(figures: list[Figure]) -> bool:
    """Tell whether figures only fall or only rise."""
    values = [one.value for one in figures]
    return values in (sorted(values), sorted(values, reverse=True))


_HANDS = r"(?:obrer[oa]s?|trabajador(?:es)?|emplead[oa]s?|operari[oa]s?|personas|maquinas|moz[oa]s|cociner[oa]s)"


def _from_total(statement: Statement) -> Lines | None:
    """Read «de 4 a 5 empleados la producción bajó de 100 a 95»."""
    hands = re.search(rf" (?:de|con) ([#$]\d) (?:{_HANDS} )?a ([#$]\d) {_HANDS} ", statement.text)
    made = re.search(r" (?:producci\w+|produc\w+|total|cosecha\w*)(?: [a-z]+){0,3} de ([#$]\d)(?: [a-z]+)? a ([#$]\d) ", statement.text)
    by_slot = {one.slot: one.value for one in statement.figures}
    one_more = has(statement, _RANKED) and has(statement, rf"{_WORKER}|panader\w+|vendedor\w*|chofer|maquina")
    if made is None or len(statement.values) != (2 if hands is None else 4) or (hands is None and not one_more):
        return None
    before, after = (by_slot[hands[1]], by_slot[hands[2]]) if hands else (Decimal(0), _ONE)
    low, high = by_slot[made[1]], by_slot[made[2]]
    if after <= before:
        return None
    marginal = (high - low) / (after - before)
    reading = f"De {format_number(low)} a {format_number(high)} con {format_number(after - before)} más: el producto marginal es {format_number(round(marginal, 2))}."
    if marginal < 0:
        verdict = "El producto marginal es negativo: con el último la producción total baja (se estorban), así que no conviene sumarlo."
    elif marginal == 0:
        verdict = "El producto marginal es cero: el último no agrega nada, y la producción total está en su máximo."
    else:
        verdict = f"El producto marginal es positivo: cada uno más agrega {format_number(round(marginal, 2))}. Es menor que el promedio de antes, así que el promedio baja." if before and marginal < low / before else f"El producto marginal es positivo: cada uno más agrega {format_number(round(marginal, 2))}."
    return reading, verdict, "Vale con los demás factores fijos (corto plazo)."


def _per_peso(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"utilidad\w*|utiles|satisfaccion|placer",
        r"(?:por|cada|ultim[oa]) (?:cada )?(?:peso|\$)|(?:por|cada) pesos?|ultimo peso",
    ):
        return None
    figures = [one for one in statement.values if one.mark in "#$%"]
    if len(figures) != 2 or len(statement.values) != 2:
        return None
    names = tell_names(statement, *figures, first="el primer bien", second="el segundo bien")
    reading = f"Cada peso da {format_number(figures[0].value)} en «{names[0]}» y {format_number(figures[1].value)} en «{names[1]}»."
    if figures[0].value == figures[1].value:
        verdict = "Sí, estás en el óptimo: el último peso rinde lo mismo en los dos, y no ganás nada con mover gasto."
    else:
        best = 0 if figures[0].value > figures[1].value else 1
        verdict = (
            f"No estás en el óptimo: conviene gastar más en «{names[best]}», donde el último peso da más utilidad, y menos en"
            f" «{names[1 - best]}», hasta que se igualen (la utilidad marginal baja al consumir más)."
        )
    return reading, verdict, "En el óptimo del consumidor la utilidad marginal por peso es igual en todos los bienes."


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
    if pair is None or not has(statement, r"demand\w+|quieren?(?: comprar)?|piden", r"ofert\w+|ofrec\w+|quieren vender"):
        return None
    rest = [one for one in statement.values if one not in pair]
    if len(rest) > 1 or any(one.mark == "%" for one in rest) or not rest:
        return None
    price = as_said(rest[0])
    gap = pair[0].value - pair[1].value
    reading = f"A {price} se demandan {as_said(pair[0])} y se ofrecen {as_said(pair[1])}: la diferencia es {format_number(abs(gap))}."
    top, floor = has(statement, r"maxim\w+|tope|techo"), has(statement, r"minim\w+|piso|sosten")
    if gap > 0:
        verdict = "Hay exceso de demanda (escasez): se quiere comprar más de lo que se ofrece; el precio está por debajo del de equilibrio"
        verdict += (
            " y no puede subir: aparecen faltantes, colas, cupos o un mercado paralelo."
            if top
            else " y tiende a subir."
        )
    elif gap < 0:
        verdict = "Hay exceso de oferta (excedente, sobrante): se ofrece más de lo que se demanda; el precio está por encima del de equilibrio"
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
    good = re.search(
        r" (?:producir|hacer|fabricar|por cada|cada|produce|obtener|cosechar) (?:(?:una?|cada|[#]\d|tonelada|kilo|litro|metro|unidad|de) )*([a-z]{3,})",
        text,
    )
    best = 0 if amounts[0].value < amounts[1].value else 1
    names = _parties(statement, amounts)
    of_good = f" de {good[1]}" if good else ""
    reading = f"El costo de oportunidad{of_good} es {format_number(amounts[0].value)} en {names[0]} y {format_number(amounts[1].value)} en {names[1]}."
    verdict = (
        f"Tiene la ventaja comparativa {names[best]}: resigna menos ({format_number(amounts[best].value)} contra"
        f" {format_number(amounts[1 - best].value)}), así que le conviene especializarse en ese bien y comprarle el otro a {names[1 - best]}."
    )
    return (
        reading,
        verdict,
        "Lo que decide es el costo de oportunidad y no quién produce más (ventaja absoluta); ganan los dos si el precio queda entre ambos costos.",
    )


def _parties(statement: Statement, figures: list[Figure]) -> tuple[str, str]:
    names = re.findall(
        r" (argentina|brasil|uruguay|chile|paraguay|bolivia|peru|mexico|espana|china|[a-z]*landia|ana|juan|maria|pedro|lucia) ",
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
    buyer = r"dispuest[oa]s? a (?:pagar|gastar|dar)|pagaria|hubiera pagado|hubiese pagado|habria pagado|pensaba pagar|como mucho"
    seller = r"dispuest[oa]s? a (?:vender|cobrar|aceptar)|acept(?:aba|aria|ar)|hubiera (?:vendido|aceptado)|(?:vendia|venderia)|minimo (?:que )?(?:pedia|aceptaba)|como minimo"
    buys, sells = has(statement, buyer), has(statement, seller)
    if buys == sells or has(statement, r"inflacion|tasa|cuotas|curva|unidades|impuesto"):
        return None
    pair = assigned(
        statement,
        (buyer if buys else seller, "$#"),
        (
            r"pag(?:ue|o|amos|aron|a)|consegui\w*|compr[eo]|cost[oa]\w*|sali[oe]|vend(?:i|io|en|o)|cobr\w+|precio|vale|esta|lo",
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


_NO_CHANGE = r"elasticidad(?:es)?"


def _response(statement: Statement) -> Lines | None:
    """Read an elasticity and a change in per cent: by how much the quantity changes."""
    if not has(statement, _NO_CHANGE) or has(
        statement, r"ingreso total|factur\w+|recaud\w+|impuesto|oferta y|de la oferta y|cruzadas?"
    ):
        return None
    elasticity = slot(statement, r"elasticidad\w*(?: [a-z,]+){0,8}? (#\d)") or slot(statement, r"(#\d) de elasticidad")
    changes = [one for one in statement.values if one.mark == "%"]
    if elasticity is None or len(changes) != 1 or len(statement.values) != 2 or abs(elasticity.value) > 50:
        return None
    change = changes[0].change
    income = has(statement, r"elasticidad(?: [a-z]+){0,3} (?:ingreso|renta)|ingresos?|sueldos?|renta|salario")
    supply = has(statement, r"elasticidad(?: [a-z]+){0,3} (?:oferta)|oferta|ofrec\w+|productores")
    value = elasticity.value
    if not income and not supply and value > 0:
        value = -value
    if not changes[0].direction or not has(statement, r"precios?|ingresos?|sueldos?|renta|salario|cuesta|caro"):
        return None
    moved = value * change
    cause = "ingreso" if income else "precio"
    what = "ofrecida" if supply else "demandada"
    reading = (
        f"Con una elasticidad de {format_number(elasticity.value)}, si el {cause} {'sube' if change > 0 else 'baja'}"
        f" {percent(abs(change))}, la cantidad {what} {_moves(moved)}."
    )
    verdict = _kind(value, change, income=income, supply=supply)
    return reading, verdict, "Es elasticidad × variación: vale para cambios chicos y con lo demás constante."


def _moves(moved: Decimal) -> str:
    if moved == 0:
        return "no cambia (0 %)"
    return f"{'sube' if moved > 0 else 'baja'} cerca de {percent(abs(moved))}"


def _kind(value: Decimal, change: Decimal, *, income: bool, supply: bool) -> str:
    size = abs(value)
    if income:
        if value < 0:
            return "Es un bien inferior: cuando el ingreso sube se compra menos, y cuando baja, más."
        return (
            "Es un bien normal de lujo: responde más que el ingreso."
            if value > 1
            else "Es un bien normal y necesario: responde menos que el ingreso."
        )
    side = "oferta" if supply else "demanda"
    if size == 1:
        return f"La {side} es unitaria: la cantidad responde en la misma proporción que el precio."
    if size > 1:
        verdict = f"La {side} es elástica: la cantidad responde más que el precio"
        revenue = "baja" if change > 0 else "sube"
    else:
        verdict = f"La {side} es inelástica: la cantidad responde poco, en menor proporción que el precio"
        revenue = "sube" if change > 0 else "baja"
    return f"{verdict}." if supply else f"{verdict}, y lo que se recauda por ventas {revenue}."


def _short_and_long(statement: Statement) -> Lines | None:
    figures = [one for one in statement.values if one.mark == "#"]
    if not has(statement, r"elasticidad") or len(figures) != 2 or len(statement.values) != 2:
        return None
    if not has(statement, r"corto|largo|@\d|mes(?:es)?|anos?|semanas?|dias?|plazo|tiempo|inmediato"):
        return None
    if has(statement, r"oferta y|demanda y|impuesto|precio %\d") or abs(figures[0].value) == abs(figures[1].value):
        return None
    first, second = figures
    reading = (
        f"La elasticidad es {format_number(first.value)} primero y {format_number(second.value)} en el otro plazo."
    )
    verdict = (
        "Cambia porque con más tiempo la respuesta es mayor (más elástica): en el corto plazo la gente no puede cambiar sus hábitos ni sus"
        " equipos; en el largo encuentra sustitutos, cambia de auto o de hogar, y los productores ajustan su capacidad."
    )
    return (
        reading,
        verdict,
        "Vale con lo demás constante; con bienes durables puede ser al revés, porque se postergan o adelantan compras.",
    )


def _vertical(statement: Statement) -> Lines | None:
    """Read the shape of a curve with an elasticity of zero or infinite."""
    if not has(
        statement,
        r"elasticidad|elastic[oa]|inelastic[oa]|rigid[oa]",
        r"dibuj\w+|forma|grafic\w+|como (?:es|se ve|queda|seria)|pendiente|curva|vertical|horizontal|recta",
    ):
        return None
    supply = has(statement, r"oferta")
    zero = has(statement, r"cero|nul[oa]|perfectamente inelastic[oa]|(?:perfectamente |totalmente )rigid[oa]") or any(
        one.mark == "#" and one.value == 0 for one in statement.values
    )
    infinite = has(statement, r"infinit[oa]|perfectamente elastic[oa]")
    side = "oferta" if supply else "demanda"
    if zero == infinite or any(one.value != 0 for one in statement.values) or has(statement, r"cruzada|ingreso|renta"):
        return None
    if zero:
        return (
            f"Una elasticidad precio de cero es una {side} perfectamente inelástica (rígida).",
            f"La curva de {side} es una recta vertical: la cantidad es la misma a cualquier precio.",
            "Es un caso límite; se acercan los bienes sin sustitutos, como un medicamento vital."
            if not supply
            else "Es un caso límite: lo fijo en el corto plazo, como la tierra o las entradas de un estadio.",
        )
    return (
        f"Una elasticidad precio infinita es una {side} perfectamente elástica.",
        f"La curva de {side} es una recta horizontal: a ese precio se {'ofrece' if supply else 'compra'} cualquier cantidad, y con un precio apenas distinto, nada o todo.",
        "Es un caso límite: así es la demanda de cada empresa en competencia perfecta.",
    )


def _tax_words(statement: Statement) -> Lines | None:
    """Read who bears a tax where the elasticities are told in words."""
    if statement.values or not has(statement, r"impuesto\w*|grav\w+|tributo|iva"):
        return None
    if not has(statement, r"quien\w*|paga\w*|pagando|carga|recae|soporta|incidencia|traslad\w+|caera|sobre quien"):
        return None
    more_demand = has(
        statement,
        r"demanda (?:[a-z]+ )?(?:es )?(?:bastante |mucho )?mas elastica|oferta (?:es )?(?:bastante |mucho )?mas (?:inelastica|rigida)",
    )
    more_supply = has(
        statement,
        r"oferta (?:[a-z]+ )?(?:es )?(?:bastante |mucho )?mas elastica|demanda (?:es )?(?:bastante |mucho )?mas (?:inelastica|rigida)",
    )
    stiff_demand = has(statement, r"demanda(?: [a-z]+){0,6} (?:inelastica|rigida)")
    stiff_supply = has(statement, r"oferta(?: [a-z]+){0,6} (?:inelastica|rigida)|oferta fija")
    loose_demand = has(statement, r"demanda(?: [a-z]+){0,6} elastica")
    buyer = more_supply or (stiff_demand and not stiff_supply and not more_demand)
    seller = (
        more_demand or (stiff_supply and not stiff_demand) or (loose_demand and not stiff_demand and not more_supply)
    )
    if buyer == seller:
        return None
    if buyer:
        return (
            "Dato: la demanda responde menos al precio que la oferta.",
            "Paga la mayor parte el consumidor (comprador): como no puede dejar de comprar, el impuesto se traslada casi todo al precio.",
            "La incidencia depende de las elasticidades, no de a quién se lo cobra la ley: paga más el lado más inelástico.",
        )
    return (
        "Dato: la demanda responde más al precio que la oferta.",
        "Paga la mayor parte el productor (vendedor): si sube el precio pierde muchas ventas, así que absorbe casi todo el impuesto.",
        "La incidencia depende de las elasticidades, no de a quién se lo cobra la ley: paga más el lado más inelástico.",
    )


def _left_over(statement: Statement) -> Lines | None:
    """Read what is left over or lacks at a price, told as one amount."""
    over = has(statement, r"sobra\w*|quedan? sin vender|no se venden?|sin vender")
    lack = has(statement, r"falta\w*|no alcanza\w* para todos|se agot\w+|revend\w+|reventa|quedan? sin (?:comprar|conseguir)")
    if over == lack or not has(statement, r"precio(?: oficial| maximo| minimo)?|[$]\d|a (?:ese|este) (?:precio|valor)|revend\w+|reventa"):
        return None
    if has(statement, r"sueldo|plata|dinero|dias|mes(?:es)?|anos?|pesos para|inflacion|van|datos?|demand\w+|ofrec\w+|canasta|hogar|familia") or not statement.values:
        return None
    if not has(statement, r"precio|entradas?|kilos?|unidades|litros|toneladas|cajas|productos?|mercaderia|bolsas|departamentos"):
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
        "Hay exceso de demanda (escasez): el precio oficial está por debajo del de equilibrio; por eso hay colas o reventa, y el precio tiende a subir.",
        "La reventa muestra cuánto pagarían los que se quedaron sin comprar.",
    )


def _one_more_unit(statement: Statement) -> Lines | None:
    """Read what one more unit costs and what it is sold for."""
    if not has(statement, r"unidad(?: numero)?|una mas|otra mas|adicional|la ultima", r"cuesta|costo|cuestan|sale", r"vend\w+|precio|pagan?|cobr\w+|ingreso"):
        return None
    pair = assigned(statement, (r"vend\w+|precio|pagan?|cobr\w+|ingreso", "$#"), (r"cuesta|costo|cuestan|sale|producir\w*|hacer\w*|fabricar\w*", "$#"))
    if pair is None or has(statement, r"medio|variable|fijo|promedio|total|cuanto|utilidad"):
        return None
    price, cost = pair
    reading = f"La unidad de más cuesta {as_said(cost)} y deja {as_said(price)}: {format_number(price.value - cost.value)}."
    if price.value > cost.value:
        verdict = "Sí, conviene producirla: suma más ingreso que costo."
    elif price.value < cost.value:
        verdict = "No conviene producirla: cuesta más de lo que deja, y baja la ganancia."
    else:
        verdict = "Da lo mismo: es justo donde se maximiza la ganancia (costo marginal igual al precio)."
    return reading, verdict, "Se comparan el costo y el ingreso marginales; los costos fijos no entran en la decisión."


_SOLD = r"(?:la gente )?compr\w+|vend\w+|ventas?|demand\w+|consum\w+|cantidad(?: [a-z]+)?|clientes?|pasajeros|viajes|unidades|publico|espectadores|turistas|usuarios|entradas vendidas"


def _sold_less(statement: Statement) -> Lines | None:
    """Read a price and a quantity that move against each other, where the price is that of a named thing."""
    rates = [one for one in statement.values if one.mark == "%"]
    if len(rates) != 2 or len(statement.values) != 2 or not has(statement, _SOLD) or not has(statement, r"sub\w+|aument\w+|baj\w+|cay\w+|cae|encarec\w+|mas car[oa]|rebaj\w+|descuento"):
        return None
    if has(statement, r"ingresos?|sueldos?|salari\w+|inflacion|pbi|pib|oferta|ofrec\w+|export\w+|import\w+|elasticidad|facturacion|en pesos|acciones?|sustitut\w+|otro bien|dolar|costos?|despues|luego|interanual|real(?:es)?"):
        return None
    pair = assigned(statement, (_SOLD, "%"), (r"precios?|tarifas?|boletos?|sub\w+|aument\w+|encarec\w+|(?:el|la|los|las) [a-z]+ sub\w+", "%"))
    if pair is None:
        return None
    quantity, price = pair
    if quantity.direction * price.direction >= 0 or not price.value:
        return None
    ratio = abs(quantity.value / price.value)
    reading = f"El precio varía {percent(price.change)} y la cantidad {percent(quantity.change)}: la elasticidad precio es {format_number(round(-ratio, 2))}."
    up = price.change > 0
    if round(ratio, 4) == 1:
        verdict = "La demanda es unitaria: la cantidad responde en la misma proporción y el ingreso total no cambia."
    elif ratio > 1:
        verdict = f"La demanda es elástica (|E| > 1): la cantidad responde más que el precio, así que el ingreso total {'baja' if up else 'sube'}."
    else:
        verdict = f"La demanda es inelástica (|E| < 1): la cantidad responde menos que el precio, así que el ingreso total {'sube' if up else 'baja'}."
    return reading, verdict, "Supone que lo demás no cambió (ingreso, otros precios)."


CASES = (
    Case("sobrante o faltante", "equilibrio de mercado", "sobr falt vend agot reve alca", _left_over, first=True),
    Case("una unidad más", "costo marginal", "unid una otra adic ulti", _one_more_unit, first=True),
    Case("cantidad contra precio", "elasticidad precio de la demanda", "comp vend vent dema cons cant clie pasa viaj publ espe turi usua", _sold_less),
    Case("incidencia por elasticidades", "incidencia impositiva", "impu trib grav subs", _incidence, first=True),
    Case("quién paga el impuesto", "incidencia impositiva", "impu grav trib iva", _tax_words),
    Case("corto y largo plazo", "elasticidad precio de la demanda", "elas", _short_and_long),
    Case("forma de la curva", "elasticidad precio de la demanda", "elas inel rigi", _vertical, first=True),
    Case("respuesta de la cantidad", "elasticidad precio de la demanda", "elas", _response),
    Case("producto marginal", "producto marginal", "obre trab empl oper pers maqu mozo coci pana vend chof", _from_total, first=True),
    Case("utilidad marginal por peso", "utilidad marginal", "util sati plac", _per_peso),
    Case(
        "lo que suma la última unidad",
        "rendimientos marginales decrecientes",
        "obre trab empl oper jorn cose coci mozo moza peon ayud maqu",
        _last_unit,
    ),
    Case(
        "utilidad marginal decreciente", "utilidad marginal", "sati util plac gust disf feli gana paga disp valo", _last_unit
    ),
    Case("cantidades a un precio", "equilibrio de mercado", "dema quie pide", _quantities),
    Case("ventaja comparativa", "ventaja comparativa", "resi renu sacr deja cost cues pier", _advantage),
    Case("excedente", "excedente del consumidor", "disp paga hubi habr pens como acep vend mini", _surplus),
)
