"""Loans and payments: two loans, a debt and savings, cash or installments, what a bank lives on."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import (
    CHOOSES,
    HUNDRED,
    Case,
    Lines,
    assigned,
    has,
    percentages,
    same_period,
    slot,
)
from ecobot_tui.economics.interpretation.cases.telling import names as tell_names
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Figure, Statement
from ecobot_tui.number_format import format_amount, format_number

LOAN = (
    r"prestamos?|creditos?|financi(?:era|acion|an|a|ar)|hipotec\w+|prendari\w+|presta\w*|prestan|cft(?:ea"
    r"|na)?|costo financiero(?: total)?"
)


_OWED = (
    r"deudas?|debo|debemos|tarjeta|prestamo|credito|descubierto|rojo|refinanci\w+|adelanto|financio"
    r"|saldo(?: de la tarjeta)?"
    r"|cft|hipoteca|minimo"
)


_SAVED = (
    r"ahorr\w+|plazos? fijos?|fondos?|fci|rind\w+|rendimiento|inver\w+|colocad\w+|coloc\w+|guardad\w+|billetera"
    r"|cuenta remunerada"
    r"|depositad\w+|bono|letras?|lecap|caja de ahorro|gan\w+|pagan"
)


def _two_loans(statement: Statement) -> Lines | None:
    if not has(statement, CHOOSES, LOAN) or has(
        statement, rf"inflacion|sueldo|tir|primario|pbi|fiscal|deficit|{_SAVED_ONLY}"
    ):
        return None
    full = assigned(
        statement, (r"cft(?:ea|na)?|costo (?:financiero )?total|costo financiero", "%"), *_SECOND_CFT, spare=True
    )
    by_cost = len(rx.findall(r" (?:cft\w*|costo (?:financiero )?total) ", statement.text.replace(" ", "  ")))
    if full is not None and by_cost >= 1 and (by_cost >= 2 or len(percentages(statement)) == 2):
        one, other = sorted(full, key=statement.place)
        what = "CFT"
    elif len(percentages(statement)) == 2 == len([one for one in statement.values if one.mark == "%"]):
        one, other = percentages(statement)
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
        f"Conviene {chosen}, {'el de menor CFT' if what == 'CFT' else 'el de menor tasa'}:"
        f" {percent(values[cheap])} contra"
        f" {percent(values[dear])}."
    )
    if what == "CFT":
        verdict += (
            " El CFT es lo que de verdad cuesta, porque suma a la tasa los gastos, seguros e impuestos;"
            " una TNA más baja no alcanza."
        )
    else:
        verdict += (
            " A igual monto y plazo es el más barato; para estar seguro, compará también el CFT, que"
            " suma gastos e impuestos."
        )
    return reading, verdict, _LOAN_CAVEAT


_SAVED_ONLY = r"plazos? fijos?|depositos?|ahorros|gano|rinde\w*|bono|letra"


_SECOND_CFT = ((r"cft(?:ea|na)?|costo (?:financiero )?total|costo financiero", "%"),)


_LOAN_CAVEAT = "Vale con el mismo monto, plazo y moneda, y si ninguno ajusta por UVA o inflación."


_INVESTS = r"(?:para|y) (?:invert\w+|pon\w+|compr\w+|meter\w*|coloc\w+|abrir)|negocio|prestad[oa]"


def _debt_or_savings(statement: Statement) -> Lines | None:
    if has(statement, _INVESTS):
        return _borrowing(statement)
    if has(statement, r"publica|pbi|pib|ebitda|patrimonio|banco central|bancos? (?:cobra|presta|paga)\w*|cupon|spread"):
        return None
    if not has(statement, _OWED) or has(statement, r"inflacion|sueldo|tir|cuotas|contado"):
        return None
    pair = assigned(statement, (_OWED, "%"), (_SAVED, "%"), spare=True)
    if (
        pair is None
        or len(percentages(statement)) != 2
        or (has(statement, r"cuant[oa]s?|calcul\w+") and not has(statement, CHOOSES))
        or not has(
            statement,
            (
                rf"{CHOOSES}|primero|cancel\w*|pag[aoue]\w*|us[oa]\w*|salgo|saco|tiene sentido|precancel\w*"
                r"|adelant\w+|guardo|hacer|hago|sigo|deb[oe]|tengo"
            ),
        )
    ):
        return None
    owed, saved, note = same_period(statement, *pair)
    reading = f"La deuda cuesta {percent(pair[0].value)} y los ahorros rinden {percent(pair[1].value)}.{note}"
    if owed > saved:
        verdict = (
            f"Conviene pagar primero la deuda (cancelarla con los ahorros): cada 100 que debés te cuestan"
            f" {format_number(round(owed, 2))} y esos mismos 100 ahorrados rinden solo"
            f" {format_number(round(saved, 2))}. Pagar"
            " deuda cara es la mejor inversión, y sin riesgo."
        )
    elif owed < saved:
        verdict = (
            "No conviene apurarse a cancelar la deuda: el ahorro rinde más de lo que cuesta, así que seguí"
            " pagándola como está"
            " y dejá la plata invertida."
        )
    else:
        verdict = "Por las tasas da lo mismo; sin deuda hay menos riesgo, así que conviene cancelarla."
    return (
        reading,
        verdict,
        (
            "Dejá un fondo para imprevistos, y fijate si hay costo por cancelar antes y si las dos tasas son del"
            " mismo plazo."
        ),
    )


def _borrowing(statement: Statement) -> Lines | None:
    """Read a loan that is taken to invest."""
    pair = assigned(
        statement,
        (r"prestamos?|creditos?|prestad[oa]|prestan?|endeud\w+|deuda|banco|saco|sacar|pedir|pido", "%"),
        (
            r"invert\w+|invierto|negocio|proyecto|bonos?|fondo|plazo fijo|rind\w+|deja\w*|gan\w+|acciones|rendimiento",
            "%",
        ),
    )
    if pair is None:
        return None
    cost, gain, note = same_period(statement, *pair)
    reading = f"El préstamo cuesta {percent(pair[0].value)} y la inversión rinde {percent(pair[1].value)}.{note}"
    if gain > cost:
        verdict = (
            f"Conviene por las tasas: rinde {format_number(round(gain - cost, 2))} puntos más de lo que cuesta"
            " (apalancamiento positivo)."
        )
    elif gain < cost:
        verdict = (
            f"No conviene: pagás {format_number(round(cost - gain, 2))} puntos más de lo que ganás"
            " (apalancamiento negativo)."
        )
    else:
        verdict = "No conviene: ganás lo mismo que pagás, y corrés el riesgo."
    return reading, verdict, "El préstamo se paga seguro y el rendimiento no: el margen tiene que compensar ese riesgo."


def _today_or_later(statement: Statement) -> Lines | None:
    """Read a discount for paying at once, or a higher price for paying in some months."""
    span = next((one for one in statement.figures if one.mark == "@"), None)
    if span is None or has(statement, r"cuotas|inflacion|sueldo|prestamo|credito|bono|plazo fijo|tna"):
        return None
    if not has(
        statement,
        r"contado|hoy|ahora|ya|efectivo|descuento",
        r"a|en|dentro de|de aca a",
        r"pag\w+|ofrec\w+|vend\w+|compr\w+|cuesta|sale|hago|descuento",
    ):
        return None
    monthly = slot(statement, r"(?:rind\w+|gan[oa]\w*|da|tasa|interes|fondo|billetera)(?: [a-z]+){0,4}? (%\d)")
    if monthly is None or not has(statement, r"mes|mensual(?:es)?|al mes|por mes"):
        return None
    months = span.value / 30 if span.unit.startswith("dia") else span.value if span.unit.startswith("mes") else None
    money = [one.value for one in statement.values if one.mark in "$#"]
    off = [one for one in percentages(statement) if one is not monthly]
    if months is None or not 0 < months <= 24:
        return None
    if len(money) == 2 and not off:
        cash, later = min(money), max(money)
    elif len(off) == 1 and len(money) <= 1 and 0 < off[0].value < HUNDRED:
        later = money[0] if money else HUNDRED
        cash = later * (1 - off[0].value / HUNDRED)
    else:
        return None
    if cash <= 0:
        return None
    cost = (later / cash - 1) * HUNDRED
    gain = ((1 + monthly.value / HUNDRED) ** months - 1) * HUNDRED
    reading = (
        f"Esperar cuesta {percent(cost)} en {as_said(span)} (de {format_number(cash)} a {format_number(later)}), y tu"
        f" plata rinde en ese tiempo {percent(gain)}."
    )
    if cost > gain:
        verdict = "Conviene pagar hoy, al contado: el descuento es mayor que lo que ganás esperando."
    elif cost < gain:
        verdict = "Conviene pagar después: en ese tiempo tu plata rinde más que el descuento que perdés."
    else:
        verdict = "Da lo mismo pagar hoy o después."
    return reading, verdict, _CASH_CAVEAT


_INSTALLMENTS = r"([#$]\d) (?:cuotas|pagos|mensualidades)"


def _cash_or_installments(statement: Statement) -> Lines | None:
    count = slot(statement, _INSTALLMENTS)
    if count is None or not has(
        statement,
        (
            r"contado|efectivo|transferencia|de una|ya|[$#]\d (?:hoy|ahora)|(?:hoy|ahora) [$#]\d|descuento|off"
            r"|debito|lista|juntos?"
        ),
    ):
        return None
    n = int(count.value)
    if (
        not 2 <= n <= 60
        or count.value != n
        or has(statement, r"prestamos?|creditos?|hipotec\w+|uva|sueldo|saldo|cancel\w+|frances|aleman|refinanci\w+")
    ):
        return None
    monthly = slot(statement, r"(%\d) (?:por mes|mensual(?:es)?|al mes|cada mes|de inflacion mensual|x mes)") or slot(
        statement,
        (
            r"(?:rind\w+|inflacion|tasa|interes(?:es)?|gan[oa]|billetera|fondo|plazo fijo"
            r"|costo de oportunidad)(?: [a-z]+){0,6}? (%\d)"
        ),
    )
    off = next(
        (one for one in percentages(statement) if one is not monthly),
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

    def shown(value: Decimal) -> str:
        return format_amount(round(value, 2), "$") if exact else format_number(round(value, 2))

    if monthly is None or (monthly.value > 30 and not has(statement, r"mensual(?:es)?|por mes")):
        rate = _implied(cash, quota, n, 0 if now else 1)
        if rate is None:
            reading = f"De contado se pagan {shown(cash)} y en cuotas {shown(quota * n)} en total."
            verdict = "Convienen las cuotas: en total no cuestan más que el contado, y encima se paga después."
            return reading, verdict, _CASH_CAVEAT
        reading = (
            f"De contado se pagan {shown(cash)} y en {n} cuotas {shown(quota * n)} en total: el costo"
            f" escondido es {percent(rate)} por mes."
        )
        verdict = (
            f"Conviene el contado si tu plata rinde menos de {percent(rate)} por mes (o si la inflación es"
            " menor); si rinde"
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
        verdict = (
            f"Conviene el contado: cuesta {shown(gap)} menos que el valor presente de las cuotas; el"
            " descuento vale más que esperar."
        )
    elif round(present, 2) < round(cash, 2):
        verdict = (
            f"Convienen las cuotas: su valor presente es {shown(gap)} menor que el contado; esperar vale"
            " más que el descuento."
        )
    else:
        verdict = "Da lo mismo: las dos formas cuestan igual en plata de hoy."
    return reading, verdict, _CASH_CAVEAT


_CASH_CAVEAT = (
    "Se compara en plata de hoy (valor presente); importa que tengas la plata y que la inviertas de"
    " verdad mientras pagás."
)


def _amounts(
    statement: Statement, n: int, off: Figure | None, each: Figure | None, others: list[Figure]
) -> tuple[Decimal | None, Decimal | None]:
    """Return what is paid at once and what each installment is; of 100 where no price is told."""
    surcharge = has(statement, r"recargo|interes de|con interes|de interes") and not has(
        statement, r"sin interes|descuento|off"
    )
    cash_told = slot(
        statement,
        (
            r"(?:contado|efectivo|transferencia|debito)(?: (?:(?:te|me|lo|la|sale|cuesta|queda|por|a|es|en|son|vale"
            r"|esta|pago|pagas))){0,5} ([#$]\d)"
        ),
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
    reading = (
        f"El banco presta al {percent(pair[0].value)} (tasa activa) y paga {percent(pair[1].value)} por"
        " los depósitos (tasa pasiva)."
    )
    verdict = (
        f"Esos {gap} puntos son el spread bancario (diferencial de tasas o margen de intermediación): con eso"
        " cubre costos,"
        " impuestos, encajes y morosidad, y lo que queda es su ganancia."
    )
    return reading, verdict, "Un spread alto puede venir de riesgo, costos, inflación o poca competencia."


CASES = (
    Case(
        "deuda o ahorro",
        "costo de oportunidad",
        "deud debo tarj pres cred desc rojo refi adel fina sald cft hipo",
        _debt_or_savings,
        first=True,
    ),
    Case("spread bancario", "spread bancario", "banc enti fina tasa", _bank_spread, first=True),
    Case("dos préstamos", "costo financiero total", "pres cred fina hipo pren cft cost", _two_loans),
    Case("hoy o después", "valor presente", "cont hoy ahor efec desc", _today_or_later, first=True),
    Case("contado o cuotas", "valor presente", "cuot pago mens", _cash_or_installments, first=True),
)
