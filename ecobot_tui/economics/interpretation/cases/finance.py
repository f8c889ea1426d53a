"""Decisions with money: two loans, a debt and savings, cash or installments, two placements, bonds."""

import re
from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import (
    HUNDRED,
    Case,
    Lines,
    assigned,
    has,
    same_period,
    slot,
)
from ecobot_tui.economics.interpretation.cases.telling import names as tell_names
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_amount, format_number

_CHOOSES = (
    r"cual(?:es)?|conviene\w*|convenia|convendria|elij\w+|elegi\w*|elegir|prefier\w+|mejor|peor|quedo|donde|quien|mas barat[oa]"
    r"|mas car[oa]|que (?:hago|me|tomo|pido|agarro|acepto|compro)|opcion|tomo|pido|saco|acepto|car[oa]|barat[oa]|decid\w+"
)
_LOAN = r"prestamos?|creditos?|financi(?:era|acion|an|a|ar)|hipotec\w+|prendari\w+|presta\w*|prestan|cft(?:ea|na)?|costo financiero(?: total)?"
_OWED = (
    r"deudas?|debo|debemos|tarjeta|prestamo|credito|descubierto|rojo|refinanci\w+|adelanto|financio|saldo(?: de la tarjeta)?"
    r"|cft|hipoteca|minimo"
)
_SAVED = (
    r"ahorr\w+|plazos? fijos?|fondos?|fci|rind\w+|rendimiento|inver\w+|colocad\w+|coloc\w+|guardad\w+|billetera|cuenta remunerada"
    r"|depositad\w+|bono|letras?|lecap|caja de ahorro|gan\w+|pagan"
)


def _two_loans(statement: Statement) -> Lines | None:
    if not has(statement, _CHOOSES, _LOAN) or has(statement, rf"inflacion|sueldo|tir|primario|pbi|fiscal|deficit|{_SAVED_ONLY}"):
        return None
    full = assigned(
        statement, (r"cft(?:ea|na)?|costo (?:financiero )?total|costo financiero", "%"), *_SECOND_CFT, spare=True
    )
    by_cost = len(re.findall(r" (?:cft\w*|costo (?:financiero )?total) ", statement.text.replace(" ", "  ")))
    if full is not None and by_cost >= 1 and (by_cost >= 2 or len(_rates(statement)) == 2):
        one, other = sorted(full, key=statement.place)
        what = "CFT"
    elif len(_rates(statement)) == 2 == len([one for one in statement.values if one.mark == "%"]):
        one, other = _rates(statement)
        what = "tasa"
    else:
        return None
    first, second, note = same_period(statement, one, other)
    if first == second:
        return (
            f"Los dos tienen {'un CFT' if what == 'CFT' else 'una tasa'} de {percent(first)}.",
            "Por el costo da lo mismo: decidí por el plazo, el sistema de cuotas y las condiciones.",
            _LOAN_CAVEAT,
        )
    names = tell_names(statement, one, other, first="el primero", second="el segundo")
    cheap, dear = (0, 1) if first < second else (1, 0)
    values = first, second
    chosen = names[cheap]
    reading = f"Dato: {what} de {percent(one.value)} en {names[0]} y de {percent(other.value)} en {names[1]}.{note}"
    verdict = (
        f"Conviene {chosen}, {'el de menor CFT' if what == 'CFT' else 'el de menor tasa'}: {percent(values[cheap])} contra"
        f" {percent(values[dear])}."
    )
    if what == "CFT":
        verdict += " El CFT es lo que de verdad cuesta, porque suma a la tasa los gastos, seguros e impuestos; una TNA más baja no alcanza."
    else:
        verdict += " A igual monto y plazo es el más barato; para estar seguro, compará también el CFT, que suma gastos e impuestos."
    return reading, verdict, _LOAN_CAVEAT


_SAVED_ONLY = r"plazos? fijos?|depositos?|ahorros|gano|rinde\w*|bono|letra"
_SECOND_CFT = ((r"cft(?:ea|na)?|costo (?:financiero )?total|costo financiero", "%"),)
_LOAN_CAVEAT = "Vale con el mismo monto, plazo y moneda, y si ninguno ajusta por UVA o inflación."


def _rates(statement: Statement) -> list[Figure]:
    return [one for one in statement.values if one.mark == "%"]


