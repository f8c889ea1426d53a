"""The shop and the market in plain words: what a unit leaves, shares of few firms, tariffs, subsidies, extra pesos."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _unit_gain(statement: Statement) -> Lines | None:
    """Read «vendo a 100 lo que me cuesta 60»."""
    if has(
        statement, r"cuant[oa]s?|margen|markup|marginal|fij[oa]s?|variable|inflacion|iva|impuesto|unidades|anos?|cupon"
    ):
        return None
    pair = assigned(
        statement,
        (r"(?:lo |la |los |las )?vend\w+(?: a| en)?|precio(?: de venta)?", "$#"),
        (
            (
                r"(?:me |nos )?(?:cuesta\w*|costo|sale\w*|costaron)|(?:lo |la )?compr\w+(?: a| en)?|costo (?:medio"
                r"|unitario|promedio)"
            ),
            "$#",
        ),
    )
    if pair is None or len(statement.figures) != 2 or not has(statement, r"vend\w+"):
        return None
    price, cost = (one.value for one in pair)
    if price <= 0 or cost <= 0:
        return None
    gain = price - cost
    reading = f"Vendés a {as_said(pair[0])} lo que te cuesta {as_said(pair[1])}."
    if gain > 0:
        verdict = (
            f"Ganás {format_number(gain)} por unidad: un margen de {percent(gain / price * HUNDRED)} sobre el"
            " precio, o un"
            f" recargo de {percent(gain / cost * HUNDRED)} sobre el costo."
        )
    elif gain < 0:
        verdict = f"Perdés {format_number(-gain)} por unidad: el precio no cubre el costo."
    else:
        verdict = "No ganás ni perdés por unidad: el precio cubre justo el costo."
    return (
        reading,
        verdict,
        "Falta ver si ese costo incluye los fijos (alquiler, sueldos): salen de lo que deja cada unidad.",
    )


def _few_share(statement: Statement) -> Lines | None:
    """Read a market that few share, told by what they sell."""
    share = slot(
        statement,
        (
            r"(?:con |tienen |el |al |del )*(%\d) (?:de |del )(?:el |la |los |las |todo el )?(?:mercado|ventas"
            r"|sector|rubro|produccion)"
        ),
    )
    if (
        share is None
        or len(statement.values) > 2
        or has(statement, r"empresas?|cuant[oa]s?|hhi|paso|subio|bajo|cada un[oa]")
    ):
        return None
    if not has(
        statement,
        r"(?:dos|tres|cuatro|cinco|poc[oa]s|#\d) [a-z]+",
        r"reparten|concentr\w+|domin\w+|control\w+|manej\w+|junt\w+|tienen|venden|suman",
    ):
        return None
    said = percent(share.value)
    if share.value >= 60:
        verdict = "Es un oligopolio: el mercado está muy concentrado y cada una decide mirando lo que hacen las otras."
    elif share.value >= 40:
        verdict = "El mercado está moderadamente concentrado: puede ser un oligopolio laxo."
    else:
        verdict = "El mercado está poco concentrado: hay competencia de las demás."
    return (
        f"Dato: unas pocas reúnen {said} del mercado.",
        verdict,
        "Para saber cómo se reparte entre ellas está el HHI.",
    )


def _tariff(statement: Statement) -> Lines | None:
    """Read the rate of a tariff, or of a tax on exports, alone."""
    rates = [one for one in statement.values if one.mark == "%"]
    if (
        len(rates) != 1
        or len(statement.figures) != 1
        or has(statement, r"precio|cuant[oa]s?|sub\w+|baj\w+|paso|export\w+ \w+ %|pbi|recaud\w+")
    ):
        return None
    rate = rates[0].value
    if not 0 < rate <= 300:
        return None
    if has(statement, r"arancel(?:es)?"):
        return (
            f"Dato: un arancel de {percent(rate)}.",
            f"Lo importado se encarece hasta {percent(rate)}: protege al productor local y recauda el Estado, y"
            " lo pagan los"
            " consumidores, que compran más caro y menos.",
            "Si el producto local es más barato que lo importado con arancel, el precio sube menos.",
        )
    if (
        has(statement, r"retencion(?:es)?|derechos? de exportacion")
        and rate < HUNDRED
        and not has(statement, r"ganancias|sueldo|iva")
    ):
        return (
            f"Dato: retenciones de {percent(rate)}.",
            f"El exportador recibe {percent(HUNDRED - rate)} del precio internacional: produce y exporta menos,"
            " el Estado"
            " recauda, y el precio interno queda más bajo que el de afuera.",
            "El efecto depende de qué parte se exporta y de cuánto responde la producción.",
        )
    return None


def _subsidy_share(statement: Statement) -> Lines | None:
    """Read which part of a subsidy the price passes on."""
    if not has(statement, r"subsidi\w+", r"precio", r"(?:baj|cay|redu)\w*") or has(
        statement, r"cuant[oa]s?|elasticidad\w*"
    ):
        return None
    fall = slot(statement, r"precio(?: [a-z]+){0,3}? ([$#]\d)") or slot(statement, r"baj\w+(?: [a-z]+){0,3}? ([$#]\d)")
    money = [one for one in statement.values if one.mark in "$#"]
    if fall is None or len(money) != 2 or len(statement.values) != 2:
        return None
    whole = next(one for one in money if one is not fall)
    if not 0 < fall.value <= whole.value:
        return None
    buyers = fall.value / whole.value * HUNDRED
    return (
        f"De un subsidio de {as_said(whole)}, el precio bajó {as_said(fall)}.",
        f"El comprador se queda con {percent(buyers)} del subsidio y el vendedor con"
        f" {percent(HUNDRED - buyers)}: se lo lleva"
        " más quien menos responde al precio (la curva más inelástica).",
        "No importa a quién se le paga: el reparto depende de las elasticidades.",
    )


def _extra_pesos(statement: Statement) -> Lines | None:
    """Read «de cada 100 pesos extra gasto 75»."""
    if not has(statement, r"(?:de |por )?cada (?:cien|peso|[$#]\d)", r"extra|mas|adicional\w*|de mas|que me aument\w+"):
        return None
    if has(statement, r"precio|inflacion|export\w+|impuestos?|ric[oa]s?|pobres?|varon\w*|gana\w*"):
        return None
    part = slot(statement, r"(?:gast\w+|consum\w+|ahorr\w+|guard\w+)(?: [a-z]+){0,2}? ([$#%]\d)")
    whole = next((one for one in statement.values if one is not part and one.mark in "$#"), None)
    total = whole.value if whole else Decimal(100)
    if part is None or not 0 < part.value <= total:
        return None
    saves = has(statement, r"(?:ahorr|guard)\w+(?: [a-z]+){0,2} [$#%]\d")
    share = part.value / total
    spends = 1 - share if saves else share
    multiplier = f" El multiplicador simple es {format_number(round(1 / (1 - spends), 2))}." if spends < 1 else ""
    return (
        f"De cada {format_number(total)} más se {'ahorran' if saves else 'gastan'} {format_number(part.value)}.",
        f"La propensión marginal a consumir es {format_number(round(spends, 4))} y la propensión marginal a ahorrar"
        f" {format_number(round(1 - spends, 4))}.{multiplier}",
        "Es sobre el ingreso adicional, y no sobre el total.",
    )


def _stronger_peso(statement: Statement) -> Lines | None:
    """Read a currency that gains value."""
    rate = slot(
        statement,
        (
            r"(?:peso|moneda|real|yen|euro)(?: [a-z]+){0,3} (?:se )?(?:aprec|revalu|revalor|fortalec)\w*(?: (?:un"
            r"|en))* (%\d)"
        ),
    )
    if rate is None or len(statement.values) != 1 or has(statement, r"inflacion|quien\w*|cuant[oa]s?|dolar"):
        return None
    return (
        f"Dato: la moneda local se aprecia {percent(rate.value)}.",
        "Vale más en moneda extranjera: importar y viajar sale más barato, se exporta menos porque el país"
        " queda más caro,"
        " y las deudas en dólares pesan menos.",
        "Lo que importa para competir es el tipo de cambio real, que descuenta la inflación de los dos lados.",
    )


def _more_outings(statement: Statement) -> Lines | None:
    """Read an income that grows against what is eaten, bought or travelled."""
    if has(statement, r"precios?|inflacion|horas?|cuant[oa]s?|elasticidad|tasa|dolar|ventas|clientes"):
        return None
    pair = assigned(
        statement,
        (r"salgo|salimos|viaj\w+|comemos|compr\w+|consum\w+|gast\w+|voy", "%"),
        (r"(?:gano|ganamos|cobro|cobramos)|(?:mi |mis )?(?:sueldo|ingreso|salario)s?|me aumentaron", "%"),
    )
    if pair is None or len(statement.values) != 2 or not pair[0].direction or not pair[1].direction:
        return None
    ratio = pair[0].change / pair[1].change
    reading = (
        f"El ingreso varía {percent(pair[1].change)} y el consumo {percent(pair[0].change)}: la"
        f" elasticidad ingreso es {format_number(round(ratio, 2))}."
    )
    if ratio < 0:
        verdict = "Es un bien inferior: al ganar más se consume menos."
    elif ratio > 1:
        verdict = "Es un bien de lujo (elasticidad mayor que 1): el consumo crece en mayor proporción que el ingreso."
    else:
        verdict = "Es un bien normal y necesario (elasticidad entre 0 y 1): el consumo crece menos que el ingreso."
    return reading, verdict, "Supone que los precios no cambiaron."


CASES = (
    Case("lo que deja una unidad", "margen y markup", "vend", _unit_gain),
    Case("pocos y su parte", "oligopolio", "merc vent sect rubr", _few_share, first=True),
    Case("arancel o retención", "arancel", "aran rete dere", _tariff, first=True),
    Case("reparto de un subsidio", "subsidio", "subs", _subsidy_share, first=True),
    Case("pesos de más", "propensión marginal a consumir", "cada", _extra_pesos, first=True),
    Case("moneda que se aprecia", "tipo de cambio real", "apre reva fort", _stronger_peso, first=True),
    Case("ingreso y salidas", "elasticidad ingreso", "salg sali viaj como come gast comp cons", _more_outings),
)
