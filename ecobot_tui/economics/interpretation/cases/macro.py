"""The whole economy: what a rate is a share of, debt and product, the peso and the dollar, reserves, investment."""

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
        (
            r"habitantes|poblacion(?: total)?|argentin[oa]s|personas|la gente|todo el pais|del pais|de todos"
            r"|cada cien|cada|adultos|todos"
        ),
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
        f"No: es el {percent(rate.value)} de la población económicamente activa (PEA), es decir, de quienes"
        " trabajan o buscan trabajo. No"
        " entran en la cuenta los inactivos: chicos, jubilados, estudiantes y quienes no buscan empleo."
    )
    return (
        reading,
        verdict,
        (
            "Por eso el desempleo puede bajar solo porque la gente deja de buscar; conviene mirar también la tasa"
            " de empleo."
        ),
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
    reading = (
        f"De {as_said(pair[1])} más de ingreso se consumen {format_number(round(spent, 2))} y se ahorran"
        f" {format_number(round(extra - spent, 2))}."
    )
    verdict = (
        f"De cada 100 extra la gente gasta {format_number(round(HUNDRED * spent / extra, 2))} y guarda"
        f" {format_number(round(HUNDRED * (extra - spent) / extra, 2))}; lo que gasta es ingreso de otro, que"
        " vuelve a gastar una parte (multiplicador)."
    )
    return (
        reading,
        verdict,
        "Es sobre el ingreso adicional, no sobre el total; suele ser mayor en los hogares de menores ingresos.",
    )


def _underemployed(statement: Statement) -> Lines | None:
    if not has(
        statement,
        (
            r"(?:menos|pocas|parcial|medio|#\d|@\d|%\d)(?: [a-z]+){0,2} horas|[#@]\d horas|medio tiempo"
            r"|jornada (?:parcial|reducida)|pocas horas|horas"
        ),
        (
            r"(?:quier|quisier|dese|busc|pued|podri|le gustari|necesit)\w*(?: [a-z]+){0,2} (?:trabajar )?mas"
            r"|trabajar mas(?: horas)?|mas horas|dispuest\w+ a trabajar"
        ),
    ):
        return None
    if has(statement, r"productividad|sueldo|salario|por hora|extras|oferta de trabajo|curva|ocio"):
        return None
    said = next((percent(one.value) for one in statement.values if one.mark == "%"), "")
    reading = f"Dato: {said + ' ' if said else ''}trabajan menos de 35 horas y quieren trabajar más."
    verdict = (
        "Se llama subocupación horaria (subempleo): son ocupados, no desempleados, pero trabajan menos"
        " horas de las que quisieran, por causas ajenas."
    )
    return (
        reading,
        verdict,
        (
            "Si además buscan otro trabajo es demandante, y si no, no demandante. Sumada al desempleo muestra"
            " cuánto trabajo falta."
        ),
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
    reading = (
        f"La inversión bruta es {as_said(pair[0])} y la depreciación {as_said(pair[1])}: la inversión"
        f" neta es {format_number(net)}{unit}."
    )
    if net > 0:
        verdict = "Sí crece: el stock de capital aumentó, porque se invirtió más de lo que se desgastó."
    elif net < 0:
        verdict = "El stock de capital se achicó (disminuyó): lo invertido no alcanzó ni a reponer lo que se desgastó."
    else:
        verdict = "El stock de capital quedó igual: lo invertido repuso justo lo que se desgastó."
    return (
        reading,
        verdict,
        (
            "Capital final = capital inicial + inversión bruta − depreciación; para crecer por trabajador tiene"
            " que subir más que el empleo."
        ),
    )


def _net_investment(statement: Statement) -> Lines | None:
    """Read the sign of the net investment, told in words."""
    both = has(statement, r"inversion(?: bruta)?", r"depreciacion(?:es)?|desgaste|amortizacion(?:es)?")
    net = has(statement, r"inversion neta")
    if not (both or net) or has(statement, r"que (?:es|son)|diferencia entre|formula|peso"):
        return None
    caveat = "Inversión neta = inversión bruta − depreciación: es lo que cambia el stock de capital."
    if has(statement, r"negativ\w+|menor|no (?:cubre|alcanza|llega)|inferior|por debajo|debajo"):
        return (
            "Dato: inversión neta negativa.",
            (
                "El stock de capital se achica (disminuye): se desgasta más de lo que se repone, y cae la"
                " capacidad de producir."
            ),
            caveat,
        )
    if has(statement, r"positiv\w+|mayor|super\w+|por encima"):
        return (
            "Dato: inversión neta positiva.",
            (
                "El stock de capital crece (aumenta): se invierte más de lo que se desgasta, y sube la capacidad"
                " de producir."
            ),
            caveat,
        )
    if has(statement, r"igual\w*|cero|nula|mism[oa]"):
        return (
            "Dato: inversión neta igual a cero.",
            "El stock de capital queda igual: lo invertido repuso justo lo que se desgastó.",
            caveat,
        )
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
    reading = (
        f"La deuda varía {percent(pair[0].change)} y el PBI {percent(pair[1].change)}: el cociente"
        f" deuda/PBI varía {percent(change)}."
    )
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
        (
            "Los dos tienen que estar en la misma moneda y en términos nominales; si la deuda es en dólares, una"
            " devaluación la hace pesar más."
        ),
    )


def _core(statement: Statement) -> Lines | None:
    if not has(
        statement,
        r"nucleo|subyacente|core",
        (
            r"(?:casi )?(?:no|ni) (?:se )?(?:mov\w+|cambi\w+|sub\w+|vari\w+)|estable|quiet[oa]|igual|subio 0 %"
            r"|apenas(?: se)? (?:mov\w+|sub\w+|cambi\w+)"
        ),
    ):
        return None
    moved = [one for one in statement.values if one.value]
    said = f" ({' a '.join(as_said(one) for one in moved)})" if moved else ""
    return (
        f"Dato: el índice general sube{said} y la inflación núcleo casi no se mueve.",
        "La suba viene de precios estacionales o regulados (verduras, turismo, tarifas, combustibles): es un"
        " salto transitorio o puntual, y la"
        " tendencia de la inflación no cambió.",
        "La núcleo saca justo esos precios volátiles; el hogar, igual, paga la suba general.",
    )


def _not_a_hundred(statement: Statement) -> Lines | None:
    """Read why the rates of employment and unemployment do not sum to a hundred."""
    if not has(statement, r"empleo|ocupacion", r"desempleo|desocupacion", r"(?:no )?(?:suman?|dan?|sumar\w*|llegan?)"):
        return None
    return (
        (
            "Las dos tasas tienen distinta base: la de empleo se mide sobre la población total (o en edad de"
            " trabajar) y la de desempleo sobre la población activa."
        ),
        (
            "Por eso no suman 100: queda afuera la población inactiva (chicos, jubilados, estudiantes y quienes no"
            " buscan trabajo)."
        ),
        "Sobre la población total, actividad = empleo + desocupados; el desempleo es desocupados / actividad.",
    )


CASES = (
    Case("empleo y desempleo no suman 100", "tasa de actividad", "empl ocup", _not_a_hundred, first=True),
    Case("sobre quiénes se mide el desempleo", "desempleo", "dese deso paro", _share_of_whom, first=True),
    Case("subocupación", "subempleo", "hora medi jorn", _underemployed, first=True),
    Case("gasto de un ingreso extra", "propensión marginal a consumir", "pmc pmgc pms prop", _propensity, first=True),
    Case("inversión y depreciación", "inversión", "depr desg amor repo inve", _investment),
    Case("deuda y producto", "deuda pública", "deud", _debt),
    Case("inflación núcleo quieta", "inflación núcleo", "nucl suby core", _core, first=True),
)
