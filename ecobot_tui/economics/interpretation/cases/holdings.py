"""What was bought and is worth more now, a dollar that stands still, one's own business against a job."""

from decimal import Decimal

from ecobot_tui.economics import rx
from ecobot_tui.economics.interpretation.cases.telling import HUNDRED, Case, Lines, assigned, has, real
from ecobot_tui.economics.interpretation.found import as_said, percent
from ecobot_tui.economics.interpretation.statement import Statement
from ecobot_tui.number_format import format_number


def _bought(statement: Statement) -> Lines | None:
    """Read a price of then, one of now, and the inflation in between."""
    found = rx.search(
        r" (?:compr\w+|pagu?[eo]|cost\w+|sali[oa]|val[ií]a|puse|invert\w+|inverti|meti"
        r"|guard\w+)(?: [a-z]+){0,5}? ([$#]\d)"
        r" (?:[a-z,@]+\d? ){0,10}?([$#]\d) ",
        statement.text,
    )
    rates = [one for one in statement.values if one.mark == "%"]
    if found is None or len(rates) != 1 or len(statement.values) != 3:
        return None
    if not has(statement, r"inflacion|precios|ipc", r"ahora|hoy|va\w+|vend\w+|esta\w?|tengo|paso|despues") or has(
        statement, r"cuotas?|sueldo|salario|gan[oa]ba|cobr\w+|canasta|alquiler|anual|mensual|por mes"
    ):
        return None
    values = {one.slot: one.value for one in statement.figures}
    before, now = values[found[1]], values[found[2]]
    prices = rates[0].change
    if before <= 0 or now <= 0 or prices <= -HUNDRED:
        return None
    nominal = (now / before - 1) * HUNDRED
    change = real(nominal, prices) or Decimal(0)
    reading = (
        f"De {format_number(before)} a {format_number(now)} es {percent(nominal)}; con inflación de"
        f" {percent(prices)}, en"
        f" términos reales es {percent(change)}."
    )
    if round(change, 2) < 0:
        verdict = (
            "Perdiste poder de compra: subió menos que los precios. Para empatar tenía que valer"
            f" {format_number(round(before * (1 + prices / HUNDRED), 2))}."
        )
    elif round(change, 2) > 0:
        verdict = "Ganaste poder de compra: subió más que los precios."
    else:
        verdict = "Empataste: subió igual que los precios."
    return reading, verdict, "Vale si la inflación es la de ese mismo tiempo; no cuenta comisiones ni impuestos."


def _worth_now(statement: Statement) -> Lines | None:
    """Read «compré a 100 y vale 90», with nothing to compare it with."""
    found = rx.search(
        r" (?:compr[eo]|compramos|pague|invert[ií])(?: [a-z]+){0,5}? ([$#]\d) (?:y |, )?(?:[a-z]+ ){0,3}?"
        r"(?:vale|valen|esta|estan|tengo|cotiza|vend[ií])(?: [a-z]+){0,2} ([$#]\d) ",
        statement.text,
    )
    if (
        found is None
        or len(statement.values) != 2
        or has(statement, r"cuant[oa]s?|calcul\w+|disp\w+|unidades|kilos|margen|markup|vendo|recargo")
    ):
        return None
    values = {one.slot: one.value for one in statement.figures}
    before, now = values[found[1]], values[found[2]]
    if before <= 0 or now <= 0 or before == now:
        return None
    change = (now / before - 1) * HUNDRED
    verdict = (
        f"Perdiste {percent(-change)} ({format_number(before - now)}), y más si además hubo inflación."
        if change < 0
        else (
            f"Ganaste {percent(change)} ({format_number(now - before)}) en esa moneda; falta restar la"
            " inflación del período."
        )
    )
    return (
        f"De {format_number(before)} a {format_number(now)}: {percent(change)}.",
        verdict,
        "Mientras no vendas es una ganancia o pérdida en los papeles; faltan comisiones, impuestos y lo que"
        " rindió en el"
        " medio.",
    )


def _two_offers(statement: Statement) -> Lines | None:
    """Read the prices of two things that serve for the same."""
    found = rx.search(
        r" (?:el|la|un|una|en el|en la|en) ([a-z]{2,}) (?:me )?(?:cobra|cuesta|vale|sale|esta"
        r"|pide)n?(?: a)? ([$#]\d) (?:, )?(?:y|o|pero|contra"
        r"|mientras)? ?(?:, )?(?:el|la|un|una|en el|en la|en) ([a-z]{2,}) (?:(?:me )?(?:cobra|cuesta|vale|sale"
        r"|esta|pide)n?(?: a)? )?([$#]\d) ",
        statement.text,
    )
    if found is None or len(statement.figures) != 2 or {found[1], found[3]} & {"dolar", "canasta", "euro", "peso"}:
        return None
    if has(statement, r"cuant[oa]s?|antes|ahora|hoy|equilibrio|relativo|oficial|blue|calcul\w+|kilos?|litros?"):
        return None
    values = {one.slot: one.value for one in statement.figures}
    first, second = values[found[2]], values[found[4]]
    if first <= 0 or second <= 0 or first == second:
        return None
    cheap, dear = (found[1], found[3]) if first < second else (found[3], found[1])
    low, high = sorted((first, second))
    return (
        f"Dato: {found[1]}, {format_number(first)}; {found[3]}, {format_number(second)}.",
        f"Es más barato «{cheap}»: sale {percent((1 - low / high) * HUNDRED)} menos; al revés, «{dear}» sale"
        f" {percent((high / low - 1) * HUNDRED)} más.",
        "Vale si la cantidad y la calidad son las mismas, y sin contar el tiempo ni el viaje.",
    )


