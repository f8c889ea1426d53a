"""Everyday decisions and incomes: pay against hours, what a debt in dollars costs, how many units are worth buying."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, percentages, real
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_number

_PAY = r"sueldos?|salari\w+|pag\w+|gan\w+|cobr\w+|ingresos?|aument\w+"


def _pay_and_hours(statement: Statement) -> Lines | None:
    """Read «me pagan 10 % más y trabajo 20 % más horas»."""
    if not has(statement, r"horas?|jornada|dias", r"trabaj\w+|laburo|jornada") or len(statement.values) != 2:
        return None
    pair = assigned(statement, (_PAY, "%"), (r"trabaj\w+|horas?|laburo|jornada", "%"))
    if pair is None or has(statement, r"inflacion|precios|desempleo|productividad|produccion"):
        return None
    pay, hours = pair[0].change, pair[1].change
    change = real(pay, hours)
    if change is None:
        return None
    reading = f"La paga varía {percent(pay)} y las horas {percent(hours)}: por hora cambia {percent(change)}."
    if round(change, 2) < 0:
        verdict = "Por hora ganás menos que antes: las horas subieron en mayor proporción que la paga."
    elif round(change, 2) > 0:
        verdict = "Por hora ganás más que antes: la paga subió en mayor proporción que las horas."
    else:
        verdict = "Por hora ganás igual que antes: la paga cambió como las horas."
    return (
        reading,
        verdict,
        "Se dividen los factores, (1 + paga) / (1 + horas) − 1; con inflación falta además restarla.",
    )


def _days_of_work(statement: Statement) -> Lines | None:
    """Read how much work buys the same thing, before and now."""
    spans = [one for one in statement.figures if one.mark == "@"]
    if len(spans) != 2:
        spans = [one for one in statement.figures if one.mark in "@#"]
        if not spans or not has(statement, r"horas|minutos|@\d"):
            return None
    if len(spans) != 2 or len(statement.figures) != 2 or min(one.value for one in spans) <= 0:
        return None
    if not has(
        statement,
        r"trabaj\w+|laburo|sueldo|salario",
        r"antes|ahora|hoy|necesit\w+|hace(?:n)? falta|pas\w+",
        r"compr\w+|pag\w+|alquiler|cuesta|vale|alcanz\w+|necesit\w+",
    ) or has(statement, r"produc\w+|fabric\w+|tasa|interes|ventaja|hace un|hace una"):
        return None
    before, now = (one.value for one in spans)
    change = (before / now - 1) * HUNDRED
    if not change:
        return None
    reading = (
        f"Lo mismo cuesta {format_number(now)} de trabajo en vez de {format_number(before)}: lo que se gana"
        " alcanza para"
        f" {percent(abs(change))} {'menos' if change < 0 else 'más'}."
    )
    verdict = (
        "Perdiste poder adquisitivo: hace falta más trabajo para pagar lo mismo, así que el salario real, medido en"
        " eso, cayó."
        if change < 0
        else "Ganaste poder adquisitivo: hace falta menos trabajo para pagar lo mismo, así que el salario real, medido"
        " en eso, subió."
    )
    return reading, verdict, "Mide el sueldo en una sola cosa: con la canasta entera el cambio puede ser otro."


def _debt_in_dollars(statement: Statement) -> Lines | None:
    """Read a rate in dollars, one in pesos, and what the dollar is expected to rise."""
    if not has(statement, r"prest\w+|credito|deuda|endeud\w+|hipoteca|financia\w*|plazo fijo|inver\w+|tasa"):
        return None
    trio = assigned(
        statement,
        (r"en dolares", "%"),
        (r"en pesos", "%"),
        (r"(?:el )?dolar(?: suba| sube| subira)?|devalu\w+|suba", "%"),
    )
    if trio is None or not has(statement, r"(?:esper|cre|piens|sub|devalu|aument)\w*"):
        return None
    dollars, pesos, rise = (one.value for one in trio)
    cost = ((1 + dollars / HUNDRED) * (1 + rise / HUNDRED) - 1) * HUNDRED
    lends = has(statement, r"plazo fijo|inver\w+|coloc\w+|ahorr\w+") and not has(statement, r"prestamo|credito|prestan")
    reading = f"El {percent(dollars)} en dólares más una suba del dólar de {percent(rise)} es {percent(cost)} en pesos."
    if round(cost, 2) == round(pesos, 2):
        verdict = "Da lo mismo: las dos tasas son iguales medidas en pesos."
    elif (cost < pesos) != lends:
        verdict = f"Conviene en dólares: en pesos es {percent(cost)} contra {percent(pesos)}."
    else:
        verdict = f"Conviene en pesos: {percent(pesos)} contra {percent(cost)} de la otra medida en pesos."
    return (
        reading,
        verdict,
        "Vale si el dólar sube lo esperado: quien cobra en pesos y debe en dólares corre ese riesgo.",
    )


def _fixed_or_variable(statement: Statement) -> Lines | None:
    """Read a loan at a fixed rate against one at a variable rate."""
    if not has(statement, r"(?:tasa )?fij[ao]", r"variables?|flotantes?", r"tasas?|prestamo|credito|hipotec\w+") or has(
        statement, r"costos?|plazo fijo|bono|capital|uva"
    ):
        return None
    rates = percentages(statement)
    if len(rates) != 2 or len(statement.values) != 2:
        return None
    pair = assigned(statement, (r"fij[ao]", "%"), (r"variables?|flotantes?", "%"))
    if pair is None:
        return None
    fixed, floating = (one.value for one in pair)
    reading = f"Dato: {percent(fixed)} a tasa fija y {percent(floating)} a tasa variable."
    verdict = (
        "La variable hoy es más baja, pero el riesgo lo corrés vos: si las tasas suben, sube tu cuota. La fija es más"
        " cara y a cambio te da certeza. Conviene la variable si esperás que las tasas bajen o si la terminás pronto."
        if floating < fixed
        else "La fija es más barata y además no sube: conviene, salvo que esperes una baja fuerte de las tasas."
    )
    return reading, verdict, "Mirá cada cuánto se ajusta la variable, si tiene tope, y el CFT de las dos."


def _tirs_and_cost(statement: Statement) -> Lines | None:
    """Read the TIR of two projects and one cost of capital."""
    rates = percentages(statement)
    if (
        len(rates) != 3
        or len(statement.values) != 3
        or not has(statement, r"tir(?:es)?|rentabilidad\w*|proyectos?|rind\w+")
    ):
        return None
    cost = next(
        (
            one
            for one in rates
            if rx.search(
                rf" (?:costo|tasa|wacc|exig\w+|pid\w+|descuento|oportunidad)(?: [a-z]+){{0,5}} {one.slot} ",
                statement.text,
            )
        ),
        None,
    )
    if cost is None or has(
        statement,
        r"inflacion|dolar|beta|prestamo|volatil\w+|sharpe|desvio|libre|sin riesgo|mercado|deuda|capital propio|wacc",
    ):
        return None
    others = [one for one in rates if one is not cost]
    names = _letters(statement, others)
    good = [name for name, one in zip(names, others, strict=True) if one.value > cost.value]
    reading = (
        f"{names[0]}: {percent(others[0].value)}; {names[1]}: {percent(others[1].value)}; costo de capital:"
        f" {percent(cost.value)}."
    )
    if not good:
        verdict = "Se rechazan los dos: ninguno rinde lo que cuesta el capital (VAN negativo)."
    elif len(good) == 1:
        verdict = f"Solo conviene {good[0]}: es el único que rinde más que lo que cuesta el capital (VAN positivo)."
    else:
        best = names[0] if others[0].value > others[1].value else names[1]
        verdict = (
            f"Los dos convienen, porque superan el costo de capital; si hay que elegir uno, {best} tiene la TIR más"
            " alta, pero decide el VAN."
        )
    return reading, verdict, "Con tamaños o plazos distintos la TIR puede ordenar mal: entonces se compara el VAN."


def _tir_alone(statement: Statement) -> Lines | None:
    """Read «TIR 12, costo de capital 15», whose figures a calculator would take for flows."""
    pair = assigned(
        statement,
        (r"tir|tasa interna(?: de retorno)?", "%#"),
        (
            (
                r"costo (?:de|del) (?:capital|dinero|oportunidad)|tasa de descuento|wacc|tasa(?: (?:de|del|minima"
                r"|exigida))*|exig\w+|k"
            ),
            "%#",
        ),
    )
    if pair is None or len(statement.figures) != 2 or has(statement, r"flujos?|inversion inicial|van|calcul\w+"):
        return None
    tir, cost = (one.value for one in pair)
    if max(tir, cost) > 500 or pair[0].number.scaled or pair[1].number.scaled:
        return None
    reading = f"La TIR es {percent(tir)} y el costo de capital {percent(cost)}."
    if tir > cost:
        verdict = (
            "Conviene, se acepta: supera al costo, rinde más de lo que cuesta el capital, así que el VAN es positivo."
        )
    elif tir < cost:
        verdict = "Se rechaza, no conviene: rinde menos de lo que cuesta el capital, así que el VAN es negativo."
    else:
        verdict = "Es indiferente: rinde justo lo que cuesta el capital, y el VAN es cero."
    return reading, verdict, "Vale con flujos de un solo cambio de signo; entre dos proyectos decide el VAN."


def _letters(statement: Statement, figures: list[Figure]) -> list[str]:
    found = [rx.search(rf" ([abxy])(?: [a-z]+){{0,3}} {one.slot} ", statement.text) for one in figures]
    return [
        match[1].upper() if match else f"el {place}" for match, place in zip(found, ("primero", "segundo"), strict=True)
    ]


def _how_many(statement: Statement) -> Lines | None:
    """Read what each unit is worth to someone against its price."""
    if not has(
        statement,
        r"primer[oa]?",
        r"segund[oa]",
        r"valor\w+|pagaria|dispuest\w+|vale para mi|me da\w*",
        r"(?:precio|sale|salen|cuesta|cuestan|vale|valen|a)(?: [a-z]+){0,3} [$#]\d",
    ):
        return None
    priced = rx.search(
        r" (?:precio(?: [a-z]+){0,3}|salen?|cuestan?|se venden? a|estan? a)(?: [a-z]+){0,2} ([$#]\d) ", statement.text
    )
    if priced is None:
        return None
    price = next(one for one in statement.figures if one.slot == priced[1])
    spelt = [one for one in statement.values if one.slot != price.slot and one.mark in "#$"]
    worth = [one for one in spelt if not rx.search(rf" (?:compr\w+|tom\w+|com\w+) {one.slot} ", statement.text)]
    if not 2 <= len(worth) <= 5 or price.value <= 0:
        return None
    count = sum(one.value >= price.value for one in worth)
    said = ", ".join(format_number(one.value) for one in worth)
    reading = f"Cada unidad vale para vos {said}, y el precio es {as_said(price)}."
    surplus = sum((one.value - price.value for one in worth if one.value > price.value), Decimal(0))
    verdict = (
        f"Conviene comprar {count}: se compra mientras la unidad vale al menos lo que cuesta. El excedente del"
        f" consumidor es {format_number(surplus)}."
        if count
        else "No conviene comprar ninguna: ni la primera vale lo que cuesta."
    )
    return reading, verdict, "Se decide en el margen: cuenta lo que vale la última unidad, y no el total."


def _moves_in_money(statement: Statement) -> Lines | None:
    """Read two things whose prices moved, where it is asked which one moved more."""
    told = rx.finditer(
        r" (?:de|del|era|eran|costaba|valia) ([$#]\d) (?:[a-z]+ ){0,2}?(?:a|hasta) ([$#]\d)(?= )", statement.text
    )
    moves = [one.groups() for one in told]
    if (
        len(moves) != 2
        or len(statement.values) != 4
        or not has(statement, r"cual|quien|que(?: producto| precio)?|mas|mayor|porcent\w+")
    ):
        return None
    values = {one.slot: one.value for one in statement.figures}
    if any(values[one] <= 0 for pair in moves for one in pair):
        return None
    changes = [(values[second] / values[first] - 1) * HUNDRED for first, second in moves]
    amounts = [values[second] - values[first] for first, second in moves]
    reading = (
        f"El primero varió {percent(changes[0])} ({format_number(amounts[0])}) y el segundo {percent(changes[1])}"
        f" ({format_number(amounts[1])})."
    )
    sizes = [abs(round(one, 2)) for one in changes]
    if sizes[0] == sizes[1]:
        verdict = f"En porcentaje cambiaron igual, {percent(sizes[0])}, aunque en pesos la diferencia sea otra."
    else:
        verdict = (
            f"En porcentaje cambió más el {'primero' if sizes[0] > sizes[1] else 'segundo'}: {percent(max(sizes))}"
            f" contra {percent(min(sizes))}."
        )
    return reading, verdict, "El porcentaje compara con el valor de partida; los pesos no, y dependen del tamaño."


def _paid_in_dollars(statement: Statement) -> Lines | None:
    """Read a wage in dollars that went from one figure to another."""
    if not has(statement, r"(?:sueldo|salario|gan\w+|cobr\w+|ingreso)", r"(?:en )?(?:dolares|usd)") or has(
        statement, r"inflacion|precios|tipo de cambio|deuda|pesos"
    ):
        return None
    pair = [one for one in statement.values if one.mark in "$#"]
    if (
        len(pair) != 2
        or len(statement.values) != 2
        or not has(statement, r"(?:paso|subio|bajo|era|de) .*[$#]\d .*[$#]\d")
    ):
        return None
    before, now = (one.value for one in pair)
    if before <= 0 or now <= 0 or before == now:
        return None
    change = (now / before - 1) * HUNDRED
    reading = f"En dólares el sueldo {'subió' if change > 0 else 'bajó'} {percent(abs(change))}."
    verdict = (
        "No quiere decir por sí solo que vivas mejor: depende de cuánto cambiaron los precios acá. Si en"
        " dólares subieron"
        " más que eso, tu poder de compra bajó; para viajar o comprar importado alcanza para más."
        if change > 0
        else "No quiere decir por sí solo que vivas peor: depende de cuánto cambiaron los precios acá. Si en dólares"
        " bajaron más que eso, tu poder de compra subió; para viajar o comprar importado alcanza para menos."
    )
    return (
        reading,
        verdict,
        "El poder de compra se mide con la inflación local: el salario real, no el salario en dólares.",
    )


def _goods_and_services(statement: Statement) -> Lines | None:
    """Read the inflation of services against that of goods."""
    pair = assigned(statement, (r"(?:los )?servicios", "%"), (r"(?:los )?bienes|productos|mercaderia", "%"))
    if pair is None or len(statement.values) != 2 or not has(statement, r"inflacion|precios|ipc|sub\w+|aument\w+"):
        return None
    if has(statement, r"export\w+|import\w+|pbi|iva|impuesto"):
        return None
    services, goods = (one.change for one in pair)
    if services == goods:
        return None
    more, less = ("servicios", "bienes") if services > goods else ("bienes", "servicios")
    reading = f"Los servicios subieron {percent(services)} y los bienes {percent(goods)}."
    verdict = f"Cambian los precios relativos: los {more} se encarecen frente a los {less}. " + (
        "Suele pasar cuando se actualizan tarifas y alquileres o suben los salarios, y es una inflación más inercial."
        if services > goods
        else "Suele pasar cuando sube el dólar, porque los bienes se comercian con el exterior y lo siguen."
    )
    return reading, verdict, "El índice general es un promedio de los dos, según cuánto pesa cada uno en la canasta."


CASES = (
    Case("paga y horas", "salario real", "hora jorn dias", _pay_and_hours, first=True),
    Case("trabajo que cuesta una cosa", "poder adquisitivo", "trab labu", _days_of_work, first=True),
    Case("deuda en dólares o en pesos", "tipo de cambio", "dola", _debt_in_dollars, first=True),
    Case("tasa fija o variable", "tasa de interés", "vari flot", _fixed_or_variable, first=True),
    Case("dos TIR y un costo", "tasa interna de retorno", "tir rind rent", _tirs_and_cost, first=True),
    Case("TIR sola y costo", "tasa interna de retorno", "tir tasa", _tir_alone, first=True),
    Case("cuántas unidades comprar", "excedente del consumidor", "segu", _how_many),
    Case("dos precios que cambian", "variación porcentual", "porc", _moves_in_money, first=True),
    Case("sueldo en dólares", "poder adquisitivo", "dola usd", _paid_in_dollars, first=True),
    Case("bienes y servicios", "precios relativos", "serv", _goods_and_services, first=True),
)
