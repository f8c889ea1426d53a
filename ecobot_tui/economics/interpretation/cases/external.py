"""The country and the others: reserves, the peso, the real exchange rate, the price of the same thing abroad."""

from decimal import Decimal

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


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
        reading = (
            f"Las reservas brutas son {as_said(gross)} y las netas {as_said(net)}: la diferencia,"
            f" {format_number(owed / 10**6) + ' millones' if owed >= 10**6 else format_number(owed)}, son"
            " deudas."
        )
    else:
        reading = "Dato: reservas netas negativas."
    verdict = (
        "A las brutas se les restan los pasivos en dólares: el swap con China, los encajes de los depósitos en"
        " dólares y préstamos de organismos."
        " Es plata que el Banco Central tiene pero no es suya."
    )
    if negative:
        verdict += " Son negativas porque debe más dólares de los que tiene: no hay dólares propios para vender."
    return (
        reading,
        verdict,
        (
            "Hay varias definiciones de netas según qué se reste; son las que muestran el poder real para frenar"
            " una corrida."
        ),
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
    reading = (
        f"Las reservas van de {as_said(before)} a {as_said(after)}:"
        f" {'cayeron' if change < 0 else 'subieron'} {percent(abs(change))}."
    )
    if change < 0:
        verdict = (
            "Hay menos dólares para pagar deuda e importaciones y para frenar una corrida: sube el riesgo de"
            " una devaluación, de trabas para"
            " importar (cepo) y de que se dude del pago de la deuda."
        )
    else:
        verdict = (
            "Es buena señal: hay más dólares para pagar deuda e importaciones y para defender el tipo de"
            " cambio; baja el riesgo de devaluación."
        )
    return (
        reading,
        verdict,
        (
            "Importa de dónde vienen: no es igual comprar dólares que endeudarse, ni pagar deuda que perderlos en"
            " una corrida."
        ),
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
        (
            r"que (?:le )?(?:pas\w+|ocurri\w+|sucedi\w+)|se (?:deprec\w+|apreci\w+|devalu\w+|revalu\w+|fortalec\w+"
            r"|debilit\w+)|gan\w+ (?:o|valor)|perd\w+ valor|vale (?:mas|menos)|mas fuerte|mas debil|deprec\w+"
            r"|apreci\w+|devalu\w+"
        ),
    ):
        return None
    money = [one for one in statement.values if one.mark in "$#"]
    asked = [one for one in statement.values if one.mark == "%"]
    if (
        len(money) != 2
        or len(asked) > 1
        or len(statement.values) != 2 + len(asked)
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
    reading = (
        f"El dólar pasó de {format_number(first)} a {format_number(second)}:"
        f" {'subió' if dollar > 0 else 'bajó'} {percent(abs(dollar))}."
    )
    if dollar > 0:
        verdict = (
            f"El peso se depreció (perdió valor): compra {percent(abs(peso))} menos dólares. Si lo"
            " decidió el gobierno se habla de devaluación."
        )
    else:
        verdict = (
            f"El peso se apreció (ganó valor): compra {percent(abs(peso))} más dólares. Si lo decidió el"
            " gobierno se habla de revaluación."
        )
    if asked:
        right = round(asked[0].value) in (round(abs(peso)), -round(abs(peso)))
        told = "Sí." if right else f"No {percent(asked[0].value)}: eso es lo que cambió el dólar, no el peso."
        verdict = f"{told} {verdict}"
    return (
        reading,
        verdict,
        "La suba del dólar y la caída del peso no son el mismo porcentaje porque se miden sobre bases distintas.",
    )


_ABROAD = (
    r"(?:inflacion )?(?:externa|internacional|extranjera|mundial|afuera|(?:en "
    r"|de )?(?:los )?(?:estados unidos|eeuu|ee uu|usa|socios(?: comerciales)?|brasil|resto del mundo))"
)


_HERE = (
    r"(?:inflacion|precios)(?: (?:fue|es|del?|subio|subieron|internos?|local|interna|domestica|nacional"
    r"|argentina|aca|en pesos|en argentina|de aca))*|local|interna|domestica|aca"
)


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
        f"Con un dólar que varía {percent(dollar)}, precios internos {percent(here)} y externos"
        f" {percent(abroad)}, el tipo de cambio real"
        f" {'sube' if change > 0 else 'baja'} {percent(abs(change))}."
    )
    if round(change, 2) < 0:
        verdict = (
            "Bajó: hay apreciación real (atraso cambiario). El país queda más caro en dólares y pierde"
            " competitividad para exportar."
        )
    elif round(change, 2) > 0:
        verdict = (
            "Subió: hay depreciación real. El país queda más barato en dólares y gana competitividad para exportar."
        )
    else:
        verdict = "No cambió: la competitividad por precio es la misma."
    return (
        reading,
        verdict,
        (
            "Es (1 + dólar) × (1 + inflación externa) / (1 + inflación interna) − 1; importan también la"
            " productividad y los impuestos."
        ),
    )


def _burger(statement: Statement) -> Lines | None:
    """Read the price of the same thing here and abroad, both in dollars."""
    if not has(statement, r"hamburguesa|big mac|cafe|combo|zapatillas|iphone|celular|canasta|mism[oa]|auto|remera"):
        return None
    if not has(
        statement,
        (
            r"(?:peso|moneda|pais|argentina)(?: [a-z]+){0,4} (?:car[oa]|barat[oa]|(?:sobre|sub|infra)valu\w+"
            r"|(?:sobre|infra|sub)valor\w+|atrasad\w+)|(?:sobre|sub|infra)val\w+|(?:car[oa]"
            r"|barat[oa])s?(?: [a-z]+){0,4} (?:peso|moneda|pais|argentina)|car[oa] o barat[oa]"
        ),
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
    reading = (
        f"Lo mismo cuesta {as_said(pair[0])} acá y {as_said(pair[1])} afuera: acá está"
        f" {percent(abs(gap))} {'más caro' if gap > 0 else 'más barato'}."
    )
    if gap < 0:
        verdict = "La moneda local está barata (subvaluada): con los mismos dólares se compra más acá que afuera."
    elif gap > 0:
        verdict = "La moneda local está cara (sobrevaluada): con los mismos dólares se compra menos acá que afuera."
    else:
        verdict = "La moneda está en su paridad del poder adquisitivo: cuesta lo mismo en los dos lados."
    return (
        reading,
        verdict,
        (
            "Es un índice a lo Big Mac: un solo producto, con sueldos, alquileres e impuestos que no se comercian"
            " entre países."
        ),
    )


def _saving_gap(statement: Statement) -> Lines | None:
    """Read the saving of a country against its investment."""
    pair = assigned(statement, (r"ahorr\w+(?: nacional| interno)?", "%$"), (r"inver\w+(?: bruta)?", "%$"))
    if (
        pair is None
        or pair[0].mark != pair[1].mark
        or has(statement, r"plazo fijo|sueldo|propension|tasa de interes|rind\w+|inflacion|publico|privado")
    ):
        return None
    if not has(statement, r"pbi|pib|producto|pais|nacional|economia|externo|cuenta corriente"):
        return None
    gap = pair[0].value - pair[1].value
    reading = (
        f"El ahorro es {as_said(pair[0])} y la inversión {as_said(pair[1])}: la diferencia es {format_number(gap)}."
    )
    if gap < 0:
        verdict = (
            "El ahorro no alcanza: hace falta ahorro externo (deuda o capitales de afuera), es decir,"
            " hay déficit de cuenta corriente de ese tamaño."
        )
    elif gap > 0:
        verdict = (
            "Sobra ahorro: el país presta al resto del mundo, es decir, hay superávit de cuenta"
            " corriente de ese tamaño."
        )
    else:
        verdict = "El ahorro financia justo la inversión: la cuenta corriente está en equilibrio."
    return reading, verdict, "Es una identidad contable: ahorro − inversión = cuenta corriente."


CASES = (
    Case("ahorro e inversión", "cuenta corriente", "ahor", _saving_gap),
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
)
