"""Households: poverty lines, places in the distribution, what a tax takes from whom."""

import re
from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number

_EARNS = (
    r"ingresos?|gan\w+|cobr\w+|junt\w+|suman?|entran?|sueldos?|reun\w+|percib\w+|viv\w+ con|tien\w+"
    r"|ingresa\w*|recib\w+|total de|jubilacion(?:es)?|haber|minim[ao]|pension"
)


_BASKET = r"canasta(?: basica)?(?: total)?|cbt|(?:canasta )?total|linea de pobreza"


_FOOD = r"(?:canasta )?(?:basica )?(?:alimentaria|de alimentos)|cba|linea de indigencia|alimentos?"


_POVERTY_CAVEAT = (
    "La medición del INDEC compara el ingreso de todo el hogar con la canasta de su tamaño; no"
    " cuenta vivienda, salud ni educación."
)


def _between_lines(statement: Statement) -> Lines | None:
    """Read a household that is told to be between both lines."""
    food = has(
        statement,
        r"(?:cubre|supera|llega|alcanza|por encima|arriba)(?: [a-z]+){0,5} (?:alimentaria|indigencia|alimentos)",
    )
    total = has(
        statement,
        r"(?:no|ni|sin|pero)(?: [a-z]+){0,6} (?:total|pobreza|cbt)|por debajo(?: [a-z]+){0,4} (?:total|pobreza)",
    )
    neither = has(statement, r"no (?:cubre|supera|llega|alcanza)(?: [a-z]+){0,5} (?:alimentaria|indigencia|alimentos)")
    if (
        statement.values
        or not (neither or (food and total))
        or not has(statement, r"hogar|familia\w*|persona\w*|ingresos?|gan\w+|quien")
    ):
        return None
    if neither:
        return (
            "Dato: el ingreso no cubre la canasta alimentaria.",
            "Es un hogar indigente, y por lo tanto también pobre.",
            _POVERTY_CAVEAT,
        )
    return (
        "Dato: el ingreso cubre la canasta alimentaria pero no la total.",
        "Es un hogar pobre pero no indigente: está entre las dos líneas.",
        _POVERTY_CAVEAT,
    )


def _poverty(statement: Statement) -> Lines | None:
    if not has(statement, r"canasta\w*|cbt|cba|linea de (?:pobreza|indigencia)") or has(
        statement, r"inflacion|precios"
    ):
        return None
    money = [one for one in statement.values if one.mark in "$#" and one.value > 20]
    if any(one.mark == "%" for one in statement.values):
        return None
    if len(money) == 3:
        three = assigned(statement, (_EARNS, "$#"), (_FOOD, "$#"), (_BASKET, "$#"), spare=True)
        if three is None:
            return None
        income, food, total = three
        if food.value > total.value:
            food, total = total, food
        reading = (
            f"El ingreso es {as_said(income)}, la canasta alimentaria {as_said(food)} y la canasta total"
            f" {as_said(total)}."
        )
        if income.value < food.value:
            verdict = "Es un hogar indigente (y también pobre): no llega ni a la canasta alimentaria."
        elif income.value < total.value:
            verdict = "Es un hogar pobre pero no indigente: cubre la canasta alimentaria y no llega a la canasta total."
        else:
            verdict = "Ninguna de las dos: no es pobre ni indigente, porque el ingreso cubre la canasta total."
        return reading, verdict, _POVERTY_CAVEAT
    if len(money) != 2:
        return None
    only_food = has(statement, _FOOD) and not has(statement, r"canasta (?:basica )?total|cbt|linea de pobreza")
    pair = assigned(
        statement,
        (_EARNS, "$#"),
        (r"canasta(?: [a-z]+){0,2}|cbt|cba|linea de (?:pobreza|indigencia)", "$#"),
        spare=True,
    )
    if pair is None:
        return None
    income, basket = pair
    gap = basket.value - income.value
    what = "alimentaria" if only_food else "total"
    reading = (
        f"El ingreso es {as_said(income)} y la canasta {what} {as_said(basket)}:"
        f" {'faltan' if gap > 0 else 'sobran'} {format_number(abs(gap))}."
    )
    if only_food:
        verdict = (
            "Sí: es un hogar indigente, porque no llega a la canasta alimentaria (y por lo tanto también es pobre)."
            if gap > 0
            else (
                "No es indigente: cubre la canasta alimentaria. Para saber si es pobre hay que comparar con"
                " la canasta total."
            )
        )
    else:
        verdict = (
            (
                "Sí, es un hogar pobre: el ingreso no llega a la canasta total. Si además no llega a la"
                " alimentaria, es indigente."
            )
            if gap > 0
            else "No es pobre: el ingreso cubre la canasta total."
        )
    return reading, verdict, _POVERTY_CAVEAT


_PARTS = {"decil": 10, "quintil": 5, "cuartil": 4, "percentil": 100}


