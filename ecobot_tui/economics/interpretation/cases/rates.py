"""Rates: points against per cent, a month against a year, the central bank, an asset against the prices."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, period, real, yearly
from ecobot_tui.economics.interpretation.found import percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _rate_and_months(statement: Statement) -> Lines | None:
    """Read a yearly rate against a monthly inflation."""
    pair = assigned(
        statement,
        (r"tna|plazos? fijos?|tasas?|rinde\w*|rendimiento|pag\w+|fondo|lecap|interes", "%"),
        (r"inflacion|precios|ipc", "%"),
    )
    if pair is None or has(statement, r"sueldos?|salari\w+|dolar"):
        return None
    rate, prices = pair
    periods = period(statement, rate), period(statement, prices)
    told = "año" if periods[0] == "año" or has(statement, r"tna") else periods[0]
    if (told, periods[1]) != ("año", "mes") or rate.value <= 3 * prices.value:
        return None
    monthly = rate.value / 12
    change = real(monthly, prices.value)
    if change is None:
        return None
    reading = (
        f"Una tasa de {percent(rate.value)} anual es cerca de {percent(monthly)} por mes (dividida por 12), y"
        " la inflación es"
        f" {percent(prices.value)} por mes: la tasa real mensual es {percent(change)}."
    )
    if round(change, 2) < 0:
        verdict = (
            "La tasa real es negativa: no le gana a la inflación, así que perdés poder de compra aunque"
            " tengas más pesos."
        )
    elif round(change, 2) > 0:
        verdict = "La tasa real es positiva: le gana a la inflación, y ganás poder de compra."
    else:
        verdict = "La tasa real es cero: el interés apenas compensa la inflación."
    return (
        reading,
        verdict,
        "Antes de comparar hay que llevar las dos al mismo período: una anual y una mensual no se restan.",
    )


def _asset(statement: Statement) -> Lines | None:
    """Read what an asset rose by against the prices, where someone asks whether he gained."""
    if not has(
        statement,
        r"gan[eoa]\w*|perd\w+|conviene|convino|buen (?:negocio|resultado)|me fue|le fue|termin\w+|real(?:es)?|rindio",
    ):
        return None
    pair = assigned(
        statement,
        (
            (
                r"acciones|accion|bitcoin|cedears?|departamento|inmueble|casa|terreno|auto|oro|cripto\w*|merval"
                r"|cartera|inversion|ahorros|bonos?|dolares|portafolio"
            ),
            "%",
        ),
        (r"inflacion|precios|ipc|costo de vida|todo", "%"),
    )
    if pair is None or has(
        statement, r"sueldos?|salari\w+|tasa|cupon|tir|tipo de cambio|export\w+|dolar|plazo fijo|cuanto"
    ):
        return None
    change = real(pair[0].change, pair[1].change)
    if change is None:
        return None
    reading = (
        f"Subió {percent(pair[0].change)} con precios que subieron {percent(pair[1].change)}: en términos"
        f" reales varía {percent(change)}."
    )
    if round(change, 2) < 0:
        verdict = "Perdiste en términos reales: tenés más pesos, pero compran menos que antes."
    elif round(change, 2) > 0:
        verdict = "Ganaste en términos reales: subió más que los precios."
    else:
        verdict = "Ni ganaste ni perdiste: subió igual que los precios."
    return (
        reading,
        verdict,
        (
            "Es (1 + suba) / (1 + inflación) − 1, sin contar lo que cobraste en el medio (dividendos, alquiler) ni"
            " impuestos."
        ),
    )


def _both_right(statement: Statement) -> Lines | None:
    """Read one move that one told in points and the other in per cent."""
    found = rx.search(
        r" (?:de|del|desde)(?: el| un)? ([%#]\d)(?: [a-z]+)? (?:a|al|hasta)(?: el| un)? ([%#]\d) ", statement.text
    )
    back = (
        None
        if found
        else rx.search(
            (
                r" (?:es|fue|esta en|es de|fue de) (%\d) (?:y|,|contra) (?:[a-z]+ ){0,3}?(?:anterior|pasado"
                r"|antes)(?: [a-z]+){0,3}? (%\d) "
            ),
            statement.text,
        )
    )
    found = found or back
    if found is None or not has(
        statement,
        (
            r"quien\w*|tienen? razon|cual(?:es)?|correct[oa]|equivoc\w+|mient\w+|bien dicho|verdad|los dos"
            r"|contradic\w+|mism[oa]|igual|equival\w+|o (?:de )?[%#&]\d"
        ),
    ):
        return None
    by_slot = {one.slot: one for one in statement.figures}
    before, after = by_slot[found[1]].value, by_slot[found[2]].value
    if back:
        before, after = after, before
    rest = [one for one in statement.values if one.slot not in found.groups()]
    points = [one for one in rest if one.mark in "&#"]
    shares = [one for one in rest if one.mark == "%"]
    if len(points) != 1 or len(shares) != 1 or before <= 0 or before == after:
        return None
    gap, change = abs(after - before), abs(after / before - 1) * HUNDRED
    right = abs(abs(points[0].value) - gap) < Decimal("0.06"), abs(abs(shares[0].value) - change) < Decimal("0.6")
    word = "subió" if after > before else "bajó"
    reading = (
        f"De {percent(before)} a {percent(after)} {word} {format_number(gap)} puntos porcentuales, que"
        f" son {percent(change)} del valor inicial."
    )
    if all(right):
        verdict = (
            "Los dos tienen razón, nadie se equivoca: uno resta los porcentajes (puntos) y el otro mide"
            " la variación relativa."
        )
    elif any(right):
        verdict = (
            f"No es lo mismo. Tiene razón quien habla de {'puntos' if right[0] else 'porcentaje'}; la"
            " otra cifra no es correcta."
        )
    else:
        verdict = "No tiene razón ninguno de los dos."
    return (
        reading,
        verdict,
        "Los puntos y el porcentaje son dos formas distintas de decir el mismo cambio: conviene aclarar cuál se usa.",
    )


def _policy(statement: Statement) -> Lines | None:
    """Read a move of the central bank's rate, told with both levels."""
    if not has(
        statement,
        (
            r"tasa de (?:referencia|politica(?: monetaria)?)|(?:banco central|bcra|fed|reserva federal)|(?:sub|baj"
            r"|aument|redu)\w+ (?:la|las) tasas?"
        ),
    ):
        return None
    found = rx.search(
        r" tasas?(?: [a-z]+){0,8}? de(?:sde)?(?: el)? ([%#]\d) (?:a|al|hasta)(?: el)? ([%#]\d) ", statement.text
    )
    if found is None or len(statement.values) != 2 or has(statement, r"inflacion (?:de|del|es|fue) [%#]\d|puntos|real"):
        return None
    if not has(
        statement,
        (
            r"busca\w*|efecto\w*|banco central|bcra|fed|que (?:pasa|quiere|significa|implica|intenta|pretende"
            r"|logra)|para que|por que"
            r"|objetivo|persigue|trata de|politica"
        ),
    ):
        return None
    by_slot = {one.slot: one for one in statement.figures}
    before, after = by_slot[found[1]].value, by_slot[found[2]].value
    if before == after:
        return None
    reading = (
        f"La tasa pasó de {percent(before)} a {percent(after)}: {format_number(abs(after - before))}"
        f" puntos {'más' if after > before else 'menos'}."
    )
    if after > before:
        verdict = (
            "Es una política monetaria contractiva: encarece el crédito y premia el ahorro, frena la"
            " demanda y busca bajar la inflación o sostener la moneda."
        )
    else:
        verdict = (
            "Es una política monetaria expansiva: abarata el crédito, estimula el consumo y la"
            " inversión, y busca reactivar la economía."
        )
    return reading, verdict, "Lo que cuenta es la tasa real, contra la inflación esperada; el efecto tarda meses."