def _debt_or_savings(statement: Statement) -> Lines | None:
    if has(statement, r"publica|pbi|pib|ebitda|patrimonio|banco central|bancos? (?:cobra|presta|paga)\w*|cupon|spread"):
        return None
    if not has(statement, _OWED) or has(statement, r"inflacion|sueldo|tir|cuotas|contado"):
        return None
    pair = assigned(statement, (_OWED, "%"), (_SAVED, "%"), spare=True)
    if (
        pair is None
        or len(_rates(statement)) != 2
        or not has(
            statement,
            rf"{_CHOOSES}|primero|cancel\w*|pag[aoue]\w*|us[oa]\w*|salgo|saco|tiene sentido|precancel\w*|adelant\w+|guardo|hacer|hago|sigo",
        )
    ):
        return None
    owed, saved, note = same_period(statement, *pair)
    reading = f"La deuda cuesta {percent(pair[0].value)} y los ahorros rinden {percent(pair[1].value)}.{note}"
    if owed > saved:
        verdict = (
            f"Conviene pagar primero la deuda (cancelarla con los ahorros): cada 100 que debés te cuestan"
            f" {format_number(round(owed, 2))} y esos mismos 100 ahorrados rinden solo {format_number(round(saved, 2))}. Pagar"
            " deuda cara es la mejor inversión, y sin riesgo."
        )
    elif owed < saved:
        verdict = (
            "No conviene apurarse a cancelar la deuda: el ahorro rinde más de lo que cuesta, así que seguí pagándola como está"
            " y dejá la plata invertida."
        )
    else:
        verdict = "Por las tasas da lo mismo; sin deuda hay menos riesgo, así que conviene cancelarla."
    return (
        reading,
        verdict,
        "Dejá un fondo para imprevistos, y fijate si hay costo por cancelar antes y si las dos tasas son del mismo plazo.",
    )


_INSTALLMENTS = r"([#$]\d) (?:cuotas|pagos|mensualidades)"


def _cash_or_installments(statement: Statement) -> Lines | None:
    count = slot(statement, _INSTALLMENTS)
    if count is None or not has(
        statement, r"contado|efectivo|transferencia|de una|ya|[$#]\d (?:hoy|ahora)|(?:hoy|ahora) [$#]\d|descuento|off|debito|lista|juntos?"
    ):
        return None
    n = int(count.value)
    if not 2 <= n <= 60 or count.value != n or has(
        statement, r"prestamos?|creditos?|hipotec\w+|uva|sueldo|saldo|cancel\w+|frances|aleman|refinanci\w+"
    ):
        return None
    monthly = slot(statement, r"(%\d) (?:por mes|mensual(?:es)?|al mes|cada mes|de inflacion mensual|x mes)") or slot(
        statement,
        r"(?:rind\w+|inflacion|tasa|interes(?:es)?|gan[oa]|billetera|fondo|plazo fijo|costo de oportunidad)(?: [a-z]+){0,6}? (%\d)",
    )
    off = next(
        (one for one in _rates(statement) if one is not monthly),
        None,
    )
    money = [one for one in statement.values if one.mark in "$#" and one is not count]
    each = slot(statement, r"[#$]\d (?:cuotas|pagos|mensualidades)(?: [a-z]+){0,4}? (?:de|por) ([#$]\d)") or slot(
        statement, r"cuotas (?:fijas |iguales |mensuales |sin interes )*de ([#$]\d)"
    )
    others = [one for one in money if one is not each]
    if len(others) > 2 or (monthly is None and off is None and each is None):
        return None
    cash, quota = _amounts(statement, n, off, each, others)
    if cash is None or quota is None or not cash > 0 or not quota > 0:
        return None
    now = has(
        statement, r"(?:la )?primera(?: cuota)? (?:al contado|hoy|ahora|ya|en el momento|al comprar)|adelantad\w+"
    )
    exact = bool(others) or each is not None
    shown = (
        (lambda value: format_amount(round(value, 2), "$")) if exact else (lambda value: format_number(round(value, 2)))
    )
    if monthly is None or (monthly.value > 30 and not has(statement, r"mensual(?:es)?|por mes")):
        rate = _implied(cash, quota, n, 0 if now else 1)
        if rate is None:
            reading = f"De contado se pagan {shown(cash)} y en cuotas {shown(quota * n)} en total."
            verdict = "Convienen las cuotas: en total no cuestan más que el contado, y encima se paga después."
            return reading, verdict, _CASH_CAVEAT
        reading = f"De contado se pagan {shown(cash)} y en {n} cuotas {shown(quota * n)} en total: el costo escondido es {percent(rate)} por mes."
        verdict = (
            f"Conviene el contado si tu plata rinde menos de {percent(rate)} por mes (o si la inflación es menor); si rinde"
            " más, convienen las cuotas. Aunque digan «sin interés», el descuento que se pierde es el interés."
        )
        return reading, verdict, _CASH_CAVEAT
    rate = monthly.value / HUNDRED
    present = sum((quota / (1 + rate) ** (k if now else k + 1) for k in range(n)), Decimal(0))
    base = "" if exact else " por cada 100 de precio de lista"
    reading = (
        f"De contado se pagan {shown(cash)}{base}. Las {n} cuotas de {shown(quota)} valen hoy {shown(present)} al"
        f" {percent(monthly.value)} mensual{', con la primera hoy' if now else ', con la primera a los 30 días'}."
    )
    gap = abs(present - cash)
    if round(present, 2) > round(cash, 2):
        verdict = f"Conviene el contado: cuesta {shown(gap)} menos que el valor presente de las cuotas; el descuento vale más que esperar."
    elif round(present, 2) < round(cash, 2):
        verdict = f"Convienen las cuotas: su valor presente es {shown(gap)} menor que el contado; esperar vale más que el descuento."
    else:
        verdict = "Da lo mismo: las dos formas cuestan igual en plata de hoy."
    return reading, verdict, _CASH_CAVEAT


