"""Production: scale, the average and the marginal, who makes a thing with less, and what rates do to bonds."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, names, real
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _scale(statement: Statement) -> Lines | None:
    """Read what the output does when all factors grow in one proportion."""
    factors = (
        r"(?:todos )?(?:los |sus |mis )?(?:factores|insumos|recursos)|(?:maquin\w+|capital)(?: [a-z]+){0,2} (?:y|e)"
        r"(?: [a-z]+){0,2} (?:trabaj\w+|obrer\w+|emplead\w+|operari\w+|personal|mano de obra)|trabajo y (?:el )?capital"
        r"|trabajadores y (?:las )?maquinas|emplead\w+ y (?:las )?maquinas|obreros y (?:las )?maquinas"
    )
    if not has(statement, factors, r"produc\w+|fabric\w+|cosecha\w*|output"):
        return None
    if has(statement, r"marginal(?:es)?|costos?|precio|exponente\w*|alfa|beta|pbi|productividad"):
        return None
    rates = [one for one in statement.values if one.mark == "%"]
    doubled = has(statement, r"(?:al |si |cuando )?(?:se )?(?:duplic\w+|dobl\w+|el doble de)")
    tripled = has(statement, r"(?:al |si |cuando )?triplic\w+")
    if len(rates) != len(statement.values) or len(rates) not in (1, 2):
        return None
    if len(rates) == 1:
        if doubled == tripled:
            return None
        grown, made = Decimal(100 if doubled else 200), rates[0].change
    else:
        pair = assigned(statement, (factors, "%"), (r"produc\w+|fabric\w+|cosecha\w*|output", "%"))
        if pair is None:
            return None
        grown, made = (one.change for one in pair)
    if grown <= 0:
        return None
    reading = f"Los factores suben {percent(grown)} y la producción {percent(made)}."
    if made > grown:
        verdict = "Hay rendimientos crecientes a escala (economías de escala): la producción sube más que los factores."
    elif made < grown:
        verdict = "Hay rendimientos decrecientes a escala (deseconomías): la producción sube menos que los factores."
    else:
        verdict = "Hay rendimientos constantes a escala: la producción sube en la misma proporción que los factores."
    return (
        reading,
        verdict,
        "Es a largo plazo, cuando varían todos los factores; con uno solo son rendimientos marginales.",
    )


def _average_cost(statement: Statement) -> Lines | None:
    """Read the average cost of two amounts."""
    found = rx.search(
        r" (?:costo (?:medio|promedio|unitario)|costo por unidad|cada un[oa](?: me)? (?:cuesta|sale)|cme)"
        r"(?: [a-z]+){0,4} ([$#]\d) (?:[a-z,]+ ){0,5}?([#$]\d) (?:[a-z,]+ ){0,6}?([$#]\d) (?:[a-z,]+ ){0,5}?([#$]\d) ",
        statement.text,
    )
    if found is None or len(statement.values) != 4 or has(statement, r"precio|marginal|variable|ingreso"):
        return None
    values = {one.slot: one.value for one in statement.figures}
    a, b, c, d = (values[one] for one in found.groups())
    # A cost and its amount, or «con 100 unidades es 10 y con 200 es 7».
    first, second = (
        ((a, b), (c, d))
        if rx.search(rf" {found[2]} (?:unidades|u|productos|kilos|litros)", statement.text) or b > a
        else ((b, a), (d, c))
    )
    if first[1] == second[1] or first[0] == second[0]:
        return None
    if first[1] > second[1]:
        first, second = second, first
    reading = (
        f"Con {format_number(first[1])} unidades el costo medio es {format_number(first[0])} y con"
        f" {format_number(second[1])}, {format_number(second[0])}."
    )
    if second[0] < first[0]:
        verdict = "Hay economías de escala: al producir más, cada unidad cuesta menos."
    else:
        verdict = "Hay deseconomías de escala: al producir más, cada unidad cuesta más."
    return reading, verdict, "Parte de la baja puede ser un costo fijo que se reparte entre más unidades."


def _marginal_and_average(statement: Statement) -> Lines | None:
    """Read a marginal product or grade against the average."""
    if not has(statement, r"marginal|ultim[oa]", r"medi[oa]|promedio"):
        return None
    if not has(statement, r"product[oa]s?|produc\w+|nota|rendimiento") or has(
        statement, r"costos?|ingreso|utilidad|consum\w+|error|pmc|pms|muestra|mediana|tasa"
    ):
        return None
    pair = assigned(
        statement,
        (r"marginal(?: del ultim[oa])?|ultim[oa](?: [a-z]+)?|pmg|pmgl", "#$"),
        (r"(?:producto |produccion |productividad )?(?:medi[oa]|promedio)|pme|pmel", "#$"),
    )
    if pair is None or len(statement.values) != 2:
        return None
    marginal, average = (one.value for one in pair)
    reading = f"El producto marginal es {format_number(marginal)} y el medio {format_number(average)}."
    if marginal < average:
        verdict = (
            "El promedio baja: el marginal está por debajo del medio, y quien suma menos que el promedio lo reduce."
        )
    elif marginal > average:
        verdict = (
            "El promedio sube: el marginal está por encima del medio, y quien suma más que el promedio lo aumenta."
        )
    else:
        verdict = "El promedio está en su máximo: el marginal iguala al medio y no lo mueve."
    if marginal > 0:
        verdict += " La producción total sigue subiendo mientras el marginal sea positivo."
    return reading, verdict, "Es como una nota nueva: por debajo del promedio lo baja, por encima lo sube."


_HOURS = r"horas?|@\d|dias?|minutos|trabajador\w*|obrer\w+|hombres"


def _absolute(statement: Statement) -> Lines | None:
    """Read who makes one thing with less work, or more of it in the same time."""
    if not has(
        statement, r"ventaja absoluta|mas (?:productiv\w+|eficiente)|quien (?:es|produce|tiene)(?: [a-z]+){0,4}"
    ):
        return None
    if not has(statement, r"ventaja(?: [a-z]+)?|productiv\w+|eficiente") or has(
        statement, r"comparativa|renunci\w+|resign\w+|costo de oportunidad|precio"
    ):
        return None
    figures = [one for one in statement.figures if one.mark in "#@" and one.value != 1]
    if len(figures) != 2 or figures[0].mark != figures[1].mark:
        return None
    first, second = figures[0].value, figures[1].value
    if first == second:
        return None
    inputs = has(
        statement,
        (
            r"(?:con|en|necesita\w*|usa\w*|tarda\w*|lleva\w*|requiere\w*"
            r"|emplea\w*)(?: [a-z]+){0,2} [#@]\d(?: (?:horas?|dias?|minutos|trabajador\w*|obrer\w+))?"
        ),
    )
    inputs = (
        inputs
        and has(statement, _HOURS)
        and not has(statement, r"(?:produce\w*|hace\w*|fabrica\w*) (?!#\d [a-z]+ (?:con|en) [#@])#\d")
    )
    words = rx.findall(
        r"(?:^| )([a-z]{3,}) (?:hace|produce|necesita|usa|tarda|fabrica|con|en|requiere|lleva|puede)\w* ",
        statement.text,
    )
    told = [one for one in words if one not in ("que", "quien", "unidad", "hora", "horas", "queso", "dia", "mientras")]
    given = names(statement, *figures, first="el primero", second="el segundo")
    if len(told) >= 2:
        given = (told[0].capitalize(), told[1].capitalize())
    best = 0 if (first < second) == inputs else 1
    how = "usa menos trabajo por unidad" if inputs else "produce más con lo mismo"
    return (
        f"Dato: {as_said(figures[0])} y {as_said(figures[1])}.",
        f"Tiene la ventaja absoluta {given[best]}: {how}.",
        "Para comerciar importa la ventaja comparativa: quién resigna menos de otro bien, que puede ser el otro.",
    )


def _bond_price(statement: Statement) -> Lines | None:
    """Read what a move of rates, or of the country's risk, does to the price of bonds."""
    if not has(
        statement,
        r"bonos?|titulos?(?: publicos)?|letras?",
        r"precios?|cotizaci\w+|vale\w*|valor|mis (?:bonos|titulos)|tengo|ten\w+|paridad|que (?:le|les) pas\w+",
        r"rendimientos?|tasas?|riesgo pais|tir|interes",
    ) or has(statement, r"cupon(?:es)?|duration|cuanto|@\d|convexidad|inflacion|plazo|par|modificada|calcul\w+"):
        return None
    up = has(
        statement,
        (
            r"(?:sub|aument|trep|salt)\w*(?: [a-z]+){0,3} (?:tasas?|rendimientos?|riesgo|tir|interes|de)|(?:tasas?"
            r"|rendimientos?|riesgo pais|tir|interes)(?: [a-z]+){0,4} (?:sub|aument|trep|salt)\w*"
        ),
    )
    down = has(
        statement,
        (
            r"(?:baj|cay|cae|redu|descen)\w*(?: [a-z]+){0,3} (?:tasas?|rendimientos?|riesgo|tir|interes|de)"
            r"|(?:tasas?|rendimientos?|riesgo pais|tir|interes)(?: [a-z]+){0,4} (?:baj|cay|cae|redu|descen)\w*"
        ),
    )
    if statement.values and up == down and has(statement, r"de [%!#]\d a [%!#]\d"):
        up = statement.values[1].value > statement.values[0].value
        down = not up
    if up == down or not 1 <= len(statement.values) <= 2:
        return None
    said = " a ".join(as_said(one) for one in statement.values)
    what = "riesgo país" if has(statement, r"riesgo pais") else "rendimiento que se pide"
    if up:
        verdict = (
            "El precio de los bonos baja: los que ya existen pagan lo mismo, y para rendir más tienen que valer menos."
        )
    else:
        verdict = "El precio de los bonos sube: los que ya existen pagan más que los nuevos, y se paga más por ellos."
    return (
        f"Dato: el {what} {'sube' if up else 'baja'} ({said}).",
        f"{verdict} Precio y rendimiento se mueven al revés.",
        "Cuanto más largo el bono (mayor duration), más se mueve; guardado hasta el final paga lo prometido.",
    )


