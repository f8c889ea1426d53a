"""Inequality: what the State's hand does to a Gini, gaps that widen, women's pay, growth that few get."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _redistribution(statement: Statement) -> Lines | None:
    """Read a Gini before and after taxes and transfers."""
    ginis = [one for one in statement.values if one.mark in "#%"]
    if (
        not has(statement, r"gini", r"impuestos?|transferencias?|subsidios?|asignaci\w+|estado|politica\w*|planes")
        or len(ginis) != 2
        or len(statement.values) != 2
    ):
        return None
    text = statement.text
    first, second = ginis
    if rx.search(r" (?:despues|luego)\b[^#%]*[#%]0", text) and not rx.search(
        r" (?:antes|mercado|sin)\b[^#%]*[#%]0", text
    ):
        first, second = second, first
    if first.value == second.value:
        return None
    reading = f"El Gini es {as_said(first)} antes y {as_said(second)} después."
    if second.value < first.value:
        verdict = (
            "El Estado redistribuye: los impuestos y las transferencias reducen la desigualdad, y el"
            " ingreso queda repartido de forma más igualitaria."
        )
    else:
        verdict = "El efecto es regresivo: los impuestos y las transferencias aumentan la desigualdad."
    return (
        reading,
        verdict,
        "No cuenta en general servicios como la educación y la salud públicas, que también redistribuyen.",
    )


_GAP = r"brecha|relacion|ratio|palma|cociente|distancia|diferencia"


def _gap_moves(statement: Statement) -> Lines | None:
    """Read a gap between rich and poor that went from one number of times to another."""
    found = rx.search(
        r" (?:de|desde|era(?: de)?|eran)(?: [a-z]+)? (#\d)(?: veces)? (?:a|hasta|y ahora es(?: de)?|y ahora) (#\d) ",
        statement.text,
    )
    if (
        found is None
        or len(statement.values) != 2
        or not has(statement, _GAP, r"ricos?|pobres?|deciles|decil|quintil(?:es)?|palma|ingresos?|puntas")
    ):
        return None
    if has(statement, r"cambiaria|dolar|producto|genero"):
        return None
    before, after = statement.values
    if before.value == after.value or before.value <= 0:
        return None
    up = after.value > before.value
    reading = (
        f"La brecha pasó de {format_number(before.value)} a {format_number(after.value)} veces:"
        f" {percent((after.value / before.value - 1) * HUNDRED)}."
    )
    verdict = (
        "Aumentó la desigualdad: los de arriba ganan ahora más veces lo que ganan los de abajo."
        if up
        else (
            "Bajó la desigualdad: los de arriba ganan ahora menos veces lo que ganan los de abajo; la"
            " distribución es más igualitaria."
        )
    )
    return (
        reading,
        verdict,
        "Mira solo las puntas: no dice qué pasó con la clase media, ni si los ingresos reales subieron o bajaron.",
    )


def _women(statement: Statement) -> Lines | None:
    """Read «las mujeres ganan 75 por cada 100 que gana un varón»."""
    if not has(statement, r"mujer(?:es)?", r"varon(?:es)?|hombres?", r"gan\w+|cobr\w+|sueldo|salario|ingresos?|brecha"):
        return None
    pair = assigned(
        statement, (r"mujer(?:es)?|ellas", "#$"), (r"varon(?:es)?|hombres?|ellos|por cada", "#$"), spare=True
    )
    woman = pair[0].value if pair else None
    man = pair[1].value if pair else None
    alone = [one for one in statement.values if one.mark in "#$"]
    if pair is None and len(alone) == 1 and has(statement, r"por cada cien|de cada cien"):
        woman, man = alone[0].value, Decimal(100)
    if (
        woman is None
        or man is None
        or woman <= 0
        or man <= 0
        or has(statement, r"tasa|empleo|desempleo|cuanto|coeficiente|dummy")
    ):
        return None
    gap = (1 - woman / man) * HUNDRED
    reading = f"Por cada 100 que gana un varón, una mujer gana {format_number(round(woman / man * HUNDRED, 2))}."
    verdict = (
        f"Hay una brecha salarial de género de {percent(abs(gap))}: ganan en promedio"
        f" {'menos' if gap > 0 else 'más'} que los varones."
    )
    return (
        reading,
        verdict,
        (
            "Es un promedio: mezcla horas, sectores, cargos y discriminación; para la parte no explicada hay que"
            " comparar puestos iguales."
        ),
    )


def _richer_less_equal(statement: Statement) -> Lines | None:
    """Read a product per head that rises while the Gini moves."""
    if not has(statement, r"per capita|por habitante|por persona|pbi|pib|economia|ingreso medio", r"gini|desigualdad"):
        return None
    found = rx.search(r" gini(?: [a-z]+){0,5} ([#%]\d)(?: [a-z]+)? (?:a|hasta) ([#%]\d) ", statement.text)
    rates = [one for one in statement.values if one.mark == "%" and one.direction]
    if found is None or len(statement.values) != 3 or len(rates) < 1:
        return None
    by_slot = {one.slot: one.value for one in statement.figures}
    before, after = by_slot[found[1]], by_slot[found[2]]
    growth = next((one.change for one in statement.values if one.slot not in found.groups()), None)
    if growth is None or before == after:
        return None
    reading = (
        f"El ingreso por habitante varía {percent(growth)} y el Gini pasa de {format_number(before)} a"
        f" {format_number(after)}."
    )
    if after > before and growth > 0:
        verdict = (
            "No necesariamente están todos mejor: creció el promedio, pero aumentó la desigualdad, y lo"
            " nuevo fue sobre todo a los de arriba; los de abajo pueden haber quedado igual o peor."
        )
    elif after > before:
        verdict = "Empeoró por los dos lados: baja el promedio y aumenta la desigualdad."
    elif growth > 0:
        verdict = (
            "Mejoró por los dos lados: hay más ingreso por persona y repartido de forma más pareja; los"
            " de abajo ganaron más que el promedio."
        )
    else:
        verdict = "Hay menos ingreso en promedio y repartido de forma más pareja: los de arriba perdieron más."
    return reading, verdict, "El ingreso por habitante es un promedio y el Gini mide el reparto: hacen falta los dos."


def _poor_not_indigent(statement: Statement) -> Lines | None:
    pair = assigned(statement, (r"pobreza|pobres", "%"), (r"indigencia|indigentes", "%"))
    if pair is None or pair[0].value < pair[1].value or has(statement, r"subi\w+|baj\w+|paso|cay\w+"):
        return None
    gap = pair[0].value - pair[1].value
    reading = (
        f"La pobreza es {percent(pair[0].value)} y la indigencia {percent(pair[1].value)}: los indigentes"
        " están dentro de los pobres."
    )
    verdict = (
        f"Son pobres no indigentes el {percent(gap)}: cubren la canasta alimentaria pero no la total. Los"
        " indigentes, ni siquiera la de alimentos (no se suman a los pobres)."
    )
    return (
        reading,
        verdict,
        "Se mide por el ingreso del hogar contra la canasta; los porcentajes de personas y de hogares son distintos.",
    )


def _times_more(statement: Statement) -> Lines | None:
    """Read how many times the top earns what the bottom does, told as times or as two shares."""
    top, bottom = (
        r"arriba|ric[oa]s?|mas alto|decil 10|decimo decil|ultimo decil|quintil 5|quinto quintil",
        r"abajo|pobres?|mas bajo|decil 1|primer decil|quintil 1|primer quintil",
    )
    if not has(statement, top, bottom) or has(statement, r"impuesto\w*|iva|tributo|gini|inflacion|paso|subio|bajo"):
        return None
    times = rx.search(r" (#\d) veces ", statement.text)
    if times is not None:
        ratio = next(one.value for one in statement.figures if one.slot == times[1])
        if len([one for one in statement.values if one.mark == "#"]) != 1:
            return None
    else:
        pair = assigned(statement, (top, "%"), (bottom, "%"))
        if pair is None or not pair[1].value or not has(statement, r"decil|quintil"):
            return None
        ratio = pair[0].value / pair[1].value
    if ratio <= 1:
        return None
    reading = f"Los de arriba ganan {format_number(round(ratio, 2))} veces lo que ganan los de abajo."
    if ratio >= 10:
        verdict = (
            "Es mucho: la desigualdad entre las puntas es alta. En los países más parejos la relación"
            " entre el 10 % más rico y el más pobre es de 6 a 8 veces."
        )
    elif ratio >= 5:
        verdict = (
            "La desigualdad entre las puntas es media: es parecida a la de los países desarrollados, si"
            " se comparan deciles."
        )
    else:
        verdict = "La desigualdad entre las puntas es baja."
    return (
        reading,
        verdict,
        "Compara solo las puntas y depende de si es por persona o por hogar; el Gini mira toda la distribución.",
    )


def _same_for_all(statement: Statement) -> Lines | None:
    """Read a tax on consumption, or a fixed sum, that is the same for everyone."""
    if not has(
        statement,
        r"regresiv\w+|progresiv\w+|just[oa]|proporcional|equitativ\w+|que tipo|todos|por (?:persona|cabeza)|fij[oa]",
        r"iva|impuesto\w*|tributo|tasa",
    ):
        return None
    if len(statement.values) > 1 or has(statement, r"ganancias|bienes personales|patrimonio|diferencia"):
        return None
    lump = has(statement, r"suma fija|monto fijo|mismo monto|misma cantidad|por persona|por cabeza|capitacion|[$]\d")
    consumption = has(
        statement,
        r"iva|consumo|alimentos|ventas|(?:al|a (?:la|los|las)) (?!ingreso|gananc|renta|ric|patrim|salari|sueld)[a-z]+",
    ) and has(statement, r"todos|igual(?:es)?|mism[oa]|%\d")
    if lump == consumption:
        return None
    caveat = "Se compara la parte del ingreso que se lleva el impuesto, y no los pesos ni la alícuota."
    if lump:
        return (
            "Dato: todos pagan la misma suma.",
            "Es regresivo: la misma suma es una parte mayor del ingreso de quien gana poco que del de otro.",
            caveat,
        )
    return (
        f"Dato: la alícuota{' de ' + as_said(statement.values[0]) if statement.values else ''} es la misma para todos.",
        (
            "Es regresivo respecto del ingreso: los hogares pobres gastan casi todo lo que ganan y los ricos"
            " ahorran una parte, así que en los pobres se lleva una parte mayor."
        ),
        caveat + " Sobre el consumo es proporcional.",
    )


CASES = (
    Case("veces entre ricos y pobres", "distribución del ingreso", "arri rico rica deci quin", _times_more, first=True),
    Case("impuesto igual para todos", "impuesto regresivo", "iva impu trib tasa", _same_for_all, first=True),
    Case("Gini antes y después del Estado", "coeficiente de Gini", "gini", _redistribution, first=True),
    Case("brecha que cambia", "distribución del ingreso", "brec rela rati palm coci dist dife", _gap_moves, first=True),
    Case("brecha de género", "brecha de género", "muje", _women),
    Case("crecimiento y Gini", "coeficiente de Gini", "gini desi", _richer_less_equal),
    Case("pobreza e indigencia", "pobreza", "indi", _poor_not_indigent),
)