_CASH_CAVEAT = "Se compara en plata de hoy (valor presente); importa que tengas la plata y que la inviertas de verdad mientras pagás."


def _amounts(
    statement: Statement, n: int, off: Figure | None, each: Figure | None, others: list[Figure]
) -> tuple[Decimal | None, Decimal | None]:
    """Return what is paid at once and what each installment is; of 100 where no price is told."""
    surcharge = has(statement, r"recargo|interes de|con interes|de interes") and not has(
        statement, r"sin interes|descuento|off"
    )
    cash_told = slot(
        statement,
        r"(?:contado|efectivo|transferencia|debito)(?: (?:(?:te|me|lo|la|sale|cuesta|queda|por|a|es|en|son|vale|esta|pago|pagas|y|o))){0,5} ([#$]\d)",
    ) or slot(
        statement, r"([#$]\d) (?:(?:de|al|por|en|pesos|si|pago|es|pagas) )*(?:contado|efectivo|transferencia|debito)"
    )
    price = next((one.value for one in others if one is not cash_told), None)
    if off is None:
        cash = cash_told.value if cash_told else (min((one.value for one in others), default=None))
        total = max((one.value for one in others), default=None) if len(others) == 2 else None
        quota = each.value if each else total / n if total is not None else cash / n if cash is not None else None
        return cash, quota
    listed = price if price is not None else each.value * n if each else HUNDRED
    share = off.value / HUNDRED
    if surcharge:
        return listed, each.value if each else listed * (1 + share) / n
    cash = cash_told.value if cash_told and price is not None else listed * (1 - share)
    return cash, each.value if each else listed / n


def _implied(cash: Decimal, quota: Decimal, n: int, first: int) -> Decimal | None:
    """Return the monthly rate in per cent at which installments are worth what is paid at once; None if none is."""
    if quota * n <= cash:
        return None
    low, high = Decimal(0), Decimal(2)
    for _ in range(50):
        middle = (low + high) / 2
        worth = sum((quota / (1 + middle) ** (k + first) for k in range(n)), Decimal(0))
        low, high = (middle, high) if worth > cash else (low, middle)
    return low * HUNDRED


def _dollar_or_rate(statement: Statement) -> Lines | None:
    if has(statement, r"inflacion|precios|sueldos?|salari\w+|export\w+|libre de riesgo|bonos? .* en dolares"):
        return None
    pair = assigned(
        statement,
        (r"dolar(?:es)?(?: oficial| blue| mep)?|tipo de cambio|devaluacion|devalu\w+", "%"),
        (
            r"plazos? fijos?|en pesos|tasa(?: en pesos)?|lecaps?|fondo|fci|letras?|caucion|rindio|rendia|rinde|daba|pagaba",
            "%",
        ),
        spare=True,
    )
    if (
        pair is None
        or len(_rates(statement)) != 2
        or not has(statement, rf"{_CHOOSES}|gan\w+|perd\w+|hice|rindio mas|fue|tener|bien")
    ):
        return None
    dollar, rate = pair[0].change, pair[1].value
    change = ((1 + rate / HUNDRED) / (1 + dollar / HUNDRED) - 1) * HUNDRED
    reading = (
        f"El dólar varió {percent(dollar)} y la colocación en pesos rindió {percent(rate)}: medida en dólares rindió"
        f" {percent(change)}."
    )
    if round(change, 2) > 0:
        verdict = "Convenía el plazo fijo (los pesos): rindió más que lo que subió el dólar, así que con esos pesos comprás más dólares."
    elif round(change, 2) < 0:
        verdict = "Convenía el dólar: subió más de lo que rindieron los pesos, así que quien tuvo pesos perdió medido en dólares."
    else:
        verdict = "Daba lo mismo: los pesos rindieron lo que subió el dólar."
    return (
        reading,
        verdict,
        "Vale para el mismo período y sin contar impuestos ni la diferencia entre compra y venta; a futuro el dólar no se conoce.",
    )