_ORDINALS = {
    "primer": 1,
    "primero": 1,
    "segundo": 2,
    "tercer": 3,
    "tercero": 3,
    "cuarto": 4,
    "quinto": 5,
    "sexto": 6,
    "septimo": 7,
    "octavo": 8,
    "noveno": 9,
    "decimo": 10,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
}


_PLACE = re.compile(
    rf" (?:(decil|quintil|cuartil|percentil) (?:de ingresos? )?(?:numero |nro )?[#@]?(\d+|{'|'.join(_ORDINALS)})"
    rf"|({'|'.join(_ORDINALS)}) (decil|quintil|cuartil)) "
)


def _place(statement: Statement) -> Lines | None:
    """Read where in the distribution someone stands, as in «estoy en el quintil 4»."""
    text = statement.text
    for figure in statement.figures:
        text = text.replace(f" {figure.slot} ", f" {int(figure.value)} ") if figure.value == int(figure.value) else text
    found = _PLACE.findall(text)
    if (
        len(found) != 1
        or len(statement.values) > 1
        or not has(
            statement,
            (
                r"esto[yi]|esta\w*|pertenec\w+|cai\w*|soy|significa|quiere decir|que parte|cuant[oa]s?|gente"
                r"|poblacion|como|hogar\w*|que|familia|"
            ),
        )
    ):
        return None
    if has(statement, r"se (?:lleva|queda)\w*|concentra\w*|acumula\w*|(?:veces|brecha|relacion)|notas?|curso"):
        return None
    kind, number = (found[0][0], found[0][1]) if found[0][0] else (found[0][3], found[0][2])
    place = _ORDINALS.get(number) or int(number)
    parts = _PARTS[kind]
    if not 1 <= place <= parts:
        return None
    size = Decimal(100) / parts
    below, above = (place - 1) * size, (parts - place) * size
    if kind == "percentil":
        below, above = Decimal(place), Decimal(100 - place)
    article = {"decil": "diez", "quintil": "cinco", "cuartil": "cuatro", "percentil": "cien"}[kind]
    reading = (
        f"Los {kind}es ordenan a la población por ingreso, de menor a mayor, en {article} grupos iguales"
        f" de {percent(size)}."
    )
    verdict = (
        f"En el {kind} {place}, el {percent(below)} de la población tiene un ingreso menor y el"
        f" {percent(above)} uno mayor."
    )
    if place == 1:
        verdict += " Es el grupo de menores ingresos, el más pobre."
    elif place == parts:
        verdict += " Es el grupo de mayores ingresos, el más rico."
    return (
        reading,
        verdict,
        "Se ordena por ingreso por persona del hogar; estar arriba no quiere decir ser rico si todos ganan poco.",
    )


def _two_ginis(statement: Statement) -> Lines | None:
    """Read two countries with a Gini and a product per head each."""
    if not has(statement, r"gini", r"per capita|por habitante|por persona|pbi|pib|ingreso (?:medio|promedio)"):
        return None
    ginis = [
        one
        for one in statement.values
        if (one.mark == "#" and 0 < one.value < 1) or (one.mark == "%" and one.value > 15)
    ]
    wealth = [one for one in statement.values if one not in ginis and one.value > 100]
    if len(ginis) != 2 or len(wealth) != 2 or ginis[0].value == ginis[1].value:
        return None
    even = 0 if ginis[0].value < ginis[1].value else 1
    rich = 0 if wealth[0].value > wealth[1].value else 1
    letters = [f"{match.upper()}" for match in rx.findall(r" (?:pais|region|provincia)?,? ?([abxy]) ", statement.text)]
    names = ["el país A", "el país B"] if letters[:1] == ["A"] else ["el primero", "el segundo"]
    reading = (
        f"Gini de {as_said(ginis[0])} con {as_said(wealth[0])} por habitante en {names[0]}, y de"
        f" {as_said(ginis[1])} con"
        f" {as_said(wealth[1])} en {names[1]}."
    )
    verdict = f"Reparte de forma más pareja (igualitaria) {names[even]}: tiene el Gini más bajo."
    if rich != even:
        verdict += (
            f" Es más rico por habitante {names[rich]}, pero está más desigualmente repartido: el Gini no mide riqueza."
        )
    else:
        verdict += " Además es el más rico por habitante."
    return (
        reading,
        verdict,
        (
            "El PBI por habitante es un promedio y el Gini mide el reparto: hacen falta los dos para comparar cómo"
            " vive la gente."
        ),
    )


_POOR = (
    r"pobres?|menores ingresos|bajos ingresos|ingresos? bajos?|menos gana\w*|gana\w* menos|humilde"
    r"|(?:sueldo|salario)s? (?:mas )?bajos?|gana\w* poco|vulnerable|ingresos? mas bajos?|los de abajo"
)


_RICH = (
    r"ric[oa]s?|mayores ingresos|altos ingresos|ingresos? altos?|mas gana\w*|gana\w* (?:mas|mucho|bien)"
    r"|adinerad\w+|(?:sueldo|salario)s? (?:mas )?altos?|ingresos? mas altos?|altos|los de arriba|acomodad\w+|pudient\w+"
)


