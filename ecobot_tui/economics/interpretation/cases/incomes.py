"""Incomes against prices: raises in a row, two workers, what a wage still buys, a wage in two currencies."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, names, real, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_amount, format_number

_INCOME = r"sueldos?|salari\w+|ingresos?|jubilacion(?:es)?|haber(?:es)?|gano|cobro|paritaria\w*"
_GOOD = (
    r"nafta|combustibles?|carne|asado|pan|leche|huevos|yerba|alquiler(?:es)?|luz|gas|comida|supermercado|super"
    r"|alimentos|colectivo|boleto"
    r"|transporte|prepaga|remedios|medicamentos|expensas|colegio|internet|celular|ropa|zapatillas|cafe|auto"
    r"|autos|casa|casas|viviendas?|departamentos?"
    r"|dolar|entradas?|cuota|escuela|libros|vino|cerveza|verduras?|frutas?|aceite|harina|fideos|arroz|tarifas?"
)


def _affords(statement: Statement) -> Lines | None:
    """Read an income and the price of one good, both rising: how much of the good it buys."""
    if not has(
        statement,
        (
            r"(?:puedo|puede|podes|pude|podia) (?:comprar|pagar)|compro|compra|alcanza\w*|poder (?:de compra"
            r"|adquisitivo)|rinde|quede|estoy (?:mejor|peor)|mejor|peor|gan[eo]|perdi\w*|acceso"
        ),
    ):
        return None
    if has(
        statement,
        r"inflacion|precios en general|ipc|consum\w+|demanda\w*|cantidad|elasticidad|vend\w+|plazo fijo|exporta\w*",
    ):
        return None
    pair = assigned(statement, (_INCOME, "%"), (rf"(?:precio de(?:l| la| los| las)? )?(?:{_GOOD})", "%"))
    if pair is None or not (pair[0].direction and (pair[1].direction or statement.text.count("%") == 2)):
        return None
    change = real(pair[0].change, pair[1].change)
    if change is None:
        return None
    good = rx.search(rf" ({_GOOD}) ", statement.text)
    of_good = good[1] if good else "eso"
    reading = (
        f"El ingreso varía {percent(pair[0].change)} y el precio {percent(pair[1].change)}: medido en"
        f" {of_good}, el ingreso {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
    )
    if round(change, 2) < 0:
        verdict = (
            f"Podés comprar menos {of_good} que antes: perdiste poder de compra sobre ese producto,"
            " porque subió más que tu ingreso."
        )
    elif round(change, 2) > 0:
        verdict = f"Podés comprar más {of_good} que antes: tu ingreso subió más que ese precio."
    else:
        verdict = f"Podés comprar la misma cantidad de {of_good}: subieron igual."
    return reading, verdict, "Es un solo producto: el salario real se mide con toda la canasta (IPC)."


def _two_raises(statement: Statement) -> Lines | None:
    """Read two raises that follow each other, where someone adds them."""
    rates = [one for one in statement.values if one.mark == "%"]
    if (
        len(rates) not in (2, 3)
        or len(rates) != len(statement.values)
        or has(
            statement, r"inflacion|ipc|sueldo y|descuento\w*|contra|real|participacion|y (?:el|la|los|las) [a-z]+ %\d"
        )
    ):
        return None
    told = len(rates) == 3 and rates[2].value == rates[0].value + rates[1].value
    if not told and not (len(rates) == 2 and has(statement, r"en total|sum\w+|es lo mismo|equivale\w*|acumulad\w+")):
        return None
    if not has(statement, r"aument\w+|sub\w+|suba\w*|increment\w+|ajust\w+|baj\w+|recort\w+|crec\w+|dieron"):
        return None
    first, second = rates[0].change, rates[1].change
    if rates[0].direction < 0 and not rates[1].direction:
        second = -second
    if min(first, second) <= -HUNDRED:
        return None
    total = ((1 + first / HUNDRED) * (1 + second / HUNDRED) - 1) * HUNDRED
    reading = (
        f"Primero {percent(first)} y después {percent(second)}: en total {percent(total)}, y no"
        f" {percent(first + second)}."
    )
    verdict = (
        "No es la suma: el segundo cambio se aplica sobre un valor que ya cambió con el primero, así que"
        " se multiplican."
    )
    return (
        reading,
        verdict,
        f"100 pasan a {format_number(100 + first)} y después a {format_number(round(HUNDRED + total, 2))}.",
    )


def _two_workers(statement: Statement) -> Lines | None:
    """Read two raises of two people against one inflation."""
    prices = slot(statement, r"(?:inflacion|precios|ipc|costo de vida)(?: [a-z]+){0,4}? (%\d)") or slot(
        statement, r"(%\d) de inflacion"
    )
    raises = [one for one in statement.values if one.mark == "%" and one is not prices]
    if prices is None or len(raises) != 2 or len(statement.values) != 3:
        return None
    if not has(
        statement,
        r"quien|cual|mejor\w*|gan[oa]\w*|perdi\w*|como (?:le|les)",
        (
            r"sueldos?|salari\w+|aument\w+|jubilad\w+|emplead\w+|trabajador\w*|gremio\w*|cobr\w+|paritaria\w*"
            r"|recib\w+|beca|docente\w*|fondos?|inversion(?:es)?|bonos?|rind\w+|plazos? fijos?|acciones|empresas?"
            r"|registrados|informales"
        ),
    ):
        return None
    if has(statement, r"dolar|tasas?|pbi|externa|estados unidos|cuotas|uva"):
        return None
    results = [real(one.value, prices.change) for one in raises]
    first, second = results
    if first is None or second is None:
        return None
    who = names(statement, *raises, first="el primero", second="el segundo")
    said = [
        f"{one}, {'gana' if value > 0 else 'pierde' if value < 0 else 'empata'} ({percent(value)} real)"
        for one, value in zip(who, (first, second), strict=True)
    ]
    reading = (
        f"Con aumentos de {percent(raises[0].value)} y {percent(raises[1].value)} y una inflación de"
        f" {percent(prices.change)}: {said[0]}; {said[1]}."
    )
    best = 0 if first > second else 1
    values = first, second
    if first == second:
        verdict = "A los dos les fue igual en términos reales."
    elif values[best] < 0:
        verdict = (
            f"Perdieron los dos poder adquisitivo; perdió más {who[1 - best]}, con"
            f" {percent(raises[1 - best].value)} de aumento."
        )
    elif values[1 - best] >= 0:
        verdict = f"Ninguno perdió; le fue mejor a {who[best]}, con {percent(raises[best].value)} de aumento."
    else:
        verdict = (
            f"Mejoró {who[best]}, con {percent(raises[best].value)}, que le ganó a la inflación;"
            f" {who[1 - best]} perdió poder adquisitivo."
        )
    return (
        reading,
        verdict,
        "La variación real es (1 + aumento) / (1 + inflación) − 1; los datos tienen que ser del mismo período.",
    )


def _fewer_kilos(statement: Statement) -> Lines | None:
    """Read «antes compraba 10 kilos con mi sueldo y ahora 8»."""
    if not has(
        statement,
        rf"{_INCOME}|plata|dinero|billete|pesos|[$]\d",
        r"compr\w+|alcanza\w*|pag\w+",
        r"ahora|hoy|este (?:mes|ano)",
        r"antes|hace|el (?:mes|ano) pasado|compraba|alcanzaba",
    ):
        return None
    figures = [one for one in statement.values if one.mark == "#"]
    spent = [one for one in statement.values if one.mark == "$"]
    if (
        len(figures) != 2
        or len(spent) > 1
        or len(statement.values) != 2 + len(spent)
        or has(statement, r"precio|cost[oa]\w*|vale|sale|inflacion")
    ):
        return None
    now_first = rx.search(r" (?:ahora|hoy)\b[^#]*#\d.*(?:antes|hace|pasado)", statement.text) is not None
    before, after = (figures[1], figures[0]) if now_first else (figures[0], figures[1])
    if before.value <= 0 or before.value == after.value:
        return None
    change = (after.value / before.value - 1) * HUNDRED
    reading = (
        f"Antes alcanzaba para {format_number(before.value)} y ahora para {format_number(after.value)}:"
        f" {percent(change)}."
    )
    if change < 0:
        verdict = "El salario real cayó: el mismo ingreso compra menos, porque ese precio subió más que él."
    else:
        verdict = "El salario real aumentó: el ingreso compra más, porque subió más que ese precio."
    return reading, verdict, "Medido en un solo producto; el salario real se calcula con toda la canasta (IPC)."


def _dollars_or_pesos(statement: Statement) -> Lines | None:
    """Read a wage offered in dollars or in pesos, with the price of the dollar."""
    rate = slot(statement, r"(?:dolar(?: blue| oficial| mep)?|tipo de cambio|cotizacion)(?: [a-z]+){0,4}? ([$#]\d)")
    dollars = next((one for one in statement.values if one.number.currency == "US$" and one is not rate), None)
    rest = [one for one in statement.values if one.mark in "$#" and one is not rate and one is not dollars]
    if rate is None or dollars is None or len(rest) != 1 or len(statement.values) != 3:
        return None
    if not has(statement, r"conviene\w*|elijo|mejor|prefier\w+|que (?:hago|acepto|agarro)|cual|mas plata"):
        return None
    if not has(statement, r"sueldo|salario|cobr\w+|ofrec\w+|pag\w+|empleo|trabajo|contrato|empresa") or has(
        statement, r"hamburguesa|subvalu\w+|implicito"
    ):
        return None
    worth = dollars.value * rate.value
    pesos = rest[0].value
    reading = (
        f"{format_number(dollars.value)} dólares a {format_number(rate.value)} son"
        f" {format_amount(worth, '$')}, contra {as_said(rest[0])}."
    )
    if worth > pesos:
        verdict = f"Convienen los dólares: valen {format_amount(worth - pesos, '$')} más."
    elif worth < pesos:
        verdict = (
            f"Convienen los pesos: son {format_amount(pesos - worth, '$')} más, es decir,"
            f" {format_number(round(pesos / rate.value, 2))} dólares."
        )
    else:
        verdict = "Hoy da lo mismo."
    return (
        reading,
        verdict,
        (
            "Vale al tipo de cambio al que de verdad se puede cambiar; si es por muchos meses, los dólares"
            " protegen si sube."
        ),
    )


def _margin_of_tax(statement: Statement) -> Lines | None:
    """Read whether a higher bracket takes its rate from the whole income."""
    if not has(
        statement,
        r"tramo|escala|alicuota|categoria|marginal|ganancias",
        r"todo|pierdo|conviene|gano menos|cobro menos|perjudica\w*|salto|paso de|subi\w*|aument\w+",
    ):
        return None
    rates = [one for one in statement.values if one.mark == "%"]
    if not 1 <= len(rates) <= 3 or has(
        statement, r"propension|iva|costo|utilidad|empresa|cuanto|monotributo|monotributista"
    ):
        return None
    if not has(
        statement,
        r"tramo|escala|alicuota|tasa marginal|impuesto a las ganancias|ganancias",
        r"sueldo|gano|ganar|aumento|aumentaron|ingreso|cobro|salario|mi",
    ):
        return None
    if not has(statement, r"todo (?:mi|el|lo)(?: [a-z]+)?|pierdo|gano menos|cobro menos|conviene|perjudica\w*"):
        return None
    top = max(one.value for one in rates)
    reading = f"Dato: alícuota marginal de {percent(top)}."
    verdict = (
        f"No: el {percent(top)} se paga solo sobre la parte del ingreso que entra en ese tramo, y lo anterior"
        " sigue con su alícuota. Un aumento nunca"
        f" deja con menos plata en mano por esto: de cada 100 más quedan {format_number(100 - top)}."
    )
    return (
        reading,
        verdict,
        "Es la diferencia entre la tasa marginal (del último peso) y la media (de todo el ingreso).",
    )


def _then_and_now(statement: Statement) -> Lines | None:
    """Read an income of before and one of now against the prices."""
    rates = [one for one in statement.values if one.mark == "%"]
    money = [one for one in statement.values if one.mark in "$#"]
    if (
        len(rates) != 1
        or len(money) != 2
        or len(statement.values) != 3
        or has(statement, r"dolar(?:es)?|tasa|plazo fijo|cuotas?")
    ):
        return None
    if not has(
        statement,
        r"sueldo|salario|cobr\w+|gan[aoe]\w*|jubilacion|ingresos?|haber",
        r"inflacion|precios|ipc|costo de vida|todo",
        r"antes|hace|ahora|hoy|paso|era|ganaba|cobraba|ano pasado",
    ):
        return None
    now_first = (
        rx.search(r" (?:ahora|hoy|actual)\b[^$#]*[$#]0.*(?:antes|hace|pasado|era|ganaba|cobraba)", statement.text)
        is not None
    )
    before, after = (money[1], money[0]) if now_first else (money[0], money[1])
    if before.value <= 0 or after.value <= 0:
        return None
    nominal = (after.value / before.value - 1) * HUNDRED
    change = real(nominal, rates[0].change)
    if change is None:
        return None
    needed = before.value * (1 + rates[0].change / HUNDRED)
    reading = (
        f"El ingreso pasó de {as_said(before)} a {as_said(after)} ({percent(nominal)}) y los precios"
        f" variaron {percent(rates[0].change)}: el salario real {'sube' if change > 0 else 'baja'}"
        f" {percent(abs(change))}."
    )
    if round(change, 2) < 0:
        verdict = (
            "Perdió poder adquisitivo: cayó el salario real. Para empatar hacían falta"
            f" {format_number(round(needed, 2))}."
        )
    elif round(change, 2) > 0:
        verdict = (
            "Ganó poder adquisitivo: aumentó el salario real. Para empatar alcanzaba con"
            f" {format_number(round(needed, 2))}."
        )
    else:
        verdict = "Empató: conserva el mismo poder adquisitivo."
    return reading, verdict, "Es (1 + variación del ingreso) / (1 + inflación) − 1."


def _units_bought(statement: Statement) -> Lines | None:
    """Read a price and an income, each of before and of now: how many units the income buys."""
    money = [one for one in statement.values if one.mark in "$#"]
    income = rx.search(rf" (?:{_INCOME}|hora(?: de trabajo)?|gan[oa]\w*|cobr\w+) ", statement.text)
    if (
        len(money) != 4
        or len(statement.values) != 4
        or income is None
        or has(statement, r"canasta|inflacion|impuesto\w*|elasticidad|cantidad|paga\w*|viajes|demanda")
    ):
        return None
    if not has(
        statement,
        r"compr\w+|mejor\w*|peor|empeor\w*|alcanza\w*|poder|mas|menos",
        r"antes|hoy|ahora|pas[oe]|hace|era|valia|costaba|a",
    ):
        return None
    names = [
        match.start()
        for match in rx.compiled(rf" (?:{_INCOME}|hora(?: de trabajo)?|gan[oa]\w*|cobr\w+) ").finditer(statement.text)
    ]
    places = [statement.place(one) for one in money]
    if len(names) >= 2 and places[0] < names[0] < places[1] < places[2] < names[1] < places[3]:
        prices, wages = (money[0], money[2]), (money[1], money[3])
    elif names[0] > places[1] and names[0] < places[2]:
        prices, wages = (money[0], money[1]), (money[2], money[3])
    elif names[0] < places[0]:
        prices, wages = (money[2], money[3]), (money[0], money[1])
    else:
        return None
    if min(one.value for one in money) <= 0:
        return None
    before, after = wages[0].value / prices[0].value, wages[1].value / prices[1].value
    reading = (
        f"Antes el ingreso compraba {format_number(round(before, 2))} unidades y ahora"
        f" {format_number(round(after, 2))}: {percent((after / before - 1) * HUNDRED)}."
    )
    if after < before:
        verdict = (
            "Comprás menos que antes, y ese gasto pesa más: ese precio subió más que el ingreso, y perdiste"
            " poder de compra"
            " sobre ese producto."
        )
    elif after > before:
        verdict = (
            "Mejoraste: comprás más que antes, y ese gasto pesa menos, porque el ingreso subió más que ese precio."
        )
    else:
        verdict = "Comprás lo mismo que antes."
    return reading, verdict, "Es un solo producto: el salario real se mide con toda la canasta (IPC)."


CASES = (
    Case(
        "unidades que compra un ingreso", "poder adquisitivo", "suel sala ingr jubi hora gano gana cobr", _units_bought
    ),
    Case("ingreso de antes y de ahora", "salario real", "suel sala cobr gana gano jubi ingr habe", _then_and_now),
    Case("sueldo y un precio", "poder adquisitivo", "suel sala ingr jubi habe gano cobr pari", _affords),
    Case(
        "dos aumentos seguidos",
        "variación porcentual",
        "aume sub subi suba incr ajus baj bajo reco crec dier",
        _two_raises,
        first=True,
    ),
    Case("dos aumentos y una inflación", "salario real", "infl prec ipc cost", _two_workers, first=True),
    Case("lo que compra un sueldo", "salario real", "comp alca pag paga", _fewer_kilos, first=True),
    Case("cobrar en dólares o en pesos", "tipo de cambio real", "dola tipo coti", _dollars_or_pesos, first=True),
    Case("alícuota marginal", "impuesto progresivo", "tram esca alic cate marg gana", _margin_of_tax, first=True),
)