def _rate_that_moves(statement: Statement) -> Lines | None:
    """Read a nominal rate that went from one value to another, against the inflation of the same time."""
    if not has(statement, r"plazos? fijos?|tasas?|rendimientos?|interes\w*", r"inflacion|precios|ipc"):
        return None
    moved = rx.search(
        (
            r" (?:plazos? fijos?|tasas?|rendimientos?|interes)(?: [a-z]+){0,5}? (?:de"
            r"|del) (%\d) (?:[a-z]+ ){0,2}?(?:a|al|hasta) (%\d) "
        ),
        statement.text,
    )
    prices = rx.search(
        r" (?:inflacion|precios|ipc)(?: [a-z]+){0,6} (%\d) | (%\d) (?:[a-z]+ )?de inflacion ", statement.text
    )
    if (
        moved is None
        or prices is None
        or len(statement.values) != 3
        or has(statement, r"mensual(?:es)?|sueldo|salario")
    ):
        return None
    values = {one.slot: one.value for one in statement.figures}
    inflation = values[prices[1] or prices[2]]
    before, now = (real(values[one], inflation) for one in moved.groups())
    if before is None or now is None or prices[1] in moved.groups():
        return None
    reading = f"Con inflación de {percent(inflation)}, la tasa real pasa de {percent(before)} a {percent(now)}."
    if now < 0:
        verdict = (
            "Ahora la tasa real es negativa: rinde menos que la inflación, y quien ahorra a esa tasa"
            " pierde poder de compra."
        )
    elif now > 0:
        verdict = "La tasa real es positiva: le gana a la inflación, y quien ahorra a esa tasa gana poder de compra."
    else:
        verdict = "La tasa real es cero: empata con la inflación."
    return reading, verdict, "Se compara con la inflación del mismo período; para decidir importa la esperada."