def _two_placements(statement: Statement) -> Lines | None:
    if not has(statement, _CHOOSES) or has(
        statement,
        rf"inflacion|dolar(?:es)?|sueldo|{_LOAN}|deuda|debo|tir|van|sharpe|desvio|volatilidad|riesgo|beta|cupon|tea|capitaliz\w+|primario|pbi|fiscal|deficit|impuestos?|comision|descuento|iva|aumento|desempleo",
    ):
        return None
    rates = _rates(statement)
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
        f"Conviene {names[best]}: rinde {percent(values[best])} contra {percent(values[1 - best])}, que es lo que se deja de"
        " ganar (el costo de oportunidad)."
    )
    return (
        reading,
        verdict,
        "Vale a igual plazo, riesgo, moneda e impuestos: si la que paga más es más riesgosa, la diferencia es el premio por ese riesgo.",
    )


def _risk(statement: Statement) -> Lines | None:
    """Read two funds that are told with their deviations."""
    spread = r"(?:desvio|desviacion)(?: (?:estandar|tipic[ao]))?|volatilidad|riesgo|sigma|varianza"
    if not has(
        statement,
        spread,
        rf"{_CHOOSES}|mas (?:riesgos[oa]|segur[oa]|volatil)|riesgos[oa]|menos (?:riesgos[oa]|volatil)",
    ):
        return None
    if has(statement, r"libre de riesgo|sharpe|pais|beta|inflacion|muestra|puntaje|nota|z|percentil|curso|alumn\w+"):
        return None
    if not has(statement, r"rind\w+|rendimientos?|retornos?|fondos?|accion(?:es)?|activos?|carteras?|inversion(?:es)?|bonos?|gan\w+|pagan"):
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
        "La elección depende de cuánto riesgo se acepte; el desvío sale de datos pasados y mide subas y bajas por igual.",
    )


def _below_par(statement: Statement) -> Lines | None:
    """Read a coupon and a price without a term: only which is higher, the yield or the coupon."""
    if has(
        statement, r"(?:[@#]\d )?anos?|@\d|plazo|cuanto|vencimiento|amortiza\w*|tasas? (?:de mercado|sub\w+|baj\w+)"
    ):
        return None
    if not has(statement, r"cupon(?:es)?"):
        return _price_alone(statement)
    pair = assigned(
        statement,
        (r"cupon(?:es)?|interes|paga", "%"),
        (
            r"cotiza\w*|vale|precio|paridad|valor nominal|nominal|se (?:vende|compra|consigue|negocia)|compr\w+|par|esta|sale|a",
            "%$#",
        ),
    )
    if pair is None or not has(statement, r"bonos?|titulos?|obligacion\w*|on", r"cupon(?:es)?|paga"):
        return None
    coupon, price = pair
    face = [one for one in statement.values if one not in pair]
    if face or not 10 <= price.value <= 200:
        return None
    if not has(statement, r"rend\w+|rind\w+|tir|cupon|descuento|prima|par"):
        return None
    reading = f"El bono paga un cupón de {percent(coupon.value)} y cotiza a {format_number(price.value)} por cada 100 de valor nominal."
    current = percent(coupon.value / price.value * HUNDRED)
    if price.value < HUNDRED:
        verdict = (
            f"Cotiza bajo la par, con descuento: el rendimiento es mayor que el cupón. Solo por el cupón rinde {current}"
            " (rendimiento corriente), y además se gana la diferencia de precio al vencer."
        )
    elif price.value > HUNDRED:
        verdict = (
            f"Cotiza sobre la par, con prima: el rendimiento es menor que el cupón. Por el cupón rinde {current} (rendimiento"
            " corriente), y al vencer se pierde la diferencia de precio."
        )
    else:
        verdict = "Cotiza a la par: el rendimiento es igual al cupón."
    return (
        reading,
        verdict,
        "El rendimiento exacto (TIR) depende del plazo. Un precio muy bajo suele decir que el mercado teme que no paguen.",
    )