def _tax(statement: Statement) -> Lines | None:
    if not has(statement, r"impuesto\w*|iva|tributo|alicuota|tasa|grava\w*|ganancias|contribuy\w+|pag\w+"):
        return None
    if has(statement, r"pobres?|ric[oa]s?|ingreso\w*", r"todos|cualquiera|por igual|sin importar") and has(
        statement, r"impuesto\w*|tributo|tipo de"
    ):
        rates = [one for one in statement.values if one.mark == "%"]
        if len(rates) == 1 == len(statement.values):
            return (
                f"Dato: todos pagan el {percent(rates[0].value)} de su ingreso.",
                (
                    "Es un impuesto proporcional: la tasa media es la misma para todos, así que quien gana el"
                    " doble paga el doble."
                ),
                "Si la parte del ingreso subiera con él sería progresivo, y si bajara, regresivo.",
            )
    if not has(statement, r"impuesto\w*|iva|tributo|grava\w*|tasa|ganancias|bienes personales"):
        return None
    pair = assigned(statement, (_POOR, "%"), (_RICH, "%"))
    if pair is None or has(
        statement,
        r"se (?:lleva|queda)\w* (?:con )?(?:el )?%\d del ingreso (?:total|nacional)|gini|lorenz|riqueza|poblacion",
    ):
        return None
    poor, rich = pair
    reading = (
        f"Se lleva {percent(poor.value)} del ingreso de los hogares pobres y {percent(rich.value)} del de los ricos."
    )
    if poor.value > rich.value:
        verdict = (
            "Es un impuesto regresivo: pesa más, en proporción al ingreso, sobre quienes menos ganan, y"
            " empeora la distribución."
        )
    elif poor.value < rich.value:
        verdict = (
            "Es un impuesto progresivo: quien más gana paga una parte mayor de su ingreso, y mejora la distribución."
        )
    else:
        verdict = "Es un impuesto proporcional: todos pagan la misma parte de su ingreso."
    return (
        reading,
        verdict,
        "Se mira la parte del ingreso y no los pesos: un rico puede pagar más pesos con un impuesto regresivo.",
    )


_TWO_TAXED = re.compile(
    r" (?:gana\w*|ingresos? (?:de|es)?|cobra\w*|tiene)(?: [a-z]+){0,3} ([$#]\d)(?: [a-z,]+){0,4}? (?:paga\w*"
    r"|tribut\w+|pagan)(?: [a-z]+){0,3}? ([$#]\d)"
    r"(?: [a-z,]+){0,10}? (?:gana\w*|ingresos? (?:de|es)?|cobra\w*|tiene"
    r"|otr[oa])(?: [a-z]+){0,3} ([$#]\d)(?: [a-z,]+){0,4}? (?:(?:paga\w*|tribut\w+"
    r"|pagan)(?: [a-z]+){0,3}? )?([$#]\d) "
)


def _tax_in_money(statement: Statement) -> Lines | None:
    """Read two incomes and the tax that each of them pays."""
    found = _TWO_TAXED.search(statement.text)
    if (
        found is None
        or len(statement.values) != 4
        or not has(statement, r"impuesto\w*|progresiv\w+|regresiv\w+|tributo|proporcional")
    ):
        return None
    by_slot = {one.slot: one.value for one in statement.figures}
    low, tax, high, other = (by_slot[one] for one in found.groups())
    if not (0 < tax < low and 0 < other < high) or low == high:
        return None
    if low > high:
        low, tax, high, other = high, other, low, tax
    first, second = tax / low * HUNDRED, other / high * HUNDRED
    reading = (
        f"Quien gana {format_number(low)} paga el {percent(first)} de su ingreso y quien gana"
        f" {format_number(high)}, el {percent(second)}."
    )
    if round(first, 2) < round(second, 2):
        verdict = "Es progresivo: la parte del ingreso que se paga sube con el ingreso."
    elif round(first, 2) > round(second, 2):
        verdict = "Es regresivo: aunque pague más pesos, quien más gana paga una parte menor de su ingreso."
    else:
        verdict = "Es proporcional: los dos pagan la misma parte de su ingreso."
    return reading, verdict, "Lo que decide es la tasa media (impuesto sobre ingreso) y no los pesos que se pagan."


CASES = (
    Case("línea de pobreza", "pobreza", "cana cbt cba line", _poverty, first=True),
    Case("entre las dos líneas", "pobreza", "alim indi", _between_lines, first=True),
    Case("lugar en la distribución", "distribución del ingreso", "deci quin cuar perc", _place),
    Case("Gini y PBI por habitante", "coeficiente de Gini", "gini", _two_ginis, first=True),
    Case("progresividad de un impuesto", "impuesto progresivo", "impu iva trib grav tasa gana", _tax, first=True),
    Case("impuesto de dos ingresos", "impuesto progresivo", "impu prog regr trib prop", _tax_in_money, first=True),
)
