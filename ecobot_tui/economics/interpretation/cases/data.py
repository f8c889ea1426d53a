"""Samples and regressions: a change within its margin of error, the coefficient of a group, logarithms."""

import re

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, has, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_amount, format_number


def _within_margin(statement: Statement) -> Lines | None:
    """Read two estimates and the margin of error that both have."""
    margin = slot(
        statement, r"(?:margen(?: de error)?|error(?: muestral| estadistico)?|precision)(?: [a-z,]+){0,5}? ([%#&]\d)"
    ) or slot(statement, r"([%#&]\d) (?:[a-z]+ ){0,3}?de (?:margen|error)")
    figures = [one for one in statement.values if one is not margin and one.mark in "%#"]
    if (
        margin is None
        or len(figures) != 2
        or len(statement.values) != 3
        or has(statement, r"estandar|coeficiente|tipo i|tipo 1")
    ):
        return None
    if not has(
        statement,
        (
            r"encuesta\w*|sondeo|estim\w+|muestra\w*|trimestre|anterior|afirm\w+|segur[oa]|gana\w*|empat\w+|bajo"
            r"|subio|desempleo|pobreza|candidat[oa]\w*|puedo|significativ\w+"
        ),
    ):
        return None
    gap = abs(figures[0].value - figures[1].value)
    limit = abs(margin.value)
    if limit == 0 or gap == 0:
        return None
    reading = f"La diferencia es de {format_number(gap)} puntos y el margen de error de {format_number(limit)}."
    if gap <= limit:
        verdict = (
            "No se puede afirmar: la diferencia es menor que el margen de error (o igual a él), así que puede"
            " ser azar de la muestra. Es un empate técnico: los"
            " intervalos se superponen y el cambio no es estadísticamente significativo."
        )
    elif gap <= 2 * limit:
        verdict = (
            "Es probable pero no seguro: la diferencia supera el margen de error, aunque los dos intervalos se"
            " superponen. Para compararlos"
            " hay que usar el error de la diferencia, que es mayor."
        )
    else:
        verdict = (
            "Sí: la diferencia es mayor que el doble del margen, los intervalos no se superponen y es"
            " estadísticamente significativa."
        )
    return reading, verdict, "El margen vale en general con 95 % de confianza y cuenta solo el error de muestreo."


_GROUP = r"(?:variable )?(?:dummy|binaria|dicotomica|ficticia)|variable|coeficiente(?: de)?"
_GROUPS = (
    r"mujer(?:es)?|hombre|varon(?:es)?|casad[oa]s?|solter[oa]|universitari[oa]s?|titulo|sindicaliz\w+|sindicato"
    r"|rural|urban[oa]|capital|extranjer[oa]"
    r"|migrante|publico|privad[oa]|formal|informal|registrad[oa]|garage|cochera|pileta|balcon|jardin|blanc[oa]"
    r"|fumador\w*|feriado|verano|tratamiento"
    r"|egresad[oa]|graduad[oa]|secundario|bilingue|ingles|norte|sur|caba|dummy|binaria|dicotomica|ficticia"
)


