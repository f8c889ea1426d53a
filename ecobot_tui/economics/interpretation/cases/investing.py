"""Investors: a share against its market, a debt paid with another one, a yield that may be high."""

from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, same_period, slot
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _with_market(statement: Statement) -> Lines | None:
    """Read a beta and a move of the market."""
    beta = slot(statement, r"beta(?: (?:de|es|igual a|del?|un|una|mi|accion|cartera))* (#\d)")
    move = slot(statement, r"(?:mercado|merval|indice|bolsa|s p)(?: [a-z]+){0,4}? (%\d)") or slot(
        statement,
        r"(?:cae|baja|sube|cayo|bajo|subio)(?: [a-z]+){0,2}? (?:el )?(?:mercado|merval|indice|bolsa)(?: un| en)? (%\d)",
    )
    if beta is None or move is None or len(statement.values) != 2 or has(statement, r"libre|sin riesgo|capm|prima"):
        return None
    change = beta.value * move.change
    reading = f"Con beta {format_number(beta.value)} y un mercado que varía {percent(move.change)}:"
    verdict = f"se espera que la acción {'suba' if change > 0 else 'baje'} cerca de {percent(abs(change))}."
    verdict += " Amplifica al mercado." if abs(beta.value) > 1 else " Se mueve menos que el mercado."
    return reading, verdict, "Es un promedio: no cuenta lo propio de la empresa, que puede llevarla para el otro lado."


def _refinance(statement: Statement) -> Lines | None:
    """Read a debt that would be paid with a new one at another rate."""
    if not has(
        statement,
        (
            r"refinanci\w+|consolid\w+|(?:tom|ped|sac)\w+ (?:un |otro )?(?:prestamo"
            r"|credito)(?: [a-z%]+\d?){0,5} para (?:pagar|cancelar)"
        ),
    ):
        return None
    new = slot(statement, r"(?:refinanci\w+|consolid\w+|prestamo|credito|ofrecen|nuev[oa])(?: [a-z]+){0,6}? (%\d)")
    rates = [one for one in statement.values if one.mark == "%"]
    if new is None or len(rates) != 2 or has(statement, r"inflacion|invert\w+|plazo fijo"):
        return None
    old = next(one for one in rates if one is not new)
    if has(statement, rf"(?:deuda|debo|tarjeta)(?: [a-z]+){{0,5}} {new.slot} ") and not has(
        statement, rf"refinanci\w+(?: [a-z]+){{0,2}} {new.slot}"
    ):
        new, old = old, new
    fresh, owed, note = same_period(statement, new, old)
    if fresh == owed:
        return None
    reading = f"La deuda de hoy cuesta {percent(old.value)} y la nueva {percent(new.value)}.{note}"
    verdict = (
        "Conviene refinanciar: la nueva es más barata, y se paga menos interés por lo mismo que se debe."
        if fresh < owed
        else "No conviene por la tasa: la nueva es más cara. Solo sirve si hoy no podés pagar la cuota."
    )
    return (
        reading,
        verdict,
        "Compará el CFT y el plazo: estirar mucho una deuda barata puede costar más interés en total.",
    )


def _high_yield(statement: Statement) -> Lines | None:
    """Read a yield in dollars, where it is asked whether it is much."""
    rate = slot(statement, r"(?:rend\w+|rind\w+|paga\w*|tir|tasa)(?: [a-z]+){0,6}? (%\d)")
    if (
        rate is None
        or len(statement.values) != 1
        or not has(statement, r"bonos?|titulos?|letras?|obligaci\w+|on", r"en dolares|en usd|dolares")
    ):
        return None
    if not has(
        statement,
        r"es much[oa]|alt[oa]|buen[oa]|segur[oa]|que (?:significa|indica|dice)|por que|riesg\w+|mal[oa]|poc[oa]",
    ):
        return None
    reading = f"Dato: un bono en dólares que rinde {percent(rate.value)}."
    if rate.value >= 9:
        verdict = (
            "Es alto: el Tesoro de EE. UU. paga mucho menos, y la diferencia es el riesgo de que no se cobre."
            " El mercado"
            " duda de que pague."
        )
    elif rate.value >= 6:
        verdict = "Es intermedio: paga algo más que un bono muy seguro, por un riesgo moderado."
    else:
        verdict = "Es bajo, cercano a lo que paga el Tesoro de EE. UU.: el mercado ve poco riesgo."
    return (
        reading,
        verdict,
        "Se compara con bonos de igual plazo y moneda: rendimiento alto y precio bajo son lo mismo.",
    )


def _dividends(statement: Statement) -> Lines | None:
    """Read dividends, or a coupon, against inflation."""
    pair = assigned(statement, (r"dividendos?", "%"), (r"inflacion|precios|ipc", "%"))
    if pair is None or len(statement.values) != 2 or has(statement, r"gordon|crec\w+|cuant[oa]s?|en dolares"):
        return None
    paid, prices = pair[0].value, pair[1].value
    gap = prices - paid
    reading = f"Dato: dividendos de {percent(paid)} e inflación de {percent(prices)}."
    verdict = (
        f"Solo con los dividendos perdés contra la inflación: para empatar la acción tiene que subir cerca de"
        f" {percent(((1 + prices / HUNDRED) / (1 + paid / HUNDRED) - 1) * HUNDRED)}."
        if gap > 0
        else (
            "Los dividendos solos ya le ganan a la inflación: el rendimiento real es positivo aunque el precio no suba."
        )
    )
    return reading, verdict, "El rendimiento de una acción es el dividendo más lo que sube su precio."


def _safety(statement: Statement) -> Lines | None:
    """Read a margin of safety over the break-even point."""
    margin = slot(statement, r"margen de seguridad(?: [a-z]+){0,4}? (%\d)")
    if margin is None or len(statement.values) != 1 or not 0 < margin.value <= HUNDRED:
        return None
    return (
        f"Dato: margen de seguridad de {as_said(margin)}.",
        (
            f"Las ventas pueden caer hasta {percent(margin.value)} antes de llegar al punto de equilibrio y empezar"
            " a perder."
        ),
        "Cuanto más chico, más riesgo: con costos fijos altos una baja corta de ventas ya da pérdida.",
    )


CASES = (
    Case("beta y mercado", "CAPM", "beta", _with_market, first=True),
    Case("refinanciar una deuda", "costo financiero total", "refi cons pres cred", _refinance, first=True),
    Case("rendimiento en dólares", "riesgo y rendimiento", "bono titu letr obli", _high_yield, first=True),
    Case("dividendos e inflación", "dividendo", "divi", _dividends, first=True),
    Case("margen de seguridad", "punto de equilibrio de la empresa", "marg", _safety, first=True),
)