def _quiet_dollar(statement: Statement) -> Lines | None:
    """Read a dollar that stands still while the prices rise."""
    rates = [one for one in statement.values if one.mark == "%" and one.value]
    if len(rates) != 1 or any(one.mark in "$#&!" for one in statement.values):
        return None
    still = has(
        statement,
        r"(?:dolar (?:quieto|fijo|estable|planchado|clavado))|(?:dolar"
        r"|tipo de cambio)(?: [a-z]+){0,3} (?:quieto|fijo|estable|planchado|igual|anclado|inmovil|clavado|pisado"
        r"|no (?:se )?(?:movio|mueve|sube|subio|cambio|cambia)|sin (?:cambios|moverse)|en el mismo)",
    ) or any(one.mark == "%" and not one.value for one in statement.values)
    if not still or not has(statement, r"inflacion|precios|costos|ipc|todo") or rates[0].value <= 0:
        return None
    prices = rates[0].change
    reading = (
        f"Con el dólar quieto y precios que suben {percent(prices)}, todo acá se encarece {percent(prices)} en dólares."
    )
    if has(statement, r"cobr\w+ en dolares|gan\w+ en dolares|sueldo en dolares|ahorr\w+ en dolares|mis dolares|usd"):
        worth = real(Decimal(0), prices) or Decimal(0)
        verdict = f"Perdés poder de compra: con los mismos dólares comprás {percent(-worth)} menos acá."
    else:
        verdict = (
            "Hay apreciación real (atraso cambiario): el país queda más caro en dólares, se exporta menos, porque los"
            " costos suben y lo que se cobra no, y conviene más importar y viajar."
        )
    return reading, verdict, "Si los socios comerciales también tienen inflación, se resta la de ellos."


def _wage_and_dollar(statement: Statement) -> Lines | None:
    """Read a wage in pesos that rises with the dollar."""
    if has(statement, r"inflacion|precios|ipc|en dolares|plazo fijo|alquiler|tasa"):
        return None
    pair = assigned(
        statement,
        (r"sueldos?|salarios?|ingresos?|jubilacion|me (?:aument|sub)\w+|gano|cobro", "%"),
        (r"(?:el )?dolar(?: blue| oficial)?", "%"),
    )
    if pair is None or len(statement.values) != 2:
        return None
    wage, dollar = (one.change for one in pair)
    change = real(wage, dollar)
    if change is None:
        return None
    reading = (
        f"El sueldo varía {percent(wage)} y el dólar {percent(dollar)}: medido en dólares cambia {percent(change)}."
    )
    if round(change, 2) < 0:
        verdict = "Tu sueldo vale menos dólares que antes: compra menos afuera y menos de lo importado."
    elif round(change, 2) > 0:
        verdict = "Tu sueldo vale más dólares que antes: compra más afuera y más de lo importado."
    else:
        verdict = "Tu sueldo vale los mismos dólares que antes."
    return reading, verdict, "Para saber si vivís mejor hay que compararlo con la inflación, y no con el dólar."


def _own_business(statement: Statement) -> Lines | None:
    """Read what a business leaves against what its owner could earn in a job."""
    own = (
        r"kiosco|negocio|emprendimiento|local|taller|comercio|almacen|por mi cuenta|independiente|propi[oa]"
        r"|bar|restaurante"
    )
    job = (
        r"emplead[oa]s?|relacion de dependencia|(?:me )?ofrec\w+|(?:podria|podia|puedo) (?:ganar|cobrar)"
        r"|ganaria|cobraria"
        r"|en una (?:empresa|oficina)|sueldo"
    )
    if has(statement, r"alquiler|inflacion|inversion|ventas|costos?|vend\w+|prestamo|cuant[oa]s?|%\d"):
        return None
    pair = assigned(statement, (own, "$#"), (job, "$#"))
    if pair is None or len(statement.values) != 2 or not has(statement, r"gan\w+|dej\w+|me queda\w*|saco|rinde"):
        return None
    mine, other = (one.value for one in pair)
    gap = mine - other
    reading = (
        f"Tu negocio deja {as_said(pair[0])} y en un empleo ganarías {as_said(pair[1])}, que es tu costo"
        " de oportunidad."
    )
    if gap < 0:
        verdict = f"El beneficio económico es negativo ({format_number(gap)}): por plata te convendría más el empleo."
    elif gap > 0:
        verdict = f"El beneficio económico es positivo ({format_number(gap)}): ganás más que en tu mejor alternativa."
    else:
        verdict = "El beneficio económico es cero: ganás lo mismo que en tu mejor alternativa."
    return reading, verdict, "No cuenta lo que vale ser tu propio jefe, ni el riesgo y la estabilidad de cada uno."


CASES = (
    Case("lo que se compró y la inflación", "tasa de interés real", "infl prec ipc", _bought),
    Case("lo que se compró y vale hoy", "rentabilidad", "comp pagu inve", _worth_now),
    Case("dos precios de lo mismo", "precios relativos", "cobr cues vale sale esta pide", _two_offers),
    Case("dólar quieto", "tipo de cambio real", "dola tipo", _quiet_dollar),
    Case("sueldo y dólar", "poder adquisitivo", "dola", _wage_and_dollar),
    Case("negocio o empleo", "costo de oportunidad", "empl ofre podr pued gana cobr", _own_business),
)
