"""Decisions with money: two loans, a debt and savings, cash or installments, two placements, bonds."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.loans import LOAN
from ecobot_tui.economics.interpretation.cases.telling import (
    CHOOSES,
    HUNDRED,
    Case,
    Lines,
    assigned,
    has,
    percentages,
    same_period,
)
from ecobot_tui.economics.interpretation.cases.telling import names as tell_names
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _dollar_or_rate(statement: Statement) -> Lines | None:
    if has(statement, r"inflacion|precios|sueldos?|salari\w+|export\w+|libre de riesgo|bonos? .* en dolares"):
        return None
    pair = assigned(
        statement,
        (r"dolar(?:es)?(?: oficial| blue| mep)?|tipo de cambio|devaluacion|devalu\w+", "%"),
        (
            (
                r"plazos? fijos?|en pesos|tasa(?: en pesos)?|lecaps?|fondo|fci|letras?|caucion|rindio|rendia|rinde"
                r"|daba|pagaba"
            ),
            "%",
        ),
        spare=True,
    )
    if (
        pair is None
        or len(percentages(statement)) != 2
        or not has(statement, rf"{CHOOSES}|gan\w+|perd\w+|hice|rindio mas|fue|tener|bien")
    ):
        return None
    dollar, rate = pair[0].change, pair[1].value
    change = ((1 + rate / HUNDRED) / (1 + dollar / HUNDRED) - 1) * HUNDRED
    reading = (
        f"El dólar varió {percent(dollar)} y la colocación en pesos rindió {percent(rate)}: medida en dólares rindió"
        f" {percent(change)}."
    )
    if round(change, 2) > 0:
        verdict = (
            "Convenía el plazo fijo (los pesos): rindió más que lo que subió el dólar, así que con esos"
            " pesos comprás más dólares."
        )
    elif round(change, 2) < 0:
        verdict = (
            "Convenía el dólar: subió más de lo que rindieron los pesos, así que quien tuvo pesos perdió"
            " medido en dólares."
        )
    else:
        verdict = "Daba lo mismo: los pesos rindieron lo que subió el dólar."
    return (
        reading,
        verdict,
        (
            "Vale para el mismo período y sin contar impuestos ni la diferencia entre compra y venta; a futuro el"
            " dólar no se conoce."
        ),
    )


def _two_placements(statement: Statement) -> Lines | None:
    if not has(statement, rf"{CHOOSES}|vs|versus") or has(
        statement,
        (
            rf"inflacion|dolar(?:es)?|sueldo|{LOAN}|deuda|debo|tir|van|sharpe|desvio|volatilidad|riesgo|beta|cupon"
            r"|tea|capitaliz\w+|primario|pbi|fiscal|deficit|impuestos?|comision|descuento|iva|aumento|desempleo"
        ),
    ):
        return None
    rates = percentages(statement)
    if len(rates) != 2 or any(one.mark in "$#" for one in statement.values):
        return None
    if not has(
        statement,
        r"plazos? fijos?|fondos?|rind\w+|pag\w+|inver\w+|coloc\w+|bonos?|letras?|billetera|ahorr\w+|rendimiento",
    ):
        return None
    first, second, note = same_period(statement, *rates)
    if first == second:
        return None
    names = tell_names(statement, rates[0], rates[1], first="la primera", second="la segunda")
    best = 0 if first > second else 1
    values = first, second
    reading = f"Dato: {percent(rates[0].value)} en {names[0]} y {percent(rates[1].value)} en {names[1]}.{note}"
    verdict = (
        f"Conviene {names[best]}: rinde {percent(values[best])} contra {percent(values[1 - best])}, que es lo"
        " que se deja de"
        " ganar (el costo de oportunidad)."
    )
    return (
        reading,
        verdict,
        (
            "Vale a igual plazo, riesgo, moneda e impuestos: si la que paga más es más riesgosa, la diferencia es"
            " el premio por ese riesgo."
        ),
    )


def _risk(statement: Statement) -> Lines | None:
    """Read two funds that are told with their deviations."""
    spread = r"(?:desvio|desviacion)(?: (?:estandar|tipic[ao]))?|volatilidad|riesgo|sigma|varianza"
    if not has(
        statement,
        spread,
        (
            rf"{CHOOSES}|mas (?:riesgos[oa]|segur[oa]|volatil)|riesgos[oa]|menos (?:riesgos[oa]|volatil)|con (?:un "
            r"|una )?(?:riesgo|desvio|volatilidad)(?: de| del)? %\d"
        ),
    ):
        return None
    if has(
        statement,
        (
            r"libre de riesgo|sharpe|pais|beta|inflacion|muestra|puntaje|nota|z|percentil|curso|alumn\w+"
            r"|coeficiente|cv|covarianza|correlacion|cartera"
        ),
    ):
        return None
    if not has(
        statement,
        r"rind\w+|rendimientos?|retornos?|fondos?|accion(?:es)?|activos?|carteras?|inversion(?:es)?|bonos?|gan\w+|pagan",
    ):
        return None
    kinds = "%#"
    returns = r"rind\w+|rendimiento\w*|retornos?|promedio|medi[oa]|gana\w*|esperad[oa]|esper\w+"
    four = assigned(statement, (returns, kinds), (spread, kinds), (returns, kinds), (spread, kinds))
    three = None if four else assigned(statement, (returns, kinds), (spread, kinds), (spread, kinds))
    two = None if four or three else assigned(statement, (spread, kinds), (spread, kinds))
    if four:
        gains = sorted((four[0], four[2]), key=statement.place)
        risks = sorted((four[1], four[3]), key=statement.place)
    elif three:
        gains, risks = [three[0], three[0]], sorted(three[1:], key=statement.place)
    elif two:
        gains, risks = [], sorted(two, key=statement.place)
    else:
        return None
    low, high = (0, 1) if risks[0].value < risks[1].value else (1, 0)
    if risks[0].value == risks[1].value:
        return None
    names = tell_names(statement, risks[0], risks[1], first="el primero", second="el segundo")
    said = [percent(one.value) if one.mark == "%" else format_number(one.value) for one in risks]
    reading = f"Dato: desvío de {said[0]} en {names[0]} y de {said[1]} en {names[1]}."
    verdict = f"Es más riesgoso {names[high]}: con un desvío de {said[high]} sus resultados se alejan más del promedio."
    if not gains:
        verdict += f" A igual rendimiento conviene {names[low]}."
    elif gains[0].value == gains[1].value:
        verdict += f" Como rinden lo mismo, a igual rendimiento conviene {names[low]}, el de menor riesgo."
    else:
        per_risk = [
            gain.value / risk.value if risk.value else Decimal(0) for gain, risk in zip(gains, risks, strict=True)
        ]
        best = 0 if per_risk[0] > per_risk[1] else 1
        verdict += (
            f" Por unidad de riesgo rinde más {names[best]}: {format_number(round(per_risk[best], 2))} contra"
            f" {format_number(round(per_risk[1 - best], 2))} de rendimiento por cada punto de desvío."
        )
    return (
        reading,
        verdict,
        (
            "La elección depende de cuánto riesgo se acepte; el desvío sale de datos pasados y mide subas y bajas"
            " por igual."
        ),
    )


def _van_and_tir(statement: Statement) -> Lines | None:
    if not has(statement, r"tir", r"van|vpn", CHOOSES):
        return None
    four = assigned(statement, (r"van|vpn", "$#"), (r"tir", "%"), (r"van|vpn", "$#"), (r"tir", "%"))
    if four is None:
        return None
    values = sorted((four[0], four[2]), key=statement.place)
    rates = sorted((four[1], four[3]), key=statement.place)
    if values[0].value == values[1].value:
        return None
    best = 0 if values[0].value > values[1].value else 1
    names = tell_names(statement, values[0], values[1], first="el primero", second="el segundo")
    reading = (
        f"VAN de {as_said(values[0])} con TIR de {percent(rates[0].value)} en {names[0]}, y VAN de"
        f" {as_said(values[1])} con TIR de"
        f" {percent(rates[1].value)} en {names[1]}."
    )
    if values[best].value <= 0:
        return (
            reading,
            "No conviene ninguno: los dos VAN son negativos o nulos.",
            "Vale si la tasa de descuento es la correcta.",
        )
    verdict = f"Si hay que elegir uno solo, conviene {names[best]}, el de mayor VAN: es el que más riqueza crea."
    if rates[best].value < rates[1 - best].value:
        verdict += (
            " La TIR más alta del otro es sobre una inversión o un plazo menor: cuando no coinciden, manda el VAN."
        )
    return (
        reading,
        verdict,
        "Con la misma tasa de descuento y plazos parecidos; si no se excluyen, se aceptan todos los de VAN positivo.",
    )


CASES = (
    Case("VAN y TIR en conflicto", "valor actual neto", "tir van", _van_and_tir),
    Case("dólar o pesos", "costo de oportunidad", "dola tipo deva", _dollar_or_rate),
    Case("riesgo de dos inversiones", "riesgo y rendimiento", "desv vola ries sigm", _risk, first=True),
    Case(
        "dos colocaciones",
        "costo de oportunidad",
        "plaz fond rind pag paga inve colo bono letr bill ahor rend",
        _two_placements,
        first=True,
    ),
)