def _price_alone(statement: Statement) -> Lines | None:
    """Read «un bono cotiza al 95 % de su valor nominal»."""
    price = slot(statement, r"(?:bonos?|titulos?)(?: [a-z]+){0,6}? (?:cotiza\w*|vale|se (?:vende|compra|negocia)|esta)(?: (?:a|al|en|un|el))* ([%$#]\d)")
    if price is None or len(statement.values) != 1 or not 5 <= price.value <= 200 or not has(statement, r"valor nominal|nominal|par|paridad|cada cien"):
        return None
    reading = f"Dato: un bono a {format_number(price.value)} por cada 100 de valor nominal."
    if price.value < HUNDRED:
        verdict = "Cotiza bajo la par, con descuento: se compra por menos de lo que promete devolver, y su rendimiento es mayor que el cupón."
    elif price.value > HUNDRED:
        verdict = "Cotiza sobre la par, con prima: se paga más de lo que promete devolver, y su rendimiento es menor que el cupón."
    else:
        verdict = "Cotiza a la par: el rendimiento es igual al cupón."
    return reading, verdict, "Un precio muy bajo puede ser una oportunidad o la señal de que el mercado teme que no paguen."


def _risk_premium(statement: Statement) -> Lines | None:
    safe = (
        r"(?:el )?(?:bono )?(?:del? )?(?:tesoro(?: de (?:los )?(?:estados unidos|eeuu))?|estados unidos|eeuu|ee uu|treasur\w+|aleman(?:ia)?|bund)"
        r"|libre de riesgo|sin riesgo|soberano"
    )
    risky = r"empresa|corporativ[oa]|obligacion(?:es)? negociables?|on|argentin[oa]|pais|emergente|bono|privad[oa]|provincia\w*|rinde|paga"
    if not has(statement, safe, r"bonos?|titulos?|deuda|rend\w+|rind\w+|paga\w*"):
        return None
    if has(statement, r"acciones|accion|cartera|beta|capm|inflacion|cupon|tasa de descuento|prima de"):
        return None
    if not has(
        statement,
        r"diferencia|que (?:paga|compensa|representa|mide|indica|es)|por que|sobretasa|spread|plus|extra|distancia",
    ):
        return None
    pair = assigned(statement, (risky, "%"), (safe, "%"))
    if pair is None or pair[0].value <= pair[1].value:
        return None
    gap = pair[0].value - pair[1].value
    reading = f"Uno rinde {percent(pair[0].value)} y el otro, considerado sin riesgo, {percent(pair[1].value)}: {format_number(gap)} puntos más."
    verdict = (
        f"Esa diferencia ({format_number(gap * HUNDRED)} puntos básicos) es la prima por riesgo: compensa el riesgo de que no"
        " paguen (crédito o default) y que sea más difícil de vender. En un bono de un país se llama riesgo país."
    )
    return (
        reading,
        verdict,
        "Vale a igual plazo y moneda; una prima alta es también una señal de que el mercado duda del pago.",
    )


_TERM = r"(?:bono |bonos |letra |letras |tasa |uno |otro |el |la |los |las |de |a |en |un )*"