def _two_periods(statement: Statement) -> Lines | None:
    """Read a monthly inflation against a yearly one."""
    rates = [one for one in statement.values if one.mark == "%"]
    if (
        len(rates) != 2
        or len(statement.values) != 2
        or not has(
            statement,
            r"inflacion|tasa|interes",
            r"mas|menos|mayor|menor|peor|mejor|grave|equivale\w*|conviene|alta|cual|que",
        )
    ):
        return None
    if {period(statement, one) for one in rates} != {"mes", "año"} or has(
        statement, r"sueldos?|salari\w+|tna|plazo fijo|rinde\w*|prestamo|deuda"
    ):
        return None
    monthly = next(one for one in rates if period(statement, one) == "mes")
    other = next(one for one in rates if one is not monthly)
    if has(statement, r"tasa|interes") and has(statement, r"inflacion"):
        return None
    year = yearly(monthly.value)
    reading = (
        f"Un {percent(monthly.value)} por mes, acumulado, es {percent(year)} por año (no"
        f" {percent(12 * monthly.value)}), contra {percent(other.value)} anual."
    )
    if round(year, 2) > other.value:
        verdict = f"Sí, es más alta la mensual de {percent(monthly.value)}: sostenida un año supera a la anual."
    elif round(year, 2) < other.value:
        verdict = f"No, es más alta la anual de {percent(other.value)}: la mensual, sostenida un año, da menos."
    else:
        verdict = "Son equivalentes."
    return reading, verdict, "Dos tasas se comparan en el mismo período: (1 + tasa mensual)^12 − 1."


CASES = (
    Case("mensual contra anual", "interés compuesto", "infl tasa inte", _two_periods, first=True),
    Case(
        "puntos o porcentaje",
        "puntos porcentuales",
        "razo corr equi mien verd cont bien mism igua punt",
        _both_right,
        first=True,
    ),
    Case("tasa del banco central", "tasa de política monetaria", "tasa", _policy, first=True),
    Case(
        "activo e inflación",
        "tasa de interés real",
        "acci bitc cede depa inmu casa terr auto oro crip merv cart inve ahor bono dola port",
        _asset,
    ),
    Case("tasa anual e inflación mensual", "tasa de interés real", "infl prec ipc", _rate_and_months),
)
