"""The whole economy: what a rate is a share of, debt and product, the peso and the dollar, reserves, investment."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, real, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _share_of_whom(statement: Statement) -> Lines | None:
    """Read «el desempleo es 7 %: ¿7 de cada 100 habitantes?»."""
    rate = slot(statement, r"(?:desempleo|desocupacion|desocupados|paro|desempleados)(?: [a-z,]+){0,5}? (%\d)") or slot(
        statement, r"(%\d) de (?:desempleo|desocupacion|desocupados)"
    )
    if rate is None or not has(
        statement,
        r"habitantes|poblacion(?: total)?|argentin[oa]s|personas|la gente|todo el pais|del pais|de todos|cada cien|cada|adultos|todos",
        r"es|son|significa|quiere decir|de cada|no trabajan?|de cuantos|sobre que|sobre quien\w*|calcula\w*|mide",
    ):
        return None
    if not has(
        statement, r"de cada|del? [%#]\d|el %\d|sobre (?:que|quien\w*|toda)|todos|no (?:trabaja|tiene)n?|parte|cada"
    ):
        return None
    if has(statement, r"millones|pea|economicamente activa|inflacion|subio|bajo|pobreza") or [
        one for one in statement.values if one.mark == "$"
    ]:
        return None
    reading = f"Dato: desempleo de {percent(rate.value)}."
    verdict = (
        f"No: es el {percent(rate.value)} de la población económicamente activa (PEA), es decir, de quienes trabajan o buscan trabajo. No"
        " entran en la cuenta los inactivos: chicos, jubilados, estudiantes y quienes no buscan empleo."
    )
    return (
        reading,
        verdict,
        "Por eso el desempleo puede bajar solo porque la gente deja de buscar; conviene mirar también la tasa de empleo.",
    )


def _propensity(statement: Statement) -> Lines | None:
    saving = has(statement, r"pms|propension(?: marginal)? (?:a|al) ahorr\w+")
    if not saving and not has(statement, r"pmc|pmgc|propension(?: marginal)? (?:a|al) consum\w+"):
        return None
    if has(statement, r"multiplicador|gasto publico|autonom\w+|impuestos?|inversion|equilibrio|=|pbi|exportaciones"):
        return None
    pair = assigned(
        statement,
        (r"pmc|pmgc|pms|propension(?: marginal)?(?: (?:a|al) [a-z]+)?", "#%"),
        (r"pesos|extra|mas|adicional(?:es)?|cobr\w+|gan\w+|ingreso|aumento|recib\w+|sueldo", "$#"),
    )
    if pair is None:
        return None
    share = pair[0].value / HUNDRED if pair[0].mark == "%" else pair[0].value
    extra = pair[1].value
    if not 0 <= share <= 1 or extra <= 1:
        return None
    spent = extra * (1 - share if saving else share)
    reading = f"De {as_said(pair[1])} más de ingreso se consumen {format_number(round(spent, 2))} y se ahorran {format_number(round(extra - spent, 2))}."
    verdict = (
        f"De cada 100 extra la gente gasta {format_number(round(HUNDRED * spent / extra, 2))} y guarda"
        f" {format_number(round(HUNDRED * (extra - spent) / extra, 2))}; lo que gasta es ingreso de otro, que vuelve a gastar una parte (multiplicador)."
    )
    return (
        reading,
        verdict,
        "Es sobre el ingreso adicional, no sobre el total; suele ser mayor en los hogares de menores ingresos.",
    )


def _underemployed(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"(?:menos|pocas|parcial|medio|#\d|@\d|%\d)(?: [a-z]+){0,2} horas|[#@]\d horas|medio tiempo|jornada (?:parcial|reducida)|pocas horas|horas",
        r"(?:quier|quisier|dese|busc|pued|podri|le gustari|necesit)\w*(?: [a-z]+){0,2} (?:trabajar )?mas|trabajar mas(?: horas)?|mas horas|dispuest\w+ a trabajar",
    ):
        return None
    if has(statement, r"productividad|sueldo|salario|por hora|extras|oferta de trabajo|curva|ocio"):
        return None
    said = next((percent(one.value) for one in statement.values if one.mark == "%"), "")
    reading = f"Dato: {said + ' ' if said else ''}trabajan menos de 35 horas y quieren trabajar más."
    verdict = "Se llama subocupación horaria (subempleo): son ocupados, no desempleados, pero trabajan menos horas de las que quisieran, por causas ajenas."
    return (
        reading,
        verdict,
        "Si además buscan otro trabajo es demandante, y si no, no demandante. Sumada al desempleo muestra cuánto trabajo falta.",
    )


def _investment(statement: Statement) -> Lines | None:
    pair = assigned(
        statement,
        (r"inversion(?: bruta)?|formacion bruta(?: de capital)?|inv[ie]\w+", "%$#"),
        (r"depreciacion(?:es)?|desgaste|amortizacion(?:es)?|reposicion|se (?:gast|depreci|desgast|romp)\w+", "%$#"),
    )
    if (
        pair is None
        or pair[0].mark != pair[1].mark
        or has(statement, r"peso se|dolar|flujo|van|tir|ebitda|impuesto|vida util|valor residual")
    ):
        return None
    net = pair[0].value - pair[1].value
    unit = " puntos del PBI" if pair[0].mark == "%" else ""
    reading = f"La inversión bruta es {as_said(pair[0])} y la depreciación {as_said(pair[1])}: la inversión neta es {format_number(net)}{unit}."
    if net > 0:
        verdict = "Sí crece: el stock de capital aumentó, porque se invirtió más de lo que se desgastó."
    elif net < 0:
        verdict = "El stock de capital se achicó (disminuyó): lo invertido no alcanzó ni a reponer lo que se desgastó."
    else:
        verdict = "El stock de capital quedó igual: lo invertido repuso justo lo que se desgastó."
    return (
        reading,
        verdict,
        "Capital final = capital inicial + inversión bruta − depreciación; para crecer por trabajador tiene que subir más que el empleo.",
    )


def _net_investment(statement: Statement) -> Lines | None:
    """Read the sign of the net investment, told in words."""
    both = has(statement, r"inversion(?: bruta)?", r"depreciacion(?:es)?|desgaste|amortizacion(?:es)?")
    net = has(statement, r"inversion neta")
    if not (both or net) or has(statement, r"que (?:es|son)|diferencia entre|formula|peso"):
        return None
    caveat = "Inversión neta = inversión bruta − depreciación: es lo que cambia el stock de capital."
    if has(statement, r"negativ\w+|menor|no (?:cubre|alcanza|llega)|inferior|por debajo|debajo"):
        return "Dato: inversión neta negativa.", "El stock de capital se achica (disminuye): se desgasta más de lo que se repone, y cae la capacidad de producir.", caveat
    if has(statement, r"positiv\w+|mayor|super\w+|por encima"):
        return "Dato: inversión neta positiva.", "El stock de capital crece (aumenta): se invierte más de lo que se desgasta, y sube la capacidad de producir.", caveat
    if has(statement, r"igual\w*|cero|nula|mism[oa]"):
        return "Dato: inversión neta igual a cero.", "El stock de capital queda igual: lo invertido repuso justo lo que se desgastó.", caveat
    return None


def _debt(statement: Statement) -> Lines | None:
    pair = assigned(
        statement,
        (r"(?:la )?deuda(?: publica| externa)?", "%"),
        (r"(?:el )?(?:pbi|pib|producto)(?: nominal| real)?|la economia", "%"),
    )
    if (
        pair is None
        or not all(one.direction for one in pair)
        or has(statement, r"tasa|interes(?:es)?|deficit|superavit|inflacion")
    ):
        if pair is None or not has(
            statement, r"cre\w+|sub\w+|aument\w+|cay\w+|baj\w+", r"que pasa|cociente|ratio|relacion|peso|pesa|sube|baja"
        ):
            return None
        if has(statement, r"tasa|interes(?:es)?|deficit|superavit|inflacion") or not any(one.direction for one in pair):
            return None
    change = real(pair[0].change, pair[1].change)
    if change is None:
        return None
    reading = f"La deuda varía {percent(pair[0].change)} y el PBI {percent(pair[1].change)}: el cociente deuda/PBI varía {percent(change)}."
    if round(change, 2) < 0:
        verdict = (
            "El cociente baja: la deuda crece menos que el producto, así que pesa menos, aunque en pesos sea mayor."
        )
    elif round(change, 2) > 0:
        verdict = "El cociente sube: la deuda crece más que el producto, así que pesa más."
    else:
        verdict = "El cociente no cambia: deuda y producto crecen igual."
    return (
        reading,
        verdict,
        "Los dos tienen que estar en la misma moneda y en términos nominales; si la deuda es en dólares, una devaluación la hace pesar más.",
    )


def _net_reserves(statement: Statement) -> Lines | None:
    if not has(statement, r"reservas", r"netas"):
        return None
    negative = has(statement, r"negativ[oa]s?|menor(?:es)? (?:que|a) cero|bajo cero|en rojo") or any(
        one.value < 0 for one in statement.values
    )
    both = assigned(statement, (r"brutas|totales|reservas(?: internacionales)?", "$#"), (r"netas", "$#"))
    if not negative and both is None:
        return None
    if both is not None:
        gross, net = both
        owed = gross.value - net.value
        reading = f"Las reservas brutas son {as_said(gross)} y las netas {as_said(net)}: la diferencia, {format_number(owed / 10**6) + ' millones' if owed >= 10**6 else format_number(owed)}, son deudas."
    else:
        reading = "Dato: reservas netas negativas."
    verdict = (
        "A las brutas se les restan los pasivos en dólares: el swap con China, los encajes de los depósitos en dólares y préstamos de organismos."
        " Es plata que el Banco Central tiene pero no es suya."
    )
    if negative:
        verdict += " Son negativas porque debe más dólares de los que tiene: no hay dólares propios para vender."
    return (
        reading,
        verdict,
        "Hay varias definiciones de netas según qué se reste; son las que muestran el poder real para frenar una corrida.",
    )


def _falling_reserves(statement: Statement) -> Lines | None:
    pair = (
        slot(statement, r"reservas(?: [a-z]+){0,8}? ([$#]\d)"),
        slot(statement, r"reservas(?: [a-z]+){0,8}? [$#]\d(?: [a-z]+){0,4}? (?:a|hasta)(?: [a-z]+){0,2}? ([$#]\d)"),
    )
    before, after = pair
    if (
        before is None
        or after is None
        or len(statement.values) != 2
        or not before.value
        or has(statement, r"netas|encaje")
    ):
        return None
    if after.number.scaled and not before.number.scaled and before.value < 10**6:
        start = before.value * (10**6 if after.value >= 10**6 else 1)
    else:
        start = before.value
    change = (after.value / start - 1) * HUNDRED
    reading = f"Las reservas van de {as_said(before)} a {as_said(after)}: {'cayeron' if change < 0 else 'subieron'} {percent(abs(change))}."
    if change < 0:
        verdict = (
            "Hay menos dólares para pagar deuda e importaciones y para frenar una corrida: sube el riesgo de una devaluación, de trabas para"
            " importar (cepo) y de que se dude del pago de la deuda."
        )
    else:
        verdict = "Es buena señal: hay más dólares para pagar deuda e importaciones y para defender el tipo de cambio; baja el riesgo de devaluación."
    return (
        reading,
        verdict,
        "Importa de dónde vienen: no es igual comprar dólares que endeudarse, ni pagar deuda que perderlos en una corrida.",
    )


def _peso(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"dolar|tipo de cambio|euro",
        r"(?:al |el |nuestra |la )(?:peso|moneda)(?: local| nacional)?|peso(?: argentino)?",
    ):
        return None
    if not has(
        statement,
        r"que (?:le )?(?:pas\w+|ocurri\w+|sucedi\w+)|se (?:deprec\w+|apreci\w+|devalu\w+|revalu\w+|fortalec\w+|debilit\w+)|gan\w+ (?:o|valor)|perd\w+ valor|vale (?:mas|menos)|mas fuerte|mas debil|deprec\w+|apreci\w+|devalu\w+",
    ):
        return None
    money = [one for one in statement.values if one.mark in "$#"]
    if (
        len(money) != 2
        or len(statement.values) != 2
        or min(one.value for one in money) <= 0
        or has(statement, r"inflacion|precios|export\w+")
    ):
        return None
    if has(statement, r"blue|paralelo|oficial y|cuant[oa]s?|big mac|hamburguesa"):
        return None
    first, second = money[0].value, money[1].value
    if first == second:
        return None
    dollar = (second / first - 1) * HUNDRED
    peso = (first / second - 1) * HUNDRED
    reading = f"El dólar pasó de {format_number(first)} a {format_number(second)}: {'subió' if dollar > 0 else 'bajó'} {percent(abs(dollar))}."
    if dollar > 0:
        verdict = f"El peso se depreció (perdió valor): compra {percent(abs(peso))} menos dólares. Si lo decidió el gobierno se habla de devaluación."
    else:
        verdict = f"El peso se apreció (ganó valor): compra {percent(abs(peso))} más dólares. Si lo decidió el gobierno se habla de revaluación."
    return (
        reading,
        verdict,
        "La suba del dólar y la caída del peso no son el mismo porcentaje porque se miden sobre bases distintas.",
    )


_ABROAD = r"(?:inflacion )?(?:externa|internacional|extranjera|mundial|afuera|(?:en |de )?(?:los )?(?:estados unidos|eeuu|ee uu|usa|socios(?: comerciales)?|brasil|resto del mundo))"
_HERE = r"(?:inflacion|precios)(?: (?:fue|es|del?|subio|subieron|internos?|local|interna|domestica|nacional|argentina|aca|en pesos|en argentina|de aca))*|local|interna|domestica|aca"


def _real_exchange(statement: Statement) -> Lines | None:
    if len([one for one in statement.values if one.mark == "%"]) != 3 or has(
        statement, r"sueldo|salario|tasa de interes|plazo fijo|cuanto"
    ):
        return None
    three = assigned(
        statement,
        (r"dolar(?: oficial)?|tipo de cambio(?: nominal)?|devalu\w+|deprec\w+|peso", "%"),
        (_HERE, "%"),
        (_ABROAD, "%"),
    )
    if three is None or not has(statement, _ABROAD):
        return None
    dollar, here, abroad = (one.change for one in three)
    if here <= -100:
        return None
    change = ((1 + dollar / 100) * (1 + abroad / 100) / (1 + here / 100) - 1) * HUNDRED
    reading = (
        f"Con un dólar que varía {percent(dollar)}, precios internos {percent(here)} y externos {percent(abroad)}, el tipo de cambio real"
        f" {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
    )
    if round(change, 2) < 0:
        verdict = "Bajó: hay apreciación real (atraso cambiario). El país queda más caro en dólares y pierde competitividad para exportar."
    elif round(change, 2) > 0:
        verdict = (
            "Subió: hay depreciación real. El país queda más barato en dólares y gana competitividad para exportar."
        )
    else:
        verdict = "No cambió: la competitividad por precio es la misma."
    return (
        reading,
        verdict,
        "Es (1 + dólar) × (1 + inflación externa) / (1 + inflación interna) − 1; importan también la productividad y los impuestos.",
    )


def _burger(statement: Statement) -> Lines | None:
    """Read the price of the same thing here and abroad, both in dollars."""
    if not has(statement, r"hamburguesa|big mac|cafe|combo|zapatillas|iphone|celular|canasta|mism[oa]|auto|remera"):
        return None
    if not has(
        statement,
        r"(?:peso|moneda|pais|argentina)(?: [a-z]+){0,4} (?:car[oa]|barat[oa]|(?:sobre|sub|infra)valu\w+|(?:sobre|infra|sub)valor\w+|atrasad\w+)|(?:sobre|sub|infra)val\w+|(?:car[oa]|barat[oa])s?(?: [a-z]+){0,4} (?:peso|moneda|pais|argentina)|car[oa] o barat[oa]",
    ):
        return None
    if has(statement, r"tipo de cambio|dolar (?:oficial|a|esta)|pesos|inflacion|cuanto"):
        return None
    here = r"aca|aqui|argentina|local|buenos aires|mi pais|nuestro pais"
    there = r"estados(?: unidos)?|eeuu|ee uu|usa|alla|afuera|exterior|nueva york|europa|espana|chile|brasil|miami"
    pair = assigned(statement, (here, "$#"), (there, "$#"))
    if pair is None:
        return None
    gap = (pair[0].value / pair[1].value - 1) * HUNDRED if pair[1].value else Decimal(0)
    reading = f"Lo mismo cuesta {as_said(pair[0])} acá y {as_said(pair[1])} afuera: acá está {percent(abs(gap))} {'más caro' if gap > 0 else 'más barato'}."
    if gap < 0:
        verdict = "La moneda local está barata (subvaluada): con los mismos dólares se compra más acá que afuera."
    elif gap > 0:
        verdict = "La moneda local está cara (sobrevaluada): con los mismos dólares se compra menos acá que afuera."
    else:
        verdict = "La moneda está en su paridad del poder adquisitivo: cuesta lo mismo en los dos lados."
    return (
        reading,
        verdict,
        "Es un índice a lo Big Mac: un solo producto, con sueldos, alquileres e impuestos que no se comercian entre países.",
    )


def _core(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"nucleo|subyacente|core",
        r"(?:casi )?(?:no|ni) (?:se )?(?:mov\w+|cambi\w+|sub\w+|vari\w+)|estable|quiet[oa]|igual|subio 0 %|apenas(?: se)? (?:mov\w+|sub\w+|cambi\w+)",
    ):
        return None
    moved = [one for one in statement.values if one.value]
    said = f" ({' a '.join(as_said(one) for one in moved)})" if moved else ""
    return (
        f"Dato: el índice general sube{said} y la inflación núcleo casi no se mueve.",
        "La suba viene de precios estacionales o regulados (verduras, turismo, tarifas, combustibles): es un salto transitorio o puntual, y la"
        " tendencia de la inflación no cambió.",
        "La núcleo saca justo esos precios volátiles; el hogar, igual, paga la suba general.",
    )


def _saving_gap(statement: Statement) -> Lines | None:
    """Read the saving of a country against its investment."""
    pair = assigned(statement, (r"ahorr\w+(?: nacional| interno)?", "%$"), (r"inver\w+(?: bruta)?", "%$"))
    if pair is None or pair[0].mark != pair[1].mark or has(statement, r"plazo fijo|sueldo|propension|tasa de interes|rind\w+|inflacion|publico|privado"):
        return None
    if not has(statement, r"pbi|pib|producto|pais|nacional|economia|externo|cuenta corriente"):
        return None
    gap = pair[0].value - pair[1].value
    reading = f"El ahorro es {as_said(pair[0])} y la inversión {as_said(pair[1])}: la diferencia es {format_number(gap)}."
    if gap < 0:
        verdict = "El ahorro no alcanza: hace falta ahorro externo (deuda o capitales de afuera), es decir, hay déficit de cuenta corriente de ese tamaño."
    elif gap > 0:
        verdict = "Sobra ahorro: el país presta al resto del mundo, es decir, hay superávit de cuenta corriente de ese tamaño."
    else:
        verdict = "El ahorro financia justo la inversión: la cuenta corriente está en equilibrio."
    return reading, verdict, "Es una identidad contable: ahorro − inversión = cuenta corriente."


def _not_a_hundred(statement: Statement) -> Lines | None:
    """Read why the rates of employment and unemployment do not sum to a hundred."""
    if not has(statement, r"empleo|ocupacion", r"desempleo|desocupacion", r"(?:no )?(?:suman?|dan?|sumar\w*|llegan?)"):
        return None
    return (
        "Las dos tasas tienen distinta base: la de empleo se mide sobre la población total (o en edad de trabajar) y la de desempleo sobre la población activa.",
        "Por eso no suman 100: queda afuera la población inactiva (chicos, jubilados, estudiantes y quienes no buscan trabajo).",
        "Sobre la población total, actividad = empleo + desocupados; el desempleo es desocupados / actividad.",
    )


CASES = (
    Case("ahorro e inversión", "cuenta corriente", "ahor", _saving_gap),
    Case("empleo y desempleo no suman 100", "tasa de actividad", "empl ocup", _not_a_hundred, first=True),
    Case("sobre quiénes se mide el desempleo", "desempleo", "dese deso paro", _share_of_whom, first=True),
    Case("subocupación", "subempleo", "hora medi jorn", _underemployed, first=True),
    Case("gasto de un ingreso extra", "propensión marginal a consumir", "pmc pmgc pms prop", _propensity, first=True),
    Case("inversión y depreciación", "inversión", "depr desg amor repo inve", _investment),
    Case("deuda y producto", "deuda pública", "deud", _debt),
    Case("reservas brutas y netas", "reservas internacionales", "rese", _net_reserves),
    Case("cambio de las reservas", "reservas internacionales", "rese", _falling_reserves),
    Case("el peso y el dólar", "devaluación", "dola tipo euro", _peso, first=True),
    Case("tipo de cambio real", "tipo de cambio real", "dola tipo deva depr peso", _real_exchange),
    Case(
        "precio acá y afuera",
        "tipo de cambio real",
        "hamb big cafe comb zapa ipho celu cana mism auto reme",
        _burger,
        first=True,
    ),
    Case("inflación núcleo quieta", "inflación núcleo", "nucl suby core", _core, first=True),
)