def _dummy(statement: Statement) -> Lines | None:
    """Read the coefficient of a variable that is 1 for a group."""
    if not has(statement, r"coeficiente|dummy|binaria|dicotomica|ficticia|regresion", _GROUPS):
        return None
    if not has(
        statement,
        r"regresion|modelo|salarios?|sueldos?|ingresos?|precios?|dummy|binaria|dicotomica|ventas|gasto|consumo",
    ):
        return None
    if has(statement, r"error(?:es)? (?:estandar|tipico)|estadistico|intervalo|r2|vif|correlacion|elasticidad"):
        return None
    figure = _coefficient(statement)
    if figure is None or figure.value == 0:
        return None
    value = figure.value
    log = has(statement, r"log(?:aritmo)?s?|ln|log lin\w+|semilog\w*|logaritmic[oa]") and abs(value) < 3
    group = rx.findall(rf" ({_GROUPS}) ", statement.text)
    group = [one for one in group if one not in ("dummy", "binaria", "dicotomica", "ficticia")]
    who = f"el grupo «{group[-1] if len(group) == 1 else group[0]}»" if group else "el grupo con valor 1"
    less = "menos" if value < 0 else "más"
    what = next(
        (one for one in ("salario", "sueldo", "ingreso", "precio", "gasto", "consumo") if has(statement, f"{one}s?")),
        "la variable dependiente",
    )
    if log or figure.mark == "%":
        exact = value if figure.mark == "%" else (value.exp() - 1) * HUNDRED
        rough = value if figure.mark == "%" else value * HUNDRED
        reading = (
            f"Con la dependiente en logaritmo, un coeficiente de {format_number(value)} es cerca de"
            f" {percent(abs(rough))} ({percent(abs(exact))} exacto)."
        )
        verdict = (
            f"En promedio {who} tiene un {what} {percent(abs(rough))} {'menor' if value < 0 else 'mayor'}"
            f" ({less}) que el grupo de referencia (valor 0), con lo demás igual."
        )
    else:
        size = (
            format_amount(abs(value), "$")
            if abs(value) >= 100 and what != "la variable dependiente"
            else format_number(abs(value))
        )
        reading = f"Dato: coeficiente de {as_said(figure)} en una variable que vale 1 para {who} y 0 para el resto."
        verdict = (
            f"En promedio {who} tiene {size} {less} de {what}"
            f" ({'por debajo' if value < 0 else 'por encima'}) que el grupo de referencia, con las demás"
            " variables iguales."
        )
    if has(statement, r"(?<!no )(?<!no es )significativ[oa]"):
        verdict += " Que sea significativo dice que es poco probable que esa diferencia sea azar."
    return (
        reading,
        verdict,
        (
            "Compara con el grupo que vale 0 y solo descuenta lo que el modelo incluye: no prueba por sí sola que"
            " sea discriminación o la causa."
        ),
    )


def _coefficient(statement: Statement) -> Figure | None:
    found = slot(statement, r"(?:coeficiente|dummy)(?: [a-z,]+){0,8}? ([#$%]\d)")
    plausible = [one for one in statement.values if one.mark in "#$" and one.value not in (0, 1)]
    if found is not None and found.value in (0, 1) and len(plausible) == 1:
        return plausible[0]
    if found is None and len(plausible) == 1:
        return plausible[0]
    return found


_LOG_LOG = re.compile(r" (?:ln|log)(?: de| ,)? ([a-z]+) .*? (?:ln|log)(?: de| ,)? ([a-z]+) ")


def _logs(statement: Statement) -> Lines | None:
    """Read «ln(Q) = 5 − 1,3 ln(P)»: both in logarithms, the slope is an elasticity."""
    found = _LOG_LOG.search(statement.text)
    if found is None or has(statement, r"derivada|grafic\w+|probabilidad"):
        return None
    slope = slot(statement, r"([#]\d) (?:x |por )?(?:ln|log)(?: de| ,)? [a-z]+")
    if slope is None or len({abs(one.value) for one in statement.values}) > 3:
        return None
    value = abs(slope.value)
    negative = slope.value < 0 or any(one.value == -value for one in statement.values)
    left, right = found[1], found[2]
    sign = "-" if negative else ""
    reading = f"Con las dos variables en logaritmos, {sign}{format_number(value)} es una elasticidad constante."
    verdict = (
        f"Si {right} sube 1 %, {left} {'baja' if negative else 'sube'} {format_number(value)} % en"
        " promedio, con lo demás constante."
    )
    if left in ("q", "cantidad", "demanda", "qd") and right in ("p", "precio"):
        verdict += (
            " La demanda es elástica (|E| > 1)."
            if value > 1
            else " La demanda es inelástica (|E| < 1)."
            if value < 1
            else " La demanda es unitaria."
        )
    return (
        reading,
        verdict,
        (
            "Solo en el modelo log-log el coeficiente es la elasticidad; en uno log-lineal se multiplica por 100"
            " por cada unidad."
        ),
    )


CASES = (
    Case("diferencia y margen de error", "intervalo de confianza", "marg erro prec", _within_margin, first=True),
    Case("coeficiente de un grupo", "variable dummy", "coef dumm bina dico fict regr", _dummy, first=True),
    Case("coeficiente de un modelo log-log", "modelo log-log", "ln log", _logs, first=True),
)
