"""Elasticities: who bears a tax, how much a quantity answers, the shape of a curve."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, slot
from ecobot_tui.economics.interpretation.found import percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


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
        f" {format_number(supply)}, del {what} el consumidor (comprador) {verb} el {percent(share)} y el"
        " productor (vendedor) el"
        f" {percent(HUNDRED - share)}."
    )
    if round(share, 2) > 50:
        verdict = (
            f"Recae más en el consumidor: la demanda es más inelástica que la oferta, y {verb} más quien"
            " menos puede escapar del precio."
        )
    elif round(share, 2) < 50:
        verdict = (
            f"Recae más en el productor: la oferta es más inelástica que la demanda, y {verb} más quien"
            " menos puede escapar del precio."
        )
    else:
        verdict = "Se reparte por mitades: las dos elasticidades son iguales."
    return (
        reading,
        verdict,
        "Parte del consumidor = Es / (Es + |Ed|); no depende de a quién se lo cobra la ley. Vale para cambios chicos.",
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
        "Cambia porque con más tiempo la respuesta es mayor (más elástica): en el corto plazo la gente no"
        " puede cambiar sus hábitos ni sus"
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
        (
            f"La curva de {side} es una recta horizontal: a ese precio se {'ofrece' if supply else 'compra'}"
            " cualquier cantidad, y con un precio apenas distinto, nada o todo."
        ),
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
        (
            r"demanda (?:[a-z]+ )?(?:es )?(?:bastante |mucho )?mas elastica|oferta (?:es )?(?:bastante "
            r"|mucho )?mas (?:inelastica|rigida)"
        ),
    )
    more_supply = has(
        statement,
        (
            r"oferta (?:[a-z]+ )?(?:es )?(?:bastante |mucho )?mas elastica|demanda (?:es )?(?:bastante "
            r"|mucho )?mas (?:inelastica|rigida)"
        ),
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
            (
                "Paga la mayor parte el consumidor (comprador): como no puede dejar de comprar, el impuesto se"
                " traslada casi todo al precio."
            ),
            (
                "La incidencia depende de las elasticidades, no de a quién se lo cobra la ley: paga más el lado"
                " más inelástico."
            ),
        )
    return (
        "Dato: la demanda responde más al precio que la oferta.",
        (
            "Paga la mayor parte el productor (vendedor): si sube el precio pierde muchas ventas, así que absorbe"
            " casi todo el impuesto."
        ),
        "La incidencia depende de las elasticidades, no de a quién se lo cobra la ley: paga más el más inelástico.",
    )


_SOLD = (
    r"(?:la gente )?compr\w+|vend\w+|ventas?|demand\w+|consum\w+|cantidad(?: [a-z]+)?|clientes?|pasajeros"
    r"|viajes|unidades|publico|espectadores|turistas|usuarios|entradas vendidas"
)


def _sold_less(statement: Statement) -> Lines | None:
    """Read a price and a quantity that move against each other, where the price is that of a named thing."""
    rates = [one for one in statement.values if one.mark == "%"]
    if (
        len(rates) != 2
        or len(statement.values) != 2
        or not has(statement, _SOLD)
        or not (
            all(one.direction for one in rates)
            or has(statement, r"sub\w+|aument\w+|baj\w+|cay\w+|cae|encarec\w+|mas car[oa]|rebaj\w+|descuento")
        )
    ):
        return None
    if has(
        statement,
        (
            r"ingresos?|sueldos?|salari\w+|inflacion|pbi|pib|oferta|ofrec\w+|export\w+|import\w+|elasticidad"
            r"|facturacion|en pesos|acciones?|sustitut\w+|otro bien|dolar|costos?|despues|luego|interanual"
            r"|real(?:es)?"
        ),
    ):
        return None
    pair = assigned(
        statement,
        (_SOLD, "%"),
        (r"precios?|tarifas?|boletos?|entradas?|sub\w+|aument\w+|encarec\w+|(?:el|la|los|las) [a-z]+ sub\w+", "%"),
    )
    if pair is None:
        return None
    quantity, price = pair
    if quantity.direction * price.direction >= 0 or not price.value:
        return None
    ratio = abs(quantity.value / price.value)
    reading = (
        f"El precio varía {percent(price.change)} y la cantidad {percent(quantity.change)}: la"
        f" elasticidad precio es {format_number(round(-ratio, 2))}."
    )
    up = price.change > 0
    if round(ratio, 4) == 1:
        verdict = "La demanda es unitaria: la cantidad responde en la misma proporción y el ingreso total no cambia."
    elif ratio > 1:
        verdict = (
            "La demanda es elástica (|E| > 1): la cantidad responde más que el precio, así que el"
            f" ingreso total {'baja' if up else 'sube'}."
        )
    else:
        verdict = (
            "La demanda es inelástica (|E| < 1): la cantidad responde menos que el precio, así que el"
            f" ingreso total {'sube' if up else 'baja'}."
        )
    return reading, verdict, "Supone que lo demás no cambió (ingreso, otros precios)."


CASES = (
    Case(
        "cantidad contra precio",
        "elasticidad precio de la demanda",
        "comp vend vent dema cons cant clie pasa viaj publ espe turi usua",
        _sold_less,
    ),
    Case("incidencia por elasticidades", "incidencia impositiva", "impu trib grav subs", _incidence, first=True),
    Case("quién paga el impuesto", "incidencia impositiva", "impu grav trib iva", _tax_words),
    Case("corto y largo plazo", "elasticidad precio de la demanda", "elas", _short_and_long),
    Case("forma de la curva", "elasticidad precio de la demanda", "elas inel rigi", _vertical, first=True),
    Case("respuesta de la cantidad", "elasticidad precio de la demanda", "elas", _response),
)
