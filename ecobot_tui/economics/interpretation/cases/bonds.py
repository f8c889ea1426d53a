"""Bonds: what their price and coupon say, the curve of their yields, the premium for risk."""

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import (
    HUNDRED,
    Case,
    Lines,
    assigned,
    has,
    slot,
)
from ecobot_tui.economics.interpretation.found import percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _below_par(statement: Statement) -> Lines | None:
    """Read a coupon and a price without a term: only which is higher, the yield or the coupon."""
    if has(
        statement,
        (
            r"(?:[@#]\d )?anos?|@\d|plazo|cuanto|rendimiento al vencimiento|vencimiento (?:de|en)|amortiza\w*"
            r"|tasas? (?:de mercado|sub\w+|baj\w+)"
        ),
    ):
        return None
    if not has(statement, r"cupon(?:es)? .*%\d|%\d .*cupon(?:es)?|cupon(?:es)? .*[#$]\d .*[#$]\d"):
        return _price_alone(statement)
    pair = assigned(
        statement,
        (r"cupon(?:es)?|interes|paga", "%"),
        (
            (
                r"cotiza\w*|vale|precio|paridad|valor nominal|nominal|se (?:vende|compra|consigue|negocia)|compr\w+"
                r"|par|esta|sale|a"
            ),
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
    reading = (
        f"El bono paga un cupón de {percent(coupon.value)} y cotiza a {format_number(price.value)} por"
        " cada 100 de valor nominal."
    )
    current = percent(coupon.value / price.value * HUNDRED)
    if price.value < HUNDRED:
        verdict = (
            "Cotiza bajo la par, con descuento: el rendimiento es mayor que el cupón. Solo por el cupón rinde"
            f" {current}"
            " (rendimiento corriente), y además se gana la diferencia de precio al vencer."
        )
    elif price.value > HUNDRED:
        verdict = (
            "Cotiza sobre la par, con prima: el rendimiento es menor que el cupón. Por el cupón rinde"
            f" {current} (rendimiento"
            " corriente), y al vencer se pierde la diferencia de precio."
        )
    else:
        verdict = "Cotiza a la par: el rendimiento es igual al cupón."
    return (
        reading,
        verdict,
        (
            "El rendimiento exacto (TIR) depende del plazo. Un precio muy bajo suele decir que el mercado teme que"
            " no paguen."
        ),
    )


def _price_alone(statement: Statement) -> Lines | None:
    """Read «un bono cotiza al 95 % de su valor nominal»."""
    price = slot(
        statement,
        (
            r"(?:bonos?|titulos?|letras?)(?: [a-z$#]+\d?){0,8}? (?:cotiza\w*|vale|precio|se (?:vende|compra"
            r"|negocia)|esta|cero a)(?: (?:a|al"
            r"|en|un|el))* ([%$#]\d)"
        ),
    )
    face = [one for one in statement.values if one is not price]
    if (
        price is None
        or any(one.value != HUNDRED or one.mark == "%" for one in face)
        or len(face) > 1
        or not 5 <= price.value <= 200
        or not (
            has(statement, r"valor nominal|nominal|par|paridad|cada cien")
            or (len(statement.text.split()) <= 8 and price.mark != "$" and 40 <= price.value <= 160 and not face)
        )
    ):
        return None
    reading = f"Dato: un bono a {format_number(price.value)} por cada 100 de valor nominal."
    if price.value < HUNDRED:
        verdict = (
            "Cotiza bajo la par, con descuento: se compra por menos de lo que promete devolver, y su"
            " rendimiento es mayor que el cupón."
        )
    elif price.value > HUNDRED:
        verdict = (
            "Cotiza sobre la par, con prima: se paga más de lo que promete devolver, y su rendimiento es"
            " menor que el cupón."
        )
    else:
        verdict = "Cotiza a la par: el rendimiento es igual al cupón."
    return (
        reading,
        verdict,
        "Un precio muy bajo puede ser una oportunidad o la señal de que el mercado teme que no paguen.",
    )


def _risk_premium(statement: Statement) -> Lines | None:
    safe = (
        r"(?:el )?(?:bono )?(?:del? )?(?:tesoro(?: de (?:los )?(?:estados unidos|eeuu))?|estados unidos|eeuu"
        r"|ee uu|treasur\w+|aleman(?:ia)?|bund)"
        r"|libre de riesgo|sin riesgo|soberano"
    )
    risky = (
        r"empresa|corporativ[oa]|obligacion(?:es)? negociables?|on|argentin[oa]|pais|emergente|bono"
        r"|privad[oa]|provincia\w*|rinde|paga"
    )
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
    reading = (
        f"Uno rinde {percent(pair[0].value)} y el otro, considerado sin riesgo, {percent(pair[1].value)}:"
        f" {format_number(gap)} puntos más."
    )
    verdict = (
        f"Esa diferencia ({format_number(gap * HUNDRED)} puntos básicos) es la prima por riesgo: compensa el"
        " riesgo de que no"
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
    text = rx.sub(
        r" (?:de|del|a|el|la|los|un|anual|rinden?|rendia|pagan?|esta|en|es|bonos?|tasa|con|al|,|plazo) (?=[a-z@%#,])",
        " ",
        statement.text,
    )
    for _ in range(4):
        text = rx.sub(
            (
                r" (?:de|del|a|el|la|los|un|anual|rinden?|rendia|pagan?|esta|en|es|bonos?|tasa|con|al|,"
                r"|plazo) (?=[a-z@%#,])"
            ),
            " ",
            text,
        )
    forms = (
        r" ([@#]\d) (%\d) (?:[a-z]+ ){0,2}?([@#]\d) (%\d) ",
        r" (%\d) ([@#]\d) (?:[a-z]+ ){0,2}?(%\d) ([@#]\d) ",
    )
    found = next((match for form in forms if (match := rx.search(form, text))), None)
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
            "La curva de rendimientos está invertida (pendiente negativa): el corto plazo paga más que el"
            " largo. El mercado espera"
            " que las tasas bajen, y suele anticipar una recesión."
        )
    elif near.value < far.value:
        verdict = (
            "La curva de rendimientos es normal (creciente, de pendiente positiva): el largo plazo paga más,"
            " como premio por"
            " esperar y por el riesgo; suele acompañar una economía que crece."
        )
    else:
        verdict = (
            "La curva de rendimientos es plana: el mercado no espera grandes cambios de tasas, o hay"
            " duda sobre el rumbo."
        )
    return (
        reading,
        verdict,
        "Es una señal y no una certeza; con riesgo de default alto la curva se invierte por miedo a no cobrar pronto.",
    )


CASES = (
    Case(
        "curva de rendimientos",
        "curva de rendimientos",
        "bono tasa curv rind rend trea teso letr titu",
        _curve,
        first=True,
    ),
    Case("prima por riesgo", "riesgo y rendimiento", "bono titu deud rend rind paga", _risk_premium, first=True),
    Case("precio y rendimiento de un bono", "rendimiento al vencimiento", "bono titu obli on", _below_par, first=True),
)