def _points_of(statement: Statement) -> Lines | None:
    """Read how big a move in points is on a rate that is told."""
    if not has(statement, r"grande|much[oa]|poc[oa]|chic[oa]|importante|fuerte|relativ\w+|en proporcion|en porcentaje"):
        return None
    points = [one for one in statement.values if one.mark in "&!"]
    rates = [one for one in statement.values if one.mark == "%"]
    if len(points) != 1 or len(rates) != 1 or len(statement.values) != 2 or rates[0].value <= 0:
        return None
    size = abs(points[0].value) / (HUNDRED if points[0].mark == "!" else 1)
    relative = size / rates[0].value * HUNDRED
    return (
        f"{as_said(points[0])} sobre una tasa de {percent(rates[0].value)} es {percent(relative)} de ella.",
        f"En términos relativos es {'mucho' if relative >= 20 else 'moderado' if relative >= 5 else 'poco'}: la tasa"
        f" cambia {percent(relative)}.",
        (
            "Los mismos puntos pesan más sobre una tasa baja que sobre una alta: por eso se miran los puntos y el"
            " porcentaje."
        ),
    )


CASES = (
    Case(
        "rendimientos a escala", "rendimientos a escala", "dupl dobl trip fact insu recu capi maqu", _scale, first=True
    ),
    Case("costo medio de dos cantidades", "economías de escala", "cost cada cme", _average_cost, first=True),
    Case("marginal y promedio", "producto marginal", "marg ulti", _marginal_and_average, first=True),
    Case("ventaja absoluta", "ventaja absoluta", "vent prod efic", _absolute, first=True),
    Case("precio de los bonos", "bono", "bono titu letr", _bond_price, first=True),
    Case("tasa que cambia e inflación", "tasa de interés real", "plaz tasa rend inte", _rate_that_moves, first=True),
    Case("puntos sobre una tasa", "puntos porcentuales", "punt pb pbs", _points_of, first=True),
)
