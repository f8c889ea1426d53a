"""Changes that are told as one: two equal raises, a surcharge and a discount, there and back, a margin and a gap."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number

_COUNTS = {"dos": 2, "2": 2, "tres": 3, "3": 3, "cuatro": 4, "4": 4}
_FALLS = r"(?:bajas?|descuentos?|rebajas?|caidas?|recortes?)"
_RISES = r"(?:subas?|aumentos?|incrementos?|recargos?|alzas?|ajustes?)"


def _equal_changes(statement: Statement) -> Lines | None:
    """Read «dos aumentos de 10 %, ¿son 20 %?»."""
    found = rx.search(
        (
            rf" (dos|tres|cuatro|[#$]\d) (?:({_RISES})|({_FALLS}))(?: (?:seguid[oa]s|iguales|mensuales"
            r"|sucesiv[oa]s))? (?:del?|por) (%\d) "
        ),
        statement.text,
    )
    if found is None or has(statement, r"inflacion|cuotas"):
        return None
    values = {one.slot: one.value for one in statement.figures}
    count = _COUNTS.get(found[1]) or int(values.get(found[1], 0))
    rate = abs(values[found[4]]) * (1 if found[2] else -1)
    if not 2 <= count <= 12 or rate <= -HUNDRED or len([one for one in statement.values if one.mark == "%"]) > 2:
        return None
    total = ((1 + rate / HUNDRED) ** count - 1) * HUNDRED
    told = [abs(one.value) for one in statement.values if one.mark == "%" and one.slot != found[4]]
    if told and (told[0] != abs(rate) * count or rx.search(r" %\d (?:y|o) (?:de )?(?:el )?%\d ", statement.text)):
        return None
    word = "subas" if rate > 0 else "bajas"
    return (
        f"Dato: {count} {word} seguidas de {percent(abs(rate))}.",
        f"No son {percent(abs(rate) * count)}: en total {'sube' if rate > 0 else 'baja'} {percent(abs(total))},"
        " porque cada"
        " una se aplica sobre un valor que ya cambió.",
        "Los porcentajes seguidos se multiplican, no se suman.",
    )


def _up_and_down(statement: Statement) -> Lines | None:
    """Read «recargo de 10 % y descuento de 10 %», whatever comes first."""
    up = slot(statement, rf"{_RISES} (?:de |del )?(%\d)")
    down = slot(statement, rf"{_FALLS} (?:de |del )?(%\d)")
    if (
        up is None
        or down is None
        or len(statement.values) != 2
        or has(statement, r"inflacion|sueldo|iva|cuotas|cual|conviene")
    ):
        return None
    total = ((1 + abs(up.value) / HUNDRED) * (1 - abs(down.value) / HUNDRED) - 1) * HUNDRED
    if not round(total, 2):
        verdict = "Queda igual: uno compensa justo al otro."
    else:
        verdict = (
            f"No queda igual: 100 terminan en {format_number(round(HUNDRED + total, 2))}, {percent(abs(total))}"
            f" {'menos' if total < 0 else 'más'}. El orden no importa."
        )
    return (
        f"Dato: una suba de {percent(abs(up.value))} y una baja de {percent(abs(down.value))}.",
        verdict,
        "El mismo porcentaje pesa distinto porque se aplica sobre otra base.",
    )


def _there_and_back(statement: Statement) -> Lines | None:
    """Read a price that goes up and comes back, with two different percentages."""
    found = rx.search(
        r" (?:de |era )?([$#]\d) (?:[a-z]+ ){0,2}?a ([$#]\d) (?:[a-z,]+ ){0,6}?(?:a )?([$#]\d) ", statement.text
    )
    if found is None or not has(statement, r"volv\w+|vuelve|regres\w+|otra vez"):
        return None
    values = {one.slot: one.value for one in statement.figures}
    before, middle, end = (values[one] for one in found.groups())
    if before != end or before <= 0 or middle <= 0 or before == middle:
        return None
    there, back = (middle / before - 1) * HUNDRED, (end / middle - 1) * HUNDRED
    return (
        f"De {format_number(before)} a {format_number(middle)} es {percent(there)}, y de vuelta {percent(back)}.",
        "Son los mismos pesos sobre bases distintas: la suba se mide sobre el valor chico y la baja sobre el"
        " grande, por eso"
        " los porcentajes no coinciden.",
        "Para volver después de subir x % hay que bajar x / (1 + x).",
    )


def _gap_and_margin(statement: Statement) -> Lines | None:
    """Read a difference, told as one figure, against a margin of error."""
    pair = assigned(
        statement,
        (r"diferencia|ventaja|distancia|gana por|brecha", "%#&"),
        (r"margen(?: de error)?|error(?: muestral)?", "%#&"),
    )
    if pair is None or len(statement.values) != 2 or not has(statement, r"margen(?: de error)?|error muestral"):
        return None
    gap, margin = (abs(one.value) for one in pair)
    if not margin:
        return None
    reading = f"La diferencia es {format_number(gap)} y el margen de error {format_number(margin)}."
    if gap <= margin:
        verdict = (
            "No se puede afirmar que haya diferencia: es un empate técnico, porque cae dentro del margen de error."
        )
    elif gap <= 2 * margin:
        verdict = "Es probable pero no seguro: supera el margen, aunque los dos intervalos se superponen."
    else:
        verdict = "Sí hay diferencia: es mayor que el doble del margen y los intervalos no se superponen."
    return reading, verdict, "El margen vale en general con 95 % de confianza y cuenta solo el error de muestreo."


def _baskets(statement: Statement) -> Lines | None:
    """Read an income told in baskets: a part of one, or several."""
    part = slot(
        statement,
        (
            r"(?:cubr\w+|alcanza\w*|pag\w+|compr\w+|equival\w+|es|represent\w+)(?: [a-z]+){0,3}? (%\d) de (?:la"
            r"|una) canasta"
        ),
    )
    many = slot(
        statement,
        (
            r"(?:gan\w+|cobr\w+|equival\w+|compr\w+|ingres\w+)(?: [a-z]+){0,3}? (#\d) (?:veces (?:la"
            r" )?)?canastas?(?: basicas?)?"
        ),
    )
    one = part or many
    if one is None or len(statement.values) != 1 or has(statement, r"cuant[oa]s?|cuesta"):
        return None
    share = one.value if part else one.value * HUNDRED
    whole = not has(statement, r"alimentaria|cba|indigencia")
    reading = f"El ingreso equivale a {percent(share)} de la canasta."
    line, poor = ("de pobreza", "pobre") if whole else ("de indigencia", "indigente")
    if share < HUNDRED:
        verdict = (
            f"No alcanza: falta {percent(HUNDRED - share)} para llegar a la línea {line}; con eso solo,"
            f" el hogar es {poor}."
        )
    else:
        verdict = f"Alcanza: está por encima de la línea {line}, así que no es {poor}."
    return reading, verdict, "Se compara el ingreso de todo el hogar con la canasta de ese hogar, según cuántos son."


def _reserves_bought(statement: Statement) -> Lines | None:
    """Read dollars that the central bank buys or sells."""
    found = rx.search(
        r" (?:bcra|banco central)(?: [a-z]+){0,2} (?:(compr)|(vend|perd))\w*(?: [a-z]+){0,3} ([$#]\d) ", statement.text
    )
    if found is None or len(statement.values) != 1 or has(statement, r"cuant[oa]s?|bonos?|tasa"):
        return None
    bought = found[1] is not None
    return (
        f"Dato: el Banco Central {'compra' if bought else 'vende'} {as_said(statement.values[0])}.",
        (
            "Suben las reservas y emite pesos a cambio: hay más dólares para pagar deuda e importaciones, y"
            " más pesos en la"
            " calle, salvo que los absorba."
            if bought
            else "Bajan las reservas y retira pesos de circulación: frena la suba del dólar, pero quedan menos"
            " dólares para"
            " pagar deuda e importaciones."
        ),
        "Si además los pesos se absorben con letras o encajes, se habla de esterilización.",
    )


def _own_and_owed(statement: Statement) -> Lines | None:
    """Read what someone owns against what is owed."""
    pair = assigned(statement, (r"activos?|bienes|tengo|propiedades", "$#"), (r"deudas?|pasivos?|debo|debe", "$#"))
    if pair is None or len(statement.figures) != 2 or not has(statement, r"activos?|bienes", r"deudas?|pasivos?|debo"):
        return None
    if has(statement, r"corrientes?|cuant[oa]s?|patrimonio|calcul\w+|pbi|ratio|endeudamiento|tasa|liquidez"):
        return None
    net = pair[0].value - pair[1].value
    reading = (
        f"Activos de {as_said(pair[0])} menos deudas de {as_said(pair[1])}: patrimonio neto de {format_number(net)}."
    )
    if net < 0:
        verdict = (
            "El patrimonio neto es negativo: se debe más de lo que se tiene, y vendiendo todo no alcanza (insolvencia)."
        )
    else:
        verdict = (
            "El patrimonio neto es positivo: las deudas son"
            f" {percent(pair[1].value / pair[0].value * HUNDRED)} de los activos."
        )
    return reading, verdict, "Que alcance para pagar en fecha depende de la liquidez, y no solo del patrimonio."


CASES = (
    Case(
        "cambios iguales seguidos",
        "variación porcentual",
        "suba aume incr reca baja desc reba alza caid",
        _equal_changes,
        first=True,
    ),
    Case("recargo y descuento", "variación porcentual", "desc reba baja caid", _up_and_down, first=True),
    Case("ida y vuelta", "variación porcentual", "volv vuel regr otra", _there_and_back, first=True),
    Case("una diferencia y su margen", "intervalo de confianza", "marg erro", _gap_and_margin, first=True),
    Case("ingreso en canastas", "pobreza", "cana", _baskets, first=True),
    Case("dólares que compra el Central", "reservas internacionales", "bcra banc", _reserves_bought, first=True),
    Case("lo propio y lo debido", "patrimonio neto", "acti bien", _own_and_owed),
)