def _curve(statement: Statement) -> Lines | None:
    if not has(statement, r"bonos?|tasas?|curva|rind\w+|rendimientos?|treasur\w+|tesoro|letras?|titulos?"):
        return None
    text = re.sub(
        r" (?:de|del|a|el|la|los|un|anual|rinden?|rendia|pagan?|esta|en|es|bonos?|tasa|con|al|,|plazo) (?=[a-z@%#,])",
        " ",
        statement.text,
    )
    for _ in range(4):
        text = re.sub(
            r" (?:de|del|a|el|la|los|un|anual|rinden?|rendia|pagan?|esta|en|es|bonos?|tasa|con|al|,|plazo) (?=[a-z@%#,])",
            " ",
            text,
        )
    forms = (
        r" ([@#]\d) (%\d) (?:[a-z]+ ){0,2}?([@#]\d) (%\d) ",
        r" (%\d) ([@#]\d) (?:[a-z]+ ){0,2}?(%\d) ([@#]\d) ",
    )
    found = next((match for form in forms if (match := re.search(form, text))), None)
    if found is None or has(
        statement, r"cupon|precio|inflacion|deuda|cuotas|duration|prestamo|credito|plazo fijo|payback"
    ):
        return None
    by_slot = {one.slot: one for one in statement.figures}
    figures = [by_slot[one] for one in found.groups()]
    if figures[0].mark == "%":
        figures = [figures[1], figures[0], figures[3], figures[2]]
    if figures[0].value > figures[2].value and figures[0].unit[:1] == figures[2].unit[:1]:
        figures = [*figures[2:], *figures[:2]]
    short, near, long, far = figures
    if short.value == long.value and short.unit == long.unit:
        return None
    reading = f"A plazo corto se paga {percent(near.value)} y a plazo largo {percent(far.value)}."
    if near.value > far.value:
        verdict = (
            "La curva de rendimientos está invertida (pendiente negativa): el corto plazo paga más que el largo. El mercado espera"
            " que las tasas bajen, y suele anticipar una recesión."
        )
    elif near.value < far.value:
        verdict = (
            "La curva de rendimientos es normal (creciente, de pendiente positiva): el largo plazo paga más, como premio por"
            " esperar y por el riesgo; suele acompañar una economía que crece."
        )
    else:
        verdict = "La curva de rendimientos es plana: el mercado no espera grandes cambios de tasas, o hay duda sobre el rumbo."
    return (
        reading,
        verdict,
        "Es una señal y no una certeza; con riesgo de default alto la curva se invierte por miedo a no cobrar pronto.",
    )


def _van_and_tir(statement: Statement) -> Lines | None:
    if not has(statement, r"tir", r"van|vpn", _CHOOSES):
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
        f"VAN de {as_said(values[0])} con TIR de {percent(rates[0].value)} en {names[0]}, y VAN de {as_said(values[1])} con TIR de"
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


def _bank_spread(statement: Statement) -> Lines | None:
    pair = assigned(
        statement,
        (r"presta\w*|prestamos?|cobra\w*|creditos?|(?:tasa )?activa", "%"),
        (r"plazos? fijos?|depositos?|ahorristas?|paga\w*|(?:tasa )?pasiva|capta\w*", "%"),
    )
    if pair is None or not has(
        statement,
        r"bancos?|entidad(?:es)?|financiera|tasa activa",
        r"plazos? fijos?|depositos?|ahorristas?|pasiva|capta\w*",
    ):
        return None
    if has(statement, r"inflacion|tengo|debo|tir|sueldo") or pair[0].value <= pair[1].value:
        return None
    gap = format_number(pair[0].value - pair[1].value)
    reading = f"El banco presta al {percent(pair[0].value)} (tasa activa) y paga {percent(pair[1].value)} por los depósitos (tasa pasiva)."
    verdict = (
        f"Esos {gap} puntos son el spread bancario (diferencial de tasas o margen de intermediación): con eso cubre costos,"
        " impuestos, encajes y morosidad, y lo que queda es su ganancia."
    )
    return reading, verdict, "Un spread alto puede venir de riesgo, costos, inflación o poca competencia."


CASES = (
    Case("VAN y TIR en conflicto", "valor actual neto", "tir van", _van_and_tir),
    Case(
        "deuda o ahorro",
        "costo de oportunidad",
        "deud debo tarj pres cred desc rojo refi adel fina sald cft hipo",
        _debt_or_savings,
        first=True,
    ),
    Case("spread bancario", "spread bancario", "banc enti fina tasa", _bank_spread, first=True),
    Case("dos préstamos", "costo financiero total", "pres cred fina hipo pren cft cost", _two_loans),
    Case("contado o cuotas", "valor presente", "cuot pago mens", _cash_or_installments, first=True),
    Case("dólar o pesos", "costo de oportunidad", "dola tipo deva", _dollar_or_rate),
    Case("riesgo de dos inversiones", "riesgo y rendimiento", "desv vola ries sigm", _risk, first=True),
    Case(
        "curva de rendimientos",
        "curva de rendimientos",
        "bono tasa curv rind rend trea teso letr titu",
        _curve,
        first=True,
    ),
    Case("prima por riesgo", "riesgo y rendimiento", "bono titu deud rend rind paga", _risk_premium, first=True),
    Case("precio y rendimiento de un bono", "rendimiento al vencimiento", "bono titu obli on", _below_par, first=True),
    Case(
        "dos colocaciones",
        "costo de oportunidad",
        "plaz fond rind pag paga inve colo bono letr bill ahor rend",
        _two_placements,
    ),
)
