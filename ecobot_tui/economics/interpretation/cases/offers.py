"""Offers that take some arithmetic: a UVA loan, two durations, what a flat yields, why one bond pays more."""

from ecobot_tui.economics.interpretation.cases.telling import CHOOSES, HUNDRED, Case, Lines, assigned, has, names, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _indexed(statement: Statement) -> Lines | None:
    """Read a loan that follows the prices against one with a fixed rate."""
    spread = slot(
        statement,
        r"(?:uva|cer|ajusta\w*|inflacion)(?: [a-z,]+){0,3}? (?:mas|con|y|al)(?: (?:un|una|el|tasa|de|del))* (%\d)",
    ) or slot(statement, r"uva(?: [a-z]+){0,3}? (%\d)")
    prices = slot(statement, r"(?:inflacion|precios)(?: [a-z]+){0,5}? (%\d)") or slot(statement, r"(%\d) de inflacion")
    rates = [one for one in statement.values if one.mark == "%"]
    if spread is None or prices is None or spread is prices or len(rates) != 3:
        return None
    fixed = next(one for one in rates if one is not spread and one is not prices)
    total = ((1 + spread.value / HUNDRED) * (1 + prices.value / HUNDRED) - 1) * HUNDRED
    reading = (
        f"UVA más {percent(spread.value)} con una inflación de {percent(prices.value)} es"
        f" {percent(total)} en pesos, contra {percent(fixed.value)} a tasa fija."
    )
    if round(total, 2) < fixed.value:
        verdict = "Conviene el UVA si la inflación es esa: cuesta menos que la tasa fija."
    elif round(total, 2) > fixed.value:
        verdict = "Conviene la tasa fija si la inflación es esa: el UVA cuesta más."
    else:
        verdict = "Cuestan lo mismo si la inflación es esa."
    even = ((1 + fixed.value / HUNDRED) / (1 + spread.value / HUNDRED) - 1) * HUNDRED
    return (
        reading,
        f"{verdict} Se igualan con una inflación de {percent(even)}.",
        (
            "El UVA empieza con cuotas más bajas pero el capital sube con los precios: el riesgo es que el sueldo"
            " suba menos."
        ),
    )


def _two_durations(statement: Statement) -> Lines | None:
    if not has(statement, r"durations?|duracion(?:es)?", r"cual|mas|quien|cae|sube|prefier\w+|conviene|elij\w+"):
        return None
    figures = [one for one in statement.figures if one.mark in "#@"]
    if len(figures) != 2 or len(statement.figures) > 3 or figures[0].value == figures[1].value:
        return None
    if has(statement, r"cupon|precio (?:de|es)|tir"):
        return None
    who = names(statement, *figures, first="el primero", second="el segundo")
    long = 0 if figures[0].value > figures[1].value else 1
    values = [format_number(one.value) for one in figures]
    reading = (
        f"Duration de {values[0]} en {who[0]} y de {values[1]} en {who[1]}: si la tasa sube 1 punto, caen"
        f" cerca de {values[0]} % y {values[1]} %."
    )
    verdict = (
        f"Es más sensible a la tasa {who[long]}, el de duration {values[long]}: si se espera que las"
        f" tasas suban conviene {who[1 - long]}, y si se espera que bajen, {who[long]}."
    )
    return reading, verdict, "Es una aproximación para cambios chicos de la tasa (duration modificada)."


def _rent(statement: Statement) -> Lines | None:
    """Read what a flat costs and what it is let for."""
    pair = assigned(
        statement,
        (r"vale|cuesta|sale|valor|precio|compr\w+|departamento|depto|casa|inmueble|propiedad|local", "$#"),
        (r"alquil\w+|renta", "$#"),
    )
    if pair is None or not has(
        statement, r"alquil\w+", r"vale|cuesta|sale|valor|precio|compr\w+|departamento|casa|propiedad|inmueble"
    ):
        return None
    if not has(statement, r"renta|rentabilidad|rinde|rendimiento|negocio|conviene|buen[oa]?|inversion") or has(
        statement, r"sueldo|cuota|hipoteca|expensas|cuanto"
    ):
        return None
    price, rent = pair
    if not 0 < rent.value * 12 < price.value:
        return None
    monthly = not has(statement, r"por ano|al ano|anual(?:es)?")
    year = rent.value * (12 if monthly else 1)
    rate = year / price.value * HUNDRED
    reading = (
        f"Se cobran {format_number(year)} por año sobre {as_said(price)}: una renta bruta de {percent(rate)} anual."
    )
    if rate < 4:
        verdict = "Es baja: el alquiler rinde poco frente a lo que vale la propiedad; tarda más de 25 años en pagarse."
    elif rate <= 7:
        verdict = (
            "Es razonable, lo usual para una vivienda (entre 4 y 7 %): se paga con"
            f" {format_number(round(HUNDRED / rate, 1))} años de alquiler."
        )
    else:
        verdict = (
            f"Es alta para una vivienda: se paga con {format_number(round(HUNDRED / rate, 1))} años de"
            " alquiler, aunque puede traer más riesgo."
        )
    return (
        reading,
        verdict,
        "Faltan restar expensas, impuestos, arreglos y meses vacía; se compara con otra inversión en la misma moneda.",
    )


def _why_more(statement: Statement) -> Lines | None:
    """Read why of two bonds or borrowers one pays more."""
    rates = [one for one in statement.values if one.mark == "%"]
    if len(rates) != 2 or len(statement.values) != 2 or rates[0].value == rates[1].value:
        return None
    if not has(
        statement,
        rf"por que|{CHOOSES}|segur[oa]|riesg\w+|[ac]{{3}}|bb?b?|que (?:significa|indica|pasa|dice|muestra)",
        r"bonos?|accion(?:es)?|titulos?|letras?|plazos? fijos?|bancos?|inversion(?:es)?|fondos?",
        r"rind\w+|pag\w+|rendimiento\w*|da|dan",
    ):
        return None
    if has(statement, r"inflacion|dolar|cobra\w*|presta\w*|elasticidad|desempleo|cupon"):
        return None
    if not has(statement, r"por que|segur[oa]|riesg\w+|[ac]{3}|bbb?|basura|sin riesgo"):
        return None
    if has(statement, r"desvio|volatilidad|sharpe|beta|libre de riesgo"):
        return None
    high, low = max(one.value for one in rates), min(one.value for one in rates)
    reading = f"Uno rinde {percent(high)} y el otro {percent(low)}: {format_number(high - low)} puntos de diferencia."
    verdict = (
        "El que rinde más paga una prima por riesgo: hay más probabilidad de que no pague, vence más lejos o"
        " es más difícil de vender. A mayor"
        " riesgo, mayor rendimiento exigido: no es un regalo."
    )
    return (
        reading,
        verdict,
        "Antes de elegir conviene ver quién lo emite, el plazo, la moneda y si se puede vender antes.",
    )


CASES = (
    Case("UVA o tasa fija", "UVA", "uva cer ajus", _indexed, first=True),
    Case("dos durations", "duración", "dura", _two_durations, first=True),
    Case("renta de un alquiler", "rentabilidad", "alqu", _rent, first=True),
    Case(
        "por qué uno rinde más",
        "riesgo y rendimiento",
        "bono titu letr plaz banc inve fond acci",
        _why_more,
        first=True,
    ),
)
